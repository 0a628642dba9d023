"""The pieces of a text that numbers are made of: runs of digits, signs of fractions, words, and what joins them.

Apart from :mod:`.numbers` (in digits) and :mod:`.worded` (in words), which both read them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract import number_words_en as en

_DIGITS = (
    rf"(?:(?<![\d,.])\d{{1,3}},\d{{1,2}}(?=\s?(?:%|{en.AFTER_DECIMAL_COMMA})(?!\w))|(?<=€)\d{{1,3}},\d\d(?![\d,.]\d)|"
    r"(?<![\d.])\d{1,3}\.\d{3}\.\d{3}(?!\.?\d)|"
    r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?: ?, 000)+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}|"
    r"\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+|[1-9]\d{0,2}(?: 000)+(?![\d,.])|"
    r"(?:(?<=[$£€])|(?<=[$£€] ))(?:\d{1,3}(?: ?, ?\d{3})+|\d{1,3}(?: \d{3})+|"
    r"\d+ ?\. ?\d{1,2}(?=\s(?:[mb]|tr)illion))(?!\d)|\d+)"
    r"(?:\.\d+)?(?:[eE][-+]\d{1,2}(?!\d))?|(?<![^\W\d_])\.\d+"
)
DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}")
"""What :func:`split` takes for one run of digits only where a comma can be nothing else than the decimal one."""
_LEXEME = re.compile(rf"(?P<digits>{_DIGITS})|(?P<sign>[{''.join(en.FRACTION_SIGNS)}])|(?P<word>[^\W\d_½⅓⅔¼¾⅛⅜⅝⅞]+)")
JOINTS = frozenset({" ", "-", " - ", "\u00a0", "\u2011", "\u2010", "\u202f", "\n", "\r\n"})


@dataclass(slots=True)
class Number:
    """A number as written. ``text[start:end]`` holds it, sign and scale included.

    Attributes:
        value: with its scale: "1.2 million" is 1200000.0.
        mantissa: without it: 1.2.
        scale: 1.0 where no scale was written.
        grouped: digits with thousands separators ("16,000"), which no year, code or model number has.
        digits: begins with digits rather than a word.
        fraction: written as a fraction of one ("two-thirds", "½").
        letter: the scale was one letter written onto the digits ("5m"), which may yet be a unit.
    """

    start: int
    end: int
    value: float
    mantissa: float
    scale: float = 1.0
    grouped: bool = False
    digits: bool = True
    fraction: bool = False
    letter: bool = False


@dataclass(slots=True)
class Lexeme:
    kind: str
    text: str
    start: int
    end: int
    gap: str
    """What stands between the lexeme before and this one, at most three characters of it."""


def split(text: str) -> list[Lexeme]:
    """The digits, fraction signs and words of ``text``, in order."""
    lexemes: list[Lexeme] = []
    last = 0
    for matched in _LEXEME.finditer(text):
        gap = text[last : matched.start()] if matched.start() - last <= 3 else "..."
        kind = matched.lastgroup or ""
        lexemes.append(Lexeme(kind, matched[0].lower(), matched.start(), matched.end(), gap))
        last = matched.end()
    return lexemes


def word_at(lexemes: Sequence[Lexeme], at: int) -> str:
    """The word at ``at`` if it follows the lexeme before directly, else ""."""
    if at < len(lexemes) and lexemes[at].kind == "word" and lexemes[at].gap in JOINTS:
        return lexemes[at].text
    return ""


def previous(lexemes: Sequence[Lexeme], at: int) -> str:
    if at and lexemes[at].gap in JOINTS and lexemes[at - 1].kind == "word":
        return lexemes[at - 1].text
    return ""
