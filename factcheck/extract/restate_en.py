"""The English words a restatement needs: months, possessives, pronouns that can't begin a text read alone."""

from __future__ import annotations

import re

MONTHS = tuple("January February March April May June July August September October November December".split())

POSSESSIVES = frozenset("his her its their my our your whose".split())

UNSETTLED = frozenset("he she they it this that these those him her them his its their such both".split())
"""First words that mean something said before."""

IN_A_PLACE = ("In ", ",")
"""Before and behind a place, where what is told of it stands alone: "Tarn, where 40 died", "In Tarn, 40 died"."""

BEGINS_CLAUSE = re.compile(r"(?:^|[,;:—–”\"’']|\b(?:but|and|yet|so|that))\s*$", re.IGNORECASE)
"""What stands before the subject of a clause; not "said", before the subject behind its verb."""

PLEONASTIC = re.compile(
    r"It (?:is|was|has been|will be|would be|should be|may be|can be|isn['’]t|wasn['’]t|takes|took|costs|cost)\b"
    r"[^.;:,]*\b(?:that|to [a-z]+|before|since|until)\b"
)
"""A beginning whose "it" stands for the clause behind: "It took three years to build the dam"."""

_YEAR = re.compile(r"\b\d{4}s?\b")


def written_in_full(words: str) -> bool:
    """True for a date that has its year, and so needs no other."""
    return _YEAR.search(words) is not None
