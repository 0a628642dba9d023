"""What a person changes of the claims: added, dropped, restored, corrected. The event goes into the same transaction.

A changed claim gets a new row number, so that every index notices; what was computed of it is forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from factcheck.errors import NotFoundError
from factcheck.model import Claim, Event
from factcheck.store import queries, rows
from factcheck.store.base import Part, expect_model, next_rows
from factcheck.store.connection import Cursor, insert
from factcheck.store.documents import check_spans, claim_record, insert_claims, insert_figures, set_dropped
from factcheck.store.events import insert_event
from factcheck.store.records import ClaimRecord, Model, VectorKind


class Corrections(Part):
    """The part of the store that changes single claims."""

    def add_claim(
        self,
        document_id: str,
        claim: Claim,
        *,
        numberless: str,
        claim_vector: npt.ArrayLike,
        numberless_vector: npt.ArrayLike,
        model: Model,
        event: Event | None = None,
    ) -> str:
        """Add a claim that a person marked; both vectors are (dimension,) float32. Returns its id.

        Where ``event`` has an empty subject, the new id becomes its subject.

        Raises:
            NotFoundError: there is no such document.
            StoreError: the claim's offsets don't fit the document.
            ModelError: the store's vectors are another model's.
        """
        vectors = [
            rows.checked_vectors(np.asarray(given)[None], count=1, dimension=model.dimension)
            for given in (claim_vector, numberless_vector)
        ]

        def work(cursor: Cursor, change: int) -> str:
            expect_model(cursor, model)
            check_spans(_text(cursor, document_id), [claim])
            (claim_id,) = insert_claims(
                cursor,
                document_id,
                [claim],
                numberless=[numberless],
                vectors=vectors,
                model_sha256=model.sha256,
                change=change,
                extractor="person",
                origin="added",
            )
            if event is not None:
                insert_event(cursor, event, subject=event.subject or claim_id)
            return claim_id

        return self._changing(work)

    def drop_claim(self, claim_id: str, *, event: Event | None = None) -> None:
        """Take a claim out of lists, searches and indexes; it stays readable by its id, and can be restored.

        Raises:
            NotFoundError: there is no such claim.
        """
        self._changing(_dropping(claim_id, True, event))

    def restore_claim(self, claim_id: str, *, event: Event | None = None) -> None:
        """Undo :meth:`drop_claim`.

        Raises:
            NotFoundError: there is no such claim.
        """
        self._changing(_dropping(claim_id, False, event))

    def replace_claim(
        self,
        claim_id: str,
        claim: Claim,
        *,
        numberless: str | None = None,
        claim_vector: npt.ArrayLike | None = None,
        numberless_vector: npt.ArrayLike | None = None,
        model: Model | None = None,
        event: Event | None = None,
    ) -> None:
        """Put another content in the place of a claim's: a correction, or its undoing.

        Args:
            numberless, claim_vector, numberless_vector, model: given together where the text has changed; where it
                has not, leave them out, and those of the former content are kept.

        Raises:
            NotFoundError: there is no such claim.
            StoreError: the claim's offsets don't fit the document.
            ModelError: the store's vectors are another model's.
        """

        def work(cursor: Cursor, change: int) -> None:
            known = claim_record(cursor, claim_id)
            put(
                cursor,
                change,
                known,
                claim,
                numberless=numberless,
                vectors={VectorKind.CLAIM: claim_vector, VectorKind.NUMBERLESS: numberless_vector},
                model=model,
                origin="added" if known.origin == "added" else "corrected",
            )
            if event is not None:
                insert_event(cursor, event)

        self._changing(work)


def put(
    cursor: Cursor,
    change: int,
    known: ClaimRecord,
    claim: Claim,
    *,
    numberless: str | None,
    vectors: Mapping[VectorKind, npt.ArrayLike | None],
    model: Model | None,
    origin: str,
) -> None:
    """Put another content in the place of a claim's; see :meth:`Corrections.replace_claim`."""
    check_spans(_text(cursor, known.document_id), [claim])
    (number,) = next_rows(cursor, 1)
    bare = numberless
    if bare is None:
        bare = cursor.execute(queries.NUMBERLESS_OF_CLAIM, [known.id]).fetchall()[0][0]
    content = rows.claim_row(
        claim,
        id=known.id,
        row=number,
        changed=change,
        document_id=known.document_id,
        numberless=bare,
        extractor=known.extractor,
        origin=origin,
        dropped=known.dropped,
    )
    insert(cursor, queries.UPDATE_CLAIM, rows.arrow("claim", [content]))
    cursor.execute(queries.DELETE_FIGURES, [known.id])
    insert_figures(cursor, [known.id], [claim])
    cursor.execute(queries.FORGET_RELATIONS, {"id": known.id})
    cursor.execute(queries.LOG_REMOVED, [change, "claim", known.row])
    cursor.execute(queries.MOVE_VECTORS, [number, known.row])
    if model is None:
        return
    expect_model(cursor, model)
    for kind, given in vectors.items():
        if given is not None:
            vector = rows.checked_vectors(np.asarray(given)[None], count=1, dimension=model.dimension)
            cursor.execute(queries.DELETE_VECTOR, [number, str(kind)])
            insert(cursor, queries.INSERT_VECTORS, rows.arrow_vectors([number], model.sha256, {kind: vector}))


def _dropping(claim_id: str, dropped: bool, event: Event | None) -> Callable[[Cursor, int], None]:
    def work(cursor: Cursor, change: int) -> None:
        set_dropped(cursor, claim_id, dropped, change)
        if event is not None:
            insert_event(cursor, event)

    return work


def _text(cursor: Cursor, document_id: str) -> str:
    row = cursor.execute(queries.DOCUMENT_RAW, [document_id]).fetchone()
    if row is None:
        raise NotFoundError(f"No document has the id {document_id}")
    return str(row[0])
