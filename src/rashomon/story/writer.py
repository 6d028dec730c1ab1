"""A record into the tables of a story file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import msgspec

from rashomon.record import Date, Evidence, Place, Record
from rashomon.story.search import write_search

Row: TypeAlias = tuple[object, ...]

# Children before parents, so that the references hold while the old record goes.
_RECORD_TABLES = (
    "evidence",
    "accounts",
    "claims",
    "events",
    "origins",
    "links",
    "attributions",
    "entities",
    "articles",
    "pages",
    "dropped",
    "about",
)


def write_record(connection: sqlite3.Connection, record: Record) -> None:
    """Replaces the record the file holds, inside the caller's transaction; cache and corrections stay."""
    for table in _RECORD_TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 (names are the constants above)
    _write_pages(connection, record)
    _write_people(connection, record)
    _write_claims(connection, record)
    _write_story(connection, record)
    write_search(connection, record)


def _write_pages(connection: sqlite3.Connection, record: Record) -> None:
    _insert(
        connection,
        "pages",
        ((k, p.id, p.name, p.url, p.media_type, p.captured, _json(p.problems)) for k, p in enumerate(record.pages, 1)),
    )
    for k, a in enumerate(record.articles, 1):
        _insert(
            connection,
            "articles",
            [
                (
                    k,
                    a.id,
                    a.page,
                    a.position,
                    a.title,
                    a.standfirst,
                    a.outlet,
                    _json(a.authors),
                    *_date(a.published),
                    *_date(a.updated),
                    a.language,
                    a.genre,
                    a.genre_cue,
                    a.text,
                    _json(a.segments),
                    _json(a.problems),
                    _place(a.title_place),
                    _place(a.published_place),
                )
            ],
        )
        _evidence(connection, a.id, "published", _of(a.published))
        _evidence(connection, a.id, "updated", _of(a.updated))


def _write_people(connection: sqlite3.Connection, record: Record) -> None:
    for k, e in enumerate(record.entities, 1):
        _insert(connection, "entities", [(k, e.id, e.name, e.kind, _json(e.names), _json(e.reasons))])
        _evidence(connection, e.id, "mention", e.mentions)
    for k, a in enumerate(record.attributions, 1):
        s = a.source
        _insert(
            connection,
            "attributions",
            [
                (
                    k,
                    a.id,
                    a.article,
                    a.inside,
                    s.entity,
                    s.name,
                    s.kind,
                    s.reason,
                    int(s.anonymous),
                    a.quotation,
                    a.act,
                    a.polarity,
                    a.addressee,
                    *_date(a.said),
                    a.confidence,
                    int(a.checked),
                    a.note,
                )
            ],
        )
        for role, evidence in (
            ("source", s.evidence),
            ("cue", a.cue),
            ("content", a.content),
            ("hedge", a.hedges),
            ("occasion", a.occasion),
            ("addressed", a.addressed),
            ("refers_to", a.refers_to),
            ("said", _of(a.said)),
        ):
            _evidence(connection, a.id, role, evidence)


def _write_claims(connection: sqlite3.Connection, record: Record) -> None:
    for number, claim in enumerate(record.claims, 1):
        row = (number, claim.id, claim.text, claim.status, claim.independent_origins, claim.reason)
        _insert(connection, "claims", [row])
        for k, account in enumerate(claim.accounts):
            _insert(
                connection,
                "accounts",
                [
                    (
                        claim.id,
                        k,
                        account.attribution,
                        account.article,
                        account.voice,
                        account.position,
                        account.origin,
                        *_date(account.said),
                        account.reason,
                    )
                ],
            )
            _evidence(connection, f"{claim.id}#{k}", "account", account.evidence)
            _evidence(connection, f"{claim.id}#{k}", "said", _of(account.said))


def _write_story(connection: sqlite3.Connection, record: Record) -> None:
    for k, event in enumerate(record.events, 1):
        row = (k, event.id, event.text, *_date(event.date), _json(event.participants))
        _insert(connection, "events", [(*row, event.kind, event.modality, event.weight)])
        _evidence(connection, event.id, "event", event.evidence)
        _evidence(connection, event.id, "date", _of(event.date))
    for k, origin in enumerate(record.origins, 1):
        _insert(connection, "origins", [(k, origin.id, origin.kind, origin.name, _json(origin.articles))])
        _evidence(connection, origin.id, "origin", origin.evidence)
    for k, link in enumerate(record.links, 1):
        _insert(connection, "links", [(k, link.kind, link.source, link.to, link.reason)])
        _evidence(connection, f"link#{k}", "link", link.evidence)
    _insert(connection, "dropped", sorted(record.dropped.items()))
    about = {"title": record.story.title, "built": record.story.built, "version": record.story.version}
    _insert(connection, "about", sorted(about.items()))


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Sequence[object]]) -> None:
    rows = list(rows)
    if rows:
        marks = ",".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 (our own table names)


def _evidence(connection: sqlite3.Connection, owner: str, role: str, evidence: Sequence[Evidence]) -> None:
    _insert(
        connection,
        "evidence",
        ((owner, role, k, one.article, one.start, one.end, one.text) for k, one in enumerate(evidence)),
    )


def _date(date: Date | None) -> Row:
    return (None, None, None) if date is None else (date.value, str(date.precision), str(date.basis))


def _of(date: Date | None) -> list[Evidence]:
    return [] if date is None or date.evidence is None else [date.evidence]


def _place(place: Place | None) -> str | None:
    return None if place is None else _json(place)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
