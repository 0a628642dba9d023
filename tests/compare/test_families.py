from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.families import families, groups, is_measure_word, occurrences
from factcheck.compare.measures_en import FACETS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("people killed", "deaths"),
        ("lost their lives", "death toll"),
        ("person die", "fatalities"),
        ("wounded", "people injured"),
        ("detained", "arrests"),
        ("unemployment", "jobless rate"),
        ("revenue", "sales"),
        ("consumer prices", "inflation"),
        ("applications", "signed up"),
        ("houses destroyed", "homes razed"),
    ],
)
def test_families_one_family(one: str, other: str) -> None:
    assert families(one) & families(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("people killed", "people wounded"),
        ("casualties", "deaths"),
        ("applications", "people arrived"),
        ("57 km long", "12 km wide"),
        ("revenue", "net profit"),
        ("arrested", "charged"),
        ("turnout", "seats"),
        ("houses destroyed", "houses damaged"),
        ("exports", "imports"),
        ("loss of personnel", "soldiers killed"),
    ],
)
def test_families_two_families(one: str, other: str) -> None:
    assert families(one)
    assert families(other)
    assert not families(one) & families(other)


_WORDS = st.sampled_from(
    "killed lives lost her life share of the vote votes cost covid-19 cases wounded unkilled net losses of men "
    "17 shares, budget-gap laid off cut 40 jobs claimed two".split()
)


@given(st.lists(_WORDS, max_size=12).map(" ".join))
def test_families_occurrences_are_those_of_each_pattern_by_itself(text: str) -> None:
    alone = [
        ((facet, family), match.start(), match.end())
        for facet, found in FACETS.items()
        for family, alternatives in found.items()
        for match in re.finditer(rf"(?<!\w)(?:{alternatives})(?!\w)", text)
    ]
    assert list(occurrences(text)) == alone
    assert families(text) == {family for family, _, _ in alone}


@pytest.mark.parametrize(("word", "known"), [("killed", True), ("unkilled", False), ("net", False), ("jobless", True)])
def test_families_is_measure_word_of_whole_words(word: str, known: bool) -> None:
    assert is_measure_word(word) is known


@pytest.mark.parametrize(("text", "found"), [("no such people", set()), ("women and children", {"women", "children"})])
def test_families_groups_of_people(text: str, found: set[str]) -> None:
    assert groups(text) == found
