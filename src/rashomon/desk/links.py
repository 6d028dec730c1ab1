"""Where things are found on the desk."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from rashomon.views.claim import AccountView
from rashomon.views.line import Line
from rashomon.views.network import Named
from rashomon.views.sources import Node


@dataclass(frozen=True, slots=True)
class Across:
    """A permanent address for each thing of the story."""

    desk: bool = True

    def line(self, anchor: str, article: str = "") -> str:
        """The exact words in their article."""
        return f"/article/{_part(article)}#{anchor}" if article else f"#{anchor}"

    def claim(self, claim: str) -> str:
        return f"/claim/{_part(claim)}"

    def person(self, entity: str) -> str:
        return f"/person/{_part(entity)}"

    def article(self, article: str) -> str:
        return f"/article/{_part(article)}"

    def source(self, node: Node | Named) -> str:
        """What an outlet or its source stands next to."""
        return f"/sources?about={quote(node.key, safe='')}"

    def correct(self, account: AccountView) -> str:
        """Where an account of a claim is corrected."""
        return f"/line/{_part(account.key)}"

    def correct_line(self, line: Line) -> str:
        """Where a statement is corrected."""
        return f"/line/{_part(line.id)}"


def _part(name: str) -> str:
    return quote(name, safe=":")
