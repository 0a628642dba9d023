from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from benchmarks import synthetic
from factcheck.errors import FactcheckError
from factcheck.model import (
    Event,
    EventKind,
    Relation,
    RelationKind,
)
from factcheck.store import Store

ENCODER = synthetic.MadeUpEncoder()
MODEL = ENCODER.identity


def _event(kind: EventKind, subject: str, *, person: str = "Ana", undoes: str | None = None, **payload: str) -> Event:
    return Event("", datetime(2030, 5, 1, 12, tzinfo=UTC), person, kind, subject, payload, undoes=undoes)


def test_events_events_come_back_as_they_were(store: Store) -> None:
    event = replace(_event(EventKind.NOTE, "c1", note="a {0} 'note'"), seen={"figures": [1, None]})
    kept = store.append_event(event)
    assert kept.id
    assert store.events() == [kept]
    assert replace(kept, id="") == event


@pytest.mark.parametrize(
    "event",
    [
        _event(EventKind.VERDICT, "c1", person=" "),
        _event(EventKind.VERDICT, ""),
        _event(EventKind.UNDO, "c1"),
        _event(EventKind.UNDO, "c1", undoes="nothing"),
        _event(EventKind.VERDICT, "c1", undoes="nothing"),
    ],
)
def test_events_refuses_events_that_make_no_sense(store: Store, event: Event) -> None:
    with pytest.raises(FactcheckError):
        store.append_event(event)
    assert store.events() == []


@pytest.mark.parametrize(
    ("undoes", "holds"),
    [
        ([], True),
        ([0], False),
        ([0, 1], True),  # the undo undone
        ([0, 1, 2], False),
        ([0, 1, 0], False),  # undone again
        ([0, 1, 0, 3], True),
        ([0, 0], False),
    ],
)
def test_events_undo_of_an_undo(store: Store, undoes: Sequence[int], holds: bool) -> None:
    kept = [store.append_event(_event(EventKind.VERDICT, "c1", rating="False"))]
    for target in undoes:
        kept.append(store.append_event(_event(EventKind.UNDO, "c1", undoes=kept[target].id)))
    assert bool(store.decisions("c1")) is holds
    assert [event.kind for event in store.events(live=True)] == ([EventKind.VERDICT] if holds else [])
    assert len(store.events()) == len(kept)


def test_events_decisions_of_two_persons_both_stand(store: Store) -> None:
    store.append_event(_event(EventKind.VERDICT, "c1", rating="True"))
    store.append_event(_event(EventKind.VERDICT, "c1", rating="False", person="Ben"))
    store.append_event(_event(EventKind.VERDICT, "c1", rating="Half true"))
    store.append_event(_event(EventKind.FLAG, "c1|c2"))

    found = {(one.event.person, one.slot): one for one in store.decisions("c1")}

    assert found["Ana", "verdict"].event.payload == {"rating": "Half true"}
    assert found["Ben", "verdict"].event.payload == {"rating": "False"}
    assert found["Ana", "conflict"].event.subject == "c1|c2"
    assert len(found) == 3


def test_events_decision_on_a_pair_is_stale_when_one_side_is_corrected(store: Store) -> None:
    store.append_event(_event(EventKind.DISMISSED, "c1|c2", reason="another district"))
    assert [one.stale for one in store.decisions("c1|c2")] == [False]
    correction = store.append_event(_event(EventKind.CORRECTION, "c2"))
    assert [one.stale for one in store.decisions("c1|c2")] == [True]
    store.append_event(_event(EventKind.UNDO, "c2", undoes=correction.id))
    assert [one.stale for one in store.decisions("c1|c2")] == [False]


def test_events_relations_worked_out_before_a_change_are_not_kept(store: Store) -> None:
    a, b = synthetic.add(store, 1).claim_ids[:2]
    change = store.change_number()
    store.replace_claim(b, store.statement(b).claim)
    assert not store.save_examined([1], {(a, b): Relation(RelationKind.DENIAL, "no")}, 1, change=change)
    assert store.kept_conflicts(1) == {}


def test_events_relations_are_a_cache_of_a_version(store: Store) -> None:
    a, b = synthetic.add(store, 1).claim_ids[:2]
    figure = store.statement(a).claim.figures[0]
    inner = Relation(RelationKind.UPDATE, "later", {"days": 2}, figure, None)
    relation = Relation(RelationKind.CONTRADICTION, "31 is not 58", {"interval": [1, None]}, figure, figure, (inner,))
    stamp = store.stamp()

    assert store.save_examined([], {(a, b): relation}, 1, change=store.change_number())
    assert store.save_examined([], {(a, b): relation}, 2, change=store.change_number())

    assert store.stamp() == stamp, "a cache changes nothing that is shown"
    assert store.kept_conflicts(2) == {(a, b): relation}
    assert store.kept_conflicts(1) == {}
    store.replace_claim(b, store.statement(b).claim)
    assert store.kept_conflicts(2) == {}
    assert store.stamp() > stamp


def test_events_notes(store: Store) -> None:
    assert store.note("lead") is None
    store.set_note("lead", "d1")
    store.set_note("lead", "d2")
    assert store.note("lead") == "d2"
