"""An article with everything that was heard in it marked in place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rashomon.record import ArticleRow, Evidence
from rashomon.views.claim import anchor, evidence_anchor
from rashomon.views.index import Index
from rashomon.views.line import Line, line
from rashomon.views.when import When, when

# What is analysed ends here (options.longest); text beyond it has no marks, and a browser would stutter over it.
LONGEST = 300_000

# Of more blocks than this the ones nothing points into are run together: a table may have a hundred thousand cells.
MOST_BLOCKS = 1_500


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the article that something points at. ``role``: source, cue, content, voice or fact."""

    anchor: str
    start: int
    end: int
    role: str
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Characters under the same marks. ``begins`` are anchors whose first marked words start here; ``depth`` counts
    the contents around it, so that words quoted inside quoted words can look it."""

    text: str
    begins: tuple[str, ...]
    anchors: tuple[str, ...]
    roles: tuple[str, ...]
    depth: int
    denies: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article's text, with the lines whose content begins in it."""

    runs: tuple[Run, ...]
    notes: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """``cut`` counts characters at the end that are not shown; ``cast`` are speakers and their lines."""

    id: str
    page: str
    page_name: str
    url: str | None
    position: int
    title: str
    titled: bool
    standfirst: str
    outlet: str
    outlet_known: bool
    authors: tuple[str, ...]
    published: When
    updated: When
    genre: str
    genre_cue: str
    language: str
    problems: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    statements: int
    words: int
    cut: int
    cast: tuple[tuple[str, tuple[str, ...]], ...]


def article_view(row: ArticleRow, among: Index) -> ArticleView:
    """The article with its marks, ready to print."""
    page = among.pages.get(row.page)
    end = _shown(row, among)
    paragraphs = tuple(_paragraphs(row, among, end))
    return ArticleView(
        id=row.id,
        page=row.page,
        page_name=page.name if page else "",
        url=page.url if page else None,
        position=row.position,
        title=among.title(row.id),
        titled=bool(row.title),
        standfirst=row.standfirst or "",
        outlet=among.outlet(row.id),
        outlet_known=bool(row.outlet),
        authors=tuple(row.authors),
        published=when(row.published),
        updated=when(row.updated),
        genre=str(row.genre),
        genre_cue=row.genre_cue or "",
        language=row.language or "",
        problems=tuple(row.problems),
        paragraphs=paragraphs,
        statements=len(among.said_in.get(row.id, [])),
        words=len(row.text.split()),
        cut=len(row.text) - end,
        cast=_cast(paragraphs),
    )


def marks_of(article: str, among: Index) -> list[Mark]:
    """Everything that points into the article, in text order."""
    return sorted(
        {*_spoken(article, among), *_told(article, among)},
        key=lambda mark: (mark.start, -mark.end, mark.anchor, mark.role),
    )


def in_order(rows: Iterable[ArticleRow]) -> list[ArticleRow]:
    """Articles by the day they were printed; undated ones last."""
    return sorted(rows, key=lambda row: (when(row.published).order, row.outlet or "", row.position, row.id))


def _spoken(article: str, among: Index) -> Iterator[Mark]:
    for one in among.said_in.get(article, []):
        parts = (("source", one.source.evidence), ("cue", one.cue), ("content", one.content))
        for role, evidence in parts:
            for piece in _here(article, evidence):
                yield Mark(f"at-{one.id}", piece.start, piece.end, role, one.polarity == "deny")


def _told(article: str, among: Index) -> Iterator[Mark]:
    for _, account in among.told_in.get(article, []):
        if account.attribution is None:
            for piece in _here(article, account.evidence):
                yield Mark(anchor(account), piece.start, piece.end, "voice", account.position == "denies")
    for piece in _here(article, among.pointed.get(article, [])):
        yield Mark(evidence_anchor(article, piece.start, piece.end), piece.start, piece.end, "fact")


def _here(article: str, evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    return (one for one in evidence if one.article == article and one.start < one.end)


def _shown(row: ArticleRow, among: Index) -> int:
    """How much of the text is shown: all of it, unless it is far longer than anything that points into it."""
    if len(row.text) <= LONGEST:
        return len(row.text)
    last = max((mark.end for mark in marks_of(row.id, among)), default=0)
    cut = row.text.rfind("\n\n", last, max(last, LONGEST))
    return cut if cut > 0 else max(last, LONGEST)


def _cast(paragraphs: tuple[Paragraph, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    said: dict[str, list[str]] = defaultdict(list)
    for paragraph in paragraphs:
        for note in paragraph.notes:
            said[note.speaker].append(f"at-{note.id}")
    return tuple((name, tuple(anchors)) for name, anchors in sorted(said.items(), key=lambda one: -len(one[1])))


def _paragraphs(row: ArticleRow, among: Index, length: int) -> Iterator[Paragraph]:
    marks = marks_of(row.id, among)
    begins = _beginnings(marks)
    notes = _notes(row.id, among)
    for start, end in _blocks(row.text[:length], marks):
        mine = [mark for mark in marks if mark.start < end and mark.end > start]
        runs = tuple(_runs(row.text, start, end, mine, begins))
        said = tuple(note for at, note in notes if start <= at < max(end, start + 1))
        if row.text[start:end].strip():
            yield Paragraph(runs, said)


def _blocks(text: str, marks: list[Mark]) -> list[tuple[int, int]]:
    """Where each block of the text begins and ends."""
    place, made = 0, []
    for block in text.split("\n\n"):
        made.append((place, place + len(block)))
        place += len(block) + 2
    if len(made) <= MOST_BLOCKS:
        return made
    starts = [start for start, _ in made]
    marked = {
        number
        for mark in marks
        for number in range(max(0, bisect_right(starts, mark.start) - 1), bisect_left(starts, mark.end))
    }
    joined: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(made):
        if joined and number not in marked and number - 1 not in marked:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _beginnings(marks: list[Mark]) -> dict[int, tuple[str, ...]]:
    """Where each anchor's first content (or first mark, where it has none) starts."""
    first: dict[str, tuple[bool, int]] = {}
    for mark in marks:
        place = (mark.role in ("source", "cue"), mark.start)
        first[mark.anchor] = min(first.get(mark.anchor, place), place)
    at: dict[int, list[str]] = defaultdict(list)
    for name, (_, start) in first.items():
        at[start].append(name)
    return {start: tuple(names) for start, names in at.items()}


def _notes(article: str, among: Index) -> list[tuple[int, Line]]:
    found = []
    for one in among.said_in.get(article, []):
        here = [*_here(article, one.content)] or [*_here(article, one.cue)] or [*_here(article, one.source.evidence)]
        if here:
            found.append((here[0].start, line(one, among)))
    return sorted(found, key=lambda pair: (pair[0], pair[1].depth, pair[1].id))


def _runs(text: str, start: int, end: int, marks: list[Mark], begins: dict[int, tuple[str, ...]]) -> Iterator[Run]:
    edges = {start, end}
    for mark in marks:
        edges.update(edge for edge in (mark.start, mark.end) if start < edge < end)
    cuts = sorted(edges)
    for left, right in pairwise(cuts):
        over = [mark for mark in marks if mark.start <= left and mark.end >= right]
        yield Run(
            text=text[left:right],
            begins=begins.get(left, ()),
            anchors=tuple(dict.fromkeys(mark.anchor for mark in over)),
            roles=tuple(dict.fromkeys(mark.role for mark in over)),
            depth=len({mark.anchor for mark in over if mark.role == "content"}),
            denies=any(mark.denies for mark in over if mark.role in ("content", "voice")),
        )
