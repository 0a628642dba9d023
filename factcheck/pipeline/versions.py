"""Which reading and which rules made something: a number that changes whenever their code or tables do.

What was read or compared by another version is a cache to be made anew. A number kept by hand would be forgotten at
the first hurried change, so it is the hash of the modules themselves.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib import resources

_BITS = 31


@lru_cache(maxsize=8)
def version_of(*packages: str) -> int:
    """A number of 31 bits over the source of ``packages`` (dotted names), the same for the same source."""
    digest = hashlib.sha256()
    for package in packages:
        modules = (file for file in resources.files(package).iterdir() if file.name.endswith(".py"))
        for module in sorted(modules, key=lambda file: file.name):
            digest.update(f"{package}/{module.name}\0".encode() + module.read_bytes() + b"\0")
    return int.from_bytes(digest.digest()[:4]) >> (32 - _BITS)


def rules() -> int:
    """The version of the comparing rules: the key, with the pair, of a kept relation."""
    return version_of("factcheck.compare")


def reading() -> int:
    """The version of intake and extraction."""
    return version_of("factcheck.intake", "factcheck.extract")
