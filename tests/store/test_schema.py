"""An older file becomes a newer one, and loses nothing on the way."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from factcheck.store import Store
from factcheck.store.schema import MIGRATIONS, SCHEMA_VERSION


def _file_of_schema(path: Path, version: int) -> None:
    with duckdb.connect(str(path)) as connection:
        for statements in MIGRATIONS[:version]:
            for statement in statements:
                connection.execute(statement)
        connection.execute("INSERT INTO meta VALUES ('schema', ?)", [str(version)])
        connection.execute(
            """
            INSERT INTO earlier_claim (id, key, digest, "row", changed, claim, extra, demonstration)
            VALUES ('e1', 'k1', 'd1', nextval('row_number'), 0, 'The mill has 40 rooms.', '{}', FALSE)
            """
        )
        connection.execute("INSERT INTO vector VALUES (1, 'earlier', 'm', [1.0])")


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_schema_of_an_older_file_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    path = tmp_path / "factcheck.duckdb"
    _file_of_schema(path, version)
    for _ in range(2):  # the second opening finds it migrated
        with Store.open(path) as store:
            assert [one.claim for one in store.all_earlier()] == ["The mill has 40 rooms."]
            assert [(one.row, one.claim) for one in store.unread_earlier(5)] == [(1, "The mill has 40 rooms.")]
            assert store.check() == []
            assert store.select("SELECT count(*) FROM checked_figures")[1] == [(0,)]
    with duckdb.connect(str(path)) as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchall() == [(str(SCHEMA_VERSION),)]
