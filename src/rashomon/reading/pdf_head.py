"""What the first page of a document tells: title, byline, date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from rashomon.reading.lines import Line
from rashomon.reading.pdf_paragraphs import Paragraph
from rashomon.reading.text_furniture import kind_of
from rashomon.reading.text_head import head_of
from rashomon.reading.text_marks import is_mark
from rashomon.reading.text_turns import is_turn
from rashomon.record import Date, Span

# A title is set this much larger than the text, among this many first paragraphs.
_LARGER = 1.15
_DEPTH = 12
# A title in the metadata is believed from this length on, where the first page has it in at most so many lines.
_SHORTEST_TOLD = 10
_MOST_LINES = 4
# The body begins with the first paragraph of so many words, or with a speaker.
_FEWEST_WORDS = 25


@dataclass(frozen=True, slots=True)
class PdfHead:
    """What stands above the body: the paragraphs ``above`` are no part of it. ``lines`` has one for each paragraph."""

    lines: list[Line]
    above: frozenset[int]
    title: str | None = None
    title_span: Span | None = None
    standfirst: str | None = None
    authors: list[str] = field(default_factory=list)
    published: Date | None = None
    updated: Date | None = None


def lines_from(text: str, paragraphs: Sequence[Paragraph]) -> list[Line]:
    """Each paragraph as one line of the document's text."""
    found = []
    for one in paragraphs:
        start, end = one.parts[0][0], one.parts[-1][1]
        words = " ".join("".join(text[a:b] for a, b in one.parts).split())
        found.append(Line(start, start + len(text[start:end].rstrip()), words, 1))
    return found


def head_of_document(text: str, paragraphs: Sequence[Paragraph], told: str | None) -> PdfHead:
    """The head of the document; ``told`` is the title in its metadata, used where the first page says the same."""
    lines = lines_from(text, paragraphs)
    if not lines:
        return PdfHead(lines, frozenset())
    first = _first(text, lines)
    body = list(range(first, len(lines)))
    head = head_of(text, lines, 0, body)
    said = _as_told(text, paragraphs, first, told)
    if said is not None:
        title = " ".join(text[said.start : said.end].split())
        standfirst = head.standfirst if head.standfirst != title else None
        return PdfHead(
            lines, _above(first, head.lines), title, said, standfirst, head.authors, head.published, head.updated
        )
    large = _large(paragraphs, lines, first)
    if not large:
        return PdfHead(
            lines,
            _above(first, head.lines),
            head.title,
            head.title_span,
            head.standfirst,
            head.authors,
            head.published,
            head.updated,
        )
    first = max(first, large[-1] + 1)
    title = " ".join(lines[k].text for k in large)
    span = Span(lines[large[0]].start, lines[large[-1]].end)
    standfirst = head.standfirst if head.standfirst != title else None
    return PdfHead(
        lines, _above(first, head.lines), title, span, standfirst, head.authors, head.published, head.updated
    )


def _above(first: int, more: frozenset[int]) -> frozenset[int]:
    return frozenset(range(first)) | more


def _first(text: str, lines: Sequence[Line]) -> int:
    """The first paragraph of the body: prose or a speaker's turn, below the marks that stand close to the top."""
    for k, line in enumerate(lines[: 2 * _DEPTH]):
        long = len(line.text.split()) >= _FEWEST_WORDS
        if (long or (is_turn(line.text) and kind_of(line) is None)) and not is_mark(text, line):
            return k
    return 0


def _as_told(text: str, paragraphs: Sequence[Paragraph], first: int, told: str | None) -> Span | None:
    """The printed lines above the body, on the first page, that are the title in the metadata word for word."""
    said = " ".join((told or "").lower().split())
    if len(said) < _SHORTEST_TOLD:
        return None
    for one in paragraphs[: min(first, _DEPTH)]:
        if one.page != 0:
            break
        for k, (start, _) in enumerate(one.parts):
            for _, end in one.parts[k : k + _MOST_LINES]:
                if " ".join(text[start:end].lower().split()) == said:
                    return Span(start, start + len(text[start:end].rstrip()))
    return None


def _large(paragraphs: Sequence[Paragraph], lines: Sequence[Line], first: int) -> list[int]:
    """The paragraphs of the title: the first page's largest type above the body, if it is larger than the text's."""
    sizes = sorted(one.size for one in paragraphs for _ in one.lines)
    usual = median(sizes)
    above = [k for k in range(min(first, _DEPTH)) if paragraphs[k].page == 0 and len(lines[k].text) > 3]
    if not above:
        return []
    most = max(paragraphs[k].size for k in above)
    if most < _LARGER * usual:
        return []
    start = next(k for k in above if paragraphs[k].size == most)
    found = [start]
    while found[-1] + 1 < first and abs(paragraphs[found[-1] + 1].size - most) < 0.05 * most:
        found.append(found[-1] + 1)
    return found if 2 <= sum(len(lines[k].text.split()) for k in found) <= 40 else []
