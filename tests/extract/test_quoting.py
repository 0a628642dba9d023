from __future__ import annotations

from typing import Any

import pytest

from factcheck.extract.attribution import attributions


@pytest.mark.parametrize(
    ("text", "source", "quoted"),
    [
        (
            "“A neighbour knocked and told us to pack,” said the tenant, who like others in the block asked to stay "
            "unnamed because she feared for her lease.",
            "the tenant, who like others in the block",
            "“A neighbour knocked and told us to pack,”",
        ),
        (
            "“The council must wonder, does the harbour matter to either side?” Holm said at a meeting, according to the "
            "Sallow Sun.",
            "Holm",
            "“The council must wonder, does the harbour matter to either side?”",
        ),
        (
            "“We had 23 million people,” Holm said, referring to the Sept. 16 debate at the hall. “How about we do this: I "
            "won’t come unless they pay me $5 million?”",
            "Holm",
            "“How about we do this: I won’t come unless they pay me $5 million?”",
        ),
        (
            "“The bakery suits me,” she said, explaining how she shapes “crowns,” rings of dough that rise through "
            "the night. “After 50 loaves a morning, nobody talks of pay.”",
            "she",
            "“After 50 loaves a morning, nobody talks of pay.”",
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
