"""The manifest beside a saved index, and files that are written whole or not at all."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from factcheck.errors import CacheError

FILE_NAME = "manifest.json"
_PORTION = 1 << 22


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a saved index was made of; one that doesn't fit is not used.

    Attributes:
        format: version of the layout of the folder.
        kind: which sort of index.
        model: SHA-256 of the model that made the vectors; empty for words.
        dimension: of the vectors; 0 for words.
        change: change number of the store that the index has caught up with.
        count: rows held.
        trained: rows that an approximate index was trained on, 0 for others.
        file, size, crc32: of the file, so that a damaged one is never read.
    """

    format: int
    kind: str
    model: str
    dimension: int
    change: int
    count: int
    trained: int = 0
    file: str = ""
    size: int = 0
    crc32: int = 0

    def save(self, folder: Path) -> None:
        """Write it; this is the moment from which the folder holds the new state."""
        write_whole(folder / FILE_NAME, lambda path: _write_text(path, json.dumps(asdict(self), indent=1)))


def load(folder: Path) -> Manifest:
    """The manifest of a folder.

    Raises:
        CacheError: it is missing or can't be read.
    """
    path = folder / FILE_NAME
    try:
        return Manifest(**json.loads(path.read_bytes()))
    except FileNotFoundError as error:
        raise CacheError(f"{folder} holds no saved index") from error
    except (OSError, ValueError, TypeError) as error:
        raise CacheError(f"{path} can't be read: {error}") from error


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Have ``write`` write a temporary file, sync it, and give it its name: a kill leaves the old one or the new."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        write(temporary)
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a power cut, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def checksum(path: Path) -> int:
    """CRC-32 of a file: finds damage, is no guard against intent."""
    found = 0
    with path.open("rb") as file:
        while portion := file.read(_PORTION):
            found = zlib.crc32(portion, found)
    return found


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
