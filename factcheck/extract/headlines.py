"""Headlines as attributions: "Poll: Reed leads Marsh", "Norland Bank: 40,000 jobs at risk".

It stands apart because a headline's colon does what a verb of saying does elsewhere, and only the shape of the line
tells it from a label ("Photo: the bridge"): a line of its own, a short name of somebody who can speak, a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.extract import cues_en as en
from factcheck.extract import titles_en as titles
from factcheck.extract.arcs import Draft, trim
from factcheck.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from factcheck.extract.quoted import Quoted

_LINE = re.compile(r"(?P<name>[^\W\d_][^:\n“”\"]{1,40})(?P<colon>:)\s+(?=[^\s“\"‘'«„`])")
_LONGEST = 200
"""Code points; what is longer is no headline."""
_NAME_WORDS = 5
_LEAST_WORDS = 4
_NAMES = frozenset(("PERSON", "ORG", "NORP"))


def headline_drafts(doc: Doc, quoted: Quoted) -> Iterator[Draft]:
    """The headlines among the paragraphs of ``doc``, in order; those that quote are :mod:`.quoting`'s."""
    for start, end in quoted.paragraphs:
        line = _LINE.match(quoted.text, start, end) if end - start <= _LONGEST else None
        if line is None or quoted.text[end - 1] in ":,":
            continue
        name = doc.char_span(line.start("name"), line.end("name"), alignment_mode="expand")
        told = doc.char_span(line.end(), end, alignment_mode="expand")
        if name is None or told is None or not 0 < len(name) <= _NAME_WORDS or len(told) < _LEAST_WORDS:
            continue
        span = trim(quoted.text, line.end(), end)
        if span is None or not _can_speak(list(name)) or not any(t.pos_ in ("VERB", "AUX") for t in told):
            continue
        colon = name.end
        cue = (colon, colon + 1)
        source = (name.start, name.end)
        yield Draft(colon, cue, ":", "H", source, name.root.i, [span], Stance.ASSERTS)


def _can_speak(words: list[Token]) -> bool:
    last = words[-1]
    if any(word.pos_ in ("VERB", "AUX") for word in words):
        return False  # "The Herald reports: …" has a cue
    nouns = titles.INFORMATION | titles.BODY_NOUNS | titles.PERSON_NOUNS | en.DOCUMENTS
    return last.ent_type_ in _NAMES or last.lower_ in nouns
