from __future__ import annotations

from typing import Any

import pytest

from factcheck.extract.attribution import attributions
from factcheck.extract.closings import closing


def _parts(nlp: Any, text: str) -> list[tuple[str | None, str, list[str]]]:
    return [
        (found.source.text if found.source else None, found.cue.lemma, [text[s:e] for s, e in found.content.spans])
        for found in attributions(nlp(text))
    ]


@pytest.mark.parametrize(
    ("text", "source", "lemma", "content"),
    [
        (
            "The bridge is unsafe and 40 engineers have quit, the director of the agency estimated on Tuesday.",
            "the director of the agency",
            "estimate",
            "The bridge is unsafe and 40 engineers have quit",
        ),
        (
            "About 300 people died, Ann Li, the director of the agency, estimated on Tuesday.",
            "Ann Li, the director of the agency",
            "estimate",
            "About 300 people died",
        ),
        (
            "The flood displaced 300 people, the head of the rescue service estimated.",
            "the head of the rescue service",
            "estimate",
            "The flood displaced 300 people",
        ),
        (
            "The company lost 40 million kronor, chief executive Henrik Sand told reporters.",
            "chief executive Henrik Sand",
            "tell",
            "The company lost 40 million kronor",
        ),
        (
            "A third of households in the valley have no flood cover, a survey by the University of Harle found.",
            "a survey by the University of Harle",
            "find",
            "A third of households in the valley have no flood cover",
        ),
        (
            "The harbour lost 40 boats in the storm, papers and records seen by the Herald show.",
            "papers and records seen by the Herald",
            "show",
            "The harbour lost 40 boats in the storm",
        ),
    ],
)
def test_closings_speaker_behind_what_is_said(nlp: Any, text: str, source: str, lemma: str, content: str) -> None:
    assert (source, lemma, [content]) in _parts(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor met 40 voters, the man charged on Monday.",
        "“The bridge is unsafe,” the mayor said.",
        "The mayor says the bridge is unsafe, the driver said.",
        "He liked the film, the novel estimated at 40 dollars.",
        "Estimated.",
        ", estimated.",
    ],
)
def test_closings_are_none_where_the_end_tells_something_else(nlp: Any, text: str) -> None:
    assert [found for token in nlp(text) if (found := closing(token)) is not None] == []


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Sales fell 4 percent, the company said, compared with a rise of 3 percent a year earlier.",
            ["Sales fell 4 percent", "compared with a rise of 3 percent a year earlier"],
        ),
        (
            "The firm has little to fear, Hanna said, given its clear lead in services.",
            ["The firm has little to fear", "given its clear lead in services"],
        ),
        ("Sales were great, the vendor said, wiping sweat off his face.", ["Sales were great"]),
        ("“Sales were great,” the vendor said, before leaving the hall.", ["“Sales were great,”"]),
    ],
)
def test_closings_what_goes_on_with_indirect_speech(nlp: Any, text: str, contents: list[str]) -> None:
    assert contents in [content for _, _, content in _parts(nlp, text)]
