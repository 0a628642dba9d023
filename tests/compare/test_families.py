from __future__ import annotations

import pytest

from factcheck.compare.families import families


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
