from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factcheck.compare.context import FigureInContext, figures_of
from factcheck.compare.kinds import Scale
from factcheck.compare.rewriting import scale_of, share_factors, told_share
from factcheck.model import Span, Statement

Build = Callable[..., Statement]
Row = tuple[str, str | None, dict[str, Any]]

SHARE_OF = {"dimension": "ratio", "population": "passengers"}
COUNT: Row = (
    "45 of the 150 passengers were ill.",
    "the 150 passengers",
    {"text": "45", "value": 45.0, "unit": "passenger"},
)
SHARE: Row = (
    "30 percent of the passengers were ill.",
    "the passengers",
    {"text": "30 percent", "value": 30.0, "unit": "percent", **SHARE_OF},
)
HALF: Row = (
    "Half of the 90 passengers were ill.",
    "the 90 passengers",
    {"text": "Half", "value": 0.5, "unit": "fraction", **SHARE_OF},
)
BARE: Row = ("45 passengers were ill.", None, {"text": "45", "value": 45.0, "unit": "passenger"})
OTHERS: Row = ("45 pigs were ill.", None, {"text": "45", "value": 45.0, "unit": "pig"})


def _item(build: Build, row: Row) -> FigureInContext:
    text, whole, fields = row
    start = text.index(whole) if whole else 0
    span = Span(whole, start, start + len(whole)) if whole else None
    (item,) = figures_of(build(text, {"whole": span, **fields}))
    return item


@pytest.mark.parametrize(
    ("a", "b", "value"),
    [(COUNT, SHARE, 30.0), (SHARE, COUNT, 30.0), (HALF, BARE, 45.0), (BARE, HALF, 45.0)],
)
def test_rewriting_part_and_share(statement: Build, a: Row, b: Row, value: float) -> None:
    scale = scale_of(_item(statement, a), _item(statement, b))
    assert isinstance(scale, Scale)
    assert (scale.a.middle, scale.b.middle) == pytest.approx((value, value))


@pytest.mark.parametrize(("a", "b"), [(SHARE, BARE), (HALF, OTHERS), (COUNT, BARE), (HALF, COUNT)])
def test_rewriting_needs_one_whole(statement: Build, a: Row, b: Row) -> None:
    one, other = _item(statement, a), _item(statement, b)
    assert share_factors(one, other) is None
    assert share_factors(other, one) is None


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [(COUNT, SHARE, "30% of 150 is 45"), (BARE, HALF, "half of 90 is 45"), (BARE, COUNT, None)],
)
def test_rewriting_told_share(statement: Build, a: Row, b: Row, told: str | None) -> None:
    assert told_share(_item(statement, a), _item(statement, b)) == told
