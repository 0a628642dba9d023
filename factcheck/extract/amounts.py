"""Amounts in running English text: numbers with their unit, currency, rate, bounds and ranges; no grammar yet.

Works on characters alone, so that it is fast and can be tested without a parser; :mod:`factcheck.extract.quantities`
adds what only a parse tells (what is counted, level or change). :mod:`.currencies` and :mod:`.attached` read what
stands at a number, :mod:`.joined` and :mod:`.elided` what belongs together, :mod:`.bounded` what bounds it and vague
words; what is a name, a date or an address rather than a quantity is masked by :mod:`.not_quantities`. Linear in the
length of the text.
"""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck import units
from factcheck.extract import numbers
from factcheck.extract.amount import Amount
from factcheck.extract.attached import letter_as_unit, million_fits, millions_after_all, unit_after
from factcheck.extract.bounded import bounded, with_vague
from factcheck.extract.currencies import currency_before, named_before, negative, scaled_apart
from factcheck.extract.elided import compared_units, shared_units
from factcheck.extract.joined import joined, ratios, restatements, small_change
from factcheck.extract.lexemes import Number
from factcheck.extract.not_quantities import Mask, masked
from factcheck.extract.wordlists import words


def amounts(text: str) -> list[Amount]:
    """All amounts of ``text``, in order; spans may touch but don't overlap."""
    if not _MAY_HOLD.search(text):
        return []
    mask = masked(text)
    found = [
        made for number in numbers.scan(text) if not mask.covers(number.start) and (made := _amount(text, number, mask))
    ]
    for before, amount in pairwise(found):
        if amount.start < before.end <= amount.core[0] and before.unit is not None:
            amount.start, amount.unit, amount.unit_span = amount.core[0], None, None  # "17 USD 25"
    found = [amount for index, amount in enumerate(found) if not index or amount.start >= found[index - 1].end]
    millions_after_all(text, found)
    named_before(text, found)
    found = ratios(text, found)
    found = joined(text, small_change(text, found))
    shared_units(text, found)
    compared_units(text, found)
    for index, amount in enumerate(found):
        floor = found[index - 1].end if index else 0
        bounded(text, amount, floor)
    found = with_vague(text, found, mask)
    restatements(text, found)
    return found


_MAY_HOLD = re.compile(
    r"[0-9½⅓⅔¼¾⅛⅜⅝⅞]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|fou?rty|"
    r"fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|[mb]illions?|trillions?|dozens?|half|quarters?|thirds?|"
    r"\w+ths?|scores|tens|lakhs?|crores?|most|majority|minority|several|few|couple|handful|zero)\b|"
    r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-",
    re.IGNORECASE,
)


def _amount(text: str, number: Number, mask: Mask) -> Amount | None:
    start, end = number.start, number.end
    made = Amount(start, end, (start, end), (number.value, number.value), number, range_of=[number])
    before = currency_before(text, number)
    glued_before = number.digits and start > 0 and text[start - 1].isalnum()
    if before is not None:
        currency, made.start = before
        if number.mantissa > 0 and negative(text, made.start):
            made.start, number.value, number.mantissa = made.start - 1, -number.value, -number.mantissa
        made.stated = (number.value, number.value)
        scaled_apart(text, made)
        made.unit, made.unit_span = units.Unit(currency, "money"), (made.start, start)
        glued_before = made.start > 0 and text[made.start - 1].isalnum()
    dotted = before is None and start > 1 and text[start - 1] == "." and text[start - 2].isalnum()
    if glued_before or dotted:
        return None
    if number.digits and before is None and _code_before(text, start):
        return None
    unit_after(text, made, currency=before is not None)
    if number.digits and made.end == number.end and made.end < len(text) and _is_code_after(text, number):
        return None
    if number.letter and made.unit is None and not million_fits(text, number):
        letter_as_unit(text, made)
    return made


_CODE_BEFORE = re.compile(
    r"(?:[^\W\d_][-‑–]|[^\W\d_]\d+[-‑–]|[A-Z]{2,}\s-|\b(?:F|B|AK|MiG|Su|UH|AH|KC|MQ)\s-\s|[#№]|\d[./]|[^\W\d_]\d*/|@|[\w]:|_)$"
)
_WORD_HYPHEN = re.compile(r"([^\W\d_]+)[-‑–]$")
_MAY_HYPHEN_A_NUMBER = words("in to and or minus about under over nearly almost than some around past sub plus")


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


def _is_code_after(text: str, number: Number) -> bool:
    """Letters or signs written onto the digits that name no unit: "24703L202", "9AB8", "1.2.3"."""
    following = text[number.end]
    if following.isalpha():
        return True
    if following in "-‑" and re.match(r"[-‑](?:[A-Z]{1,4}\d|\d+[A-Za-z]*[-‑]\d)", text[number.end : number.end + 12]):
        return True
    return following in "._:/" and bool(re.match(r"[._:]\w|/\d", text[number.end : number.end + 2]))
