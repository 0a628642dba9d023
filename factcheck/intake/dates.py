"""A date as a person, a page or a table wrote it, to a date; and a period of a table to its days.

Only whole dates that can be read in one way: "03/08/2022" is the 3rd of August to one reader and the 8th of March to
another, so it is none. Dates inside running text are the business of :mod:`factcheck.extract`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime

from factcheck.model import DateRange

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_DAY_FIRST = re.compile(
    r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})\b.*", re.IGNORECASE | re.ASCII
)
_MONTH_FIRST = re.compile(
    r"(?:[a-z]+,?\s+)?([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b.*", re.IGNORECASE | re.ASCII
)
_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})", re.ASCII)


def read_date(value: object) -> date | None:
    """The calendar date in ``value`` (text, date or datetime), or None where there is none or more than one reading."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value).strip() if value is not None else ""
    if not text or len(text) > 60:
        return None
    return _iso(text) or _written(text)


def read_period(value: object) -> DateRange | None:
    """The days of a period: a date, month ("2022-03", "Mar 2022"), quarter ("2022-Q1"), year, or "A/B", "A to B"."""
    single = _period(str(value).strip()) if value is not None else None
    if single:
        return single
    parts = re.split(r"\s+(?:to|until)\s+|\s*[–/]\s*|\s+-\s+", str(value).strip(), maxsplit=1)
    if len(parts) != 2:
        return None
    first, last = _period(parts[0]), _period(parts[1])
    if not first or not last or first.first is None or last.last is None or first.first > last.last:
        return None
    return DateRange(first.first, last.last)


def _iso(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _written(text: str) -> date | None:
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = int(found[1]), _MONTHS.get(found[2].lower()), int(found[3])
    elif found := _MONTH_FIRST.fullmatch(text):
        month, day, year = _MONTHS.get(found[1].lower()), int(found[2]), int(found[3])
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found := _NUMERIC.fullmatch(text):
        day, month, year = int(found[1]), int(found[2]), int(found[3])
        if month > 12:
            day, month = month, day
        elif day <= 12 and day != month:
            return None
    else:
        return None
    return _day(year, month, day) if month else None


def _period(text: str) -> DateRange | None:
    if re.fullmatch(r"\d{4}", text, re.ASCII):
        year = int(text)
        return _months(year, 1, 12)
    if found := re.fullmatch(r"(\d{4})[- ]?q([1-4])", text, re.IGNORECASE | re.ASCII):
        return _months(int(found[1]), int(found[2]) * 3 - 2, int(found[2]) * 3)
    if found := re.fullmatch(r"q([1-4])[- ](\d{4})", text, re.IGNORECASE | re.ASCII):
        return _months(int(found[2]), int(found[1]) * 3 - 2, int(found[1]) * 3)
    if found := re.fullmatch(r"(\d{4})[-m](\d{1,2})", text, re.IGNORECASE | re.ASCII):
        return _months(int(found[1]), int(found[2]), int(found[2]))
    if (found := re.fullmatch(r"([a-z]+)\.? (\d{4})", text, re.IGNORECASE | re.ASCII)) and found[1].lower() in _MONTHS:
        month = _MONTHS[found[1].lower()]
        return _months(int(found[2]), month, month)
    day = read_date(text)
    return DateRange(day, day) if day else None


def _months(year: int, first: int, last: int) -> DateRange | None:
    if year < 1 or not 1 <= first <= last <= 12:
        return None
    return DateRange(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
