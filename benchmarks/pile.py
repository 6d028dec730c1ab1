"""Piles of pages of any size, made of real articles so that lengths, repeats and stories look real.

The texts come from the benchmark data (``RASHOMON_DATA``, or ``../shared/data``); where that is not at hand, from the
sample story, and the figures say so.
"""

from __future__ import annotations

import os
import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[1]
OUTLETS = ("The Northern Post", "The Southern Echo", "Harbour Gazette", "The Daily Lantern", "Coast Courier")
NAMES = ("Arne Felt", "Greta Holm", "Odd Berg", "Ines Vale", "Piet Orr")
# Of a hundred articles this many repeat most of another one, as agency reports in several papers do.
REPEATED = 15


@dataclass(frozen=True)
class Pile:
    """Pages made anew for every seed; the same seed makes the same pages."""

    data: Path
    seed: int = 7

    @cached_property
    def texts(self) -> list[list[str]]:
        """The articles as lists of paragraphs."""
        files = sorted((self.data / "timelines" / "t17").rglob("*.txt")) or sorted((ROOT / "samples").rglob("*.txt"))
        found = [_paragraphs(file.read_text(encoding="utf-8", errors="replace")) for file in files]
        return [one for one in found if 80 <= len(" ".join(one).split()) <= 2500]

    @property
    def about(self) -> str:
        """Where the texts come from."""
        return "Timeline17 articles" if (self.data / "timelines" / "t17").is_dir() else "the sample's articles"

    def write(self, folder: Path, count: int) -> int:
        """Writes ``count`` pages; returns how many words they hold."""
        folder.mkdir(parents=True, exist_ok=True)
        chance = random.Random(self.seed)
        made: list[list[str]] = []
        words = 0
        for number in range(count):
            body = self._body(chance, made)
            made.append(body)
            page = self._page(body, number, chance)
            words += len(page.split())
            (folder / f"{number:06}.txt").write_text(page, encoding="utf-8")
        return words

    def _body(self, chance: random.Random, made: list[list[str]]) -> list[str]:
        fresh = chance.choice(self.texts)
        if made and chance.randrange(100) < REPEATED:
            return [*chance.choice(made)[:-1], fresh[-1]]
        # Paragraphs of two articles of one story, so that no two pages are the same and names come back.
        other = chance.choice(self.texts)
        return fresh if len(other) < 3 else [*fresh, other[chance.randrange(len(other))]]

    def _page(self, body: list[str], number: int, chance: random.Random) -> str:
        day = date(2011, 1, 1) + timedelta(days=chance.randrange(900))
        title = " ".join(body[0].split()[:9]).rstrip(".,;:")
        head = f"{chance.choice(OUTLETS)}\n\n{title}\n\nBy {chance.choice(NAMES)}\n{day.day} {day:%B %Y}\n\n"
        return head + "\n\n".join(body) + f"\n\nPage {number}\n"


def data_folder() -> Path:
    """Where the benchmark data lies."""
    return Path(os.environ.get("RASHOMON_DATA", ROOT.parent / "shared" / "data"))


def _paragraphs(text: str) -> list[str]:
    """The text's lines, three to a paragraph: the data has a sentence a line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [" ".join(lines[k : k + 3]) for k in range(0, len(lines), 3)]
