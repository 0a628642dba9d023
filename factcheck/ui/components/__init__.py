"""What the browser draws by itself: article, queue, ledger, earlier claims, events, and the keys.

Each is one script and one style sheet beside this file, registered once. Scripts set every piece of source text as
``textContent`` and slice by code point, so that offsets agree with Python's and nothing in a source is markup. A
component redraws only what changed: scroll, focus and what was unfolded stay as the person left them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent
_EMPTY = '<div class="root"></div>'

_DRAW_NOTHING = ("keys", "profile")

Trigger = Callable[[str], object]


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


@cache
def _component(name: str) -> Any:
    """The component ``name``, registered with the browser's side once a process."""
    alone = name in _DRAW_NOTHING
    script = _read(f"{name}.js") if alone else _read("common.js") + _read(f"{name}.js")
    style = None if alone else _read("common.css") + _read(f"{name}.css")
    return st.components.v2.component(f"factcheck_{name}", html=_EMPTY, css=style, js=script)


def draw(name: str, data: Any, *, key: str, **on: Trigger) -> None:
    """Draws component ``name`` with ``data`` (JSON-ready).

    Args:
        on: for each trigger of the script, what to call with the value it sends (a claim's id, a row's key).
    """

    def hear(trigger: str, act: Trigger) -> Callable[[], None]:
        def heard() -> None:
            value = st.session_state[key].get(trigger)
            if value is not None:
                act(str(value))

        return heard

    calls = {f"on_{trigger}_change": hear(trigger, act) for trigger, act in on.items()}
    _component(name)(key=key, data=data, **calls)
