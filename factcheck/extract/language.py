"""Tells whether a text is in a language this package reads.

Cheap signs first: running English is a quarter made of a few dozen small words. Only a text without them, and long
enough to tell, is given to lingua, whose models take a second to load.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector

READ = ("en",)
"""ISO 639-1 codes of the languages whose claims are read."""

_SAMPLE = 4_000
_ENOUGH_LETTERS = 40
_ENOUGH_SIGNS = 8
"""Of another script, which by itself tells much."""
_CONFIDENT = 0.5
_SURE = 0.8
_FOREIGN_SHARE = 0.12
"""Of a paragraph's words: with more of the small words it is English, or near enough to be read."""
_ENOUGH_WORDS, _MOST_WORDS = 8, 200
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL_WORDS = frozenset(
    "the of and to in a is that for it was on with as are he be at by this have from they not were his had has but an "
    "said or which who their we she you been would will there her more one about up out its after into than all also "
    "when so what them if could our over can two may new only other".split()
)
_ENGLISH_SHARE = 0.2
_NAMES = (
    "ARABIC CHINESE CZECH DANISH DUTCH ENGLISH FINNISH FRENCH GERMAN GREEK HEBREW HINDI HUNGARIAN INDONESIAN ITALIAN "
    "JAPANESE KOREAN NYNORSK BOKMAL PERSIAN POLISH PORTUGUESE ROMANIAN RUSSIAN SPANISH SWEDISH TURKISH UKRAINIAN "
    "VIETNAMESE"
).split()


def language(text: str) -> str | None:
    """The ISO 639-1 code of ``text``'s language, or None where it can't be told (too short, no letters, mixed)."""
    sample = _sampled(text)
    words = _WORD.findall(sample.lower())
    if not words:
        return None
    small = sum(map(_SMALL_WORDS.__contains__, words))
    if len(words) >= 5 and small >= _ENGLISH_SHARE * len(words):
        return "en"
    latin = sum(map(str.isascii, words)) * 2 >= len(words)
    if sum(map(len, words)) < (_ENOUGH_LETTERS if latin else _ENOUGH_SIGNS):
        return None
    best, *_ = _detector().compute_language_confidence_values(" ".join(words))
    code = best.language.iso_code_639_1.name.lower()
    return code if best.value >= _CONFIDENT else None


def other_language(paragraph: str) -> str | None:
    """The code of the other language that a paragraph of an English text is surely in, or None.

    Names tell nothing of the language around them, so only words in small letters are judged, where a script has them.
    """
    words = _WORD.findall(paragraph)
    if not words:
        return None
    small = sum(map(_SMALL_WORDS.__contains__, map(str.lower, words)))
    if small >= _FOREIGN_SHARE * len(words):
        return None
    plain = [word for word in words if not word.isascii() or word.islower()]
    latin = sum(map(str.isascii, words)) * 2 >= len(words)
    if latin and len(plain) < _ENOUGH_WORDS:
        return None
    if sum(map(len, plain)) < (_ENOUGH_LETTERS if latin else _ENOUGH_SIGNS):
        return None
    best, *_ = _detector().compute_language_confidence_values(" ".join(plain[:_MOST_WORDS]))
    code = best.language.iso_code_639_1.name.lower()
    return code if best.value >= _SURE and code not in READ else None


def _sampled(text: str) -> str:
    """Three stretches of a long text: its head may be a foreign title, its tail a foreign notice."""
    if len(text) <= _SAMPLE:
        return text
    part, middle = _SAMPLE // 3, len(text) // 2
    return f"{text[:part]} {text[middle : middle + part]} {text[-part:]}"


@lru_cache(maxsize=1)
def _detector() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder

    wanted = [getattr(Language, name) for name in _NAMES]
    return LanguageDetectorBuilder.from_languages(*wanted).with_low_accuracy_mode().build()
