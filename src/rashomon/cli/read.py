"""`rashomon read`."""

from __future__ import annotations

import sys

import click

from rashomon.cli.progress import watcher


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=str), metavar="PATH...")
@click.option("--articles-only", is_flag=True, help="Only find the articles; no language analysis, much faster.")
@click.option("--page-text", is_flag=True, help="Add the page's decoded text, which the segments point into.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that read pages (default: one a core).")
@click.option("--rules", is_flag=True, help="Find who said what by rules alone, without the trained model: faster.")
@click.option("--readings", metavar="FOLDER", help="Read with Ray; keep the readings there as a Parquet dataset.")
@click.option("--address", help="The Ray cluster to use, such as ray://head:10001 (default: one started here).")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def command(
    paths: tuple[str, ...],
    articles_only: bool,
    page_text: bool,
    workers: int | None,
    rules: bool,
    readings: str | None,
    address: str | None,
    quiet: bool,
) -> int:
    """Read pages alone, without a story: one JSON line a page on stdout.

    A line holds the page, its articles with title, authors, outlet, date and text, and in each article who said what,
    times, names and happenings. PATH is what it is for build. A page that cannot be read has its reason under
    "problems" and on stderr, and the exit status is 1.

    With --readings the pages are read by Ray and kept as a Parquet dataset in that folder or object store instead of
    being written to stdout; build, read and stories take it as a PATH. Pages that have landed are not read again.

    \b
    Examples:
      rashomon read page.html | jq .
      rashomon read pages/ --articles-only | jq -r '.articles[].title'
      rashomon read s3://crawl/2026/ --readings s3://readings/2026/ --address ray://head:10001
    """
    import msgspec

    from rashomon.cli.landed import land_with_ray
    from rashomon.door.read import read_pages
    from rashomon.options import Options

    options = Options(finder="rules" if rules else "model")
    if readings is not None:
        with watcher(quiet=quiet) as progress:
            land_with_ray(paths, readings, options, address, workers, progress)
        return 0
    if address is not None:
        raise click.UsageError("--address goes with --readings")
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
