"""Texts being taken in: what is found so far, and that stopping leaves nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from factcheck.errors import IntakeError
from factcheck.model import Document
from factcheck.pipeline import ingest, reading, review
from factcheck.pipeline.opening import open_workspace
from factcheck.pipeline.reading import Reading, Source
from factcheck.workspace import Workspace

TEXT = "The storm flooded 120 houses in Corrie on Monday, the council said.\n\nIt closed 3 roads, Ola Brandt said."
WAIT_S = 120.0


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "workspace") as opened:
        yield opened


def _source(text: str = TEXT) -> Source:
    return Source("the pasted text", partial(ingest.from_text, text))


def test_reading_keeps_what_ingest_keeps(workspace: Workspace) -> None:
    taken = Reading(workspace, [_source()])
    assert taken.finished(within=WAIT_S)
    (done,) = taken.now.done
    shown = review.queue(workspace, done.document_id, order="text")
    assert [item.statement.claim.text for item in taken.now.claims] == [
        item.statement.claim.text for item in (*shown.items, *shown.folded)
    ]
    assert (taken.now.part, taken.now.failed, taken.now.stopped) == (1.0, (), False)


def test_reading_provisional_claims_say_so_and_are_in_no_workspace(workspace: Workspace) -> None:
    document = ingest.from_text(TEXT)
    found = reading.provisional(document, ingest.claims_of(document).claims)
    assert found
    for item in found:
        assert [badge.label for badge in item.badges] == ["still reading…"]
        assert item.statement.claim_id is None
        claim = item.statement.claim
        assert document.text[claim.start : claim.end] == claim.text
    assert workspace.store.counts()["claims"] == 0


def test_reading_gives_the_claims_of_a_long_texts_beginning_first(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = TEXT + "\n\n" + "\n\n".join(f"In week {n} the council counted {n + 40} leaks." for n in range(400))
    seen: list[int] = []
    whole = reading.extract

    def watched(document: Document) -> Any:
        seen.append(len(document.text))
        return whole(document)

    monkeypatch.setattr(reading, "extract", watched)
    taken = Reading(workspace, [_source(long)])
    assert taken.finished(within=WAIT_S)
    first, second = seen
    assert first < reading.BEGINNING
    assert second == len(long)
    assert long.startswith(reading._beginning(long))


def test_reading_stopped_before_it_is_kept_leaves_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, go_on = Event(), Event()
    whole = reading.extract

    def held(document: Document) -> Any:
        found = whole(document)
        read.set()
        assert go_on.wait(WAIT_S)
        return found

    monkeypatch.setattr(reading, "extract", held)
    taken = Reading(workspace, [_source(), _source("A crab of 9 kg was caught, Ola Brandt said.")])
    assert read.wait(WAIT_S)
    taken.stop()
    go_on.set()
    assert taken.finished(within=WAIT_S)
    assert (taken.now.stopped, taken.now.done) == (True, ())
    assert workspace.store.counts()["claims"] == 0
    assert workspace.store.documents() == []
    assert workspace.store.check() == []
    monkeypatch.setattr(reading, "extract", whole)
    again = Reading(workspace, [_source()])
    assert again.finished(within=WAIT_S)
    assert len(again.now.done) == 1


def test_reading_one_text_that_cannot_be_read_is_told_and_the_rest_goes_on(workspace: Workspace) -> None:
    def broken() -> Document:
        raise IntakeError("it is a picture", remedy="Give a text")

    taken = Reading(workspace, [Source("picture.txt", broken), _source()])
    assert taken.finished(within=WAIT_S)
    assert [(one.id, one.error) for one in taken.now.failed] == [("picture.txt", "it is a picture. Give a text")]
    assert len(taken.now.done) == 1


def test_reading_the_same_text_again_doubles_nothing(workspace: Workspace) -> None:
    for already in (False, True):
        taken = Reading(workspace, [_source()])
        assert taken.finished(within=WAIT_S)
        assert [one.already for one in taken.now.done] == [already]
    assert len(workspace.store.documents()) == 1


def test_reading_a_pasted_text_again_is_known_as_a_newer_version(workspace: Workspace) -> None:
    made = []
    for text in (TEXT, TEXT.replace("3 roads", "5 roads")):
        taken = Reading(workspace, [_source(text + "\n\nThe mayor thanked 40 helpers on Tuesday, she said.")])
        assert taken.finished(within=WAIT_S)
        made += taken.now.done
    assert made[1].supersedes == made[0].document_id


def test_reading_stopped_when_all_is_kept_says_that_it_was_too_late(workspace: Workspace) -> None:
    taken = Reading(workspace, [_source()])
    assert taken.finished(within=WAIT_S)
    assert not taken.too_late
    taken.stop()
    assert (taken.finished(), taken.too_late, len(taken.now.done)) == (True, True, 1)


def test_reading_under_way_is_known_to_everybody_until_it_is_over(workspace: Workspace) -> None:
    held = Event()

    def slow() -> Document:
        held.wait(WAIT_S)
        return ingest.from_text(TEXT)

    taken = Reading(workspace, [Source("slow.txt", slow)])
    assert reading.under_way(workspace) == [taken]
    assert not taken.over
    held.set()
    assert taken.finished(within=WAIT_S)
    assert taken.over
    assert reading.under_way(workspace) == []
