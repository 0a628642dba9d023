"""A document's details, changed with the claims that follow from them, in one transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from benchmarks import synthetic
from factcheck.errors import NotFoundError, StaleError, StoreError, UsageError
from factcheck.model import Event, EventKind
from factcheck.store import Filter, Reread, Store, VectorKind

ENCODER = synthetic.MadeUpEncoder()


def _event(subject: str, *, person: str = "Ana") -> Event:
    return Event("", datetime(2030, 5, 1, 12, tzinfo=UTC), person, EventKind.DETAILS, subject, {})


def test_details_change_reaches_statements_lists_and_rows(store: Store) -> None:
    added = synthetic.add(store, 1)
    before = store.details(added.document_id)
    rows = store.rows_of_claims(added.claim_ids)
    change = store.change_number()
    day = date(2031, 5, 8)

    store.change_details(
        added.document_id,
        replace(before, outlet="Harbour Times", published_on=day),
        before=before,
        event=_event(added.document_id),
    )

    assert {(one.outlet, one.published_on) for one in store.document_statements(added.document_id)} == {
        ("Harbour Times", day)
    }
    assert store.documents()[0].outlet == "Harbour Times"
    assert min(store.rows_of_claims(added.claim_ids).values()) > max(rows.values())
    assert store.change_number() > change
    assert len(store.rows_matching(Filter(outlet="harbour times"))) == len(added.claim_ids)
    assert len(store.vectors(VectorKind.CLAIM)[0]) == len(added.claim_ids)
    assert [one.kind for one in store.events(added.document_id)] == [EventKind.DETAILS]
    assert store.check() == []


def test_details_change_takes_the_claims_that_read_differently(store: Store) -> None:
    added = synthetic.add(store, 1)
    first, second = added.claim_ids[:2]
    before, rows = store.details(added.document_id), store.rows_of_claims(added.claim_ids)
    claims = {claim_id: store.statement(claim_id).claim for claim_id in (first, second)}
    anew = {claim_id: replace(claim, restated=f"{claim.text} That day.") for claim_id, claim in claims.items()}
    vectors = ENCODER.encode(["one", "two"])

    store.change_details(
        added.document_id,
        replace(before, published_on=date(2031, 5, 8)),
        before=before,
        reread=[
            Reread(first, rows[first], anew[first], "that day", (vectors[0], vectors[1])),
            Reread(second, rows[second] - 1, anew[second]),  # of a content that is there no more
        ],
        model=ENCODER.identity,
    )

    assert store.statement(first).claim == anew[first]
    assert store.statement(second).claim == claims[second]
    assert store.claim_record(first).origin == "extracted"
    assert store.check() == []


def test_details_dropped_claims_stay_dropped(store: Store) -> None:
    added = synthetic.add(store, 1)
    store.drop_claim(added.claim_ids[0])
    before = store.details(added.document_id)
    store.change_details(added.document_id, replace(before, title="Another"), before=before)
    assert store.claim_record(added.claim_ids[0]).dropped
    assert store.statement(added.claim_ids[0]).title == "Another"
    assert store.check() == []


def test_details_nothing_is_done_where_they_are_others_by_now(store: Store) -> None:
    document_id = synthetic.add(store, 1).document_id
    before = store.details(document_id)
    store.change_details(document_id, replace(before, title="First"), before=before)
    with pytest.raises(StaleError, match="changed after your screen"):
        store.change_details(document_id, replace(before, title="Second"), before=before)
    assert store.details(document_id).title == "First"


def test_details_are_kept_with_their_event_or_not_at_all(store: Store) -> None:
    added = synthetic.add(store, 1)
    document_id, before = added.document_id, store.details(added.document_id)
    claim_id = added.claim_ids[0]
    wrong = replace(store.statement(claim_id).claim, start=3)
    row = store.rows_of_claims([claim_id])[claim_id]
    with pytest.raises(UsageError):
        store.change_details(
            document_id, replace(before, title="Another"), before=before, event=_event(document_id, person=" ")
        )
    with pytest.raises(StoreError):
        store.change_details(
            document_id, replace(before, title="Another"), before=before, reread=[Reread(claim_id, row, wrong)]
        )
    assert store.details(document_id) == before
    assert store.events() == []


def test_details_of_an_unknown_document_are_told(store: Store) -> None:
    with pytest.raises(NotFoundError, match="No document has the id d0"):
        store.details("d0")
