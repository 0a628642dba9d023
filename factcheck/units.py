"""Units of measure and of money: their names as written, one canonical name, a dimension, and conversion.

Apart from the reading of figures because intake (tables of statistics), extraction and comparison all need it. Names
come from :mod:`factcheck.unit_names_en`, :mod:`factcheck.unit_prefixes_en` ("kilopascal") and
:mod:`factcheck.money_names_en`; squares, cubes and speeds are put together from lengths. All arithmetic is pint's,
whose registry takes a second to build and so is built at the first conversion, never on import. Money is ISO 4217 and
is never converted: that needs a dated rate.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.money_names_en import CODES_IN_SMALL, MONEY, SUBUNIT_OF, SUBUNITS, WORDS_IN_SMALL, WORDS_TOO
from factcheck.unit_names_en import UNITS, UnitRow
from factcheck.unit_prefixes_en import PREFIXED, PREFIXES

if TYPE_CHECKING:
    from pint import UnitRegistry


HUNDREDTHS = frozenset(SUBUNITS)
"""Canonical names of hundredths of a currency that are quoted as such ("cent", "penny")."""


class Unit(NamedTuple):
    """A unit's canonical singular name (ISO 4217 code for money) and one of ``model.DIMENSIONS``."""

    name: str
    dimension: str


@lru_cache(maxsize=8192)
def unit(text: str) -> Unit | None:
    """The unit that ``text`` names, or None: "km", "kilometres", "°C", "$", "GBP", "miles per hour".

    Case counts for signs ("MW", "mW"), not for words. Nothing but the unit may stand in ``text``.
    """
    spoken = " ".join(text.replace("-", " ").split())
    if not spoken:
        return None
    signs, words = _tables()
    bare = text.strip()
    if bare in signs:
        return signs[bare]
    found = words.get(spoken.lower())
    if found is not None:
        return found
    if "^" in bare:
        return unit(bare.replace("^", ""))
    return _power(spoken) or _speed(spoken)


def money(text: str) -> str | None:
    """ISO 4217 code (or the name of a hundredth) of a currency's sign, code or name, or None."""
    sign = _money_signs().get(text.strip())
    if sign is not None:
        return sign
    found = unit(text)
    return found.name if found is not None and found.dimension == "money" else None


def convert(value: float, source: str, target: str) -> float | None:
    """``value`` of canonical unit ``source`` in ``target``; None where one can't become the other.

    Money converts between a currency and its own hundredth only. Basis points are hundredths of percentage points.
    """
    if source == target:
        return value
    for small, big in ((source, target), (target, source)):
        if _FIXED.get((small, big)) is not None:
            factor = _FIXED[small, big]
            return value * factor if small == source else value / factor
    known = _pint_names()
    if source not in known or target not in known:
        return None
    import pint

    registry = _registry()
    try:
        return float(registry.Quantity(value, known[source]).to(known[target]).magnitude)
    except pint.DimensionalityError:
        return None


def same_dimension(a: str, b: str) -> bool:
    """Whether a value in canonical unit ``a`` can be compared with one in ``b`` as a size, money excepted."""
    return a == b or convert(1.0, a, b) is not None


def dimension(name: str) -> str | None:
    """The dimension of a canonical unit name, or None when the name is no unit of measure (a counted noun)."""
    return _dimensions().get(name)


_FIXED: dict[tuple[str, str], float] = {
    ("basis point", "percentage point"): 0.01,
    ("percent", "fraction"): 0.01,
    ("part per billion", "part per million"): 0.001,
    **dict.fromkeys(SUBUNIT_OF.items(), 0.01),
}


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Signs (with case) and words (lower case, single spaces) to units. A unit listed first wins a shared sign."""
    signs: dict[str, Unit] = {}
    words: dict[str, Unit] = {}
    rows = [(Unit(row.name, row.dimension), row.signs, row.words) for row in _rows()]
    rows += [
        (Unit(row.code, "money"), f"{row.signs} {'' if row.code in WORDS_TOO else row.code}", row.words)
        for row in MONEY
    ]
    rows += [(Unit(name, "money"), *forms) for name, forms in SUBUNITS.items()]
    for made, sign_forms, word_forms in rows:
        if made.name not in WORDS_TOO and made.name not in WORDS_IN_SMALL:
            words.setdefault(made.name.lower(), made)
        for sign in sign_forms.split():
            signs.setdefault(sign, made)
        for form in word_forms.split():
            spoken = form.replace("_", " ").replace("-", " ")
            words.setdefault(spoken, made)
            words.setdefault(plural(spoken), made)
    for ambiguous in ("fraction", "multiple", "stone", "bar", "won", "real", "colon", "try", "all", "top"):
        words.pop(ambiguous, None)
    words["won"] = Unit("KRW", "money")
    return signs, words


@lru_cache(maxsize=1)
def _rows() -> tuple[UnitRow, ...]:
    """The units that are written out, and those that prefixes make."""
    made = {row.name: row for row in UNITS}
    for base in PREFIXED:
        for prefix in base.prefixes.split():
            signs = "" if prefix in base.signless.split() else PREFIXES[prefix]
            row = UnitRow(
                prefix + base.name,
                base.dimension,
                f"{prefix}{base.pint}" if base.pint != "watt_hour" else f"{prefix}watt*hour",
                " ".join(first + second for first in signs.split() for second in base.signs.split()),
                " ".join(prefix + word for word in base.words.split()),
            )
            made.setdefault(row.name, row)
    return tuple(made.values())


def plural(word: str) -> str:
    """The regular English plural of ``word``; of a phrase, that of its last word."""
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh", "z")) else "s")


_POWERS = {"sq": "square", "sq.": "square", "square": "square", "cu": "cubic", "cu.": "cubic", "cubic": "cubic"}


def _power(spoken: str) -> Unit | None:
    """As in "sq. km", "cubic inches", "square mm": a length squared or cubed, which need not stand in the table."""
    first, _, rest = spoken.partition(" ")
    power = _POWERS.get(first.lower())
    length = _length(rest) if power is not None else None
    if power is None or length is None:
        return None
    return Unit(f"{power} {length.name}", "area" if power == "square" else "volume")


_TIMES = {"hour": "hour", "hr": "hour", "h": "hour", "second": "second", "sec": "second", "s": "second"}
_TIMES |= {"minute": "minute", "min": "minute"}
_A_TIME = re.compile(rf"([a-z]+)(?: (?:per|an|a) |/)({'|'.join(_TIMES)})", re.IGNORECASE)


def _speed(spoken: str) -> Unit | None:
    """As in "kilometres per hour", "miles an hour", "metres/sec" as one unit."""
    matched = _A_TIME.fullmatch(spoken)
    length = _length(matched[1]) if matched is not None else None
    if matched is None or length is None:
        return None
    return Unit(f"{length.name} per {_TIMES[matched[2].lower()]}", "speed")


def _length(written: str) -> Unit | None:
    signs, words = _tables()
    found = signs.get(written) or words.get(written.lower())
    return found if found is not None and found.dimension == "length" else None


@lru_cache(maxsize=1)
def _money_signs() -> dict[str, str]:
    """Signs of money alone: some are another unit's too ("PS" before a number is what is left of a pound sign)."""
    made = {sign: row.code for row in MONEY for sign in row.signs.split()}
    made |= {row.code: row.code for row in MONEY if row.code not in WORDS_TOO}
    made |= {code: code.upper() for code in CODES_IN_SMALL.split()}
    return {**{sign: name for name, (signs, _) in SUBUNITS.items() for sign in signs.split()}, **made}


@lru_cache(maxsize=1)
def _dimensions() -> dict[str, str]:
    made = {row.name: row.dimension for row in _rows()}
    made |= {f"{power} {row.name}": kind for row in _rows() if row.dimension == "length" for power, kind in _KINDS}
    made |= {row.code: "money" for row in MONEY}
    made |= dict.fromkeys(SUBUNITS, "money")
    return made


_KINDS = (("square", "area"), ("cubic", "volume"))


@lru_cache(maxsize=1)
def _pint_names() -> dict[str, str]:
    made = {row.name: row.pint for row in _rows() if row.pint}
    lengths = [row for row in _rows() if row.dimension == "length" and row.pint]
    for row in lengths:
        made.setdefault(f"square {row.name}", f"{row.pint}**2")
        made.setdefault(f"cubic {row.name}", f"{row.pint}**3")
        for time in ("hour", "second", "minute"):
            made.setdefault(f"{row.name} per {time}", f"{row.pint}/{time}")
    return made


@lru_cache(maxsize=1)
def _registry() -> UnitRegistry[float]:
    import pint

    return pint.UnitRegistry(autoconvert_offset_to_baseunit=True)
