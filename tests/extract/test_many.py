from __future__ import annotations

from datetime import date

import pytest

from factcheck.extract import extract, extract_many
from factcheck.intake import Metadata, read_text
from factcheck.model import Document

TEXTS = (
    "At least 31 people died when the ferry sank on Monday, the coastguard said on Tuesday.",
    "It rained on the old harbour town again.",
    "“We searched for nine hours,” said Petra Wain. The mayor denied that $1.2bn was spent.\n\nShe named 40 firms.",
    "Der Fährmann sagte am Dienstag, dass bei dem Unglück vor der Küste vierzehn Menschen gestorben seien.",
    "ANCHOR: How many came?\n\nPETRA WAIN: We counted 4,000 people at the gate, and 300 left.",
    "17%",
    "\n\n  Growers sold 14 million tulips in May, up from 12 million a year earlier. " * 3,
    "x1," * 400 + " The port said 31 ships came." + "=" * 900,
    "The mayor is “very happy” 🌷 with 3.5 per cent; nobody said \u0301 why.",
)


def _documents() -> list[Document]:
    known = Metadata(outlet="Harbour Times", published_on=date(2024, 6, 12))
    return [read_text(text, metadata=known) for text in TEXTS]


@pytest.mark.usefixtures("nlp")
def test_many_gives_what_each_gives_alone() -> None:
    documents = _documents() * 3  # more than one batch's tokens
    together = extract_many(documents)
    assert together == [extract(document) for document in documents]
    assert sum(bool(one.claims) for one in together) >= 18


@pytest.mark.usefixtures("nlp")
def test_many_keeps_every_offset() -> None:
    for document, read in zip(_documents(), extract_many(_documents()), strict=True):
        for claim in read.claims:
            for span in (claim, *claim.figures):
                assert document.text[span.start : span.end] == span.text


def test_many_of_nothing() -> None:
    assert extract_many([]) == []
