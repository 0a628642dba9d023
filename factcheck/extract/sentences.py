"""Cuts a paragraph into sentences by characters alone, cheaply and carefully: in doubt it doesn't cut.

It stands apart from the parser, which finds its own sentences afterwards: this cut only decides what is worth parsing,
and a sentence cut in two would be read wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.units import unit

# tried once a run of stops and taken whole, or a line of dots would take time that goes with its square
_END = re.compile(r"(?<![.?!…。！？])[.?!…。！？]++[\"'”’»)\]]*+\s++(?=[\"'“‘«(\[]*+[^\W_a-z])")
_LAST_WORD = re.compile(r"[\w.&'’-]*$")
_AMOUNT = re.compile(r"(?<![\w.])[$€£¥]?\d[\d,]*(?:\.\d+)?[ \u00a0]?(?P<unit>[a-z]{1,4})$")
_CAPITAL = re.compile(r"\s+[\"'“‘«(\[]*[A-Z]")
_NO_UNITS = frozenset("v st p pp c vs no s d am pm".split())
"""What may stand between a number and a name, read as a unit or not: "3 v. Spain", "5 p. Kent"."""
_SCALES = frozenset("k m mn bn tn b".split())
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt cmdr sgt cpl sen rep gov pres hon rev st sr jr inc ltd co corp bros dept "
    "est vs etc no nos vol fig jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun approx "
    "ave blvd adm amb atty supt det insp messrs mt ft ph.d m.d u.s u.k u.n e.u d.c a.m p.m i.e e.g".split()
)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of the paragraph ``text[start:end]`` as half-open spans, in order, white space between left out."""
    begin = start
    for found in _END.finditer(text, start, end):
        word = _LAST_WORD.search(text, max(begin, found.start() - 20), found.start())
        if text[found.start()] == "." and word and _abbreviated(word[0]) and not ends_in_unit(text, found.start() + 1):
            continue
        stop = found.end()
        while text[stop - 1].isspace():
            stop -= 1
        yield begin, stop
        begin = found.end()
    if begin < end:
        yield begin, end


def _abbreviated(word: str) -> bool:
    return len(word) == 1 or word.lower() in _ABBREVIATIONS or ("." in word and len(word) <= 6)


def ends_in_unit(text: str, end: int) -> bool:
    """Whether the full stop before ``end`` ends a sentence though an abbreviation stands before it, the unit of a
    number, and a capital follows: "The mine shipped 1,600 t. Wages rose".

    A parser takes such a stop for the abbreviation's, so the two sides are not for it to put together.
    """
    if text[end - 1 : end] != "." or _CAPITAL.match(text, end) is None:
        return False
    found = _AMOUNT.search(text, max(0, end - 30), end - 1)
    if found is None or found["unit"] in _NO_UNITS:
        return False
    return found["unit"] in _SCALES or unit(found["unit"]) is not None
