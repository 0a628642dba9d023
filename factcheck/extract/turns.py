"""The turns of a transcript: lines that begin with who speaks ("PRESIDENT AMARA: We have …"), and what is theirs.

It stands apart because no sentence tells who speaks there: the label of the line does. A text is a transcript where
labels return; then labels are kept from the parser, and a claim that cites nobody else is its turn's speaker's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.extract import turns_en as en
from factcheck.extract.titles_en import TITLES
from factcheck.model import Claim, ClaimKind, Content, Speaker, Stance, Voice

_WORD = r"[^\W\d_][\w.'’-]*"
_LABEL = re.compile(
    rf"^[ \t]*(?P<name>{_WORD}(?:,?[ ](?:{_WORD}|\d{{1,2}})){{0,7}})(?:[ ]?\([^()\n]{{1,60}}\))?:"
    r"[ \t]+(?=[\"“'‘\[(]?\w)",
    re.MULTILINE,
)
_BARE = re.compile(r"[\d.,:%$£€\s-]*\d[\d.,:%]*[ \t]*(?:%|percent)?[ \t]*$", re.MULTILINE)
"""A number alone on its line: a row of a table ("Marsh: 547"), and nothing that anybody says."""
_LONGEST, _FEWEST_TURNS = 60, 3
_MOSTLY = 0.5
"""Share of a text's lines with a label above which the lines between are taken for the same turn's."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says until the next speaks; offsets half-open, in the whole text.

    Attributes:
        start, end: the turn with its label.
        words: where the label ends and the words begin.
        speaker: who speaks, at the label, with the fullest name that the text gives.
    """

    start: int
    words: int
    end: int
    speaker: Speaker


def turns(text: str) -> list[Turn]:
    """The turns of ``text`` in order; none where it is no transcript: fewer than three, or no speaker speaks again."""
    labels = [found for found in _LABEL.finditer(text) if _is_label(found["name"])]
    if 2 * sum(_BARE.match(text, found.end()) is not None for found in labels) > len(labels):
        return []
    often = Counter(found["name"].casefold() for found in labels)
    kept = [found for found in labels if often[found["name"].casefold()] > 1 or found["name"].isupper()]
    if len(kept) < _FEWEST_TURNS or len(often) < 2 or max(often.values()) < 2:
        return []
    lines = sum(1 for line in text.splitlines() if line.strip())
    running = len(kept) >= _MOSTLY * lines
    made = []
    names: dict[str, str] = {}
    for found, after in zip(kept, [*(one.start() for one in kept[1:]), len(text)], strict=True):
        line_end = text.find("\n", found.end())
        end = after if running or line_end < 0 else min(after, line_end)
        label = found["name"]
        if label not in names:
            names[label] = _fullest(label, text)
        speaker = Speaker(label, found.start("name"), found.end("name"), names[label], anonymous=_is_unnamed(label))
        made.append(Turn(found.start(), found.end(), end, speaker))
    return made


def without_labels(blocks: Sequence[tuple[int, int]], spoken: Sequence[Turn]) -> Iterator[tuple[int, int]]:
    """``blocks`` (half-open spans, in order) with the labels of turns cut out."""
    starts = [turn.start for turn in spoken]
    for start, end in blocks:
        at = start
        for turn in spoken[max(0, bisect_right(starts, start) - 1) : bisect_right(starts, end)]:
            if turn.words <= at or turn.start >= end:
                continue
            if turn.start > at:
                yield at, turn.start
            at = min(end, turn.words)
        if at < end:
            yield at, end


def told_by(claim: Claim, spoken: Sequence[Turn]) -> Claim:
    """``claim`` as a word of the turn it lies in: whoever speaks there says it, or tells what another said."""
    turn = _turn_of(claim, spoken)
    if turn is None:
        return claim
    speaker, own = turn.speaker, claim.speaker is None
    if claim.speaker is not None and claim.speaker.text.casefold() not in en.FIRST_PERSON:
        return claim if claim.via or speaker.anonymous else replace(claim, via=speaker.name)
    asked = claim.text.rstrip("\"”’' ").endswith("?")
    return replace(
        claim,
        speaker=speaker,
        voice=Voice.DIRECT if own else claim.voice,
        stance=(Stance.ASKS if asked else Stance.ASSERTS) if own else claim.stance,
        kinds=claim.kinds if ClaimKind.ATTRIBUTED in claim.kinds else (*claim.kinds, ClaimKind.ATTRIBUTED),
        content=claim.content or Content(claim.text, claim.start, claim.end, ((claim.start, claim.end),)),
        restated=f"{speaker.name}: {claim.restated or ' '.join(claim.text.split())}",
    )


def _turn_of(claim: Claim, spoken: Sequence[Turn]) -> Turn | None:
    at = bisect_right(spoken, claim.start, key=lambda turn: turn.words) - 1
    return spoken[at] if at >= 0 and claim.end <= spoken[at].end else None


def _is_label(name: str) -> bool:
    words = name.split()
    if len(name) > _LONGEST or words[0].casefold().strip(".,") in en.NO_LABELS:
        return False
    return all(
        word[0].isupper() or word[0].isdigit() or word in ("of", "the", "for", "de", "van", "von") for word in words
    )


def _is_unnamed(name: str) -> bool:
    words = {word.casefold().strip(".,") for word in name.split()}
    return bool(words & en.UNNAMED) and words <= en.UNNAMED | en.FILLERS


def _fullest(label: str, text: str) -> str:
    """The longest name in ``text`` that ends with the label's last word, without titles; else the label."""
    if _is_unnamed(label):
        return label.capitalize() if label.isupper() else label
    words = [_cased(word) if label.isupper() else word for word in label.split(",", maxsplit=1)[0].split()]
    titled = " ".join(words)
    while len(words) > 1 and words[0].casefold() in TITLES:
        words = words[1:]
    plain = " ".join(words)
    pattern = re.compile(rf"(?:[A-ZÀ-Þ][\w.'’-]*[ ]){{1,3}}{re.escape(words[-1])}\b")
    found = {plain}
    for match in pattern.finditer(text):
        names = match[0].split()
        while len(names) > 1 and names[0].casefold() in TITLES:
            names = names[1:]
        if not any(name.isupper() and len(name) > 2 for name in names) and names[-len(words) :] == words:
            found.add(" ".join(names))
    longest = max(sorted(found), key=len)
    return longest if " " in longest else titled


def _cased(word: str) -> str:
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))
