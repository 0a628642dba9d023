"""The menu of exports."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from factcheck.pipeline import export
from factcheck.ui import exporting


def test_exporting_offers_every_format() -> None:
    assert set(exporting.FORMATS) == set(export.FORMATS)


@pytest.mark.parametrize(
    ("claim_id", "asked"), [("c1", {"claims": ["c1"]}), (None, {"document": "doc1"})], ids=["claim", "article"]
)
def test_exporting_makes_a_file_only_when_asked(
    monkeypatch: pytest.MonkeyPatch, claim_id: str | None, asked: dict[str, Any]
) -> None:
    told: list[dict[str, Any]] = []

    def made(_: Any, **given: Any) -> str:
        told.append(given)
        return "text"

    monkeypatch.setattr(export, "export", made)
    opened: Any = SimpleNamespace(workspace=None)
    makes = exporting.text_of(opened, "csv", claim_id=claim_id, document_id="doc1")
    assert told == []
    assert makes() == "text"
    assert told == [{"style": "csv", **asked}]


def test_exporting_of_a_filter_makes_a_file_of_the_claims_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[dict[str, Any]] = []
    monkeypatch.setattr(export, "export", lambda _, **given: told.append(given) or "text")
    opened: Any = SimpleNamespace(workspace=None)
    makes = exporting._text_of_claims(opened, "json", ("c1", "c2"))
    assert told == []
    assert makes() == "text"
    assert told == [{"style": "json", "claims": ("c1", "c2")}]
