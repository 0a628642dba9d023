"""Text to words for comparing: tokens with offsets, stems, names. No parser, so that comparing stays pure and fast."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from factcheck.compare import words_en
from factcheck.compare.measures_en import PEOPLE, SYNONYMS
from factcheck.text import normalise

_TOKEN = re.compile(
    r"[$£€¥]?\d+(?:[.,:]\d+)*(?:st|nd|rd|th|%|bn|mn|tn|m|k)?\b%?"  # numbers, with what clings to them
    r"|[^\W\d_](?:\.[^\W\d_])+\.?"  # U.S.
    r"|[^\W_]+(?:['’][^\W\d_]+)?(?:-[^\W_]+(?:['’][^\W\d_]+)?)*"  # words, hyphened words
    r"|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark. ``text`` as written; ``key`` for matching; ``[start, end)`` in the text it is of."""

    text: str
    key: str
    start: int
    end: int
    opens: bool  # it is the first word of a sentence or quotation

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        return any(c.isdigit() for c in self.text) or self.key in words_en.NUMBER_WORDS

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@lru_cache(maxsize=65536)
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of ``text`` in order; ``text[t.start:t.end] == t.text`` for each."""
    found = []
    opens = True
    for match in _TOKEN.finditer(text):
        word = match.group()
        found.append(Token(word, _key(word), match.start(), match.end(), opens))
        if word in ".!?:\"“”‘'" or word == "\n":
            opens = True
        elif word[0].isalnum() or word[0] in "$£€¥":
            opens = False
    return tuple(found)


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    key = normalise(word)
    for ending in ("'s", "'"):
        if key.endswith(ending) and len(key) > len(ending):
            key = key[: -len(ending)]
    return key.rstrip(".") or key


_ENDINGS = (
    ("ications", "y"), ("ication", "y"), ("ations", ""), ("ation", ""), ("ements", ""), ("ement", ""), ("ments", ""),
    ("ment", ""), ("ies", "y"), ("ied", "y"), ("ings", ""), ("ing", ""), ("sses", "ss"), ("ers", ""), ("ors", ""),
    ("edly", ""), ("ed", ""), ("es", ""), ("er", ""), ("or", ""), ("ly", ""), ("s", ""), ("e", ""),
)  # fmt: skip


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A rough stem of one normalised word: its endings off, synonyms of :data:`SYNONYMS` made one."""
    known = SYNONYMS.get(word)
    if known is not None:
        return known
    if len(word) <= 3 or not word.isalpha():
        return word
    for ending, instead in _ENDINGS:
        shortest = 4 if ending == "ly" else 3
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) + len(instead) >= shortest:
            word = word[: len(word) - len(ending)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


_NATION_ENDINGS = ("ians", "ian", "ia", "eans", "ean", "ans", "an", "ese", "is", "i", "a", "e", "s")


@lru_cache(maxsize=4096)
def nation(word: str) -> str:
    """One key for a country's name and what is made of it: "Ukraine", "Ukrainian", "Ukrainians" give ``ukrain``."""
    key = normalise(word).rstrip(".").removesuffix("'s")
    known = words_en.NATIONS.get(key)
    if known is not None:
        return known
    for ending in _NATION_ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= 4:
            return key[: -len(ending)]
    return key


def content(text: str) -> frozenset[str]:
    """The stems of the words of ``text`` that carry topic: no small words, no reporting, no numbers, no calendar."""
    return _content(text)


@lru_cache(maxsize=65536)
def _content(text: str) -> frozenset[str]:
    return frozenset(stem(t.key) if not t.capital else topic_key(t) for t in tokens(text) if carries_topic(t))


def topic_key(token: Token) -> str:
    """The stem of a word; of a capitalised one that isn't the first of its sentence, its :func:`nation` key."""
    if token.capital and not token.opens:
        key = nation(token.text)
        return SYNONYMS.get(token.key, stem(key) if key == token.key else key)
    return stem(token.key)


def carries_topic(token: Token) -> bool:
    """Whether the token says what a passage is about, rather than how much, when, or who reports it."""
    if token.is_number or not token.text[0].isalnum():
        return False
    key = token.key
    return not (
        key in words_en.STOP_WORDS
        or key in words_en.REPORTING
        or key in PEOPLE
        or (key in words_en.MONTHS and (token.capital or key not in {"may", "mar", "march"}))
        or key in words_en.WEEKDAYS
        or key in words_en.NEGATORS
        or len(key) == 1
    )


def shortened(text: str) -> str:
    """``text`` with "United Nations" and the like as they are abbreviated."""
    for full, short in words_en.SHORT_NAMES.items():
        if full in text:
            text = text.replace(full, short)
    return text


@lru_cache(maxsize=65536)
def names(text: str) -> frozenset[str]:
    """Keys of the capitalised words of ``text`` that are surely names, not the first word of a sentence.

    The opening word counts where another capitalised word follows it, or where it owns something ("Alphacorp's").
    """
    found: set[str] = set()
    listed = tokens(shortened(text))
    for i, token in enumerate(listed):
        if not token.capital or not token.is_word or not carries_topic(token) or token.key in words_en.TITLES:
            continue
        if token.opens:
            follower = listed[i + 1] if i + 1 < len(listed) else None
            followed = follower is not None and follower.is_word and follower.capital
            owns = token.text.endswith(("'s", "’s"))
            if not (followed or owns) or token.key in words_en.COMMON_OPENERS:
                continue
        found.add(nation(token.text))
    return frozenset(found)


@lru_cache(maxsize=65536)
def full_names(text: str) -> frozenset[str]:
    """The :func:`names` of ``text``, those that stand in a row as one: "South Kordofan" is a single name."""
    known = names(text)
    found: set[str] = set()
    row: list[str] = []
    for token in (*tokens(shortened(text)), None):
        key = nation(token.text) if token is not None and token.is_word and token.capital else ""
        if key and key in known:
            row.append(key)
        elif row:
            found.add(" ".join(row))
            row = []
    return frozenset(found)


_YEAR = re.compile(r"(?:19|20)\d\d")
_QUARTERS = frozenset({"quarter", "half"})
_SPAN = re.compile(
    r"\b(?:in|for|over|during|within) (?:the|that|this|one|a|an)(?: \w+)? (day|week|month|quarter|year|decade)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=65536)
def calendar_words(text: str) -> frozenset[str]:
    """The years, months and quarters ``text`` names: "2023", "march", "first quarter"."""
    listed = tokens(text)
    found = set()
    for i, token in enumerate(listed):
        may = token.text == "May" and not token.opens
        if _YEAR.fullmatch(token.text) or may or (token.capital and token.key in words_en.MONTHS):
            found.add(token.key[:3] if token.capital else token.key)
        elif token.key in _QUARTERS and i > 0 and listed[i - 1].key in ("first", "second", "third", "fourth", "last"):
            found.add(f"{listed[i - 1].key} {token.key}")
    return frozenset(found)


@lru_cache(maxsize=65536)
def span_words(text: str) -> frozenset[str]:
    """How long a time ``text`` speaks of, where it says so: "in the week to Friday" gives ``week``."""
    return frozenset(match.lower() for match in _SPAN.findall(text))


_YEAR_CALLED = re.compile(
    r"\b(this|current|coming|next|last|past|previous)(?:['’]s)? (?:financial |fiscal |budget |school )?"
    r"(year|winter|spring|summer|autumn|season)\b",
    re.IGNORECASE,
)
_CALLED = {"current": "this", "coming": "next", "past": "last", "previous": "last"}


@lru_cache(maxsize=65536)
def year_words(text: str) -> frozenset[str]:
    """Which year or season ``text`` speaks of, seen from when it was told: "the coming financial year" gives ``next
    year``."""
    found = ((one.lower(), span.lower()) for one, span in _YEAR_CALLED.findall(text))
    return frozenset(f"{_CALLED.get(one, one)} {span}" for one, span in found)


@lru_cache(maxsize=65536)
def weekdays(text: str) -> frozenset[str]:
    """The days of the week that ``text`` names."""
    return frozenset(t.key[:3] for t in tokens(text) if t.capital and t.key in words_en.WEEKDAYS)


def overlap(a: Iterable[str], b: Iterable[str]) -> float:
    """Dice's share of two sets, 0 to 1; 1 for two empty ones."""
    left, right = set(a), set(b)
    if not left and not right:
        return 1.0
    return 2 * len(left & right) / (len(left) + len(right))


def containment(a: Iterable[str], b: Iterable[str]) -> float:
    """How much of the smaller set lies in the other, 0 to 1; 1 where one is empty."""
    left, right = set(a), set(b)
    if not left or not right:
        return 1.0
    return len(left & right) / min(len(left), len(right))
