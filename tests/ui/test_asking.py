"""The filters of the Search page, as controls, chips and typed words."""

from __future__ import annotations

import pytest

from factcheck.pipeline import search
from factcheck.ui import asking


def test_asking_has_a_control_for_every_filter() -> None:
    assert set(asking.FILTERS) == set(search.FILTER_NAMES)
    assert set(asking.KINDS) - {""} == set(search.KINDS)


def test_asking_names_each_control_once() -> None:
    keys = [key for key, _ in asking.FILTERS.values()]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("text", "rest", "named"),
    [
        ("ferry fire", "ferry fire", {}),
        ('ferry speaker:"Mara Delling" fire', "ferry fire", {"speaker": "Mara Delling"}),
        ("value 3500..4500 person", "", {"value": "3500..4500", "unit": "person"}),
        ("kind:checked since:2031-05-01", "", {"kind": "checked", "since": "2031-05-01"}),
        ('"as he said: no"', '"as he said: no"', {}),
    ],
)
def test_asking_takes_typed_filters_out_of_the_words(text: str, rest: str, named: dict[str, str]) -> None:
    assert asking.typed(text) == (rest, named)


def test_asking_finds_a_choice_in_whatever_case_it_was_typed() -> None:
    assert asking.one_of("half TRUE", ("True", "Half true")) == "Half true"
    assert asking.one_of("Misquoted ", ("True",)) == "Misquoted"


def test_asking_has_a_chip_for_each_filter_that_is_on() -> None:
    chosen = {"document": "d1", "kind": "checked", "speaker": "Delling", "unit": None, "until": ""}
    made = asking.on(chosen, {"d1": "The fire"})
    assert [one.chip for one in made] == ["Speaker or body: Delling", "Kind: Checked before", "Article: The fire"]
    assert [one.key for one in made] == ["speaker", "claims", "document"]
