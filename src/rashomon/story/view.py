"""The tables of a story file into a record. Runs no language analysis and loads no model."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import TypeAlias

import msgspec

from rashomon.record import (
    Account,
    Act,
    ArticleRow,
    AttributionRow,
    Basis,
    Claim,
    Date,
    Entity,
    EntityKind,
    Event,
    Evidence,
    Genre,
    Link,
    LinkKind,
    Origin,
    OriginKind,
    PageRow,
    Place,
    Polarity,
    Position,
    Precision,
    Quotation,
    Record,
    Source,
    Status,
    StoryInfo,
)

Held: TypeAlias = dict[tuple[str, str], list[Evidence]]


def read_record(connection: sqlite3.Connection) -> Record:
    """The record exactly as `write_record` was given it."""
    connection.execute("BEGIN")  # one snapshot, though a build may commit meanwhile
    try:
        held = _evidence(connection)
        about = dict(connection.execute("SELECT name, value FROM about").fetchall())
        return Record(
            story=StoryInfo(about.get("title", ""), about.get("built", ""), about.get("version", "")),
            pages=[_page(row) for row in _all(connection, "pages")],
            articles=[_article(row, held) for row in _all(connection, "articles")],
            entities=[_entity(row, held) for row in _all(connection, "entities")],
            attributions=[_attribution(row, held) for row in _all(connection, "attributions")],
            claims=_claims(connection, held),
            events=[_event(row, held) for row in _all(connection, "events")],
            origins=[_origin(row, held) for row in _all(connection, "origins")],
            links=[_link(row, held) for row in _all(connection, "links")],
            dropped=dict(connection.execute("SELECT reason, count FROM dropped ORDER BY reason").fetchall()),
        )
    finally:
        connection.rollback()


def _all(connection: sqlite3.Connection, table: str) -> list[sqlite3.Row]:
    """The rows of a table in the order of the record."""
    ids = connection.execute("SELECT ids FROM orders WHERE kind = ?", (table,)).fetchone()
    rows = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 (our own table names)
    by_id = {_link_id(row) if table == "links" else row["id"]: row for row in rows}
    return [] if ids is None else [by_id[one] for one in _strings(ids[0])]


def _link_id(row: sqlite3.Row) -> str:
    return f"link {row['kind']} {row['from_article']} {row['to_id']}"


def _evidence(connection: sqlite3.Connection) -> Held:
    held: Held = defaultdict(list)
    for owner, role, article, start, end, text in connection.execute(
        'SELECT owner, role, article, "start", "end", text FROM evidence ORDER BY owner, role, position'
    ):
        held[owner, role].append(Evidence(article, start, end, text))
    return held


def _date(row: sqlite3.Row, name: str, held: Held, owner: str) -> Date | None:
    if row[name] is None:
        return None
    evidence = held.get((owner, name))
    precision, basis = Precision(row[f"{name}_precision"]), Basis(row[f"{name}_basis"])
    return Date(row[name], precision, basis, evidence[0] if evidence else None)


def _page(row: sqlite3.Row) -> PageRow:
    problems = _strings(row["problems"])
    return PageRow(row["id"], row["name"], row["url"], row["media_type"], row["captured"], problems)


def _article(row: sqlite3.Row, held: Held) -> ArticleRow:
    return ArticleRow(
        id=row["id"],
        page=row["page"],
        position=row["position"],
        title=row["title"],
        outlet=row["outlet"],
        authors=_strings(row["authors"]),
        published=_date(row, "published", held, row["id"]),
        language=row["language"],
        genre=Genre(row["genre"]),
        text=row["text"],
        segments=msgspec.json.decode(row["segments"], type=list[tuple[int, int, int, int]]),
        standfirst=row["standfirst"],
        updated=_date(row, "updated", held, row["id"]),
        genre_cue=row["genre_cue"],
        problems=_strings(row["problems"]),
        title_place=_place(row["title_place"]),
        published_place=_place(row["published_place"]),
    )


def _entity(row: sqlite3.Row, held: Held) -> Entity:
    return Entity(
        row["id"],
        row["name"],
        EntityKind(row["kind"]),
        _strings(row["names"]),
        held.get((row["id"], "mention"), []),
        _strings(row["reasons"]),
    )


def _attribution(row: sqlite3.Row, held: Held) -> AttributionRow:
    def of(role: str) -> list[Evidence]:
        return held.get((row["id"], role), [])

    return AttributionRow(
        id=row["id"],
        article=row["article"],
        inside=row["inside"],
        source=Source(
            row["speaker"],
            row["speaker_name"],
            bool(row["anonymous"]),
            of("source"),
            row["speaker_kind"],
            row["speaker_reason"],
        ),
        cue=of("cue"),
        content=of("content"),
        quotation=Quotation(row["quotation"]),
        act=Act(row["act"]),
        polarity=Polarity(row["polarity"]),
        addressee=row["addressee"],
        said=_date(row, "said", held, row["id"]),
        hedges=of("hedge"),
        occasion=of("occasion"),
        addressed=of("addressed"),
        refers_to=of("refers_to"),
        confidence=row["confidence"],
        checked=bool(row["checked"]),
        note=row["note"],
    )


def _claims(connection: sqlite3.Connection, held: Held) -> list[Claim]:
    accounts: dict[str, list[Account]] = defaultdict(list)
    for row in connection.execute("SELECT * FROM accounts ORDER BY claim, position"):
        owner = f"{row['claim']}#{row['position']}"
        accounts[row["claim"]].append(
            Account(
                row["attribution"],
                row["article"],
                row["voice"],
                Position(row["stance"]),
                row["origin"],
                _date(row, "said", held, owner),
                row["reason"],
                held.get((owner, "account"), []),
            )
        )
    return [
        Claim(
            row["id"],
            row["text"],
            Status(row["status"]),
            accounts[row["id"]],
            row["independent_origins"],
            row["reason"],
        )
        for row in _all(connection, "claims")
    ]


def _event(row: sqlite3.Row, held: Held) -> Event:
    return Event(
        row["id"],
        row["text"],
        _date(row, "date", held, row["id"]),
        _strings(row["participants"]),
        held.get((row["id"], "event"), []),
        row["kind"],
        row["modality"],
        row["weight"],
    )


def _origin(row: sqlite3.Row, held: Held) -> Origin:
    evidence = held.get((row["id"], "origin"), [])
    return Origin(row["id"], OriginKind(row["kind"]), row["name"], _strings(row["articles"]), evidence)


def _link(row: sqlite3.Row, held: Held) -> Link:
    evidence = held.get((_link_id(row), "link"), [])
    return Link(LinkKind(row["kind"]), row["from_article"], row["to_id"], evidence, row["reason"])


def _strings(text: str) -> list[str]:
    return msgspec.json.decode(text, type=list[str])


def _place(text: str | None) -> Place | None:
    return None if text is None else msgspec.json.decode(text, type=Place)
