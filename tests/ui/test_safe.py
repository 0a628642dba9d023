from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ui.safe import link, plain, shortened

JOINER = "\u2060"


def shown(markdown: str) -> str:
    """What CommonMark shows of escaped text: each backslash before ASCII punctuation is gone."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown).replace(JOINER, "")


@pytest.mark.parametrize(
    "text",
    [
        "*bold* and _thin_ and `code`",
        "$x^2$ costs $5",
        ":red[danger] :smile: :material/home:",
        "[a](https://example.org) <b>b</b> ![i](x)",
        "http://example.org www.example.org a@b.example",
        "# heading",
        "1. list",
        "-> <- <= -- ~= a|b|c",
        "back\\slash",
    ],
)
def test_safe_plain_shows_the_text_as_it_is(text: str) -> None:
    assert shown(plain(text)) == text


@pytest.mark.parametrize("mark", ["*", "_", "$", ":", "[", "<", "`", "#", "|", "~", "!", "\\"])
def test_safe_plain_escapes_each_mark(mark: str) -> None:
    assert plain(f"a{mark}b").replace(JOINER, "") == f"a\\{mark}b"


@given(st.text())
def test_safe_plain_never_loses_a_visible_character(text: str) -> None:
    made = plain(text)
    assert "\n" not in made
    squeezed = "".join(text.split()).replace(JOINER, "")
    kept = "".join(c for c in squeezed if not (ord(c) < 32 or 127 <= ord(c) < 160))
    assert "".join(shown(made).split()) == "".join(kept.split())


@pytest.mark.parametrize(
    ("text", "apart"),
    [(":smile:", ":"), ("http://x", ":"), ("www.x.org", "www"), ("a@b.c", "@"), ("->", "-"), ("<=", "<")],
)
def test_safe_plain_keeps_apart_what_a_plugin_would_replace(text: str, apart: str) -> None:
    assert JOINER in plain(text)
    assert shown(plain(text)) == text
    assert plain(text).replace("\\", "").startswith(apart if text.startswith(apart) else text[0])


@pytest.mark.parametrize(
    ("address", "opens"),
    [
        ("https://example.org/a", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("", False),
        (None, False),
    ],
)
def test_safe_link_opens_web_addresses_only(address: str | None, opens: bool) -> None:
    assert (link(address) is not None) is opens


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("short", 10, "short"),
        ("one  two\nthree", 20, "one two three"),
        ("the number of people, who died", 22, "the number of people…"),
        ("x" * 30, 10, "x" * 9 + "…"),
    ],
)
def test_safe_shortened_cuts_at_a_word(text: str, length: int, expected: str) -> None:
    assert shortened(text, length) == expected


@given(st.text(), st.integers(min_value=2, max_value=80))
def test_safe_shortened_is_never_longer(text: str, length: int) -> None:
    assert len(shortened(text, length)) <= length
