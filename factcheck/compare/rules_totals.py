"""Rules for counts that go on: a total that can only grow, its order in time, its update, its floor.

Apart from :mod:`.rules_time`, because a running total is of all time up to a day: two days of it are one count, and
the later can't be the smaller.
"""

from __future__ import annotations

import re

from factcheck.compare import words_en
from factcheck.compare.bodies import Voices
from factcheck.compare.case import AGREES, Case, Verdict
from factcheck.compare.context import FigureInContext
from factcheck.compare.intervals import Fit
from factcheck.compare.kinds import Scale
from factcheck.compare.measure import measured
from factcheck.compare.measures_en import GROWING
from factcheck.compare.reasons import cap, day
from factcheck.compare.scope import one_nation
from factcheck.compare.surety import surely, unsure
from factcheck.compare.tokens import tokens, weekdays
from factcheck.compare.when import NEWS_LAG, Order, Source, counted_to, order, said
from factcheck.model import Accrual, RelationKind

_SO_FAR = re.compile(
    r"\bsince\b|\bso far\b|\bto date\b"
    r"|\bin (?:the )?(?:last |past |first )?(?:\d+|one|two|three|ten) (?:day|week|month)s?\b"
    r"|\bbring(?:s|ing)? (?:the|to)\b|\bpushing\b",
    re.IGNORECASE,
)


def event_against_total(case: Case) -> Verdict | None:
    """The count of one event beside a larger count of all since a beginning, of one population not named by both."""
    total_a, total_b = (_SO_FAR.search(x.text) is not None for x in (case.a, case.b))
    if total_a == total_b or case.fit is not Fit.APART or not isinstance(case.scale, Scale):
        return None
    if one_nation(case.a, case.b) and not weekdays((case.b if total_a else case.a).around):
        return None
    if not all({family for _, family in measured(x)} & GROWING for x in (case.a, case.b)):
        return None
    single = case.b if total_a else case.a
    if single.figure.accrual == Accrual.RUNNING_TOTAL and single.figure.as_of is not None:
        return None  # "364 by the end of Saturday" is a total too
    total, event = (case.scale.a, case.scale.b) if total_a else (case.scale.b, case.scale.a)
    if event.middle >= total.middle or case.voiced.voices is Voices.SAME:
        return None
    said_total, said_event = (case.said_a, case.said_b) if total_a else (case.said_b, case.said_a)
    return Verdict(
        RelationKind.DIFFERENT_PERIOD,
        f"One counts all since a beginning ({said_total}), the other may be of one event ({said_event}).",
        "period",
    )


def running_totals(case: Case) -> Verdict | None:
    """A count that can only grow, at two days."""
    if not case.running or case.fit in AGREES or case.fit is None:
        return None
    if case.order is Order.UNKNOWN:
        if case.fit is Fit.LOOSE:
            return None
        return Verdict(
            RelationKind.CANNOT_TELL,
            f"The count of {case.thing} grows, and which of {case.said_a} and {case.said_b} came first isn't known.",
            "date",
        )
    if case.order is Order.SAME:
        return (within_the_day(case) if case.voiced.voices is Voices.SAME else None) or (
            _verified_floor(case) if case.fit is Fit.APART and surely(case) else None
        )
    first, then = case.ordered
    days = _two_days(case)
    same_body = case.voiced.voices is Voices.SAME
    if not surely(case):
        return unsure(case)
    if case.grows:
        return _grown(case, first, then, days)
    if case.fit is Fit.LOOSE or case.vague:
        return None
    if _order_is_doubtful(case):
        return Verdict(
            RelationKind.CANNOT_TELL,
            f"One seems the later count ({then}){days}, but its day is only that of printing: the order isn't sure.",
            "date",
        )
    if floor := _verified_floor(case):
        return floor
    if same_body:
        return Verdict(
            RelationKind.REVISED_DOWN,
            f"{cap(case.name_a)} first gave {first}, later {then}{days}, for a count that can only grow.",
            "number",
        )
    return Verdict(
        RelationKind.CONTRADICTION,
        f"Such a total can only grow, yet it was first {first} and later {then}{days}: they can't both be right.",
        "number",
    )


def _order_is_doubtful(case: Case) -> bool:
    """The two days lie within two days of each other, and one is only the day of printing."""
    one, other = counted_to(case.a), counted_to(case.b)
    later = one if case.order is Order.B_FIRST else other
    if later.source is not Source.PUBLISHED_ON:
        return False  # an earlier one was said on the day of its printing or before: it stays the earlier
    telling = case.a if case.order is Order.B_FIRST else case.b
    if telling.statement.claim.speaker is None and case.stored:
        return True  # a paper may well tell an old count again
    if one.source is other.source:
        return False
    last_a, last_b = one.last or one.first, other.last or other.first
    return last_a is not None and last_b is not None and abs(last_a - last_b) <= NEWS_LAG


def _verified_floor(case: Case) -> Verdict | None:
    """The smaller of the two counts only what was verified: what it leaves out is no contradiction."""
    if not isinstance(case.scale, Scale):
        return None
    smaller, said_smaller = (
        (case.a, case.said_a) if case.scale.a.middle <= case.scale.b.middle else (case.b, case.said_b)
    )
    larger = case.b if smaller is case.a else case.a
    if not counts_verified_only(smaller) or counts_verified_only(larger) or case.voiced.voices is Voices.SAME:
        return None
    return Verdict(
        RelationKind.RIVAL_COUNT,
        f"One counts only what was verified ({said_smaller}): {case.said_a} and {case.said_b} are rival counts.",
        "verified",
    )


def counts_verified_only(item: FigureInContext) -> bool:
    """Whether the claim says that it counts what was verified."""
    return any(t.key in words_en.VERIFYING for t in tokens(item.text))


def _grown(case: Case, first: str, then: str, days: str) -> Verdict | None:
    known = case.voiced.voices
    one_is_the_papers_own = known is Voices.NEITHER or (
        known is Voices.UNKNOWN and None in (case.voiced.a, case.voiced.b)
    )
    if known is Voices.SAME or one_is_the_papers_own:
        if case.fit is Fit.LOOSE and known is not Voices.SAME and not _grew_a_little(case):
            return None
        who = f" by {case.name_a}" if known is Voices.SAME and case.voiced.a else ""
        return Verdict(RelationKind.UPDATE, f"A later count{who}: {first}, then {then}{days}.", "date")
    if case.fit is Fit.LOOSE or case.vague:
        return None
    return Verdict(
        RelationKind.RIVAL_COUNT,
        f"{cap(case.name_a)} and {case.name_b} each count for themselves and at different times{days}: {first}, {then}."
        " Disputed; logic doesn't decide it.",
        "body",
    )


def _grew_a_little(case: Case) -> bool:
    """The later number is less than twice the earlier one: the same count, gone on."""
    if not isinstance(case.scale, Scale):
        return False
    low, high = sorted((case.scale.a.middle, case.scale.b.middle))
    return 0 < high < 2 * low


def _two_days(case: Case) -> str:
    one, other = counted_to(case.a), counted_to(case.b)
    if case.order is Order.B_FIRST:
        one, other = other, one
    return f" ({day(one.last or one.first)} and {day(other.last or other.first)})"


def told_later(case: Case) -> Verdict | None:
    """A count of one day's dead or detained, told again on a later day and larger, by nobody known to be another."""
    if case.fit is not Fit.APART or case.vague:
        return None
    known = case.voiced.voices in (Voices.SAME, Voices.NEITHER)
    if not known and (None not in (case.voiced.a, case.voiced.b) or not _grew_a_little(case)):
        return None
    if not (case.when_a.explicit and case.when_b.explicit) or not surely(case):
        return None
    if not all({family for _, family in measured(x)} & GROWING for x in (case.a, case.b)):
        return None
    told = order(said(case.a), said(case.b))
    if told not in (Order.A_FIRST, Order.B_FIRST) or not isinstance(case.scale, Scale):
        return None
    early, late = (case.scale.b, case.scale.a) if told is Order.B_FIRST else (case.scale.a, case.scale.b)
    first, then = (case.said_b, case.said_a) if told is Order.B_FIRST else (case.said_a, case.said_b)
    if late.middle <= early.middle:
        return None
    return Verdict(
        RelationKind.UPDATE, f"Told again on a later day, and the count had grown: {first}, then {then}.", "date"
    )


def within_the_day(case: Case) -> Verdict | None:
    """The same body twice on one day, where the words ("in the morning", "by evening") order the two."""
    part_a, part_b = (_day_part(x.text) for x in (case.a, case.b))
    if part_a == part_b or not part_a or not part_b or not isinstance(case.scale, Scale):
        return None
    first, then = (case.said_a, case.said_b) if part_a < part_b else (case.said_b, case.said_a)
    low, high = (case.scale.a, case.scale.b) if part_a < part_b else (case.scale.b, case.scale.a)
    if high.middle < low.middle:
        return None
    return Verdict(RelationKind.UPDATE, f"A count that grew within the day: {first}, then {then}.", "time of day")


def _day_part(text: str) -> int:
    return max((words_en.DAY_PARTS.get(t.key, 0) for t in tokens(text)), default=0)
