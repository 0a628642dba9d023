"""Tellings that only the order of words shows, because the parser took one of their words for something else.

"F.A.A. records show, the plane …" with the verb taken for a noun; "as part of his plea, Ann Li, 44, said that …" with
who speaks hung on the words before. It stands apart from :mod:`.frames` because here no arc of the tree is believed:
a phrase that can speak, a verb of saying, and the commas or the "that" around them decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.extract import cues_en as en
from factcheck.extract import titles_en as titles
from factcheck.extract.arcs import Draft, pieces, segment
from factcheck.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST_NAME = 8
_LONGEST_SUBJECT = 40
_LONGEST_PAPER = 14
_FRONTED = frozenset(("ADP", "SCONJ", "ADV"))
_OPENS = frozenset(("DET", "PROPN", "NOUN", "ADJ", "NUM", "PRON"))
_NAMES = frozenset(("ADJ", "ADP", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN"))
_HEADS = frozenset(("NOUN", "PROPN", "PRON"))
_ENDS_HEAD = frozenset(("ADP", "PUNCT", "VERB", "AUX", "SCONJ", "DET"))
_QUOTES = frozenset('“”"«»')
_STOPS = frozenset(".?!;")


def subject_before(verb: Token) -> tuple[int, int, int] | None:
    """Who speaks, for a verb of saying with a "that" behind it and no subject in the tree: first token, end, head.

    The phrase that begins the sentence, or follows what is fronted ("In the end, …"), and runs up to the verb.
    """
    doc = verb.doc
    first, _ = segment(verb)
    while first < verb.i and (doc[first].is_space or doc[first].text in _QUOTES):
        first += 1
    last = verb.i
    while last > first and (doc[last - 1].dep_ in ("aux", "neg", "advmod") or doc[last - 1].is_space):
        last -= 1
    if doc[first].pos_ in _FRONTED:
        comma = next((k for k in range(first, last) if doc[k].text == ","), last)
        first = comma + 1
    if not 0 < last - first <= _LONGEST_SUBJECT or doc[first].pos_ not in _OPENS:
        return None
    name = _head(doc, first, last)
    if name is None or any(_tells(doc[k]) for k in range(first, last)):
        return None
    while last > name + 1 and doc[last - 1].is_punct:
        last -= 1
    return first, last, name


def noun_verb_drafts(token: Token) -> Iterator[Draft]:
    """The telling of a verb that the tagger took for a noun: "A, records show, B", "The campaign projects that A"."""
    lemma = token.lemma_.lower()
    if token.lower_ not in en.TAKEN_FOR_NOUNS:
        return
    doc = token.doc
    begin, end = segment(token)
    before = token.i - 1
    paper = _paper_before(token, begin)
    if paper is not None and _set_off(doc, begin, paper[0], token.i + 1, end):
        spans = pieces(doc, begin, _told_until(doc, token.i + 1, end), [(paper[0] - 1, token.i + 2)])
        own = (paper[0], token.i)
        yield Draft(token.i, (token.i, token.i + 1), lemma, "D", own, paper[1], spans, Stance.ASSERTS, quotes=True)
        return
    if (
        before < begin
        or doc[before].pos_ not in ("NOUN", "PROPN")
        or not _can_speak(doc[before])
        or _disagree(doc[before], token)
    ):
        return
    first = before
    while (
        first > begin
        and before - first < _LONGEST_NAME
        and doc[first - 1].pos_ in _NAMES
        and not _dated(doc[first - 1])
    ):
        first -= 1
    behind = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if behind is None:
        return
    cue = (token.i, token.i + 1)
    if behind.lower_ == "that" and token.dep_ == "ROOT" and _opens_sentence(doc, begin, first):
        spans = pieces(doc, token.i + 1, end, [])
        yield Draft(token.i, cue, lemma, "C", (first, token.i), before, spans, Stance.ASSERTS, quotes=True)
    elif _set_off(doc, begin, first, token.i + 1, end):
        spans = pieces(doc, begin, _told_until(doc, token.i + 1, end), [(first - 1, token.i + 2)])
        yield Draft(token.i, cue, lemma, "D", (first, token.i), before, spans, Stance.ASSERTS, quotes=True)


def _paper_before(token: Token, begin: int) -> tuple[int, int] | None:
    """Behind a comma and up to the verb, a thing that holds words with what tells which one: "figures published by the
    council" of "…, figures published by the council show"; its first token and its noun."""
    doc, first = token.doc, token.i
    while first > begin and doc[first - 1].text != ",":
        first -= 1
    words = doc[first : token.i]
    if not 2 < len(words) <= _LONGEST_PAPER or words[0].pos_ not in _OPENS or words[-1].pos_ not in _HEADS:
        return None
    stop = next((t.i for t in words if t.pos_ == "ADP" or t.tag_ == "VBN"), None)
    nouns = [t for t in words if t.pos_ == "NOUN" and stop is not None and t.i < stop]
    if not nouns or nouns[-1].lower_ not in titles.INFORMATION or _disagree(nouns[-1], token):
        return None
    if any(t.pos_ in ("VERB", "AUX", "SCONJ", "PUNCT") and t.tag_ != "VBN" for t in words):
        return None
    return first, nouns[-1].i


def _head(doc: Doc, first: int, last: int) -> int | None:
    """The noun of a phrase: the last one before what hangs on it."""
    stop = next((k for k in range(first + 1, last) if doc[k].pos_ in _ENDS_HEAD and doc[k].text not in "’'"), last)
    nouns = [k for k in range(first, stop) if doc[k].pos_ in _HEADS]
    return nouns[-1] if nouns and _can_speak(doc[nouns[-1]]) else None


def _can_speak(noun: Token) -> bool:
    if noun.pos_ == "PROPN":
        return noun.ent_type_ not in ("DATE", "TIME", "LOC", "EVENT")
    if noun.pos_ == "PRON":
        return noun.tag_ == "PRP" and noun.lower_ not in titles.NEUTER
    return noun.lower_ in titles.PERSON_NOUNS | titles.BODY_NOUNS | titles.INFORMATION | en.OUTLETS | en.DOCUMENTS


def _tells(token: Token) -> bool:
    entry = en.VERBS.get(token.lemma_.lower()) if token.pos_ == "VERB" else None
    return entry is not None and "C" in entry.frames and token.tag_ in ("VBD", "VBZ", "VBP")


def _disagree(noun: Token, verb: Token) -> bool:
    """Whether noun and verb form don't agree: "records shows", "record show"."""
    plural = noun.tag_ in ("NNS", "NNPS")
    return plural == (verb.lower_.endswith("s") and not verb.lower_.endswith("ss"))


def _dated(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")


def _opens_sentence(doc: Doc, begin: int, first: int) -> bool:
    return all(doc[k].is_space or doc[k].text in _QUOTES for k in range(begin, first))


def _set_off(doc: Doc, begin: int, first: int, behind: int, end: int) -> bool:
    """Whether commas stand on both sides, or one before and the end of the sentence behind."""
    closed = behind >= end or doc[behind].text == "," or doc[behind].text in _STOPS
    return first - 1 > begin and closed and doc[first - 1].text in {",", *_QUOTES}


def _told_until(doc: Doc, behind: int, end: int) -> int:
    """Where what is told ends: "…, records show, and experts say …" goes on with what another tells."""
    joined = behind + 1 < end and doc[behind + 1].dep_ == "cc"
    return behind if joined and any(_tells(doc[k]) for k in range(behind, end)) else end
