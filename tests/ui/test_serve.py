from __future__ import annotations

import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from factcheck import serve
from factcheck.errors import UsageError, WorkspaceBusyError
from factcheck.ui.state import DEMO, OWN, workspaces

TONES = ("red", "orange", "yellow", "blue", "green", "violet", "gray")


class _Closable:
    def __init__(self) -> None:
        self.closed = 0

    def close(self) -> None:
        self.closed += 1


def _nothing(_: str, __: Mapping[str, Any]) -> int:
    return 0


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> dict[str, _Closable]:
    """Workspaces as the server opens them, by folder name; none is really opened."""
    made: dict[str, _Closable] = {}
    monkeypatch.setattr(serve, "open_workspace", lambda folder: made.setdefault(Path(folder).name, _Closable()))
    monkeypatch.setattr(serve, "look_ahead_first", lambda _: None)
    monkeypatch.setattr(serve.demonstration, "fill", lambda _: None)
    workspaces.clear()
    return made


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(a: str, b: str) -> float:
    low, high = sorted((_luminance(a), _luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_serve_theme_reaches_aa(theme: str) -> None:
    options = serve.config("127.0.0.1", 8501)

    def colour(name: str) -> str:
        return str(options[f"theme.{theme}.{name}"])

    pairs = [
        (ink, paper)
        for paper in ("backgroundColor", "secondaryBackgroundColor")
        for ink in ("textColor", "linkColor", "grayTextColor")
    ]
    pairs += [(f"{tone}TextColor", f"{tone}BackgroundColor") for tone in TONES]
    for ink, paper in pairs:
        assert _contrast(colour(ink), colour(paper)) >= 4.5, (ink, paper)
    assert _contrast("#ffffff", colour("primaryColor")) >= 4.5
    for tone in TONES:
        assert _contrast(colour(f"{tone}Color"), colour("backgroundColor")) >= 3, tone


def test_serve_sends_nothing_to_anybody() -> None:
    options = serve.config("127.0.0.1", 8501)
    assert options["browser.gatherUsageStats"] is False
    assert options["server.address"] == "127.0.0.1"
    assert not any("http" in str(value) for value in options.values())


@pytest.mark.parametrize(("host", "hosts"), [("127.0.0.1", ["127.0.0.1", "localhost"]), ("0.0.0.0", [])])  # noqa: S104
def test_serve_other_names_are_refused_on_loopback(host: str, hosts: list[str]) -> None:
    assert serve.config(host, 1)["server.allowedHosts"] == hosts


def test_serve_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} of 127.0.0.1 can't be used") as told:
            serve.serve(tmp_path / "never", perform=_nothing, port=port)
    assert "--port" in str(told.value)
    assert not (tmp_path / "never").exists()


def test_serve_demo_opens_its_own_folder_and_offers_the_persons(opened: dict[str, Any], tmp_path: Path) -> None:
    serve.open_all(tmp_path / "mine", demo=True)
    assert list(opened) == ["demonstration"]
    assert workspaces.get(None).key == DEMO
    assert workspaces.get(None).demonstration
    assert workspaces.get(OWN).label == "mine"
    assert not workspaces.get(OWN).demonstration
    serve.close_all()
    assert [one.closed for one in opened.values()] == [1, 1]
    assert workspaces.all() == []


def test_serve_opens_once(opened: dict[str, Any], tmp_path: Path) -> None:
    serve.open_all(tmp_path / "mine", demo=False)
    first = workspaces.get(None)
    serve.open_all(tmp_path / "other", demo=False)
    assert workspaces.all() == [first]
    serve.close_all()


def test_serve_busy_workspace_is_told_before_anything_starts(
    opened: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_: Any) -> None:
        raise WorkspaceBusyError("the workspace is open elsewhere")

    monkeypatch.setattr(serve, "open_workspace", busy)
    with pytest.raises(WorkspaceBusyError):
        serve.serve(tmp_path / "mine", perform=_nothing, port=0)
    assert workspaces.all() == []
