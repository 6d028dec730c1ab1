"""The marks that stand at the head of an article: bylines, dates, "Published on"."""

from __future__ import annotations

import re

from rashomon.reading.bylines import clean_authors, is_person_name
from rashomon.reading.datelines import parse_dateline
from rashomon.reading.lines import Line
from rashomon.record import Date

# A head's line is short; what is longer speaks of a date or a person.
LONGEST = 160
LONGEST_BYLINE = 120
_MOST_DATES = 6
_DATED = re.compile(r"(?:19|20)\d\d|\d/\d\d,?\s")
_PUBLISHED = re.compile(r"\b(?:published|posted|publish(?:ing)? date|issued|released|created)\b", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated?|modified|edited|revised|corrected)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:first published|published(?: on| at| by)?|posted(?: on| at| by)?|(?:last )?updated(?: on| at)?|on|by|"
    r"written by|text by|authors?|publish(?:ing)? date|date)\W*$",
    re.IGNORECASE,
)
_CAPTURE = re.compile(
    r"^\W{0,2}(?:date|crawled|captured|retrieved|accessed|archived|fetched)\W{1,2}(?:on )?(?:19|20)\d\d-\d\d-\d\d",
    re.IGNORECASE,
)
# What may stand beside a date on a line that is only that: weekday, clock, zone, counts, the words "published", "by".
_FILLER = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:published|posted|first|last|updated|"
    r"modified|on|at|by|date|publish|read|min(?:ute)?s?|[ap]\.?m|[a-z]{0,3}[st]t|utc|gmt|cet|cest|ist|hours?|days?|ago|"
    r"views?|comments?|shares?|get short url)\b|\d+|\W",
    re.IGNORECASE,
)
_DANGLING = re.compile(r"\s+(?:on|at|in|from|of|for)\W*$", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\b(?:release|briefing|transcript|statement|press|news|conference|opinion|analysis|read|share|view|sign|log|more|"
    r"via)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^\W{0,2}(?:(?:written|text|words|story|report|reported|submitted|posted|opinion|analysis) by|by|authors?\s*:)"
    r"\W{0,3}(?=\w)",
    re.IGNORECASE,
)
_FOREIGN_BY = re.compile(r"(?:Von|Par|Por|Door|Di|Av|VON|PAR|POR)\s+(?=\S)")


def dates_in(page: str, line: Line) -> list[Date]:
    """The full calendar dates that stand in the line, in order; their evidence lies in the page."""
    found: list[Date] = []
    at = line.start
    while len(found) < _MOST_DATES:
        date = parse_dateline(page, at, line.end)
        if date is None or date.evidence is None:
            break
        found.append(date)
        at = date.evidence.end
    return found


def is_capture(line: Line) -> bool:
    """Whether the line opens with the crawl's own note of when it came by."""
    return bool(_CAPTURE.match(line.text))


def holds_date(line: Line) -> bool:
    """Whether a full calendar date stands in the line, where it is short enough to be a head's."""
    if len(line.text) > LONGEST or not _DATED.search(line.text):
        return False
    return parse_dateline(line.text, 0, len(line.text)) is not None


def is_date_line(page: str, line: Line) -> bool:
    """Whether the line holds a date and next to nothing else."""
    if not holds_date(line) or is_capture(line):
        return False
    rest, at = [], line.start
    for date in dates_in(page, line):
        if date.evidence is not None:
            rest.append(page[at : date.evidence.start])
            at = date.evidence.end
    rest.append(page[at : line.end])
    return len(_FILLER.sub("", " ".join(rest))) <= 25


def is_label(line: Line) -> bool:
    """Whether the line is a label with nothing behind it ("Published", "on", "By")."""
    return len(line.text) <= 40 and bool(_LABEL.match(line.text))


def byline_of(line: Line) -> str | None:
    """The line, where it is a byline, else None."""
    if len(line.text) > LONGEST_BYLINE:
        return None
    foreign = _FOREIGN_BY.match(line.text)
    if foreign and len(line.text.split()) <= 6 and is_person_name(line.text[foreign.end() :]):
        return line.text
    match = _BY.match(line.text)
    rest = line.text[match.end() :] if match else ""
    if not rest[:1].isupper() or len(rest.split()) > 14:
        return None
    # In small letters it may be the end of a sentence ("by Friday.").
    small = line.text.lstrip(" (-–—|•").startswith("by") and (len(rest.split()) < 2 or rest.endswith("."))
    return None if small else line.text


def authors_in(line: Line, outlet: str | None) -> list[str]:
    """The persons the byline ``line`` names."""
    return clean_authors(_DANGLING.sub("", _undated(line.text).strip(" .…|")), outlet)


def named_before_date(page: str, line: Line) -> str | None:
    """The person named on a date's line before the date ("Ola Brandt - March 4, 2019"), or None."""
    dates = dates_in(page, line)
    if not dates or dates[0].evidence is None or not is_date_line(page, line):
        return None
    words = page[line.start : dates[0].evidence.start].strip(" -–—|•·,/\n\t\xa0")
    whole = Line(line.start, line.start + len(words), words, 0)
    found = clean_authors(words) if is_bare_name(whole) else []
    return found[0] if found else None


def _undated(words: str) -> str:
    """A byline up to the date on it; what comes after the date is a section or a count, unless the name does."""
    date = parse_dateline(words, 0, len(words))
    if date is None or date.evidence is None:
        return words
    before = words[: date.evidence.start]
    return before if len(before.split()) > 2 else words[date.evidence.end :]


def is_bare_name(line: Line) -> bool:
    """Whether the line could be a person's full name and nothing else."""
    if len(line.text) > 45 or not 2 <= len(line.text.split()) <= 4 or _NO_NAME.search(line.text):
        return False
    return is_person_name(line.text)


def is_mark(page: str, line: Line) -> bool:
    """Whether the line is one of a head: a byline, a date, or a label for one."""
    return is_label(line) or byline_of(line) is not None or is_date_line(page, line)


def is_update(page: str, line: Line, date: Date) -> bool:
    """Whether the words before ``date`` on its line say that it is when the article was last changed."""
    if date.evidence is None:
        return False
    before = page[line.start : date.evidence.start]
    updated = [match.end() for match in _UPDATED.finditer(before)]
    published = [match.end() for match in _PUBLISHED.finditer(before)]
    return bool(updated) and (not published or updated[-1] > published[-1])


def says_published(line: Line) -> bool:
    """Whether the line says of its date that the article was published then."""
    return bool(_PUBLISHED.search(line.text))
