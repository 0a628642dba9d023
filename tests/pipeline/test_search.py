"""Searching over a real workspace: typed filters and phrases, batches, what matched, what was searched."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from factcheck.errors import UsageError
from factcheck.intake import earlier_claims
from factcheck.model import EarlierClaim, RelationKind
from factcheck.pipeline import checked, search, tables
from factcheck.pipeline.evidence import passages
from factcheck.pipeline.views import Hit
from factcheck.workspace import Workspace


def test_search_many_answers_each_in_its_place(filled: Workspace) -> None:
    texts = ["ferry Aldine collision", "…", "tulips sold in May", "speaker:x since:soon ferry"]
    found = search.search_many(filled, texts, k=3)
    alone = search.search(filled, texts[0], k=3)
    first, nothing, third, wrong = found
    assert isinstance(nothing, UsageError)
    assert isinstance(wrong, UsageError)
    assert not isinstance(first, UsageError)
    assert not isinstance(third, UsageError)
    assert [(hit.claim_id, hit.relation) for hit in first.hits] == [(hit.claim_id, hit.relation) for hit in alone.hits]
    assert "tulips" in third.hits[0].text


def test_search_reads_a_filter_that_is_typed(filled: Workspace) -> None:
    typed = search.search(filled, "people killed by the sinking value 30..32 people")
    assert {hit.outlet for hit in typed.hits} == {"Island Radio"}
    chosen = search.search(filled, "sinking outlet:Northern", filters=search.filters(outlet="Island"))
    assert {hit.outlet for hit in chosen.hits} == {"Island Radio"}


def test_search_finds_a_phrase_word_by_word_else_as_words(filled: Workspace) -> None:
    exact = search.search(filled, '"14 million tulips"')
    assert exact.hits
    assert all("14 million tulips" in hit.text for hit in exact.hits)
    assert search.search(filled, '"tulips million 14"').hits


@pytest.mark.parametrize("mode", ["meaning", "words"])
def test_search_of_one_mode_scores_by_that_alone(filled: Workspace, mode: str) -> None:
    hits = search.search(filled, "ferry Aldine collision", mode=mode, k=3).hits
    assert "1" in {hit.external_id for hit in hits}
    assert all(set(hit.score_parts) == {mode} for hit in hits)


def test_search_tells_how_many_and_up_to_when(filled: Workspace) -> None:
    found = search.search(filled, "ferry")
    counts = filled.store.counts()
    assert found.searched == counts["claims"] + counts["earlier_claims"]
    assert found.up_to == date(2024, 6, 13)
    assert found.nearest is None


def test_search_names_the_nearest_miss(filled: Workspace) -> None:
    found = search.search(filled, "quantum chromodynamics lattice simulations")
    assert found.nearest is not None
    assert found.nearest == found.hits[0]


def test_search_finds_what_the_text_of_a_check_quotes(fresh: Workspace, tmp_path: Path) -> None:
    table = tmp_path / "bodies.csv"
    table.write_text(
        "id,claim,title,body\n"
        "9,A picture was shared.,Old picture of a harbour crane,"
        '"We looked at many posts. One of them said that the crane of Corrie fell on a school bus. It never did."\n',
        encoding="utf-8",
    )
    tables.import_claims(fresh, table)
    hit = search.search(fresh, "the crane of Corrie fell on a school bus", k=1).hits[0]
    assert hit.external_id == "9"
    assert hit.matched["field"] == "body"
    assert "school bus" in hit.matched["text"]
    by_title = search.search(fresh, "harbour crane, an old picture", k=1, mode="meaning").hits[0]
    assert by_title.external_id == "9"


@pytest.mark.parametrize("text", ["", "\n \n", "…"])
def test_passages_of_nothing(text: str) -> None:
    assert all(passages(text)) or passages(text) == []


def test_passages_are_whole_sentences_of_a_readable_length() -> None:
    text = " ".join(f"Sentence number {number} says something about the old harbour." for number in range(60))
    made = passages(text)
    assert " ".join(made) == text
    assert all(len(one) <= 640 and one.endswith(".") for one in made)


@pytest.mark.parametrize(
    "text",
    [
        "the of and to a in",
        "14",
        "17 31 58",
        '"',
        '""" "" “” «»',
        "AND OR NOT ( ) [ ] { } ^ ~ * ? : \\ / + - ! && ||",
        'ferry AND (sank OR "Corrie',
        "text:ferry names:* +sank -killed ^9 ~2",
        "'; DROP TABLE claim; --",
        "speaker:",
        "\u202eferry \u0000 \ud800 Aldine",
        "ferry " * 17_000,
        "🚢" * 5_000 + " ferry",
        "x" * 100_000,
    ],
)
@pytest.mark.parametrize("mode", search.MODES)
def test_search_answers_whatever_is_typed(filled: Workspace, text: str, mode: str) -> None:
    found = search.search_many(filled, [text], k=3, mode=mode)[0]
    if isinstance(found, UsageError):
        assert found.remedy
        return
    assert found.searched > 0
    assert [hit.rank for hit in found.hits] == list(range(1, len(found.hits) + 1))
    assert all(0.0 <= hit.score <= 1.0 for hit in found.hits)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\n\t",
        "…",
        "?!",
        '"',
        '""" "" “” «»',
        "+ - * ~ ^ : \\ / ( [ { } ] ) ! && ||",
        "🚢 💥",
        "\x00\x1b\u202e",
    ],
)
def test_search_of_nothing_says_so(filled: Workspace, text: str) -> None:
    with pytest.raises(UsageError, match="nothing to search for"):
        search.search(filled, text)


@pytest.mark.parametrize("text", ["the of and to a in", "AND OR NOT", "was it?", "(the AND of)", "Who is it"])
def test_search_of_small_words_alone_says_what_to_add(filled: Workspace, text: str) -> None:
    with pytest.raises(UsageError, match=r"in every text.*quotation marks"):
        search.search(filled, text)


@pytest.mark.parametrize("text", ["WHO", "US", "the ferry", '"to be or not to be"', "14", "十四", "Привет мир", "فيري"])
def test_search_of_a_name_a_number_a_phrase_or_another_script_is_answered(filled: Workspace, text: str) -> None:
    found = search.search(filled, text, k=2)
    assert found.searched > 0
    assert not found.listed


@pytest.mark.parametrize(
    "text",
    ["ferry AND killed", "+ferry -killed", "(ferry [killed {", "ferry~2 killed^9", "ferry: killed/", "ferry* killed\\"],
)
def test_search_takes_an_operator_for_no_more_than_what_it_is(filled: Workspace, text: str) -> None:
    plain, odd = (search.search(filled, one, mode="words", k=9).hits for one in ("ferry killed", text))
    assert {hit.claim_id for hit in plain} == {hit.claim_id for hit in odd}
    assert any("killed" in hit.text for hit in odd)


# ------------------------------------------------------------------------------------------------------- by figures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("value 30..32 person", {"killed 31 people"}),
        ("value 13..15 person", {"killed 14 people", "injured 14 people", "Fourteen people"}),
        ("value 14000000 tulip", set()),
        ("value:14000000 unit:tulip", {"sold 14 million tulips", "planted 14 million tulips"}),
        ("value 13,000,000..15,000,000 tulips", {"sold 14 million tulips", "planted 14 million tulips"}),
        ("unit:people verdict:false", set()),
        ("value 100.. person", set()),
        ("planted value 1000000..", {"sold 14 million tulips", "planted 14 million tulips"}),
    ],
)
def test_search_by_value_finds_claims_of_documents_and_checked_ones(
    filled: Workspace, text: str, found: set[str]
) -> None:
    hits = search.search(filled, text, k=20).hits
    if found:
        assert len(hits) == len(found)
    for words in found:
        assert any(words in hit.text for hit in hits), words


def test_search_of_filters_alone_lists_what_they_let_through(filled: Workspace) -> None:
    result = search.search(filled, "value 12..15 person", k=20)
    assert result.listed
    assert result.nearest is None
    assert result.matching == len(result.hits)
    assert [hit.date for hit in result.hits] == sorted((hit.date for hit in result.hits if hit.date), reverse=True)
    for hit in result.hits:
        assert hit.matched["by"] == "filter"
        assert hit.matched["field"] == "figure"
        assert hit.matched["text"] in hit.text
        assert hit.relation.relation is RelationKind.CANNOT_TELL
    chosen = search.search(filled, "", k=20, filters=search.filters(value="12..15", unit="people"))
    assert [hit.claim_id for hit in chosen.hits] == [hit.claim_id for hit in result.hits]


def test_search_of_filters_alone_without_a_figure(filled: Workspace) -> None:
    hits = search.search(filled, "verdict:false").hits
    assert [(hit.text, hit.matched["field"]) for hit in hits] == [("The city planted 14 million tulips.", "claim")]
    assert search.search(filled, "outlet:nobody").hits == ()
    assert search.search(filled, "outlet:nobody").matching == 0


def test_search_says_how_many_the_filters_let_through(filled: Workspace) -> None:
    assert search.search(filled, "ferry").matching is None
    result = search.search(filled, "ferry kind:checked", k=1)
    assert (result.matching, len(result.hits), result.searched > 3) == (3, 1, True)


def test_search_by_value_says_what_it_could_not_look_at(fresh: Workspace) -> None:
    claim = EarlierClaim("", "Some 77 barges sank at Corrie.", "old", "older.csv")
    fresh.store.add_earlier_claims([claim], fresh.encoder.encode([claim.claim]), fresh.encoder.identity)
    assert search.search(fresh, "barges value 70..80").unread == 1
    assert search.search(fresh, "barges").unread == 0
    assert checked.read_rest(fresh) == 1
    result = search.search(fresh, "value 70..80 barges")
    assert [hit.external_id for hit in result.hits] == ["old"]
    assert result.unread == 0


@pytest.mark.parametrize(
    ("kind", "kept"),
    [
        ("checked", lambda hit: hit.document_id is None),
        ("numeric", lambda hit: re.search(r"\d|Fourteen|nine", hit.text) is not None),
        ("attributed", lambda hit: hit.speaker is not None),
    ],
)
def test_search_of_one_kind(filled: Workspace, kind: str, kept: Callable[[Hit], bool]) -> None:
    hits = search.search(filled, f"ferry Aldine sinking kind:{kind}", k=20).hits
    assert hits
    assert all(kept(hit) for hit in hits)


def test_search_refuses_a_kind_that_is_none(filled: Workspace) -> None:
    with pytest.raises(UsageError, match="no kind of claim"):
        search.search(filled, "ferry kind:red")


def test_search_within_one_document(filled: Workspace) -> None:
    document = search.search(filled, "tulips sold in May", k=1).hits[0].document_id
    hits = search.search(filled, f"ferry document:{document}", k=20).hits
    assert {hit.document_id for hit in hits} == {document}


def test_search_by_words_looks_through_a_filter_before_it_cuts(fresh: Workspace, tmp_path: Path) -> None:
    table = tmp_path / "crowd.csv"
    crowd = "".join(f"{number},The barge Mirren sank at dawn {number}.,Crowd\n" for number in range(3_000))
    table.write_text(f"id,claim,outlet\n{crowd}x,Long ago a barge may have sunk.,Rare Post\n", encoding="utf-8")
    claims = [one for one in earlier_claims(table) if isinstance(one, EarlierClaim)]
    vectors = np.zeros((len(claims), fresh.encoder.identity.dimension), np.float32)
    vectors[:, 0] = 1.0
    fresh.store.add_earlier_claims(claims, vectors, fresh.encoder.identity)
    found = search.search(fresh, "barge Mirren sank at dawn outlet:Rare", mode="words", k=3).hits
    assert [hit.external_id for hit in found] == ["x"]
    assert len(search.search(fresh, "barge Mirren sank outlet:Crowd", mode="words", k=50).hits) == 50


def test_search_scores_never_rise_down_the_list(filled: Workspace) -> None:
    hits = search.search(filled, "ferry Aldine sank", k=100).hits
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
