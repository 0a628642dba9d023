"""The whole forward pass of a model written once as an ONNX graph into the cache, and held against the reference."""

from __future__ import annotations

import json
import os
import shutil
import warnings
from pathlib import Path
from typing import Any

import numpy as np

from factcheck.embed.encoders import GraphEncoder, ModelIdentity, cores, loaded
from factcheck.embed.files import planned, sync, write
from factcheck.errors import one_line

FORMAT = 2
"""Of the cache: another one is written anew."""
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


def sound(folder: Path) -> bool:
    """Whether a folder of the cache holds a whole graph, or the note that this model is served without one."""
    plan = planned(folder)
    if plan.get("served_by") == "sentence-transformers":
        return True
    graph = folder / "graph.onnx"
    return bool(plan) and graph.is_file() and graph.stat().st_size == plan.get("size")


def export_graph(folder: Path, name: str, sha256: str, target: Path) -> None:
    """Write graph, tokenizer and manifest beside ``target`` and give the folder its name when it is whole."""
    from filelock import FileLock

    target.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(str(target) + ".lock"):
        if sound(target):  # another process was first
            return
        temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir()
        try:
            plan = _written(folder, name, sha256, temporary)
            write(temporary / "manifest.json", json.dumps(plan, indent=1).encode())
            for file in temporary.iterdir():
                sync(file)
            shutil.rmtree(target, ignore_errors=True)
            temporary.replace(target)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)


def _written(folder: Path, name: str, sha256: str, target: Path) -> dict[str, Any]:
    """Write the graph into ``target`` and compare it with the reference; returns the manifest's content."""
    model = loaded(folder, name)
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
        write(target / "manifest.json", json.dumps(plan).encode())
        made = GraphEncoder(target, ModelIdentity(name, sha256, dimension), threads=cores()).encode(_PROBES)
        reason = None if np.sum(made * reference, axis=1).min() > _SAME else "its vectors differ from the reference"
    except unreadable() as error:
        reason = one_line(str(error))[:300]
    if reason is not None:
        (target / "graph.onnx").unlink(missing_ok=True)
        plan |= {"served_by": "sentence-transformers", "reason": reason}
    return plan


def unreadable() -> tuple[type[Exception], ...]:
    """What torch, tokenizers and onnxruntime raise for a model that they can't write or read."""
    from onnxruntime.capi import onnxruntime_pybind11_state as raised

    kinds = tuple(kind for kind in vars(raised).values() if isinstance(kind, type) and issubclass(kind, Exception))
    return (*kinds, RuntimeError, ValueError, TypeError, KeyError, AttributeError, OSError)


def _write_graph(model: Any, path: Path) -> None:
    """All modules of a sentence-transformers model, and normalising, as one ONNX graph of token ids → vectors."""
    import torch

    for part in model:
        inner = getattr(part, "auto_model", None)
        if inner is not None and hasattr(inner, "set_attn_implementation"):
            # written out step by step: an eighth faster than what torch's own attention becomes in a graph
            inner.set_attn_implementation("eager")
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
