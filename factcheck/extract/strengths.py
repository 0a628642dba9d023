"""Strengths of earthquakes and the like, read off a scale: "a magnitude 7.1 quake", "5.6 on the Richter scale".

Apart from :mod:`.counted`, which asks what a number counts: here nothing is counted, and the scale may stand before the
number as well as behind it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.extract import changes_en
from factcheck.extract.amount import Amount
from factcheck.extract.tokens import Tokens

_STRONGEST = 10
_RICHTER = re.compile(r"\s(?:on|of) the (?:open-ended )?(?:Richter|moment[ -]magnitude|magnitude)\b")


class Strength(NamedTuple):
    """The scale's name, the index of its word where that stands at the number, and the word as written."""

    name: str
    noun: int | None
    text: str | None


def strength(tokens: Tokens, amount: Amount, text: str) -> Strength | None:
    """The scale that a number is read off, or None: "a magnitude of 6.1", "magnitudes ranging from 2.9 to 5.1"."""
    scale = tokens.token(tokens.at(amount.core[0]) - 1)
    if scale is not None and scale.lower_ in changes_en.SCALES_OF_STRENGTH and scale.lower_ != "strength":
        return Strength(scale.lower_, int(scale.i), scale.text)
    index = tokens.at(amount.start) - 1
    while tokens.word(index) in changes_en.LEADS_FROM_MAGNITUDE:
        index -= 1
    found = tokens.token(index)
    small = amount.stated[1] <= _STRONGEST and not tokens.noun_at(tokens.ending_at(amount.core[1]) + 1)
    if found is not None and found.lemma_.lower() == "magnitude" and small:
        return Strength("magnitude", None, found.text)
    return Strength("magnitude", None, None) if _RICHTER.match(text, amount.end) is not None else None
