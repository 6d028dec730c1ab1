"""Searching a story while somebody types."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.record import Record

Kind: TypeAlias = Literal["article", "claim", "said", "name"]
KINDS: tuple[Kind, ...] = ("name", "claim", "said", "article")

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """Something a search found: an article, a claim, an attribution ("said") or an entity ("name").

    ``id`` is its id; ``article`` the article it stands in, "" for what stands in several. ``title`` is the
    article's title, the speaker of what was said, the entity's name. ``snippet`` is a piece of the text, the words
    found between « and ».
    """

    article: str
    title: str | None
    outlet: str | None
    snippet: str
    kind: Kind = "article"
    id: str = ""


def search(connection: sqlite3.Connection, words: str, limit: int, kinds: tuple[Kind, ...]) -> list[Hit]:
    """At most ``limit`` hits of each kind that hold all the words (the last may be unfinished), best first."""
    found = _WORD.findall(words)
    if not found:
        return []
    query = " ".join(f'"{word}"' for word in found) + "*"
    hits: list[Hit] = []
    for kind in KINDS:
        if kind in kinds:
            hits += _articles(connection, query, limit) if kind == "article" else _lines(connection, query, kind, limit)
    return hits


def write_search(connection: sqlite3.Connection, record: Record) -> None:
    """Makes what is searched anew from ``record``, whose tables are already written."""
    connection.execute("INSERT INTO article_search(article_search) VALUES ('rebuild')")
    connection.execute("DELETE FROM line_search")
    connection.executemany("INSERT INTO line_search VALUES (?, ?, ?, ?, ?)", _all_lines(record))


def _articles(connection: sqlite3.Connection, query: str, limit: int) -> list[Hit]:
    rows = connection.execute(
        "SELECT a.id, a.title, a.outlet, s.piece FROM"
        " (SELECT rowid AS number, rank AS place, snippet(article_search, 2, '«', '»', '…', 24) AS piece"
        "  FROM article_search WHERE article_search MATCH ? ORDER BY rank LIMIT ?) s"
        " JOIN articles a ON a.number = s.number ORDER BY s.place, a.number",
        (query, limit),
    )
    return [Hit(article, title, outlet, piece, "article", article) for article, title, outlet, piece in rows]


def _lines(connection: sqlite3.Connection, query: str, kind: Kind, limit: int) -> list[Hit]:
    rows = connection.execute(
        "SELECT coalesce(s.article, ''), s.heading, a.outlet, s.piece, s.id FROM"
        " (SELECT article, heading, id, rowid AS number, rank AS place,"
        "   snippet(line_search, 4, '«', '»', '…', 24) AS piece"
        "  FROM line_search WHERE line_search MATCH ? AND kind = ? ORDER BY rank LIMIT ?) s"
        " LEFT JOIN articles a ON a.id = s.article ORDER BY s.place, s.number",
        (query, kind, limit),
    )
    return [Hit(article, heading, outlet, piece, kind, known) for article, heading, outlet, piece, known in rows]


def _all_lines(record: Record) -> Iterator[tuple[str, str, str | None, str | None, str]]:
    names = {entity.id: entity.name for entity in record.entities}
    for entity in record.entities:
        yield "name", entity.id, None, entity.name, " · ".join(entity.names)
    for claim in record.claims:
        yield "claim", claim.id, None, None, claim.text
    for one in record.attributions:
        speaker = names.get(one.source.entity or "", one.source.name)
        yield "said", one.id, one.article, speaker, " … ".join(piece.text for piece in one.content)
