"""A text into the workspace: read it, find its claims, embed them, keep all of it in one transaction.

A document that is there already is left alone, so a job that was stopped is simply started again. Nothing is kept of
a document whose reading was cut off in the middle.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from factcheck.errors import FactcheckError, IntakeError, ModelError, StoreError
from factcheck.extract import Extraction, extract, numberless
from factcheck.intake import SUFFIXES, Metadata, date_option, read_bytes, read_file, read_text
from factcheck.pipeline import again, wording, workers
from factcheck.pipeline.caller import caller
from factcheck.pipeline.views import Ingested, Progress

if TYPE_CHECKING:
    from factcheck.model import Claim, Document
    from factcheck.workspace import Workspace

Listener = Callable[[Progress], None]
_BATCH = 32


@dataclass(frozen=True, slots=True)
class Failed:
    """A source that gave no document; ``id`` is its path as given."""

    id: str
    error: str


# ------------------------------------------------------------------------------------------------------------ reading


def metadata(
    *,
    title: str | None = None,
    outlet: str | None = None,
    date: str | None = None,
    url: str | None = None,
    author: str | None = None,
) -> Metadata:
    """What a person says of a text; empty strings count as not said.

    Raises:
        UsageError: ``date`` is not a date.
    """
    return Metadata(
        title=title or None,
        outlet=outlet or None,
        author=author or None,
        url=url or None,
        published_on=date_option(date),
    )


def from_text(text: str, **given: str | None) -> Document:
    """Pasted text as a document; ``given`` as for :func:`metadata`.

    Raises:
        IntakeError: it holds no text, or is too large.
        UsageError: the date is not a date.
    """
    return read_text(text, metadata=metadata(**given))


def from_bytes(raw: bytes, *, name: str, **given: str | None) -> Document:
    """An uploaded file as a document; its kind is told by ``name``.

    Raises:
        IntakeError: it can't be read as text.
        UsageError: the date is not a date.
    """
    return read_bytes(raw, name=name, metadata=metadata(**given))


def read(path: str, **given: str | None) -> Document:
    """The file at ``path`` as a document; ``-`` is standard input.

    Raises:
        IntakeError: it can't be read as text.
        UsageError: the date is not a date.
    """
    known = metadata(**given)
    if path == "-":
        return read_bytes(caller().input.read(), metadata=known)
    return read_file(Path(path), metadata=known)


def sources(paths: Sequence[str]) -> list[str]:
    """Each path as it is; of a folder every file below it that can be read, in order of name.

    Raises:
        IntakeError: a folder holds no file that can be read.
    """
    found: list[str] = []
    for path in paths:
        if path == "-" or not Path(path).is_dir():
            found.append(path)
            continue
        files = [str(file) for file in sorted(Path(path).rglob("*")) if _readable(file)]
        if not files:
            raise IntakeError(
                "there is no text in this folder", path=path, remedy=f"Texts end in {', '.join(SUFFIXES)}"
            )
        found += files
    return found


def _readable(file: Path) -> bool:
    return file.is_file() and file.suffix.lower() in SUFFIXES and not file.name.startswith(".")


# ------------------------------------------------------------------------------------------------------------- claims


def _told(path: str, error: FactcheckError) -> str:
    """The error with the file it is about, where it doesn't name it by itself."""
    return str(error) if str(error).startswith(path) else f"{path}: {error}"


def claims_of(document: Document) -> Extraction:
    """The claims of a document; nothing is stored."""
    return extract(document)


def nothing_found(extraction: Extraction) -> IntakeError:
    """What to tell of a document without a claim."""
    return IntakeError(
        "; ".join(note.rstrip(".") for note in extraction.notes) or "No claim was found",
        remedy="Nothing was kept; check that this is the text of an article in English",
    )


# ------------------------------------------------------------------------------------------------------------- ingest


def ingest(
    workspace: Workspace,
    document: Document,
    *,
    extraction: Extraction | None = None,
    on_progress: Listener | None = None,
    pasted: bool = False,
) -> Ingested:
    """Keep ``document`` with its claims, figures and vectors, all of it or nothing.

    A newer version of a document that is there takes its place (:mod:`factcheck.pipeline.again`).

    Args:
        extraction: the document's claims where they are read already; without it they are read here.
        on_progress: told of each step; what it raises ends the work, and nothing is kept.
        pasted: a person gave the text by hand, so that a newer version is known by its sentences too, where title or
            outlet aren't known.

    Raises:
        IntakeError: it holds no claim, or is in a language that is not read; nothing is kept of it.
        ModelError: the workspace's vectors were made by another model.
        StoreError: the store refuses the document.
    """
    tell = on_progress or (lambda _: None)
    title = document.title or wording.first_words(document.text)
    known = workspace.store.document_by_sha(document.sha256)
    if known is not None:
        kept = workspace.store.document_statements(known)
        return Ingested(known, title, len(kept), already=True)
    if extraction is None:
        tell(Progress(0, 0, "reading the text"))
        extraction = extract(document)
    claims = extraction.claims
    if not claims:
        raise nothing_found(extraction)
    bare = [numberless(claim) for claim in claims]
    full, without = _both_vectors(workspace, claims, bare, tell)
    tell(Progress(1, 1, "saving"))
    earlier = again.earlier_version(workspace, document, pasted=pasted)
    added = workspace.store.add_document(
        document,
        claims,
        numberless=bare,
        claim_vectors=full,
        numberless_vectors=without,
        model=workspace.encoder.identity,
        supersedes=earlier,
    )
    return Ingested(
        added.document_id, title, len(claims), already=added.already, notes=extraction.notes, supersedes=earlier
    )


def ingest_all(
    workspace: Workspace,
    paths: Sequence[str],
    *,
    on_progress: Listener | None = None,
    processes: int = 1,
    enough: int = workers.ENOUGH,
    **given: str | None,
) -> Iterator[Ingested | Failed]:
    """Each source in turn; one that can't be read is told and the rest goes on.

    Args:
        processes: how many at most read texts, where there is much to read; embedding and keeping stay here.
        enough: code points of unknown texts from which on processes are started.

    Raises:
        UsageError: the date given is not a date.
        ModelError, StoreError: no document could be kept.
        FactcheckError: a process that read texts was stopped; what was yielded is kept.
    """
    metadata(**given)
    tell = on_progress or (lambda _: None)
    opened: deque[Document | Failed] = deque()
    unread = _unread(workspace, paths, given, opened)
    extractions = workers.mapped(_extracted, unread, processes=processes, weight=_code_points, enough=enough)
    for done, path in enumerate(paths):
        tell(Progress(done, len(paths), path))
        extraction = next(extractions)
        source = opened.popleft()
        if isinstance(source, Failed):
            yield source
            continue
        try:
            yield ingest(workspace, source, extraction=extraction)
        except (ModelError, StoreError):
            raise
        except FactcheckError as error:
            yield Failed(path, _told(path, error))
    tell(Progress(len(paths), len(paths), "done"))


def _unread(
    workspace: Workspace, paths: Sequence[str], given: Mapping[str, str | None], opened: deque[Document | Failed]
) -> Iterator[Document | None]:
    """What of each source has to be read for claims: the document without its bytes, None where there is nothing to.

    The sources themselves are put into ``opened``, in the same order.
    """
    for path in paths:
        try:
            document = read(path, **given)
        except FactcheckError as error:
            opened.append(Failed(path, _told(path, error)))
            yield None
            continue
        opened.append(document)
        known = workspace.store.document_by_sha(document.sha256) is not None
        yield None if known else replace(document, raw=b"")


def _extracted(document: Document | None) -> Extraction | None:
    return None if document is None else extract(document)


def _code_points(document: Document | None) -> int:
    return 0 if document is None else len(document.text)


def text_to_encode(claim: Claim) -> str:
    """The claim as it reads alone, which is what a later question resembles most."""
    return claim.restated or claim.text


def _both_vectors(
    workspace: Workspace, claims: Sequence[Claim], numberless: Sequence[str], tell: Listener
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Vectors of ``claims`` and of them without their numbers; one for both where a claim has no figure."""
    texts = [text_to_encode(claim) for claim in claims]
    without = [bare if claim.figures else text for claim, text, bare in zip(claims, texts, numberless, strict=True)]
    rows = {text: row for row, text in enumerate(dict.fromkeys((*texts, *without)))}
    vectors = encode(workspace, list(rows), tell, "embedding claims")
    return vectors[[rows[text] for text in texts]], vectors[[rows[text] for text in without]]


def encode(workspace: Workspace, texts: Sequence[str], tell: Listener, what: str) -> np.ndarray[Any, Any]:
    """Unit vectors of ``texts``, float32, (n, dimension), with progress by batches."""
    encoder = workspace.encoder
    if len(texts) <= _BATCH:
        return encoder.encode(texts)
    parts = []
    for start in range(0, len(texts), _BATCH):
        tell(Progress(start, len(texts), what))
        parts.append(encoder.encode(texts[start : start + _BATCH]))
    return np.concatenate(parts)


__all__ = [
    "Extraction",
    "Failed",
    "IntakeError",
    "claims_of",
    "encode",
    "from_bytes",
    "from_text",
    "ingest",
    "ingest_all",
    "metadata",
    "nothing_found",
    "read",
    "sources",
    "text_to_encode",
]
