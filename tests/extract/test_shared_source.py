from __future__ import annotations

from typing import Any

import pytest

from factcheck.extract.attribution import attributions


def _told(nlp: Any, text: str) -> set[tuple[str | None, str, str]]:
    return {
        (found.source.text if found.source else None, found.cue.lemma, found.content.text)
        for found in attributions(nlp(text))
    }


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "The mayor said the firm had paid, adding that the debt was settled.",
            ("The mayor", "say", "the firm had paid"),
            ("The mayor", "add", "that the debt was settled"),
        ),
        (
            "The mayor said the firm had paid its debts and added that it would close.",
            ("The mayor", "say", "the firm had paid its debts"),
            ("The mayor", "add", "that it would close"),
        ),
        (
            "Several voters said the firm had paid, while other voters said it had not paid a cent.",
            ("Several voters", "say", "the firm had paid"),
            ("other voters", "say", "it had not paid a cent"),
        ),
        (
            "The mayor said he was ready when asked whether he would run.",
            ("The mayor", "say", "he was ready"),
            (None, "ask", "whether he would run"),
        ),
    ],
)
def test_shared_source_takes_out_what_goes_on_with_the_telling(
    nlp: Any, text: str, first: tuple[str, str, str], second: tuple[str | None, str, str]
) -> None:
    told = _told(nlp, text)
    assert first in told
    assert second in told


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the firm had told its workers that it would close.",
        "The mayor said the firm will pay and pledges to close.",
        "The mayor hopes the firm pays.",
    ],
)
def test_shared_source_leaves_what_others_are_said_to_say(nlp: Any, text: str) -> None:
    assert any(source == "The mayor" and text.endswith(f"{content}.") for source, _, content in _told(nlp, text))
