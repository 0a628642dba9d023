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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polisen uppgav att 31 personer dödades.", "sv"),
        ("Meghalt 31 ember a városban hétfőn este.", "hu"),
        ("A folyó a városban három napja árad, és a híd is le van zárva.", "hu"),
        ("Murieron 58 personas en la ciudad.", "es"),
        ("58 gewonden bij ongeluk", "nl"),
        ("В городе 58 погибших.", "ru"),
        ("31 dead in Sallow flood", None),
        ("Rents up 4%", None),
        ("Fatah shells Ashkelon", None),
        ("Ola Brandt, mayor", None),
    ],
)
def test_language_of_a_few_words_is_told_only_beyond_doubt(text: str, expected: str | None) -> None:
    assert language(text) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Le ministère a annoncé que 4 000 personnes ont été tuées lundi, selon la police.",
        "Das Ministerium teilte mit, dass am Montag 31 Menschen getötet worden waren.",
        "El gobierno dijo que el 4,2% de los trabajadores perdió su empleo en marzo.",
        "O governo disse que 12 mil pessoas deixaram a cidade na terça-feira de manhã.",
        "Il ministro ha detto che 300 persone sono state arrestate lunedì nella città.",
        "De politie meldde dat 58 mensen gewond raakten bij het ongeluk op de brug.",
        "Bakanlık, pazartesi günü 31 kişinin öldüğünü ve köprünün kapandığını açıkladı.",
        "Ministerstwo podało, że w poniedziałek zginęło 31 osób, a most został zamknięty.",
        "В министерстве сообщили, что в понедельник погиб 31 человек.",
        "قالت الوزارة إن 31 شخصا قتلوا في المدينة يوم الاثنين.",
        "政府称，周一约有三千人在洪水中受伤，桥梁已经关闭。",
    ],
)
def test_language_a_foreign_sentence_within_a_paragraph_is_reported_and_not_read(nlp: Language, sentence: str) -> None:
    text = f"{ENGLISH} {sentence} Mira Holt said the quay would cost $4 million."
    found = extract(Document(id="d", text=text, raw=b"", sha256="", raw_sha256=""))
    low, high = text.index(sentence), text.index(sentence) + len(sentence)
    assert len(found.claims) == 2
    assert not [claim for claim in found.claims if claim.start < high and low < claim.end]
    assert found.notes[0].startswith("1 passage is in another language")


def test_language_a_foreign_quotation_is_its_speakers(nlp: Language) -> None:
    text = "Mira Holt said “Nous avons perdu 40 bateaux depuis lundi” at a rally."
    (claim,) = extract(Document(id="d", text=text, raw=b"", sha256="", raw_sha256="")).claims
    assert claim.speaker is not None
    assert claim.speaker.name == "Mira Holt"


def test_language_an_address_is_in_none() -> None:
    assert other_language("www. harbourtown. example / verwaltung / jahresberichte / ergebnisse / download") is None


def test_language_of_a_whole_text() -> None:
    assert (language(ENGLISH), language(GERMAN)) == ("en", "de")


def test_language_a_foreign_paragraph_is_reported_and_not_read(nlp: Language) -> None:
    text = "\n\n".join([ENGLISH, GERMAN, "Mira Holt, the mayor, said the quay would cost $4 million."])
    found = extract(Document(id="d", text=text, raw=b"", sha256="", raw_sha256=""))
    low, high = text.index(GERMAN), text.index(GERMAN) + len(GERMAN)
    assert found.claims
    assert not [claim for claim in found.claims if claim.start < high and low < claim.end]
    assert found.notes == ("1 passage is in another language (de): only English is read.",)
