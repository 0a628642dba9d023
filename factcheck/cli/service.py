"""The workbench in the browser, and what tells whether all is well."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.group import cli
from factcheck.cli.options import format_option, workspace_option
from factcheck.cli.output import echo, emit, progress_bar
from factcheck.pipeline import records


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8501, show_default=True, type=click.IntRange(0, 65535), help="0: any free port.")
@workspace_option
def serve(host: str, port: int, workspace: Path) -> int:
    """Open the workbench in the browser.

    \b
    Example: factcheck serve --port 8600
    """
    from factcheck.cli.asked import perform
    from factcheck.serve import serve as run

    run(workspace, perform=perform, host=host, port=port)
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
        echo(f"demonstration: {filled}", err=True)
    if fill_only:
        return 0
    from factcheck.cli.asked import perform
    from factcheck.serve import serve as run

    run(workspace, perform=perform, host=host, port=port, demo=True)
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
