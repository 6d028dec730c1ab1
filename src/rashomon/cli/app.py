"""The commands by name. A command's file is imported when the command is called, so that `--help` answers at once."""

from __future__ import annotations

from importlib import import_module

import click

# Name: (what --help says beside it, the module that holds it). In the order a newcomer meets them.
COMMANDS = {
    "build": ("Read saved pages and make a story of them.", "build"),
    "show": ("Show a story in the terminal.", "show"),
    "dossier": ("Write a story as one HTML file.", "dossier"),
    "desk": ("Open the local web desk: read, check and correct.", "desk"),
    "export": ("Write a story as JSON, CSV, XLSX and other formats.", "export"),
    "collect": ("Save pages from the network, politely: URLs and feeds.", "collect"),
    "stories": ("List the stories a large corpus holds, and build those you choose.", "stories"),
    "watch": ("Read pages into a story as they arrive in a folder.", "watch"),
    "read": ("Read pages alone: one JSON line a page.", "read"),
    "copy": ("Copy a story: between files, or to and from PostgreSQL.", "copy"),
    "correct": ("Correct what the program got wrong.", "correct"),
    "undo": ("Take the last correction back.", "undo"),
    "redo": ("Restore the correction taken back last.", "redo"),
    "log": ("List the corrections of a story.", "log"),
}


class LazyGroup(click.Group):
    """A group that imports a command when it is called, and knows its help line without that."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"rashomon.cli.{COMMANDS[cmd_name][1]}").command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (about, _) in COMMANDS.items()])


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from rashomon.options import VERSION

        click.echo(f"rashomon {VERSION}")
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, callback=_version, expose_value=False, is_eager=True, help="Show the version.")
def app() -> None:
    """One story, every account of it: who said what, when, according to whom, and who denies it.

    \b
    Begin with a folder of saved pages:
      rashomon build pages/ -o story.rashomon
      rashomon show story.rashomon
      rashomon dossier story.rashomon -o story.html

    Exit status: 0 done; 1 done, but some inputs could not be read; 2 not done.
    """
