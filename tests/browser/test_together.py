"""Reload, back and forward, two tabs, two persons on one claim: nothing lost, nothing on another record than the one seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Make = Callable[..., Any]


def story(name: str) -> str:
    """An invented article about ``name``, so that no two tests share a claim."""
    return f"""{name} pier: counts differ

The {name} harbour office said on Tuesday that 412 boats were damaged by the storm.

The {name} fishers’ union said on Tuesday that 655 boats were damaged by the storm.

The repairs will cost $3.4 million, according to the mayor, Orla Venn.

“We lost a third of the fleet,” said the union’s chair, Piet Solberg.
"""


def opened(desk: Any, tab: Make, name: str, *, person: str) -> Any:
    return tab(desk, person=person).paste(story(name), title=f"{name} pier", outlet="Pier News")


def by(desk: Any, person: str) -> dict[str, str]:
    return {one["subject"]: one["kind"] for one in desk.decisions() if one["person"] == person}


def test_screen_two_persons_decide_on_one_claim_and_both_are_kept(desk: Any, tab: Make) -> None:
    ada = opened(desk, tab, "Skerry", person="Ada Two")
    ben = tab(desk, person="Ben Two").open(f"/?claim={ada.claim}").reviewing()
    shared = ada.claim
    ben.at(shared)
    for reader, rating in ((ada, "1"), (ben, "5")):
        reader.press("v")
        reader.page.get_by_role("dialog").get_by_text("Choosing a rating").wait_for()
        reader.press(rating)
        reader.page.get_by_role("dialog").wait_for(state="hidden")
        reader.page.locator(f'.line[data-id="{shared}"] .chip[data-decided]').first.wait_for()
    held = {one["person"]: one["payload"]["rating"] for one in desk.decisions() if one["subject"] == shared}
    assert held == {"Ada Two": "True", "Ben Two": "False"}

    # one's own undo leaves the other's verdict
    ada.page.reload()
    ada.reviewing().at(shared)
    ada.press("u")
    ada.told("Taken back")
    held = {one["person"]: one["payload"]["rating"] for one in desk.decisions() if one["subject"] == shared}
    assert held == {"Ben Two": "False"}


def test_screen_action_while_the_list_changes_lands_on_what_was_seen(desk: Any, tab: Make) -> None:
    ada = opened(desk, tab, "Hollow", person="Ada List")
    first, second, third = ada.ids()[:3]
    ben = tab(desk, person="Ben List").open(f"/?claim={first}").reviewing()
    ben.press("x")  # the list of the other one still shows what is gone now
    ben.page.locator(f'.line[data-id="{first}"]').wait_for(state="detached")
    assert first in ada.ids()
    ada.press("j")
    ada.at(second)
    ada.press("p")
    ada.page.locator(f'.line[data-id="{second}"] .chip[data-decided]').wait_for()
    ada.press("j")
    ada.at(third)
    ben.press("u")
    ben.told("Taken back")
    ada.press("p")
    ada.page.locator(f'.line[data-id="{third}"] .chip[data-decided]').wait_for()
    assert by(desk, "Ada List") == {second: "parked", third: "parked"}
    ada.page.reload()
    assert first in ada.reviewing().ids()


def test_screen_action_on_a_claim_that_another_person_dropped_does_nothing(desk: Any, tab: Make) -> None:
    ada = opened(desk, tab, "Lantern", person="Ada Gone")
    gone = ada.claim
    ben = tab(desk, person="Ben Gone").open(f"/?claim={gone}").reviewing()
    ben.at(gone)
    ben.press("x")
    ben.page.locator(f'.line[data-id="{gone}"]').wait_for(state="detached")
    ada.press("p")  # its row is still drawn here
    ada.page.get_by_test_id("stAlert").or_(ada.page.get_by_test_id("stToast")).first.wait_for()
    ada.settled()
    assert by(desk, "Ada Gone") == {}
    assert "Traceback" not in ada.page.content()


def test_screen_article_that_comes_in_beside_changes_no_selection(desk: Any, tab: Make) -> None:
    ada = opened(desk, tab, "Kelp", person="Ada Beside")
    second = ada.ids()[1]
    ada.press("j")
    ada.at(second)
    opened(desk, tab, "Drift", person="Ben Beside")
    ada.press("p")
    ada.page.locator(f'.line[data-id="{second}"] .chip[data-decided]').wait_for()
    ada.at(second)
    assert by(desk, "Ada Beside") == {second: "parked"}


def test_screen_reload_back_and_forward_keep_place_and_decision(desk: Any, tab: Make) -> None:
    ada = opened(desk, tab, "Tern", person="Ada Back")
    first, second = ada.ids()[:2]
    ada.press("p")
    ada.page.locator(f'.line[data-id="{first}"] .chip[data-decided]').wait_for()
    ada.press("j")
    ada.at(second)
    ada.page.reload()
    ada.reviewing().at(second)
    ada.page.go_back()
    ada.at(first)
    ada.page.go_forward()
    ada.at(second)
    ada.press("p")
    ada.page.locator(f'.line[data-id="{second}"] .chip[data-decided]').wait_for()
    assert by(desk, "Ada Back") == {first: "parked", second: "parked"}


def test_screen_correction_is_shown_with_what_it_was_and_who_made_it(desk: Any, tab: Make) -> None:
    ada = opened(desk, tab, "Cormorant", person="Ada Mend")
    claim = ada.claim
    ada.press("e")
    value = ada.page.get_by_role("textbox", name="Value", exact=True)
    before = value.input_value()
    value.fill("777")
    ada.page.get_by_role("button", name="Keep the correction").click()
    ada.page.get_by_role("dialog").wait_for(state="hidden")
    ada.page.locator(f'.line[data-id="{claim}"]').get_by_text("777").first.wait_for()
    told = ada.page.locator(".corrected").first
    told.wait_for()
    assert before in told.inner_text()
    assert "777" in told.inner_text()
    assert "Ada Mend" in told.inner_text()


def test_screen_conflict_is_settled_and_taken_back(desk: Any, tab: Make) -> None:
    opened(desk, tab, "Gannet", person="Ada Settle")
    ada = tab(desk, person="Ada Settle").open("/conflicts?with=Gannet")
    pair = ada.page.locator(".pair").first
    pair.wait_for(timeout=60_000)
    ids = pair.get_attribute("data-pair")
    pair.get_by_role("button", name="Confirm").click()
    ada.page.locator(f'.pair[data-pair="{ids}"]').wait_for(state="detached")
    assert by(desk, "Ada Settle") == {ids: "flag"}
    ada.page.get_by_role("button", name="Confirmed").or_(ada.page.get_by_role("radio", name="Confirmed")).first.click()
    settled = ada.page.locator(f'.pair[data-pair="{ids}"]')
    settled.wait_for()
    settled.get_by_role("button", name="Take back").click()
    settled.wait_for(state="detached")
    assert by(desk, "Ada Settle") == {}


def test_screen_two_names_are_joined_and_parted(desk: Any, tab: Make) -> None:
    opened(desk, tab, "Puffin", person="Ada Names")
    ada = tab(desk, person="Ada Names").open("/speaker?name=Piet+Solberg")
    page = ada.page
    page.get_by_role("heading", name="Piet Solberg").wait_for(timeout=60_000)
    page.get_by_role("button", name="Join another name").click()
    box = page.get_by_role("combobox", name="Is the same as")
    box.fill("Orla")
    page.get_by_role("option", name="Orla Venn").click()
    ada.settled()
    page.get_by_role("button", name="Join", exact=True).click()
    page.get_by_text("Also named").wait_for(timeout=60_000)
    page.get_by_role("button", name="Take back: Orla Venn").click()
    page.get_by_text("Also named").wait_for(state="hidden", timeout=60_000)
