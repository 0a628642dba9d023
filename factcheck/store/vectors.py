"""Rows and vectors as the indexes want them: what is current, what has changed, in portions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from factcheck.errors import NotFoundError
from factcheck.store import queries, rows
from factcheck.store.base import Part
from factcheck.store.connection import among, listed
from factcheck.store.documents import claim_record
from factcheck.store.records import Filter, RowChanges, Rows, VectorKind, Vectors

_FEW = 1000


class IndexedText(NamedTuple):
    """What is searched by words of one row, by field; see :class:`factcheck.index.words.WordIndex`."""

    row: int
    fields: dict[str, str]


class RowAccess(Part):
    """The part of the store that feeds the indexes."""

    def changes_since(self, number: int, kind: VectorKind) -> RowChanges:
        """What an index of this kind and change number lacks. Row numbers are never used twice."""
        current = queries.CURRENT_EARLIER_ROWS if kind.of_earlier else queries.CURRENT_CLAIM_ROWS
        with self._db.snapshot() as cursor:
            latest = cursor.execute(queries.CHANGE).fetchall()[0][0]
            added = _numbers(cursor.execute(current, [number]).fetchall())
            removed = _numbers(cursor.execute(queries.REMOVED_ROWS, [_table(kind), number]).fetchall())
        return RowChanges(latest, added, removed)

    def vector_rows(self, kind: VectorKind) -> Rows:
        """All current rows that have a vector of this kind, ascending, int64: what its index should hold."""
        query = queries.VECTOR_ROWS_OF_EARLIER if kind.of_earlier else queries.VECTOR_ROWS_OF_CLAIMS
        with self._db.read() as cursor:
            return _numbers(cursor.execute(query, {"kind": str(kind)}).fetchall())

    def vectors(
        self, kind: VectorKind, rows_wanted: Sequence[int] | Rows | None = None, *, after: int = 0
    ) -> tuple[Rows, Vectors]:
        """Rows (n,) int64 and their vectors (n, dimension) float32.

        Args:
            rows_wanted: only these, in this order, unknown ones left out, whether current or not; None gives all
                current ones, ascending.
            after: with None, only rows of a higher number.
        """
        if rows_wanted is None:
            portions = list(self.vector_portions(kind, after=after))
            if not portions:
                return self._empty()
            return np.concatenate([p[0] for p in portions]), np.concatenate([p[1] for p in portions])
        numbers = list(dict.fromkeys(int(number) for number in rows_wanted))
        if not numbers:
            return self._empty()
        with self._db.read() as cursor:
            if len(numbers) <= _FEW:
                query = queries.VECTORS_OF_FEW_ROWS.replace("(LIST)", listed(len(numbers)))
                table = cursor.sql(query, params=numbers).to_arrow_table()
            else:
                params = {"kind": str(kind), "rows": numbers}
                table = cursor.sql(queries.VECTORS_OF_MANY_ROWS, params=params).to_arrow_table()
        got, matrix = rows.vectors_of(table, self._dimension())
        # by numpy: the first comparison that pyarrow makes imports pandas, half a second of the first search
        mine = np.array(table.column("kind").to_pylist()) == str(kind)
        got, matrix = got[mine], matrix[mine]
        place = {int(number): position for position, number in enumerate(got)}
        order = [place[number] for number in numbers if number in place]
        return got[order], matrix[order]

    def vector_portions(
        self, kind: VectorKind, *, after: int = 0, size: int = 50_000
    ) -> Iterator[tuple[Rows, Vectors]]:
        """All current vectors of a kind, ascending by row, about ``size`` at a time, of one state of the store."""
        query = queries.VECTORS_OF_EARLIER if kind.of_earlier else queries.VECTORS_OF_CLAIMS
        dimension = self._dimension()
        import pyarrow as pa

        with self._db.snapshot() as cursor:
            relation = cursor.sql(query, params={"kind": str(kind), "after": after})
            for batch in relation.to_arrow_reader(size):
                if batch.num_rows:
                    yield rows.vectors_of(pa.Table.from_batches([batch]), dimension)

    def vector_of(self, claim_id: str, kind: VectorKind = VectorKind.CLAIM) -> npt.NDArray[np.float32]:
        """The vector of a claim, (dimension,) float32.

        Raises:
            NotFoundError: there is no such claim, or it has none of this kind.
        """
        with self._db.read() as cursor:
            row = claim_record(cursor, claim_id).row
        numbers, found = self.vectors(kind, [row])
        if not len(numbers):
            raise NotFoundError(f"No vector of kind {kind} for a claim of the id {claim_id}")
        vector: npt.NDArray[np.float32] = found[0]
        return vector

    def claim_ids_for_rows(self, numbers: Sequence[int] | Rows) -> dict[int, str]:
        """Claim ids of row numbers; those dropped or changed since are left out."""
        return self._ids(queries.IDS_OF_CLAIM_ROWS, numbers)

    def earlier_ids_for_rows(self, numbers: Sequence[int] | Rows) -> dict[int, str]:
        """Ids of earlier claims of row numbers; those changed since are left out."""
        return self._ids(queries.IDS_OF_EARLIER_ROWS, numbers)

    def rows_matching(self, matching: Filter) -> Rows:
        """Rows of the claims that match, ascending, int64: what a filtered search may find."""
        with self._db.read() as cursor:
            return _numbers(cursor.execute(queries.ROWS_MATCHING, asdict(matching)).fetchall())

    def claim_texts(self, since: int = 0) -> Iterator[IndexedText]:
        """Claims whose content came with a change number above ``since``, as texts to be searched by words."""
        with self._db.read() as cursor:
            cursor.execute(queries.CLAIM_TEXTS, [since])
            while portion := cursor.fetchmany(5000):
                for row, text, restated, speaker, body, title in portion:
                    names = " ".join(part for part in (speaker, body) if part)
                    whole = "\n".join(part for part in (text, title) if part)
                    yield _indexed(row, text=whole, context=None if restated == text else restated, names=names)

    def earlier_texts(self, since: int = 0) -> Iterator[IndexedText]:
        """Earlier claims whose content came with a change number above ``since``, as texts to be searched by words.

        Claim, title, subtitle and body are one text: BM25 then counts a word once, wherever it stands.
        """
        with self._db.read() as cursor:
            cursor.execute(queries.EARLIER_TEXTS, [since])
            while portion := cursor.fetchmany(5000):
                for row, claim, title, subtitle, speaker, body in portion:
                    whole = "\n".join(part for part in (claim, title, subtitle, body) if part)
                    yield _indexed(row, text=whole, names=speaker)

    def _ids(self, query: str, numbers: Sequence[int] | Rows) -> dict[int, str]:
        with self._db.read() as cursor:
            found = among(cursor, query, [int(number) for number in numbers])
        return {row: identity for row, identity, dropped in found if not dropped}

    def _dimension(self) -> int:
        known = self.model()
        return known.dimension if known else 0

    def _empty(self) -> tuple[Rows, Vectors]:
        return np.empty(0, np.int64), np.empty((0, self._dimension()), np.float32)


def _table(kind: VectorKind) -> str:
    return "earlier" if kind.of_earlier else "claim"


def _numbers(found: Sequence[tuple[int, ...]]) -> Rows:
    return np.array([row[0] for row in found], np.int64)


def _indexed(row: int, **fields: str | None) -> IndexedText:
    return IndexedText(row, {name: text for name, text in fields.items() if text})
