"""Whether a figure is given to whoever is cited for it, on PolNeAR: ``python -m benchmarks.speakers --polnear train``.

It stands apart from :mod:`benchmarks.speakers` because nobody labelled figures here: PolNeAR says which words are
attributed, and to whom. Each figure that the program reads in an article (``train``, whose errors may be looked at, or
``dev``, whose totals alone are printed) is one case. Where its number lies in the content of an annotated attribution,
whose source it is decides; where it lies in none, the writer says it. A number within an annotated source or cue, or in
content annotated without a source, is left out.

**When it is right.** The claim asked is the smallest that holds the figure. Cited: the words that name our speaker
share a character with the annotated source, or we name the two alike (another mention of the same person), or the last
name of the annotated source is in our name. Nobody cited: our claim has no speaker. Annotated beliefs and intentions
count as citations, as ours do.

A wrong one is *lost* (cited, and ours is the writer's), *other* (cited, and ours is somebody else's) or *given*
(nobody cited, and ours is somebody's). *by a plain word* are those cited with one of the commonest verbs of saying,
"according to" or a colon (:data:`PLAIN`); the annotation also counts as citing what somebody wants, supports or does.
*named* is the share of those cited by a pronoun alone whose claim we give a name; whether it is the right name PolNeAR
doesn't tell.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.attribution import PARTS, document
from benchmarks.labels import interval
from factcheck.model import Claim, Speaker

PLAIN = frozenset(
    "say says said saying tell tells told add adds added adding write writes wrote report reports reported according "
    "announce announced argue argues argued note notes noted claim claims claimed show shows showed find finds found "
    "estimate estimates estimated ask asks asked explain explained warn warned suggest suggests suggested :".split()
)
KINDS = ("lost", "other", "given")
_CAPITAL = re.compile(r"\b[A-Z][\w’'.-]*\w")
_TOKEN = re.compile(r"\w+|:")
_PRONOUN = re.compile(r"(?:he|she|they|it|who|which|I|we|his|her|their|its|my|our)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Case:
    """One figure: whom the annotation and whom the program give it to; empty words are the writer."""

    kind: str | None
    cited: bool
    gold: str
    ours: str
    around: str
    plain: bool = False

    @property
    def right(self) -> bool:
        return self.kind is None


def cases(row: dict[str, Any], claims: Sequence[Claim]) -> Iterator[Case]:
    """The figures of one article with what ``claims`` say of them; ``row`` is a line of the data."""
    text, attributions = row["text"], row["attributions"]
    asked: dict[tuple[int, int], Claim] = {}
    for claim in sorted(claims, key=lambda one: one.start - one.end):
        asked.update(((figure.start, figure.end), claim) for figure in claim.figures)
    names = {(one.speaker.start, one.speaker.end): one.speaker.name for one in claims if one.speaker}
    for (start, end), claim in sorted(asked.items()):
        around = [one for one in attributions if _over(one["content"], start, end)]
        if any(_over(one[part], start, end) for one in attributions for part in ("source", "cue")):
            continue
        if any(not one["source"] for one in around):
            continue
        sources = [span for one in around for span in one["source"]]
        kind = _kind(text, sources, claim.speaker, names)
        gold = " … ".join(text[a:b] for a, b in sources)
        ours = f"{claim.speaker.text} = {claim.speaker.name}" if claim.speaker else ""
        cues = {word for one in around for a, b in one["cue"] for word in _TOKEN.findall(text[a:b].lower())}
        yield Case(kind, bool(around), gold, ours, _around(text, start, end), bool(cues & PLAIN))


def _kind(
    text: str, sources: Sequence[Sequence[int]], speaker: Speaker | None, names: dict[tuple[int, int], str]
) -> str | None:
    if not sources:
        return None if speaker is None else "given"
    if speaker is None:
        return "lost"
    return None if any(_same(text, source, speaker, names) for source in sources) else "other"


def _same(text: str, source: Sequence[int], speaker: Speaker, names: dict[tuple[int, int], str]) -> bool:
    start, end = source
    if speaker.start < end and start < speaker.end:
        return True
    alike = {name for (first, last), name in names.items() if first < end and start < last}
    written = _CAPITAL.findall(text[start:end].split(",", maxsplit=1)[0])
    return speaker.name in alike or bool(written and written[-1] in _CAPITAL.findall(speaker.name))


def _over(spans: Sequence[Sequence[int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in spans)


def _around(text: str, start: int, end: int) -> str:
    before, behind = " ".join(text[max(0, start - 260) : start].split()), " ".join(text[end : end + 160].split())
    return f"…{before} [[{text[start:end]}]] {behind}…"


def report(folder: Path, part: str, *, errors: int = 0, only: Sequence[str] = KINDS) -> None:
    """Prints the shares of one part; of ``train`` on request ``errors`` wrong cases of each kind in ``only``."""
    from factcheck.extract import extract

    lines = (folder / "attribution" / PARTS[part]).read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    found = [list(cases(row, extract(document(row["text"])).claims)) for row in rows]
    print(f"PolNeAR {part}: {len(rows)} articles, {sum(map(len, found))} figures")
    print("\n".join(table(found)))
    chance = random.Random(3)
    for kind in only if part == "train" and errors else ():
        wrong = [one for group in found for one in group if one.kind == kind]
        print(f"\n{kind}: {len(wrong)}; annotated | ours | around the figure")
        for one in chance.sample(wrong, min(errors, len(wrong))):
            print(f"  {one.gold or '–'} | {one.ours or '–'} | {one.around}")


def table(found: Sequence[Sequence[Case]]) -> Iterator[str]:
    """Shares with 95% intervals over articles, and how often each kind of error is made."""
    rows = {
        "speaker": [[one.right for one in group] for group in found],
        "… somebody cited": [[one.right for one in group if one.cited] for group in found],
        "… by a plain word": [[one.right for one in group if one.cited and one.plain] for group in found],
        "… nobody cited": [[one.right for one in group if not one.cited] for group in found],
        "cited by pronoun, named": [
            [_PRONOUN.match(one.ours.split(" = ")[-1]) is None for one in group if _by_pronoun(one)] for group in found
        ],
    }
    for name, answers in rows.items():
        low, high = interval(answers)
        right, total = sum(map(sum, answers)), sum(map(len, answers))
        yield f"  {name:24} {right:4} of {total:4}  {right / max(total, 1):.3f} [{low:.3f}, {high:.3f}]"
    kinds = Counter(one.kind for group in found for one in group)
    yield "  wrong: " + ", ".join(f"{kind} {kinds[kind]}" for kind in KINDS)


def _by_pronoun(one: Case) -> bool:
    return one.cited and one.right and bool(_PRONOUN.match(one.gold)) and bool(_PRONOUN.match(one.ours.split(" = ")[0]))
