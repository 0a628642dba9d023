"""A question of nothing but filters, answered: the claims that they let through, in an order that says why.

Apart from :mod:`.retrieve`, which ranks by likeness: here there is nothing to be like. Claims with a figure wholly in
the range come first, then those that a part or an open end puts there; among equals the latest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.pipeline.retrieve import Found

if TYPE_CHECKING:
    from factcheck.model import EarlierClaim, Statement
    from factcheck.store import Filter
    from factcheck.workspace import Workspace

WHOLLY, PARTLY = 1.0, 0.5
"""Scores: every wish is met, and whether the figure found lies wholly in the range or only reaches into it."""


def listed(workspace: Workspace, among: Filter, *, k: int) -> list[Found]:
    """The first ``k`` claims that match."""
    ranged = among.value_low is not None or among.value_high is not None
    found = workspace.store.listed(among, k)
    claims = workspace.store.statements_of_rows([one.row for one in found if not one.earlier])
    earlier = workspace.store.earlier_of_rows([one.row for one in found if one.earlier])
    made: list[Found] = []
    for one in found:
        there: Statement | EarlierClaim | None = (earlier if one.earlier else claims).get(one.row)
        if there is None:
            continue  # changed since it was listed
        score = PARTLY if ranged and not one.within else WHOLLY
        where, passage = ("figure", one.figure) if one.figure is not None else ("claim", _said(there))
        made.append(Found(there, len(made) + 1, score, {"filter": score}, where, passage))
    return made


def _said(there: Statement | EarlierClaim) -> str:
    return there.claim if isinstance(there.claim, str) else there.claim.text
