"""The pages as Streamlit runs them, without a browser, over the invented story."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from factcheck.errors import IntakeError
from factcheck.model import Event, EventKind
from factcheck.pipeline import decide, details, ingest, reading, review
from factcheck.pipeline.reading import Snapshot, provisional
from factcheck.ui import actions, present, state


def _screen() -> None:
    from factcheck.ui.main import main

    main()


def _open(**query: str) -> AppTest:
    screen = AppTest.from_function(_screen, default_timeout=30)
    for name, value in query.items():
        screen.query_params[name] = value
    screen.run()
    assert not screen.exception
    return screen


def _press(screen: AppTest, key: str) -> AppTest:
    screen.button(key=key).click().run()
    assert not screen.exception
    return screen


def test_pages_first_screen_opens_the_lead_claim(workspace: Any) -> None:
    screen = _open()
    assert screen.session_state["claim"] == "c1"
    assert screen.query_params["claim"] == "c1"


def test_pages_url_names_the_claim(workspace: Any) -> None:
    assert _open(claim="c4").session_state["claim"] == "c4"


def test_pages_url_with_an_unknown_claim_says_so_in_one_line(workspace: Any) -> None:
    screen = _open(claim="gone")
    assert "there is no claim gone" in screen.warning[0].value.replace("\\", "")


def test_pages_next_and_previous_follow_the_queue(workspace: Any, story: ModuleType) -> None:
    screen = _open()
    ids = [item.claim_id for item in story.ITEMS]
    for expected in ids[1:3]:
        assert _press(screen, "next").session_state["claim"] == expected
    assert _press(screen, "previous").session_state["claim"] == ids[1]
    assert screen.query_params["claim"] == ids[1]


def test_pages_previous_at_the_first_claim_stays(workspace: Any) -> None:
    assert _press(_open(), "previous").session_state["claim"] == "c1"


def test_pages_park_is_about_the_claim_that_was_drawn(workspace: Any) -> None:
    _press(_open(claim="c2"), "Park-c2")
    (event,) = workspace.kept
    assert (event.kind, event.subject, event.person) == (EventKind.PARKED, "c2", "Ada")
    assert event.seen["text"].startswith("Port Ansley General Hospital")


def test_pages_button_of_another_claim_is_gone_after_a_move(workspace: Any) -> None:
    screen = _press(_open(), "next")
    keys = {button.key for button in screen.button}
    assert "Park-c2" in keys
    assert "Park-c1" not in keys


def test_pages_not_a_conflict_is_about_the_row_that_was_picked(workspace: Any, story: ModuleType) -> None:
    screen = _open()
    screen.session_state["row"] = story.ROWS[2].statement.claim_id
    screen.run()
    _press(screen, "No conflict-c1")
    (event,) = workspace.kept
    assert event.kind is EventKind.DISMISSED
    assert set(event.subject.split("|")) == {"c1", story.ROWS[2].statement.claim_id}
    assert event.seen["other_figure"] == story.ROWS[2].as_read


def test_pages_flag_asks_for_a_reason_of_the_closed_list(workspace: Any, story: ModuleType) -> None:
    screen = _press(_open(), "Flag-c1")
    assert not workspace.kept
    _press(screen, "flag-bound_lost")
    (event,) = workspace.kept
    assert event.kind is EventKind.FLAG
    assert event.payload["reason"] == "bound_lost"
    assert set(event.subject.split("|")) == {"c1", story.ROWS[0].statement.claim_id}


def test_pages_verdict_offers_the_scale_of_the_settings(workspace: Any) -> None:
    screen = _press(_open(), "Verdict-c1")
    rates = sorted((button.key, button.label) for button in screen.button if (button.key or "").startswith("rate-"))
    assert [label.replace("\\", "") for _, label in rates] == ["True", "Half true", "False"]
    _press(screen, "rate-2")
    assert workspace.kept[0].payload["rating"] == "Half true"


def test_pages_an_earlier_verdict_is_never_applied_by_itself(workspace: Any) -> None:
    _press(_open(), "Same claim-c1")
    (event,) = workspace.kept
    assert event.kind is EventKind.SAME_CLAIM
    assert "rating" not in event.payload


def test_pages_drop_moves_on_and_undo_comes_back(workspace: Any) -> None:
    screen = _press(_open(), "Drop-c1")
    assert workspace.dropped == ["c1"]
    assert screen.session_state["claim"] == "c2"
    _press(screen, "undo")
    assert workspace.dropped == []
    assert screen.session_state["claim"] == "c1"


def test_pages_undo_takes_back_nothing_of_somebody_else(workspace: Any) -> None:
    screen = _press(_open(), "Park-c1")
    screen.text_input(key="person").set_value("Somebody else").run()
    _press(screen, "undo")
    assert [event.kind for event in workspace.kept] == [EventKind.PARKED]


def test_pages_demonstration_is_marked(workspace: Any) -> None:
    assert any("DEMONSTRATION" in str(html.value) for html in _open().get("html"))


def test_pages_promise_and_hints_are_on_the_first_screen(workspace: Any) -> None:
    told = " ".join(str(html.value) for html in _open().get("html"))
    assert "Nothing leaves this computer. You decide." in told
    for key in ("J", "F", "?"):
        assert f"<kbd>{key}</kbd>" in told


def test_pages_own_workspace_opens_beside_the_demonstration(workspace: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review, "documents", lambda _: [])
    screen = _open(ws="own")
    assert screen.session_state["ws"] == state.OWN
    assert any("Paste the article" in str(html.value) for html in screen.get("html"))


def _given(screen: AppTest, text: str) -> AppTest:
    """The page after a text was given and read to its end."""
    screen.text_area(key="paste").set_value(text)
    next(b for b in screen.button if b.label == "Find its claims").click()
    screen.run()
    if "reading" in screen.session_state:
        assert screen.session_state["reading"].finished(within=60)
        screen.run()
    assert not screen.exception
    return screen


def test_pages_unreadable_text_gives_one_line(workspace: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any, **__: Any) -> None:
        raise IntakeError("the text is empty", remedy="Paste the *whole* article")

    monkeypatch.setattr(review, "documents", lambda _: [])
    monkeypatch.setattr(ingest, "from_text", refused)
    screen = _given(_open(ws="own"), "something")
    assert r"Paste the \*whole\* article" in screen.error[0].value
    assert screen.text_area(key="paste")


def test_pages_text_that_is_still_read_shows_its_claims_and_can_be_stopped(
    workspace: Any, monkeypatch: pytest.MonkeyPatch, story: ModuleType
) -> None:
    class StillReading:
        stopped = too_late = False

        def __init__(self, *_: Any) -> None:
            claims = provisional(story.DOCUMENT, [item.statement.claim for item in story.ITEMS])
            self.now = Snapshot("the pasted text", story.DOCUMENT, claims, 0.4, "reading the rest")

        def finished(self, *, within: float = 0.0) -> bool:
            self.now = replace(self.now, stopped=self.stopped)
            return self.stopped

        def stop(self) -> None:
            self.stopped = True

    monkeypatch.setattr(review, "documents", lambda _: [])
    monkeypatch.setattr("factcheck.ui.pages.add.Reading", StillReading)
    screen = _open(ws="own")
    screen.text_area(key="paste").set_value("Something.")
    next(b for b in screen.button if b.label == "Find its claims").click()
    screen.run()
    assert not screen.exception
    assert {button.key for button in screen.button} & {"cancel-reading", "Flag-c1", "Park-c1"} == {"cancel-reading"}
    _press(screen, "cancel-reading")
    assert "Nothing was kept" in screen.info[0].value


def test_pages_an_article_read_in_another_tab_can_be_gone_back_to(
    workspace: Any, monkeypatch: pytest.MonkeyPatch, story: ModuleType
) -> None:
    class Elsewhere:
        over = too_late = False
        now = Snapshot("the pasted text", story.DOCUMENT, (), 0.4, "reading the rest")

        def finished(self, *, within: float = 0.0) -> bool:
            return self.over

        def stop(self) -> None:
            self.over = True

    known = Elsewhere()
    known.workspace = state.workspaces.get(state.OWN).workspace  # type: ignore[attr-defined]
    monkeypatch.setattr(reading, "under_way", lambda _: [known])
    screen = _open(ws="own")
    assert screen.button(key="reading-elsewhere").label == "An article is being read: 40%"
    known.over = True
    screen.run()
    assert screen.button(key="reading-elsewhere").label == "The article is read: open it"
    known.over = False
    _press(screen, "reading-elsewhere")
    assert "cancel-reading" in {button.key for button in screen.button}
    assert screen.session_state["reading"] is known


def test_pages_nothing_is_told_of_readings_where_there_is_none(workspace: Any) -> None:
    assert "reading-elsewhere" not in {button.key for button in _open().button}


def test_pages_nothing_open_is_said(workspace: Any) -> None:
    state.workspaces.clear()
    screen = AppTest.from_function(_screen, default_timeout=30).run()
    assert "no workspace is open" in screen.error[0].value


def test_pages_documents_of_one_name_are_told_apart(story: ModuleType) -> None:
    from factcheck.ui.pages.review import document_names

    names = document_names([story.SUMMARY, replace(story.SUMMARY, document_id="doc9", claims=3), story.OTHER])
    assert len(set(names.values())) == 3
    assert names["doc9"].endswith("(2)")


def test_pages_names_of_documents_do_not_change_with_their_claims(story: ModuleType) -> None:
    from factcheck.ui.pages.review import document_names

    more = replace(story.SUMMARY, claims=99, decided=7)
    assert document_names([more]) == document_names([story.SUMMARY])


def test_pages_selected_passage_becomes_a_claim(workspace: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    added: list[tuple[str, int, int, str]] = []

    def keep(_: Any, document_id: str, start: int, end: int, *, person: str) -> str:
        added.append((document_id, start, end, person))
        return "c5"

    monkeypatch.setattr(decide, "add_claim", keep)
    opened = state.workspaces.get("demo")
    monkeypatch.setattr(actions.st, "session_state", {})
    actions.add(opened, "doc:1:12:34")
    assert added == [("doc:1", 12, 34, "Ada")]
    assert actions.st.session_state["claim"] == "c5"


def test_pages_an_article_never_goes_into_the_demonstration(workspace: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def ingested(into: Any, *_: Any, **__: Any) -> Any:
        asked.append(into)
        raise IntakeError("stop here")

    def screen() -> None:
        import streamlit as st

        from factcheck.ui.pages.add import add

        st.session_state["pages"] = {}
        add()

    monkeypatch.setattr(ingest, "ingest", ingested)
    _given(AppTest.from_function(screen, default_timeout=30).run(), "The council said that 12 houses were flooded.")
    assert asked == [state.workspaces.get(state.OWN).workspace]


def test_pages_conflict_is_settled_by_the_ids_that_were_drawn(workspace: Any, story: ModuleType) -> None:
    from factcheck.ui.pages import conflicts

    opened = state.workspaces.get("demo")
    (one, *_) = story.conflicts()
    conflicts._settle(opened, story.conflicts(), f"dismissed {one.claim_a}|{one.claim_b} different_scope")
    (event,) = workspace.kept
    assert (event.kind, event.payload["reason"]) == (EventKind.DISMISSED, "different_scope")
    assert event.subject == decide.pair(one.claim_a, one.claim_b)
    assert event.seen["reason"] == one.relation.reason


def test_pages_correction_is_asked_for_with_what_was_read(workspace: Any) -> None:
    screen = _press(_open(), "Correct-c1")
    labels = {field.label: field.value for field in screen.text_input}
    assert {"Value", "Unit", "As of", "Place", "Population", "Speaker", "Body spoken for"} <= set(labels)
    assert labels["Value"] == "41"


def test_pages_verdict_keeps_a_note_and_its_evidence(workspace: Any) -> None:
    screen = _press(_open(), "Verdict-c1")
    screen.text_area(key="verdict-note-c1").set_value("**Counted** by hand")
    screen.text_input(key="verdict-url-1-c1").set_value("https://example.org/count")
    screen.text_input(key="verdict-quotation-1-c1").set_value("41 were found")
    screen.session_state["asked"] = ("verdict", "c1")  # without a browser a run of the whole page closes a dialog
    screen.run()
    assert "**Counted** by hand" in [each.value for each in screen.markdown]
    assert screen.text_input(key="verdict-url-2-c1").value == ""
    _press(screen, "rate-2")
    payload = workspace.kept[0].payload
    assert payload["note"] == "**Counted** by hand"
    assert payload["evidence"] == [{"url": "https://example.org/count", "quotation": "41 were found"}]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "example.org/count", "file:///etc/hosts"])
def test_pages_evidence_must_be_an_address_of_the_web(workspace: Any, address: str) -> None:
    screen = _press(_open(), "Verdict-c1")
    screen.text_input(key="verdict-url-1-c1").set_value(address)
    screen.session_state["asked"] = ("verdict", "c1")
    screen.run()
    assert screen.button(key="rate-1").disabled
    assert any("is no address" in one.value for one in screen.warning)


def test_pages_verdict_chosen_before_a_wrong_address_was_drawn_is_not_kept(workspace: Any) -> None:
    screen = _press(_open(), "Verdict-c1")
    screen.text_input(key="verdict-url-1-c1").set_value("example.org")
    _press(screen, "rate-2")
    assert workspace.kept == []
    assert screen.text_input(key="verdict-url-1-c1").value == "example.org"


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [("![a](http://x.example/a.png)", r"!\[a](http://x.example/a.png)"), ("**so**! [b](http://x.example)", None)],
)
def test_dialogs_preview_fetches_no_pictures(markdown: str, shown: str | None) -> None:
    from factcheck.ui.dialogs import without_pictures

    assert without_pictures(markdown) == (shown or markdown)


def test_pages_filter_and_order_are_in_the_url(workspace: Any) -> None:
    screen = _open()
    assert {"order", "show"}.isdisjoint(screen.query_params)
    screen.selectbox(key="show").set_value("conflict").run()
    screen.selectbox(key="order").set_value("text").run()
    assert (screen.query_params["show"], screen.query_params["order"]) == ("conflict", "text")
    screen.selectbox(key="show").set_value("all").run()
    assert "show" not in screen.query_params


def test_pages_url_opens_the_same_filter_and_order(workspace: Any) -> None:
    screen = _open(show="conflict", order="text", claim="c2")
    assert (screen.selectbox(key="show").value, screen.selectbox(key="order").value) == ("conflict", "text")
    assert screen.session_state["claim"] == "c2"


def test_pages_unknown_filter_of_a_url_is_the_usual_one(workspace: Any) -> None:
    assert _open(show="nonsense", order="nonsense").selectbox(key="show").value == "all"


def test_pages_filter_that_lets_nothing_through_says_so(workspace: Any) -> None:
    screen = _open(show="differ")
    assert "verdicts differ" in " ".join(one.value for one in screen.caption)
    _press(screen, "show-all")
    assert screen.selectbox(key="show").value == "all"


@pytest.mark.parametrize(
    ("now", "step", "then"), [("b", 1, "d"), ("b", -1, "a"), ("d", 1, "d"), ("e", 1, "d"), ("e", -1, "d")]
)
def test_pages_move_goes_on_from_a_claim_that_left_the_list(
    monkeypatch: pytest.MonkeyPatch, now: str, step: int, then: str
) -> None:
    from factcheck.ui.pages import review as page

    fake: dict[str, Any] = {"claim": now}
    monkeypatch.setattr(page.st, "session_state", fake)
    page.move(["a", "d"], step, ["a", "b", "c", "d", "e"])
    assert fake["claim"] == then


def test_pages_url_that_names_only_a_filter_opens_what_it_lets_through(workspace: Any, story: ModuleType) -> None:
    decided = [item.claim_id for item in story.ITEMS if item.decisions]
    assert decided[0] != "c1"
    assert _open(show="decided").session_state["claim"] == decided[0]


def test_pages_details_of_the_article_are_kept_with_what_was_seen(
    workspace: Any, story: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[dict[str, Any]] = []

    def change(_: Any, document_id: str, given: Any, **more: Any) -> Event:
        told.append({"document": document_id, "given": given, **more})
        changes = [{"field": "outlet", "from": more["seen"]["outlet"], "to": given["outlet"]}]
        return Event("e1", story.FLAGGED.at, "Ada", EventKind.DETAILS, document_id, {"changes": changes})

    monkeypatch.setattr(details, "change", change)
    screen = _open()
    screen.session_state["asked"] = ("details", "c1")
    screen.run()
    field = next(one for one in screen.text_input if one.label == "Outlet")
    field.set_value("Another Outlet")
    screen.session_state["asked"] = ("details", "c1")  # the whole script runs here, where a browser runs the dialog
    next(one for one in screen.button if one.label == "Keep the details").click().run()
    assert not screen.exception
    (kept,) = told
    assert kept["document"] == story.DOCUMENT.id
    assert kept["given"]["outlet"] == "Another Outlet"
    assert kept["seen"] == details.fields(story.DOCUMENT)
    assert (kept["person"], kept["claim_id"]) == ("Ada", "c1")


def test_pages_details_event_opens_the_claim_it_was_seen_with() -> None:
    at = datetime(2031, 5, 8, 12, tzinfo=UTC)
    payload = {"changes": [{"field": "published_on", "from": "", "to": "2031-05-08"}], "claim": "c1"}
    drawn = present.event(Event("e1", at, "Ada", EventKind.DETAILS, "d1", payload, {"text": "Ferry"}), undone=False)
    assert (drawn["claim"], drawn["detail"]) == ("c1", "Printed on: nothing → 2031-05-08")
