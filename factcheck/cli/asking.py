"""Asking the store in SQL, for those who know it; a command of its own beside those of every day."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.commands import cli
from factcheck.cli.options import format_option, workspace_option
from factcheck.cli.output import emit, table

__all__ = ["cli", "sql"]


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
    from factcheck.pipeline.opening import open_workspace

    with open_workspace(workspace, create=False) as opened:
        names, rows = use_case.select(opened, query)
    made = [dict(zip(names, row, strict=True)) for row in rows]
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    emit(made, style=style, rows=made, table=lambda: table(dict.fromkeys(names, 0), cells))
    return 0
