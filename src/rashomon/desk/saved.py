"""The page as it was saved, as text: what was kept for the article, what was left out, and the code in between."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from rashomon.record import ArticleRow, Reading
from rashomon.views.article import Mark, marks_of
from rashomon.views.index import Index

# Of a gap longer than twice this only the two ends are shown: a browser stutters at megabytes of text.
LONGEST_GAP = 20_000
# Of more parts than this the markup is left out, and white space counts to what stands before it.
MOST_PARTS = 4_000
_BREAKS = re.compile(r"\s*\n\s*")
# Tags that a browser puts on a line of their own.
_BLOCK = re.compile(
    r"</?(p|div|h[1-6]|li|ul|ol|tr|table|br|hr|title|section|article|header|footer|nav|aside|main|figure|figcaption"
    r"|blockquote|pre|form|option|dt|dd)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"<(script|style|noscript|svg)\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the page. ``kind``: kept (in this article), other (in another article of the page), left (left
    out), code (markup), cut (too long to show: ``text`` says how much)."""

    text: str
    kind: str
    anchors: tuple[str, ...] = ()
    marked: bool = False
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """The page of one article; ``left`` counts the characters of text that were left out. ``lost`` are (anchor, words)
    of what is marked in the article and does not stand on the page."""

    parts: tuple[Part, ...]
    left: int
    code: bool
    lost: tuple[tuple[str, str], ...] = ()


def saved_page(row: ArticleRow, reading: Reading, among: Index) -> Saved:
    """The page's own text around and within the article."""
    text = reading.page.text
    code = _has_code(reading)
    others = [
        (other.segments[0].page_start, other.segments[-1].page_end)
        for other in reading.page.articles
        if other.id != row.id and other.segments
    ]
    marks = marks_of(row.id, among)
    parts: list[Part] = []
    place = 0
    for start, end, page_start, page_end in row.segments:
        if page_start > place:
            parts += _gap(text[place:page_start], place, code, others)
        parts += _kept(row.text, start, end, marks)
        place = max(place, page_end)
    parts += _gap(text[place:], place, code, others)
    left = sum(len(part.text.strip()) for part in parts if part.kind == "left")
    made = tuple(_joined(_laid_out(parts) if code else parts))
    if len(made) > MOST_PARTS:
        made, code = tuple(_thinned(list(_joined(_without_markup(made))))), False
    return Saved(made, left, code, tuple(_lost(row, marks)))


def _lost(row: ArticleRow, marks: list[Mark]) -> Iterator[tuple[str, str]]:
    for mark in marks:
        if mark.role != "fact" and not any(start <= mark.start < end for start, end, _, _ in row.segments):
            yield mark.anchor, " ".join(row.text[mark.start : mark.end].split())


def _has_code(reading: Reading) -> bool:
    kind = reading.page.media_type or ""
    return "html" in kind or "xml" in kind or reading.page.text.lstrip()[:1] == "<"


def _kept(text: str, start: int, end: int, marks: list[Mark]) -> Iterator[Part]:
    mine = [
        mark for mark in marks if mark.start < end and mark.end > start and mark.role in ("content", "voice", "fact")
    ]
    edges = sorted({start, end, *(e for m in mine for e in (m.start, m.end) if start < e < end)})
    for left, right in pairwise(edges):
        over = [mark for mark in mine if mark.start <= left and mark.end >= right]
        names = tuple(dict.fromkeys(mark.anchor for mark in over))
        said = [mark for mark in over if mark.role != "fact"]
        yield Part(text[left:right], "kept", names, bool(said), any(mark.denies for mark in said))


def _gap(text: str, place: int, code: bool, others: list[tuple[int, int]]) -> Iterator[Part]:
    """What stands between two kept pieces; of a very long gap only the two ends."""
    if len(text) > 2 * LONGEST_GAP:
        yield from _pieces(text[:LONGEST_GAP], place, code, others)
        yield _not_shown(len(text) - 2 * LONGEST_GAP)
        place += len(text) - LONGEST_GAP
        text = text[-LONGEST_GAP:]
    yield from _pieces(text, place, code, others)


def _pieces(text: str, place: int, code: bool, others: list[tuple[int, int]]) -> Iterator[Part]:
    at = 0
    for found in _CODE.finditer(text) if code else ():
        yield from _left(text[at : found.start()], place + at, code, others)
        yield Part(found[0], "code")
        if _BLOCK.match(found[0]):
            yield Part("\n", "left")
        at = found.end()
    yield from _left(text[at:], place + at, code, others)


def _left(text: str, place: int, code: bool, others: list[tuple[int, int]]) -> Iterator[Part]:
    if not text:
        return
    kind = "other" if any(a <= place < b for a, b in others) else "left"
    # Line breaks between tags are the layout of the code, not of the page.
    yield Part(_BREAKS.sub("\n", html.unescape(text)) if code else text, kind)


def _laid_out(parts: list[Part]) -> Iterator[Part]:
    """White space between tags makes one line break at most; the rest of it counts as code."""
    broken = True
    for part in parts:
        if part.kind == "code" or not part.text:
            yield part
        elif broken and part.kind == "left" and not part.text.strip():
            yield replace(part, kind="code")
        else:
            broken = part.text.endswith("\n")
            yield part


def _without_markup(parts: Iterable[Part]) -> Iterator[Part]:
    before: Part | None = None
    for part in parts:
        if part.kind == "code":
            continue
        if before is not None and not part.anchors and not part.text.strip():
            part = replace(before, text=part.text)
        before = part
        yield part


def _thinned(parts: list[Part]) -> Iterator[Part]:
    """Of parts without end the first ones, and those that something points at with a few around them."""
    if len(parts) <= MOST_PARTS:
        return iter(parts)
    keep = set(range(MOST_PARTS // 2))
    for number, part in enumerate(parts):
        if part.anchors:
            keep.update(range(number - 10, number + 11))
    return _cut(parts, keep)


def _cut(parts: list[Part], keep: set[int]) -> Iterator[Part]:
    for kept, run in groupby(enumerate(parts), key=lambda pair: pair[0] in keep):
        if kept:
            yield from (part for _, part in run)
        else:
            yield _not_shown(sum(len(part.text) for _, part in run))


def _not_shown(characters: int) -> Part:
    return Part(f"\n[… {characters:,} characters not shown …]\n", "cut")


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Neighbours of one kind as one part: a page may have a hundred thousand tags."""
    for kind, run in groupby(parts, key=lambda part: (part.kind, part.anchors, part.marked, part.denies)):
        text = "".join(part.text for part in run)
        if text:
            yield Part(text, *kind)
