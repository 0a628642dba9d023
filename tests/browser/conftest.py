"""A real server in a process of its own, on a free port, and a real Chromium.

Each server gets a workspace folder of its own. What goes wrong in it is printed when a test fails. Chromium is the
one that is installed; where there is none, a test skips, and fails where ``$CI`` promises one.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
READY_S = 280.0  # filling the demonstration takes ten seconds at rest, and twenty times that on a busy machine


@dataclass
class Server:
    """One running workbench."""

    folder: Path
    demo: bool
    port: int
    log: Path
    process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        command = "demo" if self.demo else "serve"
        call = [sys.executable, "-m", "factcheck", command, "--workspace", str(self.folder), "--port", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(call, stdout=log, stderr=log)
        until = time.monotonic() + READY_S
        while time.monotonic() < until:
            if self.process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=2):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)  # polling a process that is starting
        pytest.fail(f"the server did not start:\n{self.told()}")

    def stop(self) -> int:
        """Ends it as a person would, and gives its exit status."""
        if self.process is None:
            return 0
        self.process.terminate()
        try:
            status = self.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            pytest.fail(f"the server did not stop:\n{self.told()}")
        self.process = None
        return status

    def decisions(self) -> list[dict[str, Any]]:
        """What is kept and stands, as another program reads it."""
        with urllib.request.urlopen(f"{self.address}/api/decisions", timeout=60) as answer:
            found: list[dict[str, Any]] = json.load(answer)["decisions"]
        return found

    def told(self) -> str:
        return self.log.read_text(errors="replace")[-4000:]


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def new_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    made: list[Server] = []

    def make(*, demo: bool) -> Server:
        folder = tmp_path_factory.mktemp("served")
        server = Server(folder / "workspace", demo, _free_port(), folder / "server.log")
        made.append(server)
        server.start()
        return server

    yield make
    for server in made:
        server.stop()


@pytest.fixture(scope="session")
def demo_server(new_server: Callable[..., Server], chromium: Any) -> Server:
    return new_server(demo=True)


@pytest.fixture(scope="session")
def desk(new_server: Callable[..., Server], chromium: Any) -> Server:
    """A workspace of one's own that tests write into, each with articles of its own."""
    return new_server(demo=False)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    path = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if path is None:
        told = "no Chromium or Chrome is installed: `make test` installs Debian's where it can, else install chromium"
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


class Tab:
    """A page with what the tests ask of it again and again; nothing it loads may come from elsewhere."""

    def __init__(self, page: Any, address: str) -> None:
        self.page, self.address = page, address
        self.errors: list[str] = []
        self.strangers: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self._asked(request.url))
        page.on("websocket", lambda socket: self._asked(socket.url))

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1":
            self.strangers.append(url)

    def open(self, path: str = "/") -> Tab:
        self.page.goto(self.address + path)
        self.settled()
        return self

    def settled(self) -> None:
        """Waits until the script has run and the bar of decisions, or the sheet of a page, is drawn."""
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=60_000)

    def reviewing(self) -> Tab:
        """Waits for the last thing that the review page draws."""
        self.page.get_by_role("button", name="Undo").wait_for(timeout=60_000)
        self.page.locator(".line.on").wait_for(timeout=60_000)
        self.settled()
        return self

    @property
    def claim(self) -> str | None:
        found: str | None = self.page.evaluate("new URL(location).searchParams.get('claim')")
        return found

    def at(self, claim_id: str) -> None:
        """Waits until row, mark and URL are all at ``claim_id``."""
        self.page.locator(f'.line.on[data-id="{claim_id}"]').wait_for(timeout=30_000)
        self.page.locator(f'mark.on[data-over~="{claim_id}"]').first.wait_for(timeout=30_000)
        self.page.wait_for_function(
            "id => new URL(location).searchParams.get('claim') === id", arg=claim_id, timeout=30_000
        )
        marked = self.page.locator("mark.on").evaluate_all("nodes => nodes.map(n => n.dataset.over.split(' '))")
        assert marked
        assert all(claim_id in over for over in marked)

    def ids(self) -> list[str]:
        found: list[str] = self.page.locator(".list > .lines > .line").evaluate_all(
            "nodes => nodes.map(n => n.dataset.id)"
        )
        return found

    def paste(self, text: str, *, title: str, outlet: str, printed: str = "20310508") -> Tab:
        """Gives a new article, printed on a day in eight digits, and waits until its claims can be decided on."""
        self.page.goto(f"{self.address}/add")
        field = self.page.get_by_role("textbox", name="Article text")
        field.fill(text)
        self.page.get_by_role("textbox", name="Title").fill(title)
        self.page.get_by_role("textbox", name="Outlet").fill(outlet)
        self.page.keyboard.press("Tab")
        self.page.keyboard.type(printed)
        self.page.keyboard.press("Escape")  # its calendar
        self.page.get_by_role("button", name="Find its claims").click()
        self.page.wait_for_url("**/?*claim=*", timeout=120_000)
        return self.reviewing()

    def press(self, *keys: str) -> None:
        """Each key when the one before has had its effect: keys pressed while the page is drawn are lost."""
        for key in keys:
            self.settled()
            self.page.keyboard.press(key)

    def tab_to(self, name: str, *, role: str | None = None, most: int = 300) -> None:
        """By ``Tab`` alone, to the next thing whose name begins with ``name``."""
        self.settled()
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(_NAMED, [name, role]):
                return
        pytest.fail(f"{most} times Tab did not lead to {name!r}")

    def bar(self) -> None:
        """Waits until the page is drawn anew after a decision."""
        self.page.get_by_role("button", name="Undo").wait_for(timeout=60_000)
        self.settled()

    def told(self, words: str) -> None:
        """Waits for the line that says what was done."""
        self.page.get_by_test_id("stToast").get_by_text(words).first.wait_for(timeout=60_000)

    def listed(self) -> list[str]:
        """All claims of the list, the folded ones too."""
        found: list[str] = self.page.locator(".line").evaluate_all("nodes => nodes.map(n => n.dataset.id)")
        return found

    def clean(self) -> None:
        """Nothing went wrong in the page, and nothing was asked of anybody else."""
        assert self.errors == []
        assert self.strangers == []


# Whether what has the focus is called so: by its label, or else by its words.
_NAMED = """([name, role]) => {
  let node = document.activeElement;
  while (node.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  const called = node.ariaLabel || node.labels?.[0]?.innerText || node.innerText || "";
  return called.trim().startsWith(name) && (!role || node.tagName.toLowerCase() === role);
}"""


@pytest.fixture
def tab(chromium: Any) -> Iterator[Callable[..., Tab]]:
    """Opens tabs, each with a profile of its own; at the end each must have been clean."""
    contexts: list[Any] = []
    tabs: list[Tab] = []

    def make(
        server: Server, *, width: int = 1440, height: int = 900, scheme: str = "light", person: str | None = None
    ) -> Tab:
        context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        if person:  # as a browser remembers who typed their name in it
            context.add_cookies([{"name": "factcheck_person", "value": quote(person), "url": server.address}])
        contexts.append(context)
        made = Tab(context.new_page(), server.address)
        tabs.append(made)
        return made

    yield make
    for made in tabs:
        made.clean()
    for context in contexts:
        context.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
