"""One process that owns the workspaces and serves page and API from one address.

It stands above everything else: it opens what the pages and the routes are handed, prints the address, and closes all
of it when it is told to stop.
"""

from __future__ import annotations

import secrets
import signal
import socket
import sys
import tomllib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from factcheck import api, loopback
from factcheck.errors import FactcheckError, NotFoundError, StoreError, UsageError
from factcheck.pipeline import demo as demonstration
from factcheck.pipeline.opening import open_workspace
from factcheck.ui.safe import plain
from factcheck.ui.state import DEMO, OWN, Opened, look_ahead_first, workspaces

if TYPE_CHECKING:
    from types import FrameType

    from factcheck.loopback import Perform
    from factcheck.workspace import Workspace

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_PACKAGE = Path(__file__).resolve().parent
SCRIPT = _PACKAGE / "ui" / "run" / "script.py"


@dataclass(frozen=True, slots=True)
class Door:
    """Where commands of other processes are let in: the server's address, a token for them, and what does them."""

    address: str
    perform: Perform
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)


def serve(
    workspace_dir: Path | str,
    *,
    perform: Perform,
    host: str = "127.0.0.1",
    port: int = 8501,
    demo: bool = False,
) -> None:
    """Serves the workbench until it is told to stop (Ctrl-C or SIGTERM), then closes the workspaces.

    Args:
        workspace_dir: the person's own workspace.
        perform: does the commands that are given beside it while it runs.
        host: the address to listen on; other than loopback only when somebody says so.
        port: 0 takes a free one.
        demo: open the demonstration that lies in it first; the person's own opens when they paste an article.

    Raises:
        WorkspaceBusyError: another process owns the workspace.
        UsageError: the port is taken.
        StoreError: the workspace can't be opened.
    """
    port = _free_port(host, port)
    address = f"http://{'127.0.0.1' if host in ('', '0.0.0.0') else host}:{port}"  # noqa: S104
    door = Door(address, perform)
    open_all(Path(workspace_dir), demo=demo, door=door)
    try:
        signal.signal(signal.SIGTERM, _stop)
        application(Path(workspace_dir), demo=demo, door=door, host=host).run(config=config(host, port))
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
    finally:
        close_all()


def application(
    workspace_dir: Path, *, demo: bool = False, door: Door | None = None, host: str = "127.0.0.1"
) -> st.App:
    """Pages and routes as one ASGI application; it opens the workspace when it starts, where it isn't open yet."""
    return st.App(SCRIPT, **parts(workspace_dir, demo=demo, door=door, host=host))


def parts(
    workspace_dir: Path, *, demo: bool = False, door: Door | None = None, host: str = "127.0.0.1"
) -> dict[str, Any]:
    """What the application is made of beside its script. ``streamlit run`` knows only an ``st.App`` that it can read
    in the file it runs, so ``app.py`` puts the same parts together by itself."""

    @asynccontextmanager
    async def lifespan(_: st.App) -> AsyncIterator[None]:
        open_all(workspace_dir, demo=demo, door=door)
        if door:
            print(f"\n  The workbench is open at {door.address}\n  Stop it with Ctrl-C.\n", flush=True)
        try:
            yield
        finally:
            close_all()

    guard = [Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost", "[::1]", "testserver"])]
    return {
        "lifespan": lifespan,
        "routes": [*api.routes(_first), *([loopback.route(door.perform, _open_in, door.token)] if door else [])],
        "middleware": guard if host in LOOPBACK else [],
        "on_script_error": _in_one_line,
    }


def open_all(workspace_dir: Path, *, demo: bool, door: Door | None = None) -> None:
    """Opens the workspace that is shown first and offers the other one; does nothing where they are open."""
    if workspaces.all():
        return
    first = _open_first(workspace_dir, demo=demo, door=door)
    workspaces.put(first)
    look_ahead_first(first)


def _open_first(workspace_dir: Path, *, demo: bool, door: Door | None) -> Opened:
    if demo:
        folder = demonstration.folder(workspace_dir)
        demonstration.fill(folder)
        workspaces.offer(OWN, lambda: Opened(OWN, _opened(workspace_dir, door), _label(workspace_dir)))
        return Opened(DEMO, _opened(folder, door), "Demonstration", demonstration=True)
    return Opened(OWN, _opened(workspace_dir, door), _label(workspace_dir))


def _opened(folder: Path, door: Door | None) -> Workspace:
    workspace = open_workspace(folder)
    if door:
        workspace.set_owner(door.address, door.token)
    return workspace


def close_all() -> None:
    """Closes every open workspace, saving its indexes."""
    for opened in workspaces.clear():
        opened.workspace.close()


def config(host: str, port: int) -> dict[str, Any]:
    """The server's options: those of ``.streamlit/config.toml``, with address and port as asked for."""
    options = dict(_flat(tomllib.loads(_config_file().read_text(encoding="utf-8"))))
    options |= {
        "server.address": host,
        "server.port": port,
        "logger.hideWelcomeMessage": True,
        "logger.level": "warning",
    }
    if host not in LOOPBACK:
        options["server.allowedHosts"] = []
    return options


def _config_file() -> Path:
    for file in (_PACKAGE / "_streamlit.toml", _PACKAGE.parent / ".streamlit" / "config.toml"):
        if file.is_file():
            return file
    raise StoreError(
        "the server's configuration is missing", remedy="Install the package again, or use a full checkout"
    )


def _flat(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _in_one_line(error: Exception) -> bool:
    """Errors of ours are shown as the one line they are; others as Streamlit shows them, and in the log."""
    if isinstance(error, FactcheckError):
        st.error(plain(str(error)), icon=":material/warning:")
        return True
    return False


def _first() -> Workspace:
    opened: Workspace = workspaces.get(None).workspace
    return opened


def _open_in(folder: Path) -> Workspace:
    """The workspace in ``folder``, as a command beside this server names it.

    Raises:
        NotFoundError: it isn't open here.
    """
    for opened in workspaces.all():
        if opened.workspace.path.resolve() == folder.resolve():
            found: Workspace = opened.workspace
            return found
    raise NotFoundError(f"{folder} is not open here")


def _label(folder: Path) -> str:
    return folder.resolve().name if folder.resolve().name != "indexes" else "My workspace"


def _free_port(host: str, port: int) -> int:
    """``port`` if it can be had, or a free one for 0."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as error:
            raise UsageError(
                f"port {port} of {host} can't be used: {error.strerror or error}",
                remedy="Another workbench may be running; choose another one with --port",
            ) from error
        chosen: int = tried.getsockname()[1]
        return chosen


def _stop(_: int, __: FrameType | None) -> None:
    raise SystemExit(0)
