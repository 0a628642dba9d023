"""Answers that stay right until something in the workspace changes, kept in this process alone.

Two kinds: what follows from the content alone (documents, claims, earlier claims), which a decision doesn't touch, and
what also tells what people have decided.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

T = TypeVar("T")
LIMIT = 20_000
"""Answers kept of one workspace and kind before all are forgotten."""


@dataclass(slots=True)
class _Kept:
    stamp: int
    answers: dict[Hashable, Any] = field(default_factory=dict)


_kept: WeakKeyDictionary[Workspace, dict[bool, _Kept]] = WeakKeyDictionary()
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


def _of(workspace: Workspace, content: bool, stamp: int) -> _Kept:
    both = _kept.setdefault(workspace, {})
    kept = both.get(content)
    if kept is None or kept.stamp != stamp or len(kept.answers) >= LIMIT:
        kept = both[content] = _Kept(stamp)
    return kept
