from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.compare.context import figures_of
from factcheck.compare.standing import told_as
from factcheck.model import Statement

Build = Callable[..., Statement]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The hall was built for about 400 guests.", "capacity"),
        ("It has room for 400 guests.", "capacity"),
        ("The law allows up to 400 guests.", "limit"),
        ("The quota is 400 guests.", "limit"),
        ("The target was set at 400 guests.", "target"),
        ("The union wants 400 guests.", "demand"),
        ("The firm offered 400 guests.", "offer"),
        ("That beat the old record of 400 guests.", "earlier record"),
        ("It was originally planned for 400 guests.", "earlier plan"),
        ("Pay before tax came to 400 crowns.", "amount before tax"),
        ("Pay was 400 crowns after tax.", "amount after tax"),
    ],
)
def test_standing_told_as(statement: Build, text: str, kind: str) -> None:
    (item,) = figures_of(statement(text, {"text": "400", "value": 400.0}))
    assert told_as(item) == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "The hall held 400 guests.",
        "The hall, built for the king, was full: 400 guests.",
        "The union, which wants more, counted 400 guests.",
        "A record 400 guests came.",
        "The offer came too late for 400 guests.",
    ],
)
def test_standing_fact_itself(statement: Build, text: str) -> None:
    (item,) = figures_of(statement(text, {"text": "400", "value": 400.0}))
    assert told_as(item) == frozenset()
