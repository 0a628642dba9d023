"""Add: an article pasted or dropped, with title, outlet and date; progress while it is read, or one line why not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import streamlit as st

from factcheck.errors import FactcheckError
from factcheck.pipeline import ingest, review
from factcheck.pipeline.views import Ingested, Progress
from factcheck.ui import state, words
from factcheck.ui.safe import plain, shortened

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

KINDS = ["txt", "md", "html", "htm", "pdf", "docx", "vtt", "srt"]


def add() -> None:
    opened = state.current()
    if opened.demonstration and state.workspaces.offers(state.OWN):
        # the demonstration stays as it is: a person's own article goes into a workspace of their own
        st.session_state["ws"] = st.query_params["ws"] = state.OWN
        st.rerun()
    with st.container(key="sheet"):
        st.html("<h1>Add an article</h1>")
        form(opened)
    state.show_notice()


def form(opened: state.Opened) -> None:
    """The fields, and what happens on *Find its claims*."""
    with st.form("add", border=False):
        text = st.text_area(
            "Article text",
            height=225,
            placeholder="Paste the whole article here, headline and all",
            key="paste",
        )
        first, second, third = st.columns([5, 3, 2], gap="small")
        title = first.text_input("Title", placeholder="Taken from the text if left empty")
        outlet = second.text_input("Outlet", placeholder="Who printed it")
        printed = third.date_input("Printed on", value=None, format="YYYY-MM-DD", min_value=date(1900, 1, 1))
        st.caption("With the date, words such as “Tuesday” or “last month” are read as days.")
        files = st.file_uploader(
            "Or drop files (text, Markdown, saved web pages, PDF, Word, subtitles)",
            type=KINDS,
            accept_multiple_files=True,
        )
        go = st.form_submit_button("Find its claims", type="primary", shortcut="Ctrl+Enter")
    if go:
        given = {
            "title": title.strip() or None,
            "outlet": outlet.strip() or None,
            "date": printed.isoformat() if isinstance(printed, date) else None,
        }
        _take_in(opened, text, files or [], given)


def _take_in(opened: state.Opened, text: str, files: list[Any], given: dict[str, str | None]) -> None:
    sources: list[tuple[str, Any]] = [(file.name, file) for file in files]
    if text.strip():
        sources.insert(0, ("the pasted text", None))
    if not sources:
        st.warning("There is nothing to read yet: paste a text or choose a file.", icon=":material/edit:")
        return
    done: list[Ingested] = []
    began = st.empty()
    with began.status("Reading…", expanded=True) as status:
        bar = st.progress(0.0)
        for number, (name, file) in enumerate(sources):
            status.update(label=f"Reading {plain(shortened(name, 60))}")
            try:
                document = (
                    ingest.from_text(text, **given)
                    if file is None
                    else ingest.from_bytes(file.getvalue(), name=file.name, **(given if len(sources) == 1 else {}))
                )
                done.append(
                    ingest.ingest(
                        opened.workspace,
                        document,
                        on_progress=_shown_on(bar, number, len(sources)),
                    )
                )
            except FactcheckError as error:
                st.error(plain(f"{name}: {error}"), icon=":material/warning:")
        bar.progress(1.0, text="Done")
        status.update(label=_told(done), state="complete" if done else "error", expanded=not done)
    if done:
        _open(opened, done)


def _shown_on(bar: DeltaGenerator, at: int, of: int) -> Callable[[Progress], None]:
    def show(told: Progress) -> None:
        bar.progress(_part(told, at, of), text=plain(told.what.capitalize()))

    return show


def _part(told: Progress, at: int, of: int) -> float:
    within = told.done / told.total if told.total else 0.05
    return min(1.0, (at + within) / of)


def _told(done: list[Ingested]) -> str:
    if not done:
        return "Nothing was added"
    claims = sum(one.claims for one in done)
    return f"{words.count(len(done), 'article')} with {words.count(claims, 'claim')}"


def _open(opened: state.Opened, done: list[Ingested]) -> None:
    """To the first claim of what was added; what could not be found is said."""
    notes = [note for one in done for note in one.notes]
    for note in notes:
        st.info(plain(note), icon=":material/info:")
    found = [one for one in done if one.claims]
    if not found:
        st.warning(
            "No claims were found: nothing in it reads as a figure or as something somebody said.",
            icon=":material/search:",
        )
        return
    queue = review.queue(opened.workspace, found[-1].document_id)
    first = next(iter((*queue.items, *queue.folded)), None)
    if first is None:
        return
    again = " It was here before." if all(one.already for one in done) else ""
    state.tell(f"{_told(done)}.{again}", icon=":material/check_circle:")
    state.select(first.claim_id)
    st.session_state["seen_claim"] = None
    st.switch_page(st.session_state["pages"]["review"], query_params=state.address(opened, claim=first.claim_id))
