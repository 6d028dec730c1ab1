"""`rashomon export`."""

from __future__ import annotations

from pathlib import Path

import click

from rashomon.cli.output import write
from rashomon.views.export import FORMATS, export

TABLES = "articles, claims, accounts, attributions, timeline, entities, origins, links, corrections, left-out"


@click.command()
@click.argument("story", type=click.Path(path_type=Path))
@click.option(
    "-f", "--format", "name", type=click.Choice(list(FORMATS)), default="json", show_default=True, help="See below."
)
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="The file to write (default: stdout).")
@click.option("--table", metavar="NAME", help=f"The table of the csv format: {TABLES}.")
def command(story: Path, name: str, out: Path | None, table: str | None) -> None:
    """Write a story in a format that other programs read.

    \b
    json         the whole record, one object; its JSON Schema ships with Rashomon
    csv          one table: who said what, unless --table names another
    xlsx         a workbook with a sheet a table
    markdown     a report to read, with its sources
    timelinejs   the dated events, for TimelineJS
    gexf         who draws on whom, as a graph for Gephi
    ftm          FollowTheMoney entities, a JSON line each, for OpenAleph
    claimreview  the disputed claims as schema.org ClaimReview drafts, without a rating
    annotations  every statement as a W3C Web Annotation

    \b
    Examples:
      rashomon export story.rashomon > record.json
      rashomon export story.rashomon --format xlsx -o story.xlsx
      rashomon export story.rashomon --format csv --table timeline -o timeline.csv
    """
    from rashomon.story import Story

    if table is not None and name != "csv":
        raise click.UsageError(f"--table chooses a table of the csv format, not of {name}")
    if table is not None and table not in TABLES.split(", "):
        raise click.UsageError(f"there is no table {table!r}; choose one of {TABLES}")
    with Story(story) as opened:
        write(export(opened.record, name, table=table, log=opened.log()), out, text=FORMATS[name].text)
