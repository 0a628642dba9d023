"""Sentences that share all words but one part: what the part is, and what may be said of the two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare import compare, compare_all, mirrored
from factcheck.compare.twin_parts import amount
from factcheck.compare.twins import find
from factcheck.model import Bound, Claim, Group, RelationKind, Statement, Voice

Build = Callable[..., Statement]
MON, TUE, NEXT_YEAR = date(2024, 5, 6), date(2024, 5, 7), date(2025, 5, 6)


@pytest.mark.parametrize(
    ("a", "b", "part", "words"),
    [
        ("The ferry carried 212 islanders to Morvane", "The ferry carried 640 islanders to Morvane", "number",
         ("212", "640")),
        ("Two gates failed at the Hallow dam", "Five gates failed at the Hallow dam", "number", ("Two", "Five")),
        ("The Hallow dam cost 3 million crowns", "The Hallow dam cost 3 billion crowns", "number",
         ("million", "billion")),
        ("Hallow spent 40 crowns on each pupil", "Hallow spent at most 40 crowns on each pupil", "bound",
         ("40", "at most 40")),
        ("Pupils at Hallow read at least 40 books", "Pupils at Hallow read at most 40 books", "bound",
         ("at least 40", "at most 40")),
        ("Pupils at Hallow read more than 40 books", "Pupils at Hallow read less than 40 books", "bound",
         ("more than 40", "less than 40")),
        ("The Hallow tunnel is 40 miles long", "The Hallow tunnel is 40 kilometres long", "unit",
         ("miles", "kilometres")),
        ("Support for Hallow rose 5 percent", "Support for Hallow rose 5 percentage points", "unit",
         ("percent", "percentage points")),
        ("The Hallow dam failed in March 2019", "The Hallow dam failed in March 2021", "date", ("2019", "2021")),
        ("The Hallow dam failed on Monday", "The Hallow dam failed on Thursday", "date", ("Monday", "Thursday")),
        ("The Hallow dam failed on 3 June", "The Hallow dam failed on 19 June", "date", ("3", "19")),
        ("The Hallow dam failed last week", "The Hallow dam failed last month", "date", ("week", "month")),
        ("Teachers in Hallow won a raise", "Teachers in Morvane won a raise", "name", ("Hallow", "Morvane")),
        ("Voters in Hallow passed Proposition 12", "Voters in Hallow passed Proposition 31", "name", ("12", "31")),
        ("Hallow has reopened its harbour", "Hallow has not reopened its harbour", "negation", ("", "not")),
        ("Hallow can reopen its harbour", "Hallow cannot reopen its harbour", "negation", ("can", "cannot")),
        ("Hallow did reopen its harbour", "Hallow didn't reopen its harbour", "negation", ("did", "didn't")),
        ("Hallow fed 300 children in spring", "Hallow fed 300 women in spring", "population",
         ("children", "women")),
        ("The court upheld the Hallow verdict", "The court struck down the Hallow verdict", "opposite",
         ("upheld", "struck down")),
    ],
)  # fmt: skip
def test_twins_find_the_one_part(statement: Build, a: str, b: str, part: str, words: tuple[str, str]) -> None:
    found = find(statement(a), statement(b))
    assert found is not None
    assert (found.part, (found.a, found.b)) == (part, words)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The ferry carried islanders to Morvane", "The ferry carried islanders to Morvane"),
        ("31 died", "58 died"),  # nothing says of what both speak
        ("A baker in Hallow won a raise", "A smith in Hallow won a raise"),
        ("Anna Quint won the Hallow race", "Quint won the Hallow race"),
        ("The World Health Board met in Hallow town", "WHB met in Hallow town"),
        ("The Hallow dam cost about 3 million crowns", "The Hallow dam cost 3 million crowns"),
        ("In 2019 Hallow lost 30 jobs at its mill", "In 2021 Hallow lost 45 jobs at its mill"),
        ("The ferry to Morvane carried islanders", "The ferry to Morvane carried goats and 40 islanders"),
    ],
)
def test_twins_are_none_where_nothing_or_more_or_other_words_differ(statement: Build, a: str, b: str) -> None:
    assert find(statement(a), statement(b)) is None


def test_twins_the_speaker_is_no_part_of_what_is_asserted(statement: Build) -> None:
    text = "{} said the ferry to Morvane carried 212 islanders"
    row = {"text": "212", "value": 212, "unit": "islander", "measure": "islanders"}
    a, b = (statement(text.format(by), row, by=by, voice=Voice.INDIRECT) for by in ("Ann Lee", "Bo Quint"))
    assert find(a, b) is None
    assert compare(a, b).relation is RelationKind.EQUAL


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Voters in Hallow passed the bill on 3 roads", "Voters in Hallow passed the bill on 7 roads", "contradiction"),
        ("Nobody was hurt in the fog at Hallow", "12 people were hurt in the fog at Hallow", "contradiction"),
        ("No one was hurt in the fog at Hallow", "12 people were hurt in the fog at Hallow", "contradiction"),
        ("The ferry moved at least 30 goats", "The ferry moved at most 30 goats", "not_excluded"),
        ("The ferry moved 30 goats", "The ferry moved more than 30 goats", "not_excluded"),
        ("The ferry tax is 30 percent of goats", "The ferry tax is 30 percentage points of goats", "different_unit"),
        ("The ferry sank in the fog in 2019", "The ferry sank in the fog in 2021", "different_period"),
        ("The ferry for Hallow sank in fog", "The ferry for Morvane sank in fog", "different_scope"),
        ("The ferry has sunk in the fog", "The ferry has not sunk in the fog", "denial"),
        ("The mayor backed the ferry bill", "The mayor vetoed the ferry bill", "denial"),
    ],
)
def test_twins_what_changed_decides_where_no_figure_was_read(statement: Build, a: str, b: str, expected: str) -> None:
    assert compare(statement(a), statement(b)).relation == expected
    assert compare(statement(b), statement(a)).relation == expected


def test_twins_another_figure_that_agrees_hides_no_difference(statement: Build) -> None:
    text = "In Hallow {} pupils share 12 books"
    a, b = (
        statement(
            text.format(n),
            {"text": str(n), "value": n, "unit": "pupil", "measure": "pupils"},
            {"text": "12", "value": 12, "unit": "book", "measure": "books"},
        )
        for n in (40, 75)
    )
    made = compare(a, b)
    assert made.relation is RelationKind.CONTRADICTION
    assert (made.facts["differs"], made.facts["differs_a"], made.facts["differs_b"]) == ("number", "40", "75")
    assert made.pairs


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ((MON, None), "contradiction"),
        ((MON, MON), "contradiction"),
        ((MON, NEXT_YEAR), "different_period"),
    ],
)
def test_twins_a_number_of_another_day_may_be_of_another_time(
    statement: Build, printed: tuple[date | None, date | None], expected: str
) -> None:
    a, b = (
        statement(
            f"The price of bread in Hallow is {n} crowns",
            {"text": str(n), "value": n, "unit": "crown", "dimension": "other", "measure": "price of bread"},
            printed=day,
        )
        for n, day in zip((4, 9), printed, strict=True)
    )
    assert compare(a, b).relation == expected


def test_twins_a_floor_and_a_number_above_it_still_agree(statement: Build) -> None:
    a = statement(
        "At least 12 villagers drowned in the Hallow flood",
        {"text": "At least 12", "low": 12, "bound": Bound.AT_LEAST, "unit": "villager", "measure": "drowned"},
    )
    b = statement(
        "Fourteen villagers drowned in the Hallow flood",
        {"text": "Fourteen", "value": 14, "unit": "villager", "measure": "drowned"},
    )
    assert compare(a, b).relation is RelationKind.COMPATIBLE_BOUNDS


@pytest.mark.parametrize(
    ("days", "expected"), [((MON, TUE), "changed_position"), ((None, TUE), "denial"), ((None, None), "denial")]
)
def test_twins_a_voice_against_itself_needs_two_known_days(
    statement: Build, days: tuple[date | None, date | None], expected: str
) -> None:
    a, b = (
        statement(f"the harbour of Morvane {verb} open to grain ships", by="Ann Lee", said=day)
        for verb, day in zip(("is", "is not"), days, strict=True)
    )
    assert compare(a, b).relation == expected


@pytest.mark.parametrize(
    ("text", "value", "unit", "verbs", "expected"),
    [
        (
            "{} of voters in Hallow {} the ferry bill",
            ("40%", 40),
            "percent",
            ("support", "oppose"),
            "different_measure",
        ),
        ("{} of voters in Hallow {} the ferry bill", ("70%", 70), "percent", ("support", "oppose"), "denial"),
        ("Hallow {1} {0} farm posts", ("300", 300), "post", ("added", "cut"), "contradiction"),
    ],
)
def test_twins_opposites_beside_a_figure(
    statement: Build, text: str, value: tuple[str, float], unit: str, verbs: tuple[str, str], expected: str
) -> None:
    row = {"text": value[0], "value": value[1], "unit": unit, "dimension": "ratio" if unit == "percent" else "count"}
    a, b = (statement(text.format(value[0], verb), row) for verb in verbs)
    assert compare(a, b).relation == expected
    assert mirrored(compare(b, a)) == compare(a, b)


def test_twins_passages_are_twins_wherever_their_claims_were_cut(statement: Build) -> None:
    text = "Hallow is poor. Its {} farms lie fallow this spring"
    whole, cut = text.format(30), text.format(80)
    row = {"text": "80 farms", "value": 80, "unit": "farm", "measure": "farms"}
    second = statement(cut, row)
    claim = second.claim
    part = Claim(cut[16:], 16, len(cut), None, claim.kinds, Voice.OWN, figures=claim.figures)
    first = Claim(cut[:15], 0, 15, None, (), Voice.OWN)
    one = statement(whole, {"text": "30 farms", "value": 30, "unit": "farm", "measure": "farms"})
    made = compare_all([one], [Statement(first), Statement(part)], texts=(whole, cut))
    assert made.relation is RelationKind.CONTRADICTION
    assert made.facts["differs"] == "number"


def test_twins_within_one_text_are_no_news_to_the_same_text(statement: Build) -> None:
    text = "Hallow hired 500 nurses in 2019. Hallow hired 500 nurses in 2021"
    claims = []
    for start, end in ((0, 31), (33, len(text))):
        there = statement(text[start:end], {"text": "500 nurses", "value": 500, "unit": "nurse", "measure": "nurses"})
        figures = tuple(replace(f, start=f.start + start, end=f.end + start) for f in there.claim.figures)
        claims.append(Statement(Claim(text[start:end], start, end, None, (), Voice.OWN, figures=figures)))
    assert compare_all(claims, claims, texts=(text, text)).group is Group.AGREE


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("1,250", 1250, 1250),
        ("$3.5 million", 3.5e6, 3.5e6),
        ("£2bn", 2e9, 2e9),
        ("twelve", 12, 12),
        ("at least 40 %", 40, float("inf")),
        ("less than 7", float("-inf"), 7),
        ("between 3 and 5", 3, 5),
        ("3rd", 3, 3),
    ],
)
def test_twins_amount_reads_plain_numbers(words: str, low: float, high: float) -> None:
    found = amount(words)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("words", ["", "goats", "B-52", "3 4 5"])
def test_twins_amount_is_none_for_what_is_no_single_number(words: str) -> None:
    assert amount(words) is None


_words = st.sampled_from(
    "the ferry to Hallow Morvane carried 12 30 not never more than at most in 2019 March %".split()
)


@given(st.lists(_words, max_size=9), st.lists(_words, max_size=3), st.lists(_words, max_size=3))
def test_twins_are_symmetric(shared: list[str], one: list[str], other: list[str]) -> None:
    a, b = (
        Statement(Claim(text, 0, len(text), None, (), Voice.OWN))
        for text in (" ".join([*shared[:5], *part, *shared[5:]]) for part in (one, other))
    )
    assert mirrored(compare(b, a)) == compare(a, b)
    found, turned = find(a, b), find(b, a)
    assert (found is None) == (turned is None)
    if found is not None and turned is not None:
        assert (found.part, found.a, found.b) == (turned.part, turned.b, turned.a)
