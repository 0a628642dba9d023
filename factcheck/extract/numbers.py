"""Numbers in running English text: digits, words, scales and fractions to values, with their offsets.

Knows nothing of units, bounds or grammar; :mod:`factcheck.extract.amounts` builds on it. One pass over the text, linear
in its length. Ordinals ("21st", "third"), decades ("1990s") and clock times ("5pm") are left out here, since they show
in the number's own spelling.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract import number_words_en as en

_MOST_DIGITS = 18
"""Longer runs of digits are identifiers, and no float holds them exactly."""

_DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:, 000)+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}|"
    r"\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+|\d+)"
    r"(?:\.\d+)?(?:[eE][-+]\d{1,2}(?!\d))?|\.\d+"
)
_LEXEME = re.compile(rf"(?P<digits>{_DIGITS})|(?P<sign>[{''.join(en.FRACTION_SIGNS)}])|(?P<word>[^\W\d_½⅓⅔¼¾⅛⅜⅝⅞]+)")
_ORDINAL_TAIL = frozenset({"st", "nd", "rd", "th"})
_TIME_TAIL = frozenset({"am", "pm"})
_JOINTS = frozenset({" ", "-", " - ", "\u00a0", "\u2011", "\u2010", "\u202f", "\n", "\r\n"})


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
class _Lexeme:
    kind: str
    text: str
    start: int
    end: int
    gap: str
    """What stands between the lexeme before and this one, at most three characters of it."""


def scan(text: str) -> list[Number]:
    """All numbers of ``text``, in order, not overlapping."""
    lexemes: list[_Lexeme] = []
    last = 0
    for matched in _LEXEME.finditer(text):
        gap = text[last : matched.start()] if matched.start() - last <= 3 else "..."
        kind = matched.lastgroup or ""
        lexemes.append(_Lexeme(kind, matched[0].lower(), matched.start(), matched.end(), gap))
        last = matched.end()
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


def _read(text: str, lexemes: Sequence[_Lexeme], at: int) -> tuple[Number | None, int] | None:
    """The number that begins at lexeme ``at`` and the lexeme after it; (None, after) for one to be passed by."""
    first = lexemes[at]
    if first.kind == "digits":
        return _read_digits(text, lexemes, at)
    if first.kind == "sign":
        share = en.FRACTION_SIGNS[first.text]
        number = Number(first.start, first.end, share, share, fraction=True)
        return _scaled_fraction(lexemes, at + 1, number)
    word = first.text
    if not (word in en.ONES or word in en.TENS or word in _STARTERS):
        return None
    if word in en.NEGATIVE_WORDS:
        if _previous(lexemes, at) == "or" and _previous(lexemes, at - 1) == "plus":
            return None
        if at + 1 < len(lexemes) and lexemes[at + 1].gap in _JOINTS:
            read = _read(text, lexemes, at + 1)
            if read is not None and read[0] is not None and lexemes[at + 1].text not in en.NEGATIVE_WORDS:
                number = read[0]
                number.start, number.value, number.mantissa = first.start, -number.value, -number.mantissa
                return number, read[1]
        return None
    if word == en.HALF:
        return _read_half(lexemes, at)
    if word == en.QUARTER:
        return _quarter_million(lexemes, at, first.start)
    if word in en.ARTICLES:
        return _read_after_article(lexemes, at)
    return _read_words(lexemes, at)


_STARTERS = frozenset({en.HALF, en.QUARTER, en.HUNDRED, en.DOZEN, *en.ARTICLES, *en.NEGATIVE_WORDS, *en.SCALES})


def _word(lexemes: Sequence[_Lexeme], at: int) -> str:
    """The word at ``at`` if it follows the lexeme before directly, else ""."""
    if at < len(lexemes) and lexemes[at].kind == "word" and lexemes[at].gap in _JOINTS:
        return lexemes[at].text
    return ""


# -------------------------------------------------------------------------------------------------------- in digits


def _read_digits(text: str, lexemes: Sequence[_Lexeme], at: int) -> tuple[Number | None, int] | None:
    first = lexemes[at]
    if len(first.text) > 2 * _MOST_DIGITS:
        return None, at + 1
    bare = first.text.translate(_SEPARATORS).replace(" ", "")
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
        if tail in _ORDINAL_TAIL or tail in _TIME_TAIL or (tail == "s" and "." not in bare and len(bare) in (2, 4)):
            return None, after + 1
        scale = en.SCALE_ABBREVIATIONS.get(tail) or en.SCALE_LETTERS.get(tail) or en.SCALES.get(tail)
        closed = lexemes[after].end >= len(text) or not (
            text[lexemes[after].end].isalnum() or text[lexemes[after].end] in "/²³"
        )
        if scale and closed:
            number.letter = tail in en.SCALE_LETTERS
            return _scale(number, scale, lexemes[after].end), after + 1
        return number, after
    if after < len(lexemes) and lexemes[after].kind == "sign" and lexemes[after].gap in ("", " "):
        extra = en.FRACTION_SIGNS[lexemes[after].text]
        number.value = number.mantissa = mantissa + (extra if mantissa >= 0 else -extra)
        number.end = lexemes[after].end
        after += 1
    else:
        after = _slashed(text, lexemes, at, number)
    half = _and_a_half(lexemes, after)
    if half:
        number.value = number.mantissa = number.mantissa + 0.5
        number.end, after = lexemes[half - 1].end, half
    if number.fraction:
        return _scaled_fraction(lexemes, after, number)
    return _with_scales(lexemes, after, number)


def _misgrouped(first: str, second: _Lexeme) -> bool:
    """Whether a comma within a run of digits separates no thousands, as in "10,8000"; not years ("1999,2000")."""
    return second.kind == "digits" and len(first) <= 3 and len(second.text) > 3 and second.text.isdigit()


_SEPARATORS = {ord(sign): None for sign in ",\u00a0\u202f\u2009"}


def _slashed(text: str, lexemes: Sequence[_Lexeme], at: int, number: Number) -> int:
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
    if top is not None and bottom and lexemes[at + 1].gap in ("/", " / ", "/ ") and 0 < top < bottom and closed(at + 1):
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
        and lexemes[at + 2].gap == "/"
        and 0 < top < bottom
        and closed(at + 2)
    ):
        number.value = number.mantissa = number.mantissa + top / bottom
        number.end = lexemes[at + 2].end
        return at + 3
    return at + 1


# --------------------------------------------------------------------------------------------------------- in words


def _read_words(lexemes: Sequence[_Lexeme], at: int) -> tuple[Number | None, int] | None:
    first = lexemes[at]
    if first.text in en.SCALES or first.text in (en.HUNDRED, en.DOZEN):
        # "million" without a number before it: "multi-million"; "hundred" likewise
        return None
    total, group, after = 0.0, 0.0, at
    last, smallest = "", float("inf")
    while after < len(lexemes):
        word = lexemes[after].text if after == at else _word(lexemes, after)
        if word in en.ONES:
            small = en.ONES[word]
            fits = last in ("", "hundred", "and", "scale") or (last == "tens" and 1 <= small <= 9)
            if not fits or (last == "scale" and small == 0):
                break
            group, last = group + small, "ones"
        elif word in en.TENS:
            if last not in ("", "hundred", "and", "scale"):
                break
            group, last = group + en.TENS[word], "tens"
        elif word == en.HUNDRED:
            if last not in ("ones", "tens") or not 1 <= group < 100:
                break
            group, last = group * 100, "hundred"
        elif word in en.SCALES or word in en.PLURAL_SCALES:
            scale = en.SCALES.get(word) or en.PLURAL_SCALES[word]
            if scale >= smallest or not group:
                break
            total, group, last, smallest = total + group * scale, 0.0, "scale", scale
        elif word == en.AND and last in ("hundred", "scale"):
            following = _word(lexemes, after + 1)
            small = en.ONES.get(following, en.TENS.get(following, 0))
            after_next = _word(lexemes, after + 2)
            again = after_next == en.HUNDRED or en.SCALES.get(after_next, 0) >= smallest
            if not small or again or _previous(lexemes, at) == en.BETWEEN:
                break
            last = "and"
        else:
            break
        after += 1
    value = total + group
    number = Number(first.start, lexemes[after - 1].end, value, value, digits=False)
    if smallest != float("inf"):
        number.scale, number.mantissa = smallest, value / smallest
    fraction = _worded_fraction(lexemes, after, number)
    if fraction:
        return _scaled_fraction(lexemes, fraction, number)
    half = _and_a_half(lexemes, after)
    if half:
        number.value = number.mantissa = value + 0.5
        number.end = lexemes[half - 1].end
        return _with_scales(lexemes, half, number)
    if _word(lexemes, after) == "point" and lexemes[after].gap == " " and _word(lexemes, after + 1) in en.ONES:
        return _decimals(lexemes, after + 1, number)
    if _word(lexemes, after) == en.DOZEN:
        return _scale(number, 12.0, lexemes[after].end), after + 1
    return number, after


def _decimals(lexemes: Sequence[_Lexeme], at: int, number: Number) -> tuple[Number | None, int]:
    """As in "three point five million"."""
    place, value, after = 0.1, number.value, at
    while _word(lexemes, after) in en.ONES and en.ONES[lexemes[after].text] <= 9:
        value, place, after = value + en.ONES[lexemes[after].text] * place, place / 10, after + 1
    number.value = number.mantissa = round(value, 12)
    number.end = lexemes[after - 1].end
    return _with_scales(lexemes, after, number)


def _with_scales(lexemes: Sequence[_Lexeme], after: int, number: Number) -> tuple[Number, int]:
    """Multiplies by the scale words that follow: "1.2 million", "4 hundred million", "3 dozen"."""
    while True:
        word = _word(lexemes, after)
        scale = (
            en.SCALES.get(word)
            or en.PLURAL_SCALES.get(word)
            or en.SCALE_ABBREVIATIONS.get(word)
            or {en.HUNDRED: 100.0, en.DOZEN: 12.0}.get(word)
        )
        if not scale or number.scale * scale > 1e18:
            return number, after
        _scale(number, scale, lexemes[after].end)
        after += 1


def _scale(number: Number, scale: float, end: int) -> Number:
    number.scale *= scale
    number.value = _product(number.mantissa, number.scale)
    number.end = end
    return number


def _product(mantissa: float, scale: float) -> float:
    """The product without the dust of binary fractions: 1.2 million is 1200000.0, not 1199999.9999999998."""
    return float(f"{mantissa * scale:.15g}")


def _and_a_half(lexemes: Sequence[_Lexeme], at: int) -> int:
    """The lexeme after "and a half", or 0."""
    if _word(lexemes, at) == en.AND and _word(lexemes, at + 1) in en.ARTICLES and _word(lexemes, at + 2) == en.HALF:
        return at + 3
    return 0


# -------------------------------------------------------------------------------------------------------- fractions


def _worded_fraction(lexemes: Sequence[_Lexeme], at: int, number: Number) -> int:
    """Reads "two-thirds", "one fifth" into ``number``; returns the lexeme after, or 0."""
    word = _word(lexemes, at)
    singular = word[:-1] if word.endswith("s") else {"halves": en.HALF}.get(word, word)
    below = en.DENOMINATORS.get(singular)
    if below is None or number.scale != 1.0 or not 0 < number.value < below:
        return 0
    several = number.value > 1
    if several != (word != singular):
        return 0
    hyphened = lexemes[at].gap in ("-", "\u2010", "\u2011")
    if singular in (en.QUARTER, "second") and not hyphened and _word(lexemes, at + 1) != en.OF:
        return 0
    number.value = number.mantissa = number.value / below
    number.fraction, number.end = True, lexemes[at].end
    return at + 1


def _read_half(lexemes: Sequence[_Lexeme], at: int) -> tuple[Number | None, int] | None:
    before = _previous(lexemes, at)
    if before in en.NOT_A_FRACTION_BEFORE:
        return None
    if before in en.ARTICLES and _word(lexemes, at + 1) not in en.AFTER_BARE_HALF:
        return None
    number = Number(lexemes[at].start, lexemes[at].end, 0.5, 0.5, digits=False, fraction=True)
    following = _word(lexemes, at + 1)
    if following in en.SCALES or following in (en.DOZEN, en.HUNDRED):
        number.fraction = False
        return _with_scales(lexemes, at + 1, number)
    if following in en.ARTICLES and _word(lexemes, at + 2) in (*en.SCALES, en.DOZEN, en.HUNDRED):
        number.fraction = False
        return _with_scales(lexemes, at + 2, number)
    if following in en.ARTICLES and lexemes[at + 1].gap in (" ", "-", "\u00a0"):
        number.fraction = False
        number.end = lexemes[at + 1].end
        return number, at + 2
    if before in (en.BY, en.BETWEEN) and following not in (*en.DENOMINATORS, en.PAST):
        return number, at + 1
    if following in en.AFTER_BARE_HALF:
        number.fraction = False
        return number, at + 1
    if following in en.AFTER_HALF and lexemes[at + 1].gap != "-":
        return _scaled_fraction(lexemes, at + 1, number)
    return None


def _read_after_article(lexemes: Sequence[_Lexeme], at: int) -> tuple[Number | None, int] | None:
    """As in "a million", "a hundred", "a dozen", "a third of", "a quarter of a million"."""
    first, word = lexemes[at], _word(lexemes, at + 1)
    if not word or lexemes[at + 1].gap == "-":
        return None
    if word in en.SCALES or word in (en.HUNDRED, en.DOZEN):
        number = Number(first.start, lexemes[at + 1].end, 1.0, 1.0, digits=False)
        if word == en.HUNDRED:
            words = _read_words([_Lexeme("word", "one", first.start, first.end, " "), *lexemes[at + 1 : at + 16]], 0)
            if words is not None and words[0] is not None:
                return words[0], at + words[1]
        return _with_scales(lexemes, at + 1, number)
    if word in (en.HALF, en.QUARTER):
        share = 1.0 / en.DENOMINATORS[word]
        number = Number(first.start, lexemes[at + 1].end, share, share, digits=False)
        if _word(lexemes, at + 2) in en.SCALES:
            return _with_scales(lexemes, at + 2, number)
    if word == en.HALF and _word(lexemes, at + 2) in en.AFTER_BARE_HALF:
        return Number(first.start, lexemes[at + 1].end, 0.5, 0.5, digits=False), at + 2
    below = en.DENOMINATORS.get(word)
    following = _word(lexemes, at + 2)
    by = _previous(lexemes, at) == en.BY and (not following or following in en.AFTER_BY_A_THIRD)
    if below and (following == en.OF or following in en.AFTER_A_THIRD or by):
        number = Number(first.start, lexemes[at + 1].end, 1 / below, 1 / below, digits=False, fraction=True)
        return _scaled_fraction(lexemes, at + 2, number)
    return None


def _quarter_million(lexemes: Sequence[_Lexeme], at: int, start: int) -> tuple[Number | None, int] | None:
    """As in "quarter million" without an article."""
    if _word(lexemes, at + 1) in en.SCALES and _previous(lexemes, at) not in en.NOT_A_FRACTION_BEFORE:
        return _with_scales(lexemes, at + 1, Number(start, lexemes[at].end, 0.25, 0.25, digits=False))
    return None


def _scaled_fraction(lexemes: Sequence[_Lexeme], at: int, number: Number) -> tuple[Number, int]:
    """As in "three-quarters of a million" as 750,000; any other fraction as it is."""
    after = at
    if _word(lexemes, after) == en.OF:
        after += 1
        if _word(lexemes, after) in en.ARTICLES:
            after += 1
    if after > at and _word(lexemes, after) in en.SCALES and _word(lexemes, after - 1) in en.ARTICLES:
        number.fraction = False
        return _with_scales(lexemes, after, number)
    if after == at and _word(lexemes, at) in en.SCALES:
        number.fraction = False
        return _with_scales(lexemes, at, number)
    return number, at


def _previous(lexemes: Sequence[_Lexeme], at: int) -> str:
    if at and lexemes[at].gap in _JOINTS and lexemes[at - 1].kind == "word":
        return lexemes[at - 1].text
    return ""
