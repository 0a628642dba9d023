"""The queue's badges, and what the detail of a claim tells before anything else."""

from __future__ import annotations

import pytest

from factcheck.errors import UsageError
from factcheck.model import EventKind
from factcheck.pipeline import decide, ingest, review
from factcheck.workspace import Workspace

ARTICLE = """Ferry subsidy grows

Complaints about the ferry rose from 200 to 380, up 60%, the harbour office said on Tuesday.

The office counted 1,450 passengers on Monday, harbour master Ila Brandt said.
"""


@pytest.fixture
def articles(fresh: Workspace) -> tuple[Workspace, str]:
    made = ingest.ingest(fresh, ingest.from_text(ARTICLE, date="2031-05-07", outlet="Quay Post"))
    return fresh, made.document_id


def _item(workspace: Workspace, document_id: str, words: str) -> review.QueueItem:
    shown = review.queue(workspace, document_id)
    return next(one for one in (*shown.items, *shown.folded) if words in one.statement.claim.text)


def test_review_tells_of_figures_that_do_not_add_up(articles: tuple[Workspace, str]) -> None:
    workspace, document_id = articles
    item = _item(workspace, document_id, "380")
    (badge,) = (one for one in item.badges if one.kind == "inside")
    assert badge.label == "doesn’t add up"
    assert review.claim(workspace, item.claim_id).red_flags[0] in badge.help
    assert not any(one.kind == "inside" for one in _item(workspace, document_id, "1,450").badges)


@pytest.mark.parametrize(("second", "told"), [("False", "Ada: True; Ben: False"), ("True", None)])
def test_review_shows_both_verdicts_where_two_persons_differ(
    articles: tuple[Workspace, str], second: str, told: str | None
) -> None:
    workspace, document_id = articles
    claim_id = _item(workspace, document_id, "1,450").claim_id
    for person, rating in (("Ada", "True"), ("Ben", second)):
        decide.decide(
            workspace, kind=EventKind.VERDICT, subject=claim_id, person=person, payload={"rating": rating}, seen={}
        )
    badges = [one for one in _item(workspace, document_id, "1,450").badges if one.kind == "verdicts"]
    assert [(one.label, one.help) for one in badges] == ([("two verdicts", told)] if told else [])


def test_review_narrowed_keeps_the_order_and_tells_whose_decisions_count(fresh: Workspace) -> None:
    whole = review.queue(fresh, review.documents(fresh)[0].document_id)
    first = (*whole.items, *whole.folded)[0].claim_id
    decide.decide(fresh, kind=EventKind.VERDICT, subject=first, person="Ada", payload={"rating": "False"})
    whole = review.queue(fresh, whole.document.document_id)

    def ids(show: str, person: str = "") -> list[str]:
        found = review.narrowed(whole, show, person=person)
        return [item.claim_id for item in (*found.items, *found.folded)]

    everything = ids("all")
    assert ids("decided") == [first]
    assert ids("open") == ids("mine", "Ada") == [one for one in everything if one != first]
    assert ids("mine", "Ben") == everything
    assert ids("differ") == []
    decide.decide(fresh, kind=EventKind.VERDICT, subject=first, person="Ben", payload={"rating": "True"})
    whole = review.queue(fresh, whole.document.document_id)
    assert ids("differ") == [first]
    with pytest.raises(UsageError, match="a queue shows one of"):
        review.narrowed(whole, "nothing")
