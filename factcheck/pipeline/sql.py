"""Questions in SQL to the store, which only read; docs/sql.md describes the views."""

from __future__ import annotations

import math
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.workspace import Workspace


def select(workspace: Workspace, query: str) -> tuple[list[str], list[list[Any]]]:
    """The names of the columns and the rows that one SELECT gives, JSON-ready: days and times in ISO 8601.

    Raises:
        UsageError: it is no query, is more than one, or would write.
    """
    names, rows = workspace.store.select(query)
    return _apart(names), [[_plain(cell) for cell in row] for row in rows]


def _plain(cell: Any) -> Any:
    if isinstance(cell, date | datetime):
        return cell.isoformat()
    if isinstance(cell, float) and not math.isfinite(cell):
        return str(cell)  # JSON has no number for it
    if isinstance(cell, list | tuple):
        return [_plain(one) for one in cell]
    if isinstance(cell, dict):
        return {str(key): _plain(one) for key, one in cell.items()}
    return cell if cell is None or isinstance(cell, bool | int | float | str) else str(cell)


def _apart(names: list[str]) -> list[str]:
    """Names that occur twice numbered, so that no column takes another one's place."""
    seen: dict[str, int] = {}
    made = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        made.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return made
