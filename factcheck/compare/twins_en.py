"""The words by which two sentences that are otherwise alike may differ: bounds, units, days. Tables only.

Forms are as :func:`factcheck.text.normalise` leaves them. What is a date, a number or a negation in general stands in
:mod:`.words_en`; here is what only the setting side by side of two nearly equal sentences needs.
"""

from __future__ import annotations

import re

from factcheck.compare.words_en import word_set

#: A bound as it is written before or behind a number, and which side it leaves open: the longest are tried first.
BOUNDS = {
    "no more than": "at_most", "not more than": "at_most", "no fewer than": "at_least", "no less than": "at_least",
    "not less than": "at_least", "not fewer than": "at_least", "as many as": "at_most", "as much as": "at_most",
    "as few as": "at_least", "as little as": "at_least", "a maximum of": "at_most", "a minimum of": "at_least",
    "more than": "more_than", "greater than": "more_than", "higher than": "more_than", "in excess of": "more_than",
    "less than": "less_than", "fewer than": "less_than", "lower than": "less_than", "smaller than": "less_than",
    "at least": "at_least", "at most": "at_most", "up to": "at_most", "or more": "at_least", "or less": "at_most",
    "or fewer": "at_most", "or higher": "at_least", "or lower": "at_most", "over": "more_than", "under": "less_than",
    "above": "more_than", "below": "less_than", "exceeding": "more_than", "upwards of": "at_least",
}  # fmt: skip

#: Said beside a bound, and no bound itself.
PLAIN = word_set("exactly precisely just only a an the of")

#: Words for how sure a number is: with one more or less of them it is no other number.
ABOUT = word_set("about around roughly approximately some nearly almost circa estimated close to or so")

#: Units as they are written out behind a number. Nouns of what is counted are none.
UNITS = word_set("""
    percent per cent pct percentage point points % $ £ € ¥ basis
    second seconds minute minutes hour hours day days week weeks month months quarter quarters year years decade decades
    century centuries
    mile miles kilometre kilometres kilometer kilometers km metre metres meter meters centimetre centimetres centimeter
    centimeters cm millimetre millimetres millimeter millimeters mm foot feet inch inches yard yards
    acre acres hectare hectares square cubic
    pound pounds ounce ounces kilogram kilograms kilo kilos kg gram grams milligram milligrams ton tons tonne tonnes
    litre litres liter liters gallon gallons barrel barrels pint pints
    dollar dollars cent cents euro euros yen yuan rupee rupees sterling peso pesos franc francs rouble roubles ruble
    rubles crown crowns pence penny
    degree degrees celsius fahrenheit mph kph knot knots watt watts kilowatt kilowatts megawatt megawatts gigawatt
    gigawatts kilowatt-hours megawatt-hours byte bytes kilobyte kilobytes megabyte megabytes gigabyte gigabytes terabyte
    terabytes times fold
    """)

#: Opposites that are so beside a number alone: "cut 300 jobs", "added 300 jobs"; a cut by itself opposes nothing.
OF_AMOUNTS = (
    ("add adds added adding create creates created gain gains gained gaining",
     "cut cuts cutting shed sheds shedding lose loses lost losing slash slashes slashed axe axes axed"),
    ("double doubles doubled doubling triple triples tripled tripling quadruple quadrupled",
     "halve halves halved halving"),
)  # fmt: skip

#: Words that date, beside months, days of the week and years.
DAYS = word_set("yesterday today tomorrow tonight overnight spring summer autumn winter christmas easter")
SPANS = word_set(
    "day week weekend month quarter half year years decade century season spring summer autumn winter night"
)
WHICH = word_set("this last next previous past coming current first second third fourth early mid late")
DATE_SMALL = word_set("in on of the at by since until from early mid late ago before after later")

#: What a negation brings with it: helping verbs, and "any" where the other has "some".
HELPING = word_set("""
    do does did is are was were be been being am has have had having will would can could shall should may might must
    any some a an the ever to that at all it
    """)

ORDINALS = word_set("first second third fourth fifth sixth seventh eighth ninth tenth")

#: Numbers in words, for the figures that nobody reads as one ("twelve years ago").
SPELT = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "no": 0, "none": 0}
SCALES = {"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9,
          "trillion": 1e12, "tn": 1e12}  # fmt: skip

YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:s|['’]s)?")
