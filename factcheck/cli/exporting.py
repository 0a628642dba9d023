"""What was decided, out again."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.group import cli
from factcheck.cli.options import workspace_option
from factcheck.cli.output import echo
from factcheck.errors import UsageError


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
    from factcheck.pipeline.opening import workspace_at

    with workspace_at(workspace, create=False) as opened:
        made = use_case.export(
            opened, style=kind, document=document, claims=claims, matching=use_case.matching(**filters)
        )
    if output is None:
        echo(made, nl=False)
        return 0
    try:
        output.write_text(made, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{output} can't be written: {error.strerror or error}") from error
    return 0
