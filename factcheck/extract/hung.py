"""What belongs to a verb of saying and the parse hung elsewhere: clauses, infinitives, the rest of a sentence.

It stands apart from :mod:`.frames`, which chooses among a verb's frames, because each rule here mends one habit of the
parser, and would go if the parser got it right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract import cues_en as en
from factcheck.extract.arcs import pieces, segment, source_of, strayed_clause
from factcheck.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN"))
_NEAR = 3
"""How many tokens behind a verb its clause may begin that the parse took for a condition."""
_DASHES = frozenset("—–-")


def children_of(token: Token, lemma: str, unproven: Token | None) -> dict[str, list[Token]]:
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


def marked_behind(token: Token, children: dict[str, list[Token]]) -> Token | None:
    """The clause with "that" behind a verb whose subject is not in the tree, or that has another clause before it."""
    clauses = children.get("ccomp", [])
    behind = [c for c in clauses if c.i > token.i and c.left_edge.lower_ == "that" and c.left_edge.i > token.i]
    if not behind or (source_of(token) is not None and all(c.i > token.i for c in clauses)):
        return None
    return behind[0] if token.tag_ in _FINITE else None


def unproven_noun(token: Token) -> Token | None:
    """The noun of "alleged without evidence that", "claimed, without any proof, that", right behind the verb."""
    entry = entry_of(token.lemma_.lower())
    if entry is None or "C" not in entry.frames:
        return None
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "without" and child.i - token.i <= 2:
            return next(
                (one for one in token.doc[child.i + 1 : child.right_edge.i + 1][:4] if one.lower_ in en.PROOF), None
            )
    return None


def brought(token: Token, lemma: str, clause: Token, children: dict[str, list[Token]]) -> Token | None:
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


def to_do(token: Token, children: dict[str, list[Token]]) -> Token | None:
    """The infinitive behind a date that the parse took for a purpose of the verb's."""
    if not children.get("dobj"):
        return None
    found = [c for c in children.get("advcl", []) if c.i > token.i]
    for preposition in children.get("prep", []):
        found += [c for noun in preposition.rights for c in noun.rights if c.dep_ == "acl" and c.i > token.i]
    return next((c for c in found if any(m.dep_ == "aux" and m.lower_ == "to" for m in c.lefts)), None)


def related(token: Token) -> list[tuple[int, int]]:
    """The "which" of "a wall, which he said the town should pay for": it belongs to what is said."""
    if token.dep_ != "relcl":
        return []
    first = token.left_edge
    if first.tag_ not in ("WDT", "WP") or (first.dep_ in ("nsubj", "nsubjpass") and first.head.i == token.i):
        return []
    return pieces(token.doc, first.i, first.i + 1, [])


def goes_on(token: Token, parts: list[Token]) -> list[tuple[int, int]]:
    """What follows the content without a comma and the parse hung on the cue: "said it left them out because …"."""
    last = max(p.right_edge.i for p in parts)
    if last < token.i:
        return []
    behind = next((c for c in token.rights if c.left_edge.i == last + 1 and c.dep_ in ("advcl", "prep")), None)
    if behind is None or any(t.pos_ == "VERB" and entry_of(t.lemma_.lower()) is not None for t in behind.subtree):
        return []  # what somebody else tells stands by itself
    return pieces(token.doc, behind.left_edge.i, behind.right_edge.i + 1, [])


def around(token: Token, subject: Token | None) -> list[tuple[int, int]]:
    """The clause that a cue with its subject is put into: "Russia, he said, would leave"."""
    above = token.head
    while above.dep_ in ("aux", "auxpass"):
        above = above.head
    own = [(token.left_edge.i, token.right_edge.i + 1)]
    if subject is not None and subject.head.i != token.i:
        own.append((subject.left_edge.i, token.i))
    return pieces(token.doc, above.left_edge.i, above.right_edge.i + 1, own)


def whole_before(token: Token, subject: Token, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
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


def _questions(token: Token, lemma: str, children: dict[str, list[Token]]) -> list[Token]:
    """The clause of "asked if …" and "wonders whether …" that the parse took for a condition."""
    entry = entry_of(lemma)
    if entry is None or "C" not in entry.frames:
        return []
    marks = ("if", "whether") if entry.stance is Stance.ASKS else ("whether",)
    return [
        clause
        for clause in children.get("advcl", [])
        if 0 < clause.left_edge.i - token.i <= _NEAR
        and any(c.dep_ == "mark" and c.lower_ in marks for c in clause.lefts)
    ]


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


def entry_of(lemma: str) -> en.VerbCue | None:
    """How a verb attributes, by its lemma; None for one that doesn't."""
    return en.VERBS.get(lemma) or en.COUNTING.get(lemma) or en.POSITIONS.get(lemma)


def dated(token: Token) -> bool:
    """Whether a token is of a date or a time of day."""
    return token.ent_type_ in ("DATE", "TIME")
