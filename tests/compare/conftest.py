"""Statements built by hand: a text, its figures as data, who said it and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from factcheck.model import Claim, ClaimKind, Cue, DateRange, Figure, Speaker, Stance, Statement, Voice


def build(
    text: str,
    *figures: dict[str, Any],
    by: str | None = None,
    body: str | None = None,
    anonymous: bool = False,
    said: date | None = None,
    printed: date | None = None,
    outlet: str | None = None,
    stance: Stance | None = None,
    cue: str | None = None,
    voice: Voice | None = None,
    title: str | None = None,
    document: str | None = None,
) -> Statement:
    """A statement; each figure is ``{"text": …, "value": …}`` with any field of Figure beside it."""
    speaker = None
    if by is not None:
        start = text.find(by) if by in text else len(text)
        written = text[start : start + len(by)]
        speaker = Speaker(written, start, start + len(written), by, body, anonymous)
    found = None
    if cue is not None:
        start = text.index(cue)
        found = Cue(cue, start, start + len(cue), cue)
    claim = Claim(
        text,
        0,
        len(text),
        None,
        (ClaimKind.NUMERIC,) if figures else (),
        voice or (Voice.INDIRECT if by else Voice.OWN),
        speaker=speaker,
        cue=found,
        stance=stance,
        said_on=DateRange(said, said) if said else None,
        figures=tuple(figure(text, row) for row in figures),
    )
    return Statement(claim, published_on=printed, outlet=outlet, title=title, document_id=document)


def figure(text: str, row: dict[str, Any]) -> Figure:
    fields = {"unit": "person", "dimension": "count", "measure": "", "low": None, "high": None, **row}
    written = fields.pop("text")
    start = text.index(written)
    if "value" in fields:
        fields["low"] = fields["high"] = fields.pop("value")
    for name in ("period", "as_of"):
        days = fields.get(name)
        if isinstance(days, date):
            fields[name] = DateRange(days, days)
        elif isinstance(days, tuple):
            fields[name] = DateRange(*days)
    return Figure(text=written, start=start, end=start + len(written), **fields)


@pytest.fixture(scope="session")
def statement() -> Callable[..., Statement]:
    return build
