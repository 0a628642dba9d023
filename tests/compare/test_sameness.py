from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factcheck.compare.context import FigureInContext
from factcheck.compare.measures_en import FACETS, GROUPS, SLICES
from factcheck.compare.sameness import WEIGHTS, Level, sameness
from factcheck.compare.tokens import names, nation, stem
from factcheck.model import Statement

Build = Callable[..., Statement]


def test_sameness_tables_are_consistent() -> None:
    listed = [family for facet in FACETS.values() for family in facet]
    assert len(listed) == len(set(listed))
    assert set(GROUPS) >= SLICES
    assert sum(WEIGHTS.values()) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Russia", "Russians", True),
        ("Ukraine", "Ukrainian", True),
        ("Britain", "British", True),
        ("U.S.", "American", True),
        ("Austria", "Australian", False),
        ("Russian", "Ukrainian", False),
    ],
)
def test_sameness_nations_and_their_adjectives(a: str, b: str, same: bool) -> None:
    assert (nation(a) == nation(b)) is same


def test_sameness_names_leave_out_the_opening_word() -> None:
    assert names("Police in Riverton said so") == {nation("Riverton")}
    assert nation("Alphacorp") in names("Alphacorp’s revenue rose")


def test_sameness_stems_join_forms_and_synonyms() -> None:
    assert stem("applications") == stem("apply") == stem("applied")
    assert stem("blaze") == stem("fire")


KILLED: dict[str, Any] = {"text": "31", "value": 31, "measure": "people killed"}


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("31 people were killed", "31 people were killed", Level.SAME),
        ("31 killed in the Corven fire", "A blaze in Corven killed 31", Level.SAME),
        ("31 killed in the Corven fire", "31 killed in the Tarnholm crash", Level.NO),
        ("31 killed in the Corven fire", "31 killed", Level.SAME),
    ],
)
def test_sameness_level_by_topic(statement: Build, a: str, b: str, level: Level) -> None:
    one, other = statement(a, KILLED), statement(b, KILLED)
    there = sameness(FigureInContext(one.claim.figures[0], one), FigureInContext(other.claim.figures[0], other))
    back = sameness(FigureInContext(other.claim.figures[0], other), FigureInContext(one.claim.figures[0], one))
    assert there.level is level
    assert (back.level, back.score) == (there.level, there.score)


def test_sameness_a_title_names_the_topic(statement: Build) -> None:
    a = statement("31 were killed on the night of the collapse", KILLED, title="Bridge at Corven collapses")
    b = statement("31 died when the Corven bridge gave way", KILLED)
    made = sameness(FigureInContext(a.claim.figures[0], a), FigureInContext(b.claim.figures[0], b))
    assert made.level is Level.SAME
