"""What was drawn against what stands, over a real workspace."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.errors import NotFoundError, StaleError
from factcheck.pipeline import correct, decide, ingest, review, search, speakers
from factcheck.pipeline import fresh as freshness
from factcheck.workspace import Workspace
from tests.pipeline.conftest import ARTICLES, find


def _done(workspace: Workspace, *seen: freshness.Seen) -> bool:
    with freshness.as_seen(workspace, *seen):
        return True


def test_fresh_as_it_was_drawn_it_is_done(fresh: Workspace) -> None:
    shown = review.statement(fresh, find(fresh, "killed 14 people"))
    assert _done(fresh, freshness.statement(shown))


def test_fresh_a_decision_makes_nothing_stale(fresh: Workspace) -> None:
    shown = review.statement(fresh, find(fresh, "killed 14 people"))
    decide.decide(fresh, kind=decide.EventKind.PARKED, subject=shown.claim_id or "", person="Ben")
    assert _done(fresh, freshness.statement(shown))


def test_fresh_corrected_by_another_is_told_by_name(fresh: Workspace) -> None:
    shown = review.statement(fresh, find(fresh, "killed 14 people"))
    correct.correct(fresh, shown.claim_id or "", {"value": "41"}, figure=0, person="Ben")
    with pytest.raises(StaleError, match="changed by Ben after your screen was drawn"):
        _done(fresh, freshness.statement(shown))


def test_fresh_a_correction_taken_back_is_as_it_was_drawn(fresh: Workspace) -> None:
    shown = review.statement(fresh, find(fresh, "killed 14 people"))
    event = correct.correct(fresh, shown.claim_id or "", {"value": "41"}, figure=0, person="Ben")
    decide.undo(fresh, event.id, person="Ben")
    assert _done(fresh, freshness.statement(shown))


def test_fresh_dropped_is_told(fresh: Workspace) -> None:
    shown = review.statement(fresh, find(fresh, "killed 14 people"))
    decide.drop_claim(fresh, shown.claim_id or "", person="Ben")
    with pytest.raises(StaleError, match="dropped by Ben"):
        _done(fresh, freshness.statement(shown))


def test_fresh_of_two_the_other_may_be_the_stale_one(fresh: Workspace) -> None:
    mine = review.statement(fresh, find(fresh, "killed 14 people"))
    other = review.statement(fresh, find(fresh, "killed 31 people"))
    correct.correct(fresh, other.claim_id or "", {"value": "13"}, figure=0, person="Ben")
    with pytest.raises(StaleError):
        _done(fresh, freshness.statement(mine), freshness.statement(other))


def test_fresh_a_newer_version_of_the_article_takes_its_claims_along(fresh: Workspace) -> None:
    outlet = "Harbour Times"
    date, text = ARTICLES[outlet]
    shown = review.statement(fresh, find(fresh, "killed 14 people"))
    longer = ingest.from_text(f"Updated at noon.\n\n{text}", outlet=outlet, date=date, title=f"{outlet} of {date}")
    assert ingest.ingest(fresh, longer).supersedes == shown.document_id
    with pytest.raises(StaleError, match="newer version"):
        _done(fresh, freshness.statement(shown))


def test_fresh_a_joined_name_is_the_same_claim(fresh: Workspace) -> None:
    raw = review.statement(fresh, find(fresh, "killed 17 people"))
    speaker = raw.claim.speaker
    assert speaker is not None
    other = review.statement(fresh, find(fresh, "killed 31 people")).claim.speaker
    assert other is not None
    speakers.join(fresh, speaker.name, other.name, person="Ada")
    renamed = speakers.renamed(raw, speakers.joined_names(fresh))
    assert renamed.claim != raw.claim
    assert _done(fresh, freshness.statement(raw), freshness.statement(renamed))


def test_fresh_imported_claims_are_known_by_their_words(fresh: Workspace) -> None:
    found = search.search(fresh, "fourteen people were killed when the ferry Aldine sank").hits
    hit = next(one for one in found if one.document_id is None)
    assert _done(fresh, freshness.hit(hit))
    with pytest.raises(StaleError):
        _done(fresh, freshness.hit(replace(hit, text="Something else.")))


def test_fresh_what_is_not_there_is_told(fresh: Workspace) -> None:
    with pytest.raises(NotFoundError):
        _done(fresh, freshness.Seen("nothing", "nothing"))
