"""Opening a workspace for a use case; the one door the commands and the server go through."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.pipeline.caller import caller
from factcheck.settings import load

if TYPE_CHECKING:
    from factcheck.workspace import Owner, Workspace


def open_workspace(path: Path | str, *, create: bool = True) -> Workspace:
    """The workspace in folder ``path``; use it as a context manager.

    Args:
        create: make it where it isn't there.

    Raises:
        NotFoundError: it isn't there, and ``create`` is False.
        WorkspaceBusyError: another process owns it.
        StoreError: it is damaged, or was written by a newer version.
        UsageError: its settings make no sense.
    """
    from factcheck.workspace import Workspace

    return Workspace.open(Path(path), settings=load(Path(path), os.environ), create=create)


def workspace_at(path: Path | str, *, create: bool = True) -> AbstractContextManager[Workspace]:
    """The workspace in folder ``path`` as a context manager: the one that the caller may borrow, which stays open
    afterwards, else it is opened and closed again.

    Raises:
        as :func:`open_workspace`.
    """
    borrow = caller().borrow
    return open_workspace(path, create=create) if borrow is None else nullcontext(borrow(Path(path)))


def owner_of(path: Path | str) -> Owner | None:
    """The process that has the workspace in folder ``path`` open, or None."""
    from factcheck.workspace import read_owner

    return read_owner(path)
