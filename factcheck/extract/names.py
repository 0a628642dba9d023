"""The names of people as words: without titles, as the text writes them, and of which gender.

It stands apart from :mod:`.people` because it knows no document, only the words of one name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.extract import titles_en as en
from factcheck.extract.bodies import Entity

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPOKEN_FOR = en.TITLES | en.SPEAKS_FOR


def name_words(words: list[str]) -> tuple[str, ...]:
    """A person's name without titles, suffixes and possessive endings; empty where nothing is left."""
    kept = [w for w in words if w not in ("'s", "’s", "'", "’") and not w.isspace()]
    while kept and kept[0].lower() in en.TITLES:
        kept = kept[1:]
    while len(kept) > 1 and (kept[-1].lower() in en.NAME_SUFFIXES or kept[-1] in (",", ".", ")")):
        kept = kept[:-1]
    cleaned = [re.sub(r"['’]s$", "", w) for w in kept]
    if any(not w[:1].isupper() and w.lower() not in en.NAME_PARTICLES and w not in ("-", ".") for w in cleaned):
        return ()
    return tuple(cleaned)


def written(words: tuple[str, ...]) -> str:
    """A name as the text writes it: the parser cuts "Mary-Anne" at its hyphen."""
    return " ".join(words).replace(" - ", "-")


def name_parts(person: Entity) -> list[str]:
    """The words of a person's name as the parser cuts them, for "Holm" to mean "Ida Berg-Holm" too."""
    return person.name.replace("-", " - ").split()


def is_place(token: Token) -> bool:
    """Whether a name that a tagger takes for a person's is used of a place: "in Sallow", "the mayor of Sallow"."""
    if token.dep_ != "pobj":
        return False
    preposition = token.head
    office = preposition.head.lower_ in _SPOKEN_FOR
    return preposition.lower_ == "in" or (preposition.lower_ == "of" and office)


def other_gender(words: list[str]) -> str | None:
    """The gender that a title rules out: "f" for "Mr." """
    lower = {w.lower() for w in words}
    return "f" if lower & en.MALE_TITLES else "m" if lower & en.FEMALE_TITLES else None


def first_name_gender(name: str) -> str | None:
    """Gives "m" or "f" as a first name is listed; None where it isn't."""
    lower = name.lower()
    return "m" if lower in en.MALE_NAMES else "f" if lower in en.FEMALE_NAMES else None
