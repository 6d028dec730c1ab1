"""The record of one story: what `rashomon export --format json` writes.

Each class here is one row kind of the record and has its field names. Offsets are into article texts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from rashomon.record.attribution import Act, Polarity, Quotation
from rashomon.record.date import Date
from rashomon.record.evidence import Evidence
from rashomon.record.mention import EntityKind
from rashomon.record.page import Genre

FORMAT = "rashomon-record/1"


class Status(StrEnum):
    SINGLE_ORIGIN = "single-origin"
    CORROBORATED = "corroborated"
    DISPUTED = "disputed"


class Position(StrEnum):
    AFFIRMS = "affirms"
    DENIES = "denies"
    DOUBTS = "doubts"
    UNCLEAR = "unclear"


class OriginKind(StrEnum):
    OUTLET = "outlet"
    DOCUMENT = "document"
    PERSON = "person"
    ANONYMOUS = "anonymous"


class LinkKind(StrEnum):
    REPORTS_FROM = "reports_from"
    COPIES = "copies"
    SAME_QUOTE = "same_quote"
    SAME_STORY = "same_story"


@dataclass(frozen=True, slots=True)
class StoryInfo:
    title: str
    built: str
    version: str


@dataclass(frozen=True, slots=True)
class PageRow:
    id: str
    name: str
    url: str | None
    media_type: str | None
    captured: str | None
    problems: list[str]


@dataclass(frozen=True, slots=True)
class Place:
    """Characters ``start:end`` of the *page's* decoded text, and the words there: for what a page tells outside an
    article's text, such as its title or a byline's date."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """``title_place`` and ``published_place`` are where on the page the two stand, where that is known."""

    id: str
    page: str
    position: int
    title: str | None
    outlet: str | None
    authors: list[str]
    published: Date | None
    language: str | None
    genre: Genre
    text: str
    segments: list[tuple[int, int, int, int]]
    standfirst: str | None = None
    updated: Date | None = None
    genre_cue: str | None = None
    problems: list[str] = field(default_factory=list)
    title_place: Place | None = None
    published_place: Place | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """``reasons`` says, for each name joined to the first, why ("surname of the only ... in the article")."""

    id: str
    name: str
    kind: EntityKind
    names: list[str]
    mentions: list[Evidence]
    reasons: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Source:
    """``reason`` says how the words of the page were resolved to the entity."""

    entity: str | None
    name: str | None
    anonymous: bool
    evidence: list[Evidence]
    kind: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class AttributionRow:
    id: str
    article: str
    inside: str | None
    source: Source
    cue: list[Evidence]
    content: list[Evidence]
    quotation: Quotation
    act: Act
    polarity: Polarity
    addressee: str | None
    said: Date | None
    hedges: list[Evidence] = field(default_factory=list)
    occasion: list[Evidence] = field(default_factory=list)
    addressed: list[Evidence] = field(default_factory=list)
    refers_to: list[Evidence] = field(default_factory=list)
    confidence: float = 1.0
    checked: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One telling of a claim. ``voice`` None with ``attribution`` None: the article speaks in its own voice."""

    attribution: str | None
    article: str
    voice: str | None
    position: Position
    origin: str
    said: Date | None
    reason: str
    evidence: list[Evidence]


@dataclass(frozen=True, slots=True)
class Claim:
    id: str
    text: str
    status: Status
    accounts: list[Account]
    independent_origins: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    id: str
    text: str
    date: Date | None
    participants: list[str]
    evidence: list[Evidence]
    kind: str = "other"
    modality: str = "happened"
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Origin:
    id: str
    kind: OriginKind
    name: str
    articles: list[str]
    evidence: list[Evidence]


@dataclass(frozen=True, slots=True)
class Link:
    """``to`` is an article id or an entity id. JSON spells the first end ``from``."""

    kind: LinkKind
    source: str
    to: str
    evidence: list[Evidence]
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """The whole record; every id in it is defined in it, every evidence text stands where it points."""

    story: StoryInfo
    pages: list[PageRow]
    articles: list[ArticleRow]
    entities: list[Entity]
    attributions: list[AttributionRow]
    claims: list[Claim]
    events: list[Event]
    origins: list[Origin]
    links: list[Link]
    dropped: dict[str, int]
    format: str = FORMAT
