"""What a filter lets through, listed: for questions that are nothing but filters, and to say how many claims match."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import NamedTuple

from factcheck.store import queries
from factcheck.store.base import Part
from factcheck.store.records import Filter


class Listed(NamedTuple):
    """A claim that matches a filter.

    Attributes:
        row: its number; ``earlier``: whether it was imported, so that the number is that of an earlier claim.
        day: on which it was said, else printed.
        within: one of its figures lies wholly in the range wished; False where only a part or an open end does.
        figure: that figure as written; None where no figure was wished.
    """

    row: int
    earlier: bool
    day: date | None
    within: bool
    figure: str | None


class Listing(Part):
    """The part of the store that lists claims by filters alone."""

    def listed(self, matching: Filter, most: int) -> list[Listed]:
        """Up to ``most`` claims, of documents and imported ones, that match: those with a figure wholly in the range
        first, then the latest.
        """
        wanted = {**asdict(matching), "most": most}
        with self._db.read() as cursor:
            found = [
                Listed(row, earlier, day, within, figure)
                for earlier, query in ((False, queries.LISTED_CLAIMS), (True, queries.LISTED_EARLIER))
                for row, day, within, figure in cursor.execute(query, wanted).fetchall()
            ]
        return sorted(found, key=_order)[:most]


def _order(one: Listed) -> tuple[bool, int, bool, int]:
    return (not one.within, -(one.day.toordinal() if one.day else 0), one.earlier, -one.row)
