"""The bar of decisions under the detail: every button with its key, and the ids and words it was drawn with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import streamlit as st

from factcheck.model import EventKind
from factcheck.pipeline import decide, fresh
from factcheck.pipeline.views import ClaimView, Ledger
from factcheck.ui import state
from factcheck.ui.actions import (
    ask,
    drop,
    keep,
    last_of,
    picked_hit,
    picked_row,
    rows_of,
    seen,
    summary,
    undo_last,
)
from factcheck.ui.safe import plain

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator


def bar(opened: state.Opened, view: ClaimView, ledger: Ledger, ids: list[str]) -> Callable[[ClaimView], None]:
    """The decisions that can be taken on the claim at hand, each with its key: of two things first, then of one.

    Gives what draws the two that need the earlier claims, when these are known.
    """
    claim_id = view.item.claim_id
    row = rows_of(ledger).get(picked_row(view, ledger) or "")
    other = row.statement.claim_id if row else None
    mine = fresh.statement(view.statement)
    both = [mine, fresh.statement(row.statement)] if row and other else [mine]
    about = f" with the row of {plain(row.who)}" if row else ""
    last = last_of(opened)
    with st.container(key="decide"):
        first, second = st.columns(5, gap="small"), st.columns(6, gap="small")
        _button(
            first[0], claim_id, "Flag", "F", ask, "flag", claim_id, why="Flag a contradiction" + about, type="primary"
        )
        _button(
            first[3],
            claim_id,
            "No conflict",
            "D",
            keep,
            opened,
            EventKind.DISMISSED,
            decide.pair(claim_id, other) if other else claim_id,
            {"reason": "different_measure"},
            seen(view, ledger, row),
            both,
            why="Different measure: the picked row speaks of something else" + about,
            disabled=other is None,
        )
        _button(
            first[4],
            claim_id,
            "Superseded",
            "O",
            keep,
            opened,
            EventKind.SUPERSEDED,
            decide.pair(claim_id, other) if other else claim_id,
            {"by": other} if other else {},
            seen(view, ledger, row),
            both,
            why="A later figure took this one's place" + about,
        )
        _button(second[0], claim_id, "Verdict", "V", ask, "verdict", claim_id, why="Give this claim a verdict")
        _button(second[1], claim_id, "Note", "M", ask, "note", claim_id, why="Write a note on this claim")
        _button(
            second[2],
            claim_id,
            "Correct",
            "E",
            ask,
            "correct",
            claim_id,
            why="Correct value, bound, unit, dates, place, speaker",
        )
        _button(
            second[3],
            claim_id,
            "Park",
            "P",
            keep,
            opened,
            EventKind.PARKED,
            claim_id,
            {},
            seen(view, ledger),
            [mine],
            why="Keep for later",
        )
        _button(
            second[4],
            claim_id,
            "Drop",
            "X",
            drop,
            opened,
            view.statement,
            ids,
            why="This is no claim: take it out of the list",
        )
        second[5].button(
            "Undo",
            key="undo",
            shortcut="U",
            on_click=undo_last,
            args=(opened, last.id if last is not None else None),
            width="stretch",
            help=f"Take back: {summary(last)}" if last is not None else "You have decided nothing yet",
        )
    return partial(_same, first[1:3], opened)


def _same(columns: Sequence[DeltaGenerator], opened: state.Opened, view: ClaimView) -> None:
    """Same claim, not the same: of the earlier claim that is picked."""
    claim_id = view.item.claim_id
    picked = picked_hit(view)
    hit = next((one for one in view.earlier.hits if one.claim_id == picked), None)
    for column, label, key, kind, why in zip(
        columns,
        ("Same claim", "Not same"),
        ("S", "N"),
        (EventKind.SAME_CLAIM, EventKind.NOT_SAME_CLAIM),
        ("is this same claim", "is another claim"),
        strict=True,
    ):
        _button(
            column,
            claim_id,
            label,
            key,
            keep,
            opened,
            kind,
            decide.pair(claim_id, hit.claim_id) if hit else claim_id,
            {"claim": hit.claim_id} if hit else {},
            seen(view, hit=hit),
            [fresh.statement(view.statement), fresh.hit(hit)] if hit else [],
            why=f"The earlier claim picked under “Said before?” {why}",
            disabled=hit is None,
        )


def _button(
    column: DeltaGenerator,
    claim_id: str,
    label: str,
    key: str,
    does: Callable[..., Any],
    *args: Any,
    why: str,
    disabled: bool = False,
    type: Literal["primary", "secondary"] = "secondary",
) -> None:
    column.button(
        label,
        key=f"{label}-{claim_id}",
        shortcut=key,
        on_click=does,
        args=args,
        help=why,
        width="stretch",
        disabled=disabled,
        type=type,
    )
