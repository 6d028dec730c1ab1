"""The shape of a grammar rule: letters to look for, and what the words then mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rashomon.temporal.letters import Words
from rashomon.temporal.meaning import Meaning


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's pattern found among the letters of a text."""

    words: Words
    match: re.Match[str]

    def has(self, group: str) -> bool:
        """Whether the rule has such a group and it matched."""
        return group in self.match.re.groupindex and self.match[group] is not None

    def range(self, group: str) -> tuple[int, int]:
        return self.match.span(group)

    def letter(self, group: str) -> str:
        """The letters of a group, "" where it matched nothing."""
        return self.match[group] if self.has(group) else ""

    def lower(self, group: str) -> str:
        """The small-letter words of a group with single spaces, "" where it matched nothing."""
        if not self.has(group):
            return ""
        first, last = self.match.span(group)
        return " ".join(self.words.lower(k) for k in range(first, last))

    def before(self, count: int = 1) -> str:
        """The small-letter word ``count`` words before the match, "" at the text's start."""
        at = self.match.start() - count
        return self.words.lower(at) if at >= 0 else ""

    def after(self, count: int = 1) -> str:
        """The small-letter word ``count`` words after the match, "" at the text's end."""
        at = self.match.end() + count - 1
        return self.words.lower(at) if at < len(self.words.starts) else ""

    def kind_before(self) -> str:
        at = self.match.start() - 1
        return self.words.kinds[at] if at >= 0 else "¶"

    def kind_after(self) -> str:
        at = self.match.end()
        return self.words.kinds[at] if at < len(self.words.kinds) else "¶"


@dataclass(frozen=True, slots=True)
class Rule:
    """``build`` says what a hit means, None where it means no time. A group ``x`` narrows the expression to itself."""

    name: str
    pattern: re.Pattern[str]
    build: Callable[[Hit], Meaning | None]


def rule(name: str, pattern: str, build: Callable[[Hit], Meaning | None]) -> Rule:
    """A rule from a pattern in which blanks do not count."""
    return Rule(name, re.compile("".join(pattern.split())), build)


# Repetition is bounded, so that a text of nothing but number words takes no longer than another.
NUMBER = r"(?:[d#Y]n?|n(?:-?n){0,6}(?:&n(?:-?n){0,3})?)"
AMOUNT = rf"(?:{NUMBER}(?:-?d/d|-?&-?a-?½)?|d/d)"
CLOCK = r"(?:(?:[dk]|n(?:-?n)?)z,?|k|Y(?=Q)|[dk](?=Q))(?:\(Q\)|Q)?"
MONTH = r"[Mm]"
WEEKDAY = r"[Ww]"
WHICH = r"(?:i[xpl]|t?K|t?jK?|t?[ilpvx]|tf)"
SPELLED = r"n(?:-?n){1,4}"
