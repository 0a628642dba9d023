"""What stands beside a figure: who else gave a number for the same thing, when, and whether both can be right.

Candidates and the relation to each come from :mod:`factcheck.pipeline.near`; here they become rows a person reads, one
a body, and the list of all conflicts of the workspace.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from factcheck.compare import compare, describe
from factcheck.intake import date_option
from factcheck.model import EventKind, Figure, Group, Relation, RelationKind, Statement
from factcheck.pipeline import again, decide, near, official, speakers, versions, wording
from factcheck.pipeline.memo import remembered
from factcheck.pipeline.near import Near
from factcheck.pipeline.passages import Passage, compare_passages
from factcheck.pipeline.views import Conflict, Decision, Ledger, LedgerRow, Progress
from factcheck.text import normalise

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

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
    compared = remembered(
        workspace, ("ledger", claim_id), lambda: _compared(workspace, [claim_id])[claim_id], content=True
    )
    mine = remembered(workspace, ("statement", claim_id), lambda: workspace.store.statement(claim_id), content=True)
    return tuple(
        replace(
            ledger,
            official=official.beside(workspace, mine, ledger.figure) if ledger.figure is not None else (),
            rows=_with_decisions(workspace, claim_id, ledger.rows),
            look_alikes=_with_decisions(workspace, claim_id, ledger.look_alikes),
        )
        for ledger in compared
    )


def row_of(workspace: Workspace, claim_id: str) -> int:
    """The number of a claim's row.

    Raises:
        NotFoundError: there is no such claim.
    """
    return remembered(
        workspace, ("row", claim_id), lambda: workspace.store.rows_of_claims([claim_id])[claim_id], content=True
    )


def prepare(workspace: Workspace, statements: Sequence[Statement]) -> None:
    """Make the ledgers of many claims at once, so that :func:`against` has them ready, and their rows with them."""
    claim_ids = [one.claim_id or "" for one in statements]
    made: dict[str, tuple[Ledger, ...]] = {}
    numbered: dict[str, int] = {}

    def of(claim_id: str) -> tuple[Ledger, ...]:
        if not made:
            made.update(_compared(workspace, claim_ids))
        return made[claim_id]

    def row(claim_id: str) -> int:
        if not numbered:
            numbered.update(workspace.store.rows_of_claims(claim_ids))
        return numbered[claim_id]

    for one in statements:
        claim_id = one.claim_id or ""
        remembered(workspace, ("statement", claim_id), partial(_itself, one), content=True)
        remembered(workspace, ("row", claim_id), partial(row, claim_id), content=True)
        remembered(workspace, ("ledger", claim_id), partial(of, claim_id), content=True)


def _itself(one: Statement) -> Statement:
    return one


def _compared(workspace: Workspace, claim_ids: Sequence[str]) -> dict[str, tuple[Ledger, ...]]:
    """The ledgers of each claim, one a figure that is no restatement; a single one for a claim in words."""
    rows = workspace.store.rows_of_claims(claim_ids)
    beside = near.neighbours(workspace, list(rows.values()))
    known = near.known(workspace, list(rows.values()))
    made: dict[str, tuple[Ledger, ...]] = {}
    for claim_id in claim_ids:
        if (mine := known.get(rows[claim_id])) is None:
            made[claim_id] = ()  # dropped
            continue
        figures = mine.statement.claim.figures
        positions: list[int | None] = [place for place, figure in enumerate(figures) if figure.restates is None]
        here = mine.statement.document_id
        others = [one for one in beside[mine.row] if not again.same_article(workspace, here, one.statement.document_id)]
        made[claim_id] = tuple(_ledger(workspace, mine, position, others) for position in positions or [None])
    return made


def _with_decisions(workspace: Workspace, claim_id: str, rows: Iterable[LedgerRow]) -> tuple[LedgerRow, ...]:
    made = []
    for row in rows:
        standing = decide.on_pair(workspace, claim_id, row.statement.claim_id or "")
        trail = _with_decisions(workspace, claim_id, row.trail)
        made.append(replace(row, decision=standing[-1] if standing else None, trail=trail))
    return tuple(made)


def _ledger(workspace: Workspace, mine: Near, position: int | None, others: Sequence[Near]) -> Ledger:
    rows: list[LedgerRow] = []
    looks: list[LedgerRow] = []
    for other in others:
        relation, theirs = near.relation(workspace, mine, position, other)
        if relation.relation is RelationKind.UNRELATED:
            continue
        row = _row(mine.statement, other.statement, theirs, relation)
        (looks if relation.relation in LOOK_ALIKE else rows).append(row)
    standing = _one_a_body(_count_copies(rows))
    dates = [known for other in others if (known := wording.known_on(other.statement)) is not None]
    up_to = max(dates, default=None)
    return Ledger(
        figure=mine.statement.claim.figures[position] if position is not None else None,
        summary=wording.summary(standing, len(looks), len(others), up_to),
        rows=tuple(standing),
        look_alikes=tuple(_count_copies(looks)),
        searched=len(others),
        up_to=up_to,
    )


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
    relation: str | None = None,
    states: Collection[str] | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> list[Conflict]:
    """Pairs of claims in group ``conflict``, strongest first; those of a dropped claim left out.

    Args:
        document: only pairs with a claim of this document. speaker: with this speaker or body (part of the name).
        since, until: YYYY-MM-DD; only pairs of which one was said or printed in these days.
        relation: only this one of the closed list.
        states: of :data:`STATES`; None gives all but the dismissed ones.

    Raises:
        UsageError: a date is not a date.
        NotFoundError: there is no such document.
    """
    first, last = date_option(since), date_option(until)
    if document is not None:
        workspace.store.document(document)
    found = remembered(workspace, "conflicts", lambda: _all_conflicts(workspace, on_progress), content=True)
    chosen = [
        replace(one, decision=_latest_on(workspace, one))
        for one in found
        if document in (None, one.a.document_id, one.b.document_id)
        and relation in (None, str(one.relation.relation))
        and any(_wanted(side, speaker, first, last) for side in (one.a, one.b))
    ]
    return [one for one in chosen if _state(one) in (states or OPEN)]


OPEN = frozenset({"open", "confirmed", "superseded"})
"""What is listed where nothing else is asked for: all but what was dismissed."""
STATES = ("open", "confirmed", "superseded", "dismissed")


def _state(one: Conflict) -> str:
    if one.decision is None:
        return "open"
    return {"flag": "confirmed", "superseded": "superseded", "dismissed": "dismissed"}.get(one.decision.kind, "open")


def _latest_on(workspace: Workspace, one: Conflict) -> Decision | None:
    """The latest decision on a conflict, or on a copy of it."""
    pairs = ((one.claim_a, one.claim_b), *one.copies)
    standing = [found for pair in pairs for found in decide.on_pair(workspace, *pair) if found.kind in _SETTLES]
    return max(standing, key=lambda found: found.at, default=None)


_SETTLES = frozenset({EventKind.FLAG, EventKind.SUPERSEDED, EventKind.DISMISSED})


def _all_conflicts(workspace: Workspace, on_progress: Callable[[Progress], None] | None) -> list[Conflict]:
    """Every conflict, strongest first, one for all copies of the same two utterances."""
    _examine(workspace, on_progress or (lambda _: None))
    kept = workspace.store.kept_conflicts(versions.rules())
    ids = sorted({claim_id for pair in kept for claim_id in pair})
    as_known = speakers.as_known(workspace)
    known = {one.claim_id: as_known(one) for one in workspace.store.statements(ids)}
    together: dict[object, list[Conflict]] = {}
    for (a, b), relation in kept.items():
        if again.same_article(workspace, known[a].document_id, known[b].document_id):
            continue
        one = _conflict(known[a], known[b], relation)
        together.setdefault(_utterances(one), []).append(one)
    found = [_first_of(copies) for copies in together.values()]
    return sorted(found, key=lambda one: (-one.strength, one.claim_a, one.claim_b))


def _examine(workspace: Workspace, tell: Callable[[Progress], None]) -> None:
    """Compare each claim that is new, or was changed, with what is near it, and keep what was found in the store.

    A portion during which something was corrected or joined is done again; where that goes on, it is left for the next
    time.
    """
    version = versions.rules()
    rows = workspace.store.unexamined(version)
    seen: set[tuple[int, int]] = set()
    for done in range(0, len(rows), _PORTION):
        tell(Progress(done, len(rows), "claims"))
        for _ in range(_TRIES):
            change = workspace.store.change_number()
            portion = rows[done : done + _PORTION]
            found, compared = _among_near(workspace, portion, seen)
            if workspace.store.save_examined(portion, found, version, change=change):
                seen |= compared
                break
        if len(seen) > _MOST_SEEN:
            seen.clear()  # a pair is then compared once more at most, from its other side
    tell(Progress(len(rows), len(rows), "claims"))


def _among_near(
    workspace: Workspace, portion: Sequence[int], seen: set[tuple[int, int]]
) -> tuple[dict[tuple[str, str], Relation], set[tuple[int, int]]]:
    """The relations of these rows' claims with what is near them, by ordered ids, and the pairs of rows compared."""
    known = near.known(workspace, portion)
    found: dict[tuple[str, str], Relation] = {}
    compared: set[tuple[int, int]] = set()
    for row, others in near.neighbours(workspace, portion, k=CONFLICT_NEIGHBOURS).items():
        for other in others:
            first, second = sorted((known[row], other), key=lambda one: one.row)
            if (first.row, second.row) in seen or (first.row, second.row) in compared:
                continue
            compared.add((first.row, second.row))
            relation = compare(first.statement, second.statement)
            if relation.relation is not RelationKind.UNRELATED:
                found[first.statement.claim_id or "", second.statement.claim_id or ""] = relation
    return found, compared


_TRIES = 3
_MOST_SEEN = 1_000_000
CONFLICT_NEIGHBOURS = 40
"""How many claims are compared with each one when the whole workspace is looked through."""
_PORTION = 200


def _utterances(one: Conflict) -> object:
    """The same for every copy of a conflict: of the same two utterances, whichever papers print them."""
    sides = ((one.a, one.relation.a), (one.b, one.relation.b))
    return one.relation.relation, frozenset(_utterance(statement, figure) for statement, figure in sides)


def _utterance(statement: Statement, figure: Figure | None) -> tuple[object, ...]:
    """Who said what value of what day. Nobody cited, or no figure, and only the same words are the same utterance."""
    value = (figure.low, figure.high, figure.bound, figure.unit) if figure is not None else None
    if statement.claim.speaker is None or value is None:
        return normalise(statement.claim.text), value
    return normalise(wording.body(statement)), value, wording.on(statement, figure)


def _first_of(copies: Sequence[Conflict]) -> Conflict:
    """The strongest of several copies stands for all."""
    best, *others = sorted(copies, key=lambda one: (-one.strength, one.claim_a, one.claim_b))
    return replace(best, copies=tuple((one.claim_a, one.claim_b) for one in others))


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


__all__ = ["Passage", "against", "compare_passages", "conflicts", "prepare"]
