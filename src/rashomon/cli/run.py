"""Running a command, and telling in one line what went wrong."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

import click

from rashomon.cli.app import app
from rashomon.errors import RashomonError

FAILED = 2


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and ends the process: 0 done, 1 done but some inputs could not be read, 2 not done."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit status of the command; every error is one line on stderr."""
    try:
        status = app.main(args=arguments, prog_name="rashomon", standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "rashomon"
        return _fail(f"{error.format_message().rstrip('.')}; see: {where} --help")
    except click.ClickException as error:
        return _fail(error.format_message())
    except (RashomonError, UnicodeError) as error:
        return _fail(str(error))
    except (KeyboardInterrupt, click.Abort):
        return _fail("stopped before it was done; run the same command again to go on")
    except BrokenPipeError:
        # Whoever read the output has had enough; nothing more can be written, not even by Python at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _fail(f"{error.filename or 'the system'}: {error.strerror or error}; check the path and the disk")
    except Exception as error:
        if os.environ.get("RASHOMON_TRACEBACK"):
            traceback.print_exc()
        kind = type(error).__name__
        return _fail(f"a fault in Rashomon ({kind}: {error}); please report it with RASHOMON_TRACEBACK=1 set")
    return status if isinstance(status, int) else 0


def _fail(message: str) -> int:
    line = " ".join(message.split())
    print(f"rashomon: {line}", file=sys.stderr)
    return FAILED
