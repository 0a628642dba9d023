"""Search: one box and filters, all of them in the address; what was searched, how near the nearest is, and why.

What is typed among the words (``speaker:"Mara Delling" value 3500..4500 person``) becomes the same controls. A claim
can be set beside the hits: then each has its relation to that claim, and is called the same claim, or another one.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from factcheck.errors import FactcheckError
from factcheck.model import EventKind
from factcheck.pipeline import beside, decide, fresh, query
from factcheck.pipeline import search as finding
from factcheck.pipeline.beside import Asking
from factcheck.pipeline.views import Hit, SearchResult
from factcheck.ui import actions, asking, exporting, found, state, words
from factcheck.ui.components import draw
from factcheck.ui.safe import plain, shortened

MODES = {"hybrid": "Meaning and words", "meaning": "Meaning", "words": "Words"}
SHOWN = 30
CHOICES = frozenset(asking.FILTERS[name][0] for name in ("verdict", "kind", "document"))
"""Controls whose place in the address is kept here: a list that is bound would hold the words shown, not the id."""
LEAD = (
    "<p class='lead'>Searches every claim of this workspace, and every checked claim that was imported. A number that "
    "differs is shown as a difference, not hidden as a match. Filters alone list all that they let through.</p>"
    "<p class='lead'>In the box, too: <code>“exact words”</code>, <code>value 3500..4500 person</code>, "
    "<code>speaker:Delling</code>, <code>since:2022-03-01</code>, <code>kind:checked</code>.</p>"
)
KEYS = (
    '<div class="hints"><span><kbd>J</kbd><kbd>K</kbd>next, previous</span><span><kbd>↵</kbd>open</span>'
    "<span><kbd>B</kbd>set others beside</span><span><kbd>S</kbd><kbd>N</kbd>same, not the same</span>"
    "<span><kbd>U</kbd>undo</span></div>"
)


def search() -> None:
    opened = state.current()
    st.query_params.pop("claim", None)  # it is the review page's
    articles = {one.document_id: shortened(one.title, 60) for one in state.documents(opened)}
    _take_typed(opened)
    with st.container(key="sheet-wide"):
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            text = st.text_input(
                "Search all claims",
                key="q",
                bind="query-params",
                placeholder="A claim, a figure, a name: “more than 16,000 volunteers”",
                width="stretch",
            ).strip()
            mode = st.segmented_control(
                "By",
                list(MODES),
                format_func=lambda one: MODES[one],
                key="mode",
                default="hybrid",
                required=True,
                bind="query-params",
            )
        chosen = _filters(opened, articles)
        if not text and not any(chosen.values()):
            st.html(LEAD)
        else:
            _answer(opened, text, str(mode or "hybrid"), chosen)
    state.show_notice()
    state.follow(opened)


# ------------------------------------------------------------------------------------------------------------ filters


def _take_typed(opened: state.Opened) -> None:
    """What was typed as a filter among the words goes to the filter's own control, before the controls are drawn."""
    typed = str(st.session_state.get("q", st.query_params.get("q")) or "")
    rest, named = asking.typed(typed)
    if not named:
        return
    for name, value in named.items():
        key, _ = asking.FILTERS[name]
        known = decide.ratings(opened.workspace) if name == "verdict" else asking.KINDS if name == "kind" else ()
        _set(key, asking.one_of(value, known))
    _set("q", rest)
    st.rerun()  # where the address held them, the box still shows them until it is drawn again


def _set(key: str, value: str) -> None:
    """Gives a control a value. A widget that is bound to the address writes it there by itself, once it was drawn."""
    bound = key in st.session_state and key not in CHOICES
    st.session_state[key] = value
    if not bound:
        _to_address(key)


def _filters(opened: state.Opened, articles: Mapping[str, str]) -> dict[str, str | None]:
    """The controls, folded, and a chip for each that is on; a chip takes its filter off."""
    chosen = {
        name: str(st.session_state.get(key, st.query_params.get(key)) or "").strip() or None
        for name, (key, _) in asking.FILTERS.items()
    }
    on = asking.on(chosen, articles)
    with st.expander(f"Filters ({len(on)} on)" if on else "Filters", key="filters"):
        one, two, three, four = st.columns(4, gap="small")
        one.text_input("Speaker or body", key="speaker", bind="query-params")
        two.text_input("Outlet", key="outlet", bind="query-params")
        three.text_input("From", key="since", bind="query-params", placeholder="2022-03-01")
        four.text_input("To", key="until", bind="query-params", placeholder="2022-03-31")
        one.text_input("Value", key="value", bind="query-params", placeholder="3500..4500")
        two.text_input("Unit", key="unit", bind="query-params", placeholder="person, USD, percent")
        with three:
            _choice("verdict", {one: one or "Any" for one in ("", *decide.ratings(opened.workspace))})
        with four:
            _choice("kind", asking.KINDS)
        _choice("document", {"": "Every article", **articles})
    if on:
        with st.container(horizontal=True, gap="small", key="chips"):
            for each in on:
                st.button(
                    f"{plain(shortened(each.chip, 60))} ✕",
                    key=f"off-{each.key}",
                    on_click=_off,
                    args=(each.key,),
                    help="Take this filter off",
                )
            if len(on) > 1:
                st.button("Clear all", key="off-all", type="tertiary", on_click=_off, args=[one.key for one in on])
    return {name: str(st.session_state.get(key) or "").strip() or None for name, (key, _) in asking.FILTERS.items()}


def _choice(name: str, options: Mapping[str, str]) -> None:
    """One of a list, by its id in the address; what the address asks for is kept in the list, known or not."""
    key, label = asking.FILTERS[name]
    now = str(st.session_state.get(key, st.query_params.get(key)) or "")
    st.session_state[key] = now
    st.selectbox(label, list(dict.fromkeys([*options, now])), format_func=lambda one: options.get(one, one), key=key)
    _to_address(key)


def _to_address(key: str) -> None:
    value = str(st.session_state.get(key) or "")
    if value and st.query_params.get(key) != value:
        st.query_params[key] = value
    elif not value:
        st.query_params.pop(key, None)


def _off(*keys: str) -> None:
    for key in keys:
        _set(key, "")


# ------------------------------------------------------------------------------------------------------------- answer


def _answer(opened: state.Opened, text: str, mode: str, chosen: Mapping[str, str | None]) -> None:
    try:
        with st.spinner("Searching…", show_time=False):
            wanted = finding.filters(**chosen)
            result = finding.search(opened.workspace, text, k=SHOWN, mode=mode, filters=wanted)
            mine = _beside(opened)
            hits = beside.beside(opened.workspace, mine.claim_id, result.hits) if mine else result.hits
    except FactcheckError as error:
        st.error(plain(str(error)), icon=":material/warning:")
        return
    far = not hits or (result.nearest is not None and mine is None)
    if far:
        st.info(plain(found.nothing(result, filtered=any(chosen.values()))), icon=":material/search:")
    else:
        _head(opened, result, hits, mine)
    if not hits:
        return
    asked = mine.text if mine else query.read(text).meanings[0]
    draw(
        "found",
        found.result(
            result,
            hits,
            asked=asked,
            by=words.joined("The claim set beside", mine.who) if mine else "Your words",
            beside=mine.claim_id if mine else None,
        ),
        key="found",
        open=state.go_to_claim,
        pair=lambda told: _pair(opened, hits, told),
        beside=_set_beside,
        undo=lambda _: actions.undo_last(opened, None),
        alone=lambda _: state.tell(
            "Same as what? Press **B** on the claim that the others are to be set beside.", icon=":material/info:"
        ),
    )


def _head(opened: state.Opened, result: SearchResult, hits: tuple[Hit, ...], mine: Asking | None) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="found-head"):
        st.caption(plain(found.told(result)), width="stretch")
        exporting.of_hits(opened, hits)
    if mine is not None:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="beside-head", border=True):
            st.markdown(f"Set beside: “{plain(shortened(mine.text, 220))}” {plain(mine.who)}", width="stretch")
            st.button("Back to the question ✕", key="off-beside", type="tertiary", on_click=_set_beside, args=("",))
    else:
        here = st.session_state.get("claim")
        if here and st.session_state.get("ws") == opened.key:
            st.button(
                "Set the hits beside the claim at hand in Review",
                key="beside-here",
                type="tertiary",
                on_click=_set_beside,
                args=(here,),
            )
    st.html(KEYS)


def _beside(opened: state.Opened) -> Asking | None:
    claim_id = st.query_params.get("beside")
    if not claim_id:
        return None
    try:
        return beside.asking(opened.workspace, claim_id)
    except FactcheckError as error:
        st.warning(plain(str(error)), icon=":material/warning:")
        return None


def _set_beside(claim_id: str) -> None:
    if claim_id:
        st.query_params["beside"] = claim_id
    else:
        st.query_params.pop("beside", None)


def _pair(opened: state.Opened, hits: tuple[Hit, ...], told: str) -> None:
    """``KIND CLAIM HIT`` as the button that was pressed carries it: the two that were drawn, never a position."""
    kind, claim_id, other = told.split(" ")
    one = found.by_id(hits, other)
    if one is None or st.query_params.get("beside") != claim_id:
        state.tell("The list has changed since; nothing was kept. Look again.", icon=":material/warning:")
        return
    seen = {
        "text": beside.asking(opened.workspace, claim_id).text,
        "other": one.text,
        "relation": str(one.relation.relation),
        "reason": one.relation.reason,
        "verdict": one.verdict,
    }
    on = (fresh.Seen(claim_id, str(seen["text"])), fresh.hit(one))
    kept = actions.keep(opened, EventKind(kind), decide.pair(claim_id, other), {"claim": other}, seen, on)
    if kept and kind == EventKind.SAME_CLAIM and one.warning:
        figures = plain(shortened(one.relation.reason, 200))
        state.tell(
            f"Same claim, kept over the figures: {figures} **Activity** takes it back.", icon=":material/warning:"
        )
