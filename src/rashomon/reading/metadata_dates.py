"""When an article was published and updated, as far as the page tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from rashomon.reading.assemble import assemble
from rashomon.reading.datelines import FoundDate, first_date, iso_date
from rashomon.reading.html_blocks import Block
from rashomon.reading.html_labels import LABEL_BIT, kinds_of_label
from rashomon.reading.metadata import Facts
from rashomon.reading.wordset import word_set
from rashomon.record import Basis, Date, Evidence, Precision

_PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "article.published",
    "article_date_original",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "vr:published_time",
    "rnews:datepublished",
    "article-publication-date",
    "published_time",
    "bt:pubdate",
    "analyticsattributes.articledate",
    "shareaholic:article_published_time",
    "citation_publication_date",
    "citation_date",
    "datecreated",
    "created",
    "release_date",
    "ptime",
    "eomportal-lastupdate-none",
)
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "article.updated",
    "utime",
    "revision_date",
    "last-modified-none",
)
_UPDATE_WORD = re.compile(
    r"\b(?:updated?|modified|changed|revised|actualizado|mis à jour|aktualisiert|atualizado|aggiornato|обновлено)\b",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(
    r"\b(?:published|posted|created|first|publicado|publié|veröffentlicht|pubblicato|опубликован)\w*", re.IGNORECASE
)
# A page was saved then, a picture taken, or something is to happen.
_OTHER_WORD = re.compile(
    r"\b(?:retrieved|accessed|archived|captured|crawled|saved|fetched|downloaded|printed|cached|snapshot|photo(?:graph)?|"
    r"picture|taken|filmed|recorded|event|deadline|expires?|valid|starts?|ends?|opens?|born|died|since|until|from)\b",
    re.IGNORECASE,
)
_IN_PATH = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-]?(0[1-9]|[12]\d|"
    r"3[01])?(?=[/_.-]|\b)",
    re.I,
)
_SHORT = {name: k for k, name in enumerate(re.split(" ", "jan feb mar apr may jun jul aug sep oct nov dec"), start=1)}
_EARLIEST = 1990
_DAY_FIRST = frozenset({"gb", "au", "nz", "ie", "in", "za"})
_DAY_FIRST_LANGUAGES = word_set("de fr es it pt nl da nb nn no fi pl cs sk ro el ru uk bg hr sl sr tr id vi ca")
_LONGEST_LINE = 300
_MOST_RESIDUE = 8
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_RESIDUE = re.compile(
    r"\b(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?\b\.?|\b[A-Z]{2,4}\b|\b\d+\b|\bby\b|[|•·—–,/:()-]",
    re.IGNORECASE,
)


def told_dates(facts: Facts, objects: Sequence[dict[str, object]]) -> tuple[FoundDate | None, FoundDate | None]:
    """(published, updated) from structured data and meta tags; the words they stand in are not visible."""
    published = _first(
        str(one.get(key) or "") for one in objects for key in ("datePublished", "dateCreated", "uploadDate")
    )
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


@dataclass(frozen=True, slots=True)
class Stated:
    """Dates that visible blocks state. ``sure``: the page calls the first one the date of publication, by a word or by
    its mark-up."""

    published: Date | None
    updated: Date | None
    sure: bool


def stated_dates(
    source: str, blocks: Iterable[Block], *, labelled_only: bool = False, day_first: bool | None = None
) -> Stated:
    """What blocks near an article say of its dates; with ``labelled_only`` a date must be called one. A block that
    tells something else (a caption, a sentence) gives none unless it says "published"."""
    found: list[tuple[int, Date]] = []
    updated: Date | None = None
    for block in blocks:
        if len(block.words) > _LONGEST_LINE:
            continue
        for words, at in _halves(block.words):
            date_found = _in_line(words, day_first)
            if date_found is None:
                continue
            label = words[: date_found.start]
            if _OTHER_WORD.search(label):
                continue
            if _UPDATE_WORD.search(label) and not _FIRST_WORD.search(label):
                updated = updated or _as_stated(source, block, date_found, at)
                continue
            rank = _standing(words, date_found, block)
            if rank > (1 if labelled_only else 0):
                found.append((rank, _as_stated(source, block, date_found, at)))
    rank, published = max(found, key=lambda pair: pair[0], default=(0, None))
    return Stated(published, updated, rank > 1)


def marked_date(blocks: Iterable[Block]) -> FoundDate | None:
    """The date in the mark-up of the first time among the blocks that shows another wording ("Saturday")."""
    for block in blocks:
        if _UPDATE_WORD.search(block.words) or _OTHER_WORD.search(block.words) or len(block.words) > _LONGEST_LINE:
            continue
        for node in (block.node, *block.node.walk()):
            told = node.attrs.get("datetime", "") if node.tag == "time" else ""
            if node.tag == "abbr" and "publish" in node.label:
                told = node.attrs.get("title", "")
            found = iso_date(told) if told else None
            if found is not None and int(found.value[:4]) >= _EARLIEST:
                return found
    return None


def day_comes_first(language: str | None) -> bool | None:
    """Whether 05/06/2020 is the fifth of June, by the language the page declares; None where that does not tell: many
    pages are called American English by their software alone."""
    code, _, region = (language or "").replace("_", "-").lower().partition("-")
    if code == "en":
        return True if region in _DAY_FIRST else None
    return True if code in _DAY_FIRST_LANGUAGES else None


def _in_line(words: str, day_first: bool | None = None) -> FoundDate | None:
    found = first_date(words, day_first=day_first)
    if found is None or int(found.value[:4]) < 1900:
        return None
    # "2019-11-18T20:51:19Z" is a machine's stamp, shown as it is: the day counts.
    if not _STAMP.match(words, found.start):
        return found
    stamp = iso_date(words[found.start : found.end])
    return found if stamp is None else FoundDate(stamp.value, stamp.precision, found.start, found.end)


def _standing(words: str, found: FoundDate, block: Block) -> int:
    """3: said to be published then; 2: marked up as the date; 1: a line with little else; 0: part of something else."""
    if _FIRST_WORD.search(words[: found.start]):
        return 3
    rest = _RESIDUE.sub(" ", words[: found.start] + " " + words[found.end :])
    few = len(rest.split()) <= _MOST_RESIDUE
    if few and _is_marked(block):
        return 2
    caption = any(
        kinds_of_label(node.label) & LABEL_BIT["media"] for node in (block.node, block.node.parent) if node is not None
    )
    return int(few and not caption)


def settle(stated: Date | None, told: FoundDate | None) -> Date | None:
    """What is stated, else what metadata says."""
    if stated is not None:
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
    """ "Published 1 May 2019, updated 3 May 2019" as two pieces."""
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
    if any(child.tag == "time" for child in block.node.walk()):
        return True
    near = (block.node, block.node.parent)
    return any(node is not None and re.search(r"date|time(?!line)|publish|posted|stamp", node.label) for node in near)
