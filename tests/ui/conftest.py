"""The invented story of this folder, and a workspace double that gives it to the pages."""

from __future__ import annotations

import importlib.util
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from factcheck.errors import NotFoundError
from factcheck.model import Event, EventKind
from factcheck.pipeline import decide, ledger, review, search, speakers
from factcheck.pipeline.views import Decision
from factcheck.ui import people, state


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"ui_{name}", Path(__file__).parent / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


_load("story_claims")
_STORY = _load("story")


@pytest.fixture(scope="session")
def story() -> ModuleType:
    return _STORY


class FakeStore:
    """Counts changes, as the real one does, and gives the claims of the story."""

    def __init__(self, story: ModuleType) -> None:
        self.changes = 0
        self.story = story
        self.kept: list[Event] = []
        self.dropped: list[str] = []
        self.replaced: dict[str, Any] = {}

    def stamp(self) -> int:
        return self.changes

    content_stamp = change_number = stamp

    def documents(self) -> list[Any]:
        return []

    def document_by_sha(self, sha256: str) -> str | None:
        return None

    def document(self, document_id: str) -> Any:
        return self.story.DOCUMENT

    def earlier(self, ids: Any) -> list[Any]:
        return []

    def claim_record(self, claim_id: str) -> Any:
        return SimpleNamespace(dropped=claim_id in self.dropped)

    def statement(self, claim_id: str) -> Any:
        if claim_id in self.replaced:
            return self.replaced[claim_id]
        return self.story.statement_of(claim_id)

    def events(self, claim_id: str) -> list[Event]:
        return [event for event in self.kept if claim_id in event.subject.split("|")]


class FakeWorkspace:
    """What the pages hand to the use cases; the use cases are doubles too, so it keeps what they were told."""

    class settings:
        person = "Ada"
        person_header = None

    def __init__(self) -> None:
        self.store = FakeStore(_STORY)
        self.kept: list[Event] = self.store.kept
        self.dropped: list[str] = self.store.dropped

    def keep(
        self, kind: EventKind, subject: str, person: str, payload: Any, seen: Any, undoes: str | None = None
    ) -> Event:
        at = datetime(2031, 5, 8, 12, len(self.kept), tzinfo=UTC)
        event = Event(f"e{len(self.kept)}", at, person, kind, subject, payload, seen, undoes)
        self.kept.append(event)
        self.store.changes += 1
        return event

    def standing(self) -> list[Decision]:
        gone = {event.undoes for event in self.kept}
        return [
            Decision(event.id, event.at, event.person, str(event.kind), event.subject, event.payload)
            for event in self.kept
            if event.id not in gone and event.kind is not EventKind.UNDO
        ]

    def latest(self, person: str) -> Event | None:
        gone = {event.undoes for event in self.kept}
        mine = (e for e in reversed(self.kept) if e.kind is not EventKind.UNDO and e.id not in gone)
        return next((e for e in mine if e.person == person), None)

    def undo(self, event_id: str, person: str) -> Event:
        event = next(one for one in self.kept if one.id == event_id)
        if event.kind is EventKind.CLAIM_DROPPED:
            self.dropped.remove(event.subject)
        return self.keep(EventKind.UNDO, event.subject, person, {"kind": str(event.kind)}, {}, event_id)

    def drop(self, claim_id: str, person: str) -> Event:
        self.dropped.append(claim_id)
        return self.keep(EventKind.CLAIM_DROPPED, claim_id, person, {}, {})


@pytest.fixture
def workspace(monkeypatch: pytest.MonkeyPatch, story: ModuleType) -> Any:
    """A workspace that holds the story, the only one open in this process."""
    made = FakeWorkspace()

    def claim(_: Any, claim_id: str, **__: Any) -> Any:
        if claim_id not in {item.claim_id for item in (*story.ITEMS, *story.FOLDED)}:
            raise NotFoundError(f"there is no claim {claim_id}", remedy="It may have been dropped")
        return story.view(claim_id)

    monkeypatch.setattr(review, "documents", lambda _: [story.SUMMARY, story.OTHER])
    monkeypatch.setattr(review, "queue", lambda _, document_id, order="conflict": story.queue(order))
    monkeypatch.setattr(review, "claim", claim)
    monkeypatch.setattr(review, "earlier", lambda _, one: story.view(one.claim_id).earlier)
    monkeypatch.setattr(review, "lead", lambda _: "c1")
    monkeypatch.setattr(ledger, "conflicts", lambda _, **__: story.conflicts())
    monkeypatch.setattr(search, "search", lambda _, text, **__: story.NOTHING if "nowhere" in text else story.FOUND)
    monkeypatch.setattr(
        decide,
        "decide",
        lambda ws, *, kind, subject, person, payload, seen: ws.keep(kind, subject, person, payload, seen),
    )
    monkeypatch.setattr(decide, "undo", lambda ws, event_id, *, person: ws.undo(event_id, person))
    monkeypatch.setattr(decide, "drop_claim", lambda ws, claim_id, *, person: ws.drop(claim_id, person))
    monkeypatch.setattr(decide, "recent", lambda ws, limit=50: ws.kept[::-1][:limit])
    monkeypatch.setattr(decide, "latest", lambda ws, *, person: ws.latest(person))
    monkeypatch.setattr(decide, "decisions", lambda ws, subject=None: ws.standing())
    monkeypatch.setattr(decide, "ratings", lambda _: ("True", "Half true", "False"))
    monkeypatch.setattr(people, "cookie", lambda: "")
    monkeypatch.setattr(people, "at_this_computer", lambda: True)
    monkeypatch.setattr(speakers, "joined_names", lambda _: {})
    monkeypatch.setattr(state, "look_ahead", lambda *_: None)
    monkeypatch.setattr(state, "warm", lambda _: None)
    state.workspaces.clear()
    state.workspaces.put(state.Opened("demo", made, "Demonstration", demonstration=True))
    state.workspaces.offer(state.OWN, lambda: state.Opened(state.OWN, FakeWorkspace(), "My workspace"))
    yield made
    state.workspaces.clear()
