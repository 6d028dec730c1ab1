"""What kind of article it is, and the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.lines import Line
from rashomon.reading.text_furniture import kind_of
from rashomon.reading.text_regions import Region
from rashomon.reading.text_turns import is_turn
from rashomon.record import Genre

_LABELS = (
    (
        Genre.OPINION,
        re.compile(
            r"^(?:opinion|editorial|op-?ed|comment(?:ary)?|column(?:ists?)?|guest column|letters?)$", re.IGNORECASE
        ),
    ),
    (Genre.ANALYSIS, re.compile(r"^(?:news )?analysis$", re.IGNORECASE)),
    (Genre.TRANSCRIPT, re.compile(r"^(?:(?:full |rush )?transcript|interview)$", re.IGNORECASE)),
    (
        Genre.STATEMENT,
        re.compile(r"^(?:press releases?|statements?|for immediate release|press statement)$", re.IGNORECASE),
    ),
)
_BYLINE = re.compile(r"^(?:(analysis)|(?:opinion|commentary|column|editorial)) by\b", re.IGNORECASE)
_TITLE = (
    (
        Genre.OPINION,
        re.compile(
            r"^(?:opinion|editorial|op-?ed|commentary|comment)\s*[|:–—-]|[|:–—-]\s*(?:opinion|op-?ed|editorial|comment)$",
            re.IGNORECASE,
        ),
    ),
    (Genre.ANALYSIS, re.compile(r"^(?:news )?analysis\s*[|:–—-]|[|:–—-]\s*analysis$", re.IGNORECASE)),
    (
        Genre.TRANSCRIPT,
        re.compile(
            r"^(?:(?:full|rush|read the(?: full)?) )?transcript\s*(?:of\b|:|[-–—|])|"
            r"[-–—|(:]\s*(?:full )?transcript\)?$",
            re.IGNORECASE,
        ),
    ),
    (
        Genre.STATEMENT,
        re.compile(r"^(?:(?:joint|press) )?statement (?:by|of|from|on)\b|\bpress release\b", re.IGNORECASE),
    ),
)


def genre_of(
    lines: Sequence[Line], region: Region, title: str | None, title_line: int | None = None
) -> tuple[Genre, str | None]:
    """The genre, and the words on the page it rests on (None for plain news)."""
    turns = [lines[k].text for k in region.body if is_turn(lines[k].text)]
    speakers = {turn.split(":")[0] for turn in turns}
    if len(turns) >= 6 and len(turns) * 3 >= len(region.body) and len(speakers) > 1:
        return Genre.TRANSCRIPT, turns[0].split(":")[0] + ":"
    first = region.body[0]
    top = first - 3 if title_line is None else title_line
    above = [lines[k] for k in range(max(region.start, top), first)]
    if title_line is not None and title_line > region.start and (title_line == 1 or lines[title_line - 1].gap > 0):
        above.append(lines[title_line - 1])
    for line in above:
        for genre, pattern in _LABELS:
            if pattern.match(line.text):
                return genre, line.text
        byline = _BYLINE.match(line.text)
        if byline:
            return Genre.ANALYSIS if byline[1] else Genre.OPINION, byline[0]
    below = [lines[k] for k in range(region.body[-1] + 1, min(region.end, region.body[-1] + 6))]
    for line in above + below:
        if kind_of(line) == "disclaimer" and re.search(r"author|writer|columnist", line.text, re.IGNORECASE):
            return Genre.OPINION, line.text
    for genre, pattern in _TITLE:
        match = pattern.search(title or "")
        if match:
            return genre, match[0].strip(" -|–:")
    return Genre.NEWS, None
