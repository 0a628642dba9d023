"""Which days a figure speaks of, and how the days of two figures lie to each other.

A figure's time is looked for in this order: the period or as-of date of its own text, the day it was said, the day it
was printed. What was found where is kept, for a day of print is weaker than a date in the text.

| what the two have | what follows |
| --- | --- |
| neither has any date | the same time: context that both lack counts as the same |
| both in the text | compared as days: the same, one within the other, or different |
| one in the text, one fallen back | the same where the fallback is the day or within two days after; else not known |
| both fallen back | the same within two days, except for running totals, where the order counts |
| one has none | not known |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from factcheck.compare.context import FigureInContext, once
from factcheck.model import DateRange

NEWS_LAG = timedelta(days=2)  # what happened on Monday is in Tuesday's and Wednesday's paper
SAME_NEWS = timedelta(days=2)  # two undated reports of one level
A_DAY_OR_TWO = timedelta(days=1)


class Source(Enum):
    PERIOD = "period"
    AS_OF = "as_of"
    SAID_ON = "said_on"
    PUBLISHED_ON = "published_on"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class When:
    """Days from ``first`` to ``last``, both included, either open, and where they were found."""

    first: date | None
    last: date | None
    source: Source

    @property
    def known(self) -> bool:
        return self.source is not Source.NONE

    @property
    def explicit(self) -> bool:
        """It stands in the text of the claim as the time of the figure."""
        return self.source in (Source.PERIOD, Source.AS_OF)

    @property
    def short(self) -> bool:
        """It is a day or two, not a month or a year."""
        return self.first is not None and self.last is not None and self.last - self.first <= A_DAY_OR_TWO

    def facts(self) -> dict[str, str | None]:
        return {
            "from": self.first.isoformat() if self.first else None,
            "to": self.last.isoformat() if self.last else None,
            "source": self.source.value,
        }


NEVER = When(None, None, Source.NONE)


@once
def spoken_of(item: FigureInContext) -> When:
    """The days the figure speaks of, from the best source there is."""
    figure = item.figure
    if _closed(figure.period):
        if figure.period is not None and _of_another_year(figure.period, figure.as_of):
            return NEVER  # its own dates are at odds
        return _when(figure.period, Source.PERIOD)
    if figure.as_of is not None:
        days, told = _when(figure.as_of, Source.AS_OF), said(item)
        return told if told.known and _is_beginning(days, told, item.text) else days
    return NEVER if speaks_of_the_past(item) else said(item)


@once
def said(item: FigureInContext) -> When:
    """The days on which it was said, else printed."""
    statement = item.statement
    if statement.claim.said_on is not None:
        return _when(statement.claim.said_on, Source.SAID_ON)
    if statement.published_on is not None:
        return When(statement.published_on, statement.published_on, Source.PUBLISHED_ON)
    return NEVER


@once
def counted_to(item: FigureInContext) -> When:
    """For a running total: the day it had reached that number. An open period ("since May") ends when it was said."""
    figure, told = item.figure, said(item)
    if figure.as_of is not None:
        counted = _when(figure.as_of, Source.AS_OF)
        return told if told.known and _is_beginning(counted, told, item.text) else counted
    if figure.period is not None and figure.period.last is not None:
        if told.known and told.last is not None and figure.period.last > told.last:
            return told
        return When(figure.period.last, figure.period.last, Source.PERIOD)
    return told


_BEFORE_NOW = re.compile(
    r"\b(?:a|one|two|three|ten|\d+) (?:day|week|month|year|decade)s? (?:ago|earlier|before)\b"
    r"|\blast (?:week|month|year)\b|\b(?:previous|prior) (?:week|month|quarter|year)\b",
    re.IGNORECASE,
)


@once
def speaks_of_the_past(item: FigureInContext) -> bool:
    """The words around the figure put it at an earlier time that was not resolved to dates."""
    claim, figure = item.statement.claim, item.figure
    before = max((f.end for f in claim.figures if f.end <= figure.start), default=claim.start) - claim.start
    behind = min((f.start for f in claim.figures if f.start >= figure.end), default=claim.end) - claim.start
    if _BEFORE_NOW.search(claim.text[max(0, before) : max(0, behind)]) is not None:
        return True
    at, end = max(0, figure.start - claim.start), max(0, figure.end - claim.start)
    rising = claim.text[:at].rstrip().endswith(" from") and claim.text[end:].lstrip().startswith("to ")
    return rising and figure.dimension in ("ratio", "money", "count")  # "from 4.5% to 4.9%"


_SINCE = re.compile(r"\bsince\b|\bfrom the (?:start|beginning)\b", re.IGNORECASE)


def _is_beginning(counted: When, told: When, text: str) -> bool:
    """The date is the one the count runs from ("since 24 February"), which ends on the day it was said."""
    last, day = counted.last, told.first
    return last is None or (day is not None and last < day and _SINCE.search(text) is not None)


def _closed(period: DateRange | None) -> bool:
    return period is not None and period.last is not None


def _of_another_year(period: DateRange, as_of: DateRange | None) -> bool:
    """``as_of`` is a whole year in which no day of ``period`` lies: "the first quarter of last year", read as this."""
    if as_of is None or as_of.first is None or as_of.last is None or period.first is None or period.last is None:
        return False
    first, last = as_of.first, as_of.last
    whole = first == date(first.year, 1, 1) and last == date(first.year, 12, 31)
    return whole and first.year not in range(period.first.year, period.last.year + 1)


def _when(days: DateRange | None, source: Source) -> When:
    if days is None or (days.first is None and days.last is None):
        return NEVER
    return When(days.first, days.last, source)


class Times(Enum):
    """How two times lie: ``A_IN_B`` where a's is a part of b's."""

    SAME = "same"
    DIFFERENT = "different"
    A_IN_B = "a within b"
    B_IN_A = "b within a"
    UNKNOWN = "unknown"


def times(a: When, b: When) -> Times:
    """How two times lie, for figures that aren't running totals. Mirrored where the arguments are."""
    if not a.known and not b.known:
        return Times.SAME
    if not a.known or not b.known:
        return Times.UNKNOWN
    if a.explicit and b.explicit:
        return _both_explicit(a, b)
    if not a.explicit and not b.explicit:
        return Times.SAME if _distance(a, b) <= SAME_NEWS else Times.UNKNOWN
    stated, fallen = (a, b) if a.explicit else (b, a)
    return _against_fallback(stated, fallen)


def _both_explicit(a: When, b: When) -> Times:
    if _alike(a, b):
        return Times.SAME
    if _within(a, b):
        return Times.SAME if Source.AS_OF in (a.source, b.source) and a.source != b.source else Times.A_IN_B
    if _within(b, a):
        return Times.SAME if Source.AS_OF in (a.source, b.source) and a.source != b.source else Times.B_IN_A
    return Times.DIFFERENT


def _against_fallback(stated: When, fallen: When) -> Times:
    """A time of the text against a day of saying or printing."""
    begin, end, told = stated.first or date.min, stated.last or date.max, fallen.last or fallen.first or date.max
    if stated.short:
        return Times.SAME if begin <= told <= end + NEWS_LAG else Times.UNKNOWN
    return Times.UNKNOWN


def _alike(a: When, b: When) -> bool:
    """The same days, a day of slack on each end of anything longer than two days."""
    slack = timedelta(0) if a.short or b.short else A_DAY_OR_TWO
    return _close(a.first, b.first, slack) and _close(a.last, b.last, slack)


def _close(x: date | None, y: date | None, slack: timedelta) -> bool:
    if x is None or y is None:
        return x is y
    return abs(x - y) <= slack


def _within(inner: When, outer: When) -> bool:
    """``inner`` lies in ``outer`` and is shorter."""
    return (outer.first or date.min) <= (inner.first or date.min) and (inner.last or date.max) <= (
        outer.last or date.max
    )


def _distance(a: When, b: When) -> timedelta:
    first_a, last_a = a.first or a.last or date.min, a.last or a.first or date.max
    first_b, last_b = b.first or b.last or date.min, b.last or b.first or date.max
    if first_a <= last_b and first_b <= last_a:
        return timedelta(0)
    return first_b - last_a if last_a < first_b else first_a - last_b


class Order(Enum):
    """Which of two days of a running count comes first."""

    A_FIRST = "a first"
    B_FIRST = "b first"
    SAME = "same"
    UNKNOWN = "unknown"


def order(a: When, b: When) -> Order:
    """Which comes first, by the last day of each; SAME where they share a day or both lack one."""
    if not a.known and not b.known:
        return Order.SAME
    if not a.known or not b.known:
        return Order.UNKNOWN
    if _distance(a, b) == timedelta(0):
        return Order.SAME
    day_a, day_b = a.last or a.first or date.max, b.last or b.first or date.max
    return Order.A_FIRST if day_a < day_b else Order.B_FIRST


def same_occasion(a: FigureInContext, b: FigureInContext, *, days_of_print: int = 0) -> bool:
    """Whether both were said on one day, as far as the dates tell; both lacking one counts as the same.

    ``days_of_print``: how far apart the days of print may be where neither text dates what was said.
    """
    said_a, said_b = said(a), said(b)
    if not said_a.known and not said_b.known:
        return True
    if not said_a.known or not said_b.known:
        return False
    apart = _distance(said_a, said_b)
    if said_a.source is said_b.source is Source.PUBLISHED_ON:
        return apart <= timedelta(days=days_of_print)
    if said_a.source is said_b.source:
        return apart == timedelta(0)
    # One was dated by its text, the other by its printing: the paper of the same day or the next.
    return apart <= A_DAY_OR_TWO


def day_words(when: When) -> str:
    """ "on 2 March", "in 2 to 9 March", "" for none. The year is left out: dates of one pair are near."""
    first, last = when.first, when.last
    if first is None and last is None:
        return ""
    if first is None or last is None:
        only = last or first
        return f"{'until' if first is None else 'since'} {_day(only)}" if only else ""
    if first == last:
        return f"on {_day(first)}"
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        if first.month == 1 and last.month == 12 and first.year == last.year:
            return f"in {first.year}"
        if (first.year, first.month) == (last.year, last.month):
            return f"in {first:%B} {first.year}"
        if first.year == last.year and last.month == first.month + 2 and first.month % 3 == 1:
            return f"in the {('first', 'second', 'third', 'fourth')[first.month // 3]} quarter of {first.year}"
        if first.year == last.year:
            return f"from {first:%B} to {last:%B} {last.year}"
    return f"from {_day(first)} to {_day(last)}"


def days_named(when: When) -> str:
    """As :func:`day_words`, as a noun: "2 March 2022", "March 2022", "1 to 9 March 2022"."""
    words = day_words(when)
    for opening in ("in ", "on ", "from "):
        if words.startswith(opening):
            return words[len(opening) :]
    return words


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B} {day.year}" if day else ""
