"""Transcripts: whose turn it is says who speaks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract import extract
from factcheck.extract.turns import turns, without_labels
from factcheck.intake import Metadata, read_text
from factcheck.model import Claim, Stance, Voice

TALK = """Remarks by President Lina Amara in Sallow

QUESTION: How many boats have been sent to the islands?

PRESIDENT AMARA: We have sent 1,500 boats. Violent crime is down 15 percent.

And I can tell you that 40 schools have reopened.

QUESTION: The opposition says crime has doubled.

PRESIDENT AMARA: That is not true.

MINISTER OKORO (Trade): Let me add that unemployment is at 3.4 percent. Some people said we had built only 12 bridges.
"""


def claims(text: str) -> list[Claim]:
    return list(extract(read_text(text, metadata=Metadata(published_on=date(2023, 5, 12)))).claims)


def saying(words: str, text: str = TALK) -> Claim:
    return next(claim for claim in claims(text) if words in claim.text)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("1,500 boats", "Lina Amara"),
        ("15 percent", "Lina Amara"),
        ("40 schools", "Lina Amara"),
        ("3.4 percent", "Minister Okoro"),
    ],
)
def test_turns_claim_is_its_turns_speakers(words: str, name: str) -> None:
    claim = saying(words)
    assert claim.speaker is not None
    assert claim.speaker.name == name
    assert not claim.speaker.anonymous
    assert TALK[claim.start : claim.end] == claim.text
    assert TALK[claim.speaker.start : claim.speaker.end] == claim.speaker.text


def test_turns_own_words_become_direct_speech() -> None:
    claim = saying("15 percent")
    assert (claim.voice, claim.stance) == (Voice.DIRECT, Stance.ASSERTS)
    assert claim.content is not None
    assert claim.content.text == claim.text
    assert claim.restated == "Lina Amara: Violent crime is down 15 percent."


def test_turns_what_others_said_is_told_by_the_turns_speaker() -> None:
    claim = saying("12 bridges")
    assert claim.speaker is not None
    assert (claim.speaker.name, claim.via) == ("Some people", "Minister Okoro")


def test_turns_label_that_names_nobody_is_anonymous() -> None:
    asked = next(turn.speaker for turn in turns(TALK))
    assert (asked.name, asked.anonymous) == ("Question", True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Note: 12 boats sank.\nPhoto: a boat.\nNote: 13 sank.",
        "Sallow: 12 boats sank in the storm on Monday, the harbour master said.\n\nAt noon: 3 more sank.",
        "The mayor said: We lost 12 boats. He added: It was 13.",
        "Height: 5 m\nWidth: 3 m\nDepth: 4 m",
    ],
)
def test_turns_of_an_article_are_none(text: str) -> None:
    assert turns(text) == []


def test_turns_quoted_in_an_article_end_with_their_line() -> None:
    talk = "".join(f"{name}: It was {n} boats.\n\n" for n, name in enumerate(["HOST", "AMARA"] * 2, start=11))
    article = "The harbour lost 40 boats.\n\n" * 6 + talk + "The storm also took 7 sheds.\n\n" * 6
    assert [article[turn.words : turn.end] for turn in turns(article)] == [f"It was {n} boats." for n in range(11, 15)]
    assert saying("7 sheds", article).speaker is None


@given(st.text(alphabet="AB: \nab.", max_size=80))
def test_turns_and_blocks_stay_inside_the_text(text: str) -> None:
    found = turns(text)
    assert all(0 <= turn.start < turn.words <= turn.end <= len(text) for turn in found)
    for start, end in without_labels([(0, len(text))], found):
        assert 0 <= start < end <= len(text)


def test_turns_are_no_rows_of_a_table() -> None:
    assert turns("Marsh: 547\nReed: 46.\nTOTAL:\nMarsh: 2,316.\nReed: 1,547.\nMarsh: 40%\n") == []
    spoken = turns("MARSH: We have 40 boats.\nREED: 40?\nMARSH: 40\nREED: Good.\n")
    assert [turn.speaker.text for turn in spoken] == ["MARSH", "REED", "MARSH", "REED"]
