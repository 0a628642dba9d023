"""Amounts in running English text: numbers with their unit, currency, rate, bounds and ranges; no grammar yet.

Works on characters alone, so that it is fast and can be tested without a parser; :mod:`factcheck.extract.quantities`
adds what only a parse tells (what is counted, level or change). What is a name, a date or an address rather than a
quantity is masked by :mod:`factcheck.extract.not_quantities`. Every look behind and ahead has a fixed width: linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from factcheck import units
from factcheck.extract import bounds_en, numbers, vague_en
from factcheck.extract.not_quantities import Mask, masked
from factcheck.model import Bound

_BEHIND = 40
_AHEAD = 48


@dataclass(slots=True)
class Amount:
    """A figure as written, in a text of its own. ``text[start:end]`` is the figure, ``core`` the number itself.

    ``low`` and ``high`` are already bounded; ``stated`` are the numbers as written. ``fraction_of``: for "one in five"
    the offsets of the second number. ``score``: this is one side of a score or vote.
    """

    start: int
    end: int
    core: tuple[int, int]
    stated: tuple[float, float]
    number: numbers.Number | None = None
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
    range_of: list[numbers.Number] = field(default_factory=list)
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


def amounts(text: str) -> list[Amount]:
    """All amounts of ``text``, in order; spans may touch but don't overlap."""
    if not _MAY_HOLD.search(text):
        return []
    mask = masked(text)
    found = [
        made for number in numbers.scan(text) if not mask.covers(number.start) and (made := _amount(text, number, mask))
    ]
    found = [amount for index, amount in enumerate(found) if not index or amount.start >= found[index - 1].end]
    found = _ratios(text, found)
    found = _joined(text, _small_change(text, found))
    for index, amount in enumerate(found):
        floor = found[index - 1].end if index else 0
        _bounded(text, amount, floor)
    found = _with_vague(text, found, mask)
    _restatements(text, found)
    return found


_MAY_HOLD = re.compile(
    r"[0-9½⅓⅔¼¾⅛⅜⅝⅞]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|fou?rty|"
    r"fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|[mb]illions?|trillions?|dozens?|half|quarters?|thirds?|"
    r"\w+ths?|scores|tens|lakhs?|crores?|most|majority|minority|several|few|couple|handful|countless|numerous|zero)\b|"
    r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-",
    re.IGNORECASE,
)


# ------------------------------------------------------------------------------------------- one number and its unit


def _amount(text: str, number: numbers.Number, mask: Mask) -> Amount | None:
    start, end = number.start, number.end
    made = Amount(start, end, (start, end), (number.value, number.value), number, range_of=[number])
    before = _currency_before(text, number)
    glued_before = number.digits and start > 0 and text[start - 1].isalnum()
    if before is not None:
        currency, made.start = before
        made.unit, made.unit_span = units.Unit(currency, "money"), (made.start, start)
        glued_before = made.start > 0 and text[made.start - 1].isalnum()
    if glued_before or (start > 1 and text[start - 1] == "." and text[start - 2].isalnum()):
        return None
    if number.digits and before is None and _code_before(text, start):
        return None
    _unit_after(text, made, currency=before is not None)
    if number.digits and made.end == number.end and made.end < len(text) and _is_code_after(text, number):
        return None
    if number.letter and made.unit is None and not _million_fits(text, number):
        _letter_as_unit(text, made)
    return made


@lru_cache(maxsize=1)
def _currency_pattern() -> re.Pattern[str]:
    from factcheck.unit_names_en import MONEY, SUBUNITS

    signs = {sign for row in MONEY for sign in (*row.signs.split(), row.code)} - {"TL", "Ft", "c"}
    signs |= {f"{name}" for name in SUBUNITS if name == "sen"}
    alternatives = "|".join(re.escape(sign).replace("\\$", r"\s?\$") for sign in sorted(signs, key=len, reverse=True))
    return re.compile(rf"(?<![^\W\d_])({alternatives})[ \u00a0]?-?$|({'|'.join(map(re.escape, _BARE_SIGNS))})\s?-?$")


_BARE_SIGNS = ("$", "€", "£", "¥", "₹", "₽", "₺", "₴", "₪", "₩", "₦", "₱", "₫", "₡", "₭", "₿")


def _currency_before(text: str, number: numbers.Number) -> tuple[str, int] | None:
    """Code and start of a currency sign or code right before a number."""
    floor = max(0, number.start - 9)
    window = text[floor : number.start]
    if not window or not (window[-1] in " \u00a0-" or not window[-1].isspace()):
        return None
    found = _currency_pattern().search(window)
    if not found:
        return None
    sign = (found[1] or found[2]).replace(" ", "").replace("\u00a0", "")
    known = units.money(sign)
    begin = found.start() + (len(found[0]) - len(found[0].lstrip()))
    return None if known is None else (known, floor + begin)


_CODE_BEFORE = re.compile(r"(?:[^\W\d_][-‑–]|[^\W\d_]\d+[-‑–]|[A-Z]{2,}\s-|[#№]|\d[./]|[^\W\d_]\d*/|@|[\w]:|_)$")
_WORD_HYPHEN = re.compile(r"([^\W\d_]+)[-‑–]$")
_MAY_HYPHEN_A_NUMBER = frozenset(
    "to and or minus about under over nearly almost than some around than past sub plus".split()
)


def _code_before(text: str, start: int) -> bool:
    """Whether the number is the end of a code or name: "F-16", "COVID -19", "#3", "v1.2"."""
    window = text[max(0, start - 16) : start]
    if text[start] in "-−–" and re.search(r"[A-Z]{2}\s$", window):
        return True
    if not _CODE_BEFORE.search(window):
        return False
    word = _WORD_HYPHEN.search(window)
    if word:
        lower = word[1].lower()
        return not (lower in _MAY_HYPHEN_A_NUMBER or numbers.value(lower) is not None)
    return True


def _is_code_after(text: str, number: numbers.Number) -> bool:
    """Letters or signs written onto the digits that name no unit: "24703L202", "9AB8", "1.2.3"."""
    following = text[number.end]
    if following.isalpha():
        return True
    if following in "-‑" and re.match(r"[-‑](?:[A-Z]{1,4}\d|\d+[A-Za-z]*[-‑]\d)", text[number.end : number.end + 12]):
        return True
    return following in "._:/" and bool(re.match(r"[._:]\w|/\d", text[number.end : number.end + 2]))


_UNIT_GAP = re.compile(r"\s?\{|[ \u00a0\u202f]?[-‑]?[ ]?")
_UNIT_WORD = re.compile(r"[^\s,;()\[\]{}!?“”\"…—–]+|[″”\"](?=\W|$)")
_TRIM = ".,;:'’"
_SHORT_NEEDS_GLUE = frozenset({"A", "s", "c", "F", "J", "N", "h", "C", "T", "b", "in", "PS", "MP", "pm", "am", "won"})
_FRENCH_QUOTE_INCH = frozenset({'"', "”"})


def _unit_after(text: str, made: Amount, *, currency: bool) -> None:
    """Finds the unit right after ``made.end`` and takes it into the span; then age and rate."""
    found = _unit_at(text, made.end)
    if found is None and made.number is not None and made.number.letter:
        pass
    elif found is not None:
        unit, start, end = found
        if not currency:
            made.unit, made.unit_span, made.end = unit, (start, end), end
        elif unit.dimension == "money":
            made.end = end
    _age(text, made)
    made.unit = _sorted_out(text, made)
    _rate(text, made)


def _unit_at(text: str, at: int) -> tuple[units.Unit, int, int] | None:
    gap = _UNIT_GAP.match(text, at)
    start = gap.end() if gap else at
    glued = start == at
    window = text[start : start + _AHEAD]
    pieces = []
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
        spellings = list(dict.fromkeys((candidate, candidate.rstrip(_TRIM))))
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
    warm = re.match(r"[CF](?!\w)", window)
    if warm and _WARM.search(text[max(0, at - 120) : at + 60]):
        name = "degree Celsius" if warm[0] == "C" else "degree Fahrenheit"
        return units.Unit(name, "temperature"), start, start + 1
    if window[:1] in {'"', "”", "″"} and (glued or re.match(r". (?:long|tall|wide|high|deep)\b", window)):
        closing = text.count('"', max(0, at - 200), at) % 2 == 1 or "“" in text[max(0, at - 200) : at]
        if not closing:
            return units.Unit("inch", "length"), start, start + 1
    return None


def _hyphened_unit(word: str) -> tuple[units.Unit, int] | None:
    """The unit at the head of "year-old", "mile-long", "cent-a-share"."""
    parts = word.split("-")
    for count in range(len(parts) - 1, 0, -1):
        head = "-".join(parts[:count])
        known = units.unit(head)
        if known is not None and len(head) > 1:
            return known, len(head)
    return None


_OLD = re.compile(r"[\s-]{1,2}(?:olds?|of age)\b")
_YO = re.compile(r"[\s-]?(?:yo|y/o|y\.o\.)(?=\W|$)")
_AGED = re.compile(r"\b(?:aged|ages?(?:\s+of)?|over the age of|under the age of)\s+$", re.IGNORECASE)


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


_MONEY_TALK = re.compile(
    r"[£$€]|\b(?:cost|worth|price|pay|paid|spen[dt]|fine[ds]?|salar|tax|fee|profit|debt|budget|fund|invest|sterling|"
    r"revenue|sales|bill|loan|earn|wage|sold|buy|bought)",
    re.IGNORECASE,
)
_MASS_TALK = re.compile(r"\b(?:weigh\w*|heav\w*|mass|overweight|lbs?|ounces?|kilos?|kg)\b", re.IGNORECASE)
_WARM = re.compile(r"\b(?:temperature|melt|boil|warm|heat|cold|hot|weather|climate|forecast|freez|cool|celsius|fahrenheit)", re.I)


def _sorted_out(text: str, made: Amount) -> units.Unit | None:
    """Settles units that share a word: pounds of money or of mass, degrees of heat or of an angle."""
    unit = made.unit
    if unit is None or made.unit_span is None:
        return unit
    written = text[slice(*made.unit_span)]
    word = written.lower()
    if written == "F" and _WARM.search(text[max(0, made.start - 120) : made.end + 60]):
        return units.Unit("degree Fahrenheit", "temperature")
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
    r"(?:[\s-]+per[\s-]+|/(?![A-Za-z]*[$£€\d])(?=[a-z])|\s+for every\s+|\s+out of every\s+)"
    rf"(?P<per>{_SQUARE}\b|(?:(?:\d[\d,.]*|one|ten|thousand|million|hundred|hundred thousand)\s+)?[^\W\d_]+)"
    rf"|(?:\s+(?:an?|each|every)\s+|-an?-)(?P<each>day|week|month|year|hour|minute|second|share|barrel|ton|tonne|"
    rf"gallon|litre|liter|head|person|night|ounce|kilo|kilogram|pound|ticket|unit|game|piece|bushel|mile|kilometre|"
    rf"kilometer|{_SQUARE})\b(?!\s+(?:ago|earlier|later|before|after|previously|old|or)\b)"
    r"|\s+(?P<often>daily|weekly|monthly|annually|yearly)\b(?!\s+[a-z]+s?\b(?<!in)(?<!for)(?<!to)(?<!from)(?<!on)(?<!by))",
    re.IGNORECASE,
)
_ONE_WORD_RATE = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year"}
_PER_CAPITA = {"capita": "person", "head": "person", "annum": "year", "hr": "hour", "h": "hour", "s": "second"}


def rate_at(text: str, at: int) -> tuple[str, int] | None:
    """What a rate that begins at ``at`` is told per ("100,000 people", "day"), and where it ends."""
    found = _RATE.match(text, at)
    if not found:
        return None
    if found["often"]:
        return _ONE_WORD_RATE[found["often"].lower()], found.end()
    per = (found["per"] or found["each"]).strip()
    if units.unit(per) is not None and units.unit(per).dimension == "area":
        return units.unit(per).name, found.end()
    if per.lower() in ("cent",):
        return None
    lower = per.lower()
    if lower in _PER_CAPITA:
        return _PER_CAPITA[lower], found.end()
    return (lower if " " not in lower else per), found.end()


def _rate(text: str, made: Amount) -> None:
    if made.unit is not None and made.unit.dimension in ("speed", "age"):
        return
    rate = rate_at(text, made.end)
    if rate is None:
        return
    if made.unit is not None and made.unit.dimension == "length" and rate[0] in ("hour", "second", "minute"):
        made.unit, made.end = units.Unit(f"{made.unit.name} per {rate[0]}", "speed"), rate[1]
        return
    made.per, made.end = rate


_METRES = re.compile(
    r"\s*(?:$|[.,;)]|(?:race|sprint|tall|high|long|wide|deep|away|from|x|by|freestyle|hurdles|butterfly|backstroke|relay|"
    r"below|above|north|south|east|west|of|in|and|to|final|dash)\b)"
)


_SEVERAL_THINGS = re.compile(r"(?:-(?:strong|plus)|(?:\s+[\w'’-]+){0,2}?\s+(?:of|people|men|women|children|\w+[^s\W]s)\b)")


def _million_fits(text: str, number: numbers.Number) -> bool:
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
    return not _METRES.match(text, number.end) and bool(_SEVERAL_THINGS.match(text, number.end))


def _letter_as_unit(text: str, made: Amount) -> None:
    number = made.number
    if number is None:
        return
    letter = text[number.end - 1]
    known = units.unit({"B": "byte", "T": "terabyte"}.get(letter, letter))
    number.value, number.scale = number.mantissa, 1.0
    made.stated = (number.value, number.value)
    made.unit, made.unit_span = known, (number.end - 1, number.end)
    made.core = (made.core[0], number.end - 1)


# ------------------------------------------------------------------------------------------ ratios, ranges, scores

_IN = re.compile(r"\s+(?:in|out of)(?:\s+every)?\s+$")


def _ratios(text: str, found: list[Amount]) -> list[Amount]:
    """ "one in five", "three out of four", "2 in every 10": one figure, a fraction."""
    kept: list[Amount] = []
    for amount in found:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.unit is None
            and amount.core[0] - before.end <= 14
            and _IN.fullmatch(text[before.end : amount.core[0]])
            and 0 < before.stated[0] < amount.stated[0]
            and float(before.stated[0]).is_integer()
            and float(amount.stated[0]).is_integer()
            and (amount.unit is None or amount.age is False and amount.unit.dimension != "duration")
            and amount.unit is None
            and not (1500 <= amount.stated[0] <= 2100)
        ):
            share = before.stated[0] / amount.stated[0]
            before.stated, before.end = (share, share), amount.end
            before.core = (before.core[0], amount.end)
            before.unit = units.Unit("fraction", "ratio")
            continue
        if amount.number is not None and amount.number.fraction and amount.unit is None:
            amount.unit = units.Unit("fraction", "ratio")
        kept.append(amount)
    return kept


_HYPHEN = re.compile(r"\s?[-‑–—−]\s?(?:to[-\s])?")
_TO = re.compile(r"\s+(?:to|through|till|until)[-\s]+")
_OR = re.compile(r"\s+or\s+(?:maybe |even |perhaps )?")
_BETWEEN = re.compile(r"\bbetween\s+(?:about |around |roughly |some |an estimated )?$", re.IGNORECASE)
_FROM = re.compile(r"\b(\w+)?\s*\bfrom\s+(?:about |around |roughly |some |just |nearly |a low of |a high of )?$", re.I)
_GAME = re.compile(
    r"\b(?:won|win|wins|winning|beat|beats|beating|beaten|lost|lose|loses|losing|defeat|defeated|defeating|draw|drew|"
    r"victory|score|scored|tie|tied|lead|leads|led|record|vote|voted|votes|voting|ruled|ruling|ruling|approved|passed|"
    r"rejected|decision|game|match|trailed|split|margin|final|aggregate|half-?time|senate|house|parliament|council)\b",
    re.IGNORECASE,
)
_VOTE = re.compile(
    r"\b(?:vote|voted|votes|voting|ruled|ruling|approved|passed|rejected|senate|house|parliament|council|assembly|"
    r"committee|court|decision|ballot|against)\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:by|up|down|another|further|ris\w+|rose|increas\w+|fell|fall\w*|drop\w*|grew|climb\w*|"
    r"jump\w*|add\w*|gain\w*|advanc\w*|declin\w*|slid\w*|los\w+|lost|slip\w*|tumbl\w*)\s+$",
    re.I,
)


@lru_cache(maxsize=1)
def _moves_pattern() -> re.Pattern[str]:
    from factcheck.extract.changes_en import MOVED

    return re.compile(rf"\b(?:{MOVED})\b", re.IGNORECASE)


_CENTS = re.compile(r"\s+(?:and\s+)?|\s*,\s+")


def _small_change(text: str, found: list[Amount]) -> list[Amount]:
    """"five dollars and twenty cents", "17 USD 25": one sum of money."""
    kept: list[Amount] = []
    for amount in found:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.unit is not None
            and before.unit.dimension == "money"
            and before.unit_span is not None
            and before.unit_span[0] >= before.core[1]
            and before.unit.name not in units.HUNDREDTHS
            and amount.number is not None
            and 1 <= amount.stated[0] < 100
            and float(amount.stated[0]).is_integer()
            and float(before.stated[0]).is_integer()
            and _CENTS.fullmatch(text[before.end : amount.start])
            and _is_change(text, before, amount)
        ):
            total = round(before.stated[0] + amount.stated[0] / 100, 2)
            before.stated, before.end = (total, total), amount.end
            continue
        kept.append(amount)
    return kept


def _is_change(text: str, before: Amount, amount: Amount) -> bool:
    """Whether the second number is the hundredths of the first."""
    if amount.unit is not None:
        return amount.unit.name in units.HUNDREDTHS
    plain = text[before.end : amount.start].isspace() and amount.stated[0] >= 10
    return plain and not re.match(r"\s+[^\W\d_]", text[amount.end : amount.end + 3])


def _joined(text: str, found: list[Amount]) -> list[Amount]:
    """Makes ranges ("9,000 to 11,000") one amount and marks scores ("3-1") and changes ("from 252 to 287")."""
    kept: list[Amount] = []
    for amount in found:
        before = kept[-1] if kept else None
        if before is None or before.number is None or amount.number is None or before.score:
            kept.append(amount)
            continue
        kind = _link(text, before, amount)
        if kind == "range":
            _merge(text, before, amount)
        elif kind in ("score", "vote"):
            before.score = amount.score = True
            before.pair, amount.pair = "for", "against"
            name = units.Unit("vote" if kind == "vote" else "point", "score")
            before.unit = amount.unit = name
            kept.append(amount)
        elif kind == "change":
            before.pair, amount.pair = "from", "to"
            if before.unit is None and amount.unit is not None:
                before.unit = amount.unit
            if before.unit == amount.unit:
                _distribute(before, amount)
            kept.append(amount)
        else:
            kept.append(amount)
    return kept


def _link(text: str, a: Amount, b: Amount) -> str | None:
    if b.start - a.end > 12 or b.start < a.end or a.pair is not None and b.start - a.end < 1:
        return None
    gap = text[a.end : b.start]
    behind = text[max(0, a.start - _BEHIND) : a.start]
    same = a.unit is None or b.unit is None or a.unit == b.unit or a.unit.name == b.unit.name
    if not same or a.unit is not None and a.unit.dimension == "ratio" and a.unit.name == "fraction":
        return None
    low, high = a.number, b.number
    if low is None or high is None:
        return None
    if _HYPHEN.fullmatch(gap):
        if a.unit is not None and b.unit is None and a.unit.dimension != "money":
            return None
        bare = a.unit is None and b.unit is None and low.scale == high.scale == 1.0 and not low.grouped
        if bare and low.digits and high.digits:
            near = text[max(0, a.start - 70) : b.end + 40]
            if low.value >= high.value or _GAME.search(near):
                return "vote" if _VOTE.search(near) else "score"
        return "range" if low.value < high.value or low.mantissa < high.mantissa else None
    if re.fullmatch(r"\s+and\s+", gap) and _BETWEEN.search(behind):
        return "range" if _rises(a, b) else None
    if _TO.fullmatch(gap):
        opened = _FROM.search(behind)
        if opened:
            opener = (opened[1] or "").lower()
            following = text[b.end : b.end + 8].lstrip().lower()
            if opener in bounds_en.RANGE_OPENERS or following.startswith("range"):
                return "range"
            clause = re.split(r"[;:.]\s", text[max(0, a.start - 90) : a.start])[-1] + text[b.end : b.end + 24]
            return "range" if _rises(a, b) and not _moves_pattern().search(clause) else "change"
        bare = a.unit is None and b.unit is None and not a.number.scale > 1
        if bare and low.digits and high.digits and low.value > high.value:
            near = text[max(0, a.start - 70) : b.end + 40]
            return ("vote" if _VOTE.search(near) else "score") if _GAME.search(near) else None
        if (
            a.unit is not None
            and (b.unit is None or b.unit.dimension != "money")
            and a.unit.dimension != "money"
            and (b.unit is None)
        ):
            return None
        if a.unit is not None and b.unit is not None and _CHANGES.search(behind):
            return None
        return "range" if _rises(a, b) else None
    if _OR.fullmatch(gap) and a.unit is None:
        return "range" if _rises(a, b) and (low.scale == high.scale or high.scale > low.scale) else None
    return None


def _rises(a: Amount, b: Amount) -> bool:
    return a.stated[0] < b.stated[1]


def _distribute(a: Amount, b: Amount) -> None:
    """ "5 to 6 million": the scale is both's; "$200,000 to $414 million": it isn't."""
    if a.number is None or b.number is None:
        return
    if a.number.scale == 1.0 and b.number.scale >= 100 and not a.number.grouped and a.number.value < b.number.mantissa:
        a.number.scale = b.number.scale
        shared = float(f"{a.number.value * b.number.scale:.15g}")
        a.stated = (shared, shared)


def _merge(text: str, a: Amount, b: Amount) -> None:
    _distribute(a, b)
    a.stated = (a.stated[0], b.stated[1]) if a.stated[0] <= b.stated[1] else (b.stated[1], a.stated[0])
    a.core, a.end = (a.core[0], b.core[1]), b.end
    if b.unit is not None and (a.unit is None or a.unit == b.unit):
        a.unit, a.unit_span = b.unit, b.unit_span
    a.per, a.age = b.per or a.per, a.age or b.age
    a.range_of.append(b.number) if b.number else None
    a.bound = Bound.BETWEEN
    behind = text[max(0, a.start - _BEHIND) : a.start]
    opened = re.search(r"\b(?:between|(?:anywhere|somewhere|ranging)\s+(?:from|between))\s+$", behind, re.IGNORECASE)
    if opened:
        a.start -= len(behind) - opened.start()


# ----------------------------------------------------------------------------------------------------------- bounds


@lru_cache(maxsize=1)
def _before_pattern() -> re.Pattern[str]:
    phrases = sorted(bounds_en.BEFORE, key=len, reverse=True)
    spaced = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"(?:(?<=[^\w$£€-])|^)(?P<words>{spaced})[\s-]*(?:the\s+|than\s+)?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _after_pattern() -> re.Pattern[str]:
    phrases = sorted(bounds_en.AFTER, key=len, reverse=True)
    spaced = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"(?:\s+|-|,\s+(?=if|and counting|or)|(?=\+))(?P<words>{spaced})(?!\w)", re.IGNORECASE)


def _bounded(text: str, made: Amount, floor: int) -> None:
    """Takes bound, rounding and estimating words on both sides into the span and its meaning."""
    for _ in range(4):
        begin = max(floor, made.start - 28)
        window = text[begin : made.start]
        found = _before_pattern().search(window) if window else None
        if not found:
            break
        phrase = " ".join(found["words"].lower().split())
        if (
            phrase in bounds_en.BARE_OVER_MEANS_DURING
            and made.unit is not None
            and (made.unit.dimension == "duration" and not made.age and phrase in ("over", "under", "above"))
        ):
            break
        _apply(made, bounds_en.BEFORE[phrase])
        made.start = begin + found.start("words")
    found = _after_pattern().match(text, made.end)
    if found:
        phrase = " ".join(found["words"].lower().split())
        _apply(made, bounds_en.AFTER[phrase])
        made.end = found.end()


def bound_after(text: str, at: int) -> tuple[bounds_en.BoundWords, int] | None:
    """The bound whose words begin at ``at`` ("or more", after a counted noun), and where it ends."""
    found = _after_pattern().match(text, at)
    if not found:
        return None
    return bounds_en.AFTER[" ".join(found["words"].lower().split())], found.end()


def _apply(made: Amount, words: bounds_en.BoundWords) -> None:
    made.approximate |= words.approximate
    made.estimated |= words.estimated
    made.nearly |= words.nearly
    if words.bound is Bound.EXACT:
        return
    if made.bound is Bound.BETWEEN:
        # "up to two or three": a bound on a range keeps the end it speaks of
        ends = made.stated
        low_side = words.bound in (Bound.AT_LEAST, Bound.MORE_THAN)
        made.stated = (ends[0], ends[0]) if low_side else (ends[1], ends[1])
    made.bound = words.bound


def apply_bound(made: Amount, words: bounds_en.BoundWords) -> None:
    """As :func:`_bounded` does, for words found beyond a counted noun."""
    _apply(made, words)


# ------------------------------------------------------------------------------------------------------------ vague


@lru_cache(maxsize=1)
def _vague_pattern() -> re.Pattern[str]:
    sizes, openers = "|".join(vague_en.SIZES), "|".join(vague_en.OPENERS)
    several = "|".join(re.escape(word) for word in sorted(vague_en.SEVERAL, key=len, reverse=True))
    words = "|".join(re.escape(word) for word in sorted(vague_en.WORDS, key=len, reverse=True))
    multiplied = "|".join(vague_en.MULTIPLIED)
    return re.compile(
        rf"\b(?:(?P<opener>{openers})\s+of\s+(?P<of>{sizes})|(?P<several>{several})\s+(?:of\s+)?(?P<times>{multiplied})\b|"
        rf"(?P<size>{sizes})|(?P<words>{words}))\b",
        re.IGNORECASE,
    )


def _with_vague(text: str, found: list[Amount], mask: Mask) -> list[Amount]:
    """Adds the amounts of the vague table that no number has taken already."""
    taken = sorted((amount.start, amount.end) for amount in found)
    index = 0
    for matched in _vague_pattern().finditer(text):
        while index < len(taken) and taken[index][1] <= matched.start():
            index += 1
        if (index < len(taken) and taken[index][0] < matched.end()) or mask.covers(matched.start()):
            continue
        value = _vague_value(matched)
        made = Amount(matched.start(), matched.end(), matched.span(), (value.low, value.high))
        made.vague = made.approximate = True
        made.bound = Bound.BETWEEN
        if value.share:
            made.unit = units.Unit("fraction", "ratio")
        else:
            currency = _unit_at(text, made.end)
            of = re.match(r"\s+of\s+", text[made.end : made.end + 6])
            if currency is None and of:
                currency = _unit_at(text, made.end + of.end() - 1)
            if currency is not None and currency[0].name != "fraction":
                made.unit, made.unit_span, made.end = currency[0], currency[1:], currency[2]
        lead = re.search(
            r"\b(?:many|several|potentially|literally)\s+$", text[max(0, made.start - 14) : made.start], re.I
        )
        if lead:
            made.start -= lead.end() - lead.start()
        found.append(made)
    found.sort(key=lambda amount: amount.start)
    return found


def _vague_value(matched: re.Match[str]) -> vague_en.Vague:
    if matched["opener"]:
        first, second = vague_en.OPENERS[matched["opener"].lower()], vague_en.SIZES[matched["of"].lower()]
        return vague_en.Vague(first * second.low, 10 * first * second.low)
    if matched["several"]:
        few = vague_en.SEVERAL[" ".join(matched["several"].lower().split())]
        times = vague_en.MULTIPLIED[matched["times"].lower()]
        return vague_en.Vague(few.low * times, few.high * times)
    if matched["size"]:
        return vague_en.SIZES[matched["size"].lower()]
    return vague_en.WORDS[" ".join(matched["words"].lower().split())]


# ----------------------------------------------------------------------------------------------------- restatements

_OPENS = re.compile(r"[^().;]{0,24}[(\[]\s*(?:or\s+|i\.e\.\s+|equal to\s+|equivalent to\s+)?|\s*/\s*|,?\s+or\s+")


def _restatements(text: str, found: list[Amount]) -> None:
    """Marks "$1.2bn (£950m)" and "224 kW / 300 PS": the same amount in another unit."""
    for before, amount in zip(found, found[1:], strict=False):
        if before.unit is None or amount.unit is None or before.unit.name == amount.unit.name:
            continue
        if before.unit.dimension != amount.unit.dimension or amount.unit.dimension in ("count", "ratio", "duration"):
            continue
        if amount.start - before.end <= 40 and _OPENS.fullmatch(text[before.end : amount.start]):
            closes = text[amount.end : amount.end + 1]
            opened = text[before.end : amount.start]
            if ("(" in opened or "[" in opened) and closes not in (")", "]", ";", ",", "/", " "):
                continue
            amount.restates = before.restates or before
