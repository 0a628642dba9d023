"""Quantitative entailment: what our relation and its direction say of premise and hypothesis, on EQUATE.

    python -m benchmarks.entailment [--set NAME] [--part tune|held-out|both] [--show N]

EQUATE (Ravichander et al., CoNLL 2019) asks whether a hypothesis follows from a premise, contradicts it, or neither.
Our relations are symmetric, so the direction is taken from the facts of a relation: the intervals of the two figures.

| our relation | label |
| --- | --- |
| figures of one thing, the premise's interval within the hypothesis's | entailment |
| figures of one thing, no value common to both intervals | contradiction |
| figures of one thing, else | neutral |
| ``denial``, ``changed_position``, ``quotation_differs``, ``contradiction`` without intervals | contradiction |
| ``same_assertion``, ``same_statement`` | entailment |
| ``different_period`` and ``different_unit`` of texts that differ in nothing else | contradiction |
| all others | neutral |

Figures of one thing are those of the groups ``agree`` and ``conflict``, and of ``not_excluded``, ``update`` and
``rival_count``. Where they are equal only after rounding, the last place written is granted. Entailment asks for two
things more: every figure of the hypothesis has its like in the premise, and :data:`COVERED` of the hypothesis's words
of content stand there; the premise may say more. NewsNLI and RTE-Quant know entailment and "not entailed" alone, and
contradiction counts as the latter. Sets are split by the hash of premise and hypothesis; rules were made with ``tune``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.compare import compare_all
from factcheck.compare.tokens import content
from factcheck.model import Group, Relation, RelationKind, Statement
from factcheck.pipeline.passages import Passage, statements

ENTAILMENT, NEUTRAL, CONTRADICTION = "entailment", "neutral", "contradiction"
COVERED = 0.5
FILES = {
    "StressTest": "stresstest_1500.jsonl",
    "RTE-Quant": "rte_quant.jsonl",
    "NewsNLI": "newsnli.jsonl",
    "RedditNLI": "redditnli.jsonl",
}
TWO_WAY = frozenset({"RTE-Quant", "NewsNLI"})
#: Accuracy as published, on the whole sets: always the commonest label, Q-REAS, BERT.
PUBLISHED = {
    "StressTest": (0.333, 0.633, 0.369),
    "RTE-Quant": (0.578, 0.566, 0.572),
    "NewsNLI": (0.507, 0.611, 0.728),
    "RedditNLI": (0.584, 0.508, 0.496),
}
_SET_SIDE_BY_SIDE = frozenset(
    {RelationKind.CONTRADICTION, RelationKind.NOT_EXCLUDED, RelationKind.UPDATE, RelationKind.RIVAL_COUNT,
     RelationKind.REVISED_DOWN, RelationKind.REPORTED_DIFFERENTLY, RelationKind.EQUAL, RelationKind.SAME_STATEMENT,
     RelationKind.EQUAL_AFTER_ROUNDING, RelationKind.COMPATIBLE_BOUNDS, RelationKind.CHANGED_POSITION}
)  # fmt: skip
_ROUNDED = frozenset({RelationKind.EQUAL_AFTER_ROUNDING, RelationKind.COMPATIBLE_BOUNDS})
_OF_TWINS = frozenset({RelationKind.DIFFERENT_PERIOD, RelationKind.DIFFERENT_UNIT})


@dataclass(frozen=True, slots=True)
class Row:
    """A premise, a hypothesis and the label people gave."""

    premise: str
    hypothesis: str
    label: str

    @property
    def part(self) -> str:
        digest = hashlib.sha256(f"{self.premise}\0{self.hypothesis}".encode()).digest()
        return "tune" if digest[0] % 2 == 0 else "held-out"


def folder() -> Path:
    """``$FACTCHECK_SHARED/data/entailment``, else beside the checkout."""
    root = os.environ.get("FACTCHECK_SHARED") or Path(__file__).resolve().parents[2] / "shared"
    return Path(root) / "data" / "entailment"


def load(name: str) -> list[Row]:
    rows = (json.loads(line) for line in (folder() / FILES[name]).read_text("utf-8").splitlines() if line)
    return [Row(row["premise"], row["hypothesis"], row["label"]) for row in rows]


def judge(row: Row) -> tuple[str, Relation]:
    """The label that our relation of the two makes, and the relation."""
    return label(row, statements(Passage(row.premise)), statements(Passage(row.hypothesis)))


def label(row: Row, premise: Sequence[Statement], hypothesis: Sequence[Statement]) -> tuple[str, Relation]:
    """As :func:`judge`, of texts that were read before."""
    relation = compare_all(premise, hypothesis, texts=(row.premise, row.hypothesis))
    made = _of_relation(relation)
    if made == ENTAILMENT and "twins" not in relation.facts and not _all_told(row, relation, hypothesis):
        made = NEUTRAL
    return made, relation


def _of_relation(relation: Relation) -> str:
    kind, facts = relation.relation, relation.facts
    if kind in _SET_SIDE_BY_SIDE and "interval_a" in facts and "interval_b" in facts:
        return _of_intervals(kind, facts)
    if kind in _OF_TWINS:
        return CONTRADICTION if "twins" in facts else NEUTRAL
    if relation.group is Group.CONFLICT:
        return CONTRADICTION
    return ENTAILMENT if relation.group is Group.AGREE else NEUTRAL


def _of_intervals(kind: RelationKind, facts: Mapping[str, Any]) -> str:
    """Whether the premise's interval lies in the hypothesis's, apart from it, or partly in it."""
    slack = float(facts.get("tolerance") or 0.0) if kind in _ROUNDED else 0.0
    low_a, high_a, open_low_a, open_high_a = _ends(facts["interval_a"])
    low_b, high_b, open_low_b, open_high_b = _ends(facts["interval_b"])
    if high_a + slack < low_b or high_b + slack < low_a:
        return CONTRADICTION
    if not slack and (
        (high_a == low_b and (open_high_a or open_low_b)) or (high_b == low_a and (open_high_b or open_low_a))
    ):
        return CONTRADICTION
    above = low_a > low_b - slack or (low_a == low_b and (open_low_a or not open_low_b))
    below = high_a < high_b + slack or (high_a == high_b and (open_high_a or not open_high_b))
    return ENTAILMENT if above and below else NEUTRAL


def _ends(facts: Mapping[str, Any]) -> tuple[float, float, bool, bool]:
    low, high = facts["low"], facts["high"]
    return (
        -math.inf if low is None else low,
        math.inf if high is None else high,
        bool(facts["open_low"]),
        bool(facts["open_high"]),
    )


def _all_told(row: Row, relation: Relation, hypothesis: Sequence[Statement]) -> bool:
    """Whether the premise tells all that the hypothesis does: its figures, and most of its words."""
    told = {(p.b.start, p.b.end) for p in relation.pairs if p.b is not None and _of_relation(p) == ENTAILMENT}
    figures = {(f.start, f.end) for one in hypothesis for f in one.claim.figures if not f.vague and f.restates is None}
    words = content(row.hypothesis)
    covered = len(words & content(row.premise)) / len(words) if words else 1.0
    return figures <= told and covered >= COVERED


def right(name: str, row: Row, made: str) -> bool:
    if name in TWO_WAY:
        return (made == ENTAILMENT) == (row.label == ENTAILMENT)
    return made == row.label


def report(name: str, outcomes: Sequence[tuple[Row, str, Relation]]) -> None:
    published = ", ".join(
        f"{who} {figure:.3f}" for who, figure in zip(("majority", "Q-REAS", "BERT"), PUBLISHED[name], strict=True)
    )
    print(f"\n== {name} ({published}) ==")
    for part in ("tune", "held-out"):
        rows = [one for one in outcomes if one[0].part == part]
        if rows:
            share = sum(right(name, row, made) for row, made, _ in rows) / len(rows)
            print(f"{part:<9} {len(rows):>5} pairs  accuracy {share:.3f}")
    share = sum(right(name, row, made) for row, made, _ in outcomes) / max(1, len(outcomes))
    print(f"{'both':<9} {len(outcomes):>5} pairs  accuracy {share:.3f}")
    table = Counter((row.label, made) for row, made, _ in outcomes)
    for true in (ENTAILMENT, NEUTRAL, CONTRADICTION):
        print(
            f"  {true:<14}" + "".join(f"{made} {table[true, made]:<6}" for made in (ENTAILMENT, NEUTRAL, CONTRADICTION))
        )


def _wrong(name: str, outcomes: Sequence[tuple[Row, str, Relation]]) -> Iterator[str]:
    for row, made, relation in outcomes:
        if row.part == "tune" and not right(name, row, made):
            called = f"{row.label} called {made} ({relation.relation})"
            yield f"{called}\n  {row.premise}\n  {row.hypothesis}\n  {relation.reason}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--set", choices=tuple(FILES), help="one set alone")
    parser.add_argument("--part", choices=("tune", "held-out", "both"), default="both")
    parser.add_argument(
        "--show", type=int, default=0, help="print so many pairs of the part tuned on that come out wrong"
    )
    given = parser.parse_args(arguments)
    if not folder().is_dir():
        print(f"{folder()} is not there; name the folder of the data in $FACTCHECK_SHARED", file=sys.stderr)
        return 1
    for name in [given.set] if given.set else FILES:
        rows = [row for row in load(name) if given.part in ("both", row.part)]
        outcomes = [(row, *judge(row)) for row in rows]
        report(name, outcomes)
        for text in list(_wrong(name, outcomes))[: given.show]:
            print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
