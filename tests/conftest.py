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


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Under ``$CI`` nothing may be skipped: what could not run there is reported as a failure."""
    if os.environ.get("CI") and terminalreporter.stats.get("skipped"):
        terminalreporter.write_line("tests were skipped, and in CI every test must run", red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped") if reporter is not None else None
    if os.environ.get("CI") and skipped and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
