"""Nearest vectors by inner product: exact while that is quick, approximate above (FAISS).

Up to :data:`EXACT_UP_TO` rows every vector is looked at. Above, an inverted file of 8-bit scalar-quantised vectors
(``IVF,SQ8``) is searched in part, and the best few hundred are ordered by exact scores where somebody gives the exact
vectors. An inverted file keeps ids by itself and is never wrapped in an ``IndexIDMap2``, which gives
wrong ids after removals.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from factcheck.errors import CacheError
from factcheck.index import manifest as manifests
from factcheck.index.manifest import Manifest

EXACT_UP_TO = 50_000
"""Rows up to which the index is exact: one query of 384 dimensions takes some 6 ms on a quiet machine, and 50 ms on one
that does much else, where an approximate index takes under 1 ms and finds 99 of 100 of the same ten."""
PROBES = 32
"""Cells of an approximate index that a query looks into."""
_SAMPLE_OF_A_CELL = 64
_OUTGROWN = 4
_RESCORED = 4
_RESCORED_AT_LEAST = 100
_FORMAT = 1
_FILE = "index-{change}.faiss"

Ids = npt.NDArray[np.int64]
Matrix = npt.NDArray[np.float32]
RowsOf = Callable[[Ids], tuple[Ids, Matrix]]


class VectorIndex:
    """Ids and vectors of one kind; safe to call from any thread.

    Attributes:
        dimension: of the vectors.
        model: SHA-256 of the model that made them.
        change: change number of the store that it has caught up with; whoever adds and removes sets it.
        rows_of: gives the exact vectors of ids, in any order; where set, an approximate index orders by exact scores.
    """

    def __init__(self, dimension: int, *, model: str, change: int = 0) -> None:
        self.dimension, self.model, self.change = dimension, model, change
        self.rows_of: RowsOf | None = None
        self._lock = threading.RLock()
        self._trained = 0
        self._index = _exact(dimension)
        self._saved: Manifest | None = None

    @classmethod
    def build(
        cls,
        portions: Iterable[tuple[Ids, Matrix]],
        count: int,
        *,
        dimension: int,
        model: str,
        change: int = 0,
        exact_up_to: int | None = None,
    ) -> Self:
        """An index of all rows, exact or approximate as their number asks.

        Args:
            portions: (ids (n,), rows (n, dimension)), an approximate index is trained on the first ones.
            count: about how many rows there are in all.
            exact_up_to: :data:`EXACT_UP_TO` if None.
        """
        made = cls(dimension, model=model, change=change)
        if count <= (EXACT_UP_TO if exact_up_to is None else exact_up_to):
            for ids, rows in portions:
                made.add(ids, rows)
            return made
        held: list[tuple[Ids, Matrix]] = []
        for ids, rows in portions:
            if made._trained:
                made.add(ids, rows)
                continue
            held.append((ids, rows))
            if sum(len(found) for found, _rows in held) >= min(_SAMPLE_OF_A_CELL * _cells(count), count):
                made._train(held, count)
                held = []
        if held:
            made._train(held, count)
        return made

    @classmethod
    def open(cls, folder: Path, *, dimension: int, model: str) -> Self:
        """A saved index.

        Raises:
            CacheError: there is none, it is damaged, or it was made of another model's vectors.
        """
        faiss = _faiss()
        known = manifests.load(folder)
        if (known.format, known.model, known.dimension) != (_FORMAT, model, dimension):
            raise CacheError(f"{folder} holds an index of another model or layout")
        path = folder / Path(known.file).name
        try:
            sound = path.stat().st_size == known.size and manifests.checksum(path) == known.crc32
        except OSError as error:
            raise CacheError(f"{path} can't be read: {error.strerror}") from error
        if not sound:
            raise CacheError(f"{path} is damaged")
        made = cls(dimension, model=model, change=known.change)
        try:
            made._index = faiss.read_index(str(path))
        except RuntimeError as error:
            raise CacheError(f"{path} can't be read as an index") from error
        if made._index.ntotal != known.count or made._index.d != dimension:
            raise CacheError(f"{path} is not what its manifest says")
        made._trained = known.trained
        if known.trained:
            made._index.nprobe = PROBES
        made._saved = known
        return made

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def ids(self) -> Ids:
        """All ids in it, ascending."""
        faiss = _faiss()
        with self._lock:
            if self.exact:
                return np.sort(faiss.vector_to_array(self._index.id_map).astype(np.int64))
            lists = self._index.invlists
            sizes = [lists.list_size(cell) for cell in range(self._index.nlist)]
            parts = [faiss.rev_swig_ptr(lists.get_ids(cell), size).copy() for cell, size in enumerate(sizes) if size]
        return np.sort(np.concatenate(parts).astype(np.int64)) if parts else np.empty(0, np.int64)

    @property
    def exact(self) -> bool:
        """Whether every vector is looked at."""
        return not self._trained

    @property
    def unsaved(self) -> bool:
        """Whether it has changed since it was saved or opened."""
        return self._saved is None or (self._saved.change, self._saved.count) != (self.change, len(self))

    def outgrown(self, *, exact_up_to: int | None = None) -> bool:
        """Whether it should be built anew: too many rows for an exact one, or far more than it was trained for."""
        exact_up_to = EXACT_UP_TO if exact_up_to is None else exact_up_to
        return len(self) > (_OUTGROWN * self._trained if self._trained else exact_up_to)

    def add(self, ids: npt.ArrayLike, rows: npt.ArrayLike) -> None:
        """Add vectors, (n, dimension) float32 of length 1, under ids (n,) that are not in it."""
        numbers, matrix = _ids(ids), self._matrix(rows)
        if len(numbers) != len(matrix):
            raise ValueError(f"{len(numbers)} ids for {len(matrix)} rows")
        if len(numbers):
            with self._lock:
                self._index.add_with_ids(matrix, numbers)

    def remove(self, ids: npt.ArrayLike) -> int:
        """Remove what is in it of these ids; says how many that were."""
        numbers = _ids(ids)
        if not len(numbers):
            return 0
        with self._lock:
            return int(self._index.remove_ids(numbers))

    def search(
        self, rows: npt.ArrayLike, k: int, *, among: npt.ArrayLike | None = None, rescore: bool = True
    ) -> tuple[Matrix, Ids]:
        """The k nearest of each row.

        Args:
            rows: (n, dimension) float32 of length 1; a single (dimension,) is taken as one row.
            among: only these ids may be found.
            rescore: False leaves an approximate index's scores and order as they are, within a hundredth of the exact
                ones, for who measures all that is found by itself.

        Returns:
            scores (n, k) float32, falling, and ids (n, k) int64; where there are fewer, -inf and -1.
        """
        faiss = _faiss()
        queries = self._matrix(rows)
        scores = np.full((len(queries), max(k, 0)), -np.inf, np.float32)
        found = np.full((len(queries), max(k, 0)), -1, np.int64)
        with self._lock:
            rescored = self.rows_of if rescore and not self.exact else None
            wide = k if rescored is None else max(k * _RESCORED, _RESCORED_AT_LEAST)
            wide = min(wide, len(self))
            if not len(queries) or wide < 1:
                return scores, found
            parameters = None
            if among is not None:
                # kept in a name of its own: the parameters hold only a pointer to it
                selector = faiss.IDSelectorBatch(_ids(among))
                if self.exact:
                    parameters = faiss.SearchParameters(sel=selector)
                else:
                    parameters = faiss.SearchParametersIVF(sel=selector, nprobe=PROBES)
            got_scores, got_ids = self._index.search(queries, wide, params=parameters)
        if rescored is not None:
            got_scores, got_ids = _rescored(queries, got_ids, rescored)
        width = min(k, got_ids.shape[1])
        there = got_ids[:, :width] >= 0
        found[:, :width] = np.where(there, got_ids[:, :width], -1)
        scores[:, :width] = np.where(there, got_scores[:, :width], -np.inf)
        return scores, found

    def save(self, folder: Path) -> None:
        """Write it into a folder of its own: the file first, then the manifest that names it, then older files go."""
        faiss = _faiss()
        folder.mkdir(parents=True, exist_ok=True)
        with self._lock:
            name = _FILE.format(change=self.change)
            manifests.write_whole(folder / name, lambda path: faiss.write_index(self._index, str(path)))
            path = folder / name
            self._saved = Manifest(
                format=_FORMAT,
                kind="exact" if self.exact else "ivf-sq8",
                model=self.model,
                dimension=self.dimension,
                change=self.change,
                count=len(self),
                trained=self._trained,
                file=name,
                size=path.stat().st_size,
                crc32=manifests.checksum(path),
            )
            self._saved.save(folder)
            for other in folder.glob("index-*.faiss"):
                if other.name != name:
                    other.unlink(missing_ok=True)

    def _train(self, held: list[tuple[Ids, Matrix]], count: int) -> None:
        faiss = _faiss()
        ids = np.concatenate([found for found, _rows in held])
        rows = np.concatenate([found for _ids, found in held])
        cells = max(1, min(_cells(count), len(rows) // 39))  # FAISS wants 39 rows a cell or more
        index = faiss.index_factory(self.dimension, f"IVF{cells},SQ8", faiss.METRIC_INNER_PRODUCT)
        index.train(rows[: _SAMPLE_OF_A_CELL * cells])
        index.nprobe = PROBES
        index.add_with_ids(rows, ids)
        with self._lock:
            self._index, self._trained = index, max(count, 1)

    def _matrix(self, rows: npt.ArrayLike) -> Matrix:
        made = np.ascontiguousarray(rows, dtype=np.float32)
        if made.ndim == 1 and made.size == self.dimension:
            made = made[None]
        if made.size == 0:
            return made.reshape(0, self.dimension)
        if made.ndim != 2 or made.shape[1] != self.dimension:
            raise ValueError(f"Rows have the shape {made.shape}, and (n, {self.dimension}) was expected")
        return made


def _cells(count: int) -> int:
    return int(2 ** round(math.log2(2 * math.sqrt(count))))


def _rescored(queries: Matrix, ids: Ids, rows_of: RowsOf) -> tuple[Matrix, Ids]:
    known, matrix = rows_of(np.unique(ids[ids >= 0]))
    order = np.argsort(known)
    known, matrix = known[order], matrix[order]
    scores = np.full(ids.shape, -np.inf, np.float32)
    if len(known):
        place = np.clip(np.searchsorted(known, ids), 0, len(known) - 1)
        there = known[place] == ids
        exact = np.stack([matrix[at] @ query for at, query in zip(place, queries, strict=True)])
        scores = np.where(there, exact, -np.inf).astype(np.float32)
        ids = np.where(there, ids, -1)
    best = np.argsort(-scores, axis=1, kind="stable")
    return np.take_along_axis(scores, best, 1), np.take_along_axis(ids, best, 1)


def _faiss() -> Any:
    import faiss

    return faiss


def _exact(dimension: int) -> Any:
    faiss = _faiss()
    return faiss.IndexIDMap2(faiss.IndexFlatIP(dimension))


def _ids(ids: npt.ArrayLike) -> Ids:
    return np.ascontiguousarray(ids, dtype=np.int64).reshape(-1)
