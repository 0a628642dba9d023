"""One order from many scores: meaning, words, names, numbers, dates. Pure; who finds candidates is not known here.

A candidate's score is a dict of readable parts, each 0 to 1, and then their weighted sum divided by the weights that
apply. A part applies only where the query has the thing: a query without a number is not held against claims with one.
The words' score is BM25, which has no upper end, so it is divided by the best of the list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

#: What each part counts for. Meaning leads; a rare shared name or number settles near ties.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "meaning": 0.50,
        "numberless_meaning": 0.10,
        "words": 0.25,
        "names": 0.08,
        "numbers": 0.05,
        "dates": 0.02,
    }
)
ALIKE_FROM = 0.1  # cosine of two passages of nothing in common: it and all below it is no likeness
NEAR_DAYS = 365.0  # dates a year apart have nothing in common


@dataclass(frozen=True, slots=True)
class Features:
    """One candidate beside the query, as the caller measured them.

    Attributes:
        key: the caller's own id of the candidate, given back unchanged.
        meaning, numberless_meaning: cosine of the vectors, -1 to 1; None where it wasn't measured.
        words: BM25, 0 or more; None where it wasn't measured.
        query_names, names, query_numbers, numbers: sets of normalised strings.
        days_apart: days between the two, 0 or more; None where one has no date.
    """

    key: str
    meaning: float | None = None
    numberless_meaning: float | None = None
    words: float | None = None
    query_names: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    query_numbers: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    days_apart: float | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate in its place: ``rank`` from 1, ``score`` 0 to 1, and the parts it was made of, each 0 to 1."""

    key: str
    rank: int
    score: float
    score_parts: Mapping[str, float] = field(default_factory=dict)


def fuse(candidates: Sequence[Features], *, weights: Mapping[str, float] = WEIGHTS) -> list[Ranked]:
    """``candidates`` in one order, best first; equal scores keep the order of their keys.

    A part that no candidate of the list has drops out for all; one that only this candidate lacks counts as 0 for it,
    so that a hit of one search alone is not above a hit of both. Weights need not sum to 1; unknown parts are ignored.
    """
    best_words = max((c.words for c in candidates if c.words is not None), default=0.0)
    rows = [(candidate.key, score_parts(candidate, best_words=best_words)) for candidate in candidates]
    present = [name for name in weights if any(name in parts for _, parts in rows)]
    total = sum(weights[name] for name in present)
    scored = [
        (sum(weights[name] * parts.get(name, 0.0) for name in present) / total if total > 0 else 0.0, key, parts)
        for key, parts in rows
    ]
    scored.sort(key=lambda row: (-row[0], row[1]))
    return [
        Ranked(key, rank, min(1.0, max(0.0, score)), parts) for rank, (score, key, parts) in enumerate(scored, start=1)
    ]


def score_parts(candidate: Features, *, best_words: float) -> dict[str, float]:
    """The parts of one candidate's score that apply, each 0 to 1. ``best_words`` is the best BM25 of the list."""
    parts: dict[str, float] = {}
    if candidate.meaning is not None:
        parts["meaning"] = _likeness(candidate.meaning)
    if candidate.numberless_meaning is not None:
        parts["numberless_meaning"] = _likeness(candidate.numberless_meaning)
    if candidate.words is not None:
        parts["words"] = min(1.0, max(0.0, candidate.words / best_words)) if best_words > 0 else 0.0
    if candidate.query_names:
        parts["names"] = _found(candidate.query_names, candidate.names)
    if candidate.query_numbers:
        parts["numbers"] = _found(candidate.query_numbers, candidate.numbers)
    if candidate.days_apart is not None:
        parts["dates"] = max(0.0, 1.0 - abs(candidate.days_apart) / NEAR_DAYS)
    return parts


def _likeness(cosine: float) -> float:
    return min(1.0, max(0.0, (cosine - ALIKE_FROM) / (1.0 - ALIKE_FROM)))


def _found(wanted: frozenset[str], there: frozenset[str]) -> float:
    """The share of ``wanted`` that is ``there``."""
    return len(wanted & there) / len(wanted)
