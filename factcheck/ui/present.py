"""The pipeline's views as the plain data that the components draw: pure, JSON-ready, no Streamlit.

Keys are short words that the components' scripts read. Source text goes through unchanged: the components set it as
text, never as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from factcheck.model import Document, Event, EventKind, Figure, RelationKind, Statement
from factcheck.pipeline import correct, wording
from factcheck.pipeline.decide import DISMISS_REASONS, FLAG_REASONS
from factcheck.pipeline.speakers import Said
from factcheck.pipeline.views import (
    Badge,
    ClaimView,
    Conflict,
    Decision,
    Hit,
    Ledger,
    LedgerRow,
    Queue,
    QueueItem,
)
from factcheck.ui import words
from factcheck.ui.safe import link, shortened

Data = dict[str, Any]


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


def badge(made: Badge) -> Data:
    glyph, tone = words.BADGE_TONES.get(made.kind, ("•", "plain"))
    label = made.label[:1].upper() + made.label[1:]
    return {"label": label, "help": made.help, "glyph": glyph, "tone": tone}


def decision(made: Decision) -> Data:
    """One decision as a chip: what, by whom, and whether the claim was corrected since."""
    label, glyph = words.decision_words(made.kind)
    rating = made.payload.get("rating")
    return {
        "label": str(rating) if rating else label,
        "glyph": glyph,
        "help": words.joined(
            f"{label} by {made.person or 'somebody'}, {words.moment(made.at)}",
            reason_words(made.payload.get("reason")),
            str(made.payload.get("note") or "") or None,
            "the claim was corrected afterwards" if made.stale else None,
        ),
        "stale": made.stale,
    }


def decisions(made: Iterable[Decision]) -> list[Data]:
    """Decisions as chips, those of one kind together: ``Superseded ×3``."""
    chips: dict[tuple[str, bool], list[Data]] = {}
    for one in made:
        drawn = decision(one)
        chips.setdefault((drawn["label"], drawn["stale"]), []).append(drawn)
    return [
        {
            **same[-1],
            "label": label if len(same) == 1 else f"{label} ×{len(same)}",
            "help": "\n".join(one["help"] for one in same),
        }
        for (label, _), same in chips.items()
    ]


def verdicts(made: Iterable[Decision]) -> list[Data]:
    """Each person's verdict, where more than one person gave one: side by side, none replaces another."""
    given = {one.person: one for one in made if one.kind == EventKind.VERDICT}
    if len(given) < 2:
        return []
    return [
        {
            "person": one.person,
            "rating": str(one.payload.get("rating")),
            "note": str(one.payload.get("note") or "") or None,
            "when": words.moment(one.at),
            "stale": one.stale,
        }
        for one in given.values()
    ]


def reason_words(reason: Any) -> str | None:
    """A reason of the closed list in its words; another one as it was kept."""
    return (
        FLAG_REASONS.get(reason) or DISMISS_REASONS.get(reason) or (str(reason).replace("_", " ") if reason else None)
    )


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


def relation(kind: Any, reason: str) -> Data:
    seen = words.look(kind)
    return {"label": seen.label, "glyph": seen.glyph, "tone": seen.tone, "reason": reason}


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


def row_key(made: LedgerRow, index: int, *, prefix: str = "") -> str:
    """What a row is picked by: the claim it is of, wherever the row stands; its place where it is of none."""
    return made.statement.claim_id or f"{prefix}{index}"


def row(made: LedgerRow, index: int, *, prefix: str = "") -> Data:
    statement = made.statement
    return {
        "key": row_key(made, index, prefix=prefix),
        "claim": statement.claim_id,
        "who": made.who,
        "voice": voice(statement),
        "body": made.body if made.body and made.body != made.who else None,
        "figure": made.as_written if made.figure else shortened(made.as_written, 70),
        "in_words": made.figure is None,
        "read": made.as_read if made.as_read != made.as_written else None,
        "when": made.when,
        "relation": relation(made.relation.relation, made.relation.reason),
        "copies": made.copies,
        "outlet": statement.outlet,
        "printed": words.short_day(statement.published_on),
        "title": statement.title,
        "url": link(statement.url),
        "quote": statement.claim.text,
        "later": made.later,
        "demonstration": statement.demonstration,
        "decision": decision(made.decision) if made.decision else None,
        "trail": [
            {"figure": earlier.as_written, "when": earlier.when, "outlet": earlier.statement.outlet}
            for earlier in made.trail
        ],
    }


def voice(statement: Statement) -> str | None:
    """The name that the speaker's page is found by; None for the paper's own words and those who keep it back."""
    speaker = statement.claim.speaker
    return speaker.name if speaker is not None and not speaker.anonymous else None


def claim_row(item: QueueItem, ledger: Ledger) -> Data:
    """The claim at hand as the first row of the table, so that everything else reads against it."""
    figure = ledger.figure
    return {
        "who": item.speaker,
        "voice": voice(item.statement),
        "figure": figure.text if figure else item.as_written,
        "read": item.as_read,
        "when": item.as_of,
        "outlet": item.statement.outlet,
    }


def ledger(view: ClaimView, shown: Ledger, *, picked: str | None) -> Data:
    """One figure's ledger: its sentence first, the rows, what only looks like a conflict, what was searched."""
    rows = [row(made, n) for n, made in enumerate(shown.rows)]
    return {
        "claim": view.item.claim_id,
        "self": claim_row(view.item, shown),
        "rows": [made for made in rows if not made["later"]],
        "later": [made for made in rows if made["later"]],
        "lookalikes": [row(made, n, prefix="l") for n, made in enumerate(shown.look_alikes)],
        "official": [
            {
                "who": made.official.source,
                "figure": str(made.relation.facts.get("as_read_b", made.official.value)),
                "what": words.joined(made.official.indicator, made.official.entity),
                "cell": made.official.cell,
                "query": made.query,
                "relation": relation(made.relation.relation, made.relation.reason),
            }
            for made in shown.official
        ],
        "searched": searched(shown.searched, shown.up_to, "figure"),
        "picked": picked,
    }


def searched(number: int, up_to: Any, one: str) -> str:
    """``Compared with 214 figures, up to 12 May 2031``."""
    return f"Searched {words.count(number, one)}" + (f" up to {words.day(up_to)}" if up_to else "")


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


def _pieces(text: str, spans: Sequence[tuple[str, tuple[int, int]]]) -> list[Data]:
    """``text`` cut into runs, the differing ones with their kind; overlapping or impossible spans are left out."""
    made: list[Data] = []
    at = 0
    for kind, (start, end) in sorted(spans, key=lambda span: span[1]):
        if start < at or end > len(text) or end <= start:
            continue
        made += [{"text": text[at:start], "kind": None}, {"text": text[start:end], "kind": kind}]
        at = end
    made.append({"text": text[at:], "kind": None})
    return [piece for piece in made if piece["text"]]


_LONGEST_MARK = 48


def _weight(kind: str, ours: tuple[int, int] | None, theirs: tuple[int, int] | None) -> str:
    """``kind`` where one thing stands against another; "words" for what one side adds, or a run too long to show."""
    if kind == "negation":
        return kind
    if ours is None or theirs is None or max(ours[1] - ours[0], theirs[1] - theirs[0]) > _LONGEST_MARK:
        return "words"
    return kind


Differing = Sequence[tuple[str, tuple[int, int] | None, tuple[int, int] | None]]


def side_by_side(ours: str, theirs: str, differing: Differing) -> tuple[list[Data], list[Data]]:
    """Two texts as runs, with the parts that differ marked by kind in both."""
    return (
        _pieces(ours, [(_weight(kind, mine, yours), mine) for kind, mine, yours in differing if mine]),
        _pieces(theirs, [(_weight(kind, mine, yours), yours) for kind, mine, yours in differing if yours]),
    )


def hit(found: Hit, ours: str | None) -> Data:
    """One earlier claim beside ours, with the parts that differ.

    ``ours`` is None on the search page: a question is no sentence, so only what it names can differ there, not words.
    """
    ours_cut = [(_weight(kind, mine, yours), mine) for kind, mine, yours in found.differing if mine]
    theirs_cut = [(_weight(kind, mine, yours), yours) for kind, mine, yours in found.differing if yours]
    if ours is None:
        theirs_cut = [(kind, span) for kind, span in theirs_cut if kind != "words"]
    return {
        "id": found.claim_id,
        "rank": found.rank,
        "ours": _pieces(ours, ours_cut) if ours is not None else None,
        "theirs": _pieces(found.text, theirs_cut),
        "differs": sorted({kind for kind, _, _ in found.differing}),
        "relation": relation(found.relation.relation, found.relation.reason),
        "who": words.joined(found.speaker, found.outlet, words.short_day(found.date)),
        "verdict": found.verdict,
        "url": link(found.url),
        "open": found.claim_id if found.document_id else None,
        "score": f"{found.score:.2f}",
        "parts": score_words(found.score_parts),
        "matched": found.matched.get("text") if found.matched.get("field") not in (None, "claim", "text") else None,
        "demonstration": found.demonstration,
        "decision": decision(found.decision) if found.decision else None,
    }


def related(hits: Iterable[Hit]) -> list[Hit]:
    """Hits that speak of the same matter; the others share words only."""
    return [found for found in hits if found.relation.relation is not RelationKind.UNRELATED]


def score_words(score_parts: Mapping[str, float]) -> str:
    """``meaning 0.97 · words 0.84``: the parts of a score in its own words, strongest first."""
    ordered = sorted(score_parts.items(), key=lambda part: -part[1])
    return " · ".join(f"{name.replace('_', ' ')} {value:.2f}" for name, value in ordered)


def conflict(made: Conflict) -> Data:
    """One conflict: both sides, the earlier first, why, what was decided, and what to ask the press office."""

    def side(statement: Statement, claim_id: str, figure: Figure | None) -> Data:
        return {
            "id": claim_id,
            "text": statement.claim.text,
            "figure": figure.text if figure is not None else None,
            "who": wording.who(statement),
            "voice": voice(statement),
            "body": _other_body(statement),
            "where": words.joined(statement.outlet, wording.when(statement, figure)),
        }

    sides = [(made.a, made.claim_a, made.relation.a), (made.b, made.claim_b, made.relation.b)]
    sides.sort(key=lambda one: (wording.on(one[0], one[2]) or date.max, one[1]))
    return {
        "pair": f"{made.claim_a}|{made.claim_b}",
        "a": side(*sides[0]),
        "b": side(*sides[1]),
        "relation": relation(made.relation.relation, made.relation.reason),
        "copies": len(made.copies),
        "decision": decision(made.decision) if made.decision else None,
        "event": made.decision.event_id if made.decision else None,
        "question": wording.question(made),
        "demonstration": made.a.demonstration or made.b.demonstration,
    }


def _other_body(statement: Statement) -> str | None:
    body = wording.body(statement)
    return body if body != wording.who(statement) else None


def said(made: Said) -> Data:
    """One line of what a voice said."""
    statement = made.statement
    return {
        "claim": statement.claim_id,
        "text": statement.claim.text,
        "when": made.when,
        "named": made.named,
        "figures": [
            {"written": written, "read": read if read.casefold() != written.casefold() else None}
            for written, read in made.figures
        ],
        "where": words.joined(statement.outlet, words.short_day(statement.published_on)),
        "demonstration": statement.demonstration,
    }


_OF_NAMES = frozenset({EventKind.SAME_SPEAKER, EventKind.NOT_SAME_SPEAKER})


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
        "claim": made.subject.split("|", 1)[0] if made.kind not in _OF_NAMES else None,
        "voice": str(payload.get("of") or "") if made.kind in _OF_NAMES else None,
        "evidence": [
            {"url": link(str(one.get("url"))), "quotation": one.get("quotation") or None}
            for one in payload.get("evidence") or ()
        ],
        "undone": undone,
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
