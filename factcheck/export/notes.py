"""A note for people: every decided claim with its quotation, its figures, what stands beside it and why."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from factcheck.export.records import Reviewed

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&])")


def markdown(reviewed: Sequence[Reviewed], *, title: str) -> str:
    """The note as Markdown; text from a source is escaped, so that it stays text."""
    made = _environment(html=False).get_template("note.md").render(reviewed=reviewed, title=title)
    return re.sub(r"\n{3,}", "\n\n", made).strip() + "\n"


def html(reviewed: Sequence[Reviewed], *, title: str) -> str:
    """The note as one HTML file without anything from outside."""
    return _environment(html=True).get_template("note.html").render(reviewed=reviewed, title=title)


def _environment(*, html: bool) -> Environment:
    made = Environment(
        loader=PackageLoader("factcheck.export"),
        autoescape=html,  # noqa: S701 - off for Markdown alone, where finalize escapes
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_nothing if html else _escaped,
    )
    made.filters["note"] = _rendered if html else _as_written
    return made


def _rendered(note: str) -> Markup:
    """A person's Markdown as HTML; HTML in it stays text, and no address but of the web becomes a link."""
    return Markup(MarkdownIt("commonmark", {"html": False}).render(note))  # noqa: S704 - made without HTML of its own


def _as_written(note: str) -> Markup:
    """A person's Markdown in a Markdown note: as it is, its headings below those of the note."""
    return Markup(re.sub(r"^(#{1,4})(?=\s)", r"##\1", note, flags=re.MULTILINE))  # noqa: S704 - Markdown, not HTML


def _nothing(value: object) -> object:
    return "" if value is None else value


def _escaped(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, Markup):
        return value
    return _MARKDOWN.sub(r"\\\1", " ".join(str(value).split()))
