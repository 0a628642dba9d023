"""The use cases over a real workspace: real parser, real model, real store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.compare import compare
from factcheck.errors import NotFoundError, UsageError
from factcheck.model import Event, EventKind, Group, Relation, RelationKind, Statement
from factcheck.pipeline import correct, decide, export, ingest, ledger, review, search, speakers, tables, versions
from factcheck.pipeline.opening import open_workspace
from factcheck.pipeline.views import Conflict
from factcheck.workspace import Workspace
from tests.pipeline.conftest import find

# ------------------------------------------------------------------------------------------------------------- ledger


def test_ledger_sets_another_number_against_the_claim(filled: Workspace, claim_id: str) -> None:
    (beside,) = ledger.against(filled, claim_id)
    rows = {row.statement.outlet: row for row in beside.rows}
    assert rows["Island Radio"].relation.group is Group.CONFLICT
    assert rows["Island Radio"].who == "the shipping company"
    assert beside.summary.startswith("One figure can’t both be right with this one")


def test_ledger_takes_a_later_count_of_the_same_body_for_an_update(filled: Workspace, claim_id: str) -> None:
    (beside,) = ledger.against(filled, claim_id)
    rows = {row.statement.outlet: row for row in beside.rows}
    assert rows["Northern Echoes"].relation.relation is RelationKind.UPDATE
    assert rows["Northern Echoes"].later


def test_ledger_folds_what_is_another_thing(filled: Workspace, claim_id: str) -> None:
    (beside,) = ledger.against(filled, claim_id)
    folded = {row.statement.outlet: row.relation for row in beside.look_alikes}
    assert folded["Evening Ledger"].relation is RelationKind.DIFFERENT_MEASURE
    assert "injured" in folded["Evening Ledger"].reason
    shown = {row.statement.outlet for row in (*beside.rows, *beside.look_alikes)}
    assert "Garden Weekly" not in shown


def test_ledger_shows_an_official_figure_with_its_cell(tmp_path: Path) -> None:
    table = tmp_path / "figures.csv"
    table.write_text(
        "entity,indicator,period,value,unit,source\n"
        "Ostland,unemployment rate,2023,5.1,percent,Statistics Office\n"
        "Ostland,population,2023,4100000,person,Statistics Office\n"
        "Westland,unemployment rate,2023,9.4,percent,Statistics Office\n",
        encoding="utf-8",
    )
    with open_workspace(tmp_path / "w") as workspace:
        text = "The unemployment rate in Ostland was 4.2% in 2023, the minister said."
        ingest.ingest(workspace, ingest.from_text(text, date="2024-02-01"))
        tables.import_figures(workspace, table)
        (beside,) = ledger.against(workspace, find(workspace, "4.2%"))
        (row,) = beside.official
        assert (row.official.value, row.official.cell) == (5.1, "figures.csv!row 2")
        assert row.relation.relation is RelationKind.CONTRADICTION


def test_conflicts_lists_each_pair_once_and_by_filter(filled: Workspace) -> None:
    found = ledger.conflicts(filled)
    outlets = [sorted((one.a.outlet or "", one.b.outlet or "")) for one in found]
    assert ["Harbour Times", "Island Radio"] in outlets
    assert len({tuple(sorted((one.claim_a, one.claim_b))) for one in found}) == len(found)
    assert ledger.conflicts(filled, speaker="flower exchange") == []
    assert ledger.conflicts(filled, until="2020-01-01") == []
    with pytest.raises(NotFoundError):
        ledger.conflicts(filled, document="none")


# ------------------------------------------------------------------------------------------------------------- search


def test_search_finds_the_claim_whatever_number_it_is_asked_for(filled: Workspace) -> None:
    hits = search.search(filled, "The sinking of the ferry Aldine killed 99 people", k=5).hits
    found = [hit.text for hit in hits]
    assert sum("killed" in text for text in found[:3]) >= 2
    assert all(hit.relation.relation is not RelationKind.EQUAL for hit in hits)


def test_search_puts_its_parts_beside_the_score(filled: Workspace) -> None:
    (hit, *_) = search.search(filled, "ferry Aldine collision", k=1).hits
    assert hit.external_id == "1"
    assert hit.verdict == "Unproven"
    assert hit.score_parts.keys() >= {"meaning", "words"}
    assert all(0 <= part <= 1 for part in hit.score_parts.values())


def test_search_filters_by_outlet_date_and_value(filled: Workspace) -> None:
    question = "people killed by the sinking of a ferry"
    by_outlet = search.search(filled, question, filters=search.filters(outlet="island"))
    assert {hit.outlet for hit in by_outlet.hits} == {"Island Radio"}
    by_date = search.search(filled, question, filters=search.filters(since="2024-06-13", outlet="Northern"))
    assert {hit.outlet for hit in by_date.hits} == {"Northern Echoes"}
    by_unit = search.search(filled, question, filters=search.filters(unit="people", outlet="Island"))
    assert {hit.outlet for hit in by_unit.hits} == {"Island Radio"}
    by_value = search.search(filled, question, filters=search.filters(value="30..32"))
    assert {hit.outlet for hit in by_value.hits} == {"Island Radio"}


@pytest.mark.parametrize("text", ["", "   ", "…!?", "\n\t"])
def test_search_refuses_a_question_of_nothing(filled: Workspace, text: str) -> None:
    with pytest.raises(UsageError, match="nothing to search"):
        search.search(filled, text)


@pytest.mark.parametrize(
    "text", ["the ferry", "14", '"', '"ferry', "ferry AND (", "a" * 100_000, "ferry " * 20_000, "*:* NOT x"]
)
def test_search_takes_any_text_as_words(filled: Workspace, text: str) -> None:
    if any(character.isalnum() for character in text):
        assert len(search.search(filled, text, k=3).hits) <= 3
    else:
        with pytest.raises(UsageError):
            search.search(filled, text)


@pytest.mark.parametrize("given", [{"value": "x..y"}, {"value": ".."}, {"since": "soon"}, {"colour": "red"}])
def test_search_filters_refuse_what_makes_no_sense(given: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        search.filters(**given)


def test_similar_leaves_the_claim_itself_out(filled: Workspace, claim_id: str) -> None:
    hits = search.similar(filled, filled.store.statement(claim_id)).hits
    assert hits
    assert claim_id not in {hit.claim_id for hit in hits}


# ------------------------------------------------------------------------------------------------------------- review


def test_queue_puts_conflicts_first_and_tells_why(filled: Workspace) -> None:
    document = next(one for one in review.documents(filled) if one.outlet == "Harbour Times")
    queue = review.queue(filled, document.document_id)
    assert queue.items[0].conflicts > 0
    assert "can’t both be right" in queue.items[0].why
    assert "conflict" in {badge.kind for badge in queue.items[0].badges}
    by_text = [item.statement.claim.start for item in review.queue(filled, document.document_id, order="text").items]
    assert by_text == sorted(by_text)
    with pytest.raises(UsageError):
        review.queue(filled, document.document_id, order="colour")


def test_queue_keeps_its_order_through_a_decision(fresh: Workspace) -> None:
    one = find(fresh, "killed 14 people")
    document_id = fresh.store.statement(one).document_id or ""
    before = [item.claim_id for item in review.queue(fresh, document_id).items]
    decide.decide(fresh, kind=EventKind.PARKED, subject=one, person="Ada", payload={})
    after = review.queue(fresh, document_id).items
    assert [item.claim_id for item in after] == before
    assert [d.kind for d in next(item for item in after if item.claim_id == one).decisions] == ["parked"]


def test_claim_view_holds_what_the_detail_shows(filled: Workspace, claim_id: str) -> None:
    view = review.claim(filled, claim_id)
    claim = view.statement.claim
    assert view.document.text[claim.start : claim.end] == claim.text
    assert view.item.as_read == "14 people"
    assert view.item.speaker == "the coastguard"
    checked = [hit for hit in view.earlier.hits if hit.external_id == "2"]
    assert checked
    assert checked[0].verdict == "Mostly true"
    with pytest.raises(NotFoundError):
        review.claim(filled, "none")


# ------------------------------------------------------------------------------------------------------------- decide


def test_decision_is_kept_shown_and_undone(fresh: Workspace) -> None:
    one = find(fresh, "killed 14 people")
    event = decide.decide(
        fresh, kind=EventKind.VERDICT, subject=one, person="Ada", payload={"rating": "Unproven"}, seen={"text": "…"}
    )
    (standing,) = review.claim(fresh, one).item.decisions
    assert (standing.person, standing.payload["rating"], standing.stale) == ("Ada", "Unproven", False)
    decide.undo(fresh, event.id, person="Ada")
    assert review.claim(fresh, one).item.decisions == ()
    assert [event.kind for event in review.claim(fresh, one).history] == [EventKind.VERDICT, EventKind.UNDO]
    with pytest.raises(UsageError, match="already"):
        decide.undo(fresh, event.id, person="Ada")


def test_decision_on_a_pair_shows_on_its_row(fresh: Workspace) -> None:
    one, other = find(fresh, "killed 14 people"), find(fresh, "killed 31 people")
    decide.decide(
        fresh, kind=EventKind.FLAG, subject=decide.pair(other, one), person="Ada", payload={"reason": "same_thing"}
    )
    rows = [row for row in ledger.against(fresh, one)[0].rows if row.statement.claim_id == other]
    assert rows[0].decision is not None
    assert rows[0].decision.kind == "flag"


def test_imported_check_can_be_called_the_same_claim_and_exported(fresh: Workspace) -> None:
    one = find(fresh, "killed 14 people")
    checked = next(hit for hit in search.similar(fresh, fresh.store.statement(one)).hits if hit.external_id == "2")
    subject = decide.pair(one, checked.claim_id)
    decide.decide(fresh, kind=EventKind.SAME_CLAIM, subject=subject, person="Ada", payload={})
    (hit,) = [hit for hit in review.claim(fresh, one).earlier.hits if hit.external_id == "2"]
    assert hit.decision is not None
    assert review.documents(fresh)
    assert "Fourteen people were killed" in export.export(fresh, style="markdown")


@pytest.mark.parametrize("kind", [EventKind.UNDO, EventKind.CLAIM_DROPPED, EventKind.CLAIM_ADDED, EventKind.CORRECTION])
def test_decide_takes_decisions_alone(filled: Workspace, claim_id: str, kind: EventKind) -> None:
    with pytest.raises(UsageError):
        decide.decide(filled, kind=kind, subject=claim_id, person="Ada")
    with pytest.raises(UsageError):
        decide.decide(filled, kind=EventKind.NOTE, subject=f"{claim_id}|{claim_id}", person="Ada")


def test_dismissed_conflict_stays_dismissed(fresh: Workspace) -> None:
    one, other = find(fresh, "killed 14 people"), find(fresh, "killed 31 people")
    wanted = tuple(sorted((one, other)))
    assert wanted in {(found.claim_a, found.claim_b) for found in map(_in_order, ledger.conflicts(fresh))}
    event = decide.decide(
        fresh, kind=EventKind.DISMISSED, subject=decide.pair(one, other), person="Ada", payload={"reason": "update"}
    )
    assert wanted not in {(found.claim_a, found.claim_b) for found in map(_in_order, ledger.conflicts(fresh))}
    decide.undo(fresh, event.id, person="Ada")
    assert wanted in {(found.claim_a, found.claim_b) for found in map(_in_order, ledger.conflicts(fresh))}


def _in_order(found: Conflict) -> Conflict:
    return found if found.claim_a < found.claim_b else replace(found, claim_a=found.claim_b, claim_b=found.claim_a)


@pytest.mark.parametrize(
    ("kind", "payload", "person"),
    [
        (EventKind.VERDICT, {"rating": "Great"}, "Ada"),
        (EventKind.FLAG, {"reason": "because"}, "Ada"),
        (EventKind.NOTE, {"text": "x"}, " "),
    ],
)
def test_decision_that_makes_no_sense_is_refused(
    filled: Workspace, claim_id: str, kind: EventKind, payload: dict[str, str], person: str
) -> None:
    with pytest.raises(UsageError):
        decide.decide(filled, kind=kind, subject=claim_id, person=person, payload=payload)
    assert filled.store.events() == []


def test_dropped_claim_leaves_the_queue_and_comes_back(fresh: Workspace) -> None:
    one = find(fresh, "killed 14 people")
    document_id = fresh.store.statement(one).document_id or ""
    event = decide.drop_claim(fresh, one, person="Ada")
    assert one not in {item.claim_id for item in review.queue(fresh, document_id).items}
    decide.undo(fresh, event.id, person="Ada")
    assert one in {item.claim_id for item in review.queue(fresh, document_id).items}


def test_added_claim_is_read_and_compared(fresh: Workspace) -> None:
    document = next(one for one in review.documents(fresh) if one.outlet == "Harbour Times")
    text = fresh.store.document(document.document_id).text
    start = text.index("The ferry")
    with pytest.raises(UsageError):
        decide.add_claim(fresh, document.document_id, 5, 5, person="Ada")
    made = decide.add_claim(fresh, document.document_id, start, text.index(". The sinking") + 1, person="Ada")
    statement = fresh.store.statement(made)
    assert statement.claim.text == "The ferry Aldine sank off Corrie Head on Monday."
    assert made in {hit.claim_id for hit in search.search(fresh, "ferry Aldine sank off Corrie Head", k=3).hits}


# ---------------------------------------------------------------------------------------------------------- reopening


def test_workspace_reopened_shows_the_same(tmp_path: Path) -> None:
    text = "The explosion killed 14 people, the coastguard said."
    with open_workspace(tmp_path) as workspace:
        ingest.ingest(workspace, ingest.from_text(text, date="2024-06-12"))
        one = find(workspace, "killed 14")
        decide.decide(workspace, kind=EventKind.NOTE, subject=one, person="Ada", payload={"text": "ask again"})
    with open_workspace(tmp_path) as workspace:
        assert [event.payload["text"] for event in workspace.store.events()] == ["ask again"]
        assert search.search(workspace, "killed by the explosion", k=1).hits[0].claim_id == one


# ------------------------------------------------------------------------------------------------------------- export


@pytest.mark.parametrize("style", ["claimreview", "csv", "json", "markdown", "html"])
def test_export_holds_what_was_decided(fresh: Workspace, style: str) -> None:
    one, other = find(fresh, "killed 14 people"), find(fresh, "killed 31 people")
    decide.decide(fresh, kind=EventKind.VERDICT, subject=one, person="Ada", payload={"rating": "Unproven"})
    flag = {"reason": "same_thing", "note": "asked"}
    decide.decide(fresh, kind=EventKind.FLAG, subject=decide.pair(one, other), person="Ada", payload=flag)
    made = export.export(fresh, style=style)
    assert "14 people" in made
    assert "Unproven" in made
    assert ("31 people" in made) == (style != "claimreview")
    with pytest.raises(UsageError):
        export.export(fresh, style="pdf")


def test_ledger_reads_a_table_without_units_in_that_of_the_claim(tmp_path: Path) -> None:
    table = tmp_path / "worldbank_gdp.csv"
    table.write_text(
        "Country Name,Country Code,Year,Value\n"
        "Ostland,OST,2021,3900000000000.5\nOstland,OST,2022,4082469490797.681\nWestland,WST,2022,1\n",
        encoding="utf-8",
    )
    with open_workspace(tmp_path / "w") as workspace:
        text = "The GDP of Ostland was $4.1 trillion in 2022, according to the institute."
        ingest.ingest(workspace, ingest.from_text(text, date="2024-02-01"))
        tables.import_figures(workspace, table)
        (beside,) = ledger.against(workspace, find(workspace, "4.1"))
        (row,) = beside.official
        assert row.relation.relation is RelationKind.EQUAL_AFTER_ROUNDING
        assert "4.082 trillion" in row.relation.reason
        assert workspace.store.select(row.query)[1] == [(4082469490797.681, "", "worldbank_gdp.csv!row 3")]


def test_ledger_sees_a_name_joined_while_conflicts_are_looked_for(
    fresh: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    joined: list[Event] = []

    def joining(a: Statement, b: Statement) -> Relation:
        if not joined:
            joined.append(speakers.join(fresh, "the shipping company", "the coastguard", person="Ada"))
        return compare(a, b)

    monkeypatch.setattr(ledger, "compare", joining)
    raced = [(one.claim_a, one.claim_b, one.relation.relation, one.relation.reason) for one in ledger.conflicts(fresh)]
    monkeypatch.undo()
    assert joined
    assert fresh.store.unexamined(versions.rules()) == []
    decide.undo(fresh, joined[0].id, person="Ada")
    speakers.join(fresh, "the shipping company", "the coastguard", person="Ada")
    assert raced == [
        (one.claim_a, one.claim_b, one.relation.relation, one.relation.reason) for one in ledger.conflicts(fresh)
    ]


def test_ledger_sees_a_claim_corrected_while_conflicts_are_looked_for(
    fresh: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    corrected: list[Event] = []
    mine = find(fresh, "killed 14 people")

    def correcting(a: Statement, b: Statement) -> Relation:
        if not corrected:
            corrected.append(correct.correct(fresh, mine, {"value": "31"}, figure=0, person="Ada"))
        return compare(a, b)

    monkeypatch.setattr(ledger, "compare", correcting)
    ledger.conflicts(fresh)
    monkeypatch.undo()
    assert corrected
    other = find(fresh, "killed 31 people")
    assert not [one for one in ledger.conflicts(fresh) if {one.claim_a, one.claim_b} == {mine, other}]
