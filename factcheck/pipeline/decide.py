"""What a person decides, kept as events that are only ever added. Nothing here decides anything by itself."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from factcheck.errors import UsageError
from factcheck.extract import numberless
from factcheck.model import Event, EventKind
from factcheck.pipeline import correct, details, speakers
from factcheck.pipeline.mark import marked
from factcheck.pipeline.memo import remembered
from factcheck.pipeline.views import Decision

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

FLAG_REASONS = {
    "same_thing": "Same thing, same time, another number",
    "bound_lost": "A bound, range or caveat was lost",
    "scope": "Scope or population was changed",
    "wrong_speaker": "Given to the wrong speaker",
    "quotation": "The quotation was altered",
    "denied": "The speaker denies it",
    "other": "Something else: see the note",
}

"""Why two claims conflict."""

DISMISS_REASONS = {
    "different_measure": "Different measure: not the same thing is counted",
    "different_scope": "Another place, population or part",
    "different_period": "Another time",
    "update": "A later count of the same thing",
    "same_value": "The same value, written another way",
    "misread": "The program misread one of them",
    "other": "Something else: see the note",
}
"""Why two claims only look like a conflict."""


DECISIONS = frozenset(
    {
        EventKind.VERDICT,
        EventKind.FLAG,
        EventKind.SAME_CLAIM,
        EventKind.NOT_SAME_CLAIM,
        EventKind.SUPERSEDED,
        EventKind.DISMISSED,
        EventKind.PARKED,
        EventKind.NOTE,
    }
)
"""What :func:`decide` takes; a claim is added, dropped and taken back by functions of their own."""


def pair(claim_a: str, claim_b: str) -> str:
    """The subject of a decision over two claims, the same whichever comes first."""
    return "|".join(sorted((claim_a, claim_b)))


def decide(
    workspace: Workspace,
    *,
    kind: EventKind,
    subject: str,
    person: str,
    payload: Mapping[str, Any] | None = None,
    seen: Mapping[str, Any] | None = None,
) -> Event:
    """Keep one decision.

    Args:
        subject: the id of a claim, of this workspace or imported, or :func:`pair` of two.
        seen: what was on the screen, so that the decision can show it is stale.

    Raises:
        NotFoundError: a claim of the subject is not in the workspace.
        UsageError: a verdict without a rating, a flag or dismissal with a reason that is not in the list, no person,
            or a kind or subject that no decision has.
    """
    payload = payload or {}
    if not person.strip():
        raise UsageError("a decision needs a name", remedy="Say who you are in the settings at the top right")
    if kind is EventKind.VERDICT and payload.get("rating") not in ratings(workspace):
        raise UsageError(f"the verdict must be one of {', '.join(ratings(workspace))}")
    if kind is EventKind.FLAG and payload.get("reason") not in FLAG_REASONS:
        raise UsageError(f"the reason must be one of {', '.join(FLAG_REASONS)}")
    if kind is EventKind.DISMISSED and payload.get("reason") not in DISMISS_REASONS:
        raise UsageError(f"the reason must be one of {', '.join(DISMISS_REASONS)}")
    if kind not in DECISIONS:
        raise UsageError(f"{kind} is no decision of its own")
    claims = subject.split("|")
    if len(claims) > 2 or len(set(claims)) != len(claims):
        raise UsageError("a decision is on one claim, or on two different ones")
    for claim_id in claims:
        if not workspace.store.earlier([claim_id]):
            workspace.store.statement(claim_id)
    return workspace.store.append_event(_event(kind, subject, person, payload, seen or {}))


def undo(workspace: Workspace, event_id: str, *, person: str) -> Event:
    """Take one decision back; the event stays, and so does this one.

    Raises:
        NotFoundError: there is no such event.
        UsageError: it was undone already, or is itself an undo.
    """
    event, holds = workspace.store.event(event_id)
    if event.kind is EventKind.UNDO:
        raise UsageError("an undo can’t be undone", remedy="Decide again instead")
    if not holds:
        raise UsageError("that was undone already")
    made = _event(EventKind.UNDO, event.subject, person, {"kind": str(event.kind)}, {}, undoes=event_id)
    if event.kind is EventKind.CLAIM_DROPPED:
        workspace.store.restore_claim(event.subject, event=made)
    elif event.kind is EventKind.CLAIM_ADDED:
        workspace.store.drop_claim(event.subject, event=made)
    elif event.kind is EventKind.CORRECTION:
        correct.undo(workspace, event, made)
    elif event.kind is EventKind.DETAILS:
        details.undo(workspace, event, made)
    elif event.kind in (EventKind.SAME_SPEAKER, EventKind.NOT_SAME_SPEAKER):
        workspace.store.append_naming(made, speakers.touched(workspace, event))
    else:
        workspace.store.append_event(made)
    return made


def drop_claim(workspace: Workspace, claim_id: str, *, person: str) -> Event:
    """Take a wrong claim out of the lists; undo brings it back.

    Raises:
        NotFoundError: there is no such claim.
    """
    statement = workspace.store.statement(claim_id)
    event = _event(EventKind.CLAIM_DROPPED, claim_id, person, {}, {"text": statement.claim.text})
    workspace.store.drop_claim(claim_id, event=event)
    return event


def add_claim(workspace: Workspace, document_id: str, start: int, end: int, *, person: str) -> str:
    """Keep a claim that the program missed and a person marked, ``text[start:end]`` of the document; its id.

    What the passage holds (figures, speaker) is read as in any other text.

    Raises:
        NotFoundError: there is no such document.
        UsageError: the passage is empty or lies outside the text.
    """
    document = workspace.store.document(document_id)
    claim = marked(document, start, end)
    bare = numberless(claim)
    vectors = workspace.encoder.encode([claim.restated or claim.text, bare])
    event = _event(EventKind.CLAIM_ADDED, "", person, {"document": document_id}, {"text": claim.text})
    return workspace.store.add_claim(
        document_id,
        claim,
        numberless=bare,
        claim_vector=vectors[0],
        numberless_vector=vectors[1],
        model=workspace.encoder.identity,
        event=event,
    )


def decisions(workspace: Workspace, subject: str | None = None) -> list[Decision]:
    """What stands now, oldest first: each person's latest of each kind on each subject, none undone."""
    kept = workspace.store.decisions(subject)
    return [
        Decision(
            event_id=one.event.id,
            at=one.event.at,
            person=one.event.person,
            kind=str(one.event.kind),
            subject=one.event.subject,
            payload=one.event.payload,
            stale=one.stale,
        )
        for one in kept
    ]


def by_subject(workspace: Workspace) -> Mapping[str, list[Decision]]:
    """All standing decisions by their subject."""

    def make() -> dict[str, list[Decision]]:
        found: dict[str, list[Decision]] = {}
        for one in decisions(workspace):
            found.setdefault(one.subject, []).append(one)
        return found

    return remembered(workspace, "decisions", make)


def by_claim(workspace: Workspace) -> Mapping[str, list[Decision]]:
    """All standing decisions by each claim they are on, oldest first."""

    def make() -> dict[str, list[Decision]]:
        found: dict[str, list[Decision]] = {}
        for one in sorted((one for each in by_subject(workspace).values() for one in each), key=lambda one: one.at):
            for claim_id in one.subject.split("|"):
                found.setdefault(claim_id, []).append(one)
        return found

    return remembered(workspace, "decisions by claim", make)


def on_pair(workspace: Workspace, claim_a: str, claim_b: str) -> list[Decision]:
    """What stands on two claims together, oldest first."""
    return by_subject(workspace).get(pair(claim_a, claim_b), [])


def on_claim(workspace: Workspace, claim_id: str) -> list[Decision]:
    """What stands on a claim, alone or with another one, oldest first."""
    return by_claim(workspace).get(claim_id, [])


def recent(workspace: Workspace, limit: int = 50) -> list[Event]:
    """The latest events, newest first."""
    return workspace.store.recent_events(limit)


def latest(workspace: Workspace, *, person: str) -> Event | None:
    """What this person did last of what still holds."""
    return workspace.store.latest_of(person.strip())


def ratings(workspace: Workspace) -> tuple[str, ...]:
    """The rating scale of this workspace's settings, best first."""
    return workspace.settings.rating_scale


def _event(
    kind: EventKind,
    subject: str,
    person: str,
    payload: Mapping[str, Any],
    seen: Mapping[str, Any],
    *,
    undoes: str | None = None,
) -> Event:
    return Event(
        id=uuid.uuid4().hex,
        at=datetime.now(UTC),
        person=person.strip(),
        kind=kind,
        subject=subject,
        payload=dict(payload),
        seen=dict(seen),
        undoes=undoes,
    )
