"""What is known of a document beside its text: title, outlet, author, address, date.

It stands apart because three sources speak of it (the options a person gives, a file's front matter, a page's own
metadata) and one rule decides between them: what the person says wins, field by field.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date

from factcheck.errors import UsageError
from factcheck.intake.dates import read_date


@dataclass(frozen=True, slots=True)
class Metadata:
    """Where and when a text was printed; None is not known."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published_on: date | None = None

    def over(self, other: Metadata) -> Metadata:
        """This metadata with its gaps filled from ``other``."""
        gaps = {
            field.name: getattr(other, field.name) for field in fields(self) if getattr(self, field.name) in (None, "")
        }
        return replace(self, **gaps)


def date_option(text: str | None) -> date | None:
    """The date of a command's option; None for None or blank.

    Raises:
        UsageError: ``text`` is not a date of the calendar.
    """
    if text is None or not text.strip():
        return None
    found = read_date(text)
    if found is None:
        raise UsageError(
            f'"{text.strip()[:60]}" is not a date', remedy="Write it as YYYY-MM-DD, for example 2022-03-11"
        )
    return found
