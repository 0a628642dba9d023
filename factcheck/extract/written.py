"""How a figure is written, where only what it counts tells: half a pair of quotation marks, "4.500 people".

Apart from :mod:`.quantities`, which puts a figure together: these look at its characters once its noun is known.
"""

from __future__ import annotations

import re

from factcheck.extract.amount import Amount
from factcheck.extract.changes_en import PERSONS
from factcheck.extract.tokens import Tokens

_CLOSES = {"”": "“", "»": "«"}
_OPENS = {"“": "”", "«": "»"}


def within_marks(text: str, start: int, floor: int, end: int) -> int:
    """Where a figure ends whose span ``text[start:end]`` would hold one quotation mark of two: before that mark, as in
    'spoke of "eleven or twelve" containers'. What stands before ``floor`` (number and unit, inches too) stays."""
    for at in range(floor, end):
        sign = text[at]
        alone = (
            (sign == '"' and text.count('"', start, end) % 2 == 1)
            or (sign in _CLOSES and _CLOSES[sign] not in text[start:at])
            or (sign in _OPENS and _OPENS[sign] not in text[at:end])
            or (sign in "’'" and at == floor and text[at + 1 : at + 2].isspace())
        )
        if alone:
            return floor + len(text[floor:at].rstrip())
    return end


_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_SHARED_OUT = re.compile(r"\b(?:average|averag|mean|median|per|ratio|each|every)", re.IGNORECASE)


def dotted_thousands(tokens: Tokens, amount: Amount, noun: int | None) -> bool:
    """Whether "4.500 people" are thousands: persons are no decimals, where nobody speaks of an average."""
    if noun is None or amount.per is not None or amount.number is None or amount.number.scale != 1.0:
        return False
    if _DOTTED.fullmatch(tokens.text, *amount.core) is None or amount.stated[0] != amount.stated[1]:
        return False
    near = tokens.text[max(0, amount.start - 60) : amount.end + 40]
    return tokens.doc[noun].lemma_.lower() in PERSONS and _SHARED_OUT.search(near) is None
