"""What belongs to an article at the edges of its body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.lines import Line
from rashomon.reading.lines_trees import Array
from rashomon.reading.text_furniture import kind_of
from rashomon.reading.text_marks import is_mark

# Groups of body lines with at most so many lines between belong together; a group with less than this share of the
# largest one's weight is a teaser or a comment. On 92 pages by folds of sites: line F1 .890 without, .901 with.
_GAP = 10
_LEAST = 0.25
# A paragraph beside the body, with nothing but such paragraphs between: closed, this long, and not ruled out.
_WORDS = 20
_CHANCE = 0.1
_REACH = 8
_CLOSED = re.compile(r"[.!?…][\"'”’)\]]*$")


def body_within(
    page: str, lines: Sequence[Line], inside: Sequence[int], chances: Array, start: int, end: int
) -> tuple[int, ...]:
    """The body of the article in lines ``start:end``, given the lines ``inside`` that look like body."""
    kept = _main_group(lines, inside, chances)
    if not kept:
        return ()
    last = kept[-1]
    above = _under_marks(page, lines, start, kept[0], chances)
    below: list[int] = []
    while last + 1 < end and _is_paragraph(page, lines, last + 1, chances):
        last += 1
        below.append(last)
    return (*above, *kept, *below)


def _under_marks(page: str, lines: Sequence[Line], start: int, first: int, chances: Array) -> list[int]:
    """The paragraphs between an article's byline or date and its body; what stands above these is its summary."""
    marks = [k for k in range(max(start, first - _REACH), first) if is_mark(page, lines[k])]
    return [k for k in range(marks[-1] + 1, first) if _is_paragraph(page, lines, k, chances)] if marks else []


def _main_group(lines: Sequence[Line], inside: Sequence[int], chances: Array) -> list[int]:
    groups: list[list[int]] = []
    for k in inside:
        if groups and k - groups[-1][-1] <= _GAP:
            groups[-1].append(k)
        else:
            groups.append([k])
    weights = [sum(len(lines[k].text) * float(chances[k]) for k in group) for group in groups]
    most = max(weights, default=0.0)
    return [k for group, weight in zip(groups, weights, strict=True) if weight >= _LEAST * most for k in group]


def _is_paragraph(page: str, lines: Sequence[Line], k: int, chances: Array) -> bool:
    line = lines[k]
    if chances[k] < _CHANCE or len(line.text.split()) < _WORDS or not _CLOSED.search(line.text):
        return False
    return kind_of(line) is None and not is_mark(page, line)
