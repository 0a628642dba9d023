"""The views that a person with SQL reads, and the examples of their page."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.model import EventKind
from factcheck.pipeline import correct, decide, ledger, speakers, sql
from factcheck.workspace import Workspace
from tests.pipeline.conftest import find

PAGE = Path(__file__).resolve().parents[2] / "docs" / "sql.md"
EXAMPLES = re.findall(r"```sql\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


def test_sql_page_has_three_examples_and_each_gives_rows(filled: Workspace) -> None:
    ledger.conflicts(filled)
    assert len(EXAMPLES) == 3
    for example in EXAMPLES:
        names, rows = sql.select(filled, example)
        assert rows, example
        assert all(len(row) == len(names) for row in rows)


def test_sql_figures_tell_who_said_which_number_when(filled: Workspace) -> None:
    query = "SELECT as_written, low, high, unit, speaker, outlet, speaks_of FROM figures WHERE low = 31"
    (row,) = sql.select(filled, query)[1]
    assert row[:4] == ["31 people", 31.0, 31.0, "person"]
    assert row[5] == "Island Radio"
    assert date.fromisoformat(row[6]) <= date(2024, 6, 11)


def test_sql_conflicts_follow_corrections_and_decisions(fresh: Workspace) -> None:
    one, other = find(fresh, "killed 14 people"), find(fresh, "killed 31 people")
    query = "SELECT decision FROM figure_conflicts WHERE claim_id_a IN ('{0}', '{1}') AND claim_id_b IN ('{0}', '{1}')"
    ledger.conflicts(fresh)
    assert sql.select(fresh, query.format(one, other))[1] == [[None]]
    payload = {"reason": "same_thing"}
    decide.decide(fresh, kind=EventKind.FLAG, subject=decide.pair(one, other), person="Ada", payload=payload)
    assert sql.select(fresh, query.format(one, other))[1] == [["flag"]]
    correct.correct(fresh, one, {"value": "31"}, figure=0, person="Ada")
    assert sql.select(fresh, query.format(one, other))[1] == []


def test_sql_shows_joined_names_beside_those_of_the_text(fresh: Workspace) -> None:
    speakers.join(fresh, "the hospital", "the coastguard", person="Ada")
    query = "SELECT DISTINCT speaker, speaker_as_named FROM who_said_what_when WHERE speaker_as_named = 'the hospital'"
    assert sql.select(fresh, query)[1] == [["the coastguard", "the hospital"]]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "nonsense",
        "SELECT 1; SELECT 2",
        "DELETE FROM claim",
        "INSERT INTO meta VALUES ('a', 'b')",
        "DROP VIEW figures",
        "COPY figures TO 'out.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "ATTACH 'other.duckdb'",
        "PRAGMA database_list; SELECT 1",
        "SELECT * FROM nowhere",
        "SELECT * FROM enable_logging('QueryLog', storage='file', storage_path='log')",
        "WITH gone AS (DELETE FROM claim RETURNING *) SELECT count(*) FROM gone",
        "SELECT nextval('row_number')",
        "SELECT '\udcff'",
        "SELECT * FROM range(100001)",
    ],
)
def test_sql_refuses_what_does_more_than_read(filled: Workspace, query: str) -> None:
    with pytest.raises(UsageError):
        sql.select(filled, query)
    assert filled.store.check() == []


def test_sql_gives_what_json_can_hold(filled: Workspace) -> None:
    query = "SELECT 'inf'::DOUBLE AS a, ['nan'::DOUBLE, 1.5] AS b, {'on': DATE '2024-06-11'} AS c"
    names, rows = sql.select(filled, query)
    assert names == ["a", "b", "c"]
    assert json.loads(json.dumps(rows, allow_nan=False)) == [["inf", ["nan", 1.5], {"on": "2024-06-11"}]]
