from __future__ import annotations

import pytest

from factcheck.extract.quotes import paragraphs
from factcheck.extract.reading import windows

NEWS = "Ola Brandt said 31 people had died."


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        f"{NEWS}\n\nIt rained.\n\n{NEWS}",
        f"{NEWS} {'“' * 5_000}{NEWS}",
        f"{'x1,' * 400} {NEWS} {'=' * 900}",
        f"{NEWS}\r\n\r\n\t{NEWS} \u00a0\u0301 {NEWS}",
    ],
)
def test_reading_keeps_every_offset(text: str) -> None:
    for window in windows(text, paragraphs(text)):
        assert window.doc.text == text[window.start : window.start + len(window.doc.text)]
        assert "Ola Brandt" in window.doc.text


@pytest.mark.usefixtures("nlp")
def test_reading_parses_no_run_of_signs_that_is_no_word() -> None:
    text = f"{NEWS} {'“' * 5_000} {NEWS}"
    (window,) = windows(text, paragraphs(text))
    assert len(window.doc) < 30  # each sign would be a token, found in time that goes with the square of the run


@pytest.mark.usefixtures("nlp")
def test_reading_leaves_out_what_can_hold_no_claim() -> None:
    text = f"It rained on the old harbour town again.\n\n{NEWS}"
    (window,) = windows(text, paragraphs(text))
    assert [token.text for token in window.doc if token.tag_][:2] == ["Ola", "Brandt"]


@pytest.mark.usefixtures("nlp")
def test_reading_what_is_not_parsed_is_no_part_of_the_sentence_before() -> None:
    furniture = "Sign up here for 9 newsletters"
    text = f"{NEWS}\n\n{furniture}\n\n{NEWS}"
    blocks = [block for block in paragraphs(text) if text[slice(*block)] != furniture]
    (window,) = windows(text, blocks)
    assert [sentence.text.strip() for sentence in window.doc.sents if sentence.text.strip()] == [NEWS, furniture, NEWS]
