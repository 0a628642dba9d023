"""Amounts read off the characters: units, currencies, rates, bounds, ranges, what is no amount."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.amount import Amount
from factcheck.extract.amounts import amounts
from factcheck.model import Bound


def shown(text: str) -> list[tuple[str, float | None, float | None, str | None]]:
    return [(text[a.start : a.end], a.low, a.high, a.unit.name if a.unit else None) for a in amounts(text)]


def only(text: str) -> Amount:
    found = amounts(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $1.2bn (£950m).", [("$1.2bn", 1.2e9, 1.2e9, "USD"), ("£950m", 9.5e8, 9.5e8, "GBP")]),
        ("It cost US$5m.", [("US$5m", 5e6, 5e6, "USD")]),
        ("It cost HK $216,925.", [("HK $216,925", 216_925, 216_925, "HKD")]),
        ("It cost $A82.6m.", [("$A82.6m", 8.26e7, 8.26e7, "AUD")]),
        ("It cost 35 lakh rupees.", [("35 lakh rupees", 3.5e6, 3.5e6, "INR")]),
        ("It cost 10.5 million Australian dollars.", [("10.5 million Australian dollars", 1.05e7, 1.05e7, "AUD")]),
        ("It cost five dollars and twenty cents.", [("five dollars and twenty cents", 5.2, 5.2, "USD")]),
        ("It fell to $-50.8bn.", [("$-50.8bn", -5.08e10, -5.08e10, "USD")]),
        ("It rose 4.2%.", [("4.2%", 4.2, 4.2, "percent")]),
        ("It rose 4 per cent.", [("4 per cent", 4, 4, "percent")]),
        ("It rose 0.3 percentage points.", [("0.3 percentage points", 0.3, 0.3, "percentage point")]),
        ("It rose 25 basis points.", [("25 basis points", 25, 25, "basis point")]),
        ("It was 57 km away.", [("57 km", 57, 57, "kilometre")]),
        ("It did 80km/h.", [("80km/h", 80, 80, "kilometre per hour")]),
        ("It needs a 5-10W lamp.", [("5-10W", 5, 10, "watt")]),
        ("A 34-year-old man.", [("34-year-old", 34, 34, "year")]),
        ("One in five agreed.", [("One in five", 0.2, 0.2, "fraction")]),
        ("Three out of four agreed.", [("Three out of four", 0.75, 0.75, "fraction")]),
        ("Two-thirds agreed.", [("Two-thirds", 2 / 3, 2 / 3, "fraction")]),
        ("5–6 million came.", [("5–6 million", 5e6, 6e6, None)]),
        ("9,000 to 11,000 came.", [("9,000 to 11,000", 9000, 11_000, None)]),
        ("between 300 and 400 came.", [("between 300 and 400", 300, 400, None)]),
        ("$200,000 to $4 million", [("$200,000 to $4 million", 200_000, 4e6, "USD")]),
        ("three or four came", [("three or four", 3, 4, None)]),
        ("It rose from 252 to 287.", [("252", 252, 252, None), ("287", 287, 287, None)]),
        ("voters aged 18 to 24", [("18 to 24", 18, 24, "year")]),
        ("aged from 12 to 17", [("12 to 17", 12, 17, None)]),
        ("a 100m sprint", [("100m", 100, 100, "metre")]),
        ("5m people", [("5m", 5e6, 5e6, None)]),
    ],
)
def test_amounts_values_and_units(text: str, expected: list[tuple[str, float, float, str | None]]) -> None:
    found = shown(text)
    assert [(t, u) for t, _, _, u in found] == [(t, u) for t, _, _, u in expected]
    assert [(low, high) for _, low, high, _ in found] == [pytest.approx((low, high)) for _, low, high, _ in expected]


@pytest.mark.parametrize(
    ("text", "low", "high", "bound", "approximate"),
    [
        ("more than 16,000", 16_000, None, Bound.MORE_THAN, False),
        ("over 500", 500, None, Bound.MORE_THAN, False),
        ("at least 12", 12, None, Bound.AT_LEAST, False),
        ("no fewer than 12", 12, None, Bound.AT_LEAST, False),
        ("3,000 or more", 3000, None, Bound.AT_LEAST, False),
        ("50-plus", 50, None, Bound.AT_LEAST, False),
        ("up to 4,000", None, 4000, Bound.AT_MOST, False),
        ("as many as 14", None, 14, Bound.AT_MOST, False),
        ("no more than 30", None, 30, Bound.AT_MOST, False),
        ("fewer than 50", None, 50, Bound.LESS_THAN, False),
        ("under $9", None, 9, Bound.LESS_THAN, False),
        ("about 300", 300, 300, Bound.EXACT, True),
        ("some 300", 300, 300, Bound.EXACT, True),
        ("~300", 300, 300, Bound.EXACT, True),
        ("10 or so", 10, 10, Bound.EXACT, True),
        ("300-odd", 300, 300, Bound.EXACT, True),
        ("just over 40", 40, None, Bound.MORE_THAN, True),
        ("nearly half a million", 450_000, 500_000, Bound.AT_MOST, True),
        ("almost 200", 180, 200, Bound.AT_MOST, True),
    ],
)
def test_amounts_bounds(text: str, low: float | None, high: float | None, bound: Bound, approximate: bool) -> None:
    found = only(text)
    assert (found.low, found.high, found.bound, found.approximate) == (low, high, bound, approximate)
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("500,000 barrels a day", "day"),
        ("$70 per share", "share"),
        ("a 12-cent-a-share payment", "share"),
        ("$30 per sq ft", "square foot"),
        ("40 per 100,000 people", "100,000 people"),
        ("$9 annually", "year"),
    ],
)
def test_amounts_rates(text: str, per: str) -> None:
    assert only(text).per == per


@pytest.mark.parametrize(
    "text",
    [
        "Call 555-123-4567 or +44 20 7946 0123 now.",
        "Covid-19 and F-16 and TPP-11",
        "on Feb. 24, on 24 March 2022, in March 2022",
        "at 5pm, at 10:30 and at 8.15 p.m.",
        "in the 1990s and mid-80s",
        "the 2018-19 season",
        "at 575 Wilbraham Road",
        "version 3.8.18 of it",
        "https://example.org/2022/03/11/4000",
        "a 21st century idea, the 3rd of it",
        "Q1 and 24/7 and 9/11",
        "24703L202",
    ],
)
def test_amounts_names_dates_and_codes_are_none(text: str) -> None:
    assert shown(text) == []


def test_amounts_restatement_points_at_the_first() -> None:
    first, second = amounts("at 87 mph (140 km/h)")
    assert second.restates is first
    assert first.restates is None


@pytest.mark.parametrize(
    "text",
    [
        "It fell from $75 a barrel in January to $45.88.",
        "It rose from a previous 4.7% to 4.8%.",
        "It rose from 252 miles to 287.",
    ],
)
def test_amounts_change_between_two_levels_is_marked(text: str) -> None:
    assert [amount.pair for amount in amounts(text)] == ["from", "to"]


def test_amounts_score_has_two_sides() -> None:
    assert [(a.stated[0], a.pair) for a in amounts("They won 3-1 away.")] == [(3, "for"), (1, "against")]
    assert [a.unit.name for a in amounts("passed by 141 to 5 in a vote") if a.unit] == ["vote", "vote"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("tens of thousands of them", 1e4, 1e5),
        ("dozens of them", 12, 120),
        ("several hundred of them", 300, 900),
        ("a majority of them", 0.5, 1.0),
        ("millions of dollars", 1e6, 1e7),
    ],
)
def test_amounts_vague_words_come_from_the_table(text: str, low: float, high: float) -> None:
    found = only(text)
    assert found.vague
    assert (found.low, found.high) == (low, high)


@given(st.text(max_size=300))
def test_amounts_any_text_gives_ordered_spans(text: str) -> None:
    last = 0
    for amount in amounts(text):
        assert last <= amount.start <= amount.core[0] < amount.core[1] <= amount.end <= len(text)
        last = amount.end


_PIECES = st.sampled_from(
    [
        "5",
        "12,000",
        "1.2bn",
        "$",
        "€",
        "%",
        " to ",
        "-",
        "–",
        " and ",
        "between ",
        "from ",
        "more than ",
        "up to ",
        "about ",
        " million",
        "half a ",
        " people",
        " km",
        " per ",
        " a day",
        "(",
        ")",
        ", ",
        ". ",
        "two-thirds",
        "one in ",
        "five",
        " or ",
        " points",
        "dozens of ",
        "thousands",
        "é",
        "🙂",
        "\r\n",
        "\u00a0",
        " US",
        "RM",
        "/",
        "2022",
        "-year-old",
        "won 3-1 ",
    ]
)


@given(st.lists(_PIECES, max_size=25))
def test_amounts_number_like_text_gives_ordered_spans(pieces: list[str]) -> None:
    text = "".join(pieces)
    last = 0
    for amount in amounts(text):
        assert last <= amount.start <= amount.core[0] < amount.core[1] <= amount.end <= len(text)
        last = amount.end


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The averages are 2.1, 3.4 and 4.5 percent.", [2.1, 3.4, 4.5], ["percent"] * 3),
        ("She swam 60 and 58 metres.", [60, 58], ["metre"] * 2),
        ("It measures 158.2 x 73.7 x 7.7 mm.", [158.2, 73.7, 7.7], ["millimetre"] * 3),
        ("It went 58 to 42 percent.", [58, 42], ["percent"] * 2),
        ("In 2010, 12 percent left.", [2010, 12], [None, "percent"]),
        ("Profit was 12.3m euros against 10.1m.", [1.23e7, 1.01e7], ["EUR", "EUR"]),
    ],
)
def test_amounts_a_list_shares_its_unit(text: str, value: list[float], unit: list[str | None]) -> None:
    found = amounts(text)
    assert [one.stated[0] for one in found] == value
    assert [one.unit.name if one.unit else None for one in found] == unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("He is 5'10\" tall.", 5 + 10 / 12, "foot"),
        ("A 5-foot-10 suspect fled.", 5 + 10 / 12, "foot"),
        ("He is 6ft 2in.", 6 + 2 / 12, "foot"),
        ("The baby weighed 7lb 3oz.", 7 + 3 / 16, "pound"),
        ("She weighs 14 stone 7lb.", 14.5, "stone"),
        ("She weighs 14 stone.", 14, "stone"),
        ("Rates fell by a quarter of a percentage point.", 0.25, "percentage point"),
        ("It trades at 25x earnings.", 25, "multiple"),
        ("One person in three is affected.", 1 / 3, "fraction"),
        ("The fee is 12 EUR 50.", 12.5, "EUR"),
        ("It has 30 bahraini dinars.", 30, "BHD"),
        ("They waited a half-hour.", 0.5, "hour"),
        ("It is up half percent.", 0.5, "percent"),
        ("They poured 5,000 gallons of water per minute.", 5000, "gallon"),
        ("That lasted six years -- long.", 6, "year"),
        ("It fetched 10, 000, 000 yuan.", 1e7, "CNY"),
        ("One-in-five deaths is linked to it.", 0.2, "fraction"),
        ("They cut costs by a third.", 1 / 3, "fraction"),
        ("A third more people came.", 1 / 3, "fraction"),
        ("A $ 5,000 reward is offered.", 5000, "USD"),
        ("The firm owes 160 million pesos to the Philippine state.", 1.6e8, "PHP"),
        ("It pumps 1.2 million bpd.", 1.2e6, "barrel"),
        ("It has an error of plus or minus 3.5 percent.", 3.5, "percent"),
        ("They offer 20%-off coupons.", 20, "percent"),
        ("He wants those older than 65 to vote.", 65, "year"),
        ("Growth was revised up to 4.2%.", 4.2, "percent"),
    ],
)
def test_amounts_units_told_in_an_unusual_way(text: str, value: float, unit: str) -> None:
    found = only(text)
    assert found.stated == (pytest.approx(value), pytest.approx(value))
    assert found.bound in (Bound.EXACT, Bound.MORE_THAN)
    assert (found.unit.name if found.unit else None) == unit


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("They drove 300 km on Highway 8 with Sam.", "300 km"),
        ("In all 500-1000 fled.", "500-1000"),
        ("He slept 2.45 hours.", "2.45 hours"),
        ("It took 3000 hours.", "3000 hours"),
        ("In 25000 homes the lights went out.", "25000"),
        ("Of the many, 12 may have died.", "12"),
        ("About 2000-2500 people came.", "About 2000-2500"),
    ],
)
def test_amounts_masks_hide_no_figure(text: str, figure: str) -> None:
    assert figure in [text[one.start : one.end] for one in amounts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He lives at 221 Baker Street.",
        "She called 911.",
        "It has a 1080p screen and a 4K display.",
        "She took the No. 4 train.",
        "He went 3-for-4 at the plate.",
        "The bus left at 1430 hours.",
        "He was hit by a third party.",
        "Some 10,8000 came.",
    ],
)
def test_amounts_labels_and_codes_are_none(text: str) -> None:
    assert amounts(text) == []


def test_amounts_a_second_restatement_points_at_the_first() -> None:
    first, second, third = amounts("It is worth £7.3bn ($9.6bn; €8.5bn).")
    assert second.restates is first
    assert third.restates is first


def test_amounts_rate_may_stand_behind_what_is_measured() -> None:
    assert only("They ship 3 million tonnes of grain a year.").per == "year"


def test_amounts_a_change_and_the_level_it_led_to_are_no_range() -> None:
    assert [one.stated[0] for one in amounts("The share fell 1 1/2 to 34 1/4.")] == [1.5, 34.25]


def test_amounts_shares_may_make_a_range() -> None:
    found = only("Between half and two-thirds of homes were damaged.")
    assert found.stated == (0.5, pytest.approx(2 / 3))


def test_amounts_rate_keeps_the_noun_of_its_base() -> None:
    assert only("It is 3.5 per 1,000 live births.").per == "1,000 live births"
