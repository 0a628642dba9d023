"""An invented story as the records that the pipeline gives to the screen: a fire on a ferry off Port Ansley.

Nobody and nothing in it exists. It is small enough to read and holds every kind of thing the screen must show: here
what stands beside its claims; the article and the claims are in ``story_claims.py``.
"""

from __future__ import annotations

from datetime import date

from ui_story_claims import (
    DEAD,
    DOCUMENT,
    FLAGGED,
    FOLDED,
    ITEMS,
    LEAD,
    OTHER,
    PRINTED,
    SUMMARY,
    TEXT,
    claim,
    figure,
    statement,
)

from factcheck.errors import NotFoundError
from factcheck.model import Bound, Claim, Event, EventKind, Relation, RelationKind, Statement, Voice
from factcheck.pipeline.views import ClaimView, Conflict, Decision, Hit, Ledger, LedgerRow, Queue, SearchResult

__all__ = ["DEAD", "DOCUMENT", "FLAGGED", "FOLDED", "ITEMS", "LEAD", "OTHER", "PRINTED", "SUMMARY", "TEXT"]


def _row(
    claim_id: str,
    who: str,
    body: str,
    words: str,
    read: str,
    on: date,
    relation: RelationKind,
    reason: str,
    *,
    low: float | None,
    high: float | None,
    bound: Bound = Bound.EXACT,
    outlet: str = "Sound Weekly",
    copies: int = 1,
    trail: tuple[LedgerRow, ...] = (),
    later: bool = False,
    decision: Decision | None = None,
    url: str | None = "https://example.org/story?a=1&b=<2>",
) -> LedgerRow:
    text = f"{who} gave the number of dead as {words}."
    value = figure(words, text=text, low=low, high=high, unit="person", measure="people killed", bound=bound, as_of=on)
    made = claim(text, text=text, speaker=(who, who, body), figures=(value,), said=on)
    return LedgerRow(
        statement=statement(
            made,
            claim_id,
            document_id="doc2",
            outlet=outlet,
            published_on=on,
            url=url,
            title="What is known of the fire",
        ),
        figure=value,
        relation=Relation(relation, reason, {"same_body": False}, a=DEAD, b=value),
        who=who,
        body=body,
        as_written=words,
        as_read=read,
        when=f"as of {on.day} {on:%B %Y}",
        on=on,
        copies=copies,
        trail=trail,
        later=later,
        decision=decision,
    )


R = RelationKind
ROWS = (
    _row(
        "d1",
        "Salla Brandt",
        "National rescue service",
        "no more than 37",
        "at most 37 people",
        date(2031, 5, 7),
        R.CONTRADICTION,
        "Both count the people killed on 6 May; at most 37 lies wholly below at least 41.",
        low=None,
        high=37,
        bound=Bound.AT_MOST,
        copies=3,
    ),
    _row(
        "d2",
        "Ansley harbour authority",
        "Ansley harbour authority",
        "between 52 and 60",
        "52 to 60 people",
        date(2031, 5, 6),
        R.REVISED_DOWN,
        "The same body gave a higher count a day before, and a number of dead can only grow.",
        low=52,
        high=60,
        bound=Bound.BETWEEN,
    ),
    _row(
        "d3",
        "Dr. Ines Okoro",
        "Port Ansley General Hospital",
        "58",
        "58 people",
        date(2031, 5, 7),
        R.RIVAL_COUNT,
        "Two bodies, two days: a count that grows may have been 41 first and 58 later.",
        low=58,
        high=58,
        trail=(
            _row(
                "d4",
                "Dr. Ines Okoro",
                "Port Ansley General Hospital",
                "44",
                "44 people",
                date(2031, 5, 6),
                R.RIVAL_COUNT,
                "An earlier count by the same body.",
                low=44,
                high=44,
            ),
        ),
    ),
    _row(
        "d5",
        "Ansley Observer",
        "Ansley Observer",
        "more than forty",
        "more than 40 people",
        date(2031, 5, 7),
        R.COMPATIBLE_BOUNDS,
        "More than 40 and at least 41 say the same of whole people.",
        low=40,
        high=None,
        bound=Bound.MORE_THAN,
    ),
    _row(
        "d6",
        "Interior Ministry",
        "Interior Ministry",
        "63",
        "63 people",
        date(2031, 5, 12),
        R.UPDATE,
        "A later count; at least 41 leaves room for it.",
        low=63,
        high=63,
        later=True,
    ),
)
LOOK_ALIKES = (
    _row(
        "d7",
        "Ansley Courier",
        "Ansley Courier",
        "12",
        "12 people",
        date(2019, 8, 1),
        R.DIFFERENT_SCOPE,
        "Another fire: the Lysander in 2019, not the Corvina.",
        low=12,
        high=12,
    ),
    _row(
        "d8",
        "coast guard",
        "coast guard",
        "197",
        "197 people",
        date(2031, 5, 7),
        R.DIFFERENT_MEASURE,
        "People rescued, not people killed.",
        low=197,
        high=197,
    ),
)
LEDGER = Ledger(
    figure=DEAD,
    summary="Four other counts, at most 37 to 60; the rescue service’s ceiling lies below this floor, and the harbour authority itself said more a day before.",
    rows=ROWS,
    look_alikes=LOOK_ALIKES,
    searched=214,
    up_to=date(2031, 5, 12),
)
HITS = (
    Hit(
        rank=1,
        claim_id="x1",
        external_id="AN-17",
        text="At least 51 people died in the fire aboard the ferry Corvina, the harbour authority said.",
        score=0.93,
        score_parts={"meaning": 0.97, "words": 0.84, "numbers": 0.2},
        matched={"field": "claim", "text": "At least 51 people died"},
        relation=Relation(R.REPORTED_DIFFERENTLY, "The same statement with another number: 41 here, 51 there."),
        speaker="Ansley harbour authority",
        date=date(2031, 5, 8),
        outlet="Northbank Check",
        verdict="False",
        url="https://example.org/check/17",
        document_id=None,
        start=None,
        end=None,
        demonstration=True,
        differing=(("number", (0, 11), (0, 11)), ("date", (68, 84), None)),
    ),
    Hit(
        rank=2,
        claim_id="x2",
        external_id=None,
        text="In the Lysander fire of 2019, 12 people died.",
        score=0.71,
        score_parts={"meaning": 0.74, "words": 0.4},
        matched={"field": "claim", "text": "12 people died"},
        relation=Relation(R.DIFFERENT_SCOPE, "Another ship: the Lysander, not the Corvina."),
        speaker=None,
        date=date(2019, 8, 2),
        outlet="Sound Weekly",
        verdict=None,
        url=None,
        document_id="doc2",
        start=0,
        end=45,
        demonstration=True,
        differing=(("name", (54, 61), (7, 15)),),
    ),
)
FOUND = SearchResult(HITS, 1204, date(2031, 5, 12))
NOTHING = SearchResult((), 1204, date(2031, 5, 12), nearest=HITS[1])


def queue(order: str = "conflict") -> Queue:
    items = ITEMS if order == "conflict" else tuple(sorted(ITEMS, key=lambda i: i.statement.claim.start))
    return Queue(SUMMARY, items, FOLDED, order)


def view(claim_id: str) -> ClaimView:
    item = next(i for i in (*ITEMS, *FOLDED) if i.claim_id == claim_id)
    if claim_id == "c1":
        ledgers: tuple[Ledger, ...] = (LEDGER,)
    else:
        first = item.statement.claim.figures[0] if item.statement.claim.figures else None
        ledgers = (Ledger(first, "Nothing in this workspace gives another figure for this.", (), (), searched=214),)
    flags = ("The source is not named, so nobody can ask them.",) if claim_id == "c4" else ()
    history = (Event("e1", FLAGGED.at, "Ada", EventKind.FLAG, "c7", FLAGGED.payload),) if claim_id == "c7" else ()
    return ClaimView(item, DOCUMENT, item.statement, ledgers, FOUND if claim_id == "c1" else NOTHING, flags, history)


def conflicts() -> list[Conflict]:
    return [
        Conflict("c1", row.statement.claim_id or "", LEAD.statement, row.statement, row.relation, 0.9 - n / 10)
        for n, row in enumerate(ROWS[:2])
    ]


EVENTS = [
    Event("e1", FLAGGED.at, "Ada", EventKind.FLAG, "c7", FLAGGED.payload, {"text": "Rescue crews pulled 197 people"}),
    Event("e0", FLAGGED.at, "Ada", EventKind.VERDICT, "c2", {"rating": "Half true", "note": "See *log*"}, {}),
]


def statement_of(claim_id: str) -> Statement:
    """What the store holds of a claim: one of the article, of a row beside it, or of a hit."""
    known = [item.statement for item in (*ITEMS, *FOLDED)]
    known += [row.statement for row in (*LEDGER.rows, *LEDGER.look_alikes)]
    for one in known:
        if one.claim_id == claim_id:
            return one
    for hit in HITS:
        if hit.claim_id == claim_id:
            return Statement(
                Claim(hit.text, 0, len(hit.text), restated=None, kinds=(), voice=Voice.OWN), claim_id=claim_id
            )
    raise NotFoundError(f"there is no claim {claim_id}")
