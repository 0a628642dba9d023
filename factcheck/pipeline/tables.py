"""Tables into the workspace: earlier claims with their verdicts, official figures. Safe to repeat, and to stop."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from factcheck.intake import SHARED_ID, UNREAD_DATE, BadRow, claim_columns, earlier_claims, official_figures, row_count
from factcheck.model import EarlierClaim
from factcheck.pipeline import checked
from factcheck.pipeline.views import ImportResult, Progress

if TYPE_CHECKING:
    from factcheck.pipeline.ingest import Listener
    from factcheck.store import Reading
    from factcheck.workspace import Workspace

T = TypeVar("T")
_BATCH = 512
_OURS = {UNREAD_DATE, SHARED_ID}  # what the import itself keeps beside a row's own columns


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do; nothing of it is done.

    Attributes:
        columns: our name → the file's name, of the columns that were found.
        kept: names of columns that have no meaning here and are kept as they are.
        rows: how many there are in all, bad ones included.
        new: how many would be added or brought up to date; ``already``: are there just so.
        undated: how many would come in without their date, because it reads as none or in more than one way.
        skipped: the line and the reason of each that would be left out.
        first: the first claims, as they would come in.
    """

    columns: Mapping[str, str]
    kept: tuple[str, ...]
    rows: int
    new: int
    already: int
    undated: int
    skipped: tuple[tuple[int, str], ...]
    first: tuple[EarlierClaim, ...]


def preview_claims(workspace: Workspace, path: Path, *, first: int = 5, on_progress: Listener | None = None) -> Preview:
    """What :func:`import_claims` would do with a file; reads all of it, encodes and keeps nothing.

    Raises:
        IntakeError: the file can't be read as a table with a column of claims.
    """
    tell = on_progress or (lambda _: None)
    total = row_count(path)
    shown: list[EarlierClaim] = []
    skipped: list[tuple[int, str]] = []
    extra: dict[str, None] = {}
    new = good = undated = seen = 0
    for batch in _batches(earlier_claims(path), _BATCH):
        rows = [row for row in batch if not isinstance(row, BadRow)]
        skipped += [(row.line, row.problem) for row in batch if isinstance(row, BadRow)]
        shown += rows[: max(0, first - len(shown))]
        extra |= dict.fromkeys(name for row in rows for name in row.extra if name not in _OURS)
        undated += sum(UNREAD_DATE in row.extra for row in rows)
        new += len(workspace.store.new_earlier_claims(rows))
        good += len(rows)
        seen += len(batch)
        tell(Progress(seen, max(total, seen) if total else 0, f"{seen:,} rows"))
    return Preview(claim_columns(path), tuple(extra), seen, new, good - new, undated, tuple(skipped), tuple(shown))


@dataclass(frozen=True, slots=True)
class _Portion:
    """Some rows of a file: how many, bad ones included; the good ones that are not there just so."""

    rows: int
    skipped: tuple[tuple[int, str], ...]
    undated: int
    new: list[EarlierClaim]


def import_claims(
    workspace: Workspace, path: Path, *, on_progress: Listener | None = None, demonstration: bool = False
) -> ImportResult:
    """Take in a table or feed of earlier claims in portions, each kept whole with its vectors and figures; rows known
    already are left alone.

    An import that was stopped is started again with the same file, and goes on where it was.

    Raises:
        IntakeError: the file can't be read as a table with a column of claims.
        ModelError: the workspace's vectors were made by another model.
    """
    tell = on_progress or (lambda _: None)
    total = row_count(path)
    added = already = undated = seen = figures = 0
    skipped: list[tuple[int, str]] = []
    waiting: deque[_Portion] = deque()  # read for figures ahead of what is encoded and kept

    def texts() -> Iterator[list[EarlierClaim]]:
        for portion in _portions(workspace, path, demonstration=demonstration):
            if not waiting and not portion.new:
                count(portion, 0)
                continue
            waiting.append(portion)
            if portion.new:
                yield portion.new

    def count(portion: _Portion, kept: int) -> None:
        nonlocal added, already, undated, seen
        added += kept
        already += portion.rows - len(portion.skipped) - kept
        undated += portion.undated
        skipped.extend(portion.skipped)
        seen += portion.rows
        tell(Progress(seen, max(total, seen) if total else 0, f"{seen:,} rows"))

    for readings in checked.read_batches(texts()):
        while not waiting[0].new:
            count(waiting.popleft(), 0)
        portion = waiting.popleft()
        figures += sum(len(reading.figures) for reading in readings)
        count(portion, _keep(workspace, portion.new, readings))
    for portion in waiting:
        count(portion, 0)
    checked.read_rest(workspace, on_progress=on_progress)
    return ImportResult(added, already, tuple(skipped), undated, figures)


def _portions(workspace: Workspace, path: Path, *, demonstration: bool) -> Iterator[_Portion]:
    for batch in _batches(earlier_claims(path), _BATCH):
        rows = [row for row in batch if not isinstance(row, BadRow)]
        if demonstration:
            rows = [replace(row, demonstration=True) for row in rows]
        yield _Portion(
            len(batch),
            tuple((row.line, row.problem) for row in batch if isinstance(row, BadRow)),
            sum(UNREAD_DATE in row.extra for row in rows),
            workspace.store.new_earlier_claims(rows),
        )


def _keep(workspace: Workspace, new: Sequence[EarlierClaim], readings: Sequence[Reading]) -> int:
    """Encode and keep claims in one transaction; says how many were not there before."""
    titled = {at: row.title for at, row in enumerate(new) if row.title and row.title != row.claim}
    made = workspace.encoder.encode([row.claim for row in new] + list(titled.values()))
    titles = dict(zip(titled, made[len(new) :], strict=True))
    kept = workspace.store.add_earlier_claims(
        new, made[: len(new)], workspace.encoder.identity, title_vectors=titles, readings=readings
    )
    return kept.added


def import_figures(
    workspace: Workspace, path: Path, *, on_progress: Listener | None = None, demonstration: bool = False
) -> ImportResult:
    """Take in a table of official figures; rows known already are left alone.

    Raises:
        IntakeError: the file can't be read as a table of figures.
    """
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
