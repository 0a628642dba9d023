"""The Search page as Streamlit runs it, without a browser, over the invented story."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from factcheck.errors import NotFoundError, UsageError
from factcheck.model import EventKind, Relation, RelationKind
from factcheck.pipeline import beside, search
from factcheck.pipeline.beside import Asking
from factcheck.pipeline.search import Filters
from factcheck.ui import state
from factcheck.ui.pages import search as page


def _page() -> None:
    import streamlit as st

    from factcheck.ui.pages.search import search

    st.session_state["pages"] = {}
    search()


@pytest.fixture
def asked(workspace: Any, story: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Filters, str]]:
    """What was searched for, in order."""
    made: list[tuple[str, Filters, str]] = []

    def found(_: Any, text: str, *, k: int, mode: str, filters: Filters) -> Any:
        made.append((text, filters, mode))
        if text == "broken":
            raise UsageError("there is nothing to *search* for")
        return story.NOTHING if "nowhere" in text else story.FOUND

    monkeypatch.setattr(search, "search", found)
    return made


def _open(**query: str) -> AppTest:
    screen = AppTest.from_function(_page, default_timeout=30)
    for name, value in query.items():
        screen.query_params[name] = value
    screen.run()
    assert not screen.exception
    return screen


def test_search_asks_nothing_until_something_is_asked(asked: list[Any]) -> None:
    screen = _open()
    assert asked == []
    assert any("Searches every claim" in str(getattr(html, "value", "")) for html in screen.get("html"))


@pytest.mark.parametrize(
    ("name", "value", "field", "meant"),
    [
        ("speaker", "Delling", "speaker", "Delling"),
        ("outlet", "Gazette", "outlet", "Gazette"),
        ("since", "2031-05-01", "since", "2031-05-01"),
        ("until", "2031-05-09", "until", "2031-05-09"),
        ("value", "35..45", "value", (35.0, 45.0)),
        ("unit", "people", "unit", "person"),
        ("verdict", "Half true", "verdict", "Half true"),
        ("claims", "checked", "kind", "checked"),
        ("document", "doc1", "document", "doc1"),
    ],
)
def test_search_takes_every_filter_from_the_address(
    asked: list[Any], name: str, value: str, field: str, meant: Any
) -> None:
    screen = _open(q="ferry", **{name: value})
    text, filters, _ = asked[-1]
    given = getattr(filters, field)
    assert (text, given if not hasattr(given, "isoformat") else given.isoformat()) == ("ferry", meant)
    screen.button(key=f"off-{name}").click().run()
    assert not screen.exception
    assert getattr(asked[-1][1], field) is None
    assert not any(button.key == f"off-{name}" for button in screen.button)


@pytest.mark.parametrize("name", ["verdict", "claims", "document"])
def test_search_keeps_a_chosen_list_entry_in_the_address(asked: list[Any], name: str) -> None:
    screen = _open(q="ferry")
    box = screen.selectbox(key=name)
    box.set_value({"verdict": "False", "claims": "numeric", "document": "doc1"}[name]).run()
    assert not screen.exception
    assert screen.query_params[name] in (box.value, [box.value])


def test_search_shows_typed_filters_as_controls(asked: list[Any]) -> None:
    screen = _open()
    screen.text_input(key="q").set_value('ferry speaker:"Mara Delling" value 35..45 person kind:NUMERIC').run()
    assert not screen.exception
    assert screen.text_input(key="q").value == "ferry"
    assert screen.text_input(key="speaker").value == "Mara Delling"
    assert screen.text_input(key="value").value == "35..45"
    assert screen.selectbox(key="claims").value == "numeric"
    assert asked[-1] == (
        "ferry",
        Filters(speaker="Mara Delling", value=(35, 45), unit="person", kind="numeric"),
        "hybrid",
    )


def test_search_clears_all_filters_at_once(asked: list[Any]) -> None:
    screen = _open(q="ferry", speaker="Delling", claims="numeric")
    screen.button(key="off-all").click().run()
    assert asked[-1][1] == Filters()


def test_search_lists_by_filters_alone(asked: list[Any]) -> None:
    _open(speaker="Delling")
    assert asked[-1][0] == ""


def test_search_says_how_much_was_searched_and_the_nearest_miss(asked: list[Any]) -> None:
    assert any("Searched 1,204 claims" in c.value.replace("\\", "") for c in _open(q="ferry").caption)
    told = _open(q="nowhere").info[0].value.replace("\\", "")
    assert told.startswith("Nothing near enough. Searched 1,204 claims")
    assert "The nearest was" in told


@pytest.mark.parametrize("query", [{"q": "broken"}, {"q": "ferry", "since": "yesterday-ish"}, {"value": "9..1"}])
def test_search_tells_what_is_wrong_in_one_line(asked: list[Any], query: dict[str, str]) -> None:
    screen = _open(**query)
    assert len(screen.error) == 1
    assert "*" not in screen.error[0].value.replace(r"\*", "")


# ------------------------------------------------------------------------------------------------- beside a claim


@pytest.fixture
def paired(monkeypatch: pytest.MonkeyPatch, story: ModuleType, workspace: Any) -> Any:
    """Any claim can be set beside the hits; against each of them the figures stand."""
    against = Relation(RelationKind.CONTRADICTION, "41 and 51 can't both be right.")
    hits = tuple(replace(one, relation=against, warning="The figures say: no.") for one in story.HITS)
    monkeypatch.setattr(beside, "asking", lambda _, claim_id: Asking(claim_id, story.LEAD.statement.claim.text, "Ada"))
    monkeypatch.setattr(beside, "beside", lambda *_: hits)
    return hits


def test_search_sets_hits_beside_the_claim_of_the_address(asked: list[Any], paired: Any) -> None:
    screen = _open(q="ferry", beside="c1")
    assert any("Set beside" in one.value for one in screen.markdown)
    screen.button(key="off-beside").click().run()
    assert "beside" not in screen.query_params


def test_search_says_so_where_the_claim_to_compare_with_is_gone(
    asked: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: Any) -> Any:
        raise NotFoundError("there is no claim c1")

    monkeypatch.setattr(beside, "asking", gone)
    assert "there is no claim c1" in _open(q="ferry", beside="c1").warning[0].value.replace("\\", "")


@pytest.mark.parametrize("kind", [EventKind.SAME_CLAIM, EventKind.NOT_SAME_CLAIM])
def test_search_pair_is_decided_by_the_ids_that_were_drawn(
    workspace: Any, paired: Any, monkeypatch: pytest.MonkeyPatch, kind: EventKind
) -> None:
    told: list[str] = []
    monkeypatch.setattr("factcheck.ui.pages.search.st.query_params", {"beside": "c1"})
    monkeypatch.setattr(state, "tell", lambda message, **_: told.append(message))
    page._pair(state.workspaces.get("demo"), paired, f"{kind} c1 x1")
    (event,) = workspace.kept
    assert (event.kind, event.subject) == (kind, "c1|x1")
    assert event.seen["reason"] == paired[0].relation.reason
    assert ("kept over the figures" in told[-1]) is (kind is EventKind.SAME_CLAIM)


@pytest.mark.parametrize("drawn", ["same_claim c1 gone", "same_claim c2 x1"])
def test_search_pair_that_is_no_longer_shown_is_not_decided(
    workspace: Any, paired: Any, monkeypatch: pytest.MonkeyPatch, drawn: str
) -> None:
    monkeypatch.setattr("factcheck.ui.pages.search.st.query_params", {"beside": "c1"})
    monkeypatch.setattr(state, "tell", lambda *_, **__: None)
    page._pair(state.workspaces.get("demo"), paired, drawn)
    assert workspace.kept == []
