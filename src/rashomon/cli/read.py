"""`rashomon read`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rashomon.cli.progress import watcher


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--articles-only", is_flag=True, help="Only find the articles; no language analysis, much faster.")
@click.option("--page-text", is_flag=True, help="Add the page's decoded text, which the segments point into.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that read pages (default: one a core).")
@click.option("--rules", is_flag=True, help="Find who said what by rules alone, without the trained model: faster.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def command(
    paths: tuple[Path, ...], articles_only: bool, page_text: bool, workers: int | None, rules: bool, quiet: bool
) -> int:
    """Read pages alone, without a story: one JSON line a page on stdout.

    A line holds the page, its articles with title, authors, outlet, date and text, and in each article who said what,
    times, names and happenings. PATH is what it is for build. A page that cannot be read has its reason under
    "problems" and on stderr, and the exit status is 1.

    \b
    Examples:
      rashomon read page.html | jq .
      rashomon read pages/ --articles-only | jq -r '.articles[].title'
    """
    import msgspec

    from rashomon.door.read import read_pages
    from rashomon.options import Options

    options = Options(finder="rules" if rules else "model")
    failed = 0
    with watcher(quiet=quiet or sys.stdout.isatty()) as progress:
        pages = read_pages(paths, options=options, workers=workers, analyse=not articles_only, progress=progress)
        for page in pages:
            if page.problem:
                failed += 1
                print(page.problem, file=sys.stderr)
            sys.stdout.buffer.write(msgspec.json.encode(page.plain(page_text=page_text)) + b"\n")
            sys.stdout.buffer.flush()
    return 1 if failed else 0
