"""The screen as one script: the bar at the top, the pages, the look. It runs again at each interaction of a tab."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from factcheck.errors import FactcheckError
from factcheck.ui import people, state, watching, words
from factcheck.ui.components import draw
from factcheck.ui.pages.activity import activity
from factcheck.ui.pages.add import add
from factcheck.ui.pages.conflicts import conflicts
from factcheck.ui.pages.review import review
from factcheck.ui.pages.search import search
from factcheck.ui.pages.speaker import speaker
from factcheck.ui.safe import plain, shortened

_STYLE = (Path(__file__).parent / "style.css").read_text(encoding="utf-8")


def main() -> None:
    """Draws the page that the URL names."""
    st.set_page_config(page_title=words.NAME, page_icon="🔎", layout="wide", initial_sidebar_state="collapsed")
    st.html(f"<style>{_STYLE}{_colours()}</style>")
    pages = {
        "review": st.Page(review, title="Review", default=True),
        "search": st.Page(search, title="Search", url_path="search"),
        "speaker": st.Page(speaker, title="Speakers", url_path="speaker"),
        "conflicts": st.Page(conflicts, title="Conflicts", url_path="conflicts"),
        "activity": st.Page(activity, title="Activity", url_path="activity"),
        "add": st.Page(add, title="Add", url_path="add"),
    }
    st.session_state["pages"] = pages
    chosen = st.navigation(list(pages.values()), position="hidden")
    try:
        opened = state.current()
    except FactcheckError as error:
        st.error(plain(str(error)), icon=":material/warning:")
        return
    _bar(opened, pages, adding=chosen.url_path == "add")
    _keys(opened, pages)
    chosen.run()


def _colours() -> str:
    """The themes' line and badge colours for the few marks that are not drawn by a component.

    Both themes' are given: the browser takes the right one, also when the system turns dark while the page is open.
    """
    line, paper, text, back, link = (
        f"light-dark({st.get_option(f'theme.light.{name}')}, {st.get_option(f'theme.dark.{name}')})" for name in _NAMES
    )
    return f":root {{ --line: {line}; --back: {paper}; --demo-text: {text}; --demo-back: {back}; --focus: {link}; }}"


_NAMES = ("borderColor", "backgroundColor", "violetTextColor", "violetBackgroundColor", "linkColor")


def _bar(opened: state.Opened, pages: dict[str, st.Page], *, adding: bool) -> None:
    demo = f'<span class="demo">{words.DEMONSTRATION}</span>' if opened.demonstration else ""
    with st.container(key="bar", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(
            f'<div class="brand"><b>{words.NAME}</b><span class="where">{escape(opened.label)}</span>{demo}</div>',
            width="content",
        )
        with st.container(key="links", horizontal=True, gap="small", width="content"):
            for name in ("review", "conflicts", "speaker", "search", "activity"):
                st.page_link(pages[name], query_params=state.address(opened))
        with st.container(key="right", horizontal=True, horizontal_alignment="right", gap="small"):
            if not watching.elsewhere(opened, pages["add"], here=adding or not state.documents(opened)):
                st.html(f'<span class="promise">{words.PROMISE}</span>', width="content")
            _who(opened)
            away = opened.key == state.OWN and state.workspaces.offers(state.DEMO)
            if away and st.button("Back to the demonstration", key="to-demo", type="tertiary"):
                _go(pages, "review", state.workspaces.get(state.DEMO))
            if not adding and st.button("Paste your article", key="to-paste", type="primary"):
                target = state.workspaces.get(state.OWN) if state.workspaces.offers(state.OWN) else opened
                _go(pages, "add", target)


def _who(opened: state.Opened) -> None:
    """Who decides: the name that is kept with each decision."""
    name = people.name(opened) or "Your name?"
    with st.popover(plain(shortened(name, 18)), type="tertiary", help="Your name is kept with each decision"):
        people.field(opened)
        st.caption("Light or dark: as your system is set.")


def _go(pages: dict[str, st.Page], name: str, opened: state.Opened) -> None:
    state.select(None)
    st.session_state["ws"] = opened.key
    st.switch_page(pages[name], query_params=state.address(opened))


def _keys(opened: state.Opened, pages: dict[str, st.Page]) -> None:
    with st.container(key="keys", gap=None):
        draw("keys", {"keys": ["/", "?"]}, key="pressed", pressed=_pressed)
        people.remember()
    asked = st.session_state.pop("key", None)
    if asked == "/":
        st.switch_page(pages["search"], query_params=state.address(opened))


def _pressed(key: str) -> None:
    if key == "?":
        st.session_state["asked"] = ("keys", "")
    else:
        st.session_state["key"] = key
