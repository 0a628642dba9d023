"""The few dialogs: flag a contradiction, give a verdict, write a note, correct, the list of keys, who is deciding.

Each choice in a dialog is one button with a number as its key, so that a flag is two keys and a verdict is two keys.
What is typed in a dialog belongs to the claim it was opened for: no other claim's dialog ever shows it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from factcheck.model import EventKind
from factcheck.pipeline import correct, decide, details, fresh
from factcheck.pipeline.views import ClaimView, Decision, Ledger
from factcheck.ui import actions, people, state, words
from factcheck.ui.safe import link, plain, shortened

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator


def open_asked(opened: state.Opened, view: ClaimView, ledger: Ledger) -> None:
    """Opens the dialog that a key or button asked for, if it was asked for on the claim that is shown."""
    asked = st.session_state.pop("asked", None)
    if asked is None:
        return
    dialog, claim_id = asked
    if dialog == "keys":
        keys()
    elif dialog == "who":
        people.ask()
    elif claim_id == view.item.claim_id:
        one = {"flag": _flag, "verdict": _verdict, "note": _write, "correct": _correct, "details": _details}[dialog]
        one(opened, view, ledger)


@st.dialog("Keys", width="large")
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
        key=_key("flag-against", view),
    )
    st.text_input(
        "Note",
        placeholder="What you would ask the press office, or why (may stay empty)",
        key=_key("flag-note", view),
    )
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
    row = actions.rows_of(ledger).get(st.session_state.get(_key("flag-against", view)) or "")
    other = row.statement.claim_id if row else None
    subject = decide.pair(view.item.claim_id, other) if other else view.item.claim_id
    payload = {"reason": reason, "note": _typed("flag-note", view), "against": other}
    on = [fresh.statement(view.statement), *([fresh.statement(row.statement)] if row and other else [])]
    if not actions.keep(opened, EventKind.FLAG, subject, payload, actions.seen(view, ledger, row), on):
        _again("flag", view)


@st.dialog("Your verdict", width="medium")
def _verdict(opened: state.Opened, view: ClaimView, ledger: Ledger) -> None:
    _quoted(view)
    offered = [hit for hit in view.earlier.hits if hit.verdict][:3]
    for hit in offered:
        by = words.joined(hit.outlet, words.short_day(hit.date))
        st.caption(f"An earlier check says **{plain(hit.verdict)}** ({plain(by)}). Offered, not applied.")
    for one in _of_others(opened, view):
        told = plain(str(one.payload.get("rating")))
        st.caption(f"{plain(one.person)} has decided **{told}**. Yours is kept beside it.")
    st.text_area("Note", placeholder="Why, in Markdown (may stay empty)", height=90, key=_key("verdict-note", view))
    _preview(_typed("verdict-note", view))
    _evidence_fields(view)
    _, wrong = _evidence(view)
    if wrong:
        st.warning(_no_address(wrong), icon=":material/warning:")
    st.caption("Choosing a rating keeps the verdict.")
    columns = st.columns(2, gap="small")
    for number, rating in enumerate(decide.ratings(opened.workspace), start=1):
        if columns[(number - 1) % 2].button(
            plain(rating),
            key=f"rate-{number}",
            width="stretch",
            shortcut=str(number) if number < 10 else None,
            disabled=wrong is not None,
            on_click=_keep_verdict,
            args=(opened, view, ledger, rating),
        ):
            st.rerun()


def _of_others(opened: state.Opened, view: ClaimView) -> list[Decision]:
    me = people.name(opened)
    return [one for one in view.item.decisions if one.kind == EventKind.VERDICT and one.person != me]


def _preview(note: str) -> None:
    """The note as it will be printed, in a place of its own that is always there: a field below it that moved would be
    drawn anew, and what is being typed in it would be lost."""
    place = st.container()
    if note:
        with place.container(border=True, key="note-preview"):
            st.markdown(without_pictures(note))


def _keep_verdict(opened: state.Opened, view: ClaimView, ledger: Ledger, rating: str) -> None:
    evidence, wrong = _evidence(view)
    if wrong:  # typed and not yet drawn when the rating was chosen: nothing is kept, nothing typed is lost
        state.tell(f"Not kept: {_no_address(wrong)}", icon=":material/warning:")
        actions.ask("verdict", view.item.claim_id)
        return
    payload = {"rating": rating, "note": _typed("verdict-note", view), "evidence": evidence}
    on = [fresh.statement(view.statement)]
    if not actions.keep(opened, EventKind.VERDICT, view.item.claim_id, payload, actions.seen(view, ledger), on):
        _again("verdict", view)


@st.dialog("A note on this claim", width="medium")
def _write(opened: state.Opened, view: ClaimView, ledger: Ledger) -> None:
    _quoted(view)
    mine = [one for one in view.item.decisions if one.kind == EventKind.NOTE and one.person == people.name(opened)]
    if mine:
        st.caption("The note that you kept before; what you keep now takes its place, and the trail has both.")
    before = str(mine[-1].payload.get("note") or "") if mine else ""
    st.text_area(
        "Note", value=before, placeholder="In Markdown. Ctrl+Enter shows it", height=140, key=_key("note", view)
    )
    note = _typed("note", view)
    _preview(note)
    if st.button(
        "Keep the note",
        type="primary",
        key="keep-note",
        disabled=not note or note == before,
        on_click=_keep_note,
        args=(opened, view, ledger),
    ):
        st.rerun()


def _keep_note(opened: state.Opened, view: ClaimView, ledger: Ledger) -> None:
    payload = {"note": _typed("note", view)}
    on = [fresh.statement(view.statement)]
    if not actions.keep(opened, EventKind.NOTE, view.item.claim_id, payload, actions.seen(view, ledger), on):
        _again("note", view)


def _again(dialog: str, view: ClaimView) -> None:
    """Opens the dialog anew where its decision was not kept: what was typed is still in it."""
    if "asked" not in st.session_state:
        actions.ask(dialog, view.item.claim_id)


MOST_EVIDENCE = 8


def _evidence_fields(view: ClaimView) -> None:
    """A row for each address given, and one more."""
    for number in range(1, MOST_EVIDENCE + 1):
        left, right = st.columns(2, gap="small")
        url = left.text_input(
            f"Evidence {number}: address",
            placeholder="https:// (may stay empty)",
            key=_key(f"verdict-url-{number}", view),
        )
        right.text_input(
            f"Evidence {number}: words kept from there",
            placeholder="In case the page changes",
            key=_key(f"verdict-quotation-{number}", view),
        )
        if not url:
            return


def _evidence(view: ClaimView) -> tuple[list[dict[str, str | None]], str | None]:
    """The addresses typed so far, each with the words kept from there, and the first address that is none."""
    kept: list[dict[str, str | None]] = []
    for number in range(1, MOST_EVIDENCE + 1):
        url, quotation = (_typed(f"verdict-{name}-{number}", view) for name in ("url", "quotation"))
        if url or quotation:
            if link(url) is None:
                return kept, url or "an empty field"
            kept.append({"url": url, "quotation": quotation or None})
    return kept, None


def _no_address(text: str) -> str:
    return f"{plain(shortened(text, 80))} is no address; it must begin with http:// or https://"


def without_pictures(markdown: str) -> str:
    """``markdown`` with its pictures as words: a preview must not fetch anything from another machine."""
    return markdown.replace("![", r"!\[")


@st.dialog("Correct what was read", width="large")
def _correct(opened: state.Opened, view: ClaimView, ledger: Ledger) -> None:
    """The fields of the figure and its speaker as they are now; what is changed is kept, the rest is left alone."""
    claim = view.statement.claim
    figure = claim.figures.index(ledger.figure) if ledger.figure in claim.figures else None
    now = correct.fields(claim, figure)
    _quoted(view)
    key = f"correct-{view.item.claim_id}-{figure}-{len(view.history)}"
    with st.form(key, border=False, enter_to_submit=True):
        if figure is not None:
            st.caption(
                f"The figure “{plain(shortened(claim.figures[figure].text, 80))}”. What it says stays as written."
            )
        columns = st.columns(3, gap="small")
        given = {
            name: _field(columns[place % 3], name, value, f"{key}-{name}")
            for place, (name, value) in enumerate(_order(now))
        }
        st.caption(
            "Value: 31, 1.2 million, 300 to 400. Days: 2022-03-02, or two with “to”. Per: day, 100,000 people. Part "
            "of: in the article’s words. An empty field takes it away. To move the ends of the claim, select its words "
            "in the article."
        )
        if st.form_submit_button("Keep the correction", type="primary") and actions.corrected(
            lambda person: correct.correct(opened.workspace, view.item.claim_id, given, figure=figure, person=person),
            opened,
            view.statement,
        ):
            st.rerun()
    waiting = st.session_state.get("notice")
    if waiting:
        state.show_notice()


@st.dialog("About this article", width="medium")
def _details(opened: state.Opened, view: ClaimView, ledger: Ledger) -> None:
    """Title, outlet, date, address, author as they are now; what is changed is kept."""
    now = details.fields(view.document)
    key = f"details-{view.document.id}-{'-'.join(now.values())}"
    with st.form(key, border=False, enter_to_submit=True):
        given = {"title": st.text_input(words.FIELDS["title"], value=now["title"], key=f"{key}-title")}
        first, second = st.columns([3, 2], gap="small")
        given["outlet"] = first.text_input(words.FIELDS["outlet"], value=now["outlet"], key=f"{key}-outlet")
        printed = second.date_input(
            words.FIELDS["published_on"],
            value=view.document.published_on,
            format="YYYY-MM-DD",
            min_value=date(1, 1, 1),
            max_value=date(9999, 12, 31),
            key=f"{key}-published_on",
        )
        given["published_on"] = printed.isoformat() if isinstance(printed, date) else ""
        given["url"] = st.text_input(
            words.FIELDS["url"], value=now["url"], placeholder="https:// (may stay empty)", key=f"{key}-url"
        )
        given["author"] = st.text_input(words.FIELDS["author"], value=now["author"], key=f"{key}-author")
        st.caption(
            "With another date, words such as “Tuesday” or “last month” are read anew, and all that is compared by "
            "date is compared again. What you corrected by hand stays."
        )
        if st.form_submit_button("Keep the details", type="primary"):
            with st.spinner("Reading its dates…"):
                kept = actions.detailed(opened, view, given, now)
            if kept:
                st.rerun()
    if st.session_state.get("notice"):
        state.show_notice()


def _order(now: dict[str, str]) -> list[tuple[str, str]]:
    names = [*correct.FIGURE_FIELDS, *correct.CLAIM_FIELDS]
    return [(name, now[name]) for name in names if name in now]


def _field(column: DeltaGenerator, name: str, value: str, key: str) -> str:
    label = words.FIELDS[name]
    names = {"bound": correct.BOUNDS, "role": correct.ROLES}.get(name)
    if names is not None:
        known = list(names)
        return str(column.selectbox(label, known, index=known.index(value), format_func=names.__getitem__, key=key))
    return str(column.text_input(label, value=value, key=key))


def _key(name: str, view: ClaimView) -> str:
    return f"{name}-{view.item.claim_id}"


def _typed(name: str, view: ClaimView) -> str:
    return str(st.session_state.get(_key(name, view)) or "").strip()


def _quoted(view: ClaimView) -> None:
    st.markdown(f"“{plain(shortened(view.statement.claim.text, 260))}”")
