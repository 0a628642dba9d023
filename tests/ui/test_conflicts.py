"""The Conflicts page as Streamlit runs it, without a browser, over the invented story."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from factcheck.errors import UsageError
from factcheck.pipeline import ledger
from factcheck.ui import matters


def _page() -> None:
    import streamlit as st

    from factcheck.ui.pages.conflicts import conflicts

    st.session_state["pages"] = {}
    conflicts()


def _open(**query: str) -> AppTest:
    screen = AppTest.from_function(_page, default_timeout=30)
    for name, value in query.items():
        screen.query_params[name] = value
    screen.run()
    assert not screen.exception
    return screen


@pytest.fixture
def asked(workspace: Any, story: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []

    def found(_: Any, **given: Any) -> Any:
        made.append(given)
        if given["since"] == "never":
            raise UsageError("“never” is no date")
        return story.conflicts() if given["states"] == ["open"] else []

    monkeypatch.setattr(ledger, "conflicts", found)
    return made


def test_conflicts_tell_how_many_pairs_in_how_many_matters(asked: list[dict[str, Any]]) -> None:
    told = [one.value for one in _open().caption]
    assert any(line.startswith("2 pairs that can’t both be right, in 1 matter, strongest first") for line in told)


@pytest.mark.parametrize(
    ("name", "value", "field"),
    [("with", "Delling", "speaker"), ("since", "2031-05-01", "since"), ("until", "2031-05-09", "until")],
)
def test_conflicts_filters_are_in_the_address(asked: list[dict[str, Any]], name: str, value: str, field: str) -> None:
    _open(**{name: value})
    assert asked[-1][field] == value


def test_conflicts_switch_shows_what_became_known_later(
    asked: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[bool] = []
    real = matters.drawn

    def drawn(one: matters.Matter, **given: Any) -> Any:
        told.append(given["later"])
        return real(one, **given)

    monkeypatch.setattr(matters, "drawn", drawn)
    screen = _open()
    screen.toggle(key="later").set_value(True).run()
    assert not screen.exception
    assert told == [False, True]
    assert _open(later="true").toggle(key="later").value is True


def test_conflicts_say_where_nothing_is_left(asked: list[dict[str, Any]]) -> None:
    screen = _open(show="Dismissed")
    screen.segmented_control(key="show").set_value("dismissed").run()
    assert "is dismissed" in screen.info[0].value


def _settled(told: str) -> None:
    import streamlit as st

    from factcheck.pipeline import ledger
    from factcheck.ui import state
    from factcheck.ui.pages.conflicts import _settle

    opened = state.current()
    _settle(opened, ledger.conflicts(opened.workspace), told)
    st.write(st.session_state.get("notice", ("", ""))[0])


def test_conflicts_settle_what_was_on_the_screen(workspace: Any, story: ModuleType) -> None:
    one = story.conflicts()[0]
    told = f"dismissed {one.claim_a}|{one.claim_b} different_scope"
    AppTest.from_function(_settled, args=(told,), default_timeout=30).run()
    (event,) = workspace.kept
    assert (event.payload["reason"], event.seen["other"]) == ("different_scope", one.b.claim.text)


def test_conflicts_settle_nothing_that_was_changed_meanwhile(workspace: Any, story: ModuleType) -> None:
    one = story.conflicts()[0]
    workspace.store.replaced[one.claim_b] = replace(one.b, claim=replace(one.b.claim, text="Other words now"))
    told = f"flag {one.claim_a}|{one.claim_b}"
    screen = AppTest.from_function(_settled, args=(told,), default_timeout=30).run()
    assert not workspace.kept
    assert "after your screen was drawn" in screen.markdown[0].value


def test_conflicts_tell_a_wrong_date_in_one_line(asked: list[dict[str, Any]]) -> None:
    assert "is no date" in _open(since="never").error[0].value
