from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import pytest

from benchmarks import synthetic
from factcheck.model import (
    Bound,
    DateRange,
    Event,
    EventKind,
    Figure,
    OfficialFigure,
)
from factcheck.store import Filter, Reading, Store, VectorKind

ENCODER = synthetic.MadeUpEncoder()
MODEL = ENCODER.identity


def _event(kind: EventKind, subject: str, *, person: str = "Ana", undoes: str | None = None, **payload: str) -> Event:
    return Event("", datetime(2030, 5, 1, 12, tzinfo=UTC), person, kind, subject, payload, undoes=undoes)


def test_earlier_earlier_claims_are_imported_once(store: Store) -> None:
    batch = [synthetic.earlier(number) for number in range(4)]
    vectors = ENCODER.encode([claim.claim for claim in batch])

    assert store.add_earlier_claims(batch, vectors, MODEL) == (4, 0)
    assert store.add_earlier_claims(batch, vectors, MODEL) == (0, 4)
    assert store.new_earlier_claims(batch) == []
    kept = list(store.all_earlier())
    assert [replace(claim, id="") for claim in kept] == batch
    assert store.earlier([kept[2].id, "nothing", kept[0].id]) == [kept[2], kept[0]]
    rows, found = store.vectors(VectorKind.EARLIER)
    np.testing.assert_array_equal(found, vectors)
    assert store.earlier_of_rows(rows[:1])[int(rows[0])] == kept[0]
    assert store.earlier_ids_for_rows(rows)[int(rows[3])] == kept[3].id
    assert store.check() == []


def test_earlier_earlier_claim_imported_with_a_change_is_brought_up_to_date(store: Store) -> None:
    batch = [synthetic.earlier(number) for number in range(2)]
    store.add_earlier_claims(batch, ENCODER.encode(["a", "b"]), MODEL)
    ids = [claim.id for claim in store.all_earlier()]
    change = store.change_number()
    altered = replace(batch[1], verdict="Half true")

    assert store.new_earlier_claims([batch[0], altered]) == [altered]
    assert store.add_earlier_claims([altered], ENCODER.encode(["c"]), MODEL) == (0, 1)

    assert store.earlier(ids)[1].verdict == "Half true"
    assert len(store.changes_since(change, VectorKind.EARLIER).removed) == 1
    assert len(store.vectors(VectorKind.EARLIER)[0]) == 2
    assert store.check() == []


def test_earlier_earlier_claim_twice_in_a_batch_is_kept_once(store: Store) -> None:
    batch = [synthetic.earlier(1), replace(synthetic.earlier(1), verdict="True")]
    assert len(store.new_earlier_claims(batch)) == 1
    assert store.add_earlier_claims(batch, ENCODER.encode(["a", "b"]), MODEL) == (1, 1)
    assert [claim.verdict for claim in store.all_earlier()] == ["True"]


def test_earlier_earlier_claims_without_an_id_are_told_apart_by_content(store: Store) -> None:
    bare = [replace(synthetic.earlier(number), external_id=None) for number in (1, 2, 1)]
    assert store.add_earlier_claims(bare, ENCODER.encode(["a", "b", "c"]), MODEL) == (2, 1)


@pytest.mark.parametrize(
    ("wanted", "count"),
    [(Filter(), 4), (Filter(verdict="false"), 2), (Filter(speaker="mayor"), 4), (Filter(unit="house"), 0)],
)
def test_earlier_filters_earlier_claims(store: Store, wanted: Filter, count: int) -> None:
    batch = [synthetic.earlier(number) for number in range(4)]
    store.add_earlier_claims(batch, ENCODER.encode([claim.claim for claim in batch]), MODEL)
    assert len(store.earlier_rows_matching(wanted)) == count


def _figure(low: float | None, high: float | None, unit: str = "house", **more: str) -> Figure:
    return Figure(f"{low} {unit}s", 0, 1, low, high, unit, "count", f"{unit}s", **more)  # type: ignore[arg-type]


def _with_figures(store: Store, version: int = 1) -> list[int]:
    """Four earlier claims: 40 houses; more than 5,000 houses; two figures; none. Their rows."""
    batch = [synthetic.earlier(number) for number in range(4)]
    many = replace(_figure(5000, None), bound=Bound.MORE_THAN)
    said = [(_figure(40, 40),), (many,), (_figure(7, 9), _figure(3, 3, "boat")), ()]
    readings = [Reading(figures, version) for figures in said]
    store.add_earlier_claims(batch, ENCODER.encode([claim.claim for claim in batch]), MODEL, readings=readings)
    return [int(row) for row in store.vector_rows(VectorKind.EARLIER)]


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        (Filter(unit="house"), [0, 1, 2]),
        (Filter(unit="boat"), [2]),
        (Filter(unit="bridge"), []),
        (Filter(value_low=30, value_high=50), [0]),
        (Filter(value_low=8, value_high=8, unit="house"), [2]),
        (Filter(value_low=3, value_high=3, unit="house"), []),
        (Filter(value_low=6000), []),
        (Filter(value_low=4000), [1]),
        (Filter(value_low=4500, value_high=5000), [1]),
        (Filter(value_high=5), [2]),
        (Filter(dimension="count", verdict="false"), [1]),
        (Filter(kind="numeric"), [0, 1, 2]),
        (Filter(kind="checked"), [0, 1, 2, 3]),
        (Filter(kind="attributed"), [0, 1, 2, 3]),
        (Filter(unit="house", document_id="d1"), []),
    ],
)
def test_earlier_filters_by_the_figures_that_were_read(store: Store, wanted: Filter, places: list[int]) -> None:
    rows = _with_figures(store)
    assert store.earlier_rows_matching(wanted).tolist() == [rows[place] for place in places]


@pytest.mark.parametrize(
    ("low", "high", "vague", "found"),
    [
        (4000, 4000, False, True),  # 4,000
        (None, 4000, False, True),  # up to 4,000
        (3600, None, False, True),  # more than 3,600
        (250, None, False, False),  # more than 250
        (None, 9000, False, False),  # up to 9,000
        (3000, 5000, False, True),  # 3,000 to 5,000
        (2000, 3600, False, True),
        (1000, 10_000, True, False),  # thousands
        (4000, 40_000, True, True),
        (4501, 4600, False, False),
        (None, None, True, False),
    ],
)
def test_earlier_figure_in_a_range(
    store: Store, low: float | None, high: float | None, vague: bool, found: bool
) -> None:
    figure = replace(_figure(low, high), vague=vague)
    claim = synthetic.earlier(1)
    store.add_earlier_claims([claim], ENCODER.encode(["a"]), MODEL, readings=[Reading((figure,), 1)])
    assert len(store.earlier_rows_matching(Filter(value_low=3500, value_high=4500))) == found


def test_earlier_figures_go_with_the_claim_that_had_them(store: Store) -> None:
    _with_figures(store)
    altered = replace(synthetic.earlier(0), claim="The mayor said 90 boats sank.")
    store.add_earlier_claims([altered], ENCODER.encode(["b"]), MODEL, readings=[Reading((_figure(90, 90, "boat"),), 2)])
    assert len(store.earlier_rows_matching(Filter(unit="house"))) == 2
    assert len(store.earlier_rows_matching(Filter(unit="boat", value_low=90))) == 1
    assert (store.count_unread_earlier(), store.check()) == (0, [])


def test_earlier_figures_are_read_later_where_they_were_not_at_import(store: Store) -> None:
    batch = [synthetic.earlier(number) for number in range(3)]
    store.add_earlier_claims(batch, ENCODER.encode(["a", "b", "c"]), MODEL)
    unread = store.unread_earlier(2)
    assert ([one.claim for one in unread], store.count_unread_earlier()) == ([one.claim for one in batch[:2]], 3)

    store.keep_readings({unread[0].row: Reading((_figure(1, 1),), 5), unread[1].row: Reading((), 5)})
    store.keep_readings({unread[0].row: Reading((_figure(2, 2),), 6)})

    assert [one.claim for one in store.unread_earlier(9)] == [batch[2].claim]
    assert store.earlier_rows_matching(Filter(unit="house")).tolist() == [unread[0].row]
    assert store.earlier_rows_matching(Filter(value_low=1, value_high=1)).tolist() == []
    assert store.check() == []


@pytest.mark.parametrize(
    ("wanted", "listed"),
    [
        (Filter(), [(3, False, None), (2, False, None), (1, False, None), (0, False, None)]),
        (Filter(unit="house"), [(2, True, "7 houses"), (1, True, "5000 houses"), (0, True, "40 houses")]),
        (Filter(value_low=30), [(1, True, "5000 houses"), (0, True, "40 houses")]),
        (Filter(value_low=30, value_high=9000), [(0, True, "40 houses"), (1, False, "5000 houses")]),
        (Filter(value_low=8, value_high=8), [(2, False, "7 houses")]),
        (Filter(value_low=8, value_high=50), [(0, True, "40 houses"), (2, False, "7 houses")]),
        (Filter(verdict="false"), [(3, False, None), (1, False, None)]),
    ],
)
def test_earlier_lists_by_filters_alone(
    store: Store, wanted: Filter, listed: list[tuple[int, bool, str | None]]
) -> None:
    rows = _with_figures(store)
    found = [(rows.index(one.row), one.within, one.figure) for one in store.listed(wanted, 9)]
    assert found == listed
    assert len(store.listed(wanted, 1)) == 1


def test_earlier_figures_can_be_read_in_sql(store: Store) -> None:
    _with_figures(store)
    names, found = store.select(
        "SELECT speaker, as_written, low, verdict, claim_id FROM checked_figures WHERE unit = 'boat'"
    )
    assert names == ["speaker", "as_written", "low", "verdict", "claim_id"]
    assert found[0][:4] == ("The mayor", "3 boats", 3.0, "True")


def test_earlier_official_figures_are_kept_once_and_found(store: Store) -> None:
    year = DateRange(date(2029, 1, 1), date(2029, 12, 31))
    figure = OfficialFigure("", "Aldermoor", "Population", year, 4200.0, "person", "census.csv", "B2")

    assert store.add_official_figures([figure, figure]) == (1, 1)
    assert store.add_official_figures([figure]) == (0, 1)

    (found,) = store.official_figures("aldermoor", "population", since=date(2029, 6, 1))
    assert replace(found, id="") == figure
    assert store.official_figures("aldermoor", until=date(2028, 1, 1)) == []
    assert store.official_names() == [("Aldermoor", "Population")]
