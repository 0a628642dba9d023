"""Whether the measures of two figures are one: by family, by word, by qualifier ("core"), people against things.

Each figure is read in :mod:`.measure`; this sets two readings side by side and says how alike they are, 0 to 1, and
what differs.
"""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.compare.context import FigureInContext, once, once_a_pair
from factcheck.compare.families import families, groups
from factcheck.compare.measure import counted, counts_tellings, measure_words, measured, surely_measured, tells_measure
from factcheck.compare.measures_en import ACTORS, FEELING, FOR_PEOPLE, PEOPLE, QUALIFIERS
from factcheck.compare.reasons import noun as counted_noun
from factcheck.compare.tokens import Token, carries_topic, containment, overlap, stem, tokens
from factcheck.compare.topic import LINKED, text_overlap, topic_share
from factcheck.compare.unlike import Difference
from factcheck.compare.words_en import VERIFYING
from factcheck.model import RelationKind
from factcheck.text import normalise


def match_measures(a: FigureInContext, b: FigureInContext) -> tuple[float, Difference | None]:
    """How alike the measures are, 0 to 1, and the difference where they are two."""
    families_a, families_b = measured(a), measured(b)
    if people_against_things(a, b):
        return 0.0, Difference(
            RelationKind.DIFFERENT_MEASURE, "measure", counted_noun(a.figure) or None, counted_noun(b.figure) or None
        )
    qualified = _qualifiers(a, b) or _kinds_apart(a, b) or _stuffs_apart(a, b)
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


@once
def _counts_people(item: FigureInContext) -> bool | None:
    """Whether people are counted; None where the noun doesn't say, or it isn't a count."""
    figure = item.figure
    if figure.dimension != "count":
        return None
    unit = normalise(figure.unit)
    if any(end is not None and end != int(end) and abs(end) < 1e4 for end in (figure.low, figure.high)):
        return False
    if counts_tellings(item):
        return False
    if unit in FOR_PEOPLE:
        return None
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
    guessed_a, guessed_b = not tells_measure(surely_measured(a)), not tells_measure(surely_measured(b))
    if not (guessed_a or guessed_b):
        return False
    in_a = bool(families(a.around) & families_b) and guessed_a and len(a.statement.claim.figures) == 1
    in_b = bool(families(b.around) & families_a) and guessed_b and len(b.statement.claim.figures) == 1
    worded = bool(measure_words(a) and measure_words(b)) and _word_likeness(a, b) > 0.5
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


#: What words alone come to where each side has words of its own, or none: less than makes two measures one.
UNSURE = 0.45
_ACTORS = frozenset(stem(word) for word in ACTORS)


@once_a_pair
def _word_likeness(a: FigureInContext, b: FigureInContext) -> float:
    words_a, words_b = measure_words(a) - _ACTORS, measure_words(b) - _ACTORS
    nouns_a, nouns_b = counted(a), counted(b)
    own_a, own_b = words_a - nouns_a, words_b - nouns_b
    if nouns_a & nouns_b and _merely_had(a) != _merely_had(b) and (own_b - own_a if _merely_had(a) else own_a - own_b):
        return UNSURE  # "has 85,000 soldiers", "sent 1,200 soldiers"
    if own_a and own_b:  # more than the noun counted: "applied", "moved in"
        shared = containment(own_a, own_b)
        if own_a - own_b and own_b - own_a and overlap(own_a, own_b) <= 0.5:
            shared = min(shared, UNSURE)  # "enrolled in the trial", "completed the trial"
        return shared if not (nouns_a and nouns_b) or nouns_a & nouns_b else shared / 2
    every_a, every_b = words_a | nouns_a, words_b | nouns_b
    if every_a and every_b:
        return containment(every_a, every_b)
    counts = {a.figure.dimension, b.figure.dimension} <= {"count", "other"}
    if counts and bool(surely_measured(a)) != bool(surely_measured(b)):
        return UNSURE
    alike = text_overlap(a, b)  # a bare number measures what its sentence says
    if not every_a and not every_b and alike >= SAME_SENTENCE:
        return 1.0
    return 0.5 if alike >= LINKED or (topic_share(a, b) or 0.0) >= SAME_SENTENCE else UNSURE


SAME_SENTENCE = 0.5
_HAD = re.compile(
    r"\b(?:has|have|had|owns?|possess(?:es)?)(?: (?:about|some|around|nearly|almost|over|only|just))?\s*$"
)


@once
def _merely_had(item: FigureInContext) -> bool:
    """The claim says that somebody has so many, not what was done with them."""
    claim, figure = item.statement.claim, item.figure
    return _HAD.search(claim.text[: max(0, figure.start - claim.start)]) is not None


def _kinds_apart(a: FigureInContext, b: FigureInContext) -> Difference | None:
    """Two kinds of one thing by the word before it: "retail sales" and "car sales", "gold medals" and "silver"."""
    kinds_a, kinds_b = _kinds(a), _kinds(b)
    for noun in sorted(kinds_a.keys() & kinds_b.keys()):
        said_a, said_b = _stems(a), _stems(b)
        one, other = kinds_a[noun], kinds_b[noun]
        if stem(one.key) in said_b or stem(other.key) in said_a or families(one.key) & families(other.key):
            continue
        return Difference(RelationKind.DIFFERENT_MEASURE, "measure", one.text, other.text)
    return None


@once
def _stems(item: FigureInContext) -> frozenset[str]:
    return frozenset(stem(t.key) for t in tokens(item.text))


@once
def _kinds(item: FigureInContext) -> dict[str, Token]:
    """For each noun of the measure, the word of the measure right before it in the claim."""
    figure = item.figure
    measure = frozenset(stem(t.key) for t in tokens(f"{figure.measure} {figure.text}"))
    whom = counted(item) | frozenset(stem(t.key) for t in tokens(f"{figure.population or ''} {figure.unit}"))
    found: dict[str, Token] = {}
    listed = tokens(item.text)
    for kind, noun in pairwise(listed):
        if not (kind.is_word and noun.is_word and item.text[kind.end : noun.start] == " "):
            continue
        key = stem(noun.key)
        if key not in measure or stem(kind.key) not in measure - whom or noun.capital or key in _ACTORS:
            continue
        named = kind.capital and not kind.opens
        if named or kind.is_number or not carries_topic(kind) or kind.key in FEELING or families(kind.key):
            continue
        found[key] = kind
    return found


_OF_STUFF = re.compile(r" of (\w+)")


def _stuffs_apart(a: FigureInContext, b: FigureInContext) -> Difference | None:
    """Weights and volumes of two stuffs: "tonnes of wheat" and "tonnes of barley"."""
    stuff_a, stuff_b = _stuff(a), _stuff(b)
    if stuff_a is None or stuff_b is None or stem(stuff_a) == stem(stuff_b):
        return None
    if any(stem(word) in {stem(t.key) for t in tokens(x.text)} for word, x in ((stuff_a, b), (stuff_b, a))):
        return None
    return Difference(RelationKind.DIFFERENT_MEASURE, "measure", stuff_a, stuff_b)


@once
def _stuff(item: FigureInContext) -> str | None:
    figure, claim = item.figure, item.statement.claim
    if figure.dimension not in ("mass", "volume"):
        return None
    match = _OF_STUFF.match(claim.text, max(0, figure.end - claim.start))
    return match.group(1).casefold() if match else None


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


@once
def _qualifying_words(item: FigureInContext) -> frozenset[str]:
    claim, figure = item.statement.claim, item.figure
    begin = max((f.end for f in claim.figures if f.end <= figure.start), default=claim.start) - claim.start
    end = max(0, figure.start - claim.start)
    before = claim.text[max(0, begin, end - 80) : end]
    near = frozenset(t.key for t in tokens(before)) & _BEFORE_THE_NUMBER
    written = "" if figure.unit == "fraction" else figure.text  # "a third" is no third quarter
    told = frozenset(t.key for t in tokens(written)) - VERIFYING  # a verified floor has a rule of its own
    return near | told | frozenset(normalise(figure.measure).replace(",", " ").split())


def _said_anyway(qualifiers: frozenset[str], other: FigureInContext) -> bool:
    words = {t.key for t in tokens(other.text)}
    return qualifiers <= words
