"""Whether two figures can be set side by side at all: level or change, unit, dimension, rate; then on one scale.

Percent, percentage points, fractions and multiples are four things. They meet only where it makes sense: a fraction
with a percentage, a multiple that is a change ("doubled") with a change in percent ("rose 100%"). Lengths, weights
and the like are converted; money is not, without a dated rate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck import units
from factcheck.compare.intervals import Fit, Interval, fit, interval
from factcheck.compare.reasons import plural
from factcheck.compare.tokens import stem
from factcheck.model import Direction, Figure, RelationKind, Role
from factcheck.text import normalise


@dataclass(frozen=True, slots=True)
class Scale:
    """Two figures as intervals in one ``unit``."""

    a: Interval
    b: Interval
    unit: str


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Why two figures can't be set side by side: the relation it makes, and what differs, in words."""

    relation: RelationKind
    differs: str
    a: str
    b: str


def common_scale(a: Figure, b: Figure) -> Scale | Mismatch:
    """Both figures on one scale, or what keeps them apart."""
    if a.role != b.role and not _both_growth(a, b):
        return Mismatch(RelationKind.DIFFERENT_MEASURE, "level or change", _role(a), _role(b))
    rate = _rates(a, b)
    if isinstance(rate, Mismatch):
        return rate
    x, y = interval(a), interval(b)
    if rate != 1.0:
        y = y.scaled(rate)
    shared = _shared_unit(a, b, x, y)
    if isinstance(shared, Mismatch):
        return shared
    return _directed(a, b, shared)


def _both_growth(a: Figure, b: Figure) -> bool:
    """ "doubled" is a change whatever the reader of figures called it."""
    return {a.dimension, b.dimension} == {"multiple", "ratio"} and Role.CHANGE in (a.role, b.role)


def _role(figure: Figure) -> str:
    return "a change" if figure.role == Role.CHANGE else "a level"


def _shared_unit(a: Figure, b: Figure, x: Interval, y: Interval) -> Scale | Mismatch:
    if a.unit == b.unit:
        return Scale(x, y, a.unit)
    kinds = {a.dimension, b.dimension}
    if kinds == {"count"}:
        return Scale(x, y, a.unit)
    if kinds == {"ratio"} and {a.unit, b.unit} == {"percent", "fraction"}:
        return Scale(_percent(a, x), _percent(b, y), "percent")
    if kinds == {"multiple", "ratio"} and "percent" in (a.unit, b.unit) and Role.CHANGE in (a.role, b.role):
        return Scale(_growth(a, x), _growth(b, y), "percent")
    if kinds == {"money"}:
        return _money(a, b, x, y)
    if len(kinds) == 1:
        return _converted(a, b, x, y)
    return Mismatch(RelationKind.DIFFERENT_UNIT, "unit", unit_name(a), unit_name(b))


def _percent(figure: Figure, x: Interval) -> Interval:
    return x.scaled(100.0) if figure.unit == "fraction" else x


def _growth(figure: Figure, x: Interval) -> Interval:
    """A multiple as growth in percent: 2 is 100, a half is a fall of 50."""
    if figure.dimension != "multiple":
        return x
    grown = x.scaled(100.0, -100.0)
    return grown.scaled(-1.0) if grown.high <= 0 else grown


def _money(a: Figure, b: Figure, x: Interval, y: Interval) -> Scale | Mismatch:
    factor = units.convert(1.0, b.unit, a.unit)
    if factor is not None:
        return Scale(x, y.scaled(factor), a.unit)
    if fit(x, y) in (Fit.EQUAL, Fit.ROUNDED):
        return Mismatch(RelationKind.DIFFERENT_UNIT, "currency", a.unit, b.unit)
    return Mismatch(RelationKind.CANNOT_TELL, "currency", a.unit, b.unit)


def _converted(a: Figure, b: Figure, x: Interval, y: Interval) -> Scale | Mismatch:
    zero, one = units.convert(0.0, b.unit, a.unit), units.convert(1.0, b.unit, a.unit)
    if zero is None or one is None:
        return Mismatch(RelationKind.DIFFERENT_UNIT, "unit", unit_name(a), unit_name(b))
    made = y.scaled(one - zero, zero)
    if fit(x, made) in (Fit.LOOSE, Fit.APART) and fit(x, y) == Fit.EQUAL:
        return Mismatch(RelationKind.DIFFERENT_UNIT, "unit", unit_name(a), unit_name(b))
    return Scale(x, made, a.unit)


def _directed(a: Figure, b: Figure, scale: Scale) -> Scale:
    """Changes in opposite directions as values of opposite sign."""
    if Direction.DECREASE not in (a.direction, b.direction) or Direction.INCREASE not in (a.direction, b.direction):
        return scale
    if Role.CHANGE not in (a.role, b.role):
        return scale
    minus_a = a.direction == Direction.DECREASE
    return Scale(scale.a.scaled(-1.0) if minus_a else scale.a, scale.b if minus_a else scale.b.scaled(-1.0), scale.unit)


# ------------------------------------------------------------------------------------------------------------- rates

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_NOUNS_OF_PEOPLE = frozenset({"person", "people", "inhabitant", "resident", "population", "capita", "head"})


def _rates(a: Figure, b: Figure) -> float | Mismatch:
    """What ``b`` must be multiplied by to be a rate of the same base as ``a``, or why there is no such number."""
    if (a.per is None) and (b.per is None):
        return 1.0
    if a.per is None or b.per is None:
        return Mismatch(RelationKind.DIFFERENT_UNIT, "rate", _per(a), _per(b))
    (size_a, noun_a), (size_b, noun_b) = _base(a.per), _base(b.per)
    if noun_a == noun_b:
        return size_a / size_b
    return Mismatch(RelationKind.DIFFERENT_UNIT, "rate", _per(a), _per(b))


def _per(figure: Figure) -> str:
    return f"per {figure.per}" if figure.per else "not a rate"


def _base(per: str) -> tuple[float, str]:
    """ "100,000 people" → (1e5, "person"); "a day" → (1, "day")."""
    text = normalise(per)
    size = 1.0
    number = _NUMBER.search(text)
    if number:
        size = float(number.group().replace(",", "")) or 1.0
        text = text.replace(number.group(), " ")
    words = []
    for word in text.split():
        if word in _SCALES:
            size *= _SCALES[word]
        elif word not in ("a", "an", "per", "each", "every", "one", "the"):
            words.append(word)
    noun = words[-1] if words else ""
    if noun in _NOUNS_OF_PEOPLE or not noun:
        return size, "person"
    return size, stem(noun)


def unit_name(figure: Figure) -> str:
    """The unit as a reader would name it."""
    if figure.dimension == "count":
        return f"a number of {plural(figure)}" if figure.unit else "a bare number"
    return figure.unit or figure.dimension
