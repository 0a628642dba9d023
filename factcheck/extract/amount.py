"""One amount: a figure as written, before grammar.

What the modules around :mod:`factcheck.extract.amounts` pass from hand to hand and complete in turn.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck import units
from factcheck.extract import bounds_en
from factcheck.extract.lexemes import Number
from factcheck.model import Bound


@dataclass(slots=True)
class Amount:
    """A figure as written, in a text of its own. ``text[start:end]`` is the figure, ``core`` the number itself.

    ``low`` and ``high`` are already bounded; ``stated`` are the numbers as written. ``score``: this is one side of
    a score or vote. ``restates``: the amount that this one gives again in another unit.
    """

    start: int
    end: int
    core: tuple[int, int]
    stated: tuple[float, float]
    number: Number | None = None
    unit: units.Unit | None = None
    unit_span: tuple[int, int] | None = None
    per: str | None = None
    age: bool = False
    bound: Bound = Bound.EXACT
    approximate: bool = False
    estimated: bool = False
    nearly: bool = False
    vague: bool = False
    score: bool = False
    restates: Amount | None = None
    range_of: list[Number] = field(default_factory=list)
    pair: str | None = None
    """"from" and "to" of a change between two levels ("from 252 to 287"), "for" and "against" of a score or vote."""

    @property
    def low(self) -> float | None:
        if self.nearly:
            return self.stated[0] * (bounds_en.NEARLY_FLOOR if self.stated[0] > 0 else 1 / bounds_en.NEARLY_FLOOR)
        return None if self.bound in (Bound.AT_MOST, Bound.LESS_THAN) else self.stated[0]

    @property
    def high(self) -> float | None:
        return None if self.bound in (Bound.AT_LEAST, Bound.MORE_THAN) else self.stated[1]
