from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.extract import extract
from factcheck.extract.language import language, other_language
from factcheck.model import Document

if TYPE_CHECKING:
    from spacy.language import Language

GERMAN = (
    "Die Fähre hat nach Angaben der Behörde im vergangenen Jahr 4,2 Millionen Fahrgäste befördert, so viele wie nie."
)
ENGLISH = "The harbour authority said that the ferry carried 4.2 million passengers last year."


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (GERMAN, "de"),
        (
            "Le ministère a déclaré que le pont serait fermé pendant trois mois et que les travaux coûteraient cher.",
            "fr",
        ),
        ("Министерство сообщило, что в прошлом году мост пересекли два миллиона человек.", "ru"),
        (ENGLISH, None),
        (ENGLISH.upper(), None),
        ("Mira Holt, Jonas Ferrant, Ada Quill, Piet van der Loo, Lucía Ramos, Henrik Sørensen, Zoë Ó Briain", None),
        ("Total 12 14 19 | Wages 4 5 6 | Rents 1 2 3", None),
        ("", None),
    ],
)
def test_language_of_a_paragraph(paragraph: str, expected: str | None) -> None:
    assert other_language(paragraph) == expected


def test_language_of_a_whole_text() -> None:
    assert (language(ENGLISH), language(GERMAN)) == ("en", "de")


def test_language_a_foreign_paragraph_is_reported_and_not_read(nlp: Language) -> None:
    text = "\n\n".join([ENGLISH, GERMAN, "Mira Holt, the mayor, said the quay would cost $4 million."])
    found = extract(Document(id="d", text=text, raw=b"", sha256="", raw_sha256=""))
    low, high = text.index(GERMAN), text.index(GERMAN) + len(GERMAN)
    assert found.claims
    assert not [claim for claim in found.claims if claim.start < high and low < claim.end]
    assert found.notes == ("1 paragraph is in another language (de): only English is read.",)
