"""The printed lines of a document as paragraphs, and the text they were printed from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from rashomon.reading.lines import Line
from rashomon.reading.pdf_glyphs import Stretch
from rashomon.reading.text_marks import byline_of, is_date_line
from rashomon.reading.text_turns import is_turn

_CLOSED = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_BULLET = re.compile(r"^(?:[•▪◦●■*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
# Compounds that keep their hyphen when a line ends in it.
_KEPT = re.compile(
    r"(?:^|[\s(“\"])(?:self|well|non|anti|pro|ex|co|so|long|short|half|vice|all|cross|post|pre|mid|multi|one|two|three)-$",
    re.I,
)


@dataclass(slots=True)
class Paragraph:
    """Stretches of the document's text that were printed as one paragraph; ``size`` is the height of its type."""

    size: float
    page: int
    lines: list[Stretch] = field(default_factory=list)
    parts: list[tuple[int, int]] = field(default_factory=list)
    column: int = 0


def paragraphs_of(pages: Sequence[Sequence[Sequence[Stretch]]]) -> list[Paragraph]:
    """The paragraphs of a document, given for each page its columns in reading order."""
    found: list[Paragraph] = []
    for number, columns in enumerate(pages):
        for k, column in enumerate(columns):
            for one in _of_column(column, number, k):
                if found and _runs_on(found[-1], one):
                    found[-1].lines += one.lines
                else:
                    found.append(one)
    return found


def _of_column(column: Sequence[Stretch], page: int, number: int) -> Iterator[Paragraph]:
    rows = _rows(column)
    if not rows:
        return
    steps = [b.top - a.top for a, b in pairwise(rows) if b.top > a.top]
    leading = _usual(steps) if steps else 0.0
    left, right = median(row.left for row in rows), _right_edge(rows)
    current: Paragraph | None = None
    for k, row in enumerate(rows):
        above = rows[k - 1] if k else None
        if current is None or above is None or _begins(above, row, leading, left, right):
            if current is not None:
                yield current
            current = Paragraph(row.size, page, column=number)
        current.lines.append(row)
    if current is not None:
        yield current


def _usual(steps: Sequence[float]) -> float:
    """The step from line to line within a paragraph: the commonest, and of those the least."""
    counts: dict[int, int] = {}
    for step in steps:
        counts[round(step)] = counts.get(round(step), 0) + 1
    most = max(counts.values())
    return float(min(step for step, count in counts.items() if count >= 0.5 * most))


def _right_edge(rows: Sequence[Stretch]) -> float:
    edges = sorted(row.right for row in rows)
    return edges[int(0.9 * (len(edges) - 1))]


def _rows(column: Sequence[Stretch]) -> list[Stretch]:
    """The column's lines; what stands on one line with a wide gap between ("MR. HALL:   Good morning.") is one."""
    rows: list[Stretch] = []
    for one in column:
        if rows and abs(rows[-1].middle - one.middle) < 0.4 * min(rows[-1].size, one.size) and one.left > rows[-1].left:
            a = rows[-1]
            rows[-1] = Stretch(
                f"{a.text} {one.text}",
                a.left,
                min(a.top, one.top),
                one.right,
                max(a.bottom, one.bottom),
                max(a.size, one.size),
            )
        else:
            rows.append(one)
    return rows


def _begins(above: Stretch, row: Stretch, leading: float, left: float, right: float) -> bool:
    """Whether ``row`` begins a paragraph, seen from the line above it."""
    if abs(row.size - above.size) > 0.12 * above.size or is_turn(row.text) or _BULLET.match(row.text):
        return True
    if any(_stands_alone(one.text) for one in (above, row)):
        return True
    if row.top - above.top > 1.3 * leading + 0.5:
        return True
    indented = row.left - left > 0.6 * row.size and above.left - left < 0.4 * row.size
    closed = bool(_CLOSED.search(above.text))
    short = above.right < right - 0.12 * max(right - left, 1.0)
    return (indented and (closed or short)) or (short and closed)


def _stands_alone(text: str) -> bool:
    """Whether a printed line is a byline or a date."""
    line = Line(0, len(text), text, 0)
    return len(text) <= 80 and (byline_of(line) is not None or is_date_line(text, line))


def _runs_on(last: Paragraph, one: Paragraph) -> bool:
    """Whether the paragraph goes on in the next column or on the next page."""
    if last.page == one.page and last.column == one.column:
        return False
    words = one.lines[0].text
    if abs(last.size - one.size) > 0.12 * last.size or is_turn(words) or _BULLET.match(words):
        return False
    end = last.lines[-1].text
    return not _CLOSED.search(end) and (words[0].islower() or len(last.lines) > 1)


def write(paragraphs: Sequence[Paragraph]) -> str:
    """The document's text: a line for each printed line, an empty one between paragraphs.

    Sets each paragraph's ``parts``, the stretches of that text it is made of; a hyphen that only broke a word is
    in none of them.
    """
    words = {
        word.lower()
        for one in paragraphs
        for row in one.lines
        for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", row.text)
    }
    out: list[str] = []
    at = 0
    for one in paragraphs:
        for k, row in enumerate(one.lines):
            out.append(row.text + "\n")
            end = at + len(row.text) + 1
            below = one.lines[k + 1].text if k + 1 < len(one.lines) else ""
            cut = _hyphen(row.text, below, words) if below else None
            one.parts.append((at, end if cut is None else at + cut))
            at = end
        out.append("\n")
        at += 1
    return "".join(out)


def _hyphen(text: str, below: str, words: set[str]) -> int | None:
    """Where ``text`` is to end so that it joins ``below`` without a space, None where a space stands between them."""
    if not _BROKEN.search(text):
        return None
    head = re.split(r"[^\w-]", text[:-1])[-1]
    tail = re.match(r"[^\W\d_]+", below)
    if tail is None:
        return None
    whole, compound = (head + tail[0]).lower(), f"{head}-{tail[0]}".lower()
    if not below[0].islower() or compound in words or (_KEPT.search(text) and whole not in words):
        return len(text)
    return len(text) - 1
