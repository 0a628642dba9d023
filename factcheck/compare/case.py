"""Two figures in canonical order with all that the rules look at, and what a rule answers.

The readings of measure, scope, voice, time and number are made once here, for all rules. Apart from the rules, because
nothing here decides, and from :mod:`.figures`, so that the rules needn't know of the list they stand in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from factcheck.compare import bodies
from factcheck.compare.bodies import Voiced, Voices
from factcheck.compare.context import FigureInContext, once, out_of_documents, two_documents
from factcheck.compare.intervals import Fit, fit
from factcheck.compare.kinds import Mismatch, Scale
from factcheck.compare.measure import measured
from factcheck.compare.measures_en import DAILY, GROWING, LEVELS
from factcheck.compare.naming import named, thing
from factcheck.compare.reasons import told as told_of
from factcheck.compare.rewriting import scale_of
from factcheck.compare.sameness import Sameness, sameness
from factcheck.compare.tokens import calendar_words, content, overlap, span_words, weekdays, year_words
from factcheck.compare.topic import text_overlap
from factcheck.compare.when import Order, Times, When, counted_to, order, said, same_occasion, spoken_of, times
from factcheck.model import Accrual, RelationKind, Role

SAME_WORDS = 0.5  # content two tellings of one utterance share at least
FAR_APART = timedelta(days=31)  # undated figures told further apart are of two times
WEEKDAY_TOLD_ANEW = timedelta(days=3)  # printed no further apart, two passages' "Friday" is one day
WIRE_COPY = 0.85  # and two copies of one report with nobody cited

#: The relation of two figures whose numbers agree, by how they lie.
AGREES = {
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
        return told_of(self.a.figure)

    @property
    def said_b(self) -> str:
        return told_of(self.b.figure)

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
    """What a rule decides: the relation, the reason in a sentence, and the part that differs, if one does."""

    relation: RelationKind
    reason: str
    differs: str | None = None


Rule = Callable[[Case], Verdict | None]


def make_case(a: FigureInContext, b: FigureInContext) -> Case:
    """All that is read of ``a`` and ``b``, which stand in canonical order."""
    scale = scale_of(a, b)
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
        one_utterance=_one_utterance(a, b, voiced, agrees=lying in AGREES),
    )


def _times(a: FigureInContext, b: FigureInContext, when_a: When, when_b: When) -> Times:
    """How the two times lie, the words of the calendar and the kind of measure included.

    Of what goes up and down every day ("27 are still missing") each day is another time. And where the texts name two
    different years, quarters or months that were not read as the figures' times, the same time isn't established.
    """
    found = times(when_a, when_b)
    if found is not Times.DIFFERENT and times_named(a, b) is not None:
        return Times.DIFFERENT
    if found is Times.UNKNOWN and (_season_named(a, b, when_a, when_b) or _set_by_the_opening(a, b, when_a, when_b)):
        return Times.SAME
    if found is not Times.SAME or (when_a.explicit and when_b.explicit):
        return found
    if _calendars_differ(a, b):
        return Times.UNKNOWN
    if when_a.explicit or when_b.explicit or not (when_a.known and when_b.known):
        return found
    levels = all({family for _, family in measured(x)} & DAILY for x in (a, b))
    return Times.DIFFERENT if levels and order(when_a, when_b) is not Order.SAME else found


def _season_named(a: FigureInContext, b: FigureInContext, when_a: When, when_b: When) -> bool:
    """Both name one time with its year, "the 2024 marketing year", that was read as no dates."""
    if when_a.explicit or when_b.explicit or not (when_a.known and when_b.known):
        return False
    named_a, named_b = calendar_words(a.around), calendar_words(b.around)
    return named_a == named_b and any(word.isdigit() for word in named_a)


def _set_by_the_opening(a: FigureInContext, b: FigureInContext, when_a: When, when_b: When) -> bool:
    """One names its day, quarter, month or year; the other's passage opened with the same, and it names none itself."""
    if out_of_documents(a, b) or when_a.explicit == when_b.explicit or not (when_a.known and when_b.known):
        return False
    stated, other = (a, b) if when_a.explicit else (b, a)
    if any(read(other.text) for read in (calendar_words, span_words, year_words, weekdays)):
        return False
    told = [said(x).last for x in (a, b)]
    if told[0] is None or told[1] is None or abs(told[0] - told[1]) > 3 * FAR_APART:
        return False
    opening = (other.statement.title or "").replace("-", " ")
    if (when_a if when_a.explicit else when_b).short:
        days = weekdays(stated.text)
        return len(days) == 1 and days == weekdays(opening) and abs(told[0] - told[1]) <= WEEKDAY_TOLD_ANEW
    named = calendar_words(stated.text)
    return bool(named) and named == calendar_words(opening)


def times_named(a: FigureInContext, b: FigureInContext) -> tuple[str, str] | None:
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


def days_named_apart(case: Case) -> tuple[int, int] | None:
    """The weekdays the two claims name, 0 for Monday, where each names one, they differ, and no date is known for both.

    The days of a resolved date are compared as dates; a day that only dates the telling is none of the figure's.
    """
    days_a, days_b = weekdays(case.a.around), weekdays(case.b.around)
    if len(days_a) != 1 or len(days_b) != 1 or days_a == days_b:
        return None
    if all((when.last or when.first) is not None for when in (case.when_a, case.when_b)):
        return None
    return _WEEK.index(next(iter(days_a))), _WEEK.index(next(iter(days_b)))


def months_named_apart(case: Case) -> bool:
    """Each claim names years, months or quarters, none of them in common, and no date was read of both."""
    named_a, named_b = calendar_words(case.a.around), calendar_words(case.b.around)
    read = case.when_a.explicit and case.when_b.explicit
    return not read and bool(named_a) and bool(named_b) and not named_a & named_b


_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@once
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


def adds_up(case: Case) -> bool:
    """Whether a part of it is at most the whole: counts and sums, not rates, prices or scores."""
    return all(
        x.figure.dimension in ("count", "money", "area", "mass", "volume", "energy")
        and x.figure.per is None
        and x.figure.role == Role.LEVEL
        for x in (case.a, case.b)
    )
