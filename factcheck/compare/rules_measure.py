"""Rules that tell two measures apart: another matter, another measure, a level and a change, no common unit.

They come first in the list: where two figures don't measure the same, nothing else about them matters.
"""

from __future__ import annotations

from factcheck.compare.bodies import Voices
from factcheck.compare.case import AGREES, SAME_WORDS, Case, Verdict
from factcheck.compare.context import FigureInContext
from factcheck.compare.intervals import Fit
from factcheck.compare.kinds import Mismatch, Scale
from factcheck.compare.measure import bare, measured
from factcheck.compare.measure_match import people_against_things
from factcheck.compare.naming import measure_name
from factcheck.compare.reasons import cap, indefinite, quoted
from factcheck.compare.rules_assertion import another_modality
from factcheck.compare.sameness import Level, one_noun
from factcheck.compare.standing import told_as
from factcheck.compare.surety import other_matters
from factcheck.compare.topic import LINKED, text_overlap
from factcheck.compare.unlike import Difference
from factcheck.compare.when import Times
from factcheck.model import Modality, RelationKind, Role


def only_words_shared(case: Case) -> Verdict | None:
    """Nothing but words is shared."""
    if case.same.level is not Level.NO:
        return None
    return other_matters(case)


#: Shares of one whole that leave no room for each other; a rounding apart.
_FOR_AND_AGAINST = {"support", "opposition"}
_ALL = 102.0


def more_than_all(case: Case) -> Verdict | None:
    """Shares for and against that come to more than all, of one question at one time."""
    if not isinstance(case.scale, Scale) or case.scale.unit not in ("percent", "fraction") or case.vague:
        return None
    if any(x.figure.role is not Role.LEVEL for x in (case.a, case.b)) or case.times is not Times.SAME:
        return None
    if case.fit in AGREES:
        return None
    told = [{family for _, family in measured(x)} & _FOR_AND_AGAINST for x in (case.a, case.b)]
    if not all(told) or told[0] == told[1] or text_overlap(case.a, case.b) < SAME_WORDS:
        return None
    by = 1.0 if case.scale.unit == "percent" else 100.0
    if not (case.scale.a.low + case.scale.b.low) * by > _ALL or case.voiced.voices is Voices.DIFFERENT:
        return None
    return Verdict(
        RelationKind.CONTRADICTION,
        f"{cap(case.said_a)} and {case.said_b}, for and against, are more than all: they can't both be right.",
        "number",
    )


def another_measure(case: Case) -> Verdict | None:
    """Killed against wounded, a plan against what came of it, core against headline."""
    found = case.same.difference
    if found is None or found.relation != RelationKind.DIFFERENT_MEASURE:
        return None
    if isinstance(case.scale, Mismatch) and case.scale.differs == "level or change":
        return None
    if not _could_be_taken_for_it(case):
        return other_matters(case)
    planned = Modality.PLANNED in (case.a.figure.modality, case.b.figure.modality) and one_noun(case.a, case.b)
    if planned and (told := another_modality(case)) is not None:
        return told  # 300 to be sent, 180 arrived
    return Verdict(
        RelationKind.DIFFERENT_MEASURE,
        _two_measures(case, found),
        "measure",
    )


def _two_measures(case: Case, found: Difference) -> str:
    one, other = (_told_measure(item, told) for item, told in ((case.a, found.a), (case.b, found.b)))
    if one == other:
        return f"{cap(case.said_a)} and {case.said_b} don't measure the same."
    if one is None or other is None:
        return f"Only one is told as {quoted(one or other)}: {case.said_a}, {case.said_b}."
    return f"Not the same thing is measured: {quoted(one)} against {quoted(other)}."


def _told_measure(item: FigureInContext, told: str | None) -> str | None:
    """Families as words, the measure's own words where there is none; a qualifier ("core") stays as it is."""
    if told is None:
        return None
    known = {family for _, family in measured(item)}
    families = frozenset(told.split("|")) if told else frozenset()
    return measure_name(item, families) if families <= known else told


def _could_be_taken_for_it(case: Case) -> bool:
    """Whether a reader could take the one for the other: killed for wounded, a number for the same number elsewhere.

    Of documents only: whoever sets two passages side by side wants to know what differs.
    """
    if not case.stored:
        return True
    alike = text_overlap(case.a, case.b) >= SAME_WORDS
    if case.apart and people_against_things(case.a, case.b) and case.fit is not Fit.EQUAL and not alike:
        return False
    money = case.a.figure.dimension == case.b.figure.dimension == "money"
    if one_noun(case.a, case.b) or (money and not case.apart and case.same.parts["topic"] >= LINKED):
        return True
    facets_a, facets_b = ({facet for facet, _ in measured(x)} for x in (case.a, case.b))
    if facets_a & facets_b or (case.same.parts["measure"] > 0 and case.same.level is Level.SAME):
        return True
    if case.fit in (Fit.EQUAL, Fit.ROUNDED) and case.same.parts["topic"] >= LINKED:
        return True
    return alike


def told_as_another(case: Case) -> Verdict | None:
    """A capacity beside what is there, a limit, a target or a demand beside what came of it, before and after tax."""
    if case.fit in AGREES or case.fit is None or case.vague:
        return None
    as_a, as_b = told_as(case.a), told_as(case.b)
    if as_a == as_b or (as_a & as_b):
        return None
    if as_a | as_b == {"earlier figure"}:
        return _earlier_figure(case, first_is_a="earlier figure" in as_a)
    if as_a | as_b <= _FORESEEN and (told := another_modality(case)) is not None:
        return told
    said = [
        f"{'the' if kind in _ONE_ONLY else indefinite(kind)} {kind} ({who})"
        for who, kind in ((case.said_a, min(as_a, default="")), (case.said_b, min(as_b, default="")))
        if kind
    ]
    other = case.said_b if as_a else case.said_a
    reason = f"One is told as {said[0]}, the other {f'as {said[1]}' if len(said) > 1 else f'isn’t ({other})'}."
    return Verdict(RelationKind.DIFFERENT_MEASURE, reason, "standing")


def _earlier_figure(case: Case, *, first_is_a: bool) -> Verdict:
    """ "At first the police spoke of 12": what came later isn't against it."""
    first, then = (case.said_a, case.said_b) if first_is_a else (case.said_b, case.said_a)
    kind = RelationKind.UPDATE if case.voiced.voices is Voices.SAME else RelationKind.DIFFERENT_PERIOD
    return Verdict(kind, f"One is told as an earlier figure ({first}), the other isn’t ({then}).", "date")


_ONE_ONLY = frozenset({"earlier record", "earlier plan"})
_FORESEEN = frozenset({"earlier plan", "target"})


def _one_measure(case: Case) -> bool:
    """Whether two figures of documents surely measure one thing, though on two scales."""
    lasting = [x.figure.dimension in ("duration", "age") for x in (case.a, case.b)]
    if case.same.level is not Level.SAME or lasting[0] != lasting[1]:
        return False
    return case.same.parts["measure"] > 0.5 or (
        case.same.parts["measure"] == 0.5 and not (bare(case.a) or bare(case.b))
    )


def no_common_scale(case: Case) -> Verdict | None:
    """A level against a change, two units, two currencies."""
    found = case.scale
    if isinstance(found, Scale):
        return None
    if case.stored and not _one_measure(case):
        return other_matters(case)
    if found.differs == "level or change":
        level, change = (case.said_a, case.said_b) if found.a == "a level" else (case.said_b, case.said_a)
        return Verdict(
            RelationKind.DIFFERENT_MEASURE,
            f"One is a level ({level}), the other a change ({change}): they don't measure the same.",
            "level or change",
        )
    if found.relation == RelationKind.CANNOT_TELL:
        reason = f"{cap(case.said_a)} and {case.said_b} are in two currencies, and no dated rate is at hand."
        return Verdict(RelationKind.CANNOT_TELL, reason, "currency")
    if case.same.level is not Level.SAME and case.same.parts.get("measure", 0) < 0.5:
        reason = f"{cap(case.said_a)} and {case.said_b} measure different things of different matters."
        return Verdict(RelationKind.UNRELATED, reason)
    if found.differs == "currency":
        reason = f"The same number in another currency: {case.said_a}, {case.said_b}."
    else:
        reason = f"Not the same unit: {case.said_a} against {case.said_b}."
    return Verdict(RelationKind.DIFFERENT_UNIT, reason, found.differs)
