"""Small files of the cache of models: written whole or not at all, and read without complaint."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from factcheck.errors import ModelError


def sha256_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def noted(path: Path) -> dict[str, Any]:
    """The JSON object in a file, empty where there is none that can be read."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}  # no note, or a damaged one: it is made again
    return found if isinstance(found, dict) else {}


def write(path: Path, content: bytes) -> None:
    """Write a file under a temporary name, and give it its own when it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    temporary.write_bytes(content)
    sync(temporary)
    temporary.replace(path)


def sync(path: Path) -> None:
    """Make what was written last through a power cut."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def planned(folder: Path) -> dict[str, Any]:
    """What the manifest of an exported graph says of it; empty where there is none."""
    return noted(folder / "manifest.json")


def unwritable(cache: Path, error: OSError) -> ModelError:
    """What to tell of a cache of models that can't be used."""
    return ModelError(
        f"The cache of models in {cache} can't be used: {error.strerror or error}",
        remedy="Name another folder in $FACTCHECK_CACHE.",
    )
