"""Folders into a workspace: in order, with errors told, the same with processes as without."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.pipeline import ingest
from factcheck.pipeline.ingest import Failed
from factcheck.pipeline.opening import open_workspace
from factcheck.workspace import Workspace


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for number in range(6):
        text = f"The mill at Ardmoor shipped {number + 200} tonnes of flour on Monday, its owner Una Brask said."
        (made / f"{number}.txt").write_text(text, encoding="utf-8")
    (made / "2.txt").write_text("   ", encoding="utf-8")
    (made / "4.txt").write_text("Good morning.", encoding="utf-8")
    (made / "5.txt").write_text((made / "3.txt").read_text(encoding="utf-8"), encoding="utf-8")
    return made


def taken_in(workspace: Workspace, folder: Path, **options: Any) -> list[tuple[str, Any]]:
    done = ingest.ingest_all(workspace, ingest.sources([str(folder)]), **options)
    return [
        ("failed", Path(one.id).name) if isinstance(one, Failed) else ("known" if one.already else "new", one.claims)
        for one in done
    ]


@pytest.mark.parametrize("options", [{}, {"processes": 2, "enough": 0}], ids=["alone", "two processes"])
def test_ingest_folder_is_kept_in_order_once(tmp_path: Path, folder: Path, options: dict[str, int]) -> None:
    told: list[tuple[int, str]] = []
    with open_workspace(tmp_path / "workspace") as workspace:
        first = taken_in(
            workspace, folder, on_progress=lambda step: told.append((step.done, Path(step.what).name)), **options
        )
        again = taken_in(workspace, folder)
    assert first == [("new", 1), ("new", 1), ("failed", "2.txt"), ("new", 1), ("failed", "4.txt"), ("known", 1)]
    assert again == [(("known" if kind == "new" else kind), what) for kind, what in first]
    assert told == [*((number, f"{number}.txt") for number in range(6)), (6, "done")]


def test_ingest_sends_only_unknown_texts_to_be_read(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    plain = ingest.extract
    monkeypatch.setattr(ingest, "extract", lambda document: (read.append(document.text), plain(document))[1])
    with open_workspace(tmp_path / "workspace") as workspace:
        list(ingest.ingest_all(workspace, [str(folder / "0.txt")]))
        read.clear()
        list(ingest.ingest_all(workspace, [str(folder / "0.txt"), str(folder / "1.txt")]))
    assert len(read) == 1
    assert "201 tonnes" in read[0]
