"""What delimits those a figure counts: the people they belong to, the group they are among, the place.

It stands apart from :mod:`factcheck.extract.figures` because it looks beyond the noun counted: at whose soldiers they
are, on which side, among whom, in which city.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract import context_en as en

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BEFORE = frozenset({"amod", "compound", "nmod", "poss"})


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
    "Sallow bridge" of "at Sallow bridge"."""
    for child in _phrases(token, verb):
        if child.lower_ not in en.PLACE_PREPOSITIONS:
            continue
        for inner in child.children:
            if inner.dep_ == "pobj" and (found := _named_place(child, inner)) is not None:
                return found
    return None


def _named_place(preposition: Token, noun: Token) -> str | None:
    if noun.ent_type_ in ("GPE", "LOC", "FAC"):
        return _entity(noun)
    if noun.pos_ == "PROPN":
        # a tagger that has never met a town takes it for a person, or for nothing
        return _entity(noun) if preposition.lower_ == "in" and noun.ent_type_ in ("", "PERSON") else None
    if noun.lemma_.lower() in en.AREA_NOUNS:
        named = [one for of in noun.rights if of.lower_ == "of" for one in of.children if one.pos_ == "PROPN"]
        return _entity(named[0]) if named else None
    if noun.lemma_.lower() in en.SITE_NOUNS:
        words = [one for one in noun.lefts if one.dep_ in _BEFORE and one.tag_ not in ("PRP$", "JJR", "JJS")]
        if words:
            return " ".join(one.text for one in (*words, noun))
    return None


def _phrases(token: Token, verb: Token | None) -> list[Token]:
    holders = (token, verb) if verb is not None else (token,)
    return [child for holder in holders for child in holder.children if child.dep_ == "prep"]


def _entity(token: Token) -> str:
    for entity in token.sent.ents:
        if entity.start <= token.i < entity.end:
            text = str(entity.text)
            return text[4:] if text.lower().startswith("the ") else text
    return str(token.text)
