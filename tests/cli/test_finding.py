"""`search` and `import-claims` as commands: filters alone, figures of checked claims, groups, what was searched."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import main
from factcheck.model import EventKind
from factcheck.pipeline import decide
from factcheck.pipeline.opening import open_workspace

CHECKED = (
    "id,claim,verdict,speaker,date\n"
    "1,The landslide at Orrin buried 40 houses.,False,Ada Wren,2024-02-01\n"
    "2,Forty-four houses were buried at Orrin.,Mixed,Bo Lind,2024-02-03\n"
    "3,The slide at Orrin buried more than 900 houses.,False,,\n"
    "4,Orrin has a fine church.,True,Ada Wren,2023-01-01\n"
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("FACTCHECK_WORKSPACE", str(tmp_path / "workspace"))
    (tmp_path / "checked.csv").write_text(CHECKED, encoding="utf-8")

    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    assert call("import-claims", str(tmp_path / "checked.csv"))[0] == 0
    return call


def found(out: str) -> list[str]:
    return [hit["external_id"] for hit in json.loads(out)]


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (("value 35..45 house",), ["2", "1"]),
        (("--value", "35..45", "--unit", "houses"), ["2", "1"]),
        (("--value", "35..2000", "--unit", "house"), ["2", "1", "3"]),
        (("--value", "40"), ["1"]),
        (("--speaker", "wren"), ["1", "4"]),
        (("--speaker", "wren", "--kind", "numeric"), ["1"]),
        (("--verdict", "FALSE", "--since", "2024-01-01"), ["1"]),
        (("buried", "--until", "2024-02-02", "--kind", "numeric"), ["1"]),
        (("speaker:nobody",), []),
        (("--document", "none"), []),
    ],
)
def test_search_by_filters_alone_or_beside_a_text(run: Any, arguments: tuple[str, ...], ids: list[str]) -> None:
    status, out, _ = run("search", *arguments, "--format", "json")
    assert status == 0
    assert found(out) == ids


def test_search_says_what_was_searched(run: Any) -> None:
    _, out, err = run("search", "houses buried", "--unit", "house")
    assert err.strip() == "searched 4 claims up to 2024-02-03, of which the filters let 3 through"
    assert "Forty-four houses" in out
    _, out, err = run("search", "quantum chromodynamics on a lattice")
    assert "nothing is near, the nearest is: " in err


def test_search_in_a_batch_reads_filters_and_answers_every_line(run: Any, tmp_path: Path) -> None:
    asked = ["value 35..45 house", "", "the of and", "+ - ( [", "x" * 100_000, "buried verdict:true", "since:never"]
    lines = [json.dumps({"id": number, "text": text}) for number, text in enumerate(asked)]
    (tmp_path / "asked.jsonl").write_text("\n".join([*lines, "{", "[]"]), encoding="utf-8")
    status, out, _ = run("search", "--queries", str(tmp_path / "asked.jsonl"), "-k", "2")
    told = [json.loads(line) for line in out.splitlines()]
    assert status == 1
    assert [one["id"] for one in told] == [0, 1, 2, 3, 4, 5, 6, 8, 9]
    assert [sorted(one) for one in told] == [
        ["hits", "id"] if place in (0, 4, 5) else ["error", "id"] for place in range(9)
    ]
    assert [hit["external_id"] for hit in told[0]["hits"]] == ["2", "1"]
    assert all("\n" not in one["error"] for one in told if "error" in one)


def test_search_tells_the_group_that_persons_made(run: Any, tmp_path: Path) -> None:
    _, out, _ = run("search", "value 35..45 house", "--format", "json")
    a, b = (hit["claim_id"] for hit in json.loads(out))
    with open_workspace(tmp_path / "workspace") as workspace:
        decide.decide(workspace, kind=EventKind.SAME_CLAIM, subject=decide.pair(a, b), person="Cleo")
    _, out, _ = run("search", "houses buried at Orrin", "--format", "json")
    by_id = {hit["external_id"]: hit for hit in json.loads(out)}
    group = by_id["1"]["claim_group"]
    assert group == by_id["2"]["claim_group"]
    assert by_id["4"]["claim_group"] is None
    assert (group["times"], group["first"], group["speakers"]) == (2, "2024-02-01", ["Ada Wren", "Bo Lind"])
    assert group["summary"].endswith("by two speakers, first on 1 February 2024.")
    assert set(group["claim_ids"]) == {a, b}
    _, out, _ = run("search", "houses buried at Orrin")
    assert "SAID" in out.splitlines()[0]


def test_import_claims_tells_how_many_figures_were_read(run: Any, tmp_path: Path) -> None:
    more = tmp_path / "more.csv"
    more.write_text("id,claim\n9,The dam held 40 million litres for 3 days.\n", encoding="utf-8")
    status, out, _ = run("import-claims", str(more), "--format", "json")
    assert status == 0
    assert (json.loads(out)["added"], json.loads(out)["figures"]) == (1, 2)
