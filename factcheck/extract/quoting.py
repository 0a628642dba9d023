"""Joins quotations to the cues that bring them: before, after, between two halves, or with no cue of their own.

It stands apart from the frames of the parse because a parse of quoted speech is often wrong (several sentences
inside, fragments, marks in odd places), while the order of marks and words on the page is not: a quotation belongs to
the cue of the words beside it in its paragraph, and where there are none, to whoever spoke the one before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.extract import cues_en as en
from factcheck.extract.frames import Draft, noun_phrase, trim
from factcheck.extract.quotes import Quotation, paragraphs, quotations
from factcheck.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_UTTERANCE_WORDS = 4
_LOOK_AHEAD = 45
_SENTENCE_ENDS = frozenset(".?!…")
_SENTENCE_END = re.compile(
    rf"(?<!\b[A-Z])(?<!\b(?:{'|'.join(w for w in sorted(en.ABBREVIATIONS) if len(w) == 2)}))"
    rf"(?<!\b(?:{'|'.join(w for w in sorted(en.ABBREVIATIONS) if len(w) == 3)}))[.?!](?=[\"'”’)\]]*(?:\s|$))"
)


class Quoted:
    """The quotations of one document, and which tokens lie in which."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all: list[Quotation] = quotations(text)
        self.paragraphs = paragraphs(text)
        self._starts = [q.start for q in self.all]
        self._paragraph_starts = [start for start, _ in self.paragraphs]

    def at(self, offset: int) -> int | None:
        """The position of the quotation that covers the code point ``offset``, or None."""
        found = bisect_right(self._starts, offset) - 1
        return found if found >= 0 and offset < self.all[found].end else None

    def over(self, start: int, end: int) -> list[int]:
        """The positions of the quotations that share a code point with ``[start, end)``."""
        first = bisect_right(self._starts, start) - 1
        first = first if first >= 0 and self.all[first].end > start else first + 1
        return list(range(first, bisect_left(self._starts, end)))

    def paragraph(self, offset: int) -> int:
        """The position of the paragraph that holds, or last began before, the code point ``offset``."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def utterance(self, number: int) -> bool:
        """Whether a quotation is somebody's words to be attributed, and not a name or a word held at arm's length."""
        quotation = self.all[number]
        inner = self.text[quotation.inner_start : quotation.inner_end].rstrip()
        return len(inner.split()) >= _UTTERANCE_WORDS or inner.endswith((",", ".", "?", "!", "…"))


def join(doc: Doc, made: list[Draft], quoted: Quoted) -> list[Draft]:
    """The drafts with the quotations that they bring as their content, in the order of their cues.

    Drafts that stay without content are dropped. Quotations that are whole utterances and have no cue of their own
    continue the one before them.
    """
    outside = [d for d in made if quoted.at(doc[d.head].idx) is None]
    inside = [d for d in made if quoted.at(doc[d.head].idx) is not None and d.spans and not _own_voice(doc, d)]
    owner: dict[int, Draft] = {}
    for draft in outside:
        _clip(draft, quoted, doc)
        _swell(draft, quoted, owner)
    by_head = {d.head: d for d in outside}
    for number in range(len(quoted.all)):
        if number not in owner and quoted.utterance(number):
            _beside(number, quoted, doc, by_head, owner, outside)
    for number in range(len(quoted.all)):
        if number not in owner and quoted.utterance(number):
            _continued(number, quoted, doc, owner, outside)
    for draft in inside:
        _clip(draft, quoted, doc)
    kept = [d for d in outside + inside if d.spans]
    return sorted(kept, key=lambda d: (d.cue, d.head))


def _own_voice(doc: Doc, draft: Draft) -> bool:
    """True where a cue inside a quotation is its speaker's own manner of speech ("I think", "they want"), not a citing.

    Words of a third party, inside words that are quoted already, are kept where that party is named, or where it is
    said and not only thought.
    """
    if draft.source is None or draft.source_head is None:
        return True
    source = doc[draft.source_head]
    if draft.frame not in ("C", "T"):
        return True
    return source.pos_ != "PROPN" and (draft.belief or source.pos_ != "NOUN")


def _clip(draft: Draft, quoted: Quoted, doc: Doc) -> None:
    """Keeps the spans within the paragraph of the cue, and a cue's spans inside a quotation within that quotation."""
    at = doc[draft.head].idx
    low, high = quoted.paragraphs[quoted.paragraph(at)] if quoted.paragraphs else (0, len(quoted.text))
    around = quoted.at(at)
    if around is not None:
        low, high = max(low, quoted.all[around].inner_start), min(high, quoted.all[around].inner_end)
    clipped = [(max(start, low), min(end, high)) for start, end in draft.spans]
    draft.spans = [s for s in (trim(quoted.text, a, b) for a, b in clipped if a < b) if s is not None]


def _swell(draft: Draft, quoted: Quoted, owner: dict[int, Draft]) -> None:
    """Lets every span that reaches into a quotation take all of it, with its marks, and owns those quotations."""
    grown: list[tuple[int, int]] = []
    for start, end in draft.spans:
        numbers = quoted.over(start, end)
        for number in numbers:
            quotation = quoted.all[number]
            start, end = min(start, quotation.start), max(end, quotation.end)  # noqa: PLW2901  the span grows
            if draft.frame not in ("N", "J", "X", "P") or quoted.utterance(number):
                owner.setdefault(number, draft)
                draft.quoted.append(number)
        if grown and start <= grown[-1][1]:
            grown[-1] = (grown[-1][0], max(end, grown[-1][1]))
        else:
            grown.append((start, end))
    draft.spans = grown


def _give(number: int, draft: Draft, quoted: Quoted, owner: dict[int, Draft]) -> None:
    quotation = quoted.all[number]
    spans = [s for s in draft.spans if not (quotation.start <= s[0] and s[1] <= quotation.end)]
    draft.spans = sorted([*spans, (quotation.start, quotation.end)])
    draft.quoted.append(number)
    owner[number] = draft


def _beside(
    number: int, quoted: Quoted, doc: Doc, by_head: dict[int, Draft], owner: dict[int, Draft], outside: list[Draft]
) -> None:
    after = _cue_after(number, quoted, doc, by_head)
    before = None if after is not None else _cue_before(number, quoted, doc, by_head)
    chosen = after or before
    if chosen is None:
        named = _colon(number, quoted, doc)
        if named is not None:
            outside.append(named)
            owner[number] = named
        return
    if chosen.source is None:
        _find_source(chosen, doc, quoted, number)
    if not chosen.quoted and chosen.frame in ("X", "P", "R", "O", "S", "A") and chosen.spans:
        chosen.spans = [s for s in chosen.spans if s[0] > quoted.all[number].end] if after is None else []
    _give(number, chosen, quoted, owner)


def _tokens_between(doc: Doc, start: int, end: int) -> list[Token]:
    if start >= end:
        return []
    span = doc.char_span(start, end, alignment_mode="contract")
    return [t for t in span if not t.is_space] if span is not None else []


def _cue_after(number: int, quoted: Quoted, doc: Doc, by_head: dict[int, Draft]) -> Draft | None:
    """The cue in the words that follow the quotation and belong to its sentence: "…,” said Kirby"."""
    quotation = quoted.all[number]
    _, paragraph_end = quoted.paragraphs[quoted.paragraph(quotation.end - 1)]
    stop = paragraph_end
    if number + 1 < len(quoted.all):
        stop = min(stop, quoted.all[number + 1].start)
    ended = quoted.text[quotation.inner_start : quotation.inner_end].rstrip()[-1:] in ".…"
    tokens = _tokens_between(doc, quotation.end, stop)[:_LOOK_AHEAD]
    if ended and tokens and (tokens[0].is_title or tokens[0].is_digit):
        return None
    found: Draft | None = None
    for position, token in enumerate(tokens):
        draft = by_head.get(token.i)
        if draft is not None and draft.quotes and _free_for(draft, quotation):
            found = draft
            break
        if token.text in _SENTENCE_ENDS and position:
            break
        if token.text in (";", ":"):
            break
    return found


def _free_for(draft: Draft, quotation: Quotation) -> bool:
    """A cue that has found its clause elsewhere, after itself, doesn't bring the quotation before it."""
    if draft.frame == "C" and draft.spans and not draft.quoted:
        return any(start < quotation.end for start, _ in draft.spans)
    return draft.frame not in ("N", "J", "T", "V")


def _cue_before(number: int, quoted: Quoted, doc: Doc, by_head: dict[int, Draft]) -> Draft | None:
    """The cue in the words of the same sentence before the quotation: "Kirby said: “…"."""
    quotation = quoted.all[number]
    paragraph_start, _ = quoted.paragraphs[quoted.paragraph(quotation.start)]
    start = max(paragraph_start, quoted.all[number - 1].end if number else 0)
    tokens = _tokens_between(doc, start, quotation.start)[-_LOOK_AHEAD:]
    for position, token in enumerate(reversed(tokens)):
        if token.text in _SENTENCE_ENDS:
            return None
        draft = by_head.get(token.i)
        if draft is None or not draft.quotes or draft.frame in ("N", "J", "T", "V"):
            continue
        introduced = bool(tokens) and tokens[-1].text in (",", ":", "—", "–", "-")
        if position == 0 or introduced or not draft.spans:
            return draft
    return None


def _find_source(draft: Draft, doc: Doc, quoted: Quoted, number: int) -> None:
    """The subject that the parse missed: the noun phrase beside the cue, on the side away from the quotation."""
    after = draft.cue[0] >= 0 and doc[draft.head].idx > quoted.all[number].start
    if not after:
        return
    for child in doc[draft.head].children:
        if child.dep_ in ("dobj", "attr", "oprd", "npadvmod", "dep") and child.i > draft.head and _nominal(child):
            draft.source, draft.source_head = noun_phrase(child, draft.cue), child.i
            return


def _nominal(token: Token) -> bool:
    return token.pos_ in ("PROPN", "NOUN", "PRON") and token.ent_type_ not in ("DATE", "TIME")


def _colon(number: int, quoted: Quoted, doc: Doc) -> Draft | None:
    """ "Name: “…”" and "A spokesman, by email: “…”", where the colon is the cue."""
    quotation = quoted.all[number]
    paragraph_start, _ = quoted.paragraphs[quoted.paragraph(quotation.start)]
    start = max(paragraph_start, quoted.all[number - 1].end if number else 0)
    tokens = _tokens_between(doc, start, quotation.start)
    if len(tokens) < 2 or tokens[-1].text != ":":
        return None
    last = next((k for k in range(len(tokens) - 2, -1, -1) if tokens[k].text in _SENTENCE_ENDS), -1)
    words = tokens[last + 1 : -1]
    colon = tokens[-1]
    cue = (colon.i, colon.i + 1)
    spans = [(quotation.start, quotation.end)]
    subject = next((t for t in words if t.dep_ == "nsubj" and t.pos_ in ("PROPN", "PRON")), None)
    if subject is None:
        subject = next((t for t in words if t.head.i not in {w.i for w in words} or t.head.i == t.i), None)
        if subject is None or not _nominal(subject) or len(words) > 8:
            return None
    source = noun_phrase(subject, cue)
    return Draft(colon.i, cue, ":", "Q", source, subject.i, spans, Stance.ASSERTS, quoted=[number])


def _continued(number: int, quoted: Quoted, doc: Doc, owner: dict[int, Draft], outside: list[Draft]) -> None:
    """A quotation with no cue beside it goes on with the words of the one before, as papers print them."""
    if number == 0 or number - 1 not in owner:
        return
    before, quotation = quoted.all[number - 1], quoted.all[number]
    draft = owner[number - 1]
    own, previous = quoted.paragraph(quotation.start), quoted.paragraph(before.end - 1)
    between = quoted.text[before.end : quotation.start]
    if own == previous:
        cue = doc[draft.cue[0]].idx
        tail = quoted.text[max(before.end, cue) : quotation.start].rstrip() if cue >= before.end else between.rstrip()
        inner_start = quoted.text[quotation.inner_start : quotation.inner_start + 1]
        sentences = len(_SENTENCE_END.findall(tail))
        if (
            (not between.strip() or cue >= before.end or not tail) and sentences <= 1 and not inner_start.islower()
        ) or (cue >= before.end and tail.endswith((",", "—", "–"))):
            _give(number, draft, quoted, owner)
        return
    whole = quoted.paragraphs[own][0] == quotation.start and quoted.paragraphs[own][1] <= quotation.end + 1
    if whole and own == previous + 1:
        copy = replace(draft, spans=[(quotation.start, quotation.end)], quoted=[number])
        outside.append(copy)
        owner[number] = copy
