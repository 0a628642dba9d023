"""One order from many scores: meaning, words, passages, names, numbers, dates. Pure; nothing here finds candidates.

A candidate's score is a dict of readable parts, each 0 to 1, and then their weighted sum divided by the weights that
apply. A part applies only where the query has the thing: a query without a number is not held against claims with one.
BM25 has no upper end, so it is divided by the best of the list. How much of a text's wording is shared is measured
with the rarity (inverse document frequency) of its words: anywhere, side by side, in one run, within a few sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import fmean, pstdev
from types import MappingProxyType

#: What each part counts for, where a sentence is asked for: a check tells it in other words. Climbed to the mean of
#: average precision at 5 and at 12 (``python -m benchmarks.retrieval --fit``) on the tuning half of PolitiFact debates;
#: dates are in no set, ``words`` and ``numbers`` came out as nothing there, and ``script`` is that of posts.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "meaning": 0.130,
        "passage": 0.180,
        "numberless_meaning": 0.130,
        "words": 0.010,
        "wording": 0.145,
        "phrases": 0.080,
        "rarest": 0.040,
        "run": 0.110,
        "window": 0.115,
        "names": 0.050,
        "numbers": 0.010,
        "script": 0.140,
        "dates": 0.010,
    }
)
#: Where a post is asked for: a check quotes it. Climbed on CheckThat! 2020 train and the tuning half of FactCheckTweet,
#: and with less say on that of PolitiFact debates.
WEIGHTS_OF_POSTS: Mapping[str, float] = MappingProxyType(
    {
        "meaning": 0.090,
        "passage": 0.200,
        "numberless_meaning": 0.020,
        "words": 0.080,
        "wording": 0.135,
        "phrases": 0.070,
        "rarest": 0.075,
        "run": 0.170,
        "window": 0.110,
        "names": 0.035,
        "numbers": 0.015,
        "script": 0.140,
        "dates": 0.010,
    }
)
#: By one index alone.
WEIGHTS_OF_MODES: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {"meaning": {"meaning": 0.85, "numberless_meaning": 0.15}, "words": {"words": 1.0}}
)
WORDS_BESIDE_MEANING = 0.5
"""What BM25 counts beside meaning, both standardised, when candidates are chosen before their texts are read."""
PLACES_BEFORE = 60
"""What a place of a post is counted from, as in reciprocal rank fusion (Cormack et al., SIGIR 2009)."""
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
        phrases: share of the query's neighbouring words that stand side by side in one passage too, 0 to 1.
        rarest: share of the query's few rarest words that are anywhere in claim, title and text, 0 to 1.
        run: share of the query that its longest run of words has which stands there in this order, 0 to 1.
        window: share of the query's words within the best stretch of some sentences there, 0 to 1.
        script: how much of it is written in the query's script, 0 to 1: a reader reads the language they ask in.
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
    phrases: float | None = None
    rarest: float | None = None
    run: float | None = None
    window: float | None = None
    script: float | None = None
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
    for name in ("wording", "phrases", "rarest", "run", "window", "script"):
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


def longest_run(words: Sequence[str], there: Sequence[str], rarity: Mapping[str, float]) -> float:
    """The weight of the longest run of ``words`` that stands ``there`` word by word, a share of all words; 0 to 1."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(there):
        places.setdefault(word, []).append(place)
    best, ending = 0.0, dict[int, float]()
    for word in words:
        rare = rarity.get(word, 0.0)
        ending = {place: ending.get(place - 1, 0.0) + rare for place in places.get(word, ())}
        best = max(best, max(ending.values(), default=0.0))
    whole = sum(rarity.values())
    return min(1.0, best / whole) if whole > 0 else 0.0


def best_window(rarity: Mapping[str, float], there: Sequence[str], *, size: int = 60) -> float:
    """The share of the words of ``rarity`` that the best stretch of ``size`` words ``there`` holds; 0 to 1."""
    places = [(place, word) for place, word in enumerate(there) if word in rarity]
    held: Counter[str] = Counter()
    first, weight, best = 0, 0.0, 0.0
    for place, word in places:
        held[word] += 1
        weight += rarity[word] if held[word] == 1 else 0.0
        while places[first][0] <= place - size:
            gone = places[first][1]
            held[gone] -= 1
            weight -= rarity[gone] if not held[gone] else 0.0
            first += 1
        best = max(best, weight)
    whole = sum(rarity.values())
    return min(1.0, best / whole) if whole > 0 else 0.0


def rarest(rarity: Mapping[str, float], *, few: int = 6) -> dict[str, float]:
    """The ``few`` rarest words with their rarity; of equal ones those that come first."""
    return dict(sorted(rarity.items(), key=lambda item: -item[1])[:few])


def latin(text: str) -> float:
    """The share of the letters of ``text`` that are Latin ones; 1 where there are none."""
    if text.isascii():
        return 1.0
    letters = [character for character in text if character.isalpha()]
    return sum(character < "\u0250" for character in letters) / len(letters) if letters else 1.0


def foremost(candidates: Sequence[Features], *, post: bool = False) -> list[str]:
    """Keys in the order of what the indexes alone say, best first: meaning and BM25, each standardised over the list.

    A query of ordinary words has no candidate far above the others by words, one with a rare name has; standardised
    scores let each index speak where it has something to say. Of a post the places in both orders count, so that what
    either index puts first is kept.
    """
    if post:
        places = {one.key: 0.0 for one in candidates}
        for part in ("meaning", "words"):
            found = [(-value, one.key) for one in candidates if (value := getattr(one, part)) is not None]
            for place, (_, key) in enumerate(sorted(found), start=1):
                places[key] += 1.0 / (PLACES_BEFORE + place)
        return sorted(places, key=lambda key: (-places[key], key))
    meaning = _standardised([max(-1.0, c.meaning if c.meaning is not None else -1.0) for c in candidates])
    words = _standardised([c.words or 0.0 for c in candidates])
    scored = [(-(m + WORDS_BESIDE_MEANING * w), c.key) for m, w, c in zip(meaning, words, candidates, strict=True)]
    return [key for _, key in sorted(scored)]


def _standardised(values: Sequence[float]) -> list[float]:
    spread = pstdev(values) if len(values) > 1 else 0.0
    middle = fmean(values) if values else 0.0
    return [(value - middle) / spread if spread > 0 else 0.0 for value in values]


def _likeness(cosine: float) -> float:
    return min(1.0, max(0.0, (cosine - ALIKE_FROM) / (1.0 - ALIKE_FROM)))


def _found(wanted: frozenset[str], there: frozenset[str]) -> float:
    """The share of ``wanted`` that is ``there``."""
    return len(wanted & there) / len(wanted)
