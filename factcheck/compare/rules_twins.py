"""What follows where two statements share their words and differ in one part: the number gate.

Such two are never the same claim, and what changed decides what may be said: a number or a bound says that they speak
of one thing and differ on it, a unit, a date, a name that they don't speak of one thing, a negation that one denies the
other. The rules for two figures are asked first, and their answer stands where it explains what changed; only where
they miss what is needed (a date that one side lacks, a figure that nobody read) the likeness of the words decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from factcheck.compare import bodies
from factcheck.compare.bodies import Voices
from factcheck.compare.case import FAR_APART, Case, make_case
from factcheck.compare.context import FigureInContext
from factcheck.compare.families import groups
from factcheck.compare.figures import mirrored, weigh
from factcheck.compare.intervals import Fit, as_facts, fit
from factcheck.compare.kinds import Mismatch
from factcheck.compare.measures_en import PEOPLE
from factcheck.compare.naming import named
from factcheck.compare.reasons import quoted
from factcheck.compare.statements import NO_FIGURE, OPPOSITE
from factcheck.compare.twin_parts import Part, amount, bare_amount
from factcheck.compare.twins import Twins, find
from factcheck.compare.when import When, said
from factcheck.model import Figure, Group, Relation, RelationKind, Statement

_NUMBERS_DIFFER = frozenset(
    {
        RelationKind.CONTRADICTION,
        RelationKind.UPDATE,
        RelationKind.RIVAL_COUNT,
        RelationKind.REVISED_DOWN,
        RelationKind.NOT_EXCLUDED,
    }
)
#: What is said of one voice on one or two known occasions: without a day on both sides nobody knows that it is so.
_OF_OCCASIONS = frozenset(
    {RelationKind.REPORTED_DIFFERENTLY, RelationKind.CHANGED_POSITION, RelationKind.QUOTATION_DIFFERS}
)
#: Two times, by dates that both sides have: then the number isn't all that differs.
_OTHER_TIMES = frozenset({RelationKind.DIFFERENT_PERIOD, RelationKind.UPDATE})


@dataclass(frozen=True, slots=True)
class Told:
    """Two twins with what else is known of them: the day of each, whose words they are, what the other rules say."""

    twins: Twins
    a: Statement
    b: Statement
    usual: Relation

    @property
    def days(self) -> tuple[When, When]:
        return _told(self.a), _told(self.b)

    @property
    def dated(self) -> bool:
        """It is known of both when they were said or printed."""
        return all(day.known for day in self.days)


Found = tuple[RelationKind, str]


def relate(a: Statement, b: Statement, usual: Relation) -> Relation | None:
    """The relation of two statements that differ in one part; None for any others. Mirrored where the arguments are.

    ``usual``: what is said of the two without that.
    """
    swapped = _stands_before(b, a)
    first, second = (b, a) if swapped else (a, b)
    twins = find(first, second)
    if twins is None:
        return None
    made = _related(twins, first, second, mirrored(usual) if swapped else usual)
    return mirrored(made) if swapped and made is not None else made


def _related(twins: Twins, a: Statement, b: Statement, usual: Relation) -> Relation | None:
    """See :func:`relate`; ``a`` and ``b`` in canonical order."""
    figures = twins.figure_a, twins.figure_b
    case: Case | None = None
    if figures[0] is not None and figures[1] is not None:
        items = FigureInContext(figures[0], a), FigureInContext(figures[1], b)
        usual, _ = weigh(*items)
        case = make_case(*items)
    told = Told(twins, a, b, usual)
    found = _RULES[twins.part](told, case)
    if found is None:
        return None
    kind, reason = found
    facts = _facts(told, case, kind)
    return Relation(kind, reason, facts, *(figures if None not in figures else (None, None)))


def _stands_before(a: Statement, b: Statement) -> bool:
    """One order of two statements whatever that of the arguments, the earlier day first."""
    one, other = ((_day(statement), statement.claim.text) for statement in (a, b))
    return one < other if one != other else repr(a) < repr(b)


def _day(statement: Statement) -> date:
    day = _told(statement)
    return day.last or day.first or date.max


def _number(told: Told, case: Case | None) -> Found | None:
    """Another number of one thing: as the figures' own rules say, and a contradiction where only context is missing."""
    usual = told.usual
    if case is None:
        return _number_nobody_read(told)
    if usual.group is Group.AGREE and _stands(case):
        return usual.relation, usual.reason
    if usual.relation is RelationKind.DIFFERENT_SCOPE and usual.facts.get("differs") == "name":
        return usual.relation, usual.reason  # their passages open with two matters
    if usual.relation is RelationKind.DIFFERENT_PERIOD and usual.facts.get("rule") == "another_start":
        return usual.relation, usual.reason
    if usual.relation in _NUMBERS_DIFFER or (told.dated and usual.relation in _OF_OCCASIONS | _OTHER_TIMES):
        return usual.relation, usual.reason
    if isinstance(case.scale, Mismatch) and all(map(bare_amount, (told.twins.a, told.twins.b))):
        return _number_nobody_read(told)  # all other words are one: so is the unit, whatever was read of it
    if isinstance(case.scale, Mismatch) or case.fit is None or case.vague:
        return usual.relation, usual.reason
    if case.fit is not Fit.APART:
        return RelationKind.NOT_EXCLUDED, f"{_all_but(told)} Neither number excludes the other."
    return _apart(told)


def _stands(case: Case) -> bool:
    """Whether two numbers agree although they are written otherwise: rounded, or a number within another's bound."""
    one, other = case.a.figure.bound, case.b.figure.bound
    return case.fit in (Fit.EQUAL, Fit.ROUNDED) or (case.fit is Fit.WITHIN and one != other)


def _apart(told: Told) -> Found:
    """Two numbers that can't both hold of one thing at one time: two days of telling may be two times."""
    first, then = (when.last or when.first for when in told.days)  # the earlier first: see _stands_before
    if first is not None and then is not None and first != then:
        voices = bodies.voices(told.a, told.b)
        if then - first > FAR_APART:
            return (
                RelationKind.DIFFERENT_PERIOD,
                f"{_all_but(told)} They were told far apart, neither says of when.",
            )
        if voices.voices is Voices.DIFFERENT:
            return (
                RelationKind.RIVAL_COUNT,
                f"{_all_but(told)} {_cap(named(voices.a))} and {named(voices.b)} say so on two days.",
            )
        return RelationKind.UPDATE, f"{_all_but(told)} It was told again on a later day."
    return RelationKind.CONTRADICTION, f"{_all_but(told)} They can't both be right, unless they speak of two times."


def _number_nobody_read(told: Told) -> Found | None:
    """Numbers that were not read as figures, or on one side only: as they are written."""
    one, other = (amount(words) for words in (told.twins.a, told.twins.b))
    if one is None or other is None:
        return _apart(told)
    lying = fit(one, other)
    if lying in (Fit.EQUAL, Fit.ROUNDED):
        return None
    if lying is Fit.APART:
        return _apart(told)
    return RelationKind.NOT_EXCLUDED, f"{_all_but(told)} Neither number excludes the other."


def _bound(told: Told, case: Case | None) -> Found | None:
    """The same number with another bound: it says less or more, and the two hardly ever exclude each other."""
    usual = told.usual
    if case is not None:
        if told.dated and usual.relation in _OF_OCCASIONS | {RelationKind.SAME_STATEMENT}:
            return usual.relation, usual.reason
        if case.fit is Fit.APART and usual.relation in _NUMBERS_DIFFER:
            return usual.relation, usual.reason
        if case.fit is Fit.APART:
            return _apart(told)
    return RelationKind.NOT_EXCLUDED, f"{_all_but(told)} Neither excludes the other, and neither says the other."


def _unit(told: Told, case: Case | None) -> Found | None:
    if told.usual.relation is RelationKind.DIFFERENT_UNIT:
        return told.usual.relation, told.usual.reason
    return RelationKind.DIFFERENT_UNIT, f"{_all_but(told)} It is not the same unit."


def _date(told: Told, case: Case | None) -> Found | None:
    if not told.twins.in_content and told.usual.group is Group.AGREE and told.usual.a is not None:
        return None  # the day of the telling: the number may well have stood on both
    if told.usual.relation in _OTHER_TIMES:
        return told.usual.relation, told.usual.reason
    return RelationKind.DIFFERENT_PERIOD, f"{_all_but(told)} They don't speak of the same time."


def _name(told: Told, case: Case | None) -> Found | None:
    if told.usual.relation is RelationKind.DIFFERENT_SCOPE:
        return told.usual.relation, told.usual.reason
    if told.dated and told.usual.relation in _OF_OCCASIONS:
        return told.usual.relation, told.usual.reason
    return RelationKind.DIFFERENT_SCOPE, f"{_all_but(told)} They don't speak of the same place or person."


def _negation(told: Told, case: Case | None) -> Found | None:
    """One says what the other denies; one voice that says both on two known days has changed its position."""
    if told.usual.relation is RelationKind.WITHDRAWN:
        return None
    voices = bodies.voices(told.a, told.b)
    if told.dated and voices.voices is Voices.SAME and not voices.by_outlet:
        return RelationKind.CHANGED_POSITION, f"{_all_but(told)} {_cap(named(voices.a))} says one and its contrary."
    return RelationKind.DENIAL, f"{_all_but(told)} One denies what the other says."


def _opposite(told: Told, case: Case | None) -> Found | None:
    """A word and its opposite: of two changes a rise and a fall, of two parts both, else one denies the other."""
    if told.usual.group is Group.CONFLICT or told.usual.relation in _OTHER_TIMES:
        return None
    parts = _of_some(told)
    if parts is not None and max(parts) <= 0.5:
        return RelationKind.DIFFERENT_MEASURE, f"{_all_but(told)} Some may do the one and some the other."
    voices = bodies.voices(told.a, told.b)
    if voices.voices is Voices.SAME and not voices.by_outlet and parts is None:
        return RelationKind.CHANGED_POSITION, f"{_all_but(told)} {_cap(named(voices.a))} says one and its contrary."
    amounts = any(statement.claim.figures for statement in (told.a, told.b))
    if amounts and told.dated and _days_apart(told):
        return None  # it rose, and days later it fell
    if amounts and parts is None and _of_change(told.twins):
        return RelationKind.CONTRADICTION, f"{_all_but(told)} They can't both be right, unless they speak of two times."
    return RelationKind.DENIAL, f"{_all_but(told)} One says the contrary of the other."


def _of_some(told: Told) -> tuple[float, float] | None:
    """The share of people that does the one and that does the other; a number of them counts as a small one.

    None where no figure before the verb says how many do it.
    """
    found = []
    for statement, words in ((told.a, told.twins.a), (told.b, told.twins.b)):
        verb = statement.claim.text.find(words)
        before = [f for f in statement.claim.figures if f.end - statement.claim.start <= verb]
        if not before or not _are_people(before[-1]):
            return None
        figure = before[-1]
        least = figure.low if figure.low is not None else 0.0
        found.append(least / 100 if figure.unit == "percent" else least if figure.dimension == "ratio" else 0.0)
    return (found[0], found[1])


def _are_people(figure: Figure) -> bool:
    """A share, or a number of people."""
    if figure.dimension == "ratio":
        return True
    return figure.dimension == "count" and (figure.unit in PEOPLE or bool(groups(figure.unit)))


def _of_change(twins: Twins) -> bool:
    """The opposites are of a rise and a fall, or of amounts alone ("cut", "added")."""
    known = [OPPOSITE.get(word.casefold()) for word in twins.a.split()]
    return all(one is None for one in known) or any(one is not None and one[0] == OPPOSITE["rise"][0] for one in known)


def _population(told: Told, case: Case | None) -> Found | None:
    """Children against women, or against people at large."""
    if told.usual.relation in (RelationKind.DIFFERENT_SCOPE, RelationKind.DIFFERENT_MEASURE):
        return told.usual.relation, told.usual.reason
    if told.usual.group is Group.CONFLICT:
        return None
    return RelationKind.DIFFERENT_SCOPE, f"{_all_but(told)} They don't speak of the same people."


_RULES = {
    Part.NUMBER: _number,
    Part.BOUND: _bound,
    Part.UNIT: _unit,
    Part.DATE: _date,
    Part.NAME: _name,
    Part.POPULATION: _population,
    Part.NEGATION: _negation,
    Part.OPPOSITE: _opposite,
}


# ----------------------------------------------------------------------------------------------------- words and facts

_CALLED = {
    Part.NUMBER: "the number",
    Part.BOUND: "the bound",
    Part.UNIT: "the unit",
    Part.DATE: "the date",
    Part.NAME: "a name",
    Part.POPULATION: "whom they speak of",
    Part.NEGATION: "a negation",
    Part.OPPOSITE: "a word and its opposite",
}


def _all_but(told: Told) -> str:
    twins = told.twins
    return f"The same words but for {_CALLED[twins.part]}: {quoted(twins.a)} against {quoted(twins.b)}."


def _facts(told: Told, case: Case | None, kind: RelationKind) -> dict[str, Any]:
    voices = bodies.voices(told.a, told.b)
    facts: dict[str, Any] = {
        "same_voice": voices.voices.value,
        "voice_a": voices.a,
        "voice_b": voices.b,
        **(told.usual.facts if case is not None else {}),
        "sameness": 1.0,
        "twins": str(told.twins.part),
        "differs": str(told.twins.part),
        "differs_a": told.twins.a or None,
        "differs_b": told.twins.b or None,
    }
    if case is None or kind is not told.usual.relation:
        facts["rule"] = "twins"
    if "interval_a" not in facts:
        one, other = (amount(words) for words in (told.twins.a, told.twins.b))
        if one is not None and other is not None:
            facts["interval_a"], facts["interval_b"] = as_facts(one), as_facts(other)
    return {key: facts[key] for key in sorted(facts)}


def _told(statement: Statement) -> When:
    return said(FigureInContext(NO_FIGURE, statement))


def _days_apart(told: Told) -> bool:
    one, other = ((when.last or when.first) for when in told.days)
    return one != other


def _cap(text: str | None) -> str:
    return text[:1].upper() + text[1:] if text else "Somebody"
