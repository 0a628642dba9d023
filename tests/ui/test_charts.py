from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import ModuleType

import pytest

from factcheck.ui import charts


def _values(story: ModuleType, **more: bool) -> list[dict[str, object]]:
    made = charts.spec(story.LEDGER, own_date=None, own_name="harbour", dark=False, **more)
    assert made is not None
    return list(made["data"]["values"])


def test_charts_the_claim_itself_comes_first(story: ModuleType) -> None:
    assert _values(story)[0]["tone"] == "self"


def test_charts_leave_out_what_came_later_until_asked(story: ModuleType) -> None:
    days = {record["on"] for record in _values(story)}
    assert "2031-05-12" not in days
    assert "2031-05-12" in {record["on"] for record in _values(story, with_later=True)}


@pytest.mark.parametrize(
    ("written", "arrow"),
    [("At least 41 people", "up"), ("no more than 37", "down"), ("between 52 and 60", None), ("58", None)],
)
def test_charts_open_ends_have_an_arrow(story: ModuleType, written: str, arrow: str | None) -> None:
    record = next(r for r in _values(story) if r["written"] == written)
    assert record["arrow"] == arrow


def test_charts_every_mark_lies_within_the_axis(story: ModuleType) -> None:
    made = charts.spec(story.LEDGER, own_date=None, own_name="harbour", dark=True)
    assert made is not None
    low, high = made["layer"][0]["encoding"]["y"]["scale"]["domain"]
    for record in made["data"]["values"]:
        assert low <= record["y2"] <= high
        assert low <= record["y1"] <= high


def test_charts_shape_tells_the_relation_apart_without_colour() -> None:
    shapes = {tone: mark[0] for tone, mark in charts.TONE_MARKS.items() if tone not in ("plain", "unsure")}
    assert len(set(shapes.values())) == len(shapes)


@pytest.mark.parametrize(
    ("values", "logarithmic"),
    [((10, 900), False), ((10, 1_001), True), ((0, 10_000), False), ((-5, 10_000), False)],
)
def test_charts_use_a_log_scale_beyond_two_orders(values: tuple[float, float], logarithmic: bool) -> None:
    assert charts.wants_log([{"low": value, "high": value} for value in values]) is logarithmic


def test_charts_are_not_drawn_for_one_value(story: ModuleType) -> None:
    same = tuple(replace(row, figure=story.DEAD) for row in story.ROWS[:2])
    assert charts.spec(replace(story.LEDGER, rows=same), own_date=None, own_name="x", dark=False) is None
    assert charts.spec(replace(story.LEDGER, rows=()), own_date=None, own_name="x", dark=False) is None


def test_charts_hold_no_second_unit(story: ModuleType) -> None:
    money = replace(story.ROWS[0].figure, dimension="money", unit="USD")
    rows = (replace(story.ROWS[0], figure=money), *story.ROWS[1:])
    found = charts.rows(replace(story.LEDGER, rows=rows), own_date=None, own_name="x")
    assert all(record["who"] != story.ROWS[0].body for record in found)


def test_charts_tell_in_words_what_they_show(story: ModuleType) -> None:
    told = charts.words_of(story.LEDGER, own_date=date(2031, 5, 7), own_name="harbour")
    assert "National rescue service: no more than 37, 7 May 2031, contradicts" in told
