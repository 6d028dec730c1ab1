"""`rashomon redo`."""

from __future__ import annotations

from pathlib import Path

import click

from rashomon.cli.progress import watcher


@click.command()
@click.argument("story", type=click.Path(path_type=Path))
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def command(story: Path, quiet: bool) -> None:
    """Restore the correction that was taken back last.

    \b
    Example:
      rashomon redo story.rashomon
    """
    from rashomon.cli.log import told
    from rashomon.door import redo
    from rashomon.story import shown

    with watcher(quiet=quiet) as progress:
        entry = redo(story, progress=progress)
    click.echo(f"restored: {told(entry)}; take it back with: rashomon undo {shown(story)}")
