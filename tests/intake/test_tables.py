from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from factcheck.errors import IntakeError
from factcheck.intake import BadRow, earlier_claims, official_figures
from factcheck.intake.dates import read_period
from factcheck.model import DateRange, EarlierClaim, OfficialFigure

ROWS: list[dict[str, object]] = [
    {"Claim": "The mill has 40 rooms.", "ID": "7", "Claim Date": "2023-04-05", "Rating": "false", "colour": "red"},
    {"Claim": "Nobody was hurt.", "ID": "8", "Claim Date": None, "Rating": None, "colour": None},
]


def _write(path: Path, rows: list[dict[str, object]]) -> Path:
    if ".parquet" in path.suffixes:
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    elif ".jsonl" in path.suffixes:
        text = "".join(json.dumps(row) + "\n" for row in rows)
        path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    else:
        lines = [
            ";".join(rows[0]),
            *(";".join("" if cell is None else str(cell) for cell in row.values()) for row in rows),
        ]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return path


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.jsonl.gz", "a.parquet"])
def test_earlier_reads_every_format_alike(tmp_path: Path, name: str) -> None:
    first, second = earlier_claims(_write(tmp_path / name, ROWS))
    assert isinstance(first, EarlierClaim)
    assert isinstance(second, EarlierClaim)
    assert (first.claim, first.external_id, first.date, first.verdict, first.source) == (
        "The mill has 40 rooms.",
        "7",
        date(2023, 4, 5),
        "false",
        name,
    )
    assert first.extra == {"colour": "red"}
    assert (second.date, second.verdict, second.id) == (None, None, "")


def test_earlier_goes_on_after_a_bad_row(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"claim": "One."}\nnot json\n[1]\n{"claim": ""}\n{"title": "x"}\n'
        '{"claim": "Two.", "date": "03/08/2022"}\n{"claim": "Three."}\n'
    )
    found = list(earlier_claims(path))
    assert [item.line for item in found if isinstance(item, BadRow)] == [2, 3, 4, 5]
    kept = [item for item in found if isinstance(item, EarlierClaim)]
    assert [item.claim for item in kept] == ["One.", "Two.", "Three."]
    assert (kept[1].date, kept[1].extra) == (None, {"date as written": "03/08/2022"})


def test_earlier_reports_a_row_with_too_many_fields(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('claim,date\n"One, with a comma",2023-01-02\nTwo,2023-01-02,more\n"Three\nlines",\n')
    found = list(earlier_claims(path))
    assert [item.claim for item in found if isinstance(item, EarlierClaim)] == ["One, with a comma", "Three lines"]
    assert [item.line for item in found if isinstance(item, BadRow)] == [3]


@pytest.mark.parametrize(
    ("name", "raw", "says"),
    [
        ("a.csv", b"", "names no columns"),
        ("a.csv", b"title,date\nx,2023-01-01\n", "no column is named claim"),
        ("a.csv", b"claim\n\x00\x01", "binary"),
        ("a.jsonl.gz", b"not gzip", "can't be read"),
        ("a.parquet", b"not parquet", "no Parquet file"),
        ("a.xlsx", b"", "no table"),
    ],
)
def test_earlier_refuses_what_is_no_table(tmp_path: Path, name: str, raw: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(IntakeError, match=says) as refused:
        list(earlier_claims(path))
    assert "\n" not in str(refused.value)


def test_earlier_says_a_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="no such file"):
        list(earlier_claims(tmp_path / "a.csv"))


@pytest.mark.parametrize(
    ("fields", "indicator", "unit", "source"),
    [
        (
            {"entity": "Arvenia", "indicator": "rain", "period": "2021", "value": "40", "unit": "mm", "source": "Met"},
            "rain",
            "mm",
            "Met",
        ),
        (
            {"Country Name": "Arvenia", "Country Code": "ARV", "Year": "2021", "Value": "40"},
            "rain table",
            "",
            "rain_table.csv",
        ),
        (
            {"Country": "Arvenia", "Country Code": "ARV", "Year": "2021", "Inflation (%)": "40"},
            "Inflation (%)",
            "%",
            "rain_table.csv",
        ),
    ],
)
def test_official_reads_both_shapes(
    tmp_path: Path, fields: Mapping[str, str], indicator: str, unit: str, source: str
) -> None:
    path = tmp_path / "rain_table.csv"
    path.write_text(",".join(fields) + "\n" + ",".join(fields.values()) + "\n")
    [figure] = official_figures(path)
    assert isinstance(figure, OfficialFigure)
    assert (figure.entity, figure.indicator, figure.unit, figure.source, figure.value) == (
        "Arvenia",
        indicator,
        unit,
        source,
        40,
    )
    assert figure.period == DateRange(date(2021, 1, 1), date(2021, 12, 31))
    assert figure.cell == "rain_table.csv!row 2"


def test_official_takes_what_the_table_lacks_from_the_caller(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("Country Name,Year,Value\nArvenia,2021,40\n")
    [figure] = official_figures(path, indicator="Population", unit="person", source="Bureau")
    assert isinstance(figure, OfficialFigure)
    assert (figure.indicator, figure.unit, figure.source) == ("Population", "person", "Bureau")


def test_official_passes_over_empty_cells_and_reports_wrong_ones(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text(
        'entity,period,value\nA,2021,..\nB,2021,"1,234.5"\nC,2021,many\nD,then,4\n,2021,4\nE,2021,\nF,2021,nan\nG,2021,-3\n'
    )
    found = list(official_figures(path))
    assert [item.line for item in found if isinstance(item, BadRow)] == [4, 5, 6]
    assert [item.value for item in found if isinstance(item, OfficialFigure)] == [1234.5, -3]


def test_official_refuses_a_table_without_values(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("entity,period,a,b\nA,2021,1,2\n")
    with pytest.raises(IntakeError, match="no column for value"):
        list(official_figures(path))


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        (2021, date(2021, 1, 1), date(2021, 12, 31)),
        ("2020-Q1", date(2020, 1, 1), date(2020, 3, 31)),
        ("Q4 2020", date(2020, 10, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020M02", date(2020, 2, 1), date(2020, 2, 29)),
        ("Feb 2020", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-02-03", date(2020, 2, 3), date(2020, 2, 3)),
        ("2019 to 2021", date(2019, 1, 1), date(2021, 12, 31)),
        ("2020-01-05/2020-01-09", date(2020, 1, 5), date(2020, 1, 9)),
    ],
)
def test_dates_read_a_period(written: object, first: date, last: date) -> None:
    assert read_period(written) == DateRange(first, last)


@pytest.mark.parametrize("written", ["", None, "2020-13", "Q5 2020", "2021 to 2019", "0000", "soon"])
def test_dates_refuse_what_is_no_period(written: object) -> None:
    assert read_period(written) is None


def test_official_reads_the_public_tables(shared_dir: Path) -> None:
    for path in sorted((shared_dir / "data" / "figures").glob("*.csv")):
        found = list(official_figures(path))
        assert len(found) > 1000
        assert not [item for item in found if isinstance(item, BadRow)]
