from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import pytest

from benchmarks import synthetic
from factcheck.model import (
    DateRange,
    Event,
    EventKind,
    OfficialFigure,
)
from factcheck.store import Filter, Store, VectorKind

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


def test_earlier_official_figures_are_kept_once_and_found(store: Store) -> None:
    year = DateRange(date(2029, 1, 1), date(2029, 12, 31))
    figure = OfficialFigure("", "Aldermoor", "Population", year, 4200.0, "person", "census.csv", "B2")

    assert store.add_official_figures([figure, figure]) == (1, 1)
    assert store.add_official_figures([figure]) == (0, 1)

    (found,) = store.official_figures("aldermoor", "population", since=date(2029, 6, 1))
    assert replace(found, id="") == figure
    assert store.official_figures("aldermoor", until=date(2028, 1, 1)) == []
    assert store.official_names() == [("Aldermoor", "Population")]
