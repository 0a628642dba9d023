"""The adapter from our figures to the terms of the published sets."""

from typing import Any

import pytest

from benchmarks.quantity_adapter import Item, adapted_sentence, gold_item, same_value
from factcheck.extract.quantities import quantities


def adapted(nlp: Any, text: str) -> list[Item]:
    doc = nlp(text)
    return [item for span in doc.sents for item in adapted_sentence(doc, quantities(span))]


@pytest.mark.parametrize(
    ("text", "unit", "change"),
    [
        ("Shares of Gant rose 5%.", "percentage", "up"),
        ("Staff got a 5% pay rise.", "percentage", "="),
        ("Gant scored a record 32 goals.", "record goal", "="),
        ("About 12 people came.", "people", "~"),
        ("It makes sub-7 nanometre parts.", "nanometre", "<"),
        ("Gant paid $40 per barrel.", "dollar per barrel", "="),
        ("Gant paid $2 per mmBTU.", "dollar per mega british thermal unit", "="),
        ("She leads by three points.", "point", "="),
        ("She leads by three percentage points.", "percentage point", "="),
        ("One person was hurt.", "person", "="),
        ("As many as 40 boats sank.", "boat", "="),
        ("Up to 40 boats sank.", "boat", "<"),
        ("Some 40 boats sank.", "boat", "="),
        ("The river rose 3 feet a day - more than ever before.", "foot per day", "up"),
    ],
)
def test_quantity_adapter_unit_and_change(nlp: Any, text: str, unit: str, change: str) -> None:
    item = adapted(nlp, text)[0]
    assert (item.unit, item.change) == (unit, change)


@pytest.mark.parametrize("text", ["Gant gave a three-year forecast.", "Output doubled.", "There were no deaths."])
def test_quantity_adapter_leaves_out_what_is_not_annotated(nlp: Any, text: str) -> None:
    assert adapted(nlp, text) == []


def test_quantity_adapter_a_rounded_third_is_a_third() -> None:
    gold = gold_item({"value": "0.33", "normalized_unit": "-"})
    assert same_value(gold, Item((1 / 3,), "-"))
    assert not same_value(gold, Item((0.325,), "-"))
