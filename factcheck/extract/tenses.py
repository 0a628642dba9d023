"""Whether a clause around a day or a month speaks of what is to come, told by its words alone.

It stands apart from :mod:`factcheck.extract.dates`, which reckons days: here only the words before and behind a date
are looked at, and no calendar.
"""

from __future__ import annotations

import re

from factcheck.extract import dates_en as en

_CLAUSE = 80
"""Code points looked at on either side."""
_TO_A_LIMIT = re.compile(r"\b[Bb]y $")


def comes(match: re.Match[str]) -> bool:
    """Whether the clause before a month's name says what will be: "prices will rise in January"."""
    text = match.string[max(0, match.start() - _CLAUSE) : match.start()]
    before = re.split(r"[.!?](?!\d)|[;:\n\"“”]|,\s", text)[-1]
    looks = [m.end() for m in en.WILL_BE.finditer(before)]
    return bool(looks) and not en.PAST.search(before[looks[-1] :])


def ahead(match: re.Match[str]) -> bool:
    """Whether the clause around a weekday speaks of what is to come."""
    text = match.string
    before = re.split(r"[.!?;:\n\"“”]|,\s", text[max(0, match.start() - _CLAUSE) : match.start()])[-1]
    looks = [m.end() for m in en.FUTURE.finditer(before)]
    if looks and _TO_A_LIMIT.search(before):
        bare = before.rstrip()[: -len("by")].rstrip()
        if en.FUTURE.search(bare) or en.ASKED.search(bare):
            return True
        if bare:
            return not en.HAS_BEEN.search(bare)
    elif looks:
        return not en.PAST.search(before[looks[-1] :])
    elif before.strip() not in ("", "On", "on"):
        return False
    after = re.split(r"[.!?;:\n\"“”]", text[match.end() : match.end() + _CLAUSE])[0]
    future, past = en.FUTURE.search(after), en.HAS_BEEN.search(after) if looks else en.PAST.search(after)
    if looks and future is None and past is None:
        return True
    return future is not None and (past is None or future.start() < past.start())
