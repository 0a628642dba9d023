from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import IntakeError
from factcheck.intake import read_bytes

ARTICLE = """<!doctype html>
<html lang="en"><head><meta charset="windows-1252">
<title>Mill burns in Harrow Vale - The Vale Courier</title>
<meta property="og:title" content="Mill burns in Harrow Vale">
<meta property="og:site_name" content="The Vale Courier">
<meta property="article:published_time" content="2023-04-05T10:00:00Z">
<meta name="author" content="Ida Marsh">
<link rel="canonical" href="https://courier.example/mill">
</head><body>
<nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>Mill burns in Harrow Vale</h1>
<p>About 120 people fled a fire at the café beside the old mill on Tuesday, the county’s fire chief said.</p>
<p>“We counted 14 engines,” said the chief, Ola Brandt, who has led the service for nine years and knows the mill.</p>
<p>The fire began shortly after midnight and was put out by morning, after the wind had turned to the north.</p>
</article><footer>Copyright 2025</footer></body></html>"""


def test_html_reads_article_and_metadata() -> None:
    document = read_bytes(ARTICLE.encode("cp1252"), name="mill.html")
    assert "“We counted 14 engines,” said the chief" in document.text
    assert "Sport" not in document.text
    assert "\n\n" in document.text
    assert (document.title, document.outlet, document.author) == (
        "Mill burns in Harrow Vale",
        "The Vale Courier",
        "Ida Marsh",
    )
    assert (document.url, document.published_on) == ("https://courier.example/mill", date(2023, 4, 5))
    assert document.media_type == "text/html"


@pytest.mark.parametrize("raw", [b"<html></html>", b"<html><body><script>1</script></body></html>", b"<"])
def test_html_refuses_a_page_without_an_article(raw: bytes) -> None:
    with pytest.raises(IntakeError, match="no article"):
        read_bytes(raw, name="empty.html")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The **mill** has *40* rooms.", "The mill has 40 rooms."),
        ("See [the report](https://example.org/a_b) now.", "See the report now."),
        ("![a photo](x.png)\n\nFour men.", "Four men."),
        ("> Quoted line.\n\nPlain line.", "Quoted line.\n\nPlain line."),
        ("- one thing\n- two things", "- one thing\n\n- two things"),
        ("3. third\n4. fourth", "3. third\n\n4. fourth"),
        ("A line\nthat goes on.", "A line\nthat goes on."),
        ("5 < 6 & 7 > 2", "5 < 6 & 7 > 2"),
        ("Costs 4\\*5", "Costs 4*5"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a\n\nb\n\n1\n\n2"),
    ],
)
def test_markdown_gives_what_a_reader_reads(source: str, text: str) -> None:
    assert read_bytes(source.encode(), name="a.md").text == text


def test_markdown_reads_front_matter_whatever_its_case() -> None:
    head = "Title: A mill\nPublisher: The Vale Courier\nAuthors: [Ida Marsh, Bo Lund]\nPublished: 5 April 2023"
    document = read_bytes(f"---\n{head}\n---\nText.".encode(), name="a.md")
    assert (document.title, document.outlet, document.author, document.published_on, document.text) == (
        "A mill",
        "The Vale Courier",
        "Ida Marsh, Bo Lund",
        date(2023, 4, 5),
        "Text.",
    )


def test_markdown_takes_the_first_heading_for_a_title() -> None:
    assert read_bytes(b"# A mill burns\n\nText.", name="a.md").title == "A mill burns"
    assert read_bytes(b"Text.\n\n# Later heading", name="a.md").title is None


@pytest.mark.parametrize(
    ("head", "says"),
    [("title: [unclosed", "not valid YAML"), ("date: 2022-13-45", "front matter"), ("date: soon", "not a date")],
)
def test_markdown_refuses_front_matter_that_is_wrong(head: str, says: str) -> None:
    with pytest.raises(IntakeError, match=says) as refused:
        read_bytes(f"---\n{head}\n---\nText.".encode(), name="a.md")
    assert "\n" not in str(refused.value)


def test_plain_text_is_never_rewritten(tmp_path: Path) -> None:
    text = "# not a heading\n---\n*kept* <b>as it is</b>\n"
    assert read_bytes(text.encode(), name="a.txt").text == text
