"""Days of the calendar: moved by days, weeks, months and years, and the weeks, months and years they lie in.

Apart from :mod:`.dates` because nothing here reads a text. Beyond the years 1 to 9999 there is no day: None.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from factcheck.model import DateRange


def on(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (30 February)."""
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def shifted(day: date, by: int) -> date | None:
    """So many days later; earlier for a negative number."""
    ordinal = day.toordinal() + by
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def weekday_before(reference: date, number: int) -> date | None:
    """The latest such weekday (0 for Monday) that is no later than ``reference``."""
    return shifted(reference, -((reference.weekday() - number) % 7))


def moved(reference: date, count: int, unit: str) -> date | None:
    """So many units ("day", "week", "month", "quarter", "year", "decade") later; the last of a shorter month."""
    if unit in ("day", "week"):
        return shifted(reference, count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    total = reference.year * 12 + reference.month - 1 + months
    year, month = divmod(total, 12)
    if not 1 <= year <= date.max.year:
        return None
    return date(year, month + 1, min(reference.day, calendar.monthrange(year, month + 1)[1]))


def back(reference: date, count: int, unit: str) -> DateRange | None:
    """The days that so long before ``reference`` means: as coarse as the unit, a year as its month."""
    day = moved(reference, -count, unit)
    return DateRange(*around(day, "month" if unit == "year" else unit)) if day is not None else None


def around(day: date, unit: str) -> tuple[date, date]:
    """The calendar unit that holds ``day``; weeks begin on Monday."""
    if unit == "week":
        first = shifted(day, -day.weekday()) or day
        return first, first + timedelta(days=6)
    if unit == "month":
        return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    if unit == "quarter":
        month = 1 + 3 * ((day.month - 1) // 3)
        return date(day.year, month, 1), date(day.year, month + 2, calendar.monthrange(day.year, month + 2)[1])
    if unit == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if unit == "decade":
        first_year = max(1, day.year - day.year % 10)
        return date(first_year, 1, 1), date(min(day.year - day.year % 10 + 9, date.max.year), 12, 31)
    return day, day
