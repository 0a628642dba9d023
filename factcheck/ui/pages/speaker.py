"""Speakers: everybody who speaks here; of one person or body all that they said, in order, under all their names."""

from __future__ import annotations

from html import escape
from typing import Any

import streamlit as st

from factcheck.errors import FactcheckError
from factcheck.pipeline import speakers
from factcheck.pipeline.memo import remembered
from factcheck.pipeline.speakers import VoicePage
from factcheck.ui import actions, present, state, words
from factcheck.ui.components import draw
from factcheck.ui.safe import plain

PAGE = 100


def speaker() -> None:
    opened = state.current()
    st.query_params.pop("claim", None)
    name = str(st.query_params.get("name") or "")
    with st.container(key="sheet-wide"):
        if name:
            _one(opened, name)
        else:
            _all(opened)
    state.show_notice()
    state.follow(opened)


def _all(opened: state.Opened) -> None:
    st.html("<h1>Speakers and bodies</h1>")
    wanted = st.text_input("Name", key="named", bind="query-params", placeholder="Part of a name", width=340)
    found = speakers.voices(opened.workspace, named=wanted.strip())
    if not found:
        st.info("Nobody of that name speaks here.", icon=":material/search:")
        return
    more = f"; the {PAGE} that speak most are shown" if len(found) > PAGE else ""
    st.caption(f"{words.count(len(found), 'name')}{more}.")
    names: list[dict[str, Any]] = [
        {
            "name": one.name,
            "note": "also " + ", ".join(one.aliases) if one.aliases else None,
            "acts": [],
            "count": words.count(one.claims, "claim"),
        }
        for one in found[:PAGE]
    ]
    draw("names", {"names": names}, key="voices", voice=state.go_to_voice)


def _one(opened: state.Opened, name: str) -> None:
    try:
        whole = _page(opened, name)
    except FactcheckError as error:
        st.html("<h1>Speakers and bodies</h1>")
        st.warning(plain(str(error)), icon=":material/warning:")
        return
    st.html(f"<h1>{escape(whole.name)}</h1>")
    _names(opened, whole)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        about = st.text_input("About", key="about", bind="query-params", placeholder="Words of the claim", width=300)
        since = st.text_input("From", key="since", bind="query-params", placeholder="2022-03-01", width=130)
        until = st.text_input("To", key="until", bind="query-params", placeholder="2022-03-31", width=130)
        figures = st.checkbox("Only with figures", key="figures", bind="query-params")
    try:
        shown = _page(opened, name, about=about, since=since, until=until, figures_only=figures)
    except FactcheckError as error:
        st.error(plain(str(error)), icon=":material/warning:")
        return
    if not shown.said:
        st.info(f"None of {words.count(shown.total, 'claim')} is as you ask.", icon=":material/search:")
        return
    part = f"{len(shown.said):,} of " if len(shown.said) < shown.total else ""
    more = f"; the first {PAGE} are shown" if len(shown.said) > PAGE else ""
    st.caption(f"{part}{words.count(shown.total, 'claim')}, oldest first{more}.")
    draw(
        "said",
        {"said": [present.said(one) for one in shown.said[:PAGE]]},
        key="said",
        open=state.go_to_claim,
    )


def _page(
    opened: state.Opened, name: str, *, about: str = "", since: str = "", until: str = "", figures_only: bool = False
) -> VoicePage:
    """All that a voice said, made once until somebody decides or adds something."""
    asked = {"about": about, "since": since or None, "until": until or None, "figures_only": figures_only}
    return remembered(
        opened.workspace,
        ("screen voice", name, *asked.values()),
        lambda: speakers.page(
            opened.workspace, name, about=about, since=since or None, until=until or None, figures_only=figures_only
        ),
    )


def _names(opened: state.Opened, whole: VoicePage) -> None:
    """The other names of this voice, and those that may be it: one key press joins, and one takes it back."""
    if whole.aliases:
        st.html("<h3 class='part'>Also named</h3>")
        names: list[dict[str, Any]] = [
            {
                "name": one.name,
                "note": f"joined by {one.person}" if one.event_id else "the same name in another spelling",
                "acts": [["Take back", "undo", one.event_id]] if one.event_id else [["Not the same", "part", one.name]],
            }
            for one in whole.aliases
        ]
        draw("names", {"names": names}, key="aliases", **_does(opened, whole))
    if whole.offers:
        with st.expander(f"May be the same ({len(whole.offers)})", expanded=len(whole.offers) < 4):
            names = [
                {
                    "name": one.name,
                    "note": one.why,
                    "acts": [["The same", "join", one.name], ["Not the same", "part", one.name]],
                }
                for one in whole.offers
            ]
            draw("names", {"names": names}, key="offers", **_does(opened, whole))
    with st.popover("Join another name", type="tertiary"):
        others = [one.name for one in speakers.voices(opened.workspace) if one.name != whole.name]
        st.selectbox("Is the same as", others, index=None, key="join-other", placeholder="Part of a name")
        st.button("Join", key="join", on_click=_join_other, args=(opened, whole.name))


def _does(opened: state.Opened, whole: VoicePage) -> dict[str, Any]:
    return {
        "voice": state.go_to_voice,
        "join": lambda name: _join(opened, name, whole.name),
        "part": lambda name: _part(opened, name, whole.name),
        "undo": lambda event_id: actions.undo(opened, event_id),
    }


def _join_other(opened: state.Opened, name: str) -> None:
    chosen = st.session_state.get("join-other")
    if chosen:
        _join(opened, str(chosen), name)


def _join(opened: state.Opened, alias: str, name: str) -> None:
    try:
        speakers.join(opened.workspace, alias, name, person=state.person(opened))
    except FactcheckError as error:
        state.tell(plain(str(error)), icon=":material/warning:")
        return
    state.tell(
        f"{plain(alias)} is {plain(name)} from now on. **Activity** takes it back.", icon=":material/check_circle:"
    )


def _part(opened: state.Opened, alias: str, name: str) -> None:
    try:
        speakers.part(opened.workspace, alias, name, person=state.person(opened))
    except FactcheckError as error:
        state.tell(plain(str(error)), icon=":material/warning:")
        return
    state.tell(f"{plain(alias)} and {plain(name)} stay apart. **Activity** takes it back.", icon=":material/info:")
