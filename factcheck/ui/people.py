"""Who decides: the name that is kept with each decision, and where it is known from.

It stands apart because a newsroom has several ways to say who sits before a screen. The header of a trusted proxy, else
a sign-in, is believed before all and can't be typed over; then the name typed on the screen, which this browser
remembers; then the settings; then, for somebody at this very computer, its account. Who comes over the network and is
none of these is asked once, before their first decision is kept.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import streamlit as st

from factcheck.ui.components import draw
from factcheck.ui.safe import plain

if TYPE_CHECKING:
    from factcheck.ui.state import Opened

COOKIE = "factcheck_person"
"""In which this browser remembers the name that was typed in it."""
LONGEST = 80


class Source(StrEnum):
    """Where a name is known from."""

    SIGN_IN = "sign-in"
    HEADER = "header"
    TYPED = "typed"
    BROWSER = "browser"
    SETTINGS = "settings"
    ACCOUNT = "account"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Person:
    """A name, and where it is known from."""

    name: str
    source: Source

    @property
    def fixed(self) -> bool:
        """Said by who lets people in, so that nobody types another one."""
        return self.source in (Source.SIGN_IN, Source.HEADER)


def person(opened: Opened) -> Person:
    """Who sits before this screen; the name is empty where nobody has said."""
    settings = opened.workspace.settings
    header = settings.person_header
    for source, found in (
        (Source.HEADER, header_of_request(header) if header else None),
        (Source.SIGN_IN, _signed_in()),
        (Source.TYPED, st.session_state.get("typed")),
        (Source.BROWSER, cookie()),
        (Source.SETTINGS, settings.person),
        (Source.ACCOUNT, _account() if at_this_computer() and not header and not sign_in_offered() else None),
    ):
        name = " ".join(str(found or "").split())[:LONGEST]
        if name:
            return Person(name, source)
    return Person("", Source.NOBODY)


def name(opened: Opened) -> str:
    """The name that decisions are kept under; empty where nobody has said."""
    return person(opened).name


def sign_in_offered() -> bool:
    """Whether a sign-in is configured and nobody has signed in yet."""
    return getattr(st.user, "is_logged_in", None) is False


def _signed_in() -> str | None:
    if getattr(st.user, "is_logged_in", None) is not True:
        return None
    return str(getattr(st.user, "name", None) or getattr(st.user, "email", None) or "") or None


def header_of_request(called: str) -> str | None:
    """A header of the request that opened this tab."""
    return st.context.headers.get(called)


def cookie() -> str:
    """The name that this browser remembers, or an empty text."""
    return unquote(st.context.cookies.get(COOKIE) or "")


def at_this_computer() -> bool:
    """Whether the browser runs on the computer that serves the page."""
    return st.context.ip_address is None


def _account() -> str | None:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return None


# ------------------------------------------------------------------------------------------------------------- asking


def known(opened: Opened, *, for_what: tuple[Callable[..., Any], tuple[Any, ...]]) -> bool:
    """Whether a name is known; where it isn't, it is asked for, and ``for_what`` (a function and what it is given) is
    done when it has been given."""
    if person(opened).name:
        return True
    st.session_state["held"] = for_what
    st.session_state["asked"] = ("who", "")
    return False


def told_once(opened: Opened) -> str:
    """What to say at the first decision that is kept under the name of this computer's account; else nothing."""
    found = person(opened)
    if found.source is not Source.ACCOUNT or st.session_state.get("told_account"):
        return ""
    st.session_state["told_account"] = True
    return f" Kept under “{plain(found.name)}”, this computer’s account; your own name goes in at the top right."


@st.dialog("Who decides?", width="small")
def ask() -> None:
    """The name, once, before the first decision of somebody who has none."""
    if sign_in_offered():
        st.write("Decisions are kept with a name. Sign in, and press the key again.")
        if st.button("Sign in", type="primary", key="sign-in-first"):
            st.login()
        return
    with st.form("who", border=False, enter_to_submit=True):
        given = st.text_input("Your name, kept with each decision", max_chars=LONGEST, key="who-name")
        if st.form_submit_button("Keep my decision", type="primary") and given.strip():
            st.session_state["typed"] = given.strip()
            does, args = st.session_state.pop("held", (None, ()))
            if does is not None:
                does(*args)
            st.rerun()


def remember() -> None:
    """Lets this browser remember the name that was typed, so that a reload decides under the same one."""
    draw("profile", {"cookie": COOKIE, "name": st.session_state.get("typed")}, key="profile")


def field(opened: Opened) -> None:
    """The name as a field, or as it is where somebody else vouches for it."""
    found = person(opened)
    if found.fixed:
        told = "your sign-in" if found.source is Source.SIGN_IN else "the address you came through"
        st.caption(f"Signed in as **{plain(found.name)}**, as {told} says. Your decisions are kept under this name.")
        if found.source is Source.SIGN_IN and st.button("Sign out", key="sign-out"):
            st.logout()
        return
    if sign_in_offered() and st.button("Sign in", key="sign-in", type="primary"):
        st.login()
    st.text_input(
        "Your name",
        value=found.name,
        key="person",
        persist_state="session",
        max_chars=LONGEST,
        on_change=_typed,
    )
    st.caption("Kept with each decision; this browser remembers it.")


def _typed() -> None:
    st.session_state["typed"] = str(st.session_state.get("person") or "").strip() or None
