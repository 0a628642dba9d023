from __future__ import annotations

from typing import Any

import pytest

from factcheck.errors import NotFoundError
from factcheck.ui import state


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
