"""Numbers that are parts of names or stand behind labels: "Boeing 737", "FTSE 100", "page 12", "the Fab Five".

Apart from :mod:`.rejected`, which asks; the words that label and name are in :mod:`.not_quantities_en`.
"""

from __future__ import annotations

from factcheck.extract import not_quantities_en as en
from factcheck.extract.amount import Amount
from factcheck.extract.changes_en import HEADLINE_VERBS
from factcheck.extract.tokens import Tokens


def counts_noun(tokens: Tokens, last: int) -> bool:
    """Whether a noun that the number counts stands after it."""
    number = tokens.doc[last]
    if number.dep_ == "nummod" and number.head.i > last and number.head.tag_ in ("NN", "NNS", "NNPS"):
        return True
    following = tokens.token(last + 1)
    return following is not None and following.tag_ == "NNS"


def labelled(tokens: Tokens, first: int, last: int, amount: Amount) -> bool:
    """As in "page 12", "Flight 370", "No. 10", "age group 5"."""
    if amount.start < amount.core[0]:
        return False
    label = tokens.word(first - 1).rstrip(".")
    if label == "of" and tokens.word(first - 2) in en.LABELS_OF and not counts_noun(tokens, last):
        return True
    if label not in en.LABELS:
        return False
    before = tokens.token(first - 1)
    if before is None or before.pos_ in ("VERB", "AUX", "ADP"):
        return False
    if before.tag_ in ("NNS",) and label not in ("nos", "pages", "sections", "articles", "ages"):
        return False
    return not counts_noun(tokens, last) or tokens.doc[first - 1].is_title


def named(tokens: Tokens, first: int, last: int, amount: Amount) -> bool:
    """As in "Boeing 737", "FTSE 100", "iPhone 11", "Group of 20": the number is a part of a name."""
    if amount.start < amount.core[0] or amount.bound.value == "between":
        return False
    before = tokens.token(first - 1)
    if before is None:
        return False
    if before.lower_ in en.PLACES_IN_ORDER and not _following(tokens, last):
        return True
    if _product(tokens, last) or _model(tokens, first, last) or _capital_word(tokens, first, last):
        return True
    if _acronym(tokens, first, last):
        return True
    if before.lower_ == "of" and tokens.word(first - 2) in ("group", "gang") and not counts_noun(tokens, last):
        return tokens.doc[first - 2].is_title
    if before.lower_ in en.NAMES_WITH_NUMBERS and (before.is_title or before.is_upper or not counts_noun(tokens, last)):
        return before.pos_ not in ("VERB", "AUX", "ADP") or before.is_title
    number = tokens.doc[last]
    if before.lower_ in HEADLINE_VERBS:
        return False
    if before.tag_ in ("NNP", "NNPS") and before.text[:1].isupper() and tokens.doc[last].text[0].isdigit():
        if counts_noun(tokens, last):
            return False
        if number.ent_type_ in ("PRODUCT", "FAC", "LAW", "WORK_OF_ART", "EVENT", "ORG"):
            return True
        return number.head.i == before.i or before.head.i == number.i or number.tag_ == "NNP"
    if any(c.isupper() for c in before.text[1:]) and before.text[:1].islower() and number.text[0].isdigit():
        return True  # iPhone 11
    following = tokens.token(last + 1)
    two_names = before.tag_ in ("NNP", "NNPS") and tokens.word(first - 2).isalpha() and tokens.doc[first - 2].is_title
    if two_names and before.tag_ == "NNPS" and before.is_title and number.is_digit and following is not None:
        return following.tag_ in ("CC", "VBZ", "VBD", "MD", ",", "IN")  # "Black Ops 4 came out"
    capital = following is not None and following.tag_ == "NNP" and following.is_title and before.tag_ == "NNP"
    return capital and number.text[0].isdigit()


def _capital_word(tokens: Tokens, first: int, last: int) -> bool:
    """As in "the Fab Five", "the Chicago Seven": a number word with a capital, in a sentence that is no heading."""
    number, before = tokens.doc[first], tokens.token(first - 1)
    if first != last or before is None or not number.is_alpha or not number.is_title:
        return False
    if (
        not (before.is_title and before.is_alpha)
        or before.tag_ not in ("NNP", "NNPS", "JJ")
        or first - 1 == tokens.first
    ):
        return False
    return not counts_noun(tokens, last) and not _all_titles(tokens)


def _all_titles(tokens: Tokens) -> bool:
    """Whether the sentence is a heading: its nouns and verbs all begin with capitals."""
    heavy = [token for token in tokens.sentence if token.pos_ in ("NOUN", "VERB", "ADJ", "PROPN") and token.is_alpha]
    return sum(token.text[:1].isupper() for token in heavy) > 0.8 * len(heavy)


_BEHIND_A_NAME = frozenset(["CC", ",", ".", "VBZ", "VBD", "MD", "IN", "NN", "NNP", "-RRB-", "TO"])


def _acronym(tokens: Tokens, first: int, last: int) -> bool:
    """As in "RTX 3080", "USB 3.0", "ATP 500 series": digits behind capitals that name a make, not a measure."""
    before, number, following = tokens.token(first - 1), tokens.doc[last], tokens.token(last + 1)
    if before is None or first != last or not (before.is_upper and before.is_alpha and 2 <= len(before.text) <= 5):
        return False
    if before.text in en.MEASURES_IN_CAPITALS or before.ent_type_ in ("GPE", "PERSON") or _shouted(tokens):
        return False
    made = (number.is_digit and len(number.text) in (3, 4)) or (number.text.endswith(".0") and len(number.text) == 3)
    return made and (following is None or following.tag_ in _BEHIND_A_NAME)


def _shouted(tokens: Tokens) -> bool:
    """Whether the sentence is in capitals."""
    return sum(token.is_upper for token in tokens.sentence) > len(tokens.sentence) // 2


def _following(tokens: Tokens, last: int) -> bool:
    """Whether a noun or adjective follows directly."""
    following = tokens.token(last + 1)
    return following is not None and following.tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBN", "VBG")


def _model(tokens: Tokens, first: int, last: int) -> bool:
    """As in "two new 737 Max jets", "the 8088 chip", "the 486 is": digits that tell one kind of thing from another."""
    number, following = tokens.doc[last], tokens.token(last + 1)
    if first != last or not number.text.isdigit() or len(number.text) < 3 or following is None:
        return False
    index = first - 1
    while tokens.token(index) is not None and tokens.doc[index].tag_ in ("JJ", "VBN", "NNP") and index > first - 4:
        index -= 1
    several = tokens.token(index)
    if several is not None and several.tag_ == "CD" and following.tag_ in ("NNP", "NN", "NNS"):
        return several.like_num and (index < first - 1 or several.is_alpha)
    if tokens.word(first - 1) != "the" and tokens.word(first - 2) != "-":
        return False
    if tokens.word(first - 1) == "the" and following.tag_ == "VBZ":
        return True
    behind = tokens.token(last + 2)
    alone = behind is None or behind.tag_ not in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "CD")
    return alone and following.lower_ in en.MODELS and number.head.i == following.i


def _product(tokens: Tokens, last: int) -> bool:
    """As in "11 Pro Max", "20 Ultra": what follows is one name in the singular, which nobody counts several of."""
    number, following = tokens.doc[last], tokens.token(last + 1)
    if following is None or following.tag_ != "NNP" or not number.text.isdigit():
        return False
    before = tokens.token(last - 1)
    if following.is_upper and following.is_alpha and before is not None and not _shouted(tokens):
        return len(number.text) == 3 and (
            before.tag_ in ("NNP", "POS") or before.text[:1].isupper()
        )  # "Boeing's 737 MAX"
    if not following.is_title:
        return False
    head = following
    while head.dep_ == "compound" and head.head.i > head.i:
        head = head.head
    return head.tag_ == "NNP" and head.is_title and not head.text.endswith("s")
