"""Half pairs of quotation marks at a figure's end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.written import within_marks


@pytest.mark.parametrize(
    ("text", "floor", "kept"),
    [
        ('twelve" boxes', 6, "twelve"),
        ("12 “heavy” boxes", 2, "12 “heavy” boxes"),
        ("12 “heavy boxes", 2, "12"),
        ('12" boxes', 3, '12" boxes'),
        ("12’ boxes", 2, "12"),
        ("12 workers’ homes", 2, "12 workers’ homes"),
    ],
)
def test_written_ends_before_half_a_pair(text: str, floor: int, kept: str) -> None:
    assert text[: within_marks(text, 0, floor, len(text))] == kept


@given(st.text(alphabet="ab “”\"'’«»", max_size=30), st.integers(min_value=1, max_value=30))
def test_written_keeps_what_stands_before_the_floor(text: str, floor: int) -> None:
    whole = "7" * floor + text
    end = within_marks(whole, 0, floor, len(whole))
    assert floor <= end <= len(whole)
