"""Figures as newspapers of many kinds write them: misreadings found by reading by eye, each kept as a row.

The rows are sentences of our own; which module reads what is told there, this table tells what comes out.
"""

from typing import Any

import pytest

from factcheck.extract.figures import figures
from factcheck.extract.quantities import quantities
from factcheck.model import Bound, Direction, Figure, Role

UP, DOWN = Direction.INCREASE, Direction.DECREASE


def read(nlp: Any, text: str) -> list[Figure]:
    return [figure for sentence in nlp(text).sents for figure in figures(sentence, quantities(sentence))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # how it is written
        ('She spoke of "eleven or twelve" barrels.', [("eleven or twelve", 11, 12, "barrel")]),
        ("He spoke of “thirty” wagons.", [("thirty", 30, 30, "wagon")]),
        ("They counted ‘as many as 300’ tents.", [("as many as 300", None, 300, "tent")]),
        ("The chef cooked 40 “secret” dishes.", [("40 “secret” dishes", 40, 40, "dish")]),
        ("The door is 6'2\" high.", [("6'2\"", 6 + 2 / 12, 6 + 2 / 12, "foot")]),
        ('A 12" pipe burst.', [('12"', 12, 12, "inch")]),
        ("Inflation in the zone was 2,4 percent.", [("2,4 percent", 2.4, 2.4, "percent")]),
        ("The bakery employs 4.500 people.", [("4.500 people", 4500, 4500, "person")]),
        ("It averaged 1.250 persons per car.", [("1.250 persons per car", 1.25, 1.25, "person")]),
        ("The tower cost 1.500.000 euros.", [("1.500.000 euros", 1.5e6, 1.5e6, "EUR")]),
        ("The boxer weighs 14st 6lb.", [("14st 6lb", 14 + 6 / 14, 14 + 6 / 14, "stone")]),
        ("It took five and a quarter hours.", [("five and a quarter hours", 5.25, 5.25, "hour")]),
        (
            "Debt is four and nine-tenths billion dollars.",
            [("four and nine-tenths billion dollars", 4.9e9, 4.9e9, "USD")],
        ),
        ("Profit will be Rs 1,250-1,300 crore.", [("Rs 1,250-1,300 crore", 1.25e10, 1.3e10, "INR")]),
        ("The mill cost ₹52.9 cr.", [("₹52.9 cr", 5.29e8, 5.29e8, "INR")]),
        ("A bribe of 20 lakh was paid.", [("20 lakh", 2e6, 2e6, "INR")]),
        ("The list has 20 lakh voters.", [("20 lakh voters", 2e6, 2e6, "voter")]),
        ("Jobless total hits 2.1m", [("2.1m", 2.1e6, 2.1e6, "")]),
        ("Floodwater depth hits 2.1m", [("2.1m", 2.1, 2.1, "metre")]),
        ("In April 17 people died in the fire.", [("17 people", 17, 17, "person")]),
        ("Since October 61 children have been treated.", [("61 children", 61, 61, "child")]),
        ("On April 17 people marched.", []),
        ("Cobalt One in three deals sold 40 tons.", [("three deals", 3, 3, "deal"), ("40 tons", 40, 40, "ton")]),
        ("One in three women swim.", [("One in three", 1 / 3, 1 / 3, "fraction")]),
        # what is counted
        ("The song was played thousands of times.", [("thousands of times", 1000, 10_000, "time")]),
        (
            "The two clips were seen 2,700 and 2,400 times.",
            [("two clips", 2, 2, "clip"), ("2,700", 2700, 2700, "time"), ("2,400 times", 2400, 2400, "time")],
        ),
        ("The teams scored 11 and 14 goals.", [("11", 11, 11, "goal"), ("14 goals", 14, 14, "goal")]),
        ("Tremors with magnitudes from 3.6 to 4.3 followed.", [("3.6 to 4.3", 3.6, 4.3, "magnitude")]),
        ("It had a magnitude of 5.9.", [("5.9", 5.9, 5.9, "magnitude")]),
        ("The number of yearly visits increased by 9 million.", [("9 million", 9e6, 9e6, "visit")]),
        ("Net migration was 184,000.", [("184,000", 184_000, 184_000, "person")]),
        ("The singer, 42, was arrested.", [("42", 42, 42, "year")]),
        ("Girl, 6, dies in fall", [("6", 6, 6, "year")]),
        ("The welder, 57, of Leeds fell.", [("57", 57, 57, "year")]),
        ("The lucky number, 42, was drawn.", [("42", 42, 42, "")]),
        ("She retired at 65.", [("65", 65, 65, "year")]),
        ("The ministry put the dead at 112.", [("112", 112, 112, "person")]),
        ("The toll of the shelling rose to 40.", [("40", 40, 40, "person")]),
        ("The lab has a staff of more than 350.", [("more than 350", 350, None, "person")]),
        ("He is a three-time winner.", [("three-time", 3, 3, "time")]),
        ("A flat costs eight times average earnings.", [("eight times", 8, 8, "multiple")]),
        ("A 5.9 magnitude tremor struck.", [("5.9 magnitude", 5.9, 5.9, "magnitude")]),
        (
            "The school took in 100, 200 or 250 pupils.",
            [("100", 100, 100, "pupil"), ("200 or 250 pupils", 200, 250, "pupil")],
        ),
        ("It owes a half a trillion dollars.", [("a half a trillion dollars", 5e11, 5e11, "USD")]),
        (
            "The army shrank by a million four hundred thousand.",
            [("a million four hundred thousand", 1.4e6, 1.4e6, "")],
        ),
        (
            "It lost less than one-quarter of 1 percent.",
            [("less than one-quarter of 1 percent", None, 0.25, "percent")],
        ),
        ("The tank is only a third full.", [("only a third", 1 / 3, 1 / 3, "fraction")]),
        (
            "Stocks fell by 2.5 million barrels to 448.5 million.",
            [("2.5 million barrels", 2.5e6, 2.5e6, "barrel"), ("448.5 million", 448.5e6, 448.5e6, "barrel")],
        ),
        (
            "About 6.9m refugees left, 4.1m of them for good.",
            [("About 6.9m refugees", 6.9e6, 6.9e6, "refugee"), ("4.1m", 4.1e6, 4.1e6, "refugee")],
        ),
        ("The £5m bridge is 100m long.", [("£5m", 5e6, 5e6, "GBP"), ("100m", 100, 100, "metre")]),
        ("100,000 march in Oslo", [("100,000", 100_000, 100_000, "person")]),
        (
            "At least 17 people, including four boys, were killed and dozens hurt.",
            [("At least 17 people", 17, None, "person"), ("four boys", 4, 4, "boy"), ("dozens", 12, 120, "person")],
        ),
        ("They pay 17 new taxes.", [("17 new taxes", 17, 17, "tax")]),
        ("The fire left nearly half a million homeless.", [("nearly half a million", 4.5e5, 5e5, "person")]),
        ("A tremor measuring 5.6 on the Richter scale struck.", [("5.6", 5.6, 5.6, "magnitude")]),
        ("He reported a crowd at 2 million.", [("2 million", 2e6, 2e6, "person")]),
        ("No source is given for the 64,000 figure.", [("64,000", 64_000, 64_000, "")]),
        ("It fires a .40 calibre bullet.", [(".40 calibre", 0.4, 0.4, "calibre")]),
        ("The council cut the rate almost in half.", [("almost in half", 0.5, 0.5, "multiple")]),
        ("No one under the age of 50 came.", [("under the age of 50", None, 50, "year")]),
        ("Spending over 4 years was cut.", [("4 years", 4, 4, "year")]),
        # bounds
        (
            "The tax goes from 1 percent up to 4 percent.",
            [("1 percent", 1, 1, "percent"), ("4 percent", 4, 4, "percent")],
        ),
        ("Gold firmed $6 to $2,341 an ounce.", [("$6", 6, 6, "USD"), ("$2,341 an ounce", 2341, 2341, "USD")]),
        ("The clinic was shut for over 16 days.", [("over 16 days", 16, None, "day")]),
        ("Output grew over 16 days.", [("16 days", 16, 16, "day")]),
        ("She served under three ministers.", [("three ministers", 3, 3, "minister")]),
        ("The firm must pay $4.8m plus costs.", [("$4.8m", 4.8e6, 4.8e6, "USD")]),
        ("It has offices in 50 plus countries.", [("50 plus countries", 50, None, "country")]),
        ("They need 50 percent plus one vote.", [("50 percent", 50, 50, "percent"), ("one vote", 1, 1, "vote")]),
        ("Repairs cost in the vicinity of $1 million.", [("in the vicinity of $1 million", 1e6, 1e6, "USD")]),
    ],
)
def test_figures_of_news_values_and_units(nlp: Any, text: str, expected: list[tuple[str, Any, Any, str]]) -> None:
    found = [(one.text, one.low, one.high, one.unit) for one in read(nlp, text)]
    assert [(words, unit) for words, _, _, unit in found] == [(words, unit) for words, _, _, unit in expected]
    for (_, low, high, _), (_, least, most, _) in zip(found, expected, strict=True):
        assert (low, high) == (
            pytest.approx(least) if least is not None else None,
            pytest.approx(most) if most is not None else None,
        )


@pytest.mark.parametrize(
    ("text", "figure", "whole"),
    [
        ("Of the 1,200 inspectors, 4% were paid.", "4%", "the 1,200 inspectors"),
        ("Of 300 surveyed, two-thirds said yes.", "two-thirds", "300 surveyed"),
        ("Among the 45 members, 12 voted against.", "12", "the 45 members"),
        ("We met 109 people out of thousands of travellers.", "109 people", "thousands of travellers"),
        ("About 85 percent of newly hired nurses left.", "About 85 percent", "newly hired nurses"),
        ("We use half of our steel capacity today.", "half", "our steel capacity"),
        ("The fighters fled, most of them foreigners.", "most", "them"),
        (
            "Of the 900 children in the lotteries of the town for the fall, 70 percent are poor.",
            "70 percent",
            "the 900 children",
        ),
        ("A poll found that half of the pupils agreed.", "half", "the pupils"),
        ("About 70 per cent of those polled agreed.", "About 70 per cent", "those polled"),
        ("He gave a third of his $400,000-per-year pay.", "a third", "his $400,000-per-year pay"),
    ],
)
def test_figures_of_news_part_of_a_whole(nlp: Any, text: str, figure: str, whole: str) -> None:
    found = {one.text: one.whole.text for one in read(nlp, text) if one.whole is not None}
    assert found.get(figure) == whole
    assert all(one.text not in whole or one.text == figure for one in read(nlp, text))


@pytest.mark.parametrize(
    ("text", "figure", "role", "direction"),
    [
        ("Women make up 19 percent of the staff.", "19 percent", Role.LEVEL, None),
        ("The club signed up over 900 members.", "over 900 members", Role.LEVEL, None),
        ("The Dow ended up 2 percent.", "2 percent", Role.CHANGE, UP),
        ("Schools get £3bn, £400m more than last year.", "£400m", Role.CHANGE, UP),
        ("The club won 12 more games than last season.", "12 more games", Role.CHANGE, UP),
        ("The club won 12 more games than its rival.", "12 more games", Role.LEVEL, None),
        ("Gold sank below $2,000.", "below $2,000", Role.LEVEL, None),
        ("Gold firmed $6 to $2,341.", "$6", Role.CHANGE, UP),
        ("He jumped 8.95m.", "8.95m", Role.LEVEL, None),
        ("The level of the lake rose 2 metres.", "2 metres", Role.CHANGE, UP),
        ("Fares rose this year between 5 and 7 percent.", "between 5 and 7 percent", Role.CHANGE, UP),
        ("Fares rose in May to 7 percent.", "7 percent", Role.LEVEL, None),
        ("She had contracts cancelled by two studios.", "two studios", Role.LEVEL, None),
        ("Gunners shot down 58 drones.", "58 drones", Role.LEVEL, None),
        ("Police rounded up 40 men.", "40 men", Role.LEVEL, None),
        ("The state passed up $550 million.", "$550 million", Role.LEVEL, None),
        ("It blew up 20 minutes later.", "20 minutes", Role.LEVEL, None),
        ("Enrolment went up 200 in May.", "200", Role.CHANGE, UP),
        ("The index closed down 200 points.", "200 points", Role.CHANGE, DOWN),
        ("There are 900 fewer nurses.", "900 fewer nurses", Role.CHANGE, DOWN),
    ],
)
def test_figures_of_news_level_or_change(nlp: Any, text: str, figure: str, role: Role, direction: Any) -> None:
    assert (figure, role, direction) in [(one.text, one.role, one.direction) for one in read(nlp, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Emissions are far below 1990 levels.",
        "The census of 2021 was late.",
        "Prices are given in 2019 dollars.",
        "The group is a 527 under the tax code.",
        "It is a 501(c)(4) and names no donors.",
        "1. Discovery of a new moth",
        "One of the largest banks failed.",
        "The bill is known as HR 1.",
        "It struck at 1353 (1023 GMT).",
        "It opened at 10 a. m. on Monday.",
        "The jet is an F - 14.",
        "The bakers start at 2 or 3 o'clock each night.",
        "We compared the badges (1,2) of the men.",
        "It is the nation's most fertile state.",
        "She holds the record for most goals.",
        "The firm told its 2008 second-quarter earnings.",
    ],
)
def test_figures_of_news_numbers_that_are_none(nlp: Any, text: str) -> None:
    assert read(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("They have a 3 percent soft drink tax.", "3 percent"),
        ("The dam has 18 turbines of 700 MW each.", "18 turbines"),
    ],
)
def test_figures_of_news_what_is_no_whole(nlp: Any, text: str, figure: str) -> None:
    assert (figure, None) in [(one.text, one.whole) for one in read(nlp, text)]


@pytest.mark.parametrize(
    ("text", "per"),
    [("Onions cost Rs 80 a kg.", "kilogram"), ("Tickets cost $12 each ride.", "ride")],
)
def test_figures_of_news_sums_are_told_by_more_things(nlp: Any, text: str, per: str) -> None:
    assert [one.per for one in read(nlp, text)] == [per]


def test_figures_of_news_a_rate_is_shared_by_both_ends_of_a_change(nlp: Any) -> None:
    first, second = read(nlp, "Deaths fell from 12 to 8 per 1,000 patients.")
    assert (first.per, second.per) == ("1,000 patients", "1,000 patients")


def test_figures_of_news_a_sum_is_measured_by_no_letter_of_its_scale(nlp: Any) -> None:
    found = read(nlp, "Net profit rose to A$412m from A$140m a year ago.")
    assert all("m" not in one.measure.split() for one in found)
    assert [one.bound for one in found] == [Bound.EXACT, Bound.EXACT]
