from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import CacheError
from factcheck.index.words import WordIndex

TEXTS = {
    1: {"text": "The mayor counted 16,000 flooded houses in Aldermoor.", "names": "Mayor Iris Vale"},
    2: {"text": "Inflation fell to 4.5% in March.", "title": "Prices ease"},
    3: {"text": "Police counted 7,500 fans outside the ground.", "context": "The crowd stood at the north gate."},
    4: {"text": "The café owner's claim: “no houses were flooded”.", "title": "Café claim"},
}


@pytest.fixture
def words(tmp_path: Path) -> WordIndex:
    made = WordIndex.create(tmp_path / "words")
    made.add(TEXTS.items())
    made.change = 3
    made.commit()
    return made


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("houses flooded in Aldermoor", 1),
        ("16000", 1),
        ("16 000 houses".replace(" ", "\u202f", 1), 1),
        ("inflation falls", 2),
        ("4.5", 2),
        ("prices", 2),
        ("north gate", 3),
        ("CAFE", 4),
        ("Iris Vale", 1),
        ("ＡＬＤＥＲＭＯＯＲ", 1),
    ],
)
def test_words_find(words: WordIndex, query: str, best: int) -> None:
    found = words.search(query, 3)
    assert found[0][0] == best
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


@pytest.mark.parametrize(
    "query",
    [
        "",
        " \n",
        "—…“”",
        "???",
        'text:"',
        "AND OR NOT ( ) [ ] { } ^ ~ * \\ / + - ! : ; ' \"",
        "row:1 OR *",
        "zyxw",
        "\ud800",
        "\0",
        "x" * 100_000,
    ],
)
def test_words_any_query_is_data(words: WordIndex, query: str) -> None:
    assert words.search(query, 5) == []
    assert words.search(query, 5, phrases=True) == []


def test_words_operators_mean_nothing(words: WordIndex) -> None:
    assert words.search('fans -police AND "gate north"', 5)[0][0] == 3
    assert {row for row, _ in words.search("fans NOT police", 5)} == {3}


def test_words_query_of_very_many_words(words: WordIndex) -> None:
    noise = " ".join(f"noise{number}" for number in range(2_000))
    assert words.search(f"fans {noise}", 5)[0][0] == 3


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ('"flooded houses"', {1}),
        ("“houses were flooded”", {4}),
        ('"gate north" houses', set()),
        ('"mayor" houses', {1}),
        ('"', set()),
        ('"" houses', {1, 4}),
    ],
)
def test_words_phrases_where_asked_for(words: WordIndex, query: str, rows: set[int]) -> None:
    assert {row for row, _ in words.search(query, 9, phrases=True)} == rows


def test_words_of_one_field(words: WordIndex) -> None:
    assert words.search("prices", 5, boosts={"text": 1.0}) == []
    with pytest.raises(ValueError, match="No field"):
        words.add([(9, {"colour": "red"})])


def test_words_k(words: WordIndex) -> None:
    assert len(words.search("counted houses", 1)) == 1
    assert words.search("counted houses", 0) == []


def test_words_added_again_replace_and_removed_go(words: WordIndex) -> None:
    words.add([(1, {"text": "Another thing."})])
    words.remove([2, 99])
    words.commit()
    assert len(words) == 3
    assert words.search("Aldermoor inflation", 5) == []
    assert words.search("another", 5)[0][0] == 1


def test_words_nothing_before_the_commit(words: WordIndex) -> None:
    words.add([(9, {"text": "zebra"})])
    assert words.search("zebra", 1) == []
    words.close()
    opened = WordIndex.open(words.folder)
    assert opened.search("zebra", 1) == []
    assert opened.change == 3
    opened.close()


def test_words_saved_and_opened(words: WordIndex) -> None:
    words.close()
    opened = WordIndex.open(words.folder)
    assert len(opened) == 4
    opened.add([(9, {"text": "zebra"})])
    opened.change = 4
    opened.commit()
    opened.close()
    assert WordIndex.open(words.folder).search("zebra", 1)[0][0] == 9


def test_words_create_takes_the_place_of_what_was_there(words: WordIndex) -> None:
    words.close()
    assert len(WordIndex.create(words.folder)) == 0


def _largest(folder: Path, suffix: str) -> Path:
    return max(folder.glob(f"*{suffix}"), key=lambda path: path.stat().st_size)


def _cut(path: Path, by: int) -> None:
    path.write_bytes(path.read_bytes()[:-by])


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "manifest.json").unlink(),
        lambda folder: (folder / "manifest.json").write_text("null"),
        lambda folder: (folder / "meta.json").unlink(),
        lambda folder: (folder / "meta.json").write_text("{}"),
        lambda folder: _largest(folder, ".term").unlink(),
        lambda folder: _largest(folder, ".term").write_bytes(b""),
        lambda folder: _cut(_largest(folder, ".term"), 30),
        lambda folder: _cut(_largest(folder, ".idx"), 7),
        lambda folder: _cut(_largest(folder, ".fast"), 40),
        lambda folder: _largest(folder, ".pos").write_bytes(b"\xff" * 200),
    ],
)
def test_words_damaged_are_refused(words: WordIndex, damage: object) -> None:
    words.close()
    damage(words.folder)  # type: ignore[operator]
    with pytest.raises(CacheError):
        WordIndex.open(words.folder)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_words_search_never_raises(words: WordIndex, query: str) -> None:
    assert all(score >= 0 for _, score in words.search(query, 5, phrases=True))


def test_words_among_finds_the_best_of_those_alone(words: WordIndex) -> None:
    assert [row for row, _ in words.search("flooded houses", 3, among={3, 4})] == [4]
    assert words.search("flooded houses", 3, among=[]) == []
    assert words.search("flooded houses", 3, among={99}) == []
    everything = dict(words.search("flooded houses", 3))
    assert dict(words.search("flooded houses", 3, among={4, 1})) == pytest.approx(everything)


@pytest.mark.parametrize("allowed", [range(0, 6_000, 600), range(0, 6_000, 2), range(5_990, 6_000)])
def test_words_among_is_asked_before_the_cut(tmp_path: Path, allowed: range) -> None:
    made = WordIndex.create(tmp_path / "crowd")
    made.add((row, {"text": "barge " * (1 + (6_000 - row) // 600) + "sank"}) for row in range(6_000))
    made.commit()
    ranked = [row for row, _ in made.search("barge", 6_000)]
    wanted = [row for row in ranked if row in frozenset(allowed)][:5]
    scores = dict(made.search("barge", 6_000))
    found = made.search("barge", 5, among=frozenset(allowed))
    assert [scores[row] for row, _ in found] == pytest.approx([scores[row] for row in wanted])
    assert {row for row, _ in found} <= set(allowed)
