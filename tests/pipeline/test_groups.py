"""Groups of confirmed pairs: who said it how often, what is not joined, and that they outlast a new index."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.extract import extract, numberless
from factcheck.model import EventKind
from factcheck.pipeline import decide, groups, tables
from factcheck.workspace import Workspace
from tests.pipeline.conftest import find

SAME, OTHER = EventKind.SAME_CLAIM, EventKind.NOT_SAME_CLAIM


@pytest.fixture
def ids(fresh: Workspace, tmp_path: Path) -> dict[str, str]:
    """Imported claims by their number in the table, and one of the articles."""
    table = tmp_path / "said.csv"
    table.write_text(
        "id,claim,speaker,date\n"
        "11,The dam of Orrin holds 40 million litres.,Ada Wren,2024-03-02\n"
        "12,Forty million litres are behind the Orrin dam.,Ben Hale,2024-03-05\n"
        "13,There are 40m litres of water in the Orrin dam.,Ada Wren,2024-04-01\n"
        "14,The dam of Orrin holds 90 million litres.,Cora Mint,2024-03-03\n"
        "15,The Orrin dam is a landmark.,Dan Pike,\n",
        encoding="utf-8",
    )
    tables.import_claims(fresh, table)
    return {one.external_id or "": one.id for one in fresh.store.all_earlier()} | {"ferry": find(fresh, "killed 14")}


def _say(workspace: Workspace, kind: EventKind, one: str, other: str, person: str = "Kim") -> str:
    return decide.decide(workspace, kind=kind, subject=decide.pair(one, other), person=person).id


def test_groups_tell_how_often_by_whom_and_since_when(fresh: Workspace, ids: dict[str, str]) -> None:
    assert groups.groups(fresh) == ()
    _say(fresh, SAME, ids["11"], ids["12"])
    _say(fresh, SAME, ids["12"], ids["13"], person="Lou")
    (made,) = groups.groups(fresh)
    assert made.summary == "Said three times, by two speakers, first on 2 March 2024."
    assert [one.claim_id for one in made.members] == [ids["11"], ids["12"], ids["13"]]
    assert [link.person for link in made.links] == ["Kim", "Lou"]
    assert made.warnings == ()
    assert groups.group_of(fresh, ids["13"]) == made
    assert groups.group_of(fresh, ids["14"]) is None


def test_groups_shrink_when_a_pair_is_taken_back(fresh: Workspace, ids: dict[str, str]) -> None:
    event = _say(fresh, SAME, ids["11"], ids["12"])
    decide.undo(fresh, event, person="Kim")
    assert groups.groups(fresh) == ()


def test_groups_say_what_figures_stand_against_it(fresh: Workspace, ids: dict[str, str]) -> None:
    _say(fresh, SAME, ids["11"], ids["14"])
    (made,) = groups.groups(fresh)
    (warned,) = made.warnings
    assert warned.kind == "conflict"
    assert {warned.claim_a, warned.claim_b} == {ids["11"], ids["14"]}
    assert warned.relation is not None
    assert warned.relation.reason in warned.words
    assert "Kim" in warned.words


def test_groups_warn_of_a_conflict_that_a_chain_would_join(fresh: Workspace, ids: dict[str, str]) -> None:
    _say(fresh, SAME, ids["11"], ids["15"])
    _say(fresh, SAME, ids["15"], ids["14"])
    (made,) = groups.groups(fresh)
    assert {(one.claim_a, one.claim_b) for one in made.warnings} == {tuple(sorted((ids["11"], ids["14"])))}


def test_groups_never_bring_together_what_a_person_rejected(fresh: Workspace, ids: dict[str, str]) -> None:
    _say(fresh, OTHER, ids["11"], ids["13"])
    _say(fresh, SAME, ids["11"], ids["12"])
    _say(fresh, SAME, ids["12"], ids["13"])
    (made,) = groups.groups(fresh)
    assert {one.claim_id for one in made.members} == {ids["11"], ids["12"]}
    assert [(one.kind, {one.claim_a, one.claim_b}) for one in made.warnings] == [("rejected", {ids["12"], ids["13"]})]


def test_groups_show_that_two_persons_disagree(fresh: Workspace, ids: dict[str, str]) -> None:
    _say(fresh, SAME, ids["11"], ids["12"])
    _say(fresh, OTHER, ids["11"], ids["12"], person="Lou")
    (made,) = groups.groups(fresh)
    assert [one.kind for one in made.warnings] == ["disputed"]
    assert "Lou" in made.warnings[0].words


def test_groups_take_a_persons_latest_word(fresh: Workspace, ids: dict[str, str]) -> None:
    _say(fresh, SAME, ids["11"], ids["12"])
    _say(fresh, OTHER, ids["11"], ids["12"])
    assert groups.groups(fresh) == ()


def test_groups_outlast_a_new_index_another_reading_and_another_import(fresh: Workspace, ids: dict[str, str]) -> None:
    _say(fresh, SAME, ids["2"], ids["ferry"])
    before = groups.groups(fresh)
    fresh.rebuild()
    document_id = fresh.store.statement(ids["ferry"]).document_id or ""
    document = fresh.store.document(document_id)
    claims = extract(document).claims
    bare = [numberless(claim) for claim in claims]
    fresh.store.reread_document(
        document_id,
        claims,
        numberless=bare,
        claim_vectors=fresh.encoder.encode([claim.text for claim in claims]),
        numberless_vectors=fresh.encoder.encode(bare),
        model=fresh.encoder.identity,
        extractor="another",
    )
    after = groups.groups(fresh)
    assert [one.claim_id for one in after[0].members] == [one.claim_id for one in before[0].members]
    assert after[0].links == before[0].links


def test_groups_leave_out_a_claim_that_was_dropped(fresh: Workspace, ids: dict[str, str]) -> None:
    _say(fresh, SAME, ids["2"], ids["ferry"])
    event = decide.drop_claim(fresh, ids["ferry"], person="Kim")
    assert groups.groups(fresh) == ()
    decide.undo(fresh, event.id, person="Kim")
    assert len(groups.groups(fresh)) == 1
