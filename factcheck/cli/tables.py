"""Tables of others in: checked claims and official figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from factcheck.cli.group import cli
from factcheck.cli.options import FILE, format_option, workspace_option
from factcheck.cli.output import emit, progress_bar, table
from factcheck.errors import IntakeError
from factcheck.pipeline import records


@cli.command(name="import-claims")
@click.argument("path", metavar="FILE", type=FILE)
@click.option("--preview", is_flag=True, help="Say what would be taken in and what left out; keep nothing.")
@workspace_option
@format_option
def import_claims(path: str, preview: bool, workspace: Path, style: str) -> int:
    """Import earlier, checked claims from .csv, .jsonl, .json, .parquet or a saved .html page; safe to repeat.

    Columns are found by name: claim, and if there id, title, subtitle, body, speaker, date, verdict, url, outlet.
    ClaimReview (schema.org JSON-LD) is read wherever it lies in the file: alone, in a list, a @graph or a feed.

    \b
    Example: factcheck import-claims checked.csv --preview
    """
    from factcheck.pipeline import tables

    if preview:
        return _preview(path, workspace, style)
    return _import(path, workspace, style, tables.import_claims, "claims")


def _preview(path: str, workspace: Path, style: str) -> int:
    from factcheck.pipeline import tables
    from factcheck.pipeline.opening import workspace_at
    from factcheck.wire import to_json

    _there(path)
    with workspace_at(workspace) as opened, progress_bar("reading") as step:
        seen = tables.preview_claims(opened, Path(path), on_progress=step)
    made = to_json(seen)

    def told() -> str:
        columns = ", ".join(f"{ours} ← {theirs}" for ours, theirs in seen.columns.items())
        parts = [
            f"columns: {columns}" + (f"; kept as they are: {', '.join(seen.kept[:12])}" if seen.kept else ""),
            f"{seen.rows:,} rows: {seen.new:,} to add or bring up to date, {seen.already:,} known already, "
            f"{len(seen.skipped):,} to skip, {seen.undated:,} without a date that can be read",
            *(f"  line {line}: {why}" for line, why in seen.skipped[:20]),
            table(
                {"claim": 0, "speaker": 22, "date": 10, "verdict": 14},
                [(one.claim, one.speaker or "", str(one.date or ""), one.verdict or "") for one in seen.first],
            ),
        ]
        return "\n".join(parts)

    emit(made, style=style, rows=[made], table=told)
    return int(bool(seen.skipped))


@cli.command(name="import-figures")
@click.argument("path", metavar="FILE", type=FILE)
@workspace_option
@format_option
def import_figures(path: str, workspace: Path, style: str) -> int:
    """Import a table of official statistics from .csv or .parquet.

    Columns: entity, indicator, period, value, unit, source; or Country Name, Year, Value.

    \b
    Example: factcheck import-figures population.csv
    """
    from factcheck.pipeline import tables

    return _import(path, workspace, style, tables.import_figures, "figures")


def _there(path: str) -> None:
    if not Path(path).exists():
        raise IntakeError("there is no such file", path=path, remedy="Check the path")


def _import(path: str, workspace: Path, style: str, use_case: Callable[..., Any], what: str) -> int:
    from factcheck.pipeline.opening import workspace_at

    _there(path)
    with workspace_at(workspace) as opened, progress_bar("importing") as step:
        result = use_case(opened, Path(path), on_progress=step)
    made = records.imported(result)

    def told() -> str:
        skipped = "".join(f"\n  line {line}: {why}" for line, why in result.skipped[:20])
        more = f"\n  … and {len(result.skipped) - 20} more" if len(result.skipped) > 20 else ""
        return (
            f"{result.added:,} {what} added, {result.already:,} known already, {len(result.skipped):,} skipped"
            + (f", {result.figures:,} figures read in them" if result.figures else "")
            + (f", {result.undated:,} without their date, which reads as none or in two ways" if result.undated else "")
            + skipped
            + more
        )

    emit(made, style=style, rows=[made], table=told)
    return int(bool(result.skipped))
