"""Numbers that only grammar shows to be none: years, labels, names with numbers, "one" the pronoun, ordinals.

What spelling alone shows is masked earlier, in :mod:`factcheck.extract.not_quantities`.
"""

from __future__ import annotations

import re

from factcheck.extract import not_quantities_en as en
from factcheck.extract.amount import Amount
from factcheck.extract.changes_en import HEADLINE_VERBS, PERSONS, REACH_VERBS, SOURCES
from factcheck.extract.changes_en import PERSONS_VERBS as TAKES_COUNTS
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
    if amount.unit is not None or number is None or amount.per is not None:
        return _time_of_year(tokens, first, amount)
    plain = number.scale == 1.0 and not number.grouped and not number.fraction
    if _is_one(number.digits, text, amount):
        return not _one_counts(tokens, last)
    if not plain:
        return False
    if number.digits and number.end - number.start >= 7 and "." not in text[slice(*amount.core)]:
        return not _counts_noun(tokens, last)  # an identifier: so large a number is written with separators
    if number.digits and _year_like(text, amount) and _is_year(tokens, first, last, amount):
        return True
    return _digits_of(tokens, last) or _labelled(tokens, first, last, amount) or _named(tokens, first, last, amount)


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
        # "more than 2000 people"; "about 1990" is still a year
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


# ------------------------------------------------------------------------------------------------- labels and names


def _counts_noun(tokens: Tokens, last: int) -> bool:
    """Whether a noun that the number counts stands after it."""
    number = tokens.doc[last]
    if number.dep_ == "nummod" and number.head.i > last and number.head.tag_ in ("NN", "NNS", "NNPS"):
        return True
    following = tokens.token(last + 1)
    return following is not None and following.tag_ == "NNS"


def _labelled(tokens: Tokens, first: int, last: int, amount: Amount) -> bool:
    """As in "page 12", "Flight 370", "No. 10", "age group 5"."""
    if amount.start < amount.core[0]:
        return False
    label = tokens.word(first - 1).rstrip(".")
    if label not in en.LABELS:
        return False
    before = tokens.token(first - 1)
    if before is None or before.pos_ in ("VERB", "AUX", "ADP"):
        return False
    if before.tag_ in ("NNS",) and label not in ("nos", "pages", "sections", "articles", "ages"):
        return False
    return not _counts_noun(tokens, last) or tokens.doc[first - 1].is_title


def _named(tokens: Tokens, first: int, last: int, amount: Amount) -> bool:
    """As in "Boeing 737", "FTSE 100", "iPhone 11", "Group of 20": the number is a part of a name."""
    if amount.start < amount.core[0] or amount.bound.value == "between":
        return False
    before = tokens.token(first - 1)
    if before is None:
        return False
    if before.lower_ in en.PLACES_IN_ORDER and not _following(tokens, last):
        return True
    if _product(tokens, last):
        return True
    if before.lower_ == "of" and tokens.word(first - 2) == "group" and not _counts_noun(tokens, last):
        return tokens.doc[first - 2].is_title
    if before.lower_ in en.NAMES_WITH_NUMBERS and (
        before.is_title or before.is_upper or not _counts_noun(tokens, last)
    ):
        return before.pos_ not in ("VERB", "AUX", "ADP") or before.is_title
    number = tokens.doc[last]
    if before.lower_ in HEADLINE_VERBS:
        return False
    if before.tag_ in ("NNP", "NNPS") and before.text[:1].isupper() and tokens.doc[last].text[0].isdigit():
        if _counts_noun(tokens, last):
            return False
        if number.ent_type_ in ("PRODUCT", "FAC", "LAW", "WORK_OF_ART", "EVENT", "ORG"):
            return True
        return number.head.i == before.i or before.head.i == number.i or number.tag_ == "NNP"
    if any(c.isupper() for c in before.text[1:]) and before.text[:1].islower() and number.text[0].isdigit():
        return True  # iPhone 11
    following = tokens.token(last + 1)
    capital = following is not None and following.tag_ == "NNP" and following.is_title and before.tag_ == "NNP"
    return capital and number.text[0].isdigit()


def _following(tokens: Tokens, last: int) -> bool:
    """Whether a noun or adjective follows directly."""
    following = tokens.token(last + 1)
    return following is not None and following.tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBN", "VBG")


def _product(tokens: Tokens, last: int) -> bool:
    """As in "11 Pro Max", "20 Ultra": what follows is one name in the singular, which nobody counts several of."""
    number, following = tokens.doc[last], tokens.token(last + 1)
    if following is None or following.tag_ != "NNP" or not following.is_title or not number.text.isdigit():
        return False
    head = following
    while head.dep_ == "compound" and head.head.i > head.i:
        head = head.head
    return head.tag_ == "NNP" and head.is_title and not head.text.endswith("s")


# ------------------------------------------------------------------------------------------------------------- one


def _is_one(digits: bool, text: str, amount: Amount) -> bool:
    return not digits and amount.stated == (1.0, 1.0) and text[slice(*amount.core)].lower() == "one"


def _one_counts(tokens: Tokens, last: int) -> bool:
    """Whether "one" is the number ("one solution"), not the pronoun ("no one", "the one that", "one of the best")."""
    one = tokens.doc[last]
    before, after = tokens.word(last - 1), tokens.word(last + 1)
    if before in en.ONE_PRONOUN_BEFORE or after in en.ONE_IDIOMS or before == "-" or _one_source(tokens, last):
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
        if before in ("the", "a", "at", "its", "his", "her", "their", "our", "second", "single") or after is None:
            return True
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
