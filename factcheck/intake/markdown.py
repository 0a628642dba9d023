"""Markdown with front matter to the text a reader reads, and what the front matter says.

Marks of emphasis, links' addresses and images go; headings, list items and paragraphs stay, apart by an empty line.
The result is the document's text: every offset indexes it, not the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import IntakeError
from factcheck.intake.dates import read_date
from factcheck.intake.metadata import Metadata

if TYPE_CHECKING:
    from markdown_it.token import Token

_KEYS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publication", "publisher", "site", "sitename", "site_name", "source"),
    "author": ("author", "authors", "byline", "by"),
    "url": ("url", "link", "canonical", "canonical_url", "address"),
    "published_on": ("date", "published_on", "published", "pubdate", "publish_date"),
}


def read_markdown(source: str, *, path: Path | None = None) -> tuple[str, Metadata]:
    """The text a reader reads, and the metadata of the front matter; the first heading is a title where none is given.

    Raises:
        IntakeError: the front matter is not YAML, or its date is none.
    """
    import frontmatter
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    try:
        head, body = frontmatter.parse(source, handler=YAMLHandler())
    except (yaml.YAMLError, ValueError) as error:  # PyYAML raises a bare ValueError for the date 2022-13-45
        raise IntakeError(
            f"its front matter is not valid YAML: {error}", path=path, remedy="Mend the lines between the two --- marks"
        ) from error
    text, heading = _rendered(body if head else source)  # what stands between two rules is not always front matter
    return text, _metadata(head, path).over(Metadata(title=heading))


def _metadata(head: Mapping[str, object], path: Path | None) -> Metadata:
    lower = {str(key).lower().replace("-", "_").replace(" ", "_"): value for key, value in head.items()}
    found = {name: next((lower[key] for key in keys if lower.get(key)), None) for name, keys in _KEYS.items()}
    day = read_date(found["published_on"])
    if found["published_on"] is not None and day is None:
        raise IntakeError(
            f'"{str(found["published_on"])[:60]}" in its front matter is not a date',
            path=path,
            remedy="Write it as YYYY-MM-DD",
        )
    return Metadata(
        title=_words(found["title"]),
        outlet=_words(found["outlet"]),
        author=_words(found["author"]),
        url=_words(found["url"]),
        published_on=day,
    )


def _words(value: object) -> str | None:
    if isinstance(value, list):
        value = ", ".join(item for item in value if isinstance(item, str))
    return (" ".join(value.split()) or None) if isinstance(value, str) else None


def _rendered(body: str) -> tuple[str, str | None]:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    blocks: list[str] = []
    title: str | None = None
    marker = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "list_item_open":
            marker = f"{token.info}. " if token.markup in ".)" and token.info else "- "
        elif token.type in ("code_block", "fence"):
            blocks.append(token.content.rstrip("\n"))
        elif token.type == "inline":
            words = _inline(token.children or ())
            if not words.strip():
                continue
            if before is not None and before.type == "heading_open" and before.tag == "h1" and not blocks:
                title = " ".join(words.split())
            blocks.append(marker + words)
            marker = ""
    return "\n\n".join(blocks), title


def _inline(children: Iterable[Token]) -> str:
    made: list[Any] = []
    for child in children:
        if child.type in ("text", "code_inline"):
            made.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            made.append("\n")
    return "".join(made)
