"""An earlier claim beside another text, with the parts that differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.model import RelationKind
from factcheck.pipeline.views import Hit
from factcheck.ui import words
from factcheck.ui.present.chips import Data, decision, relation
from factcheck.ui.safe import link

Differing = Sequence[tuple[str, tuple[int, int] | None, tuple[int, int] | None]]


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
