from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import IntakeError
from factcheck.intake import BadRow, claim_columns, earlier_claims, row_count
from factcheck.intake.claimreview import embedded, is_review, reviews
from factcheck.model import EarlierClaim

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://checks.example/mill",
    "claimReviewed": "The mill has 40 rooms.",
    "author": {"@type": "Organization", "name": "Riverton Checks"},
    "datePublished": "2023-05-01",
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Ada Wren"},
        "datePublished": "2023-04-05T09:00:00+01:00",
    },
    "reviewRating": {"@type": "Rating", "ratingValue": 1, "bestRating": 5, "alternateName": "False"},
}
OTHER = REVIEW | {"claimReviewed": "Nobody was hurt.", "url": "https://checks.example/hurt"}
ARTICLE = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The mill"}
FOUND = {
    "text": "The mill has 40 rooms.",
    "claimant": "Ada Wren",
    "claimDate": "2023-04-05T00:00:00Z",
    "claimReview": [
        {"publisher": {"name": "Riverton Checks"}, "url": "https://checks.example/mill", "textualRating": "False"}
    ],
}


def _read(path: Path, value: object) -> list[EarlierClaim | BadRow]:
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return list(earlier_claims(path))


def _claims(found: list[EarlierClaim | BadRow]) -> list[str]:
    return [one.claim for one in found if isinstance(one, EarlierClaim)]


@pytest.mark.parametrize(
    "value",
    [
        REVIEW,
        [REVIEW],
        {"@context": "https://schema.org", "@graph": [ARTICLE, REVIEW]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": REVIEW}]},
        REVIEW | {"@type": ["Review", "http://schema.org/ClaimReview"]},
        {"claims": [FOUND], "nextPageToken": "x", "@context": ""},
    ],
)
def test_claimreview_is_found_wherever_it_lies(tmp_path: Path, value: object) -> None:
    (only,) = _read(tmp_path / "feed.json", value)
    assert isinstance(only, EarlierClaim)
    assert (only.claim, only.speaker, only.date, only.verdict, only.outlet, only.url) == (
        "The mill has 40 rooms.",
        "Ada Wren",
        date(2023, 4, 5),
        "False",
        "Riverton Checks",
        "https://checks.example/mill",
    )


def test_claimreview_in_lines_goes_on_after_what_is_none(tmp_path: Path) -> None:
    lines = "\n".join([json.dumps(REVIEW), "{broken", json.dumps(ARTICLE), json.dumps(OTHER)])
    found = _read(tmp_path / "feed.jsonl", lines)
    assert _claims(found) == ["The mill has 40 rooms.", "Nobody was hurt."]
    assert [one.line for one in found if isinstance(one, BadRow)] == [2, 3]


def test_claimreview_of_a_saved_page(tmp_path: Path) -> None:
    page = (
        '<html><script>var x = "ClaimReview";</script>'
        f'<script type="application/ld+json">{json.dumps(ARTICLE)}</script>'
        f'<SCRIPT TYPE="application/ld+json; charset=utf-8">{json.dumps([REVIEW, OTHER])}</SCRIPT></html>'
    )
    assert _claims(_read(tmp_path / "page.html", page)) == ["The mill has 40 rooms.", "Nobody was hurt."]


@pytest.mark.parametrize(
    ("rating", "verdict"),
    [
        ({"alternateName": "Half true"}, "Half true"),
        ({"ratingValue": "2", "bestRating": "5"}, "2 of 5"),
        ({"ratingValue": 2}, "2"),
        ([{"name": "Wrong"}], "Wrong"),
        ("Misleading", "Misleading"),
        ({}, None),
        (None, None),
    ],
)
def test_claimreview_verdict_in_words_else_in_numbers(rating: object, verdict: str | None) -> None:
    (found,) = reviews(REVIEW | {"reviewRating": rating})
    assert found["verdict"] == verdict


@pytest.mark.parametrize("text", ["{", "[1, 2", "not json"])
def test_claimreview_refuses_a_file_that_is_no_json(tmp_path: Path, text: str) -> None:
    with pytest.raises(IntakeError, match="not JSON"):
        _read(tmp_path / "feed.json", text)


def test_claimreview_refuses_a_page_without_any(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="JSON-LD"):
        _read(tmp_path / "page.html", "<p>Nothing here.</p>")


def test_claimreview_leaves_a_table_with_a_column_of_its_name_alone(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("claimReviewed,rating,colour\nThe mill has 40 rooms.,false,red\n", encoding="utf-8")
    (only,) = earlier_claims(path)
    assert isinstance(only, EarlierClaim)
    assert (only.verdict, dict(only.extra)) == ("false", {"colour": "red"})


def test_earlier_reads_a_json_list_of_plain_rows(tmp_path: Path) -> None:
    found = _read(tmp_path / "rows.json", [{"claim": "The mill has 40 rooms.", "verdict": "false"}, 7])
    assert _claims(found) == ["The mill has 40 rooms."]
    assert isinstance(found[1], BadRow)


def test_earlier_keeps_several_claims_of_one_id_and_none_twice(tmp_path: Path) -> None:
    rows = [{"id": "7", "claim": "One."}, {"id": "7", "claim": "Two."}, {"id": "7", "claim": "One."}, {"claim": "One."}]
    found = _read(tmp_path / "rows.jsonl", "\n".join(map(json.dumps, rows)))
    kept = [one for one in found if isinstance(one, EarlierClaim)]
    assert [(one.claim, one.external_id, dict(one.extra)) for one in kept] == [
        ("One.", "7", {}),
        ("Two.", None, {"id as written": "7"}),
        ("One.", None, {}),
    ]
    assert found[2] == BadRow(3, 'the id "7" with the same claim was in line 1 already')


def test_earlier_tells_the_columns_it_finds(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("Statement;Rating;colour\nThe mill has 40 rooms.;false;red\n", encoding="utf-8")
    assert claim_columns(table) == {"claim": "Statement", "verdict": "Rating"}
    feed = tmp_path / "feed.json"
    feed.write_text(json.dumps(REVIEW), encoding="utf-8")
    assert set(claim_columns(feed)) >= {"claim", "speaker", "verdict", "outlet"}
    assert row_count(table) == 2
    assert row_count(tmp_path / "missing.csv") == 0


_json = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@graph", "claimReviewed", "reviewRating", "itemReviewed", "author", "text", "url"]
            )
            | st.text(max_size=4),
            inner | st.just("ClaimReview"),
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(_json)
def test_claimreview_reads_any_json(value: object) -> None:
    for found in reviews(value):
        assert all(one is None or (isinstance(one, str) and one == one.strip()) for one in found.values())


def test_claimreview_of_a_very_deep_thing_ends() -> None:
    deep: dict[str, Any] = dict(REVIEW)
    for _ in range(5_000):
        deep = {"item": deep}
    assert list(reviews(deep)) == []
    assert is_review(REVIEW)


@given(st.text(max_size=200))
def test_claimreview_embedded_reads_any_page(text: str) -> None:
    assert all(isinstance(one, str) for one in embedded(text))
    assert embedded(f'<script type="application/ld+json">{{}}</script>{text}')[0] == "{}"
