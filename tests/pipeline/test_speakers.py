"""Voices across documents over a real workspace: what is joined by itself, by a person, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.errors import NotFoundError, UsageError
from factcheck.model import RelationKind
from factcheck.pipeline import decide, ingest, ledger, speakers
from factcheck.pipeline.opening import open_workspace
from factcheck.workspace import Workspace
from tests.pipeline.conftest import find

TEXTS = {
    "Valley Post": ("2024-03-05", "The flood killed 40 people in Ostland, the Ostland Ministry of Defence said."),
    "Hill Radio": ("2024-03-07", "The flood killed 25 people in Ostland, Karlburg said on Thursday."),
    "Coast News": (
        "2024-03-08",
        "“We have sent 300 boats,” said General Ivo Brandt, a spokesman for the Ostland Defense Ministry.",
    ),
}
MINISTRY = "the Ostland Ministry of Defence"


@pytest.fixture
def spoken(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "spoken") as workspace:
        for outlet, (date, text) in TEXTS.items():
            ingest.ingest(workspace, ingest.from_text(text, outlet=outlet, date=date))
        yield workspace


def _name(workspace: Workspace, words: str) -> str:
    speaker = workspace.store.statement(find(workspace, words)).claim.speaker
    assert speaker is not None
    return speaker.name


def test_speakers_lists_every_name_once(spoken: Workspace) -> None:
    names = [one.name for one in speakers.voices(spoken)]
    assert len(set(names)) == len(names)
    assert _name(spoken, "40 people") in names
    assert [one.name for one in speakers.voices(spoken, named="karlb")] == [_name(spoken, "25 people")]


def test_speakers_joins_one_name_in_two_spellings_by_itself(spoken: Workspace) -> None:
    page = speakers.page(spoken, _name(spoken, "40 people"))
    said = {one.statement.outlet for one in page.said}
    assert said == {"Valley Post", "Coast News"}
    assert all(alias.event_id is None for alias in page.aliases)


def test_speakers_never_joins_by_guess_what_a_person_joins_by_one_event(spoken: Workspace) -> None:
    ministry, city = _name(spoken, "40 people"), _name(spoken, "25 people")
    assert city not in {one.name for one in speakers.page(spoken, ministry).aliases}
    event = speakers.join(spoken, city, ministry, person="Ada")
    page = speakers.page(spoken, city)
    assert page.name == ministry
    assert {one.statement.outlet for one in page.said} == set(TEXTS)
    assert [one.on for one in page.said] == sorted(one.on for one in page.said if one.on)
    joined = next(one for one in page.aliases if one.name == city)
    assert (joined.event_id, joined.person) == (event.id, "Ada")
    decide.undo(spoken, event.id, person="Ada")
    assert speakers.page(spoken, city).name == city


def test_speakers_joined_names_are_one_voice_to_the_rules(spoken: Workspace) -> None:
    earlier, later = find(spoken, "40 people"), find(spoken, "25 people")

    def relation() -> RelationKind:
        (beside,) = ledger.against(spoken, later)
        rows = [row for one in beside.rows for row in (one, *one.trail)]
        return next(row.relation.relation for row in rows if row.statement.claim_id == earlier)

    before = relation()
    event = speakers.join(spoken, _name(spoken, "25 people"), _name(spoken, "40 people"), person="Ada")
    assert relation() is RelationKind.REVISED_DOWN
    found = [one.relation.relation for one in ledger.conflicts(spoken)]
    assert RelationKind.REVISED_DOWN in found
    decide.undo(spoken, event.id, person="Ada")
    assert relation() is before is not RelationKind.REVISED_DOWN
    assert RelationKind.REVISED_DOWN not in [one.relation.relation for one in ledger.conflicts(spoken)]


def test_speakers_parted_names_are_no_longer_offered(spoken: Workspace) -> None:
    ministry = _name(spoken, "40 people")
    offered = [one.name for one in speakers.page(spoken, ministry).offers]
    assert offered
    event = speakers.part(spoken, offered[0], ministry, person="Ada")
    assert offered[0] not in {one.name for one in speakers.page(spoken, ministry).offers}
    decide.undo(spoken, event.id, person="Ada")
    assert offered[0] in {one.name for one in speakers.page(spoken, ministry).offers}


def test_speakers_page_filters_by_words_days_and_figures(spoken: Workspace) -> None:
    ministry = _name(spoken, "40 people")
    whole = speakers.page(spoken, ministry)
    assert whole.total == len(whole.said) == 2
    assert [one.statement.outlet for one in speakers.page(spoken, ministry, about="flood killed").said] == [
        "Valley Post"
    ]
    assert [one.statement.outlet for one in speakers.page(spoken, ministry, since="2024-03-06").said] == ["Coast News"]
    assert speakers.page(spoken, ministry, until="2020-01-01").said == ()
    assert all(one.figures for one in speakers.page(spoken, ministry, figures_only=True).said)
    with pytest.raises(NotFoundError):
        speakers.page(spoken, "Nobody At All")
    with pytest.raises(UsageError):
        speakers.page(spoken, ministry, since="soon")


def test_speakers_refuse_what_makes_no_sense(spoken: Workspace) -> None:
    ministry, city = _name(spoken, "40 people"), _name(spoken, "25 people")
    with pytest.raises(UsageError, match="one already"):
        speakers.join(spoken, city, city, person="Ada")
    with pytest.raises(NotFoundError):
        speakers.join(spoken, "Nobody At All", city, person="Ada")
    with pytest.raises(UsageError, match="name"):
        speakers.join(spoken, city, ministry, person="  ")
    speakers.join(spoken, city, ministry, person="Ada")
    with pytest.raises(UsageError, match="one already"):
        speakers.join(spoken, ministry, city, person="Ada")
    with pytest.raises(UsageError, match="joined by a person"):
        speakers.part(spoken, ministry, city, person="Ada")


def test_speakers_parted_surnames_are_two_voices_to_the_rules(tmp_path: Path) -> None:
    said = {
        "Valley Post": ("2024-03-05", "The landslide destroyed 90 houses in Ostland, Governor Mira Hald said."),
        "Hill Radio": ("2024-03-07", "The landslide destroyed 60 houses in Ostland, Hald said on Thursday."),
    }
    with open_workspace(tmp_path / "surnames") as workspace:
        for outlet, (date, text) in said.items():
            ingest.ingest(workspace, ingest.from_text(text, outlet=outlet, date=date))
        full, short = _name(workspace, "90 houses"), _name(workspace, "60 houses")

        def found() -> list[RelationKind]:
            return [one.relation.relation for one in ledger.conflicts(workspace)]

        assert found() == [RelationKind.REVISED_DOWN]
        event = speakers.part(workspace, short, full, person="Ada")
        assert found() == [RelationKind.CONTRADICTION]
        decide.undo(workspace, event.id, person="Ada")
        assert found() == [RelationKind.REVISED_DOWN]
