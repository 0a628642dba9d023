"""What a number stands for where it isn't the fact itself: a capacity, a limit, a target, a demand, before tax.

Apart from :mod:`.measure_match`, which asks what is measured: a camp "built for 20,000 refugees" and the 58,000 who
live there count the same people, and yet the one number says nothing against the other. Its words of English:
:mod:`.standing_en`.
"""

from __future__ import annotations

import re

from factcheck.compare import standing_en
from factcheck.compare.context import FigureInContext, once
from factcheck.text import normalise

_BEFORE = {kind: re.compile(rf"(?:{words}){standing_en.SMALL}") for kind, words in standing_en.BEFORE.items()}
_BEHIND = {kind: re.compile(words) for kind, words in standing_en.BEHIND.items()}
_SENTENCED = re.compile(standing_en.SENTENCED)


@once
def sentence_passed(item: FigureInContext) -> bool:
    """Whether the figure is how long somebody was sent to prison for."""
    claim, figure = item.statement.claim, item.figure
    before = normalise(claim.text[: max(0, figure.start - claim.start)])
    return figure.dimension == "duration" and _SENTENCED.search(before) is not None


@once
def told_as(item: FigureInContext) -> frozenset[str]:
    """What the figure's own words tell it as ("capacity", "limit"); empty for the fact itself."""
    claim, figure = item.statement.claim, item.figure
    begin = max((f.end for f in claim.figures if f.end <= figure.start), default=claim.start) - claim.start
    stop = min((f.start for f in claim.figures if f.start >= figure.end), default=claim.end) - claim.start
    at, end = max(0, figure.start - claim.start), max(0, figure.end - claim.start)
    before, behind = normalise(claim.text[max(0, begin) : at]), normalise(claim.text[end : max(end, stop)])
    found = {kind for kind, pattern in _BEFORE.items() if pattern.search(before) is not None}
    return frozenset(found | {kind for kind, pattern in _BEHIND.items() if pattern.search(behind) is not None})
