"""Where one article of a text-only page ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.reading.lines import Line
from rashomon.reading.text_furniture import kind_of
from rashomon.reading.text_marks import is_mark

# A second article needs this many words of body to be one (teasers of other stories have 15 to 50).
LEAST_WORDS = 60
# How far above its byline or date a title may stand, in lines with something on them.
HEAD_REACH = 6
_ENDS = {
    "comment form",
    "share buttons",
    "related link",
    "tags",
    "newsletter or subscription",
    "copyright",
    "disclaimer",
}


@dataclass(frozen=True, slots=True)
class Region:
    """One article's stretch of lines: its head may lie in ``start:body[0]``, its body is the lines ``body``."""

    start: int
    end: int
    body: tuple[int, ...]


def regions_of(page: str, lines: Sequence[Line], body: Sequence[bool]) -> list[Region]:
    """The articles of the page in order, each with the lines of its body; [] where there is no body at all."""
    inside = [k for k, is_body in enumerate(body) if is_body]
    if not inside:
        return []
    cuts = [0, *_cuts(page, lines, body), len(lines)]
    regions = []
    for start, end in pairwise(cuts):
        kept = tuple(k for k in inside if start <= k < end)
        if kept:
            regions.append(Region(start, end, kept))
    return regions


def _cuts(page: str, lines: Sequence[Line], body: Sequence[bool]) -> list[int]:
    """The lines at which a new article's head begins, the first article's left out."""
    cuts: list[int] = []
    last = 0
    for k in range(1, len(lines)):
        if not is_mark(page, lines[k]) or is_mark(page, lines[k - 1]):
            continue
        head = _head_above(lines, body, k, last)
        if (
            head is None
            or _words(lines, body, last, head) < LEAST_WORDS
            or _words_below(page, lines, body, k) < LEAST_WORDS
        ):
            continue
        cuts.append(head)
        last = head
    return cuts


def _head_above(lines: Sequence[Line], body: Sequence[bool], mark: int, last: int) -> int | None:
    """The line after the furniture that ends the article above ``mark``, or None where nothing ends it."""
    for k in range(mark - 1, max(last, mark - HEAD_REACH) - 1, -1):
        if kind_of(lines[k]) in _ENDS:
            return k + 1 if k + 1 < mark else None
        if body[k] and k < mark - 4:
            return None
    return None


def _words(lines: Sequence[Line], body: Sequence[bool], start: int, end: int) -> int:
    return sum(len(lines[k].text.split()) for k in range(start, end) if body[k])


def _words_below(page: str, lines: Sequence[Line], body: Sequence[bool], mark: int) -> int:
    """Words of body between ``mark`` and the next mark that comes after some body."""
    words = 0
    for k in range(mark, len(lines)):
        if body[k]:
            words += len(lines[k].text.split())
        elif words and (is_mark(page, lines[k]) or (kind_of(lines[k]) in _ENDS and words >= LEAST_WORDS)):
            break
    return words
