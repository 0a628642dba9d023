"""The decision list for two figures: each rule a small function with its reason, tried in the order of ``RULES``.

A rule that doesn't apply returns None; the first that applies decides. First come the rules that say why two figures
are *not* the same thing, then those of one utterance told twice, then time, and the numbers themselves last: a
conflict is stated only where nothing before spoke against it. The two figures are put in one canonical order before
any rule runs, so that swapping the arguments changes nothing but the side on which each stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from factcheck.compare import bodies, words_en
from factcheck.compare.bodies import Voiced, Voices
from factcheck.compare.context import FigureInContext
from factcheck.compare.intervals import Fit, as_facts, fit
from factcheck.compare.kinds import Mismatch, Scale, common_scale
from factcheck.compare.measures_en import DAILY, GROWING, LEVELS, SLICES
from factcheck.compare.naming import measure_name, named, thing
from factcheck.compare.reasons import be, day, describe, distance, noun, quoted
from factcheck.compare.reasons import said as said_of
from factcheck.compare.sameness import (
    FAINTLY,
    LINKED,
    NEARLY_THE_SAME_TEXT,
    Difference,
    Level,
    Sameness,
    bare,
    groups,
    measured,
    one_nation,
    one_noun,
    people_against_things,
    sameness,
    text_overlap,
    two_documents,
)
from factcheck.compare.statements import compare_statements, takes_back
from factcheck.compare.tokens import calendar_words, content, names, overlap, span_words, tokens, weekdays, year_words
from factcheck.compare.when import (
    NEWS_LAG,
    Order,
    Source,
    Times,
    When,
    counted_to,
    day_words,
    order,
    said,
    same_occasion,
    speaks_of_the_past,
    spoken_of,
    times,
)
from factcheck.model import (
    Accrual,
    Bound,
    Modality,
    Relation,
    RelationKind,
    Role,
    Stance,
)

SAME_WORDS = 0.5  # content two tellings of one utterance share at least
FAR_APART = timedelta(days=31)  # undated figures told further apart are of two times
WIRE_COPY = 0.85  # and two copies of one report with nobody cited

_AGREES = {
    Fit.EQUAL: RelationKind.EQUAL,
    Fit.ROUNDED: RelationKind.EQUAL_AFTER_ROUNDING,
    Fit.WITHIN: RelationKind.COMPATIBLE_BOUNDS,
}


@dataclass(frozen=True, slots=True)
class Case:
    """Two figures in canonical order with all that the rules look at."""

    a: FigureInContext
    b: FigureInContext
    same: Sameness
    voiced: Voiced
    scale: Scale | Mismatch
    fit: Fit | None
    when_a: When
    when_b: When
    times: Times
    running: bool
    order: Order
    one_utterance: bool

    @property
    def apart(self) -> bool:
        """They stand in two documents."""
        return two_documents(self.a, self.b)

    @property
    def stored(self) -> bool:
        """Both stand in documents: one beside many, where most have nothing to do with each other."""
        return None not in (self.a.statement.document_id, self.b.statement.document_id)

    @property
    def thing(self) -> str:
        return thing(self.a, self.b)

    @property
    def said_a(self) -> str:
        return said_of(self.a.figure)

    @property
    def said_b(self) -> str:
        return said_of(self.b.figure)

    @property
    def name_a(self) -> str:
        """Who says the one, as a sentence names them; the paper where nobody is cited."""
        return named(self.voiced.a) or "the paper itself"

    @property
    def name_b(self) -> str:
        return named(self.voiced.b) or "the paper itself"

    @property
    def vague(self) -> bool:
        return self.a.figure.vague or self.b.figure.vague

    @property
    def ordered(self) -> tuple[str, str]:
        """Both as read, the one of the earlier day first."""
        return (self.said_b, self.said_a) if self.order is Order.B_FIRST else (self.said_a, self.said_b)

    @property
    def grows(self) -> bool:
        """The later count is the larger one."""
        if not isinstance(self.scale, Scale):
            return False
        early, late = (self.scale.b, self.scale.a) if self.order is Order.B_FIRST else (self.scale.a, self.scale.b)
        return late.middle > early.middle


@dataclass(frozen=True, slots=True)
class Verdict:
    relation: RelationKind
    reason: str
    differs: str | None = None


Rule = Callable[[Case], Verdict | None]


def compare_figures(a: FigureInContext, b: FigureInContext) -> Relation:
    """How figure ``a`` stands to figure ``b``. Swapping them swaps the sides in ``facts`` and nothing else."""
    return weigh(a, b)[0]


def weigh(a: FigureInContext, b: FigureInContext) -> tuple[Relation, float]:
    """The relation, and how surely both speak of the same thing, 0 to 1."""
    key_a, key_b = _canonical(a), _canonical(b)
    swapped = key_b < key_a if key_a != key_b else repr(b) < repr(a)
    case = _case(b, a) if swapped else _case(a, b)
    rule, verdict = _decide(case)
    facts = _facts(case, rule, verdict)
    relation = Relation(verdict.relation, verdict.reason, facts, case.a.figure, case.b.figure)
    return (mirrored(relation) if swapped else relation), case.same.score


def mirrored(relation: Relation) -> Relation:
    """The same relation seen from the other side: ``a`` and ``b`` change places, in the facts too."""
    return replace(
        relation,
        facts=_swap_sides(relation.facts),
        a=relation.b,
        b=relation.a,
        pairs=tuple(mirrored(pair) for pair in relation.pairs),
    )


def _swap_sides(facts: Any) -> dict[str, Any]:
    def other(key: str) -> str:
        if key.endswith("_a"):
            return key[:-2] + "_b"
        return key[:-2] + "_a" if key.endswith("_b") else key

    swapped = {other(key): value for key, value in facts.items()}
    return {key: swapped[key] for key in sorted(swapped)}


def _canonical(item: FigureInContext) -> tuple[Any, ...]:
    """A key that puts two figures in one order whatever the order of arguments: earlier days first."""
    when, told = spoken_of(item), said(item)
    far = date.max
    figure, statement = item.figure, item.statement
    return (
        when.last or when.first or far,
        told.last or told.first or far,
        item.text,
        figure.start,
        figure.end,
        statement.outlet or "",
        statement.claim_id or "",
    )


def _case(a: FigureInContext, b: FigureInContext) -> Case:
    scale = common_scale(a.figure, b.figure)
    when_a, when_b = spoken_of(a), spoken_of(b)
    voiced = bodies.voices(a.statement, b.statement)
    running = is_running(a) and is_running(b)
    lying = fit(scale.a, scale.b) if isinstance(scale, Scale) else None
    return Case(
        a=a,
        b=b,
        same=sameness(a, b),
        voiced=voiced,
        scale=scale,
        fit=lying,
        when_a=when_a,
        when_b=when_b,
        times=_times(a, b, when_a, when_b),
        running=running,
        order=order(counted_to(a), counted_to(b)) if running else order(said(a), said(b)),
        one_utterance=_one_utterance(a, b, voiced, agrees=lying in _AGREES),
    )


def _times(a: FigureInContext, b: FigureInContext, when_a: When, when_b: When) -> Times:
    """How the two times lie, the words of the calendar and the kind of measure included.

    Of what goes up and down every day ("27 are still missing") each day is another time. And where the texts name two
    different years, quarters or months that were not read as the figures' times, the same time isn't established.
    """
    found = times(when_a, when_b)
    if found is not Times.DIFFERENT and _times_named(a, b) is not None:
        return Times.DIFFERENT
    if found is not Times.SAME or (when_a.explicit and when_b.explicit):
        return found
    if _calendars_differ(a, b):
        return Times.UNKNOWN
    if when_a.explicit or when_b.explicit or not (when_a.known and when_b.known):
        return found
    levels = all({family for _, family in measured(x)} & DAILY for x in (a, b))
    return Times.DIFFERENT if levels and order(when_a, when_b) is not Order.SAME else found


def _times_named(a: FigureInContext, b: FigureInContext) -> tuple[str, str] | None:
    """What the claims call their times, where that sets them apart: a month and a week, this year and the coming."""
    told = [said(x).last for x in (a, b)]
    if told[0] is not None and told[1] is not None and abs(told[0] - told[1]) > 3 * FAR_APART:
        return None  # last year's "this year" is this year's "last year"
    for words_of in (span_words, year_words):
        one, other = words_of(a.text), words_of(b.text)
        if one and other and not one & other:
            return min(one), min(other)
    return None


def _calendars_differ(a: FigureInContext, b: FigureInContext) -> bool:
    """The texts name other years, months, quarters or days, which were not read as the figures' times."""
    named_a, named_b = calendar_words(a.text), calendar_words(b.text)
    if named_a != named_b and ((named_a and named_b) or not (said(a).known and said(b).known)):
        return True
    days_a, days_b = weekdays(a.text), weekdays(b.text)
    if days_a and days_b and not days_a & days_b:
        return True
    return bool(span_words(a.text) and span_words(b.text) and span_words(a.text) != span_words(b.text))


def is_running(item: FigureInContext) -> bool:
    """Whether the figure is a total that can only grow: told so, or a count of deaths and the like of no set period."""
    figure = item.figure
    standing = figure.accrual == Accrual.SNAPSHOT and figure.as_of is None  # "the number given is 498 dead"
    if figure.accrual is not None and not standing:
        return figure.accrual == Accrual.RUNNING_TOTAL
    if figure.role != Role.LEVEL or figure.dimension not in ("count", "money") or figure.per is not None:
        return False
    if figure.period is not None and figure.period.last is not None:
        return False
    found = {family for _, family in measured(item)}
    return bool(found & GROWING) and not found & LEVELS


def _one_utterance(a: FigureInContext, b: FigureInContext, voiced: Voiced, *, agrees: bool) -> bool:
    """Two tellings of what one voice said on one occasion, or two copies of one report."""
    one, other = a.statement, b.statement
    if one.document_id is not None and one.document_id == other.document_id:
        return False
    # The paper of the next day may carry the same number; another number on another day may be an update.
    if not same_occasion(a, b, days_of_print=1 if agrees else 0):
        return False
    alike = text_overlap(a, b)
    if voiced.voices is Voices.SAME and not voiced.by_outlet:
        return alike >= SAME_WORDS
    copied = voiced.by_outlet and overlap(content(a.text), content(b.text)) >= WIRE_COPY
    return copied and one.outlet is not None and other.outlet is not None and one.outlet != other.outlet


def _decide(case: Case) -> tuple[str, Verdict]:
    for rule in RULES:
        verdict = rule(case)
        if verdict is not None:
            return rule.__name__.lstrip("_"), verdict
    return "nothing_decides", Verdict(RelationKind.CANNOT_TELL, "Nothing in the two says how they stand to each other.")


# ------------------------------------------------------------------------------------------- not the same thing


def _only_words_shared(case: Case) -> Verdict | None:
    if case.same.level is not Level.NO:
        return None
    return _other_matters(case)


def _another_measure(case: Case) -> Verdict | None:
    found = case.same.difference
    if found is None or found.relation != RelationKind.DIFFERENT_MEASURE:
        return None
    if isinstance(case.scale, Mismatch) and case.scale.differs == "level or change":
        return None
    if not _could_be_taken_for_it(case):
        return _other_matters(case)
    planned = Modality.PLANNED in (case.a.figure.modality, case.b.figure.modality) and one_noun(case.a, case.b)
    if planned and (told := _another_modality(case)) is not None:
        return told  # 300 to be sent, 180 arrived
    return Verdict(
        RelationKind.DIFFERENT_MEASURE,
        _two_measures(case, found),
        "measure",
    )


def _two_measures(case: Case, found: Difference) -> str:
    one, other = (_told_measure(item, told) for item, told in ((case.a, found.a), (case.b, found.b)))
    if one == other:
        return f"{_cap(case.said_a)} and {case.said_b} don't measure the same."
    return f"Not the same thing is measured: {quoted(one, 'no such word')} against {quoted(other, 'no such word')}."


def _told_measure(item: FigureInContext, told: str | None) -> str | None:
    """Families as words, the measure's own words where there is none; a qualifier ("core") stays as it is."""
    if told is None:
        return None
    known = {family for _, family in measured(item)}
    families = frozenset(told.split("|")) if told else frozenset()
    return measure_name(item, families) if families <= known else told


def _other_matters(case: Case) -> Verdict:
    return Verdict(
        RelationKind.UNRELATED,
        f"{_cap(case.said_a)} and {case.said_b} are said of different matters: only words are shared.",
    )


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


def _one_measure(case: Case) -> bool:
    """Whether two figures of documents surely measure one thing, though on two scales."""
    lasting = [x.figure.dimension in ("duration", "age") for x in (case.a, case.b)]
    if case.same.level is not Level.SAME or lasting[0] != lasting[1]:
        return False
    return case.same.parts["measure"] > 0.5 or (
        case.same.parts["measure"] == 0.5 and not (bare(case.a) or bare(case.b))
    )


def _no_common_scale(case: Case) -> Verdict | None:
    found = case.scale
    if isinstance(found, Scale):
        return None
    if case.stored and not _one_measure(case):
        return _other_matters(case)
    if found.differs == "level or change":
        level, change = (case.said_a, case.said_b) if found.a == "a level" else (case.said_b, case.said_a)
        return Verdict(
            RelationKind.DIFFERENT_MEASURE,
            f"One is a level ({level}), the other a change ({change}): they don't measure the same.",
            "level or change",
        )
    if found.relation == RelationKind.CANNOT_TELL:
        reason = f"{_cap(case.said_a)} and {case.said_b} are in two currencies, and no dated rate is at hand."
        return Verdict(RelationKind.CANNOT_TELL, reason, "currency")
    if case.same.level is not Level.SAME and case.same.parts.get("measure", 0) < 0.5:
        reason = f"{_cap(case.said_a)} and {case.said_b} measure different things of different matters."
        return Verdict(RelationKind.UNRELATED, reason)
    if found.differs == "currency":
        reason = f"The same number in another currency: {case.said_a}, {case.said_b}."
    else:
        reason = f"Not the same unit: {found.a} against {found.b}, so the numbers can't be set side by side."
    return Verdict(RelationKind.DIFFERENT_UNIT, reason, found.differs)


def _another_scope(case: Case) -> Verdict | None:
    found = case.same.difference
    if found is None or found.relation != RelationKind.DIFFERENT_SCOPE or not isinstance(case.scale, Scale):
        return None
    if found.narrower and found.part == "place" and speaks_of_the_past(case.a) != speaks_of_the_past(case.b):
        return None  # an unnamed place is most likely the same; the time is another
    if found.narrower is None:
        return Verdict(
            RelationKind.DIFFERENT_SCOPE,
            f"Another {found.part}: {quoted(found.a)} against {quoted(found.b)}.",
            found.part,
        )
    part, whole = (case.scale.a, case.scale.b) if found.narrower == "a" else (case.scale.b, case.scale.a)
    if case.fit is Fit.APART and part.low > whole.high and _is_its_whole(case, found.narrower):
        over, of = (case.said_a, case.said_b) if found.narrower == "a" else (case.said_b, case.said_a)
        return Verdict(
            RelationKind.CONTRADICTION, f"A part can't be larger than its whole: {over} of {of}.", found.part
        )
    said_part, said_whole = (case.said_a, case.said_b) if found.narrower == "a" else (case.said_b, case.said_a)
    scope = found.a if found.narrower == "a" else found.b
    slice_of_people = found.part == "part" or (found.part == "population" and bool(groups(scope or "")))
    told_apart = found.part == "part" or bool(groups(scope or "") & SLICES)
    if not told_apart and case.fit in _AGREES:
        return None  # one number, its scope named by one side only
    limited = "a part of another number" if found.part == "part" else f"said of {quoted(scope)} only"
    figure, other = (x.figure for x in ((case.a, case.b) if found.narrower == "a" else (case.b, case.a)))
    if part.middle <= whole.middle or not _adds_up(case) or case.fit is not Fit.APART:
        return Verdict(
            RelationKind.DIFFERENT_SCOPE,
            f"{_cap(said_part)} {be(figure)} {limited}; {said_whole} {be(other)} not so limited, and may contain it.",
            found.part,
        )
    same_day = case.order is Order.SAME if case.running else case.times is Times.SAME
    alike = text_overlap(case.a, case.b) >= SAME_WORDS
    if slice_of_people and found.part != "part" and _surely(case) and alike and not case.vague and same_day:
        return Verdict(
            RelationKind.CONTRADICTION,
            f"A part can't be larger than its whole: {said_part} of {quoted(scope)}, {said_whole} in all.",
            found.part,
        )
    return Verdict(
        RelationKind.CANNOT_TELL,
        f"{_cap(said_part)} {be(figure)} {limited}, and it isn't clear that {said_whole} is the whole of it.",
        found.part,
    )


def _is_its_whole(case: Case, narrower: str) -> bool:
    """The part names its whole by the other's very number: "2,810 of the 2,640 places"."""
    part, whole = (case.a, case.b) if narrower == "a" else (case.b, case.a)
    if part.figure.whole is None or whole.figure.low is None or whole.figure.low != whole.figure.high:
        return False
    named = {t.text.replace(",", "") for t in tokens(part.figure.whole.text) if t.text[0].isdigit()}
    return f"{whole.figure.low:.15g}" in named and case.same.parts["measure"] > 0


def _adds_up(case: Case) -> bool:
    """Whether a part of it is at most the whole: counts and sums, not rates, prices or scores."""
    return all(
        x.figure.dimension in ("count", "money", "area", "mass", "volume", "energy")
        and x.figure.per is None
        and x.figure.role == Role.LEVEL
        for x in (case.a, case.b)
    )


# ------------------------------------------------------------------------------------- how it is said, and by whom


def _in_one_document(case: Case) -> Verdict | None:
    """Two figures of one document tell two things, unless it says one sentence twice (headline and text)."""
    one, other = case.a.statement, case.b.statement
    if one.document_id is None or one.document_id != other.document_id or case.fit in _AGREES:
        return None
    overlapping = one.claim.start < other.claim.end and other.claim.start < one.claim.end
    if not overlapping and text_overlap(case.a, case.b) >= SAME_WORDS:
        return None
    told = _another_modality(case) or _another_period(case)
    if told is not None and told.relation in (RelationKind.DIFFERENT_MODALITY, RelationKind.DIFFERENT_PERIOD):
        return told
    return Verdict(
        RelationKind.CANNOT_TELL,
        f"{_cap(case.said_a)} and {case.said_b} stand in one document, which may well speak of two things.",
        "document",
    )


_SO_FAR = re.compile(
    r"\bsince\b|\bso far\b|\bto date\b"
    r"|\bin (?:the )?(?:last |past |first )?(?:\d+|one|two|three|ten) (?:day|week|month)s?\b"
    r"|\bbring(?:s|ing)? (?:the|to)\b|\bpushing\b",
    re.IGNORECASE,
)


def _event_against_total(case: Case) -> Verdict | None:
    """The count of one event beside a larger count of all since a beginning, of one population not named by both."""
    total_a, total_b = (_SO_FAR.search(x.text) is not None for x in (case.a, case.b))
    if total_a == total_b or case.fit is not Fit.APART or not isinstance(case.scale, Scale):
        return None
    if one_nation(case.a, case.b) and not weekdays((case.b if total_a else case.a).around):
        return None
    if not all({family for _, family in measured(x)} & GROWING for x in (case.a, case.b)):
        return None
    single = case.b if total_a else case.a
    if single.figure.accrual == Accrual.RUNNING_TOTAL and single.figure.as_of is not None:
        return None  # "364 by the end of Saturday" is a total too
    total, event = (case.scale.a, case.scale.b) if total_a else (case.scale.b, case.scale.a)
    if event.middle >= total.middle or case.voiced.voices is Voices.SAME:
        return None
    said_total, said_event = (case.said_a, case.said_b) if total_a else (case.said_b, case.said_a)
    return Verdict(
        RelationKind.DIFFERENT_PERIOD,
        f"{_cap(said_total)} counts all since a beginning, {said_event} may be of one event.",
        "period",
    )


def _withdrawn(case: Case) -> Verdict | None:
    back_a, back_b = (takes_back(x.statement) for x in (case.a, case.b))
    if back_a == back_b or case.fit not in _AGREES or case.same.level is not Level.SAME:
        return None
    taker, other = (case.a, case.b) if back_a else (case.b, case.a)
    if case.voiced.voices is not Voices.SAME and not _is_named_in(other, taker):
        return None
    taken = case.said_b if back_a else case.said_a
    return Verdict(RelationKind.WITHDRAWN, f"{_cap(taken)} was taken back by who said it.")


def _is_named_in(item: FigureInContext, by: FigureInContext) -> bool:
    """Whether the speaker of ``item`` is named in the text of ``by``."""
    speaker = item.statement.claim.speaker
    return speaker is not None and bool(names(f"… {speaker.name}") & names(f"… {by.text}"))


def is_denied(item: FigureInContext) -> bool:
    return item.figure.modality == Modality.DENIED or item.statement.claim.stance == Stance.DENIES


def _denied(case: Case) -> Verdict | None:
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
    if not _surely(case):
        return _unsure(case)
    if case.voiced.voices is Voices.SAME and not case.voiced.by_outlet:
        return Verdict(
            RelationKind.CHANGED_POSITION,
            f"{_cap(case.name_a)} both denies and states it: {case.said_a}, {case.said_b}.",
            "denial",
        )
    return Verdict(
        RelationKind.DENIAL,
        f"One denies what the other states of {case.thing}: {case.said_a}, {case.said_b}.",
        "denial",
    )


def _only_asked(case: Case) -> Verdict | None:
    for item, told in ((case.a, case.said_a), (case.b, case.said_b)):
        if item.statement.claim.stance in (Stance.ASKS, Stance.DOUBTS):
            return Verdict(RelationKind.CANNOT_TELL, f"{_cap(told)} isn't asserted: it is asked or doubted.", "stance")
    return None


_FORESEES = re.compile(r"\b(?:forecast|predict|project|expect|foresee|anticipat)\w*\b", re.IGNORECASE)


def modality(item: FigureInContext) -> Modality:
    """As read, and a forecast where the words before the figure foretell it."""
    figure, claim = item.figure, item.statement.claim
    if figure.modality == Modality.STATED and _FORESEES.search(claim.text[: max(0, figure.start - claim.start)]):
        return Modality.FORECAST
    return figure.modality


def _another_modality(case: Case) -> Verdict | None:
    one, other = modality(case.a), modality(case.b)
    kinds = {one, other} - {Modality.DENIED}
    if len(kinds) < 2:
        return None
    words = {Modality.STATED: "stated as done", Modality.FORECAST: "forecast", Modality.PLANNED: "planned"}
    return Verdict(
        RelationKind.DIFFERENT_MODALITY,
        f"{_cap(case.said_a)} {be(case.a.figure)} {words[one]}, {case.said_b} {be(case.b.figure)} {words[other]}:"
        " both can hold.",
        "modality",
    )


# ----------------------------------------------------------------------------------------- one utterance told twice


def _told_twice(case: Case) -> Verdict | None:
    if not case.one_utterance or case.same.level is not Level.SAME or case.times is Times.DIFFERENT:
        return None
    if case.running and case.order in (Order.A_FIRST, Order.B_FIRST) and case.fit not in (Fit.EQUAL, Fit.ROUNDED):
        return None
    if case.fit in _AGREES and case.a.figure.unit != case.b.figure.unit and case.a.figure.dimension == "ratio":
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
    if case.fit is Fit.LOOSE and not lost and (a.approximate or b.approximate):
        return None
    if case.fit is Fit.WITHIN and (a.approximate or b.approximate) and not lost:
        return None
    if case.running and (grown := _within_the_day(case)):
        return grown
    differs = lost or "number"
    return Verdict(
        RelationKind.REPORTED_DIFFERENTLY,
        f"One statement of {who}, reported in two ways: {case.said_a}, {case.said_b}. The {differs} differs.",
        differs,
    )


def _lost(case: Case) -> str | None:
    """What of how the number was said is on one side only: a bound, a range, a hedge."""
    a, b = case.a.figure, case.b.figure
    between_a, between_b = a.bound == Bound.BETWEEN, b.bound == Bound.BETWEEN
    if between_a != between_b:
        return "range"
    rounded = {a.bound, b.bound} <= {Bound.EXACT, Bound.MORE_THAN, Bound.AT_LEAST} and (a.approximate or b.approximate)
    if a.bound != b.bound and not (a.approximate and b.approximate) and not rounded:
        return "bound"
    if case.fit is Fit.EQUAL and (a.approximate != b.approximate or a.hedged != b.hedged):
        return "hedge"
    return None


def _within_the_day(case: Case) -> Verdict | None:
    """The same body twice on one day, where the words ("in the morning", "by evening") order the two."""
    part_a, part_b = (_day_part(x.text) for x in (case.a, case.b))
    if part_a == part_b or not part_a or not part_b or not isinstance(case.scale, Scale):
        return None
    first, then = (case.said_a, case.said_b) if part_a < part_b else (case.said_b, case.said_a)
    low, high = (case.scale.a, case.scale.b) if part_a < part_b else (case.scale.b, case.scale.a)
    if high.middle < low.middle:
        return None
    return Verdict(RelationKind.UPDATE, f"A count that grew within the day: {first}, then {then}.", "time of day")


def _day_part(text: str) -> int:
    return max((words_en.DAY_PARTS.get(t.key, 0) for t in tokens(text)), default=0)


# ----------------------------------------------------------------------------------------------------------- times


def _running_totals(case: Case) -> Verdict | None:
    """A count that can only grow, at two days."""
    if not case.running or case.fit in _AGREES or case.fit is None:
        return None
    if case.order is Order.UNKNOWN:
        if case.fit is Fit.LOOSE:
            return None
        return Verdict(
            RelationKind.CANNOT_TELL,
            f"The count of {case.thing} grows, and which of {case.said_a} and {case.said_b} came first isn't known.",
            "date",
        )
    if case.order is Order.SAME:
        return (_within_the_day(case) if case.voiced.voices is Voices.SAME else None) or (
            _verified_floor(case) if case.fit is Fit.APART and _surely(case) else None
        )
    first, then = case.ordered
    days = _two_days(case)
    same_body = case.voiced.voices is Voices.SAME
    if not _surely(case):
        return _unsure(case)
    if case.grows:
        return _grown(case, first, then, days)
    if case.fit is Fit.LOOSE or case.vague:
        return None
    if _order_is_doubtful(case):
        return Verdict(
            RelationKind.CANNOT_TELL,
            f"{_cap(then)} seems the later count{days}, but one day is only that of printing: the order isn't sure.",
            "date",
        )
    if floor := _verified_floor(case):
        return floor
    if same_body:
        return Verdict(
            RelationKind.REVISED_DOWN,
            f"{_cap(case.name_a)} first gave {first}, later {then}{days}, for a count that can only grow.",
            "number",
        )
    return Verdict(
        RelationKind.CONTRADICTION,
        f"The count can only grow, yet the later {then} is {_how_far(case)} the earlier {first}{days}:"
        " they can't both be right.",
        "number",
    )


def _order_is_doubtful(case: Case) -> bool:
    """The two days lie within two days of each other, and one is only the day of printing."""
    one, other = counted_to(case.a), counted_to(case.b)
    later = one if case.order is Order.B_FIRST else other
    if later.source is not Source.PUBLISHED_ON:
        return False  # an earlier one was said on the day of its printing or before: it stays the earlier
    telling = case.a if case.order is Order.B_FIRST else case.b
    if telling.statement.claim.speaker is None and case.stored:
        return True  # a paper may well tell an old count again
    if one.source is other.source:
        return False
    last_a, last_b = one.last or one.first, other.last or other.first
    return last_a is not None and last_b is not None and abs(last_a - last_b) <= NEWS_LAG


def _verified_floor(case: Case) -> Verdict | None:
    """The smaller of the two counts only what was verified: what it leaves out is no contradiction."""
    if not isinstance(case.scale, Scale):
        return None
    smaller, said_smaller = (
        (case.a, case.said_a) if case.scale.a.middle <= case.scale.b.middle else (case.b, case.said_b)
    )
    larger = case.b if smaller is case.a else case.a
    if not counts_verified_only(smaller) or counts_verified_only(larger) or case.voiced.voices is Voices.SAME:
        return None
    return Verdict(
        RelationKind.RIVAL_COUNT,
        f"{_cap(said_smaller)} counts only what was verified: {case.said_a}, {case.said_b} are rival counts.",
        "verified",
    )


def counts_verified_only(item: FigureInContext) -> bool:
    return any(t.key in words_en.VERIFYING for t in tokens(item.text))


def _grown(case: Case, first: str, then: str, days: str) -> Verdict | None:
    known = case.voiced.voices
    one_is_the_papers_own = known is Voices.NEITHER or (
        known is Voices.UNKNOWN and None in (case.voiced.a, case.voiced.b)
    )
    if known is Voices.SAME or one_is_the_papers_own:
        if case.fit is Fit.LOOSE and known is not Voices.SAME and not _grew_a_little(case):
            return None
        who = f" by {case.name_a}" if known is Voices.SAME and case.voiced.a else ""
        return Verdict(RelationKind.UPDATE, f"A later count{who}: {first}, then {then}{days}.", "date")
    if case.fit is Fit.LOOSE or case.vague:
        return None
    return Verdict(
        RelationKind.RIVAL_COUNT,
        f"{_cap(case.name_a)} and {case.name_b} count for themselves and at different times{days}: {first}, {then}."
        " Disputed; logic doesn't decide it.",
        "body",
    )


def _grew_a_little(case: Case) -> bool:
    """The later number is less than twice the earlier one: the same count, gone on."""
    if not isinstance(case.scale, Scale):
        return False
    low, high = sorted((case.scale.a.middle, case.scale.b.middle))
    return 0 < high < 2 * low


def _two_days(case: Case) -> str:
    one, other = counted_to(case.a), counted_to(case.b)
    if case.order is Order.B_FIRST:
        one, other = other, one
    return f" ({day(one.last or one.first)} and {day(other.last or other.first)})"


def _another_period(case: Case) -> Verdict | None:
    if case.running and (case.fit in _AGREES or case.order is not Order.UNKNOWN):
        return None
    if case.times is Times.DIFFERENT:
        return _later_or_other(case)
    if case.times in (Times.A_IN_B, Times.B_IN_A):
        return _part_of_period(case)
    return None


def _later_or_other(case: Case) -> Verdict:
    days = f"{day_words(case.when_a)} against {day_words(case.when_b)}"
    named_times = _times_named(case.a, case.b)
    if named_times is not None and not (case.when_a.explicit and case.when_b.explicit):
        one, other = named_times
        return Verdict(
            RelationKind.DIFFERENT_PERIOD, f"Not the same time: {quoted(one)} against {quoted(other)}.", "period"
        )
    periods = Source.PERIOD in (case.when_a.source, case.when_b.source)
    if case.voiced.voices is Voices.SAME and not case.voiced.by_outlet and not periods and _surely(case):
        return Verdict(
            RelationKind.UPDATE, f"A later figure by {case.name_a}: {case.said_a}, {case.said_b}, {days}.", "date"
        )
    return Verdict(RelationKind.DIFFERENT_PERIOD, f"Not the same time: {days}.", "period")


def _part_of_period(case: Case) -> Verdict:
    days_a, days_b = day_words(case.when_a), day_words(case.when_b)
    inner = case.times is Times.A_IN_B
    if isinstance(case.scale, Scale) and _adds_up(case) and case.fit is Fit.APART and _surely(case) and not case.vague:
        part, whole = (case.scale.a, case.scale.b) if inner else (case.scale.b, case.scale.a)
        snapshot = Accrual.SNAPSHOT in (case.a.figure.accrual, case.b.figure.accrual)
        if part.low > whole.high and not snapshot and not _is_level(case):
            said_part, said_whole = (case.said_a, case.said_b) if inner else (case.said_b, case.said_a)
            days_part, days_whole = (days_a, days_b) if inner else (days_b, days_a)
            return Verdict(
                RelationKind.CONTRADICTION,
                f"A part can't be larger than its whole: {said_part} {days_part}, {said_whole} {days_whole}.",
                "period",
            )
    return Verdict(
        RelationKind.DIFFERENT_PERIOD,
        f"One covers a part of the other's time: {days_a} against {days_b}.",
        "period",
    )


def _is_level(case: Case) -> bool:
    return any({family for _, family in measured(x)} & LEVELS for x in (case.a, case.b))


def _same_voice_later(case: Case) -> Verdict | None:
    """One voice, two occasions, another number for the same time: it corrected itself, or changed its story."""
    if case.fit is not Fit.APART or case.running or case.vague or case.voiced.voices is not Voices.SAME:
        return None
    if case.order not in (Order.A_FIRST, Order.B_FIRST) or case.voiced.by_outlet or not _surely(case):
        return None
    first, then = case.ordered
    if case.when_a.explicit and case.when_b.explicit and _is_person(case):
        return Verdict(
            RelationKind.CHANGED_POSITION,
            f"{_cap(case.name_a)} first said {first}, later {then}, of the same time: its passing doesn't explain it.",
            "number",
        )
    return Verdict(RelationKind.UPDATE, f"A later figure by {case.name_a}: {first}, then {then}.", "date")


def _told_later(case: Case) -> Verdict | None:
    """A count of one day's dead or detained, told again on a later day and larger, by nobody known to be another."""
    if case.fit is not Fit.APART or case.vague:
        return None
    known = case.voiced.voices in (Voices.SAME, Voices.NEITHER)
    if not known and (None not in (case.voiced.a, case.voiced.b) or not _grew_a_little(case)):
        return None
    if not (case.when_a.explicit and case.when_b.explicit) or not _surely(case):
        return None
    if not all({family for _, family in measured(x)} & GROWING for x in (case.a, case.b)):
        return None
    told = order(said(case.a), said(case.b))
    if told not in (Order.A_FIRST, Order.B_FIRST) or not isinstance(case.scale, Scale):
        return None
    early, late = (case.scale.b, case.scale.a) if told is Order.B_FIRST else (case.scale.a, case.scale.b)
    first, then = (case.said_b, case.said_a) if told is Order.B_FIRST else (case.said_a, case.said_b)
    if late.middle <= early.middle:
        return None
    return Verdict(
        RelationKind.UPDATE, f"Told again on a later day, and the count had grown: {first}, then {then}.", "date"
    )


def _is_person(case: Case) -> bool:
    speakers = [x.statement.claim.speaker for x in (case.a, case.b)]
    return all(s is not None and s.body is not None and s.body != s.name for s in speakers)


def _time_unknown(case: Case) -> Verdict | None:
    if case.times is not Times.UNKNOWN or case.fit is not Fit.APART or case.running or case.vague:
        return None
    if _never_changes(case):
        return None
    past_a, past_b = (speaks_of_the_past(x) for x in (case.a, case.b))
    if past_a != past_b:
        past, other = (case.said_a, case.said_b) if past_a else (case.said_b, case.said_a)
        return Verdict(
            RelationKind.DIFFERENT_PERIOD, f"{_cap(past)} is told of an earlier time, {other} isn't.", "date"
        )
    if not (case.when_a.explicit or case.when_b.explicit) and _months_apart(case):
        return Verdict(
            RelationKind.DIFFERENT_PERIOD,
            f"Neither dates its figure, and they were told far apart: {day_words(case.when_a)}"
            f" and {day_words(case.when_b)}.",
            "date",
        )
    return Verdict(
        RelationKind.CANNOT_TELL,
        f"Whether {case.said_a} and {case.said_b} speak of the same time isn't said"
        f" ({_time(case.when_a)}; {_time(case.when_b)}).",
        "date",
    )


def _time(when: When) -> str:
    words = day_words(when)
    if not words:
        return "undated"
    return words if when.explicit else f"{'said' if when.source is Source.SAID_ON else 'printed'} {words}"


def _months_apart(case: Case) -> bool:
    one, other = (w.last or w.first for w in (case.when_a, case.when_b))
    return one is not None and other is not None and abs(one - other) > FAR_APART


def _never_changes(case: Case) -> bool:
    """A length, a height: no date is needed for it."""
    lasting = {"long", "wide", "high", "deep", "away"}
    return all({family for _, family in measured(x)} & lasting for x in (case.a, case.b))


# --------------------------------------------------------------------------------------------------- the numbers


def _agree(case: Case) -> Verdict | None:
    if case.fit not in _AGREES or not isinstance(case.scale, Scale):
        return None
    if case.same.level is not Level.SAME and (case.same.score < 0.5 or (case.apart and not _numbers_tell(case))):
        return _unsure(case)
    relation = _AGREES[case.fit]
    if relation == RelationKind.EQUAL:
        counted, told = noun(case.a.figure), case.thing
        more = told[len(counted) :] if counted and told.startswith(f"{counted} ") else ""
        reason = f"Both give {case.said_a}{more}."
        if case.said_a != case.said_b:
            reason = f"The same value: {case.said_a}, {case.said_b}."
    elif relation == RelationKind.EQUAL_AFTER_ROUNDING:
        reason = f"{_cap(case.said_a)} and {case.said_b} are equal at the coarser of their two precisions."
    else:
        reason = (
            f"{_cap(case.said_a)} and {case.said_b} can both be right: one lies within the other's bound, and near."
        )
    return Verdict(relation, reason)


def _numbers_tell(case: Case) -> bool:
    """Whether the numbers say that two documents mean one thing: the same measure, or the same number, no round one."""
    scale = case.scale
    if not isinstance(scale, Scale) or case.vague:
        return False
    if case.same.parts["topic"] < FAINTLY and text_overlap(case.a, case.b) < NEARLY_THE_SAME_TEXT:
        return False
    if case.same.difference is not None or bare(case.a) or bare(case.b):
        return False
    if case.same.parts["measure"] == 1.0:
        return True
    digits = max(len(f"{x.middle:.12g}".replace(".", "").strip("0-")) for x in (scale.a, scale.b))
    return case.fit in (Fit.EQUAL, Fit.ROUNDED) and digits >= 3


def _too_vague(case: Case) -> Verdict | None:
    if not case.vague:
        return None
    if case.apart and case.same.level is not Level.SAME:
        return _other_matters(case)
    vague, other = (case.said_a, case.said_b) if case.a.figure.vague else (case.said_b, case.said_a)
    return Verdict(RelationKind.NOT_EXCLUDED, f"{_cap(vague)} is too vague to speak for or against {other}.", "vague")


def _says_little(case: Case) -> Verdict | None:
    if case.fit is not Fit.LOOSE:
        return None
    if case.apart and case.same.level is not Level.SAME:
        return _unsure(case)
    return Verdict(
        RelationKind.NOT_EXCLUDED,
        f"{_cap(case.said_a)} and {case.said_b} don't exclude each other, and neither supports the other.",
    )


def _rival_forecasts(case: Case) -> Verdict | None:
    if _polls(case):
        return Verdict(
            RelationKind.RIVAL_COUNT,
            f"Two surveys by different bodies: {case.said_a}, {case.said_b}. Each speaks of its own sample.",
            "body",
        )
    foretold = all(_FORESEES.search(x.text) and modality(x) == Modality.FORECAST for x in (case.a, case.b))
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
    return different and case.fit is Fit.APART and all(_SURVEY.search(x.text) for x in (case.a, case.b))


def _apart(case: Case) -> Verdict | None:
    if case.fit is not Fit.APART or not isinstance(case.scale, Scale):
        return None
    if not _surely(case):
        return _unsure(case)
    low, high = (case.said_a, case.said_b), (case.scale.a, case.scale.b)
    smaller, larger = low if high[0].middle <= high[1].middle else low[::-1]
    days = day_words(case.when_a if case.when_a.explicit else case.when_b)
    told = f" {days}" if days and (case.when_a.explicit or case.when_b.explicit) else ""
    if min(high[0].middle, high[1].middle) < 0 < max(high[0].middle, high[1].middle):
        return Verdict(
            RelationKind.CONTRADICTION,
            f"Both speak of {case.thing}{told}, one of a rise and one of a fall ({case.said_a}, {case.said_b}):"
            " they can't both be right.",
            "direction",
        )
    return Verdict(
        RelationKind.CONTRADICTION,
        f"Both {_tell(case)} {case.thing}{told}, and {smaller} is {distance(*high)} {larger}:"
        " they can't both be right.",
        "number",
    )


def _tell(case: Case) -> str:
    counts = case.a.figure.dimension == case.b.figure.dimension == "count" and case.thing != "the same thing"
    return "count" if counts else "speak of"


def _surely(case: Case) -> bool:
    """Same thing and scope established: without it no conflict is stated.

    Of two documents that don't say when they speak, more must be shared: alike events recur.
    """
    if case.same.level is not Level.SAME:
        return False
    if _elsewhere(case.a) or _elsewhere(case.b):
        return False
    measures_little = bare(case.a) or bare(case.b) or case.a.figure.dimension in ("duration", "age")
    if measures_little and text_overlap(case.a, case.b) < SAME_WORDS:
        return False
    if case.when_a.known or case.when_b.known or not case.apart:
        return True
    return case.same.parts["topic"] >= 0.6 and case.same.parts["measure"] == 1.0


_THERE = re.compile(r"\bthere\b(?! (?:is|are|was|were|has|have|had|will|would|may|might|could|can|been|be)\b)", re.I)


def _elsewhere(item: FigureInContext) -> bool:
    """The claim speaks of a place or people told before and not named in it: "the council there", "his own side"."""
    if item.figure.population is None and _OWN_SIDE.search(item.text) is not None:
        return True
    return item.figure.place is None and _THERE.search(item.text) is not None


_OWN_SIDE = re.compile(r"\b(?:his|her|its|their|our) own (?:side|forces|troops|army|men|ranks)\b", re.IGNORECASE)


def _unsure(case: Case) -> Verdict:
    if case.apart and (bare(case.a) or bare(case.b)) and case.same.parts["topic"] < LINKED:
        return _other_matters(case)
    return Verdict(
        RelationKind.CANNOT_TELL,
        f"{_cap(case.said_a)} and {case.said_b} may be said of one thing, but too little else is shared to say so.",
        "topic",
    )


def _how_far(case: Case) -> str:
    return distance(case.scale.a, case.scale.b) if isinstance(case.scale, Scale) else "below"


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]


RULES: tuple[Rule, ...] = (
    _only_words_shared,
    _another_measure,
    _no_common_scale,
    _another_scope,
    _in_one_document,
    _event_against_total,
    _withdrawn,
    _denied,
    _only_asked,
    _another_modality,
    _told_twice,
    _another_period,
    _running_totals,
    _same_voice_later,
    _told_later,
    _agree,
    _too_vague,
    _says_little,
    _time_unknown,
    _rival_forecasts,
    _apart,
)


def _facts(case: Case, rule: str, verdict: Verdict) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "rule": rule,
        "same_voice": case.voiced.voices.value,
        "voice_a": case.voiced.a,
        "voice_b": case.voiced.b,
        "time_a": case.when_a.facts(),
        "time_b": case.when_b.facts(),
        "as_read_a": describe(case.a.figure),
        "as_read_b": describe(case.b.figure),
        "sameness": round(case.same.score, 3),
        "sameness_parts": {name: round(value, 3) for name, value in case.same.parts.items()},
        "running_total": case.running,
        "differs": verdict.differs,
    }
    if isinstance(case.scale, Scale):
        facts["unit"] = case.scale.unit
        facts["interval_a"], facts["interval_b"] = as_facts(case.scale.a), as_facts(case.scale.b)
        facts["tolerance"] = max(case.scale.a.rounding, case.scale.b.rounding)
    found = case.same.difference
    if found is not None and verdict.differs == found.part:
        facts["differs_a"], facts["differs_b"] = found.a, found.b
    elif isinstance(case.scale, Mismatch):
        facts["differs_a"], facts["differs_b"] = case.scale.a, case.scale.b
    return {key: facts[key] for key in sorted(facts)}
