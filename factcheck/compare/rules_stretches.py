"""Rules that tell two figures apart by the words beside them: each against all, two starting points, a day of a week.

Apart from :mod:`.rules_scope` and :mod:`.rules_time`, which go by what was resolved to a population or to dates.
"""

from __future__ import annotations

import re

from factcheck.compare.case import AGREES, Case, Verdict, adds_up
from factcheck.compare.context import FigureInContext
from factcheck.compare.intervals import Fit
from factcheck.compare.kinds import Scale
from factcheck.compare.measure import measured
from factcheck.compare.measures_en import LEVELS
from factcheck.compare.reasons import quoted
from factcheck.compare.stretches import Start, compared_with, started, stretch_named, told_of_each, told_per_time
from factcheck.compare.tokens import weekdays
from factcheck.compare.when import Source, days_named
from factcheck.model import Accrual, RelationKind, Role


def each_against_all(case: Case) -> Verdict | None:
    """One is told of each one, the other of all of them: "12 books each" beside "40,000 books"."""
    if not isinstance(case.scale, Scale) or case.fit is not Fit.APART or not adds_up(case):
        return None
    each_a, each_b = told_of_each(case.a), told_of_each(case.b)
    if each_a == each_b:
        return None
    each, other = (case.said_a, case.said_b) if each_a else (case.said_b, case.said_a)
    return Verdict(
        RelationKind.DIFFERENT_SCOPE,
        f"One is told for each one ({each}), the other isn't and may be for all ({other}).",
        "each",
    )


def each_time_against_all(case: Case) -> Verdict | None:
    """One is told for each year or day, the other isn't: "each year 40 drown", "400 have drowned"."""
    if not isinstance(case.scale, Scale) or case.fit is not Fit.APART or not adds_up(case):
        return None
    each_a, each_b = told_per_time(case.a), told_per_time(case.b)
    if (each_a is None) == (each_b is None):
        return None
    each, other = (case.said_a, case.said_b) if each_a is not None else (case.said_b, case.said_a)
    return Verdict(
        RelationKind.DIFFERENT_PERIOD,
        f"Only one is told {quoted(each_a or each_b)} ({each}); the other isn't ({other}).",
        "period",
    )


def another_start(case: Case) -> Verdict | None:
    """Two changes, or totals, told from two starting points; or a change of which one side alone says from when."""
    if not isinstance(case.scale, Scale):
        return None
    start_a, start_b = started(case.a), started(case.b)
    changes = all(_compares(x, start) for x, start in ((case.a, start_a), (case.b, start_b)))
    if start_a is not None and start_b is not None:
        if start_a.other_than(start_b) and (changes or _later_is_smaller(case, start_a, start_b)):
            return Verdict(
                RelationKind.DIFFERENT_PERIOD,
                f"Told from two starting points: {quoted(start_a.words)} against {quoted(start_b.words)}.",
                "period",
            )
        if start_a.words.casefold() == start_b.words.casefold() or (start_a.year and start_a.year == start_b.year):
            return None
    if not changes or case.fit in AGREES or case.one_utterance or (start_a is None and start_b is None):
        return None
    if (apart := _beside_a_period(case, start_a, start_b)) is not None:
        return apart
    if case.when_a.explicit and case.when_b.explicit:
        return None
    if start_a is not None and start_b is not None:
        reason = f"Whether {quoted(start_a.words)} and {quoted(start_b.words)} are one starting point isn't said."
    else:
        told, other = (start_a, case.said_b) if start_a is not None else (start_b, case.said_a)
        reason = (
            f"Only one says from when it is told ({quoted(told.words if told else None)}); the other ({other}) doesn't."
        )
    return Verdict(RelationKind.CANNOT_TELL, reason, "period")


def _beside_a_period(case: Case, start_a: Start | None, start_b: Start | None) -> Verdict | None:
    """A change of a stated period beside one since a year long before it: "in 2023", "since 1993"."""
    start, item, when = (start_a, case.b, case.when_b) if start_a is not None else (start_b, case.a, case.when_a)
    if (start_a is None) == (start_b is None) or start is None or start.year is None:
        return None
    if when.source is not Source.PERIOD or when.first is None or when.first.year <= start.year:
        return None
    since, other = (case.said_a, case.said_b) if item is case.b else (case.said_b, case.said_a)
    return Verdict(
        RelationKind.DIFFERENT_PERIOD,
        f"One is told since {start.year} ({since}), the other of {days_named(when)} alone ({other}).",
        "period",
    )


def another_base(case: Case) -> Verdict | None:
    """Two changes against two earlier times, a month's beside a year's; a year's is what goes without saying."""
    if not isinstance(case.scale, Scale) or case.fit in AGREES:
        return None
    if not all(x.figure.role is Role.CHANGE for x in (case.a, case.b)):
        return None
    base_a, base_b = compared_with(case.a), compared_with(case.b)
    if base_a is None and base_b is None:
        return None
    if base_a is not None and base_b is not None:
        if base_a[0] == base_b[0]:
            return None
        return Verdict(
            RelationKind.DIFFERENT_PERIOD,
            f"Told against two earlier times: {quoted(base_a[1])} and {quoted(base_b[1])}.",
            "period",
        )
    base, told = base_a if base_a is not None else base_b if base_b is not None else ("year", "")
    other = case.said_b if base_a is not None else case.said_a
    if base == "year":
        return None
    return Verdict(
        RelationKind.CANNOT_TELL,
        f"Only one says what it is told against ({quoted(told)}); the other ({other}) may be of another stretch.",
        "period",
    )


def _compares(item: FigureInContext, start: Start | None) -> bool:
    """A change, or a share told against a starting point ("12 percent below 1990 levels")."""
    figure = item.figure
    return figure.role is Role.CHANGE or (start is not None and figure.dimension in ("ratio", "points", "multiple"))


def _later_is_smaller(case: Case, start_a: Start, start_b: Start) -> bool:
    """Of two totals that add up, the one that began later is the smaller."""
    if not isinstance(case.scale, Scale) or not adds_up(case) or start_a.year is None or start_b.year is None:
        return False
    return (start_a.year - start_b.year) * (case.scale.a.middle - case.scale.b.middle) < 0


def day_of_a_stretch(case: Case) -> Verdict | None:
    """The smaller count is of one day, the larger of a stretch of days that may hold it: a Saturday, the weekend."""
    if not isinstance(case.scale, Scale) or case.fit is not Fit.APART or not adds_up(case):
        return None
    for x in (case.a, case.b):
        if x.figure.accrual is Accrual.RUNNING_TOTAL or {family for _, family in measured(x)} & LEVELS:
            return None
    day_a, day_b = _one_day(case.a, case.when_a.source), _one_day(case.b, case.when_b.source)
    stretch = stretch_named(case.b if day_a else case.a)
    if day_a == day_b or stretch is None:
        return None
    part, whole = (case.scale.a, case.scale.b) if day_a else (case.scale.b, case.scale.a)
    if part.middle >= whole.middle:
        return None
    said_part, said_whole = (case.said_a, case.said_b) if day_a else (case.said_b, case.said_a)
    called = f"the {stretch}" if stretch in _SPANS else stretch if " " in stretch else stretch.capitalize()
    return Verdict(
        RelationKind.DIFFERENT_PERIOD,
        f"One is of a single day ({said_part}), the other of {called} ({said_whole}).",
        "period",
    )


_SPANS = frozenset({"weekend", "week", "fortnight", "month", "quarter", "year", "decade"})


def _one_day(item: FigureInContext, source: Source) -> bool:
    """Whether the figure is of one day, by its words or by its date."""
    if stretch_named(item) is not None:
        return False
    as_of = item.figure.as_of
    dated = source is Source.AS_OF and as_of is not None and as_of.first == as_of.last
    named = _DAY_OF_MONTH.search(item.around) or _FIRST_DAY.search(item.around)
    return dated or len(weekdays(item.around)) == 1 or named is not None


_FIRST_DAY = re.compile(
    r"\bon (?:the|its|their|his|her) (?:first|second|third|opening|last|final) (?:day|night|evening)\b", re.IGNORECASE
)


_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY_OF_MONTH = re.compile(rf"\bon (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}|{_MONTH} \d{{1,2}})\b")
