from __future__ import annotations

from collections.abc import Callable

from factcheck.compare import compare, compare_figures, figures_of
from factcheck.compare.context import FigureInContext, once, once_a_pair
from factcheck.model import Statement

Build = Callable[..., Statement]


def _one(statement: Build, text: str = "31 people were killed") -> Statement:
    return statement(text, {"text": text.split(maxsplit=1)[0], "value": 31})


def test_context_figures_of_gives_one_object_again_and_no_other_the_same(statement: Build) -> None:
    one, twin = _one(statement), _one(statement)
    assert figures_of(one)[0] is figures_of(one)[0]
    assert figures_of(one) == figures_of(twin)
    assert figures_of(one)[0] is not figures_of(twin)[0]


def test_context_once_reads_a_figure_once(statement: Build) -> None:
    asked: list[str] = []

    @once
    def read(item: FigureInContext) -> str:
        asked.append(item.text)
        return item.text

    one, other = FigureInContext(_one(statement).claim.figures[0], _one(statement)), figures_of(_one(statement))[0]
    assert [read(one), read(one), read(other)] == ["31 people were killed"] * 3
    assert len(asked) == 2


def test_context_once_a_pair_keeps_the_latest_pair_alone(statement: Build) -> None:
    asked: list[tuple[int, int]] = []

    @once_a_pair
    def read(a: FigureInContext, b: FigureInContext) -> bool:
        asked.append((id(a), id(b)))
        return a is b

    a, b = figures_of(_one(statement))[0], figures_of(_one(statement))[0]
    assert [read(a, b), read(a, b), read(b, a), read(a, a), read(a, b)] == [False, False, False, True, False]
    assert asked == [(id(a), id(b)), (id(b), id(a)), (id(a), id(a)), (id(a), id(b))]


def test_context_what_was_read_before_changes_no_relation(statement: Build) -> None:
    one, other = _one(statement), statement("The storm killed 58 people", {"text": "58", "value": 58})
    third = statement("More than 20 homes were lost", {"text": "More than 20", "value": 20})
    fresh = compare_figures(*(FigureInContext(one_of.claim.figures[0], one_of) for one_of in (one, other)))
    for beside in (third, other):
        compare(one, beside)
        compare(beside, one)
    assert compare_figures(figures_of(one)[0], figures_of(other)[0]) == fresh
