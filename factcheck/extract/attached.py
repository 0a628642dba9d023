"""What is attached to a number behind it: unit, age and rate. What money stands before it :mod:`.currencies` reads.

Looks a fixed number of characters behind and ahead, so that reading a text stays linear.
"""

from __future__ import annotations

import re

from factcheck import units
from factcheck.extract.amount import Amount
from factcheck.extract.lexemes import Number
from factcheck.extract.wordlists import words
from factcheck.money_names_en import AMBIGUOUS_MONEY

_AHEAD = 48


_UNIT_GAP = re.compile(r"\s?\{|[ \u00a0\u202f]?[-‑]?[ ]?")
_UNIT_WORD = re.compile(r"[^\s,;()\[\]{}!?“”\"…—–]+|[″”\"](?=\W|$)")
_TRIM = " .,;:'’="
_SHORT_NEEDS_GLUE = words("A s c F J N C T b in PS MP pm am won")


def unit_after(text: str, made: Amount, *, currency: bool) -> None:
    """Finds the unit right after ``made.end`` and takes it into the span; then age and rate."""
    if made.number is not None and made.number.fraction and (of := _OF_A_POINT.match(text, made.end)) is not None:
        made.number.fraction = False
        made.unit, made.unit_span, made.end = units.Unit("percentage point", "points"), of.span(1), of.end()
        return  # "a quarter of a point": a share of the points of an index or a game is told by nobody
    if made.number is not None and made.number.fraction and (of := _OF_A.match(text, made.end)) is not None:
        whole_unit = unit_at(text, of.end())
        if whole_unit is not None and whole_unit[0].name != "fraction":
            made.number.fraction = False
            made.unit, made.unit_span, made.end = whole_unit[0], whole_unit[1:], whole_unit[2]
            return  # "a quarter of a percentage point"
    found = None if currency else _times_sign(text, made)
    found = found or unit_at(text, made.end) or _won(text, made)
    if found is None and made.number is not None and made.number.letter:
        pass
    elif found is not None:
        unit, start, end = found
        if not currency:
            made.unit, made.unit_span, made.end = unit, (start, end), end
        elif unit.dimension == "money":
            made.end = end
    if currency and (country := _DOLLAR_OF.match(text, made.end)) is not None and text[made.start] == "$":
        made.unit, made.end = units.Unit(_DOLLARS[country[1].upper()], "money"), country.end(1)
    if not currency:
        _with_small_unit(text, made)
    _age(text, made)
    made.unit = _sorted_out(text, made)
    _rate(text, made)


_OF_A_POINT = re.compile(r"\s+(?:of\s+a\s+(?:percentage[\s-])?|percentage[\s-])(point)\b", re.IGNORECASE)
_OF_A = re.compile(r"\s+of\s+(?:an?|one|1)(?:\s+(?:US|U\.S\.|UK|imperial))?(?=\s)", re.IGNORECASE)
_DOLLARS = {"US": "USD", "U.S.": "USD", "CAD": "CAD", "CDN": "CAD", "AUS": "AUD", "NZ": "NZD", "HK": "HKD"}
_DOLLAR_OF = re.compile(
    r"\s(US|U\.S\.|C(?:AD|DN|dn)|Aus|NZ|HK)(?=\s?$|[.,;)]|\s(?:an?|per|in|on|at|and|by|for|from|to|or|this|last|the)\b)"
)
"""As in "$76 US a barrel": whose dollars they are, told behind the sum."""
_WON = re.compile(r"\s+won\b(?!\s+(?:by|the|an?|in|on|at|his|her|its|their|over|against|with|\d))")


def _won(text: str, made: Amount) -> tuple[units.Unit, int, int] | None:
    """As in "3 trillion won": a sum so large is money, and nobody who won."""
    found = _WON.match(text, made.end) if made.number is not None and made.number.scale >= 1e3 else None
    return None if found is None else (units.Unit("KRW", "money"), found.end() - 3, found.end())


_TIMES_SIGN = re.compile(r"[x×](?!\w)(?!\s?\d)")


def _times_sign(text: str, made: Amount) -> tuple[units.Unit, int, int] | None:
    """As in "trades at 25x earnings"; "4x100m" is none."""
    found = _TIMES_SIGN.match(text, made.end)
    return None if found is None else (units.Unit("multiple", "multiple"), found.start(), found.end())


def unit_at(text: str, at: int) -> tuple[units.Unit, int, int] | None:
    gap = _UNIT_GAP.match(text, at)
    start = gap.end() if gap else at
    if _SECOND_OF_SEVERAL.match(text, start):
        return None
    glued = start == at
    window = text[start : start + _AHEAD]
    pieces: list[int] = []
    position = 0
    while len(pieces) < 4:
        word = _UNIT_WORD.match(window, position)
        if not word:
            break
        pieces.append(word.end())
        following = window[word.end() : word.end() + 2]
        if not following or following[0] not in " \u00a0":
            break
        position = word.end() + 1
    for stop in reversed(pieces):
        candidate = window[:stop]
        if candidate in _MARKS:
            break  # of inches or of a quotation: asked below
        spellings = list(dict.fromkeys((candidate.rstrip(" -‑–—"), candidate.rstrip(_TRIM))))
        for trimmed in spellings:
            known = units.unit(trimmed)
            if known is not None and (glued or trimmed not in _SHORT_NEEDS_GLUE):
                return known, start, start + len(trimmed)
        for trimmed in spellings:
            if "-" in trimmed and stop == pieces[0]:
                cut = _hyphened_unit(trimmed)
                if cut is not None:
                    return cut[0], start, start + cut[1]
            if "/" in trimmed and stop == pieces[0]:
                head = trimmed.split("/", 1)[0]
                known = units.unit(head)
                if known is not None and head:
                    return known, start, start + len(head)
    warm = re.match(r"[CFK](?!\w)", window)
    if warm and _WARM.search(text[max(0, at - 120) : at + 60]):
        return units.Unit(_HEAT[warm[0]], "temperature"), start, start + 1
    if window[:1] in _MARKS and (glued or re.match(r". (?:long|tall|wide|high|deep)\b", window)):
        closing = text.count('"', max(0, at - 200), at) % 2 == 1 or "“" in text[max(0, at - 200) : at]
        if not closing:
            return units.Unit("inch", "length"), start, start + 1
    return None


_MARKS = frozenset({'"', "”"})
_SECOND_OF_SEVERAL = re.compile(
    r"second[\s-](?:quarter|half|edition|season|round|term|stage|leg|test|innings|phase|wave|generation|hand|degree|class|"
    r"tier|string|amendment|largest|biggest|highest|lowest|best|worst|most|grade)\b",
    re.IGNORECASE,
)
"""Behind a year this is a place in an order: "2008 second-quarter earnings"."""

_HEAT = {"C": "degree Celsius", "F": "degree Fahrenheit", "K": "kelvin"}


def _hyphened_unit(word: str) -> tuple[units.Unit, int] | None:
    """The unit at the head of "year-old", "mile-long", "cent-a-share"."""
    parts = word.split("-")
    for count in range(len(parts) - 1, 0, -1):
        head = "-".join(parts[:count])
        known = units.unit(head)
        if known is not None and (len(head) > 1 or head in "%°$€£"):
            return known, len(head)
    return None


_OLD = re.compile(r"[\s-]{1,2}(?:olds?|of age)\b")
_YO = re.compile(r"[\s-]?(?:yo|y/o|y\.o\.)(?=\W|$)")
_AGED = re.compile(
    r"\b(?:aged|ages?(?:\s+(?:of|to|from|at))?|(?<!no )(?:older|younger)\s+than)\s+(?:between\s+|about\s+)?$",
    re.IGNORECASE,
)


def _age(text: str, made: Amount) -> None:
    if made.unit is None:
        short = _YO.match(text, made.end)
        if short:
            made.unit, made.unit_span = units.Unit("year", "age"), (short.start(), short.end())
            made.end, made.age = short.end(), True
        elif _AGED.search(text[max(0, made.core[0] - 20) : made.core[0]]):
            made.unit, made.age = units.Unit("year", "age"), True
        return
    if made.unit.name not in ("year", "month", "week", "day"):
        return
    old = _OLD.match(text, made.end)
    if old:
        made.unit, made.end, made.age = units.Unit(made.unit.name, "age"), old.end(), True


_FEET_SIGN = re.compile(r"\s?['′’](?=\s?\d{1,2}(?:[\"″”]|''))")
_SMALL_UNITS: dict[str, tuple[re.Pattern[str], int]] = {
    "foot": (
        re.compile(
            r"(?:,?\s+(?:and\s+)?|-|(?<=['′’])\s?)(\d{1,2}(?:\.\d+)?)(?:[\s-]?(?:inch(?:es)?|ins?)\b|[\"″”]|'')"
            r"|-(\d{1,2})(?![\w.%-])"
        ),
        12,
    ),
    "pound": (re.compile(r",?\s+(?:and\s+)?(\d{1,2}(?:\.\d+)?)[\s-]?(?:oz|ounces?)\b()"), 16),
    "stone": (re.compile(r",?\s+(?:and\s+)?(\d{1,2})[\s-]?(?:lbs?|pounds?)\b()"), 14),
}
"""Units told in two steps and how many of the smaller make one: "6ft 2in", "5-foot-10", "7lb 3oz" are one figure."""


def _with_small_unit(text: str, made: Amount) -> None:
    """Adds the inches to the feet, the ounces to the pounds, the pounds to the stone."""
    feet = _FEET_SIGN.match(text, made.end) if made.unit is None else None
    if feet is not None:
        made.unit, made.unit_span, made.end = units.Unit("foot", "length"), feet.span(), feet.end()
    stone = _STONE.match(text, made.end) if made.unit is None else None
    if stone is not None and (stone[2] is not None or _MASS_TALK.search(text[max(0, made.start - 60) : made.end + 40])):
        made.unit, made.unit_span, made.end = units.Unit("stone", "mass"), stone.span(1), stone.end(1)
    small = _SMALL_UNITS.get(made.unit.name) if made.unit is not None else None
    found = small[0].match(text, made.end) if small is not None else None
    if small is None or found is None:
        return
    rest = float(found[1] or found[2])
    if rest < small[1] and made.stated[0] == int(made.stated[0]):
        total = made.stated[0] + rest / small[1]
        made.stated, made.end = (total, total), found.end()


_STONE = re.compile(r"[\s-]?(st(?:one)?)\b(\s(?=\d{1,2}[\s-]?(?:lbs?|pounds?)\b))?")
_MONEY_TALK = re.compile(
    r"[£$€]|\b(?:cost|worth|price|pay|paid|spen[dt]|fine[ds]?|salar|tax|fee|profit|debt|budget|fund|invest|sterling|"
    r"revenue|sales|bill|loan|earn|wage|sold|buy|bought)",
    re.IGNORECASE,
)
_MASS_TALK = re.compile(r"\b(?:weigh\w*|heav\w*|mass|overweight|lbs?|ounces?|kilos?|kg)\b", re.IGNORECASE)
_WARM = re.compile(
    r"\b(?:temperature|melt|boil|warm|heat|cold|hot|weather|climate|forecast|freez|cool|celsius|fahrenheit)", re.I
)


def _sorted_out(text: str, made: Amount) -> units.Unit | None:
    """Settles units that share a word: pounds of money or of mass, degrees of heat or of an angle."""
    unit = made.unit
    if unit is None or made.unit_span is None:
        return unit
    written = text[slice(*made.unit_span)]
    word = written.lower()
    if written == "F" and _WARM.search(text[max(0, made.start - 120) : made.end + 60]):
        return units.Unit("degree Fahrenheit", "temperature")
    if unit.dimension == "money" and word.rstrip("s") in AMBIGUOUS_MONEY:
        around = text[max(0, made.start - 120) : made.end + 120].lower()
        for stem, code in AMBIGUOUS_MONEY[word.rstrip("s")]:
            if stem in around:
                return units.Unit(code, "money")
    if word in ("pound", "pounds"):
        scaled = made.number is not None and made.number.scale >= 1000
        near = text[max(0, made.start - 80) : made.end + 60]
        money = scaled or (_MONEY_TALK.search(near) and not _MASS_TALK.search(near))
        return units.Unit("GBP", "money") if money else units.Unit("pound", "mass")
    if unit.name == "degree" and _WARM.search(text[max(0, made.start - 120) : made.end + 60]):
        return units.Unit("degree", "temperature")
    return unit


_SQUARE = r"(?:sq\.?|square|cubic)[\s-]?(?:ft\.?|feet|foot|m|metres?|meters?|miles?|km|kilomet(?:re|er)s?|inch|yards?)"
_RATE = re.compile(
    r"(?:[\s-]+per[\s-]+|/(?=[cdkm]?m\^?[23²³])|/(?![A-Za-z]*[$£€\d])(?=[a-z])|\s+for every\s+|\s+out of every\s+)"
    rf"(?P<per>{_SQUARE}\b|[cdkm]?m\^?[23²³]|(?:\d[\d,.]*\d|a|one|ten|thousand|million|hundred|hundred thousand)\s+"
    r"(?:[^\W\d_]+\s)?(?:[^\W\d_]+s|people|women|men|children|population)\b|"
    r"(?:(?:\d[\d,.]*\d|one|ten|thousand|million|hundred|hundred thousand)\s+)?[^\W\d_]+)"
    rf"|(?:\s+(?:an?|each|every)\s+|\s?-\s?an?\s?-\s?)(?P<each>day|week|month|year|hour|minute|second|share|barrel|ton|tonne|"
    rf"gallon|litre|liter|head|person|night|ounce|kilo|kilogram|pound|ticket|unit|game|piece|bushel|mile|kilometre|"
    rf"kilometer|{_SQUARE})\b(?!\s+(?:ago|earlier|later|before|after|previously|old|or)\b)"
    r"|\s+(?P<often>daily|weekly|monthly|annually|yearly)\b(?!\s+[a-z]+s?\b(?<!in)(?<!for)(?<!to)(?<!from)(?<!on)(?<!by))",
    re.IGNORECASE,
)
_RATE_OF_UNIT = re.compile(
    r"\s+(?:an?|each|every)\s+(?P<each>kg|km|lb|oz|kwh|mwh|therm|acre|hectare|quintal|pint|bottle|pack|cup|dose|shot|trip|ride|"
    r"flight|seat|bag|box|copy|plate|user|customer|household|student|pupil|child|patient|employee|worker|passenger|vehicle|"
    r"car|home|bed|word|vote|go|pop|metre|meter|foot|yard)\b(?!\s+(?:was|is|were|has|had|who|whose)\b)",
    re.IGNORECASE,
)
"""What money and measures are told by besides, where a count ("killed 12, a child too") is not."""
_ONE_WORD_RATE = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year"}
_PER_CAPITA = {"capita": "person", "head": "person", "annum": "year", "hr": "hour", "h": "hour", "s": "second"}


_OF_STUFF = re.compile(r"\s+of\s+(?:[a-z]+\s){0,1}[a-z]+(?=\s(?:per|an?|each|every)\s)")
"""What is measured, between the unit and its rate: "5,000 gallons of water per minute"."""
_RATE_SIGNS = {"bpd": "day", "b/d": "day", "cfm": "minute", "gpm": "minute"}
"""Signs of units that tell what they are a rate of too."""
_BASES = frozenset({"area", "length", "volume", "mass", "duration"})


def rate_at(text: str, at: int) -> tuple[str, int] | None:
    """What a rate that begins at ``at`` is told per ("100,000 people", "day"), and where it ends."""
    found = _RATE.match(text, at)
    if not found:
        return None
    if found["often"]:
        return _ONE_WORD_RATE[found["often"].lower()], found.end()
    per = (found["per"] or found["each"]).strip()
    base = units.unit(per)
    if base is not None and base.dimension in _BASES:
        return base.name, found.end()
    if per.lower() in ("cent",):
        return None
    lower = per.lower()
    if lower in _PER_CAPITA:
        return _PER_CAPITA[lower], found.end()
    return (lower if " " not in lower else per), found.end()


def _rate(text: str, made: Amount) -> None:
    if made.unit is not None and made.unit.dimension in ("speed", "age"):
        return
    if made.unit_span is not None and (per := _RATE_SIGNS.get(text[slice(*made.unit_span)].lower())) is not None:
        made.per = per
        return
    rate = rate_at(text, made.end)
    if rate is None and made.unit is not None and (each := _RATE_OF_UNIT.match(text, made.end)) is not None:
        base = units.unit(each["each"])
        rate = (each["each"].lower() if base is None else base.name), each.end()
    if rate is None:
        stuff = _OF_STUFF.match(text, made.end) if made.unit is not None else None
        far = rate_at(text, stuff.end()) if stuff is not None else None
        made.per = None if far is None else far[0]  # the rate stands apart from the figure as written
        return
    if made.unit is not None and made.unit.dimension == "length" and rate[0] in ("hour", "second", "minute"):
        made.unit, made.end = units.Unit(f"{made.unit.name} per {rate[0]}", "speed"), rate[1]
        return
    made.per, made.end = rate


def millions_after_all(text: str, found: list[Amount]) -> None:
    """As in "12.3m euros against 10.1m": the letter that might be metres means what it meant beside the money, and in
    "6.9m refugees, 4.1m of them" what it meant before."""
    if not any(
        one.number is not None
        and one.number.scale >= 1e6
        and (one.number.letter if one.unit is None else one.unit.dimension == "money")
        for one in found
    ):
        return
    for amount in found:
        number = amount.number
        if (
            number is not None
            and number.letter
            and not _METRES_SURELY.match(text, amount.end)
            and number.scale == 1.0
            and amount.unit == units.Unit("metre", "length")
        ):
            number.scale = 1e6
            number.value = float(f"{number.mantissa * 1e6:.15g}")
            amount.stated, amount.unit, amount.unit_span = (number.value, number.value), None, None
            amount.core = (amount.core[0], amount.end)


_METRES_SURELY = re.compile(
    r"\s*(?:race|sprint|tall|high|long|wide|deep|away|across|freestyle|hurdles|butterfly|backstroke|relay|below|above|north|"
    r"south|east|west|dash|final|x|by)\b|-(?:long|high|tall|wide|deep)\b"
)
_METRES = re.compile(
    r"\s*(?:$|[.,;)]|(?:race|sprint|tall|high|long|wide|deep|away|from|x|by|freestyle|hurdles|butterfly|backstroke|relay|"
    r"below|above|north|south|east|west|of|in|and|to|final|dash)\b)"
)


_MANY_COUNTED = re.compile(
    r"\b(?:total|toll|jobless|unemployed|unemployment|population|users|subscribers|customers|cases|viewers|"
    r"audience|claimants|homes|downloads|visitors|members|membership|followers|votes|vaccinated|jobs)\b"
    r"(?:[^.;:\d]{0,24}\b(?:hits?|tops?|topped|reach(?:es|ed)?|pass(?:es|ed)?|nears?|to|by|at|over|above|exceeds?))\s+$",
    re.IGNORECASE,
)
_LONG_TALK = re.compile(r"\b(?:height|depth|length|deep|tall|long|wide|waves?|water|river|sea|metres?|meters?)\b", re.I)
"""What is counted, and a verb or preposition that leads to how many, against talk of lengths: "users top 2.1m"."""
_SEVERAL_THINGS = re.compile(
    r"(?:-(?:strong|plus)|(?:\s+[\w'’-]+){0,2}?\s+(?:of|people|men|women|children|\w+[^s\W]s)\b)"
)


def million_fits(text: str, number: Number) -> bool:
    """Whether the letter on the digits is a scale: "5m people", "40k", and not "100m sprint"."""
    letter = text[number.end - 1]
    if letter in "kK":
        return True
    if letter in "tT":
        return False
    if letter in "bB":
        return letter == "b"
    if letter == "M":
        return True
    if _METRES.match(text, number.end):
        behind = text[max(0, number.start - 70) : number.start]
        return bool(_MANY_COUNTED.search(behind)) and not _LONG_TALK.search(behind)
    return bool(_SEVERAL_THINGS.match(text, number.end))


def letter_as_unit(text: str, made: Amount) -> None:
    number = made.number
    if number is None:
        return
    letter = text[number.end - 1]
    known = units.unit({"B": "byte", "T": "terabyte"}.get(letter, letter))
    number.value, number.scale = number.mantissa, 1.0
    made.stated = (number.value, number.value)
    made.unit, made.unit_span = known, (number.end - 1, number.end)
    made.core = (made.core[0], number.end - 1)
