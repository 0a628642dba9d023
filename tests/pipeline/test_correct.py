"""Corrections over a real workspace: what is typed, what it changes, how it is shown and taken back."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.errors import NotFoundError, UsageError
from factcheck.model import Bound, DateRange, Direction, Event, EventKind, Figure, Group, Role
from factcheck.pipeline import correct, decide, ledger, review
from factcheck.workspace import Workspace
from tests.pipeline.conftest import find


@pytest.fixture
def claim(fresh: Workspace) -> str:
    return find(fresh, "killed 14 people")


def _figure(workspace: Workspace, claim_id: str) -> Figure:
    return workspace.store.statement(claim_id).claim.figures[0]


@pytest.mark.parametrize(
    ("given", "bound", "low", "high"),
    [
        ({"value": "31"}, Bound.EXACT, 31, 31),
        ({"value": "1,240"}, Bound.EXACT, 1240, 1240),
        ({"value": "1.2 million"}, Bound.EXACT, 1.2e6, 1.2e6),
        ({"value": "thirty-one"}, Bound.EXACT, 31, 31),
        ({"value": "-3.5"}, Bound.EXACT, -3.5, -3.5),
        ({"value": "300 to 400"}, Bound.BETWEEN, 300, 400),
        ({"value": "300 to 400", "bound": "between"}, Bound.BETWEEN, 300, 400),
        ({"bound": "at_least"}, Bound.AT_LEAST, 14, None),
        ({"bound": "less_than"}, Bound.LESS_THAN, None, 14),
        ({"value": "20", "bound": "more_than"}, Bound.MORE_THAN, 20, None),
    ],
)
def test_correct_reads_values_and_bounds_as_typed(
    fresh: Workspace, claim: str, given: dict[str, str], bound: Bound, low: float | None, high: float | None
) -> None:
    correct.correct(fresh, claim, given, figure=0, person="Ada")
    figure = _figure(fresh, claim)
    assert (figure.bound, figure.low, figure.high) == (bound, low, high)
    assert figure.text == "14 people"


@pytest.mark.parametrize(
    "given",
    [
        {"value": "many"},
        {"value": ""},
        {"value": "nan"},
        {"value": "400 to 300"},
        {"value": "1 to 2 to 3"},
        {"value": "1 to 2", "bound": "at_least"},
        {"bound": "between"},
        {"bound": "roughly"},
        {"unit": ""},
        {"measure": ""},
        {"as_of": "soon"},
        {"as_of": "2024-06-12 to 2024-06-10"},
        {"colour": "red"},
        {},
        {"value": "14"},
    ],
)
def test_correct_refuses_what_it_cannot_read_and_keeps_the_claim(
    fresh: Workspace, claim: str, given: dict[str, str]
) -> None:
    before = fresh.store.statement(claim)
    with pytest.raises(UsageError):
        correct.correct(fresh, claim, given, figure=0, person="Ada")
    assert fresh.store.statement(claim) == before
    assert fresh.store.events() == []


def test_correct_takes_up_unit_date_place_and_population(fresh: Workspace, claim: str) -> None:
    given = {"unit": "km", "as_of": "2024-06-10 to 2024-06-11", "place": "Corrie Head", "population": "crew"}
    event = correct.correct(fresh, claim, given, figure=0, person="Ada")
    figure = _figure(fresh, claim)
    assert (figure.unit, figure.dimension) == ("kilometre", "length")
    assert (figure.place, figure.population) == ("Corrie Head", "crew")
    assert figure.as_of is not None
    assert figure.as_of == DateRange(figure.as_of.first, figure.as_of.last)
    assert {one.field for one in correct.changes(event)} == {"unit", "as_of", "place", "population"}
    correct.correct(fresh, claim, {"place": "", "as_of": ""}, figure=0, person="Ada")
    assert (_figure(fresh, claim).place, _figure(fresh, claim).as_of) == (None, None)


def test_correct_recomputes_what_stands_beside_the_claim_and_its_conflicts(fresh: Workspace, claim: str) -> None:
    other = find(fresh, "killed 31 people")
    pairs = {frozenset((one.claim_a, one.claim_b)) for one in ledger.conflicts(fresh)}
    assert frozenset((claim, other)) in pairs
    correct.correct(fresh, claim, {"value": "31"}, figure=0, person="Ada")
    (beside,) = ledger.against(fresh, claim)
    row = next(row for row in beside.rows if row.statement.claim_id == other)
    assert row.relation.group is Group.AGREE
    (theirs,) = ledger.against(fresh, other)
    assert claim not in {r.statement.claim_id for r in theirs.rows if r.relation.group is Group.CONFLICT}
    pairs = {frozenset((one.claim_a, one.claim_b)) for one in ledger.conflicts(fresh)}
    assert frozenset((claim, other)) not in pairs
    assert fresh.store.check() == []


def test_correct_makes_decisions_stale_until_it_is_taken_back(fresh: Workspace, claim: str) -> None:
    decide.decide(fresh, kind=EventKind.VERDICT, subject=claim, person="Bo", payload={"rating": "True"})
    before = fresh.store.statement(claim)
    event = correct.correct(fresh, claim, {"value": "41"}, figure=0, person="Ada")
    assert [one.stale for one in review.claim(fresh, claim).item.decisions] == [True]
    decide.undo(fresh, event.id, person="Ada")
    assert fresh.store.statement(claim) == before
    assert [one.stale for one in review.claim(fresh, claim).item.decisions] == [False]
    with pytest.raises(UsageError, match="already"):
        decide.undo(fresh, event.id, person="Ada")


def test_correct_undoes_in_order(fresh: Workspace, claim: str) -> None:
    first = correct.correct(fresh, claim, {"value": "41"}, figure=0, person="Ada")
    second = correct.correct(fresh, claim, {"value": "42"}, figure=0, person="Ada")
    with pytest.raises(UsageError, match="corrected again"):
        decide.undo(fresh, first.id, person="Ada")
    decide.undo(fresh, second.id, person="Ada")
    decide.undo(fresh, first.id, person="Ada")
    assert _figure(fresh, claim).low == 14


def test_correct_says_from_what_to_what_by_whom(fresh: Workspace, claim: str) -> None:
    correct.correct(fresh, claim, {"value": "41", "bound": "at_least"}, figure=0, person="Ada")
    (event,) = fresh.store.events(claim)
    assert isinstance(event, Event)
    assert event.person == "Ada"
    told = {one.field: (one.before, one.after) for one in correct.changes(event)}
    assert told == {"value": ("14", "41"), "bound": ("exact", "at_least")}


def test_correct_gives_a_claim_another_speaker_whom_the_text_names(fresh: Workspace, claim: str) -> None:
    correct.correct(fresh, claim, {"speaker": "Petra Wain", "body": "Rescue Service"}, person="Ada")
    speaker = fresh.store.statement(claim).claim.speaker
    assert speaker is not None
    assert (speaker.name, speaker.body, speaker.text) == ("Petra Wain", "Rescue Service", "Petra Wain")
    correct.correct(fresh, claim, {"speaker": "Nobody Named Here"}, person="Ada")
    speaker = fresh.store.statement(claim).claim.speaker
    assert speaker is not None
    assert (speaker.name, speaker.text) == ("Nobody Named Here", "")
    correct.correct(fresh, claim, {"speaker": ""}, person="Ada")
    assert fresh.store.statement(claim).claim.speaker is None
    assert fresh.store.check() == []


def test_correct_moves_the_ends_of_a_claim(fresh: Workspace, claim: str) -> None:
    statement = fresh.store.statement(claim)
    text = fresh.store.document(statement.document_id or "").text
    start = text.index("The sinking killed")
    end = text.index(", the coastguard said")
    correct.correct(fresh, claim, {"value": "15"}, figure=0, person="Ada")
    event = correct.correct_span(fresh, claim, start, end, person="Ada")
    made = fresh.store.statement(claim).claim
    assert made.text == text[start:end]
    assert [figure.low for figure in made.figures] == [15]
    assert made.speaker == statement.claim.speaker
    assert fresh.store.check() == []
    decide.undo(fresh, event.id, person="Ada")
    assert fresh.store.statement(claim).claim.text == statement.claim.text
    with pytest.raises(UsageError):
        correct.correct_span(fresh, claim, 5, 5, person="Ada")


def test_correct_needs_a_claim_a_figure_and_a_person(fresh: Workspace, claim: str) -> None:
    with pytest.raises(NotFoundError):
        correct.correct(fresh, "none", {"value": "1"}, figure=0, person="Ada")
    with pytest.raises(UsageError, match="no such figure"):
        correct.correct(fresh, claim, {"value": "1"}, figure=9, person="Ada")
    with pytest.raises(UsageError, match="name"):
        correct.correct(fresh, claim, {"value": "1"}, figure=0, person=" ")


@pytest.mark.parametrize(
    ("given", "role", "direction"),
    [
        ("increase", Role.CHANGE, Direction.INCREASE),
        ("decrease", Role.CHANGE, Direction.DECREASE),
        ("change", Role.CHANGE, None),
    ],
)
def test_correct_level_or_change_and_back(
    fresh: Workspace, claim: str, given: str, role: Role, direction: Direction | None
) -> None:
    correct.correct(fresh, claim, {"role": given}, figure=0, person="Ada")
    figure = _figure(fresh, claim)
    assert (figure.role, figure.direction) == (role, direction)
    assert correct.fields(fresh.store.statement(claim).claim, 0)["role"] == given
    correct.correct(fresh, claim, {"role": "level"}, figure=0, person="Ada")
    figure = _figure(fresh, claim)
    assert (figure.role, figure.direction) == (Role.LEVEL, None)


def test_correct_period_and_rate(fresh: Workspace, claim: str) -> None:
    event = correct.correct(fresh, claim, {"period": "2024-05-01 to 2024-05-31", "per": "day"}, figure=0, person="Ada")
    figure = _figure(fresh, claim)
    assert (figure.period, figure.per) == (DateRange(date(2024, 5, 1), date(2024, 5, 31)), "day")
    assert {(one.field, one.before, one.after) for one in correct.changes(event)} == {
        ("period", "", "2024-05-01 to 2024-05-31"),
        ("per", "", "day"),
    }
    correct.correct(fresh, claim, {"period": "", "per": ""}, figure=0, person="Ada")
    assert (_figure(fresh, claim).period, _figure(fresh, claim).per) == (None, None)


def test_correct_whole_is_words_of_the_article(fresh: Workspace, claim: str) -> None:
    correct.correct(fresh, claim, {"whole": "The ferry Aldine"}, figure=0, person="Ada")
    whole = _figure(fresh, claim).whole
    text = fresh.store.document(fresh.store.statement(claim).document_id or "").text
    assert whole is not None
    assert text[whole.start : whole.end] == whole.text == "The ferry Aldine"
    assert fresh.store.check() == []
    with pytest.raises(UsageError, match="doesn't say"):
        correct.correct(fresh, claim, {"whole": "nobody said this"}, figure=0, person="Ada")
    correct.correct(fresh, claim, {"whole": ""}, figure=0, person="Ada")
    assert _figure(fresh, claim).whole is None
