"""A PDF to the text in it, by pypdf: paragraphs apart, running heads and page numbers out, split words joined.

A PDF knows lines and no paragraphs: one ends where a line stops well short of the others or with the end of a sentence
before a line that begins a new one. What a scanner made has no text and is refused: a claim misread from an image is
worse than none.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from factcheck.errors import IntakeError
from factcheck.intake.metadata import Metadata

_SHORT = 0.7
"""Share of the usual length of a line below which it ends a paragraph."""
_EDGE = 2
"""Lines at the top and the bottom of a page among which running heads are sought."""
_PAGE_NUMBER = re.compile(r"(?:[Pp]age\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]\n(?=[a-zß-ÿ])")
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError, NotImplementedError, RecursionError)
"""What the library raises on damaged files beside its own errors."""
_ENDS = '.!?:;”"’)…'


def read_pdf(raw: bytes, *, path: Path | None = None) -> tuple[str, Metadata]:
    """The text of all pages, and the title and author that the file's properties name.

    Raises:
        IntakeError: it is locked by a password, broken, or has no text.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(raw))
        pages = [_lines(page.extract_text()) for page in reader.pages]
        told = reader.metadata
    except FileNotDecryptedError as error:
        raise IntakeError("this PDF is locked by a password", path=path, remedy="Save it without one") from error
    except (PyPdfError, DependencyError, *_BROKEN) as error:
        raise IntakeError(
            f"this PDF can't be read: {str(error)[:120]}", path=path, remedy="Copy its text and paste that"
        ) from error
    text = "\n\n".join(_paragraphs(_without_running_heads(pages)))
    if not text.strip():
        raise IntakeError(
            "this PDF holds no text, perhaps only scanned pages", path=path, remedy="Run it through text recognition"
        )
    return text, Metadata(title=_words(told.title), author=_words(told.author)) if told else Metadata()


def _lines(page: str) -> list[str]:
    return [" ".join(line.split()) for line in page.splitlines()]


def _without_running_heads(pages: Sequence[list[str]]) -> list[list[str]]:
    """The pages without lines at their edges that return on half of them, numbers aside, and without page numbers."""
    edges = [{_bare(line) for line in (*page[:_EDGE], *page[-_EDGE:]) if line} for page in pages]
    often = Counter(line for page in edges for line in page)
    running = {line for line, times in often.items() if len(pages) >= 3 and times * 2 >= len(pages)}
    kept = []
    for page in pages:
        last = len(page) - _EDGE
        kept.append(
            [
                line
                for at, line in enumerate(page)
                if not ((at < _EDGE or at >= last) and (_bare(line) in running or _PAGE_NUMBER.fullmatch(line)))
            ]
        )
    return kept


def _bare(line: str) -> str:
    return re.sub(r"\d+", "#", line).casefold()


def _paragraphs(pages: Sequence[list[str]]) -> list[str]:
    lines = [line for page in pages for line in [*page, None]]
    lengths = sorted(len(line) for line in lines if line)
    usual = lengths[int(len(lengths) * 0.75)] if lengths else 0
    made: list[list[str]] = [[]]
    for line in lines:
        if line:
            made[-1].append(line)
        before = made[-1][-1] if made[-1] else ""
        # a page's end ends a paragraph only where its last line ends a sentence
        if before and ((line is None and before[-1] in _ENDS) or line == "" or (line and len(line) < usual * _SHORT)):
            made.append([])
    return [_HYPHEN.sub("", "\n".join(paragraph)).replace("\n", " ") for paragraph in made if paragraph]


def _words(value: object) -> str | None:
    made = " ".join(str(value).split()) if isinstance(value, str) else ""
    return made or None
