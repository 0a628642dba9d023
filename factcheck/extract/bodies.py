"""The bodies that a document names, each once, with the fullest name that the document gives it.

It stands apart from :mod:`.people` because a body is named otherwise than a person: by its country ("Norland's Ministry
of Trade", "the Rescue Service of Norland"), later without it, and at last by its noun alone ("the ministry").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 12
"""The most words of a name that are looked at."""
_SMALL = frozenset(("of", "the", "for", "and", "on"))


@dataclass(slots=True, eq=False)
class Entity:
    """One person, group or body of the document.

    Attributes:
        name: the fullest name, or the words of a mention without one.
        kind: ``person``, ``body``, ``group`` or ``thing``.
        gender: ``m``, ``f`` or None where the text does not tell.
        roles: the words of the offices it is given ("defense minister"), lower-case.
        body: whom it speaks for.
        named: it has a name; False is "a senior official".
    """

    name: str
    kind: str
    gender: str | None = None
    plural: bool = False
    roles: list[frozenset[str]] = field(default_factory=list)
    body: str | None = None
    named: bool = True


class Bodies:
    """The named bodies of one document, found again by their name, a part of it, or their noun."""

    def __init__(self) -> None:
        self._by_name: dict[str, Entity] = {}
        self._by_part: dict[str, list[Entity]] = defaultdict(list)

    def named(self, name: str, label: str) -> Entity:
        """The body called ``name``; the end of one other name ("Trade Ministry" of "Norland Trade Ministry"), or its
        beginning before a place, means that one."""
        key = name.casefold()
        if key not in self._by_name:
            self._by_name[key] = self._known(key) or self._extended(name, key) or _new(name, label)
            for part in _parts(key):
                if self._by_name[key] not in self._by_part[part]:
                    self._by_part[part].append(self._by_name[key])
        return self._by_name[key]

    def _known(self, key: str) -> Entity | None:
        found = self._by_part.get(key, ())
        return found[0] if len(found) == 1 else None

    def _extended(self, name: str, key: str) -> Entity | None:
        """The body named so far by a part of ``name`` only, which is its name from now on."""
        for part in _parts(key):
            found = self._by_name.get(part)
            if found is not None and found.name.casefold() == part:
                found.name = found.body = name
                return found
        return None

    def called(self, noun: str, modifiers: frozenset[str] = frozenset()) -> Entity | None:
        """The named body that "the institute" means: the only one named so far with that word in its name.

        ``modifiers``: the lower-case words before the noun; the name must have them too ("the city council" is no
        Security Council).
        """
        wanted = modifiers | {noun.lower()}
        found = {id(e): e for key, e in self._by_name.items() if e.named and wanted <= set(key.split())}
        return next(iter(found.values())) if len(found) == 1 else None


def _new(name: str, label: str) -> Entity:
    kind = "group" if label == "NORP" and name.endswith("s") else "body"
    return Entity(name, kind, plural=kind == "group", body=name if kind == "body" else None)


def _parts(key: str) -> Iterator[str]:
    """Shorter names of a body, of two words or more: without what stands before it, or without its place."""
    words = key.split()[:_LONGEST]
    for first in range(1, len(words) - 1):
        if words[first] not in _SMALL:
            yield " ".join(words[first:])
    if words[-2:-1] == ["of"] and len(words) > 3:
        yield " ".join(words[:-2])


def with_country(doc: Doc, head: Token, first: int, last: int) -> tuple[int, int]:
    """The tokens ``[first, last)`` of a body's name together with the place it belongs to, written right beside it."""
    owner = next((c for c in head.lefts if c.dep_ == "poss" and c.ent_type_ == "GPE"), None)
    if owner is not None and owner.right_edge.i + 1 == first:
        first = owner.left_edge.i
    if last + 1 < len(doc) and doc[last].lower_ == "of" and doc[last].head.i in range(first, last):
        place = next((c for c in doc[last].children if c.dep_ == "pobj" and c.ent_type_ == "GPE"), None)
        if place is not None and place.left_edge.i == last + 1:
            last = place.i + 1
    return first, last


def without_article(name: str) -> str:
    return re.sub(r"^(?:[Tt]he|[Aa]n?)\s+|['’]s$", "", name)
