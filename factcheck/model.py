"""The words of the domain as frozen dataclasses, and nothing that acts on them.

Every stage speaks in these. Offsets are half-open and count code points of ``Document.text``; dates are calendar
dates without a zone, as a newspaper means them. The shape of the JSON that other programs read is made from these
classes by :mod:`factcheck.wire`, field by field, so a field added here is a field added there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

# --------------------------------------------------------------------------------------------------- text and time


@dataclass(frozen=True, slots=True)
class Span:
    """``text == document_text[start:end]``, always; half-open, in code points."""

    text: str
    start: int
    end: int

    def shifted(self, by: int) -> Span:
        """The same span in a text that has ``by`` more code points before it."""
        return Span(self.text, self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class DateRange:
    """Calendar days from ``first`` to ``last``, both included; None on a side leaves that side open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it came in, with what is known of where it was printed.

    Attributes:
        text: what the reader reads, offsets of all claims index it.
        raw: the bytes as they came, before decoding and extraction.
        sha256: of ``text`` in UTF-8: two documents with the same one are the same document.
        raw_sha256: of ``raw``.
        media_type: of the bytes, as "text/plain" or "application/pdf"; the intake knows which are read.
        language: ISO 639-1 code, or None when it could not be told.
        demonstration: comes from the demonstration corpus; every hit and export of it says so.
    """

    id: str
    text: str
    raw: bytes
    sha256: str
    raw_sha256: str
    media_type: str = "text/plain"
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published_on: date | None = None
    language: str | None = None
    demonstration: bool = False


# ------------------------------------------------------------------------------------------------------- attribution


@dataclass(frozen=True, slots=True)
class Speaker(Span):
    """Who a claim is attributed to (the *source* of PARC and PolNeAR).

    Attributes:
        name: the fullest name the document gives, else the span's text.
        body: the body the person speaks for ("Defence Ministry"), or the body itself; None if not said.
        anonymous: the text keeps the name back ("a senior U.S. official").
    """

    name: str
    body: str | None = None
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Cue(Span):
    """The words that make it an attribution ("said", "according to")."""

    lemma: str


@dataclass(frozen=True, slots=True)
class Content:
    """What is attributed; more than one span where the attribution interrupts it."""

    text: str
    start: int
    end: int
    spans: tuple[tuple[int, int], ...]


class ClaimKind(StrEnum):
    NUMERIC = "numeric"
    ATTRIBUTED = "attributed"
    BELIEF = "belief"  # a belief, wish or intention, not an utterance; kept out of the default list


class Voice(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    OWN = "own"


class Stance(StrEnum):
    """What the speaker does with the content, as the cue says."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    ASKS = "asks"


class WriterView(StrEnum):
    """What the writer lets the reader think of it ("baselessly accused")."""

    DOUBTS = "doubts"
    SUPPORTS = "supports"


# ----------------------------------------------------------------------------------------------------------- figures


class Bound(StrEnum):
    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"


class Role(StrEnum):
    LEVEL = "level"
    CHANGE = "change"


class Direction(StrEnum):
    INCREASE = "increase"
    DECREASE = "decrease"


class Accrual(StrEnum):
    RUNNING_TOTAL = "running_total"
    SNAPSHOT = "snapshot"
    FLOW = "flow"


class Modality(StrEnum):
    STATED = "stated"
    FORECAST = "forecast"
    PLANNED = "planned"
    DENIED = "denied"


class Basis(StrEnum):
    COUNTED = "counted"
    ESTIMATED = "estimated"


@dataclass(frozen=True, slots=True)
class Figure(Span):
    """A number somebody stated, as data (DESIGN of figures: docs/architecture.md).

    Attributes:
        low: lower end in ``unit``; None is open. "more than 20,000" is low 20000, high None.
        high: upper end in ``unit``; None is open.
        approximate: "about", "some", "nearly".
        vague: from the table of vague amounts ("dozens", "a majority"); alone it makes no contradiction.
        unit: canonical name; of a count the singular of the head noun; of money the ISO 4217 code.
        unit_text: the unit as written, or None.
        dimension: one of :data:`DIMENSIONS`.
        per: what it is a rate of ("100,000 people", "day"), or None.
        whole: the whole this is a part of ("of the 1,200 inspectors"), or None.
        restates: position, in the claim's figures, of the figure this one gives again in other terms, or None.
        measure: what is counted or measured, in words, the number taken out.
        period: the dates the figure covers ("in the first quarter"); as_of: the dates the value speaks of.
    """

    low: float | None
    high: float | None
    unit: str
    dimension: str
    measure: str
    approximate: bool = False
    vague: bool = False
    bound: Bound = Bound.EXACT
    unit_text: str | None = None
    per: str | None = None
    whole: Span | None = None
    restates: int | None = None
    role: Role = Role.LEVEL
    direction: Direction | None = None
    accrual: Accrual | None = None
    modality: Modality = Modality.STATED
    hedged: bool = False
    basis: Basis | None = None
    population: str | None = None
    place: str | None = None
    period: DateRange | None = None
    as_of: DateRange | None = None


DIMENSIONS = (
    "count",
    "money",
    "ratio",
    "points",
    "multiple",
    "length",
    "area",
    "volume",
    "mass",
    "temperature",
    "duration",
    "speed",
    "energy",
    "power",
    "data",
    "age",
    "score",
    "other",
)

# ------------------------------------------------------------------------------------------------------------ claims


@dataclass(frozen=True, slots=True)
class Claim(Span):
    """The smallest clause that carries an assertion and its attribution.

    Attributes:
        restated: the claim readable alone: pronouns, relative dates, "the company" filled in.
        via: where it was said ("told the BBC", "in court papers").
        said_on: the days on which it was said.
        check_worthiness: 0 to 1, the weighted sum of ``check_worthiness_parts``.
    """

    restated: str | None
    kinds: tuple[ClaimKind, ...]
    voice: Voice
    speaker: Speaker | None = None
    via: str | None = None
    cue: Cue | None = None
    stance: Stance | None = None
    writer_view: WriterView | None = None
    content: Content | None = None
    said_on: DateRange | None = None
    figures: tuple[Figure, ...] = ()
    check_worthiness: float = 0.0
    check_worthiness_parts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim together with where and when it was printed: what is compared, ranked and shown.

    ``claim_id`` and ``document_id`` are None for a passage that is not in a workspace. ``not_voices``: names that
    persons said are not the voice of this claim's speaker, however alike they are.
    """

    claim: Claim
    claim_id: str | None = None
    document_id: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published_on: date | None = None
    demonstration: bool = False
    not_voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EarlierClaim:
    """A claim that somebody has checked before, imported with their verdict.

    Attributes:
        external_id: the id in the table it came from; (``source``, ``external_id``) is unique.
        body: the text of the check: searched, never shown as the claim.
        extra: columns this program knows no meaning of, kept as they were.
    """

    id: str
    claim: str
    external_id: str | None = None
    source: str | None = None
    title: str | None = None
    subtitle: str | None = None
    body: str | None = None
    speaker: str | None = None
    date: date | None = None
    verdict: str | None = None
    url: str | None = None
    outlet: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class OfficialFigure:
    """One cell of a table of official statistics, with the cell's address in its file."""

    id: str
    entity: str
    indicator: str
    period: DateRange
    value: float
    unit: str
    source: str
    cell: str
    demonstration: bool = False


# --------------------------------------------------------------------------------------------------------- relations


class Group(StrEnum):
    AGREE = "agree"
    CONFLICT = "conflict"
    NEITHER = "neither"


class RelationKind(StrEnum):
    """The closed list of how two figures or statements may stand to each other."""

    EQUAL = "equal"
    EQUAL_AFTER_ROUNDING = "equal_after_rounding"
    COMPATIBLE_BOUNDS = "compatible_bounds"
    SAME_STATEMENT = "same_statement"
    SAME_ASSERTION = "same_assertion"
    CONTRADICTION = "contradiction"
    DENIAL = "denial"
    REVISED_DOWN = "revised_down"
    CHANGED_POSITION = "changed_position"
    REPORTED_DIFFERENTLY = "reported_differently"
    QUOTATION_DIFFERS = "quotation_differs"
    UPDATE = "update"
    RIVAL_COUNT = "rival_count"
    NOT_EXCLUDED = "not_excluded"
    WITHDRAWN = "withdrawn"
    DIFFERENT_PERIOD = "different_period"
    DIFFERENT_SCOPE = "different_scope"
    DIFFERENT_MEASURE = "different_measure"
    DIFFERENT_MODALITY = "different_modality"
    DIFFERENT_UNIT = "different_unit"
    UNRELATED = "unrelated"
    CANNOT_TELL = "cannot_tell"

    @property
    def group(self) -> Group:
        return _GROUPS.get(self, Group.NEITHER)


_GROUPS = {
    RelationKind.EQUAL: Group.AGREE,
    RelationKind.EQUAL_AFTER_ROUNDING: Group.AGREE,
    RelationKind.COMPATIBLE_BOUNDS: Group.AGREE,
    RelationKind.SAME_STATEMENT: Group.AGREE,
    RelationKind.SAME_ASSERTION: Group.AGREE,
    RelationKind.CONTRADICTION: Group.CONFLICT,
    RelationKind.DENIAL: Group.CONFLICT,
    RelationKind.REVISED_DOWN: Group.CONFLICT,
    RelationKind.CHANGED_POSITION: Group.CONFLICT,
    RelationKind.REPORTED_DIFFERENTLY: Group.CONFLICT,
    RelationKind.QUOTATION_DIFFERS: Group.CONFLICT,
}


@dataclass(frozen=True, slots=True)
class Relation:
    """How two figures or statements stand to each other, with the rule's reason in words.

    Attributes:
        reason: one or two sentences a fact-checker reads; names the part that differs.
        facts: what the rule used, JSON-ready: same speaker or body, both intervals, tolerance, what differs.
        a, b: the figures compared, None for statements without one; in the order of the arguments.
        pairs: for statements, the relation of every pair of figures that may be compared.
    """

    relation: RelationKind
    reason: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    a: Figure | None = None
    b: Figure | None = None
    pairs: tuple[Relation, ...] = ()

    @property
    def group(self) -> Group:
        return self.relation.group


# ------------------------------------------------------------------------------------------------------------ events


class EventKind(StrEnum):
    VERDICT = "verdict"
    FLAG = "flag"
    SAME_CLAIM = "same_claim"
    NOT_SAME_CLAIM = "not_same_claim"
    SUPERSEDED = "superseded"
    DISMISSED = "dismissed"
    PARKED = "parked"
    CORRECTION = "correction"
    CLAIM_ADDED = "claim_added"
    CLAIM_DROPPED = "claim_dropped"
    DETAILS = "details"  # of a document: its title, outlet, author, address, date
    NOTE = "note"
    SAME_SPEAKER = "same_speaker"
    NOT_SAME_SPEAKER = "not_same_speaker"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Event:
    """Something a person did; never changed, never removed.

    Attributes:
        subject: the claim id, or two ids joined by ``|`` in sorted order for a pair; of two names, the ids of these;
            of a document's details, its id.
        payload: what was decided; ``seen``: what was on the screen, so that a decision can show it is stale.
        undoes: the id of the event this one takes back, or None.
    """

    id: str
    at: datetime
    person: str
    kind: EventKind
    subject: str
    payload: Mapping[str, Any] = field(default_factory=dict)
    seen: Mapping[str, Any] = field(default_factory=dict)
    undoes: str | None = None
