"""The commands as another program uses them: standard output, standard error, exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import main

FLOOD = """The river Velle burst its banks on Monday. At least 31 people were killed, police said on Tuesday.

"We counted 1,200 flooded homes," said Mara Delling, the mayor of Ostwick.
"""
SPAN_KEYS = {"text", "start", "end"}
CLAIM_KEYS = SPAN_KEYS | {
    "restated", "kinds", "voice", "speaker", "via", "cue", "stance", "writer_view", "content", "said_on", "figures",
    "check_worthiness", "check_worthiness_parts",
}  # fmt: skip
FIGURE_KEYS = SPAN_KEYS | {
    "low", "high", "approximate", "vague", "bound", "unit", "unit_text", "dimension", "per", "whole", "restates", "role",
    "direction", "accrual", "modality", "hedged", "basis", "measure", "population", "place", "period", "as_of",
}  # fmt: skip
HIT_KEYS = {
    "rank", "claim_id", "external_id", "text", "score", "score_parts", "matched", "relation", "group", "speaker", "date",
    "outlet", "verdict", "url", "document_id", "start", "end",
}  # fmt: skip


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "flood.txt"
    path.write_text(FLOOD, encoding="utf-8")
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("FACTCHECK_WORKSPACE", str(tmp_path / "workspace"))

    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def spans(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        own = [value] if value.keys() >= SPAN_KEYS and "spans" not in value else []
        return own + [span for inner in value.values() for span in spans(inner)]
    return [span for inner in value for span in spans(inner)] if isinstance(value, list) else []


def test_extract_prints_document_and_claims_with_every_field(run: Any, article: Path) -> None:
    status, out, _ = run("extract", str(article), "--date", "2024-06-12", "--format", "json")
    made = json.loads(out)
    assert status == 0
    assert made["document"].keys() == {"id", "title", "outlet", "published_on", "sha256", "text"}
    assert made["document"]["published_on"] == "2024-06-12"
    assert made["claims"]
    for claim in made["claims"]:
        assert claim.keys() == CLAIM_KEYS | {"red_flags"}
        assert all(figure.keys() == FIGURE_KEYS for figure in claim["figures"])
        for span in spans(claim):
            assert made["document"]["text"][span["start"] : span["end"]] == span["text"]
    killed = next(figure for claim in made["claims"] for figure in claim["figures"] if figure["low"] == 31)
    assert (killed["high"], killed["bound"], killed["unit"], killed["dimension"]) == (
        None,
        "at_least",
        "person",
        "count",
    )


def test_extract_reads_standard_input(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    process = subprocess.run(
        [
            sys.executable,
            "-c",
            "from factcheck.cli import main; raise SystemExit(main())",
            "extract",
            "-",
            "--format",
            "jsonl",
        ],
        input=FLOOD.encode(),
        capture_output=True,
        check=False,
    )
    assert process.returncode == 0
    assert any("31 people" in json.loads(line)["text"] for line in process.stdout.splitlines())


def test_extract_batch_answers_a_bad_line_and_goes_on(run: Any, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": "Police counted 58 dead.", "date": "2024-06-12"}),
        "{not json",
        json.dumps({"id": "c", "text": ""}),
        json.dumps({"id": "d", "text": "Some 400 homes burned.", "date": "2024-13-45"}),
        json.dumps({"id": "e", "text": "The fire burned 400 homes."}),
    ]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(lines), encoding="utf-8")
    status, out, _ = run("extract", "--jsonl", str(batch))
    made = [json.loads(line) for line in out.splitlines()]
    assert status == 1
    assert [line["id"] for line in made] == ["a", 2, "c", "d", "e"]
    assert [sorted(line.keys()) for line in made] == [
        ["claims", "id"], ["error", "id"], ["error", "id"], ["error", "id"], ["claims", "id"],
    ]  # fmt: skip
    assert made[0]["claims"][0]["figures"][0]["low"] == 58


def test_extract_batch_answers_the_same_with_several_processes(run: Any, tmp_path: Path) -> None:
    texts = ["Police counted 58 dead.", "", "Some 400 homes burned, Ola Brandt said.", "Rents doubled."]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join([*(json.dumps({"id": at, "text": text}) for at, text in enumerate(texts)), "{"]))
    alone = run("extract", "--jsonl", str(batch), "--processes", "1")
    assert (alone[0], len(alone[1].splitlines())) == (1, 5)
    assert run("extract", "--jsonl", str(batch), "--processes", "2") == alone


def test_ingest_then_search_finds_the_claim_with_all_fields(run: Any, article: Path) -> None:
    assert run("ingest", str(article), "--date", "2024-06-12", "--outlet", "Velle Post")[0] == 0
    status, out, _ = run("search", "how many people were killed when the river burst its banks", "--format", "json")
    hits = json.loads(out)
    assert status == 0
    assert hits[0].keys() >= HIT_KEYS
    assert "31 people" in hits[0]["text"]
    assert (hits[0]["outlet"], hits[0]["date"]) == ("Velle Post", "2024-06-11")
    assert 0 <= hits[0]["score"] <= 1


def test_ingest_of_the_same_text_twice_is_one_document(run: Any, article: Path) -> None:
    first = json.loads(run("ingest", str(article), "--format", "json")[1])[0]
    second = json.loads(run("ingest", str(article), "--format", "json")[1])[0]
    assert (first["already"], second["already"]) == (False, True)
    assert first["document_id"] == second["document_id"]


def test_ingest_keeps_the_good_files_of_a_folder(run: Any, article: Path) -> None:
    (article.parent / "empty.txt").write_text("", encoding="utf-8")
    status, out, err = run("ingest", str(article.parent), "--format", "jsonl")
    made = [json.loads(line) for line in out.splitlines()]
    assert status == 1
    assert sorted("error" in line for line in made) == [False, True]
    assert err == ""


def test_search_batch_gives_hits_a_line(run: Any, article: Path, tmp_path: Path) -> None:
    run("ingest", str(article))
    queries = tmp_path / "queries.jsonl"
    queries.write_text('{"id": "q1", "text": "flooded homes"}\n{"id": "q2", "text": "  "}\n', encoding="utf-8")
    status, out, _ = run("search", "--queries", str(queries), "-k", "2")
    first, second = (json.loads(line) for line in out.splitlines())
    assert status == 1
    assert first["id"] == "q1"
    assert len(first["hits"]) == 2
    assert "1,200" in first["hits"][0]["text"]
    assert second.keys() == {"id", "error"}


@pytest.mark.parametrize("mode", ["hybrid", "meaning", "words"])
def test_search_of_an_empty_workspace_finds_nothing(run: Any, tmp_path: Path, mode: str) -> None:
    table = tmp_path / "none.csv"
    table.write_text("id,claim\n", encoding="utf-8")
    run("import-claims", str(table))
    status, out, _ = run("search", "anything at all", "--mode", mode, "--format", "json")
    assert (status, json.loads(out)) == (0, [])


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "flood"),
        ("conflicts",),
        ("export", "--as", "csv"),
        ("ingest", "missing.txt", "--date", "never"),
        ("import-claims", "missing.csv"),
    ],
)
def test_commands_that_cannot_work_make_no_workspace(run: Any, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    status, out, err = run(*arguments)
    assert status in (1, 2)
    assert (out, len(err.splitlines())) == ("", 1)
    assert not (tmp_path / "workspace").exists()


def test_extract_batch_takes_the_options_for_what_a_line_does_not_say(run: Any, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    text = "The bridge cost 40 million euros, the mayor said on Tuesday."
    batch.write_text(
        json.dumps({"id": 1, "text": text}) + "\n" + json.dumps({"id": 2, "text": text, "date": "2023-05-05"})
    )
    status, out, _ = run("extract", "--jsonl", str(batch), "--date", "2022-03-11")
    said = [json.loads(line)["claims"][0]["said_on"]["from"] for line in out.splitlines()]
    assert (status, said) == (0, ["2022-03-08", "2023-05-02"])
    assert run("extract", "--jsonl", str(batch), "--date", "notadate")[0] == 2


def test_batch_survives_every_kind_of_bad_line(run: Any, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    lines = [
        '{"id": ' + "9" * 5000 + "}",
        '{"id": "\\ud800", "text": "Police counted 58 dead."}',
        '{"id": NaN, "text": "x"}',
    ]
    batch.write_text("\n".join([*lines, '{"id": 4, "text": "Police counted 58 dead."}']), encoding="utf-8")
    status, out, _ = run("extract", "--jsonl", str(batch))
    made = [json.loads(line) for line in out.splitlines()]
    assert status == 1
    assert [("claims" in line, line["id"]) for line in made] == [(False, 1), (True, "\ud800"), (False, 3), (True, 4)]


def test_compare_tells_relation_group_and_reason(run: Any) -> None:
    a, b = "The blast killed 31 people on Monday, police said.", "The blast killed 58 people on Monday, doctors said."
    status, out, _ = run("compare", a, b, "--format", "json")
    made = json.loads(out)
    assert status == 0
    assert made.keys() == {"relation", "group", "reason", "facts", "a", "b", "pairs"}
    assert made["group"] != "agree"
    assert (made["a"]["low"], made["b"]["low"]) == (31, 58)
    assert made["a"].keys() == FIGURE_KEYS


def test_compare_batch_keeps_the_order_of_its_lines(run: Any, tmp_path: Path) -> None:
    batch = tmp_path / "pairs.jsonl"
    pair = {
        "a": {"text": "31 people were killed.", "date": "2024-06-12"},
        "b": {"text": "Thirty-one people were killed."},
    }
    batch.write_text(
        json.dumps({"id": 1, **pair}) + "\n" + json.dumps({"id": 2, "a": pair["a"]}) + "\n", encoding="utf-8"
    )
    status, out, _ = run("compare", "--jsonl", str(batch))
    first, second = (json.loads(line) for line in out.splitlines())
    assert status == 1
    assert (first["id"], first["group"]) == (1, "agree")
    assert second.keys() == {"id", "error"}


def test_conflicts_prints_both_claims(run: Any, tmp_path: Path) -> None:
    for name, number in (("one", 31), ("two", 58)):
        text = f"The explosion at the Ardmoor mill on Monday killed {number} people, the fire service said on Tuesday."
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        run("ingest", str(tmp_path / f"{name}.txt"), "--date", "2024-06-12", "--outlet", name)
    status, out, _ = run("conflicts", "--format", "json")
    made = json.loads(out)
    assert status == 0
    assert len(made) == 1
    assert made[0].keys() >= {"claim_a", "claim_b", "relation", "group", "reason", "facts", "a", "b"}
    assert made[0]["group"] == "conflict"
    assert {made[0]["a"]["low"], made[0]["b"]["low"]} == {31, 58}


def test_import_claims_is_safe_to_repeat(run: Any, tmp_path: Path) -> None:
    table = tmp_path / "checked.csv"
    rows = "id,claim,verdict,date\n1,The dam held 40 million litres.,False,2020-05-01\n2,,True,\n3,Prices rose 2%.,True,2021-01-01\n"
    table.write_text(rows, encoding="utf-8")
    status, out, _ = run("import-claims", str(table), "--format", "json")
    assert status == 1
    assert json.loads(out)["added"] == 2
    assert [row["line"] for row in json.loads(out)["skipped"]] == [3]
    assert json.loads(run("import-claims", str(table), "--format", "json")[1])["already"] == 2
    hit = json.loads(run("search", "how much water the dam held", "-k", "1", "--format", "json")[1])[0]
    assert (hit["external_id"], hit["verdict"], hit["document_id"]) == ("1", "False", None)


def test_doctor_finds_nothing_wrong_in_a_new_workspace(run: Any, article: Path) -> None:
    run("ingest", str(article))
    status, out, _ = run("doctor", "--format", "json")
    assert status == 0
    assert all(finding["ok"] for finding in json.loads(out))


BAD_INPUT = [
    (("extract", "missing.txt"), 1, "missing.txt"),
    (("extract", "empty.txt"), 1, "empty"),
    (("extract", "binary.txt"), 1, "binary.txt"),
    (("extract", "german.txt"), 1, "another language"),
    (("extract", "dull.txt"), 1, "No claim"),
    (("ingest", "dull.txt"), 1, "No claim"),
    (("ingest", "german.txt"), 1, "german.txt"),
    (("extract", "good.txt", "--date", "2022-13-45"), 2, "YYYY-MM-DD"),
    (("extract",), 2, "PATH"),
    (("extract", "good.txt", "--format", "xml"), 2, "xml"),
    (("ingest",), 2, "PATH"),
    (("search",), 2, "TEXT"),
    (("search", "…"), 2, "search"),
    (("search", "a", "--value", "many"), 2, "3500..4500"),
    (("search", "a", "--value", "nan..inf"), 2, "3500..4500"),
    (("search", "a", "--value", "5..3"), 2, "3500..4500"),
    (("ingest", "hollow"), 1, "hollow"),
    (("search", "a", "--since", "never"), 2, "YYYY-MM-DD"),
    (("compare", "only one"), 2, "two texts"),
    (("compare", "one", " "), 1, "no text"),
    (("conflicts", "--document", "none"), 1, "none"),
    (("import-claims", "good.txt"), 1, "good.txt"),
    (("nonsense",), 2, "nonsense"),
]


@pytest.mark.parametrize(
    ("arguments", "status", "words"), BAD_INPUT, ids=[" ".join(case[0]) or "-" for case in BAD_INPUT]
)
def test_commands_answer_bad_input_with_one_line(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], status: int, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text("Police counted 58 dead.", encoding="utf-8")
    (tmp_path / "empty.txt").write_text(" \n", encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "hollow").mkdir()
    german = "Am Montag trat der Fluss über die Ufer. Nach Angaben der Polizei kamen dabei 31 Menschen ums Leben."
    (tmp_path / "german.txt").write_text(german, encoding="utf-8")
    (tmp_path / "dull.txt").write_text("The garden was green and the morning was fine.", encoding="utf-8")
    if arguments[0] in ("search", "conflicts"):
        run("ingest", "good.txt")
    got, out, err = run(*arguments)
    assert got == status
    assert out == ""
    assert len(err.splitlines()) == 1
    assert err.startswith("error: ")
    assert words in err


@pytest.mark.parametrize(
    "command",
    [
        "ingest",
        "extract",
        "search",
        "compare",
        "conflicts",
        "import-claims",
        "import-figures",
        "export",
        "serve",
        "demo",
        "doctor",
    ],
)
def test_commands_have_help_with_an_example(run: Any, command: str) -> None:
    status, out, _ = run(command, "--help")
    assert status == 0
    assert "Example: factcheck " in out


def test_commands_say_in_one_line_that_the_workspace_is_open_elsewhere(run: Any, article: Path, tmp_path: Path) -> None:
    from factcheck.pipeline.opening import open_workspace

    with open_workspace(tmp_path / "workspace") as workspace:
        workspace.set_owner("http://127.0.0.1:8501", "token")
        status, out, err = run("ingest", str(article))
    assert (status, out) == (1, "")
    assert "http://127.0.0.1:8501" in err
    assert len(err.splitlines()) == 1
