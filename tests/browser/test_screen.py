"""The screen as a person meets it: a real server, a real browser, keys and clicks."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

Make = Callable[..., Any]

ARTICLE = """Bridge toll: council and union count differently

More than 1,240 drivers signed the petition against the toll by Monday, the Harrow Bridge Union said on Tuesday.

Councillor Edda Marsh said the city had received 860 valid signatures. “We counted every sheet twice,” she said.

The toll would rise by 15% to £2.30, according to the council. <b>Not bold</b> & *not italic* 🌉 $5 :red[x].
"""


def _asked(server: Any, path: str) -> Any:
    with urllib.request.urlopen(server.address + path) as answer:
        return json.load(answer)


def test_screen_first_screen_explains_itself(demo_server: Any, tab: Make) -> None:
    page = tab(demo_server).open().reviewing().page
    assert page.get_by_text("Nothing leaves this computer. You decide.").is_visible()
    assert page.get_by_text("flag contradiction").is_visible()
    assert page.get_by_role("button", name="Paste your article").is_visible()
    assert page.get_by_text("DEMONSTRATION").first.is_visible()
    assert page.locator(".summary").inner_text().strip().endswith(".")
    assert page.locator("mark.on").first.is_visible()
    assert page.locator("table.rows tbody.own").is_visible()
    assert page.locator("table.rows tbody[data-key]").count() >= 1


def test_screen_fits_without_scrolling_the_page(demo_server: Any, tab: Make) -> None:
    for width, height in ((1440, 900), (1280, 720)):
        page = tab(demo_server, width=width, height=height).open().reviewing().page
        assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width
        box = page.get_by_role("button", name="Undo").bounding_box()
        assert box["y"] + box["height"] <= height
        promise = page.get_by_text("Nothing leaves this computer. You decide.").bounding_box()
        assert promise["x"] + promise["width"] <= width


def test_screen_keys_move_row_mark_and_url_together(demo_server: Any, tab: Make) -> None:
    shown = tab(demo_server).open().reviewing()
    ids = shown.ids()
    shown.at(ids[0])
    for expected in (ids[1], ids[2]):
        shown.page.keyboard.press("j")
        shown.at(expected)
    shown.settled()
    shown.page.keyboard.press("k")
    shown.at(ids[1])


def test_screen_click_in_article_selects_the_row(demo_server: Any, tab: Make) -> None:
    shown = tab(demo_server).open().reviewing()
    target = shown.ids()[3]
    shown.page.locator(f'mark[data-id="{target}"]').first.click()
    shown.at(target)
    shown.settled()
    following = shown.ids()[4]
    shown.page.keyboard.press("j")
    shown.at(following)


def test_screen_back_returns_to_the_claim_before(demo_server: Any, tab: Make) -> None:
    shown = tab(demo_server).open().reviewing()
    first, second = shown.ids()[:2]
    shown.page.keyboard.press("j")
    shown.at(second)
    shown.page.go_back()
    shown.at(first)


def test_screen_two_tabs_keep_their_own_claim(demo_server: Any, tab: Make) -> None:
    one, two = tab(demo_server).open().reviewing(), tab(demo_server).open().reviewing()
    first, second = one.ids()[:2]
    two.page.keyboard.press("j")
    two.at(second)
    one.page.reload()
    one.reviewing().at(first)


def test_screen_slash_searches_and_question_mark_lists_keys(demo_server: Any, tab: Make) -> None:
    shown = tab(demo_server).open().reviewing()
    shown.page.keyboard.press("?")
    shown.page.get_by_role("dialog").get_by_text("flag a contradiction").wait_for()
    shown.page.keyboard.press("Escape")
    shown.page.get_by_role("dialog").wait_for(state="hidden")
    shown.page.keyboard.press("/")
    shown.page.get_by_role("textbox", name="Search all claims").wait_for()


def test_screen_search_is_in_the_url_and_says_what_it_searched(demo_server: Any, tab: Make) -> None:
    shown = tab(demo_server).open("/search?q=soldiers+killed")
    shown.page.locator(".hit").first.wait_for(timeout=60_000)
    assert shown.page.get_by_test_id("stCaptionContainer").get_by_text("Searched").first.is_visible()
    assert shown.page.locator(".hit .demo").first.is_visible()


def test_screen_article_is_marked_to_the_character(demo_server: Any, tab: Make) -> None:
    shown = tab(demo_server).open().reviewing()
    told = _asked(demo_server, f"/api/claims/{shown.claim}")
    claim = told.get("claim", told)
    drawn = "".join(shown.page.locator("mark.on").all_inner_texts())
    assert "".join(drawn.split()) == "".join(claim["text"].split())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_screen_text_stands_out_in_both_themes(demo_server: Any, tab: Make, scheme: str) -> None:
    page = tab(demo_server, scheme=scheme).open().reviewing().page
    for selector in (".summary", ".line.on .who", ".chip", "table.rows .sub", ".page p", ".hints"):
        assert page.locator(selector).first.evaluate(_CONTRAST) >= 4.5, selector


_CONTRAST = """node => {
  const paint = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const solid = (colour, under) => {
    paint.fillStyle = `rgb(${under.join(",")})`; paint.fillRect(0, 0, 1, 1);
    paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1);
    return [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const up = n => n.assignedSlot || n.parentElement || (n.getRootNode().host ?? null);
  const layers = [];
  for (let at = node; at; at = up(at)) layers.unshift(getComputedStyle(at).backgroundColor);
  const back = layers.reduce((under, colour) => solid(colour, under), [255, 255, 255]);
  const front = solid(getComputedStyle(node).color, back);
  const light = ([r, g, b]) => {
    const f = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b);
  };
  const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}"""


def test_screen_any_page_may_be_the_first_that_is_asked_for(new_server: Make, chromium: Any, tab: Make) -> None:
    server = new_server(demo=False)
    page = tab(server).open("/search?q=nothing+here").page
    page.get_by_role("textbox", name="Search all claims").wait_for()
    assert page.get_by_role("textbox", name="Search all claims").input_value() == "nothing here"
    assert page.get_by_role("link", name="Review").is_visible()
    assert not page.get_by_test_id("stSidebar").is_visible()
    assert server.stop() == 0


def test_screen_pasted_article_is_marked_and_kept(new_server: Make, chromium: Any, tab: Make) -> None:
    server = new_server(demo=False)
    shown = tab(server).open()
    page = shown.page
    page.get_by_role("textbox", name="Article text").fill(ARTICLE)
    page.get_by_role("textbox", name="Outlet").fill("The Harrow Post")
    page.get_by_role("button", name="Find its claims").click()
    shown.reviewing()
    assert page.locator("mark").count() >= 3
    drawn = page.locator(".page").inner_text()
    assert "<b>Not bold</b> & *not italic* 🌉 $5 :red[x]." in drawn
    assert page.locator(".page b").count() == 0

    # a missed claim: select its words, add it, take it back
    before = set(shown.ids())
    page.locator(".page p").first.dblclick(position={"x": 20, "y": 12})
    page.locator(".add").click()
    page.get_by_text("Added as a claim").wait_for(timeout=60_000)
    added = page.locator("mark.on").first
    assert added.inner_text().strip() in ARTICLE
    shown.settled()
    page.keyboard.press("u")
    page.get_by_text("Taken back: claim added").wait_for(timeout=60_000)
    shown.reviewing()
    assert set(shown.ids()) == before

    # a flag: two keys, and it is there after a reload and after a restart
    flagged = shown.claim
    page.keyboard.press("f")
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("Choosing a reason keeps the flag").wait_for()
    shown.settled()
    page.keyboard.press("1")
    dialog.wait_for(state="hidden")
    flag = page.locator(f'.line[data-id="{flagged}"]').get_by_text("Flagged as contradiction")
    flag.wait_for()
    page.reload()
    shown.reviewing().at(flagged)
    flag.wait_for()
    assert server.stop() == 0
    server.start()
    shown.open(f"/?claim={flagged}").reviewing().at(flagged)
    flag.wait_for()

    # taken back by one key, and Activity tells both
    page.keyboard.press("u")
    flag.wait_for(state="detached")
    shown.settled()
    page.get_by_role("link", name="Activity").click()
    page.get_by_role("heading", name="Activity").wait_for()
    page.locator(".events li.undone").first.wait_for()
    assert server.stop() == 0


def test_screen_unreadable_input_is_one_line(new_server: Make, chromium: Any, tab: Make) -> None:
    server = new_server(demo=False)
    shown = tab(server).open()
    page = shown.page
    page.get_by_role("button", name="Find its claims").click()
    page.get_by_text("There is nothing to read yet").wait_for()
    page.locator("input[type=file]").set_input_files(
        {"name": "picture.txt", "mimeType": "text/plain", "buffer": bytes(range(256)) * 40}
    )
    page.get_by_text("picture.txt").first.wait_for()
    page.get_by_role("button", name="Find its claims").click()
    told = page.get_by_test_id("stAlert").first
    told.get_by_text("picture.txt").wait_for()
    assert "Traceback" not in page.content()
    assert server.stop() == 0


@pytest.mark.parametrize(("label", "ending"), [("Markdown note", ".md"), ("CSV table", ".csv")])
def test_screen_exports_the_claim_that_is_shown(demo_server: Any, tab: Make, label: str, ending: str) -> None:
    shown = tab(demo_server, width=1280, height=720).open().reviewing()
    told = " ".join(shown.page.locator("mark.on").first.inner_text().split())
    shown.page.get_by_role("button", name="Export").click()
    with shown.page.expect_download() as waiting:
        shown.page.get_by_role("button", name=label).click()
    assert waiting.value.suggested_filename.endswith(ending)
    text = " ".join(waiting.value.path().read_text(encoding="utf-8").split())
    assert told[:30] in text


def test_screen_verdict_takes_a_note_and_evidence(new_server: Make, tab: Make) -> None:
    shown = tab(new_server(demo=True)).open().reviewing()
    shown.page.keyboard.press("v")
    shown.page.get_by_label("Note").fill("Counted **twice**")
    shown.page.get_by_label("Evidence 1: address").fill("https://records.example/count")
    shown.page.get_by_label("Evidence 1: words kept from there").fill("forty-one")
    shown.page.get_by_role("button", name="Half true").click()
    shown.page.get_by_text("What was decided on this claim (1)").click()
    assert shown.page.get_by_role("link", name="https://records.example/count").is_visible()
    assert shown.page.get_by_text("forty-one", exact=True).is_visible()


def test_screen_source_opens_at_the_passage_of_the_claim(demo_server: Any, tab: Make) -> None:
    shown = tab(demo_server)
    shown.page.add_init_script("window.opened = []; window.open = (...asked) => { window.opened.push(asked); }")
    found = _asked(demo_server, "/api/search?q=more+than+7%2C000+Russian+troops")
    wanted = next(one for one in found["hits"] if one["claim_id"] and one["url"])
    shown.open(f"/?claim={wanted['claim_id']}").reviewing().at(wanted["claim_id"])
    shown.press("w")
    shown.page.wait_for_function("window.opened.length")
    ((address, where, how),) = shown.page.evaluate("window.opened")
    page, _, passage = address.partition("#:~:text=")
    assert page == wanted["url"]
    assert unquote(passage.split(",")[0]).split() == wanted["text"].split()[:5]
    assert (where, how) == ("_blank", "noopener,noreferrer")


def test_screen_title_and_date_are_given_after_the_fact_and_taken_back(desk: Any, tab: Make) -> None:
    shown = tab(desk, person="Ada Late").paste(ARTICLE, title="Toll", outlet="Harrow Post")
    shown.press("t")
    dialog = shown.page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Title").fill("Bridge toll: two counts")
    dialog.get_by_role("textbox", name="Author").fill("Joan Ade")
    dialog.get_by_role("button", name="Keep the details").click()
    dialog.wait_for(state="hidden")
    shown.bar()
    shown.press("t")
    expect(dialog.get_by_role("textbox", name="Title")).to_have_value("Bridge toll: two counts")
    expect(dialog.get_by_role("textbox", name="Author")).to_have_value("Joan Ade")
    shown.page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    shown.press("u")
    shown.told("Taken back")
    shown.bar()
    shown.press("t")
    expect(dialog.get_by_role("textbox", name="Title")).to_have_value("Toll")
    expect(dialog.get_by_role("textbox", name="Author")).to_have_value("")
