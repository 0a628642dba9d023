from __future__ import annotations

from typing import Any

import pytest

from factcheck.extract.attribution import attributions
from factcheck.extract.quoting import Quoted

TEXT = "“All is well,” she said.\n\nHe read “The Long Road” and left. “No.”"


def test_quoting_finds_what_covers_an_offset() -> None:
    quoted = Quoted(TEXT)
    covered = [quoted.at(offset) for offset in range(len(TEXT))]
    for number, quotation in enumerate(quoted.all):
        assert [k for k, n in enumerate(covered) if n == number] == list(range(quotation.start, quotation.end))


def test_quoting_finds_what_overlaps_a_span() -> None:
    quoted = Quoted(TEXT)
    for start in range(len(TEXT)):
        for end in range(start + 1, len(TEXT) + 1, 7):
            wanted = [k for k, q in enumerate(quoted.all) if q.start < end and start < q.end]
            assert quoted.over(start, end) == wanted


def test_quoting_tells_paragraphs() -> None:
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
def test_quoting_tells_words_said_from_names(text: str, expected: bool) -> None:
    assert Quoted(text).utterance(0) is expected


@pytest.mark.parametrize(
    ("text", "source", "quoted"),
    [
        (
            "“One guy came in and said we should leave,” said the woman, who like many in the town did not want to be "
            "named because she feared for her safety.",
            "the woman, who like many in the town",
            "“One guy came in and said we should leave,”",
        ),
        (
            "“I think one has to ask, is this a priority for the two of them?” Holm said at a meeting, according to the "
            "Sallow Sun.",
            "Holm",
            "“I think one has to ask, is this a priority for the two of them?”",
        ),
        (
            "“We had 23 million people,” Holm said, referring to the Sept. 16 debate at the hall. “How about we do this: I "
            "won’t come unless they pay me $5 million?”",
            "Holm",
            "“How about we do this: I won’t come unless they pay me $5 million?”",
        ),
        (
            "“It’s cool working there,” she said, describing how she puts together “mixers,” batches of rods that steer "
            "the air. “And when you do it for 60 hours a week, people are like family.”",
            "she",
            "“And when you do it for 60 hours a week, people are like family.”",
        ),
    ],
)
def test_quoting_finds_who_speaks(nlp: Any, text: str, source: str, quoted: str) -> None:
    parts = [
        (found.source.text, text[start:end])
        for found in attributions(nlp(text))
        if found.source
        for start, end in found.content.spans
    ]
    assert (source, quoted) in parts
