from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.furniture import furniture

PROSE = (
    "The river rose by two metres overnight and stood at the door of the town hall by the morning, the mayor said.",
    "About 300 people were taken to the school on the hill, where volunteers had put up beds and made breakfast.",
)


def _kinds(*paragraphs: str) -> list[str | None]:
    text = "\n\n".join(paragraphs)
    found = {text[start:end]: kind for start, end, kind in furniture(text)}
    return [found.get(paragraph) for paragraph in paragraphs]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Support our journalism", "slogan"),
        ("Sign up for the Morning Briefing", "sign-up"),
        ("Sign up", "sign-up"),
        ("Subscribe now", "sign-up"),
        ("Get our free newsletter in your inbox every day.", "sign-up"),
        ("READ MORE: Five towns that moved uphill", "navigation"),
        ("Most read", "navigation"),
        ("Advertisement", "advertisement"),
        ("By Ida Marsh", "by-line"),
        ("By Ida Marsh and Bo Lund, Vale Courier", "by-line"),
        ("Ida Marsh, Staff Writer", "by-line"),
        ("Bo Lund contributed to this report.", "by-line"),
        ("Reporting by Ida Marsh; editing by Bo Lund", "by-line"),
        ("Updated: 4:15 p.m.", "date-line"),
        ("Published 12 March 2023", "date-line"),
        ("Copyright 2023 The Vale Courier. All rights reserved.", "notice"),
        ("Photo: Ida Marsh/Vale Courier", "caption"),
        ("Two men carry 14 sandbags to the bridge on Sunday. (Bo Lund/Getty Images)", "caption"),
        ("A boat on the high street. (AP Photo/Bo Lund, File)", "caption"),
        ("Follow us on Facebook", "share"),
        ("What the forecast says", "heading"),
        ("A long night on 14 hills", "heading"),
    ],
)
def test_furniture_names_the_kind(line: str, kind: str) -> None:
    assert _kinds(PROSE[0], line, PROSE[1]) == [None, kind, None]


@pytest.mark.parametrize(
    "line",
    [
        "By a margin of 40 votes, the council chose to move the school.",
        "Support for the dam fell to 31% from 45% in a year.",
        "Share prices fell 4% on Monday.",
        "“Sign up or leave,” the mayor told 40 volunteers.",
        "- 40 houses flooded",
        "Two men carried 14 sandbags (each of 20 kilograms) to the bridge.",
        "More people died on the road than in the water.",
        "Home sales rose 12% in May.",
        "The cost, Lund said, was this:",
    ],
)
def test_furniture_leaves_text_alone(line: str) -> None:
    assert _kinds(PROSE[0], line, PROSE[1]) == [None, None, None]


def test_furniture_takes_a_caption_printed_twice() -> None:
    caption = "Ola Brandt speaks at the town hall in June."
    assert _kinds(*PROSE, caption, f"{caption} (Bo Lund/Reuters)") == [None, None, "repeat", "caption"]


def test_furniture_takes_a_paragraph_printed_again() -> None:
    assert _kinds(PROSE[0], PROSE[1]) == [None, None]
    text = "\n\n".join((*PROSE, PROSE[0]))
    [(start, end, kind)] = furniture(text)
    assert (text[start:end], kind, start > 0) == (PROSE[0], "repeat", True)


def test_furniture_leaves_long_paragraphs_alone() -> None:
    long = " ".join((*PROSE, *PROSE, *PROSE, *PROSE))
    assert furniture("\n\n".join((long, long, long.rstrip(".")))) == []


@pytest.mark.parametrize("text", ["Sign up", "40 houses flooded", "one line\nanother line\na third", ""])
def test_furniture_takes_nothing_where_there_is_no_article(text: str) -> None:
    assert [kind for _, _, kind in furniture(text) if kind == "heading"] == []
    assert not furniture("40 houses flooded")


@given(st.text(alphabet=st.sampled_from('aB.1 \n\r\u2028\u00a0"“”’()/é\u0301🙂:-'), max_size=300))
def test_furniture_spans_are_in_order_and_inside(text: str) -> None:
    at = 0
    for start, end, kind in furniture(text):
        assert at <= start < end <= len(text)
        assert kind
        at = end
