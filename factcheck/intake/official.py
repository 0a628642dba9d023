"""Tables of official statistics, to one :class:`~factcheck.model.OfficialFigure` a cell, with the cell's address.

Two shapes: the long one (``entity, indicator, period, value, unit, source``) and that of the World Bank's downloads
(``Country Name, Country Code, Year, Value``, where the last column may bear the indicator's name). What the table
does not say, the caller may; what neither says stays empty rather than guessed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from factcheck.errors import IntakeError
from factcheck.intake.dates import read_period
from factcheck.intake.rows import BadRow, Columns, Row, plain, rows, words
from factcheck.model import OfficialFigure

_COLUMNS = Columns(
    {
        "entity": ("country_name", "country", "place", "area", "region", "geography"),
        "indicator": ("indicator_name", "series", "measure", "series_name"),
        "period": ("year", "date", "time", "time_period"),
        "value": ("obs_value", "amount"),
        "unit": ("units", "unit_of_measure"),
        "source": ("publisher", "source_organization", "organisation"),
    }
)
_CODES = ("country_code", "code", "indicator_code", "iso3", "iso2")
_NO_VALUE = {"", "..", "...", ":", "-", "–", "na", "n/a", "nan", "null", "none", "x"}
_IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")


def official_figures(
    path: Path, *, indicator: str | None = None, unit: str | None = None, source: str | None = None
) -> Iterator[OfficialFigure | BadRow]:
    """The cells of a ``.csv``, ``.jsonl`` or ``.parquet`` table; those without a value ("", "..") are passed over.

    Args:
        indicator: what is measured, where the table doesn't say; else the value column's name, else the file's.
        unit: of the values, where the table doesn't say; else what stands in brackets after the indicator, else "".
        source: who publishes them, where the table doesn't say; else the file's name.

    Raises:
        IntakeError: the file can't be read, or has no columns for entity, period and value.
    """
    path = Path(path)
    for row in rows(path):
        if isinstance(row, BadRow):
            yield row
            continue
        columns = dict(_COLUMNS.of(row.fields))
        if "value" not in columns and (last := _named_by_indicator(row.fields, columns)):
            columns["value"] = last
        missing = [name for name in ("entity", "period", "value") if name not in columns]
        if missing:
            raise IntakeError(
                f"no column for {' and '.join(missing)}; it has {', '.join(map(str, row.fields))}",
                path=path,
                remedy="Name its columns entity, indicator, period, value, unit, source",
            )
        made = _figure(row, columns, path, indicator=indicator, unit=unit, source=source)
        if made is not None:
            yield made


def _named_by_indicator(fields: Mapping[str, Any], columns: Mapping[str, str]) -> str | None:
    used = set(columns.values())
    left = [name for name in fields if name not in used and plain(name) not in _CODES]
    return left[0] if len(left) == 1 else None


def _figure(
    row: Row, columns: Mapping[str, str], path: Path, *, indicator: str | None, unit: str | None, source: str | None
) -> OfficialFigure | BadRow | None:
    written = words(row.fields[columns["value"]])
    if written is None or written.lower() in _NO_VALUE:
        return None
    value = _number(row.fields[columns["value"]])
    if value is None:
        return BadRow(row.line, f'"{written[:60]}" is not a number')
    entity = words(row.fields[columns["entity"]])
    if entity is None:
        return BadRow(row.line, "the entity is empty")
    period = read_period(row.fields[columns["period"]])
    if period is None:
        return BadRow(
            row.line, f'"{str(row.fields[columns["period"]])[:60]}" is not a period: write 2022, 2022-03 or 2022-Q1'
        )
    named = _field(row, columns, "indicator") or indicator or _indicator(columns["value"], path)
    in_brackets = _IN_BRACKETS.search(named) or _IN_BRACKETS.search(columns["value"])
    return OfficialFigure(
        id="",
        entity=entity,
        indicator=named,
        period=period,
        value=value,
        unit=_field(row, columns, "unit") or unit or (in_brackets[1].strip() if in_brackets else ""),
        source=_field(row, columns, "source") or source or path.name,
        cell=f"{path.name}!row {row.line}",
    )


def _field(row: Row, columns: Mapping[str, str], name: str) -> str | None:
    return words(row.fields[columns[name]]) if name in columns and columns[name] in row.fields else None


def _indicator(column: str, path: Path) -> str:
    if plain(_IN_BRACKETS.sub("", column)) not in ("value", "obs_value", "amount"):
        return column
    return " ".join(path.name.partition(".")[0].replace("_", " ").replace("-", " ").split())


def _number(value: object) -> float | None:
    if isinstance(value, bool):
        return None
    text = str(value).strip().replace("\u2212", "-")
    if re.fullmatch(r"-?\d{1,3}([,\u00a0\u202f ]\d{3})+(\.\d+)?", text, re.ASCII):
        text = re.sub(r"[,\u00a0\u202f ]", "", text)
    try:
        number = float(text.removesuffix("%").strip())
    except ValueError:
        return None
    return number if math.isfinite(number) else None
