"""Activity: what was decided, by whom and when, and the way to take it back."""

from __future__ import annotations

import streamlit as st

from factcheck.pipeline import decide
from factcheck.ui import actions, state
from factcheck.ui.components import draw


def activity() -> None:
    opened = state.current()
    st.query_params.pop("claim", None)
    with st.container(key="sheet-wide"):
        st.html("<h1>Activity</h1>")
        found = decide.recent(opened.workspace, limit=200)
        if not found:
            st.info(
                "Nothing has been decided here yet. What you flag, rate, park or drop is listed here.",
                icon=":material/history:",
            )
        else:
            draw(
                "events",
                {"events": actions.events(found, undo=True)},
                key="events",
                open=state.go_to_claim,
                voice=state.go_to_voice,
                undo=lambda event_id: actions.undo(opened, event_id),
            )
    state.show_notice()
    state.follow(opened)
