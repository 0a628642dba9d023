"""Marks that set two things of one name apart: ordinals, codes, camps, before and after, hours, ages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factcheck.compare import compare
from factcheck.compare.twin_parts import Part
from factcheck.compare.twins import find
from factcheck.model import Group, RelationKind, Statement

Make = Callable[..., Statement]
SCOPE, PERIOD = RelationKind.DIFFERENT_SCOPE, RelationKind.DIFFERENT_PERIOD
BOATS = {"unit": "boat"}
SHARE = {"unit": "percent", "dimension": "ratio"}

PAIRS: list[tuple[str, str, int, str, str, int, dict[str, Any], RelationKind]] = [
    ("The first convoy lost 31 boats.", "31 boats", 31, "The third convoy lost 12 boats.", "12 boats", 12, BOATS, SCOPE),
    ("The 1st storm sank 31 boats.", "31 boats", 31, "The second storm sank 12 boats.", "12 boats", 12, BOATS, SCOPE),
    ("Ferry 12 towed 31 boats.", "31 boats", 31, "Ferry 40 towed 12 boats.", "12 boats", 12, BOATS, SCOPE),
    ("The B52 ramp holds 31 boats.", "31 boats", 31, "The B7 ramp holds 12 boats.", "12 boats", 12, BOATS, SCOPE),
    ("The yes side polled 44%.", "44%", 44, "The no side polled 56%.", "56%", 56, SHARE, SCOPE),
    ("The port held 31 boats before the flood.", "31 boats", 31,
     "The port held 12 boats after the flood.", "12 boats", 12, BOATS, PERIOD),
    ("The port held 31 boats in the morning.", "31 boats", 31,
     "The port held 12 boats in the evening.", "12 boats", 12, BOATS, PERIOD),
    ("The 3 a.m. storm sank 31 boats.", "31 boats", 31, "The 9 p.m. storm sank 12 boats.", "12 boats", 12, BOATS, PERIOD),
    ("The port holds 31 boats.", "31 boats", 31,
     "The port holds 12 new boats.", "12 new boats", 12, BOATS, SCOPE),
    ("The clinic saw 31 swimmers.", "31 swimmers", 31,
     "The clinic saw 12 swimmers under 16.", "12 swimmers", 12, {"unit": "swimmer"}, SCOPE),
    ("The clinic saw 31 swimmers aged 20 to 30.", "31 swimmers", 31,
     "The clinic saw 12 swimmers aged 60 to 70.", "12 swimmers", 12, {"unit": "swimmer"}, SCOPE),
]  # fmt: skip


@pytest.mark.parametrize(("text_a", "words_a", "value_a", "text_b", "words_b", "value_b", "fields", "relation"), PAIRS)
def test_marks_set_two_things_apart(
    statement: Make,
    text_a: str,
    words_a: str,
    value_a: float,
    text_b: str,
    words_b: str,
    value_b: float,
    fields: dict[str, Any],
    relation: RelationKind,
) -> None:
    a = statement(text_a, {"text": words_a, "value": value_a, **fields})
    b = statement(text_b, {"text": words_b, "value": value_b, **fields})
    assert compare(a, b).relation is relation
    assert compare(b, a).relation is relation


@pytest.mark.parametrize(
    ("text_a", "text_b"),
    [
        ("The first convoy lost 31 boats.", "The first convoy lost 12 boats."),
        ("Ferry 40 towed 31 boats.", "Ferry 40 towed 12 boats."),
        ("The port held 31 boats after the flood.", "The port held 12 boats after the flood."),
        ("In the morning the port held 31 boats.", "In the morning the port held 12 boats."),
        ("The New Haven port holds 31 boats.", "The New Haven port holds 12 boats."),
    ],
)
def test_marks_of_one_thing_leave_a_conflict(statement: Make, text_a: str, text_b: str) -> None:
    a, b = (
        statement(text, {"text": words, "value": value, **BOATS})
        for text, words, value in ((text_a, "31 boats", 31), (text_b, "12 boats", 12))
    )
    assert compare(a, b).group is Group.CONFLICT
    assert compare(b, a).group is Group.CONFLICT


@pytest.mark.parametrize(("one", "other"), [("3 a.m.", "6 a.m."), ("1 pm", "4 pm")])
def test_marks_hour_is_no_number_of_a_twin(statement: Make, one: str, other: str) -> None:
    twins = find(
        statement(f"The {one} storm in Torquay sank a trawler."),
        statement(f"The {other} storm in Torquay sank a trawler."),
    )
    assert twins is not None
    assert twins.part is Part.DATE


def test_marks_reason_shows_the_words_that_differ(statement: Make) -> None:
    a, b = (
        statement(f"Turnout among {who} was {value}%.", {"text": f"{value}%", "value": value, "measure": who, **SHARE})
        for who, value in (("women", 61), ("men", 55))
    )
    reason = compare(a, b).reason
    assert "women" in reason
    assert "“men”" in reason
