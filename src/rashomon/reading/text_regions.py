"""Where one article of a text-only page ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.reading.lines import Line
from rashomon.reading.lines_features import topic_words, word_count
from rashomon.reading.text_captions import captions_in
from rashomon.reading.text_furniture import kind_of
from rashomon.reading.text_marks import byline_of, is_date_line, is_label, is_mark
from rashomon.reading.text_persons import persons_of

# A second article needs this many words of body to be one (teasers of other stories have 15 to 50).
LEAST_WORDS = 60
# How far above its byline or date a title may stand, and how far its marks may be from each other.
_REACH = 6
_MARKS_REACH = 6
# An article's body begins within so many lines of its byline or date, furniture not counted; a list of other stories
# has none there.
_BODY_REACH = 12
# The body lines of an article are at least this share of the lines from its first to its last.
_DENSE = 0.5
# A title with one mark alone must share so many words, and half of its own, with the body within so many lines.
_TOLD = 3
_TOPIC = 20
_ENDS = frozenset(
    {
        "comment form",
        "share buttons",
        "related link",
        "tags",
        "newsletter or subscription",
        "copyright",
        "disclaimer",
        "author note",
    }
)


@dataclass(frozen=True, slots=True)
class Region:
    """One article's stretch of lines: its head may lie in ``start:body[0]``, its body is the lines ``body``."""

    start: int
    end: int
    body: tuple[int, ...]


def regions_of(page: str, lines: Sequence[Line], body: Sequence[bool]) -> list[Region]:
    """The articles of the page in order, each with the lines of its body; [] where there is no body at all.

    A new article begins where a title stands above a byline, a date or a label for one, with enough body before and
    after, and either something that ends articles above it or two marks below.
    """
    cuts = [0, *_cuts(page, lines, body), len(lines)]
    regions = [Region(a, b, tuple(k for k in range(a, b) if body[k])) for a, b in pairwise(cuts)]
    regions = [region for region in regions if region.body]
    return regions if len(regions) < 2 else [one for one in regions if not _is_scattered(page, lines, one)]


def _is_scattered(page: str, lines: Sequence[Line], region: Region) -> bool:
    """Whether what looks like body are teasers above the first article: far apart, and without a byline or a date."""
    first, last = region.body[0], region.body[-1]
    if len(region.body) >= _DENSE * (last - first + 1):
        return False
    return not any(is_mark(page, lines[k]) for k in range(max(region.start, first - _REACH), first + 3))


def _cuts(page: str, lines: Sequence[Line], body: Sequence[bool]) -> list[int]:
    """The lines at which a new article's head begins, the first article's left out."""
    marks = [is_mark(page, line) or bool(persons_of(page, line, None)) for line in lines]
    cuts: list[int] = []
    last = 0
    for k in range(1, len(lines)):
        if not marks[k] or marks[k - 1]:
            continue
        head = _head(page, lines, body, marks, k, last)
        if head is None or _words(lines, body, last, head) < LEAST_WORDS:
            continue
        if _words_below(lines, body, marks, k) >= LEAST_WORDS:
            cuts.append(head)
            last = head
    return cuts


def _head(
    page: str, lines: Sequence[Line], body: Sequence[bool], marks: Sequence[bool], mark: int, last: int
) -> int | None:
    """Where the head with the mark ``mark`` begins, or None where it is not the head of another article."""
    lowest = max(last, mark - _REACH)
    for k in range(mark - 1, lowest - 1, -1):
        if kind_of(lines[k]) in _ENDS:
            found = any(_is_title(lines[j]) for j in range(k + 1, mark))
            return k + 1 if found else None
        if body[k] and len(lines[k].text) > 400:
            break
    captions = captions_in(lines, range(lowest, mark))
    titles = [
        k for k in range(max(lowest, mark - 4), mark) if _is_title(lines[k]) and k not in captions and not marks[k]
    ]
    if not _has_two(page, lines, mark):
        titles = [k for k in titles if _announces(lines, body, k, mark)]
    return titles[0] if titles else None


def _announces(lines: Sequence[Line], body: Sequence[bool], title: int, mark: int) -> bool:
    """Whether the title speaks of what the body below is about, and more so than of the body above."""
    words = _words_of(lines[title])
    above = {word for k in range(max(0, title - _TOPIC), title) if body[k] for word in _words_of(lines[k])}
    below = {word for k in range(mark, min(len(lines), mark + _TOPIC)) if body[k] for word in _words_of(lines[k])}
    told = len(words & below)
    return told >= _TOLD and told >= 0.5 * len(words) and told > len(words & above)


def _words_of(line: Line) -> set[str]:
    return set(topic_words(line.text))


def _is_title(line: Line) -> bool:
    last = line.text.rstrip("\"'”’)")[-1:]
    return (
        3 <= word_count(line.text) <= 30
        and len(line.text) <= 220
        and last not in (".", ",", ":", ";", "")
        and kind_of(line) is None
    )


def _has_two(page: str, lines: Sequence[Line], mark: int) -> bool:
    """Whether marks of two sorts stand together: a byline and a date, or one of them with a label."""
    near = range(mark, min(mark + _MARKS_REACH, len(lines)))
    sorts = (
        any(byline_of(lines[k]) is not None or persons_of(page, lines[k], None) for k in near),
        any(is_date_line(page, lines[k]) for k in near),
        any(is_label(lines[k]) for k in near),
    )
    return sum(sorts) >= 2


def _words(lines: Sequence[Line], body: Sequence[bool], start: int, end: int) -> int:
    words = 0
    for k in range(start, end):
        words += word_count(lines[k].text) if body[k] else 0
        if words >= LEAST_WORDS:
            break
    return words


def _words_below(lines: Sequence[Line], body: Sequence[bool], marks: Sequence[bool], mark: int) -> int:
    """Words of body between ``mark`` and the next mark or end of an article that comes after some body."""
    words = other = 0
    for k in range(mark, len(lines)):
        other += kind_of(lines[k]) is None
        if body[k]:
            words += word_count(lines[k].text)
            if words >= LEAST_WORDS:
                break
        elif (marks[k] or kind_of(lines[k]) in _ENDS) if words else other > _BODY_REACH:
            break
    return words
