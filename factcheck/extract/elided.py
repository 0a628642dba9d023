"""Units told once for several amounts: "2.1, 3.4 and 4.5 percent", "up from 2.9", "against 2.9 the year before".

Apart from :mod:`.joined`, which makes one figure of several numbers: here each stays a figure of its own.
"""

from __future__ import annotations

import re

from factcheck.extract.amount import Amount

_LISTED = re.compile(r"\s+(?:and|or)\s+|\s*,\s+(?:(?:and|or)\s+)?|\s?[x×]\s?|\s+by\s+")
_SHARED_IN_LISTS = frozenset({"ratio", "points", "length", "mass", "volume", "temperature", "area", "speed", "power"})


def shared_units(text: str, found: list[Amount]) -> None:
    """As in "2.1, 3.4 and 4.5 percent", "from 60 and 58 metres": the unit after the last is that of all.

    Before a comma only a list that ends in "and" or "or" shares it, and what may be a year or an age never does.
    """
    joined_up = False
    for before, amount in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        gap = text[before.end : amount.start]
        listed = _LISTED.fullmatch(gap) if len(gap) <= 8 else None
        if _outdone(gap, before, amount):
            before.unit = amount.unit  # "58 to 42 percent"
            continue
        worded = listed is not None and not gap.strip().endswith(",")
        joined_up = listed is not None and (worded or joined_up)
        if not joined_up or before.unit is not None or amount.unit is None or before.per is not None:
            joined_up = joined_up and before.unit is not None
            continue
        after = amount.unit_span is not None and amount.unit_span[0] >= amount.core[1]
        inherited = amount.unit_span is None and amount.unit.dimension in _SHARED_IN_LISTS
        plain = before.number is not None and not before.score
        yearlike = 1400 <= before.stated[0] <= 2100 and before.number is not None and not before.number.grouped
        if plain and (after or inherited) and amount.unit.dimension in _SHARED_IN_LISTS and not yearlike:
            before.unit = amount.unit


def _outdone(gap: str, before: Amount, amount: Amount) -> bool:
    """Whether two shares stand against each other, the larger first and the unit told once."""
    if before.unit is not None or amount.unit is None or amount.unit.name != "percent" or before.number is None:
        return False
    return gap == " to " and 100 >= before.stated[0] > amount.stated[0]


_SHARED_IN_COMPARISON = _SHARED_IN_LISTS | {"money", "energy"}
_WHEN = (
    r"(?:\s+of\s+(?:[A-Z]{2,4}|(?:[a-z]+\s){0,3}?[a-z]+))?(?:\s+(?:in|for|during|on|at|over)\s+[^,;.()\d]{1,24}?(?:\s(?:19|20)\d\d)?"
    r"|\s+(?:last|this)\s+\w+|\s+today|\s+now)?"
)
_COMPARED = re.compile(
    _WHEN + r",?\s+(?:which (?:is|was) )?(?:up from|down from|compared (?:with|to)|against|versus|vs\.?|from)\s+"
    r"(?:about |around |just |nearly |some )?"
)
_ALONE = re.compile(
    r"(?=\s*(?:$|[.,;)](?!\d)|\s(?:in|last|at|on|this|for|during|and|but)\b|\s(?:a|one|the|two)\s(?:year|month|quarter|"
    r"week|day|years|months)\b|\s(?:earlier|before|previously)\b))"
)


def compared_units(text: str, found: list[Amount]) -> None:
    """As in "3.1% in May, up from 2.9 in April", "$3.1 million against 2.9": what a bare number is compared with has
    its unit, and of money its scale."""
    held: Amount | None = None
    scale = 1.0
    for amount in found:
        if amount.unit is not None:
            held = amount if amount.unit.dimension in _SHARED_IN_COMPARISON and amount.pair is None else None
            scale = 1.0 if amount.number is None else amount.number.scale
            continue
        number = amount.number
        if held is None or number is None or not number.digits or number.grouped:
            continue
        if 1400 <= amount.stated[0] <= 2100 and float(amount.stated[0]).is_integer():
            continue  # a year
        gap = text[held.end : amount.start] if amount.start - held.end <= 60 else ""
        if not _COMPARED.fullmatch(gap) or not _ALONE.match(text, amount.end):
            held = None
            continue
        amount.unit, amount.per = held.unit, held.per
        if number.scale == 1.0 and scale > 1.0 and held.stated[0] / scale / 100 < amount.stated[0] < 1000:
            number.scale = scale
            number.value = float(f"{number.mantissa * scale:.15g}")
            amount.stated = (number.value, number.value)
        held = None
