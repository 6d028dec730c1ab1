"""What belongs to an article in the gaps and at the edges of what looks like its body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rashomon.reading.lines import Line
from rashomon.reading.lines_trees import Array
from rashomon.reading.text_furniture import kind_of
from rashomon.reading.text_marks import is_mark

# Each step's gain in line F1 on 92 pages by folds of sites, as measured when it was added (evals/pages_text.py).
# Groups of body lines with at most so many lines between belong together; a group with less than this share of the
# largest one's weight is a teaser or a comment: +.007.
_GAP = 7
_LEAST = 0.25
# A gap of so many lines, none of them furniture by its words, is a list or a table where the model doubts, but not
# much: +.004.
_LONGEST_LIST = 10
_LIST_MEAN, _LIST_LEAST = 0.25, 0.1
# A paragraph beyond the edges: closed, so long, not ruled out, and below the body speaking of the same things: +.001.
_CHANCE = 0.1
_UNDER_MARKS, _BELOW = 20, 12
_REACH_UP, _REACH_DOWN = 8, 6
_SHARED = 0.4
_CLOSED = re.compile(r"[.!?…][\"'”’)\]]*$")
_WORD = re.compile(r"[^\W_]{4,}")


def body_within(
    page: str, lines: Sequence[Line], inside: Sequence[int], chances: Array, start: int, end: int
) -> tuple[int, ...]:
    """The body of the article in lines ``start:end``, given the lines ``inside`` that look like body."""
    kept = _main_group(lines, inside, chances)
    if not kept:
        return ()
    above = _under_marks(page, lines, start, kept[0], chances)
    filled = _with_lists(page, lines, [*above, *kept], chances)
    return (*filled, *_below(page, lines, filled, end, chances))


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


def _under_marks(page: str, lines: Sequence[Line], start: int, first: int, chances: Array) -> list[int]:
    """The paragraphs between an article's byline or date and its body; what stands above these is its summary."""
    marks = [k for k in range(max(start, first - _REACH_UP), first) if is_mark(page, lines[k])]
    if not marks:
        return []
    return [k for k in range(marks[-1] + 1, first) if _is_paragraph(page, lines, k, chances, _UNDER_MARKS)]


def _with_lists(page: str, lines: Sequence[Line], kept: Sequence[int], chances: Array) -> list[int]:
    found = set(kept)
    for above, below in pairwise(kept):
        run = range(above + 1, below)
        if not 0 < len(run) <= _LONGEST_LIST or any(kind_of(lines[k]) or is_mark(page, lines[k]) for k in run):
            continue
        doubts = [float(chances[k]) for k in run]
        if min(doubts) > _LIST_LEAST and sum(doubts) > _LIST_MEAN * len(doubts):
            found.update(run)
    return sorted(found)


def _below(page: str, lines: Sequence[Line], kept: Sequence[int], end: int, chances: Array) -> list[int]:
    """Paragraphs that follow after links or an advertisement; comments come after a comment form."""
    said = {word.lower() for k in kept for word in _WORD.findall(lines[k].text)}
    found: list[int] = []
    last = kept[-1]
    for k in range(last + 1, end):
        if k - last > _REACH_DOWN or kind_of(lines[k]) == "comment form":
            break
        words = {word.lower() for word in _WORD.findall(lines[k].text)}
        if len(words & said) >= _SHARED * max(len(words), 1) and _is_paragraph(page, lines, k, chances, _BELOW):
            found.append(k)
            last = k
    return found


def _is_paragraph(page: str, lines: Sequence[Line], k: int, chances: Array, words: int) -> bool:
    line = lines[k]
    if chances[k] < _CHANCE or len(line.text.split()) < words or not _CLOSED.search(line.text):
        return False
    return kind_of(line) is None and not is_mark(page, line)
