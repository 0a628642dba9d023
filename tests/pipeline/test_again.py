"""A newer version of a known article: what is carried over, and what is shown as changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.errors import NotFoundError
from factcheck.model import Document, EventKind
from factcheck.pipeline import again, decide, ingest, ledger, review
from factcheck.pipeline.opening import open_workspace
from factcheck.workspace import Workspace
from tests.pipeline.conftest import find

FIRST = (
    "The storm flooded 120 houses in Corrie on Monday, the council said.\n\n"
    "“We have never seen such water,” said Petra Wain, the mayor.\n\n"
    "The coastguard said that 14 people had been rescued from their roofs.\n\n"
    "The council said that 3 roads were closed."
)
SECOND = (
    FIRST.replace("14 people", "19 people").replace("The council said that 3 roads were closed.", "")
    + "A shelter for 300 people opened in the school, the council said."
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with open_workspace(tmp_path_factory.mktemp("again")) as opened:
        yield opened


def given(
    text: str, *, title: str = "Storm in Corrie", outlet: str = "Harbour Times", url: str | None = None
) -> Document:
    return ingest.from_text(text, title=title, outlet=outlet, date="2024-06-11", url=url)


def test_again_newer_version_keeps_decisions_and_shows_changed_figures(workspace: Workspace) -> None:
    first = ingest.ingest(workspace, given(FIRST))
    claim_id = find(workspace, "120 houses")
    decide.decide(workspace, kind=EventKind.VERDICT, subject=claim_id, person="Ola", payload={"rating": "True"})
    second = ingest.ingest(workspace, given(SECOND))

    assert second.supersedes == first.document_id
    assert find(workspace, "120 houses") == claim_id
    assert workspace.store.statement(claim_id).document_id == second.document_id
    assert [dict(one.payload) for one in decide.on_claim(workspace, claim_id)] == [{"rating": "True"}]
    assert claim_id in {item.claim_id for item in review.queue(workspace, second.document_id).items}

    told = again.changes(workspace, second.document_id)
    assert told is not None
    assert [(pair.before.claim.figures[0].low, pair.now.claim.figures[0].low) for pair in told.changed] == [(14, 19)]
    assert ["300" in one.claim.text for one in told.added] == [True]
    assert ["3 roads" in one.claim.text for one in told.gone] == [True]
    assert told.unchanged >= 2
    assert workspace.store.check() == []


def test_again_first_version_changed_nothing(workspace: Workspace) -> None:
    added = ingest.ingest(workspace, given("A crab of 9 kg was caught, Ola Brandt said.", title="Crab"))
    assert (added.supersedes, again.changes(workspace, added.document_id)) == (None, None)
    with pytest.raises(NotFoundError):
        again.changes(workspace, "d_none")


@pytest.mark.parametrize(
    ("title", "outlet", "text"),
    [
        ("Storm in Corrie", "Island Radio", SECOND.replace("300", "310")),
        ("Water in Corrie", "Harbour Times", SECOND.replace("300", "320")),
        ("Storm in Corrie", "Harbour Times", "The ferry carried 900 cars in May, the operator said on Friday."),
    ],
)
def test_again_another_outlet_title_or_text_is_another_document(
    tmp_path: Path, title: str, outlet: str, text: str
) -> None:
    with open_workspace(tmp_path) as workspace:
        ingest.ingest(workspace, given(FIRST))
        assert ingest.ingest(workspace, given(text, title=title, outlet=outlet)).supersedes is None


def test_again_same_address_is_the_same_document(tmp_path: Path) -> None:
    with open_workspace(tmp_path) as workspace:
        address = "https://example.org/storm"
        first = ingest.ingest(workspace, given(FIRST, title="Storm", url=address))
        second = ingest.ingest(workspace, given(SECOND, title="Storm: more rescued", url=address))
        assert second.supersedes == first.document_id


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [
        (FIRST, FIRST, 1.0),
        ("", FIRST, 0.0),
        ("The mayor opened the bridge in June.", "The mayor closed the bridge in July.", 0.0),
    ],
)
def test_again_shared_sentences(a: str, b: str, share: float) -> None:
    assert again.shared_sentences(a, b) == share == again.shared_sentences(b, a)


def test_again_tells_figures_from_words_and_where_they_differ(workspace: Workspace) -> None:
    text = (
        "The bridge cost 40 million pounds, the council said on Monday.\n\nThe bridge opened in May, Ola Brandt said.\n\n"
        "Tolls rose by 3% in April, the operator said.\n\nIt carries 900 cars a day, the council said."
    )
    ingest.ingest(workspace, given(text, title="Bridge"))
    newer = ingest.ingest(
        workspace, given(text.replace("40 million", "46 million").replace("opened", "reopened"), title="Bridge")
    )
    told = again.changes(workspace, newer.document_id)
    assert told is not None
    by_figures = {one.figures: one for one in told.changed}
    assert set(by_figures) == {True, False}
    changed = by_figures[True]
    marked = [
        (changed.before.claim.text[a[0] : a[1]], changed.now.claim.text[b[0] : b[1]])
        for _, a, b in changed.differing
        if a and b
    ]
    assert any("40" in a and "46" in b for a, b in marked)
    assert again.newer_versions(workspace)[told.earlier_id] == newer.document_id


def test_again_pasted_without_title_and_outlet_is_known_by_its_sentences(workspace: Workspace) -> None:
    text = FIRST.replace("Corrie", "Aldermouth").replace("houses", "barns")
    first = ingest.ingest(workspace, ingest.from_text(text))
    newer = ingest.from_text(text.replace("14 people", "21 people"))
    assert newer.title is None
    assert again.earlier_version(workspace, newer) is None
    assert again.earlier_version(workspace, newer, pasted=True) == first.document_id


@pytest.mark.parametrize(
    ("known", "other"),
    [
        ({"outlet": "Harbour Times"}, {"outlet": "Island Radio"}),
        ({"outlet": "Harbour Times", "title": "Flood"}, {"title": "Another flood"}),
        ({"url": "https://a.example/1"}, {"url": "https://a.example/2"}),
    ],
)
def test_again_pasted_text_that_something_known_speaks_against_is_another(
    tmp_path: Path, known: dict[str, str], other: dict[str, str]
) -> None:
    with open_workspace(tmp_path) as workspace:
        ingest.ingest(workspace, ingest.from_text(FIRST, **known))
        later = ingest.from_text(FIRST.replace("14 people", "21 people"), **other)
        assert again.earlier_version(workspace, later, pasted=True) is None


def test_again_versions_of_one_article_stand_in_no_conflict_with_each_other(tmp_path: Path) -> None:
    with open_workspace(tmp_path) as workspace:
        ingest.ingest(workspace, given(FIRST))
        ingest.ingest(workspace, given(SECOND))
        now = find(workspace, "19 people")
        assert _beside(workspace, now) == set()
        assert ledger.conflicts(workspace) == []
        ingest.ingest(workspace, given(FIRST.replace("14 people", "23 people"), outlet="Island Radio"))
        assert _beside(workspace, now) == {"23 people"}


def _beside(workspace: Workspace, claim_id: str) -> set[str]:
    """The figures for people that stand beside a claim, conflicts and look-alikes."""
    rows = [row for one in ledger.against(workspace, claim_id) for row in (*one.rows, *one.look_alikes)]
    return {row.as_written for row in rows if "people" in row.as_written and "300" not in row.as_written}
