"""Bytes to text, or one line that says why not.

The order: a byte order mark, a declared encoding where the format declares one, UTF-8 (strict), Windows-1252 where the
text looks Western, and only then a guess by charset-normalizer. What is no text is refused rather than guessed at: a
claim read out of garbage is worse than none.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path

from factcheck.errors import IntakeError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "a rich text document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a gzip archive",
}
_SAMPLE = 200_000
_CONTROL_SHARE = 0.02
_LETTER_SHARE = 0.3
_WESTERN_SHARE = 0.15
_DAMAGE = re.compile("ÿþ|þÿ|ï»¿|â€|[ÂÃ][\u0080-\u00bf\u0152-\u2122]")
"""What UTF-8 and byte order marks look like when they are read as Windows-1252: the text is of two encodings."""
_ENOUGH = 40
"""Bytes beyond ASCII from which a guess can be made."""


def decode(raw: bytes, *, path: Path | str | None = None, declared: str | None = None) -> str:
    """The text of ``raw`` without its byte order mark, line ends as they were.

    Args:
        path: named in the error.
        declared: the encoding the format itself names, tried before UTF-8.

    Raises:
        IntakeError: the bytes are no text, or in an encoding that can't be told.
    """
    for magic, what in _BINARY.items():
        if raw.startswith(magic):
            raise IntakeError(
                f"this is {what}, not text", path=path, remedy="Copy its text, or save it as .txt or .html"
            )
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _checked(_strict(raw[len(mark) :], encoding, path), path)
    if b"\x00" in raw:
        raise _binary(path)
    for named in filter(None, (declared, "utf-8")):
        try:
            return _checked(raw.decode(named), path)
        except (UnicodeDecodeError, LookupError):
            continue
    return _checked(_guessed(raw, path), path)


def _strict(raw: bytes, encoding: str, path: Path | str | None) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise IntakeError(
            f"its byte order mark says {encoding}, but byte {error.start} is not", path=path, remedy="Save it as UTF-8"
        ) from error


def _guessed(raw: bytes, path: Path | str | None) -> str:
    """Windows-1252 where all bytes have a meaning there and few are beyond ASCII, as in any Western text; else a guess
    by charset-normalizer where there is enough to guess from.
    """
    beyond = sum(byte > 0x7F for byte in raw[:_SAMPLE])
    if beyond <= _WESTERN_SHARE * min(len(raw), _SAMPLE):
        try:
            text = raw.decode("cp1252")
        except UnicodeDecodeError:
            text = ""  # bytes that no Windows-1252 text has: something else, or damage
        if text and not _DAMAGE.search(text):
            return _letters(text, path)
    if beyond < _ENOUGH:
        raise _unknown(path)
    import charset_normalizer

    best = charset_normalizer.from_bytes(raw[:_SAMPLE]).best()
    if best is None:
        raise _unknown(path)
    try:
        return _letters(raw.decode(best.encoding), path)
    except UnicodeDecodeError as error:
        raise _unknown(path) from error


def _letters(text: str, path: Path | str | None) -> str:
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) + sum(map(str.isspace, sample)) < _LETTER_SHARE * len(sample):
        raise _binary(path)
    return text


def _unknown(path: Path | str | None) -> IntakeError:
    return IntakeError("its encoding can't be told", path=path, remedy="Save it as UTF-8")


def _checked(text: str, path: Path | str | None) -> str:
    sample = text[:_SAMPLE]
    control = sum(1 for char in sample if unicodedata.category(char) == "Cc" and char not in "\t\n\r\f\v\x85")
    if control > _CONTROL_SHARE * max(len(sample), 1):
        raise _binary(path)
    return text


def _binary(path: Path | str | None) -> IntakeError:
    return IntakeError("this is a binary file, not text", path=path, remedy="Give a .txt, .md or .html file")
