"""What other programs find, in the gold's fields: run with stand-ins for the programs."""

import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from benchmarks import quantity_rivals as rivals
from benchmarks.quantity_adapter import gold_item

Given = SimpleNamespace


@pytest.mark.parametrize(
    ("values", "written"),
    [
        ((3.0,), "3.0"),
        ((1.5e-7,), "0.00000015"),
        ((2e20,), "200000000000000000000"),
        ((-5, -3), "-5--3"),
        (("12.50",), "12.50"),
    ],
)
def test_quantity_rivals_row_writes_what_the_gold_reader_reads(values: tuple[Any, ...], written: str) -> None:
    row = rivals.row(values, " ")
    assert (row["value"], row["normalized_unit"]) == (written, "-")
    assert gold_item(row).values == tuple(sorted(map(float, values)))


class Range:
    """A range as CQE has it."""

    lower, upper = 3.0, 5.0


def concepts(*nouns: str) -> Given:
    return Given(get_nouns=lambda: [[Given(text=noun) for noun in nouns]] if nouns else [])


def test_quantity_rivals_cqe_ranges_and_concepts(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        Given(
            value=Range(),
            unit=Given(norm_unit="dollar "),
            change=Given(change="~"),
            referred_concepts=concepts("crate", "Burl"),
        ),
        Given(
            value=Given(value=2.0), unit=Given(norm_unit="-"), change=Given(change="="), referred_concepts=concepts()
        ),
    ]
    module: Any = ModuleType("CQE.CQE")
    module.CQE = lambda spacy_model: Given(parse=lambda text: found)
    monkeypatch.setitem(sys.modules, "CQE", ModuleType("CQE"))
    monkeypatch.setitem(sys.modules, "CQE.CQE", module)
    assert rivals.cqe("any")("") == [
        {"value": "3.0-5.0", "normalized_unit": "dollar", "change": "~", "referred_concepts": "crate Burl"},
        {"value": "2.0", "normalized_unit": "-", "change": "=", "referred_concepts": "-"},
    ]


def test_quantity_rivals_quantulum3_ranges_have_both_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        Given(value=4.0, uncertainty=1.0, unit=Given(name="mile")),
        Given(value=7.0, uncertainty=None, unit=Given(name="dimensionless")),
    ]
    module: Any = ModuleType("quantulum3")
    module.parser = ModuleType("quantulum3.parser")
    module.parser.parse = lambda text: found
    monkeypatch.setitem(sys.modules, "quantulum3", module)
    monkeypatch.setitem(sys.modules, "quantulum3.parser", module.parser)
    read = [(row["value"], row["normalized_unit"]) for row in rivals.quantulum3("any")("")]
    assert read == [("3.0-5.0", "mile"), ("7.0", "-")]


def test_quantity_rivals_recognizers_give_no_number_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    def model(*found: tuple[int, int, str, str]) -> Given:
        given = [
            Given(start=start, end=end, resolution={"value": value, "unit": unit}) for start, end, value, unit in found
        ]
        return Given(parse=lambda text: given)

    united = Given(
        get_age_model=lambda: model((0, 9, "7", "Year")),
        get_currency_model=lambda: model((20, 24, "5", "Dollar")),
        get_temperature_model=lambda: model((40, 42, "30", "C")),
        get_dimension_model=lambda: model((0, 6, "7", "Year")),
    )
    plain = Given(
        get_percentage_model=lambda: model((50, 52, "12%", "")),
        get_number_model=lambda: model((0, 0, "7", ""), (21, 21, "5", ""), (60, 64, "1,200", "")),
    )
    for name, members in {
        "recognizers_text": {"Culture": Given(English="en-us")},
        "recognizers_number_with_unit": {"NumberWithUnitRecognizer": lambda culture: united},
        "recognizers_number": {"NumberRecognizer": lambda culture: plain},
    }.items():
        module = ModuleType(name)
        vars(module).update(members)
        monkeypatch.setitem(sys.modules, name, module)
    read = [(row["value"], row["normalized_unit"]) for row in rivals.recognizers("any")("")]
    assert read == [("7", "year of age"), ("5", "dollar"), ("30", "celsius"), ("12", "percentage"), ("1200", "-")]


def test_quantity_rivals_runs_alone_and_counts_a_failure_as_nothing_found(tmp_path: Path) -> None:
    for name in rivals.SETS:
        line = json.dumps({"text": f"A sentence of {name}."})
        (tmp_path / f"{name}.jsonl").write_text(line, encoding="utf-8")
    stand_in = tmp_path / "quantulum3"
    stand_in.mkdir()
    (stand_in / "__init__.py").write_text("", encoding="utf-8")
    (stand_in / "parser.py").write_text(
        "import sys\ndef parse(text):\n    assert 'factcheck' not in sys.modules\n    if 'age' in text:\n"
        "        raise IndexError(text)\n    return []\n",
        encoding="utf-8",
    )
    command = [sys.executable, rivals.__file__, "quantulum3", "--data", str(tmp_path)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}
    )
    assert [json.loads(line)["set"] for line in done.stdout.splitlines()] == list(rivals.SETS)
    assert "1 sentences failed and count as nothing found" in done.stderr
