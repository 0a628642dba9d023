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
class Reviewed:
    """A claim somebody has decided something on.

    Attributes:
        rating: the verdict in words of the workspace's scale, None where none was given.
        scale: that scale, best first.
        stale: the claim was corrected after the verdict.
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
