"""Figures as intervals on the line of numbers, and how two of them lie: the arithmetic of comparing, and nothing else.

A written number stands for a little more than itself. How much is read off the number:

* ``rounding``: half of the last place that was written. "$1.2bn" is good to 0.05bn; "1,200" to 50; "1,187" to a half.
  Whole numbers below 100 are counted, not rounded. A number written in digits is believed to two places at least
  ("20,000" to 500), one with a scale word to the places before the word ("2 million" to a tenth at most).
* ``doubt``: a difference up to this proves nothing, yet is no agreement either. It is as wide as ``rounding``, wider
  where the text says "about" (a tenth) or gives a simple fraction.

Two numbers agree when they lie within the coarser of their two ``rounding``\\ s, and are apart only beyond ``doubt``.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from factcheck.model import Bound, Figure

NEAR = 0.25  # a number within a quarter of a bound lies near it
ABOUT = 0.05  # "about 1,000" agrees with 950 to 1,050
ABOUT_DOUBT = 0.10  # and 900 to 1,100 don't speak against it
NEARLY = 0.10  # "nearly 9,000" is over 8,100
FRACTION_ROUNDING = 0.025  # "a third" and "one in five" agree with shares 2.5 points away
FRACTION_DOUBT = 0.05
LARGEST_ROUNDING = 0.10  # of the value: "2 million" agrees with 1.85 million, not with 1.6
FLOORED = frozenset(
    {"count", "money", "length", "area", "volume", "mass", "duration", "speed", "energy", "power", "data", "age"}
)

_DIGITS = re.compile(r"\d[\d,.\u202f\u00a0 ]*\d|\d")
_SCALE = re.compile(r"hundred|thousand|million|billion|trillion|bn|mn|tn|(?<=\d)[mk]\b|(?<=\d) ?m\b", re.IGNORECASE)
_EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class Interval:
    """What a figure says of a value: ``low`` to ``high``, infinite where open.

    Attributes:
        open_low, open_high: the end itself is excluded ("more than 20,000").
        rounding: what the written number leaves open at each finite end, in the same unit.
        doubt: how far another value must lie beyond an end before it contradicts; at least ``rounding``.
    """

    low: float
    high: float
    open_low: bool = False
    open_high: bool = False
    rounding: float = 0.0
    doubt: float = 0.0

    @property
    def point(self) -> bool:
        return self.low == self.high

    @property
    def bounded(self) -> bool:
        return math.isfinite(self.low) and math.isfinite(self.high)

    @property
    def middle(self) -> float:
        """The one finite end, or the middle of two."""
        if math.isinf(self.low):
            return self.high if math.isfinite(self.high) else 0.0
        return self.low if math.isinf(self.high) else (self.low + self.high) / 2

    def scaled(self, by: float, plus: float = 0.0) -> Interval:
        """Each value ``x`` as ``x * by + plus``; a negative ``by`` turns the interval round."""
        ends = (self.low * by + plus, self.high * by + plus)
        flipped = by < 0
        return Interval(
            min(ends),
            max(ends),
            self.open_high if flipped else self.open_low,
            self.open_low if flipped else self.open_high,
            self.rounding * abs(by),
            self.doubt * abs(by),
        )


@lru_cache(maxsize=16384)
def interval(figure: Figure) -> Interval:
    """The interval of ``figure`` in its own unit, with the precision its text shows."""
    low = -math.inf if figure.low is None else figure.low
    high = math.inf if figure.high is None else figure.high
    if low > high:
        low, high = high, low
    rounding, doubt = precision(figure)
    one_sided = math.isinf(low) != math.isinf(high)
    if figure.approximate and one_sided:  # "nearly 9,000", "just over 300"
        if math.isinf(low):
            low = high * (1 - NEARLY) if high > 0 else high * (1 + NEARLY)
        else:
            high = low * (1 + NEARLY) if low > 0 else low * (1 - NEARLY)
    floored = figure.dimension in FLOORED and figure.role == "level"
    if floored and math.isinf(low) and high >= 0:
        low = 0.0
    if low == high:
        return Interval(low, high, rounding=rounding, doubt=doubt)
    return Interval(
        low,
        high,
        open_low=figure.bound == Bound.MORE_THAN or math.isinf(low),
        open_high=figure.bound == Bound.LESS_THAN or math.isinf(high),
        rounding=rounding,
        doubt=doubt,
    )


def precision(figure: Figure) -> tuple[float, float]:
    """``(rounding, doubt)`` of a figure, in its unit; see the module's docstring."""
    ends = [abs(e) for e in (figure.low, figure.high) if e is not None]
    size = max(ends, default=0.0)
    if figure.unit == "fraction":
        about = ABOUT * size if figure.approximate else 0.0
        return FRACTION_ROUNDING + about, FRACTION_DOUBT + about
    if figure.dimension == "multiple":
        step = _last_place(figure.text, size)
        rounding = max(min(step / 2, LARGEST_ROUNDING * size), 0.05 * size)
        return rounding, max(rounding, 0.15 * size)
    step = _last_place(figure.text, size)
    rounding = min(step / 2, LARGEST_ROUNDING * size) if size else 0.0
    doubt = min(step / 2, 0.25 * size) if size else 0.0
    if figure.approximate:
        rounding, doubt = max(rounding, ABOUT * size), max(doubt, ABOUT_DOUBT * size)
    # What is counted exactly isn't rounded at all.
    if step <= 1 and figure.dimension == "count" and not figure.approximate:
        return 0.0, 0.0
    return rounding, max(rounding, doubt)


def _last_place(text: str, size: float) -> float:
    """The value of the last place written: 0.1bn for "$1.2bn", 100 for "1,200", 1 for "1,187", 1 for "thirty"."""
    if size == 0 or not math.isfinite(size):
        return 0.0
    best: float | None = None
    scaled = _SCALE.search(text) is not None
    for match in _DIGITS.finditer(text):
        digits = match.group().rstrip(".,")
        plain = re.sub(r"[^\d.]", "", digits)
        if plain.count(".") > 1:
            plain = plain.replace(".", "")
        number = float(plain) if plain and plain != "." else 0.0
        if number == 0:
            continue
        ratio = size / number
        scale = 10 ** round(math.log10(ratio)) if ratio > 0 else 1.0
        if not math.isclose(ratio, scale, rel_tol=1e-6):
            continue  # another number of the same text: a date, a whole
        decimals = len(plain.partition(".")[2])
        if decimals:
            step = scale * 10.0**-decimals
        else:
            step = scale * _whole_place(int(number), as_written=scaled and scale > 1)
        best = step if best is None else min(best, step)
    if best is not None:
        return best
    if size < 100:
        return 1.0 if size == int(size) else 0.1
    return _round_place(size, 1 if size == _round_to(size, 1) else 2)


def _whole_place(number: int, *, as_written: bool) -> float:
    """The last place of a whole number in digits: trailing zeros are rounding, to two places at least."""
    if as_written:  # "12 million": what stands before the scale word is meant
        return 1.0
    return _round_place(float(number), 2) if number >= 100 else 1.0


def _round_place(size: float, places: int) -> float:
    """The largest power of ten that divides ``size`` and leaves ``places`` significant places."""
    top = 10.0 ** (math.floor(math.log10(size)) - places + 1)
    place = 1.0
    while place * 10 <= top and size % (place * 10) == 0:
        place *= 10
    return place


def _round_to(size: float, places: int) -> float:
    unit = 10.0 ** (math.floor(math.log10(size)) - places + 1)
    return round(size / unit) * unit


class Fit(Enum):
    """How two intervals lie to each other."""

    EQUAL = "equal"
    ROUNDED = "rounded"
    WITHIN = "within"
    LOOSE = "loose"
    APART = "apart"


def fit(a: Interval, b: Interval) -> Fit:
    """How ``a`` and ``b``, in one unit, lie to each other. Symmetric.

    EQUAL: the same value or the same bounds. ROUNDED: the same at the coarser of the two precisions. WITHIN: one lies
    in the other and near its bound (a quarter). LOOSE: nothing speaks against both, and little for them. APART: no
    value is left that fits both, even with the doubt of each.
    """
    if _same(a.low, b.low) and _same(a.high, b.high):
        return Fit.EQUAL if (a.open_low, a.open_high) == (b.open_low, b.open_high) else Fit.ROUNDED
    if a.point and b.point:
        distance = abs(a.low - b.low)
        if _at_most(distance, max(a.rounding, b.rounding)):
            return Fit.ROUNDED
        return Fit.LOOSE if _at_most(distance, max(a.doubt, b.doubt)) else Fit.APART
    lower, upper = (a, b) if (a.low, a.high) <= (b.low, b.high) else (b, a)
    gap = upper.low - lower.high
    touching = gap == 0 and not (lower.open_high or upper.open_low)
    if gap > 0 or (gap == 0 and not touching):
        return _across(gap, a, b)
    return _inside(a, b)


def _across(gap: float, a: Interval, b: Interval) -> Fit:
    """Two intervals with a gap between them, perhaps no wider than how they were rounded."""
    rounding = max(a.rounding, b.rounding)
    if rounding == 0.0:
        return Fit.APART  # counted exactly: 17 is not fewer than 17
    if _at_most(gap, rounding):
        return Fit.ROUNDED if a.point or b.point else Fit.LOOSE  # a floor and a ceiling that meet don't agree
    return Fit.LOOSE if _at_most(gap, max(a.doubt, b.doubt)) else Fit.APART


def _inside(a: Interval, b: Interval) -> Fit:
    """Two intervals that share a value."""
    if a.bounded and b.bounded and min(a.low, b.low) > 0:
        shared = min(a.high, b.high) - max(a.low, b.low)
        narrower = min(a.high - a.low, b.high - b.low)
        wider = b if a.high - a.low <= b.high - b.low else a
        wide = wider.high > wider.low * 4
        if not wide and (narrower == 0 or shared >= narrower / 2):
            return Fit.WITHIN
        return Fit.WITHIN if _near(a, b) else Fit.LOOSE
    return Fit.WITHIN if _near(a, b) else Fit.LOOSE


def _near(a: Interval, b: Interval) -> bool:
    """Whether a finite end of one lies within a quarter of the finite end of the other that matters."""
    return any(
        _at_most(abs(x - y), NEAR * min(abs(x), abs(y))) and min(abs(x), abs(y)) > 0 for x in _ends(a) for y in _ends(b)
    )


def _ends(a: Interval) -> tuple[float, ...]:
    """The ends that were stated: finite, and not the zero every count starts from."""
    return tuple({e for e in (a.low, a.high) if math.isfinite(e) and e != 0})


def gap(a: Interval, b: Interval) -> float:
    """The distance between two intervals; 0 where they share a value."""
    return max(0.0, b.low - a.high, a.low - b.high)


def wider(a: Interval, *, doubt: float) -> Interval:
    """``a`` with at least ``doubt`` granted."""
    return replace(a, doubt=max(a.doubt, doubt))


def as_facts(a: Interval) -> dict[str, float | bool | None]:
    """JSON-ready: infinite ends are null."""
    return {
        "low": a.low if math.isfinite(a.low) else None,
        "high": a.high if math.isfinite(a.high) else None,
        "open_low": a.open_low,
        "open_high": a.open_high,
    }


def _same(x: float, y: float) -> bool:
    return x == y or math.isclose(x, y, rel_tol=_EPSILON, abs_tol=1e-12)


def _at_most(x: float, y: float) -> bool:
    return x <= y or math.isclose(x, y, rel_tol=1e-7, abs_tol=1e-12)
