"""Fixtures that more than one part of the tests needs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder with the reference article and the public benchmarks; a test that needs it skips without it.

    Where ``$FACTCHECK_SHARED`` or ``$CI`` promises the folder, its absence fails the test instead.
    """
    named = os.environ.get("FACTCHECK_SHARED")
    folder = Path(named) if named else ROOT.parent / "shared"
    if not (folder / "seeds").is_dir():
        if named or os.environ.get("CI"):
            pytest.fail(f"{folder} has no seeds/, and this run promised it")
        pytest.skip(f"{folder} is not there: set FACTCHECK_SHARED to the folder with the reference article")
    return folder


@pytest.fixture(scope="session")
def nlp() -> Any:
    """The English parser, loaded once a session."""
    from factcheck.extract.parsing import pipeline

    return pipeline()
