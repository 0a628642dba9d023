"""Searching over a real workspace: typed filters and phrases, batches, what matched, what was searched."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.pipeline import search, tables
from factcheck.pipeline.retrieve import passages
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
