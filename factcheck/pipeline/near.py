"""Which claims may speak of the same thing as a claim, and how each of its figures stands to theirs.

Candidates are the nearest with the numbers left out, so that another number is no farther away. Their number is
bounded, and only those are compared that share a word of content or are very near, so that a claim's cost does not grow
with the archive. What was compared once is known until one of the two changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from factcheck.compare import compare, compare_figure
from factcheck.compare.tokens import content
from factcheck.model import Figure, Relation, Statement
from factcheck.pipeline import speakers
from factcheck.pipeline.memo import of_many_rows, of_rows
from factcheck.store import VectorKind

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

NEIGHBOURS = 48
"""How many claims are compared with one claim at most: what stands beside it is there in 100 ms, whatever the size."""

FLOOR = 0.25
"""Cosine, numbers left out, below which two claims are not compared; of the demonstration's conflicts none is below."""
SURE = 0.5
"""Cosine from which two claims are compared though they share no word of content."""


@dataclass(frozen=True, slots=True)
class Near:
    """A claim as it is compared: with its row, its speaker under the name persons have joined it to, its words."""

    row: int
    statement: Statement
    words: frozenset[str]


def known(workspace: Workspace, rows: Sequence[int]) -> dict[int, Near]:
    """The claims of these rows, those dropped or changed since left out."""

    def make(missing: Sequence[int]) -> Mapping[int, tuple[Statement, frozenset[str]]]:
        found = workspace.store.statements_of_rows(missing)
        return {row: (one, _words(one)) for row, one in found.items()}

    as_known = speakers.as_known(workspace)
    found = of_many_rows(workspace, "statement", rows, make)
    return {row: Near(row, as_known(one), words) for row, (one, words) in found.items()}


def _words(one: Statement) -> frozenset[str]:
    said = one.claim.restated
    return frozenset(content(one.claim.text) | (content(said) if said else set()))


def neighbours(workspace: Workspace, rows: Sequence[int], *, k: int = NEIGHBOURS) -> dict[int, list[Near]]:
    """Of each claim, by its row, those that may speak of the same thing, nearest first; none that overlaps it."""
    index = workspace.numberless
    got, vectors = workspace.store.vectors(VectorKind.NUMBERLESS, rows)
    scores, found = index.search(vectors, k + 1)
    near = (found >= 0) & (scores >= FLOOR)
    known_rows = known(workspace, np.union1d(found[near], got).tolist())
    made: dict[int, list[Near]] = {row: [] for row in rows}
    for place, row in enumerate(got.tolist()):
        if row not in known_rows:
            continue
        mine = known_rows[row]
        for score, other_row, is_near in zip(
            scores[place].tolist(), found[place].tolist(), near[place].tolist(), strict=True
        ):
            other = known_rows.get(other_row) if is_near else None
            if other is None or other_row == row or _overlap(mine.statement, other.statement):
                continue
            if score >= SURE or not mine.words.isdisjoint(other.words):
                made[row].append(other)
    return made


def _overlap(a: Statement, b: Statement) -> bool:
    same = a.document_id is not None and a.document_id == b.document_id
    return same and a.claim.start < b.claim.end and b.claim.start < a.claim.end


def relation(workspace: Workspace, mine: Near, position: int | None, other: Near) -> tuple[Relation, Figure | None]:
    """How one figure of mine, by its position, stands to another claim, by the figure there that most surely speaks of
    the same; None compares the claims as wholes.
    """
    key = ("relation", mine.row, position, other.row, _voice(mine.statement), _voice(other.statement))
    return of_rows(workspace, key, lambda: _relation(mine.statement, position, other.statement))


def _relation(mine: Statement, position: int | None, other: Statement) -> tuple[Relation, Figure | None]:
    if position is None or not other.claim.figures:
        whole = compare(mine, other)
        return replace(whole, pairs=()), None
    best = compare_figure(mine, position, other)
    return best, best.b


def _voice(one: Statement) -> tuple[str, str | None] | None:
    speaker = one.claim.speaker
    return (speaker.name, speaker.body) if speaker is not None else None
