"""What lies in the pile, what could not be read, and what was left out and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rashomon.record import Status
from rashomon.views.article import in_order
from rashomon.views.index import Index
from rashomon.views.when import span_words, when


@dataclass(frozen=True, slots=True)
class Unread:
    """A page with something to say about it; ``articles`` counts what was read on it all the same."""

    name: str
    articles: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pile:
    """The story in figures. ``outlets`` and ``dropped`` are (name, count), the largest first."""

    title: str
    built: str
    version: str
    pages: int
    articles: int
    undated: int
    statements: int
    checked: int
    speakers: int
    disputes: int
    corroborated: int
    claims: int
    events: int
    span: str
    outlets: tuple[tuple[str, int], ...]
    dropped: tuple[tuple[str, int], ...]
    unread: tuple[Unread, ...]
    noted: tuple[Unread, ...]


def pile(among: Index) -> Pile:
    """The figures of the whole record."""
    record = among.record
    dates = [w for row in in_order(record.articles) if (w := when(row.published)).first is not None]
    counted = Counter(claim.status for claim in record.claims)
    outlets = Counter(among.outlet(row.id) for row in record.articles)
    noted = _noted(among)
    return Pile(
        title=record.story.title,
        built=record.story.built,
        version=record.story.version,
        pages=len(record.pages),
        articles=len(record.articles),
        undated=len(record.articles) - len(dates),
        statements=len(record.attributions),
        checked=sum(one.checked for one in record.attributions),
        speakers=len(among.said_by),
        disputes=counted[Status.DISPUTED],
        corroborated=counted[Status.CORROBORATED],
        claims=len(record.claims),
        events=len(record.events),
        span=span_words(dates[0], dates[-1]) if dates else "",
        outlets=tuple(sorted(outlets.items(), key=lambda pair: (-pair[1], pair[0]))),
        dropped=tuple(sorted(record.dropped.items(), key=lambda pair: (-pair[1], pair[0]))),
        unread=tuple(page for page in noted if not page.articles),
        noted=tuple(page for page in noted if page.articles),
    )


def _noted(among: Index) -> list[Unread]:
    read = Counter(row.page for row in among.record.articles)
    problems = {page.id: list(page.problems) for page in among.record.pages}
    for row in among.record.articles:
        problems.setdefault(row.page, []).extend(f"{among.title(row.id)}: {problem}" for problem in row.problems)
    made = [
        Unread(page.name, read[page.id], tuple(problems[page.id]) or ("no article was found on it",))
        for page in among.record.pages
        if problems[page.id] or not read[page.id]
    ]
    return sorted(made, key=lambda page: (page.articles > 0, page.name))
