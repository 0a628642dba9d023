"""Bytes, a file or pasted text to a :class:`~factcheck.model.Document`: checks, then the format's own reader.

This is the only place that knows which format is which; the readers know nothing of files.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from factcheck.errors import IntakeError
from factcheck.intake.decode import decode
from factcheck.intake.masthead import read_masthead
from factcheck.intake.metadata import Metadata
from factcheck.model import Document
from factcheck.text import fingerprint

MAXIMUM_BYTES = 20_000_000
"""The largest file or text read: about ten thousand newspaper pages. An article is a few thousand bytes."""

PLAIN, MARKDOWN, HTML = "text/plain", "text/markdown", "text/html"
PDF, DOCX = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
VTT, SRT = "text/vtt", "application/x-subrip"

SUFFIXES = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".docx": DOCX,
    ".vtt": VTT,
    ".srt": SRT,
}
"""Suffixes of the files a folder is searched for, and what they hold."""

_MARKS = ((b"%PDF-", PDF), (b"PK\x03\x04", DOCX), (b"WEBVTT", VTT), (b"\xef\xbb\xbfWEBVTT", VTT))
"""First bytes that tell what a file without a known suffix holds."""


def read_file(path: Path, *, metadata: Metadata | None = None, demonstration: bool = False) -> Document:
    """The document in a file; its suffix, else its first bytes, say in which format.

    Raises:
        IntakeError: it can't be opened, is too large, or holds no text.
    """
    path = Path(path)
    try:
        folder, size = path.is_dir(), path.stat().st_size
        raw = b"" if folder or size > MAXIMUM_BYTES else path.read_bytes()
    except FileNotFoundError as error:
        raise IntakeError("there is no such file", path=path, remedy="Check the path") from error
    except PermissionError as error:
        raise IntakeError("no permission to read it", path=path, remedy="Allow reading it (chmod u+r)") from error
    except (OSError, ValueError) as error:
        raise IntakeError(f"it can't be read: {error}", path=str(path), remedy="Check the path and the disk") from error
    if folder:
        raise IntakeError("this is a folder", path=path, remedy="Give the files in it, or ingest the folder")
    if size > MAXIMUM_BYTES:
        raise _too_large(size, path)
    return _document(raw, media_type=None, path=path, metadata=metadata, demonstration=demonstration)


def read_bytes(
    raw: bytes,
    *,
    media_type: str | None = None,
    name: str | None = None,
    metadata: Metadata | None = None,
    demonstration: bool = False,
) -> Document:
    """The document in bytes from elsewhere (an upload, standard input).

    Args:
        media_type: one of those in :data:`SUFFIXES`; else ``name``'s suffix or the bytes decide.
        name: of the upload, for the suffix and the error's line.

    Raises:
        IntakeError: as :func:`read_file`.
    """
    return _document(
        raw, media_type=media_type, path=Path(name) if name else None, metadata=metadata, demonstration=demonstration
    )


def read_text(text: str, *, metadata: Metadata | None = None, demonstration: bool = False) -> Document:
    """The document of pasted text. The text is kept as it is, so that offsets index what the person pasted.

    Halves of surrogate pairs, which no UTF-8 can hold, become U+FFFD, one for one.

    Raises:
        IntakeError: there is nothing but white space in it, or it is too large.
    """
    if not text.isascii():
        text = "".join("�" if "\ud800" <= char <= "\udfff" else char for char in text)
    raw = text.encode()
    if len(raw) > MAXIMUM_BYTES:
        raise _too_large(len(raw), None)
    return _made(
        text,
        raw,
        kind=PLAIN,
        metadata=(metadata or Metadata()).over(read_masthead(text)),
        path=None,
        demonstration=demonstration,
    )


def _document(
    raw: bytes, *, media_type: str | None, path: Path | None, metadata: Metadata | None, demonstration: bool
) -> Document:
    if len(raw) > MAXIMUM_BYTES:
        raise _too_large(len(raw), path)
    if not raw:
        raise _empty(path)
    kind = _kind(raw, media_type, path)
    text, found = _text_in(raw, kind, path)
    known = (metadata or Metadata()).over(found)
    return _made(text, raw, kind=kind, metadata=known, path=path, demonstration=demonstration)


def _text_in(raw: bytes, kind: str, path: Path | None) -> tuple[str, Metadata]:
    """The text, and what it or its format says of itself. Each reader is loaded where a file needs it."""
    if kind == HTML:
        from factcheck.intake.html import declared_encoding, read_html

        return read_html(decode(raw, path=path, declared=declared_encoding(raw)), path=path)
    if kind == MARKDOWN:
        from factcheck.intake.markdown import read_markdown

        return read_markdown(decode(raw, path=path), path=path)
    if kind in (VTT, SRT):
        from factcheck.intake.subtitles import read_subtitles

        return read_subtitles(decode(raw, path=path), style="vtt" if kind == VTT else "srt", path=path), Metadata()
    found = Metadata()
    if kind == PDF:
        from factcheck.intake.pdf import read_pdf

        text, found = read_pdf(raw, path=path)
    elif kind == DOCX:
        from factcheck.intake.docx import read_docx

        text, found = read_docx(raw, path=path)
    else:
        text = decode(raw, path=path)
    return text, read_masthead(text).over(found)


def _made(text: str, raw: bytes, *, kind: str, metadata: Metadata, path: Path | None, demonstration: bool) -> Document:
    if not text.strip():
        raise _empty(path)
    return Document(
        id="",
        text=text,
        raw=raw,
        sha256=fingerprint(text),
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        media_type=kind,
        title=metadata.title,
        outlet=metadata.outlet,
        author=metadata.author,
        url=metadata.url,
        published_on=metadata.published_on,
        demonstration=demonstration,
    )


def _kind(raw: bytes, media_type: str | None, path: Path | None) -> str:
    named = (media_type or "").partition(";")[0].strip().lower()
    if named in SUFFIXES.values() and named != PLAIN:
        return named
    by_suffix = SUFFIXES.get(path.suffix.lower()) if path else None
    if by_suffix:
        return by_suffix
    for mark, kind in _MARKS:
        if raw.startswith(mark):
            return kind
    head = raw[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return HTML if head.startswith((b"<!doctype html", b"<html")) else PLAIN


def _too_large(size: int, path: Path | None) -> IntakeError:
    return IntakeError(
        f"{size / 1e6:.0f} MB is more than the {MAXIMUM_BYTES / 1e6:.0f} MB one text may have",
        path=path,
        remedy="Split it into its articles, one file each",
    )


def _empty(path: Path | None) -> IntakeError:
    return IntakeError("there is no text in it", path=path, remedy="Give a file or a text with an article in it")
