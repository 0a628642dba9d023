"""Joins quotations to the cues that bring them: before, after, between two halves, or with no cue of their own.

It stands apart from the frames of the parse because a parse of quoted speech is often wrong (several sentences
inside, fragments, marks in odd places), while the order of marks and words on the page is not: a quotation belongs to
the cue of the words beside it in its paragraph, and where there are none, to whoever spoke the one before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.extract import cues_en as en
from factcheck.extract import quoting_en as edges
from factcheck.extract.arcs import Draft, noun_phrase, trim
from factcheck.extract.quoted import Quoted
from factcheck.extract.quotes import Quotation
from factcheck.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LOOK_AHEAD = 45
_LOOK_BACK = 12
_REACH = 600
"""How far, in code points, from a quotation its cue is looked for."""
_NAME_WORDS = 8
_STOPS = frozenset(";:")
_SENTENCE_ENDS = frozenset(".?!…")
_ABBREVIATED = "".join(
    rf"(?<!\b(?:{'|'.join(w for w in sorted(edges.ABBREVIATIONS) if len(w) == length)}))" for length in (2, 3, 4)
)
_SENTENCE_END = re.compile(rf"(?<!\b[A-Z]){_ABBREVIATED}[.?!](?=[\"'”’)\]]*(?:\s|$))")


_NO_JOINT = rf"(?!\s+(?:{'|'.join(sorted(edges.NO_JOINTS))})\b)"
_JOINT = re.compile(rf"(?:{'|'.join(sorted(edges.JOINTS))})\b{_NO_JOINT},?\s+(?=\S)")
_LOOSE_END = re.compile(rf"[\s,]+(?:{'|'.join(sorted(edges.LOOSE_ENDS))})\Z")
_CLOSERS = "”\"’'»"
_MARKS = "“\"«„‘`'"


def join(doc: Doc, made: list[Draft], quoted: Quoted) -> list[Draft]:
    """The drafts with the quotations that they bring as their content, in the order of their cues.

    Drafts that stay without content are dropped. Quotations that are whole utterances and have no cue of their own
    continue the one before them.
    """
    outside = [d for d in made if quoted.at(doc[d.head].idx) is None]
    inside = [d for d in made if quoted.at(doc[d.head].idx) is not None and d.spans and not _own_voice(doc, d)]
    joiner = _Joiner(doc, quoted, outside)
    joiner.run()
    for draft in inside:
        joiner.clip(draft)
    every = outside + joiner.added + inside
    for draft in every:
        _tidy(draft, quoted)
    return sorted((d for d in every if d.spans), key=lambda d: (d.cue, d.head, d.spans))


def _own_voice(doc: Doc, draft: Draft) -> bool:
    """True where a cue inside a quotation is its speaker's own manner of speech ("I think", "they want"), not a citing.

    Words of a third party, inside words that are quoted already, are kept where that party is named, or where it is
    said and not only thought.
    """
    if draft.source is None or draft.source_head is None or draft.frame not in ("C", "T"):
        return True
    source = doc[draft.source_head]
    return source.pos_ != "PROPN" and (draft.belief or source.pos_ != "NOUN")


@dataclass(slots=True)
class _Joiner:
    """The state of one joining: which draft owns which quotation, and the drafts that quotations add."""

    doc: Doc
    quoted: Quoted
    outside: list[Draft]
    owner: dict[int, Draft] = field(default_factory=dict)
    added: list[Draft] = field(default_factory=list)
    by_head: dict[int, Draft] = field(default_factory=dict)

    def run(self) -> None:
        for draft in self.outside:
            self._invert(draft)
            self.clip(draft)
            self._swell(draft)
        self.by_head = {d.head: d for d in self.outside}
        for step in (self._beside, self._continued):
            for number in range(len(self.quoted.all)):
                if number not in self.owner and self.quoted.utterance(number):
                    step(number)

    # ------------------------------------------------------------------------------------- spans that the parse gave

    def _invert(self, draft: Draft) -> None:
        """ "…,” declared Ann Li": what the parse takes for the object of a cue behind a quotation is who speaks."""
        if draft.source is not None or not draft.quotes or draft.frame not in ("O", "A", "R", "C", "-"):
            return
        at = self.doc[draft.cue[0]].idx
        around = self.quoted.at(max(0, at - 2))
        if around is None or self.quoted.text[self.quoted.all[around].end : at].strip():
            return
        if draft.frame == "C":
            self._find_behind(draft)
        elif self._find_source(draft):
            draft.spans, draft.frame = [], "-"

    def _find_behind(self, draft: Draft) -> None:
        """The same where the parse took who speaks for a part of what is told: "said the woman, who feared …"."""
        end = draft.cue[1]
        for token in self.doc[end : end + _NAME_WORDS]:
            if token.is_punct or token.pos_ in ("VERB", "AUX", "ADP"):
                return
            if token.left_edge.i == end and _nominal(token) and token.dep_ != "compound":
                first, last = noun_phrase(token, draft.cue)
                draft.source, draft.source_head = (first, last), token.i
                draft.spans = [(s, e) for s, e in draft.spans if e <= self.doc[draft.cue[0]].idx]
                return

    def _find_source(self, draft: Draft) -> bool:
        """Sets the subject that the parse missed, the noun phrase right behind the cue; False where there is none."""
        for child in self.doc[draft.head].children:
            if child.dep_ in ("dobj", "attr", "oprd", "npadvmod", "dep") and child.i > draft.head and _nominal(child):
                draft.source, draft.source_head = noun_phrase(child, draft.cue), child.i
                return True
        return False

    def clip(self, draft: Draft) -> None:
        """Keeps the spans within the paragraph of the cue, and of a cue inside a quotation within that quotation."""
        quoted, at = self.quoted, self.doc[draft.head].idx
        low, high = quoted.paragraphs[quoted.paragraph(at)] if quoted.paragraphs else (0, len(quoted.text))
        around = quoted.at(at)
        if around is not None:
            low, high = max(low, quoted.all[around].inner_start), min(high, quoted.all[around].inner_end)
        clipped = [(max(start, low), min(end, high)) for start, end in draft.spans]
        draft.spans = [s for s in (trim(quoted.text, a, b) for a, b in clipped if a < b) if s is not None]

    def _swell(self, draft: Draft) -> None:
        """Lets every span that reaches into a quotation take all of it, with its marks, and own it."""
        grown: list[tuple[int, int]] = []
        for first, last in draft.spans:
            start, end = first, last
            for number in self.quoted.over(first, last):
                quotation = self.quoted.all[number]
                if last <= quotation.inner_start:
                    end = min(end, quotation.start)  # the parse gave it the mark that opens the next quotation
                    continue
                if first >= quotation.inner_end:
                    start = max(start, quotation.end)
                    continue
                start, end = min(start, quotation.start), max(end, quotation.end)
                if draft.frame not in ("N", "J", "X", "P") or self.quoted.utterance(number):
                    self.owner.setdefault(number, draft)
                    draft.quoted.append(number)
            if start >= end:
                continue
            if grown and start <= grown[-1][1]:
                grown[-1] = (grown[-1][0], max(end, grown[-1][1]))
            else:
                grown.append((start, end))
        draft.spans = grown

    # --------------------------------------------------------------------------------------------- cues beside them

    def _beside(self, number: int) -> None:
        """Gives a quotation to the cue behind it or before it, or to a name and a colon."""
        after = self._cue_after(number)
        chosen = after or self._cue_before(number)
        if chosen is None:
            named = self._colon(number)
            if named is not None:
                self.added.append(named)
                self.owner[number] = named
            return
        if chosen.source is None and after is not None:
            self._find_source(chosen)
        if not chosen.quoted and chosen.frame in ("X", "P", "R", "O", "S", "A") and chosen.spans:
            chosen.spans = [] if after else [s for s in chosen.spans if s[0] > self.quoted.all[number].end]
        self._give(number, chosen)
        if after is not None:
            self._begun_before(number, chosen)

    def _begun_before(self, number: int, draft: Draft) -> None:
        """Adds the words of the same sentence that a quotation goes on with: "Li “never asked for it,” Holm said"."""
        quoted, quotation = self.quoted, self.quoted.all[number]
        tokens = self._tokens_before(number)[-_LOOK_AHEAD:]
        last = next((k for k in range(len(tokens) - 1, -1, -1) if tokens[k].text in _SENTENCE_ENDS), -1)
        words = tokens[last + 1 :]
        inner = quoted.text[quotation.inner_start : quotation.inner_end]
        if not words or not inner[:1].islower() or words[-1].is_punct or any(w.text in _STOPS for w in words):
            return
        if any(w.i in self.by_head and not self.by_head[w.i].belief for w in words) or words[0].is_punct:
            return
        start = words[0].idx
        if quoted.text[start].isupper() and all(s >= start for s, _ in draft.spans):
            kept = [s for s in draft.spans if s[0] >= quotation.end]
            draft.spans = [(start, quotation.end), *kept]

    def _give(self, number: int, draft: Draft) -> None:
        quotation = self.quoted.all[number]
        spans = [s for s in draft.spans if not (quotation.start <= s[0] and s[1] <= quotation.end)]
        draft.spans = sorted([*spans, (quotation.start, quotation.end)])
        draft.quoted.append(number)
        self.owner[number] = draft

    def _tokens(self, start: int, end: int) -> list[Token]:
        span = self.doc.char_span(start, end, alignment_mode="contract") if start < end else None
        return [t for t in span if not t.is_space] if span is not None else []

    def _cue_after(self, number: int) -> Draft | None:
        """The cue in the words that follow the quotation and belong to its sentence: "…,” said Marsh"."""
        quoted, quotation = self.quoted, self.quoted.all[number]
        _, stop = quoted.paragraphs[quoted.paragraph(quotation.end - 1)]
        if number + 1 < len(quoted.all):
            stop = min(stop, quoted.all[number + 1].start)
        stop = min(stop, quotation.end + _REACH)
        ended = quoted.text[quotation.inner_start : quotation.inner_end].rstrip()[-1:] in (".", "…")
        tokens = self._tokens(quotation.end, stop)[:_LOOK_AHEAD]
        if ended and tokens and (tokens[0].is_title or tokens[0].is_digit):
            return None
        for position, token in enumerate(tokens):
            draft = self.by_head.get(token.i)
            if draft is not None and draft.quotes and _free_for(draft, quotation):
                return draft
            if token.text in _STOPS or (token.text in _SENTENCE_ENDS and position):
                return None
        return None

    def _cue_before(self, number: int) -> Draft | None:
        """The cue in the words of the same sentence before the quotation: "Marsh said: “…"."""
        tokens = self._tokens_before(number)[-_LOOK_AHEAD:]
        start = self.quoted.all[number].start
        for position, token in enumerate(reversed(tokens)):
            if token.text in _SENTENCE_ENDS:
                return None
            draft = self.by_head.get(token.i)
            if draft is None or not draft.quotes or draft.frame in ("N", "J", "T", "V"):
                continue
            introduced = tokens[-1].text in (",", ":", "—", "–", "-")
            if draft.spans and token.idx < self.quoted.paragraphs[self.quoted.paragraph(start)][0]:
                continue  # it has told what it tells in its own paragraph
            if position == 0 or introduced or not draft.spans:
                return draft
        return None

    def _tokens_before(self, number: int) -> list[Token]:
        quoted, quotation = self.quoted, self.quoted.all[number]
        own = quoted.paragraph(quotation.start)
        start, _ = quoted.paragraphs[own]
        if own and start == quotation.start:
            before, end = quoted.paragraphs[own - 1]
            start = before if quoted.text[end - 1] == ":" else start  # "She wrote:" in a line of its own
        start = max(start, quoted.all[number - 1].end if number else 0, quotation.start - _REACH)
        return self._tokens(start, quotation.start)

    def _colon(self, number: int) -> Draft | None:
        """ "Name: “…”" and "A spokesman, by email: “…”", where the colon is the cue."""
        quotation = self.quoted.all[number]
        tokens = self._tokens_before(number)
        if len(tokens) < 2 or tokens[-1].text != ":":
            return None
        last = next((k for k in range(len(tokens) - 2, -1, -1) if tokens[k].text in _SENTENCE_ENDS), -1)
        words, colon = tokens[last + 1 : -1], tokens[-1]
        inside = {w.i for w in words}
        last_word = words[-1].lemma_.lower() if words else ""
        announced = last_word in en.NOUNS or last_word in en.DOCUMENTS  # "the senator made the following comment: …"
        kinds = ("PROPN", "PRON", "NOUN") if announced else ("PROPN", "PRON")
        subject = next((t for t in words if t.dep_ == "nsubj" and t.pos_ in kinds), None)
        if subject is None and len(words) <= _NAME_WORDS:
            subject = next((t for t in words if t.head.i not in inside or t.head.i == t.i), None)
        if subject is None or not _nominal(subject):
            return None
        cue = (colon.i, colon.i + 1)
        spans = [(quotation.start, quotation.end)]
        source = noun_phrase(subject, cue)
        return Draft(colon.i, cue, ":", "Q", source, subject.i, spans, Stance.ASSERTS, quoted=[number])

    # ------------------------------------------------------------------------------------------- no cue of their own

    def _continued(self, number: int) -> None:
        """A quotation with no cue beside it goes on with the words of the one before, as papers print them."""
        quoted, quotation = self.quoted, self.quoted.all[number]
        earlier = self._before_it(number)
        draft = self.owner.get(earlier)
        if draft is None:
            self._after_indirect(number)
            return
        before = quoted.all[earlier]
        own, previous = quoted.paragraph(quotation.start), quoted.paragraph(before.end - 1)
        if own == previous:
            if self._same_breath(draft, before, quotation):
                self._give(number, draft)
            else:
                self._after_indirect(number)
            return
        whole = quoted.paragraphs[own][0] == quotation.start and quoted.paragraphs[own][1] <= quotation.end + 1
        if whole and own == previous + 1:
            self._copy(number, draft)

    def _before_it(self, number: int) -> int:
        """The position of the quotation that this one may go on with.

        A name in marks ("Morning Call") is passed over, and so is a word in marks within the telling: "“…,” she said
        of her “mixers.” “…"."""
        quoted, quotation = self.quoted, self.quoted.all[number]
        earlier = number - 1
        while earlier > max(0, number - _LOOK_BACK) and not quoted.utterance(earlier):
            draft = self.owner.get(earlier)
            if draft is not None and (
                quoted.paragraph(quotation.start) != quoted.paragraph(quoted.all[earlier].start)
                or self._same_breath(draft, quoted.all[earlier], quotation)
            ):
                break
            earlier -= 1
        return earlier

    def _same_breath(self, draft: Draft, before: Quotation, quotation: Quotation) -> bool:
        """Whether only the telling of the one before stands between two quotations of a paragraph."""
        text = self.quoted.text
        between = text[before.end : quotation.start].rstrip().rstrip(_CLOSERS)
        if not between:
            return True
        cue = self.doc[draft.cue[0]].idx
        if between[-1] not in ".?!,—–:" or cue < before.end:
            return False
        tail = text[cue : quotation.start].rstrip().rstrip(_CLOSERS)
        if tail.endswith((",", "—", "–")):
            return True
        return len(_SENTENCE_END.findall(tail)) <= 1 and not text[quotation.inner_start].islower()

    def _copy(self, number: int, draft: Draft) -> None:
        """The same source and cue once more, for a quotation that stands apart."""
        quotation = self.quoted.all[number]
        copy = replace(draft, spans=[(quotation.start, quotation.end)], quoted=[number])
        self.added.append(copy)
        self.owner[number] = copy

    def _after_indirect(self, number: int) -> None:
        """A quoted sentence with no cue, right after one that tells what somebody said, is that somebody's too."""
        quoted, quotation = self.quoted, self.quoted.all[number]
        if not _whole_sentence(quoted.text, (quotation.start, quotation.end)):
            return
        start, _ = quoted.paragraphs[quoted.paragraph(quotation.start)]
        draft = self._last_said(start, quotation.start)
        if draft is None:
            return
        told = max(e for _, e in draft.spans)
        between = quoted.text[max(told, self.doc[draft.cue[1] - 1].idx) : quotation.start].rstrip()
        if told <= quotation.start and between[-1:] in (".", "?", "!") and len(_SENTENCE_END.findall(between)) == 1:
            self._copy(number, draft)

    def _last_said(self, start: int, end: int) -> Draft | None:
        """The last draft of the parse, between two offsets, that tells what somebody said."""
        last = bisect_left(self.outside, end, key=lambda d: self.doc[d.head].idx)
        for draft in reversed(self.outside[max(0, last - _LOOK_BACK) : last]):
            if self.doc[draft.head].idx < start:
                return None
            if draft.quotes and not draft.belief and draft.source is not None and draft.spans:
                return draft
        return None


def _free_for(draft: Draft, quotation: Quotation) -> bool:
    """A cue that has found its clause elsewhere, after itself, doesn't bring the quotation before it."""
    if draft.frame == "C" and draft.spans and not draft.quoted:
        return any(start < quotation.end for start, _ in draft.spans)
    return draft.frame not in ("N", "J", "T", "V")


def _nominal(token: Token) -> bool:
    return token.pos_ in ("PROPN", "NOUN", "PRON") and token.ent_type_ not in ("DATE", "TIME")


def _tidy(draft: Draft, quoted: Quoted) -> None:
    """Leaves out what joins the telling to the sentence before, and a phrase that sets the scene of "he said, “…”"."""
    text = quoted.text
    spans = []
    for position, (start, end) in enumerate(draft.spans):
        joint = _JOINT.match(text, start, end)
        begin = joint.end() if joint is not None else start
        later = draft.spans[position + 1 :]
        aside = text[start] not in _MARKS and quoted.at(start) is None and not text.startswith("that ", start)
        alone = text[start:end].strip(" ,").lower()
        if alone in edges.JOINING or (later and alone in edges.EXPLETIVES):
            continue
        if aside and any(_whole_sentence(text, s) for s in later):
            continue
        loose = _LOOSE_END.search(text, begin, end)
        trimmed = trim(text, begin, loose.start() if loose is not None else end)
        if trimmed is not None:
            spans.append(trimmed)
    draft.spans = spans


def _whole_sentence(text: str, span: tuple[int, int]) -> bool:
    inner = text[span[0] : span[1]].strip(_MARKS + "”’")
    return text[span[0]] in _MARKS and inner[:1].isupper() and inner[-1:] in (".", "?", "!")
