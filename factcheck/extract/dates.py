"""Dates as written, with the days they mean, reckoned from the date of the text.

It stands apart because it needs no parse for reading and reckoning: it goes over characters once. Weekdays mean the
latest such day on or before the reference unless the clause plainly looks ahead; a day without a year is the nearest,
leaning to the past; "this week" runs from Monday to the reference. What a coarse word means is as coarse as the word:
"two months ago" is that whole month, "two weeks ago" that week.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from factcheck.extract import dates_en as en
from factcheck.extract import days
from factcheck.extract.counted_back import counted_back
from factcheck.extract.tenses import ahead, comes
from factcheck.model import DateRange

_FUTURE_COSTS = 3
"""A day ahead must be three times as near as one gone by, for a date without a year to mean it."""
_BEYOND = 80
"""How far over a line's end a pattern may look at what follows a date."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written: ``text[start:end]``, half-open code points, and the days it means."""

    text: str
    start: int
    end: int
    range: DateRange


def dates(text: str, reference: date | None) -> list[DateMention]:
    """The dates in ``text``, in order, none overlapping another.

    Args:
        text: any text.
        reference: the day it was printed. Without one, dates that need it ("Tuesday", "Feb. 24") are left out.
    """
    found: list[DateMention] = []
    for kind, match in _matches(text):
        span = counted_back(match, found) if kind == "ago" else None
        span = span or _RECKON[kind](match, reference)
        if span is None:
            continue
        start = match.start()
        since = en.SINCE.search(text, max(0, start - 30), start)
        if since is not None and span.first is not None:
            span = _since(kind, match, span, reference)
            start = since.start()
        found.append(DateMention(text[start : match.end()], start, match.end(), span))
    return found


def _since(kind: str, match: re.Match[str], span: DateRange, reference: date | None) -> DateRange:
    """From the first of the days meant until the reference; what has begun has begun before it."""
    if reference is not None and span.first is not None and span.first > reference:
        year_before = days.moved(reference, -1, "year")
        span = (_RECKON[kind](match, year_before) if year_before is not None else None) or span
        if span.first is not None and span.first > reference:
            return span
    return DateRange(span.first, reference)


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The matches of all patterns, the longest where they overlap."""
    every = []
    for rank, start, end in _worth_trying(text):
        kind, pattern, _ = en.PATTERNS[rank]
        for match in pattern.finditer(text, start, min(end + _BEYOND, len(text))):
            if match.start() < end and _plausible(kind, match):
                every.append((match.start(), -match.end(), rank, kind, match))
    every.sort(key=lambda e: e[:3])
    at = 0
    for start, minus_end, _, kind, match in every:
        if start >= at:
            at = -minus_end
            yield kind, match


def _worth_trying(text: str) -> Iterator[tuple[int, int, int]]:
    """Patterns, by their place, and the lines in which one of the words stands without which they match nothing.

    No date runs over a line's end; so what is looked for is looked for where it may be.
    """
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        for signs, ranks in _BY_SIGNS.items():
            if any(sign in line for sign in signs):
                yield from ((rank, start, end) for rank in ranks)
        start = end + 1


def _by_signs() -> dict[tuple[str, ...], list[int]]:
    made: dict[tuple[str, ...], list[int]] = {}
    for rank, (_, _, signs) in enumerate(en.PATTERNS):
        made.setdefault(signs, []).append(rank)
    return made


_BY_SIGNS = _by_signs()


def _plausible(kind: str, match: re.Match[str]) -> bool:
    text, start, end = match.string, match.start(), match.end()
    if kind == "month":
        name = match["m"].rstrip(".").lower()
        if match.groupdict().get("y") or match.groupdict().get("part"):
            return True
        return name not in en.AMBIGUOUS_MONTHS or en.BEFORE_MONTH.search(text, max(0, start - 14), start) is not None
    if kind == "day" and not match.groupdict().get("y"):
        return en.IN_MONTH.search(text, max(0, start - 8), start) is None or en.COUNTED.match(text, end) is None
    if kind == "day_word" and match["word"].lower() == "overnight":
        return en.OVERNIGHT_IS_WHEN.match(text, end) is not None and not text[:start].endswith(("an ", "An "))
    if kind == "weekday":
        return en.NAMES_A_DAY.search(text, max(0, start - 10), start) is None
    if kind == "edge":
        return comes(match)
    if kind == "year":
        if en.CLOCK.match(text, end) is not None:
            return False
        before = max(0, start - 24)
        if en.OF_AN_EVENT.search(text, before, start) is not None:
            return True
        if en.A_YEAR_S.search(text, before, start) is not None:
            return en.A_STUDY.match(text, end) is not None
        if en.BEFORE_YEAR.search(text, before, start) is None:
            return en.AFTER_YEAR.match(text, end) is not None
        weak = en.WEAK_BEFORE_YEAR.search(text, before, start) is not None
        return not (weak and en.AFTER_AMOUNT.match(text, end))
    if kind == "quarter" and "unit" in match.groupdict() and not match["y"]:
        return match["unit"] == "quarter" and not text[max(0, start - 2) : start].endswith(("a ", "-"))
    return True


# ---------------------------------------------------------------------------------------------------------- reckoning


def _iso(match: re.Match[str], _: date | None) -> DateRange | None:
    return _one(days.on(int(match["y"]), int(match["m"]), int(match["d"])))


def _day(match: re.Match[str], reference: date | None) -> DateRange | None:
    month, day = en.MONTHS[match["m"].rstrip(".").lower()], int(match["d"])
    if match["y"]:
        return _one(days.on(int(match["y"]), month, day))
    return _one(_nearest(month, day, reference))


def _days(match: re.Match[str], reference: date | None) -> DateRange | None:
    first = _day(match, reference)
    if first is None or first.first is None:
        return None
    last = days.on(first.first.year, first.first.month, int(match["d2"]))
    return DateRange(first.first, last) if last is not None and last >= first.first else None


def _span(match: re.Match[str], reference: date | None) -> DateRange | None:
    """The days of "between 3 January and 2 May", "between June and August": a year that is told of one is told of
    both."""
    given = match.groupdict()
    first_month, last_month = (en.MONTHS[given[name].rstrip(".").lower()] for name in ("m", "m2"))
    day = int(given["d2"]) if given.get("d2") else 28
    if given.get("y2"):
        year = int(given["y2"])
    else:
        nearest = _nearest(last_month, min(day, 28), reference)
        if nearest is None:
            return None
        year = nearest.year
    last = days.on(year, last_month, day if given.get("d2") else calendar.monthrange(year, last_month)[1])
    year = int(given["y"]) if given.get("y") else year - (first_month > last_month)
    first = days.on(year, first_month, int(given["d"]) if given.get("d2") else 1) if year >= 1 else None
    return DateRange(first, last) if first is not None and last is not None and first <= last else None


def _month(match: re.Match[str], reference: date | None) -> DateRange | None:
    month = en.MONTHS[match["m"].rstrip(".").lower()]
    part = (match["part"] or "").lower()
    if match.groupdict().get("y"):
        year = int(match["y"])
    elif reference is None:
        return None
    elif part == "last":
        year = reference.year - (month >= reference.month)
    elif part == "next":
        year = reference.year + (month <= reference.month)
    elif part == "this":
        year = reference.year
    else:
        nearest = _nearest(month, min(reference.day, 28), reference)
        year = nearest.year if nearest is not None else reference.year
        if (year, month) < (reference.year, reference.month) and comes(match):
            year = reference.year + (month < reference.month)
    first, last = date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    if part == "early":
        last = first.replace(day=10)
    elif part == "mid":
        first, last = first.replace(day=11), first.replace(day=20)
    elif part == "late":
        first = first.replace(day=21)
    return DateRange(first, last)


def _quarter(match: re.Match[str], reference: date | None) -> DateRange | None:
    number = en.ORDINALS.get(match["q"].lower()) or int(match["q"])
    halves = match.groupdict().get("unit") == "half"
    months = 6 if halves else 3
    number = min(number, 2) if halves else number
    start_month = 1 + months * (number - 1)
    if match["y"]:
        year = int(match["y"])
    elif reference is None:
        return None
    else:
        year = reference.year - (start_month > reference.month)
    end_month = start_month + months - 1
    return DateRange(date(year, start_month, 1), date(year, end_month, calendar.monthrange(year, end_month)[1]))


def _decade(match: re.Match[str], _: date | None) -> DateRange | None:
    year = int(match["y"])
    return DateRange(date(year, 1, 1), date(year + 9, 12, 31))


def _year(match: re.Match[str], _: date | None) -> DateRange | None:
    year = int(match["y"])
    return DateRange(date(year, 1, 1), date(year, 12, 31))


def _years(match: re.Match[str], _: date | None) -> DateRange | None:
    first, last = int(match["y"]), int(match["y2"])
    if len(match["y2"]) == 2:  # "the fiscal year 2023-24"
        last += first // 100 * 100
        if last != first + 1:
            return None
    return DateRange(date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def _day_word(match: re.Match[str], reference: date | None) -> DateRange | None:
    if reference is None:
        return None
    word = match["word"].lower()
    if word == "overnight":
        return DateRange(days.shifted(reference, -1), reference)
    away = -1 if word.startswith(("yesterday", "last")) else 1 if word == "tomorrow" else 0
    return _one(days.shifted(reference, away))


def _ago(match: re.Match[str], reference: date | None) -> DateRange | None:
    return None if reference is None else days.back(reference, en.count(match["n"]), match["unit"])


def _past(match: re.Match[str], reference: date | None) -> DateRange | None:
    if reference is None:
        return None
    coming = match["side"].lower() in ("next", "coming")
    count, unit = en.count(match["n"]), match["unit"]
    if unit == "hour":
        count, unit = -(-count // 24), "day"  # a part of a day may begin the day before
    edge = days.moved(reference, count * (1 if coming else -1), unit)
    if edge is None:
        return None
    return DateRange(reference, edge) if coming else DateRange(edge, reference)


def _unit(match: re.Match[str], reference: date | None) -> DateRange | None:
    if reference is None:
        return None
    side, unit = match["side"].lower(), match["unit"]
    part = (match.groupdict().get("part") or "").lower()
    if unit == "weekend":
        saturday = days.weekday_before(reference, 5)
        saturday = days.shifted(saturday, 7) if side in ("next", "coming") and saturday else saturday
        return DateRange(saturday, days.shifted(saturday, 1)) if saturday else None
    if side == "past":
        edge = days.moved(reference, -1, unit)
        return DateRange(edge, reference) if edge else None
    step = {"this": 0, "next": 1, "coming": 1}.get(side, -1)
    moved = days.moved(reference, step, unit)
    if moved is None:
        return None
    first, last = days.around(moved, unit)
    if side == "this":
        return DateRange(reference, last) if part == "later" else DateRange(first, reference)
    return DateRange(first, last)


def _edge(match: re.Match[str], reference: date | None) -> DateRange | None:
    return DateRange(*days.around(reference, match["unit"])) if reference is not None else None


def _week_of(match: re.Match[str], reference: date | None) -> DateRange | None:
    day = _day(match, reference)
    if day is None or day.first is None:
        return None
    if match["side"] in ("ending", "ended"):
        return DateRange(days.shifted(day.first, -6), day.first)
    first = day.first if match["side"] != "of" else days.shifted(day.first, -day.first.weekday())
    return DateRange(first, days.shifted(first, 6)) if first else None


def _weekday(match: re.Match[str], reference: date | None) -> DateRange | None:
    if reference is None:
        return None
    number, side = en.WEEKDAYS[match["w"].lower()], (match["side"] or "").lower()
    latest = days.weekday_before(reference, number)
    if latest is None:
        return None
    if side == "next" or side.endswith("coming") or (side in ("", "this") and ahead(match)):
        return _one(latest if latest == reference and side != "next" else days.shifted(latest, 7))
    if side == "last" and latest == reference:
        return _one(days.shifted(latest, -7))
    return _one(latest)


_RECKON: dict[str, Callable[[re.Match[str], date | None], DateRange | None]] = {
    "iso": _iso,
    "day": _day,
    "days": _days,
    "span": _span,
    "month": _month,
    "quarter": _quarter,
    "decade": _decade,
    "year": _year,
    "years": _years,
    "day_word": _day_word,
    "ago": _ago,
    "past": _past,
    "unit": _unit,
    "edge": _edge,
    "week_of": _week_of,
    "weekday": _weekday,
}


def _one(day: date | None) -> DateRange | None:
    return DateRange(day, day) if day is not None else None


def _nearest(month: int, day: int, reference: date | None) -> date | None:
    if reference is None:
        return None
    choices = []
    for year in (reference.year - 1, reference.year, reference.year + 1):
        made = days.on(year, month, day) if 1 <= year <= date.max.year else None
        if made is not None:
            away = (made - reference).days
            choices.append((away * _FUTURE_COSTS if away > 0 else -away, made))
    return min(choices)[1] if choices else None
