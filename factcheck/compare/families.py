"""The families of measures and the groups of people whose words stand in a text: the tables, made ready to match.

Kept apart from :mod:`.measures_en`, which holds words alone, and from those who ask: what a figure measures, of whom,
and which words say what a passage is about all read the same families.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.compare.measures_en import FACETS, GROUPS
from factcheck.text import normalise

Family = tuple[str, str]
"""A family of measures as (facet, family)."""

_WORDS = {(facet, family): words for facet, found in FACETS.items() for family, words in found.items()}
_OF = {key: re.compile(rf"(?:{alternatives})(?!\w)") for key, alternatives in _WORDS.items()}
#: Where any of them begins: one search of the text instead of one a family.
_ANY = re.compile(rf"(?<!\w)(?:{'|'.join(_WORDS.values())})(?!\w)")


@lru_cache(maxsize=65536)
def occurrences(text: str) -> tuple[tuple[Family, int, int], ...]:
    """Where words of the measure families stand in ``text``, taken as it is: the family, and half-open offsets.

    Families in the order of their table, those of one family as they stand, without overlap.
    """
    begins = []
    match = _ANY.search(text)
    while match is not None:
        begins.append(match.start())
        match = _ANY.search(text, match.start() + 1)
    if not begins:
        return ()
    found = []
    for key, pattern in _OF.items():
        done = 0
        for begin in begins:
            if begin >= done and (match := pattern.match(text, begin)) is not None:
                done = match.end()
                found.append((key, begin, done))
    return tuple(found)


@lru_cache(maxsize=65536)
def families(text: str) -> frozenset[Family]:
    """The measure families whose words stand in ``text``."""
    return frozenset(key for key, _, _ in occurrences(normalise(text)))


@lru_cache(maxsize=16384)
def is_measure_word(key: str) -> bool:
    """Whether ``key`` alone is a word of some family."""
    return _ANY.fullmatch(key) is not None


_GROUP = {name: re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") for name, alternatives in GROUPS.items()}


_ANY_GROUP = re.compile(rf"(?<!\w)(?:{'|'.join(GROUPS.values())})(?!\w)")


@lru_cache(maxsize=65536)
def groups(text: str) -> frozenset[str]:
    """The groups of people of :data:`~factcheck.compare.measures_en.GROUPS` named in ``text``."""
    matched = normalise(text)
    if _ANY_GROUP.search(matched) is None:
        return frozenset()
    return frozenset(name for name, pattern in _GROUP.items() if pattern.search(matched))
