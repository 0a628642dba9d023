"""Which conflicts are raised between news articles about one matter: every alarm, to be read by eye.

    python -m benchmarks.news_alarms [--ids] [--within]

Data: ``data/news/ecbplus.jsonl`` of the shared folder (ECB+, Cybulska and Vossen 2014), 115 undated articles in topics
of two alike events each: two earthquakes, two fires, two trials. Alike events are the trap; no date helps. Every
article is read, and each claim is compared with each claim of the topic's other articles, as documents of a workspace
are. Printed is every conflict with its reason, the same utterance of several articles once; with ``--ids`` no text,
but article ids and offsets alone; with ``--within``, conflicts inside one article too. True or false is for a person to
say: the reading is in docs/quality.md.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.compare import compare
from factcheck.compare.tokens import content, overlap
from factcheck.extract import extract
from factcheck.intake import Metadata, read_text
from factcheck.model import Group, Relation, Statement

SHARED = Path(os.environ.get("FACTCHECK_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SHARED_WORDS = 2  # words of content that two claims share at least to be compared, as none with fewer is alarmed about
ONE_UTTERANCE = 0.6  # content words shared by two copies of one sentence


@dataclass(frozen=True, slots=True)
class Alarm:
    """A conflict of two claims, each in an article."""

    topic: str
    a: Statement
    b: Statement
    relation: Relation


def articles(path: Path) -> dict[str, list[tuple[str, str]]]:
    """The (id, text) of every article, by topic."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        found.setdefault(row["topic"], []).append((row["id"], row["text"]))
    return found


def statements(name: str, text: str) -> list[Statement]:
    """The claims of an article, as of a document named ``name``."""
    document = read_text(text, metadata=Metadata())
    claims = extract(document).claims
    return [Statement(claim, document_id=name, title=document.title, outlet=name) for claim in claims]


def alarms(path: Path, *, within: bool = False) -> Iterator[Alarm]:
    """Every conflict between two articles of a topic; with ``within``, of one article too."""
    for topic, listed in articles(path).items():
        read = [statements(name, text) for name, text in listed]
        pairs = itertools.combinations_with_replacement(read, 2) if within else itertools.combinations(read, 2)
        for one, other in pairs:
            beside = itertools.combinations(one, 2) if one is other else itertools.product(one, other)
            for a, b in beside:
                if len(content(a.claim.text) & content(b.claim.text)) < SHARED_WORDS:
                    continue
                relation = compare(a, b)
                if relation.group is Group.CONFLICT:
                    yield Alarm(topic, a, b, relation)


def distinct(found: Sequence[Alarm]) -> list[list[Alarm]]:
    """The alarms, those of the same two utterances together."""
    grouped: list[list[Alarm]] = []
    for alarm in found:
        for group in grouped:
            if _one(group[0], alarm):
                group.append(alarm)
                break
        else:
            grouped.append([alarm])
    return grouped


def _one(x: Alarm, y: Alarm) -> bool:
    def alike(a: Statement, b: Statement) -> bool:
        return overlap(content(a.claim.text), content(b.claim.text)) >= ONE_UTTERANCE

    same_numbers = _numbers(x) == _numbers(y)
    return same_numbers and ((alike(x.a, y.a) or alike(x.b, y.b)) or (alike(x.a, y.b) or alike(x.b, y.a)))


def _numbers(alarm: Alarm) -> frozenset[tuple[float | None, float | None, str]]:
    return frozenset((f.low, f.high, f.unit) for f in (alarm.relation.a, alarm.relation.b) if f is not None)


def show(number: int, group: Sequence[Alarm], *, ids: bool) -> None:
    first = group[0]
    print(f"\n{number}. {first.relation.relation} ({len(group)} pairs): {first.relation.reason if not ids else ''}")
    for item in (first.a, first.b):
        print(f"   {item.document_id}[{item.claim.start}:{item.claim.end}]" + ("" if ids else f" {item.claim.text}"))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ids", action="store_true", help="ids and offsets alone, no words of the articles")
    parser.add_argument("--within", action="store_true", help="conflicts inside one article too")
    chosen = parser.parse_args(arguments)
    path = SHARED / "data" / "news" / "ecbplus.jsonl"
    if not path.exists():
        parser.error(f"{path} is not there: set FACTCHECK_SHARED to the folder that holds data/news")
    found = list(alarms(path, within=chosen.within))
    grouped = distinct(found)
    print(f"{len(found)} conflicts, {len(grouped)} distinct alarms")
    for number, group in enumerate(grouped, 1):
        show(number, group, ids=chosen.ids)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
