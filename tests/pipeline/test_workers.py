from __future__ import annotations

import operator
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import FactcheckError
from factcheck.pipeline.workers import cores, mapped

PID = "__import__('os').getpid()"


def test_workers_do_little_work_in_the_own_process() -> None:
    told = list(mapped(eval, [PID] * 3, processes=2, weight=len, enough=1_000))
    assert told == [os.getpid()] * 3


@pytest.mark.parametrize("processes", [1, 0])
def test_workers_of_one_process_is_the_own_one(processes: int) -> None:
    assert list(mapped(eval, iter([PID]), processes=processes, weight=len, enough=0)) == [os.getpid()]


def test_workers_keep_the_order_and_read_ahead_no_further_than_is_bounded() -> None:
    taken: list[int] = []

    def things() -> Any:
        for number in range(60):
            taken.append(number)
            yield number

    made = mapped(operator.neg, things(), processes=2, weight=int, enough=5)
    assert next(made) == 0
    assert len(taken) < 30
    assert list(made) == [-number for number in range(1, 60)]


def test_workers_raise_what_the_work_raises_and_stop() -> None:
    with pytest.raises(ZeroDivisionError):
        list(mapped(eval, ["1", "1/0", "2"], processes=2, weight=len, enough=0))


def test_workers_tell_of_a_process_that_died() -> None:
    with pytest.raises(FactcheckError, match="--processes 1"):
        list(mapped(os._exit, [3], processes=2, weight=int, enough=0))


def test_workers_leave_the_environment_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    monkeypatch.delenv("MKL_NUM_THREADS", raising=False)
    inside = "__import__('os').environ['OMP_NUM_THREADS'] + __import__('os').environ['MKL_NUM_THREADS']"
    assert list(mapped(eval, [inside], processes=2, weight=len, enough=0)) == ["11"]
    assert os.environ["OMP_NUM_THREADS"] == "7"
    assert "MKL_NUM_THREADS" not in os.environ


def test_workers_count_at_least_one_core() -> None:
    assert cores() >= 1


def test_workers_end_when_the_caller_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "endless.py"
    script.write_text(
        "from itertools import repeat\n"
        "from factcheck.pipeline.workers import mapped\n"
        "if __name__ == '__main__':\n"
        "    for one in mapped(str, repeat(5), processes=2, weight=int, enough=0):\n"
        "        print(one, flush=True)\n"
    )
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as caller:
        assert caller.stdout is not None
        assert caller.stdout.readline() == b"5\n"
        caller.kill()
        caller.communicate(timeout=120)  # the output ends when the last process that holds it is gone
    assert caller.returncode == -signal.SIGKILL
