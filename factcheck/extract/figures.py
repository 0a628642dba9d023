"""Figures in their context: what is measured, of whom, where, when, and how it is said.

Takes the quantities of :mod:`factcheck.extract.quantities` and the dates of the sentence, and makes the model's
:class:`~factcheck.model.Figure`. These fields decide whether two figures may be compared at all.

Dates: one at the figure's own verb or noun is its ``period`` (a stretch of days: "in March", "last year") or its
``as_of`` (a day: "by Tuesday"); "since" opens a ``period`` and makes a running total; one at the reporting verb ("said
Tuesday") is neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from factcheck.extract import context_en as en
from factcheck.extract import delimited, figure_dates, measures, referents
from factcheck.extract.accruals import accrual
from factcheck.extract.answers import answered
from factcheck.extract.changes_en import INTRANSITIVE
from factcheck.extract.mentions import DateMention, Mention, inside, placed
from factcheck.extract.quantities import Quantity
from factcheck.extract.quantities import quantities as read
from factcheck.extract.rates import rate
from factcheck.model import Basis, DateRange, Figure, Modality

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Sentence


def figures(
    sentence: Sentence,
    quantities: Sequence[Quantity],
    *,
    dates: Sequence[DateMention] = (),
    reference: date | None = None,
    offset: int = 0,
) -> list[Figure]:
    """The figures of a sentence, in the order of its quantities.

    The whole of a part ("50 of the 1,200 inspectors resigned") is no figure of its own: the verb tells of the part.

    Args:
        sentence: the parsed sentence the quantities were read from.
        dates: mentions of dates; those outside the sentence are ignored.
        reference: the day on which the text speaks; the end of a running total that names none.
        offset: what was added to the offsets of ``quantities`` and ``dates``.
    """
    mentions = [placed(sentence, one, offset) for one in dates if inside(sentence, one, offset)]
    made = [_figure(sentence, one, quantities, mentions, reference, offset) for one in quantities]
    kept = [k for k, one in enumerate(quantities) if not _is_whole(one, quantities)]
    place = {k: at for at, k in enumerate(kept)}
    return [renumbered(made[k], place) for k in kept]


def renumbered(figure: Figure, place: dict[int, int]) -> Figure:
    """``figure`` with the position it restates looked up in ``place``; None where it isn't there."""
    return figure if figure.restates is None else replace(figure, restates=place.get(figure.restates))


def _is_whole(quantity: Quantity, quantities: Sequence[Quantity]) -> bool:
    """Whether another quantity is told as a part of this one."""
    wholes = (one.whole for one in quantities if one is not quantity)
    return any(whole is not None and whole.start <= quantity.start and quantity.end <= whole.end for whole in wholes)


def _figure(
    sentence: Sentence,
    quantity: Quantity,
    quantities: Sequence[Quantity],
    mentions: Sequence[Mention],
    reference: date | None,
    offset: int,
) -> Figure:
    token = referents.anchor(sentence.doc, quantity)
    verb = referents.predicate(token)
    clause = _clause(sentence, token, verb, quantity)
    given = _presupposed(token, quantity) or _told_in_a_poll(token, verb, quantity)
    sized = _SIZE.search(quantity.text) is not None and quantity.dimension not in _OF_A_TIME
    dated = () if sized else mentions
    period, as_of, running = figure_dates.times(sentence, quantity, quantities, dated, verb, offset)
    per = rate(quantity, sentence.doc[quantity.number], verb)
    return Figure(
        text=quantity.text,
        start=quantity.start,
        end=quantity.end,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        dimension=quantity.dimension,
        measure=answered(_measure(sentence, quantity, quantities), token, verb, quantity),
        approximate=quantity.approximate,
        vague=quantity.vague,
        bound=quantity.bound,
        unit_text=quantity.unit_text,
        per=per,
        whole=quantity.whole,
        restates=quantity.restates,
        role=quantity.role,
        direction=quantity.direction,
        accrual=accrual(sentence, quantity, verb, clause, period=period, as_of=as_of, running=running, per=per),
        modality=_awaited(token, quantity)
        or (Modality.STATED if given else _modality(verb, clause, money=quantity.dimension == "money")),
        hedged=not given and _hedged(verb, clause),
        basis=_basis(quantity, verb, clause),
        population=_population(sentence, quantity) or delimited.population(token, verb, quantity.dimension),
        place=_place(token, verb, quantity.dimension),
        period=period,
        as_of=as_of or (DateRange(None, reference) if running and period is None and reference else None),
    )


def _measure(sentence: Sentence, quantity: Quantity, quantities: Sequence[Quantity]) -> str:
    """The measure; of an amount told of "it" alone, the one told in the sentence before. Where nothing is named, the
    noun counted or the unit, so that it is never empty."""
    return _told_measure(sentence, quantity, quantities) or quantity.unit or quantity.dimension


def _told_measure(sentence: Sentence, quantity: Quantity, quantities: Sequence[Quantity]) -> str:
    found = measures.measure(sentence.doc, quantity, quantities)
    if not found and (first := _divided(sentence, quantity, quantities)) is not None:
        return measures.measure(sentence.doc, first, quantities)
    bare = measures.told_by_figure(sentence.doc, quantity)
    carried = quantity.dimension in _CARRIED or (quantity.dimension == "count" and not quantity.unit)
    if (
        (found and not bare and (quantity.unit or not carried))
        or not carried
        or sentence.start == 0
        or len(quantities) > 2
    ):
        return found
    before = sentence.doc[sentence.start - 1].sent
    told = measures.carried(sentence.doc, quantity, read(before, look_back=False)) if before.root.dep_ else ""
    return told or found


def _divided(sentence: Sentence, quantity: Quantity, quantities: Sequence[Quantity]) -> Quantity | None:
    """The amount that this one is a part of: "212 mm of rain fell, of which 140 mm came down on Monday"."""
    number = sentence.doc[quantity.number]
    before = [token.lower_ for token in sentence.doc[max(sentence.start, number.i - 4) : number.i]]
    if ["of", "which"] not in [before[k : k + 2] for k in range(len(before))]:
        return None
    earlier = [one for one in quantities if one.end <= quantity.start and one.dimension == quantity.dimension]
    return earlier[-1] if earlier else None


def _place(token: Token, verb: Token | None, dimension: str) -> str | None:
    if dimension == "age":
        return None  # nobody is 39 somewhere: "Ann Li, 39, came from Tarn"
    doer = delimited.place_of_doer(verb) if dimension in _AMOUNTS else None
    return delimited.place(token, verb) or doer


_SIZE = re.compile(r"\d[-‑–][a-z]+$|[a-z][-‑–](?!old)[a-z]+$")
"""A size told as a thing's kind: "the 800-acre farm", "a 3,000-word article"."""
_OF_A_TIME = frozenset({"age", "duration", "money", "ratio", "points"})

_AMOUNTS = frozenset({"count", "money"})
"""What happens or is spent somewhere; the place of a rate is a part of its measure ("unemployment in Tarn")."""

_CARRIED = frozenset({"ratio", "points", "length", "money", "temperature", "mass", "volume", "area"})


# ------------------------------------------------------------------------------------------- how it is said and meant


def _clause(sentence: Sentence, token: Token, verb: Token | None, quantity: Quantity) -> frozenset[str]:
    """Lower-case words of the figure's own clause: its verb with auxiliaries and adverbs, and the words beside it."""
    words = {token.lower_}
    if verb is not None:
        words |= {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass", "advmod", "neg", "acomp")}
        words.add(verb.lower_)
        if verb.dep_ == "xcomp":
            words |= {verb.head.lower_, *[c.lower_ for c in verb.head.children if c.dep_ in ("aux", "advmod", "neg")]}
    near = sentence.doc[max(sentence.start, min(token.i - 4, quantity.number - 3)) : min(sentence.end, token.i + 2)]
    return frozenset(words | {one.lower_ for one in near if one.pos_ in ("ADV", "ADJ")})


def _verbs_above(verb: Token | None) -> list[Token]:
    """The verb and the verbs it is a complement of ("is expected to rise")."""
    chain: list[Token] = []
    while verb is not None and len(chain) < 4:
        chain.append(verb)
        if verb.dep_ not in ("xcomp", "ccomp", "acl", "advcl") or verb.head.i == verb.i:
            break
        if len(chain) > 1 and verb.lemma_.lower() in en.REPORTING:
            break  # what stands above "groups say" is told of the saying, not of what is said
        verb = verb.head if verb.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN") else None
    return chain


def _presupposed(token: Token, quantity: Quantity) -> bool:
    """Whether the number is told as a fact beside what the verb says will, may or won't be: of what somebody has ("will
    bring the firm's 350 employees here"), of an example ("such as a $9 gift"), in an apposition, or as a time ("six
    weeks from now")."""
    if quantity.dimension == "duration":
        return token.dep_ == "npadvmod" and token.head.lower_ in ("ago", "later", "earlier", "before", "after", "from")
    if token.dep_ == "appos" or _example(token) or _in_front(token) or _behind_a_dash(token.doc, quantity):
        return True
    if _known(token, quantity):
        return True
    inner = quantity.dimension == "money" and token.dep_ in ("compound", "nmod", "nummod", "amod")
    if not inner and (quantity.dimension != "count" or quantity.noun is None):
        return False
    return any(child.dep_ == "poss" and child.i < token.i for child in (token.head if inner else token).children)


def _behind_a_dash(doc: Doc, quantity: Quantity) -> bool:
    """As in "to ban all members — 1.6 billion people — from …": an apposition, whatever the tree says."""
    number = doc[quantity.number]
    return number.i > 0 and number.nbor(-1).text in ("—", "–", "―", "--") and bool(number.nbor(-1).whitespace_)


def _in_front(token: Token) -> bool:
    """Whether the number stands in a phrase of how things are, before the subject of what will, may or won't be: "With
    a value of $115 billion, the firm could …", "Only 120 miles from the coast, it would …"."""
    inner = token
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            phrase = inner.dep_ == "prep" and inner.lower_ in en.GIVEN_BY
            away = token.dep_ == "npadvmod" and token.head.pos_ in ("ADP", "ADV", "VERB", "AUX")
            first = next((child for child in above.lefts if child.dep_ in ("nsubj", "nsubjpass", "expl")), None)
            return (phrase or away) and first is not None and inner.i < first.i
        inner = above
    return False


def _known(token: Token, quantity: Quantity) -> bool:
    """Whether a count only tells which are meant or of what size: "the four candidates will meet", "the 22-member
    committee would"; "the 450 who will go" is told by its clause."""
    if quantity.dimension != "count":
        return False
    doc, number = token.doc, quantity.number
    if number + 1 < len(doc) and doc[number + 1].text in ("-", "–") and not doc[number].whitespace_:
        return True
    if token.dep_ not in ("nsubj", "nsubjpass") or quantity.noun is None:
        return False
    told = any(child.dep_ == "det" and child.lower_ in ("the", "those", "these", "both") for child in token.lefts)
    return told and not any(child.dep_ == "relcl" for child in token.rights)


def _example(token: Token) -> bool:
    return any(
        above.dep_ == "prep" and above.lower_ == "as" and above.i > 0 and above.nbor(-1).lower_ == "such"
        for above in (token.head, token.head.head)
    )


def _told_in_a_poll(token: Token, verb: Token | None, quantity: Quantity) -> bool:
    """Whether the number counts those who answer, so that what they expect or would do is stated of today: "46 percent
    would back her", "most voters expect a recession"."""
    if verb is None or verb.lemma_.lower() not in en.ANSWERING or quantity.dimension not in ("ratio", "count"):
        return False
    owner = next((child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    return owner is not None and (owner.i == token.i or owner.is_ancestor(token))


def _awaited(token: Token, quantity: Quantity) -> Modality | None:
    """How the number is meant in "fewer than the 450 that were planned" and "the 45,000 that economists expected"."""
    for holder in (token, token.doc[quantity.number]):
        told = {clause.lemma_.lower() for clause in holder.rights if clause.dep_ == "relcl"}
        if told & en.FORECAST_VERBS:
            return Modality.FORECAST
        if told & {"plan", "promise", "pledge", "propose"}:
            return Modality.PLANNED
    return None


def _modality(verb: Token | None, clause: frozenset[str], *, money: bool) -> Modality:
    if not clause.isdisjoint(en.NEGATIONS):
        return Modality.DENIED
    chain = _verbs_above(verb)
    direct = [one for one in chain if one.i == chain[0].i or chain[0].dep_ in ("xcomp", "ccomp")]
    lemmas = {one.lemma_.lower() for one in direct}
    if not lemmas.isdisjoint(en.DENIALS):
        return Modality.DENIED
    if chain and (_is_to(chain[0]) or (money and _is_planning(chain[0]))):
        return Modality.PLANNED
    planned = [one for one in direct[1:] if one.lemma_.lower() in en.PLAN_VERBS]
    if planned or (chain and chain[0].lemma_.lower() in ("plan", "pledge", "promise", "propose", "intend")):
        return Modality.PLANNED
    if not clause.isdisjoint({"will", "would", "shall", "'ll", "’ll"}) or any(
        one.lemma_.lower() in en.FORECAST_VERBS and (one.i != chain[0].i or one.lemma_.lower() not in en.ONLY_TO)
        for one in direct
    ):
        return Modality.FORECAST
    return Modality.STATED


def _is_to(verb: Token) -> bool:
    """As in "120 posts are to be cut", "tax is to rise"."""
    if verb.lemma_.lower() == "be":
        inner = [child for child in verb.rights if child.dep_ == "xcomp" and child.lemma_.lower() not in INTRANSITIVE]
        return any(c.lower_ == "to" for child in inner for c in child.lefts)
    if verb.lemma_.lower() in INTRANSITIVE:
        return False  # what is decided of a rate is told in the present too: "the rate climbs to 5 percent in May"
    below = verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_.lower() == "be" and verb.head.tag_ != "VBN"
    return below and any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def _is_planning(verb: Token) -> bool:
    """A budget or a draft tells what is planned, whatever the tense: "the draft provides for", "had budgeted"."""
    if verb.lemma_.lower() in en.BUDGETING:
        return True
    if verb.lemma_.lower() not in en.PLAN_TELLING:
        return False
    told = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")]
    return any(child.lemma_.lower() in en.PLANS for child in told)


def _hedged(verb: Token | None, clause: frozenset[str]) -> bool:
    if not clause.isdisjoint(en.HEDGES):
        return True
    chain = _verbs_above(verb)
    return any(one.lemma_.lower() in en.HEDGING_VERBS for one in chain[1:])


def _basis(quantity: Quantity, verb: Token | None, clause: frozenset[str]) -> Basis | None:
    chain = {one.lemma_.lower() for one in _verbs_above(verb)} | clause
    if quantity.estimated or not chain.isdisjoint(en.ESTIMATES):
        return Basis.ESTIMATED
    return Basis.COUNTED if not chain.isdisjoint(en.COUNTS) else None


# --------------------------------------------------------------------------------------------- of whom, and where


def _population(sentence: Sentence, quantity: Quantity) -> str | None:
    """What delimits those counted: the noun's modifiers ("Russian"), or what a share is a share of."""
    doc = sentence.doc
    if quantity.dimension == "count" and quantity.modifiers:
        told = [doc[index].text for index in quantity.modifiers if _tells_who(doc[index])]
        if told:
            return " ".join(told)
    if quantity.dimension in ("ratio", "multiple") and quantity.whole is not None:
        text = quantity.whole.text
        if text.lower() in en.STANDS_FOR:
            return None
        head, _, rest = text.partition(" ")
        return (
            rest
            if head.lower() in ("the", "its", "their", "all", "those", "these", "our", "his", "her") and rest
            else text
        )
    return None


def _tells_who(modifier: Token) -> bool:
    """Whether a modifier of the noun counted may set those apart from others; "the three largest" doesn't."""
    return modifier.lower_ not in en.NOT_POPULATION and modifier.tag_ not in ("JJS", "JJR")
