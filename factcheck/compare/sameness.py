"""Is it the same thing? Measure, population, place and topic of two figures; time and number are other modules'.

Each field has its rule for what happens when only one side states it:

| field | both state it | only one states it | neither |
| --- | --- | --- | --- |
| measure | one family, or most words shared | read from the words of the claim nearest the figure | the same |
| population | one nation, one group | the one that states it is narrower, unless the other's text names it | the same |
| place | one lies in the other's name | the same where the other's text or title names it, else narrower | the same |
| whole | the same words | the same | the same |
| topic (all other words, names twice) | a third shared | neutral | the same |

A narrower scope is different only on the smaller figure: a part can't be larger than its whole. Weights are in
:data:`WEIGHTS`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from factcheck.compare.bodies import Voices, voices
from factcheck.compare.context import (
    FigureInContext,
    dated,
    out_of_documents,
    told_again,
    two_documents,
    within_one_document,
)
from factcheck.compare.marks import told_apart
from factcheck.compare.measure import counted, measured
from factcheck.compare.measure_match import match_measures
from factcheck.compare.scope import (
    different_partitives,
    different_wholes,
    match_places,
    match_populations,
    names_apart,
    names_outnumber,
    one_nation,
)
from factcheck.compare.tokens import full_names
from factcheck.compare.topic import FAINTLY, LINKED, NEARLY_THE_SAME_TEXT, one_backdrop, text_overlap, topic_share
from factcheck.compare.unlike import Difference

WEIGHTS = {"measure": 0.40, "topic": 0.35, "place": 0.125, "population": 0.125}


class Level(Enum):
    """How sure it is that both speak of one thing."""

    SAME = "same"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Sameness:
    """The verdict, the differing part if there is one, and the readable parts of ``score`` (0 to 1)."""

    level: Level
    score: float
    parts: dict[str, float] = field(default_factory=dict)
    difference: Difference | None = None


def sameness(a: FigureInContext, b: FigureInContext) -> Sameness:
    """Whether ``a`` and ``b`` speak of the same thing, time left aside. Mirrored where the arguments are."""
    like, measure_difference = match_measures(a, b)
    linked = topic_share(a, b)
    places, place_difference = match_places(a, b)
    population, population_difference = match_populations(a, b)
    one_people = one_nation(a, b)
    if linked is not None and like >= 0.5 and (one_people or (places == 1.0 and linked > FAINTLY)):
        linked = max(linked, LINKED)  # "Russian soldiers killed" is a matter of its own
    if place_difference is not None and place_difference.narrower and one_people:
        place_difference = None
    parts = {
        "measure": like,
        "topic": 0.6 if linked is None else linked,
        "place": places,
        "population": population,
    }
    score = sum(WEIGHTS[name] * value for name, value in parts.items())
    alike = text_overlap(a, b)
    one_number = _one_number(a, b)
    one_thing = (one_number and like >= 0.5) or (one_people and like == 1.0)
    names_difference = None if one_thing else names_apart(a, b, alike)
    related = linked is None or linked >= FAINTLY or alike >= NEARLY_THE_SAME_TEXT
    related = related or (like == 1.0 and within_one_document(a, b)) or one_noun(a, b)
    one_facet = bool({f for f, _ in measured(a)} & {f for f, _ in measured(b)})
    near = linked is None or linked >= (FAINTLY if one_facet else LINKED) or alike >= LINKED or one_noun(a, b)
    if measure_difference is not None and not (like > 0 or near):
        return Sameness(Level.NO, score, parts)
    if not related:
        scope = population_difference or place_difference
        if scope is not None and scope.narrower is None and like >= 0.5 and (linked or 0) > 0:
            return Sameness(Level.MAYBE, score, parts, scope)
        return Sameness(Level.NO, score, parts)
    marked = told_apart(a, b)
    difference = (
        measure_difference
        or _hard(marked)
        or _hard(population_difference)
        or _hard(place_difference)
        or names_difference
    )
    difference = (
        difference
        or different_wholes(a, b)
        or different_partitives(a, b)
        or population_difference
        or marked
        or place_difference
    )
    told = linked >= LINKED if linked is not None else not out_of_documents(a, b)
    sure = like >= 0.5 and told and (one_number or not names_outnumber(a, b))
    told_twice = a.figure.unit == b.figure.unit and (told_again(a) or told_again(b))
    sure = sure and not (told_twice or _may_be_two_events(a, b, alike))
    return Sameness(Level.SAME if sure else Level.MAYBE, score, parts, difference)


ANCHORS = 2  # names shared by two undated sentences, from which they surely tell of one event


def _may_be_two_events(a: FigureInContext, b: FigureInContext, alike: float) -> bool:
    """Two documents that nothing dates, by two voices: alike events recur, in one place too, so that words and a name
    in common don't make them one. Two names do, or nearly the same sentence."""
    if not two_documents(a, b) or dated(a) or dated(b) or alike >= NEARLY_THE_SAME_TEXT:
        return False
    if voices(a.statement, b.statement).voices is Voices.SAME:
        return False
    return len(full_names(a.around) & full_names(b.around)) < ANCHORS


def _one_number(a: FigureInContext, b: FigureInContext) -> bool:
    """Both give the very same number, and not a round one: hardly by chance."""
    one, other = a.figure, b.figure
    if (one.low, one.high, one.unit) != (other.low, other.high, other.unit) or one.low is None or one.vague:
        return False
    return len(f"{one.low:.12g}".replace(".", "").strip("0-")) >= 3


def one_noun(a: FigureInContext, b: FigureInContext) -> bool:
    """Both count the same things, by a noun that says which ("places", "libraries"), before one backdrop."""
    return bool(counted(a) & counted(b)) and one_backdrop(a, b)


def _hard(difference: Difference | None) -> Difference | None:
    """A difference that no part-and-whole explains."""
    return difference if difference is not None and difference.narrower is None else None
