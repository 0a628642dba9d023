"""An article while it is still being read: how far it is, the claims found so far, and a button that stops it.

What is drawn here is provisional. It is in no workspace, so no decision is offered on it; where the person looks at
one of these claims, the review page opens at the same place of the text.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from factcheck.pipeline import reading, review
from factcheck.pipeline.reading import Reading, Snapshot
from factcheck.ui import present, state, words
from factcheck.ui.components import draw
from factcheck.ui.safe import plain, shortened

EVERY = 0.6
"""Seconds between two looks at how far it is."""
SELDOM = 2.0
"""The same on a page that shows something else."""


@st.fragment(run_every=EVERY)
def watch(shown: Reading) -> None:
    """Draws the reading until it has come to its end, and then gives way to the page."""
    if shown.finished():
        st.rerun()
    now = shown.now
    items = present.provisional(now.claims)
    with st.container(key="reading", horizontal=True, vertical_alignment="center", gap="small"):
        found = f"{words.count(len(items), 'claim')} so far" if items else "looking for claims"
        st.progress(now.part, text=f"{_name(now)}: {plain(now.what)} · {found}, still reading…")
        st.button("Cancel", key="cancel-reading", shortcut="Escape", on_click=shown.stop, help="Nothing of it is kept")
    if now.document is None:
        return
    current = st.session_state.get("provisional")
    st.html("<style>:root { --pane: calc(100vh - 166px); }</style>")
    left, right = st.columns([34, 76], gap="small")
    with left:
        draw(
            "queue",
            {"current": current, "items": items, "folded": []},
            key="queue-reading",
            pick=_look_at,
        )
    with right:
        draw("article", present.being_read(now.document, now.claims, current), key="article-reading", pick=_look_at)
    st.caption("Decisions can be taken as soon as all of it is read. Cancel keeps nothing of it.")
    _remember(now, current)


def elsewhere(opened: state.Opened, page: Any, *, here: bool) -> bool:
    """In the bar of every page: the way back to an article that is still being read, where this tab does not show it.

    A page that was loaded again, or another person's, finds it there. ``here``: the page itself shows what this tab
    reads. False where there is nothing to go back to.
    """
    own: Reading | None = st.session_state.get("reading")
    if own is not None and here:
        return False
    known = own or st.session_state.get("met")
    if known is None or known.workspace is not opened.workspace:
        known = next(iter(reading.under_way(opened.workspace)), None)
        st.session_state["met"] = known
    if known is None:
        return False
    if st.session_state.pop("to-reading", False):
        st.session_state["reading"], st.session_state["met"] = known, None
        st.switch_page(page, query_params=state.address(opened))
    st.fragment(_line, run_every=None if known.over else SELDOM)(known)
    return True


def _line(known: Reading) -> None:
    """How far it is, as the button that leads there."""
    told = "The article is read: open it" if known.over else f"An article is being read: {known.now.part:.0%}"
    if st.button(told, key="reading-elsewhere", type="tertiary", help=_name(known.now)):
        st.session_state["to-reading"] = True
        st.rerun()


def _name(now: Snapshot) -> str:
    title = now.document.title if now.document is not None else None
    return plain(shortened(title or now.at, 60))


def _look_at(claim_id: str) -> None:
    st.session_state["provisional"] = claim_id


def _remember(now: Snapshot, current: Any) -> None:
    """Where in the text the person looks, for the time when these claims are stored ones."""
    for item in now.claims:
        if item.claim_id == current:
            st.session_state["place"] = (item.statement.claim.start, item.statement.claim.end)


def same_place(opened: state.Opened, document_id: str) -> str | None:
    """The stored claim that stands where the person was looking while the text was read; None where they weren't."""
    st.session_state.pop("provisional", None)
    place = st.session_state.pop("place", None)
    if place is None:
        return None
    shown = review.queue(opened.workspace, document_id, order="text")
    for item in (*shown.items, *shown.folded):
        claim = item.statement.claim
        if (claim.start, claim.end) == place:
            return item.claim_id
    return None
