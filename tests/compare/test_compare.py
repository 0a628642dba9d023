"""Properties of the whole: symmetry, groups, the number gate, on generated figures and on the commands' shapes."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.compare import (
    FigureInContext,
    compare,
    compare_figure,
    compare_figures,
    describe,
    headline,
    mirrored,
)
from factcheck.model import (
    Accrual,
    Bound,
    Claim,
    ClaimKind,
    DateRange,
    Direction,
    Figure,
    Group,
    Modality,
    RelationKind,
    Role,
    Speaker,
    Stance,
    Statement,
    Voice,
)
from factcheck.wire import relation_json

Build = Callable[..., Statement]
DAYS = [date(2024, 3, day) for day in (1, 2, 4, 9)]
_days = st.none() | st.builds(
    lambda x, y: DateRange(min(x, y), max(x, y)), st.sampled_from(DAYS), st.sampled_from(DAYS)
)
_open_days = _days | st.builds(DateRange, st.sampled_from(DAYS), st.none())
_units = st.sampled_from(
    [("person", "count"), ("soldier", "count"), ("percent", "ratio"), ("fraction", "ratio"), ("USD", "money"),
     ("EUR", "money"), ("kilometre", "length"), ("mile", "length"), ("percentage point", "points"),
     ("multiple", "multiple")]
)  # fmt: skip


@st.composite
def figures(draw: st.DrawFn, number: str) -> Figure:
    unit, dimension = draw(_units)
    value = float(number)
    bound = draw(st.sampled_from(Bound))
    low = None if bound in (Bound.AT_MOST, Bound.LESS_THAN) else value
    high = None if bound in (Bound.AT_LEAST, Bound.MORE_THAN) else value * (2 if bound is Bound.BETWEEN else 1)
    return Figure(
        number,
        0,
        len(number),
        low,
        high,
        unit,
        dimension,
        draw(st.sampled_from(["people killed", "people wounded", "revenue", "unemployment", ""])),
        approximate=draw(st.booleans()),
        vague=draw(st.booleans()),
        bound=bound,
        role=draw(st.sampled_from(Role)),
        direction=draw(st.none() | st.sampled_from(Direction)),
        accrual=draw(st.none() | st.sampled_from(Accrual)),
        modality=draw(st.sampled_from(Modality)),
        hedged=draw(st.booleans()),
        population=draw(st.sampled_from([None, "Sarvian", "Morish", "children"])),
        place=draw(st.sampled_from([None, "Eastvale", "Westvale"])),
        period=draw(_open_days),
        as_of=draw(_days),
    )


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    number = draw(st.sampled_from(["0", "1", "31", "58", "1200", "1187", "4.2"]))
    rest = draw(
        st.sampled_from([" people were killed in the fire", " of them in Eastvale", " was the rate in March", ""])
    )
    text = number + rest
    by = draw(st.sampled_from([None, "Police", "Ann Lee", "the Ministry of Health"]))
    speaker = Speaker("", len(text), len(text), by, draw(st.sampled_from([None, "Police"]))) if by else None
    claim = Claim(
        text,
        0,
        len(text),
        None,
        (ClaimKind.NUMERIC,),
        draw(st.sampled_from(Voice)),
        speaker=speaker,
        stance=draw(st.none() | st.sampled_from(Stance)),
        said_on=draw(_days),
        figures=tuple(draw(figures(number)) for _ in range(draw(st.integers(0, 2)))),
    )
    return Statement(
        claim,
        document_id=draw(st.sampled_from([None, "one", "two"])),
        outlet=draw(st.sampled_from([None, "Daily Ledger", "Night Post"])),
        published_on=draw(st.none() | st.sampled_from(DAYS)),
    )


@settings(max_examples=150, deadline=None)
@given(statements(), statements())
def test_compare_is_symmetric(a: Statement, b: Statement) -> None:
    there, back = compare(a, b), compare(b, a)
    assert (there.relation, there.reason) == (back.relation, back.reason)
    assert dict(mirrored(back).facts) == dict(there.facts)
    assert (back.b, back.a) == (there.a, there.b)
    assert sorted(p.reason for p in there.pairs) == sorted(p.reason for p in back.pairs)


@settings(max_examples=60, deadline=None)
@given(statements(), statements())
def test_compare_gives_json_and_a_sentence(a: Statement, b: Statement) -> None:
    made = compare(a, b)
    json.dumps(relation_json(made), allow_nan=False)
    assert made.reason.endswith(".")
    assert "\n" not in made.reason


@settings(max_examples=60, deadline=None)
@given(statements(), statements())
def test_compare_states_no_conflict_of_a_vague_figure(a: Statement, b: Statement) -> None:
    for pair in compare(a, b).pairs:
        assert pair.a is not None
        assert pair.b is not None
        if pair.a.vague or pair.b.vague:
            assert pair.relation is not RelationKind.CONTRADICTION
            assert pair.relation is not RelationKind.REVISED_DOWN


@settings(max_examples=60, deadline=None)
@given(statements())
def test_compare_with_itself_is_no_contradiction(a: Statement) -> None:
    for figure in a.claim.figures:
        item = FigureInContext(figure, a)
        assert compare_figures(item, item).relation is not RelationKind.CONTRADICTION


def test_compare_every_relation_has_a_group() -> None:
    assert {kind.group for kind in RelationKind} == set(Group)


def test_compare_headline_is_the_conflict_among_equally_sure_pairs(statement: Build) -> None:
    killed, wounded = {"measure": "people killed"}, {"measure": "people wounded"}
    a = statement(
        "31 people were killed and 40 wounded in the Corven fire",
        {"text": "31 people", "value": 31, **killed},
        {"text": "40", "value": 40, **wounded},
    )
    b = statement(
        "31 people were killed and 65 wounded in the Corven fire",
        {"text": "31 people", "value": 31, **killed},
        {"text": "65", "value": 65, **wounded},
    )
    made = compare(a, b)
    assert made.relation is RelationKind.CONTRADICTION
    assert made.a is not None
    assert made.a.text == "40"
    assert sorted(p.relation for p in made.pairs) == ["contradiction", "equal"]


def test_compare_a_restatement_in_another_currency_is_no_conflict(statement: Build) -> None:
    usd = {"unit": "USD", "dimension": "money", "measure": "loss"}
    gbp = {"unit": "GBP", "dimension": "money", "measure": "loss"}
    a = statement(
        "Halden Motors lost $1.2bn (£950m) in 2023",
        {"text": "$1.2bn", "value": 1.2e9, **usd},
        {"text": "£950m", "value": 9.5e8, "restates": 0, **gbp},
    )
    b = statement("Halden Motors lost £950m in 2023", {"text": "£950m", "value": 9.5e8, **gbp})
    made = compare(a, b)
    assert made.group is Group.AGREE
    assert len(made.pairs) == 1


def test_compare_without_a_comparable_figure_falls_back_to_the_statements(statement: Build) -> None:
    a = statement("The rector closed the law faculty of Astley university")
    b = statement("The rector did not close the law faculty of Astley university")
    made = compare(a, b)
    assert (made.relation, made.pairs, made.a) == (RelationKind.DENIAL, (), None)


def test_compare_headline_of_no_relations_is_unrelated() -> None:
    assert headline([]).relation is RelationKind.UNRELATED


def test_compare_agreeing_numbers_in_an_altered_quotation(statement: Build) -> None:
    hours = {"value": 11, "unit": "hour", "dimension": "duration", "measure": "warning"}
    said = {"by": "Tess Amler", "said": date(2024, 6, 21), "voice": Voice.DIRECT}
    a = statement(
        "“We had 11 hours of warning and used nine of them,” Tess Amler said", {"text": "11 hours", **hours}, **said
    )
    b = statement(
        "“We had 11 hours of warning and wasted nine of them,” Tess Amler said", {"text": "11 hours", **hours}, **said
    )
    made = compare(a, b)
    assert made.relation is RelationKind.QUOTATION_DIFFERS
    assert len(made.pairs) == 1


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"text": "more than 20,000 volunteers", "low": 20000, "bound": Bound.MORE_THAN, "unit": "volunteer"}, "more than 20,000 volunteers"),
        ({"text": "2,000 to 4,000", "low": 2000, "high": 4000, "bound": Bound.BETWEEN, "unit": ""}, "2,000 to 4,000"),
        ({"text": "Up to 4,000", "high": 4000, "bound": Bound.AT_MOST, "unit": "", "hedged": True}, "up to 4,000, hedged"),
        ({"text": "$1.2bn", "value": 1.2e9, "unit": "USD", "dimension": "money"}, "$1.2 billion"),
        ({"text": "4.2%", "value": 4.2, "unit": "percent", "dimension": "ratio"}, "4.2%"),
        ({"text": "dozens", "low": 24, "high": 99, "vague": True}, "dozens, vague"),
        ({"text": "No one", "value": 0, "unit": "person"}, "no people"),
        ({"text": "about 300", "value": 300, "approximate": True}, "about 300 people"),
        ({"text": "24", "value": 24, "unit": "case", "per": "100,000 people"}, "24 cases per 100,000 people"),
    ],
)  # fmt: skip
def test_compare_describe_reads_as_it_was_read(statement: Build, row: dict[str, object], expected: str) -> None:
    (figure,) = statement(str(row["text"]), row).claim.figures
    assert describe(figure) == expected


def test_compare_figure_of_a_level_left_behind_is_in_no_conflict(statement: Build) -> None:
    toll = {"unit": "person", "measure": "people killed", "role": Role.LEVEL}
    mine = statement(
        "Police said the fire at Alder Mill had killed 83 people, up from 61.",
        {"text": "83 people", "value": 83.0, **toll},
        {"text": "61", "value": 61.0, **toll},
        by="Police",
        printed=date(2024, 3, 4),
        document="one",
    )
    theirs = statement(
        "The fire at Alder Mill killed 83 people.",
        {"text": "83 people", "value": 83.0, **toll},
        printed=date(2024, 3, 4),
        document="two",
    )
    other = statement(
        "The fire at Alder Mill killed 95 people.",
        {"text": "95 people", "value": 95.0, **toll},
        printed=date(2024, 3, 4),
        document="two",
    )
    assert compare_figure(mine, 0, theirs).group is Group.AGREE
    assert compare_figure(mine, 1, theirs).relation is RelationKind.UNRELATED
    assert compare_figure(theirs, 0, mine).group is Group.AGREE
    assert compare_figure(mine, 0, other).group is Group.CONFLICT
