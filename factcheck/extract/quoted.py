"""The quotations of one document as places: which of them covers a token, and in which paragraph it stands.

It stands apart from :mod:`.quoting`, which says whose they are, because others ask only where they are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from factcheck.extract.quotes import Quotation, paragraphs, quotations

_UTTERANCE_WORDS = 4
_TITLE_WORDS = 7
_SMALL = 3
"""The longest word that a title leaves in small letters ("of", "the")."""


class Quoted:
    """The quotations of one document, and which tokens lie in which."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all: list[Quotation] = quotations(text)
        self.paragraphs = paragraphs(text)
        self._starts = [q.start for q in self.all]
        self._paragraph_starts = [start for start, _ in self.paragraphs]

    def at(self, offset: int) -> int | None:
        """The position of the quotation that covers the code point ``offset``, or None."""
        found = bisect_right(self._starts, offset) - 1
        return found if found >= 0 and offset < self.all[found].end else None

    def over(self, start: int, end: int) -> list[int]:
        """The positions of the quotations that share a code point with ``[start, end)``."""
        first = bisect_right(self._starts, start) - 1
        first = first if first >= 0 and self.all[first].end > start else first + 1
        return list(range(first, bisect_left(self._starts, end)))

    def paragraph(self, offset: int) -> int:
        """The position of the paragraph that holds, or last began before, the code point ``offset``."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def utterance(self, number: int) -> bool:
        """Whether a quotation is somebody's words to be attributed, and not a name or a word held at arm's length."""
        quotation = self.all[number]
        inner = self.text[quotation.inner_start : quotation.inner_end].rstrip()
        words = inner.split()
        if 1 < len(words) <= _TITLE_WORDS and not inner.endswith(("?", "!", "…")):
            titled = sum(w[0].isupper() or w[0].isdigit() or len(w) <= _SMALL for w in words)
            if titled == len(words) and (words[-1][0].isupper() or words[-1][0].isdigit()):
                return False
        return len(words) >= _UTTERANCE_WORDS or inner.endswith((",", ".", "?", "!", "…"))
