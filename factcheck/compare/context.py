"""A figure together with the statement it stands in, and the plain readings of that pair other rules share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from factcheck.model import Figure, Statement


@dataclass(frozen=True, slots=True)
class FigureInContext:
    """One figure of a statement: what :func:`factcheck.compare.compare_figures` takes."""

    figure: Figure
    statement: Statement

    @property
    def text(self) -> str:
        """The claim as printed."""
        return self.statement.claim.text

    @property
    def around(self) -> str:
        """The claim's own words without the figure's and without those of who says it and how."""
        return without(self.statement, self.figure)

    @property
    def backdrop(self) -> str:
        """Words that set the scene beyond the claim: its restatement and its title."""
        claim = self.statement.claim
        return " . ".join(part for part in (claim.restated, self.statement.title) if part)


def without(statement: Statement, figure: Figure | None = None) -> str:
    """The claim's text with the speaker, the cue and ``figure`` blanked, length kept; of a content, nothing else."""
    claim = statement.claim
    said = claim.content.spans if claim.content is not None else ()
    outside = tuple((span.start, span.end) for span in (claim.speaker, claim.cue, figure) if span is not None)
    if figure is not None and not any(start <= figure.start and figure.end <= end for start, end in said):
        said = ()
    return _without(claim.text, claim.start, said, outside)


@lru_cache(maxsize=65536)
def _without(text: str, at: int, kept: tuple[tuple[int, int], ...], blanked: tuple[tuple[int, int], ...]) -> str:
    """``text``, which begins at ``at``, with all outside ``kept`` blanked (if any is given), and all in ``blanked``."""
    letters = list(text)
    if kept:
        letters = [" "] * len(text)
        for start, end in kept:
            first, last = max(0, start - at), min(len(text), end - at)
            if first < last:
                letters[first:last] = text[first:last]
    for start, end in blanked:
        first, last = max(0, start - at), min(len(text), end - at)
        if first < last:
            letters[first:last] = " " * (last - first)
    return "".join(letters)


def told_again(item: FigureInContext) -> bool:
    """A sum of money in brackets right behind another: the same in another currency, whatever sign it bears."""
    claim, figure = item.statement.claim, item.figure
    if figure.dimension != "money":
        return False
    if claim.text[max(0, figure.end - claim.start) :].lstrip()[:1] not in (")", "]"):
        return False
    return _SUM_BEFORE.search(claim.text[: max(0, figure.start - claim.start)]) is not None


_SUM_BEFORE = re.compile(r"[$£€¥]\s?[A-Z]{0,3}\s?\d[\d.,]*\s*(?:[a-z]+\s*)?[(\[]\s*$", re.IGNORECASE)


def dated(item: FigureInContext) -> bool:
    """Whether anything says when: the figure's own dates, the day it was said or printed."""
    figure, statement = item.figure, item.statement
    told = figure.period is not None or figure.as_of is not None or statement.claim.said_on is not None
    return told or statement.published_on is not None


def out_of_documents(a: FigureInContext, b: FigureInContext) -> bool:
    """Both are sentences of documents: one that names no matter of its own ("16 were injured") leans on its text."""
    return a.statement.document_id is not None and b.statement.document_id is not None


def within_one_document(a: FigureInContext, b: FigureInContext) -> bool:
    """Both are sentences of one document."""
    return out_of_documents(a, b) and not two_documents(a, b)


def two_documents(a: FigureInContext, b: FigureInContext) -> bool:
    """Both are sentences of documents, and not of the same one: then most pairs have nothing to do with each other."""
    return out_of_documents(a, b) and a.statement.document_id != b.statement.document_id
