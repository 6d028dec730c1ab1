"""`rashomon log`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rashomon.story import Entry


@click.command()
@click.argument("story", type=click.Path(path_type=Path))
def command(story: Path) -> None:
    """List the corrections of a story, oldest first, with who made them and when.

    \b
    Example:
      rashomon log story.rashomon
    """
    from rashomon.story import Story

    with Story(story) as opened:
        entries = opened.log()
    for entry in entries:
        undone = f" (taken back {entry.undone})" if entry.undone else ""
        click.echo(f"{entry.number:>4}  {entry.made}  {entry.by or '-'}  {told(entry)}{undone}")


def told(entry: Entry) -> str:
    """The correction in one line."""
    correction = entry.correction
    targets = ", ".join(correction.targets)
    value = "" if correction.value is None else f" -> {' / '.join(correction.value.split()) or 'not known'}"
    return f"{correction.kind}: {targets}{value}"
