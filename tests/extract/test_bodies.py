from __future__ import annotations

import pytest

from factcheck.extract.bodies import Bodies, without_article


@pytest.mark.parametrize(
    ("names", "fullest"),
    [
        (["Norland Trade Ministry", "Trade Ministry"], ["Norland Trade Ministry"] * 2),
        (["Trade Ministry", "Norland Trade Ministry"], ["Norland Trade Ministry"] * 2),
        (["Rescue Service of Norland", "Rescue Service"], ["Rescue Service of Norland"] * 2),
        (
            ["Norland Trade Ministry", "Sudland Trade Ministry", "Trade Ministry"],
            ["Norland Trade Ministry", "Sudland Trade Ministry", "Trade Ministry"],
        ),
        (["United Harbours", "United Harbours rescue office"], ["United Harbours", "United Harbours rescue office"]),
        (["Bank of Norland", "Norland"], ["Bank of Norland", "Norland"]),
    ],
)
def test_bodies_named_by_a_part_are_one(names: list[str], fullest: list[str]) -> None:
    bodies = Bodies()
    found = [bodies.named(name, "ORG") for name in names]
    assert [body.name for body in found] == fullest


def test_bodies_called_by_noun_only_where_one_is_meant() -> None:
    bodies = Bodies()
    bodies.named("Norland Trade Ministry", "ORG")
    assert bodies.called("ministry") is bodies.named("Norland Trade Ministry", "ORG")
    bodies.named("Sudland Health Ministry", "ORG")
    assert bodies.called("ministry") is None
    assert bodies.called("ministry", frozenset(["health"])) is bodies.named("Sudland Health Ministry", "ORG")


@pytest.mark.parametrize(("name", "bare"), [("the Senate", "Senate"), ("Norland’s", "Norland"), ("Athens", "Athens")])
def test_bodies_without_article(name: str, bare: str) -> None:
    assert without_article(name) == bare
