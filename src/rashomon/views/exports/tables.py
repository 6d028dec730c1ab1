"""The record as tables of plain values, for spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rashomon.record import ArticleRow, Date, Evidence, Position, Record
from rashomon.story import Entry
from rashomon.views.corrections import told
from rashomon.views.index import index
from rashomon.views.timeline import told_as

Cell: TypeAlias = str | int | float | None
Row: TypeAlias = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name, its columns, and the function that makes its rows, from the record alone or, where it is
    ``logged``, from the log too."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: Callable[..., Iterator[Row]]
    logged: bool = False

    def of(self, record: Record, log: Sequence[Entry] = ()) -> Iterator[Row]:
        """Its rows."""
        return self.rows(record, log) if self.logged else self.rows(record)


def _articles(record: Record) -> Iterator[Row]:
    pages = {page.id: page for page in record.pages}
    for a in record.articles:
        page = pages[a.page]
        words = len(a.text.split())
        about = (a.id, a.title, a.outlet, _lines(a.authors), *_date(a.published), a.genre, a.language, words)
        yield (*about, page.name, page.url, "; ".join(a.problems))


def _claims(record: Record) -> Iterator[Row]:
    for claim in record.claims:
        positions = [account.position for account in claim.accounts]
        count = [positions.count(side) for side in (Position.AFFIRMS, Position.DENIES, Position.DOUBTS)]
        yield (claim.id, claim.text, claim.status, len(claim.accounts), claim.independent_origins, *count, claim.reason)


def _accounts(record: Record) -> Iterator[Row]:
    names, articles = _names(record), _by_id(record)
    origins = {origin.id: origin.name for origin in record.origins}
    for claim in record.claims:
        for one in claim.accounts:
            article = articles[one.article]
            voice = names.get(one.voice or "", "" if one.attribution else f"{article.outlet or 'the article'} itself")
            yield (
                claim.id,
                claim.text,
                one.position,
                voice,
                *_date(one.said)[:2],
                _quoted(one.evidence),
                origins.get(one.origin, one.origin),
                one.reason,
                article.title,
                article.outlet,
                _day(article.published),
                one.attribution,
            )


def _attributions(record: Record) -> Iterator[Row]:
    names, articles = _names(record), _by_id(record)
    for one in record.attributions:
        article, source = articles[one.article], one.source
        yield (
            one.id,
            names.get(source.entity or "", source.name),
            source.kind,
            "yes" if source.anonymous else "",
            _quoted(source.evidence),
            _quoted(one.cue),
            _quoted(one.content),
            one.quotation,
            one.act,
            one.polarity,
            names.get(one.addressee or "", None),
            *_date(one.said)[:2],
            one.inside,
            article.title,
            article.outlet,
            _day(article.published),
            article.id,
            one.content[0].start if one.content else None,
            one.content[-1].end if one.content else None,
            round(one.confidence, 3),
            "yes" if one.checked else "",
            one.note,
        )


def _timeline(record: Record) -> Iterator[Row]:
    names, articles, among = _names(record), _by_id(record), index(record)
    dated = sorted((e for e in record.events if e.date is not None), key=lambda e: (_day(e.date) or "", e.id))
    for event in dated:
        first = event.evidence[0]
        article = articles[first.article]
        people = "; ".join(names.get(one, one) for one in event.participants)
        reports = len({one.article for one in event.evidence})
        what = (event.text, event.kind, event.modality, told_as(event, among), people, reports)
        yield (*_date(event.date), *what, article.title, article.outlet)


def _entities(record: Record) -> Iterator[Row]:
    for one in record.entities:
        articles = len({mention.article for mention in one.mentions})
        yield (one.id, one.name, one.kind, _lines(one.names), len(one.mentions), articles, "; ".join(one.reasons))


def _origins(record: Record) -> Iterator[Row]:
    articles = _by_id(record)
    for one in record.origins:
        titles = _lines([articles[article].title or article for article in one.articles])
        yield (one.id, one.kind, one.name, len(one.articles), titles, _quoted(one.evidence))


def _links(record: Record) -> Iterator[Row]:
    articles, names = _by_id(record), _names(record)
    for one in record.links:
        end = articles[one.to].title or one.to if one.to in articles else names.get(one.to, one.to)
        yield (one.kind, articles[one.source].title or one.source, end, one.reason, _quoted(one.evidence))


def _left_out(record: Record) -> Iterator[Row]:
    for reason, count in sorted(record.dropped.items(), key=lambda item: (-item[1], item[0])):
        yield ("left out", reason, count, None)
    for page in record.pages:
        for problem in page.problems:
            yield ("page", problem, 1, page.name)


def _corrections(record: Record, log: Sequence[Entry]) -> Iterator[Row]:
    for one in reversed(told(log, index(record))):
        of = "; ".join(words for words, _, _ in one.of)
        yield (one.number, one.made, one.by, one.what, of, one.value, one.undone)


_WHEN = ("outlet", "published")
TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "articles",
            "Articles",
            (
                "id",
                "title",
                "outlet",
                "authors",
                "published",
                "precision",
                "basis",
                "genre",
                "language",
                "words",
                "page",
                "url",
                "problems",
            ),
            _articles,
        ),
        Table(
            "claims",
            "Claims",
            ("id", "claim", "status", "accounts", "independent origins", "affirm", "deny", "doubt", "reason"),
            _claims,
        ),
        Table(
            "accounts",
            "Accounts",
            (
                "claim id",
                "claim",
                "position",
                "voice",
                "said",
                "precision",
                "words",
                "origin",
                "reason",
                "title",
                *_WHEN,
                "attribution",
            ),
            _accounts,
        ),
        Table(
            "attributions",
            "Attributions",
            (
                "id",
                "speaker",
                "kind",
                "anonymous",
                "source words",
                "cue",
                "content",
                "quotation",
                "act",
                "polarity",
                "addressee",
                "said",
                "precision",
                "inside",
                "title",
                *_WHEN,
                "article",
                "start",
                "end",
                "confidence",
                "checked",
                "note",
            ),
            _attributions,
        ),
        Table(
            "timeline",
            "Timeline",
            (
                "date",
                "precision",
                "basis",
                "event",
                "kind",
                "modality",
                "told as",
                "participants",
                "reports",
                "title",
                "outlet",
            ),
            _timeline,
        ),
        Table("entities", "Entities", ("id", "name", "kind", "names", "mentions", "articles", "why joined"), _entities),
        Table("origins", "Origins", ("id", "kind", "name", "articles", "titles", "words"), _origins),
        Table("links", "Links", ("kind", "from", "to", "reason", "words"), _links),
        Table(
            "corrections",
            "Corrections",
            ("number", "made", "by", "what", "of", "value", "undone"),
            _corrections,
            logged=True,
        ),
        Table("left-out", "Left out", ("what", "reason", "count", "page"), _left_out),
    )
}


def _by_id(record: Record) -> dict[str, ArticleRow]:
    return {article.id: article for article in record.articles}


def _names(record: Record) -> dict[str, str]:
    return {entity.id: entity.name for entity in record.entities}


def _date(date: Date | None) -> tuple[Cell, Cell, Cell]:
    return (None, None, None) if date is None else (date.value, date.precision, date.basis)


def _day(date: Date | None) -> str | None:
    return None if date is None else date.value


def _quoted(evidence: Sequence[Evidence]) -> str:
    return " … ".join(one.text for one in evidence)


def _lines(words: Sequence[str]) -> str:
    return "; ".join(words)
