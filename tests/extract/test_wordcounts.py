from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.wordcounts import WordLists

LISTS = WordLists(
    {
        "rise": "ris* rose go_up",
        "we": "we we've",
        "time": "in_the_end two-thirds year",
        "must": "can't can",
    }
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rents rose and are rising", {"rise": 2}),
        ("prices go up, we go upstairs", {"rise": 1, "we": 1}),
        ("we've seen; we'd go", {"we": 2}),
        ("it can't, it can", {"must": 2}),
        ("the year's end", {"time": 1}),
        ("in the end two-thirds left", {"time": 2}),
        ("in the", {}),
        ("", {}),
    ],
)
def test_wordcounts_counts_words_beginnings_and_phrases(text: str, expected: dict[str, int]) -> None:
    assert LISTS.counts(text) == expected


@settings(deadline=None)
@given(st.text(max_size=60))
def test_wordcounts_reads_any_text(text: str) -> None:
    assert all(times > 0 for times in LISTS.counts(text.lower()).values())
