"""What a search found, as it is drawn."""

from __future__ import annotations

import json
from dataclasses import replace
from types import ModuleType

import pytest

from factcheck.model import Relation, RelationKind
from factcheck.pipeline.views import SearchResult
from factcheck.ui import found

R = RelationKind
ASKED = "At least 41 people died"


def _result(story: ModuleType, *kinds: RelationKind, scores: tuple[float, ...] = ()) -> SearchResult:
    hits = tuple(
        replace(
            story.HITS[0],
            rank=n + 1,
            claim_id=f"h{n}",
            relation=Relation(kind, "why"),
            score=scores[n] if scores else 0.6,
        )
        for n, kind in enumerate(kinds)
    )
    return SearchResult(hits, 1204, None)


def _drawn(result: SearchResult, *, beside: str | None = None) -> dict[str, list[str]]:
    made = found.result(result, result.hits, asked=ASKED, by="Your words", beside=beside)
    assert json.loads(json.dumps(made)) == made
    return {part["name"]: [hit["id"] for hit in part["hits"]] for part in made["parts"]}


def test_found_puts_a_different_figure_for_the_same_thing_on_top(story: ModuleType) -> None:
    made = _drawn(_result(story, R.EQUAL, R.DIFFERENT_SCOPE, R.CONTRADICTION, R.RIVAL_COUNT))
    assert list(made.items()) == [("other", ["h2", "h3"]), ("same", ["h0"]), ("alike", ["h1"])]


def test_found_folds_what_is_too_far_off_whatever_it_says(story: ModuleType) -> None:
    made = _drawn(_result(story, R.EQUAL, R.CONTRADICTION, scores=(0.6, 0.05)))
    assert made == {"same": ["h0"], "far": ["h1"]}


def test_found_of_a_question_that_asserts_nothing_stands_in_its_order(story: ModuleType) -> None:
    result = _result(story, R.UNRELATED, R.CANNOT_TELL, R.UNRELATED)
    made = found.result(result, result.hits, asked="a name", by="Your words", beside=None)
    (part,) = made["parts"]
    assert part["head"] is None
    assert [hit["id"] for hit in part["hits"]] == ["h0", "h1", "h2"]
    assert all(hit["relation"] is None and hit["ours"] is None for hit in part["hits"])


def test_found_marks_the_parts_that_differ_in_both_texts(story: ModuleType) -> None:
    result = _result(story, R.CONTRADICTION)
    hit = replace(result.hits[0], differing=(("number", (0, 11), (0, 11)), ("words", (12, 18), (12, 18))))
    made = found.result(result, [hit], asked=ASKED, by="Your words", beside=None)["parts"][0]["hits"][0]
    assert [piece["text"] for piece in made["ours"] if piece["kind"]] == ["At least 41"]
    assert [piece["text"] for piece in made["theirs"] if piece["kind"]] == ["At least 51"]
    beside = found.result(result, [hit], asked=ASKED, by="A claim", beside="c1")["parts"][0]["hits"][0]
    assert [piece["kind"] for piece in beside["ours"] if piece["kind"]] == ["number", "words"]


@pytest.mark.parametrize(
    ("kind", "numbers", "named"),
    [
        (R.DIFFERENT_MEASURE, 1.0, "The same number, for another subject"),
        (R.DIFFERENT_MEASURE, 0.0, None),
        (R.EQUAL, 1.0, None),
    ],
)
def test_found_names_the_same_number_for_another_subject(
    story: ModuleType, kind: RelationKind, numbers: float, named: str | None
) -> None:
    result = _result(story, kind, R.EQUAL)
    hit = replace(result.hits[0], score_parts={"numbers": numbers})
    made = found.result(result, [hit, result.hits[1]], asked=ASKED, by="Your words", beside=None)
    assert [card["named"] for part in made["parts"] for card in part["hits"] if card["id"] == "h0"] == [named]


def test_found_carries_both_ids_where_a_claim_asks(story: ModuleType) -> None:
    result = _result(story, R.EQUAL)
    made = found.result(result, result.hits, asked=ASKED, by="", beside="c1")
    assert made["parts"][0]["hits"][0]["pair"] == "c1 h0"
    alone = found.result(result, result.hits, asked=ASKED, by="", beside=None)
    assert alone["parts"][0]["hits"][0]["pair"] is None


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"meaning": 0.8, "names": 1.0, "numbers": 0.0}, "nearly the same meaning · the same names · other numbers"),
        ({"meaning": 0.1, "wording": 0.7}, "most of the telling words"),
        ({"filter": 0.5}, "its figure reaches into what was asked"),
        ({"unheard_of": 1.0}, ""),
    ],
)
def test_found_tells_why_in_words(parts: dict[str, float], told: str) -> None:
    assert found.why(parts) == told


def test_found_line_says_what_was_searched_and_how_near_the_nearest_is(story: ModuleType) -> None:
    line = found.told(replace(story.FOUND, matching=17))
    assert line == (
        "Searched 1,204 claims up to 12 May 2031; the filters let 17 through. The nearest has a likeness of 0.93 of 1."
    )
    listed = found.told(replace(story.FOUND, matching=17, listed=True, unread=3))
    assert listed.startswith("2 of 17 claims as the filters ask, of 1,204 claims up to 12 May 2031.")
    assert "3 checked claims are not read yet" in listed


def test_found_nothing_names_the_nearest_miss(story: ModuleType) -> None:
    line = found.nothing(story.NOTHING, filtered=False)
    assert line.startswith("Nothing near enough. Searched 1,204 claims up to 12 May 2031.")
    assert story.HITS[1].text[:40] in line
    empty = SearchResult((), 1204, None, matching=0)
    assert found.nothing(empty, filtered=True).startswith("Nothing is as the filters ask.")
