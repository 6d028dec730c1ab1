"""`rashomon show`."""

from __future__ import annotations

from pathlib import Path

import click

SECTIONS = ("articles", "disputes", "denied", "claims", "said", "timeline", "speakers", "left-out")


@click.command()
@click.argument("story", type=click.Path(path_type=Path))
@click.argument("sections", nargs=-1, type=click.Choice(SECTIONS), metavar="[SECTION]...")
@click.option("--speaker", metavar="NAME", help="Only what this speaker says; any part of the name will do.")
@click.option("--outlet", metavar="NAME", help="Only articles of this outlet; any part of the name will do.")
@click.option("--since", metavar="DATE", help="Only what may be from this day, month or year on (2016-12-29, 2016).")
@click.option("--until", metavar="DATE", help="Only what may be from up to this day, month or year.")
@click.option("--article", metavar="WORDS", help="Only this article: its id, or words of its title.")
@click.option("--ids", is_flag=True, help="Show the ids that corrections name things by.")
@click.option("--left-out", is_flag=True, help="Show what was left out, and why.")
@click.option("--all", "everything", is_flag=True, help="Show long lists whole.")
def command(
    story: Path,
    sections: tuple[str, ...],
    speaker: str | None,
    outlet: str | None,
    since: str | None,
    until: str | None,
    article: str | None,
    ids: bool,
    left_out: bool,
    everything: bool,
) -> None:
    """Show a story in the terminal: articles, disputes with their sides, timeline.

    SECTION chooses what to show: articles, disputes, denied, claims, said, timeline, speakers, left-out. Where a
    speaker or an article is asked for, all that was said is shown too. A date that is not known passes no filter by
    date.

    \b
    Examples:
      rashomon show story.rashomon
      rashomon show story.rashomon disputes --ids
      rashomon show story.rashomon --speaker halvern
      rashomon show story.rashomon timeline --since 2016-12 --until 2017-01
    """
    from rashomon.story import Story
    from rashomon.views.terminal import show
    from rashomon.views.terminal_filter import Filter

    chosen = sections
    if left_out and "left-out" not in chosen:
        chosen = (*chosen, "left-out")
    asked = Filter.of(speaker=speaker, outlet=outlet, since=since, until=until, article=article)
    with Story(story) as opened:
        show(opened.record, asked, sections=chosen, ids=ids, everything=everything)
