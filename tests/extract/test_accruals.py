from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from factcheck.extract import extract
from factcheck.model import Document, Figure

if TYPE_CHECKING:
    from spacy.language import Language

FRIDAY = date(2024, 5, 10)


def first(text: str) -> Figure:
    document = Document(id="d", text=text, raw=b"", sha256="", raw_sha256="", published_on=FRIDAY)
    return extract(document).claims[0].figures[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Among renters, 46 percent would back the mayor.", "snapshot"),
        ("The ferry firm's 350 employees will move to Ostrand.", "snapshot"),
        ("Holt Ferries had a net loss of $9 million in 2023.", "flow"),
        ("Shells killed 12 civilians in Sorvik on Tuesday.", "flow"),
        ("Floods have killed 12 people so far.", "running_total"),
        ("The harbour handles 40 ships a day.", "flow"),
        ("The census of 2021 counted 9,400 people in Tarn.", "snapshot"),
        ("In the January poll, 39 percent of voters trusted him.", "snapshot"),
        ("Holt Ferries has got 350 sailors.", "snapshot"),
        ("Tolls rose to 5 euros.", None),
        ("Holt Ferries had $39 million in revenue last year.", "flow"),
        ("It is the biggest deal since Holt bought Sorvik for $19 billion in 2002.", "flow"),
    ],
)
def test_accruals_of_sentences(nlp: Language, text: str, expected: str | None) -> None:
    assert first(text).accrual == expected


@pytest.mark.parametrize(
    ("text", "modality", "hedged"),
    [
        ("Among renters, 46 percent would back the mayor.", "stated", False),
        ("A majority of voters expect the mayor to win.", "stated", False),
        ("The deal will bring the firm's 350 employees to Ostrand.", "stated", False),
        ("The deal may hurt Holt and its 10,500 workers.", "stated", False),
        ("The firm will hire 350 employees in Ostrand.", "forecast", False),
        ("Officials removed perhaps tens of thousands of voters from the lists.", "stated", True),
    ],
)
def test_figures_what_is_given_is_neither_forecast_nor_hedged(
    nlp: Language, text: str, modality: str, hedged: bool
) -> None:
    found = first(text)
    assert (found.modality, found.hedged) == (modality, hedged)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Only 52 percent of voters agreed that the mayor is honest.", {"agree", "mayor", "honest"}),
        ("Shelling left 40 people dead in Sorvik.", {"person", "dead"}),
        ("A third of farmers lost their crops.", {"farmer", "lose", "crop"}),
    ],
)
def test_answers_are_part_of_the_measure(nlp: Language, text: str, words: set[str]) -> None:
    assert words <= set(first(text).measure.split())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A quake hit Norway, killing at least 10 people.", "Norway"),
        ("Ten people were killed when a storm flattened villages in Norway.", "Norway"),
        ("Some 65 million people are displaced worldwide.", "worldwide"),
        ("The college, at a for-profit university, took $4 million.", None),
    ],
)
def test_delimited_place_of_the_clause(nlp: Language, text: str, place: str | None) -> None:
    assert first(text).place == place


def test_figure_dates_a_date_may_only_name_an_event(nlp: Language) -> None:
    assert first("About 44 percent of voters expect her to win Monday's debate.").as_of is None


def test_figure_dates_saturdays_raids_are_the_figures_own(nlp: Language) -> None:
    found = first("Police said 64 people were arrested in Saturday's raids.").as_of
    assert found is not None
    assert found.first == date(2024, 5, 4)
