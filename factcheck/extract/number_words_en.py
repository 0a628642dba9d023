"""English number words, scales and fractions, as tables."""

from __future__ import annotations

from factcheck.extract.wordlists import words

ONES = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: value * 10
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
} | {"fourty": 40}
SCALES = {
    "thousand": 1e3,
    "lakh": 1e5,
    "lac": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
}
PLURAL_SCALES = {"lakhs": 1e5, "lacs": 1e5, "crores": 1e7}
"""Plurals that are exact after a number ("35 lakhs"); "millions" is not."""
SCALE_ABBREVIATIONS = {
    "mn": 1e6,
    "mil": 1e6,
    "mill": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "trln": 1e12,
    "cr": 1e7,
}
"""Written after digits, with or without a space."""
SCALE_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
"""Written onto the digits; "m" may be metres as well, "b" bytes, "t" tonnes, which the reader of units decides."""
DENOMINATORS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twentieth": 20,
    "hundredth": 100,
    "thousandth": 1000,
}
FRACTION_SIGNS = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅖": 2 / 5,
    "⅗": 3 / 5,
    "⅘": 4 / 5,
    "⅙": 1 / 6,
    "⅚": 5 / 6,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
AFTER_DECIMAL_COMMA = (
    "per cent|percent|percentage points?|million|billion|trillion|euros?|degrees?|kilomet(?:re|er)s?|metres?|meters?|"
    "tonnes?|kilos?|kilograms?|lit(?:re|er)s?|km|kg|hectares?"
)
"""Before these a comma with one or two digits behind it is a decimal one, as much of Europe has it: "2,4 percent"."""
NEGATIVE_WORDS = frozenset({"minus", "negative"})
AND = "and"
BETWEEN = "between"
BY = "by"
PAST = "past"
ARTICLES = frozenset({"a", "an"})
HUNDRED = "hundred"
DOZEN = "dozen"
HALF = "half"
QUARTER = "quarter"
OF = "of"
NOT_A_FRACTION_BEFORE = words(
    "first second third fourth fifth last final next previous this that other latter opening closing "
    "fiscal earlier later current same each every better per top bottom upper lower front back in"
)
"""Before "half", "third" or "quarter" these make it a part of a game, a year or an order, not a share."""
MAY_STAND_BEFORE_HALF_OF = frozenset({"that", "in", "every"})
"""Before "half of" these leave it a share: "found that half of the pupils"."""
AFTER_HALF = words("of the a an its their his her our your my all that those these")
AFTER_A_THIRD = words("more less fewer higher lower larger smaller bigger cheaper as full empty complete done finished")
"""After "a third" or "a quarter" these make it a share though no "of" follows."""
AFTER_BY_A_THIRD = words(
    "in since from to over on and or but after before last this next when while as between compared for because "
    "within by during at until under with if through across among"
)
"""After "by a third" these show that no noun follows ("by a third party")."""
AFTER_BARE_HALF = words(
    "hour hours mile inch cup pint gallon litre liter teaspoon tablespoon pound ounce percent percentage degree "
    "metre meter kilometre kilometer kilo tonne ton turn"
)
"""After "half" or "a half" without more these are halved: "a half-hour", "half percent", "a half turn"."""
TIMES_IN_PARTS = words("year month week day minute second inche inch feet foot point")
"""After a number "and three-quarters" these too are told in parts."""
