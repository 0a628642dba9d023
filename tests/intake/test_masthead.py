"""What a plain text says of itself above its first paragraph."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.intake import Metadata, read_text
from factcheck.intake.masthead import read_masthead

BODY = "The council of Sallow said on Monday that 412 of its 1,900 street lamps had gone out since the storm in May."
DAY = date(2024, 10, 14)


@pytest.mark.parametrize(
    ("head", "title", "author", "printed"),
    [
        ("Lamps go out\n\nBy Ola Brandt\n14 October 2024\n\n", "Lamps go out", "Ola Brandt", DAY),
        ("Lamps go out in Sallow\nOctober 14, 2024\n", "Lamps go out in Sallow", None, DAY),
        (
            "Lamps go out in Sallow\nPublished: Monday, 14 October 2024, 02:24 GMT\n",
            "Lamps go out in Sallow",
            None,
            DAY,
        ),
        ("Last updated 15 October 2024\nPublished 14 October 2024\nMore lamps out\n", "More lamps out", None, DAY),
        ("More lamps out\nBy Ola Brandt | 14 Oct 2024\n", "More lamps out", "Ola Brandt", DAY),
        ("More lamps out\n2024-10-14\n", "More lamps out", None, DAY),
        ("Support our mission\n\n", None, None, None),
        ("More lamps out\n03/08/2022\n", None, None, None),
        ("More lamps out\n30 February 2024\n", None, None, None),
        ("The day of 14 October 2024 was dark\n\n", None, None, None),
        ("", None, None, None),
    ],
)
def test_masthead_reads_only_what_cannot_be_mistaken(
    head: str, title: str | None, author: str | None, printed: date | None
) -> None:
    found = read_masthead(head + BODY)
    assert (found.title, found.author, found.published_on) == (title, author, printed)


def test_masthead_needs_a_paragraph_below() -> None:
    assert read_masthead("Lamps go out\n14 October 2024\n") == Metadata()


def test_masthead_gives_way_to_what_a_person_says() -> None:
    text = f"More lamps out\n14 October 2024\n\n{BODY}"
    document = read_text(text, metadata=Metadata(title="Lamps", published_on=date(2024, 10, 15)))
    assert (document.title, document.published_on, document.text) == ("Lamps", date(2024, 10, 15), text)


@given(st.text())
def test_masthead_takes_any_text(text: str) -> None:
    found = read_masthead(text)
    assert found.title is None or found.title in text
