"""What comes out of the demonstration corpus beside what must: ``python -m benchmarks.demonstration``.

Data: ``seeds/expected-relations.json``, written with the corpus from the definitions of the relations before any of
it was compared; no part of it is set aside, so this is a regression table and no measure of quality elsewhere (that is
``benchmarks.conflicts``). For each pair the figures whose spans touch the two passages named are compared; a
passage without a figure is compared as a statement.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from factcheck.compare import FigureInContext, compare, compare_figures, headline
from factcheck.extract import extract
from factcheck.intake import read_file
from factcheck.model import Document, Relation, RelationKind, Statement

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
NO_CLAIM = "no claim"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One expected pair and what came of it.

    Attributes:
        wanted: the relation expected first, then those also allowed.
        came: the relation that came out, or :data:`NO_CLAIM` where a passage gave no claim.
    """

    id: str
    story: str
    wanted: tuple[str, ...]
    came: str
    reason: str
    text_a: str
    text_b: str

    @property
    def right(self) -> bool:
        return self.came in self.wanted

    @property
    def false_alarm(self) -> bool:
        """A conflict where none is allowed."""
        return _group(self.came) == "conflict" and all(_group(name) != "conflict" for name in self.wanted)

    @property
    def missed(self) -> bool:
        """No conflict where nothing else is allowed."""
        return _group(self.came) != "conflict" and all(_group(name) == "conflict" for name in self.wanted)


def outcomes(folder: Path = SEEDS) -> Iterator[Outcome]:
    """Every expected pair in turn."""
    for pair in json.loads((folder / "expected-relations.json").read_text("utf-8")):
        relation = _relation(folder, pair["a"], pair["b"])
        yield Outcome(
            id=pair["id"],
            story=pair["story"],
            wanted=(pair["relation"], *pair.get("also_allowed", ())),
            came=str(relation.relation) if relation else NO_CLAIM,
            reason=relation.reason if relation else "",
            text_a=pair["a"]["text"],
            text_b=pair["b"]["text"],
        )


@dataclass(frozen=True, slots=True)
class _Passage:
    """Half-open offsets of a passage in its document, and the claims that touch it."""

    start: int
    end: int
    claims: tuple[Statement, ...]

    def figures(self) -> list[FigureInContext]:
        """The figures whose spans touch the passage: "Another 31 people" of the passage "31 people"."""
        return [
            FigureInContext(figure, one)
            for one in self.claims
            for figure in one.claim.figures
            if figure.start < self.end and self.start < figure.end
        ]


def _relation(folder: Path, a: dict[str, str], b: dict[str, str]) -> Relation | None:
    one, other = (_passage(folder / side["document"], side["text"]) for side in (a, b))
    found = [compare_figures(x, y) for x in one.figures() for y in other.figures()]
    found = found or [compare(x, y) for x in one.claims for y in other.claims]
    return headline(found) if found else None


def _passage(path: Path, text: str) -> _Passage:
    document, claims = _claims(path)
    start = document.text.index(text)
    end = start + len(text)
    touching = tuple(one for one in claims if one.claim.start < end and start < one.claim.end)
    return _Passage(start, end, touching)


@lru_cache(maxsize=512)
def _claims(path: Path) -> tuple[Document, tuple[Statement, ...]]:
    document = read_file(path)
    made = tuple(
        Statement(
            claim,
            document_id=str(path),
            title=document.title,
            outlet=document.outlet,
            url=document.url,
            published_on=document.published_on,
        )
        for claim in extract(document).claims
    )
    return document, made


def _group(name: str) -> str:
    return str(RelationKind(name).group) if name != NO_CLAIM else "none"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="print the pairs that came out right too")
    arguments = parser.parse_args()
    found = list(outcomes())
    for one in found:
        if arguments.all or not one.right:
            print(f"{one.id}: {' or '.join(one.wanted)}, came {one.came}")
            print(f"    {one.text_a} / {one.text_b}")
            print(f"    {one.reason}")
    right = sum(one.right for one in found)
    groups = Counter((_group(one.wanted[0]), _group(one.came)) for one in found)
    print(f"{right} of {len(found)} right; {sum(one.false_alarm for one in found)} false alarms", end="")
    print(f", {sum(one.missed for one in found)} conflicts missed")
    for (wanted, came), number in sorted(groups.items()):
        print(f"  wanted {wanted:9} came {came:9} {number}")


if __name__ == "__main__":
    main()
