from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.rank import WEIGHTS, Features, fuse

_sets = st.frozensets(st.sampled_from(["a", "b", "c", "d"]))
_features = st.builds(
    Features,
    key=st.uuids().map(str),
    meaning=st.none() | st.floats(-1, 1),
    numberless_meaning=st.none() | st.floats(-1, 1),
    words=st.none() | st.floats(0, 100),
    query_names=_sets,
    names=_sets,
    query_numbers=_sets,
    numbers=_sets,
    days_apart=st.none() | st.floats(0, 10_000),
)


@given(st.lists(_features, max_size=12, unique_by=lambda f: f.key))
def test_rank_fuse_gives_each_candidate_once_in_falling_order(candidates: list[Features]) -> None:
    ranked = fuse(candidates)
    assert sorted(r.key for r in ranked) == sorted(c.key for c in candidates)
    assert [r.rank for r in ranked] == list(range(1, len(candidates) + 1))
    assert all(0.0 <= r.score <= 1.0 for r in ranked)
    assert all(0.0 <= value <= 1.0 for r in ranked for value in r.score_parts.values())
    assert all(set(r.score_parts) <= set(WEIGHTS) for r in ranked)
    assert [r.score for r in ranked] == sorted((r.score for r in ranked), reverse=True)


@given(st.lists(_features, max_size=8, unique_by=lambda f: f.key), st.randoms())
def test_rank_fuse_does_not_depend_on_the_order_given(candidates: list[Features], random: object) -> None:
    shuffled = list(candidates)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert [(r.key, round(r.score, 9)) for r in fuse(shuffled)] == [
        (r.key, round(r.score, 9)) for r in fuse(candidates)
    ]


def test_rank_fuse_a_hit_of_both_searches_stands_above_a_hit_of_one() -> None:
    ranked = fuse([Features("one", meaning=0.8), Features("both", meaning=0.8, words=5.0), Features("w", words=5.0)])
    assert [r.key for r in ranked] == ["both", "one", "w"]


def test_rank_fuse_a_perfect_match_scores_one() -> None:
    names = frozenset({"riverton"})
    (only,) = fuse([Features("x", meaning=1.0, words=3.0, query_names=names, names=names)])
    assert only.score == pytest.approx(1.0)


def test_rank_fuse_the_shared_number_settles_a_tie() -> None:
    wanted = frozenset({"31"})
    ranked = fuse(
        [
            Features("other", meaning=0.7, query_numbers=wanted, numbers=frozenset({"58"})),
            Features("same", meaning=0.7, query_numbers=wanted, numbers=wanted),
        ]
    )
    assert [r.key for r in ranked] == ["same", "other"]


def test_rank_fuse_without_any_score_gives_zero() -> None:
    assert [(r.score, dict(r.score_parts)) for r in fuse([Features("x")])] == [(0.0, {})]
    assert fuse([]) == []
