"""Figures without a number word: "doubled", "threefold", "twice as many", "no deaths"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.extract import changes_en as en
from factcheck.extract.tokens import Tokens, between, kept, positions
from factcheck.model import Direction, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Wordless:
    """A figure that a word implies. Offsets in the sentence; ``token`` the word's index."""

    start: int
    end: int
    value: float
    unit: str
    dimension: str
    role: Role
    direction: Direction | None
    token: int
    noun: int | None = None


def _multiples(doc: Doc) -> list[int]:
    words = positions(doc, "LEMMA", en.MULTIPLES), positions(doc, "LOWER", en.MULTIPLE_ADVERBS)
    return sorted({*words[0], *words[1]})


def _zeros(doc: Doc) -> list[int]:
    return positions(doc, "LOWER", ("no",))


def multiples(tokens: Tokens) -> list[Wordless]:
    """As in "doubled" is the multiple 2 with role change; "twice as many" the multiple 2, a level."""
    found = []
    for at in between(kept(tokens.doc, "multiples", _multiples), tokens.first, tokens.stop):
        token = tokens.doc[at]
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "ADJ", "ADV", "NOUN") and lemma in en.MULTIPLES and _is_change(token):
            value = en.MULTIPLES[lemma]
            direction = Direction.INCREASE if value > 1 else Direction.DECREASE
            found.append(_one(tokens, token.i, token.i, value, Role.CHANGE, direction))
        elif token.lower_ == "half" and _cut_in_half(tokens, at):
            found.append(_one(tokens, at - 1, at, 0.5, Role.CHANGE, Direction.DECREASE))
        elif token.lower_ in en.MULTIPLE_ADVERBS and tokens.word(token.i + 1) in ("as", "the", "that", "what", "their"):
            following = tokens.word(token.i + 2)
            if tokens.word(token.i + 1) == "as" and following not in ("many", "much", "likely", "high", "large", "big"):
                continue
            if token.lower_ == "half" and tokens.word(token.i + 1) != "as":
                continue
            end = token.i + 2 if tokens.word(token.i + 1) == "as" else token.i
            found.append(_one(tokens, token.i, end, en.MULTIPLE_ADVERBS[token.lower_], Role.LEVEL, None))
    return found


def _cut_in_half(tokens: Tokens, at: int) -> bool:
    """As in "cut the rate almost in half"; "in half of the cases" is none."""
    if tokens.word(at - 1) != "in" or tokens.word(at + 1) in ("of", "a", "an", "the", "-"):
        return False
    before = (tokens.token(index) for index in range(at - 2, at - _REACH, -1))
    return any(one is not None and one.lemma_.lower() in en.CUTS for one in before)


_REACH = 10


def _is_change(token) -> bool:  # type: ignore[no-untyped-def]
    if token.lemma_.lower().endswith("fold"):
        return True
    following = token.nbor(1).lower_ if token.i + 1 < token.sent.end else ""
    if following in en.DOUBLED_OTHERWISE or following == "-":
        return False
    return token.pos_ == "VERB" and token.dep_ not in ("amod", "compound")


def zeros(tokens: Tokens) -> list[Wordless]:
    """As in "no deaths", "no one was killed": a count of zero, only where counts are usual."""
    found = []
    for at in between(kept(tokens.doc, "zeros", _zeros), tokens.first, tokens.stop):
        token = tokens.doc[at]
        following = tokens.token(token.i + 1)
        if following is None:
            continue
        if following.lower_ == "one" and (verb := following.head).lemma_.lower() in en.PERSONS_VERBS:
            del verb
            found.append(
                Wordless(
                    tokens.start(token.i), tokens.end(following.i), 0.0, "person", "count", Role.LEVEL, None, token.i
                )
            )
            continue
        noun = following if following.tag_ in ("NN", "NNS") else tokens.token(token.i + 2)
        if noun is not None and noun.tag_ in ("NN", "NNS") and noun.lemma_.lower() in en.NO_COUNTS:
            unit = noun.lemma_.lower()
            found.append(
                Wordless(
                    tokens.start(token.i), tokens.end(noun.i), 0.0, unit, "count", Role.LEVEL, None, token.i, noun.i
                )
            )
    return found


def _one(tokens: Tokens, first: int, last: int, value: float, role: Role, direction: Direction | None) -> Wordless:
    return Wordless(tokens.start(first), tokens.end(last), value, "multiple", "multiple", role, direction, first)
