"""How often the words of many lists stand in a text, all lists in one pass.

It stands apart because it knows no list: a text is cut into words once, each word is looked up once, and a phrase is
tried only behind its first word. Twenty patterns of a hundred words each take ten times as long.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_REMEMBERED = 20_000


class WordLists:
    """Lists of words and phrases, by name.

    Args:
        lists: name → words parted by white space, in small letters; a star at the end of a word that stands alone means
            any ending, an underscore or a hyphen what parts the words of a phrase.
    """

    def __init__(self, lists: Mapping[str, str]) -> None:
        self._whole: dict[str, set[str]] = defaultdict(set)
        self._beginnings: dict[str, set[str]] = defaultdict(set)
        self._phrases: dict[tuple[str, str], list[tuple[str, list[str]]]] = defaultdict(list)
        self._openings: set[str] = set()
        for name, listed in lists.items():
            for entry in set(listed.split()):
                first, *rest = entry.replace("-", "_").split("_")
                if rest:
                    self._openings.add(first)
                    self._phrases[first, rest[0]].append((name, rest[1:]))
                elif first.endswith("*"):
                    self._beginnings[first[:-1]].add(name)
                else:
                    self._whole[first].add(name)
        self._of = lru_cache(_REMEMBERED)(self._look_up)

    def counts(self, lower: str) -> Counter[str]:
        """How often each list is met in ``lower``, a text in small letters whose apostrophes are straight."""
        words = _WORD.findall(lower)
        found: Counter[str] = Counter()
        of, openings = self._of, self._openings
        for at, word in enumerate(words):
            for name in of(word):
                found[name] += 1
            if word in openings and at + 1 < len(words):
                for name, rest in self._phrases.get((word, words[at + 1]), ()):
                    if words[at + 2 : at + 2 + len(rest)] == rest:
                        found[name] += 1
        return found

    def _look_up(self, word: str) -> tuple[str, ...]:
        """The lists that ``word`` is on; "mayor's" and "they'd" are on those of "mayor" and "they" too."""
        names = set(self._whole.get(word, ()))
        for end in range(1, len(word) + 1):
            names |= self._beginnings.get(word[:end], set())
        head, apostrophe, _ = word.partition("'")
        if apostrophe and not word.endswith("n't"):
            names |= set(self._look_up(head))
        return tuple(sorted(names))
