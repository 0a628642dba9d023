from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest

from benchmarks import synthetic
from factcheck.errors import FactcheckError, StoreError, WorkspaceBusyError
from factcheck.model import (
    Event,
    EventKind,
)
from factcheck.store import Store

ENCODER = synthetic.MadeUpEncoder()
MODEL = ENCODER.identity


def _event(kind: EventKind, subject: str, *, person: str = "Ana", undoes: str | None = None, **payload: str) -> Event:
    return Event("", datetime(2030, 5, 1, 12, tzinfo=UTC), person, kind, subject, payload, undoes=undoes)


def test_connection_opens_again_with_all_in_it(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.duckdb") as store:
        added = synthetic.add(store, 1)
        change = store.change_number()
    with Store.open(tmp_path / "s.duckdb") as store:
        assert store.change_number() == change
        assert len(store.document_statements(added.document_id)) == 5
        assert store.check() == []


@pytest.mark.parametrize("content", [b"hello, I am no database. " * 400, b"x", b"\0" * 5000])
def test_connection_refuses_a_file_that_is_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "s.duckdb"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"can't be opened") as caught:
        Store.open(path)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == content


def test_connection_refuses_a_truncated_file(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store.open(path) as store:
        for number in range(5):
            synthetic.add(store, number)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(StoreError):
        Store.open(path)


def test_connection_refuses_a_newer_schema_and_a_foreign_file(tmp_path: Path) -> None:
    with Store.open(tmp_path / "newer.duckdb"):
        pass
    for name, statement, message in (
        ("newer.duckdb", "UPDATE meta SET value = '999' WHERE key = 'schema'", "schema 999"),
        ("foreign.duckdb", "CREATE TABLE t (a INTEGER)", "other tables"),
    ):
        with duckdb.connect(str(tmp_path / name)) as connection:
            connection.execute(statement)
        with pytest.raises(StoreError, match=message):
            Store.open(tmp_path / name)


def test_connection_refuses_a_folder_that_can_not_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError):
        Store.open(tmp_path / "file" / "s.duckdb")
    with pytest.raises(StoreError):
        Store.open(tmp_path)


def test_connection_opened_twice_in_a_process_is_refused_or_shared(tmp_path: Path) -> None:
    # DuckDB shares a file within a process; between processes see tests/test_workspace.py
    with Store.open(tmp_path / "s.duckdb") as one, Store.open(tmp_path / "s.duckdb") as other:
        synthetic.add(one, 1)
        assert other.counts()["documents"] == 1
    assert issubclass(WorkspaceBusyError, FactcheckError)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DELETE FROM figure", "figures in its content"),
        ("DELETE FROM document", "a document that is not there"),
        ("DELETE FROM vector WHERE kind = 'claim'", "vectors, and should have"),
        ("INSERT INTO vector SELECT 999, kind, model, vector FROM vector LIMIT 1", "belongs to nothing"),
        ("UPDATE vector SET model = 'other'", "another model"),
        ("UPDATE claim SET text = 'x'", "not what its document says"),
        ("UPDATE document SET raw = 'x'::BLOB", "raw bytes"),
        ('UPDATE claim SET "row" = 1', "is there"),
        ("INSERT INTO figure SELECT * FROM figure", "is there 2 times"),
        ("UPDATE event SET undoes = 'nothing'", "undoes nothing"),
    ],
)
def test_check_finds_damage(tmp_path: Path, damage: str, said: str) -> None:
    path = tmp_path / "s.duckdb"
    with Store.open(path) as store:
        claim_id = synthetic.add(store, 1).claim_ids[0]
        kept = store.append_event(_event(EventKind.VERDICT, claim_id))
        store.append_event(_event(EventKind.UNDO, claim_id, undoes=kept.id))
        assert store.check() == []
    with duckdb.connect(str(path)) as connection:
        connection.execute(damage)
    with Store.open(path) as store:
        assert any(said in problem for problem in store.check())


def test_schema_views_are_readable_by_a_person(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.duckdb") as store:
        synthetic.add(store, 1, claims=1)
    with duckdb.connect(str(tmp_path / "s.duckdb"), read_only=True) as connection:
        speaker, low, unit = connection.execute("SELECT speaker, low, unit FROM figures").fetchall()[0]
        said = connection.execute('SELECT speaker, "when", outlet FROM who_said_what_when').fetchall()
    assert (speaker, low, unit) == ("The mayor of Brackwater", 12.0, "house")
    assert said == [("The mayor of Brackwater", date(2030, 1, 2), "The Brackwater Post")]
