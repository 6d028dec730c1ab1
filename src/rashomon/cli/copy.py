"""`rashomon copy`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("source", type=click.Path(path_type=Path), metavar="STORY")
@click.argument("target", type=click.Path(path_type=Path), metavar="NEW")
def command(source: Path, target: Path) -> None:
    """Copy a story whole: its record, readings and corrections.

    STORY and NEW are story files, or stories in PostgreSQL: postgresql://user@host/database#name. Every command takes
    such an address where it takes a story file: a newsroom then works on one story together, each correction in its
    turn. It needs the extra `postgres`; a password belongs in ~/.pgpass, not in the address.

    \b
    Examples:
      rashomon copy ferry.rashomon postgresql://desk@db.example/news#ferry
      rashomon copy postgresql://desk@db.example/news#ferry ferry.rashomon
      rashomon build pages/ -o postgresql://desk@db.example/news#ferry
    """
    from rashomon.door.copy import copy
    from rashomon.story import shown

    counts = copy(source, target)
    articles, corrections = counts
    what = f"{articles:,} articles, {corrections:,} correction{'' if corrections == 1 else 's'}"
    click.echo(f"copied to {shown(target)}: {what}")
