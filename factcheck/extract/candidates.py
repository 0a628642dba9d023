"""Cheap tests on characters: can this sentence hold a claim at all?

A claim has a figure or an attribution. So a sentence without a digit, a word for a number or an amount, a quotation
mark and a word of saying or thinking holds none, and is never parsed. What these tests miss is measured by
``python -m benchmarks.extraction_speed``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.extract import cues_en as cues
from factcheck.extract.candidates_en import AMOUNT_WORDS, IRREGULAR, MARKS, PHRASES


def can_hold_claim(text: str, start: int, end: int) -> bool:
    """True unless ``text[start:end]`` has no sign of a figure or an attribution."""
    return _signs().search(text, start, end) is not None


@lru_cache(maxsize=1)
def _signs() -> re.Pattern[str]:
    stems = {stem for word in (*cues.VERBS, *cues.NOUNS) for stem in _forms(word)}
    words = sorted(stems | set(AMOUNT_WORDS) | set(IRREGULAR) | set(cues.MENTAL_ADJECTIVES) | set(cues.VIEW_NOUNS))
    alternatives = "|".join(map(re.escape, words))
    return re.compile(rf"[\d{re.escape(MARKS)}]|\b(?:{'|'.join(PHRASES)}|{alternatives})\b", re.IGNORECASE)


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
