"""A time counted back from another date of its sentence: "rose to 83 on Wednesday, up from 61 a day earlier".

Apart from :mod:`.dates`, which reckons each date by itself from the day of printing: "earlier" and "before" count from
the day spoken of, where "ago" counts from today.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from factcheck.extract import dates_en as en
from factcheck.extract import days
from factcheck.model import DateRange

if TYPE_CHECKING:
    from factcheck.extract.mentions import DateMention


def counted_back(match: re.Match[str], before: Sequence[DateMention]) -> DateRange | None:
    """The days of "a day earlier", counted from the nearest date before it in its sentence that is fine enough: a day
    for days and weeks, a day, month, quarter or year for longer units. None where there is none, or for "ago".

    Args:
        match: of the kind "ago" of :data:`.dates_en.PATTERNS`: groups ``n`` and ``unit``.
        before: the dates before it, in order.
    """
    if match[0].lower().endswith("ago"):
        return None
    unit, count = match["unit"].lower(), en.count(match["n"])
    choices = [one for one in _of_sentence(match, before) if _fine_enough(one.range, unit)]
    spoken_of = [one for one in choices if en.SAYS_WHEN.search(match.string, max(0, one.start - 30), one.start) is None]
    if not choices:
        return None
    return _moved((spoken_of or choices)[-1].range, -count, unit)


def _of_sentence(match: re.Match[str], before: Sequence[DateMention]) -> list[DateMention]:
    found: list[DateMention] = []
    for one in reversed(before[-_MOST:]):
        if _SENTENCE_ENDS.search(match.string, one.end, match.start()):
            break
        if not _COUNTED.search(match.string, one.start, one.end):
            found.append(one)
    return found[::-1]


_MOST = 4
_COUNTED = re.compile(r"\b(?:ago|earlier|previously|before|prior)$")
_SENTENCE_ENDS = re.compile(r"[.!?][\"\u201d\u2019)]?\s+[\"\u201c(]?[A-Z]|;|\n\s*\n")


def _fine_enough(span: DateRange, unit: str) -> bool:
    if span.first is None or span.last is None:
        return False
    return span.first == span.last or (unit in ("month", "year", "decade") and _whole_months(span.first, span.last))


def _whole_months(first: date, last: date) -> bool:
    return first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]


def _moved(span: DateRange, count: int, unit: str) -> DateRange | None:
    if span.first is None or span.last is None:
        return None
    if span.first == span.last and unit not in ("day", "week"):
        return days.back(span.first, -count, unit)
    first, last = days.moved(span.first, count, unit), days.moved(span.last, count, unit)
    if first is None or last is None:
        return None
    if span.first != span.last:
        last = last.replace(day=calendar.monthrange(last.year, last.month)[1])
    return DateRange(first, last)
