"""Which nouns a figure is told of, and the words of their phrases.

What :mod:`factcheck.extract.measures` makes a measure of. A referent is a noun of the parse: what is counted "of" a
thing, what an amount is an amount of, the subject of the verb that tells it. A small parser errs where clauses meet, so
the order of the words has a say in whose the figure is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck.extract.quantities import Quantity
from factcheck.extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "attr", "oprd"})
NOUNS = frozenset({"NOUN", "PROPN"})
_TELLING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "SYM", "X"})
_INTO = words("compound amod nmod poss prep pobj conj nummod npadvmod pcomp")
_PARTICIPLES = frozenset({"VBN", "VBG"})
_NOT_SAID_OF = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_AFTER_AMOUNT = frozenset({"of", "in", "from", "off", "for", "on"})
_OF_ONLY = frozenset({"of"})
_CLIMB = 12
_MOST_WORDS = 14


def anchor(doc: Doc, quantity: Quantity) -> Token:
    """The token the figure hangs on in the tree: its noun or unit, else its number."""
    if quantity.noun is not None and not quantity.elliptic:
        return doc[quantity.noun]
    return doc[quantity.number]


def predicate(token: Token) -> Token | None:
    """The verb that governs ``token``, or None."""
    for _ in range(_CLIMB):
        if token.pos_ in ("VERB", "AUX") and not _scale_on_digits(token):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _scale_on_digits(token: Token) -> bool:
    """The "m" of "£400m", which the tagger may take for a verb."""
    return len(token) == 1 and token.i > 0 and token.nbor(-1).like_num and not token.nbor(-1).whitespace_


def subject(verb: Token) -> Token | None:
    """The verb's subject; where it has none of its own, that of the clause it depends on."""
    for _ in range(6):
        for child in verb.lefts:
            if child.dep_ in SUBJECTS:
                return verb.head if child.tag_ in ("WDT", "WP") and verb.dep_ in ("relcl", "ccomp") else child
        if (near := _right_before(verb)) is not None:
            return near
        if verb.dep_ == "acl" and verb.tag_ == "VB" and verb.head.dep_ in OBJECTS:
            verb = verb.head.head  # "announced plans to cut 600 posts": who announced cuts
            continue
        if verb.dep_ in ("relcl", "acl") and verb.head.lemma_.lower() not in _STRETCHES:
            return verb.head
        if verb.dep_ not in _HANGS_ON or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


_HANGS_ON = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "advmod", "acomp", "acl", "relcl", "pobj"})
_STRETCHES = frozenset({"quarter", "year", "month", "week", "day", "period", "half", "season", "decade"})
"""A clause that hangs on one of these ("the quarter ended March to $84bn") tells of the verb above it."""
_JOINS = frozenset({"and", "but", "while", "whereas", ";"})


def _right_before(verb: Token) -> Token | None:
    """The noun right before a second clause's verb, where the parser gave it to the clause before: "the charge was 2.5
    farads and the voltage across it was 5 volts"."""
    if verb.dep_ != "conj" or verb.pos_ not in ("VERB", "AUX") or verb.head.i >= verb.i:
        return None
    index = verb.i - 1
    while index > verb.head.i and verb.doc[index].dep_ in ("aux", "auxpass", "advmod", "neg"):
        index -= 1
    noun = verb.doc[index]
    while noun.dep_ == "pobj" and noun.head.head.pos_ in NOUNS and noun.head.head.i > verb.head.i:
        noun = noun.head.head
    if noun.pos_ not in NOUNS or noun.i <= verb.head.i or noun.ent_type_ in ("DATE", "TIME", "PERCENT", "MONEY"):
        return None
    before = verb.doc[min(one.i for one in noun.subtree) - 1] if noun.i > 0 else noun
    first = next((one for one in verb.doc[verb.head.i : noun.i] if one.lower_ in _JOINS), None)
    return noun if first is not None and (before.lower_ in _JOINS or first.i + 4 >= noun.i) else None


def referents(doc: Doc, quantity: Quantity, quantities: Sequence[Quantity]) -> list[Token]:
    """The head nouns that a figure is told of, nearest first; none where the sentence names nothing.

    Args:
        quantities: all of the sentence, for one that says another again.
    """
    if quantity.restates is not None and quantity.restates < len(quantities):
        return referents(doc, quantities[quantity.restates], ())
    token = anchor(doc, quantity)
    counts = quantity.dimension == "count" and quantity.unit not in ("", "time") and not quantity.elliptic
    bracketed = _before_bracket(doc, quantity)
    if bracketed is not None:
        return [bracketed]
    if quantity.dimension == "duration" and _when(token):
        return []
    if (listed := _listed(doc, quantity)) is not None:
        return [listed]
    found = _of_count(_outermost(token, quantity)) if counts else _of_amount(doc, token, quantity)
    return [noun for noun in dict.fromkeys(map(_stands_for, found)) if _is_noun(noun)]


def _outermost(token: Token, quantity: Quantity) -> Token:
    """The figure's own word that hangs on the rest of the sentence: "thousands" of "procured thousands of tests"."""
    while token.head.i != token.i and quantity.start <= token.head.idx < quantity.end:
        token = token.head
    return token


def beside(doc: Doc, quantity: Quantity) -> list[Token]:
    """Who has what is counted in a phrase beside the verb: "port" of "the port is a base for 60 boats", where nothing
    nearer is told of."""
    token = _outermost(anchor(doc, quantity), quantity)
    verb = predicate(token) if token.dep_ == "pobj" else None
    owner = None if verb is None else subject(verb)
    return [owner] if owner is not None and owner.pos_ in NOUNS and not within(token, owner) else []


def _is_noun(token: Token) -> bool:
    """Whether a word names something, as a subject does that the tagger took for an adjective or a number too."""
    if token.pos_ in NOUNS:
        return True
    if token.dep_ not in SUBJECTS:
        return False
    return token.tag_ == "VBG" or (
        token.pos_ in ("ADJ", "NUM", "X") and (token.text[:1].isupper() or token.n_lefts > 0)
    )


_LEADS = frozenset({"up", "down", "by", "+", "between"})


def _listed(doc: Doc, quantity: Quantity) -> Token | None:
    """Whose the figure is in a list without verbs: "Gant up 3%, Burl by 2.6%", "Nasdaq +0.8%"."""
    span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if span is None or quantity.dimension not in ("ratio", "points", "money"):
        return None
    index = span.start - 1
    while index > span.sent.start and doc[index].lower_ in _LEADS:
        index -= 1
    name = doc[index]
    if index < span.sent.start or (index == span.start - 1 and doc[index].whitespace_ == "") or name.pos_ != "PROPN":
        return None
    first = name
    while first.i > span.sent.start and first.nbor(-1).pos_ == "PROPN":
        first = first.nbor(-1)
    opener = first.nbor(-1) if first.i > span.sent.start else None
    listed = opener is not None and (opener.text in (",", ":", ";", "%") or opener.lower_ in ("and", "as"))
    return name if listed and name.dep_ not in SUBJECTS else None


def nearest_before(doc: Doc, quantity: Quantity, hidden: frozenset[int]) -> list[Token]:
    """The head of the nearest noun phrase before the figure, where the parse hangs the figure on none."""
    for index in range(quantity.number, doc[quantity.number].sent.start - 1, -1):
        token = doc[index]
        heads = token.dep_ in SUBJECTS | OBJECTS or token.dep_ in ("ROOT", "pobj", "conj")
        if heads and token.pos_ in NOUNS and index not in hidden and token.ent_type_ not in ("DATE", "TIME"):
            return [token]
    return []


def _stands_for(token: Token) -> Token:
    """A pronoun's noun where the clause above names it: "the company said it has"."""
    if token.pos_ != "PRON" or token.dep_ not in SUBJECTS:
        return token
    if (instead := stands_instead(token)) is not None:
        return instead
    verb = token.head
    for _ in range(3):
        if verb.dep_ not in ("ccomp", "advcl", "conj", "xcomp") or verb.head.i == verb.i:
            break
        verb = verb.head
        owner = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
        if owner is not None and owner.pos_ in NOUNS and owner.i < token.i:
            return owner
    return token


def stands_instead(pronoun: Token) -> Token | None:
    """What "those of Tarn" puts in the place of the first: "emissions in Suland fell 7%, those of Tarn grew"."""
    if pronoun.lower_ not in ("that", "those"):
        return None
    return next((one for child in pronoun.rights if child.dep_ == "prep" for one in child.rights), None)


def _before_bracket(doc: Doc, quantity: Quantity) -> Token | None:
    """The noun before the bracket an amount opens: "Gant (0.5 points)"."""
    span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if span is None or span.start < 2 or doc[span.start - 1].text not in ("(", "["):
        return None
    noun = doc[span.start - 2]
    return noun if noun.pos_ in NOUNS else None


def _when(token: Token) -> bool:
    """Whether a duration only says when or for how long: "over the past two years", "two years later"."""
    if token.dep_ == "pobj" and token.head.lower_ in ("over", "for", "in", "after", "within", "during", "since"):
        return True
    return token.dep_ == "npadvmod" and token.head.lower_ in ("later", "ago", "earlier", "before", "after")


def _of_count(token: Token) -> list[Token]:
    """What a count of things is told of: "run" of "a run of seven games", "company" of "the company has 12 offices"."""
    head = token.head
    if token.dep_ == "pobj" and head.lower_ == "of":
        return [head.head]
    verb = head if head.pos_ in ("VERB", "AUX") else None
    if verb is None:
        return []
    if token.dep_ in OBJECTS:
        owner = subject(verb)
        return [] if owner is None or owner.lower_ == "there" else [owner]
    if token.dep_ in SUBJECTS:
        return [child for child in verb.rights if child.dep_ in OBJECTS][:1]
    return []


def _of_amount(doc: Doc, token: Token, quantity: Quantity) -> list[Token]:
    """What an amount is told of: the noun after or around it, then the subject of its verb."""
    if token.pos_ == "VERB":  # "doubled": the verb is the figure
        owner = subject(token)
        return [one for one in (*(c for c in token.rights if c.dep_ in OBJECTS), owner) if one is not None]
    found = list(_after(doc, token, quantity))
    inside = token
    for _ in range(_CLIMB):
        head = inside.head
        if head.i == inside.i:
            break
        within = quantity.start <= head.idx < quantity.end
        if head.pos_ in ("VERB", "AUX"):
            if not found:
                found += [one for one in head.rights if one.dep_ in OBJECTS and one.i < token.i and one.i != inside.i][
                    :1
                ]
            owner = subject(head)
            found += _paid_for(head, token)
            if owner is not None and owner.i != inside.i:
                found.append(owner)
            break
        if not within and head.pos_ in NOUNS and not head.like_num and head.ent_type_ not in ("DATE", "TIME"):
            if not found or inside.dep_ in ("compound", "nummod", "amod", "nmod", "appos"):
                found.append(head)
            if head.dep_ in SUBJECTS:
                break
        inside = head
    return found


def _paid_for(verb: Token, token: Token) -> list[Token]:
    """As in "flights" of "paid $200 for flights"."""
    if not any(child.dep_ in OBJECTS and within(token, child) for child in verb.rights):
        return []
    phrases = [child for child in verb.rights if child.dep_ == "prep" and child.lower_ == "for" and child.i > token.i]
    return [inner for child in phrases for inner in child.rights if inner.dep_ == "pobj" and inner.pos_ in NOUNS][:1]


def _after(doc: Doc, token: Token, quantity: Quantity) -> Iterable[Token]:
    """The noun in a phrase right after the amount: "60% of voters", "$1bn in gains", "13% of the firm"."""
    seen = {token.i, quantity.number}
    leads = _AFTER_AMOUNT if quantity.dimension in ("ratio", "money", "points", "count", "multiple") else _OF_ONLY
    for holder in (token, doc[quantity.number]):
        for child in holder.rights:
            if child.dep_ == "prep" and child.lower_ in leads and child.i not in seen:
                for inner in child.rights:
                    if inner.dep_ == "pobj" and inner.ent_type_ not in ("DATE", "TIME") and inner.pos_ in NOUNS:
                        return [inner]
    return []


def within(token: Token, other: Token) -> bool:
    return bool(token.i == other.i or other.is_ancestor(token))


# ------------------------------------------------------------------------------------------------------- the phrases


def hidden_words(doc: Doc, quantities: Sequence[Quantity]) -> frozenset[int]:
    """Tokens of numbers and units of measure; what is counted stays."""
    hidden: set[int] = set()
    for quantity in quantities:
        span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
        if span is None:
            continue
        counts = quantity.dimension == "count" and quantity.noun is not None and not quantity.elliptic
        stays = {quantity.noun, *quantity.modifiers} if counts else set()
        hidden |= {token.i for token in span} - stays
    return frozenset(hidden)


def phrase(noun: Token, hidden: frozenset[int] = frozenset(), *, clauses: bool = False) -> list[Token]:
    """The words of a noun's phrase that tell something, in order: no articles, pronouns, numbers, dates.

    Args:
        hidden: tokens that are no part of it, as numbers and their units.
        clauses: takes a participle behind the noun in, with what hangs on it ("a skull found in China").
    """
    kept: list[Token] = []
    stack = [noun]
    while stack and len(kept) < _MOST_WORDS:
        token = stack.pop()
        behind = clauses and _participle(token)
        telling = (
            token.pos_ in _TELLING or (token.tag_ in _PARTICIPLES and token.dep_ in ("amod", "compound")) or behind
        )
        named = token.ent_type_ not in _NOT_SAID_OF or _numbers_a_name(token)
        if token.i == noun.i or (telling and named and any(map(str.isalnum, token.text))):
            if token.i not in hidden:
                kept.append(token)
        elif token.dep_ != "prep":
            continue
        for child in token.children:
            other = child.dep_ == "conj" and any(inner.i in hidden for inner in child.subtree)
            clause = (
                clauses and token.i == noun.i and _participle(child) and hidden.isdisjoint(t.i for t in child.subtree)
            )
            into = child.dep_ in _INTO and (not behind or child.dep_ == "prep")
            if (into or clause) and not other and child.ent_type_ not in ("DATE", "TIME"):
                stack.append(child)
    return sorted(kept, key=lambda token: token.i)


def _participle(token: Token) -> bool:
    return token.dep_ == "acl" and token.tag_ == "VBN"


def _numbers_a_name(token: Token) -> bool:
    """Whether a number that is no figure of its own tells one thing from another: "iPhone 11", "category 4"."""
    return token.ent_type_ in ("CARDINAL", "ORDINAL") and any(map(str.isdigit, token.text))
