from __future__ import annotations

from datetime import UTC, datetime

import numpy as np

from benchmarks import synthetic
from factcheck.model import (
    Event,
    EventKind,
)
from factcheck.store import Store, VectorKind

ENCODER = synthetic.MadeUpEncoder()
MODEL = ENCODER.identity


def _event(kind: EventKind, subject: str, *, person: str = "Ana", undoes: str | None = None, **payload: str) -> Event:
    return Event("", datetime(2030, 5, 1, 12, tzinfo=UTC), person, kind, subject, payload, undoes=undoes)


def test_vectors_vectors_are_those_given(store: Store) -> None:
    added = synthetic.add(store, 1)
    texts = [one.claim.text for one in store.statements(added.claim_ids)]
    rows, vectors = store.vectors(VectorKind.CLAIM)

    assert rows.dtype == np.int64
    assert vectors.dtype == np.float32
    ids = store.claim_ids_for_rows(rows)
    assert [ids[row] for row in rows.tolist()] == list(added.claim_ids)
    np.testing.assert_array_equal(vectors, ENCODER.encode(texts))
    np.testing.assert_array_equal(store.vector_of(added.claim_ids[2]), vectors[2])
    backwards, reversed_vectors = store.vectors(VectorKind.CLAIM, rows[::-1])
    np.testing.assert_array_equal(backwards, rows[::-1])
    np.testing.assert_array_equal(reversed_vectors, vectors[::-1])
    assert len(store.vectors(VectorKind.CLAIM, after=int(rows[2]))[0]) == 2
    assert [len(found) for found, _ in store.vector_portions(VectorKind.CLAIM)] == [5]


def test_vectors_vectors_of_nothing_have_a_shape(store: Store) -> None:
    synthetic.add(store, 1)
    rows, vectors = store.vectors(VectorKind.EARLIER)
    assert (rows.shape, vectors.shape) == ((0,), (0, MODEL.dimension))
    assert store.vectors(VectorKind.CLAIM, [])[1].shape == (0, MODEL.dimension)


def test_vectors_changes_tell_an_index_what_it_lacks(store: Store) -> None:
    first = synthetic.add(store, 1)
    before = store.changes_since(0, VectorKind.CLAIM)
    assert before.number == store.change_number()
    assert len(before.added) == 5
    assert store.changes_since(before.number, VectorKind.CLAIM).added.size == 0

    store.drop_claim(first.claim_ids[0])
    store.replace_claim(first.claim_ids[1], store.statement(first.claim_ids[1]).claim)
    after = store.changes_since(before.number, VectorKind.CLAIM)

    assert after.removed.tolist() == before.added[:2].tolist()
    assert len(after.added) == 1
    assert store.changes_since(before.number, VectorKind.EARLIER).added.size == 0
