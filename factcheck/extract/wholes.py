"""The whole that a counted part belongs to: "of the 1,200 inspectors", "half the population".

It stands apart from :mod:`.counted`, which finds what a number counts, because the whole is a phrase of its own,
behind the number or, "of the 1,200 inspectors, 50 resigned", before it.
"""

from __future__ import annotations

from factcheck import units
from factcheck.extract.amount import Amount
from factcheck.extract.counted import MANY_WORDS, PART_TAGS, following_noun
from factcheck.extract.tokens import NOUN_TAGS, Tokens
from factcheck.extract.vague_en import SIZES
from factcheck.extract.wordlists import words


def whole(tokens: Tokens, amount: Amount, last: int, text: str) -> tuple[int, int] | None:
    """Offsets of the whole that the number is a part of: "of the 1,200 inspectors", "of its revenue"."""
    at = tokens.at(amount.end) if amount.end < len(text) else tokens.stop
    while at < tokens.stop and tokens.start(at) < amount.end:
        at += 1
    share = amount.unit is not None and amount.unit.dimension == "ratio"
    begin = None
    for index in (last + 1, at):
        if tokens.word(index) == "of" or (tokens.word(index) == "out" and tokens.word(index + 1) == "of"):
            begin = index + (1 if tokens.word(index) == "of" else 2)
            break
    if begin is None and share and (amount.core[1] == amount.end or amount.unit is not None):
        following = tokens.token(at)
        if following is not None and following.tag_ == "DT" and tokens.word(last) == "half":
            end = _phrase_end(tokens, at)
            return None if end is None else (tokens.start(at), end)  # "half the population"
        dated = following is not None and following.ent_type_ in ("DATE", "TIME")
        if following is not None and following.tag_ in ("NNS", "JJ") and tokens.word(last) != "%" and not dated:
            run = following_noun(tokens, at - 1)
            if run is not None and tokens.doc[run[0]].tag_ in ("NNS", "NNPS"):  # "a 3 percent soft drink tax" is none
                return tokens.start(at), tokens.end(run[0])
        return _whole_before(tokens, amount)
    if begin is None:
        return _whole_before(tokens, amount)
    if begin >= tokens.stop:
        return None
    first = tokens.doc[begin]
    if not share and not (_counted_whole(tokens, begin) or first.lower_ in ("those", "them", "these")):
        return None
    end = _phrase_end(tokens, begin)
    if end is None and share and first.lower_ in ("those", "these"):
        end = _those_end(tokens, begin)
    return None if end is None else (tokens.start(begin), end)


def _those_end(tokens: Tokens, begin: int) -> int:
    """The end of "those under 35", "those who applied": as far as the parse goes, within a few words."""
    edge = min(int(tokens.doc[begin].right_edge.i), begin + MANY_WORDS, tokens.stop - 1)
    while edge > begin and tokens.doc[edge].is_punct:
        edge -= 1
    return tokens.end(edge)


def _counted_whole(tokens: Tokens, begin: int) -> bool:
    """Whether a number leads what follows "of": "the 1,200 inspectors", "its first 300 ships", not "siege 300 men"."""
    for index in range(begin, min(begin + 4, tokens.stop)):
        if tokens.doc[index].lower_ in SIZES:
            return True  # "109 out of hundreds of thousands of travellers"
        if tokens.doc[index].like_num:
            following = tokens.token(index + 1)
            measured = units.unit(following.text) if following is not None else None
            if measured is not None and measured.dimension != "duration":
                return False  # "18 turbines of 700 MW each"
            dated = tokens.doc[index].shape_ == "dddd" and following is not None and following.tag_ == "NNP"
            return not dated  # "of the 2000 Olympic Team"
        if tokens.doc[index].tag_ in NOUN_TAGS:
            return False
    return False


def _whole_before(tokens: Tokens, amount: Amount) -> tuple[int, int] | None:
    """The whole told first: "of the 1,200 inspectors, 50 resigned", "out of 300 ships, about 20 sank"."""
    comma = tokens.at(amount.start) - 1
    if tokens.word(comma) != ",":
        return None
    for index in range(comma - 1, max(tokens.first, comma - _FAR) - 1, -1):
        if tokens.word(index) == ",":
            return None
        if tokens.word(index) not in ("of", "among"):
            continue
        before = tokens.word(index - 1)
        opens = index == tokens.first or before in ("out", "that", "and", "but", ",", "“", '"')
        if not opens:
            continue
        number = any(tokens.doc[inner].like_num for inner in range(index + 1, comma))
        end = _phrase_end(tokens, index + 1)
        return (tokens.start(index + 1), end) if number and end is not None else None
    return None


def _phrase_end(tokens: Tokens, begin: int) -> int | None:
    index, found = begin, None
    while index < min(tokens.stop, begin + 12):
        token = tokens.doc[index]
        if token.like_num and found is not None and tokens.doc[found].tag_ in NOUN_TAGS:
            break  # a number behind the noun begins another phrase
        if token.tag_ == "PRP":
            return tokens.end(index)
        if found is not None and token.lower_ in _WHEN:
            break
        asked = token.lower_ in _ASKED and found is not None and tokens.doc[found].like_num
        sized = token.lower_ in SIZES or (token.lower_ == "of" and tokens.word(index - 1) in SIZES)
        if token.tag_ in NOUN_TAGS or token.like_num or asked:
            found = index
        elif not (sized or _qualifies(tokens, index) or token.tag_ in _OPENS | PART_TAGS):
            break
        index += 1
    return None if found is None else tokens.end(found)


_FAR = 16
_OPENS = frozenset({"DT", "PRP$", "CD", "PDT", "$"})
_WHEN = words("today yesterday tomorrow tonight")
_ASKED = words("surveyed polled questioned asked interviewed tested sampled screened examined studied inspected")
"""Behind a bare number these say of what it is a number: "of 300 surveyed"."""


def _qualifies(tokens: Tokens, index: int) -> bool:
    """Whether an adverb or the word of a rate is a part of the phrase: "newly hired staff", "$400-per-year pay"."""
    token, following = tokens.doc[index], tokens.token(index + 1)
    if token.tag_ == "RB":
        return following is not None and following.tag_ in ("JJ", "VBN", "VBG")
    return tokens.word(index - 1) == "-" and tokens.word(index + 1) == "-"
