"""What the documents say is there is there."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.cli.commands import cli
from factcheck.model import DIMENSIONS, RelationKind

ROOT = Path(__file__).resolve().parent.parent
DOCS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted((ROOT / "docs").glob("*.md"))
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_docs_readme_names_every_command(name: str) -> None:
    assert f"`factcheck {name}" in readme()


@pytest.mark.parametrize("name", re.findall(r"`factcheck ([a-z-]+)", (ROOT / "README.md").read_text(encoding="utf-8")))
def test_docs_readme_names_no_command_that_is_not_there(name: str) -> None:
    assert name in cli.commands


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_docs_links_lead_somewhere(path: Path) -> None:
    missing = [link for link in LINK.findall(path.read_text(encoding="utf-8")) if not (path.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_docs_name_only_benchmarks_and_targets_that_are_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for module in re.findall(r"benchmarks\.([a-z_]+)", text):
        assert (ROOT / "benchmarks" / f"{module}.py").is_file(), module
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`make ([a-z]+)`", text):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_docs_readme_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"^\$ factcheck (.+)$", readme(), re.MULTILINE)
    assert main(shlex.split(example)) == 0
    assert '"relation"' in capsys.readouterr().out


def test_docs_architecture_names_every_relation() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert [kind for kind in RelationKind if f"`{kind}`" not in text] == []


def test_docs_architecture_names_every_module() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for path in sorted((ROOT / "factcheck").iterdir()):
        if path.name.startswith(("_", ".")) or path.suffix not in ("", ".py") or path.name == "py.typed":
            continue
        name = f"{path.name}/" if path.is_dir() else path.name
        assert f"`{name}`" in text, name


def test_docs_every_dependency_has_a_reason_and_a_locked_version() -> None:
    written = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8").lower()
    project = tomllib.loads(written)["project"]
    for line in project["dependencies"]:
        name = re.match(r"[A-Za-z0-9._-]+", line)
        assert name is not None
        assert re.search(rf'"{re.escape(line)}",\s+# \S', written), line
        assert f"\n{name.group().lower()}==" in locked, line


def test_docs_dimensions_are_the_closed_list() -> None:
    assert len(DIMENSIONS) == len(set(DIMENSIONS)) == 18
