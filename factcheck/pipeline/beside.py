"""A claim set beside others that were found: how it stands to each, and what its readers must know before they join.

Searching asks with words; here a claim asks. It finds nothing: that is :mod:`factcheck.pipeline.search`. What persons
say of the two is kept by :mod:`factcheck.pipeline.decide`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.errors import NotFoundError
from factcheck.model import EarlierClaim, Group, Statement
from factcheck.pipeline import decide, wording
from factcheck.pipeline.hits import differing_spans, relation_of

if TYPE_CHECKING:
    from factcheck.pipeline.views import Hit
    from factcheck.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Asking:
    """The claim that others are set beside: its id, its words, and who says it, in one line."""

    claim_id: str
    text: str
    who: str


def asking(workspace: Workspace, claim_id: str) -> Asking:
    """The claim of this id, of a document or imported.

    Raises:
        NotFoundError: there is no such claim.
    """
    there = _there(workspace, claim_id)
    if isinstance(there, EarlierClaim):
        return Asking(claim_id, there.claim, there.speaker or there.outlet or "")
    return Asking(claim_id, there.claim.text, wording.speaker_line(there))


def beside(workspace: Workspace, claim_id: str, hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """``hits`` in their order, without the claim itself, each with its relation to the claim.

    ``decision`` is what a person holds on the two; ``warning`` is set where the number gate says that both can't be
    right, so that it is read before anybody calls them the same.

    Raises:
        NotFoundError: there is no such claim.
    """
    mine = _there(workspace, claim_id)
    text = mine.claim if isinstance(mine, EarlierClaim) else mine.claim.text
    own = None if isinstance(mine, EarlierClaim) else mine
    made = []
    for hit in hits:
        if hit.claim_id == claim_id:
            continue
        relation = relation_of(text, _there(workspace, hit.claim_id), own=own)
        standing = decide.on_pair(workspace, claim_id, hit.claim_id)
        made.append(
            replace(
                hit,
                relation=relation,
                differing=differing_spans(text, hit.text),
                decision=standing[-1] if standing else None,
                warning=f"The figures say: {relation.reason}" if relation.group is Group.CONFLICT else None,
            )
        )
    return tuple(made)


def _there(workspace: Workspace, claim_id: str) -> Statement | EarlierClaim:
    imported = workspace.store.earlier([claim_id])
    if imported:
        return imported[0]
    if workspace.store.claim_record(claim_id).dropped:
        raise NotFoundError(f"claim {claim_id} was dropped", remedy="Activity brings it back")
    return workspace.store.statement(claim_id)
