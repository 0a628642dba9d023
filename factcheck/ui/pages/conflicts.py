"""Conflicts: every pair of the workspace that can't both be right, strongest first."""

from __future__ import annotations

import streamlit as st

from factcheck.errors import FactcheckError
from factcheck.pipeline import ledger
from factcheck.pipeline.memo import remembered
from factcheck.ui import present, state, words
from factcheck.ui.components import draw
from factcheck.ui.safe import plain

PAGE = 50


def conflicts() -> None:
    opened = state.current()
    st.query_params.pop("claim", None)
    with st.container(key="sheet-wide"):
        st.html("<h1>Conflicts</h1>")
        speaker = st.text_input(
            "Speaker or body",
            key="conflict-speaker",
            placeholder="Only those with this speaker or body",
            label_visibility="collapsed",
            width=340,
        ).strip()
        try:
            with st.spinner("Comparing…"):
                found = remembered(
                    opened.workspace,
                    ("screen conflicts", speaker),
                    lambda: ledger.conflicts(opened.workspace, speaker=speaker or None),
                )
        except FactcheckError as error:
            st.error(plain(str(error)), icon=":material/warning:")
            return
        if not found:
            number = sum(one.claims for one in state.documents(opened))
            st.info(f"No two of the {words.count(number, 'claim')} here conflict.", icon=":material/search:")
            return
        shown = found[:PAGE]
        more = f"; the {PAGE} strongest are shown" if len(found) > PAGE else ""
        st.caption(f"{words.count(len(found), 'pair')} that can't both be right, strongest first{more}.")
        draw("pairs", {"pairs": [present.conflict(one) for one in shown]}, key="pairs", open=_open)
    target = st.session_state.pop("go", None)
    if target:
        state.select(target)
        st.session_state["seen_claim"] = None
        st.switch_page(st.session_state["pages"]["review"], query_params=state.address(opened, claim=target))


def _open(claim_id: str) -> None:
    st.session_state["go"] = claim_id
