"""One row for each way two figures can stand to each other; every row is tried from both sides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from factcheck.compare import FigureInContext, compare, compare_figures
from factcheck.model import (
    Accrual,
    Bound,
    DateRange,
    Direction,
    Group,
    Modality,
    Relation,
    RelationKind,
    Role,
    Stance,
    Statement,
)

Build = Callable[..., Statement]
Row = tuple[str, dict[str, Any], dict[str, Any]]

MON, TUE, WED, SUN = date(2023, 5, 8), date(2023, 5, 9), date(2023, 5, 10), date(2023, 5, 14)
MARCH, APRIL = (date(2024, 3, 1), date(2024, 3, 31)), (date(2024, 4, 1), date(2024, 4, 30))
YEAR = (date(2024, 1, 1), date(2024, 12, 31))
FIRE = "people were killed in the Corven mill fire"
DEAD: dict[str, Any] = {"measure": "people killed", "as_of": MON}


def dead(number: str, value: float, text: str = FIRE, **fields: Any) -> Row:
    context = {k: fields.pop(k) for k in list(fields) if k in CONTEXT}
    if "low" not in fields:
        fields["value"] = value
    return f"{number} {text}", {"text": number, **DEAD, **fields}, context


def rate(text: str, number: str, value: float, **fields: Any) -> Row:
    context = {k: fields.pop(k) for k in list(fields) if k in CONTEXT}
    base = {"unit": "percent", "dimension": "ratio", "measure": "unemployment"}
    return text, {"text": number, "value": value, **base, **fields}, context


def money(text: str, number: str, value: float, **fields: Any) -> Row:
    context = {k: fields.pop(k) for k in list(fields) if k in CONTEXT}
    return text, {"text": number, "value": value, "unit": "USD", "dimension": "money", **fields}, context


CONTEXT = {"by", "body", "said", "printed", "outlet", "stance", "cue", "title", "document", "anonymous"}


def relate(build: Build, a: Row, b: Row) -> Relation:
    one, other = build(a[0], a[1], **a[2]), build(b[0], b[1], **b[2])
    there = compare_figures(FigureInContext(one.claim.figures[0], one), FigureInContext(other.claim.figures[0], other))
    back = compare_figures(FigureInContext(other.claim.figures[0], other), FigureInContext(one.claim.figures[0], one))
    assert (there.relation, there.reason) == (back.relation, back.reason)
    assert (there.facts["voice_a"], there.facts["time_a"]) == (back.facts["voice_b"], back.facts["time_b"])
    return there


AGREE = [
    ("equal", dead("31", 31), dead("Thirty-one", 31)),
    ("equal_after_rounding", dead("1,200", 1200), dead("1,187", 1187)),
    (
        "equal_after_rounding",
        money("Halden's revenue was about $1.2bn", "about $1.2bn", 1.2e9, measure="revenue", approximate=True),
        money("Sales at Halden reached $1,187 million", "$1,187 million", 1.187e9, measure="sales"),
    ),
    ("compatible_bounds", dead("At least 12", 12, low=12, high=None, bound=Bound.AT_LEAST) , dead("Fourteen", 14)),
    ("equal_after_rounding",
     rate("One in five homes in Calder is damp", "One in five", 0.2, unit="fraction", measure="homes damp"),
     rate("21% of homes in Calder are damp", "21%", 21, measure="homes damp")),
    ("equal",
     rate("Rents in Calder doubled", "doubled", 2, unit="multiple", dimension="multiple", measure="rents",
          role=Role.CHANGE, direction=Direction.INCREASE),
     rate("Rents in Calder rose 100%", "100%", 100, measure="rents", role=Role.CHANGE, direction=Direction.INCREASE)),
    ("equal_after_rounding",
     rate("The Sel tunnel is 1.6 km long", "1.6 km", 1.6, unit="kilometre", dimension="length", measure="tunnel long"),
     rate("The Sel tunnel is 1 mile long", "1 mile", 1, unit="mile", dimension="length", measure="tunnel long")),
    ("same_statement",
     dead("31", 31, by="Ada Pell", said=TUE, text=f"{FIRE}, Ada Pell said"),
     dead("31", 31, by="Ada Pell", said=TUE, text="died in a fire at the Corven mill, Ada Pell said")),
    ("equal",
     rate("Tarn had 24 cases per 100,000 people", "24", 24, unit="case", dimension="count", measure="measles cases",
          per="100,000 people"),
     rate("Tarn had 240 cases per million", "240", 240, unit="case", dimension="count", measure="measles cases",
          per="1 million people")),
]  # fmt: skip

CONFLICTS = [
    ("contradiction", dead("31", 31), dead("58", 58)),
    ("contradiction", dead("31", 31, by="Police"), dead("58", 58, by="Firefighters")),
    (
        "contradiction",  # a later ceiling below an earlier floor
        dead("More than 900", 900, low=900, high=None, bound=Bound.MORE_THAN, as_of=MON, by="the Orell ministry"),
        dead("About 300", 300, approximate=True, as_of=WED, by="the Red Lantern group"),
    ),
    ("contradiction", dead("No", 0), dead("3", 3)),
    (
        "contradiction",  # opposite directions
        rate("Exports of Calder rose 6%", "6%", 6, measure="exports", role=Role.CHANGE, direction=Direction.INCREASE),
        rate("Exports of Calder fell 2%", "2%", 2, measure="exports", role=Role.CHANGE, direction=Direction.DECREASE),
    ),
    (
        "contradiction",  # a part of the year larger than the year
        dead("1,100", 1100, measure="passengers", text="passengers used Polk airport in March", as_of=None, period=MARCH),
        dead("800", 800, measure="passengers", text="passengers used Polk airport in 2024", as_of=None, period=YEAR),
    ),
    (
        "contradiction",  # more children than people
        dead("40 children", 40, unit="child", measure="children killed", text="were killed in the Corven mill fire"),
        dead("31", 31),
    ),
    ("revised_down", dead("640", 640, by="the Orell Rescue Service"), dead("410", 410, as_of=WED, by="the Orell Rescue Service")),
    (
        "reported_differently",  # a range lost its floor
        ("12 to 20 people were killed in the Corven mill fire",
         {"text": "12 to 20", "low": 12, "high": 20, "bound": Bound.BETWEEN, **DEAD}, {"by": "Ada Pell", "said": TUE}),
        ("Up to 20 people were killed in the Corven mill fire",
         {"text": "Up to 20", "high": 20, "bound": Bound.AT_MOST, **DEAD}, {"by": "Ada Pell", "said": TUE}),
    ),
    (
        "reported_differently",  # a hedge was dropped
        dead("About 1,300", 1300, approximate=True, by="Ada Pell", said=TUE),
        dead("1,300", 1300, by="Ada Pell", said=TUE),
    ),
    ("denial", dead("31", 31), dead("31", 31, modality=Modality.DENIED)),
    (
        "changed_position",
        dead("31", 31, by="the Orell Rescue Service"),
        dead("31", 31, by="the Orell Rescue Service", stance=Stance.DENIES),
    ),
]  # fmt: skip

NEITHER = [
    ("update", dead("120", 120, by="the Orell Rescue Service"), dead("2,300", 2300, as_of=WED, by="the Orell Rescue Service")),
    ("update", dead("120", 120), dead("2,300", 2300, as_of=WED)),
    ("rival_count", dead("120", 120, by="the Orell ministry"), dead("2,300", 2300, as_of=WED, by="the Red Lantern group")),
    (
        "rival_count",  # what was verified is a floor
        dead("More than 900", 900, low=900, high=None, bound=Bound.MORE_THAN, by="the Orell ministry"),
        dead("300 verified", 300, as_of=WED, by="the Red Lantern group"),
    ),
    ("not_excluded", ("Up to 4,000 people were killed in the Corven mill fire",
                      {"text": "Up to 4,000", "high": 4000, "bound": Bound.AT_MOST, **DEAD}, {}), dead("498", 498)),
    ("not_excluded", ("Dozens of people were killed in the Corven mill fire",
                      {"text": "Dozens", "low": 24, "high": None, "vague": True, **DEAD}, {}), dead("300", 300)),
    ("different_measure", dead("31", 31), dead("58", 58, measure="people wounded", text="people were wounded in the Corven mill fire")),
    (
        "different_measure",  # the word behind the number outranks a measure carried over from its neighbour
        dead("31", 31),
        ("31 were killed and 58 wounded in the Corven mill fire", {"text": "58", "value": 58, **DEAD}, {}),
    ),
    (
        "different_measure",
        rate("Unemployment in Calder fell 0.4 points", "0.4 points", 0.4, unit="percentage point", dimension="points",
             role=Role.CHANGE, direction=Direction.DECREASE),
        rate("Unemployment in Calder was 4.4%", "4.4%", 4.4),
    ),
    ("different_measure", rate("Inflation in Calder was 3.1%", "3.1%", 3.1, measure="inflation"),
     rate("Core inflation in Calder was 4.0%", "4.0%", 4.0, measure="core inflation")),
    ("different_scope", dead("31", 31, place="Eastvale", text="people died in Eastvale in the flood"),
     dead("58", 58, place="Westvale", text="people died in Westvale in the flood")),
    ("different_scope", dead("31", 31, population="Sarvian", text="Sarvian soldiers were killed", unit="soldier"),
     dead("58", 58, population="Morish", text="Morish soldiers were killed", unit="soldier")),
    ("different_scope", dead("7 children", 7, unit="child", measure="children killed", text="were killed in the Corven mill fire"),
     dead("31", 31)),
    ("different_scope", ("Among the dead of the Corven mill fire, 9 were guests", {"text": "9", "value": 9, **DEAD}, {}),
     dead("31", 31)),
    ("different_period", rate("Unemployment in Calder was 4.2% in March", "4.2%", 4.2, period=MARCH),
     rate("Unemployment in Calder was 4.6% in April", "4.6%", 4.6, period=APRIL)),
    ("different_period", money("Halden made a profit of $3m in March", "$3m", 3e6, measure="profit", period=MARCH),
     money("Halden made a profit of $38m in 2024", "$38m", 3.8e7, measure="profit", period=YEAR)),
    ("different_modality", money("Halden plans to invest $3m", "$3m", 3e6, measure="investment", modality=Modality.PLANNED),
     money("Halden has invested $9m", "$9m", 9e6, measure="investment")),
    ("different_unit", money("The Teal bridge cost $41m", "$41m", 4.1e7, measure="cost"),
     money("The Teal bridge cost €41m", "€41m", 4.1e7, measure="cost", unit="EUR")),
    ("cannot_tell", money("The Teal bridge cost $41m", "$41m", 4.1e7, measure="cost"),
     money("The Teal bridge cost €90m", "€90m", 9e7, measure="cost", unit="EUR")),
    ("different_unit",
     rate("The Sel tunnel is 57 km long", "57 km", 57, unit="kilometre", dimension="length", measure="tunnel long"),
     rate("The Sel tunnel is 57 miles long", "57 miles", 57, unit="mile", dimension="length", measure="tunnel long")),
    ("unrelated", dead("31", 31), dead("58", 58, text="guests dined at the palace in Tarnholm", measure="guests dined", unit="guest")),
    ("different_scope", dead("31", 31), dead("58", 58, text="people were killed in the Tarnholm mill fire")),
    ("cannot_tell", dead("31", 31, stance=Stance.ASKS), dead("58", 58)),
    ("withdrawn", dead("31", 31, by="Ada Pell"), dead("31", 31, cue="retract", by="Ada Pell",
                                                       text="people killed in the Corven mill fire: Ada Pell retract it")),
    # Told again on a later day by nobody known to be another: the count of that day has grown.
    ("update", dead("31", 31, said=TUE, accrual=Accrual.SNAPSHOT), dead("58", 58, said=WED, accrual=Accrual.SNAPSHOT)),
    # In one sentence two numbers tell two things.
    ("cannot_tell", dead("31", 31, document="d"), dead("58", 58, document="d")),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "a", "b"), AGREE + CONFLICTS + NEITHER)
def test_figures_relation(statement: Build, expected: str, a: Row, b: Row) -> None:
    assert relate(statement, a, b).relation == expected


@pytest.mark.parametrize(("expected", "a", "b"), CONFLICTS)
def test_figures_conflict_needs_the_same_matter(statement: Build, expected: str, a: Row, b: Row) -> None:
    elsewhere = (f"{b[0]} of the Tarnholm railway crash", b[1], b[2])
    apart = (f"{a[0]} of the Brixley hotel collapse", a[1], a[2])
    if expected not in ("denial", "changed_position", "reported_differently"):
        assert relate(statement, apart, elsewhere).group is not Group.CONFLICT


def test_figures_reason_names_what_differs(statement: Build) -> None:
    a = dead("31", 31, place="Eastvale", text="people died in Eastvale in the flood")
    b = dead("58", 58, place="Westvale", text="people died in Westvale in the flood")
    made = relate(statement, a, b)
    assert made.reason == "They don't speak of the same place: “Eastvale” against “Westvale”."
    assert made.facts["differs"] == "place"
    assert {made.facts["differs_a"], made.facts["differs_b"]} == {"Eastvale", "Westvale"}


def test_figures_facts_show_both_intervals_and_the_tolerance(statement: Build) -> None:
    made = relate(statement, dead("1,200", 1200), dead("1,187", 1187))
    assert made.facts["tolerance"] == 50
    assert made.facts["interval_a"] == {"low": 1200, "high": 1200, "open_low": False, "open_high": False}
    assert made.facts["same_voice"] == "neither"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ((TUE, TUE), "contradiction"),
        ((TUE, WED), "contradiction"),
        ((TUE, SUN), "cannot_tell"),
        ((TUE, date(2023, 9, 1)), "different_period"),
        ((None, TUE), "cannot_tell"),
        ((None, None), "contradiction"),
    ],
)
def test_figures_undated_levels_fall_back_to_the_day_of_print(
    statement: Build, printed: tuple[date | None, date | None], expected: str
) -> None:
    a = rate("Unemployment in Calder is 4.2%", "4.2%", 4.2, printed=printed[0])
    b = rate("Unemployment in Calder is 6.1%", "6.1%", 6.1, printed=printed[1])
    assert relate(statement, a, b).relation == expected


def test_figures_a_total_since_a_day_counts_to_the_day_it_was_said(statement: Build) -> None:
    a = ("Up to 400 people have been killed since the fighting began on May 1",
         {"text": "Up to 400", "high": 400, "bound": Bound.AT_MOST, "measure": "people killed", "as_of": date(2023, 5, 1)},
         {"said": WED, "by": "an Orell army officer"})  # fmt: skip
    b = ("Nearly 900 people have been killed in the fighting since May 1",
         {"text": "Nearly 900", "high": 900, "bound": Bound.LESS_THAN, "approximate": True, "measure": "people killed",
          "as_of": date(2023, 5, 1)},
         {"said": MON, "by": "the Mora ministry"})  # fmt: skip
    assert relate(statement, a, b).relation == "contradiction"


def test_figures_an_order_that_rests_on_the_day_of_print_makes_no_alarm(statement: Build) -> None:
    a = (
        "516 people have been killed in the fighting",
        {"text": "516", "value": 516, "measure": "people killed"},
        {"printed": WED},
    )
    b = ("549 people had been killed in the fighting", {"text": "549", "value": 549, "measure": "people killed", "as_of": TUE}, {})  # fmt: skip
    assert relate(statement, a, b).relation == "cannot_tell"


def test_figures_of_two_documents_with_nothing_shared_are_unrelated(statement: Build) -> None:
    signed = statement(
        "More than 20,000 people have signed up to fight for Moria",
        {"text": "More than 20,000 people", "low": 20_000, "bound": Bound.MORE_THAN, "measure": "person sign"},
        title="Moria calls for volunteers",
        document="one",
    )
    safe = statement(
        "More than 4,200 people were taken to safety",
        {"text": "More than 4,200 people", "low": 4_200, "bound": Bound.MORE_THAN, "measure": "person"},
        title="River bursts its banks",
        document="two",
    )
    assert compare(signed, safe).relation is RelationKind.UNRELATED


def test_figures_reason_says_what_is_counted_as_the_text_does(statement: Build) -> None:
    soldiers = {"unit": "soldier", "unit_text": "soldiers", "population": "Russian", "measure": "Russian soldier kill"}
    text = "Russian soldiers were killed on Monday in the battle of Moria"
    days = DateRange(date(2024, 6, 3), date(2024, 6, 3))
    a = statement(f"31 {text}", {"text": "31", "value": 31, "as_of": days, **soldiers})
    b = statement(f"58 {text}", {"text": "58", "value": 58, "as_of": days, **soldiers})
    made = compare(a, b)
    assert made.relation is RelationKind.CONTRADICTION
    assert made.reason.startswith("Both count Russian soldiers killed on 3 June 2024, but one gives 31, the other 58")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("Hundreds", 200, None), ("3", 3, 3), "cannot_tell"),
        (("Thousands", 2000, None), ("40", 40, 40), "cannot_tell"),
        (("Hundreds", 200, None), ("450", 450, 450), "not_excluded"),
        (("Dozens", 24, None), ("Hundreds", 200, None), "not_excluded"),
        (("Dozens", 24, 99), ("Hundreds", 200, 999), "cannot_tell"),
        (("Hundreds", 200, None), ("Hundreds", 200, None), "equal"),
    ],
)
def test_figures_a_vague_word_agrees_only_with_itself(
    statement: Build,
    a: tuple[str, float, float | None],
    b: tuple[str, float, float | None],
    expected: str,
) -> None:
    def told(word: str, low: float, high: float | None) -> Statement:
        row = {"text": word, "low": low, "high": high, "measure": "people injured", "vague": not word.isdigit()}
        return statement(f"{word} people were injured in the Corven fire", row)

    one, other = told(*a), told(*b)
    assert compare(one, other).relation == expected
    assert compare(other, one).relation == expected


@pytest.mark.parametrize(
    ("by", "a", "b", "measure", "expected"),
    [
        ("the ministry", "120 people were dead on Monday", "900 people were dead on Wednesday", "dead", "update"),
        ("the ministry", "900 people were dead on Monday", "120 people were dead on Friday", "dead", "cannot_tell"),
        ("police", "31 people were arrested on Monday", "58 people were arrested on Tuesday", "arrested",
         "different_period"),
        ("police", "31 people were arrested", "58 people were arrested", "arrested", "contradiction"),
        ("Lena Ost", "31 people were arrested", "58 people were arrested", "arrested", "contradiction"),
    ],
)  # fmt: skip
def test_figures_undated_counts_of_one_body(
    statement: Build, by: str, a: str, b: str, measure: str, expected: str
) -> None:
    one, other = (
        statement(
            f"{text}, {by} said", {"text": text.split()[0], "value": int(text.split()[0]), "measure": measure}, by=by
        )
        for text in (a, b)
    )
    assert compare(one, other).relation == expected
    assert compare(other, one).relation == expected
