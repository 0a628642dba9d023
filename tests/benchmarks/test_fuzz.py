from __future__ import annotations

import random
from typing import Any

import pytest

from benchmarks.fuzz import BREAKAGES, mixture, problem, reduced, spans

REAL = (
    "The flood killed at least 31 people in Velle on Monday, “including four children,” said Ola Brandt, the mayor.\n\n"
    "Police counted 1,200 to 1,400 ruined homes, 8% of the town; repairs will cost $1.2bn (£950m), they told the Post."
)


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize("name", BREAKAGES)
def test_fuzz_finds_nothing_in_each_kind_of_broken_text(name: str) -> None:
    assert problem(BREAKAGES[name](REAL, random.Random(name))) is None


def test_fuzz_makes_the_same_text_of_the_same_seed() -> None:
    assert mixture([REAL], random.Random("a")) == mixture([REAL], random.Random("a"))


def test_fuzz_looks_at_spans_however_deep() -> None:
    span: dict[str, Any] = {"text": "a", "start": 0, "end": 1}
    assert len(list(spans({**span, "figures": [{**span, "whole": span}], "speaker": None}))) == 3


def test_fuzz_tells_a_wrong_span_and_cuts_the_text_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "benchmarks.fuzz.problem", lambda text: "ValueError: 7" if "x" in text and "y" in text else None
    )
    assert reduced("abc x def y ghi", "ValueError: ") == "xy"
