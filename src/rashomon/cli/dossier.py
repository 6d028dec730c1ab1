"""`rashomon dossier`."""

from __future__ import annotations

from pathlib import Path

import click

from rashomon.cli.output import write


@click.command()
@click.argument("story", type=click.Path(path_type=Path))
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="The HTML file (default: stdout).")
def command(story: Path, out: Path | None) -> None:
    """Write a story as one self-contained HTML file.

    It opens from disk in any browser, needs no network and runs no script from the pages: disputes with both sides,
    timeline, speakers, and every article with each statement marked in place.

    \b
    Examples:
      rashomon dossier story.rashomon -o story.html
      rashomon dossier story.rashomon > story.html
    """
    from rashomon.story import Story
    from rashomon.views.dossier import dossier

    with Story(story) as opened:
        html = dossier(opened.record, opened.log())
    write(html.encode("utf-8", "replace"), out)
