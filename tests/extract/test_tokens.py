from __future__ import annotations

from typing import Any

import pytest

from factcheck.extract.arcs import segment
from factcheck.extract.tokens import Tokens, between, positions, starts_of, text_of

TEXT = "Twice  the price; No sales, no gains; the rest doubled. In Sallow it is DOUBLED again."


@pytest.mark.parametrize(
    ("attribute", "words", "expected"),
    [
        ("LOWER", ("no",), ["No", "no"]),
        ("LOWER", frozenset({"doubled", "twice"}), ["Twice", "doubled", "DOUBLED"]),
        ("ORTH", (";",), [";", ";"]),
        ("LOWER", ("halved",), []),
    ],
)
def test_tokens_positions_finds_words_in_order(nlp: Any, attribute: str, words: Any, expected: list[str]) -> None:
    doc = nlp(TEXT)
    assert [doc[at].text for at in positions(doc, attribute, words)] == expected


def test_tokens_positions_of_an_empty_parse_are_none(nlp: Any) -> None:
    assert positions(nlp.make_doc(""), "LOWER", ("no",)) == []


def test_tokens_between_takes_the_first_and_leaves_the_stop() -> None:
    assert between([1, 4, 6, 9], 4, 9) == [4, 6]
    assert between([], 0, 5) == []


def test_tokens_reads_a_sentence_as_the_parse_has_it(nlp: Any) -> None:
    doc = nlp(TEXT)
    assert text_of(doc) == TEXT
    assert starts_of(doc) == [token.idx for token in doc]
    for sentence in doc.sents:
        tokens = Tokens(sentence)
        assert tokens.text == sentence.text
        assert [tokens.start(token.i) + tokens.base for token in sentence] == [token.idx for token in sentence]


def test_tokens_segment_ends_at_semicolons_of_its_sentence(nlp: Any) -> None:
    doc = nlp(TEXT)
    told = {token.text: doc[slice(*segment(token))].text for token in doc}
    assert told["price"] == "Twice  the price"
    assert told["sales"] == told["gains"] == "No sales, no gains"
    assert told["doubled"].startswith("the rest doubled")
    assert ";" not in told["Sallow"]
