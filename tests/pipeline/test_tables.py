"""Imports into a real workspace: a preview keeps nothing, a repeated import doubles nothing, a stopped one goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.errors import IntakeError
from factcheck.pipeline import search, tables
from factcheck.pipeline.opening import open_workspace

ROWS = [
    {"id": "1", "claim": "The mill of Corrie has 40 rooms.", "date": "2023-04-05", "rating": "false", "colour": "red"},
    {"id": "2", "claim": "A bridge fell near Aldine.", "date": "sometime"},
    {"id": "1", "claim": "The mill of Corrie has 40 rooms."},
    {"id": "3", "claim": " "},
]


def _table(folder: Path) -> Path:
    path = folder / "checked.jsonl"
    path.write_text("\n".join([*map(json.dumps, ROWS), "{broken"]), encoding="utf-8")
    return path


def test_tables_preview_says_what_an_import_does_and_keeps_nothing(tmp_path: Path) -> None:
    table = _table(tmp_path)
    with open_workspace(tmp_path / "w") as workspace:
        seen = tables.preview_claims(workspace, table, first=1)
        assert workspace.store.counts()["earlier_claims"] == 0
        done = tables.import_claims(workspace, table)
        again = tables.preview_claims(workspace, table)
    assert dict(seen.columns) == {"claim": "claim", "id": "id", "date": "date", "verdict": "rating"}
    assert (seen.kept, seen.rows, seen.new, seen.already, seen.undated) == (("colour",), 5, 2, 0, 1)
    assert [line for line, _ in seen.skipped] == [3, 4, 5]
    assert [one.claim for one in seen.first] == ["The mill of Corrie has 40 rooms."]
    assert (done.added, done.skipped) == (seen.new, seen.skipped)
    assert (again.new, again.already) == (0, 2)


def test_tables_import_again_doubles_and_changes_nothing(tmp_path: Path) -> None:
    table = _table(tmp_path)
    with open_workspace(tmp_path / "w") as workspace:
        tables.import_claims(workspace, table)
        before = workspace.store.change_number()
        again = tables.import_claims(workspace, table)
        assert (again.added, again.already) == (0, 2)
        assert workspace.store.change_number() == before
        (hit,) = search.search(workspace, "mill of Corrie", k=1).hits
    assert hit.text == "The mill of Corrie has 40 rooms."


def test_tables_import_that_was_stopped_goes_on(tmp_path: Path) -> None:
    table = tmp_path / "many.jsonl"
    rows = [{"id": str(number), "claim": f"Barge number {number} sank."} for number in range(1100)]
    table.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    class Stop(Exception):
        """Instead of a kill."""

    def stop(progress: object) -> None:
        raise Stop

    with open_workspace(tmp_path / "w") as workspace:
        with pytest.raises(Stop):
            tables.import_claims(workspace, table, on_progress=stop)
        kept = workspace.store.counts()["earlier_claims"]
        assert 0 < kept < 1100
        done = tables.import_claims(workspace, table)
        assert (done.added, done.already) == (1100 - kept, kept)


def test_tables_refuse_a_table_without_a_claim(tmp_path: Path) -> None:
    table = tmp_path / "other.csv"
    table.write_text("name,colour\nx,red\n", encoding="utf-8")
    with open_workspace(tmp_path / "w") as workspace:
        with pytest.raises(IntakeError, match="no column is named claim"):
            tables.preview_claims(workspace, table)
        with pytest.raises(IntakeError, match="no column is named claim"):
            tables.import_claims(workspace, table)
