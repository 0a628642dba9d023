"""What runs a model: an exported graph by onnxruntime, or the model itself by sentence-transformers."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from factcheck.embed.files import planned
from factcheck.errors import ModelError, one_line

BATCH = 4
"""Texts a batch; sorted by length, so that little is spent on padding. More of them leave a core's own cache."""
_REFERENCE_BATCH = 32

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """Which model made a vector: two of the same ``sha256`` make the same vectors.

    Attributes:
        sha256: of the weights of the packaged model; of the weights and the files beside them of any other.
        dimension: numbers in a vector.
    """

    name: str
    sha256: str
    dimension: int


class Encoder(Protocol):
    """Whatever makes vectors of texts."""

    @property
    def identity(self) -> ModelIdentity:
        """The model behind it."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of ``texts``, in their order: (len(texts), dimension) float32, each of length 1.

        A text longer than the model reads is cut off at its end.
        """


class GraphEncoder:
    """Runs an exported graph with onnxruntime; safe to call from any thread."""

    def __init__(self, folder: Path, identity: ModelIdentity, *, threads: int) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self.identity = identity
        plan = planned(folder)
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # tokenizers raises nothing narrower
            raise ValueError(f"The tokenizer can't be read: {error}") from error
        self._tokenizer.enable_truncation(max_length=int(plan["max_tokens"]))
        self._tokenizer.enable_padding(pad_id=int(plan["pad_id"]), pad_token=str(plan["pad_token"]))
        self._threads = max(1, threads)
        options = onnxruntime.SessionOptions()
        # batches run side by side, one thread each: two threads within a batch cost a fifth more processor time, and
        # threads that spin while they wait cost twice as much on a machine that does other things too
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "graph.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._inputs = [given.name for given in self._session.get_inputs()]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See :class:`Encoder`."""
        made = np.empty((len(texts), self.identity.dimension), np.float32)
        texts = [text.encode("utf-8", "replace").decode() for text in texts]  # half surrogate pairs are not UTF-8

        def fill(positions: list[int]) -> None:
            made[positions] = self._batch([texts[position] for position in positions])

        batches = _by_length(texts)[::-1]  # the longest first, so that the threads end together
        if len(batches) > 1 and self._threads > 1:
            with ThreadPoolExecutor(self._threads) as pool:
                list(pool.map(fill, batches))
        else:
            for positions in batches:
                fill(positions)
        return made

    def _batch(self, texts: Sequence[str]) -> Vectors:
        tokens = self._tokenizer.encode_batch(texts)
        columns = {
            "input_ids": [line.ids for line in tokens],
            "attention_mask": [line.attention_mask for line in tokens],
            "token_type_ids": [line.type_ids for line in tokens],
        }
        fed = {name: np.array(columns[name], np.int64) for name in self._inputs}
        return np.asarray(self._session.run(None, fed)[0], np.float32)


class ReferenceEncoder:
    """Runs a model with sentence-transformers itself: the reference, and what serves a model without a graph."""

    def __init__(self, folder: Path, name: str, sha256: str, *, threads: int) -> None:
        import torch

        self._model = loaded(folder, name)
        torch.set_num_threads(threads)
        self.identity = ModelIdentity(name, sha256, int(self._model.get_embedding_dimension() or 0))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See :class:`Encoder`."""
        if not len(texts):
            return np.empty((0, self.identity.dimension), np.float32)
        made = self._model.encode(
            list(texts),
            batch_size=_REFERENCE_BATCH,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(made, np.float32)


def loaded(folder: Path, name: str) -> Any:
    """The model as sentence-transformers loads it, on the processor, from its folder alone."""
    stay_offline()
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        return SentenceTransformer(str(folder), device="cpu", local_files_only=True, trust_remote_code=False)
    except (OSError, ValueError, KeyError, RuntimeError, ImportError) as error:
        raise ModelError(
            f"{name} can't be loaded from {folder}: {one_line(str(error))[:300]}",
            remedy="Give the folder of a sentence-transformers model.",
        ) from error


def stay_offline() -> None:
    """Keep the model libraries from asking any network; beside it every call says ``local_files_only``."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["TRANSFORMERS_OFFLINE"] = "1"


def _by_length(texts: Sequence[str]) -> list[list[int]]:
    order = sorted(range(len(texts)), key=lambda position: len(texts[position]))
    return [order[start : start + BATCH] for start in range(0, len(order), BATCH)]


def cores() -> int:
    affinity: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
