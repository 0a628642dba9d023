"""The line at the head of an article that came again: what the newer version changed, and the way to the other one."""

from __future__ import annotations

from typing import Any

import streamlit as st

from factcheck.model import Statement
from factcheck.pipeline import again, decide, review, wording
from factcheck.pipeline.again import Changed, Changes
from factcheck.ui import present, state, words
from factcheck.ui.components import draw
from factcheck.ui.safe import plain, shortened

ROOM = "<style>:root { --pane: calc(100vh - 166px); }</style>"
"""The panes below are lower by the line's height, so that the page needs no scrolling."""


def line(opened: state.Opened, document_id: str) -> None:
    """Draws the line where the document is a newer version of another, or has been followed by one."""
    newer = again.newer_versions(opened.workspace).get(document_id)
    changed = state.changes(opened, document_id)
    if newer is None and changed is None:
        return
    st.html(ROOM)
    draw(
        "versions",
        {
            "document": document_id,
            "newer": _followed(opened, document_id, newer) if newer is not None else None,
            "changes": _changes(opened, changed) if changed is not None else None,
            "open": st.session_state.pop("show-changes", None) == document_id,
        },
        key=f"versions-{document_id}",
        claim=state.select,
        document=lambda other: open_document(opened, other),
    )


def told(changed: Changes) -> str:
    """``2 figures changed, 1 claim reworded, 1 new, 1 gone, 12 unchanged``."""
    figures = sum(1 for one in changed.changed if one.figures)
    reworded = len(changed.changed) - figures
    parts = [
        f"{words.count(figures, 'figure')} changed" if figures else None,
        f"{words.count(reworded, 'claim')} reworded" if reworded else None,
        f"{words.count(len(changed.added), 'claim')} new" if changed.added else None,
        f"{len(changed.gone)} gone" if changed.gone else None,
        f"{changed.unchanged} unchanged" if changed.unchanged else None,
    ]
    return ", ".join(part for part in parts if part) or "no claim in common"


def first_to_look_at(changed: Changes) -> str | None:
    """The claim to open when a newer version came in: the first figure that changed, else what else is new in it."""
    figures = [one.now for one in changed.changed if one.figures]
    for one in (*figures, *(each.now for each in changed.changed), *changed.added):
        return one.claim_id
    return None


def open_document(opened: state.Opened, document_id: str) -> None:
    """Goes to the first claim of a document; says so where it has none left."""
    shown = review.queue(opened.workspace, document_id, order="text")
    first = next(iter((*shown.items, *shown.folded)), None)
    if first is None:
        title = plain(shortened(shown.document.title, 60))
        state.tell(f"“{title}” has no claims of its own any more: all went over.", icon=":material/info:")
        return
    state.select(first.claim_id)


def _followed(opened: state.Opened, document_id: str, newer: str) -> dict[str, Any]:
    changed = state.changes(opened, newer)
    return {"document": newer, "moved": changed.unchanged if changed is not None else 0}


def _changes(opened: state.Opened, changed: Changes) -> dict[str, Any]:
    return {
        "told": told(changed),
        "earlier": changed.earlier_id,
        "changed": [_pair(opened, one) for one in changed.changed],
        "added": [_one(opened, one) for one in changed.added],
        "gone": [_one(opened, one) for one in changed.gone],
    }


def _pair(opened: state.Opened, one: Changed) -> dict[str, Any]:
    before, now = present.side_by_side(one.before.claim.text, one.now.claim.text, one.differing)
    return {
        "id": one.now.claim_id,
        "figures": one.figures,
        "before": before,
        "now": now,
        "who": wording.speaker_line(one.now),
        "decisions": _decisions(opened, one.before),
        "old": one.before.claim_id,
    }


def _one(opened: state.Opened, one: Statement) -> dict[str, Any]:
    return {
        "id": one.claim_id,
        "text": shortened(one.claim.text, 240),
        "who": wording.speaker_line(one),
        "decisions": _decisions(opened, one),
    }


def _decisions(opened: state.Opened, one: Statement) -> list[dict[str, Any]]:
    return present.decisions(decide.on_claim(opened.workspace, one.claim_id or ""))
