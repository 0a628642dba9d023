"""What the words behind and before a figure say it is told of: each one, a change from when on, what stretch of days.

Apart from :mod:`.when`, which looks at the days that were resolved: these are read from the words alone, and so hold
where a passage has no date. Its words of English stand in the patterns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.compare.context import FigureInContext, once
from factcheck.compare.words_en import MONTHS
from factcheck.model import Role

_TIMES = r"(?:seconds?|minutes?|hours?|days?|nights?|mornings?|weeks?|weekends?|months?|quarters?|years?|decades?|time)"
_ONE = r"\b(?:each|every)"
_NOT_BASE = rf"(?!\s+(?:other\b|{_TIMES}\b|\d|(?:two|three|four|five|six|ten|hundred|thousand|million)\b))"
_EACH_BEFORE = re.compile(
    rf"{_ONE}{_NOT_BASE}(?:\s+one)?\s+(?:of\s+(?:the|its|their|our|his|her|these|those)\s+)?[^\W\d]"
)
_COUNTED_OF = re.compile(rf"{_ONE}(?:\s+one)?(?:\s+of)?(?:\s+(?:the|its|their|our|his|her|these|those))?\s*$")
_EACH_BEHIND = re.compile(
    rf"\b(?:apiece|(?:a|per) (?:head|household|family|person|pupil|child|worker))\b"
    rf"|\b(?:for|to|of|from|by|in|at|on) (?:each|every)\b{_NOT_BASE}"
    r"|\beach\b(?=\s*(?:$|[.,;:)!?”\"]|(?:and|in|at|for|from|to|on|by|with|over|when|while|as|but|or|this|next)\b))",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:,–—]|\b(?:but|while|whereas|because|after|when|although)\b", re.IGNORECASE)


@once
def told_of_each(item: FigureInContext) -> bool:
    """Whether the figure is told of each one of several: "each pupil will get 12 books", "12 books apiece"."""
    before, behind = around(item)
    last = _CLAUSE.split(before)[-1]
    if _EACH_BEHIND.search(_CLAUSE.split(behind)[0]) is not None:
        return True
    return _EACH_BEFORE.search(last.casefold()) is not None and _COUNTED_OF.search(last.casefold()) is None


_PER_TIME = re.compile(
    r"\b(?:each|every) (?:single )?(day|night|week|weekend|month|quarter|year|decade)\b(?! (?:since|from))"
    r"|^ (?:[\w-]+ ){0,2}?(?:a|per) (day|night|week|month|quarter|year)\b(?! (?:ago|earlier|before|later|after|on))"
    r"|\b(dai|week|month|quarter|year|annual)ly\b",
    re.IGNORECASE,
)


@once
def told_per_time(item: FigureInContext) -> str | None:
    """Of what stretch of time the figure is told again and again: "each year 40 drown" gives ``each year``."""
    if item.figure.dimension != "count" or item.figure.role is Role.CHANGE:
        return None
    before, behind = around(item)
    for text in (_CLAUSE.split(behind)[0], before):
        found = _PER_TIME.search(text)
        if found is not None:
            return found.group().strip()
    return None


def around(item: FigureInContext) -> tuple[str, str]:
    """The words of the claim before and behind the figure, up to the next figures, without who says so."""
    claim, figure = item.statement.claim, item.figure
    text = item.around
    begin = max((f.end for f in claim.figures if f.end <= figure.start and not a_year(f.text)), default=claim.start)
    stop = min((f.start for f in claim.figures if f.start >= figure.end and not a_year(f.text)), default=claim.end)
    at, end = max(0, figure.start - claim.start), max(0, figure.end - claim.start)
    before, behind = text[max(0, begin - claim.start) : at], text[end : max(end, stop - claim.start)]
    return _SAID.sub(" ", before), _SAID.sub(" ", behind)


_SAID = re.compile(r",\s{3,},")  # what ``around`` blanked between two commas


def a_year(text: str) -> bool:
    """Whether ``text``, of a figure, is a year that was read as a number: "below 1990 levels"."""
    return _YEAR.search(text) is not None and "level" in text


# ------------------------------------------------------------------------------------------------- where a change began

_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_START = re.compile(
    r"\b(?:since|(?:compared|in comparison) (?:with|to)|against|relative to|(?:than|as) in|versus|on)"
    r" (?P<on>(?:[^\W\d]+ ){0,3}?(?:(?:1[5-9]|20)\d\d)\b)"
    r"|\b(?:from|below|above|under|over|on|of) (?:the |its |their )?(?P<level>(?:[^\W\d]+ )?(?:(?:1[5-9]|20)\d\d))"
    r"(?:['’]s)? (?:level|figure|average|baseline|peak)s?\b"
    r"|\b(?:from|between) (?P<from>(?:[^\W\d]+ )?(?:(?:1[5-9]|20)\d\d)) (?:to|and|until|through)\b"
    r"|\bsince (?P<since>(?:the |last |early |late )?[^\W\d]+(?: \d{1,2})?)",
    re.IGNORECASE,
)
_RECORD = re.compile(r"\b(?:[^\W\d]+est|most|least|worst|best|first|record)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Start:
    """From when a change is told: the ``words`` as written, its year and month (1 to 12) where they are known."""

    words: str
    year: int | None
    month: str | None

    def other_than(self, other: Start) -> bool:
        """Whether the two are surely two days; a year and a month of it aren't."""
        if self.year is not None and other.year is not None and self.year != other.year:
            return True
        known = self.month is not None and other.month is not None and self.month != other.month
        return known and (self.year is None) == (other.year is None)


@once
def started(item: FigureInContext) -> Start | None:
    """The starting point that the figure's own words state: "since 2015", "from 1990 levels", "compared with 1990"."""
    before, behind = around(item)
    for text in (behind, before):
        found = _START.search(text)
        if found is None or _RECORD.search(text[: found.start()]) is not None:
            continue
        words = next(group for group in found.groups() if group is not None)
        year = _YEAR.search(words)
        month = next((w[:3].casefold() for w in words.split() if w[:1].isupper() and w.casefold() in MONTHS), None)
        return Start(words, int(year[1]) if year else _resolved(item), month)
    return None


def _resolved(item: FigureInContext) -> int | None:
    """The year in which a period that runs on began, as the reader of dates resolved it."""
    period = item.figure.period
    return period.first.year if period is not None and period.first is not None and period.last is None else None


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_AGO = r"(?:earlier|ago|before|previously)"
_THAN = r"\b(?:from|than|on|over|with|to|against) (?:in )?"
_BASES = {
    "year": rf"\b(?:(?:a|one) year|(?:12|twelve) months) {_AGO}\b|\b(?:on|over) the year\b"
    r"|\byear[- ](?:on|over)[- ]year\b"
    r"|\b(?:same|corresponding) (?:day|week|month|quarter|period|time)s?\b[^.;]{0,12}\b(?:last|the previous|a) year\b"
    rf"|{_THAN}(?:(?:{_MONTHS}) )?(?:last|the (?:previous|prior)) year\b|\bannual(?:ly)?\b|\byearly\b",
    "quarter": rf"\b(?:quarter|three months) {_AGO}\b|\bquarter[- ](?:on|over)[- ]quarter\b|\bon the quarter\b"
    rf"|{_THAN}(?:last|the (?:previous|prior|preceding|first|second|third|fourth)) (?:quarter|three months)\b"
    r"|\bquarterly\b",
    "month": rf"\bmonth {_AGO}\b|\bmonth[- ](?:on|over)[- ]month\b|\bon the month\b|\bmonthly\b"
    rf"|{_THAN}(?:last|the (?:previous|prior|preceding)) month\b"
    r"|\b(?:from|than in|over|(?:compared|in comparison) (?:with|to)|against|on)"
    rf" (?:{_MONTHS})\b(?! (?:last|the previous|\d))",
    "week": rf"\bweek {_AGO}\b|\bweek[- ](?:on|over)[- ]week\b|\bweekly\b"
    rf"|{_THAN}(?:last|the (?:previous|prior|preceding)) week\b",
    "day": rf"\bday {_AGO}\b|{_THAN}(?:yesterday|the (?:previous|prior) day)\b",
}
_BASE = {span: re.compile(pattern, re.IGNORECASE) for span, pattern in _BASES.items()}


@once
def compared_with(item: FigureInContext) -> tuple[str, str] | None:
    """How far back the change that the figure tells goes, and the words: ``("month", "from February")``."""
    before, behind = around(item)
    for text in (behind, before):
        found = [(match.start(), span, match.group()) for span, p in _BASE.items() if (match := p.search(text))]
        if found:
            return min(found)[1:]
    return None


# ------------------------------------------------------------------------------------------------ what stretch of days

_STRETCH = re.compile(
    r"\b(?:over|during|throughout|within|at|on|in|across|this|last|next|past|the|for) (?:the )?"
    r"(?:whole |entire |past |last |long |bank holiday |holiday )?"
    r"(weekend|week|fortnight|month|quarter|year|decade)\b(?! (?:before|earlier|ago|to|of))",
    re.IGNORECASE,
)
_SEVERAL_DAYS = re.compile(
    r"\b(?:over|in|within|during) ((?:two|three|four|five|six|seven|ten|\d+) (?:days|nights|weeks|weekends))\b", re.I
)
_IN_MONTH = re.compile(
    r"\b(?:in|during|throughout|over) (?:early |mid-|late )?"
    r"((?:January|February|March|April|May|June|July|August|September|October|November|December))\b(?! \d{1,2}\b)"
)


@once
def stretch_named(item: FigureInContext) -> str | None:
    """The stretch of days, longer than one, that the figure's own words name: ``weekend``, ``week``, ``may``."""
    for text in reversed(around(item)):
        found = _STRETCH.search(text) or _IN_MONTH.search(text)
        if found is not None:
            return found[1].casefold()
    days = _SEVERAL_DAYS.search(item.text)  # "three days" may be a figure of its own
    return days[1].casefold() if days is not None else None
