"""The rule for two figures of one sentence that don't add up; the sums themselves are :mod:`.arithmetic`'s."""

from __future__ import annotations

from factcheck.compare.arithmetic import slips
from factcheck.compare.case import Case, Verdict
from factcheck.model import RelationKind


def does_not_add_up(case: Case) -> Verdict | None:
    """Both stand in one claim, whose own arithmetic says that they can't both be right."""
    claim = case.a.statement.claim
    if claim != case.b.statement.claim or case.a.statement.document_id != case.b.statement.document_id:
        return None
    for slip in slips(claim):
        if {slip.a, slip.b} == {case.a.figure, case.b.figure} and slip.a != slip.b:
            return Verdict(RelationKind.CONTRADICTION, slip.reason, slip.part)
    return None
