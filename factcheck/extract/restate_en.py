"""The English words a restatement needs: months, possessives, pronouns that can't begin a text read alone."""

from __future__ import annotations

import re

MONTHS = tuple("January February March April May June July August September October November December".split())

POSSESSIVES = frozenset("his her its their my our your whose".split())

UNSETTLED = frozenset("he she they it this that these those him her them his its their such both".split())
"""First words that mean something said before."""

BEGINS_CLAUSE = re.compile(r"(?:^|[,;:—–”\"’']|\b(?:but|and|yet|so|that))\s*$", re.IGNORECASE)
"""What stands before the subject of a clause; not "said", before the subject behind its verb."""

_YEAR = re.compile(r"\b\d{4}\b")


def written_in_full(words: str) -> bool:
    """True for a date that has its year, and so needs no other."""
    return _YEAR.search(words) is not None
