"""The vector index by size: 10 thousand, 100 thousand, 1 million vectors.

``python -m benchmarks.scale [--sizes 10000 100000 1000000] [--store]`` builds, saves, opens and asks the product's
index, the opening and asking in a process of its own, so that memory is what a server would hold. The vectors are
synthetic: 384 dimensions around centres as many as a hundredth of them, which is harder than scattered points and
easier than text; a question is a stored vector with noise. Exact vectors for rescoring are read from a file on disk;
``--store`` puts them into a store of earlier claims first and rescores from it. Reported: seconds to build and to open,
size on disk, memory, milliseconds a question (median, 95th percentile, and median of processor time), and the share of
the ten exact neighbours that is found.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from factcheck.embed import ModelIdentity
from factcheck.index.vectors import VectorIndex
from factcheck.model import EarlierClaim
from factcheck.store import Store, VectorKind

DIMENSION = 384
ASKED = 300
_PORTION = 50_000
_NOISE = 0.8  # length of what is added to a centre of length 1
_MODEL = "synthetic"
_AT_ONCE = 10_000

Matrix = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int64]


def _rows(size: int, path: Path) -> npt.NDArray[np.float32]:
    """``size`` synthetic vectors of length 1, written to ``path`` and mapped from there."""
    dice = np.random.default_rng(size)
    centres = _unit(dice.standard_normal((max(100, size // 100), DIMENSION), np.float32))
    made = np.lib.format.open_memmap(path, mode="w+", dtype=np.float32, shape=(size, DIMENSION))
    for start in range(0, size, _PORTION):
        count = min(_PORTION, size - start)
        chosen = centres[dice.integers(0, len(centres), count)]
        made[start : start + count] = _near(chosen, dice, _NOISE)
    made.flush()
    return made


def _near(rows: Matrix, dice: np.random.Generator, noise: float) -> Matrix:
    return _unit(rows + noise * dice.standard_normal(rows.shape, np.float32) / np.float32(np.sqrt(DIMENSION)))


def _unit(rows: Matrix) -> Matrix:
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def _portions(rows: Matrix) -> Iterator[tuple[Ids, Matrix]]:
    """The rows in a shuffled order, as they come when they were never sorted by topic."""
    order = np.random.default_rng(1).permutation(len(rows))
    for start in range(0, len(rows), _PORTION):
        ids = np.sort(order[start : start + _PORTION]).astype(np.int64)
        yield ids, np.asarray(rows[ids])


def _stored(rows: Matrix, folder: Path) -> Ids:
    """Put the rows into a store in ``folder``, each with an invented claim; the numbers it gave them, in order."""
    model = ModelIdentity(_MODEL, _MODEL, DIMENSION)
    with Store.open(folder / "factcheck.duckdb") as store:
        for start in range(0, len(rows), _AT_ONCE):
            some = np.asarray(rows[start : start + _AT_ONCE])
            claims = [EarlierClaim("", f"Invented claim {start + at}", str(start + at)) for at in range(len(some))]
            store.add_earlier_claims(claims, some, model)
        return store.vector_rows(VectorKind.EARLIER)


def measure(size: int, folder: Path, *, stored: bool = False) -> dict[str, float | str]:
    """Build an index of ``size`` vectors in ``folder``, then open and ask it in another process.

    Args:
        stored: rescore from a store, else from a mapped file.
    """
    rows = _rows(size, folder / "rows.npy")
    dice = np.random.default_rng(7)
    asked = _near(np.asarray(rows[np.sort(dice.integers(0, size, ASKED))]), dice, 0.4)
    best = np.full((ASKED, 10), -np.inf, np.float32)
    exact = np.full((ASKED, 10), -1, np.int64)
    for start in range(0, size, _PORTION):
        scores = asked @ np.asarray(rows[start : start + _PORTION]).T
        both = np.concatenate([best, scores], axis=1)
        ids = np.concatenate([exact, np.tile(np.arange(start, start + scores.shape[1]), (ASKED, 1))], axis=1)
        place = np.argpartition(-both, 10, axis=1)[:, :10]
        best, exact = np.take_along_axis(both, place, 1), np.take_along_axis(ids, place, 1)
    numbers = _stored(rows, folder) if stored else np.arange(size)
    np.savez(folder / "asked.npz", asked=asked, exact=numbers[exact])
    started = time.perf_counter()
    portions = ((numbers[ids], some) for ids, some in _portions(rows))
    index = VectorIndex.build(portions, size, dimension=DIMENSION, model=_MODEL)
    built = time.perf_counter() - started
    index.save(folder / "index")
    kind = "exact" if index.exact else "IVF,SQ8"
    disk = sum(file.stat().st_size for file in (folder / "index").iterdir())
    del index, rows
    command = [sys.executable, "-m", "benchmarks.scale", "--ask", str(folder)]
    asked_of = subprocess.run(command, capture_output=True, text=True, check=True)
    return {"size": size, "kind": kind, "built_s": built, "disk_mb": disk / 1e6, **json.loads(asked_of.stdout)}


def ask(folder: Path) -> dict[str, float]:
    """Open the index of ``folder`` and ask it."""
    given = np.load(folder / "asked.npz")
    asked, exact = given["asked"], given["exact"]
    rows = np.load(folder / "rows.npy", mmap_mode="r")
    started = time.perf_counter()
    index = VectorIndex.open(folder / "index", dimension=DIMENSION, model=_MODEL)
    store = Store.open(folder / "factcheck.duckdb") if (folder / "factcheck.duckdb").exists() else None
    opened = time.perf_counter() - started
    index.rows_of = partial(store.vectors, VectorKind.EARLIER) if store else lambda ids: (ids, np.asarray(rows[ids]))
    index.search(asked[:1], 10)
    took, processor, found = [], [], 0
    for question, right in zip(asked, exact, strict=True):
        started, before = time.perf_counter(), time.process_time()
        _, ids = index.search(question, 10)
        took.append(1000 * (time.perf_counter() - started))
        processor.append(1000 * (time.process_time() - before))
        found += len(set(ids[0].tolist()) & set(right.tolist()))
    if store:
        store.close()
    return {
        "opened_s": opened,
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
        "median_ms": float(np.median(took)),
        "p95_ms": float(np.quantile(took, 0.95)),
        "processor_ms": float(np.median(processor)),
        "recall": found / exact.size,
    }


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--store", action="store_true", help="Rescore from a store.")
    parser.add_argument("--ask", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.ask:
        print(json.dumps(ask(given.ask)))
        return 0
    print("vectors    index    built s  disk MB  opened s  memory MB  median ms  95th ms  CPU ms  recall@10")
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            made = measure(size, Path(folder), stored=given.store)
        print(
            f"{made['size']:<10,} {made['kind']:<8} {made['built_s']:>7.1f}  {made['disk_mb']:>7.0f}  "
            f"{made['opened_s']:>8.2f}  {made['memory_mb']:>9.0f}  {made['median_ms']:>9.2f}  {made['p95_ms']:>7.2f}  "
            f"{made['processor_ms']:>6.2f}  {made['recall']:>9.3f}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
