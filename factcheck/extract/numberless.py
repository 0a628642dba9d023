"""The text of a claim with its figures' numbers taken out: what the second vector is made of.

Two claims about the same thing that differ in the number alone are the same text here, so they are found together
however far their numbers lie apart.
"""

from __future__ import annotations

import re

from factcheck.extract.numbers import scan
from factcheck.model import Claim

_LOOSE = re.compile(r"\s+([,.;:?!%’”)\]])")
_EMPTY = re.compile(r"[(\[]\s*[)\]]|[$€£¥](?=[\s)\]]|$)")


def numberless(claim: Claim) -> str:
    """``claim.text`` without the digits and number words of its figures, spaces tidied; never empty."""
    text = claim.text
    wholes = (figure.whole for figure in claim.figures if figure.whole is not None)
    spans = {(span.start, span.end) for span in (*claim.figures, *wholes)}
    limit = len(text)
    for begin, stop in sorted(spans, reverse=True):
        start, end = begin - claim.start, stop - claim.start
        if 0 <= start <= end <= limit:
            limit = start
            text = text[:start] + _without_numbers(text[start:end]) + text[end:]
    while (emptied := _EMPTY.sub(" ", text)) != text:
        text = emptied
    tidy = _LOOSE.sub(r"\1", " ".join(text.split()))
    return tidy if any(map(str.isalpha, tidy)) else claim.text


def _without_numbers(words: str) -> str:
    for number in reversed(scan(words)):
        words = f"{words[: number.start]} {words[number.end :]}"
    return words
