"""A figure together with the statement it stands in, and the plain readings of that pair other rules share."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from threading import Lock
from typing import Any, TypeVar

from factcheck.model import Figure, Statement

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FigureInContext:
    """One figure of a statement: what :func:`factcheck.compare.compare_figures` takes.

    Attributes:
        readings: what was read of it once (:func:`once`, :func:`once_a_pair`), for all that it is compared with.
    """

    figure: Figure
    statement: Statement
    readings: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def text(self) -> str:
        """The claim as printed."""
        return self.statement.claim.text

    @property
    def around(self) -> str:
        """The claim's own words without the figure's and without those of who says it and how."""
        return _around(self)

    @property
    def backdrop(self) -> str:
        """Words that set the scene beyond the claim: its restatement and its title."""
        return _backdrop(self)


def once(read: Callable[[FigureInContext], T]) -> Callable[[FigureInContext], T]:
    """Decorates a reading of one figure, which follows from it alone: made once, whatever it is compared with."""

    @wraps(read)
    def kept(item: FigureInContext) -> T:
        try:
            known: T = item.readings[read]
        except KeyError:
            known = item.readings[read] = read(item)
        return known

    return kept


def once_a_pair(
    read: Callable[[FigureInContext, FigureInContext], T],
) -> Callable[[FigureInContext, FigureInContext], T]:
    """Decorates a reading of two figures: made once while they are compared. Only the latest of each figure is kept."""

    @wraps(read)
    def kept(a: FigureInContext, b: FigureInContext) -> T:
        known: tuple[FigureInContext, T] | None = a.readings.get(read)
        if known is None or known[0] is not b:
            known = a.readings[read] = (b, read(a, b))
        return known[1]

    return kept


_CONTEXTS = 4096  # statements whose figures are kept with what was read of them
_contexts: OrderedDict[int, tuple[Statement, tuple[FigureInContext, ...]]] = OrderedDict()
_lock = Lock()


def figures_of(statement: Statement) -> tuple[FigureInContext, ...]:
    """The figures of a statement in their order, each with it; of the same object again, what was read of them too."""
    with _lock:
        known = _contexts.get(id(statement))
        if known is None:  # holding the statement keeps its id its own
            known = (statement, tuple(FigureInContext(figure, statement) for figure in statement.claim.figures))
            _contexts[id(statement)] = known
            if len(_contexts) > _CONTEXTS:
                _contexts.popitem(last=False)
        else:
            _contexts.move_to_end(id(statement))
    return known[1]


def stands_later(a: Statement, b: Statement) -> bool:
    """Whether ``repr(b) < repr(a)``, an order of any two statements; their texts nearly always tell."""
    one, other = repr(a.claim.text), repr(b.claim.text)
    return other < one if one != other else repr(b) < repr(a)


@once
def _around(item: FigureInContext) -> str:
    return without(item.statement, item.figure)


@once
def _backdrop(item: FigureInContext) -> str:
    return " . ".join(part for part in (item.statement.claim.restated, item.statement.title) if part)


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


@once
def told_again(item: FigureInContext) -> bool:
    """A sum of money in brackets right behind another: the same in another currency, whatever sign it bears."""
    claim, figure = item.statement.claim, item.figure
    if figure.dimension != "money":
        return False
    if claim.text[max(0, figure.end - claim.start) :].lstrip()[:1] not in (")", "]"):
        return False
    return _SUM_BEFORE.search(claim.text[: max(0, figure.start - claim.start)]) is not None


_SUM_BEFORE = re.compile(r"[$£€¥]\s?[A-Z]{0,3}\s?\d[\d.,]*\s*(?:[a-z]+\s*)?[(\[]\s*$", re.IGNORECASE)


@once
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
