from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks import synthetic
from factcheck.errors import ModelError, NotFoundError, StoreError
from factcheck.model import (
    Claim,
    ClaimKind,
    Event,
    EventKind,
    Voice,
)
from factcheck.store import Filter, Store

ENCODER = synthetic.MadeUpEncoder()
MODEL = ENCODER.identity


def _event(kind: EventKind, subject: str, *, person: str = "Ana", undoes: str | None = None, **payload: str) -> Event:
    return Event("", datetime(2030, 5, 1, 12, tzinfo=UTC), person, kind, subject, payload, undoes=undoes)


def test_documents_gives_back_what_was_added(store: Store) -> None:
    made = synthetic.document(1)
    claims = synthetic.claims_of(made)

    added = synthetic.add(store, 1)

    assert not added.already
    assert store.document(added.document_id) == replace(made, id=added.document_id)
    statements = store.document_statements(added.document_id)
    assert tuple(one.claim for one in statements) == claims
    assert [one.claim_id for one in statements] == list(added.claim_ids)
    assert {(one.title, one.outlet, one.published_on) for one in statements} == {
        (made.title, made.outlet, made.published_on)
    }
    assert store.check() == []


def test_documents_keeps_the_same_text_once(store: Store) -> None:
    first = synthetic.add(store, 1)
    change = store.change_number()

    again = synthetic.add(store, 1)

    assert again == first._replace(already=True)
    assert store.change_number() == change
    assert store.counts()["documents"] == 1


def test_documents_keeps_the_same_text_once_when_added_by_many_threads(store: Store) -> None:
    results = []
    threads = [threading.Thread(target=lambda: results.append(synthetic.add(store, 3))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(results) == 8
    assert sorted(one.already for one in results) == [False] + [True] * 7
    assert {(one.document_id, one.claim_ids) for one in results} == {(results[0].document_id, results[0].claim_ids)}
    assert store.check() == []


def test_documents_serves_many_threads_beside_a_writer(store: Store) -> None:
    synthetic.add(store, 0)
    failures: list[Exception] = []

    def read() -> None:
        try:
            for _ in range(20):
                store.counts()
                for one in store.documents():
                    assert len(store.document_statements(one.id)) == 5
        except Exception as error:  # noqa: BLE001  whatever it is, the test must show it
            failures.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(1, 20):
        synthetic.add(store, number)
    for thread in threads:
        thread.join()

    assert failures == []
    assert store.counts()["claims"] == 100


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "emoji 😀 and e\u0301 combined",
        "nul \0 inside",
        "'; DROP TABLE claim; --",
        "=HYPERLINK(1)\r\n{0} %s $speaker ?",
        "\u202eright to left\u202c \ufeff",
    ],
)
def test_documents_keeps_any_text_as_data(store: Store, text: str) -> None:
    claim = Claim(text, 2, 2 + len(text), restated=text, kinds=(ClaimKind.ATTRIBUTED,), voice=Voice.OWN)
    document = replace(synthetic.of_text(f"> {text} <"), title=text, outlet=text)

    added = store.add_document(
        document,
        [claim],
        numberless=[text],
        claim_vectors=ENCODER.encode([text]),
        numberless_vectors=ENCODER.encode([text]),
        model=MODEL,
    )

    assert store.document_statements(added.document_id)[0].claim == claim
    assert store.document(added.document_id).title == text
    assert [one.claim_id for one in store.all_statements(Filter(outlet=text))] == list(added.claim_ids)
    assert store.check() == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40), st.integers(0, 5))
def test_documents_offsets_count_code_points_on_any_text(store: Store, text: str, start: int) -> None:
    start = min(start, len(text) - 1)
    claim = Claim(text[start:], start, len(text), None, (), Voice.OWN)
    document = synthetic.of_text(text)
    added = store.add_document(
        document,
        [claim],
        numberless=[""],
        claim_vectors=ENCODER.encode([text]),
        numberless_vectors=ENCODER.encode([""]),
        model=MODEL,
    )
    if not added.already:
        read = store.statement(added.claim_ids[0]).claim
        assert store.document(added.document_id).text[read.start : read.end] == read.text
        assert store.check() == []


@pytest.mark.parametrize("start", [0, 3, 10_000])
def test_documents_refuses_offsets_that_are_wrong(store: Store, start: int) -> None:
    claim = Claim("flood", start, start + 5, None, (), Voice.OWN)
    with pytest.raises(StoreError, match="is not 'flood'"):
        store.add_document(
            synthetic.of_text("A flood came."),
            [claim],
            numberless=[""],
            claim_vectors=ENCODER.encode(["a"]),
            numberless_vectors=ENCODER.encode(["a"]),
            model=MODEL,
        )
    assert store.counts()["documents"] == 0


def test_documents_refuses_half_a_surrogate_pair(store: Store) -> None:
    document = replace(synthetic.of_text("x"), text="\ud83d")
    with pytest.raises(StoreError, match="UTF-8"):
        store.add_document(document, [], numberless=[], claim_vectors=[], numberless_vectors=[], model=MODEL)


def test_documents_refuses_a_number_that_json_has_not(store: Store) -> None:
    made = synthetic.document(1, claims=1)
    (claim,) = synthetic.claims_of(made)
    endless = replace(claim, figures=(replace(claim.figures[0], high=float("inf")),))
    with pytest.raises(StoreError, match="JSON"):
        store.add_document(
            made,
            [endless],
            numberless=[""],
            claim_vectors=ENCODER.encode(["a"]),
            numberless_vectors=ENCODER.encode(["a"]),
            model=MODEL,
        )
    assert store.counts()["documents"] == 0


def test_documents_keeps_a_document_without_claims(store: Store) -> None:
    added = store.add_document(
        synthetic.of_text("Nothing here."), [], numberless=[], claim_vectors=[], numberless_vectors=[], model=MODEL
    )
    assert added.claim_ids == ()
    assert store.documents()[0].claims == 0


def test_documents_refuses_another_model(store: Store) -> None:
    synthetic.add(store, 1)
    other = synthetic.MadeUpEncoder(replace(MODEL, name="other", sha256="6" * 64))
    with pytest.raises(ModelError, match="made by made-up"):
        synthetic.add(store, 2, encoder=other)
    assert store.counts()["documents"] == 1
    assert store.model() is not None
    assert store.model().name == "made-up"  # type: ignore[union-attr]


@pytest.mark.parametrize("vectors", [np.zeros((1, 15)), np.zeros((2, 16)), np.full((1, 16), np.nan)])
def test_documents_refuses_vectors_that_do_not_fit(store: Store, vectors: np.ndarray) -> None:
    made = synthetic.document(1, claims=1)
    with pytest.raises(ModelError):
        store.add_document(
            made,
            synthetic.claims_of(made),
            numberless=[""],
            claim_vectors=vectors,
            numberless_vectors=np.zeros((1, 16)),
            model=MODEL,
        )


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: store.document("d0"),
        lambda store: store.statement("c0"),
        lambda store: store.drop_claim("c0"),
        lambda store: store.restore_claim("c0"),
        lambda store: store.vector_of("c0"),
        lambda store: store.claim_record("c0"),
    ],
)
def test_documents_says_what_it_does_not_hold(store: Store, ask: object) -> None:
    with pytest.raises(NotFoundError):
        ask(store)  # type: ignore[operator]


def test_documents_gives_statements_in_the_order_asked_for(store: Store) -> None:
    ids = list(synthetic.add(store, 1).claim_ids + synthetic.add(store, 2).claim_ids)[::-1]
    assert [one.claim_id for one in store.statements(ids)] == ids


def _matches(store: Store, wanted: Filter) -> int:
    found = list(store.all_statements(wanted))
    assert len(store.rows_matching(wanted)) == len(found)
    return len(found)


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Filter(), 10),
        (Filter(speaker="COLDHAVEN"), 2),
        (Filter(speaker="brackwater council"), 1),
        (Filter(speaker="%"), 0),
        (Filter(outlet="brackwater"), 5),
        (Filter(unit="house", value_low=12, value_high=12), 1),
        (Filter(value_low=12, value_high=14), 3),
        (Filter(value_low=1e9), 0),
        (Filter(dimension="money"), 0),
        (Filter(since=date(2030, 1, 3)), 5),
        (Filter(until=date(2030, 1, 2)), 5),
        (Filter(demonstration=True), 0),
        (Filter(verdict="false"), 1),
        (Filter(document_id="nothing"), 0),
    ],
)
def test_documents_filters(store: Store, wanted: Filter, count: int) -> None:
    first = synthetic.add(store, 1)
    synthetic.add(store, 2)
    store.append_event(_event(EventKind.VERDICT, first.claim_ids[0], rating="False"))
    assert _matches(store, wanted) == count
