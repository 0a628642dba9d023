from __future__ import annotations

import pytest

from factcheck.extract.candidates import Candidates, can_hold_claim
from factcheck.extract.sentences import sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "The dam cost 40 million.",
        "Two men left.",
        "She said so.",
        "“Leave,” he cried.",
        "A majority stayed.",
        "He denied it.",
        "Officials are confident of it.",
        "In my view the wall holds.",
        "Rents doubled.",
    ],
)
def test_candidates_keep_what_can_hold_a_claim(sentence: str) -> None:
    assert can_hold_claim(sentence, 0, len(sentence))


@pytest.mark.parametrize(
    "sentence", ["The valley is green.", "The mill is old and empty.", "", "Water ran over the road."]
)
def test_candidates_leave_out_the_rest(sentence: str) -> None:
    assert not can_hold_claim(sentence, 0, len(sentence))


def test_candidates_look_inside_the_given_span_only() -> None:
    text = "The valley is green. It cost 40 million."
    assert not can_hold_claim(text, 0, 20)


def test_candidates_keep_a_full_name_that_is_needed_elsewhere() -> None:
    text = "Ola Brandt owns the mill. The valley is green. The fire, Brandt said, was small."
    cut = list(sentences(text, 0, len(text)))
    assert Candidates(text).among(cut) == [0, 2]


def test_candidates_keep_the_sentence_before_a_pronoun() -> None:
    text = "The bridge is old. The mayor lives near it. She said it would fall."
    assert Candidates(text).among(list(sentences(text, 0, len(text)))) == [1, 2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One here. Two there.", ["One here.", "Two there."]),
        ("Mr. Brandt left. Dr. Holm came.", ["Mr. Brandt left.", "Dr. Holm came."]),
        ("The U.S. Army came. It left.", ["The U.S. Army came.", "It left."]),
        ("“Go.” He went.", ["“Go.”", "He went."]),
        ("He paid 4.5 million. Then he left!", ["He paid 4.5 million.", "Then he left!"]),
        ("“Why?” he asked.", ["“Why?” he asked."]),
        ("no end", ["no end"]),
        ("", []),
    ],
)
def test_sentences_are_cut_with_care(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == expected
