"""Units: names as written, canonical names, conversion, and that importing stays cheap."""

import subprocess
import sys

import pytest

from factcheck import units
from factcheck.model import DIMENSIONS
from factcheck.money_names_en import MONEY
from factcheck.unit_names_en import UNITS


@pytest.mark.parametrize(
    ("written", "name", "dimension"),
    [
        ("km", "kilometre", "length"),
        ("kilometers", "kilometre", "length"),
        ("Kilometres", "kilometre", "length"),
        ("feet", "foot", "length"),
        ("%", "percent", "ratio"),
        ("per cent", "percent", "ratio"),
        ("percentage points", "percentage point", "points"),
        ("basis points", "basis point", "points"),
        ("°C", "degree Celsius", "temperature"),
        ("degrees Fahrenheit", "degree Fahrenheit", "temperature"),
        ("mph", "mile per hour", "speed"),
        ("miles per hour", "mile per hour", "speed"),
        ("metres a second", "metre per second", "speed"),
        ("km/h", "kilometre per hour", "speed"),
        ("sq ft", "square foot", "area"),
        ("MW", "megawatt", "power"),
        ("mW", "milliwatt", "power"),
        ("GWh", "gigawatt hour", "energy"),
        ("$", "USD", "money"),
        ("US$", "USD", "money"),
        ("C$", "CAD", "money"),
        ("GBP", "GBP", "money"),
        ("euros", "EUR", "money"),
        ("hong kong dollars", "HKD", "money"),
        ("pence", "penny", "money"),
        ("centuries", "century", "duration"),
        ("kilopascals", "kilopascal", "other"),
        ("GPa", "gigapascal", "other"),
        ("μs", "microsecond", "duration"),
        ("megaelectronvolts", "megaelectronvolt", "energy"),
        ("km^2", "square kilometre", "area"),
        ("sq. miles", "square mile", "area"),
        ("cubic mm", "cubic millimetre", "volume"),
        ("feet/sec", "foot per second", "speed"),
        ("pounds per square inch", "pound per square inch", "other"),
        ("cuban pesos", "CUP", "money"),
        ("aed", "AED", "money"),
    ],
)
def test_units_names_are_read(written: str, name: str, dimension: str) -> None:
    assert units.unit(written) == units.Unit(name, dimension)


@pytest.mark.parametrize(
    "written", ["", " ", "troops", "applications", "the", "km of", "5", "cup", "COP26", "top", "pen"]
)
def test_units_other_words_are_none(written: str) -> None:
    assert units.unit(written) is None


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        (1.0, "mile", "kilometre", 1.609344),
        (100.0, "degree Celsius", "degree Fahrenheit", 212.0),
        (36.0, "kilometre per hour", "metre per second", 10.0),
        (30.0, "basis point", "percentage point", 0.3),
        (20.0, "percent", "fraction", 0.2),
        (63.0, "cent", "USD", 0.63),
        (2.0, "tonne", "kilogram", 2000.0),
        (1.0, "kilopascal", "hectopascal", 10.0),
        (1.0, "square kilometre", "hectare", 100.0),
        (1.0, "cubic decimetre", "litre", 1.0),
    ],
)
def test_units_convert(value: float, source: str, target: str, expected: float) -> None:
    assert units.convert(value, source, target) == pytest.approx(expected)
    assert units.convert(expected, target, source) == pytest.approx(value)


@pytest.mark.parametrize(
    ("source", "target"),
    [("USD", "EUR"), ("mile", "gram"), ("troop", "soldier"), ("percent", "percentage point"), ("year", "USD")],
)
def test_units_what_cannot_become_the_other_is_none(source: str, target: str) -> None:
    assert units.convert(1.0, source, target) is None
    assert not units.same_dimension(source, target)


def test_units_every_row_has_a_dimension_of_the_model() -> None:
    assert {row.dimension for row in UNITS} <= set(DIMENSIONS)
    assert len({row.name for row in UNITS}) == len(UNITS)
    assert len({row.code for row in MONEY}) == len(MONEY)


def test_units_pint_knows_every_unit_it_is_said_to() -> None:
    for row in UNITS:
        if row.pint:
            assert units.convert(1.0, row.name, row.name) == 1.0
            other = next((one for one in UNITS if one.pint and one.dimension == row.dimension and one is not row), None)
            if other is not None and row.dimension not in ("other", "ratio"):
                assert units.convert(1.0, row.name, other.name) is not None


def test_units_importing_and_reading_names_builds_no_registry() -> None:
    code = "import sys; from factcheck import units; units.unit('km'); sys.exit('pint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
