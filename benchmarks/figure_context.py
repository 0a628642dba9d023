"""What a figure measures, of whom, where, when and how it is said, on articles labelled by a person.

``python -m benchmarks.figure_context`` reads the labelled articles (``docs/labels.md``) and prints, for both parts, how
many of the labelled figures were found and, of those found, how often each field is right. ``--errors N`` prints the
first N wrong answers of each field of the tune part.

**When an answer is right.** ``measure``: half of the words of the label are in ours (*whole*: all of them); an age's
measure is its dimension. ``population`` and ``place``: a word is shared, or both have none. ``period`` and ``as_of``:
the same days; *date* is right where either field holds the days of one of the two. ``accrual``, ``role`` (with its
direction), ``modality``, ``hedged``, ``basis``: the same value. A label may hold several right answers; a field that
was not judged is not counted. Words are compared by their first five letters, without their endings.

*right* is the share of figures; *P*, *R* and *F1* are of the answers that are not the empty or usual one: of ours, how
many are right; of the labels that leave no empty answer open, how many were found. Brackets are 95% intervals over
whole articles.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.labels import PARTS, Article, Label, any_of, data_folder, days, interval, read, share
from factcheck.model import Figure

HALF = 0.5


@dataclass(frozen=True, slots=True)
class Judged:
    """One field of one figure: ``given`` and ``gold`` say whether ours and the label are more than the usual answer."""

    right: bool
    given: bool
    gold: bool
    shown: str


def _measure(text: str, label: Label, figure: Figure, least: float) -> Judged | None:
    if label.measure is None:
        return None
    if "=age" in label.measure:
        right = figure.dimension == "age"
    else:
        right = any_of(text, label.measure, figure.measure, lambda gold, ours: share(gold, ours) >= least)
    return Judged(right, True, True, figure.measure)


def _words(name: str) -> Callable[[str, Label, Figure], Judged | None]:
    def judge(text: str, label: Label, figure: Figure) -> Judged | None:
        answers, ours = getattr(label, name), getattr(figure, name)
        if answers is None:
            return None
        right = any_of(text, answers, ours, lambda gold, given: share(gold, given) > 0)
        return Judged(right, ours is not None, None not in answers, str(ours))

    return judge


def _dates(name: str) -> Callable[[str, Label, Figure], Judged | None]:
    def judge(text: str, label: Label, figure: Figure) -> Judged | None:
        answers, ours = getattr(label, name), days(getattr(figure, name))
        if answers is None:
            return None
        return Judged(ours in answers, ours is not None, None not in answers, str(ours))

    return judge


def _date(text: str, label: Label, figure: Figure) -> Judged | None:
    if label.period is None or label.as_of is None:
        return None
    ours = [found for found in (days(figure.period), days(figure.as_of)) if found is not None]
    answers = [one for one in (*label.period, *label.as_of) if one is not None]
    due = None not in label.period or None not in label.as_of
    right = any(found in answers for found in ours) if ours else not due
    return Judged(right, bool(ours), due, str(ours))


def _value(name: str, usual: object, ours: Callable[[Figure], Any]) -> Callable[[str, Label, Figure], Judged | None]:
    def judge(text: str, label: Label, figure: Figure) -> Judged | None:
        answers, given = getattr(label, name), ours(figure)
        if answers is None:
            return None
        return Judged(given in answers, given != usual, usual not in answers, str(given))

    return judge


def _role(figure: Figure) -> str:
    return f"{figure.role}:{figure.direction}" if figure.direction and figure.role == "change" else str(figure.role)


FIELDS: dict[str, Callable[[str, Label, Figure], Judged | None]] = {
    "measure": lambda text, label, figure: _measure(text, label, figure, HALF),
    "measure, whole": lambda text, label, figure: _measure(text, label, figure, 1.0),
    "population": _words("population"),
    "place": _words("place"),
    "period": _dates("period"),
    "as_of": _dates("as_of"),
    "date": _date,
    "accrual": _value("accrual", None, lambda figure: figure.accrual and str(figure.accrual)),
    "role": _value("role", "level", _role),
    "modality": _value("modality", "stated", lambda figure: str(figure.modality)),
    "hedged": _value("hedged", False, lambda figure: figure.hedged),
    "basis": _value("basis", None, lambda figure: figure.basis and str(figure.basis)),
}


def judged(articles: Sequence[Article], name: str) -> list[list[tuple[Label, Article, Judged]]]:
    """Each article's found figures, judged in one field."""
    groups = []
    for article in articles:
        group = []
        for label in article.labels:
            found = article.reading(label)
            answer = FIELDS[name](article.text, label, found[1]) if found else None
            if answer is not None:
                group.append((label, article, answer))
        groups.append(group)
    return groups


def line(name: str, groups: Sequence[Sequence[tuple[Label, Article, Judged]]]) -> str:
    """A line of the table."""
    flat = [answer for group in groups for _, _, answer in group]
    right = sum(one.right for one in flat) / max(len(flat), 1)
    low, high = interval([[one.right for _, _, one in group] for group in groups])
    given, gold = [one for one in flat if one.given], [one for one in flat if one.gold]
    precision = sum(one.right for one in given) / len(given) if given else 0.0
    recall = sum(one.right for one in gold) / len(gold) if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    counts = f"{len(flat):5} {len(given):5} {len(gold):5}"
    return f"{name:15} {right:6.3f} [{low:.3f}, {high:.3f}]  {precision:6.3f} {recall:6.3f} {f1:6.3f}   {counts}"


def wrong(groups: Sequence[Sequence[tuple[Label, Article, Judged]]], most: int) -> list[str]:
    """The first wrong answers, each with the words around the figure."""
    lines: list[str] = []
    for group in groups:
        for label, article, answer in group:
            if not answer.right and len(lines) < most:
                around = " ".join(article.text[max(0, label.start - 90) : label.end + 70].split())
                lines.append(f"  {answer.shown!r} | {article.text[label.start : label.end]} | …{around}…")
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table of both parts, and on request errors of the tune part."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.figure_context", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--data", type=Path, help="the folder with the public data sets")
    parser.add_argument("--part", choices=PARTS, help="one part alone")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="N wrong answers of each field of tune")
    parser.add_argument("--field", choices=sorted(FIELDS), help="errors of this field alone")
    options = parser.parse_args(arguments)
    articles = read(data_folder(options.data), options.part)
    for part in PARTS if options.part is None else (options.part,):
        kept = [one for one in articles if one.labels[0].part == part]
        hits = [[one.reading(label) is not None for label in one.labels] for one in kept]
        count, found = sum(map(len, hits)), sum(map(sum, hits))
        low, high = interval(hits)
        print(f"{part}: {found} of {count} labelled figures found, {found / count:.3f} [{low:.3f}, {high:.3f}]")
        print(f"{'field':15} {'right':>6} {'95%':14}  {'P':>6} {'R':>6} {'F1':>6}   judged ours labels")
        for name in FIELDS:
            groups = judged(kept, name)
            print(line(name, groups))
        print()
        if part == "tune" and options.errors:
            missed = [(a, x) for a in kept for x in a.labels if a.reading(x) is None]
            print("not found:")
            for article, label in missed[: options.errors]:
                around = " ".join(article.text[max(0, label.start - 60) : label.end + 50].split())
                print(f"  {article.text[label.start : label.end]} | …{around}…")
            for name in FIELDS if options.field is None else (options.field,):
                print(f"{name}: ours | figure | around")
                print("\n".join(wrong(judged(kept, name), options.errors)))


if __name__ == "__main__":
    main()
