"""Indirect speech with its telling at the end or inside: "A, the head of the agency estimated", "A, the firm said, B".

It stands apart because here the parse is read against the grain: what it takes for an apposition is who speaks, and
what it hangs on the verb of saying goes on with what is said. The order of the words and the commas decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.extract import cues_en as en
from factcheck.extract import titles_en as titles
from factcheck.extract.arcs import segment

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLD = frozenset(("VBD", "VBN", "VBZ", "VBP"))
_LONGEST_NAME = 14
_LONGEST_TAIL = 12
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_ENDS = frozenset(".!?")
_QUOTES = frozenset('“”"«»„')
_OPENS_NAME = frozenset(("DET", "PROPN", "NOUN", "ADJ", "NUM", "PRON"))


@dataclass(frozen=True, slots=True)
class Closing:
    """Who speaks at the end of a sentence, and where what they say ends; token positions, ``source`` half-open."""

    source: tuple[int, int]
    head: int
    told: tuple[int, int]


def closing(verb: Token) -> Closing | None:
    """The telling that ends a sentence, for a verb of saying to which the parse gave no subject or no content.

    "…, the director of the agency estimated on Tuesday", "…, chief executive Ann Li told reporters".
    """
    lemma = verb.lemma_.lower()
    entry = en.VERBS.get(lemma)
    if entry is None or entry.belief or "C" not in entry.frames or verb.tag_ not in _TOLD:
        return None
    if any(c.dep_ in ("auxpass", "agent", "aux") for c in verb.children):
        return None
    of_people = "Q" in entry.frames and lemma not in en.SELDOM_CLOSING
    start, end = segment(verb)
    if not _ends_sentence(verb, end):
        return None
    name = _name_before(verb, start, of_people=of_people)
    if name is None:
        return None
    first, last, head = name
    while start < first and verb.doc[start].is_space:
        start += 1
    told = range(start, first - 1)
    doc = verb.doc
    if any(doc[k].text in _QUOTES for k in told) or not any(doc[k].dep_ in _SUBJECTS for k in told):
        return None
    if any(_other_telling(doc[k]) for k in told):
        return None
    return Closing((first, last), head, (start, first - 1))


def _other_telling(token: Token) -> bool:
    entry = en.VERBS.get(token.lemma_.lower()) if token.pos_ == "VERB" else None
    return entry is not None and not entry.belief and {"C", "Q"} <= entry.frames and token.tag_ in _TOLD


def _ends_sentence(verb: Token, end: int) -> bool:
    """Whether only whom it was told, when and where stand behind the verb."""
    doc, last = verb.doc, end
    while last - 1 > verb.i and (doc[last - 1].text in _ENDS or doc[last - 1].is_space or doc[last - 1].text == ";"):
        last -= 1
    tail = doc[verb.i + 1 : last]
    if len(tail) > _LONGEST_TAIL or any(t.pos_ in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ") for t in tail):
        return False
    if not len(tail) or verb.lemma_.lower() in en.RECIPIENT_VERBS:
        return True
    return tail[0].pos_ == "ADP" or tail[0].ent_type_ in ("DATE", "TIME")


def _name_before(verb: Token, start: int, *, of_people: bool) -> tuple[int, int, int] | None:
    """The phrase between the last comma and the verb, with an apposition at its end; and its head. A person or body,
    where the verb is one of theirs; or a document ("a survey by the university found", "papers seen by the Post show").
    """
    doc, last = verb.doc, verb.i
    first = _after_comma(verb, last, start)
    if first is not None and first == last:  # "…, Ann Li, the director, said"
        inner = _after_comma(verb, last - 1, start)
        first = _after_comma(verb, inner - 1, start) if inner is not None and inner - 1 > start else None
        if inner is None or first is None:
            return None
        last = inner - 1
    if first is None or not 0 < last - first <= _LONGEST_NAME:
        return None
    words = doc[first:last]
    stop = next((k for k in range(first, last) if doc[k].pos_ == "ADP" or doc[k].tag_ == "VBN"), last)
    nouns = [k for k in range(first, stop) if doc[k].pos_ in ("NOUN", "PROPN")]
    if words[0].pos_ not in _OPENS_NAME or not nouns:
        return None
    holds_words = doc[nouns[-1]].lower_ in titles.INFORMATION
    if not holds_words and not (of_people and _can_speak(doc[nouns[-1]])):
        return None
    if any(t.pos_ in ("VERB", "AUX", "SCONJ", "PUNCT") and not (holds_words and t.tag_ == "VBN") for t in words):
        return None
    return first, verb.i if last == verb.i else verb.i - 1, nouns[-1]


def _after_comma(verb: Token, stop: int, start: int) -> int | None:
    """The position behind the last comma before ``stop``, within the sentence."""
    at = stop
    while at > start and verb.doc[at - 1].text != ",":
        at -= 1
    return at if at > start else None


def _can_speak(noun: Token) -> bool:
    if noun.pos_ == "PROPN":
        return noun.ent_type_ not in ("DATE", "TIME", "GPE", "LOC", "FAC", "EVENT")
    return noun.lower_ in titles.PERSON_NOUNS | titles.BODY_NOUNS | en.OUTLETS


def tails(verb: Token, told: list[Token]) -> list[Token]:
    """What goes on with indirect speech behind ", the firm said,": "compared with 5 percent a year earlier"."""
    doc = verb.doc
    before = doc[max(0, min((one.left_edge.i for one in told), default=0) - 1) : verb.i]
    if not told or any(t.text in _QUOTES or t.tag_ in ("``", "''") for t in before):
        return []
    return [
        child
        for child in verb.rights
        if child.dep_ in ("prep", "advcl", "advmod", "prt", "acl")
        and doc[child.left_edge.i - 1].text in (",", "—", "–", "-")
        and child.left_edge.lower_ in en.GOES_ON
        and len(list(child.subtree)) > 1
    ]
