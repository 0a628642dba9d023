"""The families of measures and the groups of people whose words stand in a text: the tables, made ready to match.

Kept apart from :mod:`.measures_en`, which holds words alone, and from those who ask: what a figure measures, of whom,
and which words say what a passage is about all read the same families.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.compare.measures_en import FACETS, GROUPS
from factcheck.text import normalise

#: What the words of a measure family, given as (facet, family), look like in text as matched.
PATTERNS = {
    (facet, family): re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
    for facet, families in FACETS.items()
    for family, alternatives in families.items()
}


@lru_cache(maxsize=65536)
def families(text: str) -> frozenset[tuple[str, str]]:
    """The measure families, as (facet, family), whose words stand in ``text``."""
    matched = normalise(text)
    return frozenset(key for key, pattern in PATTERNS.items() if pattern.search(matched))


@lru_cache(maxsize=16384)
def is_measure_word(key: str) -> bool:
    """Whether ``key`` alone is a word of some family."""
    return any(pattern.fullmatch(key) for pattern in PATTERNS.values())


_GROUP = {name: re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") for name, alternatives in GROUPS.items()}


@lru_cache(maxsize=65536)
def groups(text: str) -> frozenset[str]:
    """The groups of people of :data:`~factcheck.compare.measures_en.GROUPS` named in ``text``."""
    matched = normalise(text)
    return frozenset(name for name, pattern in _GROUP.items() if pattern.search(matched))
