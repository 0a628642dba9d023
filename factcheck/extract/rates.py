"""A rate told apart from its number: "each year 40 people drown", "40 people drown in the lake every week".

It stands apart from :mod:`factcheck.extract.attached`, which reads what is written right behind a number ("$15 an
hour"), because this one asks the parse which verb the word for time hangs on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.extract import context_en as en
from factcheck.extract.quantities import Quantity
from factcheck.model import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_TIME_UNITS = frozenset({"day", "week", "month", "year", "hour", "minute", "night", "quarter"})
_ADDING = frozenset({"count", "money", "volume", "mass", "energy"})
_ABOVE = 3


def rate(quantity: Quantity, number: Token, verb: Token | None) -> str | None:
    """The stretch of time a figure is told for again and again, "year" of "each year"; the one read with the number
    where it has one, None where there is none.

    Args:
        number: the token of the number. verb: what governs it, or None.
    """
    if quantity.per is not None:
        return quantity.per
    if quantity.dimension not in _ADDING or quantity.role is Role.CHANGE:
        return None
    for word in _beside(verb, number) if verb is not None else _above(number):
        if (found := _told(word)) is not None:
            return found
    return None


def _above(number: Token) -> Iterator[Token]:
    """The words that hang on what is above the number, where the tagger saw no verb: "40 people drown … every week"."""
    for above in number.ancestors:
        yield from above.children


def _beside(verb: Token, number: Token) -> Iterator[Token]:
    """The words that hang on the verb or on the noun counted, and on the verbs this one is a complement of."""
    token = number
    for _ in range(_ABOVE):
        if token.i in (verb.i, token.head.i):
            break
        token = token.head
        if token.i != verb.i:
            yield from (child for child in token.rights if child.i > number.i)
    yield from verb.children
    above = verb
    for _ in range(_ABOVE):
        if above.dep_ not in ("xcomp", "conj") or above.head.pos_ not in ("VERB", "AUX"):
            return
        shared = above.dep_ == "xcomp"
        above = above.head
        yield from (child for child in above.children if shared or child.i < above.i)


def _told(word: Token) -> str | None:
    if word.lower_ in en.ONE_WORD_RATES and word.dep_ in ("advmod", "npadvmod"):
        return en.ONE_WORD_RATES[word.lower_]
    if word.dep_ == "prep" and word.lower_ in ("per", "in", "on", "of", "during"):
        inner = next((child for child in word.rights if child.dep_ == "pobj"), None)
        if inner is None or (word.lower_ != "per" and not _each(inner)):
            return None
        return inner.lower_ if inner.lower_ in _TIME_UNITS else None
    if word.lower_ in _TIME_UNITS and word.dep_ in ("npadvmod", "nsubj", "advmod", "dobj", "dep"):
        return word.lower_ if _each(word) or _a(word) else None
    return None


def _each(noun: Token) -> bool:
    """As in "each year"; not in "every two years", nor in "every year since"."""
    left = [child.lower_ for child in noun.lefts]
    return left in (["each"], ["every"])


def _a(noun: Token) -> bool:
    """As in "a year" of "claims 40 lives a year"; not in "a year later" or "a year ago"."""
    left = [child.lower_ for child in noun.lefts]
    if left not in (["a"], ["per"]) or noun.dep_ != "npadvmod" or noun.head.lower_ in en.OF_ONE_TIME:
        return False
    return noun.i + 1 >= len(noun.doc) or noun.nbor(1).lower_ not in en.OF_ONE_TIME
