from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ui.source import address

LONG = "The ferry Aldine sank off Corrie Head on Monday, and the coastguard said that 14 people were killed."


@pytest.mark.parametrize(
    ("url", "text", "made"),
    [
        (None, "14 people", None),
        ("javascript:alert(1)", "14 people", None),
        ("https://harbour.example/a", "  ", "https://harbour.example/a"),
        ("https://harbour.example/a", "killed 14\npeople", "https://harbour.example/a#:~:text=killed%2014%20people"),
        ("https://harbour.example/a#two", "14 people", "https://harbour.example/a#two:~:text=14%20people"),
        ("https://harbour.example/a", "a-b, c & d", "https://harbour.example/a#:~:text=a%2Db%2C%20c%20%26%20d"),
    ],
)
def test_source_address_opens_at_the_passage(url: str | None, text: str, made: str | None) -> None:
    assert address(url, text) == made


def test_source_address_names_a_long_passage_by_its_ends() -> None:
    found = address("https://harbour.example/a", LONG)
    assert found is not None
    ends = found.split(":~:text=")[1].split(",")
    assert [unquote(end) for end in ends] == ["The ferry Aldine sank off", "that 14 people were killed."]


@given(st.text(min_size=1, max_size=80))
def test_source_address_lets_no_text_reach_the_address_itself(text: str) -> None:
    found = address("https://harbour.example/a", text.encode("utf-8", "ignore").decode())
    assert found is not None
    base, _, passage = found.partition("#")
    assert base == "https://harbour.example/a"
    assert not set(passage.removeprefix(":~:text=")) & set(" -&#<>\"'\n")
