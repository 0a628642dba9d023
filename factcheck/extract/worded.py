"""Numbers in words, the scales behind them, and fractions: "twenty-one", "half a million", "two-thirds of a billion".

Apart from :mod:`.numbers`, which reads digits and says where a number begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract import number_words_en as en
from factcheck.extract.lexemes import Lexeme, Number, previous, word_at


def read_words(lexemes: Sequence[Lexeme], at: int) -> tuple[Number | None, int] | None:
    """The number in words that begins at lexeme ``at``, and the lexeme after it; None where none does."""
    first = lexemes[at]
    if first.text in en.SCALES or first.text in (en.HUNDRED, en.DOZEN):
        # "million" without a number before it: "multi-million"; "hundred" likewise
        return None
    total, group, after = 0.0, 0.0, at
    last, smallest = "", float("inf")
    while after < len(lexemes):
        word = lexemes[after].text if after == at else word_at(lexemes, after)
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
            following = word_at(lexemes, after + 1)
            small = en.ONES.get(following, en.TENS.get(following, 0))
            after_next = word_at(lexemes, after + 2)
            again = after_next == en.HUNDRED or en.SCALES.get(after_next, 0) >= smallest
            if not small or again or previous(lexemes, at) == en.BETWEEN:
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
        return scaled_fraction(lexemes, fraction, number)
    part = _and_a_part(lexemes, after, number)
    if part is not None:
        number.value = number.mantissa = value + part[0]
        number.end = lexemes[part[1] - 1].end
        return with_scales(lexemes, part[1], number)
    if word_at(lexemes, after) == "point" and lexemes[after].gap == " " and word_at(lexemes, after + 1) in en.ONES:
        return _decimals(lexemes, after + 1, number)
    if word_at(lexemes, after) == en.DOZEN:
        return scaled(number, 12.0, lexemes[after].end), after + 1
    return number, after


def _decimals(lexemes: Sequence[Lexeme], at: int, number: Number) -> tuple[Number | None, int]:
    """As in "three point five million"."""
    place, value, after = 0.1, number.value, at
    while word_at(lexemes, after) in en.ONES and en.ONES[lexemes[after].text] <= 9:
        value, place, after = value + en.ONES[lexemes[after].text] * place, place / 10, after + 1
    number.value = number.mantissa = round(value, 12)
    number.end = lexemes[after - 1].end
    return with_scales(lexemes, after, number)


def with_scales(lexemes: Sequence[Lexeme], after: int, number: Number) -> tuple[Number, int]:
    """Multiplies by the scale words that follow: "1.2 million", "4 hundred million", "3 dozen"."""
    while True:
        word = word_at(lexemes, after)
        scale = (
            en.SCALES.get(word)
            or en.PLURAL_SCALES.get(word)
            or en.SCALE_ABBREVIATIONS.get(word)
            or {en.HUNDRED: 100.0, en.DOZEN: 12.0}.get(word)
        )
        if not scale or number.scale * scale > 1e18:
            return number, after
        scaled(number, scale, lexemes[after].end)
        after += 1


def scaled(number: Number, scale: float, end: int) -> Number:
    number.scale *= scale
    number.value = _product(number.mantissa, number.scale)
    number.end = end
    return number


def _product(mantissa: float, scale: float) -> float:
    """The product without the dust of binary fractions: 1.2 million is 1200000.0, not 1199999.9999999998."""
    return float(f"{mantissa * scale:.15g}")


def and_a_half(lexemes: Sequence[Lexeme], at: int) -> int:
    """The lexeme after "and a half", or 0."""
    if (
        word_at(lexemes, at) == en.AND
        and word_at(lexemes, at + 1) in en.ARTICLES
        and word_at(lexemes, at + 2) == en.HALF
    ):
        return at + 3
    return 0


def _and_a_part(lexemes: Sequence[Lexeme], at: int, number: Number) -> tuple[float, int] | None:
    """The share in "two and a half", "five and a quarter million", "four and nine-tenths billion", and the lexeme after
    it; but for a half only where what follows is counted by both, for "ten, and a third of them" is two numbers."""
    half = and_a_half(lexemes, at)
    if half:
        return 0.5, half
    if word_at(lexemes, at) != en.AND or number.scale != 1.0:
        return None
    above = 1.0 if word_at(lexemes, at + 1) in en.ARTICLES else en.ONES.get(word_at(lexemes, at + 1), 0.0)
    word = word_at(lexemes, at + 2)
    below = en.DENOMINATORS.get(word.removesuffix("s")) if word != en.HALF else None
    following = word_at(lexemes, at + 3)
    counted = following in en.SCALES or following.removesuffix("s") in en.AFTER_BARE_HALF | en.TIMES_IN_PARTS
    return (above / below, at + 3) if below and 0 < above < below and counted else None


# -------------------------------------------------------------------------------------------------------- fractions


def _worded_fraction(lexemes: Sequence[Lexeme], at: int, number: Number) -> int:
    """Reads "two-thirds", "one fifth" into ``number``; returns the lexeme after, or 0."""
    word = word_at(lexemes, at)
    singular = word[:-1] if word.endswith("s") else {"halves": en.HALF}.get(word, word)
    below = en.DENOMINATORS.get(singular)
    if below is None or number.scale != 1.0 or not 0 < number.value < below:
        return 0
    several = number.value > 1
    if several != (word != singular):
        return 0
    hyphened = lexemes[at].gap in ("-", "\u2010", "\u2011")
    following = word_at(lexemes, at + 1)
    if singular in (en.QUARTER, "second") and not hyphened and following != en.OF and following not in en.SCALES:
        return 0
    number.value = number.mantissa = number.value / below
    number.fraction, number.end = True, lexemes[at].end
    return at + 1


def read_half(lexemes: Sequence[Lexeme], at: int) -> tuple[Number | None, int] | None:
    before = previous(lexemes, at)
    share = word_at(lexemes, at + 1) == en.OF and before in en.MAY_STAND_BEFORE_HALF_OF
    if before in en.NOT_A_FRACTION_BEFORE and not share:
        return None
    if before in en.ARTICLES and word_at(lexemes, at + 1) not in en.AFTER_BARE_HALF:
        return None
    number = Number(lexemes[at].start, lexemes[at].end, 0.5, 0.5, digits=False, fraction=True)
    following = word_at(lexemes, at + 1)
    if following in en.SCALES or following in (en.DOZEN, en.HUNDRED):
        number.fraction = False
        return with_scales(lexemes, at + 1, number)
    if following in en.ARTICLES and word_at(lexemes, at + 2) in (*en.SCALES, en.DOZEN, en.HUNDRED):
        number.fraction = False
        return with_scales(lexemes, at + 2, number)
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
        return scaled_fraction(lexemes, at + 1, number)
    return None


def read_after_article(lexemes: Sequence[Lexeme], at: int) -> tuple[Number | None, int] | None:
    """As in "a million", "a hundred", "a dozen", "a third of", "a quarter of a million"."""
    first, word = lexemes[at], word_at(lexemes, at + 1)
    if not word or lexemes[at + 1].gap == "-":
        return None
    if word in en.SCALES or word in (en.HUNDRED, en.DOZEN):
        number = Number(first.start, lexemes[at + 1].end, 1.0, 1.0, digits=False)
        following = word_at(lexemes, at + 2)
        if word == en.HUNDRED or following in en.ONES or following in en.TENS:
            words = read_words([Lexeme("word", "one", first.start, first.end, " "), *lexemes[at + 1 : at + 16]], 0)
            if words is not None and words[0] is not None:
                return words[0], at + words[1]
        half = and_a_half(lexemes, at + 2)
        if half and word in en.SCALES:
            number.mantissa = 1.5
            return scaled(number, en.SCALES[word], lexemes[half - 1].end), half
        return with_scales(lexemes, at + 1, number)
    if word in (en.HALF, en.QUARTER):
        share = 1.0 / en.DENOMINATORS[word]
        number = Number(first.start, lexemes[at + 1].end, share, share, digits=False)
        again = word_at(lexemes, at + 2) in en.ARTICLES  # "a half a trillion"
        if word_at(lexemes, at + 2 + again) in en.SCALES:
            return with_scales(lexemes, at + 2 + again, number)
    if word == en.HALF and word_at(lexemes, at + 2) in en.AFTER_BARE_HALF:
        return Number(first.start, lexemes[at + 1].end, 0.5, 0.5, digits=False), at + 2
    below = en.DENOMINATORS.get(word)
    following = word_at(lexemes, at + 2)
    by = previous(lexemes, at) == en.BY and (not following or following in en.AFTER_BY_A_THIRD)
    if below and (following == en.OF or following in en.AFTER_A_THIRD or by):
        number = Number(first.start, lexemes[at + 1].end, 1 / below, 1 / below, digits=False, fraction=True)
        return scaled_fraction(lexemes, at + 2, number)
    return None


def quarter_million(lexemes: Sequence[Lexeme], at: int, start: int) -> tuple[Number | None, int] | None:
    """As in "quarter million", "quarter of a million" without an article."""
    if [word_at(lexemes, at + 1), word_at(lexemes, at + 2)] == [en.OF, "a"] and word_at(lexemes, at + 3) in en.SCALES:
        return with_scales(lexemes, at + 3, Number(start, lexemes[at].end, 0.25, 0.25, digits=False))
    if word_at(lexemes, at + 1) in en.SCALES and previous(lexemes, at) not in en.NOT_A_FRACTION_BEFORE:
        return with_scales(lexemes, at + 1, Number(start, lexemes[at].end, 0.25, 0.25, digits=False))
    return None


def scaled_fraction(lexemes: Sequence[Lexeme], at: int, number: Number) -> tuple[Number, int]:
    """As in "three-quarters of a million" as 750,000; any other fraction as it is."""
    after = at
    if word_at(lexemes, after) == en.OF:
        after += 1
        if word_at(lexemes, after) in en.ARTICLES:
            after += 1
    if after > at and word_at(lexemes, after) in en.SCALES:
        number.fraction = False
        return with_scales(lexemes, after, number)
    if after == at and word_at(lexemes, at) in en.SCALES:
        number.fraction = False
        return with_scales(lexemes, at, number)
    return number, at
