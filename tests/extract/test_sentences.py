from __future__ import annotations

import pytest

from factcheck.extract.sentences import sentences


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("It rained. Ola left.", ["It rained.", "Ola left."]),
        ("Mr. Brandt met Gen. Li. They spoke.", ["Mr. Brandt met Gen. Li.", "They spoke."]),
        ("“Go!” she cried. He went…  Then?", ["“Go!” she cried.", "He went…", "Then?"]),
        ("It fell ... Then it rose.", ["It fell ...", "Then it rose."]),
        ("No end", ["No end"]),
        ("", []),
    ],
)
def test_sentences_are_cut_where_one_surely_ends(text: str, cut: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == cut


def test_sentences_look_at_a_long_line_of_dots_once() -> None:
    text = "He left. " + "." * 200_000 + "x She stayed. It rained."  # went with the square of the dots: hours
    assert [text[start:end][-9:] for start, end in sentences(text, 0, len(text))] == ["e stayed.", "t rained."]
