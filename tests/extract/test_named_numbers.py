"""Numbers in names and behind labels are no figures; the same digits that count are."""

from typing import Any

import pytest

from factcheck.extract.quantities import quantities


def read(nlp: Any, text: str) -> list[str]:
    return [one.text for sentence in nlp(text).sents for one in quantities(sentence)]


@pytest.mark.parametrize(
    "text",
    [
        "The GTX 1070 beat the Kirin 970.",
        "It charges over USB 3.0.",
        "They reached the round of 16.",
        "The Fab Five met the mayor.",
        "Lenmar's 737 MAX was grounded.",
        "The boss of 3M Co. and 7-Eleven resigned.",
        "The band was led by 50 Cent in town.",
        "He plays in a 4-2-3-1 formation.",
        "The town has a zero tolerance policy.",
        "The port aims at net zero by then.",
        "It was a one-off event.",
        "The under-21 team lost.",
        "The seas will have risen by 2120.",
        "on may 19, the office began to watch.",
        "Homes in the 90049 ZIP Code sold well.",
        "Homes in zip code 90049 sold well.",
        "He saved it in a 401(k) plan.",
        "HR 1313 would change the law.",
        "It was the first debate of 2016 a week in advance.",
    ],
)
def test_named_numbers_are_no_figures(nlp: Any, text: str) -> None:
    assert read(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The airline ordered two new 737 Max jets.", ["two new 737 Max jets"]),
        ("A magnitude 7.1 quake struck.", ["7.1"]),
        ("The count was highest at 2483805 while others slept.", ["2483805"]),
        ("A family of four fled.", ["four"]),
        ("The plan would cost 2120 crowns.", ["2120 crowns"]),
        ("Three Firms Shut Five Plants", ["Three Firms", "Five Plants"]),
    ],
)
def test_named_numbers_leave_what_counts(nlp: Any, text: str, figures: list[str]) -> None:
    assert read(nlp, text) == figures
