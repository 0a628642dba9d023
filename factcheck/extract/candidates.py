"""Cheap tests on characters: what is worth parsing?

A claim has a figure or an attribution. So a sentence without a digit, a word for a number or an amount, a quotation
mark and a word of saying or thinking holds none. Such a sentence is parsed only where it may say who is meant in one
that does: it gives the full name of somebody named shortly elsewhere, or stands before a sentence with a pronoun. What
these tests miss is measured by ``python -m benchmarks.extraction_speed``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck.extract import changes_en as changes
from factcheck.extract import cues_en as cues
from factcheck.extract import number_words_en as numbers
from factcheck.extract import phrases_en as phrasing
from factcheck.extract.candidates_en import AMOUNT_WORDS, IRREGULAR, MARKS, MORE_AMOUNT_WORDS, PRONOUNS, SELDOM

_FULL_NAME = re.compile(r"\b[A-Z][\w’'-]+ (?:[A-Z][\w.’'-]* ){0,2}([A-Z][\w’'-]+)")
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")


class Candidates:
    """Chooses the sentences of one text that are worth parsing."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._named: dict[str, int] = {}
        for found in _CAPITAL.finditer(text):
            word = found[0]
            self._named[word] = self._named.get(word, 0) + 1

    def among(self, cut: Sequence[tuple[int, int]]) -> list[int]:
        """The positions, in order, of the sentences of one paragraph that are worth parsing."""
        holds = [can_hold_claim(self._text, start, end) for start, end in cut]
        return [at for at, (start, end) in enumerate(cut) if holds[at] or self._says_who(cut, holds, at, start, end)]

    def _says_who(self, cut: Sequence[tuple[int, int]], holds: Sequence[bool], at: int, start: int, end: int) -> bool:
        if any(
            self._named[found[1]] > 1
            for found in _FULL_NAME.finditer(self._text, start, end)
            if found[1] in self._named
        ):
            return True
        return at + 1 < len(cut) and holds[at + 1] and _pronoun().search(self._text, *cut[at + 1]) is not None


def can_hold_claim(text: str, start: int, end: int) -> bool:
    """True unless ``text[start:end]`` has no sign of a figure or an attribution.

    A word that is a sign only now and then ("state", "back") counts with another one.
    """
    if _MARK.search(text, start, end) is not None:
        return True
    words = _WORD.findall(text[start:end].lower())
    signs, seldom = _tables()
    return not signs.isdisjoint(words) or sum(word in seldom for word in words) > 1


def can_hold_figure(text: str, start: int, end: int) -> bool:
    """True unless ``text[start:end]`` has no digit, no sign and no word that a figure is made of.

    More than :func:`can_hold_claim` asks for: "no", which is a count in "no deaths", is too common for it.
    """
    if _FIGURE_MARK.search(text, start, end) is not None:
        return True
    return not _amount_words().isdisjoint(_WORD.findall(text[start:end].lower()))


_FIGURE_MARK = re.compile(rf"[\d%{''.join(numbers.FRACTION_SIGNS)}]")
_MARK = re.compile(rf"[\d{re.escape(MARKS)}]")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1)
def _pronoun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(PRONOUNS)})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _tables() -> tuple[frozenset[str], frozenset[str]]:
    """The words each of which is a sign, and those that are one now and then."""
    seldom = frozenset(form for word in SELDOM for form in _forms(word))
    stems = {form for word in (*cues.VERBS, *cues.NOUNS) for form in _forms(word)} - seldom
    plain = {*_amounts(), *IRREGULAR, *phrasing.MENTAL_ADJECTIVES, *phrasing.VIEW_NOUNS}
    return frozenset(stems | plain), seldom


def _amounts() -> set[str]:
    """The words for numbers and amounts in all their forms."""
    named = {*numbers.ONES, *numbers.TENS, *numbers.SCALES, *numbers.PLURAL_SCALES, *numbers.DENOMINATORS}
    multiples = {form for word in (*changes.MULTIPLES, *changes.MULTIPLE_ADVERBS) for form in _forms(word)}
    return {*AMOUNT_WORDS, *named, *(word + "s" for word in named), *multiples}


@lru_cache(maxsize=1)
def _amount_words() -> frozenset[str]:
    return frozenset(_amounts() | set(MORE_AMOUNT_WORDS))


def _forms(word: str) -> set[str]:
    """The regular forms of a verb or noun."""
    forms = {
        word,
        word + "s",
        word + "es",
        word + "ed",
        word + "d",
        word + "ing",
        word + word[-1] + "ed",
        word + word[-1] + "ing",
    }
    if word.endswith("e"):
        forms |= {word[:-1] + "ing"}
    if word.endswith("y"):
        forms |= {word[:-1] + "ies", word[:-1] + "ied"}
    return forms
