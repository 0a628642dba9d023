"""The minutes of a real session, from the paste to the export, by keyboard alone; and fifteen claims triaged by keys."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Make = Callable[..., Any]

TITLE, OUTLET = "Volunteers for the war", "The Morning Wire"


def otherwise(text: str) -> str:
    """The same text as another outlet might have printed it: its larger numbers half as large again."""
    return re.sub(r"\b\d{1,3}(?:,\d{3})+\b", lambda number: f"{int(number.group().replace(',', '')) * 3 // 2:,}", text)


def updated(text: str) -> str:
    """The text as printed again later: the last of its larger numbers is another one."""
    last = [*re.finditer(r"\b\d{1,3}(?:,\d{3})+\b", text)][-1]
    return f"{text[: last.start()]}{int(last.group().replace(',', '')) + 1000:,}{text[last.end() :]}"


@pytest.fixture
def article(shared_dir: Path) -> str:
    return (shared_dir / "seeds" / "article-2022-03-11.txt").read_text(encoding="utf-8")


@pytest.mark.timeout(900)
def test_journey_from_paste_to_export_by_keyboard_alone(  # noqa: PLR0915  one walk, read from top to bottom
    desk: Any, tab: Make, article: str
) -> None:
    tab(desk).paste(otherwise(article), title="The same elsewhere", outlet="The Evening Wire", printed="20220311")
    before = {one["event_id"] for one in desk.decisions()}
    reader = tab(desk, person="Ada Marsh").open()
    page, keys = reader.page, reader.page.keyboard

    # paste
    reader.tab_to("Paste your article")
    keys.press("Enter")
    page.get_by_role("heading", name="Add an article").wait_for()
    given(reader, article)
    first = reader.claim
    ids = reader.ids()
    assert len(ids) >= 15
    assert page.locator("mark").count() >= 15

    # skim: row, mark and address go together
    at = ids.index(first)
    for step in (1, 1, 1, 1, 1, 1, -1):
        at += step
        reader.press("j" if step > 0 else "k")
        reader.at(ids[at])

    # one that is none is dropped; a missed one is added by choosing its words
    gone = ids[at]
    reader.press("x")
    page.locator(f'.line[data-id="{gone}"]').wait_for(state="detached", timeout=60_000)
    reader.told("Dropped")
    assert reader.claim != gone
    reader.tab_to("", role="article")
    for key in ("ArrowLeft", "ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft"):
        reader.press(key)
    page.get_by_role("button", name="Add as claim").wait_for()
    keys.press("Enter")
    reader.told("Added as a claim")
    added = reader.reviewing().claim
    assert added not in ids

    # help
    reader.press("?")
    page.get_by_role("dialog").get_by_text("Esc closes this list").wait_for()
    keys.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")

    # the same claim and not the same, one after the other, on one that was printed elsewhere with another number
    same, another = with_rows(reader)[:2]
    to(reader, same)
    reader.press("s")
    reader.told("Same claim")
    reader.press("n")
    reader.told("Not the same claim")
    reader.press("u")
    reader.told("Taken back: not the same claim")

    # a value that was read wrong
    wrong = page.locator(".list > .lines > .line:has(.fig)").first.get_attribute("data-id")
    to(reader, wrong)
    reader.press("e")
    page.get_by_role("dialog").get_by_text("Keep the correction").wait_for()
    reader.tab_to("Value")
    keys.press("Control+a")
    keys.type("43,210")
    keys.press("Enter")
    reader.told("Corrected")
    page.locator(f'.line[data-id="{wrong}"] .read', has_text="43,210").wait_for(timeout=60_000)

    # a contradiction with a note and a reason; a figure that another one took the place of
    to(reader, another)
    page.locator("tbody[data-key].on").wait_for()
    reader.press("f")
    page.get_by_role("dialog").get_by_text("Choosing a reason keeps the flag").wait_for()
    reader.tab_to("Note")
    keys.type("Whose count is this?")
    keys.press("Tab")
    reader.press("2")
    page.get_by_role("dialog").wait_for(state="hidden")
    reader.told("Flagged")
    reader.bar()
    reader.press("o")
    reader.told("Superseded")

    # a verdict with its evidence
    reader.press("v")
    page.get_by_role("dialog").get_by_text("Choosing a rating").wait_for()
    reader.tab_to("Note")
    keys.type("Counted **twice**")
    keys.press("Tab")
    page.get_by_role("dialog").locator("strong", has_text="twice").wait_for()  # as it will be printed
    reader.tab_to("Evidence 1: address")
    keys.type("https://records.example/count")
    reader.tab_to("Evidence 1: words kept from there")
    keys.type("a day later")
    reader.tab_to("Half true")
    keys.press("Enter")
    page.get_by_role("dialog").wait_for(state="hidden")
    reader.told("Half true")

    # parked, and taken back
    reader.press("p")
    reader.told("Parked")
    reader.press("u")
    reader.told("Taken back: parked")

    kept = [one for one in desk.decisions() if one["event_id"] not in before]
    by_kind = {one["kind"]: one for one in kept}
    assert {one["person"] for one in kept} == {"Ada Marsh"}
    assert same in by_kind["same_claim"]["subject"]
    assert another in by_kind["flag"]["subject"]
    assert by_kind["flag"]["payload"]["note"] == "Whose count is this?"
    assert another in by_kind["superseded"]["subject"]
    assert by_kind["verdict"]["subject"] == another
    assert by_kind["verdict"]["payload"]["rating"] == "Half true"
    assert by_kind["verdict"]["payload"]["evidence"][0]["url"] == "https://records.example/count"
    assert "parked" not in by_kind
    assert "not_same_claim" not in by_kind

    # search, and back to where it was
    reader.press("/")
    page.get_by_role("textbox", name="Search all claims").wait_for()
    if not page.evaluate(_FOCUSED_ON_SEARCH):
        reader.tab_to("Search all claims")
    keys.type("volunteers from the Middle East")
    keys.press("Enter")
    page.locator(".hit").first.wait_for(timeout=60_000)
    page.get_by_text("Searched").first.wait_for()
    reader.settled()
    reader.tab_to("Review")
    keys.press("Enter")
    reader.reviewing().at(another)

    # a second reader comes by the address alone
    second = tab(desk, person="Ben Okoro")
    second.page.goto(page.url)
    second.reviewing().at(another)
    assert gone not in second.listed()
    assert added in second.listed()
    second.page.locator(f'.line[data-id="{another}"]').get_by_text("Flagged").wait_for()
    second.page.locator(f'.line[data-id="{another}"]').get_by_text("Half true").wait_for()

    # out of the workbench
    reader.tab_to("Export")
    keys.press("Enter")
    page.get_by_role("button", name="Markdown note").first.wait_for()
    reader.tab_to("Markdown note")
    with page.expect_download() as waiting:
        keys.press("Enter")
    note = waiting.value.path().read_text(encoding="utf-8")
    drawn = " ".join(page.locator("mark.on").all_inner_texts()[0].split())
    assert drawn[:40] in " ".join(note.split())
    assert "Half true" in note
    assert "https://records.example/count" in note.replace("\\", "")
    keys.press("Escape")

    # the article again: what changed is told, and what was decided stays
    reader.tab_to("Paste your article")
    keys.press("Enter")
    page.get_by_role("heading", name="Add an article").wait_for()
    given(reader, updated(article))
    page.get_by_text("Newer version").first.wait_for(timeout=60_000)
    page.locator(f'.line[data-id="{another}"]').get_by_text("Half true").wait_for(timeout=60_000)
    assert gone not in reader.ids()


_FOCUSED_ON_SEARCH = "document.activeElement.ariaLabel === 'Search all claims'"


def given(reader: Any, text: str) -> None:
    """The fields of Add, from the first to Ctrl+Enter."""
    keys = reader.page.keyboard
    reader.tab_to("Article text")
    keys.insert_text(text)  # as Ctrl+V does
    reader.tab_to("Title")
    keys.type(TITLE)
    reader.tab_to("Outlet")
    keys.type(OUTLET)
    keys.press("Tab")
    keys.type("20220311")
    keys.press("Escape")  # its calendar
    reader.tab_to("Find its claims")
    keys.press("Control+Enter")
    reader.page.wait_for_url("**/?*claim=*", timeout=120_000)
    reader.reviewing()


def to(reader: Any, claim_id: str) -> None:
    """By J and K to ``claim_id``."""
    ids = reader.listed()
    here, there = ids.index(reader.claim), ids.index(claim_id)
    step = 1 if there > here else -1
    while here != there:
        here += step
        reader.press("j" if step > 0 else "k")
        reader.at(ids[here])
    reader.bar()


def with_rows(reader: Any) -> list[str]:
    """The claims of the list that somebody stands against, in its order."""
    found: list[str] = reader.page.locator(".list > .lines > .line.conflict").evaluate_all(
        "nodes => nodes.map(n => n.dataset.id)"
    )
    return found


FIFTEEN = "\n\n".join(
    f"{number},{number}00 {thing} were counted in {place} last week, the {body} said on Tuesday."
    for number, (thing, place, body) in enumerate(
        (
            ("lorries", "Harrow", "port authority"),
            ("nurses", "Eastmoor", "health board"),
            ("trees", "Linden Park", "parks office"),
            ("bicycles", "Quay Street", "transport ministry"),
            ("fines", "Old Town", "traffic court"),
            ("pupils", "Northbank", "school board"),
            ("tickets", "the arena", "concert union"),
            ("letters", "Vale", "postal service"),
            ("solar panels", "Sunfield", "energy agency"),
            ("rescue calls", "the coast", "coast guard"),
            ("empty flats", "Harbour City", "housing office"),
            ("library cards", "Mill Lane", "city library"),
            ("applications", "the capital", "labour office"),
            ("vaccinations", "the valley", "regional hospital"),
            ("complaints", "West Ferry", "consumer council"),
        ),
        start=11,
    )
)
TRIAGE = (("p", "parked"), ("v3", "verdict"), ("x", "claim_dropped"), ("f1", "flag"), ("v6", "verdict"))


@pytest.mark.timeout(600)
def test_journey_fifteen_claims_triaged_by_keys(desk: Any, tab: Make, record_property: Callable[..., None]) -> None:
    reader = tab(desk, person="Cleo Vance").paste(
        f"Counted last week\n\n{FIFTEEN}", title="Counted", outlet="Daily Sum"
    )
    ids = reader.ids()
    assert len(ids) == 15
    began = time.perf_counter()
    wanted: dict[str, str] = {}
    for number, claim_id in enumerate(ids):
        reader.at(claim_id)
        keys, kind = TRIAGE[number % len(TRIAGE)]
        wanted[claim_id] = kind
        reader.press(keys[0])
        if len(keys) > 1:
            reader.page.get_by_role("dialog").get_by_text("Choosing a").wait_for()
            reader.press(keys[1])
            reader.page.get_by_role("dialog").wait_for(state="hidden")
        if kind == "claim_dropped":
            reader.page.locator(f'.line[data-id="{claim_id}"]').wait_for(state="detached", timeout=60_000)
            continue  # the next one has taken its place
        reader.page.locator(f'.line[data-id="{claim_id}"] .chip[data-decided]').wait_for(timeout=60_000)
        if number < len(ids) - 1:
            reader.press("j")
    took = time.perf_counter() - began
    record_property("fifteen_claims_s", round(took, 1))
    print(f"15 claims triaged by keys in {took:.1f} s")
    kept = [one for one in desk.decisions() if one["person"] == "Cleo Vance"]
    dropped = {claim_id for claim_id, kind in wanted.items() if kind == "claim_dropped"}
    assert {one["subject"]: one["kind"] for one in kept} == {k: v for k, v in wanted.items() if k not in dropped}
    assert len(kept) == 15 - len(dropped)
    reader.page.reload()
    assert set(ids) - set(reader.reviewing().listed()) == dropped
