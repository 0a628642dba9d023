"""Finds what a page prints around its article: slogans, sign-up lines, captions, by-lines, navigation, headings.

It stands apart because it needs no parse, only the look of a paragraph and its neighbours, and because a claim read
out of a sign-up line costs more trust than a caption's claim is worth. A text of one paragraph is never furniture:
a person who gives one line means it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.extract.furniture_en import BULLETS, SENTENCE_END, WHOLE
from factcheck.extract.quotes import paragraphs

_LONGEST = 700
"""Code points; a longer paragraph is running text, whatever stands in it."""
_TOO_LONG = ". " * _LONGEST
"""Stands for a longer paragraph: no pattern matches it, and it is no heading."""
_HEADING_WORDS = 16
_CREDIT = re.compile(r"\s*\([^()]{2,120}\)\.?\s*$")
_CLOSERS = "\"'”’»)]"


def furniture(text: str) -> list[tuple[int, int, str]]:
    """The paragraphs of ``text`` that are not the article's own prose, as ``(start, end, kind)``, half-open, in order.

    Kinds: those of :data:`factcheck.extract.furniture_en.WHOLE`, ``repeat`` (a paragraph printed again, or a caption's
    line without its credit) and ``heading``.
    """
    blocks = paragraphs(text)
    if len(blocks) < 2:
        return []
    shown = [tidy(text[start:end]) if end - start <= _LONGEST else _TOO_LONG for start, end in blocks]
    kinds = [_listed(line) for line in shown]
    _mark_repeats(shown, kinds)
    _mark_headings([(text[start], text[max(start, end - 8) : end]) for start, end in blocks], shown, kinds)
    return [(start, end, kind) for (start, end), kind in zip(blocks, kinds, strict=True) if kind]


def tidy(line: str) -> str:
    """``line`` in lower case with single spaces."""
    return " ".join(line.split()).lower()


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern, re.DOTALL)) for kind, pattern in WHOLE)


def _listed(line: str) -> str | None:
    if len(line) > _LONGEST:
        return None
    return next((kind for kind, pattern in _patterns() if pattern.fullmatch(line)), None)


def _mark_repeats(shown: list[str], kinds: list[str | None]) -> None:
    captions = {_CREDIT.sub("", line) for line, kind in zip(shown, kinds, strict=True) if kind == "caption"}
    seen: set[str] = set()
    for at, line in enumerate(shown):
        if kinds[at] is None and len(line) <= _LONGEST and (line in captions or line in seen):
            kinds[at] = "repeat"
        seen.add(line)


def _mark_headings(edges: list[tuple[str, str]], shown: list[str], kinds: list[str | None]) -> None:
    """A short line that ends without a mark, in a text whose paragraphs end with one, is a heading or the like.

    Args:
        edges: the first character and the last few of each paragraph. A line that begins small goes on from another.
    """
    ended = [_ends(ending) for _, ending in edges]
    prose = [done for done, line, kind in zip(ended, shown, kinds, strict=True) if kind is None and len(line) > 80]
    if not prose or sum(prose) * 2 < len(prose):
        return
    for at, line in enumerate(shown):
        first = edges[at][0]
        short = len(line.split()) <= _HEADING_WORDS and first not in BULLETS and not first.islower()
        if kinds[at] is None and not ended[at] and short:
            kinds[at] = "heading"


def _ends(ending: str) -> bool:
    return ending.rstrip(_CLOSERS)[-1:] in SENTENCE_END
