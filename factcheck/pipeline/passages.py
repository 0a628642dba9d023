"""Passages that are in no workspace: read as claims, and compared with each other."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from factcheck.compare import compare_all
from factcheck.extract import Extraction, extract, extract_many
from factcheck.extract.sentences import sentences
from factcheck.intake import Metadata, date_option, read_text
from factcheck.model import Claim, Document, Relation, Statement, Voice

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text with when (YYYY-MM-DD) and by which outlet it was printed."""

    text: str
    date: str | None = None
    source: str | None = None


def statements(passage: Passage) -> list[Statement]:
    """The claims of a passage, and each of its sentences without one as the writer's own assertion.

    The opening sentence stands in for the title that a document would have: it says what the later ones are about.

    Raises:
        IntakeError: the passage is empty.
        UsageError: its date is not a date.
    """
    key = _key(passage)
    with _lock:
        known = _read.get(key)
    if known is None:
        document = _document(key)
        known = _keep(key, document, extract(document))
    return list(known)


def read_ahead(passages: Iterable[Passage]) -> None:
    """Read the claims of many passages together, so that :func:`statements` of each has them at hand.

    Raises:
        IntakeError, UsageError: as :func:`statements`.
    """
    keys = dict.fromkeys(map(_key, passages))
    with _lock:
        documents = {key: _document(key) for key in keys if key not in _read}
    if documents:
        for (key, document), read in zip(documents.items(), extract_many(list(documents.values())), strict=True):
            _keep(key, document, read)


_Key = tuple[str, "date | None", str | None]
_KEPT = 20_000  # a batch of a thousand questions has as many hits as that
_read: OrderedDict[_Key, tuple[Statement, ...]] = OrderedDict()
_lock = Lock()


def _key(passage: Passage) -> _Key:
    return passage.text, date_option(passage.date), passage.source


def _document(key: _Key) -> Document:
    text, printed, source = key
    return read_text(text, metadata=Metadata(outlet=source, published_on=printed))


def _keep(key: _Key, document: Document, read: Extraction) -> tuple[Statement, ...]:
    """The statements of a passage, which are kept; the oldest go."""
    _, printed, source = key
    claims, opening = _all_asserted(document.text, read.claims)
    made = tuple(
        Statement(
            claim,
            title=None if claim.start < opening[1] else document.text[slice(*opening)],
            outlet=source,
            published_on=printed,
        )
        for claim in claims
    )
    with _lock:
        _read[key] = made
        while len(_read) > _KEPT:
            _read.popitem(last=False)
    return made


def _all_asserted(text: str, claims: Sequence[Claim]) -> tuple[list[Claim], tuple[int, int]]:
    """``claims``, and a claim for each sentence of ``text`` that holds none; the bounds of the opening sentence."""
    cut = [span for line in _LINE.finditer(text) for span in sentences(text, *line.span())]
    bare = [
        Claim(text[start:end], start, end, restated=None, kinds=(), voice=Voice.OWN)
        for start, end in cut
        if not any(claim.start < end and start < claim.end for claim in claims)
    ]
    return sorted((*claims, *bare), key=lambda claim: (claim.start, claim.end)), cut[0]


_LINE = re.compile(r"\S(?:.*\S)?")


def compare_passages(a: Passage, b: Passage) -> Relation:
    """How two passages stand to each other: every claim of one with every claim of the other.

    The headline is the pair that most surely speaks of the same thing, a conflict first where that is equal; where the
    two share all words but one part, what that part is decides.

    Raises:
        IntakeError: a passage is empty.
        UsageError: a date is not a date.
    """
    return compare_all(statements(a), statements(b), texts=(a.text, b.text))
