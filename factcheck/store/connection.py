"""One DuckDB file, used from many threads: a cursor for each call, one writer at a time, errors a person can read.

A DuckDB connection must not be shared between threads, but its cursors may be used beside each other. Writes are
serialised by a lock; should two transactions still meet on one row, the later is done once more.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from factcheck.errors import StoreError, UsageError, WorkspaceBusyError
from factcheck.store import schema

T = TypeVar("T")
Cursor = duckdb.DuckDBPyConnection

_AT_ONCE = 500
_PATIENCE = 100  # times 0.05 s
_CONFIG = {
    # Nothing is fetched, and no query can reach a file besides the store, whatever a text says.
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "enable_external_access": "false",
    "lock_configuration": "true",
}
_MOST_ROWS = 100_000
"""Rows of one question in SQL; a person reads fewer, and they are all held at once."""


class Database:
    """An open file of the current schema.

    Attributes:
        commits: how many transactions since it was opened have changed what others may have seen.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.commits = 0
        self._lock = threading.RLock()
        self._connection = _connect(path)
        try:
            with self._connection.cursor() as cursor:
                schema.migrate(cursor)
        except StoreError as error:
            self._connection.close()
            raise StoreError(f"{path}: {error.problem}", remedy=error.remedy) from error
        except duckdb.Error as error:
            self._connection.close()
            raise _damaged(path, error) from error

    def close(self) -> None:
        """Write what is still in the log into the file, and let go of it. Doing so twice does nothing.

        A read that is under way in another thread is waited for.
        """
        with self._lock:
            for _ in range(_PATIENCE):
                try:
                    self._connection.close()
                    return
                except duckdb.Error:  # DuckDB 2 refuses while another call is in it
                    time.sleep(0.05)
            self._connection.close()

    @contextmanager
    def read(self) -> Iterator[Cursor]:
        """A cursor of its own, which sees what was committed before each of its statements."""
        with self._connection.cursor() as cursor:
            yield cursor

    @contextmanager
    def snapshot(self) -> Iterator[Cursor]:
        """A cursor whose statements all see the same state and can change nothing."""
        with self._connection.cursor() as cursor:
            cursor.execute("BEGIN TRANSACTION READ ONLY")
            try:
                yield cursor
            finally:
                cursor.execute("ROLLBACK")

    def write(self, work: Callable[[Cursor], T], *, cache: bool = False) -> T:
        """Do ``work`` in one transaction: all of it is kept, or, if it raises, none.

        ``work`` may be called twice and must therefore have no effect but on the cursor. ``cache`` says that it writes
        only what can be computed from the rest, so that nobody need look again.

        Raises:
            StoreError: the file can't be written (no space, no permission).
        """
        with self._lock:
            try:
                result = self._transaction(work)
            except duckdb.TransactionException:
                result = self._transaction(work)
            if not cache:
                self.commits += 1
            return result

    def _transaction(self, work: Callable[[Cursor], T]) -> T:
        with self._connection.cursor() as cursor:
            cursor.execute("BEGIN TRANSACTION")
            done = False
            try:
                result = work(cursor)
                cursor.execute("COMMIT")
                done = True
            except (duckdb.IOException, duckdb.OutOfMemoryException, duckdb.FatalException) as error:
                raise StoreError(
                    f"{self.path}: nothing was written: {_first_line(error)}",
                    remedy="Look for free space and permission, then do it again.",
                ) from error
            finally:
                if not done:
                    _roll_back(cursor)
            return result


def _roll_back(cursor: Cursor) -> None:
    try:
        cursor.execute("ROLLBACK")
    except duckdb.TransactionException:
        return  # the failed commit has rolled it back already


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(str(path), config=dict(_CONFIG))
    except duckdb.IOException as error:
        text = str(error)
        if "lock" in text.lower():
            raise WorkspaceBusyError(
                f"Another process has {path} open", remedy="Stop it, or choose another workspace."
            ) from error
        raise _damaged(path, error) from error
    except duckdb.Error as error:
        raise _damaged(path, error) from error


def _damaged(path: Path, error: duckdb.Error) -> StoreError:
    return StoreError(
        f"{path} can't be opened as a workspace's store: {_first_line(error)}",
        remedy="Move it away, or choose another folder for the workspace.",
    )


def _first_line(error: duckdb.Error) -> str:
    return (str(error).strip().splitlines() or ["no reason given"])[0].rstrip(".!")


def insert(cursor: Cursor, statement: str, rows: Any) -> None:
    """Run an ``INSERT … SELECT … FROM batch`` of :mod:`factcheck.store.queries` with an Arrow table as ``batch``."""
    if rows.num_rows:
        cursor.register("batch", rows)
        cursor.execute(statement)
        cursor.unregister("batch")


def among(cursor: Cursor, query: str, values: Sequence[str] | Sequence[int]) -> list[tuple[Any, ...]]:
    """The lines of a query of :mod:`factcheck.store.queries` with a ``(LIST)``, for any number of values."""
    found: list[tuple[Any, ...]] = []
    for start in range(0, len(values), _AT_ONCE):
        portion = list(values[start : start + _AT_ONCE])
        found += cursor.execute(query.replace("(LIST)", listed(len(portion))), portion).fetchall()
    return found


def listed(count: int) -> str:
    """``count`` parameters in brackets."""
    return f"({', '.join('?' * count)})"


def selected(cursor: Cursor, query: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """See :meth:`factcheck.store.Store.select`."""
    if not query.isascii() and any("\ud800" <= char <= "\udfff" for char in query):
        raise UsageError("the query is no valid text", remedy="Write it in UTF-8")
    try:
        statements = duckdb.extract_statements(query)
        if len(statements) != 1 or statements[0].type is not duckdb.StatementType.SELECT:
            raise UsageError("only one SELECT at a time can be asked", remedy="Write SELECT … FROM figures, say")
        cursor.execute(query)
        names = [column[0] for column in cursor.description or ()]
        found = cursor.fetchmany(_MOST_ROWS + 1)
    except duckdb.Error as error:
        raise UsageError(
            f"the query can't be answered: {_first_line(error)}", remedy="docs/sql.md has examples"
        ) from error
    if len(found) > _MOST_ROWS:
        raise UsageError(f"the query gives more than {_MOST_ROWS:,} rows", remedy="Add a WHERE or a LIMIT")
    return names, found
