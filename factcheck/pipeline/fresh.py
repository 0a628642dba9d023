"""An action lands on what the person saw, or on nothing.

Between the drawing of a screen and the key that is pressed, another person, another tab or a newer version of the
article may have changed the claim. So every action carries what it was drawn with, and here that is held against what
stands now, under one lock for the workspace, so that nothing changes between the look and the act.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock, RLock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from factcheck.errors import StaleError
from factcheck.model import EventKind
from factcheck.pipeline import speakers

if TYPE_CHECKING:
    from factcheck.model import Claim, Event, Statement
    from factcheck.pipeline.views import Hit
    from factcheck.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Seen:
    """A claim as it was on the screen; ``claim`` is None where only its text was."""

    claim_id: str
    text: str
    claim: Claim | None = None


def statement(shown: Statement) -> Seen:
    """A claim of the workspace that was shown whole."""
    return Seen(shown.claim_id or "", shown.claim.text, shown.claim)


def hit(shown: Hit) -> Seen:
    """An earlier claim, of the workspace or imported, of which the text was shown."""
    return Seen(shown.claim_id, shown.text)


@contextmanager
def as_seen(workspace: Workspace, *seen: Seen) -> Iterator[None]:
    """Everything inside is done while each of ``seen`` still is what the screen showed.

    Raises:
        StaleError: one was changed, dropped, or went over to a newer version of its article.
        NotFoundError: one isn't there any more.
    """
    with _lock_of(workspace):
        for one in seen:
            _expect(workspace, one)
        yield


def _expect(workspace: Workspace, seen: Seen) -> None:
    store = workspace.store
    if imported := store.earlier([seen.claim_id]):
        if imported[0].claim != seen.text:
            raise _stale("that earlier claim was imported anew with other words")
        return
    if store.claim_record(seen.claim_id).dropped:
        raise _stale(_by(workspace, seen.claim_id, EventKind.CLAIM_DROPPED, "dropped"))
    now = store.statement(seen.claim_id)
    named = speakers.renamed(now, speakers.joined_names(workspace))
    if now.claim.text == seen.text and (seen.claim is None or seen.claim in (now.claim, named.claim)):
        return
    if seen.claim is not None and now.claim.text == seen.text and now.claim.start != seen.claim.start:
        raise _stale("a newer version of this article came in, and the claim went over to it")
    raise _stale(_by(workspace, seen.claim_id, EventKind.CORRECTION, "changed"))


def _stale(problem: str) -> StaleError:
    return StaleError(problem, remedy="Nothing was done; it is shown as it stands now")


def _by(workspace: Workspace, claim_id: str, kind: EventKind, what: str) -> str:
    """Who did it, as far as the events tell: the latest of this kind, or what took one back."""
    found: list[Event] = [one for one in workspace.store.events(claim_id) if one.kind in (kind, EventKind.UNDO)]
    who = f" by {found[-1].person}" if found else ""
    return f"this claim was {what}{who} after your screen was drawn"


_locks: WeakKeyDictionary[Workspace, RLock] = WeakKeyDictionary()
_guard = Lock()


def _lock_of(workspace: Workspace) -> RLock:
    with _guard:
        return _locks.setdefault(workspace, RLock())


__all__ = ["Seen", "as_seen", "hit", "statement"]
