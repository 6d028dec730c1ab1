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
# Each kind of line has a range of row numbers of its own, so that the index is asked for that kind alone.
_RANGE = 1_000_000_000
_PLACES: dict[Kind, int] = {"name": 0, "claim": 1, "said": 2}


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
    """At most ``limit`` hits of each kind that hold all the words (the last may be unfinished): articles best first,
    the others in the order of the record. Ranking costs a look at every match, and of lines there may be very many.
    """
    found = _WORD.findall(words)
    if not found:
        return []
    query = _query(found)
    hits: list[Hit] = []
    for kind in KINDS:
        if kind in kinds:
            found_here = _lines if kind != "article" else _ranked if len(words.strip()) > 1 else _first
            hits += found_here(connection, query, kind, limit)
    return hits


def _query(words: list[str]) -> str:
    """All the words, the last one unfinished. One letter begins too many words to be a beginning: it is left out until
    there is a second, or stands for itself where it is all there is."""
    if len(words[-1]) == 1:
        return " ".join(f'"{word}"' for word in words[:-1] or words)
    return " ".join(f'"{word}"' for word in words) + "*"


def write_search(connection: sqlite3.Connection, record: Record) -> None:
    """Makes what is searched anew from ``record``, whose tables are already written."""
    connection.execute("INSERT INTO article_search(article_search) VALUES ('rebuild')")
    connection.execute("DELETE FROM line_search")
    connection.executemany(
        "INSERT INTO line_search(rowid, kind, id, article, heading, text) VALUES (?, ?, ?, ?, ?, ?)",
        ((_PLACES[line[0]] * _RANGE + number, *line) for number, line in enumerate(_all_lines(record), 1)),
    )


def _ranked(connection: sqlite3.Connection, query: str, kind: Kind, limit: int) -> list[Hit]:
    return _articles(connection, query, limit, "rank")


def _first(connection: sqlite3.Connection, query: str, kind: Kind, limit: int) -> list[Hit]:
    return _articles(connection, query, limit, "rowid")


def _articles(connection: sqlite3.Connection, query: str, limit: int, order: str) -> list[Hit]:
    rows = connection.execute(
        "SELECT a.id, a.title, a.outlet, s.piece FROM"  # noqa: S608 (the order is one of two constants)
        f" (SELECT rowid AS number, {order} AS place, snippet(article_search, 2, '«', '»', '…', 24) AS piece"
        f"  FROM article_search WHERE article_search MATCH ? ORDER BY {order} LIMIT ?) s"
        " JOIN articles a ON a.number = s.number ORDER BY s.place, s.number",
        (query, limit),
    )
    return [Hit(article, title, outlet, piece, "article", article) for article, title, outlet, piece in rows]


def _lines(connection: sqlite3.Connection, query: str, kind: Kind, limit: int) -> list[Hit]:
    start = _PLACES[kind] * _RANGE
    rows = connection.execute(
        "SELECT coalesce(s.article, ''), s.heading, a.outlet, s.piece, s.id FROM"
        " (SELECT article, heading, id, rowid AS number, snippet(line_search, 4, '«', '»', '…', 24) AS piece"
        "  FROM line_search WHERE line_search MATCH ? AND rowid > ? AND rowid <= ? ORDER BY rowid LIMIT ?) s"
        " LEFT JOIN articles a ON a.id = s.article ORDER BY s.number",
        (query, start, start + _RANGE, limit),
    )
    return [Hit(article, heading, outlet, piece, kind, known) for article, heading, outlet, piece, known in rows]


def _all_lines(record: Record) -> Iterator[tuple[Kind, str, str | None, str | None, str]]:
    names = {entity.id: entity.name for entity in record.entities}
    for entity in record.entities:
        yield "name", entity.id, None, entity.name, " · ".join(entity.names)
    for claim in record.claims:
        yield "claim", claim.id, None, None, claim.text
    for one in record.attributions:
        speaker = names.get(one.source.entity or "", one.source.name)
        yield "said", one.id, one.article, speaker, " … ".join(piece.text for piece in one.content)
