from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest

from benchmarks import synthetic
from factcheck.errors import UsageError
from factcheck.model import (
    Claim,
    Event,
    EventKind,
    Voice,
)
from factcheck.store import Filter, Store, VectorKind

ENCODER = synthetic.MadeUpEncoder()
MODEL = ENCODER.identity


def _event(kind: EventKind, subject: str, *, person: str = "Ana", undoes: str | None = None, **payload: str) -> Event:
    return Event("", datetime(2030, 5, 1, 12, tzinfo=UTC), person, kind, subject, payload, undoes=undoes)


def test_corrections_dropped_claims_leave_lists_but_stay_readable(store: Store) -> None:
    added = synthetic.add(store, 1)
    dropped = added.claim_ids[0]
    store.drop_claim(dropped, event=_event(EventKind.CLAIM_DROPPED, dropped))
    store.drop_claim(dropped)

    assert dropped not in [one.claim_id for one in store.all_statements()]
    assert store.statement(dropped).claim_id == dropped
    assert store.claim_record(dropped).dropped
    assert store.counts()["dropped_claims"] == 1
    assert len(store.vectors(VectorKind.CLAIM)[0]) == 4
    assert store.check() == []

    store.restore_claim(dropped)
    assert [one.claim_id for one in store.document_statements(added.document_id)] == list(added.claim_ids)
    assert len(store.vectors(VectorKind.NUMBERLESS)[0]) == 5
    assert store.check() == []


def test_corrections_correction_changes_content_and_row(store: Store) -> None:
    claim_id = synthetic.add(store, 1).claim_ids[0]
    store.append_event(_event(EventKind.VERDICT, claim_id, rating="False"))
    claim = store.statement(claim_id).claim
    figure = replace(claim.figures[0], low=99.0, high=99.0)
    row = store.claim_record(claim_id).row

    store.replace_claim(
        claim_id, replace(claim, figures=(figure, figure)), event=_event(EventKind.CORRECTION, claim_id)
    )

    assert store.statement(claim_id).claim.figures == (figure, figure)
    assert store.claim_record(claim_id).row > row
    assert store.claim_record(claim_id).origin == "corrected"
    assert len(store.rows_matching(Filter(value_low=99, value_high=99))) == 1
    (decision,) = store.decisions(claim_id)
    assert decision.stale
    assert store.check() == []


def test_corrections_correction_of_the_text_takes_new_vectors(store: Store) -> None:
    claim_id = synthetic.add(store, 1).claim_ids[0]
    claim = store.statement(claim_id).claim
    shorter = replace(claim, text=claim.text[:-1], end=claim.end - 1)
    vector = ENCODER.encode([shorter.text])[0]

    store.replace_claim(
        claim_id, shorter, numberless="bare", claim_vector=vector, numberless_vector=vector, model=MODEL
    )

    np.testing.assert_array_equal(store.vector_of(claim_id), vector)
    np.testing.assert_array_equal(store.vector_of(claim_id, VectorKind.NUMBERLESS), vector)
    assert store.check() == []


def test_corrections_added_claim_and_its_event_come_together(store: Store) -> None:
    added = synthetic.add(store, 1)
    text = store.document(added.document_id).text
    claim = Claim(text[4:9], 4, 9, None, (), Voice.OWN)
    vector = ENCODER.encode([claim.text])[0]

    claim_id = store.add_claim(
        added.document_id,
        claim,
        numberless="bare",
        claim_vector=vector,
        numberless_vector=vector,
        model=MODEL,
        event=_event(EventKind.CLAIM_ADDED, ""),
    )

    assert store.claim_record(claim_id).origin == "added"
    assert [event.subject for event in store.events(kind=EventKind.CLAIM_ADDED)] == [claim_id]
    with pytest.raises(UsageError):
        store.drop_claim(claim_id, event=_event(EventKind.CLAIM_DROPPED, claim_id, person=" "))
    assert not store.claim_record(claim_id).dropped, "a refused event takes the change back too"
    assert store.check() == []


def test_corrections_new_version_keeps_ids_of_the_same_claims(store: Store) -> None:
    added = synthetic.add(store, 1, claims=3)
    old = store.document(added.document_id)
    lines = old.text.split("\n")
    text = "\n".join(["The mayor of Elmsgate said 9 houses were dry.", lines[0], lines[2]])
    new = replace(synthetic.of_text(text), title=old.title, outlet=old.outlet)
    claims = synthetic.claims_of(new)
    assert store.versions(new) == [added.document_id]

    later = store.add_document(
        new,
        claims,
        numberless=["", "", ""],
        claim_vectors=ENCODER.encode([claim.text for claim in claims]),
        numberless_vectors=ENCODER.encode(["", "", ""]),
        model=MODEL,
        supersedes=added.document_id,
    )

    assert later.claim_ids[1:] == (added.claim_ids[0], added.claim_ids[2])
    assert [one.claim_id for one in store.document_statements(added.document_id)] == [added.claim_ids[1]]
    assert store.statement(added.claim_ids[0]).document_id == later.document_id
    assert store.documents()[1].supersedes == added.document_id
    assert len(store.changes_since(1, VectorKind.CLAIM).removed) == 2
    assert store.check() == []
