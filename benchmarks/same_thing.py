"""Is it the same thing? Measure and population alone, beside what a person said of each pair.

    python -m benchmarks.same_thing [--part tune|held-out|both] [--errors]

Data: ``benchmarks/figure_pairs/same_thing.jsonl``, pairs of short passages, each with one figure in the main, written
for this project (docs/figure-pairs.md). ``measure`` is ``same`` or ``other``; ``population`` is ``same``, ``other``,
``a narrower`` or ``b narrower``. Each passage is read from its text alone, and what
:func:`~factcheck.compare.measure_match.match_measures` and :func:`~factcheck.compare.scope.match_populations` say of
its first figure counts. A measure they can't settle is ``unsure``: counted as wrong, and shown. The part of a pair
is told by the hash of its id, as in :mod:`benchmarks.conflicts`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.conflicts import precision_recall
from factcheck.compare.context import FigureInContext
from factcheck.compare.measure_match import match_measures
from factcheck.compare.scope import match_populations
from factcheck.compare.unlike import Difference
from factcheck.extract import extract
from factcheck.intake import Metadata, read_text
from factcheck.model import RelationKind, Statement

PAIRS = Path(__file__).parent / "figure_pairs" / "same_thing.jsonl"
SAME = 0.5  # likeness from which two measures count as one, as the rules of comparing take it
UNSURE = "unsure"
NO_FIGURE = "no figure"


#: Dimensions of which one measures nothing that another does: a fossil's age and its length.
_BY_THEMSELVES = frozenset(
    {"count", "money", "length", "area", "volume", "mass", "temperature", "duration", "speed", "energy", "power", "age"}
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages and what a person said of their measures and populations."""

    id: str
    a: str
    b: str
    measure: str
    population: str
    domain: str

    @property
    def part(self) -> str:
        return "tune" if hashlib.sha256(self.id.encode()).digest()[0] % 2 == 0 else "held-out"


@dataclass(frozen=True, slots=True)
class Outcome:
    pair: Pair
    measure: str
    population: str
    told: str

    @property
    def right(self) -> bool:
        return self.measure == self.pair.measure and self.population == self.pair.population


def load(path: Path = PAIRS) -> list[Pair]:
    return [Pair(**json.loads(line)) for line in path.read_text("utf-8").splitlines() if line]


def first_figure(text: str) -> FigureInContext | None:
    """The first figure that the passage states, with its claim."""
    claims = extract(read_text(text, metadata=Metadata())).claims
    found = [FigureInContext(figure, Statement(claim)) for claim in claims for figure in claim.figures]
    return min(found, key=lambda item: (item.figure.start, len(item.text)), default=None)


def judge(pair: Pair) -> Outcome:
    """What comparing says of the measures and populations of the pair."""
    a, b = first_figure(pair.a), first_figure(pair.b)
    if a is None or b is None:
        return Outcome(pair, NO_FIGURE, NO_FIGURE, "no figure was read")
    like, difference = match_measures(a, b)
    kinds = {a.figure.dimension, b.figure.dimension}
    if len(kinds) == 2 and kinds & _BY_THEMSELVES:
        like, difference = 0.0, Difference(RelationKind.DIFFERENT_UNIT, "unit", a.figure.unit, b.figure.unit)
    measure = "other" if difference is not None else "same" if like >= SAME else UNSURE
    _, scope = match_populations(a, b)
    population = "same" if scope is None else "other" if scope.narrower is None else f"{scope.narrower} narrower"
    told = f"likeness {like:.2f}, {a.figure.measure!r} of {a.figure.population!r}; {b.figure.measure!r} of "
    return Outcome(pair, measure, population, told + repr(b.figure.population))


def report(name: str, outcomes: Sequence[Outcome]) -> None:
    print(f"\n== {name}: {len(outcomes)} pairs ==")
    for label, wanted, came in (
        ("measure", _wanted_measure, _measure),
        ("population", _wanted_population, _population),
    ):
        right = sum(wanted(o) == came(o) for o in outcomes)
        precision, recall = precision_recall(
            [came(o) == "same" for o in outcomes], [wanted(o) == "same" for o in outcomes]
        )
        print(
            f"{label:<11} accuracy {right / len(outcomes):.3f}   “same”: precision {precision:.3f} recall {recall:.3f}"
        )
        _table(outcomes, wanted, came)
    print(f"both right  {sum(o.right for o in outcomes) / len(outcomes):.3f}")


Label = Callable[[Outcome], str]


def _wanted_measure(outcome: Outcome) -> str:
    return outcome.pair.measure


def _measure(outcome: Outcome) -> str:
    return outcome.measure


def _wanted_population(outcome: Outcome) -> str:
    return outcome.pair.population


def _population(outcome: Outcome) -> str:
    return outcome.population


def _table(outcomes: Sequence[Outcome], wanted: Label, came: Label) -> None:
    """The error table: what a person said, down; what came out, across."""
    counted = Counter((wanted(o), came(o)) for o in outcomes)
    across = sorted({found for _, found in counted})
    print(f"    {'':<12}" + "".join(f"{found:>12}" for found in across))
    for said in sorted({said for said, _ in counted}):
        print(f"    {said:<12}" + "".join(f"{counted[said, found] or '-':>12}" for found in across))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("tune", "held-out", "both"), default="both")
    parser.add_argument(
        "--errors", action="store_true", help="print the pairs of the part tuned on that came out wrong"
    )
    chosen = parser.parse_args(arguments)
    outcomes = [judge(pair) for pair in load() if chosen.part in ("both", pair.part)]
    for part in ("tune", "held-out"):
        rows = [o for o in outcomes if o.pair.part == part]
        if rows:
            report(part, rows)
    if chosen.errors:
        for o in outcomes:
            if o.pair.part == "tune" and not o.right:
                print(f"\n{o.pair.id}: {o.pair.measure}, {o.pair.population}; came {o.measure}, {o.population}")
                print(f"    {o.pair.a}\n    {o.pair.b}\n    {o.told}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
