"""What stands on the pages of a document beside its text: running heads and feet, page numbers, line numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rashomon.reading.pdf_glyphs import Stretch

# Running heads are looked for among this many lines at either end of a page, and stand on this share of the pages.
_DEPTH = 3
_SHARE = 0.4
_PAGE_NUMBER = re.compile(
    r"^\W*(?:page|p\.?|pg\.?)?\W*(?:\d{1,4}|[ivxl]{1,6})\W*(?:(?:of|/)\W*\d{1,4})?\W*$", re.IGNORECASE
)
_FEWEST_NUMBERED = 8
_ADDRESS = re.compile(r"https?://|\bwww\.", re.IGNORECASE)


def running_lines(pages: Sequence[Sequence[Stretch]]) -> list[set[int]]:
    """For each page, which of its stretches are running heads or feet, page numbers or line numbers."""
    edges = [_edges(page) for page in pages]
    seen: Counter[tuple[str, int]] = Counter()
    for page, edge in zip(pages, edges, strict=True):
        seen.update({_print(page[k]) for k in edge})
    needed = max(2, _SHARE * len(pages))
    found = []
    for page, edge in zip(pages, edges, strict=True):
        running = {k for k in edge if seen[_print(page[k])] >= needed and len(pages) > 1}
        running |= _page_number(page, edge)
        found.append(running | _line_numbers(page))
    return found


def is_browser_print(pages: Sequence[Sequence[Stretch]], running: Sequence[set[int]]) -> bool:
    """Whether a browser printed the document: the page's address stands in its running heads or feet."""
    return any(_ADDRESS.search(page[k].text) for page, found in zip(pages, running, strict=True) for k in found)


def _edges(page: Sequence[Stretch]) -> list[int]:
    """The stretches on the first and last lines of the page."""
    rows: list[list[int]] = []
    for k in sorted(range(len(page)), key=lambda k: page[k].middle):
        if rows and abs(page[rows[-1][-1]].middle - page[k].middle) < 0.5 * page[k].size:
            rows[-1].append(k)
        else:
            rows.append([k])
    ends = rows if len(rows) <= 2 * _DEPTH else rows[:_DEPTH] + rows[-_DEPTH:]
    return [k for row in ends for k in row]


def _print(one: Stretch) -> tuple[str, int]:
    """What two running heads have in common: their words but for the numbers, and their height on the page."""
    return re.sub(r"\d+", "0", one.text.lower()), round(one.middle / 6)


def _page_number(page: Sequence[Stretch], edge: Sequence[int]) -> set[int]:
    if not page:
        return set()
    top, bottom = min(s.middle for s in page), max(s.middle for s in page)
    return {
        k
        for k in edge
        if _PAGE_NUMBER.match(page[k].text) and min(page[k].middle - top, bottom - page[k].middle) < page[k].size
    }


def _line_numbers(page: Sequence[Stretch]) -> set[int]:
    """The numbers that count the lines in the margin of a legal transcript."""
    numbers = [k for k in range(len(page)) if page[k].text.isdigit() and len(page[k].text) <= 3]
    numbers.sort(key=lambda k: page[k].middle)
    steps = sum(int(page[b].text) - int(page[a].text) == 1 for a, b in pairwise(numbers))
    if len(numbers) < _FEWEST_NUMBERED or steps < 0.8 * (len(numbers) - 1):
        return set()
    left = sorted(page[k].right for k in numbers)[len(numbers) // 2]
    return {k for k in numbers if abs(page[k].right - left) < 12}
