from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.when import NEVER, Order, Source, Times, When, day_words, order, times

D = date
MON, TUE, WED = D(2024, 3, 4), D(2024, 3, 5), D(2024, 3, 6)
MARCH = When(D(2024, 3, 1), D(2024, 3, 31), Source.PERIOD)
APRIL = When(D(2024, 4, 1), D(2024, 4, 30), Source.PERIOD)
YEAR = When(D(2024, 1, 1), D(2024, 12, 31), Source.PERIOD)


def on(day: date, source: Source = Source.AS_OF) -> When:
    return When(day, day, source)


MIRROR = {Times.A_IN_B: Times.B_IN_A, Times.B_IN_A: Times.A_IN_B}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (MARCH, MARCH, Times.SAME),
        (MARCH, APRIL, Times.DIFFERENT),
        (MARCH, YEAR, Times.A_IN_B),
        (YEAR, MARCH, Times.B_IN_A),
        (on(MON), on(MON), Times.SAME),
        (on(MON), on(TUE), Times.DIFFERENT),
        (on(MON), MARCH, Times.SAME),  # an as-of day within the period of the other
        (on(MON), on(WED, Source.PUBLISHED_ON), Times.SAME),  # Monday's news in Wednesday's paper
        (on(MON), on(D(2024, 3, 9), Source.PUBLISHED_ON), Times.UNKNOWN),
        (MARCH, on(D(2024, 4, 10), Source.PUBLISHED_ON), Times.UNKNOWN),
        (on(MON, Source.SAID_ON), on(WED, Source.PUBLISHED_ON), Times.SAME),
        (on(MON, Source.PUBLISHED_ON), on(D(2024, 6, 1), Source.PUBLISHED_ON), Times.UNKNOWN),
        (NEVER, NEVER, Times.SAME),
        (NEVER, on(MON), Times.UNKNOWN),
    ],
)
def test_when_times(a: When, b: When, expected: Times) -> None:
    assert times(a, b) is expected
    assert times(b, a) is MIRROR.get(expected, expected)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (on(MON), on(TUE), Order.A_FIRST),
        (on(TUE), on(MON), Order.B_FIRST),
        (on(MON), on(MON, Source.PUBLISHED_ON), Order.SAME),
        (NEVER, NEVER, Order.SAME),
        (NEVER, on(MON), Order.UNKNOWN),
    ],
)
def test_when_order(a: When, b: When, expected: Order) -> None:
    assert order(a, b) is expected


_day = st.dates(D(2020, 1, 1), D(2026, 12, 31))
_when = st.just(NEVER) | st.builds(
    lambda x, y, source: When(min(x, y), max(x, y), source),
    _day,
    _day,
    st.sampled_from([Source.PERIOD, Source.AS_OF, Source.SAID_ON, Source.PUBLISHED_ON]),
)


@given(_when, _when)
def test_when_times_mirror(a: When, b: When) -> None:
    there = times(a, b)
    assert times(b, a) is MIRROR.get(there, there)


@given(_when)
def test_when_a_time_is_the_same_as_itself(a: When) -> None:
    assert times(a, a) is Times.SAME
    assert order(a, a) is Order.SAME


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (MARCH, "in March 2024"),
        (YEAR, "in 2024"),
        (When(D(2024, 4, 1), D(2024, 6, 30), Source.PERIOD), "in the second quarter of 2024"),
        (on(MON), "on 4 March 2024"),
        (When(MON, WED, Source.PERIOD), "from 4 March 2024 to 6 March 2024"),
        (When(MON, None, Source.PERIOD), "since 4 March 2024"),
        (NEVER, ""),
    ],
)
def test_when_day_words(when: When, expected: str) -> None:
    assert day_words(when) == expected
