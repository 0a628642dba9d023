"""The figures that checked claims state, read when they are imported, so that a filter by value finds them at once.

Apart from :mod:`.tables`, which brings the rows in: what is read here can be read again, or later, where a workspace
holds claims that were imported before it was. Processes of their own read while the caller's encodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.extract import extract_many
from factcheck.extract.candidates import can_hold_figure
from factcheck.intake import Metadata, read_text
from factcheck.pipeline import versions, workers
from factcheck.pipeline.views import Progress
from factcheck.store import Reading, Unread

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model import EarlierClaim, Figure
    from factcheck.pipeline.ingest import Listener
    from factcheck.workspace import Workspace

_BATCH = 512
_ENOUGH = 400_000
"""Code points of claims that can hold a figure from which on processes of their own are worth their start."""
_MOST_AHEAD = 20
"""Batches looked at before that is known."""


def read_batches(batches: Iterable[Sequence[EarlierClaim | Unread]]) -> Iterator[list[Reading]]:
    """The figures of the claims of each batch, in their order; ahead of the caller, where there are many.

    Raises:
        ModelError: the English parser is not installed.
        FactcheckError: a process that reads died.
    """
    version = versions.reading()
    able = map(_able, batches)
    for found in workers.mapped(figures_of, able, processes=workers.cores(), weight=_weight, enough=_ENOUGH):
        yield [Reading(figures, version) for figures in found]


_Text = tuple[str, str | None, "date | None"]  # a claim, its outlet and day


def _able(batch: Sequence[EarlierClaim | Unread]) -> list[_Text | None]:
    """What is sent to be read; None for a claim without a sign of a figure."""
    return [(one.claim, one.outlet, one.date) if _holds(one.claim) else None for one in batch]


def _holds(text: str) -> bool:
    return can_hold_figure(text, 0, len(text))


def _weight(texts: Sequence[_Text | None]) -> int:
    return max(_ENOUGH // _MOST_AHEAD, sum(len(one[0]) for one in texts if one is not None))


def figures_of(texts: Sequence[_Text | None]) -> list[tuple[Figure, ...]]:
    """The figures of each text, in their order; of None there are none."""
    able = [one for one in texts if one is not None]
    documents = [read_text(text, metadata=Metadata(outlet=outlet, published_on=day)) for text, outlet, day in able]
    found = iter(extract_many(documents) if documents else [])
    return [
        () if one is None else tuple(figure for claim in next(found).claims for figure in claim.figures)
        for one in texts
    ]


def read_rest(workspace: Workspace, *, on_progress: Listener | None = None) -> int:
    """Read what was imported before figures were read, and keep it batch by batch: stopped, it goes on where it was.

    Returns:
        how many claims were read.
    """
    tell = on_progress or (lambda _: None)
    total = workspace.store.count_unread_earlier()
    done = 0
    while done < total:
        unread = workspace.store.unread_earlier(_BATCH * 16)
        if not unread:
            break
        parts = [unread[start : start + _BATCH] for start in range(0, len(unread), _BATCH)]
        for part, readings in zip(parts, read_batches(parts), strict=True):
            workspace.store.keep_readings({one.row: reading for one, reading in zip(part, readings, strict=True)})
            done += len(part)
            tell(Progress(done, total, f"{done:,} checked claims read for their figures"))
    return done
