"""``factcheck ingest`` killed with SIGKILL at any moment, then given again: every document once, nothing wrong."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

FILES = 100
KILLS = 5
COMMAND = [sys.executable, "-c", "from factcheck.cli import main; raise SystemExit(main())"]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(FILES):
        text = f"The mill at Ardmoor shipped {number + 200} tonnes of flour on Monday, its owner said. It employs {number + 3} people."
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.durability
def test_ingest_killed_at_any_moment_loses_and_doubles_nothing(articles: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "FACTCHECK_WORKSPACE": str(tmp_path / "workspace")}
    ingest = [*COMMAND, "ingest", str(articles), "--format", "jsonl"]
    chance = random.Random(5)
    for _ in range(KILLS):
        stop_after = chance.randrange(1, 18)
        with subprocess.Popen(ingest, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            for seen, _line in enumerate(process.stdout, start=1):
                if seen == stop_after:
                    break
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=chance.uniform(0, 0.1))  # somewhere within the next documents
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert process.returncode == -signal.SIGKILL
    done = subprocess.run(ingest, env=environment, capture_output=True, check=True)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len({line["document_id"] for line in lines}) == FILES
    assert sum(line["already"] for line in lines) >= KILLS
    checked = subprocess.run([*COMMAND, "doctor", "--format", "json"], env=environment, capture_output=True, check=True)
    findings = {finding["name"]: finding for finding in json.loads(checked.stdout)}
    assert all(finding["ok"] for finding in findings.values())
    assert f"{FILES} documents" in findings["store"]["detail"]
