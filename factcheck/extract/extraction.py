"""What extraction gives back; apart from the code that makes it, so that naming the type loads no parser."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Claim


@dataclass(frozen=True, slots=True)
class Extraction:
    """The claims of one document.

    Attributes:
        claims: in the order of the text; every span of each indexes ``Document.text``.
        language: ISO 639-1 code, or None where it could not be told.
        notes: one line each on what was not read and why.
    """

    claims: tuple[Claim, ...]
    language: str | None
    notes: tuple[str, ...] = ()
