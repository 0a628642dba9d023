"""The words of a reason: what both speak of, when, and how the numbers lie. One place, so that they all read alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.compare.intervals import Interval
from factcheck.model import Bound, Figure

_BOUNDS = {
    Bound.AT_LEAST: "at least {}",
    Bound.MORE_THAN: "more than {}",
    Bound.AT_MOST: "up to {}",
    Bound.LESS_THAN: "less than {}",
}
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_SHORT = {"percent": "%", "degree Celsius": "°C", "celsius": "°C", "degree Fahrenheit": "°F"}


def describe(figure: Figure) -> str:
    """The figure as read: "more than 20,000 volunteers", "2,000 to 4,000", "up to 4,000 Russian soldiers, hedged"."""
    notes = [note for note, holds in (("vague", figure.vague), ("hedged", figure.hedged)) if holds]
    if figure.modality != "stated":
        notes.append(str(figure.modality))
    return ", ".join((said(figure), *notes))


def said(figure: Figure) -> str:
    """Value, bound and noun alone, as a sentence takes them in: "up to 4,000 Russian soldiers"."""
    if figure.unit == "fraction":
        return said(_in_hundredths(figure))
    low, high = figure.low, figure.high
    if low is None and high is None:
        return figure.text
    if low is not None and high is not None and low != high and not figure.vague:
        return f"{number(low)} to {_with_unit(number(high), figure)}"
    if figure.vague:
        return figure.text
    end = high if low is None else low
    if end is None:
        return figure.text
    worded = _with_unit(number(end), figure)
    if figure.bound in _BOUNDS and (low is None or high is None):
        if figure.approximate:
            return f"{'nearly' if low is None else 'just over'} {worded}"
        return _BOUNDS[figure.bound].format(worded)
    if figure.low == 0 and figure.dimension == "count":
        return f"no {plural(figure)}" if figure.unit else "none"
    return f"about {worded}" if figure.approximate else worded


def _in_hundredths(figure: Figure) -> Figure:
    """ "A third" as 33.3%, which is what it is held against."""
    low, high = (None if end is None else round(100 * end, 1) for end in (figure.low, figure.high))
    return replace(figure, low=low, high=high, unit="percent", unit_text="%")


def told(figure: Figure) -> str:
    """As :func:`said`, but a share or a multiple in words as it is written: "one in five", "doubled"."""
    if figure.unit not in ("fraction", "multiple") or not figure.text[:1].isalpha():
        return said(figure)
    return figure.text if figure.text[1:2].isupper() else figure.text[0].lower() + figure.text[1:]


def amount(figure: Figure) -> str:
    """As :func:`told`, of a count the number and its bound alone: "up to 4,000"."""
    if figure.dimension != "count" or figure.vague or figure.per is not None or not (figure.unit or figure.unit_text):
        return told(figure)
    return said(replace(figure, unit="", unit_text=None))


def _with_unit(value: str, figure: Figure) -> str:
    unit = figure.unit
    if figure.dimension == "money" and unit in _SIGNS:
        text = f"{_SIGNS[unit]}{value}"
    elif unit in _SHORT:
        text = f"{value}{_SHORT[unit]}"
    elif unit == "multiple":
        text = f"{value} times"
    elif unit == "fraction" or not unit:
        text = value
    else:
        text = f"{value} {_noun_after(value, figure)}"
    return f"{text} per {figure.per}" if figure.per else text


def _noun_after(value: str, figure: Figure) -> str:
    return noun(figure) if value != "1" else figure.unit


def noun(figure: Figure) -> str:
    """What is counted, in the plural, with the people it is of where the figure's own words have them: "Russian
    soldiers"; "" for a bare number."""
    counted = plural(figure) if figure.unit or figure.unit_text else ""
    scope = figure.population
    if not counted or figure.dimension != "count" or not scope or scope.lower() == counted.lower():
        return counted
    if f"{scope} {counted}" in figure.text or (scope.isalpha() and scope.endswith(_PEOPLES)):
        return f"{scope} {counted}"
    return counted


_PEOPLES = ("ian", "ean", "ish", "ese", "can", "man", "nch", "tch", "aqi", "eli", "ani", "eni", "ghan")


def be(figure: Figure) -> str:
    """The form of "be" that goes with the figure: "31 soldiers are", "9.15% is"."""
    one = figure.low == figure.high == 1
    return "are" if figure.dimension == "count" and figure.unit and not one else "is"


def indefinite(word: str) -> str:
    """ "a limit", "an offer": the article alone."""
    return "an" if word[:1] in "aeiou" else "a"


def plural(figure: Figure) -> str:
    """The unit in the plural, as written where that is known."""
    if figure.dimension == "count" and figure.unit_text and figure.unit_text.isalpha():
        return figure.unit_text
    unit = figure.unit
    if figure.dimension == "money" or not unit:
        return unit
    if unit == "person":
        return "people"
    head, _, rest = unit.partition(" per ")
    if head.endswith(("s", "x", "ch", "sh")):
        made = head + "es"
    elif head.endswith("y") and len(head) > 1 and head[-2] not in "aeiou":
        made = head[:-1] + "ies"
    elif head in ("child", "man", "woman", "foot"):
        made = {"child": "children", "man": "men", "woman": "women", "foot": "feet"}[head]
    else:
        made = head + "s"
    return f"{made} per {rest}" if rest else made


_WORDS = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number(value: float) -> str:
    """A number for reading: 1,187; 4.2; 1.2 billion."""
    for size, name in _WORDS:
        if abs(value) >= size:
            scaled = value / size
            if abs(scaled - round(scaled, 3)) < 1e-9 * abs(scaled) and abs(scaled) < 1e4:
                return f"{round(scaled, 3):,g} {name}"
            if value != int(value):  # a computed value: nobody reads its twelve digits
                return f"{scaled:,.4g} {name}"
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.2f}"


def quoted(text: str | None, otherwise: str = "nothing") -> str:
    """``text`` in quotation marks, shortened; ``otherwise`` for None."""
    if not text:
        return otherwise
    short = " ".join(text.split())
    return f"“{short if len(short) <= 80 else short[:79] + '…'}”"


def distance(a: Interval, b: Interval) -> str:
    """ "far below", "below", "just below": how the smaller lies to the larger."""
    low, high = sorted((abs(a.middle), abs(b.middle)))
    if high == 0:
        return "below"
    ratio = low / high
    if ratio < 0.5:
        return "far below"
    return "below" if ratio < 0.95 else "just below"


def day(when: date | None) -> str:
    """ "2 March 2022"; "undated" for None."""
    return f"{when.day} {when:%B} {when.year}" if when else "undated"


def cap(text: str) -> str:
    """``text`` as a sentence begins with it."""
    return text[:1].upper() + text[1:]
