"""Review: queue, article and detail side by side, moving together, with the decisions under the detail.

Everything that a decision needs travels in the callback's arguments as it was drawn, so a key pressed on one claim
can't land on another one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

import streamlit as st

from factcheck.errors import FactcheckError
from factcheck.pipeline import again
from factcheck.pipeline.review import SHOW, narrowed
from factcheck.pipeline.views import ORDERS, ClaimView, DocumentSummary, Ledger, Queue
from factcheck.ui import actions, bar, charts, dialogs, exporting, present, source, state, versions, words
from factcheck.ui.components import draw
from factcheck.ui.pages import welcome
from factcheck.ui.safe import plain, shortened


def review() -> None:
    opened = state.current()
    if not state.documents(opened):
        welcome.empty(opened)
        return
    if "go" in st.session_state:
        state.follow(opened)
    _body()


@st.fragment(key="review")
def _body() -> None:
    opened = state.current()
    order, show = state.choice("order", ORDERS), state.choice("show", SHOW)
    nothing_named = st.session_state.get("claim") is None and not st.query_params.get("claim")
    with st.spinner("Comparing the figures of this article…"):
        view, problem = _view(opened, state.selected(opened))
        whole = _queue(opened, view, order) if view else None
    if view is None or whole is None:
        welcome.no_claims(opened, problem)
        return
    shown = narrowed(whole, show, person=state.person(opened))
    if nothing_named and shown.items and view.item not in shown.items:
        state.select(shown.items[0].claim_id)  # an address that names only a filter opens what it lets through
        view = state.claim(opened, shown.items[0].claim_id)
    state.bind_url(opened, view.item.claim_id)
    _toolbar(opened, shown, view, [item.claim_id for item in (*whole.items, *whole.folded)])
    versions.line(opened, view.document.id)
    wide = st.session_state.get("article_shown", True)
    with st.container(key="zones"):
        if wide:
            left, middle, right = st.columns([25, 36, 49], gap="small")
        else:
            (left, right), middle = st.columns([25, 85], gap="small"), None
    with left:
        if not (shown.items or shown.folded):
            _nothing_left(whole, show)
        draw(
            "queue",
            present.queue(shown, current=view.item.claim_id),
            key=f"queue-{opened.key}",
            pick=state.select,
        )
    if middle is not None:
        with middle:
            draw(
                "article",
                {
                    **present.article(view, whole),
                    "bring": st.session_state.get("bring", 0),
                    "details": "Edit details" if view.document.published_on else "No date yet: add it",
                },
                key=f"article-{opened.key}",
                pick=state.select,
                add=lambda passage: actions.add(opened, passage),
                details=partial(_ask_details, view.item.claim_id),
                span=partial(actions.correct_span, opened, view.statement),
            )
    with right:
        ledger, when_known = _detail(opened, view, shown)
    view = when_known()
    if "go" in st.session_state:
        st.rerun()  # another page is not this fragment's to open
    dialogs.open_asked(opened, view, ledger)
    state.show_notice()
    ids = [item.claim_id for item in (*shown.items, *shown.folded)]
    here = ids.index(view.item.claim_id) if view.item.claim_id in ids else 0
    state.look_ahead(opened, ids[here + 1 : here + 2])


def _nothing_left(whole: Queue, show: str) -> None:
    """An empty list says what it was narrowed to, and leads out of it."""
    total = len(whole.items) + len(whole.folded)
    st.caption(f"None of the {words.count(total, 'claim')} of this article: {SHOW[show].lower()}.")
    st.button("Show all claims", key="show-all", on_click=_show_all, type="primary")


def _show_all() -> None:
    st.session_state["show"] = "all"


def _queue(opened: state.Opened, view: ClaimView, order: str) -> Queue:
    return state.queue(opened, view.document.id, order if order in ORDERS else "conflict")


def _view(opened: state.Opened, claim_id: str | None) -> tuple[ClaimView | None, str | None]:
    if claim_id is None:
        return None, None
    try:
        return state.claim(opened, claim_id), None
    except FactcheckError as error:
        return None, str(error)


# ------------------------------------------------------------------------------------------------------------ toolbar


def _toolbar(opened: state.Opened, shown: Queue, view: ClaimView, whole: list[str]) -> None:
    ids = [item.claim_id for item in (*shown.items, *shown.folded)]
    place = ids.index(view.item.claim_id) + 1 if view.item.claim_id in ids else 0
    with st.container(key="tools", horizontal=True, vertical_alignment="center", gap="small"):
        _document_choice(opened, shown)
        st.selectbox(
            "Order",
            list(ORDERS),
            format_func=lambda key: ORDERS[key],
            key="order",
            label_visibility="collapsed",
            persist_state="session",
            width=190,
        )
        st.selectbox(
            "Show",
            list(SHOW),
            format_func=lambda key: SHOW[key],
            key="show",
            label_visibility="collapsed",
            persist_state="session",
            width=160,
        )
        st.button("Previous", key="previous", shortcut="K", on_click=move, args=(ids, -1, whole), type="tertiary")
        st.button("Next", key="next", shortcut="J", on_click=move, args=(ids, 1, whole), type="tertiary")
        st.html(f'<span class="place">{place or "–"} of {len(ids)}</span>', width="content")
        hidden = not st.session_state.get("article_shown", True)
        st.button(
            "Show article" if hidden else "Hide article",
            key="toggle-article",
            shortcut="A",
            on_click=_toggle_article,
            type="tertiary",
        )
        exporting.of_claim_or_document(opened, view.item.claim_id, view.document.id)
        st.html(HINTS)


HINTS = (
    '<div class="hints"><span><kbd>J</kbd><kbd>K</kbd>next, previous</span><span><kbd>F</kbd>flag contradiction</span>'
    "<span><kbd>?</kbd>keys</span></div>"
)


def _document_choice(opened: state.Opened, shown: Queue) -> None:
    names = document_names(state.documents(opened), older=again.newer_versions(opened.workspace))
    options = list(names)
    key = f"document-{opened.key}-{shown.document.document_id}"
    st.selectbox(
        "Article",
        options,
        index=options.index(shown.document.document_id),
        format_func=lambda document_id: names.get(document_id, document_id),
        key=key,
        on_change=_open_document,
        args=(key,),
        label_visibility="collapsed",
        width=300,
    )


def document_names(documents: list[DocumentSummary], *, older: Collection[str] = ()) -> dict[str, str]:
    """A name for each document, no two alike: the browser sends back the name, not the id.

    ``older`` are those of which a newer version is there.
    """
    names: dict[str, str] = {}
    taken: dict[str, int] = {}
    for one in documents:
        about = "older version" if one.document_id in older else None
        name = words.joined(shortened(one.title, 70), one.outlet, words.short_day(one.published_on), about)
        taken[name] = taken.get(name, 0) + 1
        names[one.document_id] = name if taken[name] == 1 else f"{name} ({taken[name]})"
    return names


def _open_document(key: str) -> None:
    opened = state.current()
    chosen = st.session_state[key]
    if chosen not in {one.document_id for one in state.documents(opened)}:
        return
    shown = state.queue(opened, chosen, state.choice("order", ORDERS))
    first = next(iter((*shown.items, *shown.folded)), None)
    if first is None:
        title = plain(shortened(shown.document.title, 60))
        state.tell(f"“{title}” has no claims", icon=":material/info:")
    else:
        state.select(first.claim_id)


def move(ids: list[str], step: int, whole: Sequence[str] = ()) -> None:
    """To the next or previous claim of the list that the person saw.

    ``whole`` is the list without its filter: a claim that left the list with a decision still has its place there, so
    the next one is the one that followed it.
    """
    now = st.session_state.get("claim")
    if not ids:
        return
    if now in ids or now not in whole:
        at = ids.index(now) if now in ids else -1 if step > 0 else len(ids)
        state.select(ids[max(0, min(len(ids) - 1, at + step))])
        return
    here = whole.index(now)
    rest = whole[here + 1 :] if step > 0 else whole[:here][::-1]
    state.select(next((one for one in rest if one in ids), ids[-1] if step > 0 else ids[0]))


def _toggle_article() -> None:
    st.session_state["article_shown"] = not st.session_state.get("article_shown", True)


def _pressed(key: str, claim_id: str, rows: list[str], picked: str | None) -> None:
    """What the keys do that are no button's."""
    if key in "wW":
        _bring()
    elif key in "tT":
        _ask_details(claim_id)
    else:
        actions.step_row(rows, picked, 1 if key == "]" else -1)


def _ask_details(claim_id: str, _document_id: str | None = None) -> None:
    """Opens the article's title, outlet and date, asked for by key or at the head of the article."""
    actions.ask("details", claim_id)


def _bring() -> None:
    """Brings the claim into view in the article, which is all there is of its source where it has no address."""
    st.session_state["article_shown"] = True
    st.session_state["bring"] = st.session_state.get("bring", 0) + 1


# ------------------------------------------------------------------------------------------------------------- detail


def _detail(opened: state.Opened, view: ClaimView, shown: Queue) -> tuple[Ledger, Callable[[], ClaimView]]:
    """Draws the detail and its decisions, and gives what then looks for earlier claims and draws these, too."""
    claim_id = view.item.claim_id
    with st.container(key="detail"):
        ledger, number = _ledger(view)
        picked = actions.picked_row(view, ledger)
        head = present.claim_head(view, ledger, quoted=not st.session_state.get("article_shown", True))
        draw("head", {**head, "verdicts": present.verdicts(view.item.decisions)}, key="head")
        if len(view.ledgers) > 1:
            _figure_choice(view, number)
        _chart(opened, view, ledger)
        table = present.ledger(view, ledger, picked=picked)
        draw(
            "ledger",
            {**table, "part": "rows"},
            key=f"rows-{opened.key}",
            row=_pick_row,
            open=state.select,
            voice=state.go_to_voice,
        )
        draw(
            "ledger",
            {**table, "part": "beside"},
            key=f"beside-{opened.key}",
            row=_pick_row,
            open=state.select,
            voice=state.go_to_voice,
        )
        place = st.container(key="earlier")
        if view.history:
            with st.expander(f"What was decided on this claim ({len(view.history)})"):
                draw("events", {"events": actions.events(list(view.history), undo=False)}, key=f"history-{claim_id}")
        keys = list(actions.rows_of(ledger))
        at = source.address(view.document.url, view.statement.claim.text)
        draw(
            "keys",
            {"keys": ["[", "]", "t", "T", *(() if at else ("w", "W"))], "opens": {"w": at} if at else {}},
            key=f"row-{claim_id}",
            pressed=lambda key: _pressed(key, claim_id, keys, picked),
        )
    same = bar.bar(opened, view, ledger, [item.claim_id for item in (*shown.items, *shown.folded)])

    def when_known() -> ClaimView:
        whole = state.earlier(opened, view)
        with place:
            _earlier(opened, whole)
        same(whole)
        return whole

    return ledger, when_known


def _ledger(view: ClaimView) -> tuple[Ledger, int]:
    """The ledger of the figure that the person chose; at first the one with most against it."""
    scores = [
        sum(1 for row in one.rows if row.relation.group == "conflict") * 100 + len(one.rows) for one in view.ledgers
    ]
    best = max(range(len(scores)), key=lambda n: (scores[n], -n)) if scores else 0
    chosen = st.session_state.get(f"figure-{view.item.claim_id}")
    number = chosen if isinstance(chosen, int) and 0 <= chosen < len(view.ledgers) else best
    return (view.ledgers[number] if view.ledgers else Ledger(None, "", (), ())), number


def _figure_choice(view: ClaimView, number: int) -> None:
    def name(n: int) -> str:
        figure = view.ledgers[n].figure
        return plain(shortened(figure.text if figure else "In words", 40))

    key = f"figure-{view.item.claim_id}"
    if key not in st.session_state:
        st.session_state[key] = number
    st.segmented_control(
        "Figure", range(len(view.ledgers)), format_func=name, key=key, label_visibility="collapsed", required=True
    )


def _pick_row(key: str) -> None:
    st.session_state["row"] = key


def _chart(opened: state.Opened, view: ClaimView, ledger: Ledger) -> None:
    """The figures over time; what became known only after the claim is drawn, greyed, where the person asks for it."""
    later = sum(each.later for row in ledger.rows for each in (row, *row.trail))
    with_later = bool(later) and st.session_state.get("with-later", False)
    own_date = view.statement.claim.said_on.last if view.statement.claim.said_on else view.statement.published_on
    dark = st.context.theme.type == "dark"
    name = view.item.speaker
    made = charts.spec(ledger, own_date=own_date, own_name=name, dark=dark, with_later=with_later)
    if later:
        st.toggle(
            f"Draw {words.count(later, 'figure')} that became known only later",
            key="with-later",
            persist_state="session",
        )
    if made is None:
        return
    st.vega_lite_chart(
        spec=charts.name_marks(made),
        key=f"chart-{view.item.claim_id}",
        alt=charts.words_of(ledger, own_date=own_date, own_name=name, with_later=with_later),
    )


def _earlier(opened: state.Opened, view: ClaimView) -> None:
    claim = view.statement.claim
    found, text = view.earlier, claim.restated or claim.text  # what was asked, and what the differing parts index
    alike = present.related(found.hits)
    others = [one for one in found.hits if one not in alike]
    note = present.searched(found.searched, found.up_to, "earlier claim") + "."
    if not alike:
        nearest = found.nearest or next(iter(found.hits), None)
        note = f"Nothing like it was said before. {note}"
        note += f" The nearest was “{shortened(nearest.text, 110)}”" if nearest else ""
        others = []
    hits = [present.hit(one, text) for one in (*alike, *others)]
    st.html(f"<h3 class='part'>Said before?{_counted(len(alike))}</h3>")
    draw(
        "hits",
        {
            "claim": view.item.claim_id,
            "hits": hits,
            "pair": True,
            "show": min(2, len(alike)),
            "note": note,
            "picked": actions.picked_hit(view),
        },
        key=f"earlier-{opened.key}",
        hit=_pick_hit,
        open=state.select,
    )


def _counted(number: int) -> str:
    return (
        f" <span>{number} similar, offered for comparison; their verdicts are never applied by themselves</span>"
        if number
        else ""
    )


def _pick_hit(claim_id: str) -> None:
    st.session_state["hit"] = claim_id
