"""Tables into the workspace: earlier claims with their verdicts, official figures. Safe to repeat, and to stop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from factcheck.intake import UNREAD_DATE, BadRow, earlier_claims, official_figures
from factcheck.pipeline.views import ImportResult, Progress

if TYPE_CHECKING:
    from factcheck.pipeline.ingest import Listener
    from factcheck.workspace import Workspace

T = TypeVar("T")
_BATCH = 512


def import_claims(
    workspace: Workspace, path: Path, *, on_progress: Listener | None = None, demonstration: bool = False
) -> ImportResult:
    """Take in a table of earlier claims in batches, each kept whole; rows known already are left alone.

    Raises:
        IntakeError: the file can't be read as a table with a column of claims.
        ModelError: the workspace's vectors were made by another model.
    """
    from dataclasses import replace

    tell = on_progress or (lambda _: None)
    added = already = undated = seen = 0
    skipped: list[tuple[int, str]] = []
    for batch in _batches(earlier_claims(path), _BATCH):
        rows = [row for row in batch if not isinstance(row, BadRow)]
        undated += sum(UNREAD_DATE in row.extra for row in rows)
        skipped += [(row.line, row.problem) for row in batch if isinstance(row, BadRow)]
        if demonstration:
            rows = [replace(row, demonstration=True) for row in rows]
        new = workspace.store.new_earlier_claims(rows)
        titled = {at: row.title for at, row in enumerate(new) if row.title and row.title != row.claim}
        made = workspace.encoder.encode([row.claim for row in new] + list(titled.values()))
        titles = dict(zip(titled, made[len(new) :], strict=True))
        kept = workspace.store.add_earlier_claims(
            new, made[: len(new)], workspace.encoder.identity, title_vectors=titles
        )
        added += kept.added
        already += len(rows) - kept.added
        seen += len(batch)
        tell(Progress(seen, 0, f"{seen:,} rows"))
    return ImportResult(added, already, tuple(skipped), undated)


def import_figures(
    workspace: Workspace, path: Path, *, on_progress: Listener | None = None, demonstration: bool = False
) -> ImportResult:
    """Take in a table of official figures; rows known already are left alone.

    Raises:
        IntakeError: the file can't be read as a table of figures.
    """
    from dataclasses import replace

    tell = on_progress or (lambda _: None)
    added = already = seen = 0
    skipped: list[tuple[int, str]] = []
    for batch in _batches(official_figures(path), _BATCH):
        rows = [row for row in batch if not isinstance(row, BadRow)]
        skipped += [(row.line, row.problem) for row in batch if isinstance(row, BadRow)]
        if demonstration:
            rows = [replace(row, demonstration=True) for row in rows]
        more, known = workspace.store.add_official_figures(rows)
        added += more
        already += known
        seen += len(batch)
        tell(Progress(seen, 0, f"{seen:,} rows"))
    return ImportResult(added, already, tuple(skipped))


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
