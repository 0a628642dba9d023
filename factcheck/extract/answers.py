"""What is told of those a figure counts by a clause of its own: an answer in a poll, the state somebody was left in.

"52 percent agreed that the mayor is honest" measures more than agreeing, and "left 40 people dead" more than leaving:
two polls, or two tolls, differ in just these words. Apart from :mod:`factcheck.extract.measures`, which looks at the
noun and the verb that carry a figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract import context_en as en
from factcheck.extract.quantities import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd"})
_TELLING = frozenset({"NOUN", "PROPN", "ADJ"})


def answered(measure: str, token: Token, verb: Token | None, quantity: Quantity) -> str:
    """``measure`` with the words of the answer or the state; unchanged where there is none.

    Args:
        token: where the figure hangs in the parse. verb: what governs it, or None.
    """
    if verb is None or quantity.role.value != "level":
        return measure
    found: list[str] = []
    if quantity.dimension in ("ratio", "count") and _is_subject(token, verb):
        if quantity.dimension == "ratio" or verb.lemma_.lower() in en.ANSWERING:
            found = _answer(verb)
    elif quantity.dimension == "count":
        found = _left_in(token, verb)
    known = set(measure.split())
    if quantity.dimension == "ratio" and found and measure == quantity.unit:
        known, measure = set(), ""
    return " ".join([*measure.split(), *(word for word in dict.fromkeys(found) if word not in known)])


def _is_subject(token: Token, verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS and (child.i == token.i or child.is_ancestor(token)) for child in verb.lefts)


def _answer(verb: Token) -> list[str]:
    """The verb's objects, and what the clause under it says."""
    found = _objects(verb)
    for child in verb.rights:
        if child.dep_ in ("ccomp", "xcomp"):
            found += [_word(one) for one in child.lefts if one.dep_ in _SUBJECTS and one.pos_ in _TELLING]
            if child.lemma_.lower() not in en.LIGHT and child.pos_ in ("VERB", "ADJ", "NOUN"):
                found.append(child.lemma_.lower())
            found += _objects(child)
    return found


def _objects(verb: Token) -> list[str]:
    found = []
    for child in verb.rights:
        if child.dep_ in _OBJECTS:
            found += [_word(child)] if child.pos_ in _TELLING else []
            for preposition in child.rights:
                if preposition.dep_ == "prep":
                    found += [_word(one) for one in preposition.rights if one.dep_ == "pobj" and one.pos_ in _TELLING]
    return found


def _left_in(token: Token, verb: Token) -> list[str]:
    """The state of "left 40 people dead": an adjective behind those counted."""
    if verb.lemma_.lower() not in ("leave", "find", "render"):
        return []
    after = [*token.rights, *(child for child in verb.rights if child.i > token.i)]
    return [one.lemma_.lower() for one in after if one.pos_ == "ADJ" and one.dep_ in ("amod", "acomp", "oprd", "ccomp")]


def _word(token: Token) -> str:
    return str(token.text if token.pos_ == "PROPN" else token.lemma_.lower())
