"""An invented story as the records that the pipeline gives to the screen: a fire on a ferry off Port Ansley.

Nobody and nothing in it exists. It is small enough to read and holds every kind of thing the screen must show.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from factcheck.errors import NotFoundError
from factcheck.model import (
    Bound,
    Claim,
    ClaimKind,
    Cue,
    DateRange,
    Document,
    Event,
    EventKind,
    Figure,
    Relation,
    RelationKind,
    Speaker,
    Statement,
    Voice,
)
from factcheck.pipeline.views import (
    Badge,
    ClaimView,
    Conflict,
    Decision,
    DocumentSummary,
    Hit,
    Ledger,
    LedgerRow,
    Queue,
    QueueItem,
    SearchResult,
)

TEXT = """Ferry fire: harbour and hospital disagree on the number of dead

By Mara Lind

At least 41 people died in the fire aboard the ferry Corvina on Tuesday night, the Ansley harbour authority said on Wednesday, and its director, Teun Abbey, called the figure “a floor, not a total.”

Port Ansley General Hospital said it had received 58 bodies by noon on Wednesday. “We count the dead, not the missing,” said its chief physician, Dr. Ines Okoro.

The ferry left with 312 passengers and 24 crew, according to the operator, Blue Sound Lines, which is licensed to carry 280 passengers on the route. *Blue Sound* <b>denied</b> that the vessel was overloaded 🚢.

Interior Minister Pavel Rusk told the Ansley Courier that “not one lifeboat failed.” A crew member who asked not to be named said two of the six boats could not be lowered.

Rescue crews pulled 197 people from the water, the coast guard said. In the 2019 fire on the Lysander, a sister ship, 12 people died.

The company’s shares fell 4.2% on Wednesday, and the insurer Halden Mutual put the loss at about $1.2bn (£950m). Many on the quay felt that nobody had been told enough.
"""

PRINTED = date(2031, 5, 8)


def _at(words: str, whole: str = TEXT, after: int = 0) -> tuple[int, int]:
    start = whole.index(words, after)
    return start, start + len(words)


def figure(
    words: str,
    *,
    text: str = TEXT,
    within: str = "",
    low: float | None,
    high: float | None,
    unit: str,
    measure: str,
    bound: Bound = Bound.EXACT,
    dimension: str = "count",
    as_of: date | None = None,
    approximate: bool = False,
    restates: int | None = None,
) -> Figure:
    start, end = _at(words, text, text.index(within) if within else 0)
    return Figure(
        text=words,
        start=start,
        end=end,
        low=low,
        high=high,
        unit=unit,
        dimension=dimension,
        measure=measure,
        bound=bound,
        approximate=approximate,
        restates=restates,
        as_of=DateRange(as_of, as_of) if as_of else None,
    )


def claim(
    words: str,
    *,
    text: str = TEXT,
    speaker: tuple[str, str, str | None] | None = None,
    cue: str | None = None,
    anonymous: bool = False,
    figures: tuple[Figure, ...] = (),
    said: date | None = None,
    worth: float = 0.6,
    voice: Voice = Voice.INDIRECT,
) -> Claim:
    start, end = _at(words, text)
    who = None
    if speaker:
        at = _at(speaker[0], text)
        who = Speaker(speaker[0], *at, name=speaker[1], body=speaker[2], anonymous=anonymous)
    kinds = ((ClaimKind.NUMERIC,) if figures else ()) + ((ClaimKind.ATTRIBUTED,) if who else ())
    return Claim(
        text=words,
        start=start,
        end=end,
        restated=None,
        kinds=kinds,
        voice=voice if who else Voice.OWN,
        speaker=who,
        cue=Cue(cue, *_at(cue, text, start), lemma="say") if cue else None,
        said_on=DateRange(said, said) if said else None,
        figures=figures,
        check_worthiness=worth,
        check_worthiness_parts={"figure": 0.4, "speaker": 0.2},
    )


DOCUMENT = Document(
    id="doc1",
    text=TEXT,
    raw=TEXT.encode(),
    sha256="0" * 64,
    raw_sha256="0" * 64,
    title="Ferry fire: harbour and hospital disagree on the number of dead",
    outlet="The Ansley Courier",
    author="Mara Lind",
    published_on=PRINTED,
    language="en",
    demonstration=True,
)
SUMMARY = DocumentSummary("doc1", DOCUMENT.title or "", DOCUMENT.outlet, PRINTED, 10, 1, True)
OTHER = DocumentSummary(
    "doc2", "Ansley budget: what the council voted on", "Sound Weekly", date(2031, 4, 2), 6, 0, True
)

DEAD = figure(
    "At least 41 people",
    low=41,
    high=None,
    bound=Bound.AT_LEAST,
    unit="person",
    measure="people died in the fire",
    as_of=date(2031, 5, 6),
)
CONFLICT = Badge("conflict", "Conflict", "Another body gives a number that can't be right at the same time")
DISPUTED = Badge("disputed", "Disputed", "Rival counts at other times")
NEW = Badge("new", "New", "Nothing like it in this workspace")
SAID = Badge("said_before", "Said before", "The same assertion is in an earlier article")
UPDATE = Badge("update", "Update", "A later count by the same body")
RED = Badge("red_flag", "Unnamed source", "The text keeps the name back")


def _statement(made: Claim, claim_id: str, **about: object) -> Statement:
    known: dict[str, object] = {
        "title": DOCUMENT.title,
        "outlet": DOCUMENT.outlet,
        "published_on": PRINTED,
        "demonstration": True,
        "document_id": "doc1",
    }
    return Statement(claim=made, claim_id=claim_id, **{**known, **about})  # type: ignore[arg-type]


def _item(
    claim_id: str, made: Claim, speaker: str, read: str | None, why: str, *badges: Badge, **more: object
) -> QueueItem:
    return QueueItem(
        claim_id=claim_id,
        statement=_statement(made, claim_id),
        speaker=speaker,
        as_written=made.figures[0].text if made.figures else None,
        as_read=read,
        as_of="as of 6 May 2031" if made.figures else None,
        badges=badges,
        why=why,
        checkable=bool(more.pop("checkable", True)),
        **more,  # type: ignore[arg-type]
    )


FLAGGED = Decision(
    "e1",
    datetime(2031, 5, 8, 14, 5, tzinfo=UTC),
    "Ada",
    "flag",
    "c7",
    {"reason": "Different counts of one thing", "note": "Ask the coast guard"},
)

LEAD = _item(
    "c1",
    claim(
        "At least 41 people died in the fire aboard the ferry Corvina on Tuesday night, the Ansley harbour authority said on Wednesday",
        speaker=("the Ansley harbour authority", "Ansley harbour authority", "Ansley harbour authority"),
        cue="said",
        figures=(DEAD,),
        said=date(2031, 5, 7),
        worth=0.91,
    ),
    "Ansley harbour authority",
    "at least 41 people",
    "2 figures can't both be right with it",
    CONFLICT,
    UPDATE,
    conflicts=2,
    disputed=1,
)
ITEMS = (
    LEAD,
    _item(
        "c2",
        claim(
            "Port Ansley General Hospital said it had received 58 bodies by noon on Wednesday.",
            speaker=("Port Ansley General Hospital", "Port Ansley General Hospital", "Port Ansley General Hospital"),
            cue="said",
            figures=(figure("58 bodies", low=58, high=58, unit="body", measure="bodies received"),),
        ),
        "Port Ansley General Hospital",
        "58 bodies",
        "1 figure can't be right with it",
        CONFLICT,
        conflicts=1,
    ),
    _item(
        "c3",
        claim(
            "The ferry left with 312 passengers and 24 crew, according to the operator, Blue Sound Lines",
            speaker=("the operator, Blue Sound Lines", "Blue Sound Lines", "Blue Sound Lines"),
            cue="according to",
            figures=(
                figure("312 passengers", low=312, high=312, unit="passenger", measure="passengers aboard"),
                figure("24 crew", low=24, high=24, unit="crew", measure="crew aboard"),
            ),
        ),
        "Blue Sound Lines",
        "312 passengers",
        "Said before with another number",
        DISPUTED,
        SAID,
        disputed=2,
    ),
    _item(
        "c4",
        claim(
            "two of the six boats could not be lowered",
            speaker=("A crew member who asked not to be named", "A crew member", None),
            cue="said",
            anonymous=True,
            figures=(figure("two of the six boats", low=2, high=2, unit="boat", measure="boats not lowered"),),
        ),
        "A crew member (not named)",
        "2 of 6 boats",
        "Denied by the interior minister",
        CONFLICT,
        RED,
        conflicts=1,
    ),
    _item(
        "c5",
        claim(
            "Interior Minister Pavel Rusk told the Ansley Courier that “not one lifeboat failed.”",
            speaker=("Interior Minister Pavel Rusk", "Pavel Rusk", "Interior Ministry"),
            cue="told",
            voice=Voice.MIXED,
        ),
        "Pavel Rusk · Interior Ministry",
        None,
        "A crew member says otherwise",
        CONFLICT,
        conflicts=1,
    ),
    _item(
        "c6",
        claim(
            "*Blue Sound* <b>denied</b> that the vessel was overloaded 🚢.",
            speaker=("*Blue Sound*", "Blue Sound Lines", "Blue Sound Lines"),
            cue="denied",
        ),
        "Blue Sound Lines",
        None,
        "Worth a check: a denial",
        NEW,
    ),
    _item(
        "c7",
        claim(
            "Rescue crews pulled 197 people from the water, the coast guard said.",
            speaker=("the coast guard", "coast guard", "coast guard"),
            cue="said",
            figures=(figure("197 people", low=197, high=197, unit="person", measure="people rescued"),),
        ),
        "coast guard",
        "197 people",
        "Nothing stands against it",
        NEW,
        decisions=(FLAGGED,),
    ),
    _item(
        "c8",
        claim(
            "the insurer Halden Mutual put the loss at about $1.2bn (£950m)",
            speaker=("the insurer Halden Mutual", "Halden Mutual", "Halden Mutual"),
            cue="put",
            figures=(
                figure(
                    "about $1.2bn",
                    low=1.2e9,
                    high=1.2e9,
                    unit="USD",
                    dimension="money",
                    measure="loss",
                    approximate=True,
                ),
                figure("£950m", low=9.5e8, high=9.5e8, unit="GBP", dimension="money", measure="loss", restates=0),
            ),
        ),
        "Halden Mutual",
        "about 1.2 billion USD",
        "Nothing stands against it",
        NEW,
    ),
)
FOLDED = (
    _item(
        "c9",
        claim("Many on the quay felt that nobody had been told enough."),
        "the article itself",
        None,
        "A feeling: nothing to check",
        checkable=False,
    ),
)


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
        statement=_statement(
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
