"""The commands. ``main`` is the entry point; ``commands`` gathers them, ``batch`` reads lines, ``output`` prints.

Exit status: 0 done, 1 the work failed, 2 wrong use. An error is one line on standard error, never a traceback.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and give its exit status.

    Args:
        arguments: without the program's name; ``sys.argv[1:]`` when None.
    """
    import click

    from factcheck.cli.commands import cli
    from factcheck.errors import FactcheckError, UsageError, one_line

    try:
        status = cli.main(args=list(arguments) if arguments is not None else None, standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as shown:
        click.echo(shown.format_message())
        return 2
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        where = f" Try: {context.command_path} --help" if context is not None else ""
        click.echo(f"error: {one_line(error.format_message())}{where}", err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped; what was finished is kept, the same command goes on from there", err=True)
        return 130
    except FactcheckError as error:
        click.echo(f"error: {error}", err=True)
        return 2 if isinstance(error, UsageError) else 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    return status if isinstance(status, int) else 0
