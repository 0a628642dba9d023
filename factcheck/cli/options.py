"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck.cli.output import FORMATS

Command = TypeVar("Command", bound=Callable[..., Any])


class FileName(click.ParamType[str]):
    """The name of a file or folder as it was given; ``-`` is standard input."""

    name = "file"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return value


FILE = FileName()

workspace_option = click.option(
    "--workspace",
    "-w",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="FACTCHECK_WORKSPACE",
    default=Path("indexes"),
    show_default=True,
    help="Folder of the workspace; also $FACTCHECK_WORKSPACE.",
)
format_option = click.option(
    "--format", "style", type=FORMATS, default="table", show_default=True, help="How to print."
)

processes_option = click.option(
    "--processes",
    type=click.IntRange(1, 64),
    help="How many processes read texts; without it one a core where there is much to read, else none.",
)


def metadata_options(command: Command) -> Command:
    """What may be said of a text on the command line; it wins over what the file says of itself."""
    for name, text in (
        ("author", "Who wrote it."),
        ("url", "Where it was published."),
        ("date", "When it was published, as 2022-03-11."),
        ("outlet", "Who published it."),
        ("title", "Its headline."),
    ):
        command = click.option(f"--{name}", help=text)(command)
    return command


def filter_options(command: Command) -> Command:
    """The filters of a search."""
    for name, text in (
        ("kind", "Only claims of this kind: numeric, attributed or checked."),
        ("document", "Only claims of this document (its id)."),
        ("verdict", "Only checked claims with this verdict."),
        ("value", "Only figures in this range, as 3500..4500."),
        ("unit", "Only figures with this unit."),
        ("until", "Only claims said or printed up to this day, as 2022-03-11."),
        ("since", "Only claims said or printed from this day on."),
        ("outlet", "Only this outlet."),
        ("speaker", "Only this speaker or body."),
    ):
        command = click.option(f"--{name}", help=text)(command)
    return command
