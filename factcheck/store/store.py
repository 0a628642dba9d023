"""The store as others see it: one class, opened on one file."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Any, Self

from factcheck.errors import StoreError
from factcheck.store import check, queries
from factcheck.store.connection import Database, selected
from factcheck.store.corrections import Corrections
from factcheck.store.details import DocumentDetails
from factcheck.store.documents import Documents
from factcheck.store.earlier import Earlier
from factcheck.store.events import Events
from factcheck.store.listing import Listing
from factcheck.store.speakers import Speakers
from factcheck.store.vectors import RowAccess


class Store(Documents, DocumentDetails, Corrections, Earlier, Events, Speakers, RowAccess, Listing):
    """Documents, claims, figures, vectors, earlier claims, official figures and events of one workspace.

    Safe to call from any thread of one process; a file has one process. Each method is one transaction.
    """

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """Open the file, make it where it is missing, and migrate it where it is older.

        Raises:
            StoreError: it is no store of this program, is damaged, or was written by a newer version.
            WorkspaceBusyError: another process has it open.
        """
        path = Path(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{path.parent} can't be made: {error.strerror or error}") from error
        return cls(Database(path))

    def close(self) -> None:
        """Let go of the file; doing so twice does nothing."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def counts(self) -> dict[str, int]:
        """How many of each thing are kept."""
        names = (
            "documents",
            "claims",
            "dropped_claims",
            "figures",
            "earlier_claims",
            "official_figures",
            "events",
            "vectors",
        )
        with self._db.read() as cursor:
            return dict(zip(names, cursor.execute(queries.COUNTS).fetchall()[0], strict=True))

    def select(self, query: str) -> tuple[list[str], list[tuple[Any, ...]]]:
        """The names of the columns and the rows of one query that only reads; it can reach no file but the store.

        Raises:
            UsageError: it is no query, is more than one, or would write.
        """
        with self._db.snapshot() as cursor:
            return selected(cursor, query)

    def check(self) -> list[str]:
        """What is wrong with the content, a line each; empty where all is well. Reads every document."""
        with self._db.snapshot() as cursor:
            return check.problems(cursor)
