from __future__ import annotations

from pathlib import Path

from rashomon.cli.app import COMMANDS
from rashomon.cli.reference import reference

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_commands_is_current() -> None:
    made = reference()
    assert (DOCS / "commands.md").read_text(encoding="utf-8") == made, (
        "make it anew: python -m rashomon.cli.reference > docs/commands.md"
    )
    for name in COMMANDS:
        assert f"\n## {name}\n" in made
        assert f"Usage: rashomon {name} " in made
