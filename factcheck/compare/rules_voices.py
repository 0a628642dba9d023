"""Rules about who says it: one utterance told twice, one voice at two times, two bodies that each expect or survey.

Apart from :mod:`.rules_assertion`, which asks how it is said: here the same number counts once, and another number is a
report, a correction or a rival.
"""

from __future__ import annotations

import re

from factcheck.compare.bodies import Voices, is_named
from factcheck.compare.case import AGREES, Case, Verdict, days_named_apart, months_named_apart
from factcheck.compare.context import FigureInContext, once
from factcheck.compare.intervals import Fit
from factcheck.compare.kinds import Scale
from factcheck.compare.reasons import cap
from factcheck.compare.rules_assertion import FORESEES, modality
from factcheck.compare.rules_totals import within_the_day
from factcheck.compare.sameness import Level
from factcheck.compare.statements import compare_statements
from factcheck.compare.surety import surely
from factcheck.compare.tokens import names
from factcheck.compare.when import Order, Times
from factcheck.model import Bound, Modality, RelationKind


def told_twice(case: Case) -> Verdict | None:
    """One utterance in two reports: the same number counts once, another is a report's."""
    if not case.one_utterance or case.same.level is not Level.SAME or case.times is Times.DIFFERENT:
        return None
    if case.running and case.order in (Order.A_FIRST, Order.B_FIRST) and case.fit not in (Fit.EQUAL, Fit.ROUNDED):
        return None
    if days_named_apart(case) is not None or months_named_apart(case):
        return None
    if case.fit in AGREES and case.a.figure.unit != case.b.figure.unit and case.a.figure.dimension == "ratio":
        return None  # a share as a fraction and in percent
    who = case.name_a if not case.voiced.by_outlet and case.voiced.a else None
    a, b = case.a.figure, case.b.figure
    lost = _lost(case)
    if case.fit is Fit.EQUAL and not lost and (a.per or "") == (b.per or ""):
        spoken = compare_statements(case.a.statement, case.b.statement)
        if spoken.relation is RelationKind.QUOTATION_DIFFERS:
            return Verdict(spoken.relation, spoken.reason, "wording")
        source = f"both report the same words of {who}" if who else "both carry the same report"
        return Verdict(RelationKind.SAME_STATEMENT, f"One statement, told twice ({source}): it counts once.")
    if who is None or case.vague or case.fit is None:
        return None
    if case.fit is Fit.ROUNDED and not lost:
        return None
    if case.fit is Fit.WITHIN and not lost and _put_as_bound(case):
        return None
    if case.fit is Fit.LOOSE and not lost and (a.approximate or b.approximate):
        return None
    if case.fit is Fit.WITHIN and (a.approximate or b.approximate) and not lost:
        return None
    if case.running and (grown := within_the_day(case)):
        return grown
    if not _one_speaker(case):
        return None
    differs = lost or "number"
    return Verdict(
        RelationKind.REPORTED_DIFFERENTLY,
        f"One statement of {who}, reported in two ways: {case.said_a}, {case.said_b}. The {differs} differs.",
        differs,
    )


def _one_speaker(case: Case) -> bool:
    """Whether it is surely one utterance: a named voice, or one stated day; "police" alone may speak many times."""
    speakers = [x.statement.claim.speaker for x in (case.a, case.b)]
    if all(
        s is not None and is_named(s, x.statement.claim.start) for s, x in zip(speakers, (case.a, case.b), strict=True)
    ):
        return True
    days = [x.statement.claim.said_on or x.statement.published_on for x in (case.a, case.b)]
    return None not in days


def _lost(case: Case) -> str | None:
    """What of how the number was said is on one side only: a bound, a range, a hedge."""
    a, b = case.a.figure, case.b.figure
    between_a, between_b = a.bound == Bound.BETWEEN, b.bound == Bound.BETWEEN
    if between_a != between_b:
        return "range"
    if case.fit is Fit.WITHIN and {a.bound, b.bound} & {Bound.EXACT} and _put_as_bound(case):
        return None
    rounded = {a.bound, b.bound} <= {Bound.EXACT, Bound.MORE_THAN, Bound.AT_LEAST} and (a.approximate or b.approximate)
    if a.bound != b.bound and not (a.approximate and b.approximate) and not rounded:
        return "bound"
    if case.fit is Fit.EQUAL and (a.approximate != b.approximate or a.hedged != b.hedged):
        return "hedge"
    return None


def _put_as_bound(case: Case) -> bool:
    """One number told in full and as a bound right beside it: "1.05 billion", "more than a billion"."""
    if not isinstance(case.scale, Scale):
        return False
    one, other = case.scale.a.middle, case.scale.b.middle
    return one != other and abs(one - other) <= CLOSE * max(abs(one), abs(other))


CLOSE = 0.1  # how far a number may lie from the round bound it is told as


def same_voice_later(case: Case) -> Verdict | None:
    """One voice, two occasions, another number for the same time: it corrected itself, or changed its story."""
    if case.fit is not Fit.APART or case.running or case.vague or case.voiced.voices is not Voices.SAME:
        return None
    if case.order not in (Order.A_FIRST, Order.B_FIRST) or case.voiced.by_outlet or not surely(case):
        return None
    first, then = case.ordered
    if case.when_a.explicit and case.when_b.explicit and _is_person(case):
        return Verdict(
            RelationKind.CHANGED_POSITION,
            f"{cap(case.name_a)} first said {first}, later {then}, of the same time: its passing doesn't explain it.",
            "number",
        )
    return Verdict(RelationKind.UPDATE, f"A later figure by {case.name_a}: {first}, then {then}.", "date")


def _is_person(case: Case) -> bool:
    speakers = [x.statement.claim.speaker for x in (case.a, case.b)]
    return all(s is not None and s.body is not None and s.body != s.name for s in speakers)


def rival_forecasts(case: Case) -> Verdict | None:
    """Two surveys or two expectations of different bodies: no fact to contradict."""
    if _polls(case):
        return Verdict(
            RelationKind.RIVAL_COUNT,
            f"Two surveys by different bodies: {case.said_a}, {case.said_b}. Each speaks of its own sample.",
            "body",
        )
    foretold = all(FORESEES.search(x.text) and modality(x) == Modality.FORECAST for x in (case.a, case.b))
    if not foretold or case.voiced.voices is Voices.SAME:
        return None
    return Verdict(
        RelationKind.RIVAL_COUNT,
        f"Two expectations of {case.thing}: {case.said_a}, {case.said_b}. Neither is a fact yet.",
        "body",
    )


_SURVEY = re.compile(r"\b(?:poll(?:s|ster|sters|ing)?|surveys?|surveyed|respondents)\b", re.IGNORECASE)


def _polls(case: Case) -> bool:
    different = case.voiced.voices in (Voices.DIFFERENT, Voices.UNKNOWN)
    if _surveyors(case.a) & _surveyors(case.b):
        return False
    return different and case.fit is Fit.APART and all(_SURVEY.search(x.text) for x in (case.a, case.b))


#: Who asked, by the words beside the survey: "the Vox poll", "a poll published on Sunday by the institute Vox".
_SURVEYOR = re.compile(
    r"((?:[A-Z][\w&.-]+ )+)(?:opinion )?(?:poll|survey)s?\b"
    r"|\b(?:poll|survey)(?:,? [a-z]+){0,3}(?: on [A-Z][a-z]+day)?,? (?:by|from) (?:the )?(?:[a-z]+ ){0,2}"
    r"((?:[A-Z][\w&.-]+ ?)+)"
)


@once
def _surveyors(item: FigureInContext) -> frozenset[str]:
    found = _SURVEYOR.findall(item.text)
    return frozenset(name for one, other in found for name in names(f"by {one or other}"))
