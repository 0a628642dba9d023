"""The scoring of quantities, ours and a rival's, on invented sentences."""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import quantities as bench
from benchmarks.quantity_adapter import Item, gold_item

GOLD = [
    {"text": "Gant sold 12 boats.", "quantities": [{"value": "12.0", "normalized_unit": "boat"}]},
    {"text": "Burl paid $3 to $5 per crate.", "quantities": [{"value": "3-5", "normalized_unit": "dollar per crate"}]},
]


def item(value: str, unit: str = "-", change: str = "=", concept: str = "-") -> Item:
    return gold_item({"value": value, "normalized_unit": unit, "change": change, "referred_concepts": concept})


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    lines = "\n".join(map(json.dumps, GOLD))
    (tmp_path / "newsquant.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def rival(folder: Path, *found: list[dict[str, str]], texts: tuple[str, ...] = ()) -> Path:
    path = folder / "rival.jsonl"
    texts = texts or tuple(str(row["text"]) for row in GOLD)
    lines = [{"set": "newsquant", "text": text, "quantities": one} for text, one in zip(texts, found, strict=True)]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def quantity(value: str, unit: str, **more: str) -> dict[str, str]:
    return {"value": value, "normalized_unit": unit, **more}


def test_quantities_a_rivals_range_and_unit_names_are_read_as_the_golds(sets: Path) -> None:
    path = rival(sets, [quantity("12", "boat"), quantity("4", "-")], [quantity("3-5", "US dollars per crate")])
    found = bench.read_rival(path, sets, ["newsquant"], "all")["newsquant"]
    assert bench.scores(found, "value") == pytest.approx((2 / 3, 1.0, 0.8))
    assert bench.scores(found, "unit") == bench.scores(found, "value")


def test_quantities_a_sentence_the_rival_left_out_is_an_error(sets: Path) -> None:
    path = rival(sets, [quantity("12", "boat")], texts=("Gant sold 12 boats.",))
    with pytest.raises(ValueError, match="lacks 1 sentences of newsquant"):
        bench.read_rival(path, sets, ["newsquant"], "all")


def test_quantities_fields_a_rival_never_gives_are_not_scored(sets: Path) -> None:
    plain = bench.known_fields(rival(sets, [quantity("12", "boat", change="", referred_concepts="")], []))
    assert plain == {"value", "unit", "unit (head)"}
    full = bench.known_fields(rival(sets, [quantity("12", "boat", change="=", referred_concepts="-")], []))
    assert full == set(bench.FIELDS)


@pytest.mark.parametrize(
    ("gold", "found", "hits"),
    [
        ([item("5", "ton")], [item("5", "ton")], {"value": 1, "unit": 1, "change": 1, "concept": 1}),
        ([item("5", "ton")], [item("5", "mile", "up")], {"value": 1, "unit": 0, "change": 0, "concept": 1}),
        ([item("3-5")], [item("3"), item("5")], {"value": 0, "unit": 0, "change": 0, "concept": 0}),
        # nothing is used up but by its unit: one found quantity meets both of the gold
        ([item("1", "ton"), item("1", "mile")], [item("1")], {"value": 2, "unit": 0, "change": 2, "concept": 2}),
        # the words of a concept as written: a plural is another word, and a word written twice is never met
        (
            [item("5", concept="crude sales")],
            [item("5", concept="crude sale")],
            {"value": 1, "unit": 1, "change": 1, "concept": 0},
        ),
        ([item("5", concept="to to")], [item("5", concept="to")], {"value": 1, "unit": 1, "change": 1, "concept": 0}),
    ],
)
def test_quantities_authors_hits(gold: list[Item], found: list[Item], hits: dict[str, int]) -> None:
    counted = bench.authors_hits(gold, found)
    assert {name: counted[name] for name in hits} == hits


def test_quantities_paired_hits_use_each_quantity_once() -> None:
    one = bench.sentence("", [item("1", "ton"), item("1", "mile")], [item("1")])
    assert (one.hits["value"], one.hits["change"]) == (1, 1)
    evened = bench.sentence("", [item("5", concept="crude sales")], [item("5", concept="the crude sale")])
    assert evened.hits["concept"] == 1


def test_quantities_mean_recall_weighs_a_table_as_one_sentence() -> None:
    table = bench.sentence("", [item(str(n)) for n in range(1, 5)], [item("1")])
    plain = bench.sentence("", [item("7")], [item("7")])
    none = bench.sentence("", [], [item("8")])
    assert bench.mean_recall([table, plain, none], "value") == pytest.approx((0.25 + 1) / 2)


def test_quantities_difference_is_drawn_for_both_together() -> None:
    right = [bench.sentence("", [item(str(n))], [item(str(n))]) for n in range(1, 9)]
    wrong = [bench.sentence("", [item(str(n))], []) for n in range(1, 9)]
    assert bench.difference(right, right, "value") == (0.0, 0.0, 0.0)
    assert bench.difference(right, wrong, "value") == (1.0, 1.0, 1.0)


def test_quantities_prints_the_rival_beside_ours(
    sets: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = rival(sets, [quantity("12", "boat")], [quantity("3-5", "dollar per crate")])
    held: dict[str, Any] = {"newsquant": bench.read_rival(path, sets, ["newsquant"], "all")["newsquant"]}
    monkeypatch.setattr(bench, "read", lambda *_: held)
    (sets / "quantities").mkdir()
    (sets / "newsquant.jsonl").rename(sets / "quantities" / "newsquant.jsonl")
    bench.main(["--data", str(sets), "--set", "newsquant", "--rival", f"other={path}"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].split() == ["part", "field", "ours", "other"]
    assert "all       value + unit                        1.000         1.000" in lines
    assert "all       value + change                      1.000             –" in lines
    assert "value                        +0.000   +0.000 to +0.000" in lines


def test_quantities_a_rivals_file_that_is_not_there_is_wrong_use(
    sets: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (sets / "quantities").mkdir()
    with pytest.raises(SystemExit, match="2"):
        bench.main(["--data", str(sets), "--rival", f"other={sets / 'absent.jsonl'}"])
    assert "absent.jsonl' is not a file: give --rival NAME=FILE" in capsys.readouterr().err
