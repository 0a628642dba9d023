"""Rules that tell two times apart: another period, a part of a period, a time that isn't known.

Of figures for a time of their own; totals that go on are :mod:`.rules_totals`'.
"""

from __future__ import annotations

from factcheck.compare.bodies import Voices
from factcheck.compare.case import AGREES, FAR_APART, Case, Verdict, adds_up, days_named_apart, times_named
from factcheck.compare.intervals import Fit
from factcheck.compare.kinds import Scale
from factcheck.compare.measure import measured
from factcheck.compare.measures_en import LEVELS
from factcheck.compare.reasons import quoted
from factcheck.compare.surety import surely
from factcheck.compare.when import Order, Source, Times, When, day_words, days_named, speaks_of_the_past
from factcheck.model import Accrual, RelationKind


def another_period(case: Case) -> Verdict | None:
    """Two times, or a time and a part of it."""
    if case.running and (case.fit in AGREES or case.order is not Order.UNKNOWN) and _seasons(case) is None:
        return None
    if case.times is Times.DIFFERENT:
        return _later_or_other(case)
    if case.times in (Times.A_IN_B, Times.B_IN_A):
        return _part_of_period(case)
    return None


def _seasons(case: Case) -> tuple[str, str] | None:
    """Two years or seasons by what the claims call them, "last winter" and "this": no total counts on over both."""
    named_times = times_named(case.a, case.b)
    return None if case.fit in AGREES or named_times is None or " " not in named_times[0] else named_times


def _later_or_other(case: Case) -> Verdict:
    days = f"{days_named(case.when_a)} against {days_named(case.when_b)}"
    named_times = times_named(case.a, case.b)
    if named_times is not None and not (case.when_a.explicit and case.when_b.explicit):
        one, other = named_times
        return Verdict(
            RelationKind.DIFFERENT_PERIOD, f"Not the same time: {quoted(one)} against {quoted(other)}.", "period"
        )
    periods = Source.PERIOD in (case.when_a.source, case.when_b.source)
    if case.voiced.voices is Voices.SAME and not case.voiced.by_outlet and not periods and surely(case):
        return Verdict(
            RelationKind.UPDATE, f"A later figure by {case.name_a}: {case.said_a}, then {case.said_b} ({days}).", "date"
        )
    return Verdict(RelationKind.DIFFERENT_PERIOD, f"Not the same time: {days}.", "period")


def _part_of_period(case: Case) -> Verdict:
    days_a, days_b = days_named(case.when_a), days_named(case.when_b)
    inner = case.times is Times.A_IN_B
    if isinstance(case.scale, Scale) and adds_up(case) and case.fit is Fit.APART and surely(case) and not case.vague:
        part, whole = (case.scale.a, case.scale.b) if inner else (case.scale.b, case.scale.a)
        snapshot = Accrual.SNAPSHOT in (case.a.figure.accrual, case.b.figure.accrual)
        if part.low > whole.high and not snapshot and not _is_level(case):
            said_part, said_whole = (case.said_a, case.said_b) if inner else (case.said_b, case.said_a)
            days_part, days_whole = (days_a, days_b) if inner else (days_b, days_a)
            return Verdict(
                RelationKind.CONTRADICTION,
                f"A part can't be larger than its whole: {said_part} ({days_part}), {said_whole} ({days_whole}).",
                "period",
            )
    return Verdict(
        RelationKind.DIFFERENT_PERIOD,
        f"One covers a part of the other's time: {days_a} against {days_b}.",
        "period",
    )


def _is_level(case: Case) -> bool:
    return any({family for _, family in measured(x)} & LEVELS for x in (case.a, case.b))


#: What is counted by the day it was done on, unless a text says that it counts on.
_OF_THE_DAY = frozenset({"detained"})
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def another_weekday(case: Case) -> Verdict | None:
    """Two days of the week without a date: one body's count that grew, or another day; never one statement."""
    days = days_named_apart(case)
    if days is None or case.fit in AGREES or case.vague or not isinstance(case.scale, Scale):
        return None
    named_days = " against ".join(_DAY_NAMES[day] for day in days)
    arrests = all({family for _, family in measured(x)} & _OF_THE_DAY for x in (case.a, case.b))
    if not case.running or arrests:
        return Verdict(RelationKind.DIFFERENT_PERIOD, f"Not the same time: {named_days}.", "period")
    grows = (case.scale.b.middle > case.scale.a.middle) == (days[1] > days[0])
    if grows and case.fit is Fit.APART and case.voiced.voices is Voices.SAME and surely(case):
        first, then = (case.said_a, case.said_b) if days[0] < days[1] else (case.said_b, case.said_a)
        return Verdict(RelationKind.UPDATE, f"A later count of the week: {first}, then {then} ({named_days}).", "date")
    return Verdict(
        RelationKind.CANNOT_TELL, f"Two days without a date ({named_days}): which came first isn't known.", "date"
    )


def time_unknown(case: Case) -> Verdict | None:
    """Numbers apart, and nothing says that they are of one time."""
    if case.times is not Times.UNKNOWN or case.fit is not Fit.APART or case.running or case.vague:
        return None
    if _never_changes(case):
        return None
    past_a, past_b = (speaks_of_the_past(x) for x in (case.a, case.b))
    if past_a != past_b:
        past, other = (case.said_a, case.said_b) if past_a else (case.said_b, case.said_a)
        return Verdict(
            RelationKind.DIFFERENT_PERIOD,
            f"One is told of an earlier time ({past}), the other isn't ({other}).",
            "date",
        )
    if not (case.when_a.explicit or case.when_b.explicit) and _months_apart(case):
        return Verdict(
            RelationKind.DIFFERENT_PERIOD,
            f"Neither dates its figure, and they were told far apart: {days_named(case.when_a)}"
            f" and {days_named(case.when_b)}.",
            "date",
        )
    return Verdict(
        RelationKind.CANNOT_TELL,
        f"Whether both speak of the same time isn't said: {case.said_a} ({_time(case.when_a)}),"
        f" {case.said_b} ({_time(case.when_b)}).",
        "date",
    )


def _time(when: When) -> str:
    words = day_words(when)
    if not words:
        return "undated"
    return words if when.explicit else f"{'said' if when.source is Source.SAID_ON else 'printed'} {words}"


def _months_apart(case: Case) -> bool:
    one, other = (w.last or w.first for w in (case.when_a, case.when_b))
    return one is not None and other is not None and abs(one - other) > FAR_APART


def _never_changes(case: Case) -> bool:
    """A length, a height: no date is needed for it."""
    lasting = {"long", "wide", "high", "deep", "away"}
    return all({family for _, family in measured(x)} & lasting for x in (case.a, case.b))
