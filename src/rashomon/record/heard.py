"""All that was heard in one article: the result of the page half for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from rashomon.record.attribution import Attribution
from rashomon.record.happening import Happening
from rashomon.record.mention import Named
from rashomon.record.page import Article, Page
from rashomon.record.span import Span
from rashomon.record.time import TimeExpression


@dataclass(frozen=True, slots=True)
class Heard:
    """One article with its sentences, attributions (in text order), times, names and happenings."""

    article: Article
    sentences: list[Span] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    names: list[Named] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)
    dropped: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """One page, and what was heard in each of its articles: what the page half returns, and what is cached."""

    page: Page
    heard: list[Heard] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Filed:
    """A reading that is fetched only where it is looked into; its ``digest`` tells it from any other."""

    digest: bytes
    fetch: Callable[[], Reading]
