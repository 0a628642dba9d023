"""Conflicts: what can't be right together, by matter, strongest first; its pairs are settled one by one.

The filters are the address. What is settled carries the ids that were drawn with its button, never a position.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from factcheck.errors import FactcheckError, NotFoundError
from factcheck.model import EventKind, Group, RelationKind
from factcheck.pipeline import decide, fresh, ledger
from factcheck.pipeline.memo import remembered
from factcheck.pipeline.views import Conflict, Ledger
from factcheck.ui import actions, exporting, matters, state, words
from factcheck.ui.components import draw
from factcheck.ui.safe import plain

PAGE = 20
"""Matters on the page."""
SHOWN = {"open": "Open", "confirmed": "Confirmed", "superseded": "Superseded", "dismissed": "Dismissed"}


def conflicts() -> None:
    opened = state.current()
    st.query_params.pop("claim", None)
    with st.container(key="sheet-wide"):
        st.html("<h1>Conflicts</h1>")
        chosen, status = _filters()
        try:
            with st.spinner("Comparing…"):
                found = remembered(
                    opened.workspace,
                    ("screen conflicts", status, *chosen.items()),
                    lambda: ledger.conflicts(
                        opened.workspace,
                        states=[status],
                        speaker=chosen["speaker"],
                        since=chosen["since"],
                        until=chosen["until"],
                        relation=chosen["relation"],
                    ),
                )
        except FactcheckError as error:
            st.error(plain(str(error)), icon=":material/warning:")
            return
        _list(opened, found, status, filtered=any(chosen.values()))
    state.show_notice()
    state.follow(opened)


def _filters() -> tuple[dict[str, str | None], str]:
    """What the person asks for, and which state; each is in the address."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="conflict-filters"):
        status = st.segmented_control(
            "Show",
            list(SHOWN),
            format_func=lambda one: SHOWN[one],
            key="show",
            default="open",
            required=True,
            bind="query-params",
        )
        kinds = ["", *(str(kind) for kind in RelationKind if kind.group is Group.CONFLICT)]
        kind = st.selectbox(
            "Kind",
            kinds,
            key="kind",
            format_func=lambda one: words.look(RelationKind(one)).label if one else "Every kind",
            bind="query-params",
            width=168,
        )
        speaker = st.text_input("Speaker or body", key="with", bind="query-params", width=180)
        since = st.text_input("From", key="since", bind="query-params", placeholder="2022-03-01", width=118)
        until = st.text_input("To", key="until", bind="query-params", placeholder="2022-03-31", width=118)
    given = {"speaker": speaker, "since": since, "until": until, "relation": kind}
    return {name: str(text or "").strip() or None for name, text in given.items()}, str(status or "open")


def _list(opened: state.Opened, found: list[Conflict], status: str, *, filtered: bool) -> None:
    if not found:
        number = sum(one.claims for one in state.documents(opened))
        among = "among those you ask for" if filtered else f"of the {words.count(number, 'claim')} here"
        told = f"No two {among} conflict." if status == "open" else f"Nothing {among} is {SHOWN[status].lower()}."
        st.info(told, icon=":material/search:")
        return
    together = matters.matters(found)
    more = f"; the {PAGE} strongest are shown" if len(together) > PAGE else ""
    shown = together[:PAGE]
    pairs = f"{words.count(len(found), 'pair')} that can’t both be right"
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="conflicts-head"):
        st.caption(f"{pairs}, in {words.count(len(together), 'matter')}, strongest first{more}.", width="stretch")
        later = st.toggle(
            "Known only later",
            key="later",
            bind="query-params",
            help="Shows, greyed, what became known after the claim at the head of its matter was made",
        )
        claims = [claim_id for one in found for claim_id in (one.claim_a, one.claim_b)]
        exporting.of_claims(opened, list(dict.fromkeys(claims)), key="export-conflicts", note="as the filter asks")
    looked = st.session_state.setdefault("looked", set())
    draw(
        "pairs",
        {
            "matters": [
                matters.drawn(one, later=bool(later), beside=_beside(opened, one) if _is_in(one, looked) else None)
                for one in shown
            ],
            "reasons": [list(one) for one in decide.DISMISS_REASONS.items()],
        },
        key="pairs",
        open=state.go_to_claim,
        voice=state.go_to_voice,
        settle=lambda told: _settle(opened, found, told),
        undo=lambda event_id: actions.undo(opened, event_id),
        look=looked.add,
    )
    draw("keys", {"keys": ["u"]}, key="conflict-keys", pressed=lambda _: actions.undo_last(opened, None))


def _is_in(one: matters.Matter, looked: set[str]) -> bool:
    return one.lead.claim_id in looked


def _beside(opened: state.Opened, one: matters.Matter) -> tuple[Ledger, ...]:
    """What stands beside the claim at the head of a matter; nothing where it was dropped meanwhile."""
    try:
        return ledger.against(opened.workspace, one.lead.claim_id)
    except NotFoundError:
        return ()


def _settle(opened: state.Opened, found: list[Conflict], told: str) -> None:
    """``KIND PAIR REASON`` as the button that was pressed carries it."""
    kind, pair, *rest = told.split(" ")
    claim_a, claim_b = pair.split("|")
    payload: dict[str, Any] = {"reason": rest[0] if rest else None}
    one = next((one for one in found if (one.claim_a, one.claim_b) == (claim_a, claim_b)), None)
    if kind == EventKind.FLAG:
        payload = {"reason": _REASONS.get(one.relation.relation, "same_thing") if one else "same_thing"}
    on = [fresh.statement(side) for side in (one.a, one.b)] if one else []
    actions.keep(opened, EventKind(kind), decide.pair(claim_a, claim_b), payload, _seen(one), on)


_REASONS = {
    RelationKind.REPORTED_DIFFERENTLY: "bound_lost",
    RelationKind.QUOTATION_DIFFERS: "quotation",
    RelationKind.DENIAL: "denied",
}


def _seen(one: Conflict | None) -> dict[str, Any]:
    """What was on the screen of a pair."""
    if one is None:
        return {}
    return {
        "text": one.a.claim.text,
        "other": one.b.claim.text,
        "relation": str(one.relation.relation),
        "reason": one.relation.reason,
    }
