"""A claim set beside what was found."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.model import EventKind, Group
from factcheck.pipeline import beside, decide, search, tables
from factcheck.workspace import Workspace


@pytest.fixture
def ids(fresh: Workspace, tmp_path: Path) -> dict[str, str]:
    table = tmp_path / "said.csv"
    table.write_text(
        "id,claim,speaker,date\n"
        "11,The dam of Orrin holds 40 million litres.,Ada Wren,2024-03-02\n"
        "12,Forty million litres are behind the Orrin dam.,Ben Hale,2024-03-05\n"
        "14,The dam of Orrin holds 90 million litres.,Cora Mint,2024-03-02\n",
        encoding="utf-8",
    )
    tables.import_claims(fresh, table)
    return {one.external_id or "": one.id for one in fresh.store.all_earlier()}


def test_beside_warns_before_two_are_called_the_same_against_the_figures(fresh: Workspace, ids: dict[str, str]) -> None:
    hits = search.search(fresh, "the dam of Orrin holds litres").hits
    made = {one.claim_id: one for one in beside.beside(fresh, ids["11"], hits)}
    assert ids["11"] not in made
    assert made[ids["14"]].relation.group is Group.CONFLICT
    assert made[ids["14"]].relation.reason in (made[ids["14"]].warning or "")
    assert made[ids["12"]].warning is None
    for _, mine, theirs in made[ids["14"]].differing:
        assert mine is None or mine[1] <= len(beside.asking(fresh, ids["11"]).text)
        assert theirs is None or theirs[1] <= len(made[ids["14"]].text)


def test_beside_tells_what_a_person_holds_on_the_two(fresh: Workspace, ids: dict[str, str]) -> None:
    decide.decide(fresh, kind=EventKind.SAME_CLAIM, subject=decide.pair(ids["11"], ids["12"]), person="Kim")
    hits = search.search(fresh, "the dam of Orrin holds litres").hits
    (one,) = (one for one in beside.beside(fresh, ids["11"], hits) if one.claim_id == ids["12"])
    assert one.decision is not None
    assert one.decision.person == "Kim"


def test_beside_an_unknown_claim_is_told(fresh: Workspace) -> None:
    with pytest.raises(FactcheckError):
        beside.asking(fresh, "nobody")
