"""Picture captions among the lines of a text-only page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.lines import Line
from rashomon.reading.text_furniture import kind_of

# A caption given twice has at most so much credit glued on the second time.
_LONGEST_CREDIT = 80
_SITE = re.compile(r"\s[-–—|:·]\s")


def captions_in(lines: Sequence[Line], window: range) -> set[int]:
    """The lines of the window that are captions: by their credit, or given twice, once with the credit glued on."""
    found = {k for k in window if kind_of(lines[k]) in ("caption", "photo credit")}
    for k in window:
        if k + 1 in window and is_given_twice(lines[k].text, lines[k + 1].text):
            found |= {k, k + 1}
    return found


def is_given_twice(one: str, other: str) -> bool:
    """Whether one of two lines is the other with a credit behind it (and not a title with its site's name)."""
    short, long = sorted((one, other), key=len)
    rest = long[len(short) :]
    return len(short) >= 20 and long.startswith(short) and 0 < len(rest) <= _LONGEST_CREDIT and not _SITE.match(rest)
