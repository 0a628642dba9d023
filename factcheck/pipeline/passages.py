"""Passages that are in no workspace: read as claims, and compared with each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.compare import compare_all
from factcheck.extract import extract
from factcheck.intake import Metadata, date_option, read_text
from factcheck.model import Claim, Relation, Statement, Voice

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text with when (YYYY-MM-DD) and by which outlet it was printed."""

    text: str
    date: str | None = None
    source: str | None = None


def statements(passage: Passage) -> list[Statement]:
    """The claims of a passage; where none is found, the whole passage as the writer's own assertion.

    Raises:
        IntakeError: the passage is empty.
        UsageError: its date is not a date.
    """
    return list(_statements(passage.text, date_option(passage.date), passage.source))


@lru_cache(maxsize=20_000)  # a batch of a thousand questions has as many hits as that
def _statements(text: str, printed: date | None, source: str | None) -> tuple[Statement, ...]:
    document = read_text(text, metadata=Metadata(outlet=source, published_on=printed))
    claims: Sequence[Claim] = extract(document).claims or (_whole(document.text),)
    return tuple(Statement(claim, outlet=source, published_on=printed) for claim in claims)


def _whole(text: str) -> Claim:
    start = len(text) - len(text.lstrip())
    trimmed = text.strip()
    return Claim(trimmed, start, start + len(trimmed), restated=None, kinds=(), voice=Voice.OWN)


def compare_passages(a: Passage, b: Passage) -> Relation:
    """How two passages stand to each other: every claim of one with every claim of the other.

    The headline is the pair that most surely speaks of the same thing, a conflict first where that is equal; where the
    two share all words but one part, what that part is decides.

    Raises:
        IntakeError: a passage is empty.
        UsageError: a date is not a date.
    """
    return compare_all(statements(a), statements(b), texts=(a.text, b.text))
