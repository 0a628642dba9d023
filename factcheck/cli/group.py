"""The group that all commands belong to; each module of commands adds its own."""

from __future__ import annotations

from typing import Any

import click

from factcheck import __version__
from factcheck.errors import WorkspaceBusyError

OWNERS = ("serve", "demo")
"""Commands that own a workspace themselves; no other process can do them."""


class Command(click.Command):
    """A command; where the process that has its workspace open serves, it is done there."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except WorkspaceBusyError as busy:
            from factcheck.cli.elsewhere import ask_owner

            return ask_owner(ctx, busy)


class Group(click.Group):
    """Commands as :class:`Command`."""

    command_class = Command


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="factcheck")
def cli() -> None:
    """Check numeric and attributed claims: who said which number when, and can both be right.

    \b
    factcheck demo                                   open the demonstration in the browser
    factcheck extract article.txt --date 2022-03-11  print the claims of an article
    factcheck ingest articles/                       read articles into the workspace
    factcheck conflicts                              what in the workspace can't both be right
    """
