from __future__ import annotations

from typing import Any

import pytest

from factcheck.extract.people import Cast


def test_people_surname_leads_to_full_name_and_office(nlp: Any) -> None:
    doc = nlp("Harbour police spokeswoman Lena Marsh said 14 boats sank. Marsh added that nobody died.")
    cast = Cast(doc)
    (person,) = {m.entity for m in cast.mentions if m.entity.kind == "person"}
    assert (person.name, person.body, person.gender) == ("Lena Marsh", "Harbour police", "f")
    assert cast.office_holder(frozenset({"spokeswoman"}), len(doc)) is person


def test_people_bodies_called_by_its_noun(nlp: Any) -> None:
    cast = Cast(nlp("The Northern Rail Authority bought trains. The Lake Council did not."))
    found = cast.bodies.called("authority")
    assert found is not None
    assert found.name == "Northern Rail Authority"
    assert cast.bodies.called("ministry") is None


@pytest.mark.parametrize(
    ("text", "name", "line"),
    [
        (
            "Its treasurer, Rose-Marie Tull, denied that 80 posts would go.",
            "Rose-Marie Tull",
            "Rose-Marie Tull denied that 80 posts would go.",
        ),
        (
            "The minister, Hassan Al-Sayed, denied that 12 boats had sunk.",
            "Hassan Al-Sayed",
            "The minister, Hassan Al-Sayed, denied that 12 boats had sunk.",
        ),
        (
            "The chairman, Shaun O'Neil, denied that 80 posts would go.",
            "Shaun O'Neil",
            "The chairman, Shaun O'Neil, denied that 80 posts would go.",
        ),
    ],
)
def test_people_names_keep_the_text_s_own_characters(nlp: Any, text: str, name: str, line: str) -> None:
    from factcheck.extract import extract
    from factcheck.model import Document

    found = extract(Document(id="d", text=text, raw=b"", sha256="", raw_sha256="")).claims[-1]
    assert found.speaker is not None
    assert found.speaker.name == name
    assert name in text
    assert found.restated == line
