"""An encoder that remembers: each text is encoded once for a model, whatever benchmark asks for it and how often.

Vectors lie in a SQLite file of the cache folder (``$FACTCHECK_BENCHMARK_CACHE``, else the person's cache folder), under
the SHA-256 of the model's weights and that of the text. What a benchmark measures is therefore the product's own path
with the product's own vectors; only a rerun is quicker.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import platformdirs

from factcheck.embed import Encoder, ModelIdentity, load_encoder
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
