"""What differs between two passages, word by word, for showing them side by side.

Apart from the rules, which never look at it: it marks, it doesn't judge. Pure: difflib over tokens.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from factcheck.compare import words_en
from factcheck.compare.tokens import Token, tokens
from factcheck.model import Span


class Part(StrEnum):
    """What kind of words differ; a place of several kinds is the first of these that fits."""

    NUMBER = "number"
    DATE = "date"
    NEGATION = "negation"
    NAME = "name"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Differing:
    """A place where two texts differ: its kind, and the words on each side, None where one side has none."""

    kind: Part
    a: Span | None
    b: Span | None


def differing_parts(a: str, b: str) -> list[Differing]:
    """The places where ``a`` and ``b`` differ, in order, with spans into each. Case and quotation style don't count."""
    words_a, words_b = tokens(a), tokens(b)
    matcher = SequenceMatcher(None, [t.key for t in words_a], [t.key for t in words_b], autojunk=False)
    found = []
    for tag, first_a, last_a, first_b, last_b in matcher.get_opcodes():
        if tag == "equal":
            continue
        run_a, run_b = words_a[first_a:last_a], words_b[first_b:last_b]
        if not any(t.text[0].isalnum() for t in (*run_a, *run_b)):
            continue
        found.append(Differing(_kind(run_a, run_b), _span(a, run_a), _span(b, run_b)))
    return found


def _span(text: str, run: tuple[Token, ...]) -> Span | None:
    if not run:
        return None
    start, end = run[0].start, run[-1].end
    return Span(text[start:end], start, end)


def _kind(run_a: tuple[Token, ...], run_b: tuple[Token, ...]) -> Part:
    both = (*run_a, *run_b)
    if any(_is_date(t) for t in both):
        return Part.DATE
    if any(t.is_number for t in both):
        return Part.NUMBER
    if any(t.key in words_en.NEGATORS or t.key.endswith("n't") for t in both):
        return Part.NEGATION
    inside = any(t.capital and t.is_word and not t.opens for t in both)
    if inside or (_opens_with_name(run_a) and _opens_with_name(run_b)):
        return Part.NAME
    return Part.WORDS


def _opens_with_name(run: tuple[Token, ...]) -> bool:
    """The first word of a sentence, which may be a name: it is no word that commonly opens one."""
    return bool(run) and run[0].capital and run[0].key not in words_en.COMMON_OPENERS | words_en.STOP_WORDS


def _is_date(token: Token) -> bool:
    if token.key in words_en.WEEKDAYS:
        return True
    if token.key in words_en.MONTHS:
        return token.capital
    return len(token.key) == 4 and token.key.isdigit() and token.key[:2] in ("19", "20")
