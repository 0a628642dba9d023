"""The decision list for two figures: the rules in order, and the relation that the first to apply makes.

The rules stand by family in modules of their own (``rules_*``); here is what tries them. A rule that doesn't apply
returns None; the first that applies decides. First come the rules that say why two figures are *not* the same thing,
then those of one utterance told twice, then time, and the numbers themselves last: a conflict is stated only where
nothing before spoke against it. The two figures are put in one canonical order before any rule runs, so that swapping
the arguments changes nothing but the side on which each stands.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from factcheck.compare.case import Case, Rule, Verdict, make_case
from factcheck.compare.context import FigureInContext, once
from factcheck.compare.intervals import as_facts
from factcheck.compare.kinds import Mismatch, Scale
from factcheck.compare.reasons import describe
from factcheck.compare.rules_arithmetic import does_not_add_up
from factcheck.compare.rules_assertion import another_modality, denied, only_asked, withdrawn
from factcheck.compare.rules_measure import (
    another_measure,
    more_than_all,
    no_common_scale,
    only_words_shared,
    told_as_another,
)
from factcheck.compare.rules_scope import another_scope, in_one_document
from factcheck.compare.rules_stretches import (
    another_base,
    another_start,
    day_of_a_stretch,
    each_against_all,
    each_time_against_all,
)
from factcheck.compare.rules_time import another_period, another_weekday, time_unknown
from factcheck.compare.rules_totals import event_against_total, running_totals, told_later
from factcheck.compare.rules_values import agree, apart, says_little, too_vague
from factcheck.compare.rules_voices import rival_forecasts, same_voice_later, told_twice
from factcheck.compare.when import said, spoken_of
from factcheck.model import Relation, RelationKind


def compare_figures(a: FigureInContext, b: FigureInContext) -> Relation:
    """How figure ``a`` stands to figure ``b``. Swapping them swaps the sides in ``facts`` and nothing else."""
    return weigh(a, b)[0]


def weigh(a: FigureInContext, b: FigureInContext) -> tuple[Relation, float]:
    """The relation, and how surely both speak of the same thing, 0 to 1."""
    key_a, key_b = _canonical(a), _canonical(b)
    swapped = key_b < key_a if key_a != key_b else repr(b) < repr(a)
    case = make_case(b, a) if swapped else make_case(a, b)
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


@once
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


@once
def _as_read(item: FigureInContext) -> str:
    return describe(item.figure)


def _decide(case: Case) -> tuple[str, Verdict]:
    for rule in RULES:
        verdict = rule(case)
        if verdict is not None:
            return rule.__name__, verdict
    return "nothing_decides", Verdict(RelationKind.CANNOT_TELL, "Nothing in the two says how they stand to each other.")


RULES: tuple[Rule, ...] = (
    does_not_add_up,
    only_words_shared,
    more_than_all,
    another_measure,
    no_common_scale,
    another_scope,
    told_as_another,
    in_one_document,
    event_against_total,
    withdrawn,
    denied,
    only_asked,
    another_modality,
    each_against_all,
    each_time_against_all,
    another_start,
    another_base,
    day_of_a_stretch,
    told_twice,
    another_weekday,
    another_period,
    running_totals,
    same_voice_later,
    told_later,
    agree,
    too_vague,
    says_little,
    time_unknown,
    rival_forecasts,
    apart,
)


def _facts(case: Case, rule: str, verdict: Verdict) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "rule": rule,
        "same_voice": case.voiced.voices.value,
        "voice_a": case.voiced.a,
        "voice_b": case.voiced.b,
        "time_a": case.when_a.facts(),
        "time_b": case.when_b.facts(),
        "as_read_a": _as_read(case.a),
        "as_read_b": _as_read(case.b),
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
