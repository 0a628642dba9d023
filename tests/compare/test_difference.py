from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare import differing_parts
from factcheck.compare.tokens import tokens


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("31 people were killed", "58 people were killed", [("number", "31", "58")]),
        ("Police in Eastvale said so", "Police in Westvale said so", [("name", "Eastvale", "Westvale")]),
        ("It fell on Monday", "It fell on Tuesday", [("date", "Monday", "Tuesday")]),
        ("They opened the gates", "They never opened the gates", [("negation", None, "never")]),
        ("It may rise", "It will rise", [("words", "may", "will")]),
        ("It cost “$3m”", 'It cost "$3m"', []),
        ("Astley closed its school", "Dunmere closed its school", [("name", "Astley", "Dunmere")]),
    ],
)
def test_difference_parts(a: str, b: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = [(p.kind.value, p.a.text if p.a else None, p.b.text if p.b else None) for p in differing_parts(a, b)]
    assert found == expected


@given(st.text(), st.text())
def test_difference_spans_are_text(a: str, b: str) -> None:
    for part in differing_parts(a, b):
        assert part.a is not None or part.b is not None
        if part.a is not None:
            assert a[part.a.start : part.a.end] == part.a.text
        if part.b is not None:
            assert b[part.b.start : part.b.end] == part.b.text


@given(st.text())
def test_difference_of_a_text_with_itself_is_none(a: str) -> None:
    assert differing_parts(a, a) == []


@given(st.text())
def test_difference_tokens_are_text_in_order(a: str) -> None:
    listed = tokens(a)
    assert all(a[t.start : t.end] == t.text for t in listed)
    assert all(x.end <= y.start for x, y in pairwise(listed))
