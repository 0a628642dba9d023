"""Nothing leaves the machine: the commands run where every connection but to this machine is refused and recorded."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

GUARD = """
import socket, sys
def refuse(*arguments, **_):
    print("CONNECTION", arguments[-1], file=sys.stderr)
    raise OSError("no network in this test")
socket.socket.connect = socket.socket.connect_ex = refuse
socket.getaddrinfo = refuse
from factcheck.cli import main
raise SystemExit(main())
"""


def test_commands_make_no_connection(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "FACTCHECK_WORKSPACE": str(tmp_path / "workspace"),
        "FACTCHECK_CACHE": str(tmp_path / "cache"),
    }
    (tmp_path / "one.txt").write_text("Police counted 58 dead on Monday.", encoding="utf-8")
    for arguments in (["ingest", str(tmp_path / "one.txt")], ["search", "how many dead"], ["doctor"]):
        done = subprocess.run(
            [sys.executable, "-c", GUARD, *arguments], env=environment, capture_output=True, text=True, check=False
        )
        assert "CONNECTION" not in done.stderr
        assert done.returncode == 0, done.stderr


HEAVY = ("torch", "spacy", "faiss", "streamlit", "duckdb", "sentence_transformers", "onnxruntime", "tantivy")


def test_import_loads_no_heavy_library() -> None:
    program = (
        f"import factcheck, factcheck.cli.commands, sys; print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
