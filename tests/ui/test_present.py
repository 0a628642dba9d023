from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from types import ModuleType

import pytest

from factcheck.model import Event, EventKind, RelationKind
from factcheck.pipeline.views import BADGES
from factcheck.ui import present, words


def test_present_every_relation_has_a_look_of_its_own_words() -> None:
    assert set(words.RELATIONS) == set(RelationKind)
    assert all(
        look.label and look.glyph and look.tone in {"conflict", "disputed", "update", "agree", "plain", "unsure"}
        for look in words.RELATIONS.values()
    )


def test_present_relations_of_one_tone_differ_in_words() -> None:
    labels = [look.label for look in words.RELATIONS.values()]
    assert len(labels) == len(set(labels))


def test_present_conflict_tone_belongs_to_the_conflict_group_alone() -> None:
    for kind, look in words.RELATIONS.items():
        assert (look.tone == "conflict") is (kind.group == "conflict")


def test_present_every_badge_has_a_glyph() -> None:
    assert set(words.BADGE_TONES) == set(BADGES)


def test_present_marks_cut_the_article_to_the_character(story: ModuleType) -> None:
    items = [*story.ITEMS, *story.FOLDED]
    found = {mark["id"]: mark for mark in present.marks(items)}
    for item in items:
        mark = found[item.claim_id]
        assert story.TEXT[mark["start"] : mark["end"]] == item.statement.claim.text


def test_present_marks_come_in_the_order_of_the_text(story: ModuleType) -> None:
    starts = [mark["start"] for mark in present.marks(story.ITEMS)]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("claim_id", "tone"), [("c1", "conflict"), ("c3", "disputed"), ("c8", "plain"), ("c9", "folded")]
)
def test_present_mark_tone_is_the_strongest_thing_against(story: ModuleType, claim_id: str, tone: str) -> None:
    assert present.mark_tone(story.view(claim_id).item) == tone


def test_present_article_is_json_and_keeps_markup_as_text(story: ModuleType) -> None:
    made = present.article(story.view("c6"), story.queue())
    assert json.loads(json.dumps(made)) == made
    assert "<b>denied</b>" in made["text"]


def test_present_ledger_puts_what_came_later_apart(story: ModuleType) -> None:
    made = present.ledger(story.view("c1"), story.LEDGER, picked="0")
    assert [row["who"] for row in made["later"]] == ["Interior Ministry"]
    assert all(row["who"] != "Interior Ministry" for row in made["rows"])
    assert len(made["lookalikes"]) == 2


def test_present_ledger_keys_name_rows_wherever_they_stand(story: ModuleType) -> None:
    from factcheck.ui.actions import rows_of

    made = present.ledger(story.view("c1"), story.LEDGER, picked=None)
    rows = rows_of(story.LEDGER)
    for drawn in (*made["rows"], *made["later"], *made["lookalikes"]):
        assert rows[drawn["key"]].statement.claim_id == drawn["claim"]


def test_present_row_gives_no_address_that_is_not_the_web(story: ModuleType) -> None:
    row = story.ROWS[0]
    bad = replace(row, statement=replace(row.statement, url="javascript:alert(1)"))
    assert present.row(bad, 0)["url"] is None
    assert present.row(row, 0)["url"] == row.statement.url


def test_present_hit_marks_the_parts_that_differ(story: ModuleType) -> None:
    made = present.hit(story.HITS[0], story.LEAD.statement.claim.text)
    ours = [piece["text"] for piece in made["ours"] if piece["kind"] == "number"]
    assert ours == [story.LEAD.statement.claim.text[0:11]]
    assert "".join(piece["text"] for piece in made["theirs"]) == story.HITS[0].text


def test_present_hit_leaves_out_spans_that_do_not_fit(story: ModuleType) -> None:
    odd = replace(
        story.HITS[0], differing=(("number", (5, 2), (0, 9_999)), ("name", (0, 3), (0, 2)), ("date", (1, 4), None))
    )
    made = present.hit(odd, "At least 41")
    assert "".join(piece["text"] for piece in made["ours"]) == "At least 41"
    assert "".join(piece["text"] for piece in made["theirs"]) == odd.text


def test_present_decision_says_who_and_that_it_is_stale(story: ModuleType) -> None:
    made = present.decision(replace(story.FLAGGED, stale=True))
    assert "Ada" in made["help"]
    assert "corrected afterwards" in made["help"]
    assert made["stale"]


@pytest.mark.parametrize(
    ("reason", "shown"), [("bound_lost", "A bound, range or caveat was lost"), ("own_words", "own words"), (None, None)]
)
def test_present_reason_is_told_in_words(reason: str | None, shown: str | None) -> None:
    assert present.reason_words(reason) == shown


def test_present_searched_says_how_many_and_until_when(story: ModuleType) -> None:
    assert present.searched(1, None, "claim") == "Searched 1 claim"
    assert present.searched(1204, story.PRINTED, "claim") == "Searched 1,204 claims up to 8 May 2031"


def test_present_decisions_of_one_kind_are_one_chip(story: ModuleType) -> None:
    parked = replace(story.FLAGGED, kind="parked", payload={})
    made = present.decisions([story.FLAGGED, parked, replace(story.FLAGGED, person="Ben")])
    assert [one["label"] for one in made] == ["Flagged as contradiction ×2", "Parked"]
    assert "Ada" in made[0]["help"]
    assert "Ben" in made[0]["help"]


def test_present_stale_decisions_stay_apart(story: ModuleType) -> None:
    made = present.decisions([story.FLAGGED, replace(story.FLAGGED, stale=True)])
    assert [one["stale"] for one in made] == [False, True]


def test_present_conflict_carries_ids_and_a_question_that_takes_no_side(story: ModuleType) -> None:
    for one in story.conflicts():
        made = present.conflict(one)
        assert made["pair"] == f"{one.claim_a}|{one.claim_b}"
        assert {made["a"]["id"], made["b"]["id"]} == {one.claim_a, one.claim_b}
        assert made["question"].endswith("?")
        assert not {"wrong", "false", "lie"} & set(made["question"].casefold().split())


def test_present_corrections_say_from_what_to_what_until_taken_back() -> None:
    at = datetime(2031, 5, 8, 12, tzinfo=UTC)
    changed = {
        "changes": [{"field": "value", "from": "14", "to": "41"}, {"field": "place", "from": "", "to": "Ansley"}]
    }
    kept = Event("e1", at, "Ada", EventKind.CORRECTION, "c1", changed)
    (told,) = present.corrections([kept])
    assert told["what"] == "Value: 14 → 41; Place: nothing → Ansley"
    assert told["by"].startswith("Ada, ")
    assert present.corrections([kept, Event("e2", at, "Ada", EventKind.UNDO, "c1", undoes="e1")]) == []
