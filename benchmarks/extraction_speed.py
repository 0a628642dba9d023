"""Sentences a second of extraction, beside spaCy's whole pipeline with the same processes; and what the filter misses.

``python -m benchmarks.extraction_speed [--sentences 20000] [--processes 2] [--rounds 2] [--memory 10000] [--profile]``.
The text is public news annotated with attributions (PolNeAR), repeated until there are enough sentences. Both sides get
the same documents in the same chunks, in the same spawned processes, by turns, models loaded before the clock starts;
the CPU time is that of the work itself, without what stands between the processes. What the cheap tests miss is counted
on the attributions that people marked, and on the figures that would be read if everything were parsed. ``--memory``
follows one process over as many documents, each with words of its own; ``--growth`` reads broken text of one, two and
four times the length; ``--profile`` prints where one process spends its time.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import random
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.fuzz import BREAKAGES
from factcheck.extract import extract
from factcheck.extract.annotate import annotated
from factcheck.extract.candidates import Candidates, can_hold_figure
from factcheck.extract.parsing import pipeline
from factcheck.extract.quantities import quantities
from factcheck.extract.quotes import paragraphs
from factcheck.extract.sentences import sentences
from factcheck.intake import Metadata, read_text

CHUNK = 8
DAY = 333_000
"""Sentences of a national desk's day."""
_KNOWN = Metadata(published_on=date(2016, 5, 1))
Work = Callable[[Sequence[str]], int]


def ours(texts: Sequence[str]) -> int:
    """Claims of the texts."""
    return sum(len(extract(read_text(text, metadata=_KNOWN)).claims) for text in texts)


def spacy_whole(texts: Sequence[str]) -> int:
    """Tokens of the texts, through every component of the pipeline, paragraphs in batches of 64."""
    parts = [text[start:end] for text in texts for start, end in paragraphs(text)]
    return sum(len(doc) for doc in pipeline().pipe(parts, batch_size=64))


def warm(_: int) -> int:
    """Loads the models of a process, as the workers of the commands do."""
    import gc

    list(pipeline().pipe(["The mill cost 40 million, Ola Brandt said."]))
    made = ours(["The mill cost $40 million, Ola Brandt said on Monday."])
    gc.collect()
    gc.freeze()
    return made


def cpu(work: Work, texts: Sequence[str]) -> float:
    """CPU seconds of ``work`` on ``texts``, in the process that does it."""
    begun = time.process_time()
    work(texts)
    return time.process_time() - begun


@dataclass(slots=True)
class Took:
    """Seconds of all rounds so far, by the clock and of the processors."""

    wall: float = 0.0
    cpu: float = 0.0

    def add(self, pool: ProcessPoolExecutor, work: Work, chunks: Sequence[Sequence[str]]) -> None:
        begun = time.perf_counter()
        self.cpu += sum(pool.map(cpu, [work] * len(chunks), chunks))
        self.wall += time.perf_counter() - begun


def missed(rows: Sequence[dict[str, Any]]) -> tuple[int, int, float]:
    """Cues people marked, those in sentences that are not parsed, and the share of sentences that are."""
    cues = lost = parsed = every = 0
    for row in rows:
        marked = [start for one in row["attributions"] for start, _ in one["cue"]]
        for start, end, kept in _filtered(str(row["text"])):
            here = sum(start <= cue < end for cue in marked)
            every, parsed, cues, lost = every + 1, parsed + kept, cues + here, lost + here * (not kept)
    return cues, lost, parsed / max(every, 1)


def missed_figures(rows: Sequence[dict[str, Any]]) -> tuple[int, int]:
    """Figures found where every sentence is parsed and looked at, and those that the cheap tests leave out."""
    spans = [(str(row["text"]), *one) for row in rows for one in _filtered(str(row["text"]))]
    docs = annotated(pipeline(), (pipeline().make_doc(text[start:end]) for text, start, end, _ in spans))
    found = lost = 0
    for (text, start, end, kept), doc in zip(spans, docs, strict=True):
        here = sum(len(quantities(sentence)) for sentence in doc.sents)
        found += here
        lost += here * (not kept or not can_hold_figure(text, start, end))
    return found, lost


def _filtered(text: str) -> Iterator[tuple[int, int, bool]]:
    candidates = Candidates(text)
    for block in paragraphs(text):
        cut = list(sentences(text, *block))
        kept = set(candidates.among(cut))
        yield from ((start, end, position in kept) for position, (start, end) in enumerate(cut))


def memory(texts: Sequence[str], documents: int) -> list[tuple[int, float]]:
    """Megabytes that this process holds, after each tenth of the documents: beginnings of articles and new words."""
    draw = random.Random(1)
    curve: list[tuple[int, float]] = []
    for number in range(1, documents + 1):
        made = "".join(draw.choice("bdfgklmnprst") + draw.choice("aeiou") for _ in range(5)).capitalize()
        text = draw.choice(texts)
        ours([f"{made} {draw.randint(1, 10**6)} said so. {text[: text.find('. ', 600) + 1] or text[:600]}"])
        if number % max(documents // 10, 1) == 0:
            curve.append((number, _resident()))
    return curve


def _resident() -> float:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def growth(texts: Sequence[str]) -> Iterator[tuple[str, list[float]]]:
    """For each way of breaking text, CPU seconds for one, two and four times the length, in one paragraph."""
    whole = " ".join(" ".join(texts[:6]).split())[:20_000]
    for name, broken in BREAKAGES.items():
        if name in ("cut", "printed again and again", "long word", "a line of 100 kB", "table of numbers"):
            continue
        once = broken(whole, random.Random(1))
        ours([once])
        yield name, [cpu(ours, [f"{once} " * times]) for times in (1, 2, 4)]


def _enough(texts: Sequence[str], wanted: int) -> Iterator[tuple[str, int]]:
    counts = [sum(1 for block in paragraphs(text) for _ in sentences(text, *block)) for text in texts]
    total = 0
    while total < wanted:
        for text, count in zip(texts, counts, strict=True):
            if total >= wanted:
                return
            total += count
            yield text, count


def _length(texts: Sequence[str]) -> int:
    """Code points; the longest chunks go first, so that no process waits long for the other's last one."""
    return sum(map(len, texts))


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    shared = Path(os.environ.get("FACTCHECK_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    parser.add_argument("--data", type=Path, default=shared / "data" / "attribution")
    parser.add_argument("--sentences", type=int, default=20_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--memory", type=int, metavar="DOCUMENTS")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):  # so that processes are what is compared
        os.environ[name] = "1"
    files = sorted(options.data.glob("polnear_*.jsonl"))
    rows = [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    if options.sentences:
        beside(rows, options.sentences, options.processes, options.rounds)
    if options.memory:
        for documents, held in memory([row["text"] for row in rows], options.memory):
            print(f"after {documents:6,} documents {held:6.0f} MB", flush=True)
    if options.growth:
        for name, seconds in growth([row["text"] for row in rows]):
            print(f"{name:22}" + "".join(f"{one:8.2f}" for one in seconds) + f"   x{seconds[2] / seconds[0]:.1f}")
    if options.profile:
        warm(0)
        profile = cProfile.Profile()
        profile.runcall(ours, [row["text"] for row in rows[:40]])
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


def beside(rows: Sequence[dict[str, Any]], wanted: int, processes: int, rounds: int) -> None:
    """Prints the table: both sides by turns, and what is missed."""
    taken = list(_enough([row["text"] for row in rows], wanted))
    texts, total = [text for text, _ in taken], sum(count for _, count in taken)
    chunks = [texts[at : at + CHUNK] for at in range(0, len(texts), CHUNK)]
    base, mine = Took(), Took()
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        list(pool.map(warm, range(processes * 2)))
        for part in range(rounds):  # by turns, so that what else the machine does falls on both; the first of a round
            sides: list[tuple[Took, Work]] = [(mine, ours), (base, spacy_whole)]  # meets its words for the first time
            for took, work in sides[:: -1 if part % 2 else 1]:
                took.add(pool, work, sorted(chunks[part::rounds], key=_length, reverse=True))
    print(f"{total:,} sentences, {len(texts):,} documents, {processes} processes, {rounds} rounds by turns\n")
    print("| | clock, s | CPU, s | sentences a CPU second | a day of 333,000 sentences on two cores |")
    print("| --- | --- | --- | --- | --- |")
    for name, took in (("spaCy's whole pipeline", base), ("extraction", mine)):
        day = DAY * took.cpu / total / 2 / 60
        print(f"| {name} | {took.wall:.1f} | {took.cpu:.1f} | {total / took.cpu:.0f} | {day:.1f} minutes of CPU each |")
    print(f"| ratio | {mine.wall / base.wall:.2f} | {mine.cpu / base.cpu:.2f} | | |\n")
    cues, lost, share = missed(rows)
    print(f"parsed {share:.1%} of the sentences; {lost} of {cues} marked cues ({lost / max(cues, 1):.1%}) not in them")
    found, unread = missed_figures(rows[::4])
    print(f"{unread} of {found} figures of every fourth document ({unread / max(found, 1):.1%}) not looked at")


if __name__ == "__main__":
    main()
