from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.intervals import Fit, Interval, as_facts, fit, gap, interval, precision
from factcheck.model import Bound, Figure


def fig(text: str, low: float | None, high: float | None = None, **fields: Any) -> Figure:
    if high is None and fields.get("bound", Bound.EXACT) is Bound.EXACT:
        high = low
    return Figure(text, 0, len(text), low, high, **{"unit": "person", "dimension": "count", "measure": "", **fields})


@pytest.mark.parametrize(
    ("figure", "low", "high", "open_low", "open_high"),
    [
        (fig("31", 31), 31, 31, False, False),
        (fig("more than 20,000", 20000, bound=Bound.MORE_THAN), 20000, math.inf, True, True),
        (fig("at least 12", 12, bound=Bound.AT_LEAST), 12, math.inf, False, True),
        (fig("up to 4,000", None, 4000, bound=Bound.AT_MOST), 0, 4000, False, False),
        (fig("fewer than 500", None, 500, bound=Bound.LESS_THAN), 0, 500, False, True),
        (fig("300 to 400", 300, 400, bound=Bound.BETWEEN), 300, 400, False, False),
        (fig("nearly 9,000", None, 9000, bound=Bound.LESS_THAN, approximate=True), 8100, 9000, False, True),
        (fig("400 to 300", 400, 300, bound=Bound.BETWEEN), 300, 400, False, False),
        (
            fig("below 5 degrees", None, 5, bound=Bound.LESS_THAN, unit="degree Celsius", dimension="temperature"),
            -math.inf,
            5,
            True,
            True,
        ),
    ],
)
def test_intervals_interval_reads_bounds(
    figure: Figure, low: float, high: float, open_low: bool, open_high: bool
) -> None:
    made = interval(figure)
    assert (made.low, made.high, made.open_low, made.open_high) == (low, high, open_low, open_high)


@pytest.mark.parametrize(
    ("figure", "rounding"),
    [
        (fig("31", 31), 0),
        (fig("1,187", 1187), 0),
        (fig("1,200", 1200), 50),
        (fig("20,000", 20000), 500),
        (fig("500", 500), 5),
        (fig("$1.2bn", 1.2e9, unit="USD", dimension="money"), 0.05e9),
        (fig("$1,187 million", 1.187e9, unit="USD", dimension="money"), 0.5e6),
        (fig("4.2%", 4.2, unit="percent", dimension="ratio"), 0.05),
        (fig("2 million", 2e6), 200_000),
        (fig("two million", 2e6), 200_000),
        (fig("thirty-one", 31), 0),
        (fig("about 1,300", 1300, approximate=True), 65),
        (fig("one in five", 0.2, unit="fraction", dimension="ratio"), 0.025),
        (fig("none", 0), 0),
    ],
)
def test_intervals_precision_is_read_off_the_written_number(figure: Figure, rounding: float) -> None:
    found, doubt = precision(figure)
    assert found == pytest.approx(rounding)
    assert doubt >= found


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (fig("31", 31), fig("thirty-one", 31), Fit.EQUAL),
        (fig("31", 31), fig("58", 58), Fit.APART),
        (fig("31", 31), fig("30", 30), Fit.APART),
        (fig("1,200", 1200), fig("1,187", 1187), Fit.ROUNDED),
        (fig("20,000", 20000), fig("16,000", 16000), Fit.APART),
        (fig("2 million", 2e6), fig("1.85 million", 1.85e6), Fit.ROUNDED),
        (fig("2 million", 2e6), fig("1.6 million", 1.6e6), Fit.LOOSE),
        (fig("about 1,000", 1000, approximate=True), fig("930", 930), Fit.LOOSE),
        (fig("at least 12", 12, bound=Bound.AT_LEAST), fig("fourteen", 14), Fit.WITHIN),
        (fig("at least 12", 12, bound=Bound.AT_LEAST), fig("12", 12), Fit.WITHIN),
        (fig("at least 12", 12, bound=Bound.AT_LEAST), fig("10", 10), Fit.APART),
        (fig("at least 12", 12, bound=Bound.AT_LEAST), fig("at least 12", 12, bound=Bound.AT_LEAST), Fit.EQUAL),
        (fig("up to 4,000", None, 4000, bound=Bound.AT_MOST), fig("498", 498), Fit.LOOSE),
        (fig("more than 500", 500, bound=Bound.MORE_THAN), fig("more than 12,000", 12000, bound=Bound.MORE_THAN), Fit.LOOSE),
        (fig("300 to 400", 300, 400, bound=Bound.BETWEEN), fig("350", 350), Fit.WITHIN),
        (fig("300 to 400", 300, 400, bound=Bound.BETWEEN), fig("up to 250", None, 250, bound=Bound.AT_MOST), Fit.APART),
        (fig("more than 20,000", 20000, bound=Bound.MORE_THAN), fig("20,000", 20000), Fit.ROUNDED),
        (fig("nobody", 0), fig("3", 3), Fit.APART),
        (fig("17", 17), fig("fewer than 17", None, 17, bound=Bound.LESS_THAN), Fit.APART),
    ],
)  # fmt: skip
def test_intervals_fit(a: Figure, b: Figure, expected: Fit) -> None:
    assert fit(interval(a), interval(b)) is expected
    assert fit(interval(b), interval(a)) is expected


_finite = st.floats(-1e9, 1e9)
_intervals = st.builds(
    lambda x, y, ol, oh, r, d: Interval(
        min(x, y), max(x, y), x != y and (ol or math.isinf(min(x, y))), x != y and (oh or math.isinf(max(x, y))), r, r + d
    ),
    _finite | st.just(-math.inf),
    _finite | st.just(math.inf),
    st.booleans(),
    st.booleans(),
    st.floats(0, 100),
    st.floats(0, 100),
)  # fmt: skip


@given(_intervals, _intervals)
def test_intervals_fit_is_symmetric(a: Interval, b: Interval) -> None:
    assert fit(a, b) is fit(b, a)
    assert gap(a, b) == gap(b, a)


@given(_intervals)
def test_intervals_fit_with_itself_is_equal(a: Interval) -> None:
    assert fit(a, a) is Fit.EQUAL


@given(_intervals, _intervals)
def test_intervals_fit_apart_only_where_no_value_is_shared(a: Interval, b: Interval) -> None:
    if gap(a, b) == 0 and max(a.low, b.low) < min(a.high, b.high):
        assert fit(a, b) is not Fit.APART


@given(_intervals, st.floats(0.001, 1000))
def test_intervals_scaling_by_a_negative_number_turns_round(a: Interval, by: float) -> None:
    turned = a.scaled(-by)
    assert turned.low <= turned.high
    assert (turned.open_low, turned.open_high) == (a.open_high, a.open_low)


@given(_intervals)
def test_intervals_facts_hold_no_infinity(a: Interval) -> None:
    facts = as_facts(a)
    assert (facts["low"] is None) == math.isinf(a.low)
    assert (facts["high"] is None) == math.isinf(a.high)
