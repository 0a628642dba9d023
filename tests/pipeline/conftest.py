"""A workspace filled once with a small invented story."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.pipeline import ingest, tables
from factcheck.pipeline.opening import open_workspace
from factcheck.workspace import Workspace

ARTICLES = {
    "Harbour Times": (
        "2024-06-11",
        "The ferry Aldine sank off Corrie Head on Monday. The sinking killed 14 people, the coastguard said on Tuesday. "
        "“We searched for nine hours,” said Petra Wain, who led the crew.",
    ),
    "Island Radio": (
        "2024-06-11",
        "The sinking of the ferry Aldine off Corrie Head on Monday killed 31 people, the shipping company said on Tuesday.",
    ),
    "Evening Ledger": (
        "2024-06-12",
        "The sinking of the ferry Aldine on Monday injured 14 people, the hospital said on Wednesday.",
    ),
    "Northern Echoes": (
        "2024-06-13",
        "The sinking of the ferry Aldine has killed 17 people, the coastguard said on Thursday.",
    ),
    "Garden Weekly": ("2024-06-13", "Growers sold 14 million tulips in May, the flower exchange said."),
}


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Five articles and three checked claims; not to be changed."""
    with open_workspace(tmp_path_factory.mktemp("filled")) as workspace:
        fill(workspace, tmp_path_factory.mktemp("tables"))
        yield workspace


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed workspace of the same, to be copied."""
    folder = tmp_path_factory.mktemp("template") / "workspace"
    with open_workspace(folder) as workspace:
        fill(workspace, tmp_path_factory.mktemp("tables"))
    return folder


@pytest.fixture
def fresh(_template: Path, tmp_path: Path) -> Iterator[Workspace]:
    """The same, for one test alone."""
    shutil.copytree(_template, tmp_path / "fresh")
    with open_workspace(tmp_path / "fresh") as workspace:
        yield workspace


def fill(workspace: Workspace, folder: Path) -> None:
    for outlet, (date, text) in ARTICLES.items():
        ingest.ingest(workspace, ingest.from_text(text, outlet=outlet, date=date, title=f"{outlet} of {date}"))
    table = folder / "checked.csv"
    table.write_text(
        "id,claim,verdict,speaker,date\n"
        "1,The ferry Aldine sank because of a collision.,Unproven,Rumour,2024-06-12\n"
        "2,Fourteen people were killed when the ferry Aldine sank.,Mostly true,,2024-06-12\n"
        "3,The city planted 14 million tulips.,False,Mayor,2023-05-01\n",
        encoding="utf-8",
    )
    tables.import_claims(workspace, table)


@pytest.fixture(scope="session")
def claim_id(filled: Workspace) -> str:
    """The claim of 14 people killed."""
    return find(filled, "killed 14 people")


def find(workspace: Workspace, words: str) -> str:
    found = [one.claim_id for one in workspace.store.all_statements() if words in one.claim.text]
    assert found
    return found[0] or ""
