"""What delimits those a figure counts: the people they belong to, the group they are among, the place.

It stands apart from :mod:`factcheck.extract.figures` because it looks beyond the noun counted: at whose soldiers they
are, on which side, among whom, in which city.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.extract import context_en as en

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BEFORE = frozenset({"amod", "compound", "nmod", "poss"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})


def population(token: Token, verb: Token | None, dimension: str) -> str | None:
    """Whose or which people are counted, where the noun itself doesn't say.

    "498 of its soldiers" after "the Russian ministry" gives "Russian"; "on the Ukrainian side", "Ukrainian"; "among
    people aged 18 to 24", "people aged 18 to 24"; None where nothing is said.

    Args:
        token: where the figure hangs in the parse. verb: what governs it, or None.
    """
    if dimension == "count" and (people := _owners(token)) is not None:
        return people
    for child in _phrases(token, verb):
        inner = next((one for one in child.children if one.dep_ == "pobj"), None)
        if inner is None:
            continue
        if child.lower_ == "on" and inner.lower_ == "side":
            nation = next((one for one in inner.lefts if one.dep_ == "amod" and one.text[:1].isupper()), None)
            if nation is not None:
                return nation.text
        if child.lower_ in ("among", "amongst") and inner.pos_ == "NOUN" and dimension in ("count", "ratio"):
            if inner.i == token.i:
                return None  # "they were among about 400 people": the figure's own
            words = [one for one in inner.subtree if one.dep_ != "det"]
            return "".join(one.text_with_ws for one in words).strip(" ,") or None
    return None


def _owners(token: Token) -> str | None:
    """The people named in the subject that a possessive stands for: "the Russian army said it lost 40 of its men"."""
    noun = token
    if token.pos_ == "NUM":
        noun = next((one for of in token.children if of.lower_ == "of" for one in of.children), token)
    if not any(child.tag_ == "PRP$" and child.lower_ in ("its", "their") for child in noun.children):
        return None
    for above in token.ancestors:
        for child in above.lefts:
            if child.dep_ in _SUBJECTS and child.i < noun.left_edge.i and not child.is_ancestor(noun):
                return next((one.text for one in child.subtree if _names_people(one)), None)
    return None


def _names_people(token: Token) -> bool:
    if token.ent_type_ in ("GPE", "NORP"):
        return True
    return token.text[:1].isupper() and token.lower_.endswith(en.PEOPLE_ENDINGS) and token.pos_ in ("ADJ", "PROPN")


def place(token: Token, verb: Token | None) -> str | None:
    """Where: a name in a prepositional phrase of the figure's noun or verb, "Sallow" of "in the city of Sallow" and
    "Sallow bridge" of "at Sallow bridge"; else what was struck ("hit southern Iran, killing 10"), or where the clause
    that this one belongs to happens ("died when a bus fell into a river near Ostrand")."""
    if (found := _in_phrases(_phrases(token, verb))) is not None:
        return found
    for one in (token, verb):
        for child in one.children if one is not None else ():
            if child.lower_ in en.EVERYWHERE and child.dep_ in ("advmod", "npadvmod"):
                return str(child.lower_)
    for clause in _clauses(verb):
        if (found := _of_clause(clause)) is not None:
            return found
    return None


def place_of_doer(verb: Token | None) -> str | None:
    """Where what the verb tells of is: "Westbury" of "the trust in Westbury spent $5m", "Tarn" of "the number of
    people waiting for treatment in Tarn rose"."""
    owner = next((one for one in verb.lefts if one.dep_ in _SUBJECTS), None) if verb is not None else None
    if owner is None:
        return None
    return _in_phrases(
        one
        for one in owner.subtree
        if one.dep_ == "prep"
        and one.i > owner.i
        and one.lower_ in _WITHIN
        and (one.head.i == owner.i or one.head.pos_ != "PROPN")  # "the Agency for Refugees in the Near East" is a name
    )


_WITHIN = frozenset({"in", "across", "throughout"})


def _in_phrases(phrases: Iterable[Token]) -> str | None:
    for child in phrases:
        if child.lower_ not in en.PLACE_PREPOSITIONS and child.lower_ != "on":
            continue
        for inner in child.children:
            if inner.dep_ == "pobj" and (found := _named_place(child, inner)) is not None:
                return found
    return None


def _clauses(verb: Token | None) -> Iterator[Token]:
    """The verb, what it is a participle or a relative clause of, and the "when" beneath it."""
    if verb is None:
        return
    yield verb
    for child in (*verb.rights, *(inner for joined in verb.rights if joined.dep_ == "conj" for inner in joined.rights)):
        if child.dep_ == "advcl" and any(one.lower_ in ("when", "after", "as") for one in child.lefts):
            yield child
    above = verb
    for _ in range(_STEPS_UP):
        if above.dep_ not in ("advcl", "acl", "relcl", "conj") or above.head.i == above.i:
            return
        if above.dep_ == "conj" and above.head.lemma_.lower() in en.SEATED:
            return  # "is headquartered in Tarn and has 350 employees"
        participle = above.dep_ != "advcl" or above.tag_ == "VBG"
        above = above.head
        if participle:
            yield above


_STEPS_UP = 2


def _of_clause(head: Token) -> str | None:
    """Where the thing told of is: the noun itself, the object struck, or a phrase beside verb, object or doer."""
    if head.pos_ in ("NOUN", "PROPN"):
        return _entity(head) if head.ent_type_ in _PLACES else _in_phrases(_phrases(head, None))
    holders = [head]
    for child in head.rights:
        if child.dep_ == "dobj" and head.lemma_.lower() in en.STRIKING and (struck := _struck(child)) is not None:
            return struck
        if child.dep_ == "dobj":
            holders.append(child)
        if child.dep_ == "agent":
            holders += [one for one in child.children if one.dep_ == "pobj"]
    return _in_phrases(child for holder in holders for child in holder.children if child.dep_ == "prep")


def _struck(noun: Token) -> str | None:
    if noun.ent_type_ in _PLACES:
        return _entity(noun)
    if noun.lemma_.lower() not in en.AREA_NOUNS:
        return None
    named = [one for of in noun.rights if of.lower_ == "of" for one in of.children if one.pos_ == "PROPN"]
    return _entity(named[0]) if named else None


_PLACES = frozenset({"GPE", "LOC", "FAC"})


def _named_place(preposition: Token, noun: Token) -> str | None:
    if noun.ent_type_ in _PLACES:
        return _entity(noun)
    if noun.pos_ == "PROPN":
        # a tagger that has never met a town takes it for a person, or for nothing
        return _entity(noun) if preposition.lower_ == "in" and noun.ent_type_ in ("", "PERSON") else None
    if noun.lemma_.lower() in en.AREA_NOUNS:
        named = [one for of in noun.rights if of.lower_ == "of" for one in of.children if one.pos_ == "PROPN"]
        return _entity(named[0]) if named else None
    if noun.lemma_.lower() in en.SITE_NOUNS:
        words = [
            one
            for one in noun.lefts
            if one.dep_ in _BEFORE and one.pos_ in _NAMING and one.tag_[:3] not in ("JJR", "JJS")
        ]
        if words:
            return " ".join(one.text for one in (*words, noun)).replace(" - ", "-")
    named = [one for one in noun.lefts if one.dep_ in ("compound", "nmod") and one.ent_type_ == "GPE"]
    if named and preposition.lower_ in ("in", "at") and noun.lemma_.lower() in en.BUILDINGS:
        return _entity(named[0])  # "at its Tarn factory"
    return None


def _phrases(token: Token, verb: Token | None) -> list[Token]:
    holders = (token, verb) if verb is not None else (token,)
    return [child for holder in holders for child in holder.children if child.dep_ == "prep"]


def _entity(token: Token) -> str:
    """The name that the token is a word of. Read off the words beside it, for to ask the sentence for its names takes
    as long as the sentence is, and a table may be one sentence of a thousand figures."""
    if token.ent_iob in (_NO_NAME, _UNKNOWN):
        return str(token.text)
    doc, first, end = token.doc, token.i, token.i + 1
    while doc[first].ent_iob == _INSIDE and first:
        first -= 1
    while end < len(doc) and doc[end].ent_iob == _INSIDE:
        end += 1
    text = str(doc[first:end].text)
    return text[4:] if text.lower().startswith("the ") else text


_UNKNOWN, _INSIDE, _NO_NAME = 0, 1, 2
"""What spaCy's ``Token.ent_iob`` says besides 3, the first word of a name."""
