"""A command whose workspace another process has open: asked of that process, and done by it where this one serves.

The other end of :mod:`factcheck.loopback`. ``http.client`` and not a library on top of it, for the answer is read here
while the request, standard input, is still being sent.
"""

from __future__ import annotations

import http.client
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import click

from factcheck import __version__
from factcheck.cli.group import OWNERS
from factcheck.cli.options import FileName
from factcheck.cli.output import echo
from factcheck.errors import StoreError, WorkspaceBusyError, one_line
from factcheck.loopback import PATH
from factcheck.pipeline.caller import caller
from factcheck.pipeline.opening import owner_of

_PIECE = 65_536


def ask_owner(context: click.Context, busy: WorkspaceBusyError) -> int:
    """The command of ``context`` done by the process that owns its workspace; prints what it prints there.

    Returns:
        Its exit status.

    Raises:
        WorkspaceBusyError: ``busy``, where nobody serves that workspace, or a workbench of another version does.
        StoreError: the owner stopped before it was done.
    """
    folder = Path(context.params["workspace"])
    owner = None if context.info_name in OWNERS else owner_of(folder)
    if owner is None or owner.address is None or owner.token is None:
        raise busy
    parameters = {one.name: _plain(one, context.params[one.name]) for one in context.command.params if one.name}
    head = {
        "version": __version__,
        "command": context.info_name,
        "parameters": parameters,
        "workspace": str(folder.resolve()),
        "columns": caller().columns,
        "terminal": {"out": sys.stdout.isatty(), "err": sys.stderr.isatty()},
    }
    connection = http.client.HTTPConnection(urlsplit(owner.address).netloc)
    try:
        return _asked(connection, owner.token, head, with_input=_reads_input(context), otherwise=busy)
    except (OSError, http.client.HTTPException) as error:
        raise StoreError(
            f"The workbench at {owner.address} stopped before the command was done: {error}",
            remedy="What was finished is kept; give the command again.",
        ) from error
    finally:
        connection.close()


def _asked(
    connection: http.client.HTTPConnection,
    token: str,
    head: Mapping[str, Any],
    *,
    with_input: bool,
    otherwise: WorkspaceBusyError,
) -> int:
    connection.putrequest("POST", PATH)
    connection.putheader("Authorization", f"Bearer {token}")
    connection.putheader("Transfer-Encoding", "chunked")
    connection.endheaders()
    _send(connection, json.dumps(head).encode("ascii") + b"\n")
    if with_input:
        Thread(target=_send_input, args=(connection,), daemon=True).start()
    else:
        _send(connection, b"")
    answer = connection.getresponse()
    if answer.status != http.HTTPStatus.OK:
        raise _refused(answer, otherwise)
    for frame in _frames(answer):
        if "status" in frame:
            return int(frame["status"])
        _print(frame)
    raise http.client.IncompleteRead(b"")


def _refused(answer: http.client.HTTPResponse, busy: WorkspaceBusyError) -> WorkspaceBusyError:
    """``busy`` with what the owner said, where it said why it doesn't do the command."""
    try:
        why = one_line(str(json.loads(answer.read())["error"]))
    except (ValueError, KeyError, TypeError):
        return busy
    remedy = "Stop it and start it anew, or choose another workspace with --workspace."
    return WorkspaceBusyError(f"{busy.problem}, and does no commands: {why}", owner=busy.owner, remedy=remedy)


def _frames(answer: http.client.HTTPResponse) -> Iterator[dict[str, Any]]:
    while line := answer.readline():
        yield json.loads(line)


def _print(frame: Mapping[str, str]) -> None:
    for name, text in frame.items():
        echo(text, err=name == "err", nl=False)
    caller().out.flush()


def _send(connection: http.client.HTTPConnection, piece: bytes) -> None:
    """One chunk of a chunked body; an empty one ends it."""
    connection.send(b"%x\r\n%b\r\n" % (len(piece), piece))


def _send_input(connection: http.client.HTTPConnection) -> None:
    standard_input = sys.stdin.fileno()
    with suppress(OSError):  # the command was done before it had read all
        while piece := os.read(standard_input, _PIECE):
            _send(connection, piece)
        _send(connection, b"")


def _reads_input(context: click.Context) -> bool:
    return any(
        "-" in _many(context.params[one.name]) for one in context.command.params if isinstance(one.type, FileName)
    )


def _plain(parameter: click.Parameter, value: Any) -> Any:
    """A parameter's value as JSON; the name of a file as it is known from everywhere."""
    if isinstance(value, tuple | list):
        return [_plain(parameter, one) for one in value]
    if isinstance(value, Path) or (isinstance(parameter.type, FileName) and value not in (None, "-")):
        return str(Path(value).absolute())
    return value


def _many(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, tuple | list) else (value,)
