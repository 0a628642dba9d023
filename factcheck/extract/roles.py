"""Level or change, and which way: "rose 2%", "fell to 4.2%", "an increase of 200", "up 60%", "34% higher"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.extract import changes_en as en
from factcheck.extract.amount import Amount
from factcheck.extract.tokens import Tokens
from factcheck.model import Direction, Role
from factcheck.units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 8
_LEVEL = (Role.LEVEL, None)


def role(tokens: Tokens, amount: Amount, last: int, unit: Unit) -> tuple[Role, Direction | None]:
    """Whether the figure says how large something is, or by how much it changed; and the direction of the change."""
    if amount.pair is not None or amount.score or amount.age:
        return _LEVEL
    first = tokens.at(amount.start)
    before = _skip_back(tokens, first - 1)
    word = tokens.word(before)
    relative = unit.dimension in ("ratio", "points", "multiple")
    if unit.name == "multiple" and amount.number is not None:
        later = range(first, min(tokens.stop, last + 9))
        if not any(tokens.word(index) in en.BEFORE_IN_TIME for index in later) and tokens.word(first - 1) != "by":
            return _LEVEL  # "ten times more than": a comparison, as "twice as many" is
    lasting = unit.dimension in ("duration", "age") and amount.unit is not None
    if unit.dimension in ("ratio", "points") and tokens.text[amount.start - 1 : amount.start] == "+":
        return Role.CHANGE, Direction.INCREASE  # "Dow +0.2%"
    if lasting and tokens.word(tokens.ending_at(amount.end) + 1) in ("later", "earlier", "ago", "before", "after"):
        return _LEVEL  # "blew up 20 minutes later"
    after = None if lasting else _after(tokens, amount, relative)
    if after is not None:
        return after
    if tokens.word(first) in en.CROSSED and first < tokens.at(amount.core[0]):
        return _LEVEL  # "sank below $60,000"
    if relative and (dated := _moved_when(tokens, before)) is not None:
        return Role.CHANGE, dated
    if word in ("up", "down") and _particle_of_doing(tokens, before, relative):
        return _LEVEL
    if word in ("up", "down") and tokens.word(before + 1) not in en.NOT_AFTER_UP:
        return Role.CHANGE, Direction.INCREASE if word == "up" else Direction.DECREASE
    if word == "by":
        if tokens.doc[before].head.lemma_.lower() in en.MARGINS and not relative:
            return _LEVEL
        direction = _governor(tokens, before)
        return _LEVEL if direction is None else (Role.CHANGE, direction)
    if word in ("of", "in") and (noun_direction := _noun_direction(tokens, before - 1)) and word == "of":
        return Role.CHANGE, noun_direction
    if word == "between" or (amount.bound.value == "between" and amount.start < amount.core[0]):
        verb = tokens.doc[before].lemma_.lower() if word != "between" else tokens.doc[before - 1].lemma_.lower()
        direction = _verb_direction(verb)
        if direction is not None and relative:
            return Role.CHANGE, direction
    if word in en.LEVEL_PREPOSITIONS:
        return _LEVEL
    token = tokens.token(before)
    if token is None:
        return _LEVEL
    lemma = token.lemma_.lower()
    direction = _verb_direction(lemma) if token.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "PROPN") else None
    if token.pos_ == "NOUN" and lemma in en.THINGS_TOO:
        direction = None
    things = (
        unit.dimension in ("count", "mass", "volume", "other") and lemma in en.ALSO_TRANSITIVE and unit.name != "point"
    )
    if things and not _then_to(tokens, amount):
        return _LEVEL
    if unit.dimension == "length" and lemma in en.MOVES_OF_BODIES and _of_a_body(token):
        return _LEVEL
    if unit.name == "point" and direction is not None and _of_an_index(tokens, first):
        return Role.CHANGE, direction
    if direction is not None and (relative or lemma in en.INTRANSITIVE or _then_to(tokens, amount)):
        if unit.dimension in ("duration", "count") and not relative and token.tag_ in ("VBN", "JJ"):
            return _LEVEL
        return Role.CHANGE, direction
    return _LEVEL


def told_again(text: str, before: Amount | None, amount: Amount) -> bool:
    """Whether the amount says in other terms how large the change before it was: "rose 45 cents, or 0.6 percent"."""
    if before is None or amount.start < before.end or amount.start - before.end > 6:
        return False
    return (
        text[before.end : amount.start].strip(" ,") == "or" and amount.unit is not None and amount.unit != before.unit
    )


def _moved_when(tokens: Tokens, at: int) -> Direction | None:
    """The way of a verb with a date between it and the number: "rose this year between 5 and 7 percent"."""
    index = at
    while index > at - _REACH and (token := tokens.token(index)) is not None and token.ent_type_ == "DATE":
        index -= 1
    if index == at:
        return None
    index -= tokens.word(index) in ("in", "on", "during")
    verb = tokens.token(index)
    told = verb is not None and verb.pos_ == "VERB" and verb.lemma_.lower() in en.INTRANSITIVE
    return _verb_direction(verb.lemma_.lower()) if told and verb is not None else None


def _particle_of_doing(tokens: Tokens, at: int, relative: bool) -> bool:
    """Whether "up" or "down" belongs to a verb that tells no move: "make up 19 percent", "shot down 58 drones"."""
    verb = tokens.token(at - 1)
    if verb is None or verb.pos_ != "VERB":
        return False
    lemma = verb.lemma_.lower()
    if relative:
        return tokens.word(at) == "up" and lemma in en.TAKES_UP
    if lemma in (en.MOVES_UP if tokens.word(at) == "up" else en.MOVES_DOWN):
        return False
    return lemma not in en.UP_VERBS | en.DOWN_VERBS


def _of_a_body(verb: Token) -> bool:
    """Whether somebody does what the verb says."""
    return any(
        child.dep_ == "nsubj"
        and (
            child.lower_ in ("he", "she", "who", "they", "i", "we")
            or child.ent_type_ == "PERSON"
            or child.lemma_ in en.PERSONS
        )
        for child in verb.lefts
    )


def _of_an_index(tokens: Tokens, first: int) -> bool:
    """Whether points are those of a stock index ("the Dow added 200 points"), not of a game."""
    return any(tokens.word(index) in en.INDEXES for index in range(tokens.first, first))


def _skip_back(tokens: Tokens, index: int) -> int:
    """Passes over adverbs and articles: "rose sharply by", "up a further"."""
    for _ in range(3):
        token = tokens.token(index)
        if token is None or not (token.tag_ in ("RB", "DT") or token.lower_ in ("a", "an", "(", "further")):
            break
        if token.lower_ in ("up", "down"):
            break
        index -= 1
    return index


def _verb_direction(lemma: str) -> Direction | None:
    if lemma in en.UP_VERBS:
        return Direction.INCREASE
    return Direction.DECREASE if lemma in en.DOWN_VERBS else None


def _governor(tokens: Tokens, by: int) -> Direction | None:
    """The change that "by" measures: its head, else the nearest word of change before it in the clause."""
    head = tokens.doc[by].head
    if head.lemma_.lower() in en.OVERSHOOT:
        return Direction.INCREASE
    direction = _verb_direction(head.lemma_.lower()) or _noun_direction(tokens, head.i)
    if direction is not None or tokens.doc[by].dep_ == "agent":
        return direction  # "cancelled by two studios" tells who did it
    for index in range(by - 1, max(tokens.first, by - _REACH) - 1, -1):
        token = tokens.doc[index]
        if token.lower_ in ("up", "down"):
            return Direction.INCREASE if token.lower_ == "up" else Direction.DECREASE
        if token.pos_ in ("VERB", "NOUN"):
            direction = _verb_direction(token.lemma_.lower()) or _noun_direction(tokens, index)
            if direction is not None:
                return direction
    return None


def _noun_direction(tokens: Tokens, index: int) -> Direction | None:
    token = tokens.token(index)
    if token is None or token.pos_ not in ("NOUN", "PROPN"):
        return None
    lemma = token.lemma_.lower()
    if lemma in en.UP_NOUNS:
        return Direction.INCREASE
    return Direction.DECREASE if lemma in en.DOWN_NOUNS and lemma != "loss" else None


_TO_NUMBER = re.compile(r"\s+to\s+(?:[^\w\s]{0,3}\s?[A-Z]{0,3}\s?)[$£€]?\d", re.IGNORECASE)


def _then_to(tokens: Tokens, amount: Amount) -> bool:
    """As in "added 15 sen to RM2.70": a transitive verb whose object is the change, since the level follows."""
    return bool(_TO_NUMBER.match(tokens.text[amount.end : amount.end + 24]))


def _after(tokens: Tokens, amount: Amount, relative: bool) -> tuple[Role, Direction | None] | None:
    """As in "34.4% higher", "an 8 percent increase", "200 more"."""
    at = tokens.at(amount.end) if amount.end < len(tokens.text) else tokens.stop
    while at < tokens.stop and tokens.start(at) < amount.end:
        at += 1
    word = tokens.word(at)
    if word in ("-", "(") or at >= tokens.stop:
        return None
    if word in ("above", "below") and not any(
        tokens.word(index) in en.BEFORE_IN_TIME for index in range(at + 1, at + 6)
    ):
        return None  # "2 ppb below the guideline" compares, and tells no change
    if relative and word in en.UP_COMPARATIVES and tokens.word(at) not in ("up", "down"):
        return Role.CHANGE, Direction.INCREASE
    if relative and word in en.DOWN_COMPARATIVES and tokens.word(at) not in ("up", "down"):
        return Role.CHANGE, Direction.DECREASE
    if word in ("more", "less", "fewer") and en.THAN_BEFORE.match(tokens.text, tokens.end(at)):
        return Role.CHANGE, Direction.INCREASE if word == "more" else Direction.DECREASE
    if word in ("higher", "lower"):
        return Role.CHANGE, Direction.INCREASE if word == "higher" else Direction.DECREASE
    if relative or amount.unit is not None:
        for index in (at, at + 1, at + 2):
            token = tokens.token(index)
            if token is None or token.tag_ not in ("NN", "NNS", "JJ", "VBG"):
                break
            direction = _noun_direction(tokens, index)
            if direction is not None and (relative or index == at):
                return Role.CHANGE, direction
    return None
