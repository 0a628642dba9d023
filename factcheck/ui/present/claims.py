"""The claims of an article: the queue, the marks in the text, the head of the one at hand."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Document, Statement
from factcheck.pipeline.views import ClaimView, Ledger, Queue, QueueItem
from factcheck.ui import words
from factcheck.ui.present.chips import Data, badge, decisions
from factcheck.ui.present.history import corrections
from factcheck.ui.safe import link, shortened


def mark_tone(item: QueueItem) -> str:
    """The tone of a claim's mark in the article: the strongest thing that stands against it."""
    if not item.checkable:
        return "folded"
    kinds = {badge.kind for badge in item.badges}
    if item.conflicts or kinds & {"conflict", "changed_position", "inside"}:
        return "conflict"
    if item.disputed or "disputed" in kinds:
        return "disputed"
    if "update" in kinds:
        return "update"
    return "plain"


def queue_item(item: QueueItem) -> Data:
    claim = item.statement.claim
    return {
        "id": item.claim_id,
        "speaker": item.speaker,
        "figure": item.as_written,
        "read": item.as_read if item.as_read and item.as_read != item.as_written else None,
        "text": shortened(claim.text, 150),
        "when": item.as_of,
        "why": item.why,
        "tone": mark_tone(item),
        "badges": [{**badge(b), "short": b.kind == "red_flag"} for b in item.badges],
        "decisions": decisions(item.decisions),
    }


def queue(shown: Queue, *, current: str | None) -> Data:
    return {
        "current": current,
        "items": [queue_item(item) for item in shown.items],
        "folded": [queue_item(item) for item in shown.folded],
    }


def marks(items: Iterable[QueueItem]) -> list[Data]:
    """Where each claim stands in its document's text: half-open code points, in the order of the text."""
    made = [
        {
            "id": item.claim_id,
            "start": item.statement.claim.start,
            "end": item.statement.claim.end,
            "tone": mark_tone(item),
            "done": bool(item.decisions),
            "label": words.joined(item.speaker, item.as_read, item.why),
        }
        for item in items
    ]
    return sorted(made, key=lambda mark: (mark["start"], -mark["end"]))


def parts(statement: Statement) -> list[Data]:
    """The spans within a claim that the article shows apart when it is the current one: who, the cue, the figures."""
    claim = statement.claim
    found = [{"start": figure.start, "end": figure.end, "kind": "figure"} for figure in claim.figures]
    if claim.speaker:
        found.append({"start": claim.speaker.start, "end": claim.speaker.end, "kind": "speaker"})
    if claim.cue:
        found.append({"start": claim.cue.start, "end": claim.cue.end, "kind": "cue"})
    return sorted(found, key=lambda part: (part["start"], part["end"]))


def article(view: ClaimView, shown: Queue) -> Data:
    document = view.document
    return {
        "id": document.id,
        "text": document.text,
        "title": document.title,
        "byline": words.joined(document.outlet, words.day(document.published_on), document.author),
        "url": link(document.url),
        "demonstration": document.demonstration,
        "current": view.item.claim_id,
        "marks": marks((*shown.items, *shown.folded)),
        "parts": parts(view.statement),
    }


def claim_head(view: ClaimView, shown: Ledger, *, quoted: bool = True) -> Data:
    """The sentence to read first, the claim in its own words, and what is known or decided of it.

    ``quoted`` is false where the article stands beside it with the claim marked, and rows repeat who said it.
    """
    item, claim = view.item, view.statement.claim
    return {
        "id": item.claim_id,
        "summary": shown.summary,
        "facts": not shown.rows,
        "quoted": quoted or not shown.rows,
        "text": claim.text,
        "restated": claim.restated if claim.restated and claim.restated != claim.text else None,
        "speaker": item.speaker,
        "figure": item.as_written,
        "read": item.as_read,
        "when": item.as_of,
        "via": claim.via,
        "badges": [badge(b) for b in item.badges] if quoted else [],
        "flags": [flag[:1].upper() + flag[1:] for flag in view.red_flags],
        "decisions": decisions(item.decisions),
        "corrected": corrections(view.history),
        "demonstration": view.statement.demonstration,
    }


def provisional(items: Iterable[QueueItem]) -> list[Data]:
    """Claims of a text that is still being read, as lines of a list."""
    return [queue_item(item) for item in items]


def being_read(document: Document, items: Iterable[QueueItem], current: str | None) -> Data:
    """A text that is still being read, with what was found in it so far."""
    found = list(items)
    chosen = next((item.statement for item in found if item.claim_id == current), None)
    return {
        "id": "reading",
        "text": document.text,
        "title": document.title,
        "byline": words.joined(document.outlet, words.day(document.published_on), document.author),
        "url": link(document.url),
        "demonstration": document.demonstration,
        "current": current,
        "marks": marks(found),
        "parts": parts(chosen) if chosen is not None else [],
        "reading": True,
    }
