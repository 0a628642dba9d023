"""Walks along the arcs of a dependency tree: who the source of a cue is, what its words are, which spans it brings.

It stands apart because verbs (:mod:`.frames`) and nouns and phrases (:mod:`.phrases`) need the same walks. The labels
are those of ClearNLP, as spaCy's English models use them. Nothing here knows of quotation marks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.extract import cues_en as en
from factcheck.extract.tokens import between, kept, positions
from factcheck.model import Stance, WriterView

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE_CUE = frozenset(("aux", "auxpass", "neg", "advmod"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj", "csubjpass"))
_TRIM_LEFT = frozenset(" \t\r\n\u00a0,;:—–-.)")
_TRIM_RIGHT = frozenset(" \t\r\n\u00a0,;:—–-.([")
_NOBODY = frozenset(("it", "that", "this", "there"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_SPLICES = frozenset((",", "--", "—", "–", "-"))
_BREAKS = frozenset(',;:—–()“”"')
_LONGEST_NAME = 12
"""How many words before a verb its subject may have where only the words' order shows it."""
_MAX_CLIMB = 6
_MOST_MERGED = 3
"""How many verbs one cue may run over ("went on to try to explain")."""


@dataclass(slots=True)
class Draft:
    """An attribution being made. Token positions index the parse, spans are half-open code points of its text."""

    head: int
    cue: tuple[int, int]
    lemma: str
    frame: str
    source: tuple[int, int] | None
    source_head: int | None
    spans: list[tuple[int, int]]
    stance: Stance | None
    belief: bool = False
    writer_view: WriterView | None = None
    quotes: bool = False
    recipient: tuple[int, int] | None = None
    through: tuple[int, int] | None = None
    quoted: list[int] = field(default_factory=list)


def source_of(verb: Token, climbed: int = 0) -> Token | None:
    """The head of who speaks: the subject, the agent of a passive, or, for a verb without one, the verb above's."""
    if climbed > _MAX_CLIMB:
        return None
    passive = False
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    if subjects:
        return _nearest(subjects)
    people = next((c for c in verb.lefts if c.dep_ == "amod" and c.ent_type_ == "NORP" and c.i == verb.i - 1), None)
    if people is not None:
        return people  # "Russian claims that …", with the noun taken for a verb
    for child in verb.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        passive = passive or child.dep_ in ("nsubjpass", "auxpass")
    if passive:
        return None
    above = verb.head
    if above.i == verb.i:
        return None
    if verb.dep_ == "acl":
        return None if verb.tag_ == "VBN" and not tells(verb) else _maker(above, climbed)
    if verb.dep_ == "xcomp" and above.dep_ == "acomp":
        willing = _subject_or_source(above.head, climbed + 1)  # "is reluctant to say"
        return None if willing is not None and willing.lower_ in _NOBODY else willing  # "it is easy to say"
    if verb.dep_ == "xcomp":
        controlled = next((c for c in above.children if c.dep_ in ("dobj", "dative") and c.i < verb.i), None)
        if controlled is not None and above.lemma_.lower() in en.USED_TO:
            controlled = None  # "used the question to demand": whoever used it demands
        doer = controlled or source_of(above, climbed + 1)
        return None if doer is not None and doer.lower_ in _NOBODY and above.lemma_ == "be" else doer
    if verb.dep_ == "pcomp":
        if above.lower_ == "as" and above.head.lemma_ in ("quote", "cite"):
            return next((c for c in above.head.children if c.dep_ in ("nsubjpass", "dobj")), None)
        return source_of(above.head, climbed + 1) if above.head.pos_ in ("VERB", "AUX") else None
    if verb.dep_ == "advcl" and verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in verb.children):
        return None
    if verb.dep_ in ("conj", "advcl") and above.pos_ in ("VERB", "AUX"):
        return unattached(verb) or _subject_or_source(above, climbed + 1)
    return unattached(verb)


def tells(verb: Token) -> bool:
    """True for a verb with a clause that the tagger took for a participle: "the mayor, a doctor, warned that …"."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i]
    passive = any(c.dep_ in ("agent", "auxpass") for c in verb.children)
    return bool(clauses) and not passive and any(c.dep_ in _SUBJECTS for c in clauses[0].children)


def unattached(verb: Token) -> Token | None:
    """The noun phrase right before a verb of saying, behind a comma, that the parse gave to another word.

    "…, the coast guard said, one fewer than …": what stands between the comma and the verb is who speaks, where it is
    one phrase.
    """
    entry = en.VERBS.get(verb.lemma_.lower())
    if entry is None or entry.belief or "C" not in entry.frames or verb.tag_ not in _FINITE:
        return None
    doc, first = verb.doc, verb.i
    while first > 0 and verb.i - first < _LONGEST_NAME and doc[first - 1].text not in _BREAKS:
        first -= 1
    if first in (0, verb.i) or doc[first - 1].text != "," or doc[first - 1].sent != verb.sent:
        return None
    heads = [doc[k] for k in range(first, verb.i) if not first <= doc[k].head.i < verb.i]
    if len(heads) != 1 or heads[0].pos_ not in ("NOUN", "PROPN", "PRON") or heads[0].head.i == heads[0].i:
        return None
    return heads[0] if heads[0].left_edge.i >= first and heads[0].ent_type_ not in ("DATE", "TIME") else None


def _nearest(subjects: list[Token]) -> Token:
    """Of two subjects with a comma between, the second: two sentences run into one clause of the parse."""
    spliced = len(subjects) > 1 and splice(subjects) is not None
    return subjects[1] if spliced else subjects[0]


def splice(subjects: list[Token]) -> int | None:
    """The position of the comma or dash before the second subject of one verb, or None."""
    if len(subjects) < 2 or subjects[1].i > subjects[1].head.i:
        return None
    comma = subjects[1].left_edge.i - 1
    return comma if comma > subjects[0].i and subjects[0].doc[comma].text in _SPLICES else None


def _subject_or_source(verb: Token, climbed: int) -> Token | None:
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None) or source_of(verb, climbed)


def _maker(noun: Token, climbed: int) -> Token | None:
    """Of "issued a statement saying", the issuer; of "a letter saying", the letter; of "the man saying", the man."""
    if noun.ent_type_ in ("DATE", "TIME") or noun.lemma_.lower() in en.DOCUMENTS:
        above = noun.head
        if above.pos_ == "VERB" and noun.dep_ in ("dobj", "npadvmod"):
            return _subject_or_source(above, climbed + 1) or (None if noun.ent_type_ else noun)
    return noun


def cue_span(token: Token, frame: str) -> tuple[int, int]:
    start, end = token.i, token.i + 1
    verb = token
    for _ in range(_MOST_MERGED):
        own = {c.i for c in verb.children if c.dep_ in _BEFORE_CUE and c.tag_ != "WRB"}
        while start - 1 in own or (
            start > 0 and token.doc[start - 1].dep_ == "aux" and token.doc[start - 1].head == verb
        ):
            start -= 1
        above = verb.head
        joined = verb.dep_ == "xcomp" and above.pos_ in ("VERB", "ADJ") and start - 1 == above.i
        if not (joined and above.lemma_.lower() in en.VERBS and merges(verb)):
            break
        start, verb = above.i, above
    particles = {c.i for c in token.children if c.dep_ == "prt"}
    if frame in ("S", "R", "A"):
        particles |= {c.i for c in token.children if c.dep_ == "prep" and c.lower_ in en.ENDS_CUE}
    while end in particles:
        end += 1
    return start, end


def merges(infinitive: Token) -> bool:
    """True where "declined to comment" is one cue: the infinitive is a verb of saying with content of its own."""
    entry = en.VERBS.get(infinitive.lemma_.lower())
    return entry is not None and not entry.belief and "Q" in entry.frames | ({"Q"} if "P" in entry.frames else set())


def writer_view(modifiers: Iterable[Token]) -> WriterView | None:
    for modifier in modifiers:
        view = en.WRITER_VIEWS.get(modifier.lower_)
        if view is not None:
            return view
    return None


def noun_phrase(head: Token, cue: tuple[int, int]) -> tuple[int, int]:
    """The tokens of the phrase of ``head``, cut where it would reach over the cue, without commas at its ends."""
    first, last = head.left_edge.i, head.right_edge.i + 1
    if first < cue[1] <= head.i:
        first = cue[1]
    if head.i < cue[0] < last:
        last = cue[0]
    doc = head.doc
    while last - 1 > head.i and (doc[last - 1].is_punct or doc[last - 1].is_space) and doc[last - 1].text not in ")]":
        last -= 1
    while first < head.i and (doc[first].is_punct or doc[first].is_space):
        first += 1
    if last - 1 > head.i and doc[last - 1].tag_ == "POS":
        last -= 1
    return first, last


def argument_spans(
    token: Token, parts: list[Token], subject: Token | None, cue: tuple[int, int]
) -> list[tuple[int, int]]:
    if not parts:
        return []
    first = min(p.left_edge.i for p in parts)
    last = max(p.right_edge.i for p in parts) + 1
    holes = [cue]
    if all(p.i > token.i for p in parts):
        first = max(first, cue[1])  # what stands before the cue is the telling's, not the told's
    holes.extend(
        (p.i, p.i + 1) for p in parts if p.lower_ == "as" and p.dep_ == "prep" and parts[0].dep_ == "nsubjpass"
    )
    if subject is not None and subject.i not in {p.i for p in parts}:
        phrase = noun_phrase(subject, cue)
        if not any(p.left_edge.i <= subject.i <= p.right_edge.i for p in parts) or abs(subject.i - token.i) < 3:
            holes.append(phrase)
    for part in parts:
        comma = splice([c for c in part.children if c.dep_ == "nsubj"])
        if comma is not None:
            holes.append((comma, last))
    return pieces(token.doc, first, last, holes)


def pieces(doc: Doc, first: int, last: int, holes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Code point spans of the tokens ``[first, last)`` without the holes, not yet trimmed of punctuation."""
    pieces = []
    at = first
    for start, end in sorted(holes):
        if end <= first or start >= last:
            continue
        pieces.append((at, min(start, last)))
        at = max(at, end)
    pieces.append((at, last))
    found = []
    for start, end in pieces:
        if start < end:
            found.append((doc[start].idx, doc[end - 1].idx + len(doc[end - 1])))
    return found


def _semicolons(doc: Doc) -> list[int]:
    return positions(doc, "ORTH", (";",))


def segment(token: Token) -> tuple[int, int]:
    """The tokens of the sentence between the semicolons around ``token``, half-open."""
    sentence, at = token.sent, token.i
    first, last = sentence.start, sentence.end
    marks = between(kept(token.doc, "semicolons", _semicolons), first, last)
    if marks:
        before, after = bisect_left(marks, at), bisect_right(marks, at)
        first = marks[before - 1] + 1 if before else first
        last = marks[after] if after < len(marks) else last
    return first, last


def from_segment(token: Token, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """``spans`` without what stands before the semicolon before ``token``: another statement."""
    start = token.doc[segment(token)[0]].idx
    return [(max(s, start), e) for s, e in spans if e > start]


def strayed_clause(verb: Token) -> Token | None:
    """The clause of "said in a statement that …" that the parse hung on the noun before it; None where there is none.

    Only where the verb can have a clause, and the noun stands behind a preposition that tells where it was said.
    """
    entry = en.VERBS.get(verb.lemma_.lower())
    if entry is None or "C" not in entry.frames or any(c.dep_ == "ccomp" for c in verb.children):
        return None
    for preposition in verb.rights:
        if preposition.dep_ != "prep" or preposition.lower_ not in en.CHANNELS:
            continue
        for noun in preposition.rights:
            clause = next((c for c in noun.rights if c.dep_ in ("acl", "relcl", "ccomp") and _finite_that(c)), None)
            if clause is not None and noun.dep_ == "pobj" and _says_where(noun):
                return clause
    return None


def _finite_that(clause: Token) -> bool:
    that = clause.left_edge
    marked = that.lower_ == "that" and (that.dep_ == "mark" or _place_taken(that))
    return marked and any(c.dep_ in _SUBJECTS for c in clause.children)


def _place_taken(that: Token) -> bool:
    """Whether another noun is already what the parse takes "that" for: then it only opens the clause."""
    return that.dep_ in ("pobj", "dobj") and any(c.dep_ == that.dep_ and c.i != that.i for c in that.head.children)


def _says_where(noun: Token) -> bool:
    """Whether a noun tells where something was said: no "belief that", "report by the council that"."""
    lemma = noun.lemma_.lower()
    return lemma in en.CHANNEL_NOUNS or lemma not in en.NOUNS


def stranded(clause: Token, objects: list[Token], lemma: str) -> list[Token]:
    """The subject of a clause that the parse hung on the verb of saying: "said the firm, despite …, had paid"."""
    if lemma in en.RECIPIENT_VERBS or not objects or any(c.dep_ in _SUBJECTS for c in clause.children):
        return []
    return [o for o in objects if o.i < clause.i and o.pos_ != "PRON"]


def _initials(text: str, end: int) -> bool:
    """True where the full stop before ``end`` belongs to letters each with its own ("U.S.")."""
    return end >= 4 and text[end - 2].isalpha() and text[end - 3] == "." and text[end - 4].isalpha()


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without white space and joining punctuation at its ends, or None where no letter or digit is left."""
    while start < end and text[start] in _TRIM_LEFT:
        start += 1
    while end > start and text[end - 1] in _TRIM_RIGHT:
        if text[end - 1] == "." and _initials(text, end):
            break
        end -= 1
    if not any(c.isalnum() for c in text[start:end]):
        return None
    return start, end
