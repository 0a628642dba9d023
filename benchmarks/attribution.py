"""How well sources, cues and contents of attributions are found, on PolNeAR: ``python -m benchmarks.attribution``.

**Data.** ``attribution/polnear_dev.jsonl`` (84 articles, held out) and ``polnear_train_300.jsonl`` (the part that
tables were fitted on), each line ``text`` and ``attributions`` with ``[start, end)`` spans for ``source``, ``cue`` and
``content``. Found by ``--data``, else ``$FACTCHECK_SHARED/data``, else ``../shared/data`` beside the repository.

**Adapter.** Ours to theirs, field by field: ``source`` (one span, or none), ``cue`` (one span), ``content.spans``.
Beliefs and intentions count, as the annotation has them. Each word of PolNeAR stands in at most one attribution, so
ours that stand within the content of another of ours are left out (``--nested`` keeps them). A quotation that goes on
in the next paragraph is one attribution there, and two with one cue of ours, put together here. Two habits of the
annotators are followed: the comma that closes an apposition belongs to the source ("Ann Li, the mayor,"), and the colon
right behind a cue to the cue ("said:"); ours leave both out. A word is a run of letters and digits, or a single other
character that is not white space. ``--through claims`` judges the claims that ``factcheck extract`` prints instead of
the attributions that they are made from: one attribution for each source and cue, with the contents of their claims.

**Measures.** The first two are those of Citron (Newell, Cowlishaw and Man 2018) as its own program computes them:

* *exact*: a cue is right when an annotated cue has the very same words and marks. A source or content is right when an
  annotated attribution whose cue overlaps ours has the very same words and marks in it (so that a quotation annotated
  sentence by sentence equals the same quotation in one span).
* *overlap*: words that a span of ours shares with an annotated one, summed over all pairs of ours and theirs, over our
  words (precision) and over the annotated words (recall). A source cited for two attributions is annotated twice, and
  each of ours meets both, so sources can gain by it; nothing asks that the cue be the same.
* *paired*: the same words, but within pairs only, one to one: stricter. Attributions are paired greedily by shared cue
  words, then by shared content words.
* *found*: an annotated part counts as found, and ours as right, when the two of a pair share at least one word.

Attributions annotated without a cue or without content (23 of 7,128 in the training part) are counted as they are. An
attribution with no source on both sides adds nothing to the source's counts.

Intervals are 95%, from 1,000 bootstrap samples of whole documents, so that one long article does not pass for many.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PARTS = {"dev": "polnear_dev.jsonl", "train": "polnear_train_300.jsonl"}
FIELDS = ("source", "cue", "content")
MEASURES = ("exact", "overlap", "paired", "found")
TARGETS = {
    ("source", "overlap"): 0.80,
    ("cue", "overlap"): 0.85,
    ("content", "overlap"): 0.80,
    ("content", "exact"): 0.60,
}
_WORD = re.compile(r"\w+|[^\w\s]")

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Item:
    """One attribution, ours or theirs, as spans and as sets of word numbers of its document."""

    spans: dict[str, Spans]
    words: dict[str, frozenset[int]]


@dataclass
class Counts:
    """Sums over documents for one field and measure: what we gave, what was annotated, and the part that agrees."""

    given: int = 0
    gold: int = 0
    right_given: int = 0
    right_gold: int = 0

    def add(self, other: Counts) -> None:
        self.given += other.given
        self.gold += other.gold
        self.right_given += other.right_given
        self.right_gold += other.right_gold

    def scores(self) -> tuple[float, float, float]:
        """Precision, recall, F1."""
        precision = self.right_given / self.given if self.given else 0.0
        recall = self.right_gold / self.gold if self.gold else 0.0
        return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


Score = dict[tuple[str, str], Counts]


@dataclass
class Judged:
    """One document's score, with what was missed and what was given without need, for ``--errors``."""

    score: Score
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    words: int = 0


def data_folder(given: Path | None) -> Path:
    """The folder with the public data sets.

    Raises:
        SystemExit: there is none where it is looked for.
    """
    shared = os.environ.get("FACTCHECK_SHARED")
    root = Path(__file__).resolve().parent.parent
    folder = given or (Path(shared) / "data" if shared else root.parent / "shared" / "data")
    if not (folder / "attribution").is_dir():
        raise SystemExit(f"{folder} holds no attribution/: name the folder with --data or FACTCHECK_SHARED")
    return folder


def items(text: str, attributions: Iterable[dict[str, Any]]) -> list[Item]:
    """``attributions`` (``source``, ``cue``, ``content``: lists of spans) with their words numbered."""
    starts = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    number_at = [-1] * (len(text) + 1)
    for number, (start, end) in enumerate(starts):
        for at in range(start, end):
            number_at[at] = number
    made = []
    for attribution in attributions:
        spans = {f: tuple(sorted((s, e) for s, e in attribution[f])) for f in FIELDS}
        words = {f: frozenset(number_at[at] for s, e in spans[f] for at in range(s, e)) - {-1} for f in FIELDS}
        made.append(Item(spans, words))
    return made


def pair(given: Sequence[Item], gold: Sequence[Item]) -> list[tuple[int, int]]:
    """One-to-one pairs of positions, best first: those that share most cue words, then most content words."""
    ranked = []
    for a, ours in enumerate(given):
        for b, theirs in enumerate(gold):
            cue = len(ours.words["cue"] & theirs.words["cue"])
            content = len(ours.words["content"] & theirs.words["content"])
            if cue or content:
                ranked.append((bool(cue), content, cue, -a, -b))
    pairs, used_given, used_gold = [], set(), set()
    for _, _, _, a, b in sorted(ranked, reverse=True):
        if -a not in used_given and -b not in used_gold:
            pairs.append((-a, -b))
            used_given.add(-a)
            used_gold.add(-b)
    return pairs


def judge(given: Sequence[Item], gold: Sequence[Item]) -> Score:
    """The counts of one document for every field and measure."""
    score: Score = {(f, m): Counts() for f in FIELDS for m in MEASURES}
    pairs = pair(given, gold)
    for f in FIELDS:
        exact, overlap, paired, found = (score[f, m] for m in MEASURES)
        exact.given = found.given = sum(bool(i.spans[f]) for i in given)
        exact.gold = found.gold = sum(bool(i.spans[f]) for i in gold)
        overlap.given = paired.given = sum(len(i.words[f]) for i in given)
        overlap.gold = paired.gold = sum(len(i.words[f]) for i in gold)
        times = Counter(word for i in gold for word in i.words[f])
        overlap.right_given = overlap.right_gold = sum(times[word] for i in given for word in i.words[f])
        exact.right_given = sum(any(_same(f, a, b) for b in gold) for a in given)
        exact.right_gold = sum(any(_same(f, a, b) for a in given) for b in gold)
        for a, b in pairs:
            shared = len(given[a].words[f] & gold[b].words[f])
            paired.right_given += shared
            paired.right_gold += shared
            found.right_given += shared > 0
            found.right_gold += shared > 0
    return score


def _same(f: str, a: Item, b: Item) -> bool:
    if not a.words[f] or a.words[f] != b.words[f]:
        return False
    return f == "cue" or bool(a.words["cue"] & b.words["cue"])


def ours(doc: Any, *, nested: bool = False) -> list[dict[str, Any]]:
    """What :func:`factcheck.extract.attribution.attributions` finds, in the shape of the data."""
    from factcheck.extract.attribution import attributions

    found: dict[Any, tuple[Any, Any, set[tuple[int, int]]]] = {}
    for one in attributions(doc):
        if nested or one.nested_in is None:
            key = one.cue.start, one.cue.end, one.source and one.source.start
            found.setdefault(key, (one.source, one.cue, set()))[2].update(one.content.spans)
    return [_row(doc.text, source, cue, sorted(contents)) for source, cue, contents in found.values()]


def printed(text: str, *, nested: bool = False) -> list[dict[str, Any]]:
    """What the claims of :func:`factcheck.extract.extract` say of who said what, in the shape of the data."""
    from factcheck.extract import extract

    found: dict[Any, tuple[Any, Any, set[tuple[int, int]]]] = {}
    for claim in extract(document(text)).claims:
        if claim.cue is not None and claim.content is not None:
            key = claim.cue.start, claim.cue.end, claim.speaker and claim.speaker.start
            found.setdefault(key, (claim.speaker, claim.cue, set()))[2].update(claim.content.spans)
    spans = sorted({span for _, _, contents in found.values() for span in contents})
    return [
        _row(text, speaker, cue, sorted(contents))
        for speaker, cue, contents in found.values()
        if nested or not any(s <= cue.start < e for s, e in spans if (s, e) not in contents)
    ]


def document(text: str) -> Any:
    """``text`` as a document of nobody."""
    from factcheck.model import Document

    raw = text.encode()
    digest = hashlib.sha256(raw).hexdigest()
    return Document(id=digest, text=text, raw=raw, sha256=digest, raw_sha256=digest)


def _row(text: str, source: Any, cue: Any, content: Iterable[tuple[int, int]]) -> dict[str, Any]:
    ends = (
        source.end + 1 if source and "," in source.text and text.startswith(",", source.end) else source and source.end
    )
    return {
        "source": [(source.start, ends)] if source else [],
        "cue": [(cue.start, cue.end + text.startswith(":", cue.end))],
        "content": list(content),
    }


def bootstrap(scores: Sequence[Score], key: tuple[str, str], *, rounds: int = 1000) -> tuple[float, float]:
    """The middle 95% of F1 over samples of whole documents, drawn with replacement."""
    chance = random.Random(1)
    drawn = []
    for _ in range(rounds):
        total = Counts()
        for score in chance.choices(scores, k=len(scores)):
            total.add(score[key])
        drawn.append(total.scores()[2])
    drawn.sort()
    return drawn[int(0.025 * rounds)], drawn[int(0.975 * rounds) - 1]


def _shown(text: str, item: Item) -> str:
    parts = ("…".join(" ".join(text[s:e].split()) for s, e in item.spans[f])[:160] for f in FIELDS)
    return " | ".join(part or "–" for part in parts)


def run(path: Path, *, nested: bool = False, through: str = "attributions") -> list[Judged]:
    """Reads and judges every article of a file."""
    from factcheck.extract.parsing import pipeline

    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    if through == "claims":
        return [judged(row, printed(row["text"], nested=nested)) for row in rows]
    parsed = pipeline().pipe((row["text"] for row in rows), batch_size=8)
    return [judged(row, ours(doc, nested=nested)) for row, doc in zip(rows, parsed, strict=True)]


def judged(row: dict[str, Any], found: Iterable[dict[str, Any]]) -> Judged:
    """One article's result; ``found`` is ours in the shape of the data."""
    text = row["text"]
    given, gold = items(text, found), items(text, row["attributions"])
    pairs = pair(given, gold)
    matched_given, matched_gold = {a for a, _ in pairs}, {b for _, b in pairs}
    return Judged(
        judge(given, gold),
        [_shown(text, item) for b, item in enumerate(gold) if b not in matched_gold],
        [_shown(text, item) for a, item in enumerate(given) if a not in matched_given],
        len(text.split()),
    )


def table(results: Sequence[Judged]) -> str:
    """Precision, recall, F1 with its interval, for every field and measure, as lines of text."""
    scores = [r.score for r in results]
    lines = [f"{'part':8} {'measure':8} {'P':>6} {'R':>6} {'F1':>6}  {'95%':15} target"]
    for f in FIELDS:
        for m in MEASURES:
            total = Counts()
            for score in scores:
                total.add(score[f, m])
            precision, recall, f1 = total.scores()
            low, high = bootstrap(scores, (f, m))
            target = TARGETS.get((f, m))
            goal = f"{target:.2f}" if target else ""
            lines.append(f"{f:8} {m:8} {precision:6.3f} {recall:6.3f} {f1:6.3f}  [{low:.3f}, {high:.3f}]  {goal}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table of one part, and on request the errors."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.attribution", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--part", choices=sorted(PARTS), default="dev", help="dev is held out; look at errors of train")
    parser.add_argument("--through", choices=("attributions", "claims"), default="attributions", help="what is judged")
    parser.add_argument("--nested", action="store_true", help="keep attributions within others")
    parser.add_argument("--data", type=Path, help="the folder with the public data sets")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list N missed and N needless attributions")
    options = parser.parse_args(arguments)
    started = time.perf_counter()
    path = data_folder(options.data) / "attribution" / PARTS[options.part]
    results = run(path, nested=options.nested, through=options.through)
    seconds = time.perf_counter() - started
    words = sum(r.words for r in results)
    print(f"PolNeAR {options.part}: {len(results)} articles, {words} words, {seconds:.1f} s with the parse")
    print(table(results))
    chance = random.Random(7)
    for name in ("missed", "extra") if options.errors else ():
        listed = [line for r in results for line in getattr(r, name)]
        print(f"\n{name}: {len(listed)}; source | cue | content")
        for line, times in Counter(chance.sample(listed, min(options.errors, len(listed)))).items():
            print(f"  {line}" + (f"  ×{times}" if times > 1 else ""))


if __name__ == "__main__":
    main()
