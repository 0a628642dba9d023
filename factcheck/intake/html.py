"""A web page to the article in it and what the page says of itself, by trafilatura.

Navigation, comments and advertisements are left out by the library; what it lets through is dealt with where claims
are read, because a pasted article has the same noise and no markup.
"""

from __future__ import annotations

import re
from pathlib import Path

from factcheck.errors import IntakeError
from factcheck.intake.dates import read_date
from factcheck.intake.metadata import Metadata

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE)


def declared_encoding(raw: bytes) -> str | None:
    """The encoding the page's head names, or None."""
    found = _CHARSET.search(raw[:4096])
    return found[1].decode("ascii") if found else None


def read_html(page: str, *, path: Path | None = None) -> tuple[str, Metadata]:
    """The article of ``page``, its paragraphs apart by an empty line, and its metadata.

    Raises:
        IntakeError: no article is in the page.
    """
    import trafilatura

    found = trafilatura.bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
    )
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise IntakeError("no article was found in this page", path=path, remedy="Copy its text and paste that")
    text = "\n\n".join(line.strip() for line in str(found.text).splitlines() if line.strip())
    return text, Metadata(
        title=_clean(found.title),
        outlet=_clean(found.sitename, strip="@"),
        author=_clean(found.author),
        url=_clean(found.url),
        published_on=read_date(found.date),
    )


def _clean(value: object, *, strip: str = "") -> str | None:
    made = " ".join(str(value).split()).strip(strip) if isinstance(value, str) else ""
    return made or None
