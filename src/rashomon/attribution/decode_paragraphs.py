"""A text's paragraphs, as a trained model was taught to read them: whole, whatever the width of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BREAKS = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_ENDED = re.compile(r"[.!?:;…”\"'’)\]][\s]*$")

# Nobody wraps wider than this, and hardly a paragraph of running text is narrower.
WIDEST = 100
# Lines that are broken to fit a page are this long on the whole, and this many of them end within a sentence.
NARROWEST = 45
BROKEN = 0.3
# A line this full had no room for the word that begins the next one.
FULL = 0.9


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    """Start and end of every paragraph: a line that is not blank, or several where the text is wrapped to a width."""
    lines = [m.span() for m in _LINE.finditer(text) if not m.group().isspace()]
    width = _width(text, lines)
    if width is None:
        return lines
    out = lines[:1]
    for line, after in pairwise(lines):
        if _goes_on(text, line, after, width):
            out[-1] = (out[-1][0], after[1])
        else:
            out.append(after)
    return out


def _width(text: str, lines: Sequence[tuple[int, int]]) -> int | None:
    """How many characters the text is wrapped to; None where its lines are paragraphs."""
    if len(lines) < 3 or sorted(b - a for a, b in lines)[int(0.95 * (len(lines) - 1))] > WIDEST:
        return None
    followed = [line for line, after in pairwise(lines) if _adjacent(text, line, after)]
    lengths = sorted(b - a for a, b in followed)
    if len(lengths) < 2 or lengths[len(lengths) // 2] < NARROWEST:
        return None
    broken = sum(_ENDED.search(text, a, b) is None for a, b in followed)
    return lengths[int(0.95 * (len(lengths) - 1))] if broken >= BROKEN * len(followed) else None


def _goes_on(text: str, line: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    """Whether the line was broken off for want of room: the next one's first word would not have fitted."""
    if not _adjacent(text, line, after):
        return False
    word = text[after[0] : after[1]].split(maxsplit=1)[0]
    return (line[1] - line[0]) + 1 + len(word) > FULL * width


def _adjacent(text: str, line: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether no blank line stands between the two."""
    return len(_BREAKS.findall(text, line[1], after[0])) == 1
