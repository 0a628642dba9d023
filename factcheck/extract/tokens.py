"""The tokens of one parsed sentence, found by character offset.

Amounts are read off characters, grammar off tokens; this is the bridge. Offsets are relative to the sentence, token
indices are those of the ``Doc``, so that they stay good across sentences.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

T = TypeVar("T")

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
"""Tags of nouns in the scheme of the Penn Treebank."""
TEXT = "text"
"""Under which a parse keeps its own text."""


def text_of(doc: Doc) -> str:
    """``doc.text``, which spaCy joins token by token each time it is asked, joined once; or not at all where who made
    ``doc`` has left it there."""
    text: str | None = doc.user_data.get(TEXT)
    if text is None:
        text = doc.user_data[TEXT] = doc.text
    return text


def positions(doc: Doc, attribute: str, words: Container[str]) -> list[int]:
    """Where in ``doc`` tokens stand whose ``attribute`` ("LOWER", "LEMMA") is one of ``words`` in lower case; in order.

    Each different word is looked up once, so a whole text is done in the time that asking a few dozen tokens takes.
    """
    import numpy as np

    values = doc.to_array([attribute])
    strings = doc.vocab.strings
    wanted = [one for one in set(values.tolist()) if strings[one].lower() in words]
    return np.flatnonzero(np.isin(values, wanted)).tolist() if wanted else []


def kept(doc: Doc, name: str, make: Callable[[Doc], T]) -> T:
    """What ``make`` gives for ``doc``, which is asked for it once; ``name`` is under what the parse keeps it."""
    if name not in doc.user_data:
        doc.user_data[name] = make(doc)
    return cast("T", doc.user_data[name])


def starts_of(doc: Doc) -> list[int]:
    """The offset of each token of ``doc``."""
    return kept(doc, "starts", lambda doc: cast("list[int]", doc.to_array(["IDX"]).tolist()))


def between(places: list[int], first: int, stop: int) -> list[int]:
    """Those of ``places``, which are in order, that lie in ``[first, stop)``."""
    return places[bisect_left(places, first) : bisect_left(places, stop)] if places else places


class Tokens:
    """One sentence's tokens.

    Attributes:
        doc: the document parsed; indices below are into it.
        first, stop: the sentence's tokens are ``doc[first:stop]``.
        base: offset of the sentence in the text of ``doc``.
        text: the sentence's own; joined once, for it costs its length every time.
    """

    def __init__(self, sentence: Span) -> None:
        self.sentence = sentence
        self.doc: Doc = sentence.doc
        self.first, self.stop = sentence.start, sentence.end
        self.base: int = sentence.start_char
        self.text: str = text_of(self.doc)[self.base : sentence.end_char]
        self._starts = [start - self.base for start in starts_of(self.doc)[self.first : self.stop]]

    def at(self, offset: int) -> int:
        """Index of the token that holds the character at ``offset`` (or the last one before it)."""
        return self.first + max(0, bisect_right(self._starts, offset) - 1)

    def ending_at(self, offset: int) -> int:
        """Index of the token that holds the last character before ``offset``."""
        return self.at(max(0, offset - 1))

    def holds(self, index: int) -> bool:
        """Whether ``index`` is inside: a head or child need not be, where a long sentence is read in stretches."""
        return self.first <= index < self.stop

    def token(self, index: int) -> Token | None:
        """The token at ``index``, or None outside the sentence."""
        return self.doc[index] if self.holds(index) else None

    def start(self, index: int) -> int:
        """Offset of the first character of the token at ``index``, which lies inside."""
        return self._starts[index - self.first]

    def end(self, index: int) -> int:
        """Offset after the last character of the token at ``index``, which lies inside."""
        return self._starts[index - self.first] + len(self.doc[index])

    def word(self, index: int) -> str:
        """Lower-case text of the token at ``index``, "" outside the sentence."""
        return self.doc[index].lower_ if self.first <= index < self.stop else ""

    def noun_at(self, index: int) -> bool:
        """Whether a noun, or an adjective before one, stands at ``index``."""
        token = self.token(index)
        return token is not None and token.tag_ in NOUN_TAGS | {"JJ"}
