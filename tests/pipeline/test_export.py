"""What is exported: of a claim, a document, a filter; every person's verdict; what stands against it."""

from __future__ import annotations

import json

import pytest

from factcheck.errors import NotFoundError, UsageError
from factcheck.model import EventKind
from factcheck.pipeline import decide, export
from factcheck.workspace import Workspace
from tests.pipeline.conftest import find


@pytest.fixture
def decided(fresh: Workspace) -> Workspace:
    """Two persons found differently on one claim, one of them with evidence; a second claim has one verdict."""
    deaths, tulips = find(fresh, "killed 14 people"), find(fresh, "tulips")
    evidence = [{"url": "https://example.org/report", "quotation": "14 names"}]
    for subject, person, rating, more in (
        (deaths, "Ada", "True", {"evidence": evidence}),
        (deaths, "Ola", "Unproven", {}),
        (tulips, "Ada", "False", {"note": "Asked **twice**."}),
    ):
        payload = {"rating": rating, **more}
        decide.decide(fresh, kind=EventKind.VERDICT, subject=subject, person=person, payload=payload)
    return fresh


def records(workspace: Workspace, **asked: object) -> list[dict[str, object]]:
    return list(json.loads(export.export(workspace, style="json", **asked)))  # type: ignore[arg-type]


def test_export_keeps_every_persons_verdict_and_evidence(decided: Workspace) -> None:
    one = next(one for one in records(decided) if one["claim_id"] == find(decided, "killed 14 people"))
    assert [(found["person"], found["rating"]) for found in one["verdicts"]] == [("Ada", "True"), ("Ola", "Unproven")]  # type: ignore[attr-defined]
    assert one["evidence"] == [{"url": "https://example.org/report", "quotation": "14 names"}]


def test_export_tells_what_stands_against_the_claim(decided: Workspace) -> None:
    one = next(one for one in records(decided) if one["claim_id"] == find(decided, "killed 14 people"))
    assert "Island Radio" in {against["outlet"] for against in one["against"]}  # type: ignore[attr-defined]


def test_export_of_a_claim_takes_one_that_nobody_decided(decided: Workspace) -> None:
    asked = find(decided, "injured 14")
    (one,) = records(decided, claims=[asked])
    assert (one["claim_id"], one["verdict"]) == (asked, None)
    with pytest.raises(NotFoundError):
        records(decided, claims=["c_none"])


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"outlet": "Garden"}, {"tulips"}),
        ({"verdict": "false"}, {"tulips"}),
        ({"until": "2024-06-12"}, {"killed 14"}),
        ({"speaker": "coastguard"}, {"killed 14"}),
        ({"speaker": "nobody"}, set()),
    ],
)
def test_export_of_a_filter(decided: Workspace, given: dict[str, str], found: set[str]) -> None:
    made = records(decided, matching=export.matching(**given))
    texts = [str(one["claim"]["text"]) for one in made]  # type: ignore[index]
    assert len(texts) == len(found)
    assert all(any(words in text for text in texts) for words in found)


def test_export_filter_of_nothing_is_none() -> None:
    assert export.matching() is None
    with pytest.raises(UsageError):
        export.matching(since="the day before")
