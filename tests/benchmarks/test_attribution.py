from __future__ import annotations

import pytest

from benchmarks.attribution import Counts, items, judge, pair, printed

TEXT = "The mayor said the bridge was closed."
GOLD = {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 36]]}


def _f1(given: dict[str, list[list[int]]], key: tuple[str, str]) -> float:
    return judge(items(TEXT, [given]), items(TEXT, [GOLD]))[key].scores()[2]


def test_attribution_same_spans_score_one() -> None:
    score = judge(items(TEXT, [GOLD]), items(TEXT, [GOLD]))
    assert {counts.scores() for counts in score.values()} == {(1.0, 1.0, 1.0)}


def test_attribution_half_a_content_scores_by_words() -> None:
    given = {**GOLD, "content": [[15, 25]]}  # "the bridge" of four words
    assert _f1(given, ("content", "exact")) == 0
    assert _f1(given, ("content", "overlap")) == pytest.approx(2 * 1 * 0.5 / 1.5)
    assert _f1(given, ("content", "found")) == 1


def test_attribution_parts_of_another_cue_do_not_count() -> None:
    given = {"source": [[0, 9]], "cue": [[26, 29]], "content": []}
    assert _f1(given, ("source", "exact")) == 0


def test_attribution_pairs_one_to_one() -> None:
    twice = items(TEXT, [GOLD, GOLD])
    assert len(pair(twice, items(TEXT, [GOLD]))) == 1


def test_attribution_overlap_sums_all_pairs_and_paired_one_each() -> None:
    score = judge(items(TEXT, [GOLD, GOLD]), items(TEXT, [GOLD]))
    assert score["content", "overlap"].scores()[:2] == (1.0, 2.0)
    assert score["content", "paired"].scores()[:2] == (0.5, 1.0)


def test_attribution_overlap_asks_for_no_common_cue() -> None:
    given = {"source": [[0, 9]], "cue": [[26, 29]], "content": []}
    assert (_f1(given, ("source", "overlap")), _f1(given, ("source", "paired"))) == (1.0, 0.0)


def test_attribution_printed_joins_the_claims_of_one_cue() -> None:
    text = "“The bridge has 40 arches. It has 12 lamps,” Marsh said."
    (row,) = printed(text)
    assert text[slice(*row["source"][0])] == "Marsh"
    assert text[slice(*row["cue"][0])] == "said"


def test_attribution_counts_of_nothing_are_zero() -> None:
    assert Counts().scores() == (0.0, 0.0, 0.0)
