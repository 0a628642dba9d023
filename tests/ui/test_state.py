from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from factcheck.errors import NotFoundError
from factcheck.model import EventKind
from factcheck.pipeline import review
from factcheck.ui import actions, state


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    monkeypatch.setattr(actions.st, "session_state", kept)
    return kept


@pytest.fixture
def asked(workspace: Any, monkeypatch: pytest.MonkeyPatch, story: ModuleType) -> list[str]:
    """The documents whose queue was made anew, in the order of asking."""
    made: list[str] = []

    def queue(_: Any, document_id: str, *, order: str) -> Any:
        made.append(document_id)
        return story.queue(order)

    monkeypatch.setattr(review, "queue", queue)
    return made


def test_state_a_decision_shows_in_the_queue_without_making_it_anew(asked: list[str], session: dict[str, Any]) -> None:
    opened = state.workspaces.get("demo")
    before = state.queue(opened, "doc1", "conflict")
    actions.keep(opened, EventKind.PARKED, "c3", {}, {})
    after = state.queue(opened, "doc1", "conflict")
    assert asked == ["doc1"]
    assert [item.claim_id for item in after.items] == [item.claim_id for item in before.items]
    assert [d.kind for d in next(i for i in after.items if i.claim_id == "c3").decisions] == ["parked"]


def test_state_an_undone_decision_leaves_the_queue_at_once(asked: list[str], session: dict[str, Any]) -> None:
    opened = state.workspaces.get("demo")
    state.queue(opened, "doc1", "conflict")
    actions.keep(opened, EventKind.PARKED, "c3", {}, {})
    actions.undo_last(opened)
    shown = state.queue(opened, "doc1", "conflict")
    assert asked == ["doc1"]
    assert next(i for i in shown.items if i.claim_id == "c3").decisions == ()


def test_state_a_dropped_claim_makes_the_queue_anew(asked: list[str], session: dict[str, Any]) -> None:
    opened = state.workspaces.get("demo")
    state.queue(opened, "doc1", "conflict")
    actions.drop(opened, "c3", ["c1", "c3"])
    state.queue(opened, "doc1", "conflict")
    assert asked == ["doc1", "doc1"]


def test_state_what_another_process_changed_makes_the_queue_anew(asked: list[str], workspace: Any) -> None:
    opened = state.workspaces.get("demo")
    state.queue(opened, "doc1", "conflict")
    workspace.store.changes += 1
    state.queue(opened, "doc1", "conflict")
    assert asked == ["doc1", "doc1"]


def test_state_a_decision_beside_another_change_makes_the_queue_anew(
    asked: list[str], workspace: Any, session: dict[str, Any]
) -> None:
    opened = state.workspaces.get("demo")
    state.queue(opened, "doc1", "conflict")
    before = workspace.store.stamp()
    workspace.store.changes += 2
    state.only_decided(opened, before)
    state.queue(opened, "doc1", "conflict")
    assert asked == ["doc1", "doc1"]


def test_state_workspaces_open_an_offered_one_once() -> None:
    opened: list[str] = []

    def opener() -> state.Opened:
        opened.append("own")
        return state.Opened("own", object(), "My workspace")

    known = state.Workspaces()
    known.put(state.Opened("demo", object(), "Demonstration", demonstration=True))
    known.offer("own", opener)
    assert known.get(None).key == "demo"
    assert known.get("own") is known.get("own")
    assert opened == ["own"]
    assert [one.key for one in known.clear()] == ["demo", "own"]
    with pytest.raises(NotFoundError):
        known.get(None)


def test_state_an_unknown_workspace_is_the_first(workspace: Any) -> None:
    assert state.workspaces.get("elsewhere").key == "demo"
