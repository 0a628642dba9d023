"""The demonstration workspace, filled from the corpus in ``seeds/``; never mixed with a person's own work."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from factcheck.errors import StoreError
from factcheck.intake import read_file
from factcheck.pipeline import tables, versions
from factcheck.pipeline.ingest import ingest
from factcheck.pipeline.opening import open_workspace
from factcheck.pipeline.review import LEAD
from factcheck.pipeline.views import Progress

_FILLED = "demonstration"
_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Corpus:
    """The folder of the corpus and what its manifest says of it."""

    folder: Path
    manifest: Mapping[str, Any]

    def documents(self) -> list[Path]:
        """The articles of all stories, the lead article first."""
        lead = self.folder / self.manifest["lead"]
        stories = [
            path for story in self.manifest["stories"] for path in sorted((self.folder / story["folder"]).glob("*.md"))
        ]
        return [lead, *(path for path in stories if path != lead)]

    def fingerprint(self) -> str:
        """SHA-256 over all files, so that a changed corpus is noticed."""
        digest = hashlib.sha256()
        for path in sorted(path for path in self.folder.rglob("*") if path.is_file()):
            digest.update(str(path.relative_to(self.folder)).encode() + b"\0" + path.read_bytes() + b"\0")
        return digest.hexdigest()


def corpus() -> Corpus:
    """The corpus of this checkout or installation.

    Raises:
        StoreError: it isn't there.
    """
    for folder in (_PACKAGE / "_seeds", _PACKAGE.parent / "seeds"):
        manifest = folder / "manifest.json"
        if manifest.is_file():
            return Corpus(folder, json.loads(manifest.read_text("utf-8")))
    raise StoreError(
        "the demonstration corpus is not there", remedy="Install the package again, or use a full checkout"
    )


def folder(workspace: Path) -> Path:
    """Where the demonstration of the workspace in folder ``workspace`` lies."""
    return workspace / "demonstration"


def fill(path: Path, *, on_progress: Callable[[Progress], None] | None = None) -> str | None:
    """Fill the demonstration workspace in ``path`` where it isn't filled yet; what was read in, in words.

    A corpus that has changed, or is read otherwise now, replaces the old one, unless somebody has decided something.

    Raises:
        WorkspaceBusyError: it is open elsewhere.
        FactcheckError: a file of the corpus can't be read.
    """
    source = corpus()
    wanted = f"{source.fingerprint()} {versions.reading()}"
    with open_workspace(path) as workspace:
        if workspace.store.note(_FILLED) == wanted:
            return None
        outdated = workspace.store.note(_FILLED) is not None
        if outdated and workspace.store.events():
            return "it would be read otherwise now, but you have decided things here, so it stays as it is"
    if outdated:
        shutil.rmtree(path)
    return _fill(path, source, wanted, on_progress or (lambda _: None))


def _fill(path: Path, source: Corpus, wanted: str, tell: Callable[[Progress], None]) -> str:
    files = source.documents()
    claims = 0
    with open_workspace(path) as workspace:
        for done, file in enumerate(files):
            tell(Progress(done, len(files), file.stem))
            ingested = ingest(workspace, replace(read_file(file), demonstration=True))
            claims += ingested.claims
            if done == 0:
                workspace.store.set_note(LEAD, ingested.document_id)
        checked = tables.import_claims(workspace, source.folder / source.manifest["checked_claims"], demonstration=True)
        official = tables.import_figures(
            workspace, source.folder / source.manifest["official_figures"], demonstration=True
        )
        workspace.store.set_note(_FILLED, wanted)
        tell(Progress(len(files), len(files), "done"))
    return (
        f"{len(files)} articles with {claims} claims, {checked.added} checked claims, {official.added} official figures"
    )
