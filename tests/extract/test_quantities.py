"""Quantities of parsed sentences: what is counted, part and whole, level or change, what is none."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.quantities import Quantity, quantities
from factcheck.model import DIMENSIONS, Direction, Role


def read(nlp: Any, text: str) -> list[Quantity]:
    return [one for sentence in nlp(text).sents for one in quantities(sentence)]


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("The office issued more than 9,000 permits.", "more than 9,000 permits", "permit"),
        ("Up to 700 Danish sailors may have drowned.", "Up to 700 Danish sailors", "sailor"),
        ("Some 300 people were arrested.", "Some 300 people", "person"),
        ("The plant employs 40 women.", "40 women", "woman"),
        ("Dozens of villagers fled.", "Dozens of villagers", "villager"),
        ("Fewer than 50 of the 1,200 inspectors were paid.", "Fewer than 50", "inspector"),
        ("They built a six-storey block.", "six-storey", "storey"),
        ("The law binds firms with 50 or more employees.", "50 or more employees", "employee"),
        ("The 200-plus passengers left.", "200-plus passengers", "passenger"),
        ("It has two 12-megapixel cameras.", "two 12-megapixel cameras", "camera"),
        ("A five member commission met.", "five member", "member"),
        ("The storm came and 1800 homes burned.", "1800 homes", "home"),
        ("The mayor leads by roughly 270 pledged delegates.", "roughly 270 pledged delegates", "delegate"),
        ("A 6.1-magnitude quake struck.", "6.1-magnitude", "magnitude"),
        ("A group of 67 local artists met.", "67 local artists", "artist"),
        ("The club offers three- and five-year contracts.", "five-year", "year"),
        ("The club offers three- and five-year contracts.", "three", "year"),
    ],
)
def test_quantities_counts_name_their_noun(nlp: Any, text: str, figure: str, unit: str) -> None:
    assert (figure, unit) in [(one.text, one.unit) for one in read(nlp, text)]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Organisers said 12,000 fans came. Police counted 7,500.", 7500, "fan"),
        ("The army said 498 soldiers were killed and 1,597 wounded.", 1597, "soldier"),
        ("At least 31 were killed in the fire.", 31, "person"),
        ("The town has a population of 90,000.", 90_000, "person"),
        ("The death toll rose to 17.", 17, "person"),
        ("Deaths rose to 31 from a low base.", 31, "death"),
        ("The number of arrests rose from 1,200 to 3,400.", 3400, "arrest"),
        ("Police saw 12,000 fans; others put it at 7,500.", 7500, "fan"),
        ("There were two storms, and some 2,000 died.", 2000, "person"),
    ],
)
def test_quantities_elliptic_counts_take_the_noun_named_before(nlp: Any, text: str, number: float, unit: str) -> None:
    found = [one for one in read(nlp, text) if one.stated == (number, number)]
    assert [(one.unit, one.elliptic) for one in found] == [(unit, True)]


def test_quantities_part_knows_its_whole(nlp: Any) -> None:
    part, whole = read(nlp, "Fewer than 50 of the 1,200 inspectors were paid.")
    assert part.whole is not None
    assert part.whole.text == "the 1,200 inspectors"
    assert whole.text == "1,200 inspectors"


def test_quantities_restatement_points_at_its_position(nlp: Any) -> None:
    found = read(nlp, "In 12 towns the firm lost $1.2bn (£950m).")
    assert [one.restates for one in found] == [None, None, 1]


@pytest.mark.parametrize(
    ("text", "figure", "role", "direction"),
    [
        ("Prices rose 2%.", "2%", Role.CHANGE, Direction.INCREASE),
        ("Unemployment fell to 4.2%.", "4.2%", Role.LEVEL, None),
        ("Unemployment fell by 0.3 points.", "0.3 points", Role.CHANGE, Direction.DECREASE),
        ("Unemployment fell from 4.5% a year earlier.", "4.5%", Role.LEVEL, None),
        ("Sales were up 60%.", "60%", Role.CHANGE, Direction.INCREASE),
        ("There was an increase of 200.", "200", Role.CHANGE, Direction.INCREASE),
        ("Staff got an 8 percent increase.", "8 percent", Role.CHANGE, Direction.INCREASE),
        ("Shares closed 34% higher.", "34%", Role.CHANGE, Direction.INCREASE),
        ("The firm lost $1.2bn.", "$1.2bn", Role.LEVEL, None),
        ("The plane dropped four bombs.", "four bombs", Role.LEVEL, None),
        ("The town has 4,400 fewer workers.", "4,400 fewer workers", Role.CHANGE, Direction.DECREASE),
        ("The fleet shrank by half.", "half", Role.CHANGE, Direction.DECREASE),
        ("Oil rose 45 cents, or 0.6 percent.", "0.6 percent", Role.CHANGE, Direction.INCREASE),
        ("The Dow added 200 points.", "200 points", Role.CHANGE, Direction.INCREASE),
        ("The centre scored 20 points.", "20 points", Role.LEVEL, None),
        ("It was 2 ppb below the guideline.", "2 ppb", Role.LEVEL, None),
        ("Sales were 40% below last year's level.", "40%", Role.CHANGE, Direction.DECREASE),
        ("Officers tracked down those two men.", "two men", Role.LEVEL, None),
        ("She declined two requests.", "two requests", Role.LEVEL, None),
        ("The 40-year decline went on.", "40-year", Role.LEVEL, None),
        ("He took 54 times more money.", "54 times", Role.LEVEL, None),
        ("The premier lost by 149 votes.", "149 votes", Role.LEVEL, None),
        ("Profits doubled.", "doubled", Role.CHANGE, Direction.INCREASE),
        ("The workforce was halved.", "halved", Role.CHANGE, Direction.DECREASE),
    ],
)
def test_quantities_level_or_change(nlp: Any, text: str, figure: str, role: Role, direction: Direction | None) -> None:
    assert (figure, role, direction) in [(one.text, one.role, one.direction) for one in read(nlp, text)]


def test_quantities_points_of_a_rate_are_percentage_points(nlp: Any) -> None:
    assert read(nlp, "The jobless rate fell by 0.3 points.")[0].unit == "percentage point"
    assert read(nlp, "She scored 31 points in the game.")[0].unit == "point"


@pytest.mark.parametrize(
    ("text", "unit", "dimension"),
    [
        ("Ann Smith, 34, said so.", "year", "age"),
        ("He is 35.", "year", "age"),
        ("The rate is 12 deaths per 100,000 people.", "death", "count"),
        ("It is three times as large.", "multiple", "multiple"),
        ("He has been fined seven times since Monday.", "time", "count"),
    ],
)
def test_quantities_units_that_need_the_sentence(nlp: Any, text: str, unit: str, dimension: str) -> None:
    found = read(nlp, text)
    assert [(one.unit, one.dimension) for one in found] == [(unit, dimension)]


def test_quantities_base_of_a_rate_is_none(nlp: Any) -> None:
    found = read(nlp, "Deaths per 100,000 people fell from 12.4 to 9.8.")
    assert [one.text for one in found] == ["12.4", "9.8"]


def test_quantities_half_of_a_definite_noun_knows_its_whole(nlp: Any) -> None:
    whole = read(nlp, "Half the population lives abroad.")[0].whole
    assert whole is not None
    assert whole.text == "the population"


def test_quantities_one_of_those_killed_is_counted(nlp: Any) -> None:
    assert [(one.low, one.unit) for one in read(nlp, "One official was killed.")] == [(1.0, "official")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Only one person was hurt on the pier last summer.", [("Only one person", "person")]),
        ("Tarn left with just one point.", [("just one point", "point")]),
        ("At least one official resigned.", [("At least one official", "official")]),
        ("She is the only one person who knew.", []),
        ("She is the only one who knew.", []),
        ("Just one thing matters.", []),
        ("Only one of the plans works.", []),
    ],
)
def test_quantities_one_is_a_number_after_only(nlp: Any, text: str, figures: list[tuple[str, str]]) -> None:
    assert [(one.text, one.unit) for one in read(nlp, text)] == figures


def test_quantities_no_deaths_is_zero(nlp: Any) -> None:
    assert [(one.text, one.low, one.unit) for one in read(nlp, "No deaths were reported.")] == [
        ("No deaths", 0.0, "death")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The war began in 2014.",
        "See page 12 of the report.",
        "Flight 370 vanished.",
        "No one came.",
        "This is the one that matters.",
        "The Group of 20 met on Monday.",
        "The Boeing 737 landed.",
        "The first man came second.",
        "They finished in the top three.",
        "The 2018 elections were free.",
        "It was the most important day.",
        "See item 20130606 there.",
        "They grew up in the nineteen sixties.",
        "One recent survey found so.",
        "One senior official said so.",
        "He earns six figures.",
        "The party doubled down on that.",
        "It was in World War Two.",
    ],
)
def test_quantities_numbers_that_are_none(nlp: Any, text: str) -> None:
    assert read(nlp, text) == []


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="5,.02 $€%() -–'\"abcoftmillionepr ANU\n🙂é", max_size=120))
def test_quantities_any_text_spans_match(nlp: Any, text: str) -> None:
    found = read(nlp, text)
    for position, one in enumerate(found):
        assert text[one.start : one.end] == one.text
        assert one.dimension in DIMENSIONS
        assert one.low is None or one.high is None or one.low <= one.high
        assert one.whole is None or text[one.whole.start : one.whole.end] == one.whole.text
        assert one.restates is None or one.restates < position


def test_quantities_offset_moves_every_span(nlp: Any) -> None:
    text = "Fewer than 50 of the 1,200 inspectors were paid."
    sentence = next(nlp(text).sents)
    for plain, moved in zip(quantities(sentence), quantities(sentence, offset=7), strict=True):
        assert (moved.start, moved.end) == (plain.start + 7, plain.end + 7)
        assert plain.whole is None or moved.whole == plain.whole.shifted(7)


@pytest.mark.parametrize(
    "text",
    [
        "The Coast Ministry said 40 boats sank; the Lake Office put it at 12; half as many as the 30 before were lost.",
        "The number of arrests rose from 90 to 120, half of the 200 people who fled; the Office put the toll at 300.",
        "Some 270 pledged delegates, two sons, 11 and 14, and a five-member board counted no deaths, twice the 6 of May.",
    ],
)
def test_quantities_of_any_stretch_lie_inside_it(nlp: Any, text: str) -> None:
    doc = nlp(text)
    for first in range(len(doc)):
        for stop in range(first + 1, len(doc) + 1):
            stretch = doc[first:stop]
            for one in quantities(stretch):
                assert stretch.start_char <= one.start < one.end <= stretch.end_char
                assert text[one.start : one.end] == one.text
