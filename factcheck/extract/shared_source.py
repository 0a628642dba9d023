"""Takes out of what is said the telling that goes on: "he said A, adding B", "she said A and warned B".

It stands apart because the parser hangs the second cue on the last verb before it, which is what was said, so that B
comes out as a part of A, and its source as whoever A speaks of. Which verbs go on with the telling was chosen by how
often annotated news has them so: nearly always for a participle with a clause of its own, two times in three for a
verb joined by "and" or "but" in the tense of the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.extract.arcs import Draft, trim
from factcheck.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from factcheck.extract.quoted import Quoted

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_TOLD = frozenset("CDOAPRX-")
"""Frames whose content can be followed by more of the telling."""
_AGAINST = "while"
"""The word that sets one's words against another's: "A said this, while B said that"."""


def taken_apart(doc: Doc, found: Sequence[Draft], outer: Sequence[int | None], quoted: Quoted) -> bool:
    """Cuts what goes on with the telling out of the spans of the draft it stands in, and gives it that draft's source.

    Args:
        found: the drafts, their spans final; changed in place.
        outer: for each draft the position of the one whose spans hold it, or None.

    Returns:
        Whether anything was changed, so that ``outer`` no longer holds.
    """
    changed = False
    for draft, position in zip(found, outer, strict=True):
        if position is None or quoted.at(doc[draft.head].idx) is not None:
            continue
        telling = found[position]
        first = _begins(doc, draft, telling)
        if first is None:
            continue
        cut = doc[first].idx
        last = doc[draft.head].right_edge
        spans = [part for span in telling.spans for part in _without(span, cut, last.idx + len(last))]
        kept = [t for t in (trim(quoted.text, s, e) for s, e in spans) if t is not None]
        if not kept:
            continue
        telling.spans = kept
        changed = True
        if not _has_subject(doc[draft.head]) and draft.stance is not Stance.ASKS:
            draft.source, draft.source_head = telling.source, telling.source_head
    return changed


def _without(span: tuple[int, int], start: int, end: int) -> list[tuple[int, int]]:
    return [(s, e) for s, e in ((span[0], min(span[1], start)), (max(span[0], end), span[1])) if s < e]


def _begins(doc: Doc, draft: Draft, telling: Draft) -> int | None:
    """The first token of what goes on with ``telling``; None where ``draft`` is a part of its content."""
    verb, said = doc[draft.head], doc[telling.head]
    if draft.frame not in ("C", "D") or draft.belief or telling.belief or telling.frame not in _TOLD:
        return None
    if verb.i < said.i or verb.head.i == said.i:
        return None
    own = _has_subject(verb)
    if verb.dep_ == "advcl":
        first = verb.left_edge.i
        if verb.tag_ == "VBG" and not own:
            return first
        if verb.tag_ == "VBN" and draft.stance is Stance.ASKS:
            return first
        against = own and any(c.dep_ == "mark" and c.lower_ == _AGAINST for c in verb.lefts)
        return first if against else None
    if verb.dep_ == "conj" and not own and verb.tag_ in ("VBD", "VBG") and verb.tag_ == said.tag_:
        before = draft.cue[0] - 1
        return before if doc[before].dep_ == "cc" else draft.cue[0]
    return None


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)
