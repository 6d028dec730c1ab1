"""When an article was published and updated, as far as the page tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from urllib.parse import urlsplit

from rashomon.reading.assemble import assemble
from rashomon.reading.datelines import FoundDate, first_date, iso_date
from rashomon.reading.html_blocks import Block
from rashomon.reading.metadata import Facts
from rashomon.record import Basis, Date, Evidence, Precision

_PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
    "dc.date.created", "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "article.published",
    "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime", "vr:published_time", "rnews:datepublished",
    "article-publication-date", "published_time", "bt:pubdate", "analyticsattributes.articledate", "shareaholic:article_published_time",
    "citation_publication_date", "citation_date", "datecreated", "created", "release_date", "ptime", "eomportal-lastupdate-none",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "lastmod", "article.updated",
    "utime", "revision_date", "last-modified-none",
)  # fmt: skip
_UPDATE_WORD = re.compile(
    r"\b(?:updated?|modified|changed|revised|actualizado|mis à jour|aktualisiert|atualizado|aggiornato|обновлено)\b", re.IGNORECASE
)
_FIRST_WORD = re.compile(r"\b(?:published|posted|created|first|publicado|publié|veröffentlicht|pubblicato|опубликован)\w*", re.IGNORECASE)
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-]?(0[1-9]|[12]\d|3[01])?(?=[/_.-]|\b)", re.I)
_SHORT = {name: k for k, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
_EARLIEST = 1990


def told_dates(facts: Facts, objects: Sequence[dict[str, object]]) -> tuple[FoundDate | None, FoundDate | None]:
    """(published, updated) from structured data and meta tags; the words they stand in are not visible."""
    published = _first(str(one.get(key) or "") for one in objects for key in ("datePublished", "dateCreated", "uploadDate"))
    updated = _first(str(one.get("dateModified") or "") for one in objects)
    if published is None:
        published = _first(value for name in _PUBLISHED for value in facts.meta.get(name, ()))
    if published is None:
        published = _first(value for name, value, _ in facts.items if name in ("datepublished", "datecreated"))
    if updated is None:
        updated = _first(value for name in _UPDATED for value in facts.meta.get(name, ()))
    if updated is None:
        updated = _first(value for name, value, _ in facts.items if name == "datemodified")
    return published, updated


def path_date(*urls: str | None) -> FoundDate | None:
    """The date in a page's address: a day, or a month where no day stands."""
    for url in urls:
        try:
            path = urlsplit(url or "").path
        except ValueError:
            continue
        match = _IN_PATH.search(path)
        if not match:
            continue
        month = _SHORT.get(match[2].lower()) or int(match[2])
        try:
            day = date(int(match[1]), month, int(match[3] or 1))
        except ValueError:
            continue
        if match[3]:
            return FoundDate(day.isoformat(), Precision.DAY, *match.span())
        return FoundDate(f"{day:%Y-%m}", Precision.MONTH, *match.span())
    return None


def stated_dates(source: str, blocks: Iterable[Block], *, labelled_only: bool = False) -> tuple[Date | None, Date | None]:
    """(published, updated) as visible blocks state them; with ``labelled_only`` a date must be called one."""
    published: Date | None = None
    updated: Date | None = None
    for block in blocks:
        if len(block.words) > 300:
            continue
        pieces = [(block.words, 0)]
        if _UPDATE_WORD.search(block.words):
            pieces = _halves(block.words)
        for words, at in pieces:
            found = first_date(words)
            if found is None or int(found.value[:4]) < 1900:
                continue
            label = words[: found.start]
            if _UPDATE_WORD.search(label) and not _FIRST_WORD.search(label):
                updated = updated or _as_stated(source, block, found, at)
            elif published is None and (not labelled_only or _FIRST_WORD.search(label) or _is_marked(block)):
                published = _as_stated(source, block, found, at)
    return published, updated


def settle(stated: Date | None, told: FoundDate | None) -> Date | None:
    """One date from what is stated and what metadata says; where they differ by more than a day, metadata is believed
    only as far as nothing is stated."""
    if stated is not None:
        if told is not None and stated.value[:10] == told.value[:10] and stated.precision is Precision.DAY:
            return stated
        return stated
    if told is None or int(told.value[:4]) < _EARLIEST:
        return None
    return Date(told.value, told.precision, Basis.METADATA, None)


def far_apart(a: str, b: str) -> bool:
    """Whether two days differ by more than time zones can explain."""
    try:
        return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days) > 1
    except ValueError:
        return a[:7] != b[:7]


def _first(values: Iterable[str]) -> FoundDate | None:
    for value in values:
        found = iso_date(value)
        if found is not None and int(found.value[:4]) >= _EARLIEST:
            return found
    return None


def _halves(words: str) -> list[tuple[str, int]]:
    """"Published 1 May 2019, updated 3 May 2019" as two pieces."""
    match = _UPDATE_WORD.search(words)
    if match is None or match.start() < 8 or first_date(words[: match.start()]) is None:
        after = _FIRST_WORD.search(words)
        if match and after and after.start() > match.start() and first_date(words[: after.start()]) is not None:
            return [(words[: after.start()], 0), (words[after.start() :], after.start())]
        return [(words, 0)]
    return [(words[: match.start()], 0), (words[match.start() :], match.start())]


def _as_stated(source: str, block: Block, found: FoundDate, at: int) -> Date:
    start, end = page_span(source, block, at + found.start, at + found.end)
    return Date(found.value, found.precision, Basis.STATED, Evidence("", start, end, source[start:end]))


def page_span(source: str, block: Block, start: int, end: int) -> tuple[int, int]:
    """Where characters ``start:end`` of a block's words stand in the page."""
    _, segments = assemble(source, [block.stretches])
    first = next(s for s in segments if s.end > start)
    last = next(s for s in reversed(segments) if s.start < end)
    same_first = first.end - first.start == first.page_end - first.page_start
    same_last = last.end - last.start == last.page_end - last.page_start
    return (
        first.page_start + (start - first.start if same_first else 0),
        last.page_start + end - last.start if same_last else last.page_end,
    )


def _is_marked(block: Block) -> bool:
    return block.node.tag == "time" or bool(re.search(r"date|time|publish|posted", block.node.label))
