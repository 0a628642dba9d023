"""What other programs that extract quantities find in the published sets, one JSON line a sentence, in gold's fields.

Run by the rival's own interpreter, so nothing of this project is imported and Python 3.9 will do::

    PYTHON benchmarks/quantity_rivals.py cqe --data FOLDER > cqe.jsonl
    python -m benchmarks.quantities --rival cqe=cqe.jsonl

FOLDER holds the sets (``newsquant.jsonl`` and its sisters). A line is ``{"set", "text", "quantities"}``, and a quantity
``{"value", "normalized_unit", "change", "referred_concepts"}`` as the gold writes them: ends of a range joined by "-",
"-" for no unit and for no concept, "" for a field the program has no notion of.

How each is read follows the authors of the sets (Almasian et al., CQE, EMNLP 2023), and is more generous where they
leave something on the table: a number that Recognizers-Text also reads as part of an amount, an age or a percentage is
not given a second time, and a range of quantulum3 (its middle and half its width) is given with both its ends.
Names of units are left as the program writes them; the scorer takes two names of one unit for the same.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

SETS = ("newsquant", "currency", "dimension", "age", "temperature")
Row = dict[str, str]
Read = Callable[[str], list[Row]]
"""What a program is here: a sentence in, the quantities it reads out."""


def row(values: Iterable[Any], unit: str, *, change: str = "", concept: str = "") -> Row:
    """One quantity in the gold's fields; ``values`` is one number, or the two ends of a range."""
    written = "-".join(f"{Decimal(str(value)):f}" for value in values)
    return {"value": written, "normalized_unit": unit.strip() or "-", "change": change, "referred_concepts": concept}


def cqe(model: str) -> Read:
    """CQE, with a spaCy model by the name it is installed under."""
    parser = import_module("CQE.CQE").CQE(spacy_model=model)

    def read(text: str) -> list[Row]:
        found = []
        for one in parser.parse(text):
            ranged = type(one.value).__name__ == "Range"
            nouns = [token.text for part in one.referred_concepts.get_nouns() for token in part]
            found.append(
                row(
                    (one.value.lower, one.value.upper) if ranged else (one.value.value,),
                    one.unit.norm_unit,
                    change=one.change.change.strip(),
                    concept=" ".join(nouns) or "-",
                )
            )
        return found

    return read


def quantulum3(model: str) -> Read:
    """quantulum3, which knows values and units; ``model`` is not used."""
    parser = import_module("quantulum3.parser")

    def read(text: str) -> list[Row]:
        found = []
        for one in parser.parse(text):
            spread = one.uncertainty or 0
            values = (one.value - spread, one.value + spread) if spread else (one.value,)
            found.append(row(values, "-" if one.unit.name == "dimensionless" else one.unit.name))
        return found

    return read


def recognizers(model: str) -> Read:
    """Recognizers-Text, whose models are asked one after the other; ``model`` is not used."""
    culture = import_module("recognizers_text").Culture.English
    united = import_module("recognizers_number_with_unit").NumberWithUnitRecognizer(culture)
    plain = import_module("recognizers_number").NumberRecognizer(culture)
    models = (
        ("age", united.get_age_model()),
        ("currency", united.get_currency_model()),
        ("temperature", united.get_temperature_model()),
        ("dimension", united.get_dimension_model()),
        ("percentage", plain.get_percentage_model()),
        ("number", plain.get_number_model()),
    )

    def read(text: str) -> list[Row]:
        taken: list[tuple[int, int]] = []
        found = []
        for kind, one_model in models:
            for one in one_model.parse(text):
                value = (one.resolution or {}).get("value")
                covered = any(one.start <= end and start <= one.end for start, end in taken)
                if value is None or covered:
                    continue
                taken.append((one.start, one.end))
                unit = {"percentage": "percentage", "number": "-"}.get(kind) or str(one.resolution["unit"]).lower()
                name = {"age": f"{unit} of age", "temperature": {"c": "celsius", "f": "fahrenheit"}.get(unit, unit)}
                found.append(row([value.rstrip("%").replace(",", "")], name.get(kind, unit)))
        return found

    return read


RIVALS: dict[str, Callable[[str], Read]] = {"cqe": cqe, "quantulum3": quantulum3, "recognizers": recognizers}


def main() -> None:
    """Reads the sets with one program and prints what it found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("rival", choices=tuple(RIVALS))
    parser.add_argument("--data", required=True, help="folder with newsquant.jsonl and its sisters")
    parser.add_argument("--model", default="en_core_web_sm", help="spaCy model of CQE, as installed")
    options = parser.parse_args()
    read = RIVALS[options.rival](options.model)
    broken = 0
    for name in SETS:
        for line in (Path(options.data) / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            try:
                found = read(text)
            except Exception as error:  # noqa: BLE001 - whatever another program dies of, it found nothing there
                broken += 1
                print(f"{options.rival}: {error!r} in a sentence of {name}", file=sys.stderr)
                found = []
            print(json.dumps({"set": name, "text": text, "quantities": found}, ensure_ascii=False), flush=True)
    if broken:
        print(f"{options.rival}: {broken} sentences failed and count as nothing found", file=sys.stderr)


if __name__ == "__main__":
    main()
