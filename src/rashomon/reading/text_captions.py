"""Picture captions among the lines of a text-only page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.lines import Line
from rashomon.reading.text_furniture import kind_of

# A caption given twice has at most so much credit glued on the second time.
_LONGEST_CREDIT = 80
_SITE = re.compile(r"\s[-–—|:·]\s")
# Names on a line of their own are captions where paragraphs so near tell of the same people. More of them on a page are
# a list, or name who speaks.
_NEAR = 4
_MOST_NAMES = 4
_LONGEST_NAMES = 110
_PARAGRAPH = 80
_BETWEEN_NAMES = re.compile(r",|\band\b|[()]")
_NO_NAME = re.compile(r"[:;.!?…\"”]|\d")


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


def names_alone(lines: Sequence[Line], body: Sequence[bool]) -> set[int]:
    """Lines amid the body that are nothing but names of people the paragraphs beside them tell of: captions whose
    pictures are gone."""
    found = {k for k in range(1, len(lines) - 1) if body[k] and _names_people_near(lines, k)}
    return found if len(found) <= _MOST_NAMES else set()


def _names_people_near(lines: Sequence[Line], k: int) -> bool:
    text = lines[k].text
    if len(text) > _LONGEST_NAMES or text.isupper() or _NO_NAME.search(text.replace("’s ", " ").replace("'s ", " ")):
        return False
    parts = [part.split() for part in _BETWEEN_NAMES.split(text) if part.strip()]
    if not all(len(part) > 1 and all(word[0].isupper() for word in part) for part in parts):
        return False
    near = [lines[j].text for j in range(max(0, k - _NEAR), min(len(lines), k + _NEAR + 1)) if j != k]
    told = " ".join(one for one in near if len(one) >= _PARAGRAPH)
    return bool(parts) and all(re.search(rf"\b{re.escape(part[-1])}\b", told) for part in parts)
