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

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck.extract.context_en import EMPTY_NOUNS, GIVES_NUMBERS, LIGHT
from factcheck.extract.quantities import Quantity
from factcheck.extract.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj", "attr", "oprd"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_TELLING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "SYM", "X"})
_INTO = words("compound amod nmod poss prep pobj conj nummod npadvmod pcomp")
_PARTICIPLES = frozenset({"VBN", "VBG"})
_NOT_SAID_OF = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_AFTER_AMOUNT = frozenset({"of", "in", "from", "off", "for", "on"})
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
                return verb.head if child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else child
        if verb.dep_ in ("relcl", "acl"):
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def concepts(doc: Doc, quantity: Quantity, quantities: Sequence[Quantity] = ()) -> list[str]:
    """The noun phrases a figure refers to, nearest first, as written without articles and numbers.

    Args:
        quantities: all of the sentence; their numbers and units are no part of a phrase.
    """
    own = frozenset() if quantity.noun is None else frozenset({quantity.noun, *quantity.modifiers})
    hidden = _hidden(doc, quantities or (quantity,)) | own
    referents = _referents(doc, quantity, quantities)
    if not referents and quantity.dimension not in ("count", "duration"):
        referents = _nearest_before(doc, quantity, hidden)
    phrases = [phrase(noun, hidden) for noun in referents]
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
    hidden = _hidden(doc, quantities or (quantity,))
    if quantity.dimension == "count" and quantity.unit and quantity.unit not in ("time", "point"):
        words = _of_counted(doc, quantity, hidden)
    else:
        verb = predicate(anchor(doc, quantity))
        words = _antecedent(doc, quantity)
        words += [_form(part) for noun in _referents(doc, quantity, quantities) for part in phrase(noun, hidden)]
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
            found += [_form(one) for one in child.rights if one.dep_ == "dobj" and one.pos_ in _NOUNS]
    return found


# ---------------------------------------------------------------------------------------- which nouns a figure is of


def _referents(doc: Doc, quantity: Quantity, quantities: Sequence[Quantity]) -> list[Token]:
    if quantity.restates is not None and quantity.restates < len(quantities):
        return _referents(doc, quantities[quantity.restates], ())
    token = anchor(doc, quantity)
    counts = quantity.dimension == "count" and quantity.unit not in ("", "time") and not quantity.elliptic
    bracketed = _before_bracket(doc, quantity)
    if bracketed is not None:
        return [bracketed]
    if quantity.dimension == "duration" and _when(token):
        return []
    found = _of_count(token) if counts else _of_amount(doc, token, quantity)
    return [noun for noun in dict.fromkeys(map(_stands_for, found)) if noun.pos_ in _NOUNS]


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


def _nearest_before(doc: Doc, quantity: Quantity, hidden: frozenset[int]) -> list[Token]:
    """The head of the nearest noun phrase before the figure, where the parse hangs the figure on none."""
    for index in range(quantity.number, doc[quantity.number].sent.start - 1, -1):
        token = doc[index]
        heads = token.dep_ in _SUBJECTS | _OBJECTS or token.dep_ in ("ROOT", "pobj", "conj")
        if heads and token.pos_ in _NOUNS and index not in hidden and token.ent_type_ not in ("DATE", "TIME"):
            return [token]
    return []


def _stands_for(token: Token) -> Token:
    """A pronoun's noun where the clause above names it: "the company said it has"."""
    if token.pos_ != "PRON" or token.dep_ not in _SUBJECTS:
        return token
    if (instead := _instead(token)) is not None:
        return instead
    verb = token.head
    for _ in range(3):
        if verb.dep_ not in ("ccomp", "advcl", "conj", "xcomp") or verb.head.i == verb.i:
            break
        verb = verb.head
        owner = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
        if owner is not None and owner.pos_ in _NOUNS and owner.i < token.i:
            return owner
    return token


def _instead(pronoun: Token) -> Token | None:
    """What "those of Tarn" puts in the place of the first: "emissions in Suland fell 7%, those of Tarn grew"."""
    if pronoun.lower_ not in ("that", "those"):
        return None
    return next((one for child in pronoun.rights if child.dep_ == "prep" for one in child.rights), None)


def _antecedent(doc: Doc, quantity: Quantity) -> list[str]:
    """The noun that "those of Tarn" takes up, without what delimited it."""
    verb = predicate(anchor(doc, quantity))
    owner = None if verb is None else subject(verb)
    if verb is None or owner is None or _instead(owner) is None:
        return []
    for above in (verb.head, *verb.head.ancestors):
        first = next((child for child in above.lefts if child.dep_ in _SUBJECTS), None)
        if first is not None and first.i < owner.i and first.pos_ in _NOUNS:
            return [_form(first)]
    return []


def _before_bracket(doc: Doc, quantity: Quantity) -> Token | None:
    """The noun before the bracket an amount opens: "Gant (0.5 points)"."""
    span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if span is None or span.start < 2 or doc[span.start - 1].text not in ("(", "["):
        return None
    noun = doc[span.start - 2]
    return noun if noun.pos_ in _NOUNS else None


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
    if token.dep_ in _OBJECTS:
        owner = subject(verb)
        return [] if owner is None or owner.lower_ == "there" else [owner]
    if token.dep_ in _SUBJECTS:
        return [child for child in verb.rights if child.dep_ in _OBJECTS][:1]
    return []


def _of_amount(doc: Doc, token: Token, quantity: Quantity) -> list[Token]:
    """What an amount is told of: the noun after or around it, then the subject of its verb."""
    if token.pos_ == "VERB":  # "doubled": the verb is the figure
        owner = subject(token)
        return [one for one in (*(c for c in token.rights if c.dep_ in _OBJECTS), owner) if one is not None]
    found = list(_after(doc, token, quantity))
    inside = token
    for _ in range(_CLIMB):
        head = inside.head
        if head.i == inside.i:
            break
        within = quantity.start <= head.idx < quantity.end
        if head.pos_ in ("VERB", "AUX"):
            if not found:
                found += [one for one in head.rights if one.dep_ in _OBJECTS and one.i < token.i and one.i != inside.i][
                    :1
                ]
            owner = subject(head)
            found += _paid_for(head, token)
            if owner is not None and owner.i != inside.i:
                found.append(owner)
            break
        if not within and head.pos_ in _NOUNS and not head.like_num and head.ent_type_ not in ("DATE", "TIME"):
            if not found or inside.dep_ in ("compound", "nummod", "amod", "nmod", "appos"):
                found.append(head)
            if head.dep_ in _SUBJECTS:
                break
        inside = head
    return found


def _paid_for(verb: Token, token: Token) -> list[Token]:
    """As in "flights" of "paid $200 for flights"."""
    if not any(child.dep_ in _OBJECTS and _within(token, child) for child in verb.rights):
        return []
    phrases = [child for child in verb.rights if child.dep_ == "prep" and child.lower_ == "for" and child.i > token.i]
    return [inner for child in phrases for inner in child.rights if inner.dep_ == "pobj" and inner.pos_ in _NOUNS][:1]


def _after(doc: Doc, token: Token, quantity: Quantity) -> Iterable[Token]:
    """The noun in a phrase right after the amount: "60% of voters", "$1bn in gains", "13% of the firm"."""
    seen = {token.i, quantity.number}
    for holder in (token, doc[quantity.number]):
        for child in holder.rights:
            if child.dep_ == "prep" and child.lower_ in _AFTER_AMOUNT and child.i not in seen:
                for inner in child.rights:
                    if inner.dep_ == "pobj" and inner.ent_type_ not in ("DATE", "TIME") and inner.pos_ in _NOUNS:
                        return [inner]
    return []


def _other_argument(verb: Token, token: Token) -> Token | None:
    """Head of the verb's subject, object or agent that doesn't hold the figure."""
    for child in verb.children:
        if child.dep_ in _SUBJECTS | _OBJECTS and child.pos_ in _NOUNS and not _within(token, child):
            return child
        if child.dep_ == "agent":
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.pos_ in _NOUNS and not _within(token, inner):
                    return inner
    return None


def _within(token: Token, other: Token) -> bool:
    return bool(token.i == other.i or other.is_ancestor(token))


# ------------------------------------------------------------------------------------------------------- the phrases


def _hidden(doc: Doc, quantities: Sequence[Quantity]) -> frozenset[int]:
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


def phrase(noun: Token, hidden: frozenset[int] = frozenset()) -> list[Token]:
    """The words of a noun's phrase that tell something, in order: no articles, pronouns, numbers, dates or clauses."""
    kept: list[Token] = []
    stack = [noun]
    while stack and len(kept) < _MOST_WORDS:
        token = stack.pop()
        telling = token.pos_ in _TELLING or (token.tag_ in _PARTICIPLES and token.dep_ in ("amod", "compound"))
        named = token.ent_type_ not in _NOT_SAID_OF or _numbers_a_name(token)
        if token.i == noun.i or (telling and named and any(map(str.isalnum, token.text))):
            if token.i not in hidden:
                kept.append(token)
        elif token.dep_ != "prep":
            continue
        for child in token.children:
            other = child.dep_ == "conj" and any(inner.i in hidden for inner in child.subtree)
            if child.dep_ in _INTO and not other and child.ent_type_ not in ("DATE", "TIME"):
                stack.append(child)
    return sorted(kept, key=lambda token: token.i)


def _numbers_a_name(token: Token) -> bool:
    """Whether a number that is no figure of its own tells one thing from another: "iPhone 11", "category 4"."""
    return token.ent_type_ in ("CARDINAL", "ORDINAL") and any(map(str.isdigit, token.text))


def _form(token: Token) -> str:
    name = token.pos_ == "PROPN" or token.tag_ in ("NNP", "NNPS") or (token.pos_ == "ADJ" and token.is_title)
    return str(token.text if name else token.lemma_.lower())
