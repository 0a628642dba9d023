"""Verbs that tell a number: "put the toll at 40", "raised the forecast to 3 percent", "the poll finds Li with 46".

It stands apart from :mod:`.frames` because what makes these a telling is the number itself: without one, somebody puts
a cup on a table and finds a coin.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.extract import titles_en as titles
from factcheck.extract import told_numbers_en as en
from factcheck.extract.arcs import Draft, argument_spans, cue_span, noun_phrase, source_of
from factcheck.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token


def counted_parts(frames: frozenset[str], children: dict[str, list[Token]], passive: bool) -> tuple[list[Token], str]:
    """An object and the number that somebody gives for it, or one that has a number in it."""
    objects = [] if passive else children.get("dobj", [])
    if "V" in frames:
        if objects and objects[0].lower_ == "it" and "mark" in children and children["mark"][0].lower_ == "as":
            return [], "D"
        if not objects:
            return [], "-"
        values = [c for c in children.get("prep", []) if c.lower_ in en.VALUE_PREPOSITIONS and _numbered(c)]
        return (objects + values, "V") if values or _valued_at_end(objects[0]) else ([], "-")
    return (objects, "K") if objects and _numbered(objects[0]) else ([], "-")


def _valued_at_end(thing: Token) -> bool:
    """Whether the number of "put the total of those sent last year at 55,000" ends what the parse takes for object."""
    if thing.lemma_.lower() not in en.MEASURED:
        return False
    at = next(
        (c for c in thing.subtree if c.lower_ in en.VALUE_PREPOSITIONS and c.dep_ == "prep" and _numbered(c)),
        None,
    )
    return at is not None and at.right_edge.i == thing.right_edge.i and at.head.i != thing.i


def revision(token: Token) -> Iterable[Draft]:
    """The telling of "raised the death toll to 267", by whoever keeps the toll."""
    children: dict[str, list[Token]] = {}
    for child in token.children:
        children.setdefault(child.dep_, []).append(child)
    lemma = token.lemma_.lower()
    parts = _revised(token, lemma, children)
    if not parts:
        return
    subject, cue = children["nsubj"][0], cue_span(token, "V")
    spans = argument_spans(token, parts, subject, cue)
    yield Draft(token.i, cue, lemma, "V", noun_phrase(subject, cue), subject.i, spans, Stance.ASSERTS)


def _revised(token: Token, lemma: str, children: dict[str, list[Token]]) -> list[Token]:
    """A toll or a forecast and the number that who keeps it gives it now: "raised the death toll to 267"."""
    objects = children.get("dobj", [])
    subject = next(iter(children.get("nsubj", [])), None)
    if lemma not in en.REVISING or not objects or objects[0].lemma_.lower() not in en.REVISED or subject is None:
        return []
    keeps = subject.ent_type_ in ("ORG", "PERSON", "GPE", "NORP")
    keeps = keeps or subject.lower_ in titles.PERSON_NOUNS | titles.BODY_NOUNS | titles.SINGULAR_PERSONAL.keys()
    numbers = [c for c in children.get("prep", []) if c.i > token.i and c.lower_ in en.REVISED_BY and _numbered(c)]
    return objects + numbers if keeps and numbers else []


def shown_by_survey(token: Token, children: dict[str, list[Token]]) -> list[Token]:
    """All that a survey shows where it is no clause: "the poll finds Li with a small lead, 46 percent to 44"."""
    subject = next(iter(children.get("nsubj", [])), None) or source_of(token)
    if subject is None or subject.lower_ not in titles.INFORMATION or not children.get("dobj"):
        return []
    behind = [c for c in token.rights if c.dep_ not in ("punct", "cc", "conj", "advcl", "mark")]
    return behind if any(_numbered(c) for c in behind) else []


def _numbered(phrase: Token) -> bool:
    return any(t.pos_ == "NUM" and t.ent_type_ not in ("DATE", "TIME") for t in phrase.subtree)
