from __future__ import annotations

from typing import Any

import pytest

from factcheck.extract.attribution import attributions
from factcheck.extract.speakers import resolve


def _names(nlp: Any, text: str) -> list[tuple[str, str | None, bool] | None]:
    doc = nlp(text)
    return [s and (s.name, s.body, s.anonymous) for s in resolve(attributions(doc), doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Harbour police spokeswoman Lena Marsh said 14 boats sank. Marsh added that nobody died. "
            "She said the wind had been strong.",
            [("Lena Marsh", "Harbour police", False)] * 3,
        ),
        (
            "The mayor, Tomas Reed, said 300 homes were planned. The mayor said building would start in May.",
            [("Tomas Reed", None, False)] * 2,
        ),
        (
            "Norland Finance Minister Petra Holm said taxes would fall. The Norland Finance Ministry has seen worse. "
            "The finance minister said that was fair.",
            [("Petra Holm", "Norland Finance Ministry", False)] * 2,
        ),
        (
            "Carol Diaz, chief executive of Bluewater Foods, said profits fell. “We are not closing plants,” she said.",
            [("Carol Diaz", "Bluewater Foods", False)] * 2,
        ),
        (
            "“I never signed it,” said John Okoro, a spokesman for the Lakeside Union.",
            [("John Okoro", "Lakeside Union", False)],
        ),
        ("Kim said that he would resign. Lee Kim was elected in 2019.", [("Lee Kim", None, False)]),
    ],
)
def test_speakers_gives_the_fullest_name_and_the_body(nlp: Any, text: str, expected: list[Any]) -> None:
    assert _names(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Northern Rail Authority bought 40 trains. It said they would run by June.",
            [("Northern Rail Authority", "Northern Rail Authority", False)],
        ),
        (
            "According to the Institute for Tides, sea levels rose. The institute said more was to come.",
            [("Institute for Tides", "Institute for Tides", False)] * 2,
        ),
        (
            "Canada said the Senate, despite its denials, had sold a bridge.",
            [("Canada", "Canada", False), ("Senate", "Senate", False)],
        ),
    ],
)
def test_speakers_knows_bodies(nlp: Any, text: str, expected: list[Any]) -> None:
    assert _names(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("A senior military officer said 20 tanks were lost.", "A senior military officer", None),
        ("Officials said 20 tanks were lost.", "Officials", None),
        ("A Norwegian army spokesman said 20 tanks were lost.", "A Norwegian army spokesman", "Norwegian army"),
    ],
)
def test_speakers_marks_names_withheld(nlp: Any, text: str, name: str, body: str | None) -> None:
    assert _names(nlp, text) == [(name, body, True)]


def test_speakers_the_official_is_the_one_described_before(nlp: Any) -> None:
    text = "A senior official at the health agency said 20 people fell ill. The official said more would."
    first, second = _names(nlp, text)
    assert first == second == ("A senior official at the health agency", "health agency", True)


def test_speakers_two_of_one_surname_are_kept_apart(nlp: Any) -> None:
    text = "Susan Baker and Paul Baker met. Susan Baker said the dose was safe. Paul Baker said it was not."
    assert [found[0] for found in _names(nlp, text) if found] == ["Susan Baker", "Paul Baker"]


def test_speakers_guesses_nobody(nlp: Any) -> None:
    assert _names(nlp, "She said the dose was safe.") == [("She", None, False)]


def test_speakers_one_for_each_attribution(nlp: Any) -> None:
    doc = nlp("The dam is expected to hold. Reed said it would. Critics said it would not.")
    found = attributions(doc)
    speakers = resolve(found, doc)
    assert [s is None for s in speakers] == [a.source is None for a in found]
    for speaker in speakers:
        assert speaker is None or doc.text[speaker.start : speaker.end] == speaker.text


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("A survey by the Norland Institute found that 41 percent agree.", "Norland Institute", "Norland Institute"),
        ("Paul Weir, a military adviser, said 20 tanks were lost.", "Paul Weir", None),
    ],
)
def test_speakers_are_who_made_the_survey_and_speak_for_named_bodies(
    nlp: Any, text: str, name: str, body: str | None
) -> None:
    found = _names(nlp, text)[0]
    assert found is not None
    assert found[:2] == (name, body)


def test_speakers_a_council_of_the_city_is_no_other_council(nlp: Any) -> None:
    text = "The Security Council met on Monday. In Sallow, 12 people died, according to the city council."
    (found,) = [one for one in _names(nlp, text) if one is not None]
    assert found[0] == "the city council"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Norland’s Ministry of Defence said 40 boats sank. The ministry said more were lost.",
            ["Norland’s Ministry of Defence"] * 2,
        ),
        (
            "The Civil Rescue Service of Canada said 40 boats sank. The Civil Rescue Service said more were lost.",
            ["Civil Rescue Service of Canada"] * 2,
        ),
        ("A Harbour Institute poll found that 41 percent agree.", ["A Harbour Institute poll"]),
        (
            "A Norland poll of 900 voters found that 41 agree. The poll found that 20 do not.",
            ["A Norland poll of 900 voters"] * 2,
        ),
        (
            "Mr. Holm said 40 jobs would go. Petra Holm smiled. Mrs. Holm said that 50 would.",
            ["Mr. Holm", "Mrs. Holm"],
        ),
        (
            "Five aid workers were in the camp. She met three divers, all of whom said that the boats were lost.",
            ["three divers"],
        ),
    ],
)
def test_speakers_names_as_full_as_the_document_gives(nlp: Any, text: str, names: list[str]) -> None:
    assert [found[0] for found in _names(nlp, text) if found] == names


def test_speakers_from_a_body_speaks_for_it(nlp: Any) -> None:
    text = "Christopher Reed from the Norland Relief Agency said 40 boats sank."
    assert _names(nlp, text) == [("Christopher Reed", "Norland Relief Agency", False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sparna AB cut 300 jobs in May. Sales at Sparna fell by 12 percent. The company lost 40 million kronor, "
            "chief executive Henrik Sand told reporters.",
            ("Henrik Sand", "Sparna AB", False),
        ),
        (
            "Sparna AB cut 300 jobs in May. Rival Tollvik Group cut 200. The market shrank by 4 percent, chief "
            "executive Henrik Sand said.",
            ("Henrik Sand", None, False),
        ),
    ],
)
def test_speakers_chief_executive_leads_the_one_firm_of_the_text(nlp: Any, text: str, expected: Any) -> None:
    assert _names(nlp, text)[-1] == expected


def test_speakers_closing_pronoun_is_the_body_its_clause_speaks_of(nlp: Any) -> None:
    doc = nlp(
        "The Harbour Agency said on Monday that 40 boats were checked. The Harbour Agency added that 4 sank.\n\n"
        "The operator has paid all of its 40 million kronor of debts, it insists."
    )
    found = attributions(doc)
    names = {one.cue.lemma: who.name for one, who in zip(found, resolve(found, doc), strict=True) if who}
    assert names["insist"] == "The operator"


def test_speakers_name_between_commas_behind_an_office(nlp: Any) -> None:
    doc = nlp("The head of the council, Marin, said the bridge would cost 40 million. Marin said 40 people were hired.")
    found = attributions(doc)
    assert [who.name for who in resolve(found, doc) if who] == ["Marin", "Marin"]


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        ("Lena Marsh said that the new results suggest that the vote is split.", "suggest", "Lena Marsh"),
        ("Lena Marsh said it was hard to say that the vote is split.", "say", "Lena Marsh"),
        ("Lena Marsh said a letter shows that the vote is split.", "show", "a letter"),
        ("Lena Marsh said Tomas Reed claims that the vote is split.", "claim", "Tomas Reed"),
    ],
)
def test_speakers_things_within_a_statement_leave_it_to_who_makes_it(nlp: Any, text: str, cue: str, name: str) -> None:
    doc = nlp(text)
    found = attributions(doc)
    names = {one.cue.lemma: who.name for one, who in zip(found, resolve(found, doc), strict=True) if who}
    assert names[cue] == name
