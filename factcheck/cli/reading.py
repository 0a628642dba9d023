"""Texts in: what is kept of them (`ingest`), and what is only printed (`extract`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.batch import Line, answer_apart, lines, optional_text, text_of
from factcheck.cli.group import cli
from factcheck.cli.options import FILE, format_option, metadata_options, processes_option, workspace_option
from factcheck.cli.output import echo, emit, emit_line, progress_bar, table
from factcheck.errors import UsageError
from factcheck.pipeline import records, workers

if TYPE_CHECKING:
    from factcheck.model import Document


@cli.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=FILE)
@metadata_options
@workspace_option
@processes_option
@format_option
def ingest(paths: tuple[str, ...], workspace: Path, processes: int | None, style: str, **metadata: str | None) -> int:
    """Read files, folders or - (standard input) into the workspace.

    The same text twice is one document, so a command that was stopped is simply given again. A newer version of a
    known document (same address, or same title and outlet) takes its place; unchanged claims keep what was decided.

    \b
    Example: factcheck ingest article.html --outlet "The Daily Example" --date 2022-03-11
    """
    from factcheck.pipeline import ingest as use_case
    from factcheck.pipeline.opening import workspace_at

    sources = use_case.sources(paths)
    use_case.metadata(**metadata)
    rows: list[dict[str, Any]] = []
    failed = False
    with workspace_at(workspace) as opened, progress_bar("reading") as step:
        reading = use_case.ingest_all(
            opened,
            sources,
            on_progress=step,
            processes=processes or workers.cores(),
            enough=workers.ENOUGH if processes is None else 0,
            **metadata,
        )
        for done in reading:
            row = records.ingested(done)
            rows.append(row)
            failed = failed or "error" in row
            if style == "jsonl":
                emit_line(row)
            elif "error" in row:
                echo(f"error: {row['error']}", err=True)
    columns = {"document": 0, "claims": 6, "was": 10, "id": 14}
    made = [
        (
            r["title"],
            str(r["claims"]),
            "known" if r["already"] else "newer" if r["supersedes"] else "new",
            r["document_id"],
        )
        for r in rows
        if "error" not in r
    ]
    if style == "json" or (style == "table" and made):
        emit(rows, style=style, rows=rows, table=lambda: table(columns, made))
    return int(failed)


@cli.command()
@click.argument("path", required=False)
@click.option(
    "--jsonl", metavar="FILE", help='Lines of {"id", "text", "date"?, "outlet"?, "title"?}; - for standard input.'
)
@metadata_options
@processes_option
@format_option
def extract(path: str | None, jsonl: str | None, processes: int | None, style: str, **metadata: str | None) -> int:
    """Print the claims of a text; store nothing.

    \b
    Example: factcheck extract article.txt --date 2022-03-11 --format json
    """
    from factcheck.pipeline import ingest as use_case

    if jsonl is not None and path is None:
        use_case.metadata(**metadata)
        if processes is None and jsonl == "-":
            processes = 1  # whoever writes into a pipe may wait for each answer before the next line
        return answer_apart(
            lines(jsonl),
            partial(_claims, metadata),
            processes=processes or workers.cores(),
            enough=workers.ENOUGH if processes is None else 0,
        )
    if path is None or jsonl is not None:
        raise UsageError("give either a PATH or --jsonl FILE")
    document = use_case.read(path, **metadata)
    extraction = use_case.claims_of(document)
    made = records.extraction(document, extraction)
    columns = {"claim": 0, "speaker": 28, "figures": 34, "worth": 5}
    rows = [records.claim_row(claim) for claim in extraction.claims]
    if rows or style != "table":
        emit(made, style=style, rows=made["claims"], table=lambda: table(columns, rows))
    if not rows:
        raise use_case.nothing_found(extraction)
    return 0


def _claims(otherwise: Mapping[str, str | None], line: Line) -> Mapping[str, Any]:
    from factcheck.pipeline import ingest as use_case

    return records.claims(use_case.claims_of(_document(line, otherwise)))


def _document(line: Line, otherwise: Mapping[str, str | None]) -> Document:
    """The text of a line; what it doesn't say of itself is as the options say."""
    from factcheck.pipeline import ingest as use_case

    value = line.value
    known = {name: optional_text(value, name) or given for name, given in otherwise.items()}
    return use_case.from_text(text_of(value, "text"), **known)
