"""Dates where they stand in the parse of their sentence.

Apart from :mod:`.dates`, which reads them off the characters without a parse.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from factcheck.model import DateRange

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token


class DateMention(Protocol):
    """A date as written, offsets in the document, resolved to days."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def range(self) -> DateRange: ...


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in its sentence: offsets in the parsed text, the words before and after it, its topmost token."""

    start: int
    end: int
    range: DateRange
    before: str
    after: str
    token: Token


def inside(sentence: Sentence, mention: DateMention, offset: int) -> bool:
    """Whether the date begins in the sentence; ``offset`` is what was added to the date's offsets."""
    return bool(sentence.start_char + offset <= mention.start < sentence.end_char + offset)


def placed(sentence: Sentence, mention: DateMention, offset: int) -> Mention:
    """The date with where it stands in the parse of the sentence it begins in."""
    inner = [token for token in sentence if mention.start - offset <= token.idx < mention.end - offset]
    if not inner:
        inner = [token for token in sentence if token.idx <= mention.start - offset][-1:]
    indices = {token.i for token in inner}
    root = next((token for token in inner if token.head.i not in indices or token.head.i == token.i), inner[0])
    first, last = inner[0].i, inner[-1].i
    before = sentence.doc[first - 1].lower_ if first > sentence.start else ""
    if before == "the" and first - 2 >= sentence.start:
        before = sentence.doc[first - 2].lower_
    after = sentence.doc[last + 1].lower_ if last + 1 < sentence.end else ""
    return Mention(mention.start - offset, mention.end - offset, mention.range, before, after, root)


def governor(token: Token) -> Token | None:
    """The verb that a date hangs on, however deep, or the top of its sentence."""
    head = token.head
    for _ in range(6):
        if head.pos_ in ("VERB", "AUX") or head.head.i == head.i:
            return head
        head = head.head
    return None
