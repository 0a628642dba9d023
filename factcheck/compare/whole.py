"""A passage of several claims as one statement, for what holds of all its words.

Apart from the rest, because claims are the smallest clauses that assert something: where two passages share all words
but one part, the two readings may have cut them in different places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.model import Claim, Figure, Statement, Voice


def whole(statements: Sequence[Statement], text: str) -> Statement | None:
    """The ``statements`` of ``text`` as one, with the figures of all; None where they don't index it.

    It has a speaker, and days on which it was said, where all claims have the same.
    """
    if not statements:
        return None
    first = statements[0]
    if len(statements) == 1 and len(first.claim.text) >= len(text.strip()):
        return first
    figures: dict[tuple[int, int], Figure] = {}
    for statement in statements:
        for figure in statement.claim.figures:
            if text[figure.start : figure.end] != figure.text:
                return None
            figures.setdefault((figure.start, figure.end), replace(figure, restates=None))
    speakers = {s.claim.speaker.name if s.claim.speaker else None for s in statements}
    days = {s.claim.said_on for s in statements}
    claim = Claim(
        text,
        0,
        len(text),
        None,
        first.claim.kinds,
        Voice.OWN if speakers == {None} else Voice.INDIRECT,
        speaker=first.claim.speaker if len(speakers) == 1 else None,
        said_on=days.pop() if len(days) == 1 else None,
        figures=tuple(figures[place] for place in sorted(figures)),
    )
    return replace(first, claim=claim)
