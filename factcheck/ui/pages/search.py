"""Search: one box and filters, bound to the URL; it says what was searched and how near the nearest is."""

from __future__ import annotations

import streamlit as st

from factcheck.errors import FactcheckError
from factcheck.pipeline import decide
from factcheck.pipeline import search as finding
from factcheck.pipeline.views import SearchResult
from factcheck.ui import present, state, words
from factcheck.ui.components import draw
from factcheck.ui.safe import plain, shortened

MODES = {"hybrid": "Meaning and words", "meaning": "Meaning", "words": "Words"}
FIELDS = ("speaker", "outlet", "since", "until", "unit", "value", "verdict")


def search() -> None:
    opened = state.current()
    _remember_address()
    with st.container(key="sheet-wide"):
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            text = st.text_input(
                "Search all claims",
                key="q",
                bind="query-params",
                placeholder="A claim, a figure, a name: “more than 16,000 volunteers”",
                width="stretch",
            )
            mode = st.segmented_control(
                "By",
                list(MODES),
                format_func=lambda one: MODES[one],
                key="mode",
                default="hybrid",
                required=True,
                bind="query-params",
            )
        chosen = _filters(opened)
        if not text.strip():
            st.html(
                "<p class='lead'>Searches every claim of this workspace, and every checked claim that was imported: by "
                "meaning, by words, or both. A number that differs is shown as a difference, not hidden as a match.</p>"
            )
            return
        try:
            with st.spinner("Searching…", show_time=False):
                wanted = finding.filters(**chosen)
                found = finding.search(opened.workspace, text.strip(), k=20, mode=str(mode or "hybrid"), filters=wanted)
        except FactcheckError as error:
            st.error(plain(str(error)), icon=":material/warning:")
            return
        _results(opened, found)


def _remember_address() -> None:
    """The query parameters of this page are its own; the claim of the review page has no place here."""
    st.query_params.pop("claim", None)


def _filters(opened: state.Opened) -> dict[str, str | None]:
    named = [name for name in FIELDS if st.session_state.get(name) or st.query_params.get(name)]
    label = f"Filters: {', '.join(named)}" if named else "Filters"
    with st.expander(label, expanded=bool(named), key="filters"):
        one, two, three, four = st.columns(4, gap="small")
        one.text_input("Speaker or body", key="speaker", bind="query-params")
        two.text_input("Outlet", key="outlet", bind="query-params")
        three.text_input("From", key="since", bind="query-params", placeholder="2022-03-01")
        four.text_input("To", key="until", bind="query-params", placeholder="2022-03-31")
        one.text_input("Value", key="value", bind="query-params", placeholder="3500..4500")
        two.text_input("Unit", key="unit", bind="query-params", placeholder="person, USD, percent")
        three.selectbox("Verdict", ["", *decide.ratings(opened.workspace)], key="verdict", bind="query-params")
    return {name: str(st.session_state.get(name) or "").strip() or None for name in FIELDS}


def _results(opened: state.Opened, found: SearchResult) -> None:
    what = present.searched(found.searched, found.up_to, "claim")
    if not found.hits or found.nearest is not None:
        nearest = f" The nearest was “{shortened(found.nearest.text, 140)}”." if found.nearest else ""
        st.info(plain(f"Nothing near enough. {what}.{nearest}"), icon=":material/search:")
        return
    st.caption(plain(f"{words.count(len(found.hits), 'claim')}, likest first. {what}."))
    draw(
        "hits",
        {"hits": [present.hit(one, None) for one in found.hits], "pair": False, "show": 20, "note": "", "picked": None},
        key="found",
        open=state.go_to_claim,
    )
    state.follow(opened)
