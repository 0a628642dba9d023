"""Check-worthiness of sentences of debates: precision, recall and F1 of class 1; and the fit of the weights.

``python -m benchmarks.checkworthiness`` scores the part kept aside; ``--fit`` fits the weights on the other part and
prints ``factcheck/extract/checkworthiness_weights.py``; ``--errors`` prints the worst twenty. A sentence is kept aside
by the hash of its id, so the parts stay the same whoever runs this.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.extract import checkworthiness

KEPT_ASIDE = 0.3
THRESHOLD = 0.5
RESAMPLES = 1000
FITS = 6


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence and whether people found it worth checking."""

    text: str
    worth: bool
    aside: bool


def read(path: Path) -> list[Row]:
    """The rows of ``claimbuster_train.jsonl``: ``sentence_id``, ``text``, ``label`` (1 is worth checking)."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        found = json.loads(line)
        share = int(hashlib.sha256(str(found["sentence_id"]).encode()).hexdigest()[:8], 16) / 0xFFFFFFFF
        rows.append(Row(found["text"], found["label"] == 1, share < KEPT_ASIDE))
    return rows


def measured(pairs: Sequence[tuple[bool, bool]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of ``(gold, ours)``."""
    both = sum(gold and ours for gold, ours in pairs)
    precision = both / max(sum(ours for _, ours in pairs), 1)
    recall = both / max(sum(gold for gold, _ in pairs), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def interval(pairs: Sequence[tuple[bool, bool]]) -> tuple[float, float]:
    """The 95% bootstrap interval of F1."""
    chance = random.Random(0)
    scores = sorted(measured(chance.choices(pairs, k=len(pairs)))[2] for _ in range(RESAMPLES))
    return scores[int(0.025 * RESAMPLES)], scores[int(0.975 * RESAMPLES)]


def fit(rows: Sequence[Row]) -> None:
    """Logistic regression on the rows not kept aside; the bias is moved so that F1 there is best at 0.5.

    Where it is best is told by tenfold cross-validation, several times over: one alone finds it by luck.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedKFold, cross_val_predict

    found = [checkworthiness.parts(row.text) for row in rows if not row.aside]
    names = sorted({name for parts in found for name in parts})
    table = np.array([[parts.get(name, 0.0) for name in names] for parts in found])
    gold = np.array([row.worth for row in rows if not row.aside])
    model = LogisticRegression(C=1.0, max_iter=5000)
    cuts = np.arange(0.2, 0.6, 0.01)
    curve = np.zeros(len(cuts))
    for times in range(FITS):
        folds = StratifiedKFold(10, shuffle=True, random_state=times)
        chances = cross_val_predict(model, table, gold, cv=folds, method="predict_proba")[:, 1]
        curve += [2 * np.sum((chances >= at) & gold) / (np.sum(chances >= at) + gold.sum()) for at in cuts]
    cut = cuts[curve.argmax()]
    model.fit(table, gold)
    bias = float(model.intercept_[0] - np.log(cut / (1 - cut)))
    print(f"# cross-validated F1 {curve.max() / FITS:.3f} at {cut:.2f}")
    print(f"BIAS = {bias:.2f}\n\nWEIGHTS: dict[str, float] = {{")
    for weight, name in sorted(zip(model.coef_[0], names, strict=True), reverse=True):
        print(f'    "{name}": {weight:.2f},')
    print("}")


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    shared = Path(os.environ.get("FACTCHECK_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    parser.add_argument("--data", type=Path, default=shared / "data" / "checkworthiness" / "claimbuster_train.jsonl")
    parser.add_argument("--fit", action="store_true", help="fit the weights and print them")
    parser.add_argument("--errors", action="store_true", help="print the twenty surest mistakes on the tuned part")
    options = parser.parse_args()
    rows = read(options.data)
    if options.fit:
        fit(rows)
        return
    begun = time.perf_counter()
    scored = [(row, checkworthiness.score_text(row.text)) for row in rows]
    seconds = time.perf_counter() - begun
    for name, aside in (("tuned on", False), ("kept aside", True)):
        pairs = [(row.worth, score >= THRESHOLD) for row, score in scored if row.aside == aside]
        precision, recall, f1 = measured(pairs)
        low, high = interval(pairs)
        measures = f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f} [{low:.3f}, {high:.3f}]"
        print(f"{name:10} {len(pairs):5} sentences  {measures}")
    print(f"{len(rows) / seconds:,.0f} sentences/s")
    if options.errors:
        wrong = [
            (abs(score - THRESHOLD), row, score)
            for row, score in scored
            if not row.aside and (score >= 0.5) != row.worth
        ]
        for _, row, score in sorted(wrong, key=lambda item: -item[0])[:20]:
            print(f"{score:.2f} gold {int(row.worth)} {row.text}")


if __name__ == "__main__":
    main()
