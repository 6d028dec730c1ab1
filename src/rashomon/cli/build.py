"""`rashomon build`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rashomon.cli.progress import watcher


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("-o", "--output", "story", type=click.Path(path_type=Path), required=True, help="The story file.")
@click.option("--title", help="What the story is called; else the name of its file.")
@click.option("--only", is_flag=True, help="The story is to hold these pages alone; pages of earlier builds leave it.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that read pages (default: one a core).")
@click.option("--rules", is_flag=True, help="Find who said what by rules alone, without the trained model: faster.")
@click.option("--parser", metavar="MODEL", help="The name of an installed English spaCy model to use.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def command(
    paths: tuple[Path, ...],
    story: Path,
    title: str | None,
    only: bool,
    workers: int | None,
    rules: bool,
    parser: str | None,
    quiet: bool,
) -> int:
    """Read saved pages and make a story of them, or add pages to one.

    PATH is a folder, a saved page (HTML, plain text, PDF with a text layer) or an archive (WARC, WACZ). Only pages
    that are new to the story are read; the record is then made anew from all its pages. A build that was stopped goes
    on where it was. Pages that cannot be read are named on stderr, and the exit status is 1. Without a PATH the
    record is made anew from the pages the story holds.

    \b
    Examples:
      rashomon build saved-pages/ -o story.rashomon
      rashomon build monday.html tuesday.pdf -o story.rashomon
      rashomon build crawl.warc.gz -o story.rashomon --title "The Halvern ferry"
    """
    from rashomon.cli.summary import summary
    from rashomon.door.build import build_into
    from rashomon.errors import NotAStory
    from rashomon.options import Options
    from rashomon.story import Story

    if not paths and not story.is_file():
        raise NotAStory(f"{story}: there is no such story, and no pages to make it from; give a folder or files")
    options = Options(parser=parser, finder="rules" if rules else "model")
    try:
        with watcher(quiet=quiet) as progress:
            built = build_into(
                paths, story, title=title, options=options, workers=workers, only=only, progress=progress
            )
    except KeyboardInterrupt:
        why = f"stopped; what was read is kept in {story}, run the same command again to go on"
        raise click.ClickException(why) from None
    for name, message in built.unread:
        print(message if message.startswith(name) else f"{name}: {message}", file=sys.stderr)
    with Story(story) as opened:
        for line in summary(opened, built):
            click.echo(line)
    return 1 if built.unread else 0
