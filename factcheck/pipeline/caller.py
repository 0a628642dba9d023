"""On whose behalf a use case runs: where input comes from, where output goes, which open workspaces it may borrow.

Usually it is the process itself. Where one process owns a workspace and does the commands of others for them, each
of those runs in a context of its own with another :class:`Caller`, and nothing else has to know.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

if TYPE_CHECKING:
    from factcheck.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asked.

    Attributes:
        input: what ``-`` reads.
        out, err: what is printed to; writing raises BrokenPipeError where nobody reads any more.
        columns: width of the terminal, in characters.
        gone: whether nobody waits any more; asked between the steps of long work.
        borrow: the open workspace of a folder; None where each command opens its own.
    """

    input: BinaryIO
    out: TextIO
    err: TextIO
    columns: int
    gone: Callable[[], bool] = lambda: False
    borrow: Callable[[Path], Workspace] | None = None


_CALLER: ContextVar[Caller | None] = ContextVar("caller", default=None)


def caller() -> Caller:
    """The caller of this context; this process's own streams where nobody else asked."""
    return _CALLER.get() or Caller(
        sys.stdin.buffer, sys.stdout, sys.stderr, shutil.get_terminal_size((120, 24)).columns
    )


@contextmanager
def on_behalf_of(other: Caller) -> Iterator[None]:
    """Within it, and in this thread or task alone, ``other`` is the caller."""
    token = _CALLER.set(other)
    try:
        yield
    finally:
        _CALLER.reset(token)
