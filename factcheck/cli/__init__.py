"""The commands. ``main`` is the entry point; ``commands`` gathers them, ``batch`` reads lines, ``output`` prints.

Exit status: 0 done, 1 the work failed, 2 wrong use. An error is one line on standard error, never a traceback.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and give its exit status.

    Args:
        arguments: without the program's name; ``sys.argv[1:]`` when None.
    """
    from factcheck.cli.commands import cli

    given = list(arguments) if arguments is not None else None
    try:
        return status_of(lambda: cli.main(args=given, standalone_mode=False))
    except BrokenPipeError:
        sys.stderr.close()
        return 1


def status_of(command: Callable[[], object]) -> int:
    """Do ``command``, print what is wrong in one line where something is, and give the exit status.

    Raises:
        BrokenPipeError: nobody reads the output any more.
    """
    import click

    from factcheck.cli.output import echo
    from factcheck.errors import FactcheckError, UsageError, one_line

    try:
        status = command()
    except click.exceptions.NoArgsIsHelpError as shown:
        echo(shown.format_message())
        return 2
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        where = f" Try: {context.command_path} --help" if context is not None else ""
        echo(f"error: {one_line(error.format_message())}{where}", err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        echo("stopped; what was finished is kept, the same command goes on from there", err=True)
        return 130
    except FactcheckError as error:
        echo(f"error: {error}", err=True)
        return 2 if isinstance(error, UsageError) else 1
    return status if isinstance(status, int) else 0
