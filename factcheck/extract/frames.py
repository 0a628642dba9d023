"""Verbs as cues: which frame a verb fills, and so where its source and its content stand.

It stands apart from :mod:`.phrases` because a verb's frames are a table (:data:`.cues_en.VERBS`) and a choice among
them, where a noun or a phrase has one shape. Each verb is looked at by itself, so that the whole is one pass.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.extract import cues_en as en
from factcheck.extract import titles_en as titles
from factcheck.extract import told_numbers_en as counting
from factcheck.extract.arcs import (
    Draft,
    argument_spans,
    cue_span,
    from_segment,
    merges,
    noun_phrase,
    pieces,
    source_of,
    stranded,
    tells,
    unattached,
    writer_view,
)
from factcheck.extract.closings import closing, tails
from factcheck.extract.hung import (
    around,
    brought,
    children_of,
    dated,
    entry_of,
    goes_on,
    marked_behind,
    related,
    to_do,
    unproven_noun,
    whole_before,
)
from factcheck.extract.told_numbers import counted_parts, revision, shown_by_survey
from factcheck.extract.word_order import subject_before
from factcheck.model import Stance, WriterView

if TYPE_CHECKING:
    from spacy.tokens import Token

_SET_OFF = frozenset(",—–()-")


def verb_drafts(token: Token) -> Iterable[Draft]:
    entry = entry_of(token.lemma_.lower())
    if entry is None and token.lemma_.lower() in counting.REVISING:
        yield from revision(token)
    if entry is None or token.dep_ in ("aux", "auxpass", "amod", "compound"):
        return
    lemma = token.lemma_.lower()
    frames = entry.frames
    unproven = unproven_noun(token)
    children = children_of(token, lemma, unproven)
    passive = (
        "auxpass" in children
        or "nsubjpass" in children
        or (token.tag_ == "VBN" and token.dep_ == "acl" and not tells(token))
    )
    subject = source_of(token)
    if subject is not None and subject.lower_ in ("me", "us") and token.head.lemma_.lower() == "let":
        return  # "let me add that": whoever says so says what follows
    told = marked_behind(token, children)
    if told is not None:
        children["ccomp"] = [told]
    parts, frame = _complement(token, lemma, frames, children, passive)
    lacking = frame == "-" or (subject is None and frame == "C" and parts[-1].i < token.i)
    ending = closing(token) if lacking or (frame == "W" and _behind_comma(subject)) else None
    if frame == "X" and parts and merges(parts[0]) and _has_content(parts[0]):
        return  # the infinitive is the cue, and takes this verb into it
    if not parts and frame != "D" and "Q" not in frames and "C" not in frames:
        return
    if frame in ("O", "V", "K") and subject is None and not passive:
        return
    if passive and any(c.dep_ == "pcomp" for p in children.get("prep", []) if p.lower_ == "as" for c in p.children):
        return  # "was quoted as saying": the verb behind it is the cue
    cue = cue_span(token, frame)
    if frame == "P":
        preposition = next(c for c in token.children if c.dep_ == "prep" and c in parts)
        parts = [*preposition.children, *(c for c in parts if c.i > preposition.i)]
        if cue[1] == preposition.i:
            cue = (cue[0], preposition.i + 1)
        if not parts:
            return
    if lemma in en.RAISING:
        if frame == "-":
            return  # "appeared on television"
        parts, subject = ([subject] if subject is not None else []) + parts, None
    spans = _spans(token, frame, parts, subject, cue)
    source = noun_phrase(subject, cue) if subject is not None else None
    if source is None and told is not None and frame == "C" and not passive and not entry.belief:
        ordered = subject_before(token)
        if ordered is not None:
            source, subject = ordered[:2], token.doc[ordered[2]]
    if ending is not None:
        frame, source, subject = "C", ending.source, token.doc[ending.head]
        spans = pieces(token.doc, *ending.told, [])
    if spans:
        spans = from_segment(token, spans)
        if not spans and "Q" not in frames:
            return
    yield Draft(
        head=token.i,
        cue=cue,
        lemma=lemma,
        frame=frame,
        source=source,
        source_head=subject.i if subject is not None else None,
        spans=spans,
        stance=Stance.ASSERTS
        if frame == "A" and "neg" not in children
        else _stance(token, lemma, frame, entry, children),
        belief=entry.belief,
        writer_view=WriterView.DOUBTS if unproven is not None else writer_view(children.get("advmod", ())),
        quotes="Q" in frames,
        recipient=_recipient(token, parts, children),
    )


def _behind_comma(subject: Token | None) -> bool:
    """Whether what looks like a relative clause without a pronoun is none, for a comma stands before it."""
    first = subject.left_edge.i if subject is not None else 0
    return subject is not None and first > 0 and subject.doc[first - 1].text == ","


def _spans(
    token: Token, frame: str, parts: list[Token], subject: Token | None, cue: tuple[int, int]
) -> list[tuple[int, int]]:
    """Where the content stands that fills a frame, in code points."""
    if frame == "W":
        return pieces(token.doc, parts[0].left_edge.i, token.left_edge.i, [])
    spans = around(token, subject) if frame == "D" else argument_spans(token, parts, subject, cue)
    if frame != "C" or subject is None:
        return spans
    if all(p.i < token.i for p in parts):
        for tail in tails(token, parts):
            spans += pieces(token.doc, tail.left_edge.i, tail.right_edge.i + 1, [])
    return related(token) + whole_before(token, subject, spans) + goes_on(token, parts)


def _complement(
    token: Token, lemma: str, frames: frozenset[str], children: dict[str, list[Token]], passive: bool
) -> tuple[list[Token], str]:
    """The children that make the content, and the frame they fill; none and ``-`` where no frame fits."""
    clauses = [c for c in children.get("ccomp", []) if not _joined(token, c)]
    objects = children.get("dobj", [])
    infinitives = children.get("xcomp", [])
    if not frames.isdisjoint("VK"):
        return counted_parts(frames, children, passive)
    if "X" in frames and not infinitives and all(dated(o) for o in objects) and (purpose := to_do(token, children)):
        objects, infinitives = [], [purpose]  # "promised Sunday to end it"
    if not clauses and not objects and _aside(token, lemma, children):
        return [], "D"
    if passive and "C" in frames and clauses:
        return clauses, "C"
    if passive and lemma in en.RECIPIENT_VERBS:
        asked = [c for c in children.get("prep", []) if c.lower_ in en.PREPOSITIONS.get(lemma, ())]
        return (asked[:1], "P") if asked else (infinitives, "X") if infinitives else ([], "-")
    if passive:
        subjects = children.get("nsubjpass", [])
        by = bool(children.get("agent"))
        rest = infinitives + children.get("oprd", []) + _after(token, children, ("as", "of", "for", "to"))
        rest = rest or _behind_agent(children)
        if subjects and ("S" in frames or by) and frames & set("SOACR"):
            return subjects + rest, "S"
        return ([], "-") if not (by and rest) else (rest, "S")
    if "C" in frames and "A" in frames and clauses and objects and objects[0].i < clauses[0].i:
        return objects + clauses, "A"
    if "P" in frames and clauses and (brings := brought(token, lemma, clauses[0], children)) is not None:
        return [brings, clauses[0]], "P"
    if "C" in frames and clauses:
        return stranded(clauses[-1], objects, lemma) + clauses, "C"
    if token.dep_ == "parataxis" and "C" in frames and not objects and (children.get("nsubj") or unattached(token)):
        return [], "D"
    if objects and infinitives and frames & set("RAO"):
        return objects + infinitives, "R"
    if "X" in frames and infinitives:
        called = _called_upon(token, lemma, children) if "R" in frames else []
        return called + infinitives, "R" if called else "X"
    named = children.get("oprd", []) + _after(token, children, ("as",))
    if "A" in frames and named:
        return objects + clauses + named, "A"
    if "A" in frames and clauses:
        return clauses, "A"
    if not passive and lemma in counting.SHOWING and (shown := shown_by_survey(token, children)):
        return shown, "O"
    if objects and "O" in frames and not (lemma in en.LIGHT_VERBS and _bare_document(objects[0])):
        continued = en.CONTINUES_OBJECT | (counting.VALUE_PREPOSITIONS if lemma in counting.VALUES else frozenset())
        rest = _after(token, children, continued)
        deeds = children.get("advcl", []) if any(c.dep_ == "pcomp" for p in rest for c in p.children) else []
        return objects + rest + [d for d in deeds if d.tag_ == "VBG" and d.i > token.i and not entry_of(d.lemma_)], "O"
    if "P" in frames:
        wanted = en.PREPOSITIONS.get(lemma, frozenset())
        for child in children.get("prep", []):
            if child.lower_ in wanted and child.i > token.i and not _temporal(child):
                return [child], "P"
        for child in children.get("advcl", []) + infinitives:
            if child.i > token.i and any(c.dep_ == "mark" and c.lower_ in wanted for c in child.children):
                return [child], "R"
    if "X" in frames and children.get("oprd"):
        return children["oprd"], "X"
    if token.dep_ == "relcl" and "O" in frames and not objects and children.get("nsubj"):
        return [token.head], "W"
    return [], "-"


def _aside(token: Token, lemma: str, children: dict[str, list[Token]]) -> bool:
    """True for "as the paper reported, …" and "…, as reported by the paper": the clause around it is what is told."""
    if token.dep_ != "advcl" or lemma not in en.CITED_WITH_AS or token.head.pos_ not in ("VERB", "AUX"):
        return False
    marks = children.get("mark", []) + [c for c in children.get("prep", []) if c.i < token.i]
    told = children.get("nsubj", []) + children.get("agent", [])
    first, last = token.left_edge.i, token.right_edge.i + 1
    doc = token.doc
    around = (doc[k].text for k in (first - 1, last - 1, last) if 0 <= k < len(doc))
    set_off = any(mark in _SET_OFF for mark in around)
    others = [one for one in told if one.lower_ not in titles.SPEAKER_WORDS and one.lower_ != "you"]
    return bool(others) and any(m.lower_ == "as" and m.i == first for m in marks) and set_off


def _behind_agent(children: dict[str, list[Token]]) -> list[Token]:
    """What somebody is accused of, where that stands behind the accuser: "accused by the press of lying"."""
    behind = [c for agent in children.get("agent", []) for c in agent.rights if c.dep_ == "prep" and c.lower_ == "of"]
    return [part for preposition in behind for part in preposition.children]


def _bare_document(noun: Token) -> bool:
    """Whether nothing is told of what was issued ("released a statement"): that is no content."""
    return noun.lemma_.lower() in en.DOCUMENTS and all(
        c.dep_ not in ("prep", "acl", "relcl", "ccomp", "appos") for c in noun.children
    )


def _called_upon(token: Token, lemma: str, children: dict[str, list[Token]]) -> list[Token]:
    """Who is to do something, behind a preposition: "called on Congress to act"."""
    infinitive = children["xcomp"][0]
    wanted = en.PREPOSITIONS.get(lemma, frozenset())
    found = [c for c in children.get("prep", []) if token.i < c.i < infinitive.i and c.lower_ in wanted]
    return [c for c in found[0].children if c.dep_ == "pobj"] if found and not _temporal(found[0]) else []


def _joined(verb: Token, clause: Token) -> bool:
    """Whether "and" stands right before a clause that follows: it goes on with the sentence, not with the verb."""
    first = clause.left_edge.i
    return first - 1 > verb.i and clause.doc[first - 1].dep_ == "cc"


def _has_content(infinitive: Token) -> bool:
    """Whether the infinitive of "declined to comment on …" brings content of its own."""
    children: dict[str, list[Token]] = {}
    for child in infinitive.children:
        children.setdefault(child.dep_, []).append(child)
    lemma = infinitive.lemma_.lower()
    return bool(_complement(infinitive, lemma, en.VERBS[lemma].frames, children, False)[0])


def _after(token: Token, children: dict[str, list[Token]], words: Iterable[str]) -> list[Token]:
    return [c for c in children.get("prep", []) if c.i > token.i and c.lower_ in words and not _temporal(c)]


def _temporal(preposition: Token) -> bool:
    return any(c.ent_type_ in ("DATE", "TIME") for c in preposition.children)


def _stance(token: Token, lemma: str, frame: str, entry: en.VerbCue, children: dict[str, list[Token]]) -> Stance | None:
    if "neg" not in children:
        if frame == "A":
            return Stance.ASSERTS
        if lemma in ("ask", "tell") and children.get("xcomp"):
            return None
        if entry.stance is None and frame in ("C", "D", "-") and lemma in en.ADVISES:
            return Stance.ASSERTS
        return entry.stance
    if entry.belief and entry.stance is Stance.ASSERTS:
        return Stance.DENIES if lemma in ("believe", "think", "agree", "support") else None
    return {Stance.DENIES: Stance.ASSERTS, Stance.DOUBTS: Stance.ASSERTS}.get(entry.stance) if entry.stance else None


def _recipient(token: Token, parts: list[Token], children: dict[str, list[Token]]) -> tuple[int, int] | None:
    for child in children.get("dative", []) + children.get("dobj", []):
        if child.i > token.i and child not in parts and child.pos_ != "ADP":
            return child.left_edge.i, child.right_edge.i + 1
    return None
