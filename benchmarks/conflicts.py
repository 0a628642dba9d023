"""Pairs of passages with the relation a person gave them, beside the relation this program gives them.

    python -m benchmarks.conflicts [--part tune|held-out|both|whole] [--errors] [--pairs FILE…]

Each pair is read from its text alone (text → extraction → comparison), with the date and outlet it was printed in. A
pair belongs to the part that the hash of its id says, so that adding pairs moves none. Printed for each part:
precision and recall of the group ``conflict`` with 95% bootstrap intervals, accuracy over the three groups, precision
and recall of every relation, how often the answer was ``cannot_tell``, and the same for the naive rule "similar words
and another number". The data is this project's own writing: docs/figure-pairs.md. ``--part whole``
takes all as one part, for pairs that were never split.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factcheck.compare.tokens import content, overlap
from factcheck.model import Group, Relation, RelationKind
from factcheck.pipeline import passages

FOLDER = Path(__file__).parent / "figure_pairs"
SAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Passage:
    text: str
    printed: date | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages, the relation a person gave, and others that would be right too."""

    id: str
    a: Passage
    b: Passage
    relation: RelationKind
    also: frozenset[RelationKind]
    domain: str

    @property
    def part(self) -> str:
        digest = hashlib.sha256(self.id.encode()).digest()
        return "tune" if digest[0] % 2 == 0 else "held-out"

    @property
    def groups(self) -> set[Group]:
        return {self.relation.group} | {kind.group for kind in self.also}


@dataclass(frozen=True, slots=True)
class Outcome:
    pair: Pair
    found: RelationKind
    reason: str

    @property
    def right(self) -> bool:
        return self.found == self.pair.relation or self.found in self.pair.also

    @property
    def right_group(self) -> bool:
        return self.found.group in self.pair.groups


def load(paths: Iterable[Path]) -> list[Pair]:
    """The pairs of JSONL files, one object a line."""
    return [_pair(json.loads(line)) for path in paths for line in path.read_text("utf-8").splitlines() if line]


def _pair(row: dict[str, object]) -> Pair:
    also = row.get("also")
    return Pair(
        id=str(row["id"]),
        a=_passage(row["a"]),
        b=_passage(row["b"]),
        relation=RelationKind(str(row["relation"])),
        also=frozenset(RelationKind(str(kind)) for kind in also) if isinstance(also, list) else frozenset(),
        domain=str(row["domain"]),
    )


def _passage(row: object) -> Passage:
    if not isinstance(row, dict):
        raise TypeError(f"a passage is an object, not {row!r}")
    printed = row.get("date")
    return Passage(str(row["text"]), date.fromisoformat(printed) if printed else None, row.get("source"))


def judge(pair: Pair) -> Relation:
    """The relation this program gives the pair, as ``factcheck compare`` does."""
    return passages.compare_passages(
        *(
            passages.Passage(side.text, date=side.printed.isoformat() if side.printed else None, source=side.source)
            for side in (pair.a, pair.b)
        )
    )


_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def naive(pair: Pair) -> bool:
    """The rule to beat: a conflict where the words are similar and the numbers aren't the same."""
    alike = overlap(content(pair.a.text), content(pair.b.text)) >= 0.5
    return alike and set(_NUMBER.findall(pair.a.text)) != set(_NUMBER.findall(pair.b.text))


def precision_recall(said: Sequence[bool], true: Sequence[bool]) -> tuple[float, float]:
    both = sum(s and t for s, t in zip(said, true, strict=True))
    return both / max(1, sum(said)), both / max(1, sum(true))


def interval(
    said: Sequence[bool], true: Sequence[bool], *, seed: int = 7
) -> tuple[tuple[float, float], tuple[float, float]]:
    """95% bootstrap intervals of precision and recall, resampling pairs."""
    rng = random.Random(seed)
    rows = list(zip(said, true, strict=True))
    made = []
    for _ in range(SAMPLES):
        sample = rng.choices(rows, k=len(rows))
        made.append(precision_recall([s for s, _ in sample], [t for _, t in sample]))
    cut = int(SAMPLES * 0.025)
    precisions, recalls = (sorted(values) for values in zip(*made, strict=True))
    return (precisions[cut], precisions[-cut - 1]), (recalls[cut], recalls[-cut - 1])


def report(name: str, outcomes: Sequence[Outcome]) -> None:
    print(f"\n== {name}: {len(outcomes)} pairs ==")
    said = [o.found.group is Group.CONFLICT for o in outcomes]
    # A pair that may be read both ways counts as whatever was said of it.
    true = [o.found.group is Group.CONFLICT if len(o.pair.groups) > 1 and o.right_group
            else o.pair.relation.group is Group.CONFLICT for o in outcomes]  # fmt: skip
    for label, guess in (("conflict", said), ("naive rule", [naive(o.pair) for o in outcomes])):
        precision, recall = precision_recall(guess, true)
        (p_low, p_high), (r_low, r_high) = interval(guess, true)
        print(
            f"{label:<12} precision {precision:.3f} [{p_low:.3f}, {p_high:.3f}]"
            f"  recall {recall:.3f} [{r_low:.3f}, {r_high:.3f}]"
        )
    print(f"three groups accuracy {sum(o.right_group for o in outcomes) / len(outcomes):.3f}")
    print(f"relation accuracy     {sum(o.right for o in outcomes) / len(outcomes):.3f}")
    print(f"cannot_tell           {sum(o.found is RelationKind.CANNOT_TELL for o in outcomes)}")
    print(f"\n{'relation':<22}{'true':>5}{'found':>6}{'precision':>11}{'recall':>8}")
    for kind in RelationKind:
        expected = [o for o in outcomes if o.pair.relation is kind]
        found = [o for o in outcomes if o.found is kind]
        if expected or found:
            print(f"{kind:<22}{len(expected):>5}{len(found):>6}{_share(found):>11}{_share(expected):>8}")


def _share(outcomes: Sequence[Outcome]) -> str:
    """The share of ``outcomes`` that came out right; a dash for none."""
    return f"{sum(o.right for o in outcomes) / len(outcomes):.2f}" if outcomes else "-"


def errors(outcomes: Sequence[Outcome]) -> None:
    confused = Counter((o.pair.relation, o.found) for o in outcomes if not o.right)
    for (expected, found), count in confused.most_common():
        print(f"\n{count} × {expected} found as {found}")
        for o in outcomes:
            if not o.right and (o.pair.relation, o.found) == (expected, found):
                print(
                    f"   {o.pair.id}: {o.pair.a.text}\n   {' ' * len(o.pair.id)}  {o.pair.b.text}\n      → {o.reason}"
                )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("tune", "held-out", "both", "whole"), default="both")
    parser.add_argument(
        "--errors", action="store_true", help="print the pairs of the part tuned on that came out wrong"
    )
    parser.add_argument("--pairs", type=Path, nargs="+", default=[FOLDER / "pairs.jsonl"])
    chosen = parser.parse_args(arguments)
    began = time.perf_counter()
    outcomes = []
    for pair in load(chosen.pairs):
        if chosen.part in ("both", "whole", pair.part):
            made = judge(pair)
            outcomes.append(Outcome(pair, made.relation, made.reason))
    if chosen.part == "whole":
        report("whole", outcomes)
    for part in ("tune", "held-out") if chosen.part != "whole" else ():
        rows = [o for o in outcomes if o.pair.part == part]
        if rows:
            report(part, rows)
    if chosen.errors:
        errors([o for o in outcomes if chosen.part == "whole" or o.pair.part == "tune"])
    print(f"\n{len(outcomes)} pairs in {time.perf_counter() - began:.1f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
