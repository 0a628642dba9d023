"""The screen with 10,000 claims in the workspace, in a real browser: a move, a decision, a correction, a paste.

``python -m benchmarks.screen [--claims 10000] [--times 60] [--keep DIR]`` fills a workspace with invented claims, the
last three hundred in articles of fifteen that are read by the product's own way in, starts the server cold, opens one
article in Chromium at 1440 x 900 and measures, in the page itself, from the key or click to the paint that shows its
effect:

* a move: ``J`` and ``K`` until row, mark in the article and address are at the next claim and its sentence is drawn;
* a decision: ``P`` (park) and ``U`` until its chip is on the row, or gone from it;
* a correction: the value of a figure, from the press on the button until the new reading is in the queue;
* a paste: a new article of fifteen claims, until its first claims are drawn, or all of them with their decisions;
* fifteen claims by keys: each of a pasted article is parked and the next one opened, all in one time;
* a search, from Enter until its first hit is drawn.

Reported: median and 95th percentile of milliseconds. The machine does the server's and the browser's work alike.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import figure_scale
from benchmarks.figure_scale import BODIES, PLACES, THINGS, VALUE
from benchmarks.pictures import LIMIT_S, browser, free_port, wait_for
from factcheck.pipeline import ingest
from factcheck.pipeline.opening import open_workspace
from factcheck.store import VectorKind
from factcheck.workspace import STORE_FILE

AN_ARTICLE = 15
ARTICLES = 20
_SEED = 11
_IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"


def article(dice: random.Random, number: int) -> str:
    """Fifteen invented sentences, each with a figure and a speaker."""
    kinds = list(itertools.product(THINGS, BODIES))
    lines = [f"Report {number} on the week in the valley"]
    for thing, body in dice.sample(kinds, AN_ARTICLE):
        place, value = dice.choice(PLACES), f"{dice.randint(200, 90_000):,}"
        lines.append(f"{thing}, {body} said on Tuesday.".format(place=place).replace(VALUE, value))
    return "\n\n".join(lines)


def fill(folder: Path, claims: int) -> None:
    """Invented claims up to ``claims``, the last of them in articles that the product itself has read."""
    dice = random.Random(_SEED)
    figure_scale.fill(folder, max(1, claims - ARTICLES * AN_ARTICLE), kept=(VectorKind.CLAIM, VectorKind.NUMBERLESS))
    with open_workspace(folder) as workspace:
        for number in range(ARTICLES):
            given = ingest.from_text(
                article(dice, number),
                outlet=f"Post {number % 5}",
                date=f"2026-01-{number + 1:02}",
                title=f"Week {number}",
            )
            ingest.ingest(workspace, given)
        workspace.sync()
        print(f"{workspace.store.counts()['claims']:,} claims, {ARTICLES} articles that were read", flush=True)


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, float]]:
    """The server in a process of its own; its address, and the seconds until it answered."""
    port = free_port()
    call = [sys.executable, "-m", "factcheck", "serve", "--workspace", str(folder), "--port", str(port)]
    began = time.perf_counter()
    process = subprocess.Popen(call, env={**os.environ, "FACTCHECK_PERSON": "Ada Marsh"})
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, process)
        yield address, time.perf_counter() - began
    finally:
        process.terminate()
        process.wait(timeout=60)


# In the page: from the next key or click, the milliseconds until a condition holds in a frame that has been painted.
_WATCH = """([condition, argument]) => {
  const deep = (selector, root = document) => {
    const found = [...root.querySelectorAll(selector)];
    for (const node of root.querySelectorAll("*")) if (node.shadowRoot) found.push(...deep(selector, node.shadowRoot));
    return found;
  };
  const holds = new Function("deep", "argument", "return " + condition);
  window.__took = new Promise((done, fail) => {
    let began = null;
    const start = (event) => { began ??= event.timeStamp; };
    for (const name of ["keydown", "pointerdown"]) window.addEventListener(name, start, {capture: true, once: true});
    const look = () => {
      const past = began === null ? 0 : performance.now() - began;
      if (began !== null && holds(deep, argument)) return requestAnimationFrame(() => done(performance.now() - began));
      if (past > 60000) return fail(new Error("not within a minute: " + condition));
      setTimeout(look, 4);
    };
    look();
  });
}"""
_AT = (
    "deep(`.line.on[data-id='${argument}']`).length && deep('mark.on').length "
    "&& new URL(location).searchParams.get('claim') === argument"
)
_ALL = (
    f"deep('.line.on').length && deep('mark').length >= {AN_ARTICLE} "
    "&& deep('button').some(n => n.innerText.includes('Undo'))"
)
_PARKED = "deep('.line.on .chip').some(n => n.innerText.includes('Parked'))"
_READ = "deep('.line.on .fig').some(n => n.innerText.includes(argument))"


class Measured:
    """What one tab does, and how long each takes."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.took: dict[str, list[float]] = {}

    def settled(self) -> None:
        self.page.wait_for_selector(_IDLE, timeout=1000 * LIMIT_S)
        self.page.wait_for_timeout(400)  # a person takes longer between two keys

    def until(self, what: str, does: Callable[[], None], condition: str, argument: str = "") -> None:
        self.settled()
        self.page.evaluate(_WATCH, [condition, argument])
        does()
        self.took.setdefault(what, []).append(float(self.page.evaluate("window.__took")))

    def key(self, name: str) -> Callable[[], None]:
        return partial(self.page.keyboard.press, name)

    def click(self, label: str) -> Callable[[], None]:
        return self.page.get_by_role("button", name=label).click  # type: ignore[no-any-return]

    def ids(self) -> list[str]:
        found: list[str] = self.page.locator(".list > .lines > .line").evaluate_all(
            "nodes => nodes.map(n => n.dataset.id)"
        )
        return found

    def move(self, times: int) -> None:
        ids = self.ids()
        walk = [*range(1, len(ids)), *range(len(ids) - 2, -1, -1)]
        keys = ["j"] * (len(ids) - 1) + ["k"] * (len(ids) - 1)
        for key, place in itertools.islice(itertools.cycle(zip(keys, walk, strict=True)), times):
            self.until("move (J, K)", self.key(key), _AT, ids[place])

    def decide(self, times: int) -> None:
        for _ in range(times // 2):
            self.until("decision (P)", self.key("p"), _PARKED)
            self.until("undo (U)", self.key("u"), f"!({_PARKED})")

    def correct(self, times: int) -> None:
        for number in range(times):
            self.settled()
            self.page.keyboard.press("e")
            self.page.get_by_role("dialog").wait_for(timeout=1000 * LIMIT_S)
            self.settled()
            value = f"{91_000 + number:,}"
            self.page.get_by_role("textbox", name="Value", exact=True).fill(value)
            self.page.get_by_role("textbox", name="Place", exact=True).focus()
            self.until("correction", self.click("Keep the correction"), _READ, value)
            self.page.get_by_role("dialog").wait_for(state="hidden", timeout=1000 * LIMIT_S)

    def paste(self, address: str, text: str, *, first: bool = False) -> None:
        self.page.goto(f"{address}/add")
        self.page.get_by_role("textbox", name="Article text").fill(text)
        self.settled()
        if first:
            self.until("paste, first claims", self.click("Find its claims"), "deep('mark').length > 0")
        else:
            self.until("paste, all claims", self.click("Find its claims"), _ALL)
        self.page.get_by_role("button", name="Undo").wait_for(timeout=1000 * LIMIT_S)

    def triage(self) -> None:
        """Parks each claim of the article at hand and goes to the next; the whole is one time."""
        began = time.perf_counter()
        ids = self.ids()
        for claim_id, following in itertools.pairwise([*ids, ids[-1]]):
            self.page.locator(f'.line.on[data-id="{claim_id}"]').wait_for(timeout=1000 * LIMIT_S)
            for key, seen in (
                ("p", f'.line[data-id="{claim_id}"] .chip[data-decided]'),
                ("j", f'.line.on[data-id="{following}"]'),
            ):
                self.page.wait_for_selector(_IDLE, timeout=1000 * LIMIT_S)
                self.page.keyboard.press(key)
                self.page.locator(seen).wait_for(timeout=1000 * LIMIT_S)
        self.took.setdefault(f"{len(ids)} claims by keys", []).append(1000 * (time.perf_counter() - began))

    def search(self, address: str, times: int) -> None:
        for number in range(times):
            self.page.goto(f"{address}/search")
            self.page.get_by_role("textbox", name="Search all claims").fill(
                f"more than {1200 + 37 * number:,} were counted"
            )
            self.until("search", self.key("Enter"), "deep('.hit').length > 0")


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=60, help="moves and decisions; a third as many corrections")
    parser.add_argument("--keep", type=Path, help="a folder to fill once and measure again")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        filled: Path = given.keep or Path(folder) / "filled"
        if not (filled / STORE_FILE).is_file():
            fill(filled, given.claims)
        path = Path(folder) / "workspace"
        shutil.copytree(filled, path)
        took = _measure(path, given.times)
    print(f"{'ms':<22}  {'times':>5}  {'median':>8}  {'95th':>8}")
    for name, values in took.items():
        print(f"{name:<22}  {len(values):>5}  {np.median(values):>8.0f}  {np.quantile(values, 0.95):>8.0f}")
    return 0


def _measure(path: Path, times: int) -> dict[str, list[float]]:
    report: Callable[..., None] = print
    with served(path) as (address, ready), browser() as chromium:
        report(f"server answers after {ready:.1f} s", flush=True)
        page = chromium.new_context(viewport={"width": 1440, "height": 900}).new_page()
        began = time.perf_counter()
        page.goto(address)
        page.locator(".line.on").wait_for(timeout=1000 * LIMIT_S)
        page.get_by_role("button", name="Undo").wait_for(timeout=1000 * LIMIT_S)
        tab = Measured(page)
        tab.settled()
        report(f"first page whole after {time.perf_counter() - began:.1f} s", flush=True)
        page.wait_for_timeout(3000)  # what is made ahead of the person is made
        tab.move(times)
        tab.decide(times)
        tab.correct(max(3, times // 3))
        dice = random.Random(_SEED + 1)
        for number in range(6):
            tab.paste(address, article(dice, 90_000 + number), first=number % 2 == 0)
        tab.triage()
        tab.search(address, max(3, times // 3))
        return tab.took


if __name__ == "__main__":
    sys.exit(main())
