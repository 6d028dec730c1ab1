"""Bylines behind a date: "Posted on 3 May 2019 by Ada Renn"."""

from __future__ import annotations

import re

from rashomon.reading.bylines import clean_authors
from rashomon.reading.datelines import first_date

_LONGEST = 160
_BEFORE = re.compile(
    r"^\W*(?:(?:first\s+)?(?:posted|published|written|submitted|added|created|reported|updated)\b)?\W*"
    r"(?:(?:on|at|date)\b)?\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:mon|tue|wed|thu|fri|sat|sun)\b)?\W*$",
    re.IGNORECASE,
)
_BY = re.compile(r"^\W*(?i:by)\b[:\s]+(?=[^\W\d_])")
# What follows the names: the section, the count of comments, when it was changed.
_BEYOND = re.compile(r"\s(?:in|under|at|on|with|to)\s|\s*[|/•·]")


def authors_behind_date(words: str, outlet: str | None) -> list[str]:
    """The persons named behind "by" and a date, on a line that has nothing but its kind of word before that date."""
    found = first_date(words) if len(words) <= _LONGEST else None
    if found is None or not _BEFORE.match(words[: found.start]):
        return []
    by = _BY.match(words[found.end :])
    if by is None:
        return []
    names = words[found.end + by.end() :]
    return clean_authors("By " + _BEYOND.split(names)[0], outlet) if names[:1].isupper() else []
