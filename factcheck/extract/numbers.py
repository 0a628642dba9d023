"""Numbers in running English text: digits, words, scales and fractions to values, with their offsets.

Knows nothing of units, bounds or grammar; :mod:`factcheck.extract.amounts` builds on it. One pass over the text, linear
in its length. Ordinals ("21st", "third"), decades ("1990s") and clock times ("5pm") are left out here, since they show
in the number's own spelling.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract import number_words_en as en
from factcheck.extract.lexemes import DECIMAL_COMMA, JOINTS, Lexeme, Number, previous, split
from factcheck.extract.worded import (
    and_a_half,
    quarter_million,
    read_after_article,
    read_half,
    read_words,
    scaled,
    scaled_fraction,
    with_scales,
)

_MOST_DIGITS = 18
"""Longer runs of digits are identifiers, and no float holds them exactly."""

_ORDINAL_TAIL = frozenset({"st", "nd", "rd", "th"})
_TIME_TAIL = frozenset({"am", "pm"})


def scan(text: str) -> list[Number]:
    """All numbers of ``text``, in order, not overlapping."""
    lexemes = split(text)
    found: list[Number] = []
    position = 0
    while position < len(lexemes):
        read = _read(text, lexemes, position)
        if read is None:
            position += 1
            continue
        number, after = read
        if number is not None:
            found.append(number)
        position = after
    return found


def value(text: str) -> float | None:
    """The number that the whole of ``text`` is, or None."""
    stripped = text.strip()
    found = scan(stripped)
    if len(found) == 1 and found[0].start == 0 and found[0].end == len(stripped):
        return found[0].value
    return None


def _read(text: str, lexemes: Sequence[Lexeme], at: int) -> tuple[Number | None, int] | None:
    """The number that begins at lexeme ``at`` and the lexeme after it; (None, after) for one to be passed by."""
    first = lexemes[at]
    if first.kind == "digits":
        return _read_digits(text, lexemes, at)
    if first.kind == "sign":
        share = en.FRACTION_SIGNS[first.text]
        number = Number(first.start, first.end, share, share, fraction=True)
        return scaled_fraction(lexemes, at + 1, number)
    word = first.text
    if not (word in en.ONES or word in en.TENS or word in _STARTERS):
        return None
    if word in en.NEGATIVE_WORDS:
        if previous(lexemes, at) == "or" and previous(lexemes, at - 1) == "plus":
            return None
        if at + 1 < len(lexemes) and lexemes[at + 1].gap in JOINTS:
            read = _read(text, lexemes, at + 1)
            if read is not None and read[0] is not None and lexemes[at + 1].text not in en.NEGATIVE_WORDS:
                number = read[0]
                number.start, number.value, number.mantissa = first.start, -number.value, -number.mantissa
                return number, read[1]
        return None
    if word == en.HALF:
        return read_half(lexemes, at)
    if word == en.QUARTER:
        return quarter_million(lexemes, at, first.start)
    if word in en.ARTICLES:
        return read_after_article(lexemes, at)
    return read_words(lexemes, at)


_STARTERS = frozenset({en.HALF, en.QUARTER, en.HUNDRED, en.DOZEN, *en.ARTICLES, *en.NEGATIVE_WORDS, *en.SCALES})


# -------------------------------------------------------------------------------------------------------- in digits


def _read_digits(text: str, lexemes: Sequence[Lexeme], at: int) -> tuple[Number | None, int] | None:
    first = lexemes[at]
    if len(first.text) > 2 * _MOST_DIGITS:
        return None, at + 1
    bare = _without_separators(first.text)
    if len(bare) > _MOST_DIGITS or not bare.isascii():
        return None, at + 1
    if at + 1 < len(lexemes) and lexemes[at + 1].gap == "," and _misgrouped(first.text, lexemes[at + 1]):
        return None, at + 2  # "10,8000": which number was meant, nobody can tell
    mantissa = float(bare)
    start = first.start
    if start and text[start - 1] in "-−–" and (start == 1 or text[start - 2] in " \t\n\u00a0($€£(") and mantissa:
        start, mantissa = start - 1, -mantissa
    number = Number(start, first.end, mantissa, mantissa, grouped=len(bare) != len(first.text))
    after = at + 1
    glued = after < len(lexemes) and lexemes[after].kind == "word" and lexemes[after].gap == ""
    if glued:
        tail = lexemes[after].text
        decade = tail == "s" and "." not in bare and len(bare) in (2, 4)
        if (tail in _ORDINAL_TAIL and not _stone(bare, tail)) or tail in _TIME_TAIL or decade:
            return None, after + 1
        scale = en.SCALE_ABBREVIATIONS.get(tail) or en.SCALE_LETTERS.get(tail) or en.SCALES.get(tail)
        closed = lexemes[after].end >= len(text) or not (
            text[lexemes[after].end].isalnum() or text[lexemes[after].end] in "/²³"
        )
        if scale and closed:
            number.letter = tail in en.SCALE_LETTERS
            return scaled(number, scale, lexemes[after].end), after + 1
        return number, after
    if after < len(lexemes) and lexemes[after].kind == "sign" and lexemes[after].gap in ("", " "):
        extra = en.FRACTION_SIGNS[lexemes[after].text]
        number.value = number.mantissa = mantissa + (extra if mantissa >= 0 else -extra)
        number.end = lexemes[after].end
        after += 1
    else:
        after = _slashed(text, lexemes, at, number)
    half = and_a_half(lexemes, after)
    if half:
        number.value = number.mantissa = number.mantissa + 0.5
        number.end, after = lexemes[half - 1].end, half
    if number.fraction:
        return scaled_fraction(lexemes, after, number)
    return with_scales(lexemes, after, number)


def _stone(bare: str, tail: str) -> bool:
    """Whether "st" makes no ordinal: "14st" is a weight, "21st" a place in an order."""
    return tail == "st" and not (bare.endswith("1") and not bare.endswith("11"))


def _misgrouped(first: str, second: Lexeme) -> bool:
    """Whether a comma within a run of digits separates no thousands, as in "10,8000"; not years ("1999,2000")."""
    return second.kind == "digits" and len(first) <= 3 and len(second.text) > 3 and second.text.isdigit()


def _without_separators(written: str) -> str:
    """Digits and a decimal point: "16,000" and "1.500.000" lose their separators, "2,4" its comma for a point."""
    if DECIMAL_COMMA.fullmatch(written):
        return written.replace(",", ".")
    if written.count(".") > 1:
        written = written.replace(".", "")
    return written.translate(_SEPARATORS).replace(" ", "")


_SEPARATORS = {ord(sign): None for sign in ",\u00a0\u202f\u2009"}


def _slashed(text: str, lexemes: Sequence[Lexeme], at: int, number: Number) -> int:
    """Reads "1/4" and "10 1/2" into ``number``; returns the lexeme after."""

    def plain(index: int) -> float | None:
        if index < len(lexemes) and lexemes[index].kind == "digits" and len(lexemes[index].text) <= 3:
            raw = lexemes[index].text
            return float(raw) if raw.isdigit() and raw.isascii() else None
        return None

    def closed(index: int) -> bool:
        end = lexemes[index].end
        if index + 1 < len(lexemes) and lexemes[index + 1].gap == "" and lexemes[index + 1].text in _ORDINAL_TAIL:
            return True
        return end >= len(text) or not (text[end].isalnum() or text[end] in "/")

    top, bottom = plain(at), plain(at + 1)
    if (
        top is not None
        and bottom
        and lexemes[at + 1].gap in ("/", " / ", "/ ", "⁄")
        and 0 < top < bottom
        and closed(at + 1)
    ):
        number.value = number.mantissa = top / bottom
        number.fraction, number.end = True, lexemes[at + 1].end
        if at + 2 < len(lexemes) and lexemes[at + 2].gap == "" and lexemes[at + 2].text in _ORDINAL_TAIL:
            number.end = lexemes[at + 2].end
            return at + 3
        return at + 2
    top, bottom = plain(at + 1), plain(at + 2)
    if (
        "." not in lexemes[at].text
        and top is not None
        and bottom
        and lexemes[at + 1].gap in (" ", "-")
        and lexemes[at + 2].gap in ("/", " / ", "⁄")
        and 0 < top < bottom
        and closed(at + 2)
    ):
        number.value = number.mantissa = number.mantissa + top / bottom
        number.end = lexemes[at + 2].end
        return at + 3
    return at + 1
