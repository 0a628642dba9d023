"""Sentences a second of extraction, beside spaCy's whole pipeline with the same processes; and what the filter misses.

``python -m benchmarks.extraction_speed [--sentences 20000] [--processes 2] [--profile]``. The text is public news
annotated with attributions (PolNeAR), repeated until there are enough sentences. Both sides get the same documents in
the same chunks, in the same number of spawned processes, models loaded before the clock starts. ``--profile`` prints
where one process spends its time. What the cheap tests miss is counted on the attributions that people marked.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from factcheck.extract import extract
from factcheck.extract.annotate import annotated
from factcheck.extract.candidates import Candidates
from factcheck.extract.parsing import pipeline
from factcheck.extract.quotes import paragraphs
from factcheck.extract.sentences import sentences
from factcheck.intake import Metadata, read_text

CHUNK = 8
DAY = 333_000
"""Sentences of a national desk's day."""


def ours(texts: Sequence[str]) -> int:
    """Claims of the texts."""
    known = Metadata(published_on=date(2016, 5, 1))
    return sum(len(extract(read_text(text, metadata=known)).claims) for text in texts)


def spacy_whole(texts: Sequence[str]) -> int:
    """Tokens of the texts, through every component of the pipeline, paragraphs in batches of 64."""
    parts = [text[start:end] for text in texts for start, end in paragraphs(text)]
    return sum(len(doc) for doc in pipeline().pipe(parts, batch_size=64))


def warm(_: int) -> int:
    """Loads the models of a process."""
    list(annotated(pipeline(), [pipeline().make_doc("The mill cost 40 million, Ola Brandt said.")]))
    return ours(["The mill cost $40 million, Ola Brandt said on Monday."])


def timed(pool: ProcessPoolExecutor, work: Callable[[Sequence[str]], int], chunks: Sequence[Sequence[str]]) -> float:
    """Seconds that ``pool`` takes for all chunks."""
    begun = time.perf_counter()
    sum(pool.map(work, chunks))
    return time.perf_counter() - begun


def missed(rows: Sequence[dict[str, object]]) -> tuple[int, int, float]:
    """Cues people marked, those in sentences that are not parsed, and the share of sentences that are."""
    cues = lost = parsed = every = 0
    for row in rows:
        text = str(row["text"])
        marked = [start for one in row["attributions"] for start, _ in one["cue"]]  # type: ignore[attr-defined]
        candidates = Candidates(text)
        for block in paragraphs(text):
            cut = list(sentences(text, *block))
            kept = set(candidates.among(cut))
            every, parsed = every + len(cut), parsed + len(kept)
            for position, (start, end) in enumerate(cut):
                here = sum(start <= cue < end for cue in marked)
                cues += here
                lost += here if position not in kept else 0
    return cues, lost, parsed / max(every, 1)


def _enough(texts: Sequence[str], wanted: int) -> Iterator[tuple[str, int]]:
    counts = [sum(1 for block in paragraphs(text) for _ in sentences(text, *block)) for text in texts]
    total = 0
    while total < wanted:
        for text, count in zip(texts, counts, strict=True):
            if total >= wanted:
                return
            total += count
            yield text, count


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    shared = Path(os.environ.get("FACTCHECK_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    parser.add_argument("--data", type=Path, default=shared / "data" / "attribution")
    parser.add_argument("--sentences", type=int, default=20_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # one thread a process, so that processes are what is compared
    files = sorted(options.data.glob("polnear_*.jsonl"))
    rows = [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    taken = list(_enough([row["text"] for row in rows], options.sentences))
    texts, total = [text for text, _ in taken], sum(count for _, count in taken)
    chunks = [texts[at : at + CHUNK] for at in range(0, len(texts), CHUNK)]
    with ProcessPoolExecutor(options.processes, mp_context=get_context("spawn")) as pool:
        list(pool.map(warm, range(options.processes * 2)))
        base = timed(pool, spacy_whole, chunks)
        mine = timed(pool, ours, chunks)
    cues, lost, share = missed(rows)
    print(f"{total:,} sentences, {len(texts):,} documents, {options.processes} processes")
    print(f"spaCy, whole pipeline  {base:7.1f} s  {total / base:7.0f} sentences/s")
    print(f"extraction             {mine:7.1f} s  {total / mine:7.0f} sentences/s  {mine / base:.2f} of spaCy's time")
    print(f"a day of {DAY:,} sentences: {DAY * mine / total / 60:.1f} minutes")
    print(
        f"parsed {share:.1%} of the sentences; {lost} of {cues} marked cues ({lost / max(cues, 1):.1%}) are not in them"
    )
    print(f"largest process {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")
    if options.profile:
        warm(0)
        profile = cProfile.Profile()
        profile.runcall(ours, texts[:40])
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
