from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.extract.attribution import Attribution, attributions
from factcheck.model import Stance, Voice, WriterView


def _read(nlp: Any, text: str) -> list[Attribution]:
    return attributions(nlp(text))


def _parts(text: str, found: Attribution) -> tuple[str | None, str, list[str]]:
    return (found.source.text if found.source else None, found.cue.text, [text[s:e] for s, e in found.content.spans])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said the bridge was closed.", "The mayor", "said", ["the bridge was closed"]),
        ("The bridge was closed, the mayor said on Monday.", "the mayor", "said", ["The bridge was closed"]),
        ("The bridge, the mayor said, was closed.", "the mayor", "said", ["The bridge", "was closed"]),
        ("“The bridge is closed,” said Lena Marsh.", "Lena Marsh", "said", ["“The bridge is closed,”"]),
        ("“The bridge is closed,” Marsh said.", "Marsh", "said", ["“The bridge is closed,”"]),
        ("Marsh said: “The bridge is closed.”", "Marsh", "said", ["“The bridge is closed.”"]),
        (
            "“The bridge is closed,” Marsh told reporters. “It may fall.”",
            "Marsh",
            "told",
            ["“The bridge is closed,”", "“It may fall.”"],
        ),
        (
            "“The bridge is closed. It may fall. Please stay away,” Marsh said.",
            "Marsh",
            "said",
            ["“The bridge is closed. It may fall. Please stay away,”"],
        ),
        (
            "The mayor said that the bridge was “rotten to the core.”",
            "The mayor",
            "said",
            ["that the bridge was “rotten to the core.”"],
        ),
        ("According to the police, 20 people fled.", "the police", "According to", ["20 people fled"]),
        ("20 people fled, according to the police.", "the police", "according to", ["20 people fled"]),
        ("In Marsh's view, the bridge is safe.", "Marsh", "view", ["the bridge is safe"]),
        ("A memo shows that the city knew.", "A memo", "shows", ["that the city knew"]),
        ("The survey found that half of them smoke.", "The survey", "found", ["that half of them smoke"]),
        ("Marsh denied that she had lied.", "Marsh", "denied", ["that she had lied"]),
        ("Reed accused the company of hiding the leak.", "Reed", "accused", ["the company of hiding the leak"]),
        ("They laughed at Marsh's claim that the bridge is safe.", "Marsh", "claim", ["that the bridge is safe"]),
        (
            "While a survey suggested that a majority of Danes back the tax, farm groups say hundreds have quit.",
            "farm groups",
            "say",
            ["hundreds have quit"],
        ),
        (
            "While a survey suggested that a majority of Danes back the tax, farm groups say hundreds have quit.",
            "a survey",
            "suggested",
            ["that a majority of Danes back the tax"],
        ),
        ("The firm declined to comment on the leak.", "The firm", "declined to comment on", ["the leak"]),
        (
            "Guards turned 310 fans away, according to the club; the council put the number at 95.",
            "the club",
            "according to",
            ["Guards turned 310 fans away"],
        ),
        (
            "Guards turned 310 fans away, according to the club; the council put the number at 95.",
            "the council",
            "put",
            ["the number at 95"],
        ),
        (
            "The relief office had verified the deaths of 71 miners and believes that the true figure is higher.",
            "The relief office",
            "had verified",
            ["the deaths of 71 miners"],
        ),
        (
            "By Sunday night 19 people had been killed in the storm along the Wend, the Rescue Service of Norland said, "
            "one fewer than it had announced on Friday.",
            "the Rescue Service of Norland",
            "said",
            ["By Sunday night 19 people had been killed in the storm along the Wend"],
        ),
        (
            "Capt. Scott Barrow, the head of the Harbour Agency, estimated on Tuesday that 200 boats had been lost.",
            "Capt. Scott Barrow, the head of the Harbour Agency",
            "estimated",
            ["that 200 boats had been lost"],
        ),
        (
            "Norland has sent recruits to Sudland although Barrow gave assurances that it would never do so, "
            "Sudland’s Ministry of Defence said on Thursday.",
            "Sudland’s Ministry of Defence",
            "said",
            ["Norland has sent recruits to Sudland although Barrow gave assurances that it would never do so"],
        ),
        (
            "In a poll by the Norland Institute, 40 percent backed the dam.",
            "a poll by the Norland Institute",
            "In",
            ["40 percent backed the dam"],
        ),
        ("Marsh's main claim is that the bridge is safe.", "Marsh", "main claim is", ["that the bridge is safe"]),
        ("The council is reluctant to close the bridge.", "The council", "is reluctant", ["to close the bridge"]),
        ("Marsh took a swipe at the builders.", "Marsh", "took a swipe at", ["the builders"]),
        ("The bridge was criticised by Marsh.", "Marsh", "was criticised", ["The bridge"]),
        ("As Marsh put it, the bridge was a disgrace.", "Marsh", "put it", ["the bridge was a disgrace"]),
        (
            "Officials estimate the damage to the Long Bridge at $2 million.",
            "Officials",
            "estimate",
            ["the damage to the Long Bridge at $2 million"],
        ),
        (
            "Marsh accused the army of shelling the harbour, killing at least seven people.",
            "Marsh",
            "accused",
            ["the army of shelling the harbour, killing at least seven people"],
        ),
        (
            "The senator made the following comment: “The bridge is old. It may fall.“ Reed saw it.",
            "The senator",
            ":",
            ["“The bridge is old. It may fall.“"],
        ),
        ("The plan Marsh denounced has been dropped.", "Marsh", "denounced", ["The plan"]),
        ("As the Herald reported on Monday, the bank knew.", "the Herald", "reported", ["the bank knew"]),
        (
            "As reported by the Herald, the bank knew of the plan.",
            "the Herald",
            "reported",
            ["the bank knew of the plan"],
        ),
        ("The bank, as Marsh noted in May, has lost money.", "Marsh", "noted", ["The bank", "has lost money"]),
        ("Marsh called on Parliament to pass the bill.", "Marsh", "called on", ["Parliament to pass the bill"]),
        (
            "One aide has called the plan “bookkeeping run amok.”",
            "One aide",
            "has called",
            ["the plan “bookkeeping run amok.”"],
        ),
        (
            "Marsh said in a statement that the bridge was safe.",
            "Marsh",
            "said in a statement",
            ["that the bridge was safe"],
        ),
        (
            "By the minister's own admission, 40 schools have closed.",
            "the minister",
            "admission",
            ["40 schools have closed"],
        ),
        ("40 schools have closed, by the ministry's own count.", "the ministry", "count", ["40 schools have closed"]),
        (
            "A Harbour Times report that Marsh had lied shook the city.",
            "Harbour Times",
            "report",
            ["that Marsh had lied"],
        ),
        (
            "Ann Li wrote the following:\n\n“The rate is 33 percent.”\n\nBo Marsh disagreed.",
            "Ann Li",
            "wrote",
            ["“The rate is 33 percent.”"],
        ),
        ("Asked if he was ever bullied, Marsh laughed.", None, "Asked", ["if he was ever bullied"]),
        (
            "“It is pretty,” said Marsh, who noted that the price of some boats had “cratered” to half. “Things move.”",
            "Marsh, who noted that the price of some boats had “cratered” to half",
            "said",
            ["“It is pretty,”", "“Things move.”"],
        ),
    ],
)
def test_attribution_parts(nlp: Any, text: str, source: str | None, cue: str, content: list[str]) -> None:
    assert (source, cue, content) in [_parts(text, found) for found in _read(nlp, text)]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("“The bridge is closed,” Marsh said.", Voice.DIRECT),
        ("Marsh said the bridge was closed.", Voice.INDIRECT),
        ("Marsh said the bridge was “rotten to the core.”", Voice.MIXED),
    ],
)
def test_attribution_voice(nlp: Any, text: str, voice: Voice) -> None:
    assert _read(nlp, text)[0].voice is voice


@pytest.mark.parametrize(
    ("text", "stance", "view"),
    [
        ("Marsh said the bridge was safe.", Stance.ASSERTS, None),
        ("Marsh denied that the bridge was unsafe.", Stance.DENIES, None),
        ("Marsh doubted that the bridge was safe.", Stance.DOUBTS, None),
        ("Marsh asked whether the bridge was safe.", Stance.ASKS, None),
        ("Marsh falsely claimed that the bridge was safe.", Stance.ASSERTS, WriterView.DOUBTS),
        ("Marsh rightly noted that the bridge was unsafe.", Stance.ASSERTS, WriterView.SUPPORTS),
        ("Marsh has baselessly accused the builders of fraud.", Stance.ASSERTS, WriterView.DOUBTS),
        ("Marsh urged drivers to stay away.", None, None),
    ],
)
def test_attribution_stance_and_writer_view(
    nlp: Any, text: str, stance: Stance | None, view: WriterView | None
) -> None:
    found = _read(nlp, text)[0]
    assert (found.stance, found.writer_view) == (stance, view)


def test_attribution_despite_denials_denies_the_clause_around_it(nlp: Any) -> None:
    text = "Norland said the firm, despite its denials, had sold weapons to the rebels."
    outer, inner = _read(nlp, text)
    assert _parts(text, outer)[0] == "Norland"
    assert (inner.cue.text, inner.stance, inner.nested_in) == ("denials", Stance.DENIES, 0)
    assert _parts(text, inner)[2] == ["the firm", "had sold weapons to the rebels"]


def test_attribution_nested_knows_its_outer_one(nlp: Any) -> None:
    text = "Marsh said the builders had told the city that the steel was cheap."
    outer, inner = _read(nlp, text)
    assert (outer.nested_in, inner.nested_in) == (None, 0)
    assert _parts(text, inner) == ("the builders", "had told", ["that the steel was cheap"])


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("A spokesman told the Evening Gazette by email: “We are leaving the town.”", "the Evening Gazette by email"),
        ("“We are leaving,” Marsh said in a statement.", "in a statement"),
        ("Marsh said the bridge was closed.", None),
        ("Forty boats are to be sold, the website reports, citing Harbour Minister Ann Li.", "the website"),
    ],
)
def test_attribution_via(nlp: Any, text: str, via: str | None) -> None:
    assert _read(nlp, text)[0].via == via


@pytest.mark.parametrize(
    ("text", "belief"),
    [
        ("Marsh believes that the bridge is safe.", True),
        ("Marsh wants to close the bridge.", True),
        ("Marsh plans to close the bridge.", True),
        ("Marsh said that the bridge is safe.", False),
    ],
)
def test_attribution_marks_beliefs(nlp: Any, text: str, belief: bool) -> None:
    assert [found.belief for found in _read(nlp, text)] == [belief]


def test_attribution_who_is_cited_is_the_source_of_what_a_paper_tells(nlp: Any) -> None:
    text = "Forty boats are to be sold, the website reports, citing Harbour Minister Ann Li."
    (only,) = _read(nlp, text)
    assert _parts(text, only) == ("Harbour Minister Ann Li", "reports", ["Forty boats are to be sold"])


def test_attribution_person_who_cites_another_speaks_for_themselves(nlp: Any) -> None:
    text = "Forty boats are to be sold, Marsh said, citing Harbour Minister Ann Li."
    assert _read(nlp, text)[0].source.text == "Marsh"  # type: ignore[union-attr]


def test_attribution_semicolon_parts_two_statements(nlp: Any) -> None:
    text = "On Monday Barrow had denied that he knew; two days later his office acknowledged several errors."
    assert [_parts(text, a) for a in _read(nlp, text)] == [
        ("Barrow", "had denied", ["that he knew"]),
        ("his office", "acknowledged", ["several errors"]),
    ]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The minister warned on Monday that 40 clinics would close.", Stance.ASSERTS),
        ("The minister warned people to stay away.", None),
    ],
)
def test_attribution_warning_asserts_with_a_clause(nlp: Any, text: str, stance: Stance | None) -> None:
    assert _read(nlp, text)[0].stance is stance


@pytest.mark.parametrize(
    "text",
    [
        "No one expected that the bridge would fall.",
        "None of the builders said that the bridge would fall.",
        "Neither side said that the bridge would fall.",
    ],
)
def test_attribution_to_nobody_is_none(nlp: Any, text: str) -> None:
    assert _read(nlp, text) == []


def test_attribution_quotation_of_its_own_paragraph_goes_on(nlp: Any) -> None:
    text = "“The bridge is closed,” Marsh said.\n\n“We will build a new one next year.”\n\nThe river rose."
    first, second = _read(nlp, text)
    assert (first.cue, first.source) == (second.cue, second.source)
    assert _parts(text, second)[2] == ["“We will build a new one next year.”"]


def test_attribution_quotation_of_several_paragraphs_is_one(nlp: Any) -> None:
    text = "“The bridge is closed.\n\n“It will stay closed for a year,” Marsh said."
    (only,) = _read(nlp, text)
    assert only.content.text == text[: text.index(" Marsh")]


def test_attribution_odd_mark_leaves_other_paragraphs_alone(nlp: Any) -> None:
    text = "The “ bridge is old.\n\n“The bridge is closed,” Marsh said.\n\nReed said it was safe."
    assert [_parts(text, a)[0] for a in _read(nlp, text)] == ["Marsh", "Reed"]


@pytest.mark.parametrize(
    "text", ["The bridge was closed.", "It rained.", "", "He read a book.", "“The Long Bridge” is a novel.", "\n\n\n"]
)
def test_attribution_finds_none_where_nobody_is_cited(nlp: Any, text: str) -> None:
    assert _read(nlp, text) == []


_WORDS = st.sampled_from(
    [
        "said",
        "“",
        "”",
        '"',
        "Marsh",
        "the bridge",
        ",",
        ".",
        "\n\n",
        "according to",
        "he",
        "told",
        "that",
        "denied",
        ":",
        "😀",
        "'s",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_WORDS, max_size=25).map(" ".join))
def test_attribution_offsets_hold_on_any_text(nlp: Any, text: str) -> None:
    found = _read(nlp, text)
    for number, each in enumerate(found):
        for span in (each.source, each.cue, each.content):
            assert span is None or text[span.start : span.end] == span.text
        assert all(s < e for s, e in each.content.spans)
        assert each.nested_in is None or (0 <= each.nested_in < len(found) and each.nested_in != number)


@pytest.mark.parametrize(
    "text",
    [
        "de\x11bate,eogatry comments Holm had made about \x14Mado",
        "Comments he made about Li.",
        " proud a being soon deba all accepteung Is t",
    ],
)
def test_attribution_a_cue_ends_behind_its_beginning(nlp: Any, text: str) -> None:
    for found in _read(nlp, text):
        assert found.cue.start < found.cue.end
        assert text[found.cue.start : found.cue.end] == found.cue.text


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "As the Harbour Post reported, even if Reed splits the wards, he would need to win 55 percent of the rest.",
            "the Harbour Post",
            "even if Reed splits the wards, he would need to win 55 percent of the rest",
        ),
        (
            "Marsh alleged in the suit that Reed personally earned $5 million from the school.",
            "Marsh",
            "that Reed personally earned $5 million from the school",
        ),
        (
            "Marsh promised Sunday at a rally to end “the wasteful $18 million scheme.”",
            "Marsh",
            "to end “the wasteful $18 million scheme.”",
        ),
        (
            "The orchard did well by Marsh, though — he reported selling $12 million of pears abroad.",
            "he",
            "selling $12 million of pears abroad",
        ),
        (
            "Marsh stood at 31 percent among farmers in the latest Herald poll.",
            "the latest Herald poll",
            "Marsh stood at 31 percent among farmers",
        ),
        (
            "In a September Herald poll, 75 percent of voters said the town is badly run.",
            "a September Herald poll",
            "75 percent of voters said the town is badly run",
        ),
    ],
)
def test_attribution_finds_who_tells_a_number(nlp: Any, text: str, source: str, content: str) -> None:
    found = [(one.source.text, one.content.text) for one in attributions(nlp(text)) if one.source]
    assert (source, content) in found


@pytest.mark.parametrize(
    "text",
    [
        "Marsh leads in the polls.",
        "Marsh took part in a survey of 300 people.",
        "Marsh had 3 votes to spare in the ballot.",
    ],
)
def test_attribution_a_poll_without_a_number_of_its_own_tells_nothing(nlp: Any, text: str) -> None:
    assert not [one for one in attributions(nlp(text)) if one.cue.lemma == "in"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Reed will select 27 envoys on Saturday, and Marsh is sure to lose, according to party officials.",
            "party officials",
            ["Reed will select 27 envoys on Saturday, and Marsh is sure to lose"],
        ),
        (
            "The ban has spread: So far this year, 14 states passed it, according to the Sallow Institute.",
            "the Sallow Institute",
            ["So far this year, 14 states passed it"],
        ),
        ("But, he said, it is a risky plan.", "he", ["it is a risky plan"]),
        (
            "The agency said it left out the meetings because they were part of the daily duties.",
            "The agency",
            ["it left out the meetings because they were part of the daily duties"],
        ),
    ],
)
def test_attribution_takes_all_of_what_is_said(nlp: Any, text: str, source: str, content: list[str]) -> None:
    found = [
        (one.source.text, [text[s:e] for s, e in one.content.spans]) for one in attributions(nlp(text)) if one.source
    ]
    assert (source, content) in found
