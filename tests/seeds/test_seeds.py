"""The form of the demonstration corpus: what every file, table and expected relation of it must hold.

Stands apart from the tests of the program: it needs no stage of it, so a change of the corpus is checked in a second.
"""

import csv
import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import frontmatter
import pytest

from factcheck.model import Group, RelationKind

SEEDS = Path(__file__).parents[2] / "seeds"
MANIFEST: dict[str, Any] = json.loads((SEEDS / "manifest.json").read_text(encoding="utf-8"))
EXPECTED: list[dict[str, Any]] = json.loads((SEEDS / "expected-relations.json").read_text(encoding="utf-8"))
INVENTED = {story["folder"]: story["invented"] for story in MANIFEST["stories"]}
DOCUMENTS = sorted(f"{folder}/{path.name}" for folder in INVENTED for path in (SEEDS / folder).iterdir())
LEAD: str = MANIFEST["lead"]

CLAIM_COLUMNS = ["id", "claim", "title", "subtitle", "body", "speaker", "date", "verdict", "url", "outlet"]
FIGURE_COLUMNS = ["entity", "indicator", "period", "value", "unit", "source"]
# A verdict on a claim of the real story speaks of the report, never of whose count is right.
VERDICTS_THAT_DECIDE = {"true", "false", "mostly true", "mostly false", "half true", "pants on fire"}


def read(document: str) -> frontmatter.Post:
    return frontmatter.loads((SEEDS / document).read_text(encoding="utf-8"))


def rows(name: str) -> list[dict[str, str]]:
    with (SEEDS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def host(url: str) -> str:
    return urlsplit(url).hostname or ""


# ------------------------------------------------------------------------------------------------------------ documents


def test_seeds_manifest_names_what_is_there() -> None:
    assert LEAD in DOCUMENTS
    assert {path.name for path in SEEDS.iterdir() if path.is_dir()} == set(INVENTED)
    assert all((SEEDS / MANIFEST[table]).is_file() for table in ("checked_claims", "official_figures"))
    assert sorted(INVENTED.values()) == [False, True, True]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_seeds_document_has_its_metadata(document: str) -> None:
    post = read(document)
    assert document.endswith(".md")
    for field in ("title", "outlet", "url", "note"):
        assert isinstance(post[field], str)
        assert post[field].strip()
    assert isinstance(post["date"], date)
    raw = (SEEDS / document).read_text(encoding="utf-8")
    assert re.search(r"^date: \d{4}-\d\d-\d\d$", raw, re.MULTILINE)
    assert 15 <= len(post.content.split()) <= 450


@pytest.mark.parametrize("document", DOCUMENTS)
def test_seeds_document_is_plain_prose(document: str) -> None:
    content = read(document).content
    assert not re.search(r"[#*_`<>|\[\]]|https?:|  ", content)
    assert all(paragraph and "\n" not in paragraph for paragraph in content.split("\n\n"))
    assert '"' not in content
    assert "'" not in content


@pytest.mark.parametrize("document", DOCUMENTS)
def test_seeds_document_says_whether_it_is_invented(document: str) -> None:
    post = read(document)
    invented = INVENTED[document.split("/", maxsplit=1)[0]]
    assert post.get("invented", False) is invented
    if invented or document == LEAD:
        assert host(post["url"]) == "example.org"
    else:
        assert host(post["url"]) != "example.org"
        assert post["rows"]
        assert post["note"] == "Summary in our own words of figures reported on this page"


@pytest.mark.parametrize("document", [document for document in DOCUMENTS if document.startswith("war-2022/")])
def test_seeds_document_of_weak_standing_is_labelled(document: str) -> None:
    post = read(document)
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    weak = any(post.get(mark) is True for mark in ("single", "inferred", "weak"))
    assert not weak or post["label"]
    assert ("label" in post) == (f"`{document.removeprefix('war-2022/')}`" in readme)


def test_seeds_texts_are_all_different() -> None:
    assert len({read(document).content for document in DOCUMENTS}) == len(DOCUMENTS)


def test_seeds_lead_stands_on_no_weak_row() -> None:
    weak = {"U0", "U6", "U7", "U8", "U11", "U12", "T0", "T3", "V1", "V5", "V8", "C7", "O2", "O3", "O4", "O10", "O13"}
    weak |= {
        "O14",
        "O16",
        "M3",
        "M4",
        "M7",
        "M9",
        "F7",
        "F13",
        "D1",
        "D2",
        "D11",
        "P2",
        "P3",
        "P4",
        "P7",
        "E3",
        "E5",
        "E6",
    }
    assert not weak.intersection(read(LEAD)["rows"])


def test_seeds_five_copies_of_one_wire_report() -> None:
    first = "At least 12 people have been killed since the river Ombrel burst its banks on Monday night"
    copies = [document for document in DOCUMENTS if first in read(document).content]
    assert len({read(document)["outlet"] for document in copies}) == len(copies) == 5


# --------------------------------------------------------------------------------------------------- expected relations


@pytest.mark.parametrize("pair", EXPECTED, ids=lambda pair: pair["id"])
def test_seeds_expected_relation_points_into_the_corpus(pair: dict[str, Any]) -> None:
    assert set(pair) == {"id", "story", "a", "b", "relation", "also_allowed", "why"}
    kind = RelationKind(pair["relation"])
    assert kind not in {RelationKind(name) for name in pair["also_allowed"]}
    assert pair["why"].endswith(".")
    for side in (pair["a"], pair["b"]):
        assert read(side["document"]).content.count(side["text"]) == 1
    folders = {side["document"].split("/")[0] for side in (pair["a"], pair["b"])}
    assert pair["story"] == (folders.pop() if len(folders) == 1 else "across")


def test_seeds_expected_relations_are_many_and_each_one_once() -> None:
    assert len(EXPECTED) >= 70
    assert len({pair["id"] for pair in EXPECTED}) == len(EXPECTED)
    sides = {frozenset((side["document"], side["text"]) for side in (pair["a"], pair["b"])) for pair in EXPECTED}
    assert len(sides) == len(EXPECTED)


def test_seeds_expected_relations_cover_the_closed_list() -> None:
    assert {pair["relation"] for pair in EXPECTED} == {kind.value for kind in RelationKind}


def test_seeds_at_least_half_of_the_expected_relations_are_innocent() -> None:
    innocent = [pair for pair in EXPECTED if RelationKind(pair["relation"]).group is not Group.CONFLICT]
    assert 2 * len(innocent) >= len(EXPECTED)


@pytest.mark.parametrize("story", [*INVENTED, "across"])
def test_seeds_no_story_is_conflict_only(story: str) -> None:
    groups = [RelationKind(pair["relation"]).group for pair in EXPECTED if pair["story"] == story]
    assert 2 * groups.count(Group.CONFLICT) <= len(groups)


def test_seeds_strongest_claim_of_the_lead_has_many_rival_counts() -> None:
    strongest = {"document": LEAD, "text": "Up to 4,000 Russian soldiers"}
    rivals = [pair for pair in EXPECTED if strongest in (pair["a"], pair["b"])]
    assert len(rivals) >= 12
    assert {RelationKind(pair["relation"]).group for pair in rivals} == set(Group)


# --------------------------------------------------------------------------------------------------------------- tables


def test_seeds_checked_claims_are_complete() -> None:
    claims = rows(MANIFEST["checked_claims"])
    assert list(claims[0]) == CLAIM_COLUMNS
    assert len(claims) >= 40
    for column in ("id", "claim", "url"):
        assert len({claim[column] for claim in claims}) == len(claims)
    for claim in claims:
        assert all(claim[column].strip() for column in CLAIM_COLUMNS if column != "speaker")
        date.fromisoformat(claim["date"])
        assert host(claim["url"]) == "example.org"


def test_seeds_checked_claims_never_decide_the_real_story() -> None:
    real = [claim for claim in rows(MANIFEST["checked_claims"]) if claim["id"].startswith("war-")]
    assert len(real) >= 20
    assert not VERDICTS_THAT_DECIDE.intersection(claim["verdict"].casefold() for claim in real)


def test_seeds_official_figures_are_complete() -> None:
    figures = rows(MANIFEST["official_figures"])
    assert list(figures[0]) == FIGURE_COLUMNS
    assert len(figures) <= 60
    assert len({(row["entity"], row["indicator"], row["period"], row["source"]) for row in figures}) == len(figures)
    for row in figures:
        assert all(row[column].strip() for column in FIGURE_COLUMNS)
        assert re.fullmatch(r"\d{4}(-\d\d){0,2}", row["period"])
        float(row["value"])
        assert row["source"].startswith(("World Bank, ", "Invented: "))
