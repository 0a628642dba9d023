"""The commands themselves, each a thin layer over one use case.

What they print as JSON is a contract with other programs and changes only by addition.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck import __version__
from factcheck.cli.batch import Line, answer, answer_apart, answer_together, lines, optional_text, text_of
from factcheck.cli.options import filter_options, format_option, metadata_options, processes_option, workspace_option
from factcheck.cli.output import emit, emit_line, progress_bar, table
from factcheck.errors import FactcheckError, IntakeError, UsageError
from factcheck.pipeline import records, workers

if TYPE_CHECKING:
    from factcheck.model import Document


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="factcheck")
def cli() -> None:
    """Check numeric and attributed claims: who said which number when, and can both be right.

    \b
    factcheck demo                                   open the demonstration in the browser
    factcheck extract article.txt --date 2022-03-11  print the claims of an article
    factcheck ingest articles/                       read articles into the workspace
    factcheck conflicts                              what in the workspace can't both be right
    """


# ------------------------------------------------------------------------------------------------------------- intake


@cli.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@metadata_options
@workspace_option
@format_option
def ingest(paths: tuple[str, ...], workspace: Path, style: str, **metadata: str | None) -> int:
    """Read files, folders or - (standard input) into the workspace.

    The same text twice is one document, so a command that was stopped is simply given again. A newer version of a
    known document (same address, or same title and outlet) takes its place; unchanged claims keep what was decided.

    \b
    Example: factcheck ingest article.html --outlet "The Daily Example" --date 2022-03-11
    """
    from factcheck.pipeline import ingest as use_case
    from factcheck.pipeline.opening import open_workspace

    sources = use_case.sources(paths)
    use_case.metadata(**metadata)
    rows: list[dict[str, Any]] = []
    failed = False
    with open_workspace(workspace) as opened, progress_bar("reading") as step:
        for done in use_case.ingest_all(opened, sources, on_progress=step, **metadata):
            row = records.ingested(done)
            rows.append(row)
            failed = failed or "error" in row
            if style == "jsonl":
                emit_line(row)
            elif "error" in row:
                click.echo(f"error: {row['error']}", err=True)
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


# ---------------------------------------------------------------------------------------------------- search, compare


@cli.command()
@click.argument("text", required=False)
@click.option("--queries", metavar="FILE", help='Lines of {"id", "text"}; - for standard input.')
@click.option("-k", default=10, show_default=True, type=click.IntRange(1, 1000), help="How many hits.")
@click.option("--mode", type=click.Choice(["hybrid", "meaning", "words"]), default="hybrid", show_default=True)
@filter_options
@workspace_option
@format_option
def search(
    text: str | None, queries: str | None, k: int, mode: str, workspace: Path, style: str, **filters: str | None
) -> int:
    """Find earlier claims, those of the workspace and those imported with a verdict.

    \b
    Example: factcheck search "4,000 troops died" -k 5 --since 2022-03-01
    """
    from factcheck.pipeline import search as use_case
    from factcheck.pipeline.opening import open_workspace

    if (text is None) == (queries is None):
        raise UsageError("give either a TEXT or --queries FILE")
    wanted = use_case.filters(**filters)
    with open_workspace(workspace, create=False) as opened:

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
            portion = 1 if queries == "-" else 32
            return answer_together(
                lines(queries), lambda line: (line.key, text_of(line.value, "text")), hits, portion=portion
            )
        result = use_case.search(opened, text or "", k=k, mode=mode, filters=wanted)
    made = records.hits(result)
    columns = {"score": 5, "claim": 0, "speaker": 22, "date": 10, "verdict": 14, "relation": 20}
    rows = [
        (f"{h.score:.2f}", h.text, h.speaker or "", str(h.date or ""), h.verdict or "", str(h.relation.relation))
        for h in result.hits
    ]
    emit(made, style=style, rows=made, table=lambda: table(columns, rows))
    if style == "table":
        until = f" up to {result.up_to}" if result.up_to else ""
        missed = f"; nothing is near, the nearest is: {result.nearest.text}" if result.nearest else ""
        click.echo(f"searched {result.searched:,} claims{until}{missed}", err=True)
    return 0


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
    from factcheck.pipeline.opening import open_workspace

    with open_workspace(workspace, create=False) as opened, progress_bar("comparing") as step:
        found = ledger.conflicts(opened, on_progress=step, **wanted)
    made = [records.conflict(one) for one in found]
    columns = {"relation": 20, "a": 0, "b": 0, "reason": 0}
    rows = [(str(c.relation.relation), c.a.claim.text, c.b.claim.text, c.relation.reason) for c in found]
    emit(made, style=style, rows=made, table=lambda: table(columns, rows))
    return 0


# ------------------------------------------------------------------------------------------------------------- tables


@cli.command(name="import-claims")
@click.argument("path", metavar="FILE")
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
    from factcheck.pipeline.opening import open_workspace
    from factcheck.wire import to_json

    _there(path)
    with open_workspace(workspace) as opened, progress_bar("reading") as step:
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
@click.argument("path", metavar="FILE")
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
    if not Path(path).is_file():
        raise IntakeError("there is no such file", path=path, remedy="Check the path")


def _import(path: str, workspace: Path, style: str, use_case: Callable[..., Any], what: str) -> int:
    from factcheck.pipeline.opening import open_workspace

    _there(path)
    with open_workspace(workspace) as opened, progress_bar("importing") as step:
        result = use_case(opened, Path(path), on_progress=step)
    made = records.imported(result)

    def told() -> str:
        skipped = "".join(f"\n  line {line}: {why}" for line, why in result.skipped[:20])
        more = f"\n  … and {len(result.skipped) - 20} more" if len(result.skipped) > 20 else ""
        return (
            f"{result.added:,} {what} added, {result.already:,} known already, {len(result.skipped):,} skipped"
            + (f", {result.undated:,} without their date, which reads as none or in two ways" if result.undated else "")
            + skipped
            + more
        )

    emit(made, style=style, rows=[made], table=told)
    return int(bool(result.skipped))


@cli.command()
@click.option("--as", "kind", type=click.Choice(["claimreview", "csv", "json", "markdown", "html"]), required=True)
@click.option("--document", help="Only claims of this document (its id).")
@click.option("--claim", "claims", multiple=True, help="This claim (its id), decided or not; may be given again.")
@click.option("--speaker", help="Only claims by this speaker or body.")
@click.option("--outlet", help="Only claims printed by this outlet.")
@click.option("--verdict", help="Only claims with this verdict.")
@click.option("--since", help="Only claims said, else printed, on this day or later.")
@click.option("--until", help="Only claims said, else printed, on this day or before.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="A file; else standard output.")
@workspace_option
def export(
    kind: str,
    document: str | None,
    claims: tuple[str, ...],
    output: Path | None,
    workspace: Path,
    **filters: str | None,
) -> int:
    """Write what was decided, for others.

    \b
    Example: factcheck export --as claimreview -o reviews.json
    """
    from factcheck.pipeline import export as use_case
    from factcheck.pipeline.opening import open_workspace

    with open_workspace(workspace, create=False) as opened:
        made = use_case.export(
            opened, style=kind, document=document, claims=claims, matching=use_case.matching(**filters)
        )
    if output is None:
        click.echo(made, nl=False)
        return 0
    try:
        output.write_text(made, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{output} can't be written: {error.strerror or error}") from error
    return 0


# ------------------------------------------------------------------------------------------------------------ service


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8501, show_default=True, type=click.IntRange(0, 65535), help="0: any free port.")
@workspace_option
def serve(host: str, port: int, workspace: Path) -> int:
    """Open the workbench in the browser.

    \b
    Example: factcheck serve --port 8600
    """
    from factcheck.serve import serve as run

    run(workspace, host=host, port=port)
    return 0


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8501, show_default=True, type=click.IntRange(0, 65535), help="0: any free port.")
@click.option("--fill-only", is_flag=True, help="Fill the demonstration workspace and stop.")
@workspace_option
def demo(host: str, port: int, fill_only: bool, workspace: Path) -> int:
    """Open the workbench with its demonstration: a workspace of its own, filled on first use.

    It lies in the folder demonstration inside the workspace's folder; your own work is never mixed with it.

    \b
    Example: factcheck demo
    """
    from factcheck.pipeline import demo as use_case

    with progress_bar("filling the demonstration") as step:
        filled = use_case.fill(use_case.folder(workspace), on_progress=step)
    if filled:
        click.echo(f"demonstration: {filled}", err=True)
    if fill_only:
        return 0
    from factcheck.serve import serve as run

    run(workspace, host=host, port=port, demo=True)
    return 0


@cli.command()
@workspace_option
@format_option
def doctor(workspace: Path, style: str) -> int:
    """Check the store, the indexes and the models; say what is wrong and what mends it.

    \b
    Example: factcheck doctor --workspace indexes
    """
    from factcheck.pipeline.doctor import examine

    findings = list(examine(workspace))
    made = [records.finding(one) for one in findings]

    def told() -> str:
        return "\n".join(
            f"{'ok   ' if one.ok else 'WRONG'}  {one.name}: {one.detail}" + (f". {one.remedy}" if one.remedy else "")
            for one in findings
        )

    emit(made, style=style, rows=made, table=told)
    return int(not all(one.ok for one in findings))
