"""What stands beside a new claim, among 1,000,000 figures: how long it takes to find and to compare.

``python -m benchmarks.figure_scale [--figures 1000000] [--asked 100]`` fills a workspace with invented figures, four
hundred kinds of sentence read by the product's own reader, each with thousands of values, bodies' days and vectors near
its own; nearly every neighbour is then of the same measure, which is the hardest case. Then it adds claims, one after
the other, and asks for the ledger of each as the screen does: the index takes the new claim up, finds the nearest
without their numbers, reads them, compares. Nothing is known beforehand: what is kept in memory is cleared each time.
Reported: median and 95th percentile of milliseconds by the clock and of processor time, and the parts of it.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from factcheck.extract import numberless
from factcheck.model import Claim
from factcheck.pipeline import ingest, ledger, memo, near
from factcheck.pipeline.opening import open_workspace
from factcheck.store import VectorKind, rows
from factcheck.workspace import STORE_FILE, Workspace

PLACES = "Arvendale Bexmoor Coldharrow Dunlow Eskmere Fallowby Garstead Hollin Inverleigh Jorvale".split()
THINGS = (
    "The flood in {place} killed 77177 people",
    "The storm in {place} left 77177 homes without power",
    "Some 77177 people marched in {place}",
    "The fire in {place} injured 77177 residents",
    "The factory in {place} employs 77177 workers",
    "The city of {place} received 77177 asylum applications",
    "The museum in {place} counted 77177 visitors",
    "The school district of {place} hired 77177 teachers",
    "The harbour of {place} handled 77177 containers",
    "Police in {place} arrested 77177 protesters",
)
BODIES = (
    "the mayor of {place}",
    "the {place} police",
    "the {place} regional government",
    "the interior ministry",
)
VALUE = "77177"
_PORTION = 50_000
_NOISE = 0.35
_FIRST_DAY = date(2023, 1, 1)


def templates() -> list[tuple[Claim, str]]:
    """Each kind of sentence as the claim that is read in it, and its text without numbers."""
    made = []
    for place, thing, body in itertools.product(PLACES, THINGS, BODIES):
        text = f"{thing}, {body} said.".format(place=place)
        found = ingest.claims_of(ingest.from_text(text)).claims
        made += [(claim, numberless(claim)) for claim in found[:1] if claim.figures and VALUE in claim.text]
    return made


def fill(folder: Path, count: int, *, kept: tuple[VectorKind, ...] = (VectorKind.NUMBERLESS,)) -> None:
    """A workspace of ``count`` claims with one figure each, written past the reader, with these kinds of vectors."""
    kinds = templates()
    with open_workspace(folder) as workspace:
        identity = workspace.encoder.identity
        vectors = workspace.encoder.encode([bare for _, bare in kinds])
    model = {"name": identity.name, "sha256": identity.sha256, "dimension": identity.dimension}
    claims = [
        {
            **rows.claim_row(
                claim,
                id="",
                row=0,
                changed=1,
                document_id="",
                numberless=bare,
                extractor="1",
                origin="extracted",
                dropped=False,
            ),
            "id": str(number),
        }
        for number, (claim, bare) in enumerate(kinds)
    ]
    figures = [
        {**figure, "claim_id": str(number)}
        for number, (claim, _) in enumerate(kinds)
        for figure in rows.figure_rows("", claim)[:1]
    ]
    dice = np.random.default_rng(1)
    with duckdb.connect(str(folder / STORE_FILE)) as con:
        con.register("kind", rows.arrow("claim", claims))
        con.register("kind_figure", rows.arrow("figure", figures))
        con.execute("INSERT INTO meta VALUES ('model', ?)", [json.dumps(model)])
        con.execute("UPDATE meta SET value = '1' WHERE key = 'change'")
        con.execute(
            """
            INSERT INTO document (id, sha256, raw_sha256, text, raw, media_type, title, outlet, published_on, language,
                demonstration, added_at)
            SELECT 'd' || n, 'x' || n, '', '', ''::BLOB, 'text/plain', 'Report ' || n, 'Paper ' || n % 400,
                ?::DATE + CAST(n % 700 AS INTEGER), 'en', FALSE, TIMESTAMP '2025-01-01'
            FROM range(?) AS numbered(n)
            """,
            [_FIRST_DAY, count // 100 + 1],
        )
        con.execute(
            f"""
            CREATE TEMP TABLE made AS
            SELECT n, CAST(n % {len(kinds)} AS VARCHAR) AS kind,
                CAST(10000 + hash(n) % 89999 AS VARCHAR) AS value
            FROM range(1, {count} + 1) AS numbered(n)
            """  # noqa: S608  numbers only
        )
        con.execute(
            f"""
            INSERT INTO claim BY NAME
            SELECT kind.* REPLACE ('c' || n AS id, n AS "row", 'd' || n // 100 AS document_id,
                replace(text, '{VALUE}', value) AS text, replace(content, '{VALUE}', value) AS content)
            FROM made JOIN kind ON kind.id = made.kind
            """  # noqa: S608
        )
        con.execute(
            f"""
            INSERT INTO figure BY NAME
            SELECT kind_figure.* REPLACE ('c' || n AS claim_id, replace(text, '{VALUE}', value) AS text,
                CAST(value AS DOUBLE) AS low, CAST(value AS DOUBLE) AS high)
            FROM made JOIN kind_figure ON kind_figure.claim_id = made.kind
            """  # noqa: S608
        )
        for start in range(0, count, _PORTION):
            numbers = np.arange(start + 1, min(start + _PORTION, count) + 1)
            noisy = vectors[numbers % len(kinds)]
            noisy = noisy + _NOISE * dice.standard_normal(noisy.shape, np.float32) / np.sqrt(np.float32(noisy.shape[1]))
            noisy = np.asarray(noisy / np.linalg.norm(noisy, axis=1, keepdims=True), np.float32)
            batch = rows.arrow_vectors(numbers.tolist(), identity.sha256, dict.fromkeys(kept, noisy))
            con.register("batch", batch)
            con.execute("INSERT INTO vector BY NAME SELECT * FROM batch")
            con.unregister("batch")
        con.execute(f"SELECT nextval('row_number') FROM range({count + 10})").fetchall()  # noqa: S608
        con.execute("CHECKPOINT")


def ask(folder: Path, asked: int) -> list[dict[str, float]]:
    """Add claims and time the ledger of each."""
    dice = np.random.default_rng(2)
    with open_workspace(folder) as workspace:
        started = time.perf_counter()
        held = len(workspace.numberless)
        print(f"index of {held:,} opened or built in {time.perf_counter() - started:.0f} s", flush=True)
        took = []
        for number in range(asked + 3):
            place, thing, body = (str(dice.choice(one)) for one in (PLACES, THINGS, BODIES))
            value = str(dice.integers(10_000, 99_999))
            text = f"{thing}, {body} said.".format(place=place).replace(VALUE, value)
            printed = (_FIRST_DAY + timedelta(days=int(dice.integers(0, 700)))).isoformat()
            given = ingest.from_text(f"{text}\n\nNote {number}.", outlet="New Paper", date=printed)
            document = ingest.ingest(workspace, given).document_id
            (claim_id, *_) = (one.claim_id for one in workspace.store.document_statements(document))
            if number >= 3:  # the first ones load the model
                took.append(_timed(workspace, claim_id or ""))
        return took


def _timed(workspace: Workspace, claim_id: str) -> dict[str, float]:
    memo.forget(workspace)
    before, began = os.times(), time.perf_counter()
    index = workspace.numberless
    caught_up = time.perf_counter()
    row = workspace.store.rows_of_claims([claim_id])[claim_id]
    _, vector = workspace.store.vectors(VectorKind.NUMBERLESS, [row])
    index.search(vector, near.NEIGHBOURS + 1)
    searched = time.perf_counter()
    others = near.neighbours(workspace, [row])[row]
    found = time.perf_counter()
    ledger.against(workspace, claim_id)
    done, after = time.perf_counter(), os.times()
    return {
        "whole": 1000 * (done - began - (searched - caught_up)),
        "processor": 1000 * (after.user + after.system - before.user - before.system),
        "index takes it up": 1000 * (caught_up - began),
        "search alone": 1000 * (searched - caught_up),
        "search and read": 1000 * (found - searched),
        "compare": 1000 * (done - found),
        "compared": float(len(others)),
    }


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--figures", type=int, default=1_000_000)
    parser.add_argument("--asked", type=int, default=100)
    parser.add_argument("--keep", type=Path, help="a folder to fill once and ask again")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path: Path = given.keep or Path(folder) / "workspace"
        if not (path / STORE_FILE).is_file():
            started = time.perf_counter()
            fill(path, given.figures)
            print(f"{given.figures:,} figures written in {time.perf_counter() - started:.0f} s", flush=True)
        took = ask(path, given.asked)
    table: dict[str, Any] = {name: [one[name] for one in took] for name in took[0]}
    print(f"{'ms':<20}  {'median':>8}  {'95th':>8}")
    for name, values in table.items():
        print(f"{name:<20}  {np.median(values):>8.1f}  {np.quantile(values, 0.95):>8.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
