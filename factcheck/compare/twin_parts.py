"""What kind of part two runs of words are, by the words alone: a number, a bound, a unit, a date, a name, a negation.

Apart from :mod:`.twins`, which finds the runs, because nothing here knows of statements: tokens go in, a kind comes
out.
Numbers that were read as no figure are read here too, as far as digits and the plainest number words go.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from factcheck.compare import twins_en, words_en
from factcheck.compare.bodies import Voices, one_name
from factcheck.compare.families import groups
from factcheck.compare.intervals import Interval
from factcheck.compare.marks_en import OF_THE_CLOCK
from factcheck.compare.measures_en import PEOPLE, SLICES
from factcheck.compare.statements import OPPOSITE
from factcheck.compare.tokens import Token, carries_topic, nation, shortened, stem, tokens


class Part(StrEnum):
    """What the two differ in."""

    NUMBER = "number"
    BOUND = "bound"
    UNIT = "unit"
    DATE = "date"
    NAME = "name"
    POPULATION = "population"
    NEGATION = "negation"
    OPPOSITE = "opposite"


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[Token, ...]:
    """The tokens that say something: words, numbers, signs of percent and money."""
    return tuple(t for t in tokens(text) if t.text[0].isalnum() or t.text[0] in "%$£€¥")


def classify(run_a: Sequence[Token], run_b: Sequence[Token], before: Token | None, after: Token | None) -> Part | None:
    """What kind of part two runs of words are, the token before and the one after both given; None for other words."""
    both = (run_a, run_b)
    if all(_is_date(run, before, after) for run in both):
        return Part.DATE
    bounds = [_bounds(run) for run in both]
    if None not in bounds and bounds[0] != bounds[1] and _beside_number(before, after):
        return Part.BOUND
    if _negated(run_a) != _negated(run_b) and _none_against_some(run_a, run_b):
        return Part.NUMBER
    if all(any(is_amount(t) for t in run) for run in both):
        if after is not None and after.key in OF_THE_CLOCK and all(len(run) == 1 for run in both):
            return Part.DATE
        if _is_identifier(run_a, before, after) and _is_identifier(run_b, before, after):
            return Part.NAME
        return Part.NUMBER if all(_only_amount(run) for run in both) else None
    if _negated(run_a) != _negated(run_b):
        if {_negated(run_a), _negated(run_b)} == {0, 1} and _rest(run_a) == _rest(run_b):
            return Part.NEGATION
        return None
    if all(run and all(_is_unit(t) for t in run) for run in both):
        return Part.UNIT
    if _opposites(run_a, run_b):
        return Part.OPPOSITE
    if _slices(run_a) != _slices(run_b) and all(_is_of_people(run) for run in both):
        return Part.POPULATION
    return Part.NAME if are_names(run_a, run_b) else None


def _is_date(run: Sequence[Token], before: Token | None, after: Token | None) -> bool:
    """Months, days of the week, years, days of a month, "last week": nothing else, and at least one of them."""
    if not run:
        return False
    strong = False
    around = [before, *run, after]
    for i, token in enumerate(run, start=1):
        beside = [t for t in (around[i - 1], around[i + 1]) if t is not None]
        of_month = _is_day_of_month(token) and any(_is_month(t) for t in beside)
        which_span = token.key in twins_en.WHICH and _spans(around[i + 1])
        span = token.key in twins_en.SPANS and any(t.key in twins_en.WHICH for t in beside)
        if _names_a_day(token) or of_month or which_span or span:
            strong = True
        elif token.key not in twins_en.DATE_SMALL | twins_en.WHICH:
            return False
    return strong


def _spans(token: Token | None) -> bool:
    return token is not None and token.key in twins_en.SPANS


def _names_a_day(token: Token) -> bool:
    if token.key in words_en.WEEKDAYS and (token.capital or len(token.key) > 3):
        return True
    return _is_month(token) or token.key in twins_en.DAYS or twins_en.YEAR.fullmatch(token.text) is not None


def _is_month(token: Token) -> bool:
    return token.capital and token.key in words_en.MONTHS


def _is_day_of_month(token: Token) -> bool:
    digits = token.key.rstrip("stndrh")
    return digits.isdigit() and 1 <= int(digits) <= 31 and len(digits) <= 2


def _bounds(run: Sequence[Token]) -> tuple[str, ...] | None:
    """The bounds that ``run`` consists of, "exactly" being none; None where it holds anything else."""
    keys = [t.key for t in run]
    found = []
    while keys:
        for length in (3, 2, 1):
            known = twins_en.BOUNDS.get(" ".join(keys[:length]))
            if known is not None:
                found.append(known)
                del keys[:length]
                break
        else:
            if keys[0] not in twins_en.PLAIN:
                return None
            del keys[0]
    return tuple(found)


def is_amount(token: Token) -> bool:
    """Whether ``token`` is a number, in digits or words; "percent" alone is none."""
    return (token.is_number and token.key not in twins_en.UNITS) or _spelt_value(token.key) is not None


def _beside_number(before: Token | None, after: Token | None) -> bool:
    return any(t is not None and (is_amount(t) or t.text[0] in "$£€¥%") for t in (before, after))


def _only_amount(run: Sequence[Token]) -> bool:
    """Nothing but a number, its bound and its unit."""
    rest = [t for t in run if not (is_amount(t) or t.key in twins_en.ABOUT or _is_unit(t) or t.key in ("and", "to"))]
    return _bounds(rest) is not None


def _is_identifier(run: Sequence[Token], before: Token | None, after: Token | None) -> bool:
    """A number that names a thing: "Proposition 47", "COVID-19", "Title 42"; not one of a Headline In Capitals."""
    if len(run) != 1:
        return False
    token = run[0]
    if token.is_word and token.capital and any(c.isdigit() for c in token.text):
        return True
    named = before is not None and before.is_word and before.capital and not before.opens and carries_topic(before)
    headline = after is not None and after.is_word and after.capital
    return named and not headline and token.text.isdigit() and len(token.text) <= 3


def _negated(run: Sequence[Token]) -> int:
    return sum(t.key in words_en.NEGATORS or t.key.endswith(("n't", "n’t")) for t in run) % 2


def _rest(run: Sequence[Token]) -> frozenset[str]:
    """What a negation is said of: all but the negators and helping verbs."""
    return frozenset(
        stem(t.key)
        for t in run
        if t.key not in words_en.NEGATORS and not t.key.endswith(("n't", "n’t")) and t.key not in twins_en.HELPING
    )


def _none_against_some(run_a: Sequence[Token], run_b: Sequence[Token]) -> bool:
    """ "no gates" and "two gates", "nobody was" and "twelve people were"."""
    one, other = (run_a, run_b) if any(is_amount(t) for t in run_a) and run_a[0].key != "no" else (run_b, run_a)
    some = bool(one) and is_amount(one[0])
    some = some and all(is_amount(t) or t.key in PEOPLE or t.key in twins_en.HELPING for t in one)
    none = {t.key for t in other} - twins_en.HELPING - {"one", "person", "people"}
    return some and none in ({"no"}, {"nobody"}, {"none"})


def _is_unit(token: Token) -> bool:
    return token.key in twins_en.UNITS or token.text in twins_en.UNITS


def _opposites(run_a: Sequence[Token], run_b: Sequence[Token]) -> bool:
    """One word each of a pair of opposites, and nothing else but small words ("upheld", "struck down")."""
    sides = [
        {OPPOSITE[t.key] for t in run if t.key in OPPOSITE}
        for run in (run_a, run_b)
        if all(t.key in OPPOSITE or t.key in words_en.STOP_WORDS for t in run)
    ]
    if len(sides) != 2 or not all(len(side) == 1 for side in sides):
        return False
    (number_a, side_a), (number_b, side_b) = next(iter(sides[0])), next(iter(sides[1]))
    return number_a == number_b and side_a != side_b


def of_amounts(run_a: Sequence[Token], run_b: Sequence[Token]) -> bool:
    """One verb each of a pair that is opposite beside a number ("cut", "added")."""
    if len(run_a) != 1 or len(run_b) != 1:
        return False
    one, other = run_a[0].key, run_b[0].key
    return any((one in up and other in down) or (one in down and other in up) for up, down in _OF_AMOUNTS)


_OF_AMOUNTS = [tuple(frozenset(side.split()) for side in pair) for pair in twins_en.OF_AMOUNTS]


def _slices(run: Sequence[Token]) -> frozenset[str]:
    return frozenset(name for t in run for name in groups(t.key)) & SLICES


def _is_of_people(run: Sequence[Token]) -> bool:
    return bool(run) and all(t.key in PEOPLE or groups(t.key) for t in run)


def are_names(run_a: Sequence[Token], run_b: Sequence[Token]) -> bool:
    """Two names that are surely not one."""
    if not run_a or not run_b or not all(_is_name(run) for run in (run_a, run_b)):
        return False
    one, other = (_spelt(run) for run in (run_a, run_b))
    keys_a, keys_b = ({nation(t.text) for t in tokens(name) if t.capital} for name in (one, other))
    if keys_a <= keys_b or keys_b <= keys_a:
        return False
    return one_name(one, other) is Voices.DIFFERENT


def _spelt(run: Sequence[Token]) -> str:
    """A name in its usual short form: "United Kingdom", "U. K." and "UK" are one."""
    joined = re.sub(r"\b([A-Z])\.? ?(?=[A-Z]\b)", r"\1", shortened(" ".join(t.text for t in run)))
    return joined.replace("U.S.", "US").replace("U.K.", "UK").replace("U.N.", "UN")


def _is_name(run: Sequence[Token]) -> bool:
    telling = [t for t in run if t.key not in words_en.STOP_WORDS]
    if not telling or not all(t.capital and t.is_word for t in telling):
        return False
    return not (telling[0].opens and telling[0].key in words_en.COMMON_OPENERS)


# ------------------------------------------------------------------------------------------------- numbers nobody read


def amount(words: str) -> Interval | None:
    """The number written in ``words``, with its bound; None where there is none, or several that aren't a range."""
    listed = words_of(words)
    values: list[float] = []
    rest: list[Token] = []
    for token in listed:
        value = _value(token)
        if value is not None and token.key in twins_en.SCALES and values:
            values[-1] *= value
        elif value is not None:
            values.append(value)
        elif not token.is_number:
            rest.append(token)
        else:
            return None
    if len(values) == 2 and values[0] < values[1] and {t.key for t in rest} <= {"and", "to", "between", "from"}:
        return Interval(values[0], values[1])
    if len(values) != 1:
        return None
    bound = _bounds([t for t in rest if not _is_unit(t) and t.key not in twins_en.ABOUT]) or ()
    return _bounded(values[0], bound[0] if bound else None)


def bare_amount(words: str) -> bool:
    """Whether ``words`` are a number with at most a bound, and neither a unit nor a sign of money."""
    return amount(words) is not None and not any(
        _is_unit(t) or t.text[0] in "$£€¥%" or "%" in t.text for t in words_of(words)
    )


def _spelt_value(key: str) -> float | None:
    """ "thirty-one" → 31; None for what is no number of two words."""
    tens, hyphen, ones = key.partition("-")
    if not hyphen or tens not in twins_en.SPELT or ones not in twins_en.SPELT:
        return None
    whole, rest = twins_en.SPELT[tens], twins_en.SPELT[ones]
    return float(whole + rest) if whole >= 20 and 0 < rest < 10 else None


def _value(token: Token) -> float | None:
    if "-" in token.key:
        return _spelt_value(token.key)
    if token.key in twins_en.SCALES:
        return twins_en.SCALES[token.key]
    if token.key in twins_en.SPELT:
        return float(twins_en.SPELT[token.key])
    digits = token.key.strip("$£€¥%").replace(",", "")
    for ending in ("st", "nd", "rd", "th"):
        digits = digits.removesuffix(ending)
    scale = 1.0
    for ending in ("bn", "mn", "tn", "m", "k"):
        if digits.endswith(ending):
            digits, scale = digits.removesuffix(ending), twins_en.SCALES[ending]
            break
    return float(digits) * scale if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None


def _bounded(value: float, bound: str | None) -> Interval:
    if bound in ("more_than", "at_least"):
        return Interval(value, math.inf, open_low=bound == "more_than")
    if bound in ("less_than", "at_most"):
        return Interval(-math.inf, value, open_high=bound == "less_than")
    return Interval(value, value)
