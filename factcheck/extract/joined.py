"""Numbers that belong together: ratios, ranges, sums with small change, scores, changes, restatements.

"one in five" is one figure, "9,000 to 11,000" too; "3-1" is two sides of a score; "rose from 252 to 287" is two levels.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from factcheck import units
from factcheck.extract import bounds_en
from factcheck.extract.amount import Amount
from factcheck.model import Bound

_BEHIND = 40


_IN = re.compile(r"(?:\s+(?:in|out of)(?:\s+every)?\s+|-in-)$")
_NAMED_ONE = re.compile(r"(?<=[A-Z])[a-z]+ (?:One|Two|Three)$")
"""A name that ends in a number: "Uranium One in three deals"; in a headline each word has a capital."""
_SHARE_OF = re.compile(r"\s+([^\W\d_]+(?:\s[^\W\d_]+)?)\s+(?:in|out of)(?:\s+every)?\s+$")
_NOT_ITS_NOUN = re.compile(
    r"\s+(?!(?:is|was|has|does|says|needs|gets|lives|dies|owns|uses|suffers)\b)[^\W\d_]+s\b(?!['’])"
)


def ratios(text: str, found: list[Amount]) -> list[Amount]:
    """As in "one in five", "three out of four", "2 in every 10": one figure, a fraction."""
    kept: list[Amount] = []
    for amount in found:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.unit is None
            and amount.core[0] - before.end <= 36
            and _in_every(text, before, amount)
            and 0 < before.stated[0] < amount.stated[0]
            and float(before.stated[0]).is_integer()
            and float(amount.stated[0]).is_integer()
            and (amount.unit is None or (amount.age is False and amount.unit.dimension != "duration"))
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


def _in_every(text: str, before: Amount, amount: Amount) -> bool:
    """Whether "in" joins the two: "one in five", "one person in three", but not in "one case in 12 states"."""
    gap = text[before.end : amount.core[0]]
    if len(gap) <= 14 and _IN.fullmatch(gap):
        return (
            _NAMED_ONE.search(text, max(0, before.core[0] - 24), before.end) is None or text[amount.core[0]].isupper()
        )
    if before.stated[0] > 9 or not _SHARE_OF.fullmatch(gap):
        return False
    return not _NOT_ITS_NOUN.match(text, amount.end)


_HYPHEN = re.compile(r"\s?[-‑–—−~]\s?(?:to[-\s])?")
_TO = re.compile(r"\s+(?:up to|down to|to|through|till|until)[-\s]+")
_OR = re.compile(r"\s+or\s+(?:maybe |even |perhaps )?")
_BETWEEN = re.compile(r"\bbetween\s+(?:about |around |roughly |some |an estimated )?$", re.IGNORECASE)
_FROM = re.compile(r"\b(\w+)?\s*\bfrom\s+(?:about |around |roughly |some |just |nearly |a low of |a high of )?$", re.I)
_FAR_FROM = re.compile(r"\bfrom\s+(?:[\w'’-]+\s+){0,4}$", re.IGNORECASE)
_FAR_TO = re.compile(r",?\s+(?:[\w'’.-]+,?\s+){0,5}to\s+(?:[\w'’-]+\s+){0,3}", re.IGNORECASE)
_GAME = re.compile(
    r"\b(?:won|win|wins|winning|beat|beats|beating|beaten|lost|lose|loses|losing|defeat|defeated|defeating|draw|drew|"
    r"victory|score|scored|tie|tied|lead|leads|led|record|vote|voted|votes|voting|ruled|ruling|ruling|approved|passed|"
    r"rejected|decision|game|match|trailed|split|margin|final|aggregate|half-?time|senate|house|parliament|council)\b",
    re.IGNORECASE,
)
_VOTE = re.compile(
    r"\b(?:vote|voted|votes|voting|ruled|ruling|approved|passed|rejected|senate|house|parliament|council|assembly|"
    r"committee|court|decision|ballot)\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:by|up|down|another|further|ris\w+|rose|increas\w+|fell|fall\w*|drop\w*|grew|climb\w*|"
    r"jump\w*|add\w*|gain\w*|advanc\w*|declin\w*|slid\w*|los\w+|lost|slip\w*|tumbl\w*|firm(?:s|ed)|eas(?:es|ed)|soften\w*|"
    r"weaken\w*|strengthen\w*|retreat\w*|surg\w+|plung\w+|soar\w*|dip(?:s|ped)|cuts?|sheds?|slump\w*|s[au]nk|sinks?|"
    r"rebound\w*|rall(?:y|ies|ied)|edg\w+|tick\w*|inch\w*|crept|creeps?|leap\w*|leapt|shrank|shrinks?|trim\w*|mov\w+)\s+$",
    re.I,
)


@lru_cache(maxsize=1)
def _moves_pattern() -> re.Pattern[str]:
    from factcheck.extract.changes_en import MOVED

    return re.compile(rf"\b(?:{MOVED})\b", re.IGNORECASE)


_CENTS = re.compile(r"\s+(?:and\s+)?|\s*,\s+")


def small_change(text: str, found: list[Amount]) -> list[Amount]:
    """As in "five dollars and twenty cents", "17 USD 25": one sum of money."""
    kept: list[Amount] = []
    for amount in found:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.unit is not None
            and (before.unit.dimension == "money" or _pounds(before, amount))
            and before.unit_span is not None
            and (before.unit_span[0] >= before.core[1] or _pence(text, before, amount))
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
            if before.unit.name == "pound":
                before.unit = units.Unit("GBP", "money")
            continue
        kept.append(amount)
    return kept


def _pounds(before: Amount, amount: Amount) -> bool:
    """Whether pounds, else of mass, are those of "five pounds fifty pence"."""
    return before.unit is not None and before.unit.name == "pound" and _is_unit(amount, "penny")


def _pence(text: str, before: Amount, amount: Amount) -> bool:
    """As in "£3 10p": the sign before, the hundredths behind."""
    plain = text[before.end : amount.start].strip() in ("", "and")
    return plain and amount.unit is not None and amount.unit.name in units.HUNDREDTHS


def _is_unit(amount: Amount, name: str) -> bool:
    return amount.unit is not None and amount.unit.name == name


def _is_change(text: str, before: Amount, amount: Amount) -> bool:
    """Whether the second number is the hundredths of the first."""
    if amount.unit is not None:
        return amount.unit.name in units.HUNDREDTHS
    plain = text[before.end : amount.start].isspace() and amount.stated[0] >= 10
    return plain and not re.match(r"\s+[^\W\d_]", text[amount.end : amount.end + 3])


def joined(text: str, found: list[Amount]) -> list[Amount]:
    """Makes ranges ("9,000 to 11,000") one amount and marks scores ("3-1") and changes ("from 252 to 287")."""
    kept: list[Amount] = []
    for amount in found:
        before = kept[-1] if kept else None
        if len(kept) > 1 and _dated(text, kept[-1]) and _far_change(text, kept[-2], amount):
            before = kept[-2]  # "from 20 mpg in 2008 to 29 mpg"
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
                before.per = before.per or amount.per  # "from 12 to 8 per 1,000 patients"
            kept.append(amount)
        else:
            kept.append(amount)
    return kept


def _link(text: str, a: Amount, b: Amount) -> str | None:
    if _far_change(text, a, b):
        return "change"
    if b.start - a.end > 12 or b.start < a.end or (a.pair is not None and b.start - a.end < 1):
        return None
    gap = text[a.end : b.start]
    behind = text[max(0, a.start - _BEHIND) : a.start]
    same = a.unit is None or b.unit is None or a.unit == b.unit or a.unit.name == b.unit.name
    shares = a.unit is not None and a.unit.name == "fraction"
    if not same or (shares and not (b.unit == a.unit and _HYPHEN.fullmatch(gap) is None)):
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
        opened = _FROM.search(behind) or (_FAR_FROM.search(behind) if a.unit is not None and a.unit == b.unit else None)
        if opened:
            opener = (opened[1] or "").lower() if opened.re is _FROM else ""
            following = text[b.end : b.end + 8].lstrip().lower()
            if opener in bounds_en.RANGE_OPENERS or following.startswith("range"):
                return "range"
            clause = re.split(r"[;:.]\s", text[max(0, a.start - 90) : a.start])[-1] + text[b.end : b.end + 24]
            moved = _moves_pattern().search(clause) or gap.split()[0].lower() in ("up", "down")
            return "range" if _rises(a, b) and not moved else "change"
        if a.age and b.unit is None:
            return "range" if _rises(a, b) else None
        bare = a.unit is None and b.unit is None and low.scale <= 1
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
        if a.unit is None and b.unit is None and _CHANGES.search(behind) and b.stated[0] > 3 * a.stated[0]:
            return None  # a share that "fell 1 1/2 to 34 1/4"
        if _falls_in_one_unit(a, b) and not _GAME.search(text[max(0, a.start - 70) : b.end + 40]):
            return "range"
        return "range" if _rises(a, b) else None
    if _OR.fullmatch(gap) and a.unit is None:
        return "range" if _rises(a, b) and (low.scale == high.scale or high.scale > low.scale) else None
    return None


def _far_change(text: str, a: Amount, b: Amount) -> bool:
    """As in "from a record $75 in January to $45.88": two amounts of one unit with a few words between."""
    if a.unit is None or a.unit != b.unit or a.pair is not None or not 0 < b.start - a.end <= 60:
        return False
    return bool(
        _FAR_TO.fullmatch(text[a.end : b.start]) and _FAR_FROM.search(text[max(0, a.start - _BEHIND) : a.start])
    ) and not _TO.fullmatch(text[a.end : b.start])


_IN_A_YEAR = re.compile(r"\b(?:in|of|since|during)\s+$", re.IGNORECASE)


def _dated(text: str, amount: Amount) -> bool:
    """Whether a bare number is a year, behind "in": grammar has not thrown it out yet."""
    plain = re.fullmatch(r"(?:1[5-9]|20)\d\d", text[amount.start : amount.end]) is not None and amount.unit is None
    return plain and _IN_A_YEAR.search(text[max(0, amount.start - 8) : amount.start]) is not None


def _rises(a: Amount, b: Amount) -> bool:
    return a.stated[0] < b.stated[1]


def _falls_in_one_unit(a: Amount, b: Amount) -> bool:
    """As in "1.3 kV to 0.03 kV": the unit told twice, so the two are the ends of a range, the larger first."""
    told = a.unit is not None and a.unit_span is not None and b.unit_span is not None
    return told and a.unit == b.unit and a.stated[0] > b.stated[0] and a.unit is not None and a.unit.name != "percent"


def _distribute(a: Amount, b: Amount) -> None:
    """As in "5 to 6 million": the scale is both's; "$200,000 to $414 million": it isn't."""
    if a.number is None or b.number is None:
        return
    alike = not a.number.grouped or b.number.grouped  # "Rs 1,250-1,300 crore"
    if a.number.scale == 1.0 and b.number.scale >= 100 and alike and a.number.value < b.number.mantissa:
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


_OPENS = re.compile(r"[^().;]{0,24}[(\[]\s*(?:or\s+|i\.e\.\s+|equal to\s+|equivalent to\s+)?|\s*/\s*|,?\s+or\s+")


_AGAIN = re.compile(r"\s*[;,/]\s*(?:or\s+|and\s+)?")


def restatements(text: str, found: list[Amount]) -> None:
    """Marks "$1.2bn (£950m)" and "224 kW / 300 PS": the same amount in another unit."""
    for before, amount in pairwise(found):
        if before.unit is None or amount.unit is None or before.unit.name == amount.unit.name:
            continue
        again = before.restates is not None and before.restates.unit != amount.unit
        if (
            again
            and before.unit.dimension == amount.unit.dimension
            and _AGAIN.fullmatch(text[before.end : amount.start])
        ):
            amount.restates = before.restates
            continue
        if before.unit.dimension != amount.unit.dimension or amount.unit.dimension in ("count", "ratio", "duration"):
            continue
        if amount.start - before.end <= 40 and _OPENS.fullmatch(text[before.end : amount.start]):
            closes = text[amount.end : amount.end + 1]
            opened = text[before.end : amount.start]
            if ("(" in opened or "[" in opened) and closes not in (")", "]", ";", ",", "/", " "):
                continue
            amount.restates = before.restates or before
