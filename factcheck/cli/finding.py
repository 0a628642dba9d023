"""What stands beside a claim: `search`, `compare`, `conflicts`, and `sql` for those who know it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.batch import answer, answer_together, lines, optional_text, text_of
from factcheck.cli.group import cli
from factcheck.cli.options import FILE, filter_options, format_option, workspace_option
from factcheck.cli.output import echo, emit, progress_bar, table
from factcheck.errors import FactcheckError, UsageError
from factcheck.pipeline import records

if TYPE_CHECKING:
    from factcheck.pipeline.views import SearchResult


@cli.command()
@click.argument("text", required=False)
@click.option("--queries", metavar="FILE", type=FILE, help='Lines of {"id", "text"}; - for standard input.')
@click.option("-k", default=10, show_default=True, type=click.IntRange(1, 1000), help="How many hits.")
@click.option("--mode", type=click.Choice(["hybrid", "meaning", "words"]), default="hybrid", show_default=True)
@filter_options
@workspace_option
@format_option
def search(
    text: str | None, queries: str | None, k: int, mode: str, workspace: Path, style: str, **filters: str | None
) -> int:
    """Find earlier claims, those of the workspace and those imported with a verdict.

    Words in quotation marks are found as they stand. Filters may be typed too: value 3500..4500 person, speaker:"A
    Name", since:2022-03-01. Without a TEXT the claims that the filters let through are listed.

    \b
    Example: factcheck search "4,000 troops died" -k 5 --since 2022-03-01
    """
    from factcheck.pipeline import search as use_case
    from factcheck.pipeline.opening import workspace_at

    wanted = use_case.filters(**filters)
    if queries is not None and text is not None:
        raise UsageError("give either a TEXT or --queries FILE")
    if queries is None and text is None and wanted == use_case.Filters():
        raise UsageError("give a TEXT, --queries FILE, or a filter as --value 3500..4500")
    with workspace_at(workspace, create=False) as opened:

        def hits(asked: list[tuple[Any, str]]) -> list[dict[str, Any] | FactcheckError]:
            found = use_case.search_many(opened, [one for _, one in asked], k=k, mode=mode, filters=wanted)
            return [
                one
                if isinstance(one, FactcheckError)
                else {"hits": [{"query_id": key, **hit} for hit in records.hits(one)]}
                for (key, _), one in zip(asked, found, strict=True)
            ]

        if queries is not None:
            # whoever writes into a pipe may wait for each answer before the next question
            portion = 1 if queries == "-" else 64
            return answer_together(
                lines(queries), lambda line: (line.key, text_of(line.value, "text")), hits, portion=portion
            )
        result = use_case.search(opened, text or "", k=k, mode=mode, filters=wanted)
    made = records.hits(result)
    emit(made, style=style, rows=made, table=lambda: _table(result))
    if style == "table":
        echo(_searched(result), err=True)
    return 0


def _table(result: SearchResult) -> str:
    columns = {"score": 5, "claim": 0, "speaker": 22, "date": 10, "verdict": 14, "relation": 20}
    rows = [
        [f"{h.score:.2f}", h.text, h.speaker or "", str(h.date or ""), h.verdict or "", str(h.relation.relation)]
        for h in result.hits
    ]
    if any(hit.claim_group for hit in result.hits):
        columns["said"] = 40
        for row, hit in zip(rows, result.hits, strict=True):
            row.append(hit.claim_group.summary if hit.claim_group else "")
    return table(columns, rows)


def _searched(result: SearchResult) -> str:
    """What was searched, in one line."""
    told = f"searched {result.searched:,} claims"
    if result.up_to:
        told += f" up to {result.up_to}"
    if result.matching is not None:
        told += f", of which the filters let {result.matching:,} through"
    if result.unread:
        told += f"; the figures of {result.unread:,} checked claims were never read: import them again"
    if result.nearest:
        told += f"; nothing is near, the nearest is: {result.nearest.text}"
    return told


@cli.command()
@click.argument("text_a", required=False)
@click.argument("text_b", required=False)
@click.option("--jsonl", metavar="FILE", help='Lines of {"id", "a": {"text", "date"?, "source"?}, "b": {…}}.')
@format_option
def compare(text_a: str | None, text_b: str | None, jsonl: str | None, style: str) -> int:
    """Say how two passages stand to each other, and why. Needs no workspace.

    \b
    Example: factcheck compare "At least 31 people were killed." "Police said 58 people were killed."
    """
    from factcheck.pipeline import ledger

    if jsonl is not None:
        if text_a is not None:
            raise UsageError("give either two texts or --jsonl FILE")
        return answer(lines(jsonl), lambda line: records.relation(_compare_line(line.value)))
    if text_a is None or text_b is None:
        raise UsageError("two texts are needed", remedy='factcheck compare "31 were killed" "58 were killed"')
    relation = ledger.compare_passages(ledger.Passage(text_a), ledger.Passage(text_b))
    made = records.relation(relation)
    emit(made, style=style, rows=[made], table=lambda: f"{made['relation']} ({made['group']}): {made['reason']}")
    return 0


def _compare_line(value: dict[str, Any]) -> Any:
    from factcheck.pipeline import ledger

    def passage(side: str) -> ledger.Passage:
        given = value.get(side)
        if not isinstance(given, dict):
            raise UsageError(f'"{side}" must be an object with "text"')
        return ledger.Passage(
            text_of(given, "text"), date=optional_text(given, "date"), source=optional_text(given, "source")
        )

    return ledger.compare_passages(passage("a"), passage("b"))


@cli.command()
@click.option("--document", help="Only claims of this document (its id).")
@click.option("--speaker", help="Only this speaker or body.")
@click.option("--since", help="Only claims from this day on, as 2022-03-01.")
@click.option("--until", help="Only claims up to this day.")
@workspace_option
@format_option
def conflicts(workspace: Path, style: str, **wanted: str | None) -> int:
    """List what in the workspace conflicts, strongest first.

    \b
    Example: factcheck conflicts --since 2022-03-01 --format jsonl
    """
    from factcheck.pipeline import ledger
    from factcheck.pipeline.opening import workspace_at

    with workspace_at(workspace, create=False) as opened, progress_bar("comparing") as step:
        found = ledger.conflicts(opened, on_progress=step, **wanted)
    made = [records.conflict(one) for one in found]
    columns = {"relation": 20, "a": 0, "b": 0, "reason": 0}
    rows = [(str(c.relation.relation), c.a.claim.text, c.b.claim.text, c.relation.reason) for c in found]
    emit(made, style=style, rows=made, table=lambda: table(columns, rows))
    return 0


@cli.command()
@click.argument("query")
@workspace_option
@format_option
def sql(query: str, workspace: Path, style: str) -> int:
    """Ask the store one SELECT; nothing can be changed. Tables to read: figures, figure_conflicts, who_said_what_when.

    \b
    Example: factcheck sql "SELECT body, as_written, speaks_of FROM figures ORDER BY speaks_of"
    """
    from factcheck.pipeline import sql as use_case
    from factcheck.pipeline.opening import workspace_at

    with workspace_at(workspace, create=False) as opened:
        names, rows = use_case.select(opened, query)
    made = [dict(zip(names, row, strict=True)) for row in rows]
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    emit(made, style=style, rows=made, table=lambda: table(dict.fromkeys(names, 0), cells))
    return 0
