"""English words above an article: what stands before its date and before its author's name."""

from __future__ import annotations

import re

DATE_LABEL = re.compile(
    r"(?:first |last |originally )?(?:published|posted|updated|modified|printed|issued|filed|date|dated)"
    r"(?: on| at)?\s*:?\s+",
    re.I,
)
UPDATED = re.compile(r"(?:last )?(?:updated|modified)\b", re.I)
WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.I)
BY = re.compile(r"(?:words |reporting |story |text )?by:?\s+(?P<name>\S.*)", re.I)
