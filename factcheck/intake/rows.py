"""The rows of a table file, one at a time and with their place, whatever its format: CSV, JSON, JSON lines, Parquet.

A row that can't be read is a :class:`BadRow` and the rest goes on; a file that can't be read at all raises. Nothing
is held but the row at hand, so a table of a million rows needs no more memory than one of ten; JSON that is one whole,
and web pages, whose linked data are rows, are read whole.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from factcheck.errors import IntakeError
from factcheck.intake.claimreview import embedded

_FIELD_LIMIT = 10_000_000
_BATCH = 2_000
_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was left out. ``line`` counts from 1, in a Parquet file rows and elsewhere lines."""

    line: int
    problem: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line (as :class:`BadRow`) and its fields by column name as written."""

    line: int
    fields: Mapping[str, Any]


def rows(path: Path) -> Iterator[Row | BadRow]:
    """The rows of a ``.csv``, ``.tsv``, ``.jsonl``, ``.json`` or ``.parquet`` file (the text ones may end in ``.gz``),
    or what an ``.html`` page says of itself in JSON-LD.

    Raises:
        IntakeError: the file can't be read, or its kind is none of these.
    """
    path = Path(path)
    kind = (path.with_suffix("") if path.suffix.lower() == ".gz" else path).suffix.lower()
    readers = {
        ".csv": _csv,
        ".tsv": _csv,
        ".jsonl": _jsonl,
        ".ndjson": _jsonl,
        ".json": _json,
        ".jsonld": _json,
        ".html": _page,
        ".htm": _page,
        ".parquet": _parquet,
    }
    if kind not in readers:
        raise IntakeError(
            f'"{kind or path.name}" is no table', path=path, remedy="Give a .csv, .jsonl or .parquet file"
        )
    try:
        if path.is_dir():
            raise IntakeError("this is a folder", path=path, remedy="Give one table in it")
        yield from readers[kind](path)
    except FileNotFoundError as error:
        raise IntakeError("there is no such file", path=path, remedy="Check the path") from error
    except PermissionError as error:
        raise IntakeError("no permission to read it", path=path, remedy="Allow reading it (chmod u+r)") from error
    except UnicodeDecodeError as error:
        raise IntakeError(
            f"byte {error.start} is not {error.encoding}", path=path, remedy="Save it as UTF-8"
        ) from error
    except (OSError, EOFError, zlib.error) as error:
        raise IntakeError(f"it can't be read: {error}", path=path, remedy="Check that the file is whole") from error


def _text(path: Path) -> IO[str]:
    encoding = _encoding(path)
    if path.suffix.lower() == ".gz":
        return io.TextIOWrapper(gzip.open(path), encoding=encoding, newline="")
    return path.open(encoding=encoding, newline="")


def _encoding(path: Path) -> str:
    with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as file:
        head = file.read(1_000_000)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\x00" in head:
        raise IntakeError(
            "this is a binary file, not a table", path=path, remedy="Give a .csv, .jsonl or .parquet file"
        )
    try:
        head[: head.rfind(b"\n") + 1 or None].decode("utf-8-sig")
    except UnicodeDecodeError:
        import charset_normalizer

        best = charset_normalizer.from_bytes(head).best()
        if best is None:
            raise IntakeError("its encoding can't be told", path=path, remedy="Save it as UTF-8") from None
        return str(best.encoding)
    return "utf-8-sig"


def _csv(path: Path) -> Iterator[Row | BadRow]:
    csv.field_size_limit(_FIELD_LIMIT)
    with _text(path) as file:
        first = file.readline()
        if not first.strip():
            raise IntakeError(
                "its first line names no columns", path=path, remedy="Begin it with a line of column names"
            )
        delimiter = max(_DELIMITERS, key=first.count)
        file.seek(0)
        reader = csv.reader(file, delimiter=delimiter)
        try:
            names = [name.strip() for name in next(reader)]
        except csv.Error as error:
            raise IntakeError(f"its first line can't be read: {error}", path=path, remedy="Mend that line") from error
        while True:
            line = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield BadRow(line, f"the line can't be read: {error}")
                continue
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(names):
                yield BadRow(line, f"{len(cells)} fields, but the first line names {len(names)} columns")
                continue
            yield Row(line, dict(zip(names, cells, strict=False)))


def _jsonl(path: Path) -> Iterator[Row | BadRow]:
    with _text(path) as file:
        for line, text in enumerate(file, start=1):
            if not text.strip():
                continue
            try:
                found = json.loads(text)
            except (ValueError, RecursionError) as error:
                yield BadRow(line, f"the line is not JSON: {error}")
                continue
            if isinstance(found, dict):
                yield Row(line, found)
            else:
                yield BadRow(line, f"the line holds a {type(found).__name__}, not an object with names and values")


def _json(path: Path) -> Iterator[Row | BadRow]:
    """A list's objects, else the whole as one row."""
    with _text(path) as file:
        try:
            found = json.load(file)
        except (ValueError, RecursionError) as error:
            raise IntakeError(f"this is not JSON: {error}", path=path, remedy="Check that the file is whole") from error
    for number, one in enumerate(found if isinstance(found, list) else [found], start=1):
        if isinstance(one, dict):
            yield Row(number, one)
        else:
            yield BadRow(number, f"this is a {type(one).__name__}, not an object with names and values")


def _page(path: Path) -> Iterator[Row | BadRow]:
    """What a page says of itself: one row for each of its parts in JSON-LD."""
    with _text(path) as file:
        parts = embedded(file.read())
    if not parts:
        raise IntakeError(
            "this page says nothing of itself in JSON-LD", path=path, remedy="Give it to ingest as a text"
        )
    for number, part in enumerate(parts, start=1):
        try:
            found = json.loads(part, strict=False)  # pages often have bare line ends within a text
        except (ValueError, RecursionError) as error:
            yield BadRow(number, f"a part in JSON-LD can't be read: {error}")
            continue
        yield Row(number, found if isinstance(found, dict) else {"@graph": found})


def count(path: Path) -> int:
    """About how many rows there are, for a progress bar; 0 where that can't be told without reading all of it."""
    try:
        if path.suffix.lower() == ".parquet":
            import pyarrow
            import pyarrow.parquet

            return int(pyarrow.parquet.read_metadata(path).num_rows)
        if not {".csv", ".tsv", ".jsonl", ".ndjson"} & {suffix.lower() for suffix in path.suffixes}:
            return 0
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as file:
            return sum(part.count(b"\n") for part in iter(lambda: file.read(1 << 20), b""))
    except (OSError, EOFError, zlib.error, ValueError):
        return 0  # reading it will tell what is wrong


def _parquet(path: Path) -> Iterator[Row | BadRow]:
    import pyarrow
    import pyarrow.parquet

    line = 0
    try:
        with pyarrow.parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_BATCH):
                for found in batch.to_pylist():
                    line += 1
                    yield Row(line, found)
    except pyarrow.ArrowException as error:
        raise IntakeError(
            f"this is no Parquet file: {error}", path=path, remedy="Write it again, or give a .csv"
        ) from error


class Columns:
    """Finds a table's columns by name, whatever their case, and by the names other tables use for them."""

    def __init__(self, synonyms: Mapping[str, tuple[str, ...]]) -> None:
        self._wanted = {name: (name, *others) for name, others in synonyms.items()}
        self._known: dict[tuple[str, ...], dict[str, str]] = {}

    def of(self, fields: Mapping[str, Any]) -> dict[str, str]:
        """Our name → the table's name, for the columns that are there."""
        names = tuple(fields)
        if names not in self._known:
            lower = {plain(name): name for name in reversed(names)}
            self._known[names] = {
                ours: next(lower[name] for name in others if name in lower)
                for ours, others in self._wanted.items()
                if any(name in lower for name in others)
            }
        return self._known[names]


def plain(name: object) -> str:
    """A column's name in lower case with underscores for spaces and dashes."""
    return "_".join(str(name).lower().replace("-", " ").replace("_", " ").split())


def words(value: object) -> str | None:
    """A field's text with its white space tidied, None for an empty one."""
    if value is None or isinstance(value, dict | list):
        return None
    text = " ".join(str(value).split())
    return text or None
