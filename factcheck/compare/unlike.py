"""The part in which two figures aren't the same thing: the one record that measure and scope hand on.

Kept apart so that :mod:`.measure_match` and :mod:`.scope` can say what differs without knowing of each other, or of
:mod:`.sameness`, which weighs both.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import RelationKind


@dataclass(frozen=True, slots=True)
class Difference:
    """A part in which two figures differ: what it is called, how each has it, and which is the narrower, if one is."""

    relation: RelationKind
    part: str
    a: str | None
    b: str | None
    narrower: str | None = None  # "a" or "b"
