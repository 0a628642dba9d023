from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import durability


@pytest.mark.durability
def test_kill_while_adding_loses_and_doubles_nothing(tmp_path: Path) -> None:
    outcome = durability.run(tmp_path, kills=6, documents=40, seed=3)
    assert outcome.problems == []
    assert outcome.documents > 0
