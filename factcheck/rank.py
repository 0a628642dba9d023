"""One order from many scores: meaning, words, passages, names, numbers, dates. Pure; nothing here finds candidates.

A candidate's score is a dict of readable parts, each 0 to 1, and then their weighted sum divided by the weights that
apply. A part applies only where the query has the thing: a query without a number is not held against claims with one.
BM25 has no upper end, so it is divided by the best of the list. How much of a text's wording is shared is measured
with the rarity (inverse document frequency) of its words, from the query's side and from the claim's: a long post that
holds a whole short claim is as good a match as the other way round.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType

#: What each part counts for among short claims. Fitted with ``python -m benchmarks.retrieval --fit`` on the tuning
#: queries of CheckThat! 2020 and PolitiFact debates (see there); dates are in neither and set by hand.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "meaning": 0.455,
        "passage": 0.0,
        "numberless_meaning": 0.145,
        "words": 0.045,
        "wording": 0.09,
        "claim_found": 0.085,
        "in_check": 0.0,
        "anywhere": 0.0,
        "phrases": 0.16,
        "names": 0.015,
        "numbers": 0.005,
        "dates": 0.005,
    }
)
#: The same where most candidates bring the text of their check: what was said is then often quoted deep in it, and the
#: claim's own wording tells less. Fitted likewise on the tuning half of FactCheckTweet.
WEIGHTS_OF_TEXTS: Mapping[str, float] = MappingProxyType(
    {
        "meaning": 0.19,
        "passage": 0.125,
        "numberless_meaning": 0.10,
        "words": 0.345,
        "wording": 0.0,
        "claim_found": 0.02,
        "in_check": 0.0,
        "anywhere": 0.075,
        "phrases": 0.0,
        "names": 0.08,
        "numbers": 0.055,
        "dates": 0.005,
    }
)
#: By which candidates are chosen to be measured in full, before their texts are read.
WEIGHTS_OF_INDEXES: Mapping[str, float] = MappingProxyType({"meaning": 0.60, "numberless_meaning": 0.05, "words": 0.35})
ALIKE_FROM = 0.1  # cosine of two passages of nothing in common: it and all below it is no likeness
NEAR_DAYS = 365.0  # dates a year apart have nothing in common


@dataclass(frozen=True, slots=True)
class Features:
    """One candidate beside the query, as the caller measured them.

    Attributes:
        key: the caller's own id of the candidate, given back unchanged.
        meaning: cosine of the query and the claim or its title, whichever is nearer, -1 to 1.
        numberless_meaning: the same with the numbers taken out of both.
        passage: cosine of the query and the best passage of the check's own text.
        words: BM25, 0 or more.
        wording: share of the query's words that the claim or its title has, 0 to 1; see :func:`share`.
        claim_found: share of the claim's words (or its title's) that the query has, 0 to 1.
        in_check: share of the query's words that the best passage of the check's text has, 0 to 1.
        anywhere: share of the query's words that claim, title and the whole text of the check have together, 0 to 1.
        phrases: share of the query's neighbouring words that stand side by side there too, 0 to 1.
        query_names, names, query_numbers, numbers: sets of normalised strings.
        days_apart: days between the two, 0 or more.

    What is None was not measured, or there is nothing to measure.
    """

    key: str
    meaning: float | None = None
    numberless_meaning: float | None = None
    passage: float | None = None
    words: float | None = None
    wording: float | None = None
    claim_found: float | None = None
    in_check: float | None = None
    anywhere: float | None = None
    phrases: float | None = None
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
    for name in ("meaning", "numberless_meaning", "passage"):
        cosine = getattr(candidate, name)
        if cosine is not None:
            parts[name] = _likeness(cosine)
    if candidate.words is not None:
        parts["words"] = min(1.0, max(0.0, candidate.words / best_words)) if best_words > 0 else 0.0
    for name in ("wording", "claim_found", "in_check", "anywhere", "phrases"):
        shared = getattr(candidate, name)
        if shared is not None:
            parts[name] = min(1.0, max(0.0, shared))
    if candidate.query_names:
        parts["names"] = _found(candidate.query_names, candidate.names)
    if candidate.query_numbers:
        parts["numbers"] = _found(candidate.query_numbers, candidate.numbers)
    if candidate.days_apart is not None:
        parts["dates"] = max(0.0, 1.0 - abs(candidate.days_apart) / NEAR_DAYS)
    return parts


def share(rarity: Mapping[str, float], there: Collection[str]) -> float:
    """How much of a text's words is ``there``, each counted by its ``rarity``: 0 to 1; 0 for a text of no words."""
    whole = sum(rarity.values())
    return sum(rare for word, rare in rarity.items() if word in there) / whole if whole > 0 else 0.0


def neighbours(words: Sequence[str]) -> frozenset[tuple[str, str]]:
    """The pairs of words that stand side by side."""
    return frozenset(pairwise(words))


def shared_neighbours(
    wanted: Collection[tuple[str, str]], there: Collection[tuple[str, str]], rarity: Mapping[str, float]
) -> float:
    """The share of the pairs ``wanted`` that is ``there``, a pair counted by the rarity of both words; 0 to 1."""
    weight = {pair: rarity.get(pair[0], 0.0) + rarity.get(pair[1], 0.0) for pair in wanted}
    whole = sum(weight.values())
    return sum(rare for pair, rare in weight.items() if pair in there) / whole if whole > 0 else 0.0


def _likeness(cosine: float) -> float:
    return min(1.0, max(0.0, (cosine - ALIKE_FROM) / (1.0 - ALIKE_FROM)))


def _found(wanted: frozenset[str], there: frozenset[str]) -> float:
    """The share of ``wanted`` that is ``there``."""
    return len(wanted & there) / len(wanted)
