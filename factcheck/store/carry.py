"""Which claims of a newer reading are the ones of an older, so that ids and what persons did to them last.

A claim is carried over where its text is the same: in another reading of one document first at the same place, then,
among several of the same text, in the order of the text. Carrying is done by retiring the old content (its row leaves
the indexes) and inserting the new under the old id. A claim that a person dropped stays dropped; one that a person
corrected keeps the correction.
"""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.model import Claim, Content, Span
from factcheck.store import queries
from factcheck.store.connection import Cursor
from factcheck.wire import from_json


@dataclass(frozen=True, slots=True)
class Known:
    """A claim that is there already."""

    id: str
    start: int
    end: int
    text: str
    origin: str
    dropped: bool


def matches(
    cursor: Cursor, document_id: str, claims: Sequence[Claim], *, same_text: bool
) -> tuple[dict[int, Known], list[Known]]:
    """Position in ``claims`` → the claim of the document that it continues; and those that none continues.

    ``same_text`` says that both were read in the same text, so that the place counts too.
    """
    known = [Known(*row) for row in cursor.execute(queries.CLAIMS_TO_CARRY, [document_id]).fetchall()]
    places = {(one.start, one.end, one.text): one for one in known if same_text}
    found: dict[int, Known] = {}
    for position, claim in enumerate(claims):
        same = places.pop((claim.start, claim.end, claim.text), None)
        if same is not None:
            found[position] = same
    taken = {one.id for one in found.values()}
    waiting: dict[str, deque[Known]] = defaultdict(deque)
    for one in known:
        if one.id not in taken:
            waiting[one.text].append(one)
    for position in sorted(range(len(claims)), key=lambda place: (claims[place].start, claims[place].end)):
        if position not in found and waiting[claims[position].text]:
            found[position] = waiting[claims[position].text].popleft()
    return found, [one for left in waiting.values() for one in left]


def corrected(cursor: Cursor, known: Known, claim: Claim, text: str) -> Claim:
    """A person's correction of ``known``, moved to where ``claim`` stands in ``text``; ``claim`` itself where that
    can't be: something outside of the claim, its speaker perhaps, stands elsewhere now.
    """
    (content,) = cursor.execute(queries.CONTENT_OF_CLAIM, [known.id]).fetchall()[0]
    moved = shifted(from_json(json.loads(content), Claim), claim.start - known.start)
    return moved if not wrong_spans(text, moved) else claim


def shifted(claim: Claim, by: int) -> Claim:
    """The same claim in a text that has ``by`` more code points before it."""

    content = claim.content and Content(
        claim.content.text,
        claim.content.start + by,
        claim.content.end + by,
        tuple((start + by, end + by) for start, end in claim.content.spans),
    )
    figures = tuple(
        replace(figure, start=figure.start + by, end=figure.end + by, whole=figure.whole and figure.whole.shifted(by))
        for figure in claim.figures
    )
    speaker, cue = claim.speaker, claim.cue
    return replace(
        claim,
        start=claim.start + by,
        end=claim.end + by,
        speaker=speaker and replace(speaker, start=speaker.start + by, end=speaker.end + by),
        cue=cue and replace(cue, start=cue.start + by, end=cue.end + by),
        content=content,
        figures=figures,
    )


def wrong_spans(text: str, claim: Claim) -> list[Span]:
    """Spans of a claim that are not what ``text`` says at their place."""
    spans = [claim, claim.speaker, claim.cue, *claim.figures, *(figure.whole for figure in claim.figures)]
    return [span for span in spans if span is not None and text[span.start : span.end] != span.text]


def retire(cursor: Cursor, claim_id: str, change: int) -> None:
    """Remove the content of a claim: its row is logged as removed, its figures, vectors and relations go."""
    for (row,) in cursor.execute(queries.ROW_OF_CLAIM, [claim_id]).fetchall():
        cursor.execute(queries.LOG_REMOVED, [change, "claim", row])
        cursor.execute(queries.DELETE_VECTORS, [row])
    cursor.execute(queries.DELETE_FIGURES, [claim_id])
    cursor.execute(queries.FORGET_RELATIONS, {"id": claim_id})
    cursor.execute(queries.DELETE_CLAIM, [claim_id])
