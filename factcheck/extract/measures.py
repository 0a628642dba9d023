"""What a figure measures, in words with the number taken out.

Two views of the same finding. *Concepts* are the noun phrases a figure refers to, nearest first: of "China had a 25%
tax on imported vehicles" they are "tax on imported vehicles" and "China" (the *referred concepts* of Almasian et al.,
CQE, 2023). A *measure* is their normal form: the noun counted, or the nouns that carry the amount, each with what
delimits it, then the lemma of the verb that governs it and the head of that verb's other argument: "Danish sailor
drown", "application receive ministry", "tax import vehicle China". Light and reporting verbs ("have", "be", "said")
are left out, nouns and verbs are lemmas, names keep their case: a person can read it and a comparison can work on its
words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.extract.context_en import EMPTY_NOUNS, GIVES_NUMBERS, LIGHT
from factcheck.extract.quantities import Quantity
from factcheck.extract.referents import (
    NOUNS,
    OBJECTS,
    SUBJECTS,
    anchor,
    beside,
    hidden_words,
    nearest_before,
    phrase,
    predicate,
    referents,
    stands_instead,
    subject,
    within,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def concepts(doc: Doc, quantity: Quantity, quantities: Sequence[Quantity] = ()) -> list[str]:
    """The noun phrases a figure refers to, nearest first, as written without articles and numbers.

    Args:
        quantities: all of the sentence; their numbers and units are no part of a phrase.
    """
    own = frozenset() if quantity.noun is None else frozenset({quantity.noun, *quantity.modifiers})
    hidden = hidden_words(doc, quantities or (quantity,)) | own
    told_of = referents(doc, quantity, quantities)
    if not told_of and quantity.dimension == "count":
        told_of = beside(doc, quantity)
    elif not told_of and quantity.dimension not in ("duration", "ratio"):
        told_of = nearest_before(doc, quantity, hidden)
    phrases = [phrase(noun, hidden, clauses=True) for noun in told_of]
    return [_printed(one) for one in phrases if one]


def _printed(tokens: Sequence[Token]) -> str:
    """The words of a phrase with their hyphens ("e-commerce giant")."""
    text = ""
    for before, token in zip((None, *tokens), tokens, strict=False):
        joined = before is not None and token.i == before.i + 2 and token.nbor(-1).text in "-‑–/"
        joined = joined and before is not None and not before.whitespace_ and not token.nbor(-1).whitespace_
        text += ("-" if joined else " ") + str(token.text)
    return text.strip()


def measure(doc: Doc, quantity: Quantity, quantities: Sequence[Quantity] = ()) -> str:
    """The measure in its normal form (see the module); "" where the sentence has no noun to give."""
    hidden = hidden_words(doc, quantities or (quantity,))
    if quantity.dimension == "count" and quantity.unit and quantity.unit not in ("time", "point"):
        words = _of_counted(doc, quantity, hidden)
    else:
        verb = predicate(anchor(doc, quantity))
        words = _antecedent(doc, quantity)
        words += [_form(part) for noun in referents(doc, quantity, quantities) for part in phrase(noun, hidden)]
        if verb is not None and verb.lemma_.lower() not in LIGHT and quantity.role.value == "level":
            words.append(verb.lemma_.lower())
    kept = [word for word in dict.fromkeys(words) if word.lower() not in EMPTY_NOUNS]
    return " ".join(kept or dict.fromkeys(words))


def _of_counted(doc: Doc, quantity: Quantity, hidden: frozenset[int]) -> list[str]:
    """The words of a count's measure: what delimits the noun, the noun, what is told of those counted."""
    words: list[str] = []
    token = anchor(doc, quantity)
    if quantity.noun is not None:
        words += [_form(doc[index]) for index in quantity.modifiers]
    words.append(quantity.unit)
    if quantity.noun is not None and _tells_of(doc, quantity):
        token = doc[quantity.noun]
        told = predicate(token)
        if told is not None and told.i == getattr(predicate(doc[quantity.number]), "i", -1):
            return words + _inside(token)
    clause = _inside(token)
    verb = predicate(token)
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ == "out":
        return words + clause  # "out of 5,200 who took part": the verb tells of the part
    if verb is None or verb.lemma_.lower() in GIVES_NUMBERS:
        # who counts or gives the number is no part of what is counted; in "put the death toll at 27" the toll is
        objects = [c for c in verb.rights if c.dep_ == "dobj" and c.i < token.i] if verb is not None else []
        objects = [noun for noun in objects if noun.lemma_.lower() not in EMPTY_NOUNS]
        return words + clause + [_form(part) for noun in objects for part in phrase(noun, hidden)]
    if verb.lemma_.lower() not in LIGHT:
        words.append(verb.lemma_.lower())
    elif clause:
        return words + clause
    other = _other_argument(verb, token)
    if other is not None:
        words += [_form(part) for part in other.lefts if part.dep_ == "compound" and part.i not in hidden]
        words.append(_form(other))
    return words


def _tells_of(doc: Doc, quantity: Quantity) -> bool:
    """Whether a bare number's noun stands elsewhere and its own clause says what is counted: "the number of people who
    fled has reached 2 million", and, of a sentence before, "of these, 43 were children"."""
    if not quantity.elliptic or quantity.noun is None:
        return False
    noun, verb = doc[quantity.noun], predicate(doc[quantity.number])
    if verb is not None and verb.lemma_.lower() not in LIGHT | GIVES_NUMBERS:
        return noun.sent.start == verb.sent.start and bool(_inside(noun))
    return True


def _inside(noun: Token) -> list[str]:
    """What the noun's own phrase tells of those counted: "flee" of "people who have fled", "death" of "the deaths of
    549 civilians"."""
    found: list[str] = []
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        owner = noun.head.head
        if owner.lemma_.lower() not in EMPTY_NOUNS and not owner.like_num:
            found.append(owner.lemma_.lower())
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            found += [_form(one) for one in child.rights if one.dep_ == "pobj" and one.tag_ in ("NN", "NNS")]
        if child.dep_ in ("relcl", "acl") and child.pos_ == "VERB":
            if child.lemma_.lower() not in LIGHT:
                found.append(child.lemma_.lower())
            found += [_form(one) for one in child.rights if one.dep_ == "dobj" and one.pos_ in NOUNS]
    return found


def carried(doc: Doc, quantity: Quantity, before: Sequence[Quantity]) -> str:
    """The measure of an amount told of a pronoun alone ("it now stands at 20 percent"): that of the amount before.

    Args:
        before: the quantities of the sentence before; the last that measures in like units gives the measure.
    """
    told_of = anchor(doc, quantity)
    verb = predicate(told_of)
    owner = None if verb is None else subject(verb)
    if owner is not None and owner.i == told_of.i:
        owner = None  # "almost eight metres had been reported": of what, the sentence before says
    points_back = owner is None or owner.lower_ in ("it", "this", "that", "they") or _names_nothing(owner)
    if verb is None or not points_back:
        return ""
    if verb.lemma_.lower() not in LIGHT | {"rise", "fall", "climb", "drop", "grow"}:
        return ""
    like = {"ratio", "points"} if quantity.dimension in ("ratio", "points") else {quantity.dimension}
    told = next((one for one in reversed(before) if one.dimension in like), None)
    return "" if told is None else measure(doc, told, before)


def told_by_figure(doc: Doc, quantity: Quantity) -> bool:
    """Whether a sentence tells its amount of a "figure" or a "number" alone: of which, the sentence before says."""
    verb = predicate(anchor(doc, quantity))
    owner = None if verb is None else subject(verb)
    return owner is not None and _names_nothing(owner)


def _names_nothing(noun: Token) -> bool:
    """As "the true figure" and "that number" are; "the number of arrests" and "the jobless figure" tell which."""
    if noun.lemma_.lower() not in EMPTY_NOUNS or not any(c.lower_ in ("the", "that", "this") for c in noun.lefts):
        return False
    return not any(c.dep_ in ("compound", "poss", "prep", "relcl", "acl") for c in noun.children)


def _antecedent(doc: Doc, quantity: Quantity) -> list[str]:
    """The noun that "those of Tarn" takes up, without what delimited it."""
    verb = predicate(anchor(doc, quantity))
    owner = None if verb is None else subject(verb)
    if verb is None or owner is None or stands_instead(owner) is None:
        return []
    for above in (verb.head, *verb.head.ancestors):
        first = next((child for child in above.lefts if child.dep_ in SUBJECTS), None)
        if first is not None and first.i < owner.i and first.pos_ in NOUNS:
            return [_form(first)]
    return []


def _other_argument(verb: Token, token: Token) -> Token | None:
    """Head of the verb's subject, object or agent that doesn't hold the figure."""
    for child in verb.children:
        if child.dep_ in SUBJECTS | OBJECTS and child.pos_ in NOUNS and not within(token, child):
            return child
        if child.dep_ == "agent":
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.pos_ in NOUNS and not within(token, inner):
                    return inner
    return None


def _form(token: Token) -> str:
    name = token.pos_ == "PROPN" or token.tag_ in ("NNP", "NNPS") or (token.pos_ == "ADJ" and token.is_title)
    lemma = token.lemma_.lower()
    return str(token.text if name else _MISREAD.get(lemma, lemma) if token.lower_ != lemma else lemma)


_MISREAD = {"taxis": "tax", "reconnecte": "reconnect"}
"""Lemmas that the lemmatizer makes of other words' forms."""
