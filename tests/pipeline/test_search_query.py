"""What a person types, read: words, phrases, filters, pasted posts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.pipeline.query import LONGEST, mended, plain, read, small_words_only, unit_name, without_numbers


@pytest.mark.parametrize(
    ("typed", "text", "filters"),
    [
        ("flooded houses", "flooded houses", {}),
        ("value 3500..4500 person", "", {"value": "3500..4500", "unit": "person"}),
        ("flooded value 3,500..4,500 people", "flooded", {"value": "3500..4500", "unit": "person"}),
        ("killed value 20000..", "killed", {"value": "20000.."}),
        ("value: ..100 km bridge", "bridge", {"value": "..100", "unit": "kilometre"}),
        ("value:14 tulips", "tulips", {"value": "14"}),
        ("value 30..32 killed in Aldermoor", "killed in Aldermoor", {"value": "30..32"}),
        ('speaker:"Petra Wain" nine hours', "nine hours", {"speaker": "Petra Wain"}),
        ("outlet:Echoes since:2024-06-12 ferry", "ferry", {"outlet": "Echoes", "since": "2024-06-12"}),
        ("the market value is 3 billion", "the market value is 3 billion", {}),
        ("the value of 3..4 eggs", "the value of 3..4 eggs", {}),
        ("speaker: who said it", "speaker: who said it", {}),
    ],
)
def test_query_reads_filters_out_of_what_is_typed(typed: str, text: str, filters: dict[str, str]) -> None:
    found = read(typed)
    assert (found.text, dict(found.filters)) == (text, filters)


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ('"flooded houses" Aldermoor', ("flooded houses",)),
        ("“no houses were flooded”", ("no houses were flooded",)),
        ('"to me" "two words"', ("to me", "two words")),
        ("She told the council that the “old bridge” had been shut", ()),
        ('"We searched for nine long hours and then we found the boat"', ()),
        ('"', ()),
        ('"" houses', ()),
        ('"?!" houses', ()),
    ],
)
def test_query_takes_a_few_quoted_words_for_a_phrase(typed: str, phrases: tuple[str, ...]) -> None:
    assert read(typed).phrases == phrases


def test_query_of_a_post_is_cleared_of_addresses_and_signature() -> None:
    post = "The #HarbourBridge is shut!\nhttps://example.org/x1 — Ada Wren (@adaw) June 3, 2021"
    found = read(post)
    assert found.meanings[0] == "The Harbour Bridge is shut!"
    assert "example.org" not in found.words
    assert {"Harbour", "Bridge", "adaw"} <= set(found.words.replace("@", "").replace("(", "").replace(")", "").split())


def test_query_has_its_sentences_beside_the_whole() -> None:
    found = read("The ferry sank off the northern cape. Nobody knows yet how many were on board.")
    assert found.meanings[1:] == (
        "The ferry sank off the northern cape.",
        "Nobody knows yet how many were on board.",
    )


@given(st.text(max_size=400))
def test_query_reads_any_text(typed: str) -> None:
    found = read(typed)
    assert len(found.text) <= LONGEST
    assert all("\n" not in one for one in found.meanings)
    assert set(found.filters) <= {"speaker", "outlet", "since", "until", "unit", "value", "verdict", "document", "kind"}


def test_query_of_a_very_long_text_is_cut() -> None:
    assert len(read("houses " * 20_000).text) <= LONGEST


@pytest.mark.parametrize(
    ("named", "unit"),
    [
        ("km", "kilometre"),
        ("$", "USD"),
        ("People", "person"),
        ("barges", "barge"),
        ("Agencies", "agency"),
        ("women", "woman"),
        ("policewomen", "policewoman"),
        ("churches", "church"),
        ("boxes", "box"),
        ("glasses", "glass"),
        ("class", "class"),
        ("virus", "virus"),
        ("buses", "bus"),
        ("houses", "house"),
        ("troop", "troop"),
        ("s", "second"),
        ("species", "species"),
    ],
)
def test_query_unit_is_named_as_figures_have_it(named: str, unit: str) -> None:
    assert unit_name(named) == unit


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("the of and", True),
        ("AND OR NOT", True),
        ("I", True),
        ("US", False),
        ("WHO", False),
        ("the ferry", False),
        ("of 14", False),
        ("", False),
    ],
)
def test_query_of_small_words_only(text: str, small: bool) -> None:
    assert small_words_only(text) is small


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("The flood hit 16,000 houses", "The flood hit houses"),
        ("twenty people", "people"),
        ("no figure here at all", None),
        ("14", None),
    ],
)
def test_query_without_numbers(text: str, bare: str | None) -> None:
    assert without_numbers(text) == bare


def test_query_plain_takes_nothing_for_a_filter() -> None:
    found = plain('value 3..4 "two words"')
    assert (found.text, found.phrases, dict(found.filters)) == ('value 3..4 "two words"', (), {})


@pytest.mark.parametrize(
    ("copied", "right"),
    [
        ("fish &amp; chips", "fish & chips"),
        ("taxes ‚Äî all of them", "taxes — all of them"),
        ("the cityâ€™s taxes", "the city’s taxes"),
        ("a cafÃ© in SÃ£o Pedro", "a café in São Pedro"),
        ("SÃO PAULO, 5 Â£, ‚Äx", "SÃO PAULO, 5 £, ‚Äx"),
        ("plain", "plain"),
    ],
)
def test_search_query_mended_puts_right_what_copying_broke(copied: str, right: str) -> None:
    assert mended(copied) == right


@given(st.text())
def test_search_query_mended_takes_any_text(text: str) -> None:
    assert isinstance(mended(text), str)


@pytest.mark.parametrize(
    ("typed", "post"),
    [
        ("Look at this #flood", True),
        ("@mayor_delling is this true?", True),
        ("Seen here: t.co/abc", True),
        ("We’re number 1 in the region", False),
        ("write to press@example.org", False),
        ("see https://example.org/a#b", False),
    ],
)
def test_search_query_post_is_told_by_its_marks(typed: str, post: bool) -> None:
    assert read(typed).post is post
