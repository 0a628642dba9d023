"""What stands beside a figure: who else gave a number for the same thing, when, and whether both can be right.

Candidates come from the vectors of claims with their numbers taken out, so that a different number is no farther
away; the rules of :mod:`factcheck.compare` then say for each how it stands, and why. The number of candidates is
bounded, so a claim's cost does not grow with the archive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from factcheck.compare import FigureInContext, compare, compare_figures, describe, headline
from factcheck.intake import date_option
from factcheck.model import EventKind, Figure, Group, Relation, RelationKind, Statement
from factcheck.pipeline import decide, official, versions, wording
from factcheck.pipeline.memo import remembered
from factcheck.pipeline.passages import Passage, compare_passages
from factcheck.pipeline.views import Conflict, Ledger, LedgerRow, Progress
from factcheck.store import VectorKind
from factcheck.text import normalise

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

NEIGHBOURS = 120
"""How many claims are compared with one claim."""

LOOK_ALIKE = frozenset(
    {
        RelationKind.DIFFERENT_PERIOD,
        RelationKind.DIFFERENT_SCOPE,
        RelationKind.DIFFERENT_MEASURE,
        RelationKind.DIFFERENT_MODALITY,
        RelationKind.DIFFERENT_UNIT,
        RelationKind.CANNOT_TELL,
    }
)
"""What looks like a conflict and isn't, or can't be told."""

_ORDER = (
    RelationKind.CONTRADICTION,
    RelationKind.DENIAL,
    RelationKind.REVISED_DOWN,
    RelationKind.CHANGED_POSITION,
    RelationKind.REPORTED_DIFFERENTLY,
    RelationKind.QUOTATION_DIFFERS,
    RelationKind.RIVAL_COUNT,
    RelationKind.NOT_EXCLUDED,
    RelationKind.WITHDRAWN,
    RelationKind.UPDATE,
    RelationKind.EQUAL,
    RelationKind.EQUAL_AFTER_ROUNDING,
    RelationKind.COMPATIBLE_BOUNDS,
    RelationKind.SAME_ASSERTION,
    RelationKind.SAME_STATEMENT,
)


# -------------------------------------------------------------------------------------------------- beside one claim


def against(workspace: Workspace, claim_id: str) -> tuple[Ledger, ...]:
    """What stands beside each figure of a claim; one ledger without a figure for a claim in words.

    Raises:
        NotFoundError: there is no such claim.
    """
    compared = remembered(workspace, ("ledger", claim_id), lambda: _compared(workspace, claim_id), content=True)
    mine = workspace.store.statement(claim_id)
    return tuple(
        replace(
            ledger,
            official=official.beside(workspace, mine, ledger.figure) if ledger.figure is not None else (),
            rows=_with_decisions(workspace, claim_id, ledger.rows),
            look_alikes=_with_decisions(workspace, claim_id, ledger.look_alikes),
        )
        for ledger in compared
    )


def _compared(workspace: Workspace, claim_id: str) -> tuple[Ledger, ...]:
    mine = workspace.store.statement(claim_id)
    others = neighbours(workspace, mine)
    figures: list[Figure | None] = [figure for figure in mine.claim.figures if figure.restates is None]
    return tuple(_ledger(mine, figure, others) for figure in figures or [None])


def _with_decisions(workspace: Workspace, claim_id: str, rows: Iterable[LedgerRow]) -> tuple[LedgerRow, ...]:
    made = []
    for row in rows:
        standing = decide.on_pair(workspace, claim_id, row.statement.claim_id or "")
        trail = _with_decisions(workspace, claim_id, row.trail)
        made.append(replace(row, decision=standing[-1] if standing else None, trail=trail))
    return tuple(made)


def neighbours(workspace: Workspace, mine: Statement, k: int = NEIGHBOURS) -> list[Statement]:
    """The statements nearest to ``mine`` with the numbers left out, without itself and what overlaps it."""
    claim_id = mine.claim_id or ""
    vector = workspace.store.vector_of(claim_id, VectorKind.NUMBERLESS)
    _, rows = workspace.numberless.search(vector, k + 1)
    nearest = [row for row in rows[0].tolist() if row >= 0]
    found = workspace.store.statements_of_rows(nearest)
    others = [found[row] for row in nearest if row in found]
    return [other for other in others if other.claim_id != claim_id and not _overlap(mine, other)]


def _overlap(a: Statement, b: Statement) -> bool:
    same = a.document_id is not None and a.document_id == b.document_id
    return same and a.claim.start < b.claim.end and b.claim.start < a.claim.end


def _ledger(mine: Statement, figure: Figure | None, others: Sequence[Statement]) -> Ledger:
    rows, looks = [], []
    for other in others:
        relation, theirs = _relation(mine, figure, other)
        row = _row(mine, other, theirs, relation)
        if relation.relation in LOOK_ALIKE:
            looks.append(row)
        elif relation.relation is not RelationKind.UNRELATED:
            rows.append(row)
    standing = _one_a_body(_count_copies(rows))
    dates = [known for other in others if (known := wording.known_on(other)) is not None]
    up_to = max(dates, default=None)
    return Ledger(
        figure=figure,
        summary=wording.summary(standing, len(looks), len(others), up_to),
        rows=tuple(standing),
        look_alikes=tuple(_count_copies(looks)),
        searched=len(others),
        up_to=up_to,
    )


def _relation(mine: Statement, figure: Figure | None, other: Statement) -> tuple[Relation, Figure | None]:
    """How one figure of mine stands to another statement, by the figure there that most surely speaks of the same."""
    if figure is None or not other.claim.figures:
        return compare(mine, other), None
    here = FigureInContext(figure, mine)
    best = headline([compare_figures(here, FigureInContext(theirs, other)) for theirs in other.claim.figures])
    return best, best.b


def _row(mine: Statement, other: Statement, figure: Figure | None, relation: Relation) -> LedgerRow:
    known_then = wording.known_on(mine)
    known = wording.known_on(other)
    return LedgerRow(
        statement=other,
        figure=figure,
        relation=relation,
        who=wording.who(other),
        body=wording.body(other),
        as_written=figure.text if figure is not None else other.claim.text,
        as_read=describe(figure) if figure is not None else "",
        when=wording.when(other, figure),
        on=wording.on(other, figure),
        later=known_then is not None and known is not None and known > known_then,
    )


def _count_copies(rows: Iterable[LedgerRow]) -> list[LedgerRow]:
    """One row for each statement, with how many documents print it: a wire report in five papers is one voice."""
    kept: dict[tuple[object, ...], LedgerRow] = {}
    documents: dict[tuple[object, ...], set[str | None]] = {}
    for row in rows:
        value = (row.figure.low, row.figure.high, row.figure.bound) if row.figure is not None else row.as_written
        key = (normalise(row.body), value, row.on, row.relation.relation)
        kept.setdefault(key, row)
        documents.setdefault(key, set()).add(row.statement.document_id)
    return [replace(row, copies=len(documents[key])) for key, row in kept.items()]


def _one_a_body(rows: Iterable[LedgerRow]) -> list[LedgerRow]:
    """The latest standing figure of each body, with its earlier ones as a trail; a conflict keeps its own row."""
    bodies: dict[tuple[str, bool, bool], list[LedgerRow]] = {}
    for row in rows:
        conflict = row.relation.group is Group.CONFLICT
        bodies.setdefault((normalise(row.body), conflict, row.later), []).append(row)
    standing = []
    for found in bodies.values():
        latest, *earlier = sorted(found, key=_newest_first)
        standing.append(replace(latest, trail=tuple(earlier)))
    return sorted(standing, key=lambda row: (row.later, _ORDER.index(row.relation.relation), _newest_first(row)))


def _newest_first(row: LedgerRow) -> int:
    return -(row.on.toordinal() if row.on is not None else 0)


# ------------------------------------------------------------------------------------------------ the whole workspace


def conflicts(
    workspace: Workspace,
    *,
    document: str | None = None,
    speaker: str | None = None,
    since: str | None = None,
    until: str | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> list[Conflict]:
    """Pairs of claims in group ``conflict``, strongest first; dismissed ones and those of a dropped claim left out.

    Args:
        document: only pairs with a claim of this document. speaker: with this speaker or body (part of the name).
        since, until: YYYY-MM-DD; only pairs of which one was said or printed in these days.

    Raises:
        UsageError: a date is not a date.
        NotFoundError: there is no such document.
    """
    first, last = date_option(since), date_option(until)
    if document is not None:
        workspace.store.document(document)
    found = remembered(workspace, "conflicts", lambda: _all_conflicts(workspace, on_progress), content=True)
    return [
        replace(one, decision=standing[-1] if standing else None)
        for one in found
        if document in (None, one.a.document_id, one.b.document_id)
        and any(_wanted(side, speaker, first, last) for side in (one.a, one.b))
        for standing in [decide.on_pair(workspace, one.claim_a, one.claim_b)]
        if not (standing and standing[-1].kind == EventKind.DISMISSED)
    ]


def _all_conflicts(workspace: Workspace, on_progress: Callable[[Progress], None] | None) -> list[Conflict]:
    """Every conflict, strongest first. Relations are kept in the store, so that only new pairs are compared."""
    tell = on_progress or (lambda _: None)
    statements = list(workspace.store.all_statements())
    found: list[Conflict] = []
    seen: set[str] = set()
    for done, statement in enumerate(statements):
        if done % 20 == 0:
            tell(Progress(done, len(statements), "claims"))
        others = {
            decide.pair(statement.claim_id or "", other.claim_id or ""): other
            for other in neighbours(workspace, statement, CONFLICT_NEIGHBOURS)
        }
        new = {subject: other for subject, other in others.items() if subject not in seen}
        seen |= new.keys()
        relations = _relations(workspace, statement, new.values())
        found += [
            _conflict(statement, other, relations[other.claim_id or ""])
            for other in new.values()
            if relations[other.claim_id or ""].group is Group.CONFLICT
        ]
    tell(Progress(len(statements), len(statements), "claims"))
    return sorted(found, key=lambda one: (-one.strength, one.claim_a, one.claim_b))


def _relations(workspace: Workspace, mine: Statement, others: Iterable[Statement]) -> dict[str, Relation]:
    """The relation of ``mine`` to each of ``others`` by its claim id, as kept by this version of the rules or new."""
    own = mine.claim_id or ""
    by_id = {other.claim_id or "": other for other in others}
    version = versions.rules()
    kept = workspace.store.relations([(own, other_id) for other_id in by_id], version)
    new = {(own, other_id): compare(mine, by_id[other_id]) for other_id in by_id if (own, other_id) not in kept}
    if new:
        workspace.store.save_relations(new, version)
    return {other_id: relation for (_, other_id), relation in {**kept, **new}.items()}


CONFLICT_NEIGHBOURS = 40
"""How many claims are compared with each one when the whole workspace is looked through."""


def _wanted(one: Statement, speaker: str | None, first: date | None, last: date | None) -> bool:
    known = wording.known_on(one)
    if (first is not None or last is not None) and known is None:
        return False
    if known is not None and ((first is not None and known < first) or (last is not None and known > last)):
        return False
    said_by = f"{wording.who(one)} {wording.body(one)}"
    return speaker is None or normalise(speaker) in normalise(said_by)


def _conflict(mine: Statement, other: Statement, relation: Relation) -> Conflict:
    sure = relation.facts.get("sameness")
    worth = (mine.claim.check_worthiness + other.claim.check_worthiness) / 2
    return Conflict(
        claim_a=mine.claim_id or "",
        claim_b=other.claim_id or "",
        a=mine,
        b=other,
        relation=relation,
        strength=round((float(sure) if isinstance(sure, int | float) else 0.5) * 0.7 + worth * 0.3, 4),
    )


__all__ = ["Passage", "against", "compare_passages", "conflicts", "neighbours"]
