"""Claims that somebody checked before, and official figures: imported in batches, safe to repeat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date

import numpy as np
import numpy.typing as npt

from factcheck.model import EarlierClaim, OfficialFigure
from factcheck.store import queries, rows
from factcheck.store.base import Part, expect_model, ids_in_order, next_rows, number_of
from factcheck.store.connection import Cursor, among, insert
from factcheck.store.records import AddedRows, Filter, Model, Reading, Rows, Unread, VectorKind


class Earlier(Part):
    """The part of the store that keeps what was checked or published elsewhere."""

    def new_earlier_claims(self, batch: Sequence[EarlierClaim]) -> list[EarlierClaim]:
        """Those of ``batch`` that are not there, or are there with another content: encode and add only these.

        Of several with the same key in the batch the last is taken.
        """
        latest = {rows.earlier_key(claim): claim for claim in batch}
        with self._db.read() as cursor:
            known = _known(cursor, list(latest))
        return [
            claim for key, claim in latest.items() if key not in known or known[key][0] != rows.earlier_digest(claim)
        ]

    def add_earlier_claims(
        self,
        batch: Sequence[EarlierClaim],
        vectors: npt.ArrayLike,
        model: Model,
        *,
        numberless_vectors: npt.ArrayLike | None = None,
        title_vectors: Mapping[int, npt.NDArray[np.float32]] | None = None,
        readings: Sequence[Reading] | None = None,
    ) -> AddedRows:
        """Keep earlier claims with their vectors, (len(batch), dimension) float32, in one transaction.

        ``title_vectors`` are those of titles, (dimension,) each, by position in the batch; not every claim has one.
        ``readings`` are the figures of each; without them they stay to be read (:meth:`unread_earlier`).

        One that is there (same source and ``external_id``; without such an id, same source, claim, speaker, date and
        address) is not doubled; where its content differs it is brought up to date. Ids are given here.

        Raises:
            ModelError: the store's vectors are another model's, or the arrays have another shape.
        """
        given = {VectorKind.EARLIER: rows.checked_vectors(vectors, count=len(batch), dimension=model.dimension)}
        if numberless_vectors is not None:
            given[VectorKind.EARLIER_NUMBERLESS] = rows.checked_vectors(
                numberless_vectors, count=len(batch), dimension=model.dimension
            )
        if not batch:
            return AddedRows(0, 0)
        titles = title_vectors or {}
        last = {rows.earlier_key(claim): position for position, claim in enumerate(batch)}

        def work(cursor: Cursor, change: int) -> AddedRows:
            expect_model(cursor, model)
            known = _known(cursor, list(last))
            fresh = [position for key, position in last.items() if key not in known]
            altered = [
                position
                for key, position in last.items()
                if key in known and known[key][0] != rows.earlier_digest(batch[position])
            ]
            self._retire(cursor, [known[rows.earlier_key(batch[position])] for position in altered], change)
            for positions, statement in ((fresh, queries.INSERT_EARLIER), (altered, queries.UPDATE_EARLIER)):
                numbers = next_rows(cursor, len(positions))
                made = [
                    rows.earlier_row(batch[position], id=rows.new_id("e"), row=number, changed=change)
                    for position, number in zip(positions, numbers, strict=True)
                ]
                insert(cursor, statement, rows.arrow("earlier_claim", made))
                chosen = {kind: matrix[positions] for kind, matrix in given.items()}
                insert(cursor, queries.INSERT_VECTORS, rows.arrow_vectors(numbers, model.sha256, chosen))
                if readings is not None:
                    _keep_readings(cursor, {row: readings[at] for at, row in zip(positions, numbers, strict=True)})
                titled = [(number, titles[at]) for at, number in zip(positions, numbers, strict=True) if at in titles]
                if titled:
                    matrix = np.stack([vector for _number, vector in titled])
                    matrix = rows.checked_vectors(matrix, count=len(titled), dimension=model.dimension)
                    chosen = {VectorKind.EARLIER_TITLE: matrix}
                    numbers = [number for number, _vector in titled]
                    insert(cursor, queries.INSERT_VECTORS, rows.arrow_vectors(numbers, model.sha256, chosen))
            return AddedRows(len(fresh), len(batch) - len(fresh))

        return self._changing(work)

    def earlier(self, ids: Sequence[str]) -> list[EarlierClaim]:
        """Earlier claims in the order asked for; unknown ids are left out."""
        with self._db.read() as cursor:
            found = {row[0]: row for row in among(cursor, queries.EARLIER, list(ids))}
        return [rows.earlier(row) for row in ids_in_order(ids, found)]

    def earlier_of_rows(self, numbers: Sequence[int] | npt.NDArray[np.int64]) -> dict[int, EarlierClaim]:
        """The earlier claims that an index knows by these numbers."""
        with self._db.read() as cursor:
            found = among(cursor, queries.EARLIER_OF_ROWS, [int(number) for number in numbers])
        return {row[14]: rows.earlier(row) for row in found}

    def all_earlier(self) -> Iterator[EarlierClaim]:
        """All earlier claims, in the order of their rows, read in portions."""
        with self._db.read() as cursor:
            cursor.execute(queries.ALL_EARLIER)
            while portion := cursor.fetchmany(1000):
                for row in portion:
                    yield rows.earlier(row)

    def add_official_figures(self, batch: Sequence[OfficialFigure]) -> AddedRows:
        """Keep official figures; the same cell of the same source is kept once."""

        def work(cursor: Cursor) -> AddedRows:
            before = _count_official(cursor)
            insert(
                cursor,
                queries.INSERT_OFFICIAL,
                rows.arrow(
                    "official_figure", list({row["key"]: row for row in map(rows.official_row, batch)}.values())
                ),
            )
            added = _count_official(cursor) - before
            return AddedRows(added, len(batch) - added)

        return self._db.write(work)

    def official_figures(
        self,
        entity: str | None = None,
        indicator: str | None = None,
        *,
        since: date | None = None,
        until: date | None = None,
    ) -> list[OfficialFigure]:
        """Official figures of an entity and indicator (whole names, any case) whose period touches the days given."""
        wanted = {"entity": entity, "indicator": indicator, "since": since, "until": until}
        with self._db.read() as cursor:
            return [rows.official(row) for row in cursor.execute(queries.OFFICIAL, wanted).fetchall()]

    def official_names(self) -> list[tuple[str, str]]:
        """Every (entity, indicator) that has an official figure."""
        with self._db.read() as cursor:
            return [(entity, indicator) for entity, indicator in cursor.execute(queries.OFFICIAL_NAMES).fetchall()]

    def unread_earlier(self, most: int) -> list[Unread]:
        """Up to ``most`` earlier claims of which no figures have been read, in the order of their rows."""
        with self._db.read() as cursor:
            return [Unread(*row) for row in cursor.execute(queries.UNREAD_EARLIER, [most]).fetchall()]

    def count_unread_earlier(self) -> int:
        """How many earlier claims there are of which no figures have been read."""
        with self._db.read() as cursor:
            return number_of(cursor, queries.COUNT_UNREAD_EARLIER)

    def keep_readings(self, readings: Mapping[int, Reading]) -> None:
        """Keep the figures of earlier claims, by row, in the place of what was read before; in one transaction."""

        def work(cursor: Cursor) -> None:
            _forget_readings(cursor, list(readings))
            _keep_readings(cursor, readings)

        self._db.write(work)

    def earlier_rows_matching(self, matching: Filter) -> Rows:
        """Rows of the earlier claims that match; a wish about a document matches none. Ascending, int64."""
        with self._db.read() as cursor:
            found = cursor.execute(queries.EARLIER_ROWS_MATCHING, asdict(matching)).fetchall()
        return np.array([row for (row,) in found], np.int64)

    @staticmethod
    def _retire(cursor: Cursor, known: Sequence[tuple[str, str, int]], change: int) -> None:
        for _digest, identity, row in known:
            cursor.execute(queries.LOG_REMOVED, [change, "earlier", row])
            cursor.execute(queries.FORGET_RELATIONS, {"id": identity})
        if known:
            gone = [row for _digest, _identity, row in known]
            cursor.execute(queries.DELETE_EARLIER_VECTORS, [gone])
            _forget_readings(cursor, gone)


def _keep_readings(cursor: Cursor, readings: Mapping[int, Reading]) -> None:
    made = [one for row, reading in readings.items() for one in rows.earlier_figure_rows(row, reading.figures)]
    insert(cursor, queries.INSERT_EARLIER_FIGURES, rows.arrow("earlier_figure", made))
    by_version: dict[int, list[int]] = {}
    for row, reading in readings.items():
        by_version.setdefault(reading.version, []).append(row)
    for version, numbers in by_version.items():
        cursor.execute(queries.MARK_EARLIER_READ, [numbers, version])


def _forget_readings(cursor: Cursor, numbers: list[int]) -> None:
    cursor.execute(queries.FORGET_EARLIER_FIGURES, [numbers])
    cursor.execute(queries.FORGET_EARLIER_READ, [numbers])


def _known(cursor: Cursor, keys: list[str]) -> dict[str, tuple[str, str, int]]:
    found = cursor.execute(queries.EARLIER_KEYS, [keys]).fetchall()
    return {key: (digest, identity, row) for key, digest, identity, row in found}


def _count_official(cursor: Cursor) -> int:
    return int(cursor.execute(queries.COUNT_OFFICIAL).fetchall()[0][0])
