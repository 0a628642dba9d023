"""What our fields are in the terms of NewsQuant and its sister sets (Almasian et al., CQE, EMNLP 2023).

Apart from :mod:`benchmarks.quantities`, which scores: here is all that stands between what the product says of a figure
and what the authors of the data wrote down (:func:`adapted`), chosen on the parts that were seen:

* value: the number as written, without the interval a bound opens; both ends of a range; a vague size ("dozens") as the
  table of vague amounts has it; a third may be 0.33 there. Vague words that are no number ("several", "most") aren't
  annotated there: left out.
* unit: one that our table knows by another spelling is taken for the same; canonical names spelled as theirs
  ("percentage", "dollar", "year of age"), a rate with "per"; of a count the noun with its modifiers, as they normalise
  it, and an adjective before the number ("record 32 goals"); "people" for person but where "person" is printed, and
  "point" where "points" of a share are; none is "-". ``unit (head)``: the head noun alone.
* "from 252 to 287" of a change and "3-1" of a score are two figures of ours, one range (equal ends: one value) there.
* left out, because no number is written there: "doubled", "twice as many", "no deaths"; and, because they leave it
  out wherever it occurs, the length of time that only describes a thing: "a three-year forecast".
* change: up or down for a change whose word stands before the figure (behind it, "a 5% rise", is "=" there), else "~"
  for an approximation or after "averages", ">" or "<" for a bound, else "=", as are "some 40" and "as many as 40".
  A level that a change led to ("rose to $7bn from $6bn") is "=": there it is "=" at times and "up" at others.
* concept: the content words of our concept phrases, without "other", "total" and the like, with "average" of "an
  average of 50"; whole when they are the gold ones, partial when one is shared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck import units
from factcheck.extract.changes_en import DOWN_COMPARATIVES, DOWN_NOUNS, UP_COMPARATIVES, UP_NOUNS
from factcheck.extract.measures import concepts
from factcheck.extract.quantities import Quantity
from factcheck.model import Bound, Direction, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc

UNIT_NAMES = {
    "percent": "percentage",
    "fraction": "-",
    "multiple": "count",
    "time": "count",
    "person": "people",
    "degree Celsius": "celsius",
    "degree Fahrenheit": "fahrenheit",
    "pound": "pound-mass",
    "metric horsepower": "horsepower",
    "million British thermal units": "mega british thermal unit",
    "part per million": "parts-per-million",
    "part per billion": "parts-per-billion",
    "revolution per minute": "revolutions per minute",
    "USD": "dollar",
    "GBP": "pound sterling",
    "EUR": "euro",
    "JPY": "japanese yen",
    "CNY": "chinese yuan",
    "CAD": "canadian dollar",
    "AUD": "australian dollar",
    "NZD": "new zealand dollar",
    "HKD": "hong kong dollar",
    "SGD": "singapore dollar",
    "INR": "rupee",
    "RUB": "ruble",
    "ILS": "shekel",
    "TRY": "turkish lira",
    "MXN": "mexican peso",
    "MYR": "malaysian ringgit",
    "CHF": "swiss franc",
    "LAK": "lao kip",
    "CRC": "costa rican colón",
    "BRL": "brazilian real",
    "ZAR": "south african rand",
    "KRW": "south korean won",
}
SAME_UNITS = ({"pound-foot", "foot pound-force"}, {"horsepower", "brake horsepower"}, {"metric ton", "tonne"})
_STOP = frozenset(
    "a an the of in on at for to from by with and or as its their his her our this that these those - s 's".split()
)


@dataclass(frozen=True, slots=True)
class Item:
    """One quantity in the terms of the data.

    ``told`` holds the words of the concept as written, which the authors' own program counts by; ``concept`` the same
    without the small words, plurals cut. ``text`` is shown among the errors.
    """

    values: tuple[float, ...]
    unit: str
    change: str = "="
    concept: frozenset[str] = frozenset()
    text: str = ""
    told: tuple[str, ...] = ()

    @property
    def head(self) -> str:
        return self.unit.split(" per ")[0].split()[-1] if self.unit else "-"


def gold_item(row: dict[str, str]) -> Item:
    """One gold quantity, or a rival's in the gold's fields, as an :class:`Item`."""
    numbers = re.findall(r"(?:(?<=^)-|(?<=-)-)?\d+(?:\.\d+)?", row["value"].replace(" ", ""))
    values = tuple(sorted(float(number) for number in numbers))
    unit = one_name(row["normalized_unit"].lower())
    concept = row.get("referred_concepts") or "-"
    told = tuple(re.split(r"[,\s]+", concept.lower().strip()))
    return Item(values, unit, row.get("change") or "=", words(concept), row["value"], told)


def one_name(unit: str) -> str:
    """A unit of theirs under the name ours has in this adapter: "danish krone" as DKK, "metre" and "meter" alike."""
    head, per, base = unit.partition(" per ")
    known = units.unit(head) if head not in UNIT_NAMES.values() and head != "-" else None
    name = head if known is None else UNIT_NAMES.get(known.name, known.name).lower()
    return f"{name}{per}{base}"


def words(text: str) -> frozenset[str]:
    """Content words of a concept, lower case, plurals cut."""
    return frozenset(_singular(word) for word in _content(text))


def _content(text: str) -> list[str]:
    found = re.findall(r"[\w&/.'-]+", text.lower().replace("’s", "").replace("'s", ""))
    kept = dict.fromkeys(word.strip(".'-") for word in found if word not in _STOP)
    return [word for word in kept if word]


def _singular(word: str) -> str:
    return re.sub(r"(?<=\w{3})s$", "", word)


def adapted_sentence(doc: Doc, found: Sequence[Quantity]) -> list[Item]:
    """Ours in their terms; the two sides of a score and "from A to B" are one range there."""
    made: list[Item] = []
    for index, quantity in enumerate(found):
        item = adapted(doc, quantity, found)
        second = quantity.pair in ("to", "against") and index > 0 and found[index - 1].pair in ("from", "for")
        second = second and len(made) > 0 and made[-1].text == found[index - 1].text
        if item is not None and second:
            values = tuple(sorted({*made[-1].values, *item.values}))
            unit = "-" if quantity.pair == "against" and item.unit == "point" else item.unit
            made[-1] = replace(made[-1], values=values, unit=unit)
        elif item is not None:
            made.append(item)
    return made


def adapted(doc: Doc, quantity: Quantity, found: Sequence[Quantity]) -> Item | None:
    """Ours in their terms, or None for what they don't annotate."""
    low, high = quantity.stated
    if quantity.vague and (low < 10 or quantity.dimension == "ratio"):
        return None
    if not _number_written(quantity):
        return None
    if quantity.dimension == "duration" and re.search(r"[\w.][-‑][a-z]", quantity.text):
        return None
    told = _told(doc, quantity, found)
    return Item(
        (low,) if low == high else (low, high),
        _unit(doc, quantity),
        _change(doc, quantity),
        frozenset(map(_singular, told)),
        quantity.text,
        tuple(told) or ("-",),
    )


def _told(doc: Doc, quantity: Quantity, found: Sequence[Quantity]) -> list[str]:
    """The words of our concepts that they would write down."""
    told = [word for word in _content(", ".join(concepts(doc, quantity, found))) if _singular(word) not in _NOT_TOLD]
    return [*told, "average"] if "average of" in quantity.text.lower() and "average" not in told else told


_NOT_TOLD = frozenset(["other", "total", "more", "most", "same", "such", "own"])


def _number_written(quantity: Quantity) -> bool:
    """Whether the figure is a number's and not a word's ("doubled", "twice", "no deaths")."""
    if quantity.stated == (0.0, 0.0) and quantity.text.lower().startswith("no "):
        return False
    worded = quantity.dimension == "multiple" and quantity.noun is None
    return not worded or any(map(str.isdigit, quantity.text)) or "time" in quantity.text


def _unit(doc: Doc, quantity: Quantity) -> str:
    name = UNIT_NAMES.get(quantity.unit, quantity.unit)
    printed = (quantity.unit_text or "").lower()
    if (quantity.dimension == "points" and printed in ("point", "points")) or quantity.unit == printed == "person":
        name = printed.removesuffix("s")
    if quantity.dimension == "age":
        name = f"{quantity.unit} of age"
    if quantity.dimension == "count" and quantity.unit and not quantity.elliptic and name != "count":
        before = [*_led(doc, quantity), *(doc[index].text.lower() for index in quantity.modifiers)]
        name = " ".join((*_hyphened(doc, quantity, before), name.lower()))
    if quantity.per:
        base = units.unit(quantity.per)
        name = f"{name} per {quantity.per if base is None else UNIT_NAMES.get(base.name, base.name)}"
    return name.lower() or "-"


def _led(doc: Doc, quantity: Quantity) -> list[str]:
    """An adjective of the noun counted that stands before the number ("a record 32 goals", "the top three seeds")."""
    span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if span is None or span.start == 0 or quantity.noun is None:
        return []
    word = doc[span.start - 1]
    held = word.head.i == quantity.noun and word.dep_ in ("amod", "compound", "nmod") and word.is_alpha
    return [word.lower_] if held and word.lower_ not in _ORDER else []


_ORDER = frozenset(["last", "past", "next", "first", "other", "previous", "final", "remaining", "following", "only"])


def _hyphened(doc: Doc, quantity: Quantity, before: Sequence[str]) -> list[str]:
    """Modifiers as printed, hyphens kept ("first-team")."""
    if not quantity.modifiers or quantity.noun is None:
        return list(before)
    first, last = quantity.modifiers[0], quantity.noun
    printed = doc.text[doc[first].idx : doc[last].idx].lower()
    return [word for word in printed.split() if word not in ("and", "&", "or")]


def _change(doc: Doc, quantity: Quantity) -> str:
    if quantity.role is Role.CHANGE and quantity.direction is not None and not _changed_after(doc, quantity):
        return "up" if quantity.direction is Direction.INCREASE else "down"
    if quantity.vague or _PLAIN.match(quantity.text):
        return "="
    if quantity.bound in (Bound.MORE_THAN, Bound.AT_LEAST):
        return ">"
    if quantity.bound in (Bound.LESS_THAN, Bound.AT_MOST) and not (
        quantity.approximate and quantity.bound is Bound.AT_MOST
    ):
        return "<"
    averaged = doc[max(0, quantity.number - 1)].lemma_ == "average"
    return "~" if quantity.approximate or averaged else "="


_PLAIN = re.compile(r"(?:as (?:many|much|high) as|some)\b", re.IGNORECASE)
"""What opens a bound or an approximation with us and tells nothing there."""


def _changed_after(doc: Doc, quantity: Quantity) -> bool:
    """Whether the word of change stands behind the figure ("a 5% pay rise", "34.4% higher")."""
    span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if span is None:
        return False
    for token in doc[span.end : span.end + 3]:
        if token.lower_ in UP_COMPARATIVES | DOWN_COMPARATIVES or token.lemma_.lower() in UP_NOUNS | DOWN_NOUNS:
            return True
        if token.tag_ not in ("NN", "JJ", "NNP", "HYPH") or (token.text in "-–" and token.whitespace_):
            return False
    return False


def same_value(gold: Item, ours: Item) -> bool:
    """Equal as numbers, ranges at both ends; a share that doesn't end, as a third, also rounded to two decimals."""
    if len(gold.values) != len(ours.values):
        return False
    return all(
        abs(x - y) <= 1e-6 * max(abs(x), abs(y), 1e-9) or (0 < y < 1 and _endless(y) and x == round(y, 2))
        for x, y in zip(gold.values, ours.values, strict=True)
    )


def _endless(share: float) -> bool:
    return abs(share * 1e5 - round(share * 1e5)) > 1e-6


def same_unit(a: Item, b: Item) -> bool:
    """Equal names, or two names of one unit."""
    return a.unit == b.unit or any({a.unit, b.unit} <= same for same in SAME_UNITS)
