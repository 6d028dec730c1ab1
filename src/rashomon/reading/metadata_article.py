"""Byline, dates, language and genre of one article, from what is visible around it and what the page's data say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.reading.datelines import FoundDate
from rashomon.reading.html_blocks import Block
from rashomon.reading.html_head import Head
from rashomon.reading.metadata import Facts
from rashomon.reading.metadata_dates import (
    day_comes_first,
    far_apart,
    marked_date,
    path_date,
    settle,
    stated_dates,
    told_dates,
)
from rashomon.reading.metadata_genre import genre_of
from rashomon.reading.metadata_people import authors_of
from rashomon.reading.text_language import language_of
from rashomon.record import Date, Genre, Precision

_TAIL = 8
# Enough to tell a language by; the identifier takes a millisecond for each kilobyte.
_HEARD = 600


@dataclass(frozen=True, slots=True)
class Described:
    authors: list[str]
    published: Date | None
    updated: Date | None
    language: str | None
    genre: Genre
    genre_cue: str | None


def describe(
    source: str,
    facts: Facts,
    objects: Sequence[dict[str, Any]],
    head: Head,
    body: Sequence[Block],
    tail: Sequence[Block],
    text: str,
    outlet: str | None,
    url: str | None,
    *,
    alone: bool,
    live: str | None,
) -> Described:
    """``alone``: the page holds this article only, so its data are about it; ``live``: the page's word for the live
    blog the article is an entry of, None where it is none."""
    own = facts if alone else Facts()
    published, updated = _dates(source, own, objects, head, tail, url if alone else None)
    genre, cue = genre_of(own, objects, head.title, head.zone, body, tail, url)
    if live:
        genre, cue = Genre.NEWS, live
    return Described(
        authors_of(own, objects, head.zone, tail, outlet), published, updated, _language(facts, text), genre, cue
    )


def _dates(
    source: str, facts: Facts, objects: Sequence[dict[str, Any]], head: Head, tail: Sequence[Block], url: str | None
) -> tuple[Date | None, Date | None]:
    above = stated_dates(
        source, head.zone, labelled_only=head.heading is None, day_first=day_comes_first(facts.language)
    )
    stated, renewed, sure = above.published, above.updated, above.sure
    if stated is None:
        below = stated_dates(source, tail[:_TAIL], labelled_only=True)
        stated, renewed, sure = below.published, renewed or below.updated, below.sure
    told, told_renewed = told_dates(facts, objects)
    told = told or (marked_date(head.zone) if head.heading is not None else None)
    if stated is None:
        own = _own_day(told, path_date(url, facts.first("og:url"), facts.links.get("canonical")))
        if told_renewed is not None and told is not None and told_renewed.value == told.value:
            told_renewed = None  # the same day by the same clock
        told = own
    if stated is not None and told is not None and far_apart(stated.value, told.value):
        # A visible date that is the day of the last change is not the day of publication; one that only stands there
        # may be any day.
        if told_renewed is not None and not far_apart(stated.value, told_renewed.value):
            renewed, stated = renewed or stated, None
        elif not sure:
            stated = None
    published, updated = settle(stated, told), settle(renewed, told_renewed)
    if published and updated and not _is_later(updated.value, published.value):
        updated = None
    return published, updated


def _own_day(told: FoundDate | None, path: FoundDate | None) -> FoundDate | None:
    """The day in the address where the data has none, or has one that universal time has moved by one."""
    if told is None or path is None:
        return told or path
    days = told.precision is Precision.DAY and path.precision is Precision.DAY
    return path if days and not far_apart(told.value, path.value) else told


def _is_later(updated: str, published: str) -> bool:
    """Whether the two dates, at the precision they have, show a change after publication."""
    known = min(len(updated), len(published))
    return updated[:known] > published[:known]


def _language(facts: Facts, text: str) -> str | None:
    """The language heard in the text; what the page declares where the text is too short to tell."""
    declared = (
        (facts.language or facts.first("og:locale", "content-language") or "").replace("_", "-").split("-")[0].lower()
    )
    heard = language_of(text[:_HEARD])
    if heard is None or (len(text) < 200 and declared):
        return declared if len(declared) == 2 else heard
    return heard
