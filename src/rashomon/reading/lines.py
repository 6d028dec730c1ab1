"""The lines of a text-only page."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Every line break a crawl may have left; form feeds stand between the pages of a converted document.
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that has something on it: page characters ``start:end``, without white space at its ends.

    ``text`` is what a reader sees there (white space evened out, soft hyphens and direction marks left out);
    ``gap`` is how many empty lines stand before it.
    """

    start: int
    end: int
    text: str
    gap: int


def lines_of(page: str) -> list[Line]:
    """The lines of ``page`` that have something on them, in order."""
    lines: list[Line] = []
    last = 0
    for match in _LINE.finditer(page):
        raw = match[0]
        seen = " ".join(_UNSEEN.sub("", raw).split())
        if not seen:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        end = match.start() + len(raw.rstrip())
        breaks = len(_BREAK.findall(page, last, start))
        lines.append(Line(start, end, seen, max(breaks - 1, 0) if lines else breaks))
        last = end
    return lines
