"""Vague English amounts in one table: what each may mean, as an interval.

A figure of these is marked ``vague`` and never makes a contradiction alone. Counts run from the word's own size to ten
times it ("hundreds": 100 to 1,000); small words and shares follow common usage and are meant to be wide.
"""

from __future__ import annotations

from typing import NamedTuple


class Vague(NamedTuple):
    """Lowest and highest value, and whether they are a share of a whole."""

    low: float
    high: float
    share: bool = False


_SIZES = {
    "dozens": 12.0,
    "scores": 20.0,
    "tens": 10.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "lakhs": 1e5,
    "millions": 1e6,
    "crores": 1e7,
    "billions": 1e9,
    "trillions": 1e12,
}
SIZES = {word: Vague(size, 10 * size) for word, size in _SIZES.items()}

OPENERS = {"tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 100.0, "thousands": 1000.0}
"""Words that multiply a second one: "tens of thousands", "hundreds of millions"."""

MULTIPLIED = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}

SEVERAL = {
    "several": Vague(3, 9),
    "a few": Vague(2, 5),
    "a couple of": Vague(2, 3),
    "a couple": Vague(2, 3),
    "a handful of": Vague(3, 6),
    "many": Vague(3, 9),
    "few": Vague(2, 5),
    "couple of": Vague(2, 3),
}
"""Multiplying words: "several hundred", "a few thousand"."""

WORDS = {
    "a majority of": Vague(0.5, 1.0, True),
    "the majority of": Vague(0.5, 1.0, True),
    "a majority": Vague(0.5, 1.0, True),
    "the vast majority of": Vague(0.7, 1.0, True),
    "a vast majority of": Vague(0.7, 1.0, True),
    "an overwhelming majority of": Vague(0.7, 1.0, True),
    "the overwhelming majority of": Vague(0.7, 1.0, True),
    "most of": Vague(0.5, 1.0, True),
    "most": Vague(0.5, 1.0, True),
    "nearly all": Vague(0.9, 1.0, True),
    "almost all": Vague(0.9, 1.0, True),
    "a minority of": Vague(0.0, 0.5, True),
    "a small minority of": Vague(0.0, 0.2, True),
    "a small number of": Vague(2, 20),
    "a handful of": Vague(3, 6),
    "a handful": Vague(3, 6),
    "several": Vague(3, 9),
    "a couple of": Vague(2, 3),
    "a few": Vague(2, 5),
    "scores of": Vague(20, 200),
}
"""Longest first when matched; the "of" of a share leads to its whole and is no part of the figure. Words that only say
"many" ("numerous", "countless") are left out: no interval can be told of them. "most" counts only before a noun or as
the subject itself (not "most important")."""
