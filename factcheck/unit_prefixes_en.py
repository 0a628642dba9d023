"""The prefixes of SI, and the units they are set before: "kilo" and "pascal" make "kilopascal", "kPa".

Apart from :mod:`factcheck.unit_names_en`, whose rows are written out: here one row stands for a family.
"""

from __future__ import annotations

from typing import NamedTuple

PREFIXES: dict[str, str] = {
    "femto": "f",
    "pico": "p",
    "nano": "n",
    "micro": "µ μ",
    "milli": "m",
    "centi": "c",
    "deci": "d",
    "hecto": "h",
    "kilo": "k",
    "mega": "M",
    "giga": "G",
    "tera": "T",
    "peta": "P",
    "exa": "E",
    "zetta": "Z",
}


class Prefixed(NamedTuple):
    """A unit that prefixes are set before; each makes a unit of its own.

    ``pint`` is the unit's name in pint's registry. ``signless`` are the prefixes whose sign is left out, since the two
    together stand for something else too ("MN" is a state, "ps" horses).
    """

    name: str
    dimension: str
    pint: str
    signs: str
    words: str
    prefixes: str
    signless: str = ""


PREFIXED: tuple[Prefixed, ...] = (
    Prefixed(
        "metre", "length", "meter", "m", "metre meter", "femto nano micro milli centi deci hecto mega", "hecto mega"
    ),
    Prefixed(
        "litre", "volume", "liter", "l L", "litre liter", "nano micro milli centi deci hecto mega giga", "mega giga"
    ),
    Prefixed("gram", "mass", "gram", "g", "gram gramme", "pico nano micro milli kilo", "pico"),
    Prefixed("tonne", "mass", "metric_ton", "t", "tonne ton", "kilo mega giga", "kilo"),
    Prefixed("second", "duration", "second", "s", "second", "femto pico nano micro milli", "pico femto"),
    Prefixed("joule", "energy", "joule", "J", "joule", "milli kilo mega giga tera peta exa", "peta"),
    Prefixed("electronvolt", "energy", "electron_volt", "eV", "electronvolt electron_volt", "kilo mega giga tera"),
    Prefixed("watt hour", "energy", "watt_hour", "Wh", "watt_hour", "milli kilo mega giga tera peta"),
    Prefixed("watt", "power", "watt", "W", "watt", "nano micro milli kilo mega giga tera peta", "peta"),
    Prefixed("watt-peak", "power", "watt", "Wp", "watt_peak", "kilo mega giga"),
    Prefixed("pascal", "other", "pascal", "Pa", "pascal", "hecto kilo mega giga"),
    Prefixed("newton", "other", "newton", "N", "newton", "micro milli kilo mega", "mega micro"),
    Prefixed("volt", "other", "volt", "V", "volt", "nano micro milli kilo mega"),
    Prefixed("ampere", "other", "ampere", "A", "ampere amp", "pico nano micro milli kilo"),
    Prefixed("ohm", "other", "ohm", "Ω Ω", "ohm", "milli kilo mega giga"),
    Prefixed("farad", "other", "farad", "F", "farad", "pico nano micro milli"),
    Prefixed("henry", "other", "henry", "H", "henry", "nano micro milli"),
    Prefixed("tesla", "other", "tesla", "T", "tesla", "nano micro milli"),
    Prefixed("hertz", "other", "hertz", "Hz", "hertz", "milli kilo mega giga tera"),
    Prefixed("bit", "data", "bit", "bit", "bit", "kilo mega giga tera"),
    Prefixed("byte", "data", "byte", "B", "byte", "kilo mega giga tera peta exa zetta"),
    Prefixed("becquerel", "other", "becquerel", "Bq", "becquerel", "kilo mega giga tera peta"),
    Prefixed("sievert", "other", "sievert", "Sv", "sievert", "nano micro milli"),
    Prefixed("gray", "other", "gray", "Gy", "gray", "micro milli"),
    Prefixed("mole", "other", "mole", "mol", "mole", "nano micro milli kilo"),
)
