from __future__ import annotations

import pytest

from factcheck.extract.quoted import Quoted

TEXT = "“All is well,” she said.\n\nHe read “The Long Road” and left. “No.”"


def test_quoted_finds_what_covers_an_offset() -> None:
    quoted = Quoted(TEXT)
    covered = [quoted.at(offset) for offset in range(len(TEXT))]
    for number, quotation in enumerate(quoted.all):
        assert [k for k, n in enumerate(covered) if n == number] == list(range(quotation.start, quotation.end))


def test_quoted_finds_what_overlaps_a_span() -> None:
    quoted = Quoted(TEXT)
    for start in range(len(TEXT)):
        for end in range(start + 1, len(TEXT) + 1, 7):
            wanted = [k for k, q in enumerate(quoted.all) if q.start < end and start < q.end]
            assert quoted.over(start, end) == wanted


def test_quoted_tells_paragraphs() -> None:
    quoted = Quoted(TEXT)
    assert (quoted.paragraph(3), quoted.paragraph(TEXT.index("He read"))) == (0, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“All is well here now,” she said.", True),
        ("“No,” she said.", True),
        ("“Never again.”", True),
        ("He wrote “The Long Road.”", False),
        ("a “special” day", False),
        ("the so-called “big tent” plan", False),
    ],
)
def test_quoted_tells_words_said_from_names(text: str, expected: bool) -> None:
    assert Quoted(text).utterance(0) is expected
