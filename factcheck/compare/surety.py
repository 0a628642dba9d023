"""Whether enough is shared to state a conflict, and what is said where it isn't.

Rules of every family lean on it: no conflict is stated of two figures that may be of two matters.
"""

from __future__ import annotations

import re

from factcheck.compare.case import SAME_WORDS, Case, Verdict
from factcheck.compare.context import FigureInContext, once
from factcheck.compare.measure import bare
from factcheck.compare.reasons import cap
from factcheck.compare.sameness import Level
from factcheck.compare.standing import sentence_passed
from factcheck.compare.tokens import full_names
from factcheck.compare.topic import LINKED, text_overlap
from factcheck.model import RelationKind


def surely(case: Case) -> bool:
    """Same thing and scope established: without it no conflict is stated.

    Of two documents that don't say when they speak, more must be shared: alike events recur.
    """
    if case.same.level is not Level.SAME:
        return False
    if _elsewhere(case.a) or _elsewhere(case.b):
        return False
    if _somebody_else(case):
        return False
    measures_little = bare(case.a) or bare(case.b) or case.a.figure.dimension in ("duration", "age")
    if measures_little and text_overlap(case.a, case.b) < SAME_WORDS and not _one_sentence(case):
        return False
    if case.when_a.known or case.when_b.known or not case.apart:
        return True
    return case.same.parts["topic"] >= 0.6 and case.same.parts["measure"] == 1.0


def _one_sentence(case: Case) -> bool:
    """Both tell how long one person, by the full name, was sent to prison for."""
    if not (sentence_passed(case.a) and sentence_passed(case.b)):
        return False
    shared = _person(case.a) & _person(case.b)
    return any(" " in name for name in shared)


def _somebody_else(case: Case) -> bool:
    """One tells how long somebody of the other's was jailed for: "Kessel's brother was jailed for three years"."""
    if not (sentence_passed(case.a) and sentence_passed(case.b)):
        return False
    return (_SOMEBODY_OF.search(case.a.around) is None) != (_SOMEBODY_OF.search(case.b.around) is None)


_SOMEBODY_OF = re.compile(
    r"(?:\b[A-Z]\w+['’]s?|\b(?i:his|her|their))(?: [a-z]+){1,2} (?:was|were|is|has|had|got|received)\b"
)
_HIM = re.compile(r"\b(?:he|she|him|her)\b", re.IGNORECASE)


@once
def _person(item: FigureInContext) -> frozenset[str]:
    """The full names of a claim; of one that says "him", those that its passage opened with."""
    own = full_names(item.around)
    return own or (full_names(item.statement.title or "") if _HIM.search(item.around) is not None else own)


_THERE = re.compile(r"\bthere\b(?! (?:is|are|was|were|has|have|had|will|would|may|might|could|can|been|be)\b)", re.I)
_ANOTHER = re.compile(
    r"\b(?:another|an? (?:second|third|separate|different|further|similar))(?: [\w-]+){0,2} [a-z]{3,}\b"
)
_OWN_SIDE = re.compile(r"\b(?:his|her|its|their|our) own (?:side|forces|troops|army|men|ranks)\b", re.IGNORECASE)


@once
def _elsewhere(item: FigureInContext) -> bool:
    """The claim speaks of a place or people told before and not named in it: "the council there", "his own side"."""
    if item.figure.population is None and _OWN_SIDE.search(item.text) is not None:
        return True
    if _ANOTHER.search(item.around) is not None:
        return True  # "another school was hit"
    return item.figure.place is None and _THERE.search(item.text) is not None


def unsure(case: Case) -> Verdict:
    """What is said of two figures that may be of one thing or of two."""
    if case.apart and (bare(case.a) or bare(case.b)) and case.same.parts["topic"] < LINKED:
        return other_matters(case)
    return Verdict(
        RelationKind.CANNOT_TELL,
        f"{cap(case.said_a)} and {case.said_b} may be of one thing, but the two share too little else to say so.",
        "topic",
    )


def other_matters(case: Case) -> Verdict:
    """What is said of two figures that share words alone."""
    return Verdict(
        RelationKind.UNRELATED,
        f"{cap(case.said_a)} and {case.said_b} are of different matters: only words are shared.",
    )
