"""Documents and the claims read out of them: written in one transaction, read back as model objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from factcheck.errors import NotFoundError, StoreError
from factcheck.model import Claim, Document, Statement
from factcheck.store import queries, rows
from factcheck.store.base import Part, expect_model, ids_in_order, next_rows
from factcheck.store.carry import Known, corrected, matches, retire, wrong_spans
from factcheck.store.connection import Cursor, among, insert
from factcheck.store.records import AddedDocument, ClaimRecord, DocumentRecord, Filter, Model, VectorKind


class Documents(Part):
    """The part of the store that keeps documents and reads statements."""

    def add_document(
        self,
        document: Document,
        claims: Sequence[Claim],
        *,
        numberless: Sequence[str],
        claim_vectors: npt.ArrayLike,
        numberless_vectors: npt.ArrayLike,
        model: Model,
        extractor: str = "1",
        supersedes: str | None = None,
    ) -> AddedDocument:
        """Keep a document with its claims, figures and vectors, all in one transaction.

        Args:
            document: its ``id`` is not looked at; it is given one here.
            claims: ``document.text[c.start:c.end] == c.text`` for each.
            numberless: of each claim, its text without the numbers.
            claim_vectors, numberless_vectors: (len(claims), model.dimension), float32, of length 1.
            supersedes: id of the version of the same document that this one takes the place of; its claims with the
                same text keep their ids and what persons did to them, and move here. The others stay there.

        Returns:
            ``already`` is True, and nothing is written, where a document of the same text is there.

        Raises:
            ModelError: the store's vectors are another model's, or the arrays have another shape.
            StoreError: a claim's offsets don't fit the text, or the file can't be written.
            NotFoundError: no document has the id ``supersedes``.
        """
        check_spans(document.text, claims)
        vectors = [
            rows.checked_vectors(given, count=len(claims), dimension=model.dimension)
            for given in (claim_vectors, numberless_vectors)
        ]

        def work(cursor: Cursor, change: int) -> AddedDocument:
            expect_model(cursor, model)
            there = cursor.execute(queries.DOCUMENT_BY_SHA, [document.sha256]).fetchone()
            if there is not None:  # another thread was first
                return AddedDocument(there[0], _claim_ids(cursor, there[0]), already=True)
            document_id = rows.new_id("d")
            kept: dict[int, Known] = {}
            taken = list(claims)
            if supersedes is not None:
                if cursor.execute(queries.DOCUMENT_RAW, [supersedes]).fetchone() is None:
                    raise NotFoundError(f"No document has the id {supersedes}")
                kept, _left = matches(cursor, supersedes, claims, same_text=False)
            for position, known in kept.items():
                if known.origin != "extracted":
                    taken[position] = corrected(cursor, known, claims[position], document.text)
                retire(cursor, known.id, change)
            cursor.execute(queries.INSERT_DOCUMENT, _document_fields(document_id, document, supersedes))
            ids = insert_claims(
                cursor,
                document_id,
                taken,
                numberless=numberless,
                vectors=vectors,
                model_sha256=model.sha256,
                change=change,
                extractor=extractor,
                kept=kept,
            )
            return AddedDocument(document_id, ids, already=False)

        found = self.document_by_sha(document.sha256)
        if found is None:
            return self._changing(work)
        with self._db.read() as cursor:
            return AddedDocument(found, _claim_ids(cursor, found), already=True)

    def reread_document(
        self,
        document_id: str,
        claims: Sequence[Claim],
        *,
        numberless: Sequence[str],
        claim_vectors: npt.ArrayLike,
        numberless_vectors: npt.ArrayLike,
        model: Model,
        extractor: str,
    ) -> tuple[str, ...]:
        """Take what another extractor reads in a document that is there, in one transaction.

        Claims at the same place or of the same text keep their ids. What a person added, corrected or dropped stays as
        it is; what the new extractor no longer reads is dropped, and can be restored.

        Returns:
            The ids of ``claims``, in their order.

        Raises:
            NotFoundError, StoreError, ModelError: as for :meth:`add_document`.
        """
        check_spans(self.document(document_id).text, claims)
        vectors = [
            rows.checked_vectors(given, count=len(claims), dimension=model.dimension)
            for given in (claim_vectors, numberless_vectors)
        ]

        def work(cursor: Cursor, change: int) -> tuple[str, ...]:
            expect_model(cursor, model)
            kept, left = matches(cursor, document_id, claims, same_text=True)
            stay = {position for position, known in kept.items() if known.dropped or known.origin != "extracted"}
            fresh = [position for position in range(len(claims)) if position not in stay]
            for position in fresh:
                if position in kept:
                    retire(cursor, kept[position].id, change)
            for known in left:
                if known.origin == "extracted" and not known.dropped:
                    set_dropped(cursor, known.id, True, change)
            made = insert_claims(
                cursor,
                document_id,
                [claims[position] for position in fresh],
                numberless=[numberless[position] for position in fresh],
                vectors=[matrix[fresh] for matrix in vectors],
                model_sha256=model.sha256,
                change=change,
                extractor=extractor,
                kept={place: kept[position] for place, position in enumerate(fresh) if position in kept},
            )
            ids = {position: known.id for position, known in kept.items()} | dict(zip(fresh, made, strict=True))
            return tuple(ids[position] for position in range(len(claims)))

        return self._changing(work)

    def document(self, document_id: str) -> Document:
        """The document with its text and raw bytes.

        Raises:
            NotFoundError: there is none of this id.
        """
        with self._db.read() as cursor:
            row = cursor.execute(queries.DOCUMENT, [document_id]).fetchone()
        if row is None:
            raise NotFoundError(f"No document has the id {document_id}")
        return rows.document(row)

    def documents(self) -> list[DocumentRecord]:
        """All documents, in the order in which they were added."""
        with self._db.read() as cursor:
            return [DocumentRecord(*row) for row in cursor.execute(queries.DOCUMENTS).fetchall()]

    def document_by_sha(self, sha256: str) -> str | None:
        """The id of the document whose text has this SHA-256."""
        with self._db.read() as cursor:
            row = cursor.execute(queries.DOCUMENT_BY_SHA, [sha256]).fetchone()
        return row[0] if row else None

    def versions(self, document: Document) -> list[str]:
        """Ids of documents that may be other versions of this one, newest first: the same address, or the same title
        and outlet.
        """
        known = {"id": document.id, "url": document.url, "title": document.title, "outlet": document.outlet}
        with self._db.read() as cursor:
            return [found for (found,) in cursor.execute(queries.EARLIER_VERSIONS, known).fetchall()]

    def statement(self, claim_id: str) -> Statement:
        """A claim with where it was printed, also where it has been dropped.

        Raises:
            NotFoundError: there is none of this id.
        """
        return self.statements([claim_id])[0]

    def statements(self, claim_ids: Sequence[str]) -> list[Statement]:
        """Claims in the order asked for, also those dropped.

        Raises:
            NotFoundError: one of the ids is unknown.
        """
        with self._db.read() as cursor:
            found = {row[0]: row for row in among(cursor, queries.CONTENT_OF_IDS, list(dict.fromkeys(claim_ids)))}
            missing = [identity for identity in claim_ids if identity not in found]
            if missing:
                raise NotFoundError(f"No claim has the id {missing[0]}")
            return _statements(cursor, ids_in_order(claim_ids, found))

    def statements_of_rows(self, numbers: Sequence[int] | npt.NDArray[np.int64]) -> dict[int, Statement]:
        """The claims that an index knows by these numbers, dropped ones left out."""
        wanted = list(dict.fromkeys(int(number) for number in numbers))
        with self._db.read() as cursor:
            found = [row for row in among(cursor, queries.CONTENT_OF_ROWS, wanted) if not row[4]]
            return dict(zip((row[3] for row in found), _statements(cursor, found), strict=True))

    def rows_of_claims(self, claim_ids: Sequence[str]) -> dict[str, int]:
        """The row numbers of claims by their ids, in the order asked for.

        Raises:
            NotFoundError: one of the ids is unknown.
        """
        with self._db.read() as cursor:
            found = dict(among(cursor, queries.ROWS_OF_CLAIMS, list(dict.fromkeys(claim_ids))))
        missing = [identity for identity in claim_ids if identity not in found]
        if missing:
            raise NotFoundError(f"No claim has the id {missing[0]}")
        return {identity: found[identity] for identity in claim_ids}

    def documents_of_claims(self, claim_ids: Sequence[str]) -> dict[str, str]:
        """The documents of claims by their ids; ids of something else are left out."""
        with self._db.read() as cursor:
            return dict(among(cursor, queries.DOCUMENTS_OF_CLAIMS, list(claim_ids)))

    def earlier_state(self) -> tuple[int, int]:
        """Another pair of numbers after every change of the earlier claims, whose rows are never given twice."""
        with self._db.read() as cursor:
            count, latest = cursor.execute(queries.EARLIER_STATE).fetchall()[0]
        return count, latest

    def document_statements(self, document_id: str) -> list[Statement]:
        """The claims of a document in the order of the text, dropped ones left out."""
        with self._db.read() as cursor:
            return _statements(cursor, cursor.execute(queries.CONTENT_OF_DOCUMENT, [document_id]).fetchall())

    def all_statements(self, matching: Filter | None = None) -> Iterator[Statement]:
        """All claims that match, oldest row first, read in portions; dropped ones left out."""
        with self._db.read() as cursor:
            cursor.execute(queries.ALL_STATEMENTS, asdict(matching or Filter()))
            while portion := cursor.fetchmany(1000):
                for row in portion:
                    yield rows.statement(row, row[4:])

    def claim_record(self, claim_id: str) -> ClaimRecord:
        """What is known of a claim besides its content.

        Raises:
            NotFoundError: there is none of this id.
        """
        with self._db.read() as cursor:
            return claim_record(cursor, claim_id)

    def latest_day(self) -> date | None:
        """The latest day on which a claim here was said, else printed."""
        with self._db.read() as cursor:
            row = cursor.execute(queries.LATEST_DAY).fetchone()
        return row[0] if row else None


def _statements(cursor: Cursor, found: Sequence[tuple[Any, ...]]) -> list[Statement]:
    """Lines of one of the ``CONTENT…`` queries with the documents they come from."""
    origins = {row[0]: row[1:] for row in among(cursor, queries.ORIGINS, sorted({row[2] for row in found}))}
    return [rows.statement(row, origins[row[2]]) for row in found]


def claim_record(cursor: Cursor, claim_id: str) -> ClaimRecord:
    """See :meth:`Documents.claim_record`."""
    row = cursor.execute(queries.CLAIM_RECORD, [claim_id]).fetchone()
    if row is None:
        raise NotFoundError(f"No claim has the id {claim_id}")
    return ClaimRecord(*row)


def check_spans(text: str, claims: Sequence[Claim]) -> None:
    """Refuse claims whose offsets don't give their text.

    Raises:
        StoreError: one doesn't, or the text holds half of a surrogate pair, which UTF-8 can't keep.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise StoreError(f"The text can't be written as UTF-8: {error.reason} at {error.start}") from error
    for claim in claims:
        for span in wrong_spans(text, claim):
            raise StoreError(f"The text at {span.start} to {span.end} is not {span.text[:60]!r}")


def insert_claims(
    cursor: Cursor,
    document_id: str,
    claims: Sequence[Claim],
    *,
    numberless: Sequence[str],
    vectors: Sequence[npt.NDArray[np.float32]],
    model_sha256: str,
    change: int,
    extractor: str,
    origin: str = "extracted",
    kept: Mapping[int, Known] | None = None,
) -> tuple[str, ...]:
    """Insert claims with their figures, names and both vectors (of the claim, of its text without numbers).

    ``kept``, by position, are retired claims whose id, origin and dropping go on. Returns the ids in order.
    """
    kept = kept or {}
    numbers = next_rows(cursor, len(claims))
    ids = tuple(kept[place].id if place in kept else rows.new_id("c") for place in range(len(claims)))
    made = [
        rows.claim_row(
            claim,
            id=ids[place],
            row=numbers[place],
            changed=change,
            document_id=document_id,
            numberless=numberless[place],
            extractor=extractor,
            origin=kept[place].origin if place in kept else origin,
            dropped=kept[place].dropped if place in kept else False,
        )
        for place, claim in enumerate(claims)
    ]
    insert(cursor, queries.INSERT_CLAIMS, rows.arrow("claim", made))
    insert_figures(cursor, ids, claims)
    given = dict(zip((VectorKind.CLAIM, VectorKind.NUMBERLESS), vectors, strict=True))
    insert(cursor, queries.INSERT_VECTORS, rows.arrow_vectors(numbers, model_sha256, given))
    return ids


def set_dropped(cursor: Cursor, claim_id: str, dropped: bool, change: int) -> None:
    """Drop or restore a claim under a new row number, so that every index notices."""
    known = claim_record(cursor, claim_id)
    if known.dropped != dropped:
        (number,) = next_rows(cursor, 1)
        cursor.execute(queries.LOG_REMOVED, [change, "claim", known.row])
        cursor.execute(queries.MOVE_VECTORS, [number, known.row])
        cursor.execute(queries.SET_DROPPED, [dropped, number, change, claim_id])
        cursor.execute(queries.FORGET_RELATIONS, {"id": claim_id})


def insert_figures(cursor: Cursor, ids: Sequence[str], claims: Sequence[Claim]) -> None:
    """Insert the figures of claims, and the names of those who speak."""
    figures = [row for claim_id, claim in zip(ids, claims, strict=True) for row in rows.figure_rows(claim_id, claim)]
    insert(cursor, queries.INSERT_FIGURES, rows.arrow("figure", figures))
    speakers = [claim.speaker for claim in claims if claim.speaker]
    names = {one.name for one in speakers if not one.anonymous} | {one.body for one in speakers if one.body}
    named = [{"id": rows.new_id("s"), "name": name} for name in sorted(names)]
    insert(cursor, queries.INSERT_VOICES, rows.arrow("name", named))


def _claim_ids(cursor: Cursor, document_id: str) -> tuple[str, ...]:
    return tuple(found for (found,) in cursor.execute(queries.CLAIM_IDS_OF_DOCUMENT, [document_id]).fetchall())


def _document_fields(document_id: str, document: Document, supersedes: str | None) -> list[object]:
    return [
        document_id,
        document.sha256,
        document.raw_sha256,
        document.text,
        document.raw,
        document.media_type,
        document.title,
        document.outlet,
        document.author,
        document.url,
        document.published_on,
        document.language,
        document.demonstration,
        supersedes,
        rows.utc_now(),
    ]
