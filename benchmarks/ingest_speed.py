"""A day of a national desk into a workspace: read, embedded, kept and indexed, as ``factcheck ingest FOLDER`` does it.

``python -m benchmarks.ingest_speed [--processes 2] [--documents 384]``. The texts are public news (PolNeAR's articles,
each once), written to a folder as files; the workspace is a new one. Models are loaded before the clock starts; the
worker processes, their models and the saving of the indexes are within it. The processor time is that of all
processes, so that a machine that does other things beside gives the same figure.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import tempfile
import time
from pathlib import Path

from factcheck.extract.quotes import paragraphs
from factcheck.extract.sentences import sentences
from factcheck.pipeline import ingest
from factcheck.pipeline.opening import open_workspace
from factcheck.pipeline.views import Ingested

DAY = 333_000
"""Sentences of a national desk's day."""
TARGET = 35


def processor_seconds() -> float:
    """Processor time of this process and of its ended children, in seconds."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    shared = Path(os.environ.get("FACTCHECK_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    parser.add_argument("--data", type=Path, default=shared / "data" / "attribution")
    parser.add_argument("--documents", type=int, default=1_000)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    lines = [
        line for path in sorted(options.data.glob("polnear_*.jsonl")) for line in path.read_text("utf-8").split("\n")
    ]
    texts = list(dict.fromkeys(json.loads(line)["text"] for line in lines if line))[: options.documents]
    count = sum(1 for text in texts for block in paragraphs(text) for _ in sentences(text, *block))
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            (Path(folder) / f"{number:04}.txt").write_text(text, encoding="utf-8", errors="replace")
        with open_workspace(Path(folder) / "workspace") as workspace:
            workspace.encoder.encode(["The mill cost $40 million."])
            begun, used = time.perf_counter(), processor_seconds()
            done = list(
                ingest.ingest_all(
                    workspace, ingest.sources([folder]), processes=options.processes, enough=0, date="2016-05-01"
                )
            )
            workspace.save()
            clock, busy = time.perf_counter() - begun, processor_seconds() - used
            claims = workspace.store.counts()["claims"]
    kept = sum(isinstance(one, Ingested) for one in done)
    minutes = DAY * busy / count / 2 / 60
    print(f"{kept} of {len(texts)} documents kept, {count:,} sentences, {claims:,} claims, two vectors each")
    print(f"by the clock {clock:.1f} s, processors {busy:.1f} s: {count / busy:.0f} sentences a processor second")
    print(f"a day of {DAY:,} sentences: {minutes:.1f} minutes of two cores (target {TARGET})")


if __name__ == "__main__":
    main()
