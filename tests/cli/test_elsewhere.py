"""Commands given while a workbench has the workspace open: it does them, and they print what they always print."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from factcheck import __version__
from factcheck.cli import main
from factcheck.workspace import OWNER_FILE

FLOOD = """The river Velle burst its banks on Monday, 10 June 2024. At least 31 people were killed, police said on Tuesday.

"We counted 1,200 flooded homes," said Mara Delling, the mayor of Ostwick.
"""
COMMAND = [sys.executable, "-m", "factcheck"]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder beside the workspace ``mine``, which a workbench in another process has open."""
    folder = tmp_path_factory.mktemp("served")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [*COMMAND, "serve", "--workspace", str(folder / "mine"), "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    assert any("is open at" in line for line in server.stdout)
    httpx.get(f"http://127.0.0.1:{port}/api/health", timeout=60).raise_for_status()
    yield folder
    server.send_signal(signal.SIGTERM)
    assert server.wait(60) == 0


@pytest.fixture
def run(served: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    def call(*arguments: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*COMMAND, *arguments, "--workspace", "mine"],
            cwd=served,
            input=given,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return call


@pytest.fixture
def owner(served: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((served / "mine" / OWNER_FILE).read_bytes())
    return value


def _head(owner: dict[str, Any], folder: Path, **otherwise: Any) -> bytes:
    parameters = {"query": "SELECT 1 AS one", "style": "json", "workspace": str(folder / "mine")}
    head = {
        "version": __version__,
        "command": "sql",
        "parameters": parameters,
        "workspace": str(folder / "mine"),
        "columns": 80,
        "terminal": {"out": False, "err": False},
    }
    return json.dumps(head | otherwise).encode() + b"\n"


def _ask(owner: dict[str, Any], content: bytes, *, token: str | None = None) -> httpx.Response:
    return httpx.post(
        f"{owner['address']}/api/commands",
        content=content,
        headers={"Authorization": f"Bearer {token or owner['token']}"},
        timeout=60,
    )


def test_elsewhere_commands_work_beside_the_workbench(run: Any, served: Path) -> None:
    (served / "flood.txt").write_text(FLOOD, encoding="utf-8")
    added = run("ingest", "flood.txt", "--format", "json")
    assert (added.returncode, added.stderr) == (0, "")
    assert json.loads(added.stdout)[0]["already"] is False
    again = run("ingest", "-", "--format", "jsonl", given=FLOOD)
    assert json.loads(again.stdout)["already"] is True
    found = run("search", "people killed in the flood", "--format", "json")
    assert any("31 people" in hit["text"] for hit in json.loads(found.stdout))
    assert json.loads(run("sql", "SELECT count(*) AS n FROM figures", "--format", "json").stdout) == [{"n": 2}]
    assert run("conflicts", "--format", "json").stdout == "[]\n"
    sound = run("doctor", "--format", "json")
    assert (sound.returncode, [one["ok"] for one in json.loads(sound.stdout)]) == (0, [True] * 5)
    written = run("export", "--as", "csv", "--output", "out.csv")
    assert written.returncode == 0
    assert (served / "out.csv").is_file()


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["ingest", "missing.txt"], 1, "missing.txt"),
        (["search"], 2, "error: give a TEXT, --queries FILE, or a filter"),
        (["search", "--since", "yesterdayish", "flood"], 2, "yesterdayish"),
        (["sql", "DROP TABLE events"], 2, "SELECT"),
        (["export", "--as", "csv", "-o", "no/such/folder.csv"], 2, "can't be written"),
    ],
)
def test_elsewhere_errors_are_one_line_with_their_status(
    run: Any, arguments: list[str], status: int, told: str
) -> None:
    done = run(*arguments)
    assert done.returncode == status
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


def test_elsewhere_each_question_of_a_pipe_is_answered_before_the_next(served: Path) -> None:
    asking = subprocess.Popen(
        [*COMMAND, "search", "--queries", "-", "--workspace", "mine"],
        cwd=served,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert asking.stdin is not None
    assert asking.stdout is not None
    for number in range(3):
        asking.stdin.write(json.dumps({"id": number, "text": "homes under water"}) + "\n")
        asking.stdin.flush()
        assert json.loads(asking.stdout.readline())["id"] == number
    asking.stdin.close()
    assert asking.wait(60) == 0


def test_elsewhere_the_token_is_known_to_this_user_alone(served: Path, owner: dict[str, Any]) -> None:
    assert (served / "mine" / OWNER_FILE).stat().st_mode & 0o077 == 0
    assert len(owner["token"]) >= 40
    assert _ask(owner, _head(owner, served), token="0" * 43).status_code == 401
    assert httpx.post(f"{owner['address']}/api/commands", content=_head(owner, served)).status_code == 401


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"not JSON\n", 400),
        (b"[" * 100_000 + b"\n", 400),
        (b"x" * 1_100_000, 400),
        (b"", 400),
        (b"{}\n", 400),
        (b'{"version": "0.0.0", "command": "sql"}\n', 409),
    ],
)
def test_elsewhere_what_is_no_request_is_refused(owner: dict[str, Any], content: bytes, status: int) -> None:
    answer = _ask(owner, content)
    assert (answer.status_code, list(answer.json())) == (status, ["error"])


def test_elsewhere_only_open_workspaces_and_their_commands_are_served(served: Path, owner: dict[str, Any]) -> None:
    assert _ask(owner, _head(owner, served, workspace=str(served / "other"))).status_code == 404
    for name in ("compare", "serve", "no-such-command"):
        frames = [json.loads(line) for line in _ask(owner, _head(owner, served, command=name)).text.splitlines()]
        assert frames[-1] == {"status": 2}, name
    right = [json.loads(line) for line in _ask(owner, _head(owner, served)).text.splitlines()]
    assert json.loads("".join(frame.get("out", "") for frame in right)) == [{"one": 1}]
    assert right[-1] == {"status": 0}


def test_elsewhere_a_second_workbench_is_refused(run: Any, owner: dict[str, Any]) -> None:
    second = run("serve", "--port", "0")
    assert second.returncode == 1
    assert owner["address"] in second.stderr


def test_elsewhere_a_caller_that_goes_away_leaves_the_rest_undone_and_the_server_well(run: Any, served: Path) -> None:
    texts = served / "many"
    texts.mkdir()
    for number in range(300):
        text = f"The town of Aldby{number} counted {number + 17} flooded homes on Monday, the council said.\n"
        (texts / f"{number:03}.txt").write_text(text, encoding="utf-8")
    leaving = subprocess.Popen(
        [*COMMAND, "ingest", "many", "--processes", "1", "--format", "jsonl", "--workspace", "mine"],
        cwd=served,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert leaving.stdout is not None
    leaving.stdout.readline()
    os.kill(leaving.pid, signal.SIGKILL)
    leaving.wait(60)
    kept = json.loads(run("sql", "SELECT count(*) AS n FROM document", "--format", "json").stdout)[0]["n"]
    assert 1 <= kept < 300
    assert json.loads(run("doctor", "--format", "json").stdout)[3]["ok"]


def test_elsewhere_says_why_the_owner_refuses(served: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setattr("factcheck.cli.elsewhere.__version__", "0.0.0")
    assert main(["sql", "SELECT 1", "--workspace", str(served / "mine")]) == 1
    told = capsys.readouterr().err
    assert len(told.splitlines()) == 1
    assert f"the workbench is version {__version__}, the command 0.0.0" in told
