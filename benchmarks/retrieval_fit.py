"""Fitting the few weights of :mod:`factcheck.rank`: climbing to the mean of average precision at 5 and at 12.

For every tuning query the candidates that the search measured are scored as the product scores them. From some starts
one weight after the other is moved up or down for as long as the mean over the table's sets (:data:`SAY`) grows; the
average of the starts' ends is printed, and goes into the tables of ``rank.py`` by hand, rounded. Listwise logistic
regression was tried first: it gave weights that were likelier and ordered no better.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from benchmarks.encodings import RememberingEncoder
from benchmarks.retrieval import Set, queries, workspace
from factcheck.pipeline import search
from factcheck.rank import WEIGHTS, WEIGHTS_OF_POSTS

TABLES: Mapping[str, Mapping[str, float]] = {"WEIGHTS": WEIGHTS, "WEIGHTS_OF_POSTS": WEIGHTS_OF_POSTS}
SAY: Mapping[str, Mapping[str, float]] = {
    "WEIGHTS": {"politifact-debates": 1.0},
    "WEIGHTS_OF_POSTS": {"checkthat-train": 1.0, "factchecktweet-dev": 1.0, "politifact-debates": 0.3},
}
"""How much each set counts when a table is fitted: debates hold no posts, the two others hardly anything else."""
_DEPTH = 100
_STARTS = 8
_STEPS = (0.08, 0.04, 0.02, 0.01)
_LOOKED_AT = 12
Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Examples:
    """The tuning queries of a set.

    Attributes:
        parts: (queries, candidates, parts), -1 where there is no candidate.
        right: (queries, candidates), 1 where a candidate answers.
        answers: (queries,) how many answers there are, found or not.
    """

    parts: Matrix
    right: Matrix
    answers: Matrix

    def precision(self, weights: Matrix) -> tuple[float, float]:
        """Average precision at 5, and what is climbed: its mean with that at 12."""
        scores = self.parts @ weights
        order = np.argsort(-scores, axis=1, kind="stable")[:, :_LOOKED_AT]
        right = np.take_along_axis(self.right, order, 1)
        gained = right * np.cumsum(right, axis=1) / np.arange(1, right.shape[1] + 1)
        most = np.minimum(5, self.answers)
        five, more = (gained[:, :5].sum(1) / most).mean(), (gained.sum(1) / most).mean()
        return float(five), float(five + more) / 2


def fit(sets: Sequence[Set], encoder: RememberingEncoder) -> dict[str, dict[str, float]]:
    """Fit each table on the tuning queries of its ``sets``, print and return the weights, which sum to 1."""
    names = list(WEIGHTS)
    examples = {one.name: found for one in sets if (found := _examples(one, encoder, names)) is not None}
    made: dict[str, dict[str, float]] = {}
    for table, before in TABLES.items():
        chosen = [(found, SAY[table][name]) for name, found in examples.items() if name in SAY[table]]
        if not chosen:
            print(f"{table}: no tuning queries")
            continue
        now = np.array([before[name] for name in names])
        ends = [_climbed(chosen, now, np.random.default_rng(start)) for start in range(_STARTS)]
        weights = np.mean(ends, axis=0)
        made[table] = dict(zip(names, (weights / weights.sum()).round(3).tolist(), strict=True))
        print(f"{table}:")
        for name, weight in made[table].items():
            print(f'        "{name}": {weight},')
        for name, found in examples.items():
            told = f"{_told(found, before)} → {_told(found, made[table])}"
            print(f"{name}: MAP@5 of {len(found.answers)} tuning queries {told}")
    return made


def _told(found: Examples, weights: Mapping[str, float]) -> str:
    return f"{found.precision(np.array([weights[name] for name in WEIGHTS]))[0]:.4f}"


def _examples(one: Set, encoder: RememberingEncoder, names: Sequence[str]) -> Examples | None:
    asked = [query for query in queries(one) if query.tune]
    if not asked:
        return None
    parts = np.full((len(asked), _DEPTH, len(names)), -1.0)
    right = np.zeros((len(asked), _DEPTH))
    with workspace(one, encoder) as opened:
        for start in range(0, len(asked), 32):
            some = asked[start : start + 32]
            answers = search.find_many(opened, [query.text for query in some], k=_DEPTH)
            for number, (query, answer) in enumerate(zip(some, answers, strict=True), start):
                hits = [] if isinstance(answer, Exception) else answer[1]
                for place, hit in enumerate(hits):
                    parts[number, place] = [hit.score_parts.get(name, 0.0) for name in names]
                    right[number, place] = getattr(hit.there, "external_id", None) in query.relevant
    return Examples(parts, right, np.array([len(query.relevant) for query in asked], float))


def _climbed(sets: Sequence[tuple[Examples, float]], now: Matrix, dice: np.random.Generator) -> Matrix:
    def reached(weights: Matrix) -> float:
        return sum(say * one.precision(weights)[1] for one, say in sets)

    weights = now / now.sum() + dice.random(len(now)) * 0.06
    weights /= weights.sum()
    best = reached(weights)
    for step in _STEPS:
        for part in np.tile(dice.permutation(len(now)), 2):
            for move in (step, -step):
                tried = weights.copy()
                tried[part] = max(0.0, tried[part] + move)
                tried /= tried.sum()
                if (value := reached(tried)) > best + 1e-6:
                    weights, best = tried, value
    return np.asarray(weights)
