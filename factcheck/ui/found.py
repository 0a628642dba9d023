"""What a search found as the plain data that the component ``found`` draws: in parts, each hit with its why.

Pure, JSON-ready, no Streamlit. A different figure for the same thing stands on top; what sounds alike and is about
something else comes after it, named as such; what is too far off is folded. A question that asserts nothing (a name,
two words) has no parts: its hits stand in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from factcheck.model import Group, RelationKind
from factcheck.pipeline.search import NEAR
from factcheck.pipeline.views import Hit, SearchResult
from factcheck.ui import present, words
from factcheck.ui.safe import shortened

Data = dict[str, Any]

_OTHER_FIGURE = frozenset(
    {RelationKind.UPDATE, RelationKind.RIVAL_COUNT, RelationKind.NOT_EXCLUDED, RelationKind.WITHDRAWN}
)
_OTHER_SUBJECT = frozenset(
    {
        RelationKind.DIFFERENT_SCOPE,
        RelationKind.DIFFERENT_MEASURE,
        RelationKind.DIFFERENT_PERIOD,
        RelationKind.UNRELATED,
    }
)
_SAYS_NOTHING = frozenset({RelationKind.UNRELATED, RelationKind.CANNOT_TELL})

PARTS = {
    "other": "A different figure or answer for the same thing",
    "same": "Says the same, or can be right beside it",
    "alike": "Sounds alike, and is about something else or can’t be told",
    "far": "Less alike",
}
"""The parts of a result in their order, and their heads."""

WHY: tuple[tuple[str, tuple[tuple[float, str], ...]], ...] = (
    ("filter", ((0.99, "its figure lies within what was asked"), (0.01, "its figure reaches into what was asked"))),
    ("meaning", ((0.75, "nearly the same meaning"), (0.5, "much the same meaning"), (0.35, "a related meaning"))),
    ("wording", ((0.6, "most of the telling words"), (0.3, "some of the telling words"), (0.1, "few of the words"))),
    ("run", ((0.45, "a run of the same words"),)),
    ("names", ((0.99, "the same names"), (0.01, "some of the names"), (0.0, "other names"))),
    ("numbers", ((0.99, "the same number"), (0.01, "some of the numbers"), (0.0, "other numbers"))),
    ("dates", ((0.99, "the same date"), (0.01, "dates near each other"), (0.0, "other dates"))),
    ("speaker", ((0.99, "the same speaker"),)),
)
"""Part of a score → from which value on it is told in which words; what is not listed is in the tip alone."""


def why(score_parts: Mapping[str, float]) -> str:
    """The reason why something was found, in words: ``nearly the same meaning · the same names · other numbers``."""
    told = []
    for name, steps in WHY:
        value = score_parts.get(name)
        if value is not None:
            told.append(next((text for least, text in steps if value >= least), None))
    return words.joined(*told)


def result(found: SearchResult, hits: Sequence[Hit], *, asked: str, by: str, beside: str | None) -> Data:
    """All hits in their parts.

    Args:
        hits: of ``found``, or the same beside a claim.
        asked: what they are set beside, as their differing parts index it; ``by``: who says it.
        beside: the id of the claim that asks, None where it is a question.
    """
    apart = beside is not None or not found.listed
    near = [one for one in hits if found.listed or one.score >= NEAR]
    parted = apart and any(one.relation.relation not in _SAYS_NOTHING for one in near)
    made: dict[str, list[Data]] = {name: [] for name in PARTS}
    for one in hits:
        part = ("alike" if one in near else "far") if not parted else _part(one)
        made[part].append(_card(one, asked=asked, by=by, beside=beside, parted=parted))
    return {
        "parts": [
            {"name": name, "head": head if parted or name == "far" else None, "hits": made[name]}
            for name, head in PARTS.items()
            if made[name]
        ],
        "beside": beside,
    }


def _part(one: Hit) -> str:
    if one.score < NEAR:
        return "far"
    if one.relation.group is Group.CONFLICT or one.relation.relation in _OTHER_FIGURE:
        return "other"
    return "same" if one.relation.group is Group.AGREE else "alike"


def _card(one: Hit, *, asked: str, by: str, beside: str | None, parted: bool) -> Data:
    compared = parted and one.relation.relation not in _SAYS_NOTHING
    if beside is None:  # a question is no whole claim: only what it names can differ, not what it leaves out
        one = replace(one, differing=tuple(part for part in one.differing if part[0] != "words" and part[1]))
    made = present.hit(one, asked if compared else None)
    return {
        **made,
        "relation": made["relation"] if compared else None,
        "by": by,
        "theirs": made["theirs"] if compared else [{"text": one.text, "kind": None}],
        "named": _named(one) if parted else None,
        "why": why(one.score_parts),
        "group": one.claim_group.summary if one.claim_group else None,
        "in_group": _in_group(one),
        "warning": one.warning,
        "pair": f"{beside} {one.claim_id}" if beside else None,
        "told": shortened(one.text, 90),
    }


def _named(one: Hit) -> str | None:
    """What is named as such, so that nobody takes the number for the claim."""
    if one.score_parts.get("numbers", 0.0) >= 1.0 and one.relation.relation in _OTHER_SUBJECT:
        return "The same number, for another subject"
    return None


def _in_group(one: Hit) -> list[str]:
    """What persons must know of the group that a hit is in: who joined it, and where the figures say otherwise."""
    if one.claim_group is None:
        return []
    told = [f"Joined by {person}" for person in dict.fromkeys(link.person for link in one.claim_group.links)]
    return [*told, *(warned.words for warned in one.claim_group.warnings)]


def told(found: SearchResult) -> str:
    """The line over the hits: how many of how many, up to which day, and how near the nearest is."""
    among = words.count(found.searched, "claim")
    until = f" up to {words.day(found.up_to)}" if found.up_to else ""
    if found.listed:
        shown = f"{len(found.hits):,} of " if len(found.hits) < (found.matching or 0) else ""
        line = (
            f"{shown}{words.count(found.matching or len(found.hits), 'claim')} as the filters ask, of {among}{until}."
        )
    else:
        filtered = f"; the filters let {found.matching:,} through" if found.matching is not None else ""
        line = f"Searched {among}{until}{filtered}."
        if found.hits:
            line += f" The nearest has a likeness of {found.hits[0].score:.2f} of 1."
    if found.unread:
        line += f" The figures of {words.count(found.unread, 'checked claim')} are not read yet and were left out."
    return line


def nothing(found: SearchResult, *, filtered: bool) -> str:
    """What is said where nothing is near enough: what was searched, and the nearest miss."""
    line = (
        "Nothing is as the filters ask. " if found.listed or (filtered and not found.hits) else "Nothing near enough. "
    )
    line += present.searched(found.searched, found.up_to, "claim")
    if found.matching is not None:
        line += f"; the filters let {found.matching:,} through"
    line += "."
    if found.nearest:
        line += f" The nearest was “{shortened(found.nearest.text, 140)}” (likeness {found.nearest.score:.2f} of 1)."
    return line


def by_id(hits: Iterable[Hit], claim_id: str) -> Hit | None:
    """The hit of this id among those that were drawn."""
    return next((one for one in hits if one.claim_id == claim_id), None)
