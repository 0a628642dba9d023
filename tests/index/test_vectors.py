from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.synthetic import unit
from factcheck.errors import CacheError
from factcheck.index.vectors import VectorIndex

DIMENSION = 16
MODEL = "5" * 64


def _rows(count: int, seed: int = 0) -> np.ndarray:
    return unit(np.random.default_rng(seed).standard_normal((count, DIMENSION), np.float32))


def _portions(ids: np.ndarray, rows: np.ndarray, size: int = 500) -> list[tuple[np.ndarray, np.ndarray]]:
    return [(ids[start : start + size], rows[start : start + size]) for start in range(0, len(ids), size)]


def _build(count: int, *, exact_up_to: int) -> tuple[VectorIndex, np.ndarray, np.ndarray]:
    ids, rows = np.arange(count, dtype=np.int64) * 3 + 1_000_000_000_000, _rows(count)
    made = VectorIndex.build(
        _portions(ids, rows), count, dimension=DIMENSION, model=MODEL, change=7, exact_up_to=exact_up_to
    )
    return made, ids, rows


@pytest.fixture(params=["exact", "approximate"])
def built(request: pytest.FixtureRequest) -> tuple[VectorIndex, np.ndarray, np.ndarray]:
    made = _build(2_000, exact_up_to=10_000 if request.param == "exact" else 100)
    assert made[0].exact is (request.param == "exact")
    return made


def test_vectors_nearest_of_a_row_is_itself(built: tuple[VectorIndex, np.ndarray, np.ndarray]) -> None:
    index, ids, rows = built
    scores, found = index.search(rows[:50], 3)
    assert (scores.shape, found.shape) == ((50, 3), (50, 3))
    assert (scores.dtype, found.dtype) == (np.float32, np.int64)
    np.testing.assert_array_equal(found[:, 0], ids[:50])
    np.testing.assert_allclose(scores[:, 0], 1, atol=0.03)
    assert (np.diff(scores, axis=1) <= 0).all()
    assert len(index) == 2_000
    np.testing.assert_array_equal(index.ids(), ids)


def test_vectors_exact_agrees_with_all_products() -> None:
    index, ids, rows = _build(500, exact_up_to=1_000)
    queries = _rows(20, seed=9)
    _, found = index.search(queries, 10)
    np.testing.assert_array_equal(found, ids[np.argsort(-(queries @ rows.T), axis=1)[:, :10]])


def test_vectors_approximate_rescored_gives_exact_scores() -> None:
    index, ids, rows = _build(2_000, exact_up_to=100)
    place = {int(number): position for position, number in enumerate(ids)}

    def rows_of(wanted: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        backwards = wanted[::-1]
        return backwards, rows[[place[int(number)] for number in backwards]]

    queries = _rows(20, seed=9)
    index.rows_of = rows_of
    scores, found = index.search(queries, 10)
    exact = np.array([[queries[line] @ rows[place[int(one)]] for one in found[line]] for line in range(20)])
    np.testing.assert_allclose(scores, exact, atol=1e-5)
    true = ids[np.argsort(-(queries @ rows.T), axis=1)[:, :10]]
    assert np.mean([len(set(a) & set(b)) / 10 for a, b in zip(found, true, strict=True)]) > 0.9


def test_vectors_approximate_not_rescored_asks_for_no_rows() -> None:
    index, ids, rows = _build(2_000, exact_up_to=100)
    place = {int(number): position for position, number in enumerate(ids)}
    queries = _rows(20, seed=9)

    def never(_: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        raise AssertionError("the caller measures by itself")

    index.rows_of = never
    scores, found = index.search(queries, 10, rescore=False)
    exact = np.array([[queries[line] @ rows[place[int(one)]] for one in found[line]] for line in range(20)])
    np.testing.assert_allclose(scores, exact, atol=0.01)


def test_vectors_removed_and_added_again(built: tuple[VectorIndex, np.ndarray, np.ndarray]) -> None:
    index, ids, rows = built
    assert index.remove(ids[:100]) == 100
    assert index.remove(ids[:100]) == 0
    assert index.remove([]) == 0
    _, found = index.search(rows[:100], 5)
    assert not np.isin(found, ids[:100]).any()
    assert np.isin(found, ids).all(), "ids are still the ones given"

    index.add(ids[:100], rows[:100])
    np.testing.assert_array_equal(index.search(rows[:100], 1)[1][:, 0], ids[:100])
    np.testing.assert_array_equal(index.ids(), ids)


def test_vectors_search_among_some(built: tuple[VectorIndex, np.ndarray, np.ndarray]) -> None:
    index, ids, rows = built
    _, found = index.search(rows[:5], 4, among=ids[10:12])
    assert set(found[found >= 0].tolist()) <= set(ids[10:12].tolist())
    assert (found >= 0).any()
    assert (index.search(rows[:5], 4, among=[])[1] == -1).all()


@pytest.mark.parametrize(
    ("rows", "k", "shape"),
    [(np.empty((0, DIMENSION)), 3, (0, 3)), (_rows(1)[0], 3, (1, 3)), (_rows(2), 0, (2, 0)), (_rows(2), 9, (2, 9))],
)
def test_vectors_search_at_the_edges(rows: np.ndarray, k: int, shape: tuple[int, int]) -> None:
    index = VectorIndex(DIMENSION, model=MODEL)
    index.add([4, 5], _rows(2))
    scores, ids = index.search(rows, k)
    assert scores.shape == ids.shape == shape
    assert ((ids == -1) == np.isneginf(scores)).all()
    assert VectorIndex(DIMENSION, model=MODEL).search(rows, k)[0].shape == shape


@pytest.mark.parametrize("rows", [np.zeros((2, 15)), np.zeros(15), np.zeros((1, 2, 16))])
def test_vectors_refuses_rows_of_another_shape(rows: np.ndarray) -> None:
    with pytest.raises(ValueError, match="was expected"):
        VectorIndex(DIMENSION, model=MODEL).search(rows, 1)
    with pytest.raises(ValueError, match="ids for"):
        VectorIndex(DIMENSION, model=MODEL).add([1, 2, 3], _rows(2))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 20)), max_size=40))
def test_vectors_hold_what_a_dict_would(steps: list[tuple[bool, int]]) -> None:
    index, held = VectorIndex(DIMENSION, model=MODEL), {}
    rows = _rows(21)
    for adding, number in steps:
        if adding and number not in held:
            index.add([number], rows[number])
            held[number] = rows[number]
        elif not adding:
            assert index.remove([number]) == int(held.pop(number, None) is not None)
    assert index.ids().tolist() == sorted(held)
    for number, row in held.items():
        assert index.search(row, 1)[1][0, 0] == number


# ------------------------------------------------------------------------------------------------------ saved and read


def test_vectors_saved_and_opened(tmp_path: Path, built: tuple[VectorIndex, np.ndarray, np.ndarray]) -> None:
    index, ids, rows = built
    assert index.unsaved
    index.save(tmp_path)
    assert not index.unsaved

    opened = VectorIndex.open(tmp_path, dimension=DIMENSION, model=MODEL)

    assert (opened.change, len(opened), opened.exact, opened.unsaved) == (7, 2_000, index.exact, False)
    for mine, theirs in zip(opened.search(rows[:9], 5), index.search(rows[:9], 5), strict=True):
        np.testing.assert_array_equal(mine, theirs)
    opened.remove(ids[:3])
    opened.add(ids[:3], rows[:3])
    np.testing.assert_array_equal(opened.search(rows[:3], 1)[1][:, 0], ids[:3])


def test_vectors_saved_again_leaves_one_file(tmp_path: Path) -> None:
    index, ids, _ = _build(50, exact_up_to=100)
    index.save(tmp_path)
    index.remove(ids[:1])
    index.change = 8
    assert index.unsaved
    index.save(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index-8.faiss", "manifest.json"]
    assert len(VectorIndex.open(tmp_path, dimension=DIMENSION, model=MODEL)) == 49


def _truncate(folder: Path) -> None:
    path = folder / "index-7.faiss"
    path.write_bytes(path.read_bytes()[:-100])


def _flip(folder: Path) -> None:
    path = folder / "index-7.faiss"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


@pytest.mark.parametrize(
    "damage",
    [
        _truncate,
        _flip,
        lambda folder: (folder / "index-7.faiss").unlink(),
        lambda folder: (folder / "manifest.json").unlink(),
        lambda folder: (folder / "manifest.json").write_text("{"),
        lambda folder: (folder / "manifest.json").write_text("[]"),
        lambda folder: (folder / "manifest.json").write_text('{"format": 1}'),
        lambda folder: (folder / "manifest.json").write_text(
            (folder / "manifest.json").read_text().replace('"format": 1', '"format": 999')
        ),
    ],
)
def test_vectors_damaged_are_refused(tmp_path: Path, damage: object) -> None:
    _build(50, exact_up_to=100)[0].save(tmp_path)
    damage(tmp_path)  # type: ignore[operator]
    with pytest.raises(CacheError):
        VectorIndex.open(tmp_path, dimension=DIMENSION, model=MODEL)


def test_vectors_of_another_model_are_refused(tmp_path: Path) -> None:
    _build(50, exact_up_to=100)[0].save(tmp_path)
    with pytest.raises(CacheError, match="another model"):
        VectorIndex.open(tmp_path, dimension=DIMENSION, model="6" * 64)
    with pytest.raises(CacheError, match="another model"):
        VectorIndex.open(tmp_path, dimension=8, model=MODEL)


def test_vectors_outgrown() -> None:
    exact, _, _ = _build(50, exact_up_to=100)
    assert not exact.outgrown(exact_up_to=50)
    assert exact.outgrown(exact_up_to=49)
    approximate, ids, rows = _build(200, exact_up_to=100)
    assert not approximate.outgrown()
    for times in range(1, 5):
        approximate.add(ids + times * 10**6, rows)
    assert approximate.outgrown()
