"""Answers that stay right until something in the workspace changes, kept in this process alone.

Three kinds: what follows from the content alone (documents, claims, earlier claims), which a decision doesn't touch;
what also tells what people have decided; and what follows from single rows, whose numbers name one content and are
never given twice, so that it stays right for ever and a correction recomputes nothing but what it touches.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

T = TypeVar("T")
LIMIT = 20_000
"""Answers kept of one workspace and kind before all are forgotten."""
ROWS_LIMIT = 60_000
"""Answers about rows kept of one workspace; the one not asked for the longest goes first."""


@dataclass(slots=True)
class _Kept:
    stamp: int
    answers: dict[Hashable, Any] = field(default_factory=dict)


_kept: WeakKeyDictionary[Workspace, dict[bool, _Kept]] = WeakKeyDictionary()
_of_rows: WeakKeyDictionary[Workspace, OrderedDict[Hashable, Any]] = WeakKeyDictionary()
_lock = Lock()


def remembered(workspace: Workspace, key: Hashable, make: Callable[[], T], *, content: bool = False) -> T:
    """What ``make`` gave for ``key`` since the last change; made now where it wasn't.

    Args:
        content: the answer follows from the content alone, so that a decision doesn't make it wrong.
    """
    stamp = workspace.store.change_number() if content else workspace.store.stamp()
    with _lock:
        kept = _of(workspace, content, stamp)
        if key in kept.answers:
            found: T = kept.answers[key]
            return found
    made = make()
    with _lock:
        if _kept.get(workspace, {}).get(content) is kept:
            kept.answers[key] = made
    return made


def of_rows(workspace: Workspace, key: Hashable, make: Callable[[], T]) -> T:
    """What ``make`` gave for ``key`` before; made now where it wasn't.

    Args:
        key: holds the row number of everything that the answer follows from.
    """
    missing = object()
    with _lock:
        answers = _of_rows.setdefault(workspace, OrderedDict())
        found = answers.get(key, missing)
        if found is not missing:
            answers.move_to_end(key)
            known: T = found
            return known
    made = make()
    with _lock:
        answers[key] = made
        while len(answers) > ROWS_LIMIT:
            answers.popitem(last=False)
    return made


def of_many_rows(
    workspace: Workspace, kind: str, rows: Sequence[int], make: Callable[[Sequence[int]], Mapping[int, T]]
) -> dict[int, T]:
    """What ``make`` gave for each of ``rows``; asked once, for all that are missing. Rows it gives nothing for are left
    out, and asked for again the next time.
    """
    with _lock:
        answers = _of_rows.setdefault(workspace, OrderedDict())
        found: dict[int, T] = {row: answers[kind, row] for row in rows if (kind, row) in answers}
        for row in found:
            answers.move_to_end((kind, row))
    missing = [row for row in dict.fromkeys(rows) if row not in found]
    made = make(missing) if missing else {}
    with _lock:
        answers.update({(kind, row): answer for row, answer in made.items()})
        while len(answers) > ROWS_LIMIT:
            answers.popitem(last=False)
    return {row: answer for row in rows if (answer := found.get(row, made.get(row))) is not None}


def forget(workspace: Workspace) -> None:
    """Forget every answer, as a newly opened workspace has none; for measuring."""
    with _lock:
        _kept.pop(workspace, None)
        _of_rows.pop(workspace, None)


def _of(workspace: Workspace, content: bool, stamp: int) -> _Kept:
    both = _kept.setdefault(workspace, {})
    kept = both.get(content)
    if kept is None or kept.stamp != stamp or len(kept.answers) >= LIMIT:
        kept = both[content] = _Kept(stamp)
    return kept
