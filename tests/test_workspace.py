from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks import synthetic
from factcheck.errors import ModelError, NotFoundError, StoreError, WorkspaceBusyError
from factcheck.index.vectors import VectorIndex
from factcheck.settings import Settings
from factcheck.store import VectorKind
from factcheck.workspace import LOCK_FILE, OWNER_FILE, STORE_FILE, Owner, Workspace, read_owner

ENCODER = synthetic.MadeUpEncoder()


def _open(folder: Path, **given: object) -> Workspace:
    return Workspace.open(folder, settings=Settings(workspace=folder), encoder=ENCODER, **given)  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


@pytest.fixture
def workspace(folder: Path) -> Iterator[Workspace]:
    with _open(folder) as opened:
        yield opened


def _filled(folder: Path, documents: int = 4) -> None:
    with _open(folder) as workspace:
        for number in range(documents):
            synthetic.add(workspace.store, number)
        earlier = [synthetic.earlier(number) for number in range(6)]
        workspace.store.add_earlier_claims(earlier, ENCODER.encode([one.claim for one in earlier]), ENCODER.identity)
        workspace.sync()


# ---------------------------------------------------------------------------------------------------------- indexes


def test_workspace_finds_what_was_just_added(workspace: Workspace) -> None:
    assert workspace.vectors.search(ENCODER.encode(["nothing yet"]), 3)[1].tolist() == [[-1, -1, -1]]
    for number in range(3):
        added = synthetic.add(workspace.store, number)
        statement = workspace.store.statement(added.claim_ids[2])
        _, rows = workspace.vectors.search(ENCODER.encode([statement.claim.text]), 1)
        assert workspace.store.claim_ids_for_rows(rows[0])[int(rows[0, 0])] == added.claim_ids[2]
        (best, *_) = workspace.words.search(statement.claim.text, 1)
        assert workspace.store.statements_of_rows([best[0]])[best[0]] == statement
    assert len(workspace.numberless) == len(workspace.vectors) == len(workspace.words) == 15
    assert workspace.check_indexes() == []


def test_workspace_never_finds_what_was_dropped(workspace: Workspace) -> None:
    added = synthetic.add(workspace.store, 1)
    assert len(workspace.vectors) == 5
    workspace.store.drop_claim(added.claim_ids[0])
    assert (len(workspace.vectors), len(workspace.numberless_vectors), len(workspace.words)) == (4, 4, 4)
    workspace.store.restore_claim(added.claim_ids[0])
    workspace.store.replace_claim(added.claim_ids[1], workspace.store.statement(added.claim_ids[1]).claim)
    assert workspace.check_indexes() == []


def test_workspace_finds_earlier_claims_by_meaning_and_words(folder: Path) -> None:
    _filled(folder)
    with _open(folder) as workspace:
        wanted = synthetic.earlier(3)
        _, rows = workspace.earlier_vectors.search(ENCODER.encode([wanted.claim]), 1)
        (best, *_) = workspace.earlier_words.search(f"Check {wanted.external_id}: {wanted.claim}", 1)
        assert best[0] == rows[0, 0]
        assert workspace.store.earlier_of_rows(rows[0])[best[0]].external_id == "3"


def test_workspace_opens_saved_indexes_and_catches_up(folder: Path) -> None:
    _filled(folder)
    with _open(folder) as workspace:
        assert workspace.vectors.change == workspace.store.change_number()
        assert not workspace.vectors.unsaved
        synthetic.add(workspace.store, 9)
    with _open(folder) as workspace:
        assert workspace.check_indexes() == []
        assert len(workspace.vectors) == 25


def _remove(path: Path) -> None:
    shutil.rmtree(path)


def _truncate_all(path: Path) -> None:
    for file in path.rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _garble(path: Path) -> None:
    for file in path.rglob("*.*"):
        if file.is_file():
            file.write_bytes(b"\xff" * file.stat().st_size)


def _without_manifests(path: Path) -> None:
    for file in path.rglob("manifest.json"):
        file.unlink()


def _of_another_model(path: Path) -> None:
    for file in path.rglob("manifest.json"):
        file.write_text(json.dumps({**json.loads(file.read_text()), "model": "6" * 64, "format": 0}))


def _from_the_future(path: Path) -> None:
    for file in path.rglob("manifest.json"):
        file.write_text(json.dumps({**json.loads(file.read_text()), "change": 10_000}))


@pytest.mark.parametrize(
    "damage", [_remove, _truncate_all, _garble, _without_manifests, _of_another_model, _from_the_future]
)
@pytest.mark.parametrize("part", ["vectors", "words"])
def test_workspace_builds_damaged_indexes_anew_without_encoding(
    folder: Path, damage: Callable[[Path], None], part: str
) -> None:
    _filled(folder)
    damage(folder / part)
    with Workspace.open(folder, settings=Settings(workspace=folder), encoder=_Never()) as workspace:
        assert workspace.check_indexes() == []
        assert (len(workspace.vectors), len(workspace.earlier_words)) == (20, 6)
    with _open(folder) as workspace:
        assert workspace.check_indexes() == []


class _Never(synthetic.MadeUpEncoder):
    def encode(self, texts: object) -> np.ndarray:
        raise AssertionError("nothing is encoded again")


def test_workspace_rebuild(folder: Path) -> None:
    _filled(folder)
    with _open(folder) as workspace:
        workspace.vectors.remove(workspace.vectors.ids()[:3])
        workspace.words.remove([workspace.store.changes_since(0, VectorKind.CLAIM).added[0]])
        workspace.words.commit()
        assert len(workspace.check_indexes()) == 2
        workspace.rebuild()
        assert workspace.check_indexes() == []


def _while_building(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Event, threading.Event]:
    """Building an index waits: the first event says that it has begun, the second one lets it end."""
    begun, may_end = threading.Event(), threading.Event()
    built = workspace._built

    def slowly(kind: VectorKind, model: str, dimension: int) -> VectorIndex:
        made = built(kind, model, dimension)
        begun.set()
        assert may_end.wait(60)
        return made

    monkeypatch.setattr(workspace, "_built", slowly)
    return begun, may_end


def _nearest(workspace: Workspace, claim_id: str) -> str:
    wanted = workspace.store.vector_of(claim_id)
    return workspace.store.claim_ids_for_rows(row := workspace.vectors.search(wanted, 1)[1][0])[int(row[0])]


def test_workspace_rebuild_stops_no_search(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _filled(folder)
    with _open(folder) as workspace:
        begun, may_end = _while_building(workspace, monkeypatch)
        rebuilding = threading.Thread(target=workspace.rebuild)
        rebuilding.start()
        assert begun.wait(60)
        added = synthetic.add(workspace.store, 30).claim_ids[0]  # while it is built
        assert _nearest(workspace, added) == added
        assert workspace.words.search(workspace.store.statement(added).claim.text, 1)
        may_end.set()
        rebuilding.join()
        assert _nearest(workspace, added) == added
        assert workspace.check_indexes() == []


def test_workspace_large_index_grows_aside_while_it_is_searched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.index.vectors.EXACT_UP_TO", 30)
    monkeypatch.setattr("factcheck.workspace._QUICK", 10)
    with _open(folder) as workspace:
        begun, may_end = _while_building(workspace, monkeypatch)
        for number in range(8):
            added = synthetic.add(workspace.store, number).claim_ids[0]
            if number == 0:
                may_end.set()  # the first index of each kind is built before it is searched
            assert _nearest(workspace, added) == added
            if number == 0:
                begun.clear()
                may_end.clear()
        assert begun.wait(60)
        assert workspace.vectors.exact
        may_end.set()
    with _open(folder) as workspace:  # closing it waited, and kept what was built
        assert not workspace.vectors.exact
        assert _nearest(workspace, added) == added
        assert workspace.check_indexes() == []


def test_workspace_index_becomes_approximate_as_it_grows(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.index.vectors.EXACT_UP_TO", 30)
    with _open(folder) as workspace:
        for number in range(20):
            added = synthetic.add(workspace.store, number)
            assert workspace.vectors.exact is (number < 6)
            wanted = workspace.store.vector_of(added.claim_ids[0])
            scores, rows = workspace.vectors.search(wanted, 1)
            assert workspace.store.claim_ids_for_rows(rows[0])[int(rows[0, 0])] == added.claim_ids[0]
            assert scores[0, 0] == pytest.approx(1, abs=1e-5), "rescored with the exact vector"
        workspace.store.drop_claim(added.claim_ids[0])
        assert workspace.check_indexes() == []
    with _open(folder) as workspace:
        assert not workspace.vectors.exact
        assert workspace.check_indexes() == []


def test_workspace_serves_threads_while_documents_come_in(workspace: Workspace) -> None:
    failures: list[BaseException] = []

    def search() -> None:
        try:
            for number in range(15):
                _, rows = workspace.vectors.search(ENCODER.encode([str(number)]), 5)
                found = workspace.store.statements_of_rows(rows[0][rows[0] >= 0])
                assert len(found) == (rows[0] >= 0).sum()
                workspace.words.search("mayor houses", 5)
        except BaseException as error:  # noqa: BLE001  whatever it is, the test must show it
            failures.append(error)

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(10):
        synthetic.add(workspace.store, number)
    for thread in threads:
        thread.join()
    assert failures == []
    assert workspace.check_indexes() == []


# ------------------------------------------------------------------------------------------------------------- model


def test_workspace_refuses_another_model(folder: Path) -> None:
    _filled(folder)
    other = synthetic.MadeUpEncoder(replace(synthetic.MODEL, name="other", sha256="6" * 64))
    with Workspace.open(folder, settings=Settings(workspace=folder), encoder=other) as workspace:
        assert len(workspace.vectors) == 20, "what is stored can still be looked at"
        with pytest.raises(ModelError, match="made by made-up") as caught:
            _ = workspace.encoder
        assert "\n" not in str(caught.value)
        with pytest.raises(ModelError):
            synthetic.add(workspace.store, 99, encoder=other)
        assert workspace.store.counts()["documents"] == 4


# -------------------------------------------------------------------------------------------------------------- lock


def test_workspace_has_one_owner(folder: Path) -> None:
    with _open(folder) as workspace:
        assert read_owner(folder) == Owner(os.getpid())
        with pytest.raises(WorkspaceBusyError, match=f"Process {os.getpid()} has the workspace") as caught:
            _open(folder)
        assert caught.value.owner == f"process {os.getpid()}"
        workspace.set_owner("http://127.0.0.1:8501", "secret")
        with pytest.raises(WorkspaceBusyError) as caught:
            _open(folder)
        assert str(caught.value) == (
            "The workbench at http://127.0.0.1:8501 has this workspace open. "
            "Stop it, or choose another workspace with --workspace."
        )
        assert "secret" not in str(caught.value)
        assert read_owner(folder) == Owner(os.getpid(), "http://127.0.0.1:8501", "secret")
        assert (folder / OWNER_FILE).stat().st_mode & 0o077 == 0
    assert read_owner(folder) is None
    with _open(folder):
        pass


def test_workspace_lock_holds_between_processes_and_ends_with_a_kill(folder: Path) -> None:
    code = (
        "import sys; from benchmarks import synthetic; from factcheck.workspace import Workspace;"
        "w = Workspace.open(sys.argv[1], encoder=synthetic.MadeUpEncoder()); synthetic.add(w.store, 1);"
        "w.set_owner('http://127.0.0.1:1', 't'); print('open', flush=True); sys.stdin.read()"
    )
    root = Path(__file__).resolve().parent.parent
    with subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(WorkspaceBusyError, match=r"http://127\.0\.0\.1:1"):
            _open(folder)
        owner = read_owner(folder)
        other.kill()
    assert owner == Owner(other.pid, "http://127.0.0.1:1", "t")
    assert read_owner(folder) is None, "a dead process owns nothing"
    with _open(folder) as workspace:
        assert workspace.store.counts()["documents"] == 1
        assert workspace.check_indexes() == []


def test_workspace_lock_with_a_damaged_note_still_holds(folder: Path) -> None:
    with _open(folder):
        (folder / OWNER_FILE).write_text("{")
        with pytest.raises(WorkspaceBusyError, match="Another process"):
            _open(folder)


def test_workspace_closed_twice(folder: Path) -> None:
    workspace = _open(folder)
    workspace.close()
    workspace.close()


# ----------------------------------------------------------------------------------------------------------- opening


def test_workspace_missing_is_made_only_where_wanted(folder: Path) -> None:
    with pytest.raises(NotFoundError, match="holds no workspace"):
        _open(folder, create=False)
    assert not folder.exists()
    with _open(folder):
        pass
    with _open(folder, create=False):
        pass


def test_workspace_path_of_the_settings(folder: Path) -> None:
    with Workspace.open(settings=Settings(workspace=folder), encoder=ENCODER) as workspace:
        assert workspace.path == folder


def test_workspace_that_can_not_be_used_is_one_line_and_leaves_no_lock(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError) as caught:
        _open(tmp_path / "file")
    assert "\n" not in str(caught.value)
    folder.mkdir()
    (folder / STORE_FILE).write_bytes(b"hello " * 5_000)
    with pytest.raises(StoreError, match="can't be opened"):
        _open(folder)
    (folder / STORE_FILE).unlink()
    with _open(folder):
        assert (folder / LOCK_FILE).exists()


def test_workspace_import_loads_nothing_heavy() -> None:
    code = (
        "import sys; import factcheck.workspace;"
        "print(*[name for name in ('torch', 'faiss', 'spacy', 'streamlit', 'onnxruntime', 'tantivy', 'pyarrow') "
        "if name in sys.modules])"
    )
    root = Path(__file__).resolve().parent.parent
    made = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        check=True,
    )
    assert made.stdout.split() == []
