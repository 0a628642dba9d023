"""How a reason names things: what both figures count, who counts, in words that the texts themselves use.

Kept apart from :mod:`.reasons`, which words one figure, because what two figures are about is read from both and their
claims. Nothing here decides anything.
"""

from __future__ import annotations

import re

from factcheck.compare import words_en
from factcheck.compare.bodies import is_office
from factcheck.compare.context import FigureInContext
from factcheck.compare.families import families
from factcheck.compare.measure import measured
from factcheck.compare.measures_en import TOLD
from factcheck.compare.reasons import noun, quoted
from factcheck.compare.tokens import carries_topic, content, stem, tokens
from factcheck.text import normalise

_LONGEST = 60


def thing(a: FigureInContext, b: FigureInContext) -> str:
    """What both are about: "Russian soldiers killed", "inflation", "places"; "the same thing" where words fail.

    Symmetric: the wording is taken from both in an order of their own.
    """
    shared = sorted(measured(a) & measured(b))
    one, other = sorted((a, b), key=lambda item: (-len(noun(item.figure)), noun(item.figure), item.text))
    told = [TOLD.get(family, family) for _, family in shared]
    if a.figure.dimension == b.figure.dimension == "count":
        counted = noun(one.figure) or noun(other.figure)
        if told and _apt(told[0]):
            people = counted if counted and not _says(counted, shared[0][1]) else "people"
            return f"{people} {told[0]}"
        return counted or "the same thing"
    if told:
        shares = _apt(told[0]) or told[0].startswith("who ")
        return f"the share {told[0]}" if shares else told[0]
    words = sorted((named for named in (_own_words(one), _own_words(other)) if named), key=lambda w: (len(w), w))
    return quoted(words[0]) if words else "the same thing"


def _apt(told: str) -> bool:
    return told.split(maxsplit=1)[0] in words_en.TOLD_OF_PEOPLE


def _says(counted: str, family: str) -> bool:
    """The noun counted says it already: "deaths", "arrests"."""
    return family in counted.split() or any(found == family for _, found in families(counted))


def measure_name(item: FigureInContext, families: frozenset[str]) -> str:
    """What one figure measures, to set against another: "killed", "property tax rate", "places"."""
    if families:
        told = sorted(TOLD.get(family, family) for family in families)
        counted = noun(item.figure)
        if item.figure.dimension == "count" and all(map(_apt, told)) and not any(_says(counted, f) for f in families):
            return f"{counted or 'people'} {' and '.join(told)}"
        words = " and ".join(told)
        return f"those {words}" if words.startswith("who ") else words
    return (noun(item.figure) if item.figure.dimension == "count" else "") or _own_words(item) or "a number"


def _own_words(item: FigureInContext) -> str:
    """The measure as the claim has it: the stretch of its text from the first to the last word of the measure."""
    wanted = content(item.figure.measure) | {stem(normalise(word)) for word in item.figure.measure.split()}
    figure, claim = item.figure, item.statement.claim
    start, end = figure.start - claim.start, figure.end - claim.start
    found = [t for t in tokens(item.text) if stem(t.key) in wanted and carries_topic(t) and not start <= t.start < end]
    for first in found:
        stretch = [t for t in found if first.start <= t.start and t.end - first.start <= _LONGEST]
        if stretch and not (first.start < start < stretch[-1].end):
            return item.text[first.start : stretch[-1].end]
    return found[0].text if found else ""


def named(name: str | None) -> str | None:
    """A name as a sentence has it: "the Defence Ministry", "NATO", "Ann Lee"; None for None."""
    if not name:
        return name
    if name.startswith("The "):
        return "the " + name[4:]
    words = name.split()
    first = words[0].casefold()
    if first in ("the", "a", "an", "his", "her", "its", "their") or _POSSESSIVE.search(words[0]):
        return name
    return f"the {name}" if len(words) > 1 and is_office(name) else name


_POSSESSIVE = re.compile(r"['’]s?$")
