"""``python -m benchmarks.pictures``: screenshots of every page, light and dark, in both sizes, into ``docs/images``.

The pictures are of the demonstration in a workspace of their own; nothing of a person's own work is shown. The
browser is the Chromium that is installed.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parent.parent / "docs" / "images"
SIZES = {"": (1440, 900), "-small": (1280, 720)}
LIMIT = 300_000
LIMIT_S = 180
PAGES = {
    "review": "/",
    "search": "/search?q=more+than+4%2C000+Russian+soldiers+were+killed",
    "conflicts": "/conflicts",
    "speakers": "/speaker",
    "activity": "/activity",
    "add": "/add",
}
_LAST = {
    "review": ".line.on",
    "search": ".hit",
    "conflicts": ".pair",
    "speakers": ".names li",
    "activity": ".events li",
    "add": "text=Find its claims",
}


def main() -> None:
    """Takes the pictures, all of them or those of the pages named."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("page", nargs="*", choices=[[], *PAGES], help="only these pages")
    parser.add_argument("--out", type=Path, default=OUT, help="folder for the pictures")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder) / "workspace") as address, browser() as chromium:
        _decide_something(chromium, address)
        for name in chosen.page or PAGES:
            for scheme in ("light", "dark"):
                for suffix, size in SIZES.items():
                    raw = _picture(chromium, address, name, size, scheme)
                    file = chosen.out / f"{name}{'-dark' if scheme == 'dark' else ''}{suffix}.png"
                    file.write_bytes(_small(raw))
                    print(f"{file}  {file.stat().st_size // 1000} kB")


def _picture(browser: Any, address: str, name: str, size: tuple[int, int], scheme: str) -> bytes:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address + PAGES[name])
    page.locator(_LAST[name]).first.wait_for(timeout=120_000)
    _settled(page)
    made: bytes = page.screenshot()
    context.close()
    return made


def _decide_something(browser: Any, address: str) -> None:
    """Three decisions, so that the pictures show what decisions look like."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(address)
    page.locator(".line.on").wait_for(timeout=120_000)
    for keys in ("jj", "f1", "j", "p", "j", "v3"):
        for key in keys:
            _settled(page)
            page.keyboard.press(key)
    _settled(page)
    context.close()


def _settled(page: Any) -> None:
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=120_000)
    page.wait_for_timeout(900)


def _small(raw: bytes) -> bytes:
    """The picture as PNG of at most 256 colours where it would be too large otherwise."""
    from PIL import Image

    picture = Image.open(io.BytesIO(raw)).convert("RGB")
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    if out.tell() > LIMIT:
        out = io.BytesIO()
        picture.quantize(256, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port


@contextmanager
def _served(workspace: Path) -> Iterator[str]:
    port = free_port()
    call = [sys.executable, "-m", "factcheck", "demo", "--workspace", str(workspace), "--port", str(port)]
    process = subprocess.Popen(call, env={**os.environ, "FACTCHECK_PERSON": "Ada Marsh"})
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=60)


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Until the server answers.

    Raises:
        SystemExit: it ends, or is silent for :data:`LIMIT_S`.
    """
    for _ in range(10 * LIMIT_S):
        if process.poll() is not None:
            raise SystemExit("the server did not start")
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise SystemExit("the server did not answer")


@contextmanager
def browser() -> Iterator[Any]:
    """The Chromium that is installed, without a window."""
    path = next((p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name))), None)
    if path is None:
        raise SystemExit("no Chromium or Chrome is installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


if __name__ == "__main__":
    main()
