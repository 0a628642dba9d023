"""The menu of exports: this claim, this article, or what a filter shows, in each format, made when asked for.

Apart from the pages because more than one offers it.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from factcheck.pipeline import export
from factcheck.ui import state

FORMATS = {
    "markdown": ("Markdown note", "md", "text/markdown"),
    "html": ("HTML note", "html", "text/html"),
    "csv": ("CSV table", "csv", "text/csv"),
    "json": ("JSON", "json", "application/json"),
    "claimreview": ("ClaimReview (JSON-LD)", "json", "application/ld+json"),
}
"""Of each format of :data:`factcheck.pipeline.export.FORMATS`: what the person reads, the file's ending, its type."""

SCOPES = ("This claim", "This article")


def of_claim_or_document(opened: state.Opened, claim_id: str, document_id: str) -> None:
    """A menu for the claim at hand and its article; a file is made only when its button is pressed."""
    menu = st.popover("Export", help="This claim or this article, as a file", key="export", on_change="rerun")
    if not menu.open:  # its buttons would be sent again with every move
        return
    with menu:
        scope = st.segmented_control("What", SCOPES, key="export-what", default=SCOPES[0], required=True)
        alone = scope != SCOPES[1]
        if not alone:
            st.caption("Every claim of this article that something was decided on.")
        about = claim_id if alone else document_id
        for style in FORMATS:
            _button(style, about, text_of(opened, style, claim_id=claim_id if alone else None, document_id=document_id))
        st.caption(
            "ClaimReview holds what has a verdict; the others hold the figures and what stands against them too."
        )


def text_of(opened: state.Opened, style: str, *, claim_id: str | None, document_id: str) -> Callable[[], str]:
    """What makes the file: of the claim alone, else of what was decided in the document."""
    if claim_id is not None:
        return lambda: export.export(opened.workspace, style=style, claims=[claim_id])
    return lambda: export.export(opened.workspace, style=style, document=document_id)


def _button(style: str, about: str, makes: Callable[[], str]) -> None:
    label, ending, media_type = FORMATS[style]
    st.download_button(
        label,
        data=makes,
        file_name=f"{'claimreview' if style == 'claimreview' else 'fact-check'}.{ending}",
        mime=media_type,
        key=f"export-{style}-{about}",
        on_click="ignore",
        width="stretch",
    )
