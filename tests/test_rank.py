from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.rank import WEIGHTS, WEIGHTS_OF_POSTS, Features, best_window, foremost, fuse, latin, longest_run, rarest

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
    assert ranked[0].key == "both"


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


_words = st.lists(st.sampled_from("the ferry sank off a northern cape in june".split()), max_size=12)


@pytest.mark.parametrize(
    ("words", "there", "share"),
    [
        ("the ferry sank", "yesterday the ferry sank quickly", 1.0),
        ("the ferry sank", "sank the ferry", 2 / 3),
        ("the ferry sank", "nothing of it", 0.0),
        ("ferry ferry", "ferry", 1.0),
    ],
)
def test_rank_longest_run_is_word_by_word(words: str, there: str, share: float) -> None:
    rarity = dict.fromkeys(words.split(), 1.0)
    assert longest_run(words.split(), there.split(), rarity) == pytest.approx(share)


def test_rank_best_window_wants_words_close_together() -> None:
    rarity = {"ferry": 2.0, "cape": 1.0, "june": 1.0}
    apart = ["ferry", *["x"] * 50, "cape", "june"]
    assert best_window(rarity, apart, size=10) == pytest.approx(0.5)
    assert best_window(rarity, apart, size=100) == pytest.approx(1.0)


@given(_words, _words, st.integers(1, 12))
def test_rank_best_window_is_what_trying_every_stretch_gives(words: list[str], there: list[str], size: int) -> None:
    rarity = {word: float(len(word)) for word in words}
    whole = sum(rarity.values())
    tried = [
        sum(rare for word, rare in rarity.items() if word in there[start : start + size]) for start in range(len(there))
    ]
    assert best_window(rarity, there, size=size) == pytest.approx(max(tried, default=0.0) / whole if whole else 0.0)


@given(_words, _words)
def test_rank_longest_run_is_between_nothing_and_all(words: list[str], there: list[str]) -> None:
    rarity = dict.fromkeys(words, 1.0)
    found = longest_run(words, there, rarity)
    assert 0.0 <= found <= 1.0
    assert (found > 0) == bool(set(words) & set(there))


def test_rank_rarest_are_the_words_that_tell_most() -> None:
    assert list(rarest({"the": 0.1, "ferry": 3.0, "cape": 2.0}, few=2)) == ["ferry", "cape"]


def test_rank_foremost_lets_each_index_speak_where_it_stands_out() -> None:
    crowd = [Features(f"m{n:02}", meaning=0.5, words=1.0) for n in range(20)]
    order = foremost([*crowd, Features("rare", meaning=0.4, words=30.0), Features("near", meaning=0.9)])
    assert set(order[:2]) == {"rare", "near"}
    assert foremost([]) == []


def test_rank_tables_weigh_the_same_parts() -> None:
    assert list(WEIGHTS) == list(WEIGHTS_OF_POSTS)


@pytest.mark.parametrize(
    ("text", "share"),
    [("plain", 1.0), ("déjà vu", 1.0), ("", 1.0), ("42 %", 1.0), ("मुंबई", 0.0), ("Киев", 0.0), ("ab дв", 0.5)],
)
def test_rank_latin_tells_the_share_of_latin_letters(text: str, share: float) -> None:
    assert latin(text) == pytest.approx(share)


def test_rank_fuse_of_two_that_quote_alike_the_one_in_the_script_asked_in_is_first() -> None:
    ranked = fuse(
        [Features("a", words=9.0, run=1.0, script=0.0), Features("b", words=9.0, run=0.9, script=1.0)],
        weights=WEIGHTS_OF_POSTS,
    )
    assert ranked[0].key == "b"


def test_rank_foremost_of_a_post_keeps_what_either_index_puts_first() -> None:
    crowd = [Features(f"m{n:02}", meaning=0.8 - n / 1000) for n in range(40)]
    order = foremost([*crowd, Features("words", meaning=0.0, words=20.0), Features("w2", words=3.0)], post=True)
    assert set(order[:3]) >= {"words", "m00"}
    assert sorted(order) == sorted({*(one.key for one in crowd), "words", "w2"})
