"""The menu of exports: this claim, this article, or what a filter shows, in each format, made when asked for.

Apart from the pages because more than one offers it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from factcheck.pipeline import export
from factcheck.pipeline.views import Hit
from factcheck.ui import state, words

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


def of_hits(opened: state.Opened, hits: Iterable[Hit]) -> None:
    """A menu for what a search shows: the claims of documents. What others have checked is theirs to publish."""
    hits = list(hits)
    claims = [one.claim_id for one in hits if one.document_id]
    others = len(hits) - len(claims)
    left = f"{words.count(others, 'imported check')} of others left out." if others else None
    of_claims(opened, claims, key="export-found", note=left)


def of_claims(opened: state.Opened, claims: Sequence[str], *, key: str, note: str | None = None) -> None:
    """A menu for the claims that a filter shows, in each format; ``note``: what else is to be known of them."""
    menu = st.popover("Export", help="What is shown here, as a file", key=key, on_change="rerun")
    if not menu.open:
        return
    with menu:
        st.caption(words.joined(f"{words.count(len(claims), 'claim')} shown here", note))
        for style in FORMATS if claims else ():
            _button(style, key, _text_of_claims(opened, style, tuple(claims)))


def _text_of_claims(opened: state.Opened, style: str, claims: tuple[str, ...]) -> Callable[[], str]:
    return lambda: export.export(opened.workspace, style=style, claims=claims)


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
