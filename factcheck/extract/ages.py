"""Bare numbers that are ages: "Ann Smith, 34, said", "residents under thirty", "two sons, 11 and 14".

Apart from :mod:`.counted`, which asks what else a bare number may count; ages with their unit ("34-year-old") are read
off the characters by :mod:`.attached`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract import changes_en
from factcheck.extract.amount import Amount
from factcheck.extract.titles_en import PERSON_NOUNS
from factcheck.extract.tokens import Tokens
from factcheck.model import Bound

if TYPE_CHECKING:
    from spacy.tokens import Token

_MANY_TOKENS = 14


def age(tokens: Tokens, amount: Amount, last: int) -> bool:
    """Whether a bare number is somebody's age: "Ann Smith, 34, said", "he is 35"."""
    text = tokens.text
    if amount.number is None or not 0 < amount.stated[0] <= 115 or amount.unit is not None:
        return False
    if _limits_people(tokens, amount, last):
        return True
    if _at_an_age(tokens, amount, last):
        return True
    if not amount.number.digits:
        return False
    if amount.stated[0] != int(amount.stated[0]) or amount.number.scale != 1.0:
        return False
    first = tokens.at(amount.core[0])
    opened, name = tokens.word(first - 1), tokens.token(first - 2)
    if opened in (",", "(") and name is not None and name.ent_type_ == "PERSON":
        return text[amount.core[1] : amount.core[1] + 1] in (",", ")") or amount.core[1] >= len(text.rstrip(" ."))
    if (
        opened == ","
        and name is not None
        and (_acts(tokens, name, amount, last) or _somebody(tokens, first - 2, amount, last))
    ):
        return True
    number = tokens.doc[last]
    verb = number.head
    if number.dep_ not in ("attr", "acomp") or verb.lemma_ not in ("be", "turn"):
        return False
    following = tokens.token(last + 1)
    if following is not None and following.tag_ in ("NN", "NNS", "JJ"):
        return False
    return any(
        child.dep_ == "nsubj" and (child.lower_ in ("he", "she", "i") or child.ent_type_ == "PERSON")
        for child in verb.lefts
    )


def _acts(tokens: Tokens, name: Token, amount: Amount, last: int) -> bool:
    """As in "Maddon, 66, has used": a name the parser takes for no place, and behind the number its verb."""
    if name.tag_ != "NNP" or name.ent_type_ not in ("", "ORG", "NORP") or tokens.word(last + 1) != ",":
        return False
    verb = tokens.token(last + 2)
    return amount.stated[0] >= 15 and verb is not None and verb.tag_ in ("VBZ", "VBD", "WP", "MD")


def _at_an_age(tokens: Tokens, amount: Amount, last: int) -> bool:
    """As in "dies at 91", "retired at 65", "passed away at 50"."""
    first = tokens.at(amount.start)
    verb = tokens.token(first - 2)
    if (
        tokens.word(first - 1) != "at"
        or verb is None
        or tokens.word(first - 3) in ("the", "its", "their", "of")
        or verb.lemma_.lower() not in changes_en.AT_AN_AGE
    ):
        return False
    return not tokens.noun_at(last + 1) and tokens.word(last + 1) not in ("-", ":", "%")


def _somebody(tokens: Tokens, at: int, amount: Amount, last: int) -> bool:
    """As in "the singer, 42, was", "Girl, 6, dies", "Ines Ahlm, 34, of Leeds": one person between commas."""
    noun, before = tokens.doc[at], tokens.token(at - 1)
    closed = tokens.word(last + 1) in (",", ".", ")", "") and not _another_number(tokens, last + 2)
    if not closed or noun.tag_ not in ("NN", "NNP"):
        return False
    word = noun.lower_
    if word in PERSON_NOUNS | changes_en.PERSONS and word not in changes_en.NOT_ONE_PERSON:
        return True
    if amount.stated[0] < _GROWN or tokens.word(last + 1) != ",":
        return False
    if noun.tag_ == "NN" and noun.dep_ in ("nsubj", "nsubjpass") and amount.stated[0] <= _OLD:
        return word not in changes_en.NO_DOERS | changes_en.NUMBER_NOUNS
    if noun.tag_ == "NN":
        return word.endswith(changes_en.DOERS_END) and word not in changes_en.NO_DOERS
    named = before is not None and before.tag_ == "NNP" and before.text.istitle() and noun.text.istitle()
    return named and noun.ent_type_ in ("", "ORG", "NORP", "WORK_OF_ART", "PRODUCT")


_OLD = 99
_GROWN = 15
"""Below this a number behind a name is a place in a list as easily as an age."""


def _another_number(tokens: Tokens, index: int) -> bool:
    """Whether the list of numbers goes on."""
    token = tokens.token(index)
    return token is not None and bool(token.like_num)


def _limits_people(tokens: Tokens, amount: Amount, last: int) -> bool:
    """As in "residents under thirty", "those of 66 and over", "two sons, 11 and 14"."""
    if tokens.noun_at(last + 1):
        return False
    first = tokens.at(amount.start)
    before, word = tokens.token(first - 1), tokens.word(first)
    if before is None:
        return False
    over = tokens.word(last + 1) in ("and", "or") and tokens.word(last + 2) in ("over", "older", "under", "younger")
    if before.lower_ == "of" and (over or amount.bound is not Bound.EXACT):
        before = tokens.token(first - 2)
    if before is not None and (word in ("under", "over") or over):
        return before.lower_ in ("those", "people") or before.lemma_.lower() in changes_en.PERSONS
    return _listed_age(tokens, last)


def _listed_age(tokens: Tokens, last: int) -> bool:
    """A number of a list between commas behind children: "a son, 11", "two sons, 11 and 14"."""
    index = last - 1
    while index > last - _MANY_TOKENS and (
        tokens.word(index) in (",", "and") or ((one := tokens.token(index)) is not None and one.like_num)
    ):
        if tokens.word(index) == "," and (child := tokens.token(index - 1)) is not None and child.pos_ == "NOUN":
            return child.lemma_.lower() in changes_en.CHILDREN
        index -= 1
    return False
