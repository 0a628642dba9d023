"""Words that bound, round or estimate an amount, and vague amounts, by the tables of English."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck import units
from factcheck.extract import bounds_en, vague_en
from factcheck.extract.amount import Amount
from factcheck.extract.attached import unit_at
from factcheck.extract.not_quantities import Mask
from factcheck.model import Bound


@lru_cache(maxsize=1)
def _before_pattern() -> re.Pattern[str]:
    phrases = sorted(bounds_en.BEFORE, key=len, reverse=True)
    spaced = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(
        rf"(?:(?<=[^\w$£€-])|^)(?P<words>{spaced})[\s-]*(?:(?P<than_the>the\s+)|than\s+)?$", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _after_pattern() -> re.Pattern[str]:
    phrases = sorted(bounds_en.AFTER, key=len, reverse=True)
    spaced = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"(?:\s+|-|,\s+(?=if|and counting|or)|(?=\+))(?P<words>{spaced})(?!\w)", re.IGNORECASE)


def bounded(text: str, made: Amount, floor: int) -> None:
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
            and not bounds_en.LASTS.search(text[max(0, begin - 12) : begin + found.start("words")])
        ):
            break
        if (
            phrase == "under"
            and _few_in_words(made)
            and bounds_en.STANDS_UNDER.search(text[max(0, begin - 12) : begin + found.start("words")])
        ):
            break
        if phrase == "up to" and made.pair == "to":
            break  # "from 1 percent up to 4 percent"
        if phrase == "up to" and bounds_en.MOVED_UP.search(text[max(0, begin - 12) : begin + found.start("words")]):
            break
        if (
            phrase in ("around", "about")
            and found["than_the"]
            and bounds_en.TURNS_ON.search(text[max(0, begin - 12) : begin + found.start("words")])
        ):
            break
        if phrase.endswith(" than") and found["than_the"]:
            break  # "fewer than the 45,000 that were planned" compares with an exact number
        apply_bound(made, bounds_en.BEFORE[phrase])
        made.start = begin + found.start("words")
    found = _after_pattern().match(text, made.end)
    if found and _adds(text, found, measured=made.unit is not None):
        return
    if found and not (found["words"][:3] in ("Max", "MAX") and made.unit is None):  # "a 737 MAX"
        phrase = " ".join(found["words"].lower().split())
        apply_bound(made, bounds_en.AFTER[phrase])
        made.end = found.end()


def bound_after(text: str, at: int) -> tuple[bounds_en.BoundWords, int] | None:
    """The bound whose words begin at ``at`` ("or more", after a counted noun), and where it ends."""
    found = _after_pattern().match(text, at)
    if not found or _adds(text, found, measured=True):
        return None
    return bounds_en.AFTER[" ".join(found["words"].lower().split())], found.end()


def _few_in_words(made: Amount) -> bool:
    number = made.number
    return number is not None and not number.digits and made.unit is None and number.value <= _FEW


_FEW = 12
_MORE_TOLD = re.compile(
    r"\s+(?:\d|[$£€]|(?:an?|the|its|his|her|their|one|two|three|four|five|six|seven|eight|nine|ten)\b)"
)


def _adds(text: str, found: re.Match[str], *, measured: bool) -> bool:
    """Whether "plus" joins another sum ("$4.8m plus costs", "50 percent plus one") where "50 plus countries" bounds."""
    if found["words"].lower() != "plus" or not found[0][:1].isspace():
        return False
    following = text[found.end() : found.end() + 8]
    return bool(_MORE_TOLD.match(following)) or (
        measured and following[:1].isspace() and following.strip()[:1].isalpha()
    )


def apply_bound(made: Amount, words: bounds_en.BoundWords) -> None:
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


_OF_WHOLE = re.compile(r"\s+of$", re.IGNORECASE)


def with_vague(text: str, found: list[Amount], mask: Mask) -> list[Amount]:
    """Adds the amounts of the vague table that no number has taken already."""
    taken = sorted((amount.start, amount.end) for amount in found)
    index = 0
    for matched in _vague_pattern().finditer(text):
        while index < len(taken) and taken[index][1] <= matched.start():
            index += 1
        if (index < len(taken) and taken[index][0] < matched.end()) or mask.covers(matched.start()):
            continue
        value = _vague_value(matched)
        start, end = matched.span()
        if value.share and (of := _OF_WHOLE.search(matched[0])) is not None:
            end = start + of.start()
        made = Amount(start, end, (start, end), (value.low, value.high))
        made.vague = made.approximate = True
        made.bound = Bound.BETWEEN
        if value.share:
            made.unit = units.Unit("fraction", "ratio")
        else:
            currency = unit_at(text, made.end)
            of = re.match(r"\s+of\s+", text[made.end : made.end + 6])
            if currency is None and of:
                currency = unit_at(text, made.end + of.end() - 1)
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
