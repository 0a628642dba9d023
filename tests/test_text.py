from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import fingerprint, normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It’s  over”", '"it\'s over"'),
        ("2,000–4,000", "2,000-4,000"),
        ("ﬁre\u00a0at\tnight", "fire at night"),
        ("co\u00adoperate", "cooperate"),
        ("STRASSE straße", "strasse strasse"),
        ("", ""),
    ],
)
def test_text_normalise_unifies(text: str, expected: str) -> None:
    assert normalise(text) == expected


@given(st.text())
def test_text_normalise_is_idempotent(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(st.characters(max_codepoint=127)))
def test_text_normalise_of_ascii_is_that_of_any_text(text: str) -> None:
    assert normalise(text) == normalise(text + " é").removesuffix("é").rstrip()


def test_text_fingerprint_is_sha256_of_utf8() -> None:
    assert fingerprint("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert fingerprint("\ud800") != fingerprint("\ud801")
