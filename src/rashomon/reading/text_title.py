"""Which line above an article's body is its title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.reading.lines import Line
from rashomon.reading.lines_features import topic_words, word_count
from rashomon.reading.text_furniture import kind_of
from rashomon.reading.text_marks import holds_date, is_bare_name, is_capture, is_mark

# Below this a line is not taken for a title. This and the weights in `_score`: evals/pages_text.py, 92 pages.
LEAST = 0.7
_FOREIGN_BYLINE = re.compile(r"(?:von|par|por|door|di)\s+\S", re.IGNORECASE)
_STAMPED = re.compile(r"(?:updated|posted|published|last modified)\b", re.IGNORECASE)
_SAYS = re.compile(r"[\"”’]\s+(?:\w+\s){0,6}(?:said|says|told)\b")
# How much of the body a title is compared with.
_TEXT = 12
# A title is looked for again within so many lines (in crumbs above it, in "next" below).
_NEAR = 300
_LONG = 20


@dataclass(frozen=True, slots=True)
class _Around:
    """What a title is judged against: the words of the body and of the address, the marks, and what is said twice."""

    prose: frozenset[str]
    slug: frozenset[str]
    marks: tuple[int, ...]
    twice: frozenset[str]
    furniture: frozenset[int]
    first: int


def title_line(
    page: str, lines: Sequence[Line], window: range, captions: set[int], body: Sequence[int], url: str | None
) -> int | None:
    """The title's line in ``window``, or None where no line there is like one."""
    near = lines[max(window.start - _NEAR, 0) : window.stop + _NEAR]
    around = _Around(
        frozenset(word for k in body[:_TEXT] for word in topic_words(lines[k].text)),
        frozenset(topic_words(url.rsplit("//", 1)[-1].partition("/")[2])) if url else frozenset(),
        tuple(k for k in window if is_mark(page, lines[k])),
        frozenset(text for text, times in Counter(line.text for line in near).items() if times > 1),
        frozenset(k for k in window if kind_of(lines[k]) is not None),
        window.stop,
    )
    scores = {k: _score(lines, k, around) for k in window if k not in captions and _may_be(page, lines[k])}
    best = max(scores, key=lambda k: (scores[k], -k), default=None)
    if best is None or scores[best] < LEAST:
        return None
    return _above_summary(lines, best, scores, around.twice)


def _may_be(page: str, line: Line) -> bool:
    if not 2 <= word_count(line.text) <= 32 or not 12 <= len(line.text) <= 240:
        return False
    if _FOREIGN_BYLINE.match(line.text) and holds_date(line):
        return False
    if _STAMPED.match(line.text) or is_capture(line):
        return False
    return kind_of(line) is None and not is_mark(page, line)


def _score(lines: Sequence[Line], k: int, around: _Around) -> float:
    text = lines[k].text
    words = topic_words(text)
    if not words:
        return 0.0
    count = word_count(text)
    below = [mark for mark in around.marks if mark > k]
    end = below[0] if below else around.first
    gap = sum(j not in around.furniture for j in range(k + 1, end)) + 1
    distance = sum(j not in around.furniture for j in range(k + 1, around.first))
    return (
        sum(word in around.prose for word in words) / len(words) * min(1.0, len(words) / 4)
        + 1.2 * (sum(word in around.slug for word in words) / len(words)) * (len(words) >= 3)
        + 0.3 * (count >= 5)
        + 0.2 * (gap <= 3)
        + 0.25 * (gap == 1 and bool(below))
        + 0.2 * (lines[k].gap > 0)
        + 0.25 * (text in around.twice and count >= 4)
        - 0.6 * text.endswith((".", ":", ","))
        - 0.25 * (count > _LONG)
        - 0.3 * bool(_SAYS.search(text))
        - 0.4 * (count == 2 and is_bare_name(lines[k]))
        - 0.02 * distance
        - 0.03 * max(gap - 1, 0)
        - 0.3 * text[0].islower()
        - 0.2 * (bool(around.marks) and around.marks[0] < k and not below)
    )


def _above_summary(lines: Sequence[Line], best: int, scores: dict[int, float], twice: frozenset[str]) -> int:
    """The line above ``best`` where that is the summary of a title that shares fewer words with the body."""
    if len(lines[best].text.split()) < 9:
        return best
    for k in (best - 1, best - 2):
        if k not in scores:
            continue
        again = lines[k].text in twice and scores[k] > LEAST
        shorter = len(lines[k].text.split()) >= 3 and (len(lines[k].text) < len(lines[best].text) or again)
        stands = lines[k].gap > 0 or lines[best].gap == 0
        if shorter and stands and scores[k] > 0.35 and not lines[k].text.endswith((".", ":", ",")):
            return k
    return best
