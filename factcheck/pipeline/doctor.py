"""Is everything sound: settings, models, store, indexes. Each finding says what is wrong and what mends it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.embed import load_encoder
from factcheck.errors import FactcheckError, WorkspaceBusyError
from factcheck.extract.parsing import PACKAGE, pipeline
from factcheck.pipeline.opening import owner_of, workspace_at
from factcheck.pipeline.views import Finding
from factcheck.settings import load

if TYPE_CHECKING:
    from factcheck.settings import Settings
    from factcheck.workspace import Workspace


def examine(path: Path) -> Iterator[Finding]:
    """Look at the workspace in ``path`` and at the models; changes nothing but what opening mends by itself.

    Raises:
        WorkspaceBusyError: a workbench has it open, which can be asked instead.
    """
    try:
        settings = load(path, os.environ)
    except FactcheckError as error:
        yield _wrong("settings", error)
        return
    with ExitStack() as opened:
        workspace = _at_hand(path, opened)
        yield Finding("settings", True, f"model {settings.model or 'all-MiniLM-L6-v2, as packaged'}")
        yield _model(settings)
        yield _parser()
        if isinstance(workspace, Finding):
            yield workspace
            return
        yield from _store(workspace)
        yield from _indexes(workspace)


def _at_hand(path: Path, opened: ExitStack) -> Workspace | Finding:
    """The workspace in ``path``, which ``opened`` closes again, or why there is none to look at."""
    if not path.is_dir():
        return Finding("workspace", True, f"none at {path} yet; the first ingest makes it")
    try:
        return opened.enter_context(workspace_at(path))
    except WorkspaceBusyError as error:
        owner = owner_of(path)
        if owner is not None and owner.token:
            raise
        return _wrong("workspace", error)
    except FactcheckError as error:
        return _wrong("store", error)


def _model(settings: Settings) -> Finding:
    try:
        encoder = load_encoder(settings)
        identity = encoder.identity
        length = float((encoder.encode(["The bridge cost $1.2bn."]) ** 2).sum())
    except FactcheckError as error:
        return _wrong("embedding model", error)
    detail = f"{identity.name}, {identity.dimension} dimensions, SHA-256 {identity.sha256[:12]}…"
    if abs(length - 1) > 1e-3:
        return Finding("embedding model", False, f"{detail}; its vectors aren't unit vectors", "Choose another model")
    return Finding("embedding model", True, detail)


def _parser() -> Finding:
    try:
        loaded = pipeline()
    except FactcheckError as error:
        return _wrong("English parser", error)
    return Finding("English parser", True, f"{PACKAGE} {loaded.meta.get('version', '')}".strip())


def _store(workspace: Workspace) -> Iterator[Finding]:
    problems = workspace.store.check()
    counts = ", ".join(f"{number:,} {name}" for name, number in workspace.store.counts().items())
    if not problems:
        yield Finding("store", True, counts)
    for problem in problems:
        yield Finding("store", False, problem, "Ingest the document again, or restore the workspace from a backup")


def _indexes(workspace: Workspace) -> Iterator[Finding]:
    try:
        workspace.sync()
        problems = workspace.check_indexes()
    except FactcheckError as error:
        yield _wrong("indexes", error)
        return
    for problem in problems:
        yield Finding("indexes", False, problem, "Delete the folder of indexes in the workspace; it is built anew")
    if not problems:
        yield Finding("indexes", True, f"{len(workspace.vectors):,} vectors, as many as the store has")


def _wrong(name: str, error: FactcheckError) -> Finding:
    return Finding(name, False, error.problem, error.remedy)
