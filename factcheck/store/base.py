"""What all parts of :class:`factcheck.store.Store` share: the open file, its change number, its model."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TypeVar

from factcheck.errors import ModelError
from factcheck.store import queries
from factcheck.store.connection import Cursor, Database
from factcheck.store.records import Model, ModelRecord

T = TypeVar("T")


class Part:
    """Base of the store's parts; holds the open file, its change number, and the model as last read."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._model_known: tuple[int, ModelRecord | None] = (-1, None)  # as of how many commits
        with database.read() as cursor:
            self._change = number_of(cursor, queries.CHANGE)

    def change_number(self) -> int:
        """How many transactions have touched claims or earlier claims; indexes compare theirs with it."""
        return self._change

    def stamp(self) -> int:
        """A number that is another one after every change of the content, events too; what is kept in memory beside it
        is right as long as it is the same. It starts anew when the store is opened.
        """
        return self._db.commits

    def note(self, key: str) -> str | None:
        """What :meth:`set_note` keeps under ``key``."""
        with self._db.read() as cursor:
            found = cursor.execute(queries.META, [f"note:{key}"]).fetchone()
        return str(found[0]) if found else None

    def set_note(self, key: str, value: str) -> None:
        """Keep a short text of the workspace's own under ``key``, in the place of a former one."""

        def work(cursor: Cursor) -> None:
            cursor.execute(queries.SET_META, [f"note:{key}", value])

        self._db.write(work)

    def model(self) -> ModelRecord | None:
        """The model that made this store's vectors; None while it holds none."""
        commits = self._db.commits
        if self._model_known[0] != commits:
            with self._db.read() as cursor:
                self._model_known = (commits, _model(cursor))
        return self._model_known[1]

    def _changing(self, work: Callable[[Cursor, int], T]) -> T:
        """Do ``work`` in one transaction with the next change number, which is taken up when it is kept."""
        change = 0

        def numbered(cursor: Cursor) -> T:
            nonlocal change
            change = int(number_of(cursor, queries.NEXT_CHANGE))
            return work(cursor, change)

        result = self._db.write(numbered)
        self._change = max(self._change, change)
        return result


def expect_model(cursor: Cursor, model: Model) -> ModelRecord:
    """Remember ``model`` as the one of this store, or refuse it where another is remembered.

    Raises:
        ModelError: vectors of two models would be mixed.
    """
    given, found = ModelRecord(model.name, model.sha256, model.dimension), _model(cursor)
    if found is None:
        content = {"name": given.name, "sha256": given.sha256, "dimension": given.dimension}
        cursor.execute(queries.SET_META, ["model", json.dumps(content)])
    elif (found.sha256, found.dimension) != (given.sha256, given.dimension):
        raise ModelError(
            f"The vectors of this workspace were made by {found.name} ({found.sha256[:12]}), not by {given.name} "
            f"({given.sha256[:12]})",
            remedy="Name that model in the settings, or use a new workspace for the other one.",
        )
    return given


def next_rows(cursor: Cursor, count: int) -> list[int]:
    """``count`` new row numbers, ascending."""
    return sorted(row for (row,) in cursor.execute(queries.NEXT_ROWS, [count]).fetchall())


def ids_in_order(wanted: Sequence[str], found: dict[str, T]) -> list[T]:
    """``found`` in the order of ``wanted``, those that are missing left out."""
    return [found[identity] for identity in wanted if identity in found]


def _model(cursor: Cursor) -> ModelRecord | None:
    found = cursor.execute(queries.META, ["model"]).fetchone()
    return ModelRecord(**json.loads(found[0])) if found else None


def number_of(cursor: Cursor, query: str) -> int:
    """The one whole number that a query gives."""
    row = cursor.execute(query).fetchone()
    if row is None:
        raise LookupError(query)
    return int(row[0])
