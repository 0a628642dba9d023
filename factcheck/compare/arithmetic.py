"""Do the figures of one claim add up: "from 200 to 380, up 60%", a part larger than its whole, parts above their sum.

Apart from the rules for two figures, because three or more are read together here, all of one sentence, where no
question of same thing, time or voice arises. Every number stands for as much as it was rounded to, and an alarm is
raised only where no value within that rounding makes the sentence right. Vague, approximate and bounded figures are
left alone, and so is what restates another in other terms ("$1.2bn (£950m)").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from factcheck.compare.families import groups
from factcheck.compare.intervals import interval
from factcheck.compare.measures_en import PEOPLE
from factcheck.compare.reasons import cap, number
from factcheck.compare.reasons import said as told
from factcheck.model import Bound, Claim, Direction, Figure, Relation, RelationKind, Role, Statement
from factcheck.text import normalise


@dataclass(frozen=True, slots=True)
class Slip:
    """Two figures of one claim that can't both be right beside the others, and the arithmetic that says so."""

    a: Figure
    b: Figure
    reason: str
    part: str


def slips(claim: Claim) -> tuple[Slip, ...]:
    """What doesn't add up in ``claim``: for each pair of figures the first reason found, in order of the text."""
    exact = sorted((f for f in claim.figures if _plain(f)), key=lambda f: (f.start, f.end))
    found: dict[tuple[int, int], Slip] = {}
    for slip in (*_changes(claim, exact), *_parts(claim, exact), *_sums(claim, exact)):
        found.setdefault((slip.a.start, slip.b.start), slip)
    return tuple(found[key] for key in sorted(found))


def inside(statement: Statement) -> tuple[Relation, ...]:
    """The contradictions inside one statement: relations of two of its figures, each with its arithmetic as reason."""
    return tuple(
        Relation(
            RelationKind.CONTRADICTION,
            slip.reason,
            {
                "as_read_a": told(slip.a),
                "as_read_b": told(slip.b),
                "differs": slip.part,
                "inside": True,
                "rule": "arithmetic",
            },
            slip.a,
            slip.b,
        )
        for slip in slips(statement.claim)
    )


def _plain(figure: Figure) -> bool:
    """One exact number of its own."""
    return (
        figure.low is not None
        and figure.low == figure.high
        and figure.bound is Bound.EXACT
        and not (figure.vague or figure.approximate or figure.hedged)
        and figure.restates is None
    )


# ------------------------------------------------------------------------------------------------- from, to, and change

_OTHER_BASE = re.compile(
    r"\s*(?:points? )?(?:higher |lower |more |less )?"
    r"(?:on|over|since|than|compared|against|of|in|a|per|from (?!\S*\d)|year|annually|every|each)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+(?:just |only |exactly )?$", re.IGNORECASE)
_TO = re.compile(r"^\s*(?:[\w%’'-]+\s+){0,3}?to\s+(?:just |only |exactly )?$", re.IGNORECASE)
_ENDS = re.compile(r"[.;]")


def _changes(claim: Claim, figures: list[Figure]) -> Iterator[Slip]:
    """A change that is not the one from the one level to the other."""
    for early, late in pairwise(f for f in figures if f.role is Role.LEVEL):
        if not _from_to(claim, early, late):
            continue
        for change in figures:
            if change.role is not Role.CHANGE or not _told_of(claim, change, early, late):
                continue
            slip = _change(early, late, change)
            if slip is not None:
                yield slip


def _from_to(claim: Claim, early: Figure, late: Figure) -> bool:
    if (early.unit != late.unit and early.dimension != "count") or early.dimension != late.dimension:
        return False
    before = claim.text[: early.start - claim.start]
    between = claim.text[early.end - claim.start : late.start - claim.start]
    return _FROM.search(before) is not None and _TO.match(between) is not None


def _told_of(claim: Claim, change: Figure, early: Figure, late: Figure) -> bool:
    """The change stands beside the two levels in their clause, and names no base of its own ("60% on last year")."""
    first, last = min(change.start, early.start), max(change.end, late.end)
    between = claim.text[min(change.end, late.end) - claim.start : max(change.start, early.start) - claim.start]
    if _ENDS.search(between) or last - first > 120:
        return False
    others = [f for f in claim.figures if f not in (change, early, late) and first <= f.start < last]
    return not others and _OTHER_BASE.match(claim.text[change.end - claim.start :]) is None


def _change(early: Figure, late: Figure, change: Figure) -> Slip | None:
    a, b, c = interval(early), interval(late), interval(change)
    a_low, a_high = a.low - a.rounding, a.high + a.rounding
    b_low, b_high = b.low - b.rounding, b.high + b.rounding
    kind = change.dimension
    if kind in ("ratio", "multiple"):
        if early.dimension in ("ratio", "points") or a_low <= 0 or (kind == "ratio" and change.unit != "percent"):
            return None  # "from 4% to 5%, up 25%" and "up 1%" are both written
        low, high, exact = b_low / a_high, b_high / a_low, late.low / early.low if early.low and late.low else 0.0
        if kind == "ratio":
            low, high, exact = (100 * (x - 1) for x in (low, high, exact))
    elif kind == early.dimension or (kind == "points" and early.unit == "percent"):
        low, high, exact = b_low - a_high, b_high - a_low, (late.low or 0.0) - (early.low or 0.0)
    else:
        return None
    falls = change.direction is Direction.DECREASE
    if kind == "multiple" and falls:
        return None  # "three times less" is said in two ways
    said_low, said_high = (-c.high, -c.low) if falls else (c.low, c.high)
    slack = max(c.rounding, c.doubt, 0.02 * abs(exact))
    if low - slack <= said_low <= high + slack or low - slack <= said_high <= high + slack:
        return None
    return Slip(
        late,
        change,
        f"From {told(early)} to {told(late)} is {_as_change(exact, kind, change)}, not {_worded(change)}.",
        "arithmetic",
    )


def _as_change(exact: float, kind: str, change: Figure) -> str:
    if kind == "multiple":
        return f"{number(round(exact, 2))} times as much"
    amount = number(round(abs(exact), 1))
    unit = "%" if kind == "ratio" else " points" if kind == "points" else ""
    if abs(exact) < 1e-9:
        return "no change"
    return f"a {'rise' if exact > 0 else 'fall'} of {amount}{unit}"


def _worded(change: Figure) -> str:
    if change.dimension == "multiple":
        return f"{told(change)}"
    falls = change.direction is Direction.DECREASE
    return f"a {'fall' if falls else 'rise'} of {told(change)}"


# ---------------------------------------------------------------------------------------------------- parts and wholes

_INCLUDING = re.compile(
    r"\W*(?:\w+\W+){0,3}?(?:including|among them|among whom|of whom|of them|of these|of which)\W+$", re.IGNORECASE
)


def _parts(claim: Claim, figures: list[Figure]) -> Iterator[Slip]:
    """A part that is larger than the whole it is said to be of."""
    counts = [f for f in figures if f.role is Role.LEVEL and f.dimension == "count" and f.per is None]
    for part in counts:
        whole = _named_whole(part, claim)
        if whole is not None and part.low is not None and part.low > whole:
            like = next((f for f in counts if f.low == whole), part)
            reason = f"A part can't be larger than its whole: {told(part)} of {number(whole)}."
            yield Slip(part, like, reason, "part")
    for whole_figure, part in pairwise(counts):
        between = claim.text[whole_figure.end - claim.start : part.start - claim.start]
        if not _INCLUDING.fullmatch(between) or not _one_kind(whole_figure, part):
            continue
        before = [f.low for f in counts if f.low is not None and f.start <= whole_figure.start and _one_kind(f, part)]
        if part.low is not None and part.low > max(before, default=part.low):
            reason = f"A part can't be larger than its whole: {told(whole_figure)}, including {told(part)}."
            yield Slip(whole_figure, part, reason, "part")


_A_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?!\s*(?:%|per|hundred|thousand|million|billion|bn|mn|m\b|k\b))")


def _named_whole(part: Figure, claim: Claim) -> float | None:
    """The number that the part's whole names: 410 of "530 of the 410 people"."""
    if part.whole is None:
        return None
    for figure in claim.figures:
        if part.whole.start <= figure.start and figure.end <= part.whole.end and figure is not part:
            return figure.low if _plain(figure) and figure.dimension == "count" else None
    match = _A_NUMBER.search(part.whole.text)
    return float(match.group().replace(",", "")) if match else None


def _one_kind(a: Figure, b: Figure) -> bool:
    """The one may be a part of the other: both count people, or both the same things."""
    return a.unit == b.unit or (_people(a) and _people(b))


def _people(figure: Figure) -> bool:
    unit = normalise(figure.unit)
    return unit in PEOPLE or bool(groups(unit))


_LISTED = re.compile(r"\s*(?:[,:(—–-]|,? and|,? plus|, made up of|, comprising)\s*(?:and\s+)?", re.IGNORECASE)
_SEXES = {frozenset({"men"}), frozenset({"women"})}
_OF_BOTH_SEXES = frozenset({"member", "employee", "worker", "voter", "athlete", "guest", "victim"})


def _is_of_people(figure: Figure) -> bool:
    """Men and women alike are counted."""
    return (_people(figure) or figure.unit in _OF_BOTH_SEXES) and not groups(figure.unit) & {"men", "women"}


def _sums(claim: Claim, figures: list[Figure]) -> Iterator[Slip]:
    """Men and women, told right behind a number of people, that are more together than it."""
    counts = [f for f in figures if f.role is Role.LEVEL and f.dimension == "count" and f.per is None]
    for total, one, other in zip(counts, counts[1:], counts[2:], strict=False):
        gaps = [claim.text[x.end - claim.start : y.start - claim.start] for x, y in ((total, one), (one, other))]
        if {groups(normalise(f.unit)) for f in (one, other)} != _SEXES or not _is_of_people(total):
            continue
        if not all(_LISTED.fullmatch(gap) for gap in gaps):
            continue
        sizes = [f.low for f in (total, one, other) if f.low is not None]
        if len(sizes) == 3 and sizes[1] + sizes[2] > sizes[0]:
            together = number(sizes[1] + sizes[2])
            reason = f"{cap(told(one))} and {told(other)} are {together} together, more than {told(total)}."
            yield Slip(total, one, reason, "sum")
