"""The records that every format is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from factcheck.model import Relation, Statement


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the checks; ``name`` is None where nobody has said."""

    name: str | None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """Another claim that a person set beside the one reviewed.

    Attributes:
        decision: what was decided ("flag", "same_claim", "superseded", …).
        reason: of the closed list, in words, or None; ``note``: free text.
    """

    decision: str
    statement: Statement
    relation: Relation
    reason: str | None
    note: str | None
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Against:
    """A figure that stands against the claim's, whether or not somebody has decided on it."""

    statement: Statement
    who: str
    figure: str
    when: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one person found; ``stale``: the claim was corrected since."""

    rating: str
    person: str
    at: datetime
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a person looked: an address, and the words kept from there in case it changes."""

    url: str
    quotation: str | None = None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A claim that somebody has decided something on, or that was asked for by its id.

    Attributes:
        rating: the latest verdict in words of the workspace's scale, None where none was given.
        scale: that scale, best first.
        note: Markdown, as persons wrote it.
        stale: the claim was corrected after the verdict.
        verdicts: the standing one of each person, oldest first; where two differ, both stand.
        figures: each figure as written and as read.
        against: figures of others that conflict with it or rival it, strongest first.
    """

    statement: Statement
    speaker: str
    rating: str | None
    scale: Sequence[str]
    note: str | None
    person: str | None
    at: datetime | None
    stale: bool
    beside: tuple[Beside, ...]
    verdicts: tuple[Verdict, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    figures: tuple[str, ...] = ()
    against: tuple[Against, ...] = ()
