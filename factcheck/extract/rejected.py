"""Numbers that only grammar shows to be none: years, "one" the pronoun, idioms, vague words that say no amount.

What spelling alone shows is masked earlier, in :mod:`factcheck.extract.not_quantities`; numbers in names and behind
labels are known by :mod:`factcheck.extract.named_numbers`.
"""

from __future__ import annotations

import re

from factcheck.extract import not_quantities_en as en
from factcheck.extract.amount import Amount
from factcheck.extract.changes_en import PERSONS, REACH_VERBS, SOURCES
from factcheck.extract.changes_en import PERSONS_VERBS as TAKES_COUNTS
from factcheck.extract.named_numbers import counts_noun, labelled, named
from factcheck.extract.tokens import Tokens

_NOUNS = ("NN", "NNS", "NNP", "NNPS")


def rejected(tokens: Tokens, amount: Amount, text: str) -> bool:
    """Whether ``amount`` of the sentence is no quantity after all."""
    last = tokens.ending_at(amount.core[1])
    first = tokens.at(amount.core[0])
    if amount.vague:
        return _vague_is_none(tokens, first, last, text, amount)
    number = amount.number
    if _base_of_rate(tokens, first, amount):
        return True
    rated = number is not None and amount.unit is None and amount.per is not None
    if rated and _year_like(text, amount) and tokens.word(first - 1) in ("in", "of", "since", "during"):
        return True  # "the first debate of 2016 a week in advance"
    if amount.unit is not None and amount.unit.dimension == "money" and _year_like(text, amount):
        # "in 2019 dollars"
        behind = amount.unit_span is not None and amount.unit_span[0] >= amount.core[1]
        if behind and amount.start == amount.core[0] and tokens.word(first - 1) in ("in", "constant", "real"):
            return True
    if amount.unit is not None or number is None or amount.per is not None:
        return _time_of_year(tokens, first, amount)
    if amount.stated == (0.0, 0.0) and _zero_idiom(tokens, first, last):
        return True
    plain = number.scale == 1.0 and not number.grouped and not number.fraction
    if _is_one(number.digits, text, amount):
        return not _one_counts(tokens, last)
    if not plain:
        return False
    if number.digits and number.end - number.start >= 7 and "." not in text[slice(*amount.core)]:
        # an identifier, unless it counts or is led up to: so large a number is written with separators
        led_to = tokens.word(first - 1) in en.LEADS_TO_NUMBER and number.end - number.start <= 9
        return not (led_to or counts_noun(tokens, last))
    if number.digits and _year_like(text, amount) and _is_year(tokens, first, last, amount):
        return True
    if number.digits and _some_name(tokens, first, last, amount):
        return True
    if number.digits and _far_year(tokens, first, last, text, amount):
        return True
    return _digits_of(tokens, last) or labelled(tokens, first, last, amount) or named(tokens, first, last, amount)


def _some_name(tokens: Tokens, first: int, last: int, amount: Amount) -> bool:
    """As in "a 527 under the tax code", "an 802": digits behind an article with nothing counted behind them."""
    number, following = tokens.doc[last], tokens.token(last + 1)
    if first != last or amount.start < amount.core[0] or not (number.is_digit and len(number.text) >= 3):
        return False
    behind = following is None or following.tag_ in (",", ".", "IN", "CC", "VBZ", "VBD", "MD", "-RRB-", "TO")
    return tokens.word(first - 1) in ("a", "an") and behind


def _base_of_rate(tokens: Tokens, first: int, amount: Amount) -> bool:
    """As in "deaths per 100,000 people": what a rate is told of."""
    return amount.start == amount.core[0] and tokens.word(first - 1) == "per"


def _digits_of(tokens: Tokens, last: int) -> bool:
    """As in "six-figure salaries", "he earned six figures", "a four-letter word": how long a number is written."""
    following = tokens.word(last + 1)
    if following == "-":
        return tokens.word(last + 2) in ("figure", "digit")
    return following == "figures" and tokens.word(last) in en.WRITTEN_FIGURES


def _time_of_year(tokens: Tokens, first: int, amount: Amount) -> bool:
    """As in "one day", "one week" without more are idioms; "day 5" is none of these."""
    if amount.number is None or amount.number.digits or amount.stated != (1.0, 1.0) or amount.unit is None:
        return False
    return amount.unit.name == "day" and amount.bound.value == "exact" and tokens.word(first - 1) not in ("in", "by")


def _zero_idiom(tokens: Tokens, first: int, last: int) -> bool:
    """As in "zero tolerance", "net zero", "ground zero"."""
    return (
        tokens.word(first - 1) in en.BEFORE_ZERO
        or tokens.word(last + 1 + (tokens.word(last + 1) == "-")) in en.AFTER_ZERO
    )


# --------------------------------------------------------------------------------------------------------- years


def _year_like(text: str, amount: Amount) -> bool:
    written = text[slice(*amount.core)]
    if re.fullmatch(r"(?:1[4-9]|20)\d\d", written):
        return True
    ends = re.fullmatch(r"((?:1[4-9]|20)\d\d)\s*(?:-|–|to|and|or)\s*((?:1[4-9]|20)\d\d)", written)
    return bool(ends)


def _is_year(tokens: Tokens, first: int, last: int, amount: Amount) -> bool:
    """Four digits between 1400 and 2099 are a year unless a counted noun follows what can't be a year."""
    following = tokens.token(last + 1)
    before = tokens.word(tokens.at(amount.start) - 1)
    if amount.start < amount.core[0] and amount.bound.value != "between":
        # "more than 2000 people"; "about 1990" is still a year, and "below 1990 levels" too
        if following is not None and following.lower_ in en.OF_A_YEAR:
            return True
        return not (following is not None and following.tag_ in ("NNS", "JJ", "VBN"))
    number = tokens.doc[last]
    if following is None or following.tag_ not in ("NNS", "JJ"):
        return not (number.dep_ in ("dobj", "attr") and number.head.lemma_.lower() in REACH_VERBS)
    plural = following.tag_ == "NNS" or (number.head.i > last and number.head.tag_ == "NNS")
    noun = number.head if number.head.i > last else following
    often = {following.lemma_.lower(), noun.lemma_.lower()} & (en.COUNTED_OFTEN | PERSONS)
    if 1950 <= amount.stated[0] <= 2035 and amount.stated[0] != 2000 and not often:
        return True
    if before in en.YEAR_BEFORE or before.endswith(("'s", "’s")) or before in ("his", "her", "its", "their"):
        return True
    counted = plural and number.dep_ in ("nummod", "amod", "compound")
    return not counted


def _far_year(tokens: Tokens, first: int, last: int, text: str, amount: Amount) -> bool:
    """As in "by 2120", "until 2150": years that only forecasts of the climate and of populations name."""
    if re.fullmatch(r"21\d\d", text[slice(*amount.core)]) is None or amount.start < amount.core[0]:
        return False
    return tokens.word(first - 1) in en.YEAR_BEFORE | {"by"} and not counts_noun(tokens, last)


# ------------------------------------------------------------------------------------------------------------- one


def _is_one(digits: bool, text: str, amount: Amount) -> bool:
    return not digits and amount.stated == (1.0, 1.0) and text[slice(*amount.core)].lower() == "one"


def _one_counts(tokens: Tokens, last: int) -> bool:
    """Whether "one" is the number ("one solution"), not the pronoun ("no one", "the one that", "one of the best")."""
    one = tokens.doc[last]
    before, after = tokens.word(last - 1), tokens.word(last + 1)
    if _one_stressed(tokens, last):
        return True
    if before in en.ONE_PRONOUN_BEFORE or after in en.ONE_IDIOMS or before == "-" or _one_source(tokens, last):
        return False
    if after == "-" and tokens.word(last + 2) in en.ONE_HYPHENED:
        return False
    if after == "of":
        # "one of the 12", "one of three": a part of a counted whole
        following = [tokens.token(index) for index in range(last + 2, last + 5)]
        return any(token is not None and token.like_num for token in following)
    following_one = tokens.token(last + 1)
    if following_one is None:
        return False
    if after == "-":
        return True
    if one.dep_ == "nummod" and one.head.i > last and one.head.tag_ in _NOUNS:
        return True
    return following_one.tag_ in ("NN", "JJ") and one.tag_ == "CD" and one.dep_ not in ("nsubj", "pobj", "dobj", "attr")


def _one_stressed(tokens: Tokens, last: int) -> bool:
    """As in "only one person was killed", "just one point", "at least one official": a number even of these."""
    one = tokens.doc[last]
    if tokens.word(last - 1) not in en.ONE_STRESSED or tokens.word(last - 2) in en.ONE_OF_A_KIND:
        return False
    idiom = tokens.word(last + 1) in en.ONE_IDIOMS_STRESSED
    return not idiom and one.dep_ == "nummod" and one.head.i > last and one.head.tag_ in _NOUNS


def _one_source(tokens: Tokens, last: int) -> bool:
    """As in "one recent survey found", "one senior official said": somebody or something, not a number of them."""
    one = tokens.doc[last]
    noun = one.head
    if one.dep_ != "nummod" or noun.lemma_.lower() not in SOURCES or noun.i <= last:
        return False
    return noun.dep_ in ("nsubj", "nsubjpass", "pobj", "ROOT") and noun.head.lemma_.lower() not in TAKES_COUNTS


# ------------------------------------------------------------------------------------------------------- vague words


def _vague_is_none(tokens: Tokens, first: int, last: int, text: str, amount: Amount) -> bool:
    """As in "most important", "the most", "at most", "in a few days": words of the vague table that say no amount."""
    word = text[slice(*amount.core)].lower()
    if word == "most":
        token = tokens.doc[first]
        before, after = tokens.word(first - 1), tokens.token(last + 1)
        if after is not None and after.lower_ == "of":
            return before in ("the", "its", "his", "her", "their", "our")  # "made the most of"
        if (
            before in ("the", "a", "at", "its", "his", "her", "their", "our", "second", "single", "'s", "’s")
            or after is None
        ):
            return True
        if before == "for" and tokens.word(first - 2) in en.HELD_FOR_MOST:
            return True  # "the record for most goals"
        if before == "which" or tokens.word(first - 2) == "which":
            return False
        if after.tag_ in ("JJ", "RB", "VBN", "VBG") and token.dep_ == "advmod":
            return True
        return after.tag_ not in ("NNS", "NNPS", "JJ", "NN", "VBP", "VBD", "MD", "VBZ") or token.tag_ in ("RBS",)
    if word in ("scores", "tens") and tokens.word(last + 1) != "of":
        return True
    if word.split()[0] in ("millions", "billions", "thousands", "hundreds", "dozens") and len(word.split()) == 1:
        return tokens.word(first - 1) in ("multi", "-")
    return False
