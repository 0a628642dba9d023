from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.quotes import paragraphs, quotations


def _inner(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” she said.", ["We won,"]),
        ('"We won," she said. "By a mile."', ["We won,", "By a mile."]),
        ("He called it “good” and “cheap.”", ["good", "cheap."]),
        ("«Nous partons», he said.", ["Nous partons"]),
        ("„Wir gehen“, he said.", ["Wir gehen"]),
        ("''We won,'' she said.", ["We won,"]),
        ("``We won,'' she said.", ["We won,"]),
        ("‘We won,’ she said, ‘and it’s the boys’ cup.’", ["We won,", "and it’s the boys’ cup."]),
        ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),
        ('The 6" pipe cost "a fortune," he said.', ["a fortune,"]),
        ('"We won,” he said.', ["We won,"]),
        ("No marks here, it's said.", []),
        ("", []),
    ],
)
def test_quotes_pairs_marks(text: str, expected: list[str]) -> None:
    assert _inner(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An odd “ mark here.\n\n“All is well,” she said.", ["All is well,"]),
        ("An odd ” mark here. “All is well,” she said.", ["All is well,"]),
        ('An odd 5" mark.\n\n"All is well," she said.', ["All is well,"]),
        ("He said “no and left. “All is well,” she said.\n\n“Truly,” he said.", ["All is well,", "Truly,"]),
    ],
)
def test_quotes_odd_mark_costs_one_quotation(text: str, expected: list[str]) -> None:
    assert _inner(text) == expected


def test_quotes_of_several_paragraphs_are_one() -> None:
    text = "“The first part.\n\n“The second part.\n\n“The third,” she said.\n\nHe left."
    (only,) = quotations(text)
    assert (only.start, text[only.inner_end - 6 : only.inner_end]) == (0, "third,")


def test_quotes_unclosed_whole_paragraph_is_kept() -> None:
    text = "“We shall rebuild every house.\n\nThe mayor then left."
    assert _inner(text) == ["We shall rebuild every house."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\nTwo.", ["One.", "Two."]),
        (
            "This text was wrapped by hand so that\nevery line stops somewhere in the\nmiddle and goes on below it\nto the end.",
            [
                "This text was wrapped by hand so that\nevery line stops somewhere in the\nmiddle and goes on below it\nto the end."
            ],
        ),
        ("  \n ", []),
    ],
)
def test_quotes_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[s:e] for s, e in paragraphs(text)] == expected


@given(st.text(alphabet="ab .,\n\r\"“”‘’«»'`é😀", max_size=200))
def test_quotes_spans_are_ordered_and_inside(text: str) -> None:
    at = 0
    for q in quotations(text):
        assert at <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
        at = q.end


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("`` Two of us were hurt,'' he said.", [" Two of us were hurt,"]),
        ("“ The chief came, ” Owen said. “ He left. ”", [" The chief came, ", " He left. "]),
        (
            "She said:\n“I never minded.\nI felt normal.\nIt paid well.”\nShe left.",
            ["I never minded.\nI felt normal.\nIt paid well."],
        ),
        ("She said:\n“I never minded.\nHe calls her “kind”.", ["I never minded.", "kind"]),
    ],
)
def test_quotes_set_apart_or_line_by_line(text: str, inner: list[str]) -> None:
    assert [text[one.inner_start : one.inner_end] for one in quotations(text)] == inner
