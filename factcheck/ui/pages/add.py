"""Add: an article pasted or dropped, with title, outlet and date; progress while it is read, or one line why not."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from factcheck.pipeline import ingest, review
from factcheck.pipeline.reading import Reading, Source
from factcheck.pipeline.views import Ingested
from factcheck.ui import state, versions, watching, words
from factcheck.ui.safe import plain

KINDS = ["txt", "md", "html", "htm", "pdf", "docx", "vtt", "srt"]


def add() -> None:
    opened = state.current()
    if opened.demonstration and state.workspaces.offers(state.OWN):
        # the demonstration stays as it is: a person's own article goes into a workspace of their own
        st.session_state["ws"] = st.query_params["ws"] = state.OWN
        st.rerun()
    if not reading_page(opened):
        with st.container(key="sheet"):
            st.html("<h1>Add an article</h1>")
            form(opened)
    state.show_notice()


def form(opened: state.Opened) -> None:
    """The fields, and what happens on *Find its claims*."""
    state.warm(opened)
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
    """Starts to read what was given, and shows it as it is read."""
    alone = given if len(files) + bool(text.strip()) == 1 else {}
    sources = [
        Source(file.name, partial(ingest.from_bytes, file.getvalue(), name=file.name, **alone)) for file in files
    ]
    if text.strip():
        sources.insert(0, Source("the pasted text", partial(ingest.from_text, text, **given)))
    if not sources:
        st.warning("There is nothing to read yet: paste a text or choose a file.", icon=":material/edit:")
        return
    st.session_state["reading"] = Reading(opened.workspace, sources)
    st.rerun()


def reading_page(opened: state.Opened) -> bool:
    """Shows what this tab has on its way in, where it has something: true as long as that fills the page."""
    reading: Reading | None = st.session_state.get("reading")
    if reading is None:
        return False
    if not st.session_state.get("watched"):
        with st.spinner("Reading…"):
            st.session_state["watched"] = not reading.finished(within=_AT_ONCE)
    if not reading.finished():
        watching.watch(reading)
        return True
    st.session_state.pop("watched", None)
    del st.session_state["reading"]
    now = reading.now
    for one in now.failed:
        st.error(plain(f"{one.id}: {one.error}"), icon=":material/warning:")
    if now.stopped:
        kept = f"{_told(list(now.done))} kept before." if now.done else "Nothing was kept."
        st.info(f"Stopped. {kept}", icon=":material/info:")
    elif now.done:
        _open(opened, list(now.done), too_late=reading.too_late)
    return False


_AT_ONCE = 1.0
"""Seconds that a short text is waited for before its provisional claims are drawn."""


def _told(done: list[Ingested]) -> str:
    claims = sum(one.claims for one in done)
    return f"{words.count(len(done), 'article')} with {words.count(claims, 'claim')}"


def _open(opened: state.Opened, done: list[Ingested], *, too_late: bool = False) -> None:
    """To the claim of what was added that is looked at first; what could not be found is said."""
    last = done[-1]
    notes = [plain(note) for one in done for note in one.notes]
    if too_late:
        notes.append("It was kept before it could be stopped.")
    changed = state.changes(opened, last.document_id) if last.supersedes else None
    first = versions.first_to_look_at(changed) if changed is not None else None
    if first is None:
        queue = review.queue(opened.workspace, last.document_id)
        first = next((item.claim_id for item in (*queue.items, *queue.folded)), None)
    if first is None:
        st.info("It was here before, and all its claims went over to a newer version.", icon=":material/info:")
        return
    if changed is not None:
        st.session_state["show-changes"] = last.document_id
        state.tell(f"A newer version: {versions.told(changed)}.", icon=":material/update:")
    else:
        again = " It was here before." if all(one.already for one in done) else ""
        state.tell(" ".join([f"{_told(done)}.{again}", *notes]), icon=":material/check_circle:")
    state.select(watching.same_place(opened, last.document_id) or first)
    st.session_state["seen_claim"] = None
    st.switch_page(
        st.session_state["pages"]["review"], query_params=state.address(opened, claim=str(st.session_state["claim"]))
    )
