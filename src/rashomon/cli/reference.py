"""The commands' own help as one page of Markdown: `python -m rashomon.cli.reference > docs/commands.md`."""

from __future__ import annotations

import click

from rashomon.cli.app import COMMANDS, app

WIDTH = 100
_HEAD = """# Commands

Made from the commands' own help by `python -m rashomon.cli.reference > docs/commands.md`.
"""


def reference() -> str:
    """The page."""
    parts = [_HEAD, _help(app, "rashomon", None)]
    with click.Context(app, info_name="rashomon") as parent:
        for name in COMMANDS:
            command = app.get_command(parent, name)
            if command is None:
                raise KeyError(name)
            parts += [f"## {name}\n", _help(command, name, parent)]
    return "\n".join(parts)


def _help(command: click.Command, name: str, parent: click.Context | None) -> str:
    help_names = app.context_settings["help_option_names"]
    with click.Context(
        command,
        info_name=name,
        parent=parent,
        terminal_width=WIDTH,
        max_content_width=WIDTH,
        help_option_names=help_names,
    ) as context:
        return f"```\n{command.get_help(context).rstrip()}\n```\n"


if __name__ == "__main__":
    print(reference(), end="")
