"""`rashomon correct`."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from rashomon.cli.progress import watcher
from rashomon.record.correction import CorrectionKind

KINDS = {str(kind).replace(" ", "-"): kind for kind in CorrectionKind}


@click.command()
@click.argument("story", type=click.Path(path_type=Path))
@click.argument("kind", type=click.Choice(list(KINDS)), metavar="KIND")
@click.argument("targets", nargs=-1, required=True, metavar="TARGET...")
@click.option("--value", help='What it is to be; "" where it is not known.')
@click.option("--by", help="Who corrects (default: the name you are logged in with).")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def command(story: Path, kind: str, targets: tuple[str, ...], value: str | None, by: str | None, quiet: bool) -> None:
    """Correct what the program got wrong; your word outranks it and survives every rebuild.

    `rashomon show STORY --ids` shows the ids that statements, accounts and articles go by.

    \b
    KIND             TARGET...                             --value
    join-entities    two or more names                     -
    split-entity     a name, then the names or articles    -
                     that become one of their own
    rename-entity    a name                                the new name
    join-claims      an account of each claim              -
    split-claim      accounts that become a claim          -
    set-speaker      a statement                           a name, "" for nobody
    set-said         a statement                           a date, "" for unknown
    set-position     an account                            affirms, denies, doubts, unclear
    set-published    an article                            a date, "" for unknown
    set-title, set-authors, set-outlet: an article         the new one, authors one a line
    reject           a statement or an account             -
    check            a statement that is right             -
    note             a statement                           the note

    \b
    Examples:
      rashomon correct story.rashomon join-entities "Mira Halvern" "Minister Halvern"
      rashomon correct story.rashomon set-speaker t1a2b3c4d5e6 --value "Mira Halvern"
      rashomon correct story.rashomon set-published a0f1e2d3c4b5 --value 2016-12-29
    """
    from rashomon.door import correct
    from rashomon.record import Correction
    from rashomon.story import shown

    with watcher(quiet=quiet) as progress:
        made = Correction(KINDS[kind], list(targets), value)
        correct(story, made, by=_user() if by is None else by, progress=progress).close()
    click.echo(f"corrected: {kind} {', '.join(targets)}; take it back with: rashomon undo {shown(story)}")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a process may run under a number that has no name
        return ""
