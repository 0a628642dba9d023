from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.settings import DEFAULT_RATING_SCALE, IN_FILE, Settings, load


def test_settings_default(tmp_path: Path) -> None:
    assert load(tmp_path, {}) == Settings(workspace=tmp_path)
    assert load(None, {}).workspace == Path("indexes")
    assert load(None, {}).rating_scale == DEFAULT_RATING_SCALE


def test_settings_workspace_is_the_one_named_then_the_environment(tmp_path: Path) -> None:
    environ = {"FACTCHECK_WORKSPACE": str(tmp_path)}
    assert load(None, environ).workspace == tmp_path
    assert load(tmp_path / "other", environ).workspace == tmp_path / "other"


def test_settings_file_then_environment(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text(
        'person = "Ana"\npublisher = "The Post"\nrating_scale = ["Right", "Wrong"]\nthreads = 1\n', encoding="utf-8"
    )
    found = load(tmp_path, {"FACTCHECK_PERSON": "Ben", "FACTCHECK_CACHE": "/somewhere", "FACTCHECK_PUBLISHER": " "})
    assert (found.person, found.publisher, found.rating_scale) == ("Ben", "The Post", ("Right", "Wrong"))
    assert (found.threads, found.cache) == (1, Path("/somewhere"))


def test_settings_environment_is_parsed(tmp_path: Path) -> None:
    found = load(tmp_path, {"FACTCHECK_THREADS": "2", "FACTCHECK_RATING_SCALE": "True, False,"})
    assert (found.threads, found.rating_scale) == (2, ("True", "False"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("modle = 'x'", "Did you mean model?"),
        ("colour = 'x'", "Known are model"),
        ("model = ", "can't be read as settings"),
        ("model = ''", "not empty"),
        ("model = 3", "not empty"),
        ("threads = 0", "1 or more"),
        ("threads = true", "1 or more"),
        ("threads = '2'", "1 or more"),
        ("rating_scale = ['one']", "two or more"),
        ("rating_scale = 'one'", "two or more"),
        ("rating_scale = ['a', 'a']", "two or more"),
        ("workspace = 'x'", "unknown setting"),
        ("model = '\udcff'", "can't be read as settings"),
    ],
)
def test_settings_refuses_in_one_line(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "factcheck.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError, match=said) as caught:
        load(tmp_path, {})
    assert str(caught.value).count("\n") == 0
    assert "factcheck.toml" in str(caught.value)


@pytest.mark.parametrize("environ", [{"FACTCHECK_THREADS": "many"}, {"FACTCHECK_RATING_SCALE": "one"}])
def test_settings_refuses_what_the_environment_says_wrongly(tmp_path: Path, environ: dict[str, str]) -> None:
    with pytest.raises(UsageError, match=next(iter(environ))):
        load(tmp_path, environ)


def test_settings_file_names_are_fields() -> None:
    assert set(IN_FILE) < set(Settings.__dataclass_fields__)
