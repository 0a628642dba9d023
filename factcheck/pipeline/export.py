"""What was decided, gathered from the workspace and written in the format asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck import export as formats
from factcheck.compare import compare
from factcheck.errors import UsageError
from factcheck.model import EventKind
from factcheck.pipeline import decide, wording
from factcheck.pipeline.search import earlier_statement

if TYPE_CHECKING:
    from factcheck.model import Statement
    from factcheck.pipeline.views import Decision
    from factcheck.workspace import Workspace

FORMATS = ("claimreview", "csv", "json", "markdown", "html")


def export(workspace: Workspace, *, style: str, document: str | None = None) -> str:
    """What people have decided, of one document or of all, as a text to be written to a file.

    Raises:
        UsageError: there is no such format.
        NotFoundError: there is no such document.
    """
    if style not in FORMATS:
        raise UsageError(f"the format must be one of {', '.join(FORMATS)}")
    title = "What was decided"
    if document is not None:
        title = workspace.store.document(document).title or title
    found = [one for one in reviewed(workspace) if document in (None, one.statement.document_id)]
    if style == "csv":
        return formats.csv_table(found)
    if style == "markdown":
        return formats.markdown(found, title=title)
    if style == "html":
        return formats.html(found, title=title)
    settings = workspace.settings
    publisher = formats.Publisher(settings.publisher, settings.publisher_url)
    made = formats.claimreview(found, publisher=publisher) if style == "claimreview" else formats.json_records(found)
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def reviewed(workspace: Workspace) -> list[formats.Reviewed]:
    """Every claim with a standing decision, in the order of its documents and of their text."""
    decided = decide.by_claim(workspace)
    imported = {one.id for one in workspace.store.earlier(sorted(decided))}
    statements = workspace.store.statements(sorted(decided.keys() - imported))
    ordered = sorted(statements, key=lambda one: (str(one.published_on), one.document_id or "", one.claim.start))
    return [_reviewed(workspace, one, decided[one.claim_id or ""]) for one in ordered]


def _reviewed(workspace: Workspace, statement: Statement, standing: list[Decision]) -> formats.Reviewed:
    verdicts = [one for one in standing if one.kind == EventKind.VERDICT]
    latest = verdicts[-1] if verdicts else None
    notes = [str(one.payload["note"]) for one in standing if one.payload.get("note") and "|" not in one.subject]
    return formats.Reviewed(
        statement=statement,
        speaker=wording.speaker_line(statement),
        rating=str(latest.payload.get("rating")) if latest else None,
        scale=decide.ratings(workspace),
        note="\n\n".join(notes) or None,
        person=latest.person if latest else None,
        at=latest.at if latest else None,
        stale=latest.stale if latest else False,
        beside=tuple(_beside(workspace, statement, one) for one in standing if "|" in one.subject),
    )


def _beside(workspace: Workspace, mine: Statement, one: Decision) -> formats.Beside:
    (other_id,) = set(one.subject.split("|")) - {mine.claim_id}
    imported = workspace.store.earlier([other_id])
    other = earlier_statement(imported[0]) if imported else workspace.store.statement(other_id)
    return formats.Beside(
        decision=one.kind.replace("_", " "),
        statement=other,
        relation=compare(mine, other),
        reason=decide.FLAG_REASONS.get(str(one.payload.get("reason"))),
        note=str(one.payload["note"]) if one.payload.get("note") else None,
        person=one.person,
        at=one.at,
    )
