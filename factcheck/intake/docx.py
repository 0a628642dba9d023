"""A Word document (.docx) to the text a reader reads, by python-docx: paragraphs and the cells of tables in order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import IntakeError
from factcheck.intake.metadata import Metadata

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import Table, _Cell

_LARGEST = 200_000_000
"""Bytes unpacked; a small archive that grows beyond is refused before it is read."""


def read_docx(raw: bytes, *, path: Path | None = None) -> tuple[str, Metadata]:
    """The text, paragraphs apart by an empty line, and the title and author that the file's properties name.

    Raises:
        IntakeError: it is no Word document, is broken, or unpacks to too much.
    """
    import docx
    from docx.opc.exceptions import OpcError

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > _LARGEST:
            raise IntakeError("this document unpacks to too much", path=path, remedy="Copy its text and paste that")
        word = docx.Document(io.BytesIO(raw))
        text = "\n\n".join(_blocks(word))
        told = word.core_properties
        found = Metadata(title=_words(told.title), author=_words(told.author))
    except (zipfile.BadZipFile, OpcError, SyntaxError, KeyError, ValueError) as error:
        raise IntakeError(
            f"this Word document can't be read: {str(error)[:120]}", path=path, remedy="Copy its text and paste that"
        ) from error
    return text, found


def _blocks(holder: Word | _Cell) -> Iterator[str]:
    from docx.table import Table

    for block in holder.iter_inner_content():
        if isinstance(block, Table):
            yield from _cells(block)
        elif words := block.text.strip():
            yield words


def _cells(table: Table) -> Iterator[str]:
    """The cells of a table, a joined one once."""
    seen: set[int] = set()
    for row in table.rows:
        for cell in row.cells:
            if id(cell._tc) not in seen:
                seen.add(id(cell._tc))
                yield from _blocks(cell)


def _words(value: object) -> str | None:
    made = " ".join(str(value).split()) if isinstance(value, str) else ""
    return made or None
