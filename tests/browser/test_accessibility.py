"""Every page and dialog against WCAG 2.2 AA, in both themes and both sizes: axe-core, and by hand what it leaves open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SIZES = ((1440, 900), (1280, 720))
SCHEMES = ("light", "dark")

# Where Streamlit's own frame is at fault and can't be mended from outside: (rule, part of the selector) -> the reason.
ALLOWED: dict[tuple[str, str], str] = {}


@dataclass(frozen=True)
class Scene:
    """A page as it is opened, what is pressed there, and what must be drawn before it is looked at."""

    path: str
    drawn: str
    key: str | None = None
    click: str | None = None


SCENES = {
    "review": Scene("/", ".line.on"),
    "flag": Scene("/", "[role=dialog] >> text=Why? Choosing a reason", key="f"),
    "verdict": Scene("/", "[role=dialog] >> text=Choosing a rating", key="v"),
    "correct": Scene("/", "[role=dialog] >> text=Keep the correction", key="e"),
    "details": Scene("/", "[role=dialog] >> text=Keep the details", key="t"),
    "keys": Scene("/", "[role=dialog] >> text=Esc closes", key="?"),
    "search": Scene("/search?q=more+than+4%2C000+soldiers+were+killed", ".hit"),
    "search, filtered": Scene(
        "/search?q=soldiers&outlet=Reuters", "input[aria-label=Outlet]", click="summary >> text=Filters"
    ),
    "search, nothing asked": Scene("/search", "text=Searches every claim"),
    "conflicts": Scene("/conflicts?with=Civil+Protection", ".pair"),
    "speakers": Scene("/speaker", ".names li"),
    "speaker": Scene("/speaker", ".said li", click=".names li button.name"),
    "activity": Scene("/activity", "h1"),
    "add": Scene("/add?ws=own", "text=Find its claims"),
    "welcome": Scene("/?ws=own", "text=Find its claims"),
}


@pytest.fixture(scope="module")
def page(demo_server: Any, chromium: Any) -> Iterator[Any]:
    """One page for all of them, so that what the browser keeps is kept."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(AXE)
    made = context.new_page()
    yield made
    context.close()


@pytest.fixture(scope="module")
def met() -> set[tuple[str, str]]:
    """The allowed ones that occurred."""
    return set()


def _open(page: Any, server: Any, scene: Scene) -> None:
    page.goto(server.address + scene.path)
    if scene.path == "/":
        page.get_by_role("button", name="Undo").wait_for(timeout=60_000)
        page.locator(".line.on").wait_for(timeout=60_000)
    _settled(page)
    if scene.click:
        page.locator(scene.click).first.click()
    if scene.key:
        page.keyboard.press(scene.key)
    page.locator(scene.drawn).first.wait_for(timeout=60_000)
    _settled(page)


def _settled(page: Any) -> None:
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=60_000)


def _dressed(page: Any, scheme: str) -> None:
    """Turns the page light or dark, as a system does in the evening, and waits until nothing fades any more."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.wait_for_function(
        "scheme => getComputedStyle(document.querySelector('.stApp')).colorScheme === scheme", arg=scheme
    )
    page.wait_for_function(
        "!document.getAnimations().some(a => a.playState === 'running' && a.effect?.getTiming().iterations === 1)"
    )


@pytest.mark.parametrize("name", SCENES)
def test_accessibility_of_every_scene(page: Any, demo_server: Any, met: set[tuple[str, str]], name: str) -> None:
    _open(page, demo_server, SCENES[name])
    wrong: list[str] = []
    for scheme in SCHEMES:
        _dressed(page, scheme)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            told = page.evaluate(_RUN, TAGS)
            for rule, target, what in told["violations"]:
                known = [key for key in ALLOWED if key[0] == rule and key[1] in target]
                met.update(known)
                if not known:
                    wrong.append(f"{scheme} {width}: {rule} at {target}: {what}")
            wrong += [f"{scheme} {width}: contrast {one}" for one in told["faint"]]
    assert wrong == []


def test_accessibility_allows_nothing_that_no_longer_occurs(met: set[tuple[str, str]]) -> None:
    assert sorted(set(ALLOWED) - met) == []


# axe leaves contrast open where something lies over a text or opacity is at work; those are worked out here.
_RUN = """async tags => {
  const dialog = document.querySelector("[role=dialog]");  // over a page that is looked at by itself
  const told = await axe.run(dialog ?? document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations", "incomplete"]});
  const flat = target => target.flat(9).join(" ");
  const violations = told.violations.flatMap(rule => rule.nodes.map(node =>
    [rule.id, flat(node.target), [...node.any, ...node.all, ...node.none].map(c => c.message).join("; ")]));
  const up = n => n.assignedSlot || n.parentElement || (n.getRootNode().host ?? null);
  const paint = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const over = (colour, under, opacity) => {
    paint.globalAlpha = 1; paint.fillStyle = `rgb(${under.join(",")})`; paint.fillRect(0, 0, 1, 1);
    paint.globalAlpha = opacity; paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1);
    return [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = ([r, g, b]) => {
    const f = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b);
  };
  const contrast = node => {
    const chain = [];
    for (let at = node; at; at = up(at)) chain.unshift(getComputedStyle(at));
    let back = [255, 255, 255], opacity = 1;
    for (const style of chain) { opacity *= Number(style.opacity); back = over(style.backgroundColor, back, opacity); }
    const front = over(getComputedStyle(node).color, back, opacity);
    const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const skipped = node => {
    for (let at = node; at; at = up(at)) if (at.ariaHidden === "true" || at.disabled || at.tagName === "svg") return true;
    return false;
  };
  const drawn = root => [...root.querySelectorAll("*")].flatMap(n => n.shadowRoot ? [n, ...drawn(n.shadowRoot)] : [n]);
  const faint = [];
  for (const node of drawn(dialog ?? document.body)) {
    const words = [...node.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent.trim()).join(" ").trim();
    if (!/[\\p{L}\\p{N}]/u.test(words) || /^(STYLE|SCRIPT|NOSCRIPT|TITLE)$/.test(node.tagName)) continue;
    if (!node.checkVisibility({opacityProperty: true, visibilityProperty: true}) || skipped(node)) continue;
    const found = contrast(node);
    if (found < 4.5) faint.push(`${found.toFixed(2)}: ${node.tagName.toLowerCase()}.${node.className} “${words.slice(0, 50)}”`);
  }
  return {violations, faint};
}"""


def test_accessibility_focus_is_seen_wherever_it_goes(page: Any, demo_server: Any) -> None:
    _open(page, demo_server, SCENES["review"])
    for scheme in SCHEMES:
        _dressed(page, scheme)
        page.evaluate("document.activeElement.blur()")
        met, unseen = set(), []
        for _ in range(50):
            page.keyboard.press("Tab")
            name, ringed = page.evaluate(_FOCUSED)
            met.add(name.split(" ")[0])
            unseen += [] if ringed else [f"{scheme}: {name}"]
        assert unseen == []
        assert {"BUTTON", "A", "ARTICLE", "DIV"} <= met


_FOCUSED = """() => {
  let node = document.activeElement;
  while (node.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  const ringed = n => {
    const style = getComputedStyle(n);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none";
  };
  // a field of Streamlit's shows its focus on the frame that is drawn around it
  const frame = /^(INPUT|TEXTAREA)$/.test(node.tagName) && node.closest("[data-testid^=st]");
  const framed = frame && [frame, ...frame.querySelectorAll("*")].some(n => n.contains(node) && ringed(n));
  return [`${node.tagName} ${node.className} “${(node.innerText || node.ariaLabel || "").slice(0, 40)}”`,
    node === document.body || ringed(node) || Boolean(framed)];
}"""


def test_accessibility_no_meaning_by_colour_alone(page: Any, demo_server: Any) -> None:
    for name in ("review", "conflicts", "search"):
        _open(page, demo_server, SCENES[name])
        chips = page.locator(".chip").evaluate_all("nodes => nodes.map(n => n.ariaLabel || n.textContent)")
        assert len(chips) >= 3
        assert [chip for chip in chips if not any(letter.isalpha() for letter in chip)] == [], name


def test_accessibility_page_says_what_it_is(page: Any, demo_server: Any) -> None:
    _open(page, demo_server, SCENES["review"])
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.title()
    assert page.get_by_role("listbox", name="Claims of this article").get_by_role("option").count() >= 5
    assert page.get_by_role("option", selected=True).count() == 1
    assert page.get_by_role("article", name="The article, every claim marked").is_visible()
