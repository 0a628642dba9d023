from __future__ import annotations

from typing import Any

import pytest

from factcheck.extract.attribution import attributions


def _read(nlp: Any, text: str) -> list[tuple[str | None, str, str]]:
    return [(a.source.text if a.source else None, a.cue.text, a.content.text) for a in attributions(nlp(text))]


@pytest.mark.parametrize(
    ("line", "source", "content"),
    [
        ("Poll: Reed and Marsh are level in Sallow", "Poll", "Reed and Marsh are level in Sallow"),
        ("Report: Harbour chief used private email.", "Report", "Harbour chief used private email"),
        ("Police: Two men stole 40 boats", "Police", "Two men stole 40 boats"),
    ],
)
def test_headlines_colon_is_the_cue(nlp: Any, line: str, source: str, content: str) -> None:
    text = f"{line}\n\nThe bridge was closed on Monday."
    assert _read(nlp, text) == [(source, ":", content)]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: The bridge is closed to all cars",
        "Update: The bridge was opened on Monday",
        "He listed three things: the bridge is old and it may fall.",
        "Poll: 40 percent",
        "",
    ],
)
def test_headlines_labels_and_lists_are_none(nlp: Any, line: str) -> None:
    assert [found for found in _read(nlp, line) if found[1] == ":"] == []
