"""What the use cases give back: the records that the screen, the commands and the API show.

Plain frozen data, already in the words a person reads where words are needed, so that no screen computes a
relation and no two screens word one differently.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from factcheck.model import Document, Event, Figure, OfficialFigure, Relation, Statement

if TYPE_CHECKING:
    from factcheck.pipeline.groups import ClaimGroup


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long job is. ``done`` of ``total`` steps (total 0: not known yet); ``what`` names the step."""

    done: int
    total: int
    what: str


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one document. ``already`` is true where the same text was there before; ``supersedes`` is the id
    of the older version of which it took the place."""

    document_id: str
    title: str
    claims: int
    already: bool
    notes: tuple[str, ...] = ()
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One line in a list of documents."""

    document_id: str
    title: str
    outlet: str | None
    published_on: date | None
    claims: int
    decided: int
    demonstration: bool


@dataclass(frozen=True, slots=True)
class Badge:
    """A short mark on a claim. ``kind`` is one of :data:`BADGES`; ``label`` is read, ``help`` explains."""

    kind: str
    label: str
    help: str


BADGES = ("conflict", "disputed", "update", "said_before", "new", "changed_position", "red_flag", "inside", "verdicts")


@dataclass(frozen=True, slots=True)
class Decision:
    """The present state of one thing a person decided, over all events.

    Attributes:
        stale: the claim was corrected after the decision was made.
    """

    event_id: str
    at: datetime
    person: str
    kind: str
    subject: str
    payload: Mapping[str, Any]
    stale: bool = False


@dataclass(frozen=True, slots=True)
class QueueItem:
    """A claim as one line of the queue.

    Attributes:
        speaker: who says it, for whom ("Mara Delling · City of Ostwick"), or "the article itself".
        as_written: the leading figure's words in the text, None for a claim without one.
        as_read: the same as data ("more than 16,000 applications").
        as_of: the date the figure speaks of, in words, or None.
        why: the reason for its place in the order.
        checkable: false for opinions and feelings, which are folded away.
        conflicts, disputed: how many figures stand against it, how many rival counts.
    """

    claim_id: str
    statement: Statement
    speaker: str
    as_written: str | None
    as_read: str | None
    as_of: str | None
    badges: tuple[Badge, ...]
    why: str
    checkable: bool
    conflicts: int = 0
    disputed: int = 0
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Queue:
    """The claims of one document in the order asked for; ``folded`` are not checkable."""

    document: DocumentSummary
    items: tuple[QueueItem, ...]
    folded: tuple[QueueItem, ...]
    order: str


ORDERS = {
    "conflict": "Conflicts first",
    "text": "As in the article",
    "worth": "Check-worthiness",
}


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A figure for the same thing (or one that looks like it), by one body, beside the claim at hand.

    Attributes:
        figure: the figure compared; None where two statements without one are compared.
        who: the speaker; ``body``: for whom, equal to ``who`` where the body itself speaks.
        as_written / as_read: the figure in its own words, and as data in words.
        when: as-of, said-on or printed-on date in words with its kind ("as of 2 March 2022").
        on: the date that ``when`` tells, for a chart's axis; None where nothing is known.
        copies: how many documents print this same statement (1: only one).
        trail: earlier figures by the same body, newest first.
        later: became known only after the claim's own date.
    """

    statement: Statement
    figure: Figure | None
    relation: Relation
    who: str
    body: str
    as_written: str
    as_read: str
    when: str
    on: date | None
    copies: int = 1
    trail: tuple[LedgerRow, ...] = ()
    later: bool = False
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """An official figure beside the claim, with the cell it stands in and the question in SQL that gives it."""

    official: OfficialFigure
    relation: Relation
    query: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that stands beside one figure of a claim.

    Attributes:
        summary: one sentence to read first ("Five other counts, 498 to over 12,000; …").
        rows: figures for the same thing, one row a body, conflicts first.
        look_alikes: what looks like a conflict and isn't, each with the part that differs.
        searched: how many figures were compared; ``up_to``: the latest date among them.
    """

    figure: Figure | None
    summary: str
    rows: tuple[LedgerRow, ...]
    look_alikes: tuple[LedgerRow, ...]
    official: tuple[OfficialRow, ...] = ()
    searched: int = 0
    up_to: date | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """An earlier claim that a search found: one of this workspace, or one that was imported with its verdict.

    Attributes:
        differing: kind of each part that differs, and where it stands in the question and in the hit.
        decision: what a person holds on the claim that asks and this one, where a claim asks.
        claim_group: the confirmed group that it belongs to, if any ("Said four times, by three speakers").
        warning: where the decision is "the same claim" and the number gate says that both can't be right.
    """

    rank: int
    claim_id: str
    external_id: str | None
    text: str
    score: float
    score_parts: Mapping[str, float]
    matched: Mapping[str, str]
    relation: Relation
    speaker: str | None
    date: date | None
    outlet: str | None
    verdict: str | None
    url: str | None
    document_id: str | None
    start: int | None
    end: int | None
    demonstration: bool = False
    differing: tuple[tuple[str, tuple[int, int] | None, tuple[int, int] | None], ...] = ()
    decision: Decision | None = None
    claim_group: ClaimGroup | None = None
    warning: str | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits, best first, and what was searched.

    Attributes:
        searched: number of claims searched; ``up_to``: the latest date among them.
        nearest: where no hit is near enough, the nearest miss.
        matching: how many of them the filters let through, None without filters.
        unread: where a value or unit was asked for, how many checked claims could not be looked at because their
            figures were never read (they were imported by an older version).
        listed: whether nothing but filters was given, so that the hits are in no order of likeness.
    """

    hits: tuple[Hit, ...]
    searched: int
    up_to: date | None
    nearest: Hit | None = None
    matching: int | None = None
    unread: int = 0
    listed: bool = False


@dataclass(frozen=True, slots=True)
class ClaimView:
    """Everything the detail of one claim shows.

    Attributes:
        ledgers: one for each figure of the claim, or a single one without figure for a claim in words.
        red_flags: what makes it hard to check, in words ("unnamed source"), and before these what doesn't add up in it.
    """

    item: QueueItem
    document: Document
    statement: Statement
    ledgers: tuple[Ledger, ...]
    earlier: SearchResult
    red_flags: tuple[str, ...]
    history: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims of the workspace whose figures or statements conflict.

    Attributes:
        copies: further pairs of claims that are the same two utterances, printed elsewhere; they are not listed again.
    """

    claim_a: str
    claim_b: str
    a: Statement
    b: Statement
    relation: Relation
    strength: float
    decision: Decision | None = None
    copies: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing ``doctor`` looked at. ``remedy`` says what mends it where ``ok`` is false."""

    name: str
    ok: bool
    detail: str
    remedy: str | None = None


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import took in and what it left out, with the line and the reason of each.

    Attributes:
        undated: how many were taken in without their date, because it reads as none or in more than one way.
        figures: how many figures were read in the claims that were added or brought up to date.
    """

    added: int
    already: int
    skipped: tuple[tuple[int, str], ...] = ()
    undated: int = 0
    figures: int = 0
