"""Bare numbers whose noun stands elsewhere: as the subject of "deaths rose to 31", or counted in a sentence before.

It stands apart from :mod:`.counted`, which reads the noun beside a number: here a verb, a noun of amount ("the number
of arrests") or a crowd ("the death toll") leads to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract import changes_en
from factcheck.extract.amount import Amount
from factcheck.extract.tokens import Tokens
from factcheck.extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_ELLIPTIC_DEPS = words("nsubj nsubjpass dobj attr conj pobj ROOT appos npadvmod dep")


def may_be_elliptic(tokens: Tokens, last: int, amount: Amount) -> bool:
    """Whether a bare number may count something named elsewhere: a whole number, used as a noun."""
    if (
        (amount.unit is not None and amount.unit.name != "fraction")
        or amount.score
        or amount.stated[0] != int(amount.stated[0])
    ):
        return False
    token = tokens.doc[last]
    if token.dep_ not in _ELLIPTIC_DEPS or (
        "." in token.text and (amount.number is None or amount.number.scale == 1.0)
    ):
        return False
    head = token.head
    if head.lower_ == "at":
        told, before = head.head.lemma_.lower(), tokens.word(head.i - 1)
        placed = told in ("stand", "set", "place") or before in changes_en.CROWDS
        return placed or _putting(tokens, head) is not None
    return head.lemma_.lower() not in ("close", "trade", "#")


def of_persons(tokens: Tokens, last: int) -> bool:
    token = tokens.doc[last]
    around = {token.head.lemma_.lower(), tokens.doc[last + 1].lemma_.lower() if last + 1 < tokens.stop else ""}
    if tokens.word(last + 1) == "of":
        around |= {tokens.word(index) for index in range(last + 2, last + 5)}
    return not around.isdisjoint(changes_en.PERSONS_VERBS)


def of_subject(tokens: Tokens, last: int) -> int | None:
    """The noun whose count a verb gives: "deaths rose to 31", "the number of arrests fell from 90", "the number of
    people who fled has reached 2 million", "put the losses at 200"."""
    number = tokens.doc[last]
    while number.dep_ in ("compound", "quantmod", "nummod") and number.head.i == number.i + 1:
        number = number.head
    preposition = number.head if number.dep_ == "pobj" else None
    if preposition is not None and preposition.lower_ not in ("to", "from", "at", "by"):
        return None
    verb = number.head if preposition is None else preposition.head
    for _ in range(3):
        if verb.pos_ in ("VERB", "AUX") or verb.head.i == verb.i:
            break
        verb = verb.head
    if preposition is None:
        if number.dep_ not in ("dobj", "attr") or verb.lemma_.lower() not in changes_en.REACH_VERBS | {"be"}:
            return None
        return _number_of(tokens, verb, ("nsubj",), plain=verb.lemma_.lower() != "be")
    if preposition.lower_ == "at" and (putting := _putting(tokens, preposition)) is not None:
        return _number_of(tokens, putting, ("dobj", "nsubjpass"), plain=True)
    moves = changes_en.UP_VERBS | changes_en.DOWN_VERBS | {"stand", "remain"}
    if verb.lemma_.lower() not in moves:
        return None
    return _number_of(tokens, verb, ("nsubj", "nsubjpass"), plain=True)


def of_crowd(tokens: Tokens, amount: Amount) -> int | None:
    """The noun that makes a bare number one of persons: "a population of 100,000", "the death toll rose to 10"."""
    first = tokens.at(amount.start)
    for index in range(first - 1, max(tokens.first, first - 6) - 1, -1):
        lemma = tokens.doc[index].lemma_.lower()
        if lemma in changes_en.CROWDS or (lemma in changes_en.CROWDS_OF and tokens.word(index + 1) == "of"):
            return index
        if tokens.doc[index].pos_ in ("NOUN", "PROPN", "PUNCT"):
            break
    return _crowd_of_verb(tokens, tokens.doc[tokens.ending_at(amount.core[1])])


def _crowd_of_verb(tokens: Tokens, number: Token) -> int | None:
    """The crowd whose number a verb gives: "the toll of the shelling rose to 40", "put the toll of it at 40"."""
    at = number.head
    if number.dep_ != "pobj" or at.lower_ not in ("to", "from", "at"):
        return None
    verb = _putting(tokens, at) if at.lower_ == "at" else at.head
    wanted = ("dobj", "nsubjpass") if at.lower_ == "at" else ("nsubj", "nsubjpass")
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return None
    told = [child for child in verb.children if child.dep_ in wanted and tokens.holds(child.i)]
    return next((int(one.i) for one in told if one.lemma_.lower() in changes_en.CROWDS), None)


def points_back(tokens: Tokens, last: int) -> bool:
    """Whether a bare number goes on with what was counted before: "the Ministry put the number at 300", "the only
    figure given is 498 dead", "3,700 more were wounded"."""
    if tokens.word(last + 1) in ("more", "others"):
        return not tokens.noun_at(last + 2)
    verb = tokens.doc[last]
    for _ in range(5):
        if verb.pos_ in ("VERB", "AUX") or verb.head.i == verb.i:
            break
        verb = verb.head
    near = [*verb.children] if verb.pos_ in ("VERB", "AUX") else []
    if verb.dep_ in ("dative", "ccomp", "xcomp") and tokens.holds(verb.head.i):
        near += verb.head.children  # "the only number they gave is 12"
    for noun in near:
        if noun.lemma_.lower() not in changes_en.NUMBER_NOUNS or noun.i > last or not tokens.holds(noun.i):
            continue
        definite = any(c.lower_ in ("the", "that", "this") or c.dep_ == "poss" for c in noun.lefts)
        if definite and not any(child.lower_ == "of" for child in noun.rights):
            return True
    return False


def names_persons(tokens: Tokens, name: str, noun: int | None) -> bool:
    """Whether a noun counted before can be what was killed, arrested or hired: people, and names of peoples."""
    return noun is None or name in changes_en.PERSONS or tokens.doc[noun].tag_ in ("NNP", "NNPS")


def _putting(tokens: Tokens, at: Token) -> Token | None:
    """The verb of "put … at", also where the parser hangs "at" on a clause inside its object."""
    for token in (at.head, *at.ancestors):
        if token.lemma_.lower() in changes_en.PUT_VERBS and tokens.holds(token.i):
            return token
    return None


def _number_of(tokens: Tokens, verb: Token, roles: tuple[str, ...], *, plain: bool) -> int | None:
    """The plural of "number of …" among the verb's arguments in ``roles``; with ``plain`` any other plural there."""
    for child in verb.children:
        if child.dep_ not in roles or not tokens.holds(child.i):
            continue
        if child.lemma_.lower() in changes_en.NUMBER_NOUNS:
            inner = [one for of in child.children if of.lower_ == "of" for one in of.children if one.tag_ == "NNS"]
            return int(inner[0].i) if inner and tokens.holds(inner[0].i) else None
        if plain and child.tag_ == "NNS" and child.lemma_.lower() not in changes_en.NOT_COUNTED:
            return int(child.i)
    return None
