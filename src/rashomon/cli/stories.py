"""`rashomon stories`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rashomon.cli.progress import watcher

if TYPE_CHECKING:
    from rashomon.finding import Found

ORDERS = ("size", "contested", "newest")


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=str), metavar="CORPUS...")
@click.option(
    "--least", type=click.IntRange(1), default=3, show_default=True, help="Articles a listed story must have."
)
@click.option("--most", type=click.IntRange(1), default=50, show_default=True, help="Stories to list.")
@click.option("--order", type=click.Choice(ORDERS), default="size", show_default=True, help="What comes first.")
@click.option("--json", "as_json", is_flag=True, help="One JSON line a story, with the names of its pages.")
@click.option("--build", "chosen", multiple=True, metavar="ID", help="Build this story; may be given several times.")
@click.option(
    "-o", "--output", "out", type=click.Path(path_type=Path), help="Built stories: a folder, or a file for one."
)
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that read pages (default: one a core).")
@click.option("--rules", is_flag=True, help="Build by rules alone, without the trained model: faster.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def command(
    paths: tuple[str, ...],
    least: int,
    most: int,
    order: str,
    as_json: bool,
    chosen: tuple[str, ...],
    out: Path | None,
    workers: int | None,
    rules: bool,
    quiet: bool,
) -> int:
    """List the stories that a large corpus holds, and build those you choose.

    CORPUS is what PATH is for build: folders, pages, archives, a dataset of readings. Articles are grouped by the
    words and names that are rare in the corpus and by their days, without analysing them: thousands of articles take
    minutes. Each story is listed with its id, how many articles and outlets it has, from when to when, and in how
    many of its articles somebody denies something. A story's id is that of its earliest article and stays when pages
    are added.

    \b
    Examples:
      rashomon stories crawl/
      rashomon stories crawl/ --order contested --least 5
      rashomon stories crawl/ --build 3f2a90c1 -o ferry.rashomon
      rashomon stories crawl/ --build 3f2a90c1 --build 77b0aa31 -o stories/
    """
    from rashomon.door.stories import stories_in
    from rashomon.errors import UsageError

    if chosen and out is None:
        raise UsageError("say where the built stories go: -o FOLDER, or -o FILE.rashomon for one")
    with watcher(quiet=quiet) as progress:
        corpus = stories_in(paths, workers=workers, progress=progress)
        wanted = corpus.chosen(chosen)
    for name, message in corpus.unread:
        print(message if message.startswith(name) else f"{name}: {message}", file=sys.stderr)
    status = 1 if corpus.unread else 0
    if out is not None and wanted:
        from rashomon.door.stories import build_story
        from rashomon.options import Options

        for story, path in _places(wanted, out):
            with watcher(quiet=quiet) as progress:
                build_story(
                    corpus,
                    story,
                    path,
                    options=Options(finder="rules" if rules else "model"),
                    workers=workers,
                    progress=progress,
                )
            click.echo(f"{path}: {len(story.articles):,} articles, {story.title}")
        return status
    listed = _ordered([one for one in corpus.stories if len(one.articles) >= least], order)
    names = {one.id: one.name for one in corpus.pages}
    for story in listed[:most]:
        click.echo(_json(story, names) if as_json else _line(story))
    if not as_json:
        click.echo(_rest(listed, most, corpus.stories, least))
    return status


def _places(wanted: list[Found], out: Path) -> list[tuple[Found, Path]]:
    from rashomon.errors import UsageError

    if out.suffix == ".rashomon" and not out.is_dir():
        if len(wanted) > 1:
            raise UsageError(f"{out}: one file for {len(wanted)} stories; name a folder")
        return [(wanted[0], out)]
    out.mkdir(parents=True, exist_ok=True)
    return [(story, out / f"{story.id}.rashomon") for story in wanted]


def _ordered(stories: list[Found], order: str) -> list[Found]:
    if order == "contested":
        return sorted(stories, key=lambda one: (-one.contested, -len(one.articles), one.id))
    if order == "newest":
        return sorted(stories, key=lambda one: (one.last.isoformat() if one.last else "", one.id), reverse=True)
    return stories


def _line(story: Found) -> str:
    first, last = story.first, story.last
    span = "undated" if first is None or last is None else f"{first}" if first == last else f"{first} to {last}"
    denied = sum(one.denied for one in story.articles)
    title = " ".join(story.title.split()) or "(no title)"
    counts = f"{len(story.articles):>5} articles {len(story.outlets):>3} outlets {denied:>4} with denials"
    return f"{story.id}  {counts}  {span:<24}  {title}"


def _json(story: Found, names: dict[str, str]) -> str:
    import msgspec

    about = {
        "id": story.id,
        "title": story.title,
        "articles": len(story.articles),
        "outlets": sorted(story.outlets),
        "first": story.first,
        "last": story.last,
        "contested": round(story.contested, 3),
        "pages": sorted(names[page] for page in story.pages),
    }
    return msgspec.json.encode(about).decode()


def _rest(listed: list[Found], most: int, stories: list[Found], least: int) -> str:
    more = f"; {len(listed) - most:,} more with --most {len(listed)}" if len(listed) > most else ""
    small = len(stories) - len(listed)
    return f"{len(listed):,} stories of {least:,} articles or more, {small:,} smaller ones{more}"
