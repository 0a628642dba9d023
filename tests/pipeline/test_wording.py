"""The words of the use cases: a table of what is said."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import (
    Bound,
    Claim,
    DateRange,
    Figure,
    Relation,
    RelationKind,
    Speaker,
    Statement,
    Voice,
)
from factcheck.pipeline import wording
from factcheck.pipeline.views import LedgerRow

MARCH = date(2022, 3, 8)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (DateRange(MARCH, MARCH), "8 March 2022"),
        (DateRange(date(2022, 3, 1), MARCH), "1 to 8 March 2022"),
        (DateRange(date(2022, 2, 24), MARCH), "24 February to 8 March 2022"),
        (DateRange(date(2021, 12, 31), MARCH), "31 December 2021 to 8 March 2022"),
        (DateRange(MARCH, None), "since 8 March 2022"),
        (DateRange(None, MARCH), "up to 8 March 2022"),
    ],
)
def test_wording_days(period: DateRange, words: str) -> None:
    assert wording.days(period) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no counts"), (1, "one count"), (5, "five counts"), (1204, "1,204 counts")]
)
def test_wording_plural(number: int, words: str) -> None:
    assert wording.plural(number, "count") == words


def figure(low: float | None, high: float | None, bound: Bound = Bound.EXACT) -> Figure:
    return Figure("x", 0, 1, low=low, high=high, unit="soldier", dimension="count", measure="killed", bound=bound)


def statement(name: str = "", body: str | None = None, outlet: str | None = "The Post") -> Statement:
    speaker = Speaker("", 0, 0, name=name, body=body) if name else None
    claim = Claim("x", 0, 1, restated=None, kinds=(), voice=Voice.OWN, speaker=speaker)
    return Statement(claim, outlet=outlet, published_on=MARCH)


def row(kind: RelationKind, found: Figure, *, later: bool = False) -> LedgerRow:
    return LedgerRow(
        statement=statement("Ada Lorne"),
        figure=found,
        relation=Relation(kind, "because"),
        who="Ada Lorne",
        body="Ada Lorne",
        as_written="x",
        as_read="x",
        when="",
        on=MARCH,
        later=later,
    )


def test_wording_summary_counts_what_stands_beside() -> None:
    rows = [
        row(RelationKind.RIVAL_COUNT, figure(498, 498)),
        row(RelationKind.RIVAL_COUNT, figure(12_000, None, Bound.MORE_THAN)),
        row(RelationKind.EQUAL, figure(4_000, 4_000)),
    ]
    assert wording.summary(rows, 0, 9, MARCH) == "Two other counts, 498 to more than 12,000; one agrees."


def test_wording_summary_says_one_value_once() -> None:
    rows = [row(RelationKind.RIVAL_COUNT, figure(498, 498)), row(RelationKind.NOT_EXCLUDED, figure(498, 498))]
    assert wording.summary(rows, 0, 9, MARCH) == "Two other counts, all 498."


def test_wording_summary_puts_conflicts_first() -> None:
    rows = [row(RelationKind.RIVAL_COUNT, figure(498, 498)), row(RelationKind.CONTRADICTION, figure(9_000, 9_000))]
    assert wording.summary(rows, 0, 9, MARCH).startswith(
        "One figure can’t both be right with this one; one further count"
    )


def test_wording_summary_says_when_there_is_nothing() -> None:
    said = wording.summary([], 2, 1204, MARCH)
    assert (
        said
        == "No other figure for this among 1,204 compared up to 8 March 2022; two look-alikes about something else."
    )


def test_wording_summary_leaves_later_knowledge_aside() -> None:
    rows = [row(RelationKind.CONTRADICTION, figure(9_000, 9_000), later=True)]
    assert wording.summary(rows, 0, 9, None) == "Nothing known by then; one figure came later."


@pytest.mark.parametrize(
    ("given", "line"),
    [
        (statement("Ada Lorne", "Coastguard"), "Ada Lorne · Coastguard"),
        (statement("Coastguard", "coastguard"), "Coastguard"),
        (statement(), "the article itself"),
    ],
)
def test_wording_speaker_line(given: Statement, line: str) -> None:
    assert wording.speaker_line(given) == line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  The ferry\nsank. ", "The ferry sank."),
        ("The ferry sank off Corrie Head", "The ferry sank…"),
        ("a" * 30, "a" * 12 + "…"),
        ("A big ferry ran\n\nIt ran.", "A big ferry ran"),
    ],
)
def test_wording_first_words(text: str, words: str) -> None:
    assert wording.first_words(text, 15 if " " in text else 12) == words
