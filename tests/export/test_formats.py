"""Every format from the same records; text from a source stays text in each."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest

from factcheck.export import (
    Against,
    Beside,
    Evidence,
    Publisher,
    Reviewed,
    Verdict,
    claimreview,
    csv_table,
    html,
    json_records,
    markdown,
)
from factcheck.model import Claim, Relation, RelationKind, Speaker, Statement, Voice
from tests.export.schema_org import faults

AT = datetime(2024, 6, 12, 9, 30, tzinfo=UTC)
NASTY = '=1+1 <script>alert("x")</script> **bold** [link](http://example.org) {{ 7 }}'


def statement(text: str, *, demonstration: bool = False) -> Statement:
    speaker = Speaker("", 0, 0, name="Mara Delling", body="City of Ostwick")
    claim = Claim(text, 4, 4 + len(text), restated=None, kinds=(), voice=Voice.INDIRECT, speaker=speaker)
    return Statement(
        claim, "c1", "d1", "Flood", "Velle Post", "http://example.org/a", date(2024, 6, 11), demonstration=demonstration
    )


def reviewed(
    text: str = "31 people were killed.", *, rating: str | None = "False", demonstration: bool = False
) -> Reviewed:
    relation = Relation(RelationKind.CONTRADICTION, "58 is far above 31.")
    other = Beside("flag", statement("58 people were killed."), relation, "Another number", None, "Ada", AT)
    return Reviewed(
        statement=statement(text, demonstration=demonstration),
        speaker="Mara Delling · City of Ostwick",
        rating=rating,
        scale=("True", "Half true", "False"),
        note="Asked the press office.",
        person="Ada",
        at=AT,
        stale=False,
        beside=(other,),
        verdicts=(Verdict(rating, "Ada", AT), Verdict("Half true", "Ola", AT, stale=True)) if rating else (),
        evidence=(Evidence("http://example.org/report", "31 died"),),
        figures=("“31 people”: 31 people",),
        against=(Against(other.statement, "the company", "58 people", "as of 11 June 2024", relation),),
    )


def test_claimreview_has_what_schema_org_asks_for() -> None:
    (made,) = claimreview([reviewed()], publisher=Publisher("Desk", "http://example.org"))
    assert made["@type"] == "ClaimReview"
    assert made["claimReviewed"] == "31 people were killed."
    assert made["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "False",
        "ratingValue": 1,
        "bestRating": 3,
        "worstRating": 1,
    }
    assert made["author"] == {"@type": "Organization", "name": "Desk", "url": "http://example.org"}
    assert made["itemReviewed"]["author"] == {"@type": "Person", "name": "Mara Delling"}
    assert made["itemReviewed"]["datePublished"] == made["itemReviewed"]["appearance"]["datePublished"] == "2024-06-11"
    assert "creativeWorkStatus" not in made


@pytest.mark.parametrize("publisher", [Publisher("Desk", "http://example.org"), Publisher("Desk"), Publisher(None)])
@pytest.mark.parametrize("demonstration", [True, False])
def test_claimreview_is_valid_by_the_vocabulary(publisher: Publisher, demonstration: bool) -> None:
    (made,) = claimreview([reviewed(demonstration=demonstration)], publisher=publisher)
    assert list(faults(made)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"@type": "ClaimRevue"}, "$: schema.org has no type ClaimRevue"),
        ({"claimReviewd": "x"}, "$: ClaimReview has no property claimReviewd"),
        ({"claimReviewed": {"@type": "Person"}}, "$.claimReviewed: Person is none of"),
        ({"reviewRating": 3}, "$.reviewRating: a number is not allowed"),
        ({"author": {"name": "Desk"}}, "$.author: None is none of"),
    ],
)
def test_claimreview_faults_are_found(change: dict[str, object], fault: str) -> None:
    (made,) = claimreview([reviewed()], publisher=Publisher("Desk"))
    assert next(faults(made | change)).startswith(fault)


def test_claimreview_leaves_claims_without_verdict_out() -> None:
    assert claimreview([reviewed(rating=None)], publisher=Publisher(None)) == []


def test_formats_mark_the_demonstration() -> None:
    shown = [reviewed(demonstration=True)]
    assert claimreview(shown, publisher=Publisher(None))[0]["creativeWorkStatus"] == "Demonstration"
    assert json_records(shown)[0]["demonstration"] is True
    assert "Demonstration" in markdown(shown, title="Note")
    assert "Demonstration" in html(shown, title="Note")
    assert next(csv.DictReader(io.StringIO(csv_table(shown))))["demonstration"] == "yes"


def test_csv_is_no_formula_and_reads_back() -> None:
    (row,) = csv.DictReader(io.StringIO(csv_table([reviewed(NASTY)])))
    assert row["claim"] == "'" + NASTY
    assert row["set_beside"] == "flag: 58 people were killed."


def test_html_keeps_source_text_as_text() -> None:
    class Reader(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.tags: set[str] = set()
            self.text = ""

        def handle_starttag(self, tag: str, attrs: object) -> None:
            self.tags.add(tag)

        def handle_data(self, data: str) -> None:
            self.text += data

    reader = Reader()
    reader.feed(html([reviewed(NASTY)], title="A & B"))
    assert "script" not in reader.tags
    assert NASTY in reader.text
    assert "A & B" in reader.text


def test_markdown_keeps_source_text_as_text() -> None:
    made = markdown([reviewed(NASTY)], title="Note")
    assert "<script>" not in made
    assert "**bold**" not in made
    assert "[link](" not in made
    assert "58 is far above 31" in made
    assert "**False**" in made


def test_notes_keep_every_verdict_with_what_stands_against() -> None:
    for made in (markdown([reviewed()], title="Note"), html([reviewed()], title="Note")):
        for words in ("Ada", "Ola", "Half true", "corrected since", "the company", "58 is far above 31", "31 died"):
            assert words in made


def test_notes_render_a_persons_markdown_and_nothing_else() -> None:
    one = replace(reviewed(), note="Asked **twice**. <script>alert(1)</script> [x](javascript:alert(1))\n\n# Later")
    page = html([one], title="Note")
    assert "<strong>twice</strong>" in page
    assert "<script>" not in page
    assert 'href="javascript' not in page
    text = markdown([one], title="Note")
    assert "Asked **twice**." in text
    assert "\n### Later" in text


def test_claimreview_cites_the_evidence() -> None:
    (made,) = claimreview([reviewed()], publisher=Publisher(None))
    assert made["citation"] == [{"@type": "CreativeWork", "url": "http://example.org/report", "text": "31 died"}]


def test_csv_tells_what_stands_against() -> None:
    (row,) = csv.DictReader(io.StringIO(csv_table([reviewed()])))
    assert row["stands_against"] == "contradiction: the company, 58 people"
    assert row["evidence"] == "http://example.org/report"
