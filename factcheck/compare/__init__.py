"""Can two figures, or two statements, both be right, and why: the closed list of relations, each with its reason.

Pure functions of the model: no files, no parser, no clock. The map of the package:

* :mod:`.context`: a figure with its statement, which is what everything below reads;
* :mod:`.intervals`: a figure as an interval, its precision, how two intervals lie;
* :mod:`.kinds`: level or change, unit, rate: on one scale, or why not; :mod:`.rewriting`: one thing in two forms, a
  part as a number and as a share;
* :mod:`.sameness`: is it the same thing, weighed from :mod:`.measure_match` (of what each measures: :mod:`.measure`),
  :mod:`.scope` (population, place, part), :mod:`.marks` ("the first wave"; its words: :mod:`.marks_en`) and
  :mod:`.topic`, with :mod:`.unlike` for the part that differs; :mod:`.standing`: is the number the fact itself, or a
  capacity, a limit, a target (its words: :mod:`.standing_en`);
* :mod:`.when` and :mod:`.bodies`: is it the same time, the same voice;
* :mod:`.case`: all these readings of two figures at once, for the rules to look at;
* :mod:`.figures`: the decision list for two figures, and the facts of a relation. Its rules by family:
  :mod:`.rules_measure`, :mod:`.rules_scope`, :mod:`.rules_assertion`, :mod:`.rules_voices`, :mod:`.rules_totals`,
  :mod:`.rules_time`, :mod:`.rules_stretches` (its words: :mod:`.stretches`), :mod:`.rules_values`;
  :mod:`.surety`: is enough shared to state a conflict;
* :mod:`.twins` and :mod:`.twin_parts`: two texts of the same words but for one part, and what that part is;
  :mod:`.rules_twins`: the number gate, by which that part decides; :mod:`.twins_en`: its words; :mod:`.whole`: a
  passage of several claims as one statement;
* :mod:`.statements`: statements without a figure that can be compared;
* :mod:`.reasons` and :mod:`.naming`: the words of a reason;
* :mod:`.difference`: the differing words of two passages, for showing;
* :mod:`.measures_en`, :mod:`.words_en`: what English calls things; :mod:`.families` and :mod:`.tokens` match them.

Everything is symmetric: ``compare(b, a)`` is ``compare(a, b)`` with the sides changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from factcheck.compare import rules_twins
from factcheck.compare.context import FigureInContext, figures_of, stands_later
from factcheck.compare.difference import Differing, differing_parts
from factcheck.compare.figures import compare_figures, mirrored, weigh
from factcheck.compare.reasons import describe, noun, said
from factcheck.compare.statements import compare_statements
from factcheck.compare.stretches import a_year
from factcheck.compare.whole import whole
from factcheck.model import Figure, Group, Relation, RelationKind, Statement

T = TypeVar("T")

__all__ = [
    "Differing",
    "FigureInContext",
    "compare",
    "compare_all",
    "compare_figure",
    "compare_figures",
    "describe",
    "differing_parts",
    "figures_of",
    "headline",
    "mirrored",
    "noun",
    "said",
]

_NOT_THE_SAME_THING = frozenset(
    {
        RelationKind.DIFFERENT_PERIOD,
        RelationKind.DIFFERENT_SCOPE,
        RelationKind.DIFFERENT_MEASURE,
        RelationKind.DIFFERENT_MODALITY,
        RelationKind.DIFFERENT_UNIT,
        RelationKind.CANNOT_TELL,
    }
)

_LIKE = frozenset({RelationKind.EQUAL, RelationKind.EQUAL_AFTER_ROUNDING, RelationKind.SAME_STATEMENT})


def compare(a: Statement, b: Statement) -> Relation:
    """How two statements stand to each other.

    The headline is the pair of figures that most surely speaks of the same thing, a conflict first where that is
    equal; ``pairs`` holds every pair of figures that may be compared. Where no figure of one may be compared with one
    of the other, the relation is that of the statements themselves, and ``pairs`` is empty.
    """
    usual = _by_figures(a, b)
    twins = rules_twins.relate(a, b, usual)
    return usual if twins is None else replace(twins, pairs=usual.pairs)


def _by_figures(a: Statement, b: Statement) -> Relation:
    """As :func:`compare`, whatever the words around the figures share."""
    weighed = _pairs(a, b)
    pairs = tuple(relation for relation, _ in weighed)
    if not weighed:
        return compare_statements(a, b)
    firsts = _strongest(weighed, _headline)
    best, _ = firsts[0]
    if len(firsts) > 1:
        turned = stands_later(a, b)
        best, _ = max(firsts, key=lambda pair: (_sides(pair[0]), _seen_from(pair[0], turned=turned)))
    if best.relation is RelationKind.UNRELATED:
        spoken = compare_statements(a, b)
        return best if spoken.relation is RelationKind.UNRELATED else spoken
    if best.group is Group.AGREE:
        spoken = compare_statements(a, b)
        if spoken.relation is RelationKind.QUOTATION_DIFFERS:
            best = spoken  # the numbers agree, the words around them don't
    shown = tuple(pair for pair in pairs if pair.relation is not RelationKind.UNRELATED)
    return replace(best, pairs=shown)


def compare_figure(a: Statement, position: int, b: Statement) -> Relation:
    """How the figure of ``a`` at ``position`` stands to that figure of ``b`` which most surely speaks of the same.

    A figure there is in no conflict with this one where either has its like on the other side: "83, up from 61" and
    "83 dead" agree, and neither says anything against the 61.

    Args:
        b: a statement with figures.
    """
    mine, theirs = figures_of(a), figures_of(b)
    found = [compare_figures(mine[position], one) for one in theirs]
    if any(relation.group is Group.CONFLICT for relation in found):
        if any(relation.relation in _LIKE for relation in found):
            found = [relation for relation in found if relation.group is not Group.CONFLICT]
        else:
            found = [
                relation
                for relation, one in zip(found, theirs, strict=True)
                if relation.group is not Group.CONFLICT
                or not any(compare_figures(own, one).relation in _LIKE for k, own in enumerate(mine) if k != position)
            ]
    return headline(found)


def compare_all(mine: Sequence[Statement], theirs: Sequence[Statement], *, texts: tuple[str, str]) -> Relation:
    """How two passages stand to each other, each given by its claims and its ``texts``, which the claims index.

    Every claim of the one is compared with every claim of the other (:func:`headline`). Where the passages as wholes
    share their words but for one part, that part decides, wherever the bounds of the claims fell.
    """
    relations = [compare(one, other) for one in mine for other in theirs]
    best = headline(relations)
    if len(mine) < 2 and len(theirs) < 2 and "twins" in best.facts:
        return best
    whole_a, whole_b = whole(mine, texts[0]), whole(theirs, texts[1])
    if whole_a is None or whole_b is None:
        return best
    if whole_a.claim.text == whole_b.claim.text:  # of one text twice, sentences alike are no news
        alike = [relation for relation in relations if "twins" not in relation.facts]
        return replace(headline(alike), pairs=best.pairs) if alike else best
    twins = rules_twins.relate(whole_a, whole_b, best)
    return best if twins is None else replace(twins, pairs=best.pairs)


def headline(relations: Sequence[Relation]) -> Relation:
    """Of several relations, the one that most surely speaks of the same thing, a conflict first where that is equal.

    For passages of several claims: ``relations`` are those of every claim of one with every claim of the other. The
    result has the pairs of all of them, each pair of figures once. Without any relation, it is ``unrelated``.
    """
    if not relations:
        return Relation(RelationKind.UNRELATED, "One of the two asserts nothing that can be compared.")
    firsts = _strongest(
        relations, lambda relation: ("twins" in relation.facts, *_headline((relation, _surety(relation))))
    )
    best = firsts[0] if len(firsts) == 1 else max(firsts, key=_sides)
    return replace(best, pairs=_once(pair for relation in relations for pair in relation.pairs))


def _strongest(found: Sequence[T], key: Callable[[T], tuple[object, ...]]) -> list[T]:
    """All of the highest ``key``, in their order: what settles ties is looked at where there are any."""
    keys: list[Any] = [key(one) for one in found]
    most = max(keys)
    return [one for one, its in zip(found, keys, strict=True) if its == most]


def _surety(relation: Relation) -> float:
    return float(relation.facts.get("sameness", relation.facts.get("alike", 0.0)))


def _once(pairs: Iterable[Relation]) -> tuple[Relation, ...]:
    """``pairs`` with each pair of figures once: nested claims hold the same figure."""
    seen: dict[tuple[int, int, int, int], Relation] = {}
    for pair in pairs:
        if pair.a is not None and pair.b is not None:
            seen.setdefault((pair.a.start, pair.a.end, pair.b.start, pair.b.end), pair)
    return tuple(seen.values())


def _pairs(a: Statement, b: Statement) -> list[tuple[Relation, float]]:
    """All pairs of figures, a restated value once, and no pair of two figures that both have their like elsewhere."""
    rows: list[tuple[int, int, Relation, float]] = []
    for i, figure_a in enumerate(figures_of(a)):
        for j, figure_b in enumerate(figures_of(b)):
            if a_year(figure_a.figure.text) or a_year(figure_b.figure.text):
                continue
            relation, score = weigh(figure_a, figure_b)
            rows.append((_original(a.claim.figures, i), _original(b.claim.figures, j), relation, score))
    best: dict[tuple[int, int], tuple[Relation, float]] = {}
    for i, j, relation, score in rows:
        known = best.get((i, j))
        if known is None or _plainer(relation, score) > _plainer(*known):
            best[i, j] = (relation, score)
    if a.claim.figures == b.claim.figures:
        best = {(i, j): found for (i, j), found in best.items() if i == j}  # one claim beside itself
    best = _without_cross_alarms(best)
    matched_a = {i for (i, _), (relation, _s) in best.items() if _settled(relation)}
    matched_b = {j for (_, j), (relation, _s) in best.items() if _settled(relation)}
    return [
        (relation, score)
        for (i, j), (relation, score) in best.items()
        if _settled(relation) or not (i in matched_a and j in matched_b)
    ]


def _without_cross_alarms(
    best: dict[tuple[int, int], tuple[Relation, float]],
) -> dict[tuple[int, int], tuple[Relation, float]]:
    """No conflict of a figure whose like the other statement has: "30 dead and 55 hurt, 15 badly" twice."""
    like_a = {i for (i, _), (relation, _s) in best.items() if relation.relation in _LIKE}
    like_b = {j for (_, j), (relation, _s) in best.items() if relation.relation in _LIKE}
    return {
        (i, j): (relation, score)
        for (i, j), (relation, score) in best.items()
        if not (relation.group is Group.CONFLICT and (i in like_a or j in like_b))
    }


def _original(figures: tuple[Figure, ...], position: int) -> int:
    """The position of the figure that the one at ``position`` restates, or its own."""
    told = figures[position].restates
    return told if told is not None and 0 <= told < len(figures) else position


def _settled(relation: Relation) -> bool:
    """The two speak of the same thing."""
    return relation.relation not in _NOT_THE_SAME_THING and relation.relation is not RelationKind.UNRELATED


def _plainer(relation: Relation, score: float) -> tuple[bool, bool, float, str, list[str]]:
    """Of a value and its restatement, the pair in one unit tells; an agreement before a conflict."""
    return (_settled(relation), relation.group is Group.AGREE, score, relation.reason, _sides(relation))


def _sides(relation: Relation) -> list[str]:
    """Both figures in an order of their own: settles ties in the same way from either side."""
    return sorted((repr(relation.a), repr(relation.b)))


def _seen_from(relation: Relation, *, turned: bool) -> list[str]:
    """Both figures in the order of the statements they stand in: settles ties of two figures that both sides have."""
    sides = [repr(relation.a), repr(relation.b)]
    return sides[::-1] if turned else sides


def _headline(weighed: tuple[Relation, float]) -> tuple[int, float, bool, float, bool, str]:
    relation, score = weighed
    tier = 2 if _settled(relation) else 0 if relation.relation is RelationKind.UNRELATED else 1
    common = relation.relation is not RelationKind.DIFFERENT_UNIT
    return (tier, round(score, 1), relation.group is Group.CONFLICT, score, common, relation.reason)
