from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.compare.context import FigureInContext
from factcheck.compare.measure import measured
from factcheck.model import Statement

Build = Callable[..., Statement]


@pytest.mark.parametrize(
    ("text", "number", "measure", "expected"),
    [
        ("498 soldiers were killed and 1,597 wounded", "1,597", "soldier kill", "injured"),
        ("31 people were missing", "31 people", "person", "missing"),
        ("The toll rose to 31", "31", "", "killed"),
        ("31 of the injured, 12 of whom later died", "12", "", "killed"),
    ],
)
def test_measure_is_read_beside_the_number(
    statement: Build, text: str, number: str, measure: str, expected: str
) -> None:
    made = statement(text, {"text": number, "value": 1, "measure": measure})
    assert expected in {family for _, family in measured(FigureInContext(made.claim.figures[0], made))}
