from __future__ import annotations

from typing import Any

import pytest

from factcheck.extract.attribution import attributions


@pytest.mark.parametrize(
    ("text", "source", "quoted"),
    [
        (
            "“One guy came in and said we should leave,” said the woman, who like many in the town did not want to be "
            "named because she feared for her safety.",
            "the woman, who like many in the town",
            "“One guy came in and said we should leave,”",
        ),
        (
            "“I think one has to ask, is this a priority for the two of them?” Holm said at a meeting, according to the "
            "Sallow Sun.",
            "Holm",
            "“I think one has to ask, is this a priority for the two of them?”",
        ),
        (
            "“We had 23 million people,” Holm said, referring to the Sept. 16 debate at the hall. “How about we do this: I "
            "won’t come unless they pay me $5 million?”",
            "Holm",
            "“How about we do this: I won’t come unless they pay me $5 million?”",
        ),
        (
            "“It’s cool working there,” she said, describing how she puts together “mixers,” batches of rods that steer "
            "the air. “And when you do it for 60 hours a week, people are like family.”",
            "she",
            "“And when you do it for 60 hours a week, people are like family.”",
        ),
    ],
)
def test_quoting_finds_who_speaks(nlp: Any, text: str, source: str, quoted: str) -> None:
    parts = [
        (found.source.text, text[start:end])
        for found in attributions(nlp(text))
        if found.source
        for start, end in found.content.spans
    ]
    assert (source, quoted) in parts
