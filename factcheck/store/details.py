"""What is known of a document besides its text, set right by a person: title, outlet, author, address, date.

Every claim of the document gets a new row number, because title and date are part of what the indexes, the relations
and whatever is kept in memory were made of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple

from factcheck.errors import NotFoundError, StaleError
from factcheck.model import Event
from factcheck.store import queries
from factcheck.store.base import Part, next_rows
from factcheck.store.connection import Cursor
from factcheck.store.corrections import put
from factcheck.store.documents import claim_record
from factcheck.store.events import insert_event
from factcheck.store.records import Details, Model, Reread, VectorKind


class DocumentDetails(Part):
    """The part of the store that changes what is known of documents."""

    def details(self, document_id: str) -> Details:
        """What is known of a document besides its text.

        Raises:
            NotFoundError: there is none of this id.
        """
        with self._db.read() as cursor:
            return _details(cursor, document_id)

    def change_details(
        self,
        document_id: str,
        details: Details,
        *,
        before: Details,
        reread: Sequence[Reread] = (),
        model: Model | None = None,
        event: Event | None = None,
    ) -> None:
        """Set what is known of a document, with the claims that read differently by it, in one transaction.

        Args:
            before: what the person saw; where it is something else by now, nothing is done.
            reread: claims of the document whose content follows from the details; ids, corrections and decisions stay.
            model: of the vectors in ``reread``, where there are any.

        Raises:
            NotFoundError: there is no such document.
            StaleError: the details are others than ``before``.
            StoreError: a claim's offsets don't fit the document.
            ModelError: the store's vectors are another model's.
        """

        def work(cursor: Cursor, change: int) -> None:
            if _details(cursor, document_id) != before:
                raise StaleError(
                    "the details of this article were changed after your screen was drawn",
                    remedy="Nothing was done; look at them again",
                )
            cursor.execute(queries.SET_DETAILS, [*astuple(details), document_id])
            known = dict(cursor.execute(queries.ALL_CLAIMS_OF_DOCUMENT, [document_id]).fetchall())
            anew = {one.claim_id: one for one in reread if known.get(one.claim_id) == one.row}
            for claim_id, row in known.items():
                if claim_id in anew:
                    _put(cursor, change, anew[claim_id], model)
                else:
                    _renumber(cursor, change, claim_id, row)
            if event is not None:
                insert_event(cursor, event)

        self._changing(work)


def _put(cursor: Cursor, change: int, one: Reread, model: Model | None) -> None:
    known = claim_record(cursor, one.claim_id)
    vectors = dict(zip((VectorKind.CLAIM, VectorKind.NUMBERLESS), one.vectors or (), strict=False))
    put(
        cursor,
        change,
        known,
        one.claim,
        numberless=one.numberless,
        vectors=vectors,
        model=model if vectors else None,
        origin=known.origin,
    )


def _renumber(cursor: Cursor, change: int, claim_id: str, row: int) -> None:
    (number,) = next_rows(cursor, 1)
    cursor.execute(queries.LOG_REMOVED, [change, "claim", row])
    cursor.execute(queries.MOVE_VECTORS, [number, row])
    cursor.execute(queries.RENUMBER, [number, change, claim_id])
    cursor.execute(queries.FORGET_RELATIONS, {"id": claim_id})


def _details(cursor: Cursor, document_id: str) -> Details:
    row = cursor.execute(queries.DETAILS, [document_id]).fetchone()
    if row is None:
        raise NotFoundError(f"No document has the id {document_id}")
    return Details(*row)
