"""Reading a file of JSON lines and answering it: a bad line is an answer of its own and never stops the rest."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO, Any, TypeVar

from factcheck.cli.output import as_line, emit_line, print_line
from factcheck.errors import FactcheckError, IntakeError, UsageError
from factcheck.pipeline.caller import caller
from factcheck.pipeline.workers import mapped

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its object, or what is wrong with it. ``key`` is its ``id``, else its number from 1."""

    key: Any
    value: dict[str, Any]
    problem: str | None = None


def lines(path: str) -> Iterator[Line]:
    """Every line of ``path`` (``-``: standard input) that is not blank.

    Raises:
        IntakeError: the file can't be opened.
    """
    with _opened(path) as stream:
        for number, raw in enumerate(stream, start=1):
            if raw.strip():
                yield _line(number, raw)


def _line(number: int, raw: bytes) -> Line:
    try:
        value = json.loads(raw.decode("utf-8-sig" if number == 1 else "utf-8"), parse_constant=_no_number)
    except UnicodeDecodeError:
        return Line(number, {}, f"line {number} is not UTF-8")
    except (ValueError, RecursionError) as error:
        return Line(number, {}, f"line {number} is not JSON: {error}")
    if not isinstance(value, dict):
        return Line(number, {}, f"line {number} is not a JSON object")
    return Line(value.get("id", number), value)


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def text_of(value: dict[str, Any], name: str) -> str:
    """The string ``value[name]``.

    Raises:
        UsageError: it is missing, empty, or not a string that can be encoded.
    """
    found = value.get(name)
    if not isinstance(found, str) or not found.strip():
        raise UsageError(f'"{name}" must be a text that is not empty')
    return _whole(found, name)


def optional_text(value: dict[str, Any], name: str) -> str | None:
    """The string ``value[name]``, or None where it is missing or null.

    Raises:
        UsageError: it is there and not a string.
    """
    found = value.get(name)
    if found is not None and not isinstance(found, str):
        raise UsageError(f'"{name}" must be a text or null')
    return _whole(found, name) if found else None


def _whole(text: str, name: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UsageError(f'"{name}" holds half of a surrogate pair at character {error.start}') from error
    return text


@contextmanager
def _opened(path: str) -> Iterator[IO[bytes]]:
    if path == "-":
        yield caller().input
        return
    try:
        stream = Path(path).open("rb")  # noqa: SIM115 - closed below; only the opening may fail as "can't be read"
    except OSError as error:
        raise IntakeError(f"can't be read ({error.strerror})", path=path) from error
    with stream:
        yield stream


def answer(source: Iterable[Line], made: Callable[[Line], Mapping[str, Any]]) -> int:
    """Print ``{"id", …}`` for every line, ``{"id", "error"}`` for a bad one, each at once; 1 where one was bad."""
    return _print(_told(made, line) for line in source)


def answer_apart(
    source: Iterable[Line], made: Callable[[Line], Mapping[str, Any]], *, processes: int, enough: int
) -> int:
    """:func:`answer` with ``processes`` processes, from ``enough`` code points on; ``made`` is sent to them by name."""
    return _print(mapped(partial(_told, made), source, processes=processes, weight=_weight, enough=enough))


def _print(answers: Iterable[tuple[bool, str]]) -> int:
    failed = False
    for bad, told in answers:
        failed = failed or bad
        print_line(told)
    return int(failed)


def _told(made: Callable[[Line], Mapping[str, Any]], line: Line) -> tuple[bool, str]:
    """Whether the line was bad, and its answer as a line of JSON."""
    try:
        told = {"error": line.problem} if line.problem else dict(made(line))
    except FactcheckError as error:
        told = {"error": str(error)}
    return "error" in told, as_line({"id": line.key, **told})


def _weight(line: Line) -> int:
    text = line.value.get("text")
    return len(text) if isinstance(text, str) else 0


def answer_together(
    source: Iterable[Line],
    read: Callable[[Line], T],
    made: Callable[[list[T]], Sequence[Mapping[str, Any] | FactcheckError]],
    *,
    portion: int,
) -> int:
    """:func:`answer` for what is quicker done together: ``portion`` lines are read, and then answered in one go."""
    failed = False
    lines_left = iter(source)
    while some := list(islice(lines_left, portion)):
        given: list[T] = []
        told: list[Mapping[str, Any] | FactcheckError | None] = []
        for line in some:
            try:
                if line.problem is None:
                    given.append(read(line))
                told.append({"error": line.problem} if line.problem is not None else None)
            except FactcheckError as error:
                told.append(error)
        answers = iter(made(given))
        for line, one in zip(some, told, strict=True):
            found = next(answers) if one is None else one
            found = {"error": str(found)} if isinstance(found, FactcheckError) else found
            failed = failed or "error" in found
            emit_line({"id": line.key, **found})
    return int(failed)
