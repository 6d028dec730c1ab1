"""Searching a story while somebody types."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.record import AttributionRow, Claim, Entity, Status

Kind: TypeAlias = Literal["article", "claim", "said", "name"]
KINDS: tuple[Kind, ...] = ("name", "claim", "said", "article")

_WORD = re.compile(r"\w+")
# Each kind of line has a range of row numbers of its own, so that the index is asked for that kind alone.
RANGE = 1 << 60
_PLACES: dict[Kind, int] = {"name": 0, "claim": 1, "said": 2}
_LINES: dict[str, Kind] = {"entities": "name", "claims": "claim", "attributions": "said"}

# A line's kind, id, article, heading and text.
Line: TypeAlias = tuple[Kind, str, str | None, str | None, str]


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
    the others by `rank_of`. Ranking by words costs a look at every match, and of lines there may be very many.
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


def rank_of(item: object) -> int:
    """Where among its kind a row is found, in 12 bits, the first least: people much told of, claims in dispute."""
    if isinstance(item, Entity):
        return 4095 - min(4095, len(item.mentions))
    if isinstance(item, Claim):
        settled = item.status is not Status.DISPUTED
        return settled << 11 | 31 - min(31, item.independent_origins) << 6 | 63 - min(63, len(item.accounts))
    return 0


def line_of(item: object, names: Mapping[str, str]) -> Line | None:
    """What is searched of a row; None where nothing is, or the article's own columns are. ``names`` are of entities."""
    if isinstance(item, Entity):
        return "name", item.id, None, item.name, " · ".join(item.names)
    if isinstance(item, Claim):
        return "claim", item.id, None, None, item.text
    if isinstance(item, AttributionRow):
        speaker = names.get(item.source.entity or "", item.source.name)
        return "said", item.id, item.article, speaker, " … ".join(piece.text for piece in item.content)
    return None


def forget_lines(connection: sqlite3.Connection, table: str, numbers: Sequence[int]) -> None:
    """Takes rows out of what is searched, before their table forgets them."""
    if table == "articles":
        connection.executemany(
            "INSERT INTO article_search(article_search, rowid, title, outlet, text)"
            " SELECT 'delete', number, title, outlet, text FROM articles WHERE number = ?",
            [(number,) for number in numbers],
        )
    elif table in _LINES:
        start = _PLACES[_LINES[table]] * RANGE
        connection.executemany("DELETE FROM line_search WHERE rowid = ?", [(start + number,) for number in numbers])


def write_lines(connection: sqlite3.Connection, table: str, lines: Iterable[tuple[int, Line | None]]) -> None:
    """Puts rows, which their table has by now, into what is searched."""
    if table == "articles":
        connection.executemany(
            "INSERT INTO article_search(rowid, title, outlet, text)"
            " SELECT number, title, outlet, text FROM articles WHERE number = ?",
            [(number,) for number, _ in lines],
        )
    elif table in _LINES:
        start = _PLACES[_LINES[table]] * RANGE
        connection.executemany(
            "INSERT INTO line_search(rowid, kind, id, article, heading, text) VALUES (?, ?, ?, ?, ?, ?)",
            [(start + number, *line) for number, line in lines if line is not None],
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
    start = _PLACES[kind] * RANGE
    rows = connection.execute(
        "SELECT coalesce(s.article, ''), s.heading, a.outlet, s.piece, s.id FROM"
        " (SELECT article, heading, id, rowid AS number, snippet(line_search, 4, '«', '»', '…', 24) AS piece"
        "  FROM line_search WHERE line_search MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid LIMIT ?) s"
        " LEFT JOIN articles a ON a.id = s.article ORDER BY s.number",
        (query, start, start + RANGE, limit),
    )
    return [Hit(article, heading, outlet, piece, kind, known) for article, heading, outlet, piece, known in rows]
