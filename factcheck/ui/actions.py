"""Decisions on the screen: what is picked, and what each button and dialog keeps or takes back.

A decision is about ids that were drawn together with the button, and it carries what was on the screen: where that
has been changed since, nothing is done, and one line says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from factcheck.errors import FactcheckError
from factcheck.model import Event, EventKind, Statement
from factcheck.pipeline import correct, decide, details, fresh
from factcheck.pipeline.memo import remembered
from factcheck.pipeline.views import ClaimView, Hit, Ledger, LedgerRow
from factcheck.ui import people, present, state, words
from factcheck.ui.safe import plain, shortened

# --------------------------------------------------------------------------------------------------- what is picked


def rows_of(ledger: Ledger) -> dict[str, LedgerRow]:
    """Every row that can be picked, by the key that the component knows it by: never its place in the list."""
    return {
        **{present.row_key(row, n): row for n, row in enumerate(ledger.rows)},
        **{present.row_key(row, n, prefix="l"): row for n, row in enumerate(ledger.look_alikes)},
    }


def picked_row(view: ClaimView, ledger: Ledger) -> str | None:
    """The key of the row that a decision is about: the person's choice, else the first not decided yet."""
    rows = rows_of(ledger)
    chosen = st.session_state.get("row")
    if chosen in rows:
        return str(chosen)
    undecided = [present.row_key(row, n) for n, row in enumerate(ledger.rows) if row.decision is None]
    return next(iter(undecided), None)


def picked_hit(view: ClaimView) -> str | None:
    """The id of the earlier claim that a decision is about: the person's choice, else the likest."""
    ids = [hit.claim_id for hit in present.related(view.earlier.hits)]
    chosen = st.session_state.get("hit")
    return str(chosen) if chosen in ids else next(iter(ids), None)


def step_row(keys: list[str], now: str | None, step: int) -> None:
    """The next or previous row beside the claim becomes the picked one."""
    if not keys:
        return
    at = keys.index(now) if now in keys else -1 if step > 0 else len(keys)
    st.session_state["row"] = keys[max(0, min(len(keys) - 1, at + step))]


# ------------------------------------------------------------------------------------------------------------- keeping


def seen(
    view: ClaimView, ledger: Ledger | None = None, row: LedgerRow | None = None, hit: Hit | None = None
) -> dict[str, Any]:
    """What was on the screen, kept with the decision."""
    kept: dict[str, Any] = {
        "text": view.statement.claim.text,
        "figure": view.item.as_read,
        "speaker": view.item.speaker,
    }
    if ledger is not None:
        kept["summary"] = ledger.summary
    if row is not None:
        kept |= {
            "other": row.statement.claim.text,
            "other_figure": row.as_read,
            "other_speaker": row.who,
            "relation": str(row.relation.relation),
            "reason": row.relation.reason,
        }
    if hit is not None:
        kept |= {"other": hit.text, "relation": str(hit.relation.relation), "verdict": hit.verdict}
    return kept


def keep(
    opened: state.Opened,
    kind: EventKind,
    subject: str,
    payload: dict[str, Any],
    what_was_seen: dict[str, Any],
    on: Sequence[fresh.Seen] = (),
) -> bool:
    """Keeps one decision and says so, or says in one line why it could not be kept.

    ``on`` are the claims as they were drawn with the button: where one is no longer so, nothing is kept.
    """
    if not people.known(opened, for_what=(keep, (opened, kind, subject, payload, what_was_seen, on))):
        return False
    who = people.name(opened)
    try:
        with fresh.as_seen(opened.workspace, *on):
            event = decide.decide(
                opened.workspace, kind=kind, subject=subject, person=who, payload=payload, seen=what_was_seen
            )
    except FactcheckError as error:
        _refused(error)
        return False
    _did(event.id)
    label, _ = words.decision_words(str(kind))
    rating = payload.get("rating")
    told = f"{label}{': ' + plain(str(rating)) if rating else ''}. **U** takes it back."
    state.tell(told + people.told_once(opened), icon=":material/check_circle:")
    return True


def drop(opened: state.Opened, shown: Statement, ids: list[str]) -> None:
    if not people.known(opened, for_what=(drop, (opened, shown, ids))):
        return
    claim_id = shown.claim_id or ""
    try:
        with fresh.as_seen(opened.workspace, fresh.statement(shown)):
            _did(decide.drop_claim(opened.workspace, claim_id, person=people.name(opened)).id)
    except FactcheckError as error:
        _refused(error)
        return
    at = ids.index(claim_id) if claim_id in ids else -1
    rest = [one for one in ids if one != claim_id]
    state.select(rest[min(at, len(rest) - 1)] if rest and at >= 0 else next(iter(rest), None))
    state.tell("Dropped from the list. **U** brings it back.", icon=":material/check_circle:")


def add(opened: state.Opened, passage: str) -> None:
    """Adds the passage that the person selected, ``document:start:end``, as a claim and goes to it."""
    if not people.known(opened, for_what=(add, (opened, passage))):
        return
    document_id, start, end = passage.rsplit(":", 2)
    try:
        made = decide.add_claim(opened.workspace, document_id, int(start), int(end), person=people.name(opened))
    except FactcheckError as error:
        _refused(error)
        return
    last = decide.latest(opened.workspace, person=people.name(opened))
    _did(last.id if last is not None else None)
    state.select(made)
    state.tell("Added as a claim. **U** takes it back.", icon=":material/check_circle:")


def correct_span(opened: state.Opened, shown: Statement, passage: str) -> None:
    """Moves the ends of the claim that was drawn to the passage that the person selected."""
    document_id, start, end = passage.rsplit(":", 2)
    if document_id != shown.document_id:
        state.tell("Those words are of another article. Nothing was done.", icon=":material/warning:")
        return
    claim_id = shown.claim_id or ""
    corrected(
        lambda person: correct.correct_span(opened.workspace, claim_id, int(start), int(end), person=person),
        opened,
        shown,
    )


def corrected(does: Callable[[str], Event], opened: state.Opened, shown: Statement) -> bool:
    """Keeps a correction of the claim that was drawn and says what was changed, or in one line why it was not kept."""
    if not people.known(opened, for_what=(corrected, (does, opened, shown))):
        return False
    try:
        with fresh.as_seen(opened.workspace, fresh.statement(shown)):
            event = does(people.name(opened))
    except FactcheckError as error:
        _refused(error)
        return False
    _did(event.id)
    named = ", ".join(words.FIELDS[one.field].lower() for one in correct.changes(event))
    state.tell(f"Corrected: {named}. **U** takes it back.", icon=":material/check_circle:")
    return True


def detailed(opened: state.Opened, view: ClaimView, given: Mapping[str, str], shown: Mapping[str, str]) -> bool:
    """Keeps what was typed of an article's title, outlet, date, address, author and says so, or why it was not kept.

    ``shown`` are the details as they were drawn.
    """
    if not people.known(opened, for_what=(detailed, (opened, view, given, shown))):
        return False
    try:
        event = details.change(
            opened.workspace,
            view.document.id,
            given,
            seen=shown,
            person=people.name(opened),
            claim_id=view.item.claim_id,
        )
    except FactcheckError as error:
        _refused(error)
        return False
    _did(event.id)
    named = ", ".join(words.FIELDS[one.field].lower() for one in correct.changes(event))
    state.tell(f"The article’s details: {named}. **U** takes it back.", icon=":material/check_circle:")
    return True


def _refused(error: FactcheckError) -> None:
    """Says in one line why nothing was done."""
    told = str(error)
    state.tell(plain(f"{told[:1].upper()}{told[1:]}{'' if told.endswith('.') else '.'}"), icon=":material/warning:")


# ---------------------------------------------------------------------------------------------------------- taking back


def _did(event_id: str | None) -> None:
    """Remembers what this tab did last, so that a quick U takes back that and nothing else."""
    st.session_state["did"] = event_id


def last_of(opened: state.Opened) -> Event | None:
    """This person's latest decision that still stands, in whichever tab it was taken."""
    person = people.name(opened)
    return remembered(opened.workspace, ("latest of", person), lambda: decide.latest(opened.workspace, person=person))


def undo_last(opened: state.Opened, drawn: str | None) -> None:
    """Takes back this person's latest decision: the one that the button named, or the one this tab has taken since."""
    last = decide.latest(opened.workspace, person=people.name(opened))
    if last is None:
        state.tell("There is nothing of yours to take back.", icon=":material/info:")
        return
    if last.id not in (drawn, st.session_state.get("did")):
        _did(last.id)
        state.tell(
            f"In another tab you decided since: {summary(last)}. Nothing was taken back; **U** again takes back that.",
            icon=":material/info:",
        )
        return
    if not undo(opened, last.id):
        return
    before = decide.latest(opened.workspace, person=people.name(opened))
    _did(before.id if before is not None else None)
    about = last.subject.split("|") if last.kind not in _OF_OTHER_THINGS else []
    if last.kind is EventKind.CLAIM_ADDED:
        if st.session_state.get("claim") == last.subject:
            state.select(None)
    elif about and st.session_state.get("claim") not in about:
        state.select(about[0])  # what was taken back is shown, wherever the person has gone since


_OF_OTHER_THINGS = frozenset({EventKind.SAME_SPEAKER, EventKind.NOT_SAME_SPEAKER, EventKind.DETAILS})


def summary(event: Event) -> str:
    """One decision in a few words, safe for Markdown."""
    label, _ = words.decision_words(str(event.kind))
    rating = event.payload.get("rating")
    about = str(event.seen.get("text") or "")
    told = words.joined(label.lower(), str(rating) if rating else None)
    return plain(f"{told} (“{shortened(about, 60)}”)" if about else told)


def undo(opened: state.Opened, event_id: str) -> bool:
    try:
        event = decide.undo(opened.workspace, event_id, person=people.name(opened))
    except FactcheckError as error:
        _refused(error)
        return False
    kind = str(event.payload.get("kind") or "undo")
    label, _ = words.decision_words(kind)
    state.tell(f"Taken back: {label.lower()}.", icon=":material/undo:")
    return True


def events(found: list[Event], *, undo: bool) -> list[dict[str, Any]]:
    """Events for the list of what was decided, newest first; undone ones are struck out."""
    gone = {event.undoes for event in found if event.undoes}
    shown = [event for event in found if event.kind is not EventKind.UNDO]
    shown.sort(key=lambda event: event.at, reverse=True)
    return [
        {**present.event(event, undone=event.id in gone), "can_undo": undo and event.id not in gone} for event in shown
    ]


def ask(dialog: str, claim_id: str) -> None:
    """Opens a dialog at the next drawing, for the claim that was on the screen."""
    st.session_state["asked"] = (dialog, claim_id)
