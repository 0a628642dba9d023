"""Which claims of a newer reading are the ones of an older, so that ids and the decisions on them last.

A claim is carried over where its text is the same; among several of the same text, in the order of the text.
Carrying is done by retiring the old content (its row leaves the indexes) and inserting the new under the old id.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence

from factcheck.model import Claim
from factcheck.store import queries
from factcheck.store.connection import Cursor


def carried_ids(cursor: Cursor, document_id: str, claims: Sequence[Claim]) -> dict[int, str]:
    """Position in ``claims`` → id of the claim of document ``document_id`` that it continues."""
    known: dict[str, deque[str]] = defaultdict(deque)
    for claim_id, _start, _end, text, _origin, dropped, _row in cursor.execute(
        queries.CLAIMS_TO_CARRY, [document_id]
    ).fetchall():
        if not dropped:
            known[text].append(claim_id)
    order = sorted(range(len(claims)), key=lambda position: (claims[position].start, claims[position].end))
    return {position: known[claims[position].text].popleft() for position in order if known.get(claims[position].text)}


def retire(cursor: Cursor, claim_id: str, change: int) -> None:
    """Remove the content of a claim: its row is logged as removed, its figures, vectors and relations go."""
    for (row,) in cursor.execute('SELECT "row" FROM claim WHERE id = ?', [claim_id]).fetchall():
        cursor.execute(queries.LOG_REMOVED, [change, "claim", row])
        cursor.execute(queries.DELETE_VECTORS, [row])
    cursor.execute(queries.DELETE_FIGURES, [claim_id])
    cursor.execute(queries.FORGET_RELATIONS, {"id": claim_id})
    cursor.execute(queries.DELETE_CLAIM, [claim_id])
