"""The clock at the head of an entry of a live report, which is no part of what the entry says.

It stands apart from :mod:`.furniture`, which leaves out whole paragraphs: here only a paragraph's beginning goes.
"""

from __future__ import annotations

import re

_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d)?(?:[ \u00a0]?[ap]\.?m\b\.?)?(?:[ \u00a0](?:[A-Z]{2,4}T|UTC))?"
    r"[ \u00a0]*[-–—:|]?[ \u00a0]+(?=[\"“‘']?[A-Z])",
)


def clock(text: str, start: int, end: int) -> int:
    """How many code points of the paragraph ``text[start:end]`` are a time of day before its first sentence."""
    found = _CLOCK.match(text, start, end)
    return found.end() - start if found else 0
