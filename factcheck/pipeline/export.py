"""What was decided, gathered from the workspace and written in the format asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck import export as formats
from factcheck.compare import compare, describe
from factcheck.errors import UsageError
from factcheck.intake import date_option
from factcheck.model import EventKind, Group, RelationKind
from factcheck.pipeline import decide, ledger, wording
from factcheck.pipeline.hits import earlier_statement
from factcheck.store import Filter

if TYPE_CHECKING:
    from factcheck.model import Statement
    from factcheck.pipeline.views import Decision
    from factcheck.workspace import Workspace

FORMATS = ("claimreview", "csv", "json", "markdown", "html")


def export(
    workspace: Workspace,
    *,
    style: str,
    document: str | None = None,
    claims: Sequence[str] = (),
    matching: Filter | None = None,
) -> str:
    """What people have decided, as a text to be written to a file.

    Args:
        style: one of :data:`FORMATS`.
        document: only claims of this document.
        claims: these claims, also where nothing was decided on them yet.
        matching: only claims that this filter lets through.

    Raises:
        UsageError: there is no such format.
        NotFoundError: there is no such document or claim.
    """
    if style not in FORMATS:
        raise UsageError(f"the format must be one of {', '.join(FORMATS)}")
    title = "What was decided"
    if document is not None:
        title = workspace.store.document(document).title or title
    if matching is not None:
        let_through = {one.claim_id for one in workspace.store.all_statements(matching)}
    found = [
        one
        for one in reviewed(workspace, claims)
        if document in (None, one.statement.document_id) and (matching is None or one.statement.claim_id in let_through)
    ]
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


def matching(
    *,
    speaker: str | None = None,
    outlet: str | None = None,
    verdict: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Filter | None:
    """The filter that a person's words make; None where none is given.

    Raises:
        UsageError: a date is none.
    """
    if not any((speaker, outlet, verdict, since, until)):
        return None
    return Filter(speaker=speaker, outlet=outlet, verdict=verdict, since=date_option(since), until=date_option(until))


def reviewed(workspace: Workspace, claims: Sequence[str] = ()) -> list[formats.Reviewed]:
    """Every claim with a standing decision, or those of ``claims``, in the order of their documents and texts.

    Raises:
        NotFoundError: one of ``claims`` is unknown.
    """
    decided = decide.by_claim(workspace)
    wanted = list(dict.fromkeys(claims)) or sorted(decided)
    imported = set() if claims else {one.id for one in workspace.store.earlier(wanted)}
    statements = workspace.store.statements([one for one in wanted if one not in imported])
    ordered = sorted(statements, key=lambda one: (str(one.published_on), one.document_id or "", one.claim.start))
    return [_reviewed(workspace, one, decided.get(one.claim_id or "", [])) for one in ordered]


def _reviewed(workspace: Workspace, statement: Statement, standing: list[Decision]) -> formats.Reviewed:
    verdicts = tuple(
        formats.Verdict(str(one.payload.get("rating")), one.person, one.at, one.stale)
        for one in standing
        if one.kind == EventKind.VERDICT
    )
    latest = verdicts[-1] if verdicts else None
    alone = [one for one in standing if "|" not in one.subject]
    return formats.Reviewed(
        statement=statement,
        speaker=wording.speaker_line(statement),
        rating=latest.rating if latest else None,
        scale=decide.ratings(workspace),
        note="\n\n".join(str(one.payload["note"]) for one in alone if one.payload.get("note")) or None,
        person=latest.person if latest else None,
        at=latest.at if latest else None,
        stale=latest.stale if latest else False,
        beside=tuple(_beside(workspace, statement, one) for one in standing if "|" in one.subject),
        verdicts=verdicts,
        evidence=tuple(source for one in alone for source in _evidence(one)),
        figures=tuple(f"“{figure.text}”: {describe(figure)}" for figure in statement.claim.figures),
        against=tuple(_against(workspace, statement)),
    )


def _evidence(one: Decision) -> Iterator[formats.Evidence]:
    for source in one.payload.get("evidence") or ():
        yield formats.Evidence(str(source["url"]), source.get("quotation") or None)


def _against(workspace: Workspace, statement: Statement) -> Iterator[formats.Against]:
    for beside in ledger.against(workspace, statement.claim_id or ""):
        for row in beside.rows:
            if row.relation.group is Group.CONFLICT or row.relation.relation is RelationKind.RIVAL_COUNT:
                yield formats.Against(row.statement, row.who, row.as_read, row.when, row.relation)


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
