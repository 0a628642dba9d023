"""Who stands behind a numeric claim, named as fully as the article does, on articles labelled by a person.

``python -m benchmarks.speakers`` reads the labelled articles (``docs/labels.md``) and prints, for both parts, how many
numeric claims have the right speaker and the right body. Labelled figures of one sentence with one speaker are one
claim; it is right where each of its figures that was found is. ``--errors N`` prints the wrong ones of the tune part.

**When a speaker is right.** Where the label is the writer's own words, ours is nobody. A name is right where ours holds
every word of the fullest name the article gives (without titles), so "Kroon" for "Larry Kroon" is wrong. An unnamed
source ("an office worker") is right where half of its words are in ours. A body is right where half of its words are
shared, or both have none. *one answer* counts only the claims whose label leaves no doubt between a source and the
writer; *somebody cited* and *nobody cited* are those whose label names a source, and those whose label is the writer.
Brackets are 95% intervals over whole articles.

``--polnear train`` or ``--polnear dev`` asks the same of PolNeAR's articles, whose annotation says who is cited for
what (:mod:`benchmarks.cited`): ten times as many figures, to make rules with and to see whether they carry over.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import cited
from benchmarks.labels import PARTS, Article, Label, any_of, data_folder, interval, read, share
from factcheck.model import Claim

TARGET = 0.85
_SENTENCE = re.compile(r"[.?!…:]['’”\"»)\]]*\s|\n")
_NAME = re.compile(r"\w+(?:[-’'.]\w+)*")
_SMALL = frozenset(["of", "the", "and", "for", "on", "in", "s"])


@dataclass(frozen=True, slots=True)
class Judged:
    """One numeric claim: what was asked, and whether ours agrees; ``found`` is False where no figure was read."""

    article: Article
    labels: tuple[Label, ...]
    found: bool
    speaker: bool
    body: bool
    ours: str
    plain: bool


def named(gold: str, ours: str) -> bool:
    """Whether ``ours`` names whoever ``gold`` names, as fully."""
    if not gold[:1].isupper():
        return share(gold, ours) >= 0.5
    wanted = {word.casefold() for word in _NAME.findall(gold)} - _SMALL
    return wanted <= {word.casefold() for word in _NAME.findall(ours)}


def grouped(article: Article) -> Iterator[tuple[Label, ...]]:
    """The labels of each numeric claim: those of one sentence with the same speaker."""
    group: list[Label] = []
    for label in sorted(article.labels, key=lambda one: one.start):
        if group:
            between = article.text[group[-1].end : label.start]
            if label.speaker != group[-1].speaker or _SENTENCE.search(between):
                yield tuple(group)
                group = []
        group.append(label)
    if group:
        yield tuple(group)


def judge(article: Article, labels: tuple[Label, ...]) -> Judged | None:
    """One claim, or None where its speaker was not judged."""
    answers, bodies = labels[0].speaker, labels[0].body
    if answers is None:
        return None
    claims: list[Claim] = [found[0] for label in labels if (found := article.reading(label)) is not None]
    names = [claim.speaker.name if claim.speaker else None for claim in claims]
    told = [claim.speaker.body if claim.speaker else None for claim in claims]
    right = all(any_of(article.text, answers, name, named) for name in names)
    body = bodies is None or all(any_of(article.text, bodies, one, lambda a, b: share(a, b) >= 0.5) for one in told)
    plain = len(answers) == 1 or None not in answers
    ours = "; ".join(dict.fromkeys(f"{name} ({one})" for name, one in zip(names, told, strict=True)))
    return Judged(article, labels, bool(claims), right, body, ours, plain)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the shares of both parts, and on request errors of the tune part."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speakers", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, help="the folder with the public data sets")
    parser.add_argument("--part", choices=PARTS, help="one part alone")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="N wrong ones of tune, or of train")
    parser.add_argument("--polnear", choices=("train", "dev"), help="figures of PolNeAR; dev is held out")
    options = parser.parse_args(arguments)
    if options.polnear:
        cited.report(data_folder(options.data), options.polnear, errors=options.errors)
        return
    articles = read(data_folder(options.data), options.part)
    every: list[list[Judged]] = []
    for part in PARTS if options.part is None else (options.part,):
        kept = [one for one in articles if one.labels[0].part == part]
        groups = [[j for g in grouped(one) if (j := judge(one, g)) is not None] for one in kept]
        every += groups
        _report(part, groups)
        if part == "tune" and options.errors:
            flat = [one for group in groups for one in group if one.found]
            _list("speaker", [one for one in flat if not one.speaker][: options.errors])
            _list("body", [one for one in flat if one.speaker and not one.body][: options.errors])
    if options.part is None:
        _report("both", every)


def _report(part: str, groups: Sequence[Sequence[Judged]]) -> None:
    count = sum(map(len, groups))
    found = [[one for one in group if one.found] for group in groups]
    print(f"{part}: {count} numeric claims labelled, {sum(map(len, found))} found")
    rows = {
        "speaker": [[one.speaker for one in group] for group in found],
        "… one answer": [[one.speaker for one in group if one.plain] for group in found],
        "… somebody cited": [[one.speaker for one in group if _cited(one)] for group in found],
        "… nobody cited": [[one.speaker for one in group if one.plain and not _cited(one)] for group in found],
        "body": [[one.body for one in group] for group in found],
    }
    for name, answers in rows.items():
        low, high = interval(answers)
        right, total = sum(map(sum, answers)), sum(map(len, answers))
        goal = f"  target {TARGET}" if name == "speaker" else ""
        print(f"  {name:18} {right:4} of {total:4}  {right / max(total, 1):.3f} [{low:.3f}, {high:.3f}]{goal}")


def _cited(one: Judged) -> bool:
    return one.labels[0].speaker is not None and None not in one.labels[0].speaker


def _list(name: str, found: Sequence[Judged]) -> None:
    print(f"{name}: ours | around the figure")
    for one in found:
        first = one.labels[0]
        around = " ".join(one.article.text[max(0, first.start - 200) : first.end + 120].split())
        print(f"  {one.ours} | {one.article.text[first.start : first.end]} | …{around}…")


if __name__ == "__main__":
    main()
