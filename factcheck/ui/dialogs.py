"""The few dialogs: flag a contradiction, give a verdict, the list of keys, who is deciding.

Each choice in a dialog is one button with a number as its key, so that a flag is two keys and a verdict is two keys.
"""

from __future__ import annotations

import streamlit as st

from factcheck.model import EventKind
from factcheck.pipeline import decide
from factcheck.pipeline.views import ClaimView, Ledger
from factcheck.ui import actions, state, words
from factcheck.ui.safe import plain, shortened


def open_asked(opened: state.Opened, view: ClaimView, ledger: Ledger) -> None:
    """Opens the dialog that a key or button asked for, if it was asked for on the claim that is shown."""
    asked = st.session_state.pop("asked", None)
    if asked is None:
        return
    dialog, claim_id = asked
    if dialog == "keys":
        keys()
    elif claim_id == view.item.claim_id:
        {"flag": _flag, "verdict": _verdict}[dialog](opened, view, ledger)


@st.dialog("Keys", width="small")
def keys() -> None:
    """Every key and what it does."""
    rows = "".join(f"<kbd>{key}</kbd><span>{what}</span>" for key, what in words.KEYS)
    st.html(f'<div class="keys">{rows}</div>')
    st.caption("Letters typed into a text field are text, not keys. Esc closes this list.")


@st.dialog("Flag a contradiction", width="medium")
def _flag(opened: state.Opened, view: ClaimView, ledger: Ledger) -> None:
    rows = actions.rows_of(ledger)
    _quoted(view)
    options: list[str | None] = [key for key, row in rows.items() if row.statement.claim_id]
    options.append(None)
    picked = actions.picked_row(view, ledger)

    def name(key: str | None) -> str:
        if key is None:
            return "No single figure: the claim as a whole"
        row = rows[key]
        look = words.look(row.relation.relation)
        return shortened(f"{row.who}: {row.as_written} ({row.when}) – {look.label.lower()}", 110)

    st.selectbox(
        "Against",
        options,
        index=options.index(picked) if picked in options else len(options) - 1,
        format_func=name,
        key="flag-against",
    )
    st.text_input("Note", placeholder="What you would ask the press office, or why (may stay empty)", key="flag-note")
    st.caption("Why? Choosing a reason keeps the flag.")
    for number, (reason, label) in enumerate(decide.FLAG_REASONS.items(), start=1):
        if st.button(
            plain(label),
            key=f"flag-{reason}",
            shortcut=str(number),
            width="stretch",
            on_click=_keep_flag,
            args=(opened, view, ledger, reason),
        ):
            st.rerun()


def _keep_flag(opened: state.Opened, view: ClaimView, ledger: Ledger, reason: str) -> None:
    row = actions.rows_of(ledger).get(st.session_state.get("flag-against") or "")
    other = row.statement.claim_id if row else None
    subject = decide.pair(view.item.claim_id, other) if other else view.item.claim_id
    payload = {"reason": reason, "note": _note("flag-note"), "against": other}
    actions.keep(opened, EventKind.FLAG, subject, payload, actions.seen(view, ledger, row))


@st.dialog("Your verdict", width="medium")
def _verdict(opened: state.Opened, view: ClaimView, ledger: Ledger) -> None:
    _quoted(view)
    offered = [hit for hit in view.earlier.hits if hit.verdict][:3]
    for hit in offered:
        by = words.joined(hit.outlet, words.short_day(hit.date))
        st.caption(f"An earlier check says **{plain(hit.verdict)}** ({plain(by)}). Offered, not applied.")
    st.text_area("Note", placeholder="Why, in Markdown (may stay empty)", height=90, key="verdict-note")
    st.caption("Choosing a rating keeps the verdict.")
    columns = st.columns(2, gap="small")
    for number, rating in enumerate(decide.ratings(opened.workspace), start=1):
        if columns[(number - 1) % 2].button(
            plain(rating),
            key=f"rate-{number}",
            width="stretch",
            shortcut=str(number) if number < 10 else None,
            on_click=_keep_verdict,
            args=(opened, view, ledger, rating),
        ):
            st.rerun()


def _keep_verdict(opened: state.Opened, view: ClaimView, ledger: Ledger, rating: str) -> None:
    payload = {"rating": rating, "note": _note("verdict-note")}
    actions.keep(opened, EventKind.VERDICT, view.item.claim_id, payload, actions.seen(view, ledger))


def _note(key: str) -> str:
    return str(st.session_state.get(key) or "").strip()


def _quoted(view: ClaimView) -> None:
    st.markdown(f"“{plain(shortened(view.statement.claim.text, 260))}”")
