"""From a text to one parse of what can hold a claim, with the offsets of the whole text.

It stands apart because it decides what is parsed at all, and parsing is where the time goes. Furniture is left out;
so is what :mod:`.candidates` finds can hold no claim. What is left is parsed piece by piece, never across a
paragraph's end, and put together with the unparsed rest as single tokens, so that a token's offset in the parse is its
offset in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from factcheck.extract.annotate import annotated
from factcheck.extract.candidates import Candidates
from factcheck.extract.parsing import pipeline
from factcheck.extract.sentences import ends_in_unit, sentences
from factcheck.extract.tokens import TEXT

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_WINDOW = 200_000
"""Code points parsed and held at once; a document that is longer is read in windows that end with a paragraph."""
_PIECE = 4_000
"""The most code points of one parse: a line without an end is cut at a space before it."""

_UNBROKEN = 200
"""Code points; a longer run without a space is no word, and the tokenizer's time for it would go with its square."""
_KEPT = ["TAG", "POS", "LEMMA", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"]
"""The annotations that are read of a token."""
_RUN = re.compile(rf"\S{{{_UNBROKEN + 1},}}")


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the text and its parse: ``doc.text == text[start : start + len(doc.text)]``."""

    start: int
    doc: Doc


def windows(text: str, blocks: Sequence[tuple[int, int]]) -> Iterator[Window]:
    """The parses of ``text`` in order, reading only ``blocks``: half-open spans, in order, none overlapping."""
    nlp = pipeline()
    candidates = Candidates(text)
    for start, end, inside in _cut(text, blocks):
        pieces = [piece for block in inside for piece in _pieces(text, *block, candidates)]
        if pieces:
            yield Window(start, _parse(nlp, text, start, end, pieces))


def windows_of_many(texts: Sequence[tuple[str, Sequence[tuple[int, int]]]]) -> Iterator[tuple[int, Window]]:
    """The :func:`windows` of many short texts with their blocks, parsed together: each with its text's place.

    All that isn't yet parsed is held at once, so this is for passages, not for books.
    """
    nlp = pipeline()
    plan: list[tuple[int, int, int, list[tuple[int, int]]]] = []
    for number, (text, blocks) in enumerate(texts):
        candidates = Candidates(text)
        for start, end, inside in _cut(text, blocks):
            pieces = [piece for block in inside for piece in _pieces(text, *block, candidates)]
            if pieces:
                plan.append((number, start, end, pieces))
    made = (nlp.make_doc(texts[number][0][begin:stop]) for number, _, _, pieces in plan for begin, stop in pieces)
    parsed = annotated(nlp, made)
    for number, start, end, pieces in plan:
        some = list(islice(parsed, len(pieces)))
        yield number, Window(start, _joined(nlp, texts[number][0], start, end, zip(pieces, some, strict=True)))


def _cut(text: str, blocks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Windows as ``(start, end, blocks inside)``; a block longer than a window is cut at a space."""
    start, inside = 0, list[tuple[int, int]]()
    for block in blocks:
        for part_start, part_end in _chopped(text, *block, _WINDOW):
            if inside and part_end - start > _WINDOW:
                yield start, inside[-1][1], inside
                start, inside = part_start, []
            inside.append((part_start, part_end))
    if inside:
        yield start, inside[-1][1], inside


def _pieces(text: str, start: int, end: int, candidates: Candidates) -> list[tuple[int, int]]:
    """The runs of sentences of a paragraph that are worth parsing, each no longer than a piece."""
    cut = list(sentences(text, start, end))
    runs: list[tuple[int, int]] = []
    before = -1
    for position in candidates.among(cut):
        begin, stop = cut[position]
        goes_on = runs and before == position - 1 and stop - runs[-1][0] <= _PIECE
        if goes_on and not ends_in_unit(text, runs[-1][1]):
            runs[-1] = (runs[-1][0], stop)
        else:
            runs.append((begin, stop))
        before = position
    return [part for run in runs for piece in _chopped(text, *run, _PIECE) for part in _between_runs(text, *piece)]


def _between_runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A piece as it is, or what of it stands between runs of signs without a space that are no words."""
    for run in _RUN.finditer(text, start, end):
        if text[start : run.start()].strip():
            yield start, run.start()
        start = run.end()
    if text[start:end].strip():
        yield start, end


def _chopped(text: str, start: int, end: int, most: int) -> Iterator[tuple[int, int]]:
    while end - start > most:
        space = max(text.rfind(mark, start + most // 2, start + most) for mark in (" ", "\n"))
        cut = space if space > start else start + most
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _parse(nlp: Language, text: str, start: int, end: int, pieces: Sequence[tuple[int, int]]) -> Doc:
    made = (nlp.make_doc(text[begin:stop]) for begin, stop in pieces)
    return _joined(nlp, text, start, end, zip(pieces, annotated(nlp, made), strict=True))


def _joined(nlp: Language, text: str, start: int, end: int, pieces: Iterable[tuple[tuple[int, int], Doc]]) -> Doc:
    """``text[start:end]`` as one parse, of its parsed pieces and what is between them.

    What ``Doc.from_docs`` does, but for what nothing here reads and for asking each token for its text.
    """
    import numpy as np
    from spacy.attrs import ORTH, SPACY
    from spacy.tokens import Doc

    parts: list[Doc] = []
    at = start
    for (begin, stop), parsed in pieces:
        parts.extend(_unparsed(nlp, text[at:begin]))
        parts.append(parsed)
        at = stop
    parts.extend(_unparsed(nlp, text[at:end]))
    table = np.concatenate([part.to_array([ORTH, SPACY, *_KEPT]) for part in parts])
    words, spaces = table[:, 0].tolist(), (table[:, 1] != 0).tolist()
    whole: Any = Doc(nlp.vocab, words=words, spaces=spaces, user_data={TEXT: text[start:end]})
    whole.from_array(_KEPT, table[:, 2:])
    # spaCy reckons anew where sentences begin, from the tree alone: what wasn't parsed would go on with the one before
    begins = whole.to_array(["SENT_START"])
    firsts = np.cumsum([0, *map(len, parts[:-1])])
    begins[[first for first, part in zip(firsts, parts, strict=True) if not part[0].is_space or len(part) > 1]] = 1
    whole.from_array(["SENT_START"], begins)
    return cast("Doc", whole)


_GAP = re.compile(r"\s+|\S(?:.*\S)?", re.DOTALL)


def _unparsed(nlp: Language, text: str) -> Iterator[Doc]:
    """``text`` as tokens without annotation, white space apart, beginning a sentence of its own."""
    from spacy.tokens import Doc

    if text:
        words = _GAP.findall(text)
        begins: list[bool | int | None] = [True, *[False] * (len(words) - 1)]
        yield Doc(nlp.vocab, words=words, spaces=[False] * len(words), sent_starts=begins)
