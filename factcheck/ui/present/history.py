"""What was done to a claim, as lines of a list: corrections and events."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Event, EventKind
from factcheck.pipeline import correct
from factcheck.ui import words
from factcheck.ui.present.chips import Data, reason_words
from factcheck.ui.safe import link, shortened


def correction(made: Event) -> list[str]:
    """What a correction changed, one text a field: ``Value: 14 → 41``."""
    return [
        f"{words.FIELDS.get(one.field, one.field)}: {_shown(one.field, one.before)} → {_shown(one.field, one.after)}"
        for one in correct.changes(made)
    ]


def _shown(field: str, value: str) -> str:
    names = {"bound": correct.BOUNDS, "role": correct.ROLES}.get(field, {})
    return shortened(names.get(value, value), 90) or "nothing"


def corrections(history: Iterable[Event]) -> list[Data]:
    """The corrections of a claim that still hold, oldest first: what, by whom, when."""
    events = list(history)
    gone = _undone(events)
    return [
        {"what": "; ".join(correction(event)), "by": f"{event.person}, {words.moment(event.at)}"}
        for event in events
        if event.kind is EventKind.CORRECTION and event.id not in gone
    ]


def _undone(events: Iterable[Event]) -> set[str | None]:
    return {event.undoes for event in events if event.undoes}


_OF_NAMES = frozenset({EventKind.SAME_SPEAKER, EventKind.NOT_SAME_SPEAKER})


def subject_claim(made: Event) -> str | None:
    """The claim to open for an event: its subject, the first of a pair, or the one a document was seen with."""
    if made.kind in _OF_NAMES:
        return None
    if made.kind is EventKind.DETAILS:
        return made.payload.get("claim")
    return made.subject.split("|", 1)[0]


def event(made: Event, *, undone: bool) -> Data:
    label, glyph = words.decision_words(str(made.kind))
    payload = made.payload
    return {
        "id": made.id,
        "label": words.joined(label, str(payload.get("rating") or "") or None),
        "glyph": glyph,
        "when": words.moment(made.at),
        "person": made.person,
        "about": shortened(str(made.seen.get("text") or ""), 160) or made.subject,
        "detail": words.joined(
            reason_words(payload.get("reason")), str(payload.get("note") or "") or None, *correction(made)
        ),
        "claim": subject_claim(made),
        "voice": str(payload.get("of") or "") if made.kind in _OF_NAMES else None,
        "evidence": [
            {"url": link(str(one.get("url"))), "quotation": one.get("quotation") or None}
            for one in payload.get("evidence") or ()
        ],
        "undone": undone,
    }
