"""How commands print: a table for people, JSON for programs, one object a line for batches; progress on stderr.

Standard output and error are those of whoever gave the command, which may be another process.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from factcheck.pipeline.caller import caller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.pipeline.views import Progress

FORMATS = click.Choice(["table", "json", "jsonl"])


def as_line(value: Any) -> str:
    """``value`` as JSON on one line, every character as itself but halves of surrogate pairs, which are escaped."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return json.dumps(value, allow_nan=False) if any("\ud800" <= character <= "\udfff" for character in line) else line


def echo(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print ``text`` to standard output, or with ``err`` to standard error."""
    asking = caller()
    click.echo(text, file=asking.err if err else asking.out, nl=nl)


def emit_line(value: Any) -> None:
    """Print one object of a batch."""
    print_line(as_line(value))


def print_line(line: str) -> None:
    """Print one line of a batch and flush, so that a reader at the other end of a pipe has it now."""
    echo(line)
    caller().out.flush()


def emit(value: Any, *, style: str, rows: Sequence[Any], table: Callable[[], str]) -> None:
    """Print ``value`` as JSON, ``rows`` one a line, or what ``table`` makes."""
    if style == "json":
        echo(json.dumps(value, ensure_ascii=False, indent=2))
    elif style == "jsonl":
        for row in rows:
            emit_line(row)
    else:
        echo(table())


def table(columns: Mapping[str, int], rows: Iterable[Sequence[str]]) -> str:
    """Columns of at most the widths given (0: the rest of the terminal), cut with an ellipsis."""
    content = [[_plain(cell) for cell in row] for row in rows]
    if not content:
        return "nothing"
    names = list(columns)
    widths = [
        min(limit or 10_000, max(len(name), *(len(row[i]) for row in content)))
        for i, (name, limit) in enumerate(columns.items())
    ]
    room = max(60, caller().columns)
    flexible = [i for i, limit in enumerate(columns.values()) if limit == 0]
    fixed = sum(w for i, w in enumerate(widths) if i not in flexible) + 2 * (len(names) - 1)
    for i in flexible:
        widths[i] = min(widths[i], max(20, (room - fixed) // len(flexible)))
    lines = [_row([name.upper() for name in names], widths), *(_row(row, widths) for row in content)]
    return "\n".join(lines)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(_cut(cell, width).ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def _plain(text: object) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in str(text)).split())


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[Progress], None]]:
    """A bar on standard error where that is a terminal, silence elsewhere. Yields what to call with each step."""
    asking = caller()
    if not asking.err.isatty():
        yield lambda _: _waited_for()
        return
    with click.progressbar(length=1, label=label, file=asking.err, show_pos=True) as bar:

        def step(progress: Progress) -> None:
            _waited_for()
            bar.length = max(progress.total, 1)
            bar.label = f"{label}: {progress.what}"[:60]
            bar.update(progress.done - bar.pos)

        yield step


def _waited_for() -> None:
    """Stops what nobody waits for any more, as Ctrl-C would."""
    if caller().gone():
        raise click.Abort
