"""Figures of one sentence that add up, and that don't."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.compare import FigureInContext, compare_figures
from factcheck.compare.arithmetic import inside
from factcheck.extract import extract
from factcheck.intake import Metadata, read_text
from factcheck.model import Group, Statement
from tests.compare.conftest import build

SLIPS = [
    ("Applications rose from 200 to 380, up 60%.", "From 200 to 380 applications is a rise of 90%"),
    ("Applications rose from 200 to 380, up 60%.", "not a rise of 60%"),
    ("The price went up 60 percent from $200 to $380.", "is a rise of 90%, not a rise of 60%"),
    ("Sales fell from $1.2bn to $0.9bn, a drop of 45 percent.", "is a fall of 25%, not a fall of 45%"),
    ("The budget doubled from $200m to $580m.", "2.9 times as much, not 2 times"),
    ("Membership grew by 120, from 200 to 380.", "is a rise of 180"),
    ("Turnout rose from 40% to 44%, an increase of 9 points.", "is a rise of 4 points"),
    ("The blast killed 12 people, including 15 children.", "A part can't be larger than its whole"),
    ("The army lost 40 tanks, among them 55 tanks of the newest kind.", "A part can't be larger than its whole"),
    ("The club has 200 members, 120 men and 90 women.", "210 together"),
]
SOUND = [
    "Applications rose from 200 to 380, up 90%.",
    "Applications rose from 200 to 380, up 60% on the year before last.",
    "Applications rose from about 200 to 380, up 60%.",
    "Applications rose from 200 to 380; turnover was up 60%.",
    "Sales fell from $1.2bn to $0.9bn, a drop of 25 percent.",
    "The budget doubled from $200m to $395m.",
    "The rate rose from 4 percent to 5 percent, up 25 percent.",
    "The budget is $1.2bn (£950m), up from $1.1bn.",
    "The budget rose from $1.0bn to $1.2bn (£950m), up 20 percent.",
    "The blast killed 12 people, including 5 children.",
    "The storm damaged 12 villages, including 300 houses.",
    "31 people in 4 buses, including 12 children, were hurt.",
    "The club has 210 members, 120 men and 90 women.",
    "The club has 250 members, 120 men and 90 women.",
    "The number of members rose from 2015 to 2018, up 60%.",
]


def read(text: str) -> list[Statement]:
    return [Statement(claim, document_id="d") for claim in extract(read_text(text, metadata=Metadata())).claims]


@pytest.mark.parametrize(("text", "reason"), SLIPS)
def test_arithmetic_says_what_does_not_add_up(text: str, reason: str) -> None:
    found = [relation for statement in read(text) for relation in inside(statement)]
    assert len(found) == 1
    assert reason in found[0].reason
    assert found[0].group is Group.CONFLICT


@pytest.mark.parametrize("text", SOUND)
def test_arithmetic_leaves_alone_what_adds_up(text: str) -> None:
    assert [relation.reason for statement in read(text) for relation in inside(statement)] == []


@pytest.mark.parametrize("text", sorted({text for text, _ in SLIPS}))
def test_arithmetic_decides_the_pair_of_figures_too(text: str) -> None:
    for statement in read(text):
        for slip in inside(statement):
            assert slip.a is not None
            assert slip.b is not None
            a, b = FigureInContext(slip.a, statement), FigureInContext(slip.b, statement)
            assert compare_figures(a, b).reason == compare_figures(b, a).reason == slip.reason


@settings(max_examples=60, deadline=None)
@given(early=st.integers(11, 9_999), late=st.integers(11, 9_999))
def test_arithmetic_never_doubts_the_true_change(early: int, late: int) -> None:
    percent = round(100 * abs(late - early) / early)
    direction = "increase" if late >= early else "decrease"
    text = f"Applications went from {early} to {late}, a change of {percent}%."
    statement = build(
        text,
        {"text": f"{early}", "value": float(early), "unit": "application"},
        {"text": f"to {late}", "value": float(late), "unit": "application"},
        {"text": f"{percent}%.", "value": float(percent), "unit": "percent", "dimension": "ratio", "role": "change",
         "direction": direction},
    )  # fmt: skip
    assert inside(statement) == ()
