"""Opening a workspace for a use case; the one door the commands and the server go through."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.settings import load

if TYPE_CHECKING:
    from factcheck.workspace import Workspace


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
