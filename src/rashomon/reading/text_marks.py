"""The marks that stand at the head of an article: bylines, dates, "Published on"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.reading.lines import Line
from rashomon.record import Basis, Date, Evidence, Precision

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_CLOCK = r"(?:\D{0,12}?\b(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::\d{2})?(?:\s?(?P<half>[ap])\.?m\b\.?)?)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_DATES = tuple(
    re.compile(pattern + _CLOCK, re.IGNORECASE)
    for pattern in (
        rf"\b{_MONTH}\s+{_DAY}\b,?\s+{_YEAR}(?!\d)",
        rf"\b{_DAY}(?:\s+(?:of\s+)?|[-/]){_MONTH},?(?:\s+|[-/]){_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?!\d)(?:T)?",
        rf"(?<!\d)(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}(?!\d)",
        rf"\b{_DAY}\s+{_MONTH},?\s+{_YEAR}(?!\d)",
    )
)
_PUBLISHED = re.compile(
    r"\b(?:first published|published(?: on| at)?|posted(?: on| at)?|publish(?:ing)? date|date)\b\W*", re.IGNORECASE
)
_UPDATED = re.compile(r"\b(?:(?:last )?(?:updated|modified|edited|revised)(?: on| at)?|update)\b\W*", re.IGNORECASE)
_ALONE = re.compile(
    r"^\W*(?:published|posted|updated|last updated|on|at|by|author|publish date|date|in|written by|text by|\W)*\W*$",
    re.IGNORECASE,
)
_CAPTURE = re.compile(
    r"^\W{0,2}(?:date|crawled|captured|retrieved|accessed|archived|fetched)\W{1,2}(?:19|20)\d{2}-\d{2}-\d{2}",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:published|posted|first|last|updated|modified|on|at|by|date|"
    r"publish|read|min(?:ute)?s?|[ap]\.?m|[a-z]{0,2}[sd]t|utc|gmt|cet|cest|ist|bst|ago|views?|comments?|shares?)\b|\d+|\W",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^\W{0,2}(?:by|written by|text by|words by|author|submitted by|posted by|reported by|story by|opinion by|analysis by|from)\b\W{0,3}(?=\S)",
    re.IGNORECASE,
)
_NAME_WORD = r"(?:[^\W\d_a-z][\w'’.-]*|de|da|di|del|der|den|van|von|bin|ibn|al|el|la|le|du|dos|ter|ten|ben|bar)"
_NAMES = re.compile(rf"^{_NAME_WORD}(?:\s{_NAME_WORD}){{1,3}}$")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that stands on the page: its ISO value, how exact, and page characters ``start:end``."""

    value: str
    precision: Precision
    start: int
    end: int

    def as_date(self, page: str) -> Date:
        """The date as a stated one, with its words on the page as evidence."""
        return Date(
            self.value, self.precision, Basis.STATED, Evidence("", self.start, self.end, page[self.start : self.end])
        )


def stamps(page: str, start: int, end: int) -> list[Stamp]:
    """The full calendar dates in page characters ``start:end``, in order."""
    found: list[Stamp] = []
    for pattern in _DATES:
        for match in pattern.finditer(page, start, end):
            stamp = _stamp(match)
            if stamp and not any(stamp.start < other.end and other.start < stamp.end for other in found):
                found.append(stamp)
    return sorted(found, key=lambda stamp: stamp.start)


def _stamp(match: re.Match[str]) -> Stamp | None:
    month = match["month"].lower().rstrip(".")
    number = _MONTHS.get(month) or (int(month) if month.isdigit() else 0)
    day = int(match["day"])
    if not (1 <= number <= 12 and 1 <= day <= 31):
        return None
    value = f"{int(match['year']):04}-{number:02}-{day:02}"
    end, precision = match.end(), Precision.DAY
    if match["hour"] is not None:
        hour, minute = int(match["hour"]), int(match["minute"])
        half = (match["half"] or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour < 24 and minute < 60:
            value, precision = f"{value}T{hour:02}:{minute:02}", Precision.MINUTE
    return Stamp(value, precision, match.start(), end)


def is_capture(line: Line) -> bool:
    """Whether the line opens with the crawl's own note of when it came by."""
    return bool(_CAPTURE.match(line.text))


def is_date_line(page: str, line: Line) -> bool:
    """Whether the line holds a date and next to nothing else."""
    if len(line.text) > 160 or is_capture(line):
        return False
    found = stamps(page, line.start, line.end)
    if not found:
        return False
    rest = (
        page[line.start : found[0].start]
        + " "
        + " ".join(page[a.end : b.start] for a, b in zip(found, found[1:], strict=False))
        + " "
        + page[found[-1].end : line.end]
    )
    return len(_FILLER.sub("", rest)) <= 25


def is_label(line: Line) -> bool:
    """Whether the line is a label with nothing behind it ("Published", "on", "By")."""
    return len(line.text) <= 40 and bool(_ALONE.match(line.text)) and any(c.isalpha() for c in line.text)


def byline_names(line: Line) -> str | None:
    """What stands after "By" in a byline, or None where the line is none."""
    if len(line.text) > 120:
        return None
    match = _BY.match(line.text)
    if not match:
        return None
    rest = line.text[match.end() :]
    return rest if rest[:1].isupper() and len(rest.split()) <= 14 else None


def is_bare_name(line: Line) -> bool:
    """Whether the line could be a person's name and nothing else."""
    return len(line.text) <= 45 and bool(_NAMES.match(line.text))


def is_updated(page: str, line: Line, stamp: Stamp) -> bool:
    """Whether the words before the stamp on its line say that it is when the article was last changed."""
    before = page[line.start : stamp.start]
    updated = [m.end() for m in _UPDATED.finditer(before)]
    published = [m.end() for m in _PUBLISHED.finditer(before)]
    return bool(updated) and (not published or updated[-1] > published[-1])
