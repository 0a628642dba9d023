from __future__ import annotations

import pytest

from factcheck.extract.names import name_words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Lena Marsh", ("Lena", "Marsh")),
        ("Sen. Lena Marsh", ("Lena", "Marsh")),
        ("Mr. Reed 's", ("Reed",)),
        ("Tomas Reed Jr.", ("Tomas", "Reed")),
        ("Ludwig van der Berg", ("Ludwig", "van", "der", "Berg")),
        ("Mr.", ()),
        ("the man", ()),
    ],
)
def test_names_are_cut_from_titles_and_suffixes(words: str, expected: tuple[str, ...]) -> None:
    assert name_words(words.split()) == expected
