"""`rashomon collect`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from rashomon.cli.progress import watcher
from rashomon.errors import MissingExtra

if TYPE_CHECKING:
    from rashomon.collecting.collect import Collected

EXTRA = {"feedparser", "httpcore", "h11", "certifi", "protego"}


@click.command()
@click.argument("addresses", nargs=-1, metavar="[URL|FEED]...")
@click.option("-o", "--output", "folder", type=click.Path(path_type=Path), required=True, help="Where pages go.")
@click.option("--from", "lists", multiple=True, type=click.File("r"), help="A file with an address a line; - is stdin.")
@click.option(
    "--delay", type=click.FloatRange(0), default=2.0, show_default=True, help="Seconds between two requests to a host."
)
@click.option("--most", type=click.IntRange(1), default=1000, show_default=True, help="Requests for pages in one run.")
@click.option("--newest", type=click.IntRange(1), default=100, show_default=True, help="Entries of one feed.")
@click.option(
    "--again",
    type=click.FloatRange(0),
    default=24.0,
    show_default=True,
    help="Hours after which a page of a feed is asked for again.",
)
@click.option(
    "--patience",
    type=click.FloatRange(0),
    default=120.0,
    show_default=True,
    help="The longest wait, in seconds, that a host may ask for; beyond it its pages are left to the next run.",
)
@click.option(
    "--max-size",
    type=click.FloatRange(0, min_open=True),
    default=20.0,
    show_default=True,
    help="The largest page, in MB.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=30.0,
    show_default=True,
    help="The longest time for one page, in seconds.",
)
@click.option("--contact", default="", help="How a host may reach you; it is sent as part of the user agent.")
@click.option("--allow-private", is_flag=True, help="Also fetch from this machine and from inside private networks.")
@click.option(
    "--trust",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    envvar="SSL_CERT_FILE",
    show_envvar=True,
    help="A file of certificates to believe besides the usual ones, such as your newsroom's own.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def command(
    addresses: tuple[str, ...],
    folder: Path,
    lists: tuple[TextIO, ...],
    delay: float,
    most: int,
    newest: int,
    again: float,
    patience: float,
    max_size: float,
    timeout: float,
    contact: str,
    allow_private: bool,
    trust: Path | None,
    quiet: bool,
) -> int:
    """Save pages from the network, politely: the pages named, and the pages that feeds name.

    It keeps to robots.txt, waits between requests to a host (longer where the host asks for it), asks only for what
    has changed since the last run, and follows no other link. Pages go into a web archive (WARC) in the folder, which
    `rashomon build` and `rashomon watch` read. A page is saved again when its article has other words. What was not
    fetched is named on stderr with its reason, and in .collect/not-fetched.tsv in the folder; the exit status is then
    1. A host whose certificate is not believed is not asked. Run it daily to follow a story. It is the one command
    that uses the network, directly and through no proxy.

    \b
    Examples:
      rashomon collect https://example.org/news/feed.xml -o pages/
      rashomon collect --from addresses.txt -o pages/ --contact desk@example.org
      rashomon collect https://example.org/feed.xml -o pages/ && rashomon watch pages/ -o story.rashomon --once
    """
    named = [*addresses, *(line.strip() for one in lists for line in one if line.strip() and line[0] != "#")]
    if not named:
        raise click.UsageError("no address was given; name one, or a file of them with --from")
    try:
        from rashomon.collecting.collect import Manners, collect
        from rashomon.collecting.fetch import Limits
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in EXTRA:
            raise
        raise MissingExtra(
            f"collecting needs {error.name}, which is not installed; install it with: pip install rashomon[collect]"
        ) from error
    limits = Limits(int(max_size * (1 << 20)), timeout)
    manners = Manners(delay, patience, again * 3600, most, newest, contact, allow_private, trust, limits)
    try:
        with watcher(quiet=quiet) as progress:
            done = collect(named, folder, manners, progress)
    except KeyboardInterrupt:
        why = f"stopped; what was saved is in {folder}, run the same command again to go on"
        raise click.ClickException(why) from None
    for url, reason in done.missed:
        print(f"{url}: {reason}", file=sys.stderr)
    for url, place in done.exposed:
        print(f"{url}: led to {place}, where nothing keeps a page from being changed on its way", file=sys.stderr)
    click.echo(_summary(done, folder))
    return 1 if done.missed else 0


def _summary(done: Collected, folder: Path) -> str:
    pages = "page" if done.saved == 1 else "pages"
    counts = f"{done.saved:,} {pages} saved, {done.unchanged:,} unchanged, {len(done.missed):,} not fetched"
    recent = f", {done.recent:,} fetched lately and not asked for again" if done.recent else ""
    return f"{counts}{recent}: {', '.join(map(str, done.files)) or folder}"
