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
        ("The mine sold 1,600 t. Wages rose.", ["The mine sold 1,600 t.", "Wages rose."]),
        ("It paid $5 m. The bank paid 3.", ["It paid $5 m.", "The bank paid 3."]),
        ("The wall is 12 ft. Nobody knows why.", ["The wall is 12 ft.", "Nobody knows why."]),
        ("He lives at No. 5 Holt Road.", ["He lives at No. 5 Holt Road."]),
        ("See p. 12 of it; it ends at 5 p.m. Monday.", ["See p. 12 of it; it ends at 5 p.m. Monday."]),
        ("Tarn won 3 v. Holt and 2 vs. Sorvik.", ["Tarn won 3 v. Holt and 2 vs. Sorvik."]),
        ("J. F. Li met 3 St. Mary nuns.", ["J. F. Li met 3 St. Mary nuns."]),
        ("He had 5 kg. of rice.", ["He had 5 kg. of rice."]),
        ("No end", ["No end"]),
        ("", []),
    ],
)
def test_sentences_are_cut_where_one_surely_ends(text: str, cut: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == cut


def test_sentences_look_at_a_long_line_of_dots_once() -> None:
    text = "He left. " + "." * 200_000 + "x She stayed. It rained."  # went with the square of the dots: hours
    assert [text[start:end][-9:] for start, end in sentences(text, 0, len(text))] == ["e stayed.", "t rained."]
