"""Whether a figure is a running total, a snapshot or a flow: what a later figure for the same thing may be.

A running total counts what has happened so far and can only grow; a snapshot is what is there at a moment; a flow is an
amount over a time. Apart from :mod:`factcheck.extract.figures` because it is one question with rules of its own, and
the comparison of figures of different days hangs on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract import context_en as en
from factcheck.extract.changes_en import INTRANSITIVE
from factcheck.extract.quantities import Quantity
from factcheck.extract.referents import subject
from factcheck.extract.wordlists import words
from factcheck.model import Accrual, DateRange, Role

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

_TIME_UNITS = words("day week month year hour minute second night quarter")
_ADDING = frozenset({"count", "money", "ratio", "volume", "mass", "area", "energy", "points"})


def accrual(
    sentence: Sentence,
    quantity: Quantity,
    verb: Token | None,
    clause: frozenset[str],
    *,
    period: DateRange | None,
    as_of: DateRange | None,
    running: bool,
    per: str | None = None,
) -> Accrual | None:
    """How the figure adds up over time, or None where the sentence doesn't say or the question makes no sense.

    Args:
        verb: what governs the figure. clause: lower-case words of its own clause.
        period, as_of: the days found for it. running: "since" or "by" makes it a running total.
        per: the stretch of time it is told for again and again, if any.
    """
    if quantity.dimension not in _ADDING:
        return None
    if per in _TIME_UNITS:
        return Accrual.FLOW
    if running:
        return Accrual.RUNNING_TOTAL
    if quantity.dimension in ("ratio", "points"):
        return _of_share(sentence, quantity, verb, period)
    token = sentence.doc[quantity.noun if quantity.noun is not None and not quantity.elliptic else quantity.number]
    if quantity.dimension == "count" and any(child.dep_ == "poss" for child in token.children):
        return Accrual.SNAPSHOT  # "the firm's 350 employees", whatever becomes of them
    lemma = None if verb is None else verb.lemma_.lower()
    state = lemma is None or lemma in en.STATES
    lower = sentence.text.lower()
    if any(cue in lower for cue in en.RUNNING[:3]) or (
        quantity.dimension == "count" and (_toll(sentence, quantity) or _of_a_toll(verb))
    ):
        return Accrual.RUNNING_TOTAL
    if quantity.dimension == "money" and period is not None and _over_a_time(verb, token):
        return Accrual.FLOW
    perfect = verb is not None and verb.tag_ == "VBN" and not clause.isdisjoint({"have", "has", "had", "'ve", "’ve"})
    if lemma == "get" and perfect:
        return Accrual.SNAPSHOT  # "we have got 350 staff" is what they have
    who = subject(verb) if verb is not None and lemma in en.GIVES_NUMBERS else None
    if who is not None and who.lemma_.lower() in en.POLLS:
        return Accrual.SNAPSHOT
    if perfect and not state and quantity.dimension in ("count", "money") and period is None:
        return Accrual.RUNNING_TOTAL
    if quantity.role is Role.LEVEL and lemma in INTRANSITIVE and (as_of is not None or _abiding(sentence, quantity)):
        return Accrual.SNAPSHOT  # "rose to 412,300 at the end of May" is how things stood then
    if period is not None and not state:
        return Accrual.FLOW
    if as_of is not None and not (state or lemma in en.LIGHT):
        return Accrual.FLOW  # "killed 12 on Tuesday" is that day's; it says nothing of the days before
    if as_of is not None or (state and verb is not None and quantity.dimension != "money"):
        return Accrual.SNAPSHOT
    if state and verb is not None:
        return None if _damage(verb) else Accrual.SNAPSHOT
    return None


def _toll(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a toll is told near the number; what stands far from one counts something else."""
    near = sentence.doc[max(sentence.start, quantity.number - _NEAR) : min(sentence.end, quantity.number + _NEAR)]
    return any(token.lemma_.lower() == "toll" and token.tag_ == "NN" for token in near)


def _of_a_toll(verb: Token | None) -> bool:
    """Whether a toll is what moves, however far from the number: "the toll …, up from 61"."""
    who = subject(verb) if verb is not None else None
    return who is not None and who.lemma_.lower() == "toll" and who.tag_ == "NN"


_NEAR = 12
"""Words on either side."""


def _abiding(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether those counted are told by what they go on doing: "people waiting for a home", "staff who live here"."""
    noun = None if quantity.noun is None else sentence.doc[quantity.noun]
    clauses = () if noun is None else (child for child in noun.rights if child.dep_ in ("acl", "relcl"))
    return any(clause.lemma_.lower() in en.STATES - {"be", "have"} for clause in clauses)


def _of_share(sentence: Sentence, quantity: Quantity, verb: Token | None, period: DateRange | None) -> Accrual | None:
    """A share or a lead is how things stand, what a poll finds too; a change of one, or a rate over a stretch of days,
    is not."""
    if quantity.role is Role.CHANGE:
        return Accrual.FLOW if period is not None else None
    asked = verb is not None and verb.lemma_.lower() in en.ANSWERING
    if asked or any(token.lemma_.lower() in en.POLLS for token in sentence):
        return Accrual.SNAPSHOT
    return Accrual.FLOW if period is not None and quantity.dimension == "ratio" else Accrual.SNAPSHOT


def _over_a_time(verb: Token | None, token: Token) -> bool:
    """Whether the noun of the amount, or its verb, is one of gains and losses: "had a net loss of $9m in 1995"."""
    near = [token.head, token.head.head, *([] if verb is None else [verb, *verb.children])]
    near += [inner for child in token.rights if child.lower_ in ("in", "of") for inner in child.rights]
    return any(one.lemma_.lower() in en.FLOWS for one in near)


def _damage(verb: Token) -> bool:
    return any(child.lemma_.lower() in en.DAMAGES for child in verb.subtree)
