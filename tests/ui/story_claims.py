"""The article of the invented story (:mod:`story`) and its claims, as the pipeline gives them to the screen."""

from __future__ import annotations

from datetime import UTC, date, datetime

from factcheck.model import (
    Bound,
    Claim,
    ClaimKind,
    Cue,
    DateRange,
    Document,
    Figure,
    Speaker,
    Statement,
    Voice,
)
from factcheck.pipeline.views import (
    Badge,
    Decision,
    DocumentSummary,
    QueueItem,
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


def statement(made: Claim, claim_id: str, **about: object) -> Statement:
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
        statement=statement(made, claim_id),
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
