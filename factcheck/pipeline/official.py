"""Official figures beside a claimed one: the cells of imported tables that speak of the same thing.

A cell is taken for a figure stated by its source, and compared by the same rules as any other. Only cells whose entity
the claim names and whose indicator shares a word with it are looked at; what the rules then call something else is
left out, because a wrong official figure misleads more than a missing one.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factcheck.compare import FigureInContext, compare_figures
from factcheck.compare.tokens import content
from factcheck.compare.when import spoken_of
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
    """The official figures for the same thing and period; where no cell is of its period, the one nearest to it."""
    said = normalise(" ".join(filter(None, (mine.claim.restated or mine.claim.text, mine.title))))
    words = content(said)
    here = FigureInContext(figure, mine)
    found: list[OfficialRow] = []
    for entity, indicator in _names(workspace):
        if f" {normalise(entity)} " not in f" {said} " or not content(indicator) & words:
            continue
        for cell in workspace.store.official_figures(entity, indicator):
            relation = compare_figures(here, _as_figure(cell, figure))
            if relation.relation in _SAME_THING:
                found.append(OfficialRow(cell, relation, _query(cell)))
    same = [row for row in found if row.relation.relation is not RelationKind.DIFFERENT_PERIOD]
    if same:
        return tuple(sorted(same, key=lambda row: str(row.official.period.first))[:MOST])
    asked = spoken_of(here)
    day = asked.last or asked.first
    return tuple(sorted(found, key=lambda row: _days_apart(row.official, day))[:1])


def _days_apart(cell: OfficialFigure, day: date | None) -> int:
    """Days from the end of the cell's period to ``day``; the latest cell comes first where there is none."""
    last = cell.period.last or cell.period.first or date.min
    return abs((last - day).days) if day is not None else -last.toordinal()


def _query(cell: OfficialFigure) -> str:
    """The question in SQL that gives the cell, for ``factcheck sql``."""
    named = " AND ".join(
        f"{column} = '{value.replace(chr(39), chr(39) * 2)}'"
        for column, value in (("entity", cell.entity), ("indicator", cell.indicator), ("source", cell.source))
    )
    since = f" AND period_from = '{cell.period.first}'" if cell.period.first else ""
    return f"SELECT value, unit, cell FROM official_figure WHERE {named}{since}"  # noqa: S608 - shown, not run


def _names(workspace: Workspace) -> list[tuple[str, str]]:
    return remembered(workspace, "official names", workspace.store.official_names)


def _as_figure(cell: OfficialFigure, beside: Figure) -> FigureInContext:
    """The cell as a level that its source has stated for its period.

    A table that gives no unit is read in that of the figure ``beside``, which the claim gives for the same indicator.
    """
    known = unit(cell.unit)
    bare = not cell.unit.strip()
    figure = Figure(
        "",
        0,
        0,
        low=cell.value,
        high=cell.value,
        unit=beside.unit if bare else known.name if known else cell.unit,
        dimension=beside.dimension if bare else known.dimension if known else "count",
        measure=cell.indicator,
        place=cell.entity,
        period=cell.period,
    )
    text = f"{cell.indicator} of {cell.entity}"
    speaker = Speaker("", 0, 0, name=cell.source, body=cell.source)
    claim = Claim(text, 0, len(text), restated=None, kinds=(), voice=Voice.INDIRECT, speaker=speaker, figures=(figure,))
    return FigureInContext(figure, Statement(claim, outlet=cell.source, demonstration=cell.demonstration))
