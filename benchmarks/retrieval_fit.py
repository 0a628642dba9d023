"""Fitting the few weights of :mod:`factcheck.rank`: listwise logistic regression, weights not below zero.

For every tuning query the candidates that the search measured are scored as the product scores them; the weights
maximise the log-likelihood of the claims that answer it (softmax over the candidates, each set counting the same), held
near equal parts by a small ridge. What is printed goes into the table of ``rank.py`` by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from benchmarks.encodings import RememberingEncoder
from benchmarks.retrieval import Set, queries, workspace
from factcheck.pipeline import search
from factcheck.rank import WEIGHTS

_STEPS = 3_000
_RATE = 0.05
_RIDGE = 1e-4
_PENALTY = 20.0  # of the softmax: a query's candidates lie within a few tenths of each other
Matrix = npt.NDArray[np.float64]


def fit(sets: Sequence[Set], encoder: RememberingEncoder) -> dict[str, float]:
    """Fit on the tuning queries of ``sets``, print and return the weights, which sum to 1."""
    names = list(WEIGHTS)
    examples = [(found, 1.0) for one in sets for found in _examples(one, encoder, names)]
    if not examples:
        print("no tuning queries")
        return {}
    weights = _fitted([matrix for matrix, _ in examples], len(names))
    made = dict(zip(names, (weights / weights.sum()).round(3).tolist(), strict=True))
    for name, weight in made.items():
        print(f'        "{name}": {weight},')
    print(f"MAP@5 of {len(examples)} queries: {_precision(examples, names, WEIGHTS):.4f} → ", end="")
    print(f"{_precision(examples, names, made):.4f} (queries whose answer was among the candidates)")
    return made


def _examples(one: Set, encoder: RememberingEncoder, names: Sequence[str]) -> list[Matrix]:
    """For each tuning query whose answer was found: a row for each candidate, the answers first marked in column 0."""
    asked = [query for query in queries(one) if query.tune]
    made = []
    with workspace(one, encoder) as opened:
        for start in range(0, len(asked), 32):
            some = asked[start : start + 32]
            answers = search.find_many(opened, [query.text for query in some], k=50)
            for query, answer in zip(some, answers, strict=True):
                hits = [] if isinstance(answer, Exception) else answer[1]
                rows = [
                    [
                        float(getattr(hit.there, "external_id", None) in query.relevant),
                        *(hit.score_parts.get(n, 0.0) for n in names),
                    ]
                    for hit in hits
                ]
                if rows and any(row[0] for row in rows):
                    made.append(np.array(rows))
    return made


def _fitted(examples: Sequence[Matrix], count: int) -> npt.NDArray[np.float64]:
    weights = np.full(count, 1.0 / count)
    moment, speed = np.zeros(count), np.zeros(count)
    for step in range(1, _STEPS + 1):
        slope = _RIDGE * _PENALTY * (weights - 1.0 / count)
        for rows in examples:
            right, parts = rows[:, 0], rows[:, 1:]
            score = _PENALTY * parts @ weights
            chance = np.exp(score - score.max())
            chance /= chance.sum()
            slope += _PENALTY * parts.T @ (chance - right / right.sum()) / len(examples)
        moment, speed = 0.9 * moment + 0.1 * slope, 0.999 * speed + 0.001 * slope**2
        move = moment / (1 - 0.9**step) / (np.sqrt(speed / (1 - 0.999**step)) + 1e-9)
        weights = np.maximum(0.0, weights - _RATE / (1 + step / 300) * move)
    return weights


def _precision(examples: Sequence[tuple[Matrix, float]], names: Sequence[str], weights: object) -> float:
    table = dict(weights)  # type: ignore[call-overload]
    total = 0.0
    for rows, _ in examples:
        order = np.argsort(-(rows[:, 1:] @ np.array([table[name] for name in names])), kind="stable")[:5]
        right = rows[order, 0]
        total += float((right * np.cumsum(right) / np.arange(1, len(right) + 1)).sum() / min(5, rows[:, 0].sum()))
    return total / len(examples)
