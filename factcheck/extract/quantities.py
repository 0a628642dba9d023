"""Figures as written in a parsed sentence: value, bounds, unit, what is counted, part and whole, level or change.

Takes the amounts that :mod:`factcheck.extract.amounts` reads off the characters and adds what a parse tells. What a
figure measures, where and when, belongs to :mod:`factcheck.extract.figures`.

The span of a figure runs from its first bounding, rounding or currency word through number, scale, unit and, of a
count, the noun counted with the words between: "more than 16,000 applications", "up to 4,000 Russian troops", "$1.2bn",
"4.2%", "fewer than 50" (of the 1,200 inspectors). "from 252 to 287" after a verb of change is two figures, both levels;
"between 300 and 400" is one. A score or vote is one figure a side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.extract import ages, counted, elliptic, rejected, roles, wholes
from factcheck.extract.amount import Amount
from factcheck.extract.amounts import amounts
from factcheck.extract.attached import rate_at
from factcheck.extract.bounded import apply_bound, bound_after, bounded
from factcheck.extract.changes_en import THAN_BEFORE
from factcheck.extract.currencies import in_rupees
from factcheck.extract.multiples import Wordless, multiples, zeros
from factcheck.extract.tokens import Tokens
from factcheck.extract.written import dotted_thousands, within_marks
from factcheck.model import Bound, Direction, Role, Span
from factcheck.units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence

COUNT = "count"
_MORE_OR_LESS = re.compile(r"\b(?:more|less|over|almost|nearly|about|roughly|around|at least)(?: than)?\s+$", re.I)
"""Before "doubled" and "twice": how the multiple is bounded or rounded; "some doubled their bets" tells of people."""
_LOOK_BACK = 24
"""How many figures before one may name what it counts."""


@dataclass(frozen=True, slots=True)
class Quantity(Span):
    """One figure as written, without its context. Offsets are those of the document.

    Attributes:
        low, high, approximate, vague, bound, unit, unit_text, dimension, per, whole, role, direction: as
            :class:`factcheck.model.Figure` has them.
        restates: position, in the list this quantity is in, of the one it gives again in another unit.
        stated: the lowest and highest number as written, before any bound opened or widened the interval.
        estimated: its own words say that it is an estimate ("an estimated 300").
        number: index, in the ``Doc``, of the last token of the number.
        noun: index of the head noun counted, or of the unit's token; None where there is neither.
        modifiers: indices of the words that delimit the noun ("Russian" of "4,000 Russian troops").
        pair: "from" and "to" of a change between two levels, "for" and "against" of a score or vote, else None.
        elliptic: the noun stands elsewhere ("police counted 7,500").
    """

    low: float | None
    high: float | None
    unit: str
    dimension: str
    stated: tuple[float, float]
    number: int
    approximate: bool = False
    vague: bool = False
    bound: Bound = Bound.EXACT
    unit_text: str | None = None
    per: str | None = None
    whole: Span | None = None
    restates: int | None = None
    role: Role = Role.LEVEL
    direction: Direction | None = None
    estimated: bool = False
    noun: int | None = None
    modifiers: tuple[int, ...] = ()
    elliptic: bool = False
    pair: str | None = None


def quantities(sentence: Sentence, *, offset: int = 0, look_back: bool = True) -> list[Quantity]:
    """All quantities of a parsed sentence, in order of their start.

    Args:
        sentence: a span of a parsed ``Doc``.
        offset: added to every offset, where the ``Doc`` is a part of a longer text.
        look_back: may take the noun of an elliptic count from the sentence before.
    """
    tokens = Tokens(sentence)
    text = tokens.text
    found = amounts(text)
    kept = [amount for amount in found if not rejected.rejected(tokens, amount, text)]
    made: list[Quantity] = []
    position: dict[int, int] = {}
    before: Amount | None = None
    for amount in kept:
        if made and amount.core[0] < made[-1].end - tokens.base - offset:
            continue  # the base of a rate: "per 100,000 people"
        position[id(amount)] = len(made)
        restates = position.get(id(amount.restates)) if amount.restates is not None else None
        made.append(_quantity(tokens, amount, text, made, offset, restates, look_back, before))
        before = amount
    extra = [_wordless(one, text, tokens.base + offset) for one in (*multiples(tokens), *zeros(tokens))]
    extra = [one for one in extra if not any(one.start < q.end and q.start < one.end for q in made)]
    return _in_order(made, extra) if extra else made


def _in_order(made: list[Quantity], extra: list[Quantity]) -> list[Quantity]:
    """Both lists by start, positions in ``restates`` carried along."""
    together = (*made, *extra)
    order = sorted(range(len(together)), key=lambda index: together[index].start)
    moved = {old: new for new, old in enumerate(order)}
    return [
        one if one.restates is None else replace(one, restates=moved[one.restates])
        for one in (together[old] for old in order)
    ]


def _quantity(
    tokens: Tokens,
    amount: Amount,
    text: str,
    earlier: list[Quantity],
    offset: int,
    restates: int | None,
    look_back: bool,
    before: Amount | None,
) -> Quantity:
    last = tokens.ending_at(amount.core[1])
    unit, unit_text = amount.unit, None
    noun: int | None = None
    modifiers: tuple[int, ...] = ()
    elliptic = False
    if amount.unit_span is not None:
        unit_text = text[slice(*amount.unit_span)]
        noun = tokens.ending_at(amount.unit_span[1]) if amount.unit_span[0] >= amount.core[0] else last
    elif amount.age:
        unit_text = None
    written = amount.number is not None and amount.number.fraction  # "1 in 12" is none of a thing
    if written and unit is not None and unit.name == "fraction" and counted.fraction_of_unit(tokens, last):
        unit = None
    if unit is None and ages.age(tokens, amount, last):
        unit, amount.age = Unit("year", "age"), True
    often = counted.times(tokens, last) if unit is None else None
    if often is not None:
        unit, noun = often
        unit_text = tokens.doc[noun].text
        if tokens.word(last + 1) not in ("and", "or"):
            amount.end = max(amount.end, tokens.end(noun))
    if unit is None:
        what = _counted(tokens, amount, last, text, earlier, look_back=look_back)
        if what is None:
            unit = Unit("", COUNT if float(amount.stated[0]).is_integer() else "other")
        else:
            unit, noun, modifiers, elliptic = Unit(what.name, what.dimension), what.noun, what.modifiers, what.elliptic
            unit_text = what.text
            if what.end is not None:
                floor = amount.end
                _take_in(text, amount, what.end)
                amount.end = within_marks(text, amount.start, floor, amount.end)
            if unit.dimension == COUNT and dotted_thousands(tokens, amount, noun):
                amount.stated = (amount.stated[0] * 1000, amount.stated[1] * 1000)
        unit = counted.points(tokens, unit, noun)
    role, direction = _role(tokens, amount, last, unit, earlier, restates, before)
    if modifiers:
        role, direction = _role_by_comparison(tokens, amount, modifiers[0]) or (role, direction)
    if not unit.name and (taken := _money_before(amount, earlier) or in_rupees(text, amount)) is not None:
        unit = taken
    if role is Role.LEVEL and (amount.unit is None and (elliptic or not unit.name)):
        unit = _led_to(text, amount, earlier, offset + tokens.base) or unit
    if role is Role.CHANGE and not unit.name and (shared := _shared_unit(earlier)) is not None:
        unit = shared
    whole = wholes.whole(tokens, amount, last, text)
    shift = tokens.base + offset
    return Quantity(
        text=text[amount.start : amount.end],
        start=amount.start + shift,
        end=amount.end + shift,
        low=amount.low,
        high=amount.high,
        unit=unit.name,
        dimension=unit.dimension,
        stated=amount.stated,
        number=last,
        approximate=amount.approximate,
        vague=amount.vague,
        bound=amount.bound,
        unit_text=unit_text,
        per=amount.per,
        whole=None if whole is None else Span(text[slice(*whole)], whole[0] + shift, whole[1] + shift),
        restates=restates,
        role=role,
        direction=direction,
        estimated=amount.estimated,
        noun=noun,
        modifiers=modifiers,
        elliptic=elliptic,
        pair=amount.pair,
    )


def _role(
    tokens: Tokens,
    amount: Amount,
    last: int,
    unit: Unit,
    earlier: list[Quantity],
    restates: int | None,
    before: Amount | None,
) -> tuple[Role, Direction | None]:
    """Level or change; the same amount told again is bounded, rounded and meant as the first time."""
    if earlier and restates is not None:
        first = earlier[restates]
        if amount.bound is Bound.EXACT and first.bound is not Bound.BETWEEN:
            amount.bound = first.bound
        amount.approximate |= first.approximate
        return first.role, first.direction
    role, direction = roles.role(tokens, amount, last, unit)
    again = role is Role.LEVEL and earlier and earlier[-1].role is Role.CHANGE
    if again and roles.told_again(tokens.text, before, amount):
        return earlier[-1].role, earlier[-1].direction
    return role, direction


def _role_by_comparison(tokens: Tokens, amount: Amount, first: int) -> tuple[Role, Direction] | None:
    """As in "4,400 fewer workers", "12 more games than last season"; "12 more than its rival" is a difference."""
    word = tokens.doc[first].lower_
    if word in ("fewer", "less"):
        return Role.CHANGE, Direction.DECREASE
    if word == "more" and THAN_BEFORE.match(tokens.text, amount.end):
        return Role.CHANGE, Direction.INCREASE
    return None


def _counted(
    tokens: Tokens, amount: Amount, last: int, text: str, earlier: list[Quantity], *, look_back: bool
) -> counted.Counted | None:
    """What the number counts, looked for in its own sentence, then in the one before."""
    before = [(q.unit, q.noun, q.modifiers) for q in earlier[-_LOOK_BACK:] if q.dimension == COUNT and q.unit]
    what = counted.counted(tokens, amount, last, text, before)
    if not look_back:
        return what
    if what is None:
        return _from_before(tokens) if elliptic.may_be_elliptic(tokens, last, amount) else None
    if what.noun is None and not before and elliptic.points_back(tokens, last):
        meant = _from_before(tokens)
        if meant is not None and elliptic.names_persons(tokens, meant.name, meant.noun):
            return meant
    return what


_THEN_TO = re.compile(r"\s+to\s+(?:about\s|around\s|some\s|nearly\s|just\s|almost\s|roughly\s)?$", re.IGNORECASE)


def _led_to(text: str, amount: Amount, earlier: list[Quantity], shift: int) -> Unit | None:
    """The unit of the change that led to a bare number: "fell by 2.5 million barrels to 448.5 million"."""
    if not earlier or earlier[-1].role is not Role.CHANGE or amount.number is None or amount.number.scale == 1.0:
        return None
    before = earlier[-1]
    near = _THEN_TO.fullmatch(text, before.end - shift, amount.core[0]) is not None
    return Unit(before.unit, before.dimension) if near and before.dimension in _CARRIED else None


_CARRIED = frozenset({"volume", "mass", "length", "area", "energy", "power", "data", "money"})


def _shared_unit(earlier: list[Quantity]) -> Unit | None:
    """The unit of the change told before, for "rose by 2 percent, the other by 1"."""
    if earlier and earlier[-1].role is Role.CHANGE and earlier[-1].dimension in ("ratio", "points"):
        return Unit(earlier[-1].unit, earlier[-1].dimension)
    return None


def _money_before(amount: Amount, earlier: list[Quantity]) -> Unit | None:
    """The unit told before, for "from $1.4bn to 1.6bn" and "from 208 pounds to 193"."""
    if not earlier:
        return None
    before = next((one for one in reversed(earlier) if one.restates is None), earlier[-1])  # no bracketed conversion
    scaled = amount.number is not None and amount.number.scale >= 1e6 and before.dimension == "money"
    priced = amount.per is not None and before.dimension == "money"  # "up 1.32 dollars at 58.52 a barrel"
    if before.unit and (amount.pair == "to" or scaled or priced):
        return Unit(before.unit, before.dimension)
    return None


def _take_in(text: str, amount: Amount, end: int) -> None:
    """Extends the span over the counted noun and over a bound or rate after it ("3,000 tests or more a day")."""
    amount.end = max(amount.end, end)
    after = bound_after(text, amount.end)
    if after is not None:
        apply_bound(amount, after[0])
        amount.end = after[1]
    rate = rate_at(text, amount.end) if amount.per is None else None
    if rate is not None:
        amount.per, amount.end = rate


def _from_before(tokens: Tokens) -> counted.Counted | None:
    """The noun last counted in the sentence before ("fans … police counted 7,500")."""
    if tokens.first == 0:
        return None
    before = tokens.doc[tokens.first - 1].sent
    for quantity in reversed(quantities(before, look_back=False)):
        if quantity.dimension == COUNT and quantity.noun is not None and quantity.unit:
            return counted.Counted(quantity.unit, COUNT, quantity.noun, quantity.modifiers, None, None, elliptic=True)
    return None


def _wordless(one: Wordless, text: str, shift: int) -> Quantity:
    stated = (one.value, one.value)
    made = Amount(one.start, one.end, (one.start, one.end), stated)
    if one.dimension == "multiple" and _MORE_OR_LESS.search(text, max(0, one.start - 24), one.start):
        bounded(text, made, 0)
    if one.value < 1 and made.bound is Bound.MORE_THAN:
        made.bound = Bound.LESS_THAN  # "more than halved" is less than half
    if one.value < 1 and made.nearly:
        made.nearly, made.bound = False, Bound.EXACT  # "nearly halved" is a little more than half
    return Quantity(
        text=text[made.start : made.end],
        start=made.start + shift,
        end=made.end + shift,
        low=made.low,
        high=made.high,
        approximate=made.approximate,
        bound=made.bound,
        unit=one.unit,
        dimension=one.dimension,
        stated=stated,
        number=one.token,
        unit_text=None,
        role=one.role,
        direction=one.direction,
        noun=one.noun,
    )
