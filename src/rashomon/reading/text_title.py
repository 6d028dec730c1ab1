"""Which line above an article's body is its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.lines import Line
from rashomon.reading.text_furniture import kind_of
from rashomon.reading.text_marks import is_capture, is_mark

# Below this a line is not taken for a title: 92 pages, see evals/pages_text.py.
LEAST = 0.75
_WORD = re.compile(r"[^\W_]{4,}")
_QUOTED = re.compile(r"^['‘](?P<inside>[^'‘’]+)['’]$")
_TEXT = 12


def title_line(
    page: str, lines: Sequence[Line], window: range, captions: set[int], body: Sequence[int], url: str | None
) -> int | None:
    """The title's line in ``window``, or None where no line there is like one."""
    prose = {word.lower() for k in body[:_TEXT] for word in _WORD.findall(lines[k].text)}
    slug = {word.lower() for word in _WORD.findall(url.rsplit("//", 1)[-1].partition("/")[2])} if url else set()
    marks = [k for k in window if is_mark(page, lines[k])]
    best, most = None, LEAST
    for k in window:
        if k in captions or not _may_be(page, lines[k]):
            continue
        score = _score(lines, k, prose, slug, marks, window.stop)
        if score >= most:
            best, most = k, score
    return best


def bare_title(text: str) -> str:
    """The title without the quotation marks some papers set all of it in."""
    match = _QUOTED.match(text)
    return match["inside"] if match else text


def _may_be(page: str, line: Line) -> bool:
    words = line.text.split()
    if not 2 <= len(words) <= 32 or not 12 <= len(line.text) <= 240:
        return False
    return kind_of(line) is None and not is_mark(page, line) and not is_capture(line)


def _score(lines: Sequence[Line], k: int, prose: set[str], slug: set[str], marks: Sequence[int], first: int) -> float:
    text = lines[k].text
    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        return 0.0
    shared = sum(word in prose for word in words) / len(words)
    below = [mark for mark in marks if mark > k]
    gap = (below[0] if below else first) - k
    return (
        shared * min(1.0, len(words) / 4)
        + 1.2 * (sum(word in slug for word in words) / len(words)) * (len(words) >= 3)
        + 0.3 * (len(text.split()) >= 5)
        + 0.2 * (gap <= 3)
        + 0.2 * (lines[k].gap > 0)
        - 0.6 * text.endswith((".", ":", ","))
        - 0.02 * (first - k)
        - 0.03 * max(gap - 1, 0)
        - 0.3 * text[0].islower()
        - 0.2 * (k > 0 and bool(marks) and marks[0] < k and not below)
    )
