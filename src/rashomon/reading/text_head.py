"""What stands above an article's body on a text-only page: title, standfirst, byline, date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.reading.lines import Line
from rashomon.reading.text_furniture import kind_of
from rashomon.reading.text_marks import (
    byline_names,
    is_bare_name,
    is_capture,
    is_date_line,
    is_label,
    is_updated,
    stamps,
)
from rashomon.record import Date, Span

# How many lines above the body a head may reach.
REACH = 25
_AND = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
_QUOTED = re.compile(r"^['‘](?P<inside>.+)['’]$")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head tells; ``body`` is the first line that is not of the head."""

    body: int
    title: str | None = None
    title_span: Span | None = None
    standfirst: str | None = None
    authors: list[str] = field(default_factory=list)
    published: Date | None = None
    updated: Date | None = None


def head_of(page: str, lines: Sequence[Line], start: int, first: int) -> Head:
    """The head of the article whose body begins at line ``first``; nothing above line ``start`` belongs to it."""
    window = range(max(start, first - REACH), first)
    captions = captions_in(lines, window)
    marks = [k for k in window if _is_mark(page, lines[k])]
    title = _title(page, lines, window, captions, marks, first)
    below = range(title + 1, first) if title is not None else window
    published, updated = _dates(page, lines, below)
    return Head(
        first,
        None if title is None else _bare_title(lines[title].text),
        None if title is None else Span(lines[title].start, lines[title].end),
        None if title is None else _standfirst(page, lines, below, captions),
        _authors(page, lines, below),
        published,
        updated,
    )


def captions_in(lines: Sequence[Line], window: Sequence[int]) -> set[int]:
    """The lines of the window that are picture captions: by their credit, or given twice, once with the credit glued on."""
    found = {k for k in window if kind_of(lines[k]) in ("caption", "photo credit")}
    for k in window:
        if k + 1 not in window:
            continue
        short, long = sorted((lines[k].text, lines[k + 1].text), key=len)
        if len(short) >= 20 and long.startswith(short) and long != short:
            rest = long[len(short) :]
            if not re.match(r"\s[-–|:]\s", rest) and len(rest) <= 80:
                found |= {k, k + 1}
    return found


def _is_mark(page: str, line: Line) -> bool:
    return is_label(line) or byline_names(line) is not None or is_date_line(page, line)


def _title(
    page: str, lines: Sequence[Line], window: range, captions: set[int], marks: list[int], first: int
) -> int | None:
    stop = marks[0] if marks else first
    best, best_score = None, 0.5
    body = {word.lower() for line in lines[first : first + 4] for word in re.findall(r"\w{4,}", line.text)}
    for k in range(window.start, first):
        text = lines[k].text
        words = text.split()
        if (
            k in captions
            or not 3 <= len(words) <= 30
            or len(text) > 220
            or kind_of(lines[k])
            or _is_mark(page, lines[k])
            or is_capture(lines[k])
        ):
            continue
        content = re.findall(r"\w{4,}", text)
        shared = sum(word.lower() in body for word in content) / max(len(content), 1)
        score = shared + 0.3 * (len(words) >= 5) - 0.5 * text.endswith(".") - 0.04 * abs(stop - k) - 0.5 * (k > stop)
        if score > best_score:
            best, best_score = k, score
    return best


def _bare_title(text: str) -> str:
    match = _QUOTED.match(text)
    return match["inside"] if match else text


def _standfirst(page: str, lines: Sequence[Line], below: range, captions: set[int]) -> str | None:
    for k in below:
        line = lines[k]
        if _is_mark(page, line) or kind_of(line) in ("related link", "comment form"):
            return None
        if k not in captions and kind_of(line) is None and len(line.text.split()) >= 5:
            return line.text
    return None


def _authors(page: str, lines: Sequence[Line], below: range) -> list[str]:
    for k in below:
        raw = byline_names(lines[k])
        if raw is not None:
            names = [name.strip(" .…|-") for name in _AND.split(raw)]
            return [name.title() if name.isupper() else name for name in names if len(name.split()) >= 2]
    marks = [k for k in below if _is_mark(page, lines[k])]
    for k in below:
        if (
            is_bare_name(lines[k])
            and not lines[k].text.startswith("The ")
            and any(abs(k - mark) <= 2 for mark in marks)
        ):
            return [lines[k].text]
    return []


def _dates(page: str, lines: Sequence[Line], below: range) -> tuple[Date | None, Date | None]:
    published = updated = None
    for k in below:
        line = lines[k]
        if not is_date_line(page, line) and byline_names(line) is None:
            continue
        for stamp in stamps(page, line.start, line.end):
            if is_updated(page, line, stamp):
                updated = updated or stamp.as_date(page)
            else:
                published = published or stamp.as_date(page)
    return published, updated
