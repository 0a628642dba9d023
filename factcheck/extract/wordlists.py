"""Tables of words written as running text: easier to read and to review than one quoted word a line."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of ``text``, parted by white space."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of ``text``, parted by "|", white space inside them made one space."""
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))
