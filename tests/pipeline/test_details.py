"""Title, outlet, date of an article set after it came in, over a real workspace."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.errors import StaleError, UsageError
from factcheck.model import DateRange, EventKind, RelationKind, Statement
from factcheck.pipeline import correct, decide, details, ingest, ledger, review, search
from factcheck.workspace import Workspace
from tests.pipeline.conftest import find

UNDATED = (
    "The ferry Brenna ran aground off Corrie Head. The grounding injured 42 people, the coastguard said on Tuesday. "
    "The harbour office had counted 18 passengers on board."
)
DATED = "The grounding of the ferry Brenna off Corrie Head injured 17 people, the coastguard said on Tuesday."


@pytest.fixture
def article(fresh: Workspace) -> str:
    return ingest.ingest(fresh, ingest.from_text(UNDATED), pasted=True).document_id


def _change(workspace: Workspace, document_id: str, **given: str) -> str:
    return details.change(workspace, document_id, given, person="Ada").id


def _injured(workspace: Workspace) -> Statement:
    return workspace.store.statement(find(workspace, "injured 42 people"))


def test_details_of_a_pasted_text_can_all_be_set(fresh: Workspace, article: str) -> None:
    given = {
        "title": "Ferry runs aground",
        "outlet": "Harbour Times",
        "published_on": "2024-07-04",
        "url": "https://harbour.example/ferry",
        "author": "Ina Moss",
    }
    _change(fresh, article, **given)
    assert details.fields(fresh.store.document(article)) == given
    (shown,) = [one for one in review.documents(fresh) if one.document_id == article]
    assert (shown.title, shown.outlet, shown.published_on) == (
        "Ferry runs aground",
        "Harbour Times",
        date(2024, 7, 4),
    )


def test_details_date_makes_days_of_the_words_for_them(fresh: Workspace, article: str) -> None:
    before = _injured(fresh)
    assert before.claim.said_on is None
    ids = [one.claim_id for one in fresh.store.document_statements(article)]

    event_id = _change(fresh, article, published_on="2024-07-04")

    tuesday = date(2024, 7, 2)
    after = _injured(fresh)
    assert after.claim.said_on == DateRange(tuesday, tuesday)
    assert after.published_on == date(2024, 7, 4)
    assert [one.claim_id for one in fresh.store.document_statements(article)] == ids
    item = review.claim(fresh, after.claim_id or "").item
    assert "2 July 2024" in (item.as_of or "") or "4 July 2024" in (item.as_of or "")

    decide.undo(fresh, event_id, person="Ada")
    assert _injured(fresh) == before
    assert fresh.store.check() == []


def test_details_date_decides_anew_what_conflicts(fresh: Workspace, article: str) -> None:
    ingest.ingest(fresh, ingest.from_text(DATED, outlet="Evening Ledger", date="2024-07-03"))
    other = find(fresh, "injured 17 people")
    mine = find(fresh, "injured 42 people")

    def relation() -> RelationKind | None:
        rows = [row for one in ledger.against(fresh, mine) for row in (*one.rows, *one.look_alikes)]
        return next((row.relation.relation for row in rows if row.statement.claim_id == other), None)

    _change(fresh, article, published_on="2024-07-03")
    assert relation() is RelationKind.REPORTED_DIFFERENTLY  # one Tuesday, one utterance
    _change(fresh, article, published_on="2024-06-27")
    assert relation() is RelationKind.REVISED_DOWN  # a week before


def test_details_leave_what_a_person_corrected_as_it_is(fresh: Workspace, article: str) -> None:
    claim_id = find(fresh, "injured 42 people")
    correct.correct(fresh, claim_id, {"as_of": "2024-06-30"}, figure=0, person="Ada")
    corrected = fresh.store.statement(claim_id).claim
    _change(fresh, article, published_on="2024-07-04")
    assert fresh.store.statement(claim_id).claim == corrected


def test_details_read_added_claims_anew_too(fresh: Workspace, article: str) -> None:
    start = UNDATED.index("The grounding injured")
    added = decide.add_claim(fresh, article, start, UNDATED.index(" The harbour"), person="Ada")
    _change(fresh, article, published_on="2024-07-04")
    assert fresh.store.statement(added).claim.said_on == DateRange(date(2024, 7, 2), date(2024, 7, 2))
    assert fresh.store.claim_record(added).origin == "added"


def test_details_are_found_by_search_at_once(fresh: Workspace, article: str) -> None:
    _change(fresh, article, outlet="Harbour Times of Corrie", published_on="2024-07-04")
    only = search.filters(outlet="Harbour Times of Corrie")
    found = search.search(fresh, "people injured in the grounding", filters=only)
    assert {hit.document_id for hit in found.hits} == {article}


def test_details_change_is_an_event_and_undo_takes_it_back(fresh: Workspace, article: str) -> None:
    claim_id = find(fresh, "injured 42 people")
    event = details.change(
        fresh, article, {"title": "Aground", "outlet": ""}, seen=_shown(fresh, article), person="Ada", claim_id=claim_id
    )
    assert (event.kind, event.subject, event.payload["claim"]) == (EventKind.DETAILS, article, claim_id)
    assert [(one.field, one.after) for one in correct.changes(event)] == [("title", "Aground")]
    assert str(event.seen["text"]).startswith("The ferry Brenna ran aground")  # it had no title
    assert decide.latest(fresh, person="Ada") == event
    decide.undo(fresh, event.id, person="Bea")
    assert _shown(fresh, article)["title"] == ""


def test_details_undo_waits_for_the_later_change(fresh: Workspace, article: str) -> None:
    first = _change(fresh, article, title="Aground")
    second = _change(fresh, article, outlet="Harbour Times")
    with pytest.raises(UsageError, match="changed again since"):
        decide.undo(fresh, first, person="Ada")
    decide.undo(fresh, second, person="Ada")
    decide.undo(fresh, first, person="Ada")
    assert _shown(fresh, article)["title"] == ""


def _shown(workspace: Workspace, document_id: str) -> dict[str, str]:
    return details.fields(workspace.store.document(document_id))


def test_details_changed_by_somebody_else_are_not_overwritten(fresh: Workspace, article: str) -> None:
    shown = _shown(fresh, article)
    _change(fresh, article, title="Aground")
    with pytest.raises(StaleError):
        details.change(fresh, article, {"title": "Stranded"}, seen=shown, person="Bea")
    assert _shown(fresh, article)["title"] == "Aground"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"published_on": "soon"}, "not a date"),
        ({"url": "harbour.example"}, "no address"),
        ({"text": "Other words"}, "can't be changed here"),
        ({}, "nothing was changed"),
        ({"title": ""}, "nothing was changed"),
    ],
)
def test_details_say_what_is_wrong(fresh: Workspace, article: str, given: dict[str, str], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        details.change(fresh, article, given, person="Ada")


def test_details_need_a_name(fresh: Workspace, article: str) -> None:
    with pytest.raises(UsageError, match="needs a name"):
        details.change(fresh, article, {"title": "Aground"}, person=" ")
