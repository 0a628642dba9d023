"""Searching over a real workspace: typed filters and phrases, batches, what matched, what was searched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from factcheck.errors import UsageError
from factcheck.intake import earlier_claims
from factcheck.model import EarlierClaim
from factcheck.pipeline import search, tables
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


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "…", "?!"])
def test_search_of_nothing_says_so(filled: Workspace, text: str) -> None:
    with pytest.raises(UsageError, match="nothing to search for"):
        search.search(filled, text)


@pytest.mark.parametrize(
    ("kind", "kept"),
    [
        ("checked", lambda hit: hit.document_id is None),
        ("numeric", lambda hit: hit.document_id is not None),
        ("attributed", lambda hit: hit.speaker is not None and hit.document_id is not None),
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
