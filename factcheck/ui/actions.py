"""Decisions on the screen: the bar of buttons with their keys, and what each of them keeps.

A decision is about ids that were drawn together with the button, and it carries what was on the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from factcheck.errors import FactcheckError
from factcheck.model import Event, EventKind
from factcheck.pipeline import correct, decide
from factcheck.pipeline.views import ClaimView, Hit, Ledger, LedgerRow
from factcheck.ui import present, state, words
from factcheck.ui.safe import plain

# --------------------------------------------------------------------------------------------------- what is picked


def rows_of(ledger: Ledger) -> dict[str, LedgerRow]:
    """Every row that can be picked, by the key that the component knows it by."""
    return {
        **{str(n): row for n, row in enumerate(ledger.rows)},
        **{f"l{n}": row for n, row in enumerate(ledger.look_alikes)},
    }


def picked_row(view: ClaimView, ledger: Ledger) -> str | None:
    """The key of the row that a decision is about: the person's choice, else the first not decided yet."""
    rows = rows_of(ledger)
    chosen = st.session_state.get("row")
    if chosen in rows:
        return str(chosen)
    undecided = [key for key, row in rows.items() if row.decision is None and not key.startswith("l")]
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
) -> bool:
    """Keeps one decision and says so, or says in one line why it could not be kept."""
    try:
        decide.decide(
            opened.workspace,
            kind=kind,
            subject=subject,
            person=state.person(opened),
            payload=payload,
            seen=what_was_seen,
        )
    except FactcheckError as error:
        state.tell(plain(str(error)), icon=":material/warning:")
        return False
    label, _ = words.decision_words(str(kind))
    rating = payload.get("rating")
    state.tell(
        f"{label}{': ' + plain(str(rating)) if rating else ''}. **U** takes it back.", icon=":material/check_circle:"
    )
    return True


def drop(opened: state.Opened, claim_id: str, ids: list[str]) -> None:
    try:
        decide.drop_claim(opened.workspace, claim_id, person=state.person(opened))
    except FactcheckError as error:
        state.tell(plain(str(error)), icon=":material/warning:")
        return
    at = ids.index(claim_id) if claim_id in ids else -1
    rest = [one for one in ids if one != claim_id]
    state.select(rest[min(at, len(rest) - 1)] if rest and at >= 0 else next(iter(rest), None))
    state.tell("Dropped from the list. **U** brings it back.", icon=":material/check_circle:")


def add(opened: state.Opened, passage: str) -> None:
    """Adds the passage that the person selected, ``document:start:end``, as a claim and goes to it."""
    document_id, start, end = passage.rsplit(":", 2)
    try:
        made = decide.add_claim(opened.workspace, document_id, int(start), int(end), person=state.person(opened))
    except FactcheckError as error:
        state.tell(plain(str(error)), icon=":material/warning:")
        return
    state.select(made)
    state.tell("Added as a claim. **U** takes it back.", icon=":material/check_circle:")


def correct_span(opened: state.Opened, claim_id: str, passage: str) -> None:
    """Moves the ends of the claim that was drawn to the passage that the person selected."""
    _, start, end = passage.rsplit(":", 2)
    corrected(
        lambda person: correct.correct_span(opened.workspace, claim_id, int(start), int(end), person=person), opened
    )


def corrected(does: Callable[[str], Event], opened: state.Opened) -> bool:
    """Keeps a correction and says what was changed, or says in one line why it could not be kept."""
    try:
        event = does(state.person(opened))
    except FactcheckError as error:
        state.tell(plain(str(error)), icon=":material/warning:")
        return False
    named = ", ".join(words.FIELDS[one.field].lower() for one in correct.changes(event))
    state.tell(f"Corrected: {named}. **U** takes it back.", icon=":material/check_circle:")
    return True


def undo_last(opened: state.Opened) -> None:
    """Takes back this person's latest decision that still stands."""
    last = decide.latest(opened.workspace, person=state.person(opened))
    if last is None:
        state.tell("There is nothing of yours to take back.", icon=":material/info:")
        return
    undo(opened, last.id)
    if last.kind is EventKind.CLAIM_DROPPED:
        state.select(last.subject)
    if last.kind is EventKind.CLAIM_ADDED and st.session_state.get("claim") == last.subject:
        state.select(None)


def undo(opened: state.Opened, event_id: str) -> None:
    try:
        event = decide.undo(opened.workspace, event_id, person=state.person(opened))
    except FactcheckError as error:
        state.tell(plain(str(error)), icon=":material/warning:")
        return
    kind = str(event.payload.get("kind") or "undo")
    label, _ = words.decision_words(kind)
    state.tell(f"Taken back: {label.lower()}.", icon=":material/undo:")


def events(found: list[Event], *, undo: bool) -> list[dict[str, Any]]:
    """Events for the list of what was decided, newest first; undone ones are struck out."""
    gone = {event.undoes for event in found if event.undoes}
    shown = [event for event in found if event.kind is not EventKind.UNDO]
    shown.sort(key=lambda event: event.at, reverse=True)
    return [
        {**present.event(event, undone=event.id in gone), "can_undo": undo and event.id not in gone} for event in shown
    ]


# ----------------------------------------------------------------------------------------------------------------- bar


def ask(dialog: str, claim_id: str) -> None:
    """Opens a dialog at the next drawing, for the claim that was on the screen."""
    st.session_state["asked"] = (dialog, claim_id)


def bar(opened: state.Opened, view: ClaimView, ledger: Ledger, ids: list[str]) -> None:
    """The decisions that can be taken on the claim at hand, each with its key."""
    claim_id = view.item.claim_id
    rows = rows_of(ledger)
    row = rows.get(picked_row(view, ledger) or "")
    hit = next((one for one in view.earlier.hits if one.claim_id == picked_hit(view)), None)
    other = row.statement.claim_id if row else None

    def button(label: str, key: str, does: Callable[..., Any], *args: Any, why: str, **more: Any) -> None:
        st.button(
            label,
            key=f"{label}-{claim_id}",
            shortcut=key,
            on_click=does,
            args=args,
            help=why,
            width="stretch",
            **more,
        )

    about = f" with the row of {plain(row.who)}" if row else ""
    with st.container(key="decide"):
        first, second = st.columns(5, gap="small"), st.columns(5, gap="small")
        with first[0]:
            button("Flag", "F", ask, "flag", claim_id, why="Flag a contradiction" + about, type="primary")
        with first[1]:
            button("Verdict", "V", ask, "verdict", claim_id, why="Give this claim a verdict")
        with first[2]:
            button(
                "Same claim",
                "S",
                keep,
                opened,
                EventKind.SAME_CLAIM,
                decide.pair(claim_id, hit.claim_id) if hit else claim_id,
                {"claim": hit.claim_id} if hit else {},
                seen(view, hit=hit),
                why="The earlier claim picked under “Said before?” is this same claim",
                disabled=hit is None,
            )
        with first[3]:
            button(
                "Not same",
                "N",
                keep,
                opened,
                EventKind.NOT_SAME_CLAIM,
                decide.pair(claim_id, hit.claim_id) if hit else claim_id,
                {"claim": hit.claim_id} if hit else {},
                seen(view, hit=hit),
                why="The earlier claim picked under “Said before?” is another claim",
                disabled=hit is None,
            )
        with first[4]:
            button(
                "No conflict",
                "D",
                keep,
                opened,
                EventKind.DISMISSED,
                decide.pair(claim_id, other) if other else claim_id,
                {"reason": "different_measure"},
                seen(view, ledger, row),
                why="Different measure: the picked row speaks of something else" + about,
                disabled=other is None,
            )
        with second[0]:
            button(
                "Superseded",
                "O",
                keep,
                opened,
                EventKind.SUPERSEDED,
                decide.pair(claim_id, other) if other else claim_id,
                {"by": other} if other else {},
                seen(view, ledger, row),
                why="A later figure took this one's place" + about,
            )
        with second[1]:
            button("Correct", "E", ask, "correct", claim_id, why="Correct value, bound, unit, date, place, speaker")
        with second[2]:
            button("Park", "P", keep, opened, EventKind.PARKED, claim_id, {}, seen(view, ledger), why="Keep for later")
        with second[3]:
            button("Drop", "X", drop, opened, claim_id, ids, why="This is no claim: take it out of the list")
        with second[4]:
            st.button(
                "Undo",
                key="undo",
                shortcut="U",
                on_click=undo_last,
                args=(opened,),
                width="stretch",
                help="Take back your last decision",
            )
