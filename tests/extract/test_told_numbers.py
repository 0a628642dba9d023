from __future__ import annotations

from typing import Any

import pytest

from factcheck.extract.attribution import attributions


def _parts(nlp: Any, text: str) -> list[tuple[str | None, str, str]]:
    return [
        (found.source.text if found.source else None, found.cue.lemma, found.content.text)
        for found in attributions(nlp(text))
    ]


@pytest.mark.parametrize(
    ("text", "source", "lemma", "content"),
    [
        (
            "Early estimates put the total number of letters in the archive that were handed over last year at about "
            "55,000 pages.",
            "Early estimates",
            "put",
            "the total number of letters in the archive that were handed over last year at about 55,000 pages",
        ),
        (
            "The country’s rescue service raised the death toll from the flood to 267.",
            "The country’s rescue service",
            "raise",
            "the death toll from the flood to 267",
        ),
        (
            "The central bank cut its growth forecast to 1.2 percent.",
            "The central bank",
            "cut",
            "its growth forecast to 1.2 percent",
        ),
        (
            "The survey, made by the Harbour Institute, finds Marsh with only a small lead over Reed, 46 percent to 44.",
            "The survey, made by the Harbour Institute",
            "find",
            "Marsh with only a small lead over Reed, 46 percent to 44",
        ),
        (
            "Several polls show Reed within two points of Marsh.",
            "Several polls",
            "show",
            "Reed within two points of Marsh",
        ),
        (
            "Norland Times listed the firm’s worth at $6.5 billion.",
            "Norland Times",
            "list",
            "the firm’s worth at $6.5 billion",
        ),
    ],
)
def test_told_numbers_belong_to_who_gives_them(nlp: Any, text: str, source: str, lemma: str, content: str) -> None:
    assert (source, lemma, content) in _parts(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "The storm raised the death toll to 267.",  # no one says so
        "The shop raised its prices to 40 kronor.",
        "The committee lowered the flag to half-mast at 8.",
    ],
)
def test_told_numbers_need_somebody_and_a_count(nlp: Any, text: str) -> None:
    assert not [one for one in _parts(nlp, text) if one[1] in ("raise", "lower", "put")]
