"""Commands done by the process that owns the workspace, for whoever gives them beside it.

One process writes a DuckDB file and no other can even read it, so while the workbench runs, ``factcheck ingest`` and
its like ask it over the loopback address. They prove by the token in the workspace's lock, a file that only its user
can read, that they are this user's. The answer is a stream, so that lines, progress and an open standard input work
as they do without a server.

Request: ``POST /api/commands`` with ``Authorization: Bearer TOKEN``; one line of JSON, ``{"version", "command",
"parameters", "workspace", "columns", "terminal": {"out", "err"}}``, then the caller's standard input, if it is wanted.
Answer: 200 and lines of JSON, ``{"out": text}``, ``{"err": text}`` and last ``{"status": exit status}``; 401 for a
wrong token, 404 for a workspace that isn't open here, 409 for another version, 400 for what is no such request.
"""

from __future__ import annotations

import hmac
import io
import json
import os
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, cast

import anyio
from anyio import from_thread, to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from factcheck import __version__
from factcheck.errors import NotFoundError, UsageError
from factcheck.pipeline.caller import Caller, on_behalf_of

if TYPE_CHECKING:
    from anyio.abc import ObjectSendStream
    from starlette.types import Receive, Scope, Send

    from factcheck.workspace import Workspace

PATH = "/api/commands"
MAXIMUM_HEAD = 1_000_000
"""Bytes of the request's first line; a command line has a few hundred, and a system lets it have about two million."""

Perform = Callable[[str, Mapping[str, Any]], int]
"""Does the command of this name with these parameters for :func:`factcheck.pipeline.caller.caller`; its exit status."""


def route(perform: Perform, workspace: Callable[[Path], Workspace], token: str) -> Route:
    """The route that does commands.

    Args:
        perform: does one.
        workspace: the open workspace in a folder; NotFoundError where it isn't open here.
        token: what a caller must know.
    """
    return Route(PATH, _Commands(perform, workspace, token), methods=["POST"])


@dataclass(frozen=True, slots=True)
class _Asked:
    """The first line of a request."""

    command: str
    parameters: Mapping[str, Any]
    workspace: Workspace
    columns: int
    terminal: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class _Commands:
    perform: Perform
    workspace: Callable[[Path], Workspace]
    token: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not hmac.compare_digest(
            Request(scope).headers.get("authorization", "").encode(), f"Bearer {self.token}".encode()
        ):
            await JSONResponse({"error": "the token is wrong"}, status_code=401)(scope, receive, send)
            return
        body = _Body(receive)
        try:
            asked = self._read(await body.line())
        except NotFoundError as error:
            await JSONResponse({"error": str(error)}, status_code=404)(scope, receive, send)
        except _OtherVersionError as error:
            await JSONResponse({"error": str(error)}, status_code=409)(scope, receive, send)
        except UsageError as error:
            await JSONResponse({"error": str(error)}, status_code=400)(scope, receive, send)
        else:
            await self._answer(asked, body, send)

    def _read(self, line: bytes) -> _Asked:
        try:
            given = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UsageError(f"the request is not JSON: {error}") from error
        match given:
            case {"version": str(version), **_others} if version != __version__:
                raise _OtherVersionError(f"the workbench is version {__version__}, the command {version}")
            case {
                "version": str(),
                "command": str(command),
                "parameters": dict(parameters),
                "workspace": str(folder),
                "columns": int(columns),
                "terminal": {"out": bool(out), "err": bool(err)},
            }:
                return _Asked(command, parameters, self.workspace(Path(folder)), columns, {"out": out, "err": err})
        raise UsageError("the request lacks a command, its parameters or its workspace")

    async def _answer(self, asked: _Asked, body: _Body, send: Send) -> None:
        sink, frames = anyio.create_memory_object_stream[bytes](64)
        gone, answering = threading.Event(), anyio.CancelScope()
        reading, writing = os.pipe()

        async def work() -> None:
            async with sink:
                status = await to_thread.run_sync(self._perform, asked, sink, reading, gone)
                with suppress(anyio.BrokenResourceError):  # the caller went away
                    await sink.send(_frame(status=status))

        async def hand_on_input() -> None:
            await body.into(writing)
            await body.end()
            gone.set()
            answering.cancel()

        await send(
            {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"application/x-ndjson")]}
        )
        async with anyio.create_task_group() as both:
            both.start_soon(work)
            both.start_soon(hand_on_input)
            with answering, frames:
                async for frame in frames:
                    await send({"type": "http.response.body", "body": frame, "more_body": True})
            both.cancel_scope.cancel()
        if not gone.is_set():
            await send({"type": "http.response.body", "body": b""})

    def _perform(self, asked: _Asked, sink: ObjectSendStream[bytes], reading: int, gone: threading.Event) -> int:
        with os.fdopen(reading, "rb") as given:
            asking = Caller(
                input=given,
                out=cast("TextIO", _Text(sink, "out", terminal=asked.terminal["out"])),
                err=cast("TextIO", _Text(sink, "err", terminal=asked.terminal["err"])),
                columns=asked.columns,
                gone=gone.is_set,
                borrow=lambda _: asked.workspace,
            )
            with on_behalf_of(asking):
                return self.perform(asked.command, asked.parameters)


class _OtherVersionError(UsageError):
    """The caller is not of this version."""


class _Text(io.TextIOBase):
    """Text on its way to the caller, a frame for each piece written."""

    def __init__(self, sink: ObjectSendStream[bytes], name: str, *, terminal: bool) -> None:
        self._sink, self._name, self._terminal = sink, name, terminal

    def write(self, text: str) -> int:
        try:
            from_thread.run(self._sink.send, _frame(**{self._name: text}))
        except (anyio.BrokenResourceError, anyio.ClosedResourceError) as error:
            raise BrokenPipeError("nobody waits for this output any more") from error
        return len(text)

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._terminal


def _frame(**content: object) -> bytes:
    return json.dumps(content).encode("ascii") + b"\n"


@dataclass(slots=True)
class _Body:
    """A request's body as it comes."""

    receive: Receive
    _rest: bytearray = field(default_factory=bytearray)
    _more: bool = True

    async def line(self) -> bytes:
        """The first line; what came after it is kept.

        Raises:
            UsageError: it is longer than :data:`MAXIMUM_HEAD`, or the caller went away.
        """
        while b"\n" not in self._rest and self._more:
            self._rest += await self._next()
            if len(self._rest) > MAXIMUM_HEAD and b"\n" not in self._rest[:MAXIMUM_HEAD]:
                raise UsageError(f"the request's first line is longer than {MAXIMUM_HEAD:,} bytes")
        head, _, rest = bytes(self._rest).partition(b"\n")
        self._rest = bytearray(rest)
        return head

    async def into(self, writing: int) -> None:
        """Everything that is left into the pipe ``writing``, which is closed then; less where nobody reads it."""
        try:
            while self._rest or self._more:
                piece, self._rest = bytes(self._rest) or await self._next(), bytearray()
                await to_thread.run_sync(_write_all, writing, piece, abandon_on_cancel=True)
        except BrokenPipeError:
            return
        finally:
            os.close(writing)

    async def end(self) -> None:
        """Waits until the caller goes away."""
        while (await self.receive())["type"] != "http.disconnect":
            continue

    async def _next(self) -> bytes:
        message = await self.receive()
        self._more = message["type"] == "http.request" and message.get("more_body", False)
        return bytes(message.get("body", b""))


def _write_all(file: int, content: bytes) -> None:
    with memoryview(content) as view:
        written = 0
        while written < len(view):
            written += os.write(file, view[written:])
