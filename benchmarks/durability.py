"""Kill a process at random moments while it adds documents, and look at what is left.

``python -m benchmarks.durability --kills 200`` starts a writer, kills it (SIGKILL) after a random time, opens the
workspace again and checks that every document is there whole or not at all, none is there twice, none that the
writer had reported is missing, ``check()`` and ``check_indexes()`` find nothing. The writer then goes on with the
same command. ``--writer`` is the writer itself.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import synthetic
from factcheck.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
CLAIMS = 5


@dataclass(slots=True)
class Outcome:
    """What was seen over all kills; ``problems`` is empty where all is well."""

    kills: int
    documents: int
    problems: list[str]
    seconds: float
    opened_in: float


def write(folder: Path, documents: int) -> None:
    """Add documents 0 to ``documents``, those already there are passed over; report each when it is kept."""
    with Workspace.open(folder, encoder=synthetic.MadeUpEncoder()) as workspace:
        print("open", flush=True)
        for number in range(documents):
            added = synthetic.add(workspace.store, number, claims=CLAIMS)
            if not added.already:
                print(number, flush=True)
            if number % 10 == 9:
                workspace.sync()


def run(folder: Path, *, kills: int, documents: int, seed: int) -> Outcome:
    """Kill a writer ``kills`` times at moments drawn from ``seed``; a new folder whenever all documents are in."""
    chance = random.Random(seed)
    problems: list[str] = []
    seen = turn = 0
    slowest = 0.0
    started = time.perf_counter()
    reported: set[int] = set()
    current = folder / "0"
    for kill in range(kills):
        with _start(current, documents) as writer:
            opened = writer.stdout.readline() if writer.stdout else ""
            wait = chance.uniform(0, 1.5) if opened else 0.0
            try:
                writer.wait(wait)
            except subprocess.TimeoutExpired:
                writer.kill()
            output = writer.communicate()[0]
        reported |= {int(line) for line in output.split() if line.isdigit()}
        before = time.perf_counter()
        found, there = _examine(current, documents, reported)
        slowest = max(slowest, time.perf_counter() - before)
        problems += [f"kill {kill}: {problem}" for problem in found]
        if there == documents:
            seen, turn = seen + there, turn + 1
            current, reported = folder / str(turn), set()
    return Outcome(kills, seen + len(reported), problems, time.perf_counter() - started, slowest)


def _start(folder: Path, documents: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "benchmarks.durability", "--writer", str(folder), "--documents", str(documents)]
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True)


def _examine(folder: Path, documents: int, reported: set[int]) -> tuple[list[str], int]:
    wanted = {synthetic.document(number, claims=CLAIMS).sha256: number for number in range(documents)}
    with Workspace.open(folder, encoder=synthetic.MadeUpEncoder()) as workspace:
        store = workspace.store
        found = store.check() + workspace.check_indexes()
        numbers = []
        for record in store.documents():
            document = store.document(record.id)
            number = wanted.get(document.sha256)
            if number is None:
                found.append(f"document {record.id} is none that was written")
                continue
            numbers.append(number)
            claims = tuple(one.claim for one in store.document_statements(record.id))
            if claims != synthetic.claims_of(synthetic.document(number, claims=CLAIMS)):
                found.append(f"document {number} is not whole")
    found += [f"document {number} was reported and is missing" for number in sorted(reported - set(numbers))]
    if len(set(numbers)) != len(numbers):
        found.append("a document is there twice")
    return found, len(numbers)


def main() -> int:
    """The command; exit status 1 where a problem was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--documents", type=int, default=60, help="documents of a workspace; then a new one is begun")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--writer", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.writer is not None:
        write(chosen.writer, chosen.documents)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        outcome = run(Path(folder), kills=chosen.kills, documents=chosen.documents, seed=chosen.seed)
    print(f"{outcome.kills} kills, {outcome.documents} documents kept, {len(outcome.problems)} problems,")
    print(f"opened and examined in {outcome.opened_in:.2f} s at most, {outcome.seconds:.0f} s in all")
    for problem in outcome.problems:
        print(problem)
    return 1 if outcome.problems else 0


if __name__ == "__main__":
    sys.exit(main())
