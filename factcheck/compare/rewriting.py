"""One thing told in two forms: a part as a number and as a share of its whole, a rate as a level and as a change.

Apart from :mod:`.kinds`, which sets two figures on one scale by their units alone: here the words are needed too. "45
of the 150 passengers" is 30 percent of them; that prices rose 4% over the year is inflation of 4%.
"""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.compare.context import FigureInContext, once, once_a_pair
from factcheck.compare.intervals import interval
from factcheck.compare.kinds import Mismatch, Scale, common_scale
from factcheck.compare.measure import measured
from factcheck.compare.reasons import number, said
from factcheck.compare.stretches import compared_with
from factcheck.compare.tokens import content, stem
from factcheck.model import Direction, Figure, Role
from factcheck.text import normalise


def scale_of(a: FigureInContext, b: FigureInContext) -> Scale | Mismatch:
    """Both figures on one scale (:func:`~factcheck.compare.kinds.common_scale`), one of them rewritten where that
    makes them of one form."""
    if a.figure.role is not b.figure.role:
        return common_scale(_as_rate(a, b), _as_rate(b, a))
    by = share_factors(a, b)
    if by is None:
        return common_scale(a.figure, b.figure)
    unit = "percent" if whole_number(b if a.figure.dimension == "ratio" else a) is not None else _counted(a, b).unit
    return Scale(interval(a.figure).scaled(by[0]), interval(b.figure).scaled(by[1]), unit)


# ---------------------------------------------------------------------------------------------- a part and its share

_WHOLE_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_OF_NUMBERED = re.compile(r"\s*(of (?:[\w'’-]+ ){0,4}?\d[\d,]*(?: [^\W\d]+){1,2})")  # "of the country's 500 cinemas"


@once
def whole_number(item: FigureInContext) -> float | None:
    """How many the whole is that the figure is a part of ("of the 1,200 inspectors"), where that is said in digits."""
    found = _WHOLE_NUMBER.findall(_whole(item))
    return float(found[0].replace(",", "")) if len(found) == 1 else None


@once_a_pair
def share_factors(a: FigureInContext, b: FigureInContext) -> tuple[float, float] | None:
    """What a number and a share of the same whole are to be multiplied by, to be of one form; None for any others.

    A number with its whole becomes a percentage; a share of a numbered whole a number, where only it has the whole.
    """
    if {a.figure.dimension, b.figure.dimension} != {"ratio", "count"} or a.figure.role is not Role.LEVEL:
        return None
    share, count = (a, b) if a.figure.dimension == "ratio" else (b, a)
    if share.figure.vague or count.figure.vague or count.figure.per is not None or not _of_one_kind(share, count):
        return None
    percent = 100.0 if share.figure.unit == "fraction" else 1.0
    parts, whole = whole_number(count), whole_number(share)
    if parts is not None and whole is not None and parts != whole:
        return None
    if parts is not None:
        factors = percent, 100.0 / parts
    elif whole is not None:
        factors = percent / 100.0 * whole, 1.0
    else:
        return None
    return factors if share is a else factors[::-1]


@once
def _whole(item: FigureInContext) -> str:
    """The words of the whole that the figure is a part of, with its number where that stands behind; "" for none."""
    claim, figure = item.statement.claim, item.figure
    behind = _OF_NUMBERED.match(claim.text, max(0, figure.end - claim.start))
    if behind is not None:
        return behind[1]
    return figure.whole.text if figure.whole is not None else ""


def told_share(a: FigureInContext, b: FigureInContext) -> str | None:
    """A share with the number it comes to ("30% of 150, which is 45"), where the two are compared as such."""
    by = share_factors(a, b)
    if by is None:
        return None
    share, count = (a, b) if a.figure.dimension == "ratio" else (b, a)
    whole = whole_number(count) or whole_number(share)
    value = share.figure.low if share.figure.low is not None else share.figure.high
    if whole is None or value is None:
        return None
    came = value * whole / (1.0 if share.figure.unit == "fraction" else 100.0)
    told = share.figure.text.lower() if share.figure.unit == "fraction" else said(share.figure)
    return f"{told} of {number(whole)} {'is' if came == round(came) else 'is about'} {number(round(came))}"


def _counted(a: FigureInContext, b: FigureInContext) -> Figure:
    return a.figure if a.figure.dimension == "count" else b.figure


def _of_one_kind(share: FigureInContext, count: FigureInContext) -> bool:
    """The whole of the share is of what the number counts, or is a part of."""
    told = _whole(share) or share.figure.population or ""
    return bool(content(told) & (content(_whole(count)) | {stem(normalise(count.figure.unit))}))


# ---------------------------------------------------------------------------------------------- a rate and its change

_RATE = re.compile(r"\b(?:inflation|growth)\b", re.IGNORECASE)
_GROWS = frozenset({"inflation", "gdp"})


def _as_rate(item: FigureInContext, other: FigureInContext) -> Figure:
    """A change of prices or of the economy over a year as the rate it is, where the other tells such a rate."""
    figure = item.figure
    if figure.role is not Role.CHANGE or {figure.dimension, other.figure.dimension} != {"ratio"}:
        return figure
    base = compared_with(item)
    if (base is not None and base[0] != "year") or _RATE.search(item.around) or not _RATE.search(other.around):
        return figure
    if not {family for _, family in measured(item)} & _GROWS:
        return figure
    level = replace(figure, role=Role.LEVEL, direction=None)
    if figure.direction is not Direction.DECREASE:
        return level
    ends = [None if end is None else -end for end in (figure.high, figure.low)]
    return replace(level, low=ends[0], high=ends[1])
