"""What a figure measures, in words with the number taken out.

A measure is written in a normal form: the noun counted (or the noun that carries the amount) with what delimits it, then
the lemma of the verb that governs it, then the head of that verb's other argument: "Russian troop die", "application
receive Kremlin", "unemployment rate", "fine". Light and reporting verbs ("have", "be", "said") are left out, nouns and
verbs are lemmas, names keep their case: a person can read it and a comparison can work on its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.context_en import LIGHT
from factcheck.extract.quantities import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj", "attr", "oprd"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_LEFT = frozenset({"compound", "amod", "nmod", "poss"})
_EMPTY = frozenset({"number", "total", "amount", "figure", "level", "average", "sum"})
_CLIMB = 12


def anchor(doc: Doc, quantity: Quantity) -> Token:
    """The token the figure hangs on in the tree: its noun or unit, else its number."""
    if quantity.noun is not None and not quantity.elliptic:
        return doc[quantity.noun]
    return doc[quantity.number]


def predicate(token: Token) -> Token | None:
    """The verb that governs ``token``, or None."""
    for _ in range(_CLIMB):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def subject(verb: Token) -> Token | None:
    """The verb's subject; where it has none of its own, that of the clause it depends on."""
    for _ in range(5):
        for child in verb.lefts:
            if child.dep_ in _SUBJECTS:
                if child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
                    return verb.head
                return child
        if verb.dep_ in ("relcl", "acl"):
            return verb.head
        if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp") and verb.head.i != verb.i:
            verb = verb.head
            continue
        return None
    return None


def carrier(doc: Doc, quantity: Quantity) -> Token | None:
    """The noun that an amount belongs to: "tax" of "a 25% tax", "fine" of "a fine of $3bn", "shares" of "shares fell 8%"."""
    token = anchor(doc, quantity)
    for _ in range(_CLIMB):
        head = token.head
        if head.i == token.i:
            return None
        inside = quantity.start <= head.idx < quantity.end
        if not inside and head.pos_ in _NOUNS and head.tag_ != "CD" and head.ent_type_ not in ("DATE", "TIME"):
            return None if head.i == token.i else head
        if head.pos_ in ("VERB", "AUX"):
            found = subject(head)
            return found if found is not None and not _within(token, found) else None
        token = head
    return None


def concepts(doc: Doc, quantity: Quantity) -> list[str]:
    """The noun phrases a figure refers to, nearest first, as written: what it is an amount of, and who is its subject."""
    noun = carrier(doc, quantity)
    found = [noun] if noun is not None else []
    verb = predicate(anchor(doc, quantity))
    if verb is not None and (owner := subject(verb)) is not None and owner.pos_ in _NOUNS and owner not in found:
        found.append(owner)
    return [" ".join(part.text for part in phrase(one)) for one in found]


def _within(token: Token, other: Token) -> bool:
    return bool(token.i == other.i or other.is_ancestor(token))


def phrase(noun: Token) -> list[Token]:
    """A noun with the adjectives and nouns before it and the nouns of an "of" after it; numbers and dates left out."""
    kept = [child for child in noun.lefts if child.dep_ in _LEFT and _tells(child)]
    kept = [word for child in kept for word in (*[c for c in child.lefts if c.dep_ in _LEFT and _tells(c)], child)]
    kept.append(noun)
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "on", "in", "among"):
            for inner in child.children:
                if inner.dep_ == "pobj" and _tells(inner):
                    kept += [c for c in inner.lefts if c.dep_ in _LEFT and _tells(c)] + [inner]
    return kept


def _tells(token: Token) -> bool:
    return (
        token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")
        and token.ent_type_ not in ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY")
        and not token.like_num
    )


def measure(doc: Doc, quantity: Quantity) -> str:
    """The measure in its normal form (see the module); never empty where the sentence has a noun to give."""
    words: list[str] = []
    token = anchor(doc, quantity)
    if quantity.dimension == "count" and quantity.unit and quantity.unit not in ("time", "point"):
        if quantity.elliptic and quantity.noun is None:
            words.append(quantity.unit)
        elif quantity.noun is not None:
            words += [_form(doc[index]) for index in quantity.modifiers] + [quantity.unit]
    else:
        noun = carrier(doc, quantity)
        if noun is not None:
            words += [_form(part) for part in phrase(noun)]
    verb = predicate(token)
    if verb is not None and verb.lemma_.lower() not in LIGHT and quantity.role.value == "level":
        words.append(verb.lemma_.lower())
    if verb is not None and quantity.dimension == "count":
        words += _other_argument(verb, token)
    kept: list[str] = []
    for word in words:
        if word.lower() not in _EMPTY and word not in kept:
            kept.append(word)
    return " ".join(kept) or " ".join(dict.fromkeys(words))


def _form(token: Token) -> str:
    return str(token.text if token.pos_ == "PROPN" or token.tag_ in ("NNP", "NNPS") else token.lemma_.lower())


def _other_argument(verb: Token, token: Token) -> list[str]:
    """Head of the verb's subject or object that doesn't hold the figure."""
    for child in verb.children:
        wanted = child.dep_ in _SUBJECTS | _OBJECTS
        if wanted and child.pos_ in _NOUNS and not _within(token, child):
            return [_form(part) for part in child.lefts if part.dep_ == "compound"] + [_form(child)]
    return []
