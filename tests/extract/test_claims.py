from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factcheck.extract import extract, numberless
from factcheck.intake import Metadata, read_text
from factcheck.model import Claim, ClaimKind, DateRange, Document, Voice

FRIDAY = date(2023, 5, 12)


def _document(text: str) -> Document:
    if text.strip():
        return read_text(text, metadata=Metadata(published_on=FRIDAY))
    return Document("", text, text.encode(), "", "", published_on=FRIDAY)


def _claims(text: str) -> tuple[Claim, ...]:
    return extract(_document(text)).claims


def _attributed(text: str) -> list[Claim]:
    return [claim for claim in _claims(text) if ClaimKind.ATTRIBUTED in claim.kinds]


def _check_spans(text: str, claims: tuple[Claim, ...]) -> None:
    for claim in claims:
        spans = [claim, claim.speaker, claim.cue, claim.content, *claim.figures]
        spans += [figure.whole for figure in claim.figures]
        for span in spans:
            if span is not None:
                assert 0 <= span.start < span.end <= len(text)
                assert text[span.start : span.end] == span.text
        if claim.content is not None:
            assert all(0 <= start < end <= len(text) for start, end in claim.content.spans)
        held = [claim.content, *claim.figures]
        assert all(claim.start <= span.start and span.end <= claim.end for span in held if span is not None)
        assert 0 <= claim.check_worthiness <= 1
    keys = [(claim.start, -claim.end) for claim in claims]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("The dam cost $40 million.", ["The dam cost $40 million."]),
        ("31 killed in mill fire", ["31 killed in mill fire"]),
        (
            "Rents rose 4% in May, and wages fell 2%.",
            ["Rents rose 4% in May", "wages fell 2%."],
        ),
        (
            "Ola Brandt, who owns 40 mills, was absent.",
            ["Ola Brandt, who owns 40 mills"],
        ),
        ("Nobody came.\n\nThe dam cost $40 million.", ["The dam cost $40 million."]),
        ("The valley is green. The mill is old.", []),
        ("-12 degrees was recorded in Harrow.", ["-12 degrees was recorded in Harrow."]),
        (
            "Dozens of shops closed, with many owners calling the tax unfair.",
            ["Dozens of shops closed, with many owners calling the tax unfair.", "many owners calling the tax unfair."],
        ),
    ],
)
def test_claims_take_the_smallest_clause_of_a_figure(text: str, spans: list[str]) -> None:
    assert [claim.text for claim in _claims(text)] == spans


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (
            "Up to 400 cows may have drowned, a farmers’ spokesman said Tuesday.",
            "Up to 400 cows may have drowned, a farmers’ spokesman said Tuesday.",
        ),
        (
            "The mill burned, but the fire chief said that 40 people had left it.",
            "the fire chief said that 40 people had left it.",
        ),
        (
            "“We counted 14 engines,” said Ola Brandt.",
            "“We counted 14 engines,” said Ola Brandt.",
        ),
        (
            "According to the county, 14 engines came.",
            "According to the county, 14 engines came.",
        ),
    ],
)
def test_claims_hold_the_attribution_and_what_is_said(text: str, span: str) -> None:
    [claim] = _attributed(text)
    assert claim.text == span
    assert claim.kinds == (ClaimKind.NUMERIC, ClaimKind.ATTRIBUTED)
    assert len(claim.figures) == 1


def test_claims_give_a_long_quotation_whole_and_its_figures_apart() -> None:
    text = "“We lost everything. About 300 cows drowned, and 40 barns fell. Nobody came,” said Ola Brandt."
    whole, *parts = _claims(text)
    assert whole.text == text
    assert whole.voice == Voice.DIRECT
    assert [part.text for part in parts] == ["About 300 cows drowned", "40 barns fell."]
    assert {part.speaker for part in parts} == {whole.speaker}
    assert whole.speaker is not None
    assert whole.speaker.name == "Ola Brandt"
    assert parts[0].restated == "Ola Brandt: About 300 cows drowned"
    assert [len(claim.figures) for claim in (whole, *parts)] == [2, 1, 1]


def test_claims_count_those_who_voted() -> None:
    (claim,) = _claims("Eighty-three members of the assembly voted for the plan.")
    assert [(figure.text, figure.measure) for figure in claim.figures] == [("Eighty-three members", "member vote")]


@pytest.mark.parametrize(
    "text", ["Two weeks later the mill closed.", "He died on Monday, three days later.", "A year afterwards it burnt."]
)
def test_claims_take_no_time_that_only_tells_when_for_a_figure(text: str) -> None:
    assert [figure.text for claim in _claims(text) for figure in claim.figures] == []


def test_claims_give_the_one_figure_of_a_short_split_quotation_once() -> None:
    text = "“We have 2,300 soldiers in the valley tonight,” Ola Marsh said. “Nobody will be left behind.”"
    (claim,) = _claims(text)
    assert (claim.text, [figure.text for figure in claim.figures]) == (text, ["2,300 soldiers"])


def test_claims_leave_a_figure_outside_what_is_said_to_the_writer() -> None:
    text = "After 14 hours of talks, the governor said the dam would cost 3 billion euros."
    own, said = sorted(_claims(text), key=lambda claim: claim.voice != Voice.OWN)
    assert own.voice == Voice.OWN
    assert [figure.text for figure in own.figures] == ["14 hours"]
    assert own.speaker is None
    assert [figure.low for figure in said.figures] == [3e9]


@pytest.mark.parametrize(
    ("text", "first", "second", "figures"),
    [
        (
            "While one recent survey suggested a majority of Norwegians supported the ferry, port workers say more than "
            "3,000 travellers were left behind.",
            "one recent survey suggested a majority of Norwegians supported the ferry",
            "port workers say more than 3,000 travellers were left behind.",
            ["more than 3,000 travellers"],
        ),
        (
            "Although a recent poll suggested that a majority of residents back the mayor, monitors say at least 1,400 "
            "cows drowned.",
            "a recent poll suggested that a majority of residents back the mayor",
            "monitors say at least 1,400 cows drowned.",
            ["at least 1,400 cows"],
        ),
    ],
)
def test_claims_of_two_bodies_in_one_sentence_are_kept_apart(
    text: str, first: str, second: str, figures: list[str]
) -> None:
    one, other = _attributed(text)
    assert (one.text, other.text) == (first, second)
    assert [figure.text for figure in one.figures] == ["a majority"]
    assert [figure.text for figure in other.figures] == figures
    assert not any(figure.hedged for figure in other.figures)


def test_claims_of_a_comparison_behind_what_is_said_are_whole_sentences() -> None:
    text = "Orbix Steel reported a net loss of 1.3 billion kronor on Thursday, compared with a profit of 412 million."
    (own,) = [claim for claim in _claims(text) if "412" in claim.figures[0].text]
    assert own.text == text


def test_claims_do_not_take_the_number_of_speakers_for_a_claim() -> None:
    [claim] = _claims("Three engineers said the wall would hold.")
    assert claim.figures == ()


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("60% of voters support the plan.", "60%"),
        ("A majority of Norwegians back the ferry.", "A majority"),
        ("Two thirds of farmers want a new dam.", "Two thirds"),
        ("141 voted for the plan.", "141"),
    ],
)
def test_claims_tell_the_share_of_those_who_hold_a_view(text: str, figure: str) -> None:
    [claim] = _claims(text)
    assert claim.text == text
    assert [one.text for one in claim.figures] == [figure]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The chief said Tuesday that 40 people had left.", date(2023, 5, 9), date(2023, 5, 9)),
        ("On Monday, the chief said that 40 people had left.", date(2023, 5, 8), date(2023, 5, 8)),
        ("The chief said that 40 people had left on Monday.", None, None),
        ("The chief said during a meeting on Wednesday that 40 people had left.", date(2023, 5, 10), date(2023, 5, 10)),
    ],
)
def test_claims_know_the_day_something_was_said(text: str, first: date | None, last: date | None) -> None:
    [claim] = _attributed(text)
    assert claim.said_on == (DateRange(first, last) if first else None)


@pytest.mark.parametrize(
    ("text", "restated"),
    [
        ("The dam cost  $40 million.", "The dam cost $40 million."),
        ("Rents rose 4% on Tuesday.", "Rents rose 4% on Tuesday (9 May 2023)."),
        ("Rents rose 4% in April.", "Rents rose 4% in April (April 2023)."),
        ("Rents rose 4% in April 2021.", "Rents rose 4% in April 2021."),
        ("Rents of the 1990s rose 4%.", "Rents of the 1990s rose 4%."),
        ("It cost $40 million.", None),
        ("It took $40 million to build the dam.", "It took $40 million to build the dam."),
        ("The worst was 1997, when 58 people died.", "The worst was 1997, when 58 people died."),
        ("In the north lies Tarn, where 58 people died.", "In Tarn, 58 people died."),
        ("Nobody saw the dam, which cost $4 billion.", "The dam cost $4 billion."),
        ("The choir won't sing unless Holt pays $5 million.", "The choir won't sing unless Holt pays $5 million."),
        ("Brandt cited two facts about aid to defend it.", "Brandt cited two facts about aid to defend it."),
        ("If 40 people leave, the mill will close.", "If 40 people leave, the mill will close."),
        ("Since 2014 4,000 people have drowned.", "Since 2014 4,000 people have drowned."),
    ],
)
def test_claims_are_restated_to_be_read_alone(text: str, restated: str | None) -> None:
    [claim] = _claims(text)
    assert claim.restated == restated


def test_claims_are_restated_with_the_speaker_named() -> None:
    text = "Ola Brandt owns the mill. The fire began at night. Brandt said it destroyed 14 machines."
    [claim] = [claim for claim in _claims(text) if claim.cue and claim.cue.lemma == "say"]
    assert claim.restated == "Ola Brandt said it destroyed 14 machines."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 16,000 cows drowned.", "More than cows drowned."),
        ("The dam cost $1.2bn (£950m) in all.", "The dam cost in all."),
        ("Thirty-one people were hurt.", "people were hurt."),
        ("50 of the 1,200 inspectors resigned.", "of the inspectors resigned."),
        ("Nobody said a word, the chief said.", "Nobody said a word, the chief said."),
    ],
)
def test_numberless_takes_the_numbers_out(text: str, expected: str) -> None:
    [claim] = _claims(text)
    assert numberless(claim) == expected


def test_numberless_is_the_same_for_claims_that_differ_in_the_number() -> None:
    [one], [other] = _claims("The flood killed 31 people in Harrow."), _claims("The flood killed 58 people in Harrow.")
    assert numberless(one) == numberless(other)


def test_numberless_is_never_empty() -> None:
    [claim] = _claims("The dam cost $40 million.")
    assert numberless(replace(claim, text="$40 million", end=claim.end)) != ""


def test_claims_are_none_in_another_language() -> None:
    found = extract(
        _document("Der Bürgermeister sagte, mehr als 4000 Menschen hätten die Stadt am Dienstag verlassen.")
    )
    assert found.claims == ()
    assert found.language == "de"
    assert "another language" in found.notes[0]


def test_claims_say_that_there_are_none() -> None:
    found = extract(_document("The valley is green. The mill is old."))
    assert found.claims == ()
    assert found.notes


def test_claims_of_a_long_text_keep_their_offsets() -> None:
    sentence = "The county said on Monday that 14 engines came to the mill. "
    text = "\n\n".join(sentence + "The valley is green. " * 120 for _ in range(100))
    assert len(text) > 250_000
    claims = _claims(text)
    assert len(claims) == 100
    assert claims[-1].start > 240_000
    _check_spans(text, claims)


ODD = [
    "The 🏚️ mill cost $40 million 😀, Zoë Brandt said.\r\nShe lost 12 cows.",
    "Ze\u0301 said\u00a0“40\u00a0mills burned”…\x00\x07 and 12\u202fcows",
    "\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064a\u0631 40 said 12 people\u200f left",
    "A" * 100_000,
    "said 40 " * 400,
    "“" * 500 + "40 cows",
    "( " * 500,
    "THE MAYOR SAID 40 PEOPLE DIED AND 12 WERE HURT\nTHE CHIEF DENIED IT",
    "Year\tDead\tHurt\n2019\t40\t12\n2020\t31\t9\n2021\t12\t4",
    "Tbe rnayor saicl tbat 4O people dieci, ancl l2 were burt",
    "\ufeff40 cows\u2028died\u2029\x0b\x0c\x85said he",
]


@pytest.mark.parametrize("text", ODD)
def test_claims_survive_odd_text(text: str) -> None:
    _check_spans(text, _claims(text))


WORDS = st.sampled_from(
    [
        "the mayor", "Ola Brandt", "said", "told", "denied", "that", "according to", "40", "1.2bn", "$", "%", "two", "half",
        "of the", "people", "died", "rose", "by", "Tuesday", "on", "“", "”", "\"", "’", ",", ".", "?", "—", "(", ")", "\n",
        "\r\n", "\n\n", "\u00a0", "\u0301", "🙂", "\u200f", "he", "it", "its", "which", "and", "but", "who", "was", "believes",
        "52", "countries", "than", "more", "\x07", "…", "’s", "not", "may", "have",
    ]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example("said.” 40")
def test_claims_have_true_spans_on_any_text(text: str) -> None:
    _check_spans(text, _claims(text))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The senator voted against the dam in 2019.", (ClaimKind.ATTRIBUTED,)),
        ("Mayor Ola Brandt wants the dam to be closed.", (ClaimKind.ATTRIBUTED, ClaimKind.BELIEF)),
        ("Mayor Ola Brandt believes that the dam is unsafe.", (ClaimKind.ATTRIBUTED, ClaimKind.BELIEF)),
        ("Mayor Ola Brandt said that the dam is unsafe.", (ClaimKind.ATTRIBUTED,)),
    ],
)
def test_claims_of_a_belief_are_marked(text: str, kinds: tuple[ClaimKind, ...]) -> None:
    assert [claim.kinds for claim in _claims(text)] == [kinds]


@pytest.mark.parametrize(
    ("text", "speaker", "figures"),
    [
        ("Some 54 percent of voters said they would back Reed, compared with 25 percent for Marsh.", None, 2),
        (
            "The survey showed that 54 percent of voters said they would back Reed, while only 25 percent would back Marsh.",
            "The survey",
            2,
        ),
        ("In a Herald poll, 54 percent of voters said they would back Reed.", "a Herald poll", 1),
        ("Among residents, 27 percent would vote for Marsh, followed closely by Reed with 22 percent.", None, 2),
    ],
)
def test_claims_count_a_share_of_people_and_do_not_cite_it(text: str, speaker: str | None, figures: int) -> None:
    numeric = [claim for claim in _claims(text) if claim.figures]
    assert [(claim.speaker and claim.speaker.text, len(claim.figures)) for claim in numeric] == [(speaker, figures)]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("The ferry firm, which has 40 boats, said it lost 4 million kronor.", ["The ferry firm, which has 40 boats"]),
        (
            "Mayor Ola Brandt, who spoke for 45 minutes, said the dam is unsafe.",
            ["Mayor Ola Brandt, who spoke for 45 minutes"],
        ),
        ("Three officials said the dam holds 4 million litres.", []),
        ("Ola Brandt, 44, said the dam holds 4 million litres.", []),
    ],
)
def test_claims_keep_what_the_writer_tells_of_a_speaker(text: str, own: list[str]) -> None:
    assert [claim.text for claim in _claims(text) if claim.figures and claim.speaker is None] == own
