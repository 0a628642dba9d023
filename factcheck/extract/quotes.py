"""Pairs quotation marks into quotations, whatever the typesetter did, and survives marks that are missing.

It stands apart because it needs no parse: it reads characters only, so it can run on any text, and one odd mark can
cost the quotation it belongs to and nothing else. Paragraphs bound the damage: a mark without its partner is dropped
at the end of its paragraph, unless the next paragraph opens again with a mark, as a quotation of several paragraphs
does (every paragraph opens, only the last closes).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAIRS = {"“": "”", '"': "”", "«": "»", "„": "“”", "‘": "’", "``": "''", "''": "''"}
_MARK = re.compile(r"``|''|[\"“”„«»‘’＂]")
_WRAPPED_LINE = 100
_DIRECTED = frozenset(("“", "„", "«", "``"))
"""Marks that only open."""
_NEXT_LINES = 600
"""How far, in code points, in the lines below, the mark is looked for that closes a quotation."""
_TERMINAL = frozenset(".?!:;”\"'’)…")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation; ``text[start:end]`` has its marks, ``text[inner_start:inner_end]`` has not. Half-open.

    A quotation of several paragraphs is one, with the reopening marks inside it. Where the closing mark is missing,
    ``inner_end == end``.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    end: int


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of ``text`` as half-open spans without the white space around them, in order.

    A blank line ends a paragraph. A single line break ends one too, unless the text is hard-wrapped (no line longer
    than 100 characters, and most lines stop in mid-sentence).
    """
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\r\n]+", text)]
    kept = []
    for start, end in lines:
        while start < end and text[start].isspace():
            start += 1  # noqa: PLW2901  the span shrinks
        while end > start and text[end - 1].isspace():
            end -= 1  # noqa: PLW2901
        if start < end:
            kept.append((start, end))
    if not kept:
        return []
    open_ended = sum(text[end - 1] not in _TERMINAL for _, end in kept)
    wrapped = len(kept) > 3 and max(e - s for s, e in kept) <= _WRAPPED_LINE and open_ended * 2 > len(kept)
    if not wrapped:
        return kept
    joined = [kept[0]]
    for start, end in kept[1:]:
        before_start, before_end = joined[-1]
        breaks = re.sub(r"[^\r\n]|\r(?=\n)", "", text[before_end:start])
        if len(breaks) == 1:
            joined[-1] = (before_start, end)
        else:
            joined.append((start, end))
    return joined


def quotations(text: str) -> list[Quotation]:
    """The outermost quotations of ``text``, in order, none overlapping another.

    Reads ``“”``, straight double marks, ``«»``, ``„“``, two single marks, and single curly marks where no double
    ones surround them. Time is linear in the length of the text.
    """
    found: list[Quotation] = []
    carried: _Open | None = None
    blocks = paragraphs(text)
    for number, (start, end) in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        carried = _read_paragraph(text, start, end, following, carried, found)
    return found


def _read_paragraph(
    text: str,
    start: int,
    end: int,
    following: tuple[int, int] | None,
    carried: _Open | None,
    found: list[Quotation],
) -> _Open | None:
    """Adds the paragraph's quotations to ``found``; gives back the one that goes on in the next paragraph."""
    current = carried
    for match in _MARK.finditer(text, start, end):
        mark, at, after = match.group().replace("＂", '"'), match.start(), match.end()
        if current is not None and current is carried and at == start:
            continue  # the mark that opens the quotation again
        if current is not None and _closes(text, mark, at, after, current):
            found.append(Quotation(current.start, after, current.end, at))
            current = carried = None
        elif _opens(text, mark, at, after, current):
            current, carried = _Open(mark, at, after), None
    if current is None:
        return None
    begun = current is carried or _begins_speech(text, start, current.start)
    if (
        begun
        and following is not None
        and (_reopens(text, following[0], current.mark) or _closed_later(text, following[0], current))
    ):
        return current
    whole = current is carried or (current.start == start and text[end - 1] in ".?!…")
    if whole and current.mark != "‘":
        found.append(Quotation(current.start, end, current.end, end))
    return None


def _closed_later(text: str, at: int, current: _Open) -> bool:
    """Whether the next mark behind ``at``, not far, closes: a quotation with each of its sentences on its own line."""
    match = _MARK.search(text, at, at + _NEXT_LINES)
    while match is not None and match.group() in "‘’":
        match = _MARK.search(text, match.end(), at + _NEXT_LINES)
    if match is None or current.mark not in _DIRECTED:
        return False
    return _closes(text, match.group().replace("＂", '"'), match.start(), match.end(), current)


def _begins_speech(text: str, start: int, at: int) -> bool:
    """True where a mark at ``at`` opens its paragraph, or stands behind a comma, a colon or the end of a sentence."""
    while at > start and text[at - 1].isspace():
        at -= 1
    return at == start or text[at - 1] in ",:.?!—–-"


def _reopens(text: str, at: int, mark: str) -> bool:
    return mark != "‘" and text.startswith(mark, at) and not text[at + len(mark) : at + len(mark) + 1].isspace()


def _closes(text: str, mark: str, at: int, after: int, current: _Open) -> bool:
    if mark == '"':
        return current.mark in ('"', "“") and not (_opening_place(text, at, after) and at > current.end)
    if mark == "’":
        return current.mark == "‘" and not _apostrophe(text, at, after)
    if mark == "''":
        return current.mark in ("``", "''") and not (_opening_place(text, at, after) and at > current.end)
    if mark == "“" and current.mark == "“":  # typed for the closing one, as some keyboards do
        return at > current.end and not text[at - 1].isspace() and not text[after : after + 1].strip()
    return mark in _PAIRS.get(current.mark, "")


def _opens(text: str, mark: str, at: int, after: int, current: _Open | None) -> bool:
    if mark == "‘":
        return current is None and _opening_place(text, at, after)
    if mark in ("“", "«", "„", "``"):
        apart = mark in ("«", "``") or not text[at - 1 : at].strip()  # set with spaces inside: “ so ”
        behind = text[after] if after < len(text) else " "
        return (apart or not behind.isspace()) and (current is None or current.mark in ("‘", mark))
    if mark in ('"', "''"):
        return (current is None or current.mark in (mark, "‘")) and _opening_place(text, at, after)
    return False


def _opening_place(text: str, at: int, after: int) -> bool:
    """True where a mark at ``[at, after)`` has white space, a bracket or a dash before it and a word after it."""
    before = text[at - 1] if at else " "
    behind = text[after] if after < len(text) else " "
    return (before.isspace() or before in "([{—–-/‘'") and not behind.isspace()


def _apostrophe(text: str, at: int, after: int) -> bool:
    """True where ``’`` stands inside or before a word, or after a plural s, as an apostrophe does."""
    before = text[at - 1] if at else " "
    behind = text[after] if after < len(text) else " "
    return behind.isalnum() or (before in "sS" and behind == " ")
