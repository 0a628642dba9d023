"""The parser is ready without what it doesn't need, and leaves that to be loaded by who does."""

from __future__ import annotations

import subprocess
import sys

LOADS = """
import sys
from factcheck.extract.parsing import pipeline

parsed = pipeline()("Police said 31 people were killed in Aldermoor.")
assert [token.dep_ for token in parsed][:2] == ["nsubj", "ROOT"]
assert "torch" not in sys.modules, "torch was loaded"

import importlib.util
assert importlib.util.find_spec("torch") is not None, "torch can't be found any more"
print("ready")
"""


def test_parsing_loads_no_torch_and_leaves_it_to_be_found() -> None:
    done = subprocess.run([sys.executable, "-c", LOADS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "ready"), done.stderr
