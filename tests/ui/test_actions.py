"""No action lands on another record than the one that was seen: the store changes between the drawing and the key."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from factcheck.model import Event, EventKind
from factcheck.pipeline.views import Decision
from factcheck.ui import people, present


def _screen() -> None:
    from factcheck.ui.main import main

    main()


@pytest.fixture
def screen(workspace: Any) -> AppTest:
    made = AppTest.from_function(_screen, default_timeout=30).run()
    assert not made.exception
    return made


def _press(screen: AppTest, key: str) -> AppTest:
    screen.button(key=key).click().run()
    assert not screen.exception
    return screen


def _told(screen: AppTest) -> str:
    return " ".join(str(toast.value) for toast in screen.toast).replace("\\", "")


def _by_another(workspace: Any, kind: EventKind, subject: str, **payload: Any) -> None:
    at = datetime(2031, 5, 8, 13, tzinfo=UTC)
    workspace.store.kept.append(Event(f"other{len(workspace.kept)}", at, "Ben", kind, subject, payload, {}))


def test_actions_on_a_claim_corrected_meanwhile_does_nothing_and_says_by_whom(
    workspace: Any, screen: AppTest, story: ModuleType
) -> None:
    now = story.statement_of("c1")
    workspace.store.replaced["c1"] = replace(now, claim=replace(now.claim, figures=()))
    _by_another(workspace, EventKind.CORRECTION, "c1")
    _press(screen, "Park-c1")
    assert [event.person for event in workspace.kept] == ["Ben"]
    assert "This claim was changed by Ben after your screen was drawn" in _told(screen)
    assert "Nothing was done" in _told(screen)


def test_actions_on_a_claim_dropped_meanwhile_does_nothing(workspace: Any, screen: AppTest) -> None:
    workspace.store.dropped.append("c1")
    _by_another(workspace, EventKind.CLAIM_DROPPED, "c1")
    _press(screen, "Drop-c1")
    assert [event.person for event in workspace.kept] == ["Ben"]
    assert "dropped by Ben" in _told(screen)


def test_actions_on_a_claim_that_went_to_a_newer_version_says_so(
    workspace: Any, screen: AppTest, story: ModuleType
) -> None:
    now = story.statement_of("c1")
    moved = replace(now.claim, start=now.claim.start + 40, end=now.claim.end + 40)
    workspace.store.replaced["c1"] = replace(now, claim=moved, document_id="doc9")
    _press(screen, "Park-c1")
    assert workspace.kept == []
    assert "newer version" in _told(screen)


def test_actions_on_a_row_changed_meanwhile_does_nothing(workspace: Any, screen: AppTest, story: ModuleType) -> None:
    other = story.ROWS[0].statement
    workspace.store.replaced[other.claim_id] = replace(other, claim=replace(other.claim, figures=()))
    _press(screen, "No conflict-c1")
    assert workspace.kept == []
    assert "Nothing was done" in _told(screen)


def test_actions_another_persons_decision_changes_nothing_for_mine(workspace: Any, screen: AppTest) -> None:
    _by_another(workspace, EventKind.VERDICT, "c1", rating="False")
    _press(_press(screen, "Verdict-c1"), "rate-1")
    assert [(event.person, event.payload["rating"]) for event in workspace.kept] == [("Ben", "False"), ("Ada", "True")]


def test_actions_a_picked_row_stays_picked_when_the_list_changes(
    workspace: Any, screen: AppTest, story: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.pipeline import review

    wanted = story.ROWS[2].statement.claim_id
    screen.session_state["row"] = wanted
    fewer = replace(story.view("c1"), ledgers=(replace(story.LEDGER, rows=story.ROWS[1:]),))
    monkeypatch.setattr(review, "claim", lambda *_, **__: fewer)
    workspace.store.changes += 1
    screen.run()
    _press(screen, "No conflict-c1")
    assert set(workspace.kept[0].subject.split("|")) == {"c1", wanted}


def test_actions_undo_takes_back_nothing_that_another_tab_decided_since(workspace: Any, screen: AppTest) -> None:
    _press(screen, "Park-c1")
    workspace.keep(EventKind.PARKED, "c2", "Ada", {}, {"text": "58 bodies"})  # in another tab
    workspace.store.changes -= 1  # this tab was not drawn since
    _press(screen, "undo")
    assert [event.kind for event in workspace.kept] == [EventKind.PARKED, EventKind.PARKED]
    assert "In another tab" in _told(screen)
    _press(screen, "undo")
    assert workspace.kept[-1].undoes == workspace.kept[1].id


def test_actions_undo_goes_to_the_claim_that_it_changed(workspace: Any, screen: AppTest) -> None:
    _press(screen, "Park-c1")
    _press(screen, "next")
    _press(screen, "undo")
    assert screen.session_state["claim"] == "c1"


def test_actions_what_was_typed_for_one_claim_is_not_shown_for_the_next(workspace: Any, screen: AppTest) -> None:
    _press(screen, "Note-c1")
    screen.text_area(key="note-c1").set_value("Ask the harbour")
    screen.session_state["asked"] = ("note", "c1")
    screen.run()
    _press(screen, "next")
    _press(screen, "Note-c2")
    assert screen.text_area(key="note-c2").value == ""


def test_actions_note_is_kept_on_its_claim(workspace: Any, screen: AppTest) -> None:
    _press(screen, "Note-c1")
    screen.text_area(key="note-c1").set_value("Ask the *harbour*")
    screen.session_state["asked"] = ("note", "c1")  # without a browser a run of the whole page closes a dialog
    screen.run()
    _press(screen, "keep-note")
    (event,) = workspace.kept
    assert (event.kind, event.subject, event.payload) == (EventKind.NOTE, "c1", {"note": "Ask the *harbour*"})


def test_actions_somebody_without_a_name_is_asked_once_and_the_decision_is_kept(
    workspace: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace.settings, "person", None)
    monkeypatch.setattr(people, "at_this_computer", lambda: False)
    screen = AppTest.from_function(_screen, default_timeout=30).run()
    _press(screen, "Park-c2" if screen.session_state["claim"] == "c2" else "Park-c1")
    assert workspace.kept == []
    screen.text_input(key="who-name").set_value("  Cleo   Marsh ")
    next(button for button in screen.button if button.label == "Keep my decision").click()
    screen.session_state["asked"] = ("who", "")  # without a browser a run of the whole page closes a dialog
    screen.run()
    assert [(event.kind, event.person) for event in workspace.kept] == [(EventKind.PARKED, "Cleo Marsh")]


def test_actions_two_persons_verdicts_are_shown_with_their_names() -> None:
    at = datetime(2031, 5, 8, 12, tzinfo=UTC)
    made = [
        Decision(f"v{n}", at, person, "verdict", "c1", {"rating": rating})
        for n, (person, rating) in enumerate([("Ada", "False"), ("Ben", "Half true")])
    ]
    assert [(one["person"], one["rating"]) for one in present.verdicts(made)] == [
        ("Ada", "False"),
        ("Ben", "Half true"),
    ]
    assert present.verdicts(made[:1]) == []
