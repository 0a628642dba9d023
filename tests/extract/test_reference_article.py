"""The reference article of 2022-03-11, read from the shared folder: what must be found in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.extract import Extraction, extract
from factcheck.intake import Metadata, read_file
from factcheck.model import Basis, Bound, Claim, DateRange, Document, Figure, Stance, Voice, WriterView

FRIDAY = date(2022, 3, 11)


@pytest.fixture(scope="module")
def document(shared_dir: Path) -> Document:
    return read_file(shared_dir / "seeds" / "article-2022-03-11.txt", metadata=Metadata(published_on=FRIDAY))


@pytest.fixture(scope="module")
def extraction(document: Document) -> Extraction:
    return extract(document)


def _with_value(extraction: Extraction, low: float | None, high: float | None) -> tuple[Claim, Figure]:
    found = [
        (claim, figure)
        for claim in extraction.claims
        for figure in claim.figures
        if (figure.low, figure.high) == (low, high) and claim.cue is not None
    ]
    assert found, f"no attributed figure [{low}, {high}]"
    return found[0]


def _said_by(extraction: Extraction, name: str) -> list[Claim]:
    return [claim for claim in extraction.claims if claim.speaker is not None and claim.speaker.name == name]


def test_reference_article_applications(extraction: Extraction) -> None:
    claim, figure = _with_value(extraction, 16_000, None)
    assert (figure.bound, figure.unit, figure.hedged) == (Bound.MORE_THAN, "application", False)
    assert claim.speaker is not None
    assert claim.speaker.name == "Sergei Shoigu"
    assert claim.cue is not None
    assert claim.cue.text == "said"
    assert claim.voice == Voice.INDIRECT


def test_reference_article_volunteers_and_countries(extraction: Extraction) -> None:
    claim, volunteers = _with_value(extraction, 20_000, None)
    countries = next(figure for figure in claim.figures if figure.low == 52)
    assert volunteers.bound == Bound.MORE_THAN
    assert (countries.low, countries.high, countries.unit) == (52, 52, "country")
    assert claim.speaker is not None
    assert claim.speaker.name.removeprefix("The ").removeprefix("the ") == "Ukrainian Defense Ministry"
    assert claim.cue is not None
    assert claim.cue.lemma == "estimate"
    assert volunteers.basis == Basis.ESTIMATED


def test_reference_article_troops(extraction: Extraction) -> None:
    claim, figure = _with_value(extraction, None, 4_000)
    assert (figure.bound, figure.unit, figure.hedged) == (Bound.AT_MOST, "troop", True)
    assert figure.population == "Russian"
    days = figure.period or figure.as_of
    assert days is not None
    assert days.first == date(2022, 2, 24)
    assert claim.speaker is not None
    assert claim.speaker.anonymous
    assert claim.speaker.text == "a senior U.S. military officer"
    assert claim.said_on == DateRange(date(2022, 3, 8), date(2022, 3, 8))
    assert claim.text.startswith("Up to 4,000")
    assert claim.text.endswith("said Tuesday.")


@pytest.mark.parametrize(
    ("name", "begins", "ends"),
    [
        ("Vladimir Putin", "If you see", "war zone"),
        ("Vladimir Putin", "As for the gathering", "international law"),
        ("John Kirby", "We urge them not", "them to leave"),
        ("Dmitry Peskov", "A real Russian", "not with us"),
    ],
)
def test_reference_article_quotations_whole(extraction: Extraction, name: str, begins: str, ends: str) -> None:
    contents = [
        claim.content.text.strip('“”", ')
        for claim in _said_by(extraction, name)
        if claim.content is not None and claim.voice == Voice.DIRECT
    ]
    assert [text for text in contents if text.startswith(begins) and text.endswith(ends)]


@pytest.mark.parametrize(("name", "word"), [("Britain", "conscript"), ("British Defense Ministry", "mercenaries")])
def test_reference_article_british_claims(extraction: Extraction, name: str, word: str) -> None:
    claims = [
        claim
        for claim in extraction.claims
        if claim.speaker is not None and claim.speaker.name.lower().removeprefix("the ") == name.lower()
    ]
    assert [
        claim for claim in claims if claim.content and word in claim.content.text and claim.stance == Stance.ASSERTS
    ]


def test_reference_article_denial(extraction: Extraction) -> None:
    [claim] = [claim for claim in extraction.claims if claim.stance == Stance.DENIES]
    assert claim.cue is not None
    assert "denial" in claim.cue.text
    assert claim.speaker is not None
    assert claim.speaker.name.lower().removeprefix("the ") == "kremlin"
    assert claim.content is not None
    assert "deployed conscript troops" in claim.content.text


def test_reference_article_doubt_of_the_writer(extraction: Extraction) -> None:
    [claim] = [claim for claim in extraction.claims if claim.writer_view == WriterView.DOUBTS]
    assert claim.speaker is not None
    assert claim.speaker.name == "Vladimir Putin"
    assert claim.content is not None
    assert "genocide" in claim.content.text


def test_reference_article_furniture_gives_nothing(document: Document, extraction: Extraction) -> None:
    tail = document.text.index("contributed to this report")
    head = document.text.index("Russian President")
    assert all(head <= claim.start < tail for claim in extraction.claims)
    assert "Sign Up" in document.text[tail:]


def test_reference_article_nothing_from_years_or_names(extraction: Extraction) -> None:
    texts = [figure.text for claim in extraction.claims for figure in claim.figures]
    assert not [text for text in texts if "24" in text or "Feb" in text or "2022" in text]


def test_reference_article_spans(document: Document, extraction: Extraction) -> None:
    for claim in extraction.claims:
        for span in (claim, claim.speaker, claim.cue, claim.content, *claim.figures):
            assert span is None or document.text[span.start : span.end] == span.text


def test_reference_article_restated_alone(extraction: Extraction) -> None:
    claim, _ = _with_value(extraction, None, 4_000)
    assert claim.restated is not None
    assert "Tuesday (8 March 2022)" in claim.restated
    claim, _ = _with_value(extraction, 16_000, None)
    assert claim.restated is not None
    assert claim.restated.startswith("Sergei Shoigu said")
