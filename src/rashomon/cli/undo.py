"""`rashomon undo`."""

from __future__ import annotations

from pathlib import Path

import click

from rashomon.cli.progress import watcher


@click.command()
@click.argument("story", type=click.Path(path_type=Path))
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def command(story: Path, quiet: bool) -> None:
    """Take the last correction back that stands.

    \b
    Example:
      rashomon undo story.rashomon
    """
    from rashomon.cli.log import told
    from rashomon.door import undo
    from rashomon.story import shown

    with watcher(quiet=quiet) as progress:
        entry = undo(story, progress=progress)
    click.echo(f"taken back: {told(entry)}; restore it with: rashomon redo {shown(story)}")
