"""Verbs as cues: which frame a verb fills, and so where its source and its content stand.

It stands apart from :mod:`.phrases` because a verb's frames are a table (:data:`.cues_en.VERBS`) and a choice among
them, where a noun or a phrase has one shape. Each verb is looked at by itself, so that the whole is one pass.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.extract import cues_en as en
from factcheck.extract import titles_en as titles
from factcheck.extract.arcs import (
    Draft,
    argument_spans,
    cue_span,
    from_segment,
    merges,
    noun_phrase,
    pieces,
    segment,
    source_of,
    stranded,
    strayed_clause,
    tells,
    unattached,
    writer_view,
)
from factcheck.extract.closings import closing, tails
from factcheck.extract.told_numbers import counted_parts, revision, shown_by_survey
from factcheck.extract.word_order import subject_before
from factcheck.model import Stance, WriterView

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN"))
_NEAR = 3
"""How many tokens behind a verb its clause may begin that the parse took for a condition."""
_DASHES = frozenset("—–-")
_SET_OFF = frozenset(",—–()-")


def verb_drafts(token: Token) -> Iterable[Draft]:
    entry = _entry(token.lemma_.lower())
    if entry is None and token.lemma_.lower() in en.REVISING:
        yield from revision(token)
    if entry is None or token.dep_ in ("aux", "auxpass", "amod", "compound"):
        return
    lemma = token.lemma_.lower()
    frames = entry.frames
    unproven = _unproven(token)
    children = _children(token, lemma, unproven)
    passive = (
        "auxpass" in children
        or "nsubjpass" in children
        or (token.tag_ == "VBN" and token.dep_ == "acl" and not tells(token))
    )
    subject = source_of(token)
    if subject is not None and subject.lower_ in ("me", "us") and token.head.lemma_.lower() == "let":
        return  # "let me add that": whoever says so says what follows
    told = _marked_behind(token, children)
    if told is not None:
        children["ccomp"] = [told]
    parts, frame = _complement(token, lemma, frames, children, passive)
    ending = closing(token) if frame == "-" or (subject is None and frame == "C" and parts[-1].i < token.i) else None
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


def _children(token: Token, lemma: str, unproven: Token | None) -> dict[str, list[Token]]:
    """The children of a verb by what they are to it, with the clauses that the parse hung elsewhere."""
    children: dict[str, list[Token]] = {}
    for child in token.children:
        if child.dep_ != "ccomp" or not (_lent_to(child) or _apart(child)):
            children.setdefault(child.dep_, []).append(child)
    lent = [child for child in token.head.children if token.dep_ == "advcl" and _lent_to(child) == token]
    if lent:
        children.setdefault("ccomp", []).extend(lent)
    if unproven is not None and "ccomp" not in children:
        children["ccomp"] = [c for c in unproven.children if c.i > unproven.i and c.dep_ in ("acl", "ccomp", "relcl")]
    if not children.get("ccomp"):
        strayed = strayed_clause(token)
        children["ccomp"] = [strayed] if strayed is not None else _questions(token, lemma, children)
    return children


def _spans(
    token: Token, frame: str, parts: list[Token], subject: Token | None, cue: tuple[int, int]
) -> list[tuple[int, int]]:
    """Where the content stands that fills a frame, in code points."""
    if frame == "W":
        return pieces(token.doc, parts[0].left_edge.i, token.left_edge.i, [])
    spans = _around(token, subject) if frame == "D" else argument_spans(token, parts, subject, cue)
    if frame != "C" or subject is None:
        return spans
    if all(p.i < token.i for p in parts):
        for tail in tails(token, parts):
            spans += pieces(token.doc, tail.left_edge.i, tail.right_edge.i + 1, [])
    return _related(token) + _whole_before(token, subject, spans) + _goes_on(token, parts)


def _related(token: Token) -> list[tuple[int, int]]:
    """The "which" of "a wall, which he said the town should pay for": it belongs to what is said."""
    if token.dep_ != "relcl":
        return []
    first = token.left_edge
    if first.tag_ not in ("WDT", "WP") or (first.dep_ in ("nsubj", "nsubjpass") and first.head.i == token.i):
        return []
    return pieces(token.doc, first.i, first.i + 1, [])


def _goes_on(token: Token, parts: list[Token]) -> list[tuple[int, int]]:
    """What follows the content without a comma and the parse hung on the cue: "said it left them out because …"."""
    last = max(p.right_edge.i for p in parts)
    if last < token.i:
        return []
    behind = next((c for c in token.rights if c.left_edge.i == last + 1 and c.dep_ in ("advcl", "prep")), None)
    if behind is None or any(t.pos_ == "VERB" and _entry(t.lemma_.lower()) is not None for t in behind.subtree):
        return []  # what somebody else tells stands by itself
    return pieces(token.doc, behind.left_edge.i, behind.right_edge.i + 1, [])


def _marked_behind(token: Token, children: dict[str, list[Token]]) -> Token | None:
    """The clause with "that" behind a verb whose subject is not in the tree, or that has another clause before it."""
    clauses = children.get("ccomp", [])
    behind = [c for c in clauses if c.i > token.i and c.left_edge.lower_ == "that" and c.left_edge.i > token.i]
    if not behind or (source_of(token) is not None and all(c.i > token.i for c in clauses)):
        return None
    return behind[0] if token.tag_ in _FINITE else None


def _unproven(token: Token) -> Token | None:
    """The noun of "alleged without evidence that", "claimed, without any proof, that", right behind the verb."""
    entry = _entry(token.lemma_.lower())
    if entry is None or "C" not in entry.frames:
        return None
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "without" and child.i - token.i <= 2:
            return next(
                (one for one in token.doc[child.i + 1 : child.right_edge.i + 1][:4] if one.lower_ in en.PROOF), None
            )
    return None


def _entry(lemma: str) -> en.VerbCue | None:
    return en.VERBS.get(lemma) or en.COUNTING.get(lemma) or en.POSITIONS.get(lemma)


def _complement(
    token: Token, lemma: str, frames: frozenset[str], children: dict[str, list[Token]], passive: bool
) -> tuple[list[Token], str]:
    """The children that make the content, and the frame they fill; none and ``-`` where no frame fits."""
    clauses = [c for c in children.get("ccomp", []) if not _joined(token, c)]
    objects = children.get("dobj", [])
    infinitives = children.get("xcomp", [])
    if not frames.isdisjoint("VK"):
        return counted_parts(frames, children, passive)
    if "X" in frames and not infinitives and all(_dated(o) for o in objects) and (purpose := _to_do(token, children)):
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
    if "P" in frames and clauses and (brings := _brought(token, lemma, clauses[0], children)) is not None:
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
    if not passive and lemma in en.SHOWING and (shown := shown_by_survey(token, children)):
        return shown, "O"
    if objects and "O" in frames and not (lemma in en.LIGHT_VERBS and _bare_document(objects[0])):
        continued = en.CONTINUES_OBJECT | (en.VALUE_PREPOSITIONS if lemma in en.VALUES else frozenset())
        rest = _after(token, children, continued)
        deeds = children.get("advcl", []) if any(c.dep_ == "pcomp" for p in rest for c in p.children) else []
        return objects + rest + [d for d in deeds if d.tag_ == "VBG" and d.i > token.i and not _entry(d.lemma_)], "O"
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


def _questions(token: Token, lemma: str, children: dict[str, list[Token]]) -> list[Token]:
    """The clause of "asked if …" and "wonders whether …" that the parse took for a condition."""
    entry = _entry(lemma)
    if entry is None or "C" not in entry.frames:
        return []
    marks = ("if", "whether") if entry.stance is Stance.ASKS else ("whether",)
    return [
        clause
        for clause in children.get("advcl", [])
        if 0 < clause.left_edge.i - token.i <= _NEAR
        and any(c.dep_ == "mark" and c.lower_ in marks for c in clause.lefts)
    ]


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


def _lent_to(clause: Token) -> Token | None:
    """The verb of saying right before a clause that the parse hung on a later one: "suggested" in "while a survey
    suggested (that) A, groups say B", with A before "say"."""
    first = clause.left_edge.i
    if clause.dep_ != "ccomp" or clause.i > clause.head.i or first == 0:
        return None
    verb: Token = clause.doc[first - 1]
    entry = en.VERBS.get(verb.lemma_.lower())
    if verb.dep_ != "advcl" or verb.head.i != clause.head.i or entry is None or "C" not in entry.frames:
        return None
    return None if any(child.dep_ == "ccomp" for child in verb.children) else verb


def _apart(clause: Token) -> bool:
    """Whether a semicolon stands between a clause and the verb behind it that the parse hung it on; or a dash, where
    the verb brings something else: "it earned well — he reported making 4 million"."""
    verb = clause.head
    if clause.i > verb.i:
        return False
    behind = any(c.i > verb.i and c.dep_ in ("ccomp", "xcomp") for c in verb.children)
    dash = clause.right_edge.i + 1
    return segment(verb)[0] > clause.i or (behind and verb.doc[dash].text in _DASHES)


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


def _around(token: Token, subject: Token | None) -> list[tuple[int, int]]:
    """The clause that a cue with its subject is put into: "Russia, he said, would leave"."""
    above = token.head
    while above.dep_ in ("aux", "auxpass"):
        above = above.head
    own = [(token.left_edge.i, token.right_edge.i + 1)]
    if subject is not None and subject.head.i != token.i:
        own.append((subject.left_edge.i, token.i))
    return pieces(token.doc, above.left_edge.i, above.right_edge.i + 1, own)


def _whole_before(token: Token, subject: Token, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """All of the sentence before ", the ministry said on Thursday" at its end, where the parse took the telling for a
    part of the last clause told: "A although B, the ministry said"."""
    doc, sentence = token.doc, token.sent
    first = subject.left_edge.i
    if token.head.i == token.i or len(spans) != 1 or first == sentence.start or doc[first - 1].text != ",":
        return spans
    start, end = spans[0]
    behind = token.right_edge.i + 1
    ends = behind >= sentence.end or doc[behind].text in ".?!"
    if end > doc[first].idx or not ends:
        return spans
    before = range(sentence.start, first)
    if sentence.root.i not in before or doc[sentence.root.i].idx >= start:
        return spans
    if any(doc[k].lemma_.lower() in en.VERBS and not en.VERBS[doc[k].lemma_.lower()].belief for k in before):
        return spans
    return [(doc[sentence.start].idx, end)]


def _brought(token: Token, lemma: str, clause: Token, children: dict[str, list[Token]]) -> Token | None:
    """The preposition of "pointed to the nine times it has failed", whose noun the clause describes."""
    first = clause.left_edge.i
    if first <= token.i or any(c.dep_ == "mark" for c in clause.lefts):
        return None
    wanted = en.PREPOSITIONS.get(lemma, frozenset())
    found = next((c for c in children.get("prep", []) if c.right_edge.i == first - 1), None)
    noun = (
        next((c for c in found.children if c.dep_ == "pobj" and c.i == first - 1), None) if found is not None else None
    )
    return found if found is not None and found.lower_ in wanted and noun is not None and noun.tag_ == "NNS" else None


def _dated(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")


def _to_do(token: Token, children: dict[str, list[Token]]) -> Token | None:
    """The infinitive behind a date that the parse took for a purpose of the verb's."""
    if not children.get("dobj"):
        return None
    found = [c for c in children.get("advcl", []) if c.i > token.i]
    for preposition in children.get("prep", []):
        found += [c for noun in preposition.rights for c in noun.rights if c.dep_ == "acl" and c.i > token.i]
    return next((c for c in found if any(m.dep_ == "aux" and m.lower_ == "to" for m in c.lefts)), None)


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
