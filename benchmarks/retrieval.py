"""How well earlier claims are found: CheckThat! 2020, PolitiFact debates, FactCheckTweet.

``python -m benchmarks.retrieval [--set NAME…] [--fit]`` imports each set's claims into a workspace of its own (kept in
the cache folder), asks every query through the search that ``factcheck search --queries`` runs, by meaning, by words
and by both, and prints MAP@5, MRR, recall@5 and recall@100 with the gain of both over the better part (paired
bootstrap over queries, 95%). The weights in :mod:`factcheck.rank` were fitted on CheckThat train and the halves *tune*
of PolitiFact and FactCheckTweet (by a hash of the query's id), none on a half *kept* or on CheckThat dev; ``--fit``
fits them anew.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.encodings import RememberingEncoder, cache_folder, remembering
from factcheck.pipeline import search, tables
from factcheck.settings import Settings
from factcheck.workspace import Workspace

MODES = ("meaning", "words", "hybrid")
_DEPTH = 100
_AT_ONCE = 32
_RESAMPLED = 2_000
_SEED = 20_200_401


@dataclass(frozen=True, slots=True)
class Set:
    """A set of queries and the claims they are asked of."""

    name: str
    claims: str
    queries: str
    tune: str  # which queries weights may be fitted on: "all", "none", or "half"


SETS = (
    Set("checkthat-train", "checkthat2020_claims.jsonl", "checkthat2020_train_queries.jsonl", "all"),
    Set("checkthat-dev", "checkthat2020_claims.jsonl", "checkthat2020_dev_queries.jsonl", "none"),
    Set("politifact-debates", "politifact_claims.jsonl.gz", "politifact_debates_queries.jsonl", "half"),
    Set("factchecktweet-dev", "factchecktweet_claims.jsonl.gz", "factchecktweet_dev_queries.jsonl", "half"),
)


@dataclass(frozen=True, slots=True)
class Query:
    """A query with the ids of the claims that answer it; ``tune``: weights may have been fitted on it."""

    text: str
    relevant: frozenset[str]
    tune: bool


def shared() -> Path:
    """The folder of the sets: ``$FACTCHECK_SHARED/data/retrieval``, else beside the checkout."""
    root = os.environ.get("FACTCHECK_SHARED") or Path(__file__).resolve().parents[2] / "shared"
    return Path(root) / "data" / "retrieval"


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines, gzipped or not."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def queries(one: Set) -> list[Query]:
    """The queries of a set."""
    made = []
    for line in lines(shared() / one.queries):
        half = hashlib.sha256(str(line["id"]).encode()).digest()[0] % 2 == 0
        made.append(
            Query(line["text"], frozenset(line["relevant"]), one.tune == "all" or (one.tune == "half" and half))
        )
    return made


def workspace(one: Set, encoder: RememberingEncoder) -> Workspace:
    """A workspace with the claims of a set, imported as ``factcheck import-claims`` does; made once."""
    source = shared() / one.claims
    stamp = hashlib.sha256(f"{source.stat().st_size} {encoder.identity.sha256} 3".encode()).hexdigest()[:12]
    folder = cache_folder() / f"{source.name.split('.')[0]}-{stamp}"
    opened = Workspace.open(folder, settings=Settings(workspace=folder), encoder=encoder)
    if opened.store.note("whole") is None:
        started = time.perf_counter()
        result = tables.import_claims(opened, source)
        opened.sync()
        opened.store.set_note("whole", "yes")
        seconds = time.perf_counter() - started
        print(f"imported {result.added:,} claims of {source.name} in {seconds:.0f} s", file=sys.stderr)
    return opened


def answers(opened: Workspace, asked: Sequence[Query], mode: str) -> list[list[str]]:
    """External ids of the hits of each query, best first."""
    made: list[list[str]] = []
    for start in range(0, len(asked), _AT_ONCE):
        texts = [one.text for one in asked[start : start + _AT_ONCE]]
        for found in search.find_many(opened, texts, k=_DEPTH, mode=mode):
            hits = [] if isinstance(found, Exception) else found[1]
            made.append([getattr(hit.there, "external_id", None) or "" for hit in hits])
    return made


def measures(found: Sequence[str], relevant: frozenset[str]) -> tuple[float, float, float, float]:
    """Average precision at 5, reciprocal rank, recall at 5, recall at 100."""
    right = [place for place, one in enumerate(found, start=1) if one in relevant]
    first = [place for place in right if place <= 5]
    precision = sum(number / place for number, place in enumerate(first, start=1)) / min(5, len(relevant))
    return precision, 1 / right[0] if right else 0.0, len(first) / len(relevant), len(right) / len(relevant)


def gain(hybrid: npt.NDArray[np.float64], other: npt.NDArray[np.float64]) -> tuple[float, float, float]:
    """Mean difference, and the ends of its 95% interval by a paired bootstrap over queries."""
    difference = hybrid - other
    drawn = np.random.default_rng(_SEED).integers(0, len(difference), (_RESAMPLED, len(difference)))
    means = difference[drawn].mean(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return float(difference.mean()), float(low), float(high)


def report(one: Set, encoder: RememberingEncoder) -> None:
    """Print the table of a set."""
    asked = queries(one)
    with workspace(one, encoder) as opened:
        rows = {}
        for mode in MODES:
            started = time.process_time()
            found = answers(opened, asked, mode)
            rows[mode] = np.array([measures(hits, q.relevant) for hits, q in zip(found, asked, strict=True)])
            each = (time.process_time() - started) / len(asked)
            _line(one.name, mode, rows[mode], f"{1000 * each:.0f} ms of processor a query")
    best = max(("meaning", "words"), key=lambda mode: rows[mode][:, 0].mean())
    mean, low, high = gain(rows["hybrid"][:, 0], rows[best][:, 0])
    print(f"{one.name:<20} hybrid − {best}: MAP@5 {mean:+.3f} (95% {low:+.3f} to {high:+.3f}), {len(asked)} queries")
    if one.tune == "half":
        for label, tuned in (("tune", True), ("kept", False)):
            chosen = np.array([query.tune == tuned for query in asked])
            _line(f"{one.name}", f"hybrid, {label}", rows["hybrid"][chosen], f"{chosen.sum()} queries")


def _line(name: str, mode: str, rows: npt.NDArray[np.float64], more: str) -> None:
    precision, reciprocal, five, hundred = rows.mean(axis=0)
    told = f"MAP@5 {precision:.3f}  MRR {reciprocal:.3f}  R@5 {five:.3f}  R@100 {hundred:.3f}"
    print(f"{name:<20} {mode:<13} {told}  {more}", flush=True)


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--set", nargs="*", choices=[one.name for one in SETS], help="Only these sets.")
    parser.add_argument("--fit", action="store_true", help="Fit the weights of factcheck.rank and print them.")
    given = parser.parse_args()
    if not shared().is_dir():
        print(f"{shared()} is not there; name the folder of the data in $FACTCHECK_SHARED", file=sys.stderr)
        return 1
    encoder = remembering()
    chosen = [one for one in SETS if not given.set or one.name in given.set]
    if given.fit:
        from benchmarks.retrieval_fit import fit

        fit(chosen, encoder)
        return 0
    for one in chosen:
        report(one, encoder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
