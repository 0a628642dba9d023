"""What goes into the store and comes out of it, besides the dataclasses of :mod:`factcheck.model`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from factcheck.model import Claim, Event, Figure

Rows = npt.NDArray[np.int64]
Vectors = npt.NDArray[np.float32]


class Model(Protocol):
    """What the store wants to know of the model that made the vectors."""

    @property
    def name(self) -> str: ...
    @property
    def sha256(self) -> str: ...
    @property
    def dimension(self) -> int: ...


@dataclass(frozen=True, slots=True)
class ModelRecord:
    """The model that made the vectors of this store."""

    name: str
    sha256: str
    dimension: int


class VectorKind(StrEnum):
    """Which text a vector was made of; each kind has an index of its own."""

    CLAIM = "claim"
    NUMBERLESS = "numberless"
    EARLIER = "earlier"
    EARLIER_NUMBERLESS = "earlier_numberless"
    EARLIER_TITLE = "earlier_title"

    @property
    def of_earlier(self) -> bool:
        """Whether the rows are those of earlier claims, not of claims in documents."""
        return self in (VectorKind.EARLIER, VectorKind.EARLIER_NUMBERLESS, VectorKind.EARLIER_TITLE)


class AddedDocument(NamedTuple):
    """``claim_ids`` are in the order of the claims given; ``already``: this text was there, nothing was written."""

    document_id: str
    claim_ids: tuple[str, ...]
    already: bool


class AddedRows(NamedTuple):
    """``already`` counts those that were there; where their content had changed it was brought up to date."""

    added: int
    already: int


class Reading(NamedTuple):
    """The figures read in the text of an earlier claim, in their order; ``version``: of the reading."""

    figures: tuple[Figure, ...]
    version: int


class Unread(NamedTuple):
    """The text of an earlier claim, by its row, of which no figures have been read."""

    row: int
    claim: str
    outlet: str | None
    date: date | None


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A line of the list of documents; ``claims`` counts those not dropped, ``added_at`` is in UTC."""

    id: str
    title: str | None
    outlet: str | None
    author: str | None
    url: str | None
    published_on: date | None
    language: str | None
    claims: int
    demonstration: bool
    added_at: datetime
    supersedes: str | None


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of a document besides its text; what a person may set right."""

    title: str | None
    outlet: str | None
    author: str | None
    url: str | None
    published_on: date | None


@dataclass(frozen=True, slots=True)
class Reread:
    """A claim of a document as it reads once the document's details are others.

    Attributes:
        row: the content it was read anew for; where the claim has another one by now, it is left as it is.
        numberless, vectors: its text without numbers, and the vectors of both, (dimension,) float32, in the order
            claim, numberless; None where the former ones still hold.
    """

    claim_id: str
    row: int
    claim: Claim
    numberless: str | None = None
    vectors: tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]] | None = None


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """What the store knows of a claim besides its content.

    Attributes:
        row: its number in the indexes; changes whenever its content does.
        origin: ``extracted``, ``added`` by a person, or ``corrected`` by one.
        extractor: version of the extractor that read it.
    """

    id: str
    row: int
    document_id: str
    origin: str
    extractor: str
    dropped: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims are meant; every field that is not None must hold.

    Attributes:
        speaker: part of the name of the speaker or of the body spoken for, in any case.
        outlet: part of the outlet's name, in any case.
        since, until: days, both included, on which it was said, else printed.
        unit, dimension: of one of its figures; the unit in any case.
        value_low, value_high: one of its figures lies, at least in part, in this closed interval; of one that is open
            on a side, or vague, the end that was stated does.
        verdict: rating given by a person, in any case.
        kind: "numeric", it has a figure; "attributed", somebody says it; "checked", imported as somebody checked it.
        demonstration: whether it comes from the demonstration corpus.
    """

    document_id: str | None = None
    speaker: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    unit: str | None = None
    dimension: str | None = None
    value_low: float | None = None
    value_high: float | None = None
    verdict: str | None = None
    kind: str | None = None
    demonstration: bool | None = None


class RowChanges(NamedTuple):
    """What an index of change number ``n`` lacks: apply ``removed`` first, then ``added``; both ascending."""

    number: int
    added: Rows
    removed: Rows


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person presently holds on a claim or a pair: their last decision of a slot that was not undone.

    Attributes:
        slot: ``verdict`` (verdict, parked), ``conflict`` (flag, superseded, dismissed) or ``same`` (same claim or not).
            One person has one decision a slot; two persons may hold different ones, and both are kept.
        stale: what was decided on has been corrected or dropped since.
    """

    event: Event
    slot: str
    stale: bool


class Voice(NamedTuple):
    """A name that speaks or is spoken for: in how many claims it is the speaker, in how many others the body."""

    id: str
    name: str
    speaks: int
    spoken_for: int
