"""The screen's own English: what a relation, a badge and a decision are called, and the mark beside each.

A mark never rests on colour alone: each has a label and a glyph of its own, and a tone that the style sheets know.
The words of reasons come from the pipeline and are not made here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from factcheck.model import Group, RelationKind

NAME = "Claim workbench"
PROMISE = "Nothing leaves this computer. You decide."
DEMONSTRATION = "DEMONSTRATION"


@dataclass(frozen=True, slots=True)
class Look:
    """How one relation is shown: its words, its glyph, its tone (a class of the style sheets)."""

    label: str
    glyph: str
    tone: str


RELATIONS: dict[RelationKind, Look] = {
    RelationKind.EQUAL: Look("Same value", "=", "agree"),
    RelationKind.EQUAL_AFTER_ROUNDING: Look("Same when rounded", "≈", "agree"),
    RelationKind.COMPATIBLE_BOUNDS: Look("Fits the bound", "≤", "agree"),
    RelationKind.SAME_STATEMENT: Look("Same statement", "“”", "agree"),
    RelationKind.SAME_ASSERTION: Look("Says the same", "=", "agree"),
    RelationKind.CONTRADICTION: Look("Contradicts", "≠", "conflict"),
    RelationKind.DENIAL: Look("Denied", "¬", "conflict"),
    RelationKind.REVISED_DOWN: Look("Revised down", "↓", "conflict"),
    RelationKind.CHANGED_POSITION: Look("Changed position", "⇄", "conflict"),
    RelationKind.REPORTED_DIFFERENTLY: Look("Reported differently", "≠", "conflict"),
    RelationKind.QUOTATION_DIFFERS: Look("Quotation differs", "“≠”", "conflict"),
    RelationKind.UPDATE: Look("Update", "↑", "update"),
    RelationKind.RIVAL_COUNT: Look("Rival count", "⇅", "disputed"),
    RelationKind.NOT_EXCLUDED: Look("Not excluded", "∩", "plain"),
    RelationKind.WITHDRAWN: Look("Withdrawn", "×", "plain"),
    RelationKind.DIFFERENT_PERIOD: Look("Other period", "∦", "plain"),
    RelationKind.DIFFERENT_SCOPE: Look("Other scope", "∦", "plain"),
    RelationKind.DIFFERENT_MEASURE: Look("Other measure", "∦", "plain"),
    RelationKind.DIFFERENT_MODALITY: Look("Planned, not done", "∦", "plain"),
    RelationKind.DIFFERENT_UNIT: Look("Other unit", "∦", "plain"),
    RelationKind.UNRELATED: Look("Unrelated", "·", "plain"),
    RelationKind.CANNOT_TELL: Look("Can't tell", "?", "unsure"),
}

GROUPS = {
    Group.CONFLICT: "Can't both be right",
    Group.AGREE: "Can both be right",
    Group.NEITHER: "Not decided by the numbers",
}

BADGE_TONES = {
    "conflict": ("≠", "conflict"),
    "disputed": ("⇅", "disputed"),
    "update": ("↑", "update"),
    "said_before": ("“”", "agree"),
    "new": ("+", "plain"),
    "changed_position": ("⇄", "conflict"),
    "red_flag": ("!", "unsure"),
    "inside": ("Σ", "conflict"),
    "verdicts": ("⇄", "disputed"),
}

DECISIONS = {
    "verdict": ("Verdict", "✓"),
    "flag": ("Flagged as contradiction", "⚑"),
    "same_claim": ("Same claim", "="),
    "not_same_claim": ("Not the same claim", "≠"),
    "superseded": ("Superseded", "↻"),
    "dismissed": ("Not a conflict", "–"),
    "parked": ("Parked", "‖"),
    "correction": ("Corrected", "✎"),
    "claim_added": ("Claim added", "+"),
    "claim_dropped": ("Dropped", "×"),
    "details": ("Article’s details changed", "✎"),
    "note": ("Note", "✎"),
    "same_speaker": ("Names joined", "="),
    "not_same_speaker": ("Names kept apart", "≠"),
    "undo": ("Undone", "↶"),
}

#: What can be corrected, as the screen calls it.
FIELDS = {
    "value": "Value",
    "bound": "Bound",
    "unit": "Unit",
    "as_of": "As of",
    "place": "Place",
    "population": "Population",
    "measure": "What is counted or measured",
    "period": "Period it covers",
    "role": "Level or change",
    "per": "Per",
    "whole": "Part of",
    "speaker": "Speaker",
    "body": "Body spoken for",
    "span": "Where the claim begins and ends",
    "title": "Title",
    "outlet": "Outlet",
    "published_on": "Printed on",
    "url": "Address",
    "author": "Author",
}

#: Every key and what it does, in the order in which the help shows them.
KEYS = (
    ("J", "next claim"),
    ("K", "previous claim"),
    ("F", "flag a contradiction"),
    ("V", "give a verdict"),
    ("M", "write a note"),
    ("E", "correct what was read wrong"),
    ("S", "same claim as the earlier one"),
    ("N", "not the same claim as the earlier one"),
    ("D", "different measure: not a conflict"),
    ("O", "superseded by a later figure"),
    ("P", "park for later"),
    ("X", "drop: not a claim"),
    ("U", "undo the last decision"),
    ("A", "show or hide the article"),
    ("T", "the article’s title, outlet, date, address, author"),
    ("W", "open the source: its address in a new tab; without one, its place in the article"),
    ("[  ]", "previous or next row beside the claim"),
    ("select", "text in the article: add it, or move this claim’s ends to it"),
    ("←  →", "the same by keys, in the article: words, with Shift more; Enter adds"),
    ("/", "search"),
    ("B", "on Search: set the other hits beside this one, so that S and N speak of the two"),
    ("Enter", "on Search: open the hit in its article"),
    ("?", "this list"),
)


def look(kind: RelationKind) -> Look:
    return RELATIONS[kind]


def decision_words(kind: str) -> tuple[str, str]:
    """Label and glyph of a kind of decision; one not known is shown under its own name."""
    return DECISIONS.get(kind, (kind.replace("_", " ").capitalize(), "•"))


def day(when: date | None) -> str:
    """``11 March 2022``; an empty string where there is none."""
    return f"{when.day} {when:%B %Y}" if when else ""


def short_day(when: date | None) -> str:
    """``11 Mar 2022``."""
    return f"{when.day} {when:%b %Y}" if when else ""


def moment(when: datetime) -> str:
    """``8 May 2031, 14:05``, in the zone of this computer."""
    local = when.astimezone()
    return f"{local.day} {local:%b %Y, %H:%M}"


def count(number: int, one: str, many: str | None = None) -> str:
    """``1 claim``, ``1,204 claims``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def joined(*parts: str | None) -> str:
    """The parts that say something, with a middle dot between them."""
    return " · ".join(part for part in parts if part)
