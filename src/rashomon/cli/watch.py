"""`rashomon watch`."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rashomon.cli.progress import watcher

if TYPE_CHECKING:
    from rashomon.door.build import Built
    from rashomon.door.watch import News
    from rashomon.options import Options


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("-o", "--output", "story", type=click.Path(path_type=Path), required=True, help="The story file.")
@click.option("--once", is_flag=True, help="Read what is there now and end: for a timetable such as cron.")
@click.option(
    "--settle",
    type=click.FloatRange(0.1, 3600),
    default=2.0,
    show_default=True,
    help="A file is read when nobody has touched it for so many seconds.",
)
@click.option("--title", help="What the story is called; else the name of its file.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that read pages (default: one a core).")
@click.option("--rules", is_flag=True, help="Find who said what by rules alone, without the trained model: faster.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def command(
    folder: Path,
    story: Path,
    once: bool,
    settle: float,
    title: str | None,
    workers: int | None,
    rules: bool,
    quiet: bool,
) -> int:
    """Read pages into a story as they arrive in a folder.

    FOLDER is where pages are saved to: by hand, by a browser extension, by `rashomon collect`. What is there is read
    first, then whatever comes or changes; a file still being written is left alone until it is whole. A line tells
    what each round brought. Pages that cannot be read are named on stderr and stop nothing. End it with Ctrl-C: what
    was read is kept, and watching again goes on from there. With --once the exit status is that of build.

    \b
    Examples:
      rashomon watch saved-pages/ -o story.rashomon
      rashomon watch saved-pages/ -o story.rashomon --once --quiet
    """
    from rashomon.options import Options

    options = Options(finder="rules" if rules else "model")
    if once:
        return _once(folder, story, settle, title, options, workers, quiet)
    _watch(folder, story, settle, title, options, workers, quiet)
    return 0


def _once(
    folder: Path, story: Path, settle: float, title: str | None, options: Options, workers: int | None, quiet: bool
) -> int:
    from rashomon.door.watch import watch_once

    with watcher(quiet=quiet) as progress:
        built, left = watch_once(
            folder, story, settle=settle, title=title, options=options, workers=workers, progress=progress
        )
    for path in left:
        print(f"{path}: still being written; left for the next time", file=sys.stderr)
    if built is None:
        click.echo("nothing new")
        return 0
    _tell_built(built, story)
    return 1 if built.unread else 0


def _watch(
    folder: Path, story: Path, settle: float, title: str | None, options: Options, workers: int | None, quiet: bool
) -> None:
    from rashomon.door.watch import watch
    from rashomon.story import shown

    def tell(news: News) -> None:
        if news.built is None:
            print(f"{_now()}  {news.problem}; it will be tried again", file=sys.stderr, flush=True)
        else:
            _tell_built(news.built, story)

    # A service is ended with SIGTERM: as clean as by a person.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if not quiet:
        print(f"watching {folder}; end it with Ctrl-C", file=sys.stderr, flush=True)
    try:
        watch(folder, story, tell=tell, settle=settle, title=title, options=options, workers=workers)
    except KeyboardInterrupt:
        print(f"stopped; what was read is kept in {shown(story)}", file=sys.stderr)


def _tell_built(built: Built, story: Path) -> None:
    from rashomon.story import Story, shown

    for name, message in built.unread:
        print(message if message.startswith(name) else f"{name}: {message}", file=sys.stderr, flush=True)
    with Story(story) as opened:
        record = opened.record
    disputes = sum(claim.status == "disputed" for claim in record.claims)
    what = f"{built.read:,} read now, {len(built.unread):,} not readable; {shown(story)} holds {len(record.articles):,}"
    click.echo(f"{_now()}  {what} articles, {len(record.claims):,} claims, {disputes:,} disputed")
    sys.stdout.flush()


def _now() -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S")
