"""An import of checked claims killed with SIGKILL at any moment, then given again: every claim once, figures and all."""

from __future__ import annotations

import contextlib
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.pipeline.opening import open_workspace
from factcheck.store import Filter

ROWS = 2_200
IMPORT = """
import sys
from pathlib import Path
from factcheck.pipeline import tables
from factcheck.pipeline.opening import open_workspace

with open_workspace(Path(sys.argv[2])) as workspace:
    tables.import_claims(workspace, Path(sys.argv[1]), on_progress=lambda step: print(step.done, flush=True))
"""


@pytest.mark.durability
def test_import_killed_at_any_moment_loses_and_doubles_nothing(tmp_path: Path) -> None:
    table, folder = tmp_path / "checked.csv", tmp_path / "workspace"
    rows = "".join(f"{number},Mill {number} has {number % 7 + 2} rooms.\n" for number in range(ROWS))
    table.write_text(f"id,claim\n{rows}", encoding="utf-8")
    command = [sys.executable, "-c", IMPORT, str(table), str(folder)]
    chance = random.Random(9)
    seen: list[int] = []
    for portions in (1, 2):
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            for number, line in enumerate(process.stdout, start=1):
                seen.append(int(line))
                if number == portions:
                    break
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=chance.uniform(0, 0.3))  # somewhere within the next portions
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert process.returncode == -signal.SIGKILL
        with open_workspace(folder) as workspace:
            assert workspace.store.check() == []
            assert 0 < workspace.store.counts()["earlier_claims"] < ROWS
            assert workspace.store.count_unread_earlier() == 0  # a claim never comes without its figures

    subprocess.run(command, check=True, capture_output=True)
    with open_workspace(folder) as workspace:
        assert workspace.store.counts()["earlier_claims"] == ROWS
        assert len(workspace.store.earlier_rows_matching(Filter(unit="room"))) == ROWS
        assert (workspace.store.check(), workspace.check_indexes()) == ([], [])
