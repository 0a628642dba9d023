from __future__ import annotations

from datetime import date

import pytest

from factcheck.extract import extract
from factcheck.model import Accrual, Document, Figure


def _first(text: str) -> Figure:
    document = Document("d", text, b"", "", "", published_on=date(2024, 5, 10))
    return extract(document).claims[0].figures[0]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Each year 40 people drown in the bay.", "year"),
        ("On average, 40 people drown in the bay every week.", "week"),
        ("40 people drown in the bay annually.", "year"),
        ("The bay claims 40 swimmers a year.", "year"),
        ("Every year since 2014, more than 40 people have drowned.", "year"),
        ("The ferry line will spend $46 million annually on fuel.", "year"),
        ("The ferry carried 900 passengers to the island each day.", "day"),
    ],
)
def test_rates_are_read_beside_the_verb(text: str, per: str) -> None:
    figure = _first(text)
    assert (figure.per, figure.accrual) == (per, Accrual.FLOW)


@pytest.mark.parametrize(
    "text",
    [
        "A total of 400 people drowned in the bay.",
        "A year later 40 people drowned.",
        "The firm hired 30 people a year ago.",
        "The ferry sank every two years, and 40 people drowned.",
        "The firm hired 30 people this year.",
    ],
)
def test_rates_are_none_where_a_time_is_told_once(text: str) -> None:
    assert all(figure.per is None for figure in [_first(text)])
