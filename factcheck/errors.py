"""The errors a person can meet, each with what was wrong and what to do.

Every kind is also a standard error, so that code which knows nothing of this package can still catch it. The
command line and the API print :func:`str` of one, which is a single line; nobody sees a traceback for bad input.
"""

from __future__ import annotations

from pathlib import Path


class FactcheckError(Exception):
    """Base of all errors this package raises on purpose.

    Attributes:
        problem: what was wrong, without a final full stop.
        remedy: what the person can do about it, or None.
    """

    def __init__(self, problem: str, *, remedy: str | None = None) -> None:
        self.problem = one_line(problem)
        self.remedy = one_line(remedy) if remedy else None
        super().__init__(f"{self.problem}. {self.remedy}" if self.remedy else self.problem)


class IntakeError(FactcheckError, ValueError):
    """A file or text that can't be read as a document.

    Attributes:
        path: where it came from, or None for pasted text.
    """

    def __init__(self, problem: str, *, path: Path | str | None = None, remedy: str | None = None) -> None:
        self.path = path
        super().__init__(f"{path}: {problem}" if path is not None else problem, remedy=remedy)


class UsageError(FactcheckError, ValueError):
    """A command, option or request that makes no sense as given. The command line exits with 2."""


class ModelError(FactcheckError, RuntimeError):
    """An embedding or language model that is missing, altered, or not the one that made the stored vectors."""


class StoreError(FactcheckError, RuntimeError):
    """The store can't be opened, is damaged, or was written by a newer version."""


class WorkspaceBusyError(FactcheckError, RuntimeError):
    """Another process owns the workspace.

    Attributes:
        owner: address or process of the owner as its lock names it, or None.
    """

    def __init__(self, problem: str, *, owner: str | None = None, remedy: str | None = None) -> None:
        self.owner = owner
        super().__init__(problem, remedy=remedy)


class NotFoundError(FactcheckError, LookupError):
    """A document, claim or decision that the workspace does not hold."""


class StaleError(FactcheckError, RuntimeError):
    """What an action is about is no longer as the person saw it; nothing was done."""


class CacheError(FactcheckError, RuntimeError):
    """A saved index that does not fit the store and could not be rebuilt."""


def one_line(text: str) -> str:
    """``text`` with every run of white space and control characters made one space."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
