"""Numbers as written: values, round trips and offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract import number_words_en as en
from factcheck.extract.numbers import scan, value

_SCALES = [(10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")]


def in_words(number: int) -> str:
    """``number`` spelled out as English does."""
    names = {amount: word for word, amount in {**en.ONES, **en.TENS}.items() if word != "fourty"}
    if number < 20:
        return names[number]
    if number < 100:
        return names[number // 10 * 10] + (f"-{names[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{names[number // 100]} hundred{rest}"
    size, word = next(pair for pair in _SCALES if number >= pair[0])
    rest = number % size
    joint = " and " if 0 < rest < 100 else " "
    return f"{in_words(number // size)} {word}" + (f"{joint}{in_words(rest)}" if rest else "")


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_numbers_words_round_trip(number: int) -> None:
    assert value(in_words(number)) == number


@given(st.integers(min_value=0, max_value=10**15))
def test_numbers_grouped_digits_round_trip(number: int) -> None:
    assert value(f"{number:,}") == number


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1.2bn", 1.2e9),
        ("40k", 40_000),
        ("1.2 million", 1.2e6),
        ("£", None),
        ("half a million", 500_000),
        ("half a dozen", 6),
        ("a dozen", 12),
        ("three dozen", 36),
        ("a hundred and twenty", 120),
        ("a quarter of a million", 250_000),
        ("three and a half million", 3.5e6),
        ("two and a half", 2.5),
        ("three point five million", 3.5e6),
        ("4 hundred million", 4e8),
        ("35 lakh", 3.5e6),
        ("thirty-one", 31),
        ("two-thirds", 2 / 3),
        ("three quarters of a million", 750_000),
        ("10 1/2", 10.5),
        ("1/4", 0.25),
        ("12½", 12.5),
        ("½", 0.5),
        ("minus 5", -5),
        ("-5", -5),
        (".001", 0.001),
        ("6.02e+23", 6.02e23),
        ("1.6e-19", 1.6e-19),
        ("0", 0),
        ("zero", 0),
        ("nought", None),
        ("1\u00a0234\u00a0567", 1_234_567),
        ("12,34,567", 1_234_567),
        ("million", None),
        ("21st", None),
        ("1990s", None),
        ("5pm", None),
        ("9" * 40, None),
    ],
)
def test_numbers_values(written: str, expected: float | None) -> None:
    assert value(written) == (pytest.approx(expected) if expected is not None else None)


@pytest.mark.parametrize("text", ["the second half of the year", "in the third quarter", "multi-million deal"])
def test_numbers_parts_of_games_and_years_are_none(text: str) -> None:
    assert scan(text) == []


@given(st.text(max_size=200))
def test_numbers_any_text_gives_ordered_spans(text: str) -> None:
    last = 0
    for number in scan(text):
        assert last <= number.start < number.end <= len(text)
        last = number.end


@given(st.text(alphabet="0123456789,.½ -–million hundredthouseven \u00a0", max_size=120))
def test_numbers_number_like_text_gives_ordered_finite_spans(text: str) -> None:
    last = 0
    for number in scan(text):
        assert last <= number.start < number.end <= len(text)
        assert abs(number.value) < float("inf")
        last = number.end
