"""Figures in context: measure, population, place, dates, modality, hedge, basis, accrual."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from factcheck.extract.figures import figures
from factcheck.extract.quantities import quantities
from factcheck.model import Accrual, Basis, DateRange, Figure, Modality


@dataclass(frozen=True)
class Mention:
    text: str
    start: int
    end: int
    range: DateRange


TUESDAY = DateRange(date(2022, 3, 8), date(2022, 3, 8))
MARCH = DateRange(date(2022, 3, 1), date(2022, 3, 31))


def read(nlp: Any, text: str, dates: dict[str, DateRange] | None = None) -> list[Figure]:
    mentions = [Mention(w, text.index(w), text.index(w) + len(w), days) for w, days in (dates or {}).items()]
    return [
        figure
        for sentence in nlp(text).sents
        for figure in figures(sentence, quantities(sentence), dates=mentions, reference=date(2022, 3, 11))
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Up to 700 Danish sailors drowned.", {"Danish", "sailor", "drown"}),
        ("The ministry received 9,000 letters.", {"letter", "receive", "ministry"}),
        ("The city has a 25% tax on imported cars.", {"tax", "car", "city"}),
        ("Unemployment fell to 4.2%.", {"unemployment"}),
        ("The firm agreed to a fine of $3bn.", {"fine"}),
    ],
)
def test_figures_measure_has_the_words_that_tell(nlp: Any, text: str, words: set[str]) -> None:
    assert words <= set(read(nlp, text)[0].measure.split())


def test_figures_measure_of_two_spellings_is_the_same(nlp: Any) -> None:
    first = read(nlp, "31 people were killed.")[0]
    second = read(nlp, "Thirty-one people were killed.")[0]
    assert first.measure == second.measure
    assert (first.low, first.unit) == (second.low, second.unit)


def test_figures_population_and_place(nlp: Any) -> None:
    found = read(nlp, "700 Danish sailors were killed in Norway.")[0]
    assert (found.population, found.place) == ("Danish", "Norway")


def test_figures_share_has_its_population(nlp: Any) -> None:
    assert read(nlp, "Two-thirds of the voters agreed.")[0].population == "voters"


@pytest.mark.parametrize(
    ("text", "figure", "whole"),
    [
        ("50 of the 1,200 inspectors resigned.", "50", "the 1,200 inspectors"),
        ("Fewer than 50 of its 1,200 inspectors were paid.", "Fewer than 50", "its 1,200 inspectors"),
        ("One in five of the 40 guards resigned.", "One in five", "the 40 guards"),
        ("Police arrested 30 of the 500 marchers.", "30", "the 500 marchers"),
        ("Of the 1,200 inspectors, 50 resigned.", "50", "the 1,200 inspectors"),
        ("A majority of Norwegians back the ferry.", "A majority", "Norwegians"),
        ("Most of the residents have left the town.", "Most", "the residents"),
        ("A third of farmers lost their crops.", "A third", "farmers"),
        ("Half of the voters stayed at home.", "Half", "the voters"),
        ("The overwhelming majority of the harvest was lost.", "The overwhelming majority", "the harvest"),
    ],
)
def test_figures_part_has_a_whole_that_is_no_figure_itself(nlp: Any, text: str, figure: str, whole: str) -> None:
    (found,) = read(nlp, text)
    assert found.whole is not None
    assert (found.text, found.whole.text) == (figure, whole)


def test_figures_number_behind_a_noun_is_in_no_whole(nlp: Any) -> None:
    found = read(nlp, "In nine days of siege 1,100 settlers were killed.")
    assert [(one.text, one.whole) for one in found] == [("nine days", None), ("1,100 settlers", None)]


@pytest.mark.parametrize(
    ("text", "population", "measure"),
    [
        ("A majority of Norwegians back the ferry.", "Norwegians", "Norwegians back ferry"),
        ("Most of the residents have left the town.", "residents", "resident leave town"),
        ("A third of farmers lost their crops.", "farmers", "farmer lose crop"),
        ("More than half of teachers want a new school.", "teachers", "teacher want school"),
    ],
)
def test_figures_share_in_words_is_measured_by_its_whole(nlp: Any, text: str, population: str, measure: str) -> None:
    (found,) = read(nlp, text)
    assert (found.population, found.measure) == (population, measure)


@pytest.mark.parametrize(
    "text",
    ["There have been numerous reports of looting.", "Countless homes were lost.", "They made the most of the sun."],
)
def test_figures_words_without_an_interval_are_none(nlp: Any, text: str) -> None:
    assert read(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "when", "period", "as_of"),
    [
        ("The firm sold 900 cars in March.", {"March": MARCH}, MARCH, None),
        ("The toll reached 120 by Tuesday.", {"Tuesday": TUESDAY}, None, TUESDAY),
        ("Up to 700 sailors drowned, an officer said Tuesday.", {"Tuesday": TUESDAY}, None, None),
    ],
)
def test_figures_dates_belong_to_the_figure_or_to_the_saying(
    nlp: Any, text: str, when: dict[str, DateRange], period: DateRange | None, as_of: DateRange | None
) -> None:
    found = read(nlp, text, when)[0]
    assert (found.period, found.as_of) == (period, as_of)


def test_figures_since_opens_a_running_total_from_within_a_clause(nlp: Any) -> None:
    found = read(nlp, "1,200 people have died since the siege began on Tuesday.", {"Tuesday": TUESDAY})[0]
    assert (found.period, found.as_of) == (DateRange(TUESDAY.first, None), None)
    assert found.accrual is Accrual.RUNNING_TOTAL


def test_figures_since_opens_a_running_total(nlp: Any) -> None:
    found = read(nlp, "1,200 people have died since Tuesday.", {"Tuesday": TUESDAY})[0]
    assert found.accrual is Accrual.RUNNING_TOTAL
    assert found.period == DateRange(date(2022, 3, 8), None)


def test_figures_each_level_of_a_change_has_its_own_date(nlp: Any) -> None:
    text = "The rate was 4.2% in March, from 4.5% a year earlier."
    year = DateRange(date(2021, 3, 1), date(2021, 3, 31))
    now, before = read(nlp, text, {"March": MARCH, "a year earlier": year})
    assert (now.period, before.period) == (MARCH, year)


def day(year: int, month: int, number: int) -> DateRange:
    return DateRange(date(year, month, number), date(year, month, number))


AUGUST = DateRange(date(2021, 8, 1), date(2021, 8, 31))
JULY = DateRange(date(2021, 7, 1), date(2021, 7, 31))
LONG_AGO = DateRange(date(2016, 1, 1), date(2016, 12, 31))


@pytest.mark.parametrize(
    ("text", "when", "told"),
    [
        (
            "The number of pupils rose to 412 at the end of August, up from 398 in July.",
            {"August": AUGUST, "July": JULY},
            [(None, day(2021, 8, 31)), (JULY, None)],
        ),
        (
            "In July 300 cars were sold, and 20 in August.",
            {"July": JULY, "August": AUGUST},
            [(JULY, None), (AUGUST, None)],
        ),
        ("The firm sold 900 cars, more than it did in 2016.", {"2016": LONG_AGO}, [(None, None)]),
        ("The mill spent $14m, double what it spent in 2016.", {"2016": LONG_AGO}, [(None, None)] * 2),
        ("The mill sold 31 boats in July, the most since 2016.", {"July": JULY, "2016": LONG_AGO}, [(JULY, None)]),
        ("Sales rose 4% from July.", {"July": JULY}, [(None, None)]),
        (
            "The firm earned $9m in the year to July.",
            {"July": JULY},
            [(DateRange(date(2020, 8, 1), date(2021, 7, 31)), None)],
        ),
    ],
)
def test_figures_dates_of_other_times_are_not_the_figures(
    nlp: Any, text: str, when: dict[str, DateRange], told: list[tuple[DateRange | None, DateRange | None]]
) -> None:
    assert [(one.period, one.as_of) for one in read(nlp, text, when)] == told


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("12 people died.", Modality.STATED),
        ("The firm will cut 500 jobs.", Modality.FORECAST),
        ("The firm is expected to cut 500 jobs.", Modality.FORECAST),
        ("The firm plans to cut 500 jobs.", Modality.PLANNED),
        ("The firm did not cut 500 jobs.", Modality.DENIED),
    ],
)
def test_figures_modality(nlp: Any, text: str, modality: Modality) -> None:
    assert read(nlp, text)[0].modality is modality


@pytest.mark.parametrize(
    ("text", "hedged"),
    [("700 sailors may have drowned.", True), ("700 sailors have drowned.", False), ("Perhaps 40 died.", True)],
)
def test_figures_hedge(nlp: Any, text: str, hedged: bool) -> None:
    assert read(nlp, text)[0].hedged is hedged


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("An estimated 300 people came.", Basis.ESTIMATED),
        ("The ministry recorded 300 cases.", Basis.COUNTED),
        ("There were 300 people.", None),
    ],
)
def test_figures_basis(nlp: Any, text: str, basis: Basis | None) -> None:
    assert read(nlp, text)[0].basis is basis


def test_figures_restatement_keeps_measure(nlp: Any) -> None:
    first, second = read(nlp, "The firm lost $1.2bn (£950m).")
    assert second.restates == 0
    assert first.measure == second.measure


@pytest.mark.parametrize(
    ("text", "value", "unit", "measure"),
    [
        ("The number of people who have fled Moria has reached 40,000.", 40_000, "person", "person flee Moria"),
        ("She put the number of people who work for the port at 6,100.", 6_100, "person", "person work"),
        ("Police arrested 510 people. The ministry put the number at 320.", 320, "person", "person arrest police"),
        ("Some 300 soldiers were killed, he said. About 70 more were wounded.", 70, "soldier", "soldier wound"),
        ("The office had confirmed the deaths of 54 sailors by Friday.", 54, "sailor", "sailor death"),
        (
            "The bank raised its key rate by 2 percentage points. It now stands at 9 percent.",
            9,
            "percent",
            "key rate bank",
        ),
        ("The dune grew by 3 metres. Almost eight metres had been reported.", 7.2, "metre", "dune"),
        (
            "In May 212 millimetres of snow fell on Harrow, of which 140 millimetres came down on one night.",
            140,
            "millimetre",
            "snow fall",
        ),
        ("It is 15.", 15, "", "count"),
        ("It was 20%.", 20, "percent", "percent"),
        ("Another 31 people were missing.", 31, "person", "person"),
    ],
)
def test_figures_measure_is_found_beyond_the_number(nlp: Any, text: str, value: float, unit: str, measure: str) -> None:
    found = [figure for figure in read(nlp, text) if figure.low == value]
    assert [(one.unit, one.measure) for one in found] == [(unit, measure)]


@pytest.mark.parametrize(
    ("text", "population", "place"),
    [
        ("The Russian Defence Ministry said that 40 of its soldiers had died.", "Russian", None),
        ("On the Italian side, 30 soldiers were hurt.", "Italian", None),
        ("In the district of Brenham alone, three people were killed.", None, "Brenham"),
        ("At Sallow bridge the river stood 7 metres above its level.", None, "Sallow bridge"),
    ],
)
def test_figures_are_delimited_by_what_stands_around(
    nlp: Any, text: str, population: str | None, place: str | None
) -> None:
    (figure,) = read(nlp, text)
    assert (figure.population, figure.place) == (population, place)
