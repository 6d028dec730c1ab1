"""Lines that surround articles: what each is, by the words newspapers use for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.reading.lines import Line

# Prose this long is read for what it says, whatever words it has.
LONGEST = 420


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that give one reason away: at the start of a line, or anywhere in it."""

    reason: str
    start: re.Pattern[str]
    anywhere: re.Pattern[str]

    def fits(self, text: str) -> bool:
        """Whether ``text`` has such words."""
        return bool(self.start.match(text) or self.anywhere.search(text))


@cache
def wordings() -> tuple[Wording, ...]:
    """What the data file says, in its order."""
    text = files("rashomon.reading").joinpath("data/furniture.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    reason = ""
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]") and line[1:-1].replace(" ", "").isalpha():
            reason = line[1:-1]
            found[reason] = []
        elif line and not line.startswith("#"):
            found[reason].append(line)
    return tuple(Wording(reason, _any(many, True), _any(many, False)) for reason, many in found.items())


def _any(patterns: list[str], at_start: bool) -> re.Pattern[str]:
    chosen = [one for one in patterns if one.startswith("^") == at_start]
    return re.compile("|".join(f"(?:{one})" for one in chosen) or r"(?!)", re.IGNORECASE)


def reasons() -> tuple[str, ...]:
    """The reasons, in the order they are tried."""
    return tuple(wording.reason for wording in wordings())


def kind_of(line: Line) -> str | None:
    """What piece of furniture ``line`` is, or None where its words do not tell."""
    if len(line.text) > LONGEST:
        return None
    return next((wording.reason for wording in wordings() if wording.fits(line.text)), None)
