"""Figures of real articles labelled by a person: what is read from the file of labels, and when two answers agree.

``figures.jsonl`` holds a line a figure: where it stands and what was answered, as offsets into the article, as closed
values and as ranges of dates. The articles are public data that this repository does not hold, so neither does it
hold a word of them; ``docs/labels.md`` says how they were picked and labelled. Apart from the benchmarks that use it
because two do: :mod:`benchmarks.figure_context` and :mod:`benchmarks.speakers`.
"""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.model import Claim, DateRange, Document, Figure

LABELS = Path(__file__).parent / "figures.jsonl"
PARTS = ("tune", "held-out")

Spans = list[list[int]]
Answer = str | Spans | None
"""Words of the article by their offsets, a closed value such as ``=age``, or nothing."""

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_EMPTY = frozenset(
    "a an the of and or in on at by to for from with as that this these those its his her their who which were was is "
    "are be been had has have said".split()
)
_STEM, _SHORTEST = 5, 3
_IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "people:person men:man women:woman children:child led:lead lost:lose left:leave shot:shoot died:die "
        "dying:die dead:die spent:spend paid:pay fell:fall fallen:fall rose:rise risen:rise struck:strike "
        "swept:sweep brought:bring won:win held:hold built:build sold:sell bought:buy grew:grow grown:grow "
        "took:take taken:take cut:cut beat:beat lives:live fled:flee lent:lend sent:send drove:drive "
        "driven:drive found:find gave:give given:give made:make"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Label:
    """One figure, and each answer as the list of those that count as right; None where it was not judged.

    Attributes:
        start, end: of the number in the article, half-open, in code points.
        role: ``level``, or ``change:increase``, ``change:decrease``.
        period, as_of: ranges of days as ISO dates, both ends included.
    """

    file: str
    article: str
    published: str | None
    part: str
    start: int
    end: int
    measure: list[Answer] | None
    population: list[Answer] | None
    place: list[Answer] | None
    period: list[list[str | None] | None] | None
    as_of: list[list[str | None] | None] | None
    accrual: list[str | None] | None
    role: list[str] | None
    modality: list[str] | None
    hedged: list[bool] | None
    basis: list[str | None] | None
    speaker: list[Answer] | None
    body: list[Answer] | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article's text with its labels in order, and what the program reads in it."""

    text: str
    labels: tuple[Label, ...]
    claims: tuple[Claim, ...]

    def reading(self, label: Label) -> tuple[Claim, Figure] | None:
        """The figure that shares most characters with the label's number, in the smallest claim that holds it."""
        best: tuple[tuple[int, int], Claim, Figure] | None = None
        for claim in self.claims:
            for figure in claim.figures:
                shared = min(figure.end, label.end) - max(figure.start, label.start)
                rank = (shared, claim.start - claim.end)
                if shared > 0 and (best is None or rank > best[0]):
                    best = (rank, claim, figure)
        return None if best is None else best[1:]


def data_folder(given: Path | None) -> Path:
    """The folder of the public data sets.

    Raises:
        SystemExit: there is none where it is looked for.
    """
    shared = Path(os.environ.get("FACTCHECK_SHARED", Path(__file__).resolve().parents[3] / "shared"))
    folder = given or shared / "data"
    if not (folder / "news").is_dir():
        raise SystemExit(f"{folder} holds no news/: name the folder with --data or FACTCHECK_SHARED")
    return folder


def labels(part: str | None = None) -> list[Label]:
    """The labels of one part, or of both."""
    found = [Label(**json.loads(line)) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    return [one for one in found if part is None or one.part == part]


def read(folder: Path, part: str | None = None) -> list[Article]:
    """The labelled articles of a part, read by the program with the day of print that the label gives."""
    from factcheck.extract import extract

    kept = labels(part)
    texts: dict[str, str] = {}
    for file in sorted({one.file for one in kept}):
        for line in (folder / file).read_text(encoding="utf-8").splitlines():
            row: dict[str, Any] = json.loads(line)
            texts[row["id"]] = row["text"]
    made = []
    for name in dict.fromkeys(one.article for one in kept):
        own = tuple(one for one in kept if one.article == name)
        day = date.fromisoformat(own[0].published) if own[0].published else None
        document = Document(id=name, text=texts[name], raw=b"", sha256="", raw_sha256="", published_on=day)
        made.append(Article(texts[name], own, extract(document).claims))
    return made


# ----------------------------------------------------------------------------------------------- when answers agree


def said(text: str, spans: Spans) -> str:
    """The words of an answer."""
    return " ".join(text[start:end] for start, end in spans)


def stems(phrase: str) -> set[str]:
    """Words that tell something, each by its first letters without its ending ("killed" and "killing" are one)."""
    found = (word.casefold().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(phrase))
    return {_stem(word) for word in found if word not in _EMPTY}


def _stem(word: str) -> str:
    word = _IRREGULAR.get(word, word)
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e")[:_STEM]


def share(gold: str, ours: str | None) -> float:
    """The share of the words of ``gold`` that are in ``ours``."""
    wanted = stems(gold)
    return len(wanted & stems(ours or "")) / len(wanted) if wanted else 1.0


def any_of(text: str, answers: Iterable[Answer], ours: str | None, agrees: Callable[[str, str], bool]) -> bool:
    """Whether one of the right answers is nothing, as ours, or words that agree with ours."""
    for answer in answers:
        if answer is None or isinstance(answer, str):
            if answer is None and not ours:
                return True
        elif ours and agrees(said(text, answer), ours):
            return True
    return False


def days(found: DateRange | None) -> list[str | None] | None:
    """A range of days as the labels have it."""
    if found is None:
        return None
    return [found.first.isoformat() if found.first else None, found.last.isoformat() if found.last else None]


def interval(groups: Sequence[Sequence[bool]], *, rounds: int = 1000) -> tuple[float, float]:
    """The middle 95% of the share that is right over samples of whole articles, drawn with replacement."""
    chance = random.Random(1)
    kept = [group for group in groups if group]
    drawn = []
    for _ in range(rounds):
        sample = chance.choices(kept, k=len(kept))
        drawn.append(sum(sum(group) for group in sample) / max(sum(len(group) for group in sample), 1))
    drawn.sort()
    return drawn[int(0.025 * rounds)], drawn[int(0.975 * rounds) - 1]
