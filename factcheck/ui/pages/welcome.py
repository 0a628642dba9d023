"""What stands where nothing can be shown yet: an empty workspace, an article without claims, a claim that is gone."""

from __future__ import annotations

import streamlit as st

from factcheck.ui import state
from factcheck.ui.pages.add import form, reading_page
from factcheck.ui.safe import plain


def empty(opened: state.Opened) -> None:
    """An empty workspace opens with the field to paste into."""
    if reading_page(opened):
        return
    with st.container(key="sheet"):
        st.html(
            "<h1>Paste the article you are checking</h1>"
            "<p class='lead'>Its figures and quotations are marked in the text; beside each stands who else gave a "
            "number for the same thing, and whether both can be right. Nothing leaves this computer.</p>"
        )
        form(opened)


def no_claims(opened: state.Opened, problem: str | None) -> None:
    """Documents are there, but no claim to show."""
    if reading_page(opened):
        return
    with st.container(key="sheet"):
        if problem:
            st.html("<h1>That claim is not here</h1>")
            st.warning(plain(problem), icon=":material/warning:")
            st.button("Open the first claim", on_click=_first, type="primary")
        else:
            st.html(
                "<h1>No claims to review</h1><p class='lead'>Nothing in the articles of this workspace reads as a "
                "figure or as something somebody said. A text in a language that is not read yet gives none.</p>"
            )
            form(opened)


def _first() -> None:
    st.query_params.pop("claim", None)
    state.select(None)
