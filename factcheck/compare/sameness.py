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

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from factcheck.compare import words_en
from factcheck.compare.context import FigureInContext
from factcheck.compare.measures_en import FACETS, GROUPS, PEOPLE, QUALIFIERS, SLICES, TELLINGS
from factcheck.compare.reasons import noun
from factcheck.compare.tokens import (
    carries_topic,
    containment,
    content,
    names,
    nation,
    overlap,
    shortened,
    stem,
    tokens,
    topic_key,
)
from factcheck.model import RelationKind
from factcheck.text import normalise

WEIGHTS = {"measure": 0.40, "topic": 0.35, "place": 0.125, "population": 0.125}
LINKED = 0.34  # share of topic words from which two passages speak of one matter
FAINTLY = 0.15
NEARLY_THE_SAME_TEXT = 0.6


class Level(Enum):
    """How sure it is that both speak of one thing."""

    SAME = "same"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Difference:
    """A part in which two figures differ: what it is called, how each has it, and which is the narrower, if one is."""

    relation: RelationKind
    part: str
    a: str | None
    b: str | None
    narrower: str | None = None  # "a" or "b"


@dataclass(frozen=True, slots=True)
class Sameness:
    """The verdict, the differing part if there is one, and the readable parts of ``score`` (0 to 1)."""

    level: Level
    score: float
    parts: dict[str, float] = field(default_factory=dict)
    difference: Difference | None = None


def sameness(a: FigureInContext, b: FigureInContext) -> Sameness:
    """Whether ``a`` and ``b`` speak of the same thing, time left aside. Mirrored where the arguments are."""
    like, measure_difference = _measures(a, b)
    linked = _topic(a, b)
    places, place_difference = _places(a, b)
    population, population_difference = _populations(a, b)
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
    names_difference = None if one_thing else _names(a, b, alike)
    related = linked is None or linked >= FAINTLY or alike >= NEARLY_THE_SAME_TEXT
    related = related or (like == 1.0 and _in_one_document(a, b)) or one_noun(a, b)
    one_facet = bool({f for f, _ in measured(a)} & {f for f, _ in measured(b)})
    near = linked is None or linked >= (FAINTLY if one_facet else LINKED) or alike >= LINKED or one_noun(a, b)
    if measure_difference is not None and not (like > 0 or near):
        return Sameness(Level.NO, score, parts)
    if not related:
        scope = population_difference or place_difference
        if scope is not None and scope.narrower is None and like >= 0.5 and (linked or 0) > 0:
            return Sameness(Level.MAYBE, score, parts, scope)
        return Sameness(Level.NO, score, parts)
    difference = measure_difference or _hard(population_difference) or _hard(place_difference) or names_difference
    difference = difference or _wholes(a, b) or _partitives(a, b) or population_difference or place_difference
    told = linked >= LINKED if linked is not None else not _out_of_documents(a, b)
    sure = like >= 0.5 and told and (one_number or not _names_part(a, b))
    return Sameness(Level.SAME if sure else Level.MAYBE, score, parts, difference)


def _one_number(a: FigureInContext, b: FigureInContext) -> bool:
    """Both give the very same number, and not a round one: hardly by chance."""
    one, other = a.figure, b.figure
    if (one.low, one.high, one.unit) != (other.low, other.high, other.unit) or one.low is None or one.vague:
        return False
    return len(f"{one.low:.12g}".replace(".", "").strip("0-")) >= 3


def one_noun(a: FigureInContext, b: FigureInContext) -> bool:
    """Both count the same things, by a noun that says which ("places", "libraries"), before one backdrop."""
    return bool(_counted(a) & _counted(b)) and _one_backdrop(a, b)


def _out_of_documents(a: FigureInContext, b: FigureInContext) -> bool:
    """Both are sentences of documents: one that names no matter of its own ("16 were injured") leans on its text."""
    return a.statement.document_id is not None and b.statement.document_id is not None


def _in_one_document(a: FigureInContext, b: FigureInContext) -> bool:
    return _out_of_documents(a, b) and not two_documents(a, b)


def two_documents(a: FigureInContext, b: FigureInContext) -> bool:
    """Both are sentences of documents, and not of the same one: then most pairs have nothing to do with each other."""
    return _out_of_documents(a, b) and a.statement.document_id != b.statement.document_id


def _hard(difference: Difference | None) -> Difference | None:
    """A difference that no part-and-whole explains."""
    return difference if difference is not None and difference.narrower is None else None


# ---------------------------------------------------------------------------------------------------------- measures

_FAMILY = {
    (facet, family): re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
    for facet, families in FACETS.items()
    for family, alternatives in families.items()
}


@lru_cache(maxsize=65536)
def families(text: str) -> frozenset[tuple[str, str]]:
    """The measure families, as (facet, family), whose words stand in ``text``."""
    matched = normalise(text)
    return frozenset(key for key, pattern in _FAMILY.items() if pattern.search(matched))


@lru_cache(maxsize=16384)
def _is_measure_word(key: str) -> bool:
    return any(pattern.fullmatch(key) for pattern in _FAMILY.values())


def measured(item: FigureInContext) -> frozenset[tuple[str, str]]:
    """The families of a figure: of its measure and unit, else of the nearest such word in its claim.

    A word that stands right behind the number ("and 40 wounded") is surer than a measure that was carried over.
    """
    if item.figure.dimension in ("duration", "age", "score") or _counts_tellings(item):
        return frozenset()  # "killed 17 hours ago" measures no dead
    named = _fitting(item, _named_families(item))
    beside = _fitting(item, _beside(item))
    facets = {facet for facet, _ in beside}
    if beside and facets & {facet for facet, _ in named}:
        return frozenset(f for f in named if f[0] not in facets) | beside
    if _tells(named):
        return named
    return named | _fitting(item, _nearest(item, within=40 if _predicate(item) else 90))


#: Sums of money measure nothing of these facets: a council that approves a budget measures no approval.
_NOT_IN_MONEY = frozenset({"vote", "movement", "harm", "custody", "crowd", "buildings"})


def _fitting(item: FigureInContext, found: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    if item.figure.dimension != "money":
        return found
    return frozenset(one for one in found if one[0] not in _NOT_IN_MONEY)


def _counts_tellings(item: FigureInContext) -> bool:
    """ "two tolls", "two counts": what is counted is said, not done."""
    return item.figure.dimension == "count" and item.figure.unit in TELLINGS - {"case"}


def _predicate(item: FigureInContext) -> frozenset[str]:
    """What the measure says beyond the noun counted and its scope."""
    return _measure_words(item) - _counted(item) - content(normalise(item.figure.population or ""))


def bare(item: FigureInContext) -> bool:
    """A count of which is known what is counted, and not what of them: "350 Palestinians were inside"."""
    return item.figure.dimension == "count" and not measured(item) and not _predicate(item)


def _named_families(item: FigureInContext) -> frozenset[tuple[str, str]]:
    figure = item.figure
    unit = figure.unit if figure.dimension == "count" else ""
    return families(f"{figure.measure} . {unit} . {figure.unit_text or ''}")


def _tells(found: frozenset[tuple[str, str]]) -> bool:
    """Whether the families say what is measured: that protesters are counted doesn't say whether they were arrested."""
    return any(facet != "crowd" for facet, _ in found)


_BESIDE = re.compile(r"\s+(?:were |was |are |been |others? |more |people |got )*(\w+)")


def _beside(item: FigureInContext) -> frozenset[tuple[str, str]]:
    """The family of the word right behind the figure, of the facet of harm or custody."""
    claim, figure = item.statement.claim, item.figure
    if not claim.start <= figure.start <= figure.end <= claim.end:
        return frozenset()
    match = _BESIDE.match(claim.text, figure.end - claim.start)
    found = families(match.group(1)) if match else frozenset()
    return frozenset(f for f in found if f[0] in ("harm", "custody", "movement", "buildings"))


def _nearest(item: FigureInContext, *, within: int) -> frozenset[tuple[str, str]]:
    """The family of the word of the claim nearest the figure, at most ``within`` letters away; other figures and
    commas between them count as more letters."""
    claim, figure = item.statement.claim, item.figure
    start, end = figure.start - claim.start, figure.end - claim.start
    text = claim.text.casefold()
    if not 0 <= start <= end <= len(text) or len(text) != len(claim.text):
        return frozenset()
    others = [(f.start - claim.start, f.end - claim.start) for f in claim.figures if f is not figure]
    best: tuple[float, frozenset[tuple[str, str]]] | None = None
    for key, pattern in _FAMILY.items():
        for match in pattern.finditer(text):
            between = (end, match.start()) if match.start() >= end else (match.end(), start)
            crossed = sum(1 for s, e in others if between[0] <= s and e <= between[1])
            breaks = len(re.findall(r"[,;:]", text[between[0] : between[1]]))
            cost = max(0, between[1] - between[0]) + 60 * crossed + 15 * breaks
            if best is None or cost < best[0]:
                best = (cost, frozenset({key}))
    return best[1] if best is not None and best[0] <= within else frozenset()


def _measures(a: FigureInContext, b: FigureInContext) -> tuple[float, Difference | None]:
    """How alike the measures are, 0 to 1, and the difference where they are two."""
    families_a, families_b = measured(a), measured(b)
    if people_against_things(a, b):
        return 0.0, Difference(RelationKind.DIFFERENT_MEASURE, "measure", a.figure.unit or None, b.figure.unit or None)
    qualified = _qualifiers(a, b)
    if families_a and families_b:
        verdict = _facets(families_a, families_b)
        if verdict is False and not _loosely_shared(a, b, families_a, families_b):
            return 0.0, _measure_difference(a, b, families_a, families_b)
        if verdict is True:
            return (0.5, qualified) if qualified else (1.0, None)
    like = _word_likeness(a, b)
    if qualified is not None and like > 0:
        return like / 2, qualified
    if like == 0.0:
        return 0.0, _measure_difference(a, b, families_a, families_b)
    return like, None


_STAFF = frozenset({"employee", "worker", "voter", "guest", "inspector", "staff"})
_AGENT = re.compile(r"(?:er|or|ist|ee|ant|ent|ian|man|woman|eer)$")


def people_against_things(a: FigureInContext, b: FigureInContext) -> bool:
    """One counts people, the other what is certainly none ("120,000 people", "7 villages")."""
    kinds = {_counts_people(a), _counts_people(b)}
    return kinds == {True, False}


def _counts_people(item: FigureInContext) -> bool | None:
    """Whether people are counted; None where the noun doesn't say, or it isn't a count."""
    figure = item.figure
    if figure.dimension != "count":
        return None
    unit = normalise(figure.unit)
    if any(end is not None and end != int(end) and abs(end) < 1e4 for end in (figure.low, figure.high)):
        return False
    if _counts_tellings(item):
        return False
    if unit == "loss":
        return None  # "losses of 12,000": men or machines
    if unit in PEOPLE:
        return True if figure.unit_text is not None else None
    if groups(unit) or unit in _STAFF or any(facet == "crowd" for facet, _ in families(unit)):
        return True
    return None if not unit or families(unit) or _AGENT.search(unit) else False


def _loosely_shared(
    a: FigureInContext,
    b: FigureInContext,
    families_a: frozenset[tuple[str, str]],
    families_b: frozenset[tuple[str, str]],
) -> bool:
    """Where a family was only read off the claim around the figure: whether that claim has the other's family too."""
    guessed_a, guessed_b = not _tells(_named_families(a)), not _tells(_named_families(b))
    in_a = bool(families(a.around) & families_b) and guessed_a and len(a.statement.claim.figures) == 1
    in_b = bool(families(b.around) & families_a) and guessed_b and len(b.statement.claim.figures) == 1
    worded = bool(_measure_words(a) and _measure_words(b)) and _word_likeness(a, b) > 0.5
    return in_a or in_b or ((guessed_a or guessed_b) and worded)


def _facets(a: frozenset[tuple[str, str]], b: frozenset[tuple[str, str]]) -> bool | None:
    """Whether two sets of families are one measure: True, False, or None where they say nothing of each other."""
    shared = {facet for facet, _ in a} & {facet for facet, _ in b}
    if not shared:
        return False
    same = [{f for facet, f in a if facet == s} & {f for facet, f in b if facet == s} for s in shared]
    if not all(same):
        return False
    exact = [s for s in shared if {f for facet, f in a if facet == s} == {f for facet, f in b if facet == s}]
    if exact:
        return True
    mixed = any(len({f for facet, f in side if facet == "harm"}) > 1 for side in (a, b))
    return False if mixed else None


def _word_likeness(a: FigureInContext, b: FigureInContext) -> float:
    words_a, words_b = _measure_words(a), _measure_words(b)
    nouns_a, nouns_b = _counted(a), _counted(b)
    if words_a - nouns_a and words_b - nouns_b:  # more than the noun counted: "applied", "moved in"
        shared = containment(words_a - nouns_a, words_b - nouns_b)
        return shared if not (nouns_a and nouns_b) or nouns_a & nouns_b else shared / 2
    every_a, every_b = words_a | nouns_a, words_b | nouns_b
    if not every_a and not every_b:
        return 1.0
    if not every_a or not every_b:
        return 0.5
    return containment(every_a, every_b)


def _measure_words(item: FigureInContext) -> frozenset[str]:
    """The stems of the measure, names and scope left out where anything else is left."""
    figure = item.figure
    words = frozenset(w for w in content(figure.measure) if w not in words_en.LIGHT)
    scope = content(" . ".join(part for part in (figure.population, figure.place) if part))
    named = {nation(t.text) for t in tokens(figure.measure) if t.capital} | {
        stem(t.key) for t in tokens(figure.measure) if t.capital
    }
    return (words - scope - named) or (words - named)


def _counted(item: FigureInContext) -> frozenset[str]:
    figure = item.figure
    if figure.dimension != "count" or not figure.unit or figure.unit in PEOPLE:
        return frozenset()
    return frozenset({stem(normalise(figure.unit))})


def _measure_difference(
    a: FigureInContext,
    b: FigureInContext,
    families_a: frozenset[tuple[str, str]],
    families_b: frozenset[tuple[str, str]],
) -> Difference:
    return Difference(
        RelationKind.DIFFERENT_MEASURE,
        "measure",
        _measure_name(a, families_a - families_b, families_a),
        _measure_name(b, families_b - families_a, families_b),
    )


def _measure_name(item: FigureInContext, own: frozenset[tuple[str, str]], every: frozenset[tuple[str, str]]) -> str:
    """The families the other hasn't, joined by "|"; else the measure's words: :mod:`.naming` puts them in words."""
    found = own or every
    return "|".join(sorted(family for _, family in found)) if found else ""


def _qualifiers(a: FigureInContext, b: FigureInContext) -> Difference | None:
    words_a, words_b = _qualifying_words(a), _qualifying_words(b)
    for group in QUALIFIERS:
        in_a, in_b = words_a & set(group), words_b & set(group)
        if in_a != in_b and ((in_a and in_b) or not (_said_anyway(in_a, b) and _said_anyway(in_b, a))):
            return Difference(
                RelationKind.DIFFERENT_MEASURE,
                "measure",
                " ".join(sorted(in_a)) or None,
                " ".join(sorted(in_b)) or None,
            )
    return None


#: Qualifiers that count although the measure, as read, lost them: they stand before the number.
_BEFORE_THE_NUMBER = frozenset(
    {"core", "net", "gross", "average", "median", "operating", "youth", "permanent", "temporary"}
)


def _qualifying_words(item: FigureInContext) -> frozenset[str]:
    claim, figure = item.statement.claim, item.figure
    begin = max((f.end for f in claim.figures if f.end <= figure.start), default=claim.start) - claim.start
    end = max(0, figure.start - claim.start)
    before = claim.text[max(0, begin, end - 80) : end]
    near = frozenset(t.key for t in tokens(before)) & _BEFORE_THE_NUMBER
    return near | frozenset(normalise(figure.measure).replace(",", " ").split())


def _said_anyway(qualifiers: frozenset[str], other: FigureInContext) -> bool:
    words = {t.key for t in tokens(other.text)}
    return qualifiers <= words


# --------------------------------------------------------------------------------------------------------- population

_GROUP = {name: re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") for name, alternatives in GROUPS.items()}


@lru_cache(maxsize=65536)
def groups(text: str) -> frozenset[str]:
    """The groups of people of :data:`~factcheck.compare.measures_en.GROUPS` named in ``text``."""
    matched = normalise(text)
    return frozenset(name for name, pattern in _GROUP.items() if pattern.search(matched))


def _populations(a: FigureInContext, b: FigureInContext) -> tuple[float, Difference | None]:
    nations_a, nations_b = _nations(a), _nations(b)
    if nations_a and nations_b and not nations_a & nations_b:
        return 0.0, _population_difference(a, b)
    groups_a, groups_b = _groups(a), _groups(b)
    if groups_a and groups_b and not groups_a & groups_b:
        return 0.0, _population_difference(a, b)
    numbers_a, numbers_b = _numbers(a), _numbers(b)
    if numbers_a != numbers_b:
        return 0.0, _population_difference(a, b, narrower=None if numbers_a and numbers_b else _side(bool(numbers_a)))
    if groups_a != groups_b and not (groups_a and groups_b) and not _group_goes_without_saying(a, b):
        return 0.4, _population_difference(a, b, narrower=_side(bool(groups_a)))
    if bool(nations_a) != bool(nations_b):
        stated, other = (a, b) if nations_a else (b, a)
        if not _nations(stated) & _all_names(other):
            return 0.4, _population_difference(a, b, narrower=_side(bool(nations_a)))
    return 1.0 if (nations_a or groups_a) else 0.8, None


def _group_goes_without_saying(a: FigureInContext, b: FigureInContext) -> bool:
    """A group that is no slice of the people at large, and the passages speak of one matter: "1,351 soldiers" and
    "1,351 dead" of one army, "refugees" and "people who fled"."""
    if (_groups(a) | _groups(b)) & SLICES:
        return False
    linked = _topic(a, b)
    return linked is None or linked >= LINKED


def _side(is_a: bool) -> str:
    return "a" if is_a else "b"


def one_nation(a: FigureInContext, b: FigureInContext) -> bool:
    """Whether both populations carry one nation's name."""
    return bool(_nations(a) & _nations(b))


def _nations(item: FigureInContext) -> frozenset[str]:
    return frozenset(
        nation(t.text)
        for t in tokens(item.figure.population or "")
        if t.is_word and t.capital and t.key not in words_en.STOP_WORDS and not groups(t.text) and t.key not in PEOPLE
    )


def _groups(item: FigureInContext) -> frozenset[str]:
    figure = item.figure
    unit = figure.unit if figure.dimension == "count" else ""
    return groups(f"{figure.population or ''} . {unit}")


def _numbers(item: FigureInContext) -> frozenset[str]:
    """Ages and the like that bound a population ("aged 16 to 24")."""
    return frozenset(t.key for t in tokens(item.figure.population or "") if t.is_number)


def _population_difference(a: FigureInContext, b: FigureInContext, narrower: str | None = None) -> Difference:
    return Difference(RelationKind.DIFFERENT_SCOPE, "population", _population(a), _population(b), narrower)


def _population(item: FigureInContext) -> str | None:
    figure = item.figure
    if figure.dimension == "count" and figure.unit and groups(figure.unit):
        return noun(figure)
    return figure.population or (figure.unit if groups(figure.unit) else None)


# -------------------------------------------------------------------------------------------------------------- place


def _places(a: FigureInContext, b: FigureInContext) -> tuple[float, Difference | None]:
    place_a, place_b = _place_keys(a.figure.place), _place_keys(b.figure.place)
    if place_a and place_b:
        if place_a <= place_b or place_b <= place_a:
            return 1.0, None
        if place_a <= _all_names(b) and place_b <= _all_names(a):
            return 0.8, None
        return 0.0, Difference(RelationKind.DIFFERENT_SCOPE, "place", a.figure.place, b.figure.place)
    if not place_a and not place_b:
        return 0.8, None
    stated, other = (place_a, b) if place_a else (place_b, a)
    written = (a if place_a else b).figure.place or ""
    stated = stated & _capitals(written) or stated
    elsewhere = f"{other.around} . {other.statement.title or ''} . {other.figure.population or ''}"
    if stated & _capitals(elsewhere) if _capitals(written) else stated <= {t.key for t in tokens(elsewhere)}:
        return 1.0, None
    return 0.4, Difference(RelationKind.DIFFERENT_SCOPE, "place", a.figure.place, b.figure.place, _side(bool(place_a)))


@lru_cache(maxsize=16384)
def _place_keys(place: str | None) -> frozenset[str]:
    words = [t for t in tokens(place or "") if t.text[0].isalnum()]
    return frozenset(nation(t.text) for t in words if t.key not in words_en.PLACE_GENERIC)


def _all_names(item: FigureInContext) -> frozenset[str]:
    """Every capitalised word of the claim, its restatement and its title, as name keys."""
    return _capitals(f"{item.text} . {item.backdrop} . {item.figure.place or ''} . {item.figure.population or ''}")


@lru_cache(maxsize=65536)
def _capitals(text: str) -> frozenset[str]:
    return frozenset(nation(t.text) for t in tokens(shortened(text)) if t.is_word and t.capital)


def _wholes(a: FigureInContext, b: FigureInContext) -> Difference | None:
    """Parts of two wholes ("50 of the 1,200 inspectors" and "of the 90 drivers")."""
    if a.figure.whole is None or b.figure.whole is None:
        return None
    one, other = a.figure.whole.text, b.figure.whole.text
    if overlap(content(one), content(other)) >= 0.5 or not content(one) or not content(other):
        return None
    return Difference(RelationKind.DIFFERENT_SCOPE, "whole", one, other)


_PART_BEFORE = re.compile(
    r"(?:\b(?:of|among|amongst) (?:these|those|them|whom|which|the (?:dead|victims|wounded|injured))\b|\bincluding"
    r"|^of (?:the|its|their|all) )"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_ADDED = re.compile(r"\b(?:another|an? (?:further|additional|extra))\s*$", re.IGNORECASE)
_ADDING = re.compile(r"(?:another|an? (?:further|additional|extra))\b", re.IGNORECASE)
_PART_BEHIND = re.compile(
    r"\W{0,2}(?:\w+ )?of (?:them|these|those|whom|which"
    r"|the (?:dead|victims|wounded|injured|\d|two|three|four|five|six|ten)\b)",
    re.IGNORECASE,
)


def _partitives(a: FigureInContext, b: FigureInContext) -> Difference | None:
    """A part of another number ("of these, 43 …", "140 of which") beside a number that isn't one."""
    part_a, part_b = _partitive(a), _partitive(b)
    if part_a == part_b or a.figure.dimension != b.figure.dimension:
        return None
    return Difference(
        RelationKind.DIFFERENT_SCOPE,
        "part",
        "a part of another number" if part_a else None,
        "a part of another number" if part_b else None,
        _side(part_a),
    )


def _partitive(item: FigureInContext) -> bool:
    claim, figure = item.statement.claim, item.figure
    before, behind = claim.text[: max(0, figure.start - claim.start)], max(0, figure.end - claim.start)
    if _ADDED.search(before) is not None or _ADDING.match(figure.text) is not None:
        return True
    return _PART_BEFORE.search(before) is not None or _PART_BEHIND.match(claim.text, behind) is not None


# -------------------------------------------------------------------------------------------------------------- topic


def _topic(a: FigureInContext, b: FigureInContext) -> float | None:
    """The share of topic words that the two have in common, of the one with fewer; None where one has none.

    Names weigh twice. A word of the other's title or restatement counts as shared.
    """
    words_a = topic_words(a.around) or topic_words(a.backdrop)
    words_b = topic_words(b.around) or topic_words(b.backdrop)
    if not words_a or not words_b:
        return None
    share_a = _shared(words_a, _pool(b.around) | _pool(b.backdrop))
    share_b = _shared(words_b, _pool(a.around) | _pool(a.backdrop))
    share = max(share_a, share_b)
    few = min(len(words_a), len(words_b))
    if share == 0 and (few <= 1 or (few == 2 and two_documents(a, b))) and _one_backdrop(a, b):
        return FAINTLY  # a word or two alone settle nothing
    return share


def _one_backdrop(a: FigureInContext, b: FigureInContext) -> bool:
    """Whether two passages may be of one matter for all that is known of where they stand; documents share a word."""
    return not two_documents(a, b) or bool(_pool(a.backdrop) & _pool(b.backdrop))


@dataclass(frozen=True, slots=True)
class TopicWord:
    """A word that says what a passage is about: the keys it may be known by, and its weight."""

    keys: frozenset[str]
    weight: float


def _shared(words: frozenset[TopicWord], pool: frozenset[str]) -> float:
    return sum(w.weight for w in words if w.keys & pool) / sum(w.weight for w in words)


@lru_cache(maxsize=65536)
def _pool(text: str) -> frozenset[str]:
    return frozenset(key for word in topic_words(text) for key in word.keys)


@lru_cache(maxsize=65536)
def topic_words(text: str) -> frozenset[TopicWord]:
    """The words of ``text`` that say what it is about: no measure, group, light or small words; names weigh twice.

    A capitalised first word may be a name or not: it goes by both keys.
    """
    named = names(text)
    found = set()
    for token in tokens(text):
        if not carries_topic(token) or token.key in words_en.LIGHT or token.key in words_en.TITLES:
            continue
        if _is_measure_word(token.key) or (groups(token.key) and not token.capital):
            continue
        key = nation(token.text)
        if token.capital and key in named:
            found.add(TopicWord(frozenset({key}), 2.0))
        elif token.capital:
            found.add(TopicWord(frozenset({key, topic_key(token)}), 1.0))
        else:
            found.add(TopicWord(frozenset({stem(token.key)}), 1.0))
    return frozenset(found)


def text_overlap(a: FigureInContext, b: FigureInContext) -> float:
    """How alike the two claims are in what they say, numbers and speakers aside: 0 to 1."""
    return overlap(_gist(a.around), _gist(b.around))


@lru_cache(maxsize=65536)
def _gist(text: str) -> frozenset[str]:
    """The content words of ``text``, those of one measure family made one, light words left out."""
    found = set()
    for token in tokens(text):
        if carries_topic(token) and token.key not in words_en.LIGHT:
            known = families(token.key)
            found.add(min(family for _, family in known) if known else topic_key(token))
    return frozenset(found)


def _names(a: FigureInContext, b: FigureInContext, alike: float) -> Difference | None:
    """Names that stand on each side alone and so set two happenings apart."""
    names_a, names_b = names(a.around), names(b.around)
    only_a, only_b = names_a - _all_names(b), names_b - _all_names(a)
    if not only_a or not only_b or (names_a & names_b and alike < 0.75):
        return None
    return Difference(RelationKind.DIFFERENT_SCOPE, "name", _written(a, only_a), _written(b, only_b))


def _names_part(a: FigureInContext, b: FigureInContext) -> bool:
    """Whether each side has as many names of its own as the two share: too many to be sure of one matter."""
    names_a, names_b = names(a.around), names(b.around)
    only_a, only_b = names_a - _all_names(b), names_b - _all_names(a)
    return min(len(only_a), len(only_b)) >= max(1, len(names_a & names_b))


def _written(item: FigureInContext, keys: frozenset[str]) -> str:
    return " ".join(t.text for t in tokens(item.around) if t.capital and nation(t.text) in keys)
