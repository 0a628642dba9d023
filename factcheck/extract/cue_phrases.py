"""A cue as the phrase it is: "went on to say", "said repeatedly", "sent a letter urging", "said in a statement".

It stands apart because the rules of attribution need the one word that makes an attribution, and whoever reads the
cue, or compares it with annotated ones, the words that belong to it. What belongs was chosen by how often the cues of
annotated news hold it where the parse shows it, each kind of word by itself: the kinds in :data:`KINDS` do in a half
of the cases or more, a channel ("in a statement") in four of ten; days ("said on Tuesday") and whom it is told
("told reporters") do not.
"""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from factcheck.extract import cues_en as en
from factcheck.extract.arcs import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

KINDS = (
    "verb above",  # "went on to say", "kept asking", "needs to explain"
    "adjective above",  # "is likely to say"
    "light verb",  # "sent a letter this week urging"
    "noun's own",  # "a public pledge", "his recent claim"
    "adverb",  # "said repeatedly"
    "manner",  # "said with a laugh"
    "channel",  # "said in a statement"
    "preposition",  # "spoke to the paper about"
    "it",  # "as the mayor put it"
)

_BEFORE = frozenset(("aux", "auxpass", "neg", "advmod"))
_BETWEEN = _BEFORE | {"prt"}
_OF_A_NOUN = frozenset(("det", "amod", "compound", "advmod", "nummod", "punct"))
_BE = frozenset(("be", "seem", "remain", "become", "look", "grow", "feel"))
_MOST_ABOVE = 3
_LONGEST_LIGHT = 8
"""How many tokens a light verb may stand before the participle that tells."""
_LONGEST_MANNER = 4
_LONGEST_CHANNEL = 8
_LONGEST_REACH = 5
"""How many tokens may stand between a verb and the preposition of its content."""


def widened(doc: Doc, draft: Draft, taken: Container[int]) -> tuple[int, int]:
    """The tokens of the whole cue of ``draft``, half-open: its own and those beside them that belong to it.

    Args:
        taken: positions of tokens that no cue may run over: sources, cues and what is said.
    """
    head = doc[draft.head]
    if draft.frame in ("T", "V", "H", "Q") or not head.is_alpha:
        return draft.cue
    if draft.frame == "N":
        return _noun_start(doc, draft, taken), draft.cue[1]
    if head.pos_ not in ("VERB", "AUX"):
        return draft.cue
    return _verb_start(doc, draft, taken), _verb_end(doc, draft, taken)


def _noun_start(doc: Doc, draft: Draft, taken: Container[int]) -> int:
    """The first of the words that describe a noun, behind its owner: "(his) most recent claim"."""
    noun = start = draft.head
    if draft.cue[0] != noun:
        return draft.cue[0]
    own = {noun}
    while start - 1 >= doc[noun].left_edge.i and start - 1 not in taken:
        word = doc[start - 1]
        if word.dep_ not in _OF_A_NOUN or word.tag_ in ("POS", "PRP$") or not own & {word.head.i, word.head.head.i}:
            break
        start -= 1
    while start < noun and doc[start].is_punct:
        start += 1
    return start


def _verb_start(doc: Doc, draft: Draft, taken: Container[int]) -> int:
    start = draft.cue[0]
    verb = doc[draft.head]
    for token in doc[start : draft.head]:
        if token.pos_ in ("VERB", "ADJ") and token.is_ancestor(verb):
            verb = token  # "declined to say" is one cue already
            break
    for _ in range(_MOST_ABOVE):
        above = _above(doc, verb, start)
        if above is None or any(k in taken for k in range(above.i, start)):
            break
        start, verb = _with_auxiliaries(doc, above, taken), above
    return start


def _above(doc: Doc, verb: Token, start: int) -> Token | None:
    """The verb that the cue begins with in truth, left of ``start``; None where it begins there."""
    above: Token = verb.head
    if above.i >= start:
        return None
    went = verb.dep_ == "advcl" and above.lemma_ == "go" and doc[above.i + 1].dep_ == "prt"
    if verb.dep_ == "xcomp" or went:
        between = all(t.dep_ in _BETWEEN and t.head.i in (above.i, verb.i) for t in doc[above.i + 1 : start])
        if not between:
            return None
        if above.pos_ in ("VERB", "AUX"):
            return above
        be = above.head
        joined = above.dep_ == "acomp" and be.i < above.i and be.lemma_ in _BE
        return be if joined and all(t.dep_ in _BEFORE for t in doc[be.i + 1 : above.i]) else None
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and above.pos_ == "VERB" and doc[start - 1].text != ",":
        told = any(c.dep_ == "dobj" and c.lemma_.lower() in en.DOCUMENTS for c in above.rights if c.i < start)
        return above if told and _light(doc, above, start) else None
    if verb.dep_ == "acl":
        light = above.head
        told = above.lemma_.lower() in en.DOCUMENTS or above.ent_type_ in ("DATE", "TIME")
        if not told or light.pos_ != "VERB" or above.dep_ not in ("dobj", "npadvmod") or light.i > above.i:
            return None
        return light if _light(doc, light, start) else None
    return None


def _light(doc: Doc, verb: Token, start: int) -> bool:
    """Whether a verb stands near the cue behind it, with no figure between: that is a claim of its own."""
    numbered = any(t.like_num and t.ent_type_ not in ("DATE", "TIME") for t in doc[verb.i : start])
    return start - verb.i <= _LONGEST_LIGHT and not numbered


def _with_auxiliaries(doc: Doc, verb: Token, taken: Container[int]) -> int:
    start: int = verb.i
    while start > 0 and start - 1 not in taken:
        before = doc[start - 1]
        if before.dep_ not in _BEFORE or before.head.i != verb.i or before.tag_ == "WRB":
            break
        start -= 1
    return start


def _verb_end(doc: Doc, draft: Draft, taken: Container[int]) -> int:
    end, head = draft.cue[1], draft.head
    while end < len(doc) and end not in taken and _plain_adverb(doc[end], head):
        end += 1
    if end >= len(doc) or end in taken:
        return end
    beside = doc[end]
    if beside.lower_ == "it" and draft.lemma == "put":
        return end + 1
    if draft.frame == "P":
        brings = next((c for c in doc[head].rights if c.i >= end and _brings(c, draft)), None)
        reached = brings is not None and brings.i - end <= _LONGEST_REACH
        return brings.i + 1 if brings is not None and reached and not _any(taken, end, brings.i + 1) else end
    if beside.dep_ != "prep" or beside.head.i != head:
        return end
    last = next((k for k in range(end, beside.right_edge.i + 1) if k in taken), beside.right_edge.i + 1)
    longest = _LONGEST_MANNER if beside.lower_ == "with" else _LONGEST_CHANNEL if _is_channel(beside) else 0
    return last if last - end <= longest and not doc[last - 1].is_punct else end


def _any(taken: Container[int], start: int, end: int) -> bool:
    return any(k in taken for k in range(start, end))


def _plain_adverb(token: Token, head: int) -> bool:
    plain = token.dep_ == "advmod" and token.tag_ in ("RB", "RBR") and token.head.i == head
    return plain and token.lower_ not in en.NOT_OF_A_CUE and next(token.children, None) is None


def _brings(preposition: Token, draft: Draft) -> bool:
    wanted = en.PREPOSITIONS.get(draft.lemma, frozenset())
    if preposition.dep_ != "prep" or preposition.lower_ not in wanted:
        return False
    return any(s <= t.idx < e for t in preposition.subtree for s, e in draft.spans)


def _is_channel(preposition: Token) -> bool:
    if preposition.lower_ not in ("in", "on"):
        return False
    return any(c.lemma_.lower() in en.CHANNEL_NOUNS for c in preposition.children if c.dep_ == "pobj")
