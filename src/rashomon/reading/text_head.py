"""What stands above an article's body on a text-only page: title, standfirst, byline, date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.reading.bylines_dated import authors_behind_date
from rashomon.reading.lines import Line
from rashomon.reading.text_captions import captions_in
from rashomon.reading.text_furniture import kind_of
from rashomon.reading.text_marks import (
    authors_in,
    byline_of,
    dates_in,
    is_bare_name,
    is_capture,
    is_date_line,
    is_label,
    is_mark,
    is_update,
    named_before_date,
    says_published,
)
from rashomon.reading.text_persons import persons_of, says_ago
from rashomon.reading.text_title import title_line
from rashomon.reading.text_turns import is_turn
from rashomon.record import Date, Precision, Span

# How many lines above the body a head may reach, and how many below it "First published ..." may stand.
REACH = 45
BELOW = 6
# A summary that was taken for body stands above the byline: at most so many lines and words of it.
_MOST_LINES = 4
_MOST_WORDS = 70
# With so many dates on lines of their own in the body they are its headings.
_HEADINGS = 2
# A name with a job or a handle is a byline so near below the title.
_UNDER_TITLE = 3


@dataclass(frozen=True, slots=True)
class Head:
    """What the page tells of one article beside its text; ``lines`` are of the head, though they looked like body."""

    lines: frozenset[int] = frozenset()
    title: str | None = None
    title_span: Span | None = None
    standfirst: str | None = None
    authors: list[str] = field(default_factory=list)
    published: Date | None = None
    updated: Date | None = None
    title_line: int | None = None


def head_of(
    page: str,
    lines: Sequence[Line],
    start: int,
    body: Sequence[int],
    url: str | None = None,
    outlet: str | None = None,
) -> Head:
    """The head of the article with the lines ``body``; nothing above line ``start`` belongs to it."""
    first = _first_below_marks(page, lines, body)
    window = range(max(start, body[0] - REACH), first)
    captions = captions_in(lines, range(window.start, min(first + 1, len(lines))))
    title = title_line(page, lines, window, captions, [k for k in body if k >= first], url)
    if title is None and _looks_like_title(lines, body, first):
        rest = [k for k in body if k > first]
        if title_line(page, lines, range(window.start, first + 1), captions, rest, url) == first:
            title, first = first, rest[0]
    below = range(title + 1 if title is not None else window.start, first)
    after = range(body[-1] + 1, min(body[-1] + 1 + BELOW, len(lines)))
    dated = _dated(page, lines, below, title, after)
    if _is_chronicle(page, lines, body):
        dated = [k for k in dated if says_published(lines[k]) or _is_exact(page, lines[k])]
    published, updated = _dates(page, lines, dated)
    standfirst = None if title is None else _standfirst(page, lines, below, captions, lines[title].text)
    return Head(
        frozenset(k for k in body if k < first),
        None if title is None else lines[title].text,
        None if title is None else Span(lines[title].start, lines[title].end),
        standfirst,
        _authors(page, lines, below, body[-1], outlet),
        published,
        updated,
        title,
    )


def _looks_like_title(lines: Sequence[Line], body: Sequence[int], first: int) -> bool:
    """Whether the first line of what was taken for body is a headline: short, open, and above a longer closed line."""
    below = next((k for k in body if k > first), None)
    text = lines[first].text
    if below is None or not 4 <= len(text.split()) <= 25 or text.endswith((".", "!", ":", ";", ",")) or is_turn(text):
        return False
    return len(lines[below].text) > len(text) and lines[below].text.rstrip("\"'”’)")[-1:] in (".", "!", "?")


def _first_below_marks(page: str, lines: Sequence[Line], body: Sequence[int]) -> int:
    """The first line of the body below the byline and the date; above them a summary may have been taken for body."""
    first = body[0]
    if _is_chronicle(page, lines, body):
        return first
    words = 0
    for k in range(body[0], min(body[0] + 9, body[-1])):
        if is_mark(page, lines[k]):
            later = [j for j in body if j > k]
            first = later[0] if later else first
        elif k in body:
            words += len(lines[k].text.split())
            if words > _MOST_WORDS or k - body[0] >= _MOST_LINES:
                break
    return first


def _is_chronicle(page: str, lines: Sequence[Line], body: Sequence[int]) -> bool:
    """Whether dates stand between the paragraphs as headings: then none tells when the article was published."""
    return sum(is_date_line(page, lines[k]) for k in range(body[0], body[-1])) >= _HEADINGS


def _standfirst(page: str, lines: Sequence[Line], below: range, captions: set[int], title: str) -> str | None:
    for k in below:
        line = lines[k]
        if is_mark(page, line):
            return None
        words = line.text.split()
        if k in captions or kind_of(line) is not None or line.text == title or len(line.text) > 600:
            continue
        if len(words) >= 8 or (len(words) >= 4 and line.text.endswith((".", "!", "?"))):
            return line.text
    return None


def _authors(page: str, lines: Sequence[Line], below: range, last: int, outlet: str | None) -> list[str]:
    """The persons of the first byline; else one named beside a date or a label, or named again below the body."""
    for k in below:
        spoken = byline_of(lines[k]) is not None
        found = authors_in(lines[k], outlet) if spoken else authors_behind_date(lines[k].text, outlet)
        if found:
            return found
    named = [name for k in below if (name := named_before_date(page, lines[k])) is not None]
    if named:
        return named[:1]
    marks = [k for k in below if is_label(lines[k]) or is_date_line(page, lines[k]) or says_ago(lines[k])]
    for k in below:
        near = k - below.start < _UNDER_TITLE or any(abs(k - mark) <= 2 for mark in marks)
        found = persons_of(page, lines[k], outlet) if near and kind_of(lines[k]) is None else []
        if found:
            return found
    credits = " ".join(lines[k].text for k in range(last + 1, min(last + 1 + BELOW, len(lines))))
    for k in below:
        alone = is_bare_name(lines[k]) and kind_of(lines[k]) is None
        if alone and (any(abs(k - mark) <= 2 for mark in marks) or lines[k].text in credits):
            return authors_in(lines[k], outlet)
    return []


def _dates(page: str, lines: Sequence[Line], dated: Sequence[int]) -> tuple[Date | None, Date | None]:
    """When the article was published and last changed, by the first line of ``dated`` that says each."""
    published = updated = None
    for k in dated:
        for date in dates_in(page, lines[k]):
            if is_update(page, lines[k], date):
                updated = updated or date
            else:
                published = published or date
    return published, updated


def _is_exact(page: str, line: Line) -> bool:
    return any(date.precision is Precision.MINUTE for date in dates_in(page, line))


def _dated(page: str, lines: Sequence[Line], below: range, title: int | None, after: range) -> list[int]:
    """The lines that may date the article.

    They stand in the head; with a clock or "published" close above the title; with "published" right after the body.
    A page's header often says what day it is today, so a bare date there is no evidence.
    """
    found = [k for k in below if is_date_line(page, lines[k]) or byline_of(lines[k]) is not None]
    if title is not None:
        for k in range(max(title - 3, 0), title):
            if is_date_line(page, lines[k]) and (says_published(lines[k]) or _is_exact(page, lines[k])):
                found.append(k)
    found += [k for k in after if is_date_line(page, lines[k]) and says_published(lines[k])]
    return [k for k in found if not is_capture(lines[k])]
