"""Answers that stay right until something in the workspace changes, kept in this process alone."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

T = TypeVar("T")
LIMIT = 5_000

_kept: WeakKeyDictionary[Workspace, tuple[object, dict[Hashable, Any]]] = WeakKeyDictionary()
_lock = Lock()


def remembered(workspace: Workspace, key: Hashable, make: Callable[[], T]) -> T:
    """What ``make`` gave for ``key`` since the last change of the workspace; made now where it wasn't."""
    stamp = workspace.store.stamp()
    with _lock:
        then, answers = _kept.get(workspace, (None, {}))
        if then != stamp or len(answers) > LIMIT:
            answers = {}
            _kept[workspace] = (stamp, answers)
        if key in answers:
            found: T = answers[key]
            return found
    made = make()
    with _lock:
        if _kept.get(workspace, (None, {}))[0] == stamp:
            answers[key] = made
    return made
