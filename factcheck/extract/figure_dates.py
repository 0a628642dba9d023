"""Which days a figure covers, and of which it speaks: the dates of its sentence, given to the figures they belong to.

Apart from the rest of a figure's context because it alone walks from a date to the verb it hangs on. One at the
figure's own verb or noun is its ``period`` (a stretch of days) or its ``as_of`` (a day); "since" opens a ``period`` and
makes a running total; one at the reporting verb ("said Tuesday") is neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.extract import context_en as en
from factcheck.extract.mentions import Mention
from factcheck.extract.mentions import governor as governing
from factcheck.extract.other_dates import of_something_else
from factcheck.extract.quantities import Quantity
from factcheck.extract.tokens import text_of
from factcheck.model import DateRange, Role

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token


def times(
    sentence: Sentence,
    quantity: Quantity,
    quantities: Sequence[Quantity],
    mentions: Sequence[Mention],
    verb: Token | None,
    offset: int,
) -> tuple[DateRange | None, DateRange | None, bool]:
    """Period, as-of, and whether a "since" makes it a running total."""
    period = as_of = None
    running = False
    for mention in _of_the_figure(quantity, quantities, mentions, verb, offset):
        if (stretch := _stretch(sentence, mention)) is not None:
            period = period or stretch
        elif (edge := _edge(sentence, mention)) is not None:
            as_of = as_of or edge
        elif _since(sentence, mention, verb):
            running, period = (
                True,
                period or DateRange(mention.range.first, mention.range.last if _open(mention) else None),
            )
        elif _one_day(mention.range) or mention.before in ("by", "until", "till") or _as_of(mention):
            as_of = as_of or mention.range
            running = running or (_up_to(sentence, mention) and _happens(quantity, verb))
        else:
            period = period or mention.range
    return period, as_of, running


def _of_the_figure(
    quantity: Quantity, quantities: Sequence[Quantity], mentions: Sequence[Mention], verb: Token | None, offset: int
) -> list[Mention]:
    """The dates that are the figure's: those told right behind it, else those of its verb."""
    if _THE_TIME_BEFORE.match(text_of(verb.doc), quantity.end - offset) if verb is not None else False:
        return []
    if told := [mention for mention in mentions if _told_when(quantity, mention, offset)]:
        return [_begun(told[-1])]
    own = [mention for mention in mentions if _belongs(quantity, quantities, mention, verb, offset)]
    if len(own) > 1:
        own = _of_the_other_side(quantity, own, offset)
    return [mention for mention in own if _owner(quantities, mention, offset) is quantity] or own


def _told_when(quantity: Quantity, mention: Mention, offset: int) -> bool:
    """Whether the figure is in the clause that a "when" hangs on the date: "the worst since 1953, when 58 died"."""
    between = text_of(mention.token.doc)[mention.end : max(quantity.start - offset, mention.end)]
    return _WHEN.fullmatch(between) is not None


def _begun(mention: Mention) -> Mention:
    """ "1953" of "since 1953, when …": what the clause tells of was then, and does not go on."""
    text = text_of(mention.token.doc)[mention.start : mention.end]
    first = mention.range.first
    if first is None or not text.lower().startswith("since"):
        return mention
    last = date(first.year, 12, 31) if _YEAR.search(text) and (first.month, first.day) == (1, 1) else first
    return replace(mention, start=mention.start + len("since "), before="", range=DateRange(first, last))


_YEAR = re.compile(r"\s\d{4}$")
_WHEN = re.compile(r"\)?,? when\b[^,;:.]*", re.I)


def _of_the_other_side(quantity: Quantity, mentions: list[Mention], offset: int) -> list[Mention]:
    """The dates on the figure's side of a comparison: "39% in the January poll, compared to 50% in one in May"."""
    start = quantity.start - offset
    text = text_of(mentions[0].token.doc)
    own = [one for one in mentions if one.start > start or _COMPARED.search(text[one.end : start]) is None]
    return own or mentions


_THE_TIME_BEFORE = re.compile(
    r"[\s,]*(?:on |in )?the (?:(?:night|day|morning|evening|week|month|year) (?:before|earlier|prior)"
    r"|(?:previous|preceding) (?:night|day|week|month|quarter|year))\b",
    re.I,
)
"""Right behind a figure: it is of a time before the one that the sentence speaks of."""


def _up_to(sentence: Sentence, mention: Mention) -> bool:
    """As in "by Tuesday", "up to the end of March 8"."""
    before = text_of(sentence.doc)[max(sentence.start_char, mention.start - 24) : mention.start]
    return mention.before in ("by", "until", "till") or _UP_TO.search(before) is not None


_UP_TO = re.compile(r"\bup to (?:the end of )?$", re.IGNORECASE)


def _happens(quantity: Quantity, verb: Token | None) -> bool:
    """Whether those counted were struck by something that goes on ("were killed"), not in a state ("hold 300 beds")."""
    return quantity.dimension == "count" and verb is not None and verb.lemma_.lower() not in en.STATES | en.LIGHT


_TO_DAY = re.compile(
    r"\bthe (?:(two|three|four|six|\d{1,2}) )?(day|week|month|year)s? (?:to|ending|ended) (?:on )?$", re.I
)
_EDGE = re.compile(r"\bthe (end|close|start|beginning) of (?:the )?$", re.I)
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_MONTHS = {"month": 1, "year": 12}
_FEW = {"two": 2, "three": 3, "four": 4, "six": 6}


def _stretch(sentence: Sentence, mention: Mention) -> DateRange | None:
    """The days of "in the week to March 4", "the two weeks ending Friday"."""
    last = mention.range.last
    found = _TO_DAY.search(text_of(sentence.doc)[max(sentence.start_char, mention.start - 40) : mention.start])
    if found is None or last is None or mention.range.first is None:
        return None
    number, unit = found[1], found[2].lower()
    times = 1 if number is None else _FEW.get(number.lower()) or int(number)
    if unit in _MONTHS and mention.range.first != last:  # "the year to March" begins with a month too
        return DateRange(_months_before(last, times * _MONTHS[unit]), last)
    return DateRange(last - timedelta(days=times * _DAYS[unit] - 1), last)


def _months_before(last: date, months: int) -> date:
    """The first day of the ``months`` calendar months that end with the month of ``last``."""
    year, month = divmod(max(last.year * 12 + last.month - months, 12), 12)
    return date(year, month + 1, 1)


def _edge(sentence: Sentence, mention: Mention) -> DateRange | None:
    """The one day of "at the end of August", "by the start of 2024"."""
    found = _EDGE.search(text_of(sentence.doc)[max(sentence.start_char, mention.start - 24) : mention.start])
    days = mention.range
    if found is None or days.first is None or days.last is None or days.first == days.last:
        return None
    day = days.last if found[1].lower() in ("end", "close") else days.first
    return DateRange(day, day)


def _since(sentence: Sentence, mention: Mention, verb: Token | None) -> bool:
    """Whether the date opens a stretch: "since May 3", "since the war began on May 3"; not for what the clause behind
    "since" tells itself ("the most since it paid $19bn in 2002")."""
    if mention.before == "since" or text_of(sentence.doc)[mention.start : mention.end].lower().startswith("since"):
        return True
    governor = governing(mention.token)
    return (
        governor is not None
        and governor.dep_ == "advcl"
        and (verb is None or verb.i != governor.i)
        and any(child.lower_ == "since" and child.dep_ in ("mark", "prep") for child in governor.children)
    )


def _open(mention: Mention) -> bool:
    """Whether the reader of dates has already made "since …" a range that runs on."""
    return mention.range.first is not None and mention.range.last is None


def _as_of(mention: Mention) -> bool:
    return mention.before == "of" and mention.token.doc[max(0, mention.token.i - 2)].lower_ in ("as", "of")


def _long(days: DateRange) -> bool:
    return days.first is not None and days.last is not None and days.last - days.first >= timedelta(days=27)


def _one_day(days: DateRange) -> bool:
    return days.first is not None and days.first == days.last


def _belongs(
    quantity: Quantity, quantities: Sequence[Quantity], mention: Mention, verb: Token | None, offset: int
) -> bool:
    """Whether the date is the figure's: right behind it, or at the same verb and no other figure's."""
    start, end = quantity.start - offset, quantity.end - offset
    if start <= mention.start < end:
        return False
    between = text_of(mention.token.doc)[min(end, mention.end) : max(start, mention.start)]
    if ";" in between or (start < mention.start and _of_another_time(quantity, between)) or of_something_else(mention):
        return False
    owner = _owner(quantities, mention, offset)
    if owner is not None:
        return owner is quantity or _told_with(quantity, owner, text_of(mention.token.doc)[end : owner.start - offset])
    if _possesses(mention, verb):
        return False
    governor = governing(mention.token)
    if governor is None:
        return verb is None
    if governor.lemma_.lower() in en.SPEAKING:
        return verb is not None and governor.i == verb.i
    if governor.lemma_.lower() in en.REPORTING and governor.pos_ in ("VERB", "AUX"):
        # "reported revenue of $2bn for 2023": nobody reports for a year, so the year is the revenue's
        return verb is not None and governor.i == verb.i and _long(mention.range)
    if verb is None or _told_of_both(verb, governor):
        return True
    token = verb
    for _ in range(6):
        if token.i == governor.i:
            return True
        if token.head.i == token.i or token.head.lemma_.lower() in en.REPORTING:
            break
        if token.dep_ in ("ccomp", "relcl") and token.head.lemma_.lower() in en.PUBLISHING:
            break
        if token.dep_ == "relcl" and (_brought_out(token.head) or _at_any_time(token)):
            break  # "published on Sunday records which showed …", "sank the ferry on Sunday, which carries 300"
        token = token.head
    inner = governor
    for _ in range(4):
        if inner.i == verb.i:
            return True
        if _by_itself(inner):
            return False
        inner = inner.head
    return False


def _at_any_time(clause: Token) -> bool:
    """Whether a relative clause tells of what is so at any time, or of another time by "when"."""
    present = clause.tag_ in ("VBZ", "VBP") and not any(child.dep_ in ("aux", "auxpass") for child in clause.lefts)
    return present or any(child.lower_ == "when" for child in clause.lefts)


def _told_with(quantity: Quantity, owner: Quantity, between: str) -> bool:
    """Whether a date right behind ``owner`` is this figure's too: "rose 3% to 40 million in 2023", "won 3-1 on
    Sunday"."""
    if quantity.pair == "for" and owner.pair == "against":
        return True
    to_level = quantity.role is Role.CHANGE and owner.role is Role.LEVEL
    return to_level and between.strip(" ,") == "to"


def _possesses(mention: Mention, verb: Token | None) -> bool:
    """Whether the date only tells which event is meant, in a clause below the figure's: "40% expect her to win Monday's
    debate"; "were arrested in Saturday's raids" tells of the figure itself."""
    governor = governing(mention.token)
    return (
        mention.token.dep_ == "poss"
        and governor is not None
        and verb is not None
        and governor.dep_ in ("xcomp", "ccomp")
        and verb.is_ancestor(governor)
    )


def _brought_out(noun: Token) -> bool:
    for above in noun.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return above.lemma_.lower() in en.PUBLISHING
    return False


def _of_another_time(quantity: Quantity, between: str) -> bool:
    """Whether the date behind the figure is of what it is compared with: "double what it was three years ago", "3
    percent more than in 2019", "up 4 points from July"."""
    if _COMPARED.search(between) is not None or _MOVED_FROM.search(between) is not None:
        return True
    return quantity.role is Role.CHANGE and _FROM.search(between) is not None


_COMPARED = re.compile(
    r"\b(?:than(?!\s+(?:an? )?[\d£$€])|as (?:many|much|high|large|big|likely) as|compared (?:with|to)|versus"
    r"|what (?:it|they|he|she|we|the \w+)(?: had| have| has)?"
    r" (?:\w+ed|did|was|were|been|spent|paid|had))\b",
    re.I,
)
_MOVED_FROM = re.compile(r",\s+(?:up|down)\b[^,;]*\bfrom (?:the )?$|\bof which\b", re.I)
_FROM = re.compile(r"\bfrom (?:the )?$", re.I)


def _told_of_both(verb: Token, governor: Token) -> bool:
    """A date behind the last of joined verbs is of them all: "516 were killed and 908 injured by Tuesday"."""
    if (
        governor.dep_ == "advcl"
        and governor.head.dep_ == "conj"
        and any(child.lower_ in ("when", "after", "as") for child in governor.lefts)
    ):
        governor = governor.head  # "… and 908 injured when a train derailed on Monday"
    if governor.dep_ == "acl" and governor.head.like_num:
        governor = governor.head  # "… and 908 injured": the parser makes the number the head
    return governor.dep_ == "conj" and governor.head.i in (verb.i, verb.head.i) and not _by_itself(governor)


def _by_itself(verb: Token) -> bool:
    """Whether the last of joined verbs has a "that" or a "would" of its own, so that its date is not the others'."""
    return verb.dep_ == "conj" and any(child.lower_ == "that" or child.tag_ == "MD" for child in verb.lefts)


def _owner(quantities: Sequence[Quantity], mention: Mention, offset: int) -> Quantity | None:
    """The figure right before the date ("from 4.5% a year earlier", "4.2% in March"), where several share a verb."""
    if len(quantities) < 2:
        return None
    text = text_of(mention.token.doc)
    for quantity in quantities:
        gap = text[quantity.end - offset : mention.start]
        if 0 <= mention.start - (quantity.end - offset) <= _NEAR and _GAP.fullmatch(gap):
            return quantity
    return None


_NEAR = 24
_GAP = re.compile(
    r"[\s,(]*(?:(?:in|on|at|for|during|by|as of|since|over|the|early|late|mid|(?:end|close|start|beginning) of)"
    r"[\s,(-]*)*",
    re.I,
)
