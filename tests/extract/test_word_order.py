from __future__ import annotations

from typing import Any

import pytest

from factcheck.extract.attribution import attributions


def _parts(nlp: Any, text: str) -> list[tuple[str | None, str, list[str]]]:
    return [
        (found.source.text if found.source else None, found.cue.text, [text[s:e] for s, e in found.content.spans])
        for found in attributions(nlp(text))
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "During the same months, P.T.A. records show, the ferry has sailed roughly 216 hours.",
            "P.T.A. records",
            "show",
            ["During the same months", "the ferry has sailed roughly 216 hours"],
        ),
        (
            "The barge changed hands for $6 million in 2014, records show, and two surveyors say it would fetch "
            "about half that.",
            "records",
            "show",
            ["The barge changed hands for $6 million in 2014"],
        ),
        (
            "Nearly 400 pupils were sent home, figures published by the council show.",
            "figures published by the council",
            "show",
            ["Nearly 400 pupils were sent home"],
        ),
        (
            "The Marsh campaign projects that “taxing a fraction of a percent” of sales would raise $75 billion a year.",
            "The Marsh campaign",
            "projects",
            ["that “taxing a fraction of a percent” of sales would raise $75 billion a year"],
        ),
        (
            "As a part of his plea, Karl Anders Holm, 44, said that he robbed nearly 100 homes from his flat.",
            "Karl Anders Holm, 44",
            "said",
            ["that he robbed nearly 100 homes from his flat"],
        ),
    ],
)
def test_word_order_shows_a_telling_that_the_parse_lost(
    nlp: Any, text: str, source: str, cue: str, content: list[str]
) -> None:
    assert (source, cue, content) in _parts(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "The firm closed with losses across many states.",
        "The hall was full, figures carved by the children on show.",
        "The bank reports to the council, and the claims that failed were paid.",
        "States, counties and towns share 40 buses.",
        "In the show, claims are settled by lot.",
        "show, records show,",
        "“Show,” states.",
    ],
)
def test_word_order_leaves_nouns_alone(nlp: Any, text: str) -> None:
    assert not [one for one in _parts(nlp, text) if one[1] in ("states", "reports", "claims", "show", "Show")]
