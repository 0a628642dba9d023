"""What a person may choose, read once: the workspace's ``factcheck.toml``, then ``FACTCHECK_…`` of the environment.

It stands apart so that every other module is handed a frozen :class:`Settings` and none reads the environment by
itself. The environment wins over the file; what neither names has the default given here.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from factcheck.errors import UsageError

FILE_NAME = "factcheck.toml"
DEFAULT_WORKSPACE = Path("indexes")
DEFAULT_RATING_SCALE = ("True", "Mostly true", "Half true", "Mostly false", "False", "Unproven")


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices of one workspace.

    Attributes:
        workspace: folder of the store, the indexes, the lock and ``factcheck.toml``.
        cache: folder of exported models, shared by all workspaces of a person; None is the platform's cache folder.
        model: a sentence-transformers model by folder or by name; None is the packaged all-MiniLM-L6-v2.
        threads: processor threads for encoding; None is every core this process may use.
        rating_scale: verdicts offered, best first.
        person: who decides, until the screen or a sign-in says otherwise.
        person_header: the header of a request in which a proxy that lets people in names who it is
            ("X-Forwarded-User"); believed where it is set, so set it only behind such a proxy.
        publisher, publisher_url: who publishes the checks, for exports.
    """

    workspace: Path = DEFAULT_WORKSPACE
    cache: Path | None = None
    model: str | None = None
    threads: int | None = None
    rating_scale: tuple[str, ...] = DEFAULT_RATING_SCALE
    person: str | None = None
    person_header: str | None = None
    publisher: str | None = None
    publisher_url: str | None = None


IN_FILE = tuple(f.name for f in fields(Settings) if f.name not in ("workspace", "cache"))
"""Names that ``factcheck.toml`` may hold. Each, and the two others, is also ``FACTCHECK_<NAME>`` in the environment."""


def load(workspace: Path | str | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of a workspace.

    Args:
        workspace: its folder; None takes ``$FACTCHECK_WORKSPACE``, else ``./indexes``. It need not exist.
        environ: the environment; None is that of this process.

    Raises:
        UsageError: the file can't be read, names an unknown setting, or a value makes no sense.
    """
    environ = os.environ if environ is None else environ
    folder = Path(workspace or environ.get("FACTCHECK_WORKSPACE") or DEFAULT_WORKSPACE).expanduser()
    chosen = _of_file(folder / FILE_NAME)
    for name in (*IN_FILE, "cache"):
        text = environ.get(f"FACTCHECK_{name.upper()}", "").strip()
        if text:
            chosen[name] = _parsed(name, text)
    return replace(Settings(workspace=folder), **chosen)


def _of_file(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: can't be read as settings: {error}", remedy="Correct it or remove it.") from error
    for name in data:
        if name not in IN_FILE:
            near = get_close_matches(name, IN_FILE, n=1)
            known = f"Did you mean {near[0]}?" if near else f"Known are {', '.join(IN_FILE)}."
            raise UsageError(f"{path}: unknown setting {name!r}", remedy=known)
    return {name: _checked(name, value, where=str(path)) for name, value in data.items()}


def _parsed(name: str, text: str) -> Any:
    value: Any = text
    if name == "rating_scale":
        value = [part.strip() for part in text.split(",") if part.strip()]
    elif name == "threads" and text.isdecimal():
        value = int(text)
    elif name == "cache":
        return Path(text).expanduser()
    return _checked(name, value, where=f"FACTCHECK_{name.upper()}")


def _checked(name: str, value: Any, *, where: str) -> Any:
    if name == "threads":
        if type(value) is int and value >= 1:
            return value
        raise UsageError(f"{where}: threads is {value!r}", remedy="Give a whole number of 1 or more.")
    if name == "rating_scale":
        if (
            isinstance(value, list)
            and len(value) >= 2
            and all(isinstance(rating, str) and rating.strip() for rating in value)
            and len(set(value)) == len(value)
        ):
            return tuple(value)
        raise UsageError(
            f"{where}: rating_scale is {value!r}", remedy="Give two or more different ratings, best first."
        )
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise UsageError(f"{where}: {name} is {value!r}", remedy="Give it as a text that is not empty, or leave it out.")
