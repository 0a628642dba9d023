"""Two passages as somebody types them, read and compared: what a rule must make of real sentences."""

from __future__ import annotations

import pytest

from factcheck.pipeline.passages import Passage, compare_passages

TAKEN_BACK = [
    ("The institute estimated that 2,400 hectares had burnt.", "The institute withdrew its estimate of 2,400 hectares burnt."),
    ("Mayor Dora Venn said 17 homes had burnt down.", "Venn took back her figure of 17 homes burnt down."),
    ("Witness Ola Brandt said 14 vans were burnt.", "Ola Brandt withdrew his statement that 14 vans were burnt."),
    ("The ferry line said 90 crew would be laid off.", "The ferry line walked back its claim that 90 crew would be laid off."),
    ("The council said 640 trees were felled.", "The council said its earlier figure of 640 trees felled was wrong."),
]  # fmt: skip
NOT_TAKEN_BACK = [
    ("The council said 640 trees were felled.", "Campaigners said the council was right: 640 trees were felled."),
    ("The council said 640 trees were felled.", "Campaigners said their figure of 300 trees felled was wrong."),
]


@pytest.mark.parametrize(("said", "later"), TAKEN_BACK)
def test_relations_of_texts_taken_back_by_who_said_it(nlp: object, said: str, later: str) -> None:
    a, b = Passage(said, date="2024-05-02"), Passage(later, date="2024-05-04")
    assert compare_passages(a, b).relation == "withdrawn"
    assert compare_passages(b, a).relation == "withdrawn"


@pytest.mark.parametrize(("said", "later"), NOT_TAKEN_BACK)
def test_relations_of_texts_only_its_speaker_takes_back(nlp: object, said: str, later: str) -> None:
    assert compare_passages(Passage(said, date="2024-05-02"), Passage(later, date="2024-05-04")).relation != "withdrawn"
