"""Rules about how a figure is asserted: taken back, denied, asked, foretold or planned.

What isn't asserted alike by both can't contradict, whatever the numbers are.
"""

from __future__ import annotations

import re

from factcheck.compare import words_en
from factcheck.compare.bodies import Voices
from factcheck.compare.case import AGREES, Case, Verdict
from factcheck.compare.context import FigureInContext
from factcheck.compare.intervals import Fit
from factcheck.compare.reasons import cap
from factcheck.compare.sameness import Level
from factcheck.compare.statements import takes_back
from factcheck.compare.surety import surely, unsure
from factcheck.compare.tokens import carries_topic, tokens
from factcheck.compare.when import Times
from factcheck.model import Modality, RelationKind, Stance
from factcheck.text import normalise


def withdrawn(case: Case) -> Verdict | None:
    """One takes back what the other states."""
    one_voice = case.voiced.voices is Voices.SAME
    back_a, back_b = (takes_back(x.statement, one_voice=one_voice) for x in (case.a, case.b))
    if back_a == back_b or case.fit not in AGREES or case.same.level is not Level.SAME:
        return None
    taker, other = (case.a, case.b) if back_a else (case.b, case.a)
    if not one_voice and not _is_named_in(other, taker):
        return None
    taken = case.said_b if back_a else case.said_a
    return Verdict(RelationKind.WITHDRAWN, f"Who said it has taken it back: {taken}.")


def _is_named_in(item: FigureInContext, by: FigureInContext) -> bool:
    """Whether the speaker of ``item`` is named in the text of ``by``, if only as "the agency"."""
    speaker = item.statement.claim.speaker
    if speaker is None:
        return False
    called = {token.key for token in tokens(speaker.name) if carries_topic(token)} - words_en.TITLES
    return bool(called & {token.key for token in tokens(by.text)})


def is_denied(item: FigureInContext) -> bool:
    """Whether the figure is denied, by its own mood or by its claim's stance."""
    if item.figure.modality == Modality.DENIED or item.statement.claim.stance == Stance.DENIES:
        return True
    return words_en.CALLED_UNTRUE.search(normalise(item.text)) is not None


def denied(case: Case) -> Verdict | None:
    """One denies what the other states."""
    denied_a, denied_b = is_denied(case.a), is_denied(case.b)
    if denied_a == denied_b:
        return None
    if case.times not in (Times.SAME, Times.UNKNOWN) and not case.running:
        return None
    if case.fit is Fit.APART:
        return Verdict(
            RelationKind.NOT_EXCLUDED,
            f"What is denied ({case.said_a if denied_a else case.said_b}) isn't what is stated.",
        )
    if not surely(case):
        return unsure(case)
    if case.voiced.voices is Voices.SAME and not case.voiced.by_outlet:
        return Verdict(
            RelationKind.CHANGED_POSITION,
            f"{cap(case.name_a)} both denies and states it: {case.said_a}, {case.said_b}.",
            "denial",
        )
    both = case.said_a if case.said_a == case.said_b else f"{case.said_a}, {case.said_b}"
    return Verdict(
        RelationKind.DENIAL,
        f"One denies what the other states of {case.thing}: {both}.",
        "denial",
    )


def only_asked(case: Case) -> Verdict | None:
    """A figure that is asked or doubted, not asserted."""
    for item, told in ((case.a, case.said_a), (case.b, case.said_b)):
        if item.statement.claim.stance in (Stance.ASKS, Stance.DOUBTS):
            return Verdict(RelationKind.CANNOT_TELL, f"One only asks about it or doubts it: {told}.", "stance")
    return None


FORESEES = re.compile(r"\b(?:forecast|predict|project|expect|foresee|anticipat)\w*\b", re.IGNORECASE)


def modality(item: FigureInContext) -> Modality:
    """As read, and a forecast where the words before the figure foretell it."""
    figure, claim = item.figure, item.statement.claim
    if figure.modality == Modality.STATED and FORESEES.search(claim.text[: max(0, figure.start - claim.start)]):
        return Modality.FORECAST
    return figure.modality


def another_modality(case: Case) -> Verdict | None:
    """Done, foretold and planned are three things: all can hold."""
    one, other = modality(case.a), modality(case.b)
    kinds = {one, other} - {Modality.DENIED}
    if len(kinds) < 2:
        return None
    if kinds == {Modality.FORECAST, Modality.PLANNED} and not any(FORESEES.search(x.text) for x in (case.a, case.b)):
        return None  # "would buy", "is to buy"
    words = {Modality.STATED: "told as a fact", Modality.FORECAST: "a forecast", Modality.PLANNED: "planned"}
    return Verdict(
        RelationKind.DIFFERENT_MODALITY,
        f"One is {words[one]} ({case.said_a}), the other is {words[other]} ({case.said_b}): both can hold.",
        "modality",
    )
