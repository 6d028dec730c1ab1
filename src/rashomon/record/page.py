"""What a person saved, and the articles found on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from rashomon.record.date import Date
from rashomon.record.span import Span


class Genre(StrEnum):
    NEWS = "news"
    OPINION = "opinion"
    ANALYSIS = "analysis"
    TRANSCRIPT = "transcript"
    STATEMENT = "statement"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Segment:
    """Article characters ``start:end`` were made from page characters ``page_start:page_end``.

    Segments are in order and cover the article's text but for the line breaks between blocks. Where the
    two lengths are equal the characters stand one for one; where they differ (an entity, a run of white
    space) the segment is one unit.
    """

    start: int
    end: int
    page_start: int
    page_end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text, and what the page says about it. What the page does not tell is None.

    ``text`` begins with the first block of the body (title, byline and standfirst are fields, their words are
    found through ``title_span`` and so on in the page). Blocks are separated by one blank line ("\\n\\n").
    ``published.evidence`` and ``updated.evidence`` carry offsets into the *page* text until the story half
    runs (a byline date stands outside the article's text), so their ``article`` is "".
    """

    id: str
    page: str
    position: int
    text: str
    segments: list[Segment]
    title: str | None = None
    standfirst: str | None = None
    outlet: str | None = None
    authors: list[str] = field(default_factory=list)
    published: Date | None = None
    updated: Date | None = None
    language: str | None = None
    genre: Genre = Genre.OTHER
    genre_cue: str | None = None
    title_span: Span | None = None
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """One saved page. ``id`` is the SHA-256 of its bytes; ``text`` is its decoded text, as it stands.

    ``problems`` says what could not be read and why; ``dropped`` counts what was left out, by reason.
    """

    id: str
    name: str
    text: str
    media_type: str | None = None
    url: str | None = None
    captured: str | None = None
    articles: list[Article] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    dropped: dict[str, int] = field(default_factory=dict)
