"""What is open and what is selected: the workspaces of this process, and the claim that one browser tab looks at.

The server owns the workspaces and names them here (:data:`workspaces`); pages ask for the current one. A selection is
always an id, never a position. The URL is the master copy of it: ``?ws=…&claim=…`` opens the same thing anywhere.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from factcheck.errors import NotFoundError
from factcheck.pipeline import again, reading, review
from factcheck.pipeline.memo import remembered
from factcheck.pipeline.views import ClaimView, DocumentSummary, Queue
from factcheck.ui import people

OWN, DEMO = "own", "demo"


@dataclass
class Opened:
    """One workspace of this process.

    Attributes:
        key: its name in the URL.
        label: what the person reads.
        ahead: the first screen, being made since the workspace was opened.
    """

    key: str
    workspace: Any
    label: str
    demonstration: bool = False
    ahead: Future[None] | None = None


class Workspaces:
    """The workspaces that this process has open, and those it can open when asked for."""

    def __init__(self) -> None:
        self._open: dict[str, Opened] = {}
        self._openers: dict[str, Callable[[], Opened]] = {}
        self._lock = threading.Lock()

    def put(self, opened: Opened) -> None:
        with self._lock:
            self._open[opened.key] = opened

    def offer(self, key: str, opener: Callable[[], Opened]) -> None:
        """``opener`` opens workspace ``key`` when somebody first asks for it."""
        with self._lock:
            self._openers[key] = opener

    def get(self, key: str | None) -> Opened:
        """The workspace ``key``; the first one where there is none of that name.

        Raises:
            NotFoundError: nothing is open.
        """
        with self._lock:
            if key in self._open:
                return self._open[key]
            if key in self._openers:
                self._open[key] = self._openers[key]()
                return self._open[key]
            for first in self._open.values():
                return first
        raise NotFoundError("no workspace is open", remedy="Start the workbench with `factcheck serve` or `make run`")

    def offers(self, key: str) -> bool:
        return key in self._open or key in self._openers

    def all(self) -> list[Opened]:
        with self._lock:
            return list(self._open.values())

    def clear(self) -> list[Opened]:
        """Forgets all; gives back what was open, so that the server can close it."""
        with self._lock:
            gone = list(self._open.values())
            self._open.clear()
            self._openers.clear()
            return gone


workspaces = Workspaces()


def current() -> Opened:
    """The workspace of this tab: as the URL says, else as before, else the first."""
    key = st.query_params.get("ws") or st.session_state.get("ws")
    opened = workspaces.get(key)
    if st.session_state.get("ws") != opened.key:
        st.session_state["ws"] = opened.key
        if st.session_state.get("seen_claim") is not None:
            st.session_state.pop("claim", None)
    return opened


def person(opened: Opened) -> str:
    """Who decides; see :mod:`factcheck.ui.people`."""
    return people.name(opened)


def select(claim_id: str | None) -> None:
    """Makes ``claim_id`` the claim of this tab, in the session and in the URL."""
    if st.session_state.get("claim") != claim_id:
        st.session_state["row"] = None
        st.session_state["hit"] = None
    st.session_state["claim"] = claim_id


def selected(opened: Opened) -> str | None:
    """The claim to show: the URL's where the person changed it, else the session's, else the one to open first."""
    asked = st.query_params.get("claim")
    if asked and asked != st.session_state.get("seen_claim"):
        select(asked)
    if st.session_state.get("claim") is None:
        if opened.ahead is not None:
            wait([opened.ahead])
        select(review.lead(opened.workspace))
    return st.session_state.get("claim")


CHOICES = {"order": "conflict", "show": "all"}
"""What the queue is ordered and filtered by, under its name in the URL, with what it is where nothing is said."""


def choice(name: str, known: Collection[str]) -> str:
    """One of :data:`CHOICES`: the URL's where a person opened or changed it, else this tab's, else the usual one."""
    asked = st.query_params.get(name)
    if asked != st.session_state.get(f"seen-{name}") and asked in known:
        st.session_state[name] = asked
    chosen = st.session_state.get(name)
    if chosen not in known:
        chosen = st.session_state[name] = CHOICES[name]
    return str(chosen)


def bind_url(opened: Opened, claim_id: str | None) -> None:
    """Writes workspace, claim, order and filter into the URL, so that it opens the same thing for anybody."""
    st.session_state["seen_claim"] = claim_id
    wanted = {} if opened.key == workspaces.get(None).key else {"ws": opened.key}
    if claim_id:
        wanted["claim"] = claim_id
    for name, usual in CHOICES.items():
        if (chosen := str(st.session_state.get(name) or usual)) != usual:
            wanted[name] = chosen
        st.session_state[f"seen-{name}"] = wanted.get(name)
    for name, value in wanted.items():
        if st.query_params.get(name) != value:
            st.query_params[name] = value
    for name in ("ws", *CHOICES):
        if name not in wanted and name in st.query_params:
            del st.query_params[name]


def go_to_claim(claim_id: str) -> None:
    """At the end of this drawing, to the claim on the review page."""
    st.session_state["go"] = ("claim", claim_id)


def go_to_voice(name: str) -> None:
    """At the end of this drawing, to the page of a speaker or body."""
    st.session_state["go"] = ("voice", name)


def follow(opened: Opened) -> None:
    """Goes where a callback of this drawing said."""
    target = st.session_state.pop("go", None)
    if target is None:
        return
    kind, value = target
    pages = st.session_state["pages"]
    if kind == "voice":
        for name in ("about", "since", "until", "figures", "named"):
            st.session_state.pop(name, None)
        st.switch_page(pages["speaker"], query_params=address(opened, name=value))
    select(value)
    st.session_state["seen_claim"] = None
    st.switch_page(pages["review"], query_params=address(opened, claim=value))


def address(opened: Opened, **more: str) -> dict[str, str]:
    """Query parameters that lead to ``opened`` from another page."""
    return {**({} if opened.key == workspaces.get(None).key else {"ws": opened.key}), **more}


# --------------------------------------------------------- what is read again and again, kept until something changes


def claim(opened: Opened, claim_id: str) -> ClaimView:
    """The view of one claim, its earlier claims not yet looked for (:func:`earlier`).

    It is frozen, so one copy serves every tab until something in the workspace changes.

    Raises:
        NotFoundError: there is no such claim.
    """
    workspace = opened.workspace
    return remembered(
        workspace, ("screen claim", claim_id), lambda: review.claim(workspace, claim_id, search_earlier=False)
    )


def earlier(opened: Opened, view: ClaimView) -> ClaimView:
    """The same view with its earlier claims: what takes longest, and so is asked for when the rest is drawn."""
    workspace = opened.workspace
    found = remembered(
        workspace, ("screen earlier", view.item.claim_id), lambda: review.earlier(workspace, view.statement)
    )
    return replace(view, earlier=found)


def queue(opened: Opened, document_id: str, order: str) -> Queue:
    """The claims of a document in ``order``; a decision never shuffles them, because the order is of the content."""
    workspace = opened.workspace
    return remembered(
        workspace, ("screen queue", document_id, order), lambda: review.queue(workspace, document_id, order=order)
    )


def changes(opened: Opened, document_id: str) -> again.Changes | None:
    """What this version of a document changed in the one before it; None where it is the first."""
    workspace = opened.workspace
    return remembered(
        workspace, ("screen changes", document_id), lambda: again.changes(workspace, document_id), content=True
    )


def documents(opened: Opened) -> list[DocumentSummary]:
    workspace = opened.workspace
    return remembered(workspace, ("screen documents",), lambda: review.documents(workspace))


_ahead = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ahead")


def look_ahead(opened: Opened, claim_ids: Iterable[str]) -> None:
    """Makes the views of the claims that are likely to be asked for next, beside the person's own reading.

    What goes wrong there goes wrong again, and is shown, when the claim is asked for.
    """
    for claim_id in claim_ids:
        _ahead.submit(_whole, opened, claim_id)


def _whole(opened: Opened, claim_id: str) -> None:
    earlier(opened, claim(opened, claim_id))


def look_ahead_first(opened: Opened) -> None:
    """The same for the claim that the workspace opens with."""

    def first() -> None:
        lead = review.lead(opened.workspace)
        if lead is not None:
            view = claim(opened, lead)
            queue(opened, view.document.id, "conflict")
            earlier(opened, view)

    opened.ahead = _ahead.submit(first)


def warm(opened: Opened) -> None:
    """Loads what reading a text needs beside the person who is still pasting it; once a process."""
    with _warm_lock:
        if not _warmed:
            _warmed.append(_ahead.submit(reading.warm, opened.workspace))


_warmed: list[Future[None]] = []
_warm_lock = threading.Lock()


# --------------------------------------------------------------------------------------------------- one-line notices


def tell(message: str, *, icon: str | None = None) -> None:
    """Keeps a notice for the next drawing; ``message`` is already safe for Markdown."""
    st.session_state["notice"] = (message, icon)


def show_notice() -> None:
    waiting = st.session_state.pop("notice", None)
    if waiting:
        message, icon = waiting
        st.toast(message, icon=icon)
