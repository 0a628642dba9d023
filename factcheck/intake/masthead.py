"""Title, author and date that a plain text carries above its first paragraph, as an article copied from a page does.

Only what can't be mistaken: a line that holds a whole date and nothing else but "Published", a weekday or a time of
day; a line that begins with "By". The first line is a title only where one of them stands in the head too: "Support
our mission" above an article is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from factcheck.intake import masthead_en as en
from factcheck.intake.dates import read_date
from factcheck.intake.metadata import Metadata

_LINES, _LINE = 10, 200
_PARTS = re.compile(r"\s+[|·•–—]\s+|\s{2,}|\t+")
_AFTER_DATE = re.compile(
    r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s+\(?[A-Z]{2,5}\)?)?)?", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?\s?:|www\.)", re.IGNORECASE)
_A_DATE = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d]+\.?,?\s+\d{4}|[^\W\d]+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d{2}-\d{2})"
)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    printed: date | None
    updated: bool
    author: str | None


def read_masthead(text: str) -> Metadata:
    """What the lines above the first paragraph say; nothing where there is no such head.

    Args:
        text: a whole plain text. Read-only: its offsets don't change, and the head stays a part of it.
    """
    lines = [_read(line) for line in _head(text)]
    days = [line for line in lines if line.printed is not None]
    authors = [line.author for line in lines if line.author is not None]
    if not days and not authors:
        return Metadata()
    told = [line for line in days if not line.updated] or days
    titles = (line.text for line in lines if line.printed is None and line.author is None and _is_title(line.text))
    return Metadata(
        title=next(titles, None),
        author=authors[0] if authors else None,
        published_on=told[0].printed if told else None,
    )


def _head(text: str) -> list[str]:
    """The short lines before the first paragraph; none where no paragraph follows them."""
    head: list[str] = []
    for raw in text[: _LINES * _LINE * 2].splitlines():
        line = raw.strip()
        if not line:
            continue
        words = len(line.split())
        if len(line) > _LINE or words >= 25 or (words >= 12 and line[-1] in ".!?”\"'’"):
            return head
        if len(head) == _LINES:
            return []
        head.append(line)
    return []


def _read(line: str) -> _Line:
    printed, author, updated = None, None, False
    for part in _PARTS.split(line):
        if printed is None and (found := _day(part)) is not None:
            printed, updated = found, en.UPDATED.match(part) is not None
        elif author is None and (by := en.BY.fullmatch(part)) is not None and len(by["name"].split()) <= 8:
            author = by["name"].strip(" ,.")
    return _Line(line, printed, updated, author)


def _day(part: str) -> date | None:
    """The date of a part that is a date and nothing more."""
    for pattern in (en.DATE_LABEL, en.WEEKDAY):
        if (found := pattern.match(part)) is not None:
            part = part[found.end() :]
    found = _A_DATE.match(part)
    if found is None or _AFTER_DATE.fullmatch(part[found.end() :]) is None:
        return None
    return read_date(found[0])


def _is_title(line: str) -> bool:
    return 3 <= len(line.split()) <= 30 and not _ADDRESS.match(line) and not line.endswith((":", ";", ","))
