"""What looks like a quantity and isn't: dates, clock times, phone numbers, addresses, names with numbers, codes.

Apart from :mod:`factcheck.extract.amounts` so that "not a number" has one home. Spellings are found here by pattern;
what only grammar tells (a year or a count, "one" the pronoun) is decided in :mod:`factcheck.extract.quantities`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from factcheck.extract import not_quantities_en as en

_MONTH = "|".join(en.MONTHS)
_STREET = "|".join(sorted(en.STREETS, key=len, reverse=True))
_FIRMS = "|".join(map(re.escape, en.FIRMS))
_TEAMS = "|".join(en.TEAMS)
_SCREENS, _EMERGENCY, _DIAL = "|".join(en.SCREENS), "|".join(en.EMERGENCY), "|".join(en.DIAL)

_BEGINS = r"(?:^|(?=[\d(+\[’'‘.hw-])|\b(?=\w))"
"""Where any of the patterns can begin; asked first, for inside of a word each would be tried at each letter."""
_POSSIBLE = re.compile(r"\d|@|://|www\.|teen", re.IGNORECASE)
"""What a text with any of the patterns has at least one of."""
_PATTERNS = re.compile(
    _BEGINS
    + "(?:"
    + "|".join(
        (
            r"(?P<link>(?:https?://|www\.)\S+|(?<![\w.+@-])[\w.+-]{1,64}@[\w.-]{1,253})",
            r"(?P<iso>\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?\b|\b\d{1,4}\s?/\s?\d{1,2}\s?/\s?\d{1,4}\b|"
            r"\b\d{1,4}\.\d{1,2}\.\d{1,4}\b)",
            rf"(?P<monthday>\b(?:{_MONTH})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and|through)\s*\d{{1,2}})?"
            r"(?:,?\s+\d{4}\b)?(?![\d,.]*\d|\s*(?:%|percent|per cent|million|billion)))",
            rf"(?P<daymonth>\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*\d{{1,2}}(?:st|nd|rd|th)?)?\s+(?:of\s+)?"
            rf"(?:{_MONTH})\b\.?(?:,?\s+\d{{4}}\b)?)",
            rf"(?P<monthyear>\b(?:{_MONTH})\b\.?,?\s+(?:of\s+)?\d{{4}}\b)",
            r"(?P<clock>\b\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\b\.?|(?-i:GMT|UTC|[ECMP][SD]?T)\b)|\b\d{1,2}:\d{2}\s?(?:hours|hrs)\b|"
            r"\b\d{4}\s?(?:GMT|UTC|hrs)\b|(?<=\bat )(?:1\d|2[0-3])[0-5]\d\s?hours\b|\b0\d[0-5]\d\s?hours\b|"
            r"\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{1,2}\s?[ap]\.?\s?m\b\.?|"
            r"\b[012]\d[0-5]\d(?=\s?\(\s?\d{4}\s?GMT|\slocal time)|\b\d{1,2}\s?o['’]clock)",
            r"(?P<season>\b(?:1[89]|20)\d{2}\s?[/–-]\s?(?:\d{2}|(?:1[89]|20)\d{2})\b(?!\s*(?:%|percent|million|people)))",
            r"(?P<phone>\(\d{3}\)\s?\d{3}-\d{4}|\+\d{1,3}[\s.-]?\(?\d{1,4}\)?(?:[\s.-]?\d{2,4}){2,4}|"
            r"\b\d{3}[.-]\d{3}[.-]\d{4}\b|\b\d{3}-\d{4}\b(?<!000)(?<!500)|\b0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}\b|\b1-800-[\w-]+)",
            r"(?P<version>\b(?!\d{1,3}\.\d{3}\.\d{3}(?!\.?\d))\d+(?:\.\d+){2,}\b)",
            rf"(?P<street>\b\d{{1,5}}(?:-\d+)?[A-Za-z]?\s+(?-i:(?:[NSEW]\.?\s+)?(?:[A-Z][\w'’.-]*\s+){{1,3}}(?=[A-Z]))"
            rf"(?:{_STREET})\b)",
            r"(?P<decade>\b(?:mid-|early-|late-)?(?:1[0-9]|20)?\d0['’]?s\b)",
            r"(?P<sixties>\b(?:eighteen|nineteen)[\s-](?:hundreds|twenties|thirties|forties|fifties|\w+ties)\b)",
            r"(?P<zip>\b\d{5}(?:-\d{4})?(?=\szip\b)|\bzip(?:\scodes?)?\s\d{5}\b)|(?P<postcode>(?-i:\b[A-Z]{2}\s\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\w*))",
            r"(?P<shorthand>\b24/7\b|\b9-1-1\b|\b9/11\b|\b7/7\b|\b1/6\b|\b50[-/]50\b|[’'‘]\d{2}\b(?!\d))",
            r"(?P<quarter>\b[QqHh][1-4]\b|\bFY\s?\d{2,4}\b)",
            r"(?P<list>^\s*\d{1,3}\s?[.)]\s*(?:\s(?=[A-Z])|$)|(?<=[:;,.]\s)\d{1,2}\)(?=\s))",
            rf"(?P<screen>(?-i:\b[248]K)(?=[\s-](?:{_SCREENS})\b)|\b(?:480|720|1080|1440|2160)[pi]\b)",
            r"(?P<tries>\b\d{1,3}-(?:of|for)-\d{1,3}\b)",
            r"(?P<under>\b\d{1,2}-(?:under|over)(?=[\s-]par|\s\d))",
            rf"(?P<emergency>\b(?:911|999|112)(?=\s(?:{_EMERGENCY})\b)|\b(?:{_DIAL})\s(?:911|999|112)\b)",
            r"(?P<numero>(?-i:\bNos?\.\s?\d+(?:(?:,\s|\sand\s|-)\d+)*\b))",
            rf"(?P<firm>(?-i:\b(?:{_FIRMS})\b))",
            r"(?P<plane>(?-i:(?<=[A-Z][a-z]{3}\s)|(?<=[A-Z][a-z]{5}\s))7\d7-\d{1,3}\b)",
            r"(?P<shape>\b\d(?:-\d){3}\b|\b\d-\d-\d\b(?=\s(?:formation|system|shape|line-?up)))",
            r"(?P<plan>\b40[13]\(?[kb]\)?)",
            r"(?P<statute>\b\d{3,4}\([a-z]{1,2}\)(?:\(?[\da-z]{1,2}\b\)?)?)",
            rf"(?P<ages>\b(?:under|u)-?\d\d(?:['’]?s)?\b(?=\s(?:{_TEAMS})\b))",
            r"(?P<footnote>\[\d{1,3}\]|\(\d{1,2}(?:,\s?\d{1,2})+\))",
            r"(?P<hours>\b\d{1,2}\s(?:or|and|to)\s\d{1,2}\s?(?:o['’]clock|[ap]\.?m\b))",
        )
    )
    + ")",
    re.IGNORECASE,
)
_CASED = frozenset({"quarter"})
_VERBS = ("may", "march", "mar")
_DATED = re.compile(
    r"\b(?:on|by|until|till|since|before|after|from|of|in|dated|early|late|mid|last|next|this)[\s-]+$", re.I
)
"""Before a month in small letters that is a verb too, these show that it is a month: "on may 19"."""
_UPPER = re.compile(r"[A-Z]")


def _counts_behind(month: re.Match[str]) -> bool:
    """Whether the number behind a month counts what follows: "in April 17 people", "since October 61 children"."""
    days = _DAYS_OF_MONTH.findall(month[0])
    if len(days) != 1 or _COUNTED.match(month.string, month.end()) is None:
        return False
    return (
        int(days[0]) > _LAST_DAY or _IN_MONTH.search(month.string, max(0, month.start() - 8), month.start()) is not None
    )


_LAST_DAY = 31
_DAYS_OF_MONTH = re.compile(r"\d+")
_IN_MONTH = re.compile(r"\b(?:in|during)\s$", re.IGNORECASE)
_COUNTED = re.compile(r"\s[a-z]{3,}")


class Mask(NamedTuple):
    """Half-open stretches of a text, in order, in which no quantity begins."""

    starts: list[int]
    ends: list[int]

    def covers(self, offset: int) -> bool:
        index = bisect_right(self.starts, offset) - 1
        return index >= 0 and offset < self.ends[index]


def masked(text: str) -> Mask:
    """The stretches of ``text`` that are dates, times, phone numbers, addresses or codes."""
    starts: list[int] = []
    ends: list[int] = []
    if _POSSIBLE.search(text) is None:
        return Mask(starts, ends)
    for matched in _PATTERNS.finditer(text):
        if matched.lastgroup in _CASED and not _UPPER.search(matched[0]):
            continue
        verb = matched.lastgroup == "monthday" and matched[0].startswith(_VERBS)
        if verb and _DATED.search(text[max(0, matched.start() - 8) : matched.start()]) is None:
            continue
        if matched.lastgroup == "monthday" and _counts_behind(matched):
            continue
        if matched.lastgroup == "daymonth" and matched[0].rstrip(".").endswith(_VERBS):
            continue  # "of the 20, 12 may have died"
        starts.append(matched.start())
        ends.append(matched.end())
    return Mask(starts, ends)
