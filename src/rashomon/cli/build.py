"""`rashomon build`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rashomon.cli.progress import watcher


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=str), metavar="[PATH]...")
@click.option(
    "-o",
    "--output",
    "story",
    type=click.Path(path_type=Path),
    required=True,
    help="The story file, or postgresql://user@host/database#name.",
)
@click.option("--title", help="What the story is called; else the name of its file.")
@click.option("--only", is_flag=True, help="The story is to hold these pages alone; pages of earlier builds leave it.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that read pages (default: one a core).")
@click.option("--rules", is_flag=True, help="Find who said what by rules alone, without the trained model: faster.")
@click.option("--parser", metavar="MODEL", help="The name of an installed English spaCy model to use.")
@click.option(
    "--engine",
    type=click.Choice(["pool", "ray"]),
    default="pool",
    show_default=True,
    help="Where pages are read: processes here, or Ray.",
)
@click.option("--address", help="The Ray cluster to use, such as ray://head:10001 (default: one started here).")
@click.option(
    "--readings", metavar="FOLDER", help="Where Ray's readings land, a folder or s3://... (default: STORY.readings)."
)
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def command(
    paths: tuple[str, ...],
    story: Path,
    title: str | None,
    only: bool,
    workers: int | None,
    rules: bool,
    parser: str | None,
    engine: str,
    address: str | None,
    readings: str | None,
    quiet: bool,
) -> int:
    """Read saved pages and make a story of them, or add pages to one.

    PATH is a folder, a saved page (HTML, plain text, PDF with a text layer) or an archive (WARC, WACZ). Only pages
    that are new to the story are read; the record is then made anew from all its pages. A build that was stopped goes
    on where it was. Pages that cannot be read are named on stderr, and the exit status is 1. Without a PATH the
    record is made anew from the pages the story holds.

    With --engine ray pages are read by a Ray cluster, this machine's or the one at --address, and PATH may also be an
    address of an object store (s3://, gs://) or a Parquet file with a column of pages (content, html, body or text).
    The readings land as a Parquet dataset in --readings, which is itself a PATH for build, read and stories.

    \b
    Examples:
      rashomon build saved-pages/ -o story.rashomon
      rashomon build monday.html tuesday.pdf -o story.rashomon
      rashomon build crawl.warc.gz -o story.rashomon --title "The Halvern ferry"
      rashomon build s3://crawl/2026/ -o story.rashomon --engine ray --address ray://head:10001
    """
    from rashomon.cli.landed import land_with_ray
    from rashomon.cli.summary import summary
    from rashomon.door.build import build_into
    from rashomon.errors import NotAStory
    from rashomon.options import Options
    from rashomon.story import Story, exists, is_shared, shown

    shared = is_shared(story)
    if not paths and shared:
        exists(story)
    elif not paths and not story.is_file():
        raise NotAStory(f"{shown(story)}: there is no such story, and no pages to make it from; give a folder or files")
    options = Options(parser=parser, finder="rules" if rules else "model")
    if engine == "ray" and shared and readings is None:
        raise click.UsageError("say with --readings where Ray's readings land: a story in PostgreSQL has no folder")
    if engine == "pool" and (address or readings):
        raise click.UsageError("--address and --readings go with --engine ray")
    try:
        with watcher(quiet=quiet) as progress:
            if engine == "ray" and paths:
                paths = (land_with_ray(paths, readings or f"{story}.readings", options, address, workers, progress),)
            built = build_into(
                paths, story, title=title, options=options, workers=workers, only=only, progress=progress
            )
    except KeyboardInterrupt:
        why = f"stopped; what was read is kept in {shown(story)}, run the same command again to go on"
        raise click.ClickException(why) from None
    for name, message in built.unread:
        print(message if message.startswith(name) else f"{name}: {message}", file=sys.stderr)
    with Story(story) as opened:
        for line in summary(opened, built):
            click.echo(line)
    return 1 if built.unread else 0
