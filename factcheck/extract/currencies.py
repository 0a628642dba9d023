"""Money told before its number: signs, codes and names ("$5", "USD 200", "MSEK 120", "R1.5bn", "dollar 22 million").

Apart from :mod:`.attached`, which reads what stands behind a number, for a sign, a code or a letter in front may
as well be the end of another word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck import units
from factcheck.extract.amount import Amount
from factcheck.extract.lexemes import Number
from factcheck.money_names_en import AMBIGUOUS_MONEY, CODES_IN_SMALL, LETTERS, MONEY, SUBUNITS, THOUSANDFOLD, WORDS_TOO

_BARE_SIGNS = ("$", "€", "£", "¥", "₹", "₽", "₺", "₴", "₪", "₩", "₦", "₱", "₫", "₡", "₭", "₿")
_BEHIND = 10


@lru_cache(maxsize=1)
def _sign_pattern() -> re.Pattern[str]:
    signs = {sign for row in MONEY for sign in (*row.signs.split(), row.code)} - {"Ft", "c"} - WORDS_TOO
    signs |= {f"{name}" for name in SUBUNITS if name == "sen"} | set(CODES_IN_SMALL.split())
    alternatives = "|".join(map(_spelling, sorted(signs, key=len, reverse=True)))
    return re.compile(rf"(?<![^\W\d_])({alternatives})[ \u00a0]?-?$|({'|'.join(map(re.escape, _BARE_SIGNS))})\s?-?$")


def _spelling(sign: str) -> str:
    """The pattern of a sign: "US $" may be spaced, but "A $5,000 reward" is no Australian dollar, and "the bank's $ 5"
    none of Singapore."""
    if sign in ("A$", "a$", "s$", "N$", "B$", "J$", "G$", "L$", "Z$"):
        return rf"(?<!['’]){re.escape(sign)}"
    return re.escape(sign).replace("\\$", r"\s?\$")


@lru_cache(maxsize=1)
def _folded_pattern() -> re.Pattern[str]:
    folds, codes = "".join(THOUSANDFOLD), CODES_IN_SMALL.upper().replace(" ", "|")
    return re.compile(rf"(?<!\w)([{folds}])({codes})[ \u00a0]?$")


_LETTER = re.compile(rf"(?<![\w.])([{''.join(LETTERS)}])\s?$")


def currency_before(text: str, number: Number) -> tuple[str, int] | None:
    """Code and start of a currency sign or code right before a number.

    A code with the letter of a scale before it multiplies ``number`` ("MSEK 120").
    """
    floor = max(0, number.start - _BEHIND)
    window = text[floor : number.start]
    if not window or not (window[-1] in " \u00a0-" or not window[-1].isspace()):
        return None
    found = _sign_pattern().search(window)
    if found:
        sign = (found[1] or found[2]).replace(" ", "").replace("\u00a0", "")
        known = units.money(sign)
        begin = found.start() + (len(found[0]) - len(found[0].lstrip()))
        if sign == "PS" and number.scale == 1.0 and number.end - number.start == 1:
            return None  # a console
        return None if known is None else (known, floor + begin)
    folded = _folded_pattern().search(window)
    if folded:
        number.scale *= THOUSANDFOLD[folded[1]]
        number.value = float(f"{number.mantissa * number.scale:.15g}")
        return folded[2], floor + folded.start()
    letter = _LETTER.search(window)
    if letter and (number.scale >= 1e6 or (number.grouped and letter.end(1) == len(window))):
        return LETTERS[letter[1]], floor + letter.start()
    return None


_SCALE = re.compile(r"\s?(k|m|b|bil|mil|mln|mm|t)\b(?!['’&/-])\.?", re.IGNORECASE)
_SCALES = {"k": 1e3, "m": 1e6, "mil": 1e6, "mln": 1e6, "mm": 1e6, "b": 1e9, "bil": 1e9, "t": 1e12}


def scaled_apart(text: str, made: Amount) -> None:
    """As in "$5.5 m", "$10 K", "$5MM": the letter of a scale behind a sum of money, which can be no metre."""
    number = made.number
    found = _SCALE.match(text, number.end) if number is not None and number.digits and number.scale == 1.0 else None
    if number is None or found is None:
        return
    number.scale, number.end = _SCALES[found[1].lower()], found.end(1)
    number.value = float(f"{number.mantissa * number.scale:.15g}")
    made.stated, made.end, made.core = (number.value, number.value), number.end, (made.core[0], number.end)


_MINUS = re.compile(r"(?:^|(?<![\d%])[\s(])[-−]$")


def negative(text: str, start: int) -> bool:
    """Whether a minus stands before the sign of money at ``start``: "-$5 million", but not "$3 -$5"."""
    return (
        bool(_MINUS.search(text[max(0, start - 3) : start]))
        and not text[max(0, start - 4) : start - 1].rstrip()[-1:].isdigit()
    )


_RUPEES = re.compile(r"(?<![^\W\d_])(?:lakhs?|lacs?|crores?|cr)$", re.IGNORECASE)
_OF_MONEY = re.compile(
    r"[₹]|\b(?:Rs|INR|cost|worth|price[ds]?|pa(?:y|ys|id|ying)|spen[dt]|fine[ds]?|salar\w+|tax\w*|fees?|profits?|debts?|budget|"
    r"funds?|invest\w*|revenue|sales|bills?|loans?|earn\w*|wages?|sold|buy|bought|brib\w+|assets?|grants?|donat\w+|cash|money|"
    r"scam|fraud|cheat\w*|dowry|ransom|compensation|aid|rewards?|property|properties|turnover|income|deposit\w*|subsid\w+)\b",
    re.IGNORECASE,
)


def in_rupees(text: str, amount: Amount) -> units.Unit | None:
    """Whose money "a bribe of 20 lakh" is: lakh and crore with nothing counted, in talk of money, are rupees."""
    if _RUPEES.search(text[slice(*amount.core)]) is None:
        return None
    around = text[max(0, amount.start - 120) : amount.end + 120].lower()
    clause = re.split(r"[,;:(]\s", text[max(0, amount.start - 70) : amount.start])[-1]
    clause += re.split(r"[,;:)]\s", text[amount.start : amount.end + 40])[0]
    if "bangladesh" in around or "taka" in around or _OF_MONEY.search(clause) is None:
        return None
    code = next((code for stem, code in AMBIGUOUS_MONEY["rupee"] if stem in around), "INR")
    return units.Unit(code, "money")


_NAMED = re.compile(
    r"(?<![\w-])(dollars?|euros?|rupees?|yen|yuan|naira|taka|ringgit|baht|pesos?|birr|cedis?|shekels?|francs?|lira|"
    r"riyals?|dirhams?|rubles?|roubles?|rupiah|shillings?|kroner|kronor)\s+$",
    re.IGNORECASE,
)


def named_before(text: str, found: list[Amount]) -> None:
    """As in "dollar 22.5 million", "Rupees 20,000": the name of the money before a sum that has no other."""
    floor = 0
    for amount in found:
        number = amount.number
        if amount.unit is None and number is not None and (number.grouped or number.scale > 1.0) and amount.per is None:
            begin = max(floor, amount.start - 12)
            matched = _NAMED.search(text[begin : amount.start])
            code = units.money(matched[1]) if matched is not None else None
            if matched is not None and code is not None:
                amount.unit = units.Unit(code, "money")
                amount.start = begin + matched.start()
                amount.unit_span = (amount.start, amount.start + len(matched[1]))
        floor = amount.end
