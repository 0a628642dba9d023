"""The queue of a document's claims, and everything that the detail of one claim shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare import describe
from factcheck.compare.arithmetic import inside
from factcheck.errors import UsageError
from factcheck.extract import red_flags
from factcheck.model import Claim, ClaimKind, EarlierClaim, EventKind, Figure, Group, RelationKind, Statement
from factcheck.pipeline import decide, ledger, search, wording
from factcheck.pipeline.memo import of_rows, remembered
from factcheck.pipeline.views import (
    ORDERS,
    Badge,
    ClaimView,
    Decision,
    DocumentSummary,
    Hit,
    Ledger,
    LedgerRow,
    Queue,
    QueueItem,
    SearchResult,
)

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

LEAD = "lead_document"
"""Name of the note in the store that says which document opens first."""

CHECKABLE = 0.3
"""Check-worthiness below which a claim without a figure is folded away as not checkable."""

SAID_BEFORE = 0.75
"""Score from which an earlier checked claim counts as said before."""


def documents(workspace: Workspace) -> list[DocumentSummary]:
    """All documents, latest published first."""
    decided = _decided_by_document(workspace)
    found = [
        DocumentSummary(
            document_id=record.id,
            title=record.title or _opening(workspace, record.id),
            outlet=record.outlet,
            published_on=record.published_on,
            claims=record.claims,
            decided=decided.get(record.id, 0),
            demonstration=record.demonstration,
        )
        for record in workspace.store.documents()
    ]
    return sorted(found, key=lambda one: (one.published_on is not None, one.published_on), reverse=True)


def _opening(workspace: Workspace, document_id: str) -> str:
    """What a text without a title is listed by: the first words of the paragraph of its first claim."""

    def make() -> str:
        text = workspace.store.document(document_id).text
        claims = workspace.store.document_statements(document_id)
        first = claims[0].claim.start if claims else 0
        return wording.first_words(text[text.rfind("\n", 0, first) + 1 :])

    return remembered(workspace, ("opening", document_id), make, content=True)


def _decided_by_document(workspace: Workspace) -> dict[str, int]:
    counted: dict[str, int] = {}
    for document_id in workspace.store.documents_of_claims(sorted(decide.by_claim(workspace))).values():
        counted[document_id] = counted.get(document_id, 0) + 1
    return counted


def statement(workspace: Workspace, claim_id: str) -> Statement:
    """One claim with where it was printed.

    Raises:
        NotFoundError: there is no such claim.
    """
    return workspace.store.statement(claim_id)


# -------------------------------------------------------------------------------------------------------------- queue


def queue(workspace: Workspace, document_id: str, *, order: str = "conflict") -> Queue:
    """The claims of a document in one of :data:`~factcheck.pipeline.views.ORDERS`; what can't be checked is folded.

    Raises:
        NotFoundError: there is no such document.
        UsageError: there is no such order.
    """
    if order not in ORDERS:
        raise UsageError(f"the order must be one of {', '.join(ORDERS)}")
    summary = next((one for one in documents(workspace) if one.document_id == document_id), None)
    if summary is None:
        workspace.store.document(document_id)
        raise UsageError("the document has just been removed")
    statements = workspace.store.document_statements(document_id)
    ledger.prepare(workspace, statements)
    items = [item(workspace, one) for one in statements]
    ordered = sorted(items, key=_KEYS[order])
    return Queue(
        document=summary,
        items=tuple(one for one in ordered if one.checkable),
        folded=tuple(one for one in ordered if not one.checkable),
        order=order,
    )


_KEYS = {
    "conflict": lambda one: (
        -min(one.conflicts, 1),
        -(one.conflicts + one.disputed),
        -one.statement.claim.check_worthiness,
        one.statement.claim.start,
    ),
    "text": lambda one: (one.statement.claim.start, one.statement.claim.end),
    "worth": lambda one: (-one.statement.claim.check_worthiness, one.statement.claim.start),
}


def item(workspace: Workspace, one: Statement) -> QueueItem:
    """One claim as a line of the queue."""
    claim_id = one.claim_id or ""
    ledgers = ledger.against(workspace, claim_id)
    rows = [row for each in ledgers for row in each.rows]
    conflicts = [row for row in rows if row.relation.group is Group.CONFLICT]
    disputed = [row for row in rows if row.relation.relation is RelationKind.RIVAL_COUNT]
    leading = leading_figure(ledgers)
    decisions = tuple(decide.on_claim(workspace, claim_id))
    badges = (*_badges(workspace, one, rows), *_of_verdicts(decisions))
    return QueueItem(
        claim_id=claim_id,
        statement=one,
        speaker=wording.speaker_line(one),
        as_written=leading.text if leading else None,
        as_read=describe(leading) if leading else None,
        as_of=wording.when(one, leading) if leading else None,
        badges=badges,
        why=_why(one, conflicts, disputed),
        checkable=bool(one.claim.figures or conflicts) or _is_checkable(one.claim),
        conflicts=len(conflicts),
        disputed=len(disputed),
        decisions=decisions,
    )


def _is_checkable(claim: Claim) -> bool:
    """Whether a claim without a figure tells of a fact: not what somebody believes, wants or feels."""
    return ClaimKind.BELIEF not in claim.kinds and claim.check_worthiness >= CHECKABLE


def leading_figure(ledgers: tuple[Ledger, ...]) -> Figure | None:
    """The figure with most against it; the first where that is equal."""
    if not ledgers:
        return None
    return max(ledgers, key=lambda one: (_against(one), len(one.rows))).figure


def _against(one: Ledger) -> int:
    return sum(row.relation.group is Group.CONFLICT for row in one.rows)


def _why(one: Statement, conflicts: list[LedgerRow], disputed: list[LedgerRow]) -> str:
    if conflicts:
        return f"{wording.plural(len(conflicts), 'figure')} can’t both be right with it"
    if disputed:
        return f"{wording.plural(len(disputed), 'rival count')}"
    parts = sorted(one.claim.check_worthiness_parts.items(), key=lambda part: -part[1])
    named = [name for name, value in parts if value > 0][:2]
    return ", ".join(named) or "nothing stands against it"


def _badges(workspace: Workspace, one: Statement, rows: list[LedgerRow]) -> list[Badge]:
    kinds = {row.relation.relation for row in rows}
    made = []
    if any(kind.group is Group.CONFLICT for kind in kinds):
        made.append(Badge("conflict", "conflict", "A figure or statement that can’t both be right with this one"))
    wrong_inside = inside(one)
    if wrong_inside:
        made.append(Badge("inside", "doesn’t add up", " ".join(found.reason for found in wrong_inside)))
    if RelationKind.RIVAL_COUNT in kinds:
        made.append(Badge("disputed", "disputed", "Other bodies count otherwise; logic doesn’t decide which is right"))
    if RelationKind.UPDATE in kinds:
        made.append(Badge("update", "update", "The same body gave an earlier or later count"))
    if RelationKind.CHANGED_POSITION in kinds:
        made.append(Badge("changed_position", "changed position", "The same speaker said otherwise before"))
    before = _checked_before(workspace, one)
    if before is not None:
        made.append(Badge("said_before", f"checked: {before.verdict or 'no verdict'}", before.claim))
    if not rows and before is None:
        made.append(Badge("new", "new", "Nothing like it was found"))
    flags = red_flags(one.claim)
    if flags:
        made.append(Badge("red_flag", wording.plural(len(flags), "red flag"), "; ".join(flags)))
    return made


def _of_verdicts(decisions: tuple[Decision, ...]) -> tuple[Badge, ...]:
    """A badge where persons differ on a claim: each one's verdict stands, nobody's replaces another's."""
    given = {one.person: str(one.payload.get("rating")) for one in decisions if one.kind == EventKind.VERDICT}
    if len(set(given.values())) < 2:
        return ()
    told = "; ".join(f"{person}: {rating}" for person, rating in given.items())
    return (Badge("verdicts", "two verdicts" if len(given) == 2 else f"{len(given)} verdicts", told),)


def _checked_before(workspace: Workspace, one: Statement) -> EarlierClaim | None:
    """The nearest claim that was checked before; known until the claim or the checked claims change."""
    claim_id = one.claim_id or ""
    row = ledger.row_of(workspace, claim_id)
    state = remembered(workspace, "earlier state", workspace.store.earlier_state, content=True)
    key = ("checked", row, state)
    return of_rows(workspace, key, lambda: search.checked_before(workspace, one, at_least=SAID_BEFORE))


SHOW = {
    "all": "All claims",
    "open": "Not decided yet",
    "mine": "Not decided by me",
    "conflict": "In conflict or disputed",
    "differ": "Verdicts differ",
    "parked": "Parked",
    "decided": "Decided",
}
"""What a queue may be narrowed to, as a person reads it."""


def narrowed(shown: Queue, show: str, *, person: str = "") -> Queue:
    """The claims of a queue that ``show`` (of :data:`SHOW`) lets through, in the same order.

    Args:
        person: whose decisions count for "mine".

    Raises:
        UsageError: there is no such filter.
    """
    if show not in SHOW:
        raise UsageError(f"a queue shows one of {', '.join(SHOW)}")

    def wanted(one: QueueItem) -> bool:
        kinds = {made.kind for made in one.decisions}
        settled = kinds - {EventKind.PARKED, EventKind.NOTE, EventKind.CORRECTION}
        return {
            "all": True,
            "open": not settled,
            "mine": all(made.person != person for made in one.decisions),
            "conflict": bool(one.conflicts or one.disputed),
            "differ": any(badge.kind == "verdicts" for badge in one.badges),
            "parked": EventKind.PARKED in kinds,
            "decided": bool(settled),
        }[show]

    return replace(
        shown,
        items=tuple(one for one in shown.items if wanted(one)),
        folded=tuple(one for one in shown.folded if wanted(one)),
    )


# ------------------------------------------------------------------------------------------------------------- detail


NOT_SEARCHED = SearchResult((), 0, None)
"""What stands for the earlier claims of a view until they are looked for."""


def claim(workspace: Workspace, claim_id: str, *, search_earlier: bool = True) -> ClaimView:
    """Everything the detail of one claim shows.

    Args:
        search_earlier: where False, :data:`NOT_SEARCHED` stands for the earlier claims like it, which take longest;
            :func:`earlier` finds them.

    Raises:
        NotFoundError: there is no such claim.
    """
    one = workspace.store.statement(claim_id)
    return ClaimView(
        item=item(workspace, one),
        document=workspace.store.document(one.document_id or ""),
        statement=one,
        ledgers=ledger.against(workspace, claim_id),
        earlier=earlier(workspace, one) if search_earlier else NOT_SEARCHED,
        red_flags=(*(found.reason for found in inside(one)), *red_flags(one.claim)),
        history=tuple(workspace.store.events(claim_id)),
    )


def earlier(workspace: Workspace, one: Statement) -> SearchResult:
    """Earlier claims like one of the workspace, with what people have decided of them by now.

    They are found once until the content changes.
    """
    claim_id = one.claim_id or ""
    found = remembered(workspace, ("found", claim_id), lambda: search.similar(workspace, one), content=True)
    return replace(found, hits=tuple(_decided(workspace, claim_id, hit) for hit in found.hits))


def _decided(workspace: Workspace, claim_id: str, hit: Hit) -> Hit:
    standing = decide.on_pair(workspace, claim_id, hit.claim_id)
    verdict = hit.verdict
    if hit.document_id is not None:  # an imported check has the verdict of its table
        given = [made for made in decide.on_claim(workspace, hit.claim_id) if made.kind == EventKind.VERDICT]
        verdict = str(given[-1].payload.get("rating")) if given else None
    return replace(hit, verdict=verdict, decision=standing[-1] if standing else None)


def lead(workspace: Workspace) -> str | None:
    """The claim to open first: the strongest of the newest document that has one, demonstration's lead before all."""
    first = workspace.store.note(LEAD)
    order = [first] if first else []
    order += [one.document_id for one in documents(workspace) if one.claims]
    for document_id in order:
        found = queue(workspace, document_id)
        if found.items:
            return found.items[0].claim_id
    return None
