"""A Word document (.docx) to the text a reader reads: paragraphs and the cells of tables in order.

python-docx opens the file; its own text of a paragraph leaves out tracked insertions and content controls, so the words
are gathered from the elements (ECMA-376, part 1, §17).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.errors import IntakeError
from factcheck.intake.metadata import Metadata

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
        text = "\n\n".join(_blocks(word.element.body))
        told = word.core_properties
        found = Metadata(title=_words(told.title), author=_words(told.author))
    except (zipfile.BadZipFile, OpcError, SyntaxError, KeyError, ValueError, RuntimeError) as error:
        raise IntakeError(
            f"this Word document can't be read: {str(error)[:120]}", path=path, remedy="Copy its text and paste that"
        ) from error
    return text, found


def _blocks(holder: Any) -> Iterator[str]:
    """The words of each paragraph under an element, in order, those of tables and content controls too."""
    for element in holder:
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if name == "p":
            if words := "".join(_words_of(element)).strip():
                yield words
        elif name in _HOLDERS:
            yield from _blocks(element)


_HOLDERS = frozenset({"tbl", "tr", "tc", "sdt", "sdtContent", "customXml", "ins", "smartTag"})
"""Elements that hold paragraphs. A joined cell is there once; what was deleted in a tracked change isn't among them."""


def _words_of(element: Any) -> Iterator[str]:
    """The text under an element as a reader sees it: tracked insertions are in it, deletions and stand-ins not."""
    for child in element:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS and element.tag.endswith("}r"):
            yield _SIGNS[name]
        elif name not in _UNSEEN:
            yield from _words_of(child)


_SIGNS = {"br": "\n", "cr": "\n", "tab": " ", "noBreakHyphen": "-"}
_UNSEEN = frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr"})


def _words(value: object) -> str | None:
    made = " ".join(str(value).split()) if isinstance(value, str) else ""
    return made or None
