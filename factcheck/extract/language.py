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
_ENOUGH_PLAIN = 30
"""Of words in small letters, of which none or hardly one is English."""
_ENOUGH_SIGNS = 8
"""Of another script, which by itself tells much."""
_CONFIDENT = 0.5
_SURE = 0.8
_ADDRESS = frozenset(("http", "https", "www"))
"""Words of a page's address, which is in no language."""
_FEW_WORDS, _BEYOND_DOUBT, _NO_CHANCE = 3, 0.9, 0.001
_FOREIGN_SHARE = 0.12
"""Of a paragraph's words: with more of the small words it is English, or near enough to be read."""
_ENOUGH_WORDS, _MOST_WORDS = 6, 200
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL_WORDS = frozenset(
    "the of and to in a is that for it was on with as are he be at by this have from they not were his had has but an "
    "said or which who their we she you been would will there her more one about up out its after into than all also "
    "when so what them if could our over can two may new only other".split()
)
_SHARED = frozenset("a in on an he me no so to was of over is we had her for at more have as by also new".split())
"""Those that other languages have too: they alone prove nothing."""
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
    if len(words) >= 5 and small >= _ENGLISH_SHARE * len(words) and not _SHARED.issuperset(_SMALL_WORDS & set(words)):
        return "en"
    latin = sum(map(str.isascii, words)) * 2 >= len(words)
    if sum(map(len, words)) < (_ENOUGH_LETTERS if latin else _ENOUGH_SIGNS):
        return _short(words)
    best, *_ = _detector().compute_language_confidence_values(" ".join(words))
    code = best.language.iso_code_639_1.name.lower()
    return code if best.value >= _CONFIDENT else None


def _short(words: list[str]) -> str | None:
    """The language of a few words, where it is beyond doubt that it isn't one that is read."""
    if len(words) < _FEW_WORDS or not (_SMALL_WORDS - _SHARED).isdisjoint(words):
        return None
    values = _detector().compute_language_confidence_values(" ".join(words))
    codes = {one.language.iso_code_639_1.name.lower(): one.value for one in values}
    best = max(codes, key=lambda code: codes[code])
    sure = codes[best] >= _BEYOND_DOUBT and all(codes[code] < _NO_CHANCE for code in READ)
    return best if sure else None


def other_language(paragraph: str) -> str | None:
    """The code of the other language that a paragraph of an English text is surely in, or None.

    Names tell nothing of the language around them, so only words in small letters are judged, where a script has them.
    """
    words = _WORD.findall(paragraph)
    if not words or not _ADDRESS.isdisjoint(words):
        return None
    small = sum(map(_SMALL_WORDS.__contains__, map(str.lower, words)))
    if small >= _FOREIGN_SHARE * len(words):
        return None
    plain = [word for word in words if not word.isascii() or word.islower()]
    latin = sum(map(str.isascii, words)) * 2 >= len(words)
    if latin and len(plain) < _ENOUGH_WORDS:
        return None
    if sum(map(len, plain)) < (_ENOUGH_PLAIN if latin else _ENOUGH_SIGNS):
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
