"""From a parse to attributions in draft: which verb or noun is a cue, who its source is, where its content stands.

It stands apart from :mod:`factcheck.extract.attribution` because it looks at one cue and its arguments at a time and
knows nothing of quotation marks; those are joined to the drafts afterwards. Every look goes along the arcs of the
dependency tree (the labels of ClearNLP, as spaCy's English models use them), so that the whole is one pass over the
tokens.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.extract import cues_en as en
from factcheck.model import Stance, WriterView

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE_CUE = frozenset(("aux", "auxpass", "neg", "advmod"))
_CONTINUES_OBJECT = frozenset(
    ["for", "as", "of", "to", "on", "with", "over", "against", "from", "about", "into", "in", "than"]
)
_RECIPIENT_VERBS = frozenset(["tell", "ask", "assure", "inform", "notify", "remind", "warn", "advise", "urge"])
_TRIM_LEFT = frozenset(" \t\r\n\u00a0,;:—–-.)")
_TRIM_RIGHT = frozenset(" \t\r\n\u00a0,;:—–-.([")
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj", "csubjpass"))
_MAX_CLIMB = 6


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
    quoted: list[int] = field(default_factory=list)


def drafts(doc: Doc) -> list[Draft]:
    """All attributions that the tree alone shows, in the order of their cues.

    A draft with no spans is a verb that may bring a quotation ("he said"), for the caller to join or to drop.
    """
    made: list[Draft] = []
    for token in doc:
        if token.lower_ == "according":
            made.extend(_according(token))
        elif token.pos_ in ("VERB", "AUX"):
            made.extend(_verb(token))
        elif token.pos_ == "NOUN":
            made.extend(_noun(token))
        elif token.pos_ == "ADP" and token.lower_ == "in":
            made.extend(_in_view(token))
        elif token.pos_ == "ADJ" and token.lower_ in en.MENTAL_ADJECTIVES:
            made.extend(_adjective(token))
    return made


# -------------------------------------------------------------------------------------------------------------- verbs


def _verb(token: Token) -> Iterable[Draft]:
    entry = en.VERBS.get(token.lemma_.lower())
    if entry is None or token.dep_ in ("aux", "auxpass", "amod", "compound"):
        return
    lemma = token.lemma_.lower()
    frames = entry.frames
    children: dict[str, list[Token]] = {}
    for child in token.children:
        children.setdefault(child.dep_, []).append(child)
    passive = "auxpass" in children or "nsubjpass" in children or (token.tag_ == "VBN" and token.dep_ == "acl")
    subject = source_of(token)
    parts, frame = _complement(token, lemma, frames, children, passive)
    if frame == "X" and parts and _merges(parts[0]) and _has_content(parts[0]):
        return  # the infinitive is the cue, and takes this verb into it
    if not parts and "Q" not in frames and "C" not in frames:
        return
    if frame == "O" and subject is None and not passive:
        return
    cue = _cue_span(token, frame)
    if frame == "P":
        preposition = next(c for c in token.children if c.dep_ == "prep" and c in parts)
        parts = list(preposition.children)
        if cue[1] == preposition.i:
            cue = (cue[0], preposition.i + 1)
        if not parts:
            return
    if lemma in en.RAISING:
        parts, subject = ([subject] if subject is not None else []) + parts, None
    spans = _around(token) if frame == "D" else _spans(token, parts, subject, cue)
    yield Draft(
        head=token.i,
        cue=cue,
        lemma=lemma,
        frame=frame,
        source=noun_phrase(subject, cue) if subject is not None else None,
        source_head=subject.i if subject is not None else None,
        spans=spans,
        stance=_stance(token, lemma, entry, children),
        belief=entry.belief,
        writer_view=_view(children.get("advmod", ())),
        quotes="Q" in frames,
        recipient=_recipient(token, parts, children),
    )


def _complement(
    token: Token, lemma: str, frames: frozenset[str], children: dict[str, list[Token]], passive: bool
) -> tuple[list[Token], str]:
    """The children that make the content, and the frame they fill; none and ``-`` where no frame fits."""
    clauses = children.get("ccomp", [])
    objects = children.get("dobj", [])
    infinitives = children.get("xcomp", [])
    if passive and "C" in frames and clauses:
        return clauses, "C"
    if passive and lemma in _RECIPIENT_VERBS:
        asked = [c for c in children.get("prep", []) if c.lower_ in en.PREPOSITIONS.get(lemma, ())]
        return (asked[:1], "P") if asked else (infinitives, "X") if infinitives else ([], "-")
    if passive:
        subjects = children.get("nsubjpass", [])
        by = bool(children.get("agent"))
        rest = infinitives + children.get("oprd", []) + _after(token, children, ("as", "of", "for", "to"))
        if subjects and ("S" in frames or by) and frames & set("SOACR"):
            return subjects + rest, "S"
        return ([], "-") if not (by and rest) else (rest, "S")
    if "C" in frames and clauses:
        return _stranded(clauses[-1], objects, lemma) + clauses, "C"
    if token.dep_ == "parataxis" and {"C", "Q"} <= frames and not objects and children.get("nsubj"):
        return [], "D"
    if objects and infinitives and frames & set("RAO"):
        return objects + infinitives, "R"
    if "X" in frames and infinitives:
        return infinitives, "X"
    named = children.get("oprd", []) + _after(token, children, ("as",))
    if "A" in frames and named:
        return objects + clauses + named, "A"
    if "A" in frames and clauses:
        return clauses, "A"
    if objects and "O" in frames:
        return objects + _after(token, children, _CONTINUES_OBJECT), "O"
    if "P" in frames:
        wanted = en.PREPOSITIONS.get(lemma, frozenset())
        for child in children.get("prep", []):
            if child.lower_ in wanted and child.i > token.i:
                return [child], "P"
    if "X" in frames and children.get("oprd"):
        return children["oprd"], "X"
    return [], "-"


def _stranded(clause: Token, objects: list[Token], lemma: str) -> list[Token]:
    """The subject of a clause that the parse hung on the verb of saying: "said the firm, despite …, had paid"."""
    if lemma in _RECIPIENT_VERBS or not objects or any(c.dep_ in _SUBJECTS for c in clause.children):
        return []
    return [o for o in objects if o.i < clause.i and o.pos_ != "PRON"]


def _has_content(infinitive: Token) -> bool:
    """Whether the infinitive of "declined to comment on …" brings content of its own."""
    children: dict[str, list[Token]] = {}
    for child in infinitive.children:
        children.setdefault(child.dep_, []).append(child)
    lemma = infinitive.lemma_.lower()
    return bool(_complement(infinitive, lemma, en.VERBS[lemma].frames, children, False)[0])


def _around(token: Token) -> list[tuple[int, int]]:
    """The clause that a cue with its subject is put into: "Russia, he said, would leave"."""
    above = token.head
    own = (token.left_edge.i, token.right_edge.i + 1)
    return _pieces(token.doc, above.left_edge.i, above.right_edge.i + 1, [own])


def _after(token: Token, children: dict[str, list[Token]], words: Iterable[str]) -> list[Token]:
    return [c for c in children.get("prep", []) if c.i > token.i and c.lower_ in words and not _temporal(c)]


def _temporal(preposition: Token) -> bool:
    return any(c.ent_type_ in ("DATE", "TIME") for c in preposition.children)


def _merges(infinitive: Token) -> bool:
    """True where "declined to comment" is one cue: the infinitive is a verb of saying with content of its own."""
    entry = en.VERBS.get(infinitive.lemma_.lower())
    return entry is not None and not entry.belief and "Q" in entry.frames | ({"Q"} if "P" in entry.frames else set())


def source_of(verb: Token, climbed: int = 0) -> Token | None:
    """The head of who speaks: the subject, the agent of a passive, or, for a verb without one, the verb above's."""
    if climbed > _MAX_CLIMB:
        return None
    passive = False
    for child in verb.children:
        if child.dep_ == "nsubj":
            return child
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        passive = passive or child.dep_ in ("nsubjpass", "auxpass")
    if passive:
        return None
    above = verb.head
    if above.i == verb.i:
        return None
    if verb.dep_ == "acl":
        return None if verb.tag_ == "VBN" else _maker(above, climbed)
    if verb.dep_ == "xcomp":
        controlled = next((c for c in above.children if c.dep_ in ("dobj", "dative") and c.i < verb.i), None)
        return controlled or source_of(above, climbed + 1)
    if verb.dep_ == "pcomp":
        if above.lower_ == "as" and above.head.lemma_ in ("quote", "cite"):
            return next((c for c in above.head.children if c.dep_ in ("nsubjpass", "dobj")), None)
        return source_of(above.head, climbed + 1) if above.head.pos_ in ("VERB", "AUX") else None
    if verb.dep_ == "advcl" and verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in verb.children):
        return None
    if verb.dep_ in ("conj", "advcl") and above.pos_ in ("VERB", "AUX"):
        return _subject_or_source(above, climbed + 1)
    return None


def _subject_or_source(verb: Token, climbed: int) -> Token | None:
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None) or source_of(verb, climbed)


def _maker(noun: Token, climbed: int) -> Token | None:
    """Of "issued a statement saying", the issuer; of "a letter saying", the letter; of "the man saying", the man."""
    if noun.ent_type_ in ("DATE", "TIME") or noun.lemma_.lower() in en.DOCUMENTS:
        above = noun.head
        if above.pos_ == "VERB" and noun.dep_ in ("dobj", "npadvmod"):
            return _subject_or_source(above, climbed + 1) or (None if noun.ent_type_ else noun)
    return noun


def _cue_span(token: Token, frame: str) -> tuple[int, int]:
    start, end = token.i, token.i + 1
    verb = token
    for _ in range(3):
        own = {c.i for c in verb.children if c.dep_ in _BEFORE_CUE}
        while start - 1 in own or (
            start > 0 and token.doc[start - 1].dep_ == "aux" and token.doc[start - 1].head == verb
        ):
            start -= 1
        above = verb.head
        joined = verb.dep_ == "xcomp" and above.pos_ in ("VERB", "ADJ") and start - 1 == above.i
        if not (joined and above.lemma_.lower() in en.VERBS and _merges(verb)):
            break
        start, verb = above.i, above
    particles = {c.i for c in token.children if c.dep_ in ("prt", "agent")}
    if frame == "S":
        particles |= {c.i for c in token.children if c.dep_ == "agent"}
    while end in particles:
        end += 1
    return start, end


def _stance(token: Token, lemma: str, entry: en.VerbCue, children: dict[str, list[Token]]) -> Stance | None:
    if "neg" not in children:
        if lemma in ("ask", "tell") and children.get("xcomp"):
            return None
        return entry.stance
    if entry.belief and entry.stance is Stance.ASSERTS:
        return Stance.DENIES if lemma in ("believe", "think", "agree", "support") else None
    return {Stance.DENIES: Stance.ASSERTS, Stance.DOUBTS: Stance.ASSERTS}.get(entry.stance) if entry.stance else None


def _view(modifiers: Iterable[Token]) -> WriterView | None:
    for modifier in modifiers:
        view = en.WRITER_VIEWS.get(modifier.lower_)
        if view is not None:
            return view
    return None


def _recipient(token: Token, parts: list[Token], children: dict[str, list[Token]]) -> tuple[int, int] | None:
    for child in children.get("dative", []) + children.get("dobj", []):
        if child.i > token.i and child not in parts and child.pos_ != "ADP":
            return child.left_edge.i, child.right_edge.i + 1
    return None


# -------------------------------------------------------------------------------------------------- nouns and phrases


def _noun(token: Token) -> Iterable[Draft]:
    entry = en.NOUNS.get(token.lemma_.lower())
    if entry is None:
        return
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    owner_is_possessive = owner is not None
    if owner is None:
        agent = next((c for c in token.children if c.dep_ in ("prep", "agent") and c.lower_ in ("by", "from")), None)
        owner = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
    clause = next((c for c in token.children if c.dep_ in ("acl", "ccomp", "relcl") and _that_clause(c)), None)
    light = _light_verb(token)
    if owner is None and light is not None:
        owner = source_of(light)
    start = end = token.i
    end += 1
    if light is not None and not owner_is_possessive and clause is not None:
        start = light.i
    concession = token.dep_ == "pobj" and token.head.lower_ in en.CONCESSIONS
    parts: list[Token]
    if clause is not None:
        parts = [clause]
    elif concession and entry.stance is Stance.DENIES and owner is not None:
        parts = []
    else:
        brings = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in entry.prepositions), None)
        if brings is None or owner is None:
            return
        parts = list(brings.children)
        end = brings.i + 1 if brings.i == end else end
    source = noun_phrase(owner, (start, end)) if owner is not None else None
    spans = _spans(token, parts, owner, (start, end)) if parts else _conceded(token)
    if not spans:
        return
    adjectives = [c for c in token.children if c.dep_ in ("amod", "advmod")]
    yield Draft(
        head=token.i,
        cue=(start, end),
        lemma=token.lemma_.lower(),
        frame="N",
        source=source,
        source_head=owner.i if owner is not None else None,
        spans=spans,
        stance=entry.stance,
        belief=entry.belief,
        writer_view=_view(adjectives),
    )


def _that_clause(clause: Token) -> bool:
    if clause.dep_ == "relcl":
        return False
    return any(c.dep_ == "mark" or (c.dep_ == "aux" and c.lower_ == "to") for c in clause.children)


def _light_verb(noun: Token) -> Token | None:
    above = noun.head
    return above if noun.dep_ == "dobj" and above.lemma_.lower() in en.LIGHT_VERBS else None


def _conceded(noun: Token) -> list[tuple[int, int]]:
    """The clause that "despite its denials" stands in, without the phrase itself."""
    phrase = noun.head
    above = phrase.head
    while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
        above = above.head
    first, last = above.left_edge.i, above.right_edge.i + 1
    if above.dep_ == "ccomp":
        objects = [c for c in above.head.children if c.dep_ == "dobj"]
        stranded = _stranded(above, objects, above.head.lemma_.lower())
        first = min([first, *(o.left_edge.i for o in stranded)])
    inside = (phrase.left_edge.i, phrase.right_edge.i + 1)
    return _pieces(noun.doc, first, last, [inside])


def _according(token: Token) -> Iterable[Draft]:
    doc = token.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return
    to = doc[token.i + 1]
    source = next((c for c in to.children if c.dep_ in ("pobj", "pcomp")), None)
    if source is None:
        return
    cue = (token.i, token.i + 2)
    phrase = noun_phrase(source, cue)
    above = token.head if token.head.i != token.i else to.head
    while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i and above.dep_ != "conj":
        above = above.head
    first, last = above.left_edge.i, above.right_edge.i + 1
    spans = _pieces(doc, first, last, [(token.i, max(phrase[1], token.i + 2))])
    yield Draft(token.i, cue, "according to", "T", phrase, source.i, spans, Stance.ASSERTS)


def _in_view(token: Token) -> Iterable[Draft]:
    noun = next((c for c in token.children if c.dep_ == "pobj"), None)
    if noun is None or noun.lower_ not in en.VIEW_NOUNS:
        return
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None:
        of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        owner = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    above = token.head
    if owner is None or above.pos_ not in ("VERB", "AUX"):
        return
    last = token.right_edge.i + 1
    spans = _pieces(token.doc, above.left_edge.i, above.right_edge.i + 1, [(token.i, last)])
    cue = (noun.i, noun.i + 1)
    yield Draft(noun.i, cue, noun.lemma_.lower(), "V", noun_phrase(owner, cue), owner.i, spans, Stance.ASSERTS)


def _adjective(token: Token) -> Iterable[Draft]:
    be = token.head
    if token.dep_ != "acomp" or be.lemma_ not in ("be", "feel", "remain", "become", "sound"):
        return
    part = next((c for c in token.children if c.dep_ == "ccomp"), None)
    end = token.i + 1
    if part is None:
        brings = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in en.MENTAL_PREPOSITIONS), None)
        if brings is None:
            return
        part = next((c for c in brings.children if c.dep_ in ("pobj", "pcomp")), None)
        end = brings.i + 1 if brings.i == end else end
    subject = source_of(be)
    if part is None or subject is None:
        return
    cue = (_cue_span(be, "-")[0], end)
    stance = None if any(c.dep_ == "neg" for c in be.children) else en.MENTAL_ADJECTIVES[token.lower_]
    spans = _spans(token, [part], subject, cue)
    yield Draft(token.i, cue, token.lower_, "J", noun_phrase(subject, cue), subject.i, spans, stance, belief=True)


# -------------------------------------------------------------------------------------------------------------- spans


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


def _spans(token: Token, parts: list[Token], subject: Token | None, cue: tuple[int, int]) -> list[tuple[int, int]]:
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
    return _pieces(token.doc, first, last, holes)


def _pieces(doc: Doc, first: int, last: int, holes: list[tuple[int, int]]) -> list[tuple[int, int]]:
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
