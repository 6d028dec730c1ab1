"""`rashomon desk`."""

from __future__ import annotations

import getpass
from pathlib import Path

import click


@click.command()
@click.argument("story", type=click.Path(path_type=Path))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="The port on this machine (default: a free one)."
)
@click.option("--open/--no-open", "show", default=True, help="Open the browser, or only print the address.")
@click.option("--by", help="The name corrections are logged under (default: the name you are logged in with).")
def command(story: Path, port: int, show: bool, by: str | None) -> None:
    """Open the local web desk: read, check and correct a story, add pages, take out what you publish.

    It listens on this machine alone, and only a browser with the key in the printed address gets in. Nothing from the
    pages is run and nothing is fetched from the network. Stop it with Ctrl-C.

    \b
    Examples:
      rashomon desk story.rashomon
      rashomon desk story.rashomon --port 8400 --no-open
    """
    from rashomon.errors import MissingExtra

    try:
        from rashomon.desk.serve import serve
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in {"starlette", "uvicorn", "python_multipart", "anyio", "h11"}:
            raise
        raise MissingExtra(
            f"the desk needs {error.name}, which is not installed; install it with: pip install rashomon[desk]"
        ) from error
    from rashomon.story import shown

    click.echo(f"opening {shown(story)} …", err=True)  # a large one takes some seconds
    serve(story, port=port, show=show, by=_user() if by is None else by, tell=lambda address: click.echo(address))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a process may run under a number that has no name
        return ""
