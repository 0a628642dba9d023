"""A command that another process gave: the same function, for the caller that it names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from factcheck.cli import status_of
from factcheck.cli.commands import cli
from factcheck.cli.group import OWNERS
from factcheck.errors import UsageError


def perform(name: str, parameters: Mapping[str, Any]) -> int:
    """Do the command ``name`` for :func:`factcheck.pipeline.caller.caller`.

    Args:
        parameters: the value of each parameter, by name, as plain JSON.

    Returns:
        The exit status; what went wrong is printed to the caller. 1 where the caller went away.
    """
    try:
        return status_of(lambda: _do(name, parameters))
    except BrokenPipeError:
        return 1


def _do(name: str, parameters: Mapping[str, Any]) -> object:
    command = cli.commands.get(name) if name not in OWNERS else None
    if command is None or command.callback is None or "workspace" not in {one.name for one in command.params}:
        raise UsageError(f"{name} is no command for a workspace")
    with click.Context(command, info_name=name) as context:
        given = {one.name: one.type_cast_value(context, parameters.get(one.name)) for one in command.params if one.name}
        return command.callback(**given)
