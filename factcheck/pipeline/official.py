"""Official figures beside a claimed one: the cells of imported tables that speak of the same thing.

A cell is taken for a figure stated by its source, and compared by the same rules as any other. Only cells whose entity
the claim names and whose indicator shares a word with it are looked at; what the rules then call something else is
left out, because a wrong official figure misleads more than a missing one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare import FigureInContext, compare_figures
from factcheck.compare.tokens import content
from factcheck.model import Claim, Figure, OfficialFigure, RelationKind, Speaker, Statement, Voice
from factcheck.pipeline.memo import remembered
from factcheck.pipeline.views import OfficialRow
from factcheck.text import normalise
from factcheck.units import unit

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

MOST = 5
"""Cells shown beside one figure."""

_SAME_THING = frozenset(RelationKind) - {
    RelationKind.UNRELATED,
    RelationKind.CANNOT_TELL,
    RelationKind.DIFFERENT_MEASURE,
    RelationKind.DIFFERENT_UNIT,
    RelationKind.DIFFERENT_SCOPE,
    RelationKind.DIFFERENT_MODALITY,
}


def beside(workspace: Workspace, mine: Statement, figure: Figure) -> tuple[OfficialRow, ...]:
    """The official figures for the same thing, those of the same period first; at most :data:`MOST`."""
    said = normalise(" ".join(filter(None, (mine.claim.restated or mine.claim.text, mine.title))))
    words = content(said)
    here = FigureInContext(figure, mine)
    found = []
    for entity, indicator in _names(workspace):
        if f" {normalise(entity)} " not in f" {said} " or not content(indicator) & words:
            continue
        for cell in workspace.store.official_figures(entity, indicator):
            relation = compare_figures(here, _as_figure(cell))
            if relation.relation in _SAME_THING:
                found.append(OfficialRow(cell, relation))
    found.sort(key=lambda row: (row.relation.relation is RelationKind.DIFFERENT_PERIOD, str(row.official.period.first)))
    return tuple(found[:MOST])


def _names(workspace: Workspace) -> list[tuple[str, str]]:
    return remembered(workspace, "official names", workspace.store.official_names)


def _as_figure(cell: OfficialFigure) -> FigureInContext:
    """The cell as a level that its source has stated for its period."""
    known = unit(cell.unit)
    figure = Figure(
        "",
        0,
        0,
        low=cell.value,
        high=cell.value,
        unit=known.name if known else cell.unit,
        dimension=known.dimension if known else "count",
        measure=cell.indicator,
        place=cell.entity,
        period=cell.period,
    )
    text = f"{cell.indicator} of {cell.entity}"
    speaker = Speaker("", 0, 0, name=cell.source, body=cell.source)
    claim = Claim(text, 0, len(text), restated=None, kinds=(), voice=Voice.INDIRECT, speaker=speaker, figures=(figure,))
    return FigureInContext(figure, Statement(claim, outlet=cell.source, demonstration=cell.demonstration))
