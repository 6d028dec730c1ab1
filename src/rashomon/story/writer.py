"""A record into the tables of a story file: only what differs from the record that the file holds is written."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, TypeAlias

import msgspec

from rashomon.record import Record
from rashomon.story import tables
from rashomon.story.search import forget_lines, line_of, rank_of, write_lines

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
)
# So many rows are made ready for their tables at a time.
_AT_ONCE = 5000
# Kept beside each row: its digest, by which a changed one is known, and its number in its table.
Held: TypeAlias = dict[str, tuple[bytes, int]]


@dataclass(frozen=True, slots=True)
class _Kind:
    """One table of the record, and how its rows are written."""

    table: str
    rows: Callable[[int, Any], Iterator[tables.Row]]


_KINDS = (
    _Kind("pages", tables.page_rows),
    _Kind("articles", tables.article_rows),
    _Kind("entities", tables.entity_rows),
    _Kind("attributions", tables.attribution_rows),
    _Kind("claims", tables.claim_rows),
    _Kind("events", tables.event_rows),
    _Kind("origins", tables.origin_rows),
    _Kind("links", tables.link_rows),
)


def write_record(connection: sqlite3.Connection, record: Record) -> None:
    """Replaces the record the file holds, inside the caller's transaction; cache and corrections stay."""
    names = {entity.id: entity.name for entity in record.entities}
    if connection.execute("SELECT 1 FROM written LIMIT 1").fetchone() is None:
        _clear(connection)
    for kind in _KINDS:
        _write_kind(connection, kind, getattr(record, kind.table), names)
    connection.execute("DELETE FROM dropped")
    connection.executemany("INSERT INTO dropped VALUES (?, ?)", sorted(record.dropped.items()))
    about = {"title": record.story.title, "built": record.story.built, "version": record.story.version}
    connection.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", sorted(about.items()))


def _clear(connection: sqlite3.Connection) -> None:
    for table in _RECORD_TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 (names are the constants above)
    connection.execute("INSERT INTO article_search(article_search) VALUES ('rebuild')")
    connection.execute("DELETE FROM line_search")


def _write_kind(connection: sqlite3.Connection, kind: _Kind, items: Sequence[Any], names: dict[str, str]) -> None:
    held: Held = {
        owner: (digest, number)
        for owner, digest, number in connection.execute(
            "SELECT owner, digest, number FROM written WHERE kind = ?", (kind.table,)
        )
    }
    taken = {number for _, number in held.values()}
    order, changed, gone = [], [], dict(held)
    for item in items:
        owner = tables.link_id(item) if kind.table == "links" else item.id
        order.append(owner)
        digest = _digest(item, line_of(item, names))
        known = held.get(owner)
        if known is not None and known[0] == digest:
            del gone[owner]
        else:
            taken.discard(known[1] if known is not None else -1)
            number = _number(owner, rank_of(item), taken)
            changed.append((owner, digest, number, item))
    _delete(connection, kind, gone)
    _insert(connection, kind, changed, names)
    connection.execute("INSERT OR REPLACE INTO orders VALUES (?, ?)", (kind.table, msgspec.json.encode(order).decode()))


def _digest(item: object, line: object) -> bytes:
    return blake2b(msgspec.msgpack.encode((item, line)), digest_size=12).digest()


def _number(owner: str, rank: int, taken: set[int]) -> int:
    """A number that depends on nothing but the row, where no other row has it: higher ranks come first."""
    hashed = int.from_bytes(blake2b(owner.encode(), digest_size=4).digest(), "big") >> 4
    number = rank << 28 | hashed
    while number in taken:
        number += 1
    taken.add(number)
    return number


def _delete(connection: sqlite3.Connection, kind: _Kind, gone: Held) -> None:
    numbers = [(number,) for _, number in gone.values()]
    if kind.table == "claims":
        within = [(f"{owner}#", f"{owner}$") for owner in gone]
        connection.executemany("DELETE FROM evidence WHERE owner > ? AND owner < ?", within)
        connection.executemany("DELETE FROM accounts WHERE claim = ?", [(owner,) for owner in gone])
    forget_lines(connection, kind.table, [number for (number,) in numbers])
    connection.executemany(f"DELETE FROM {kind.table} WHERE number = ?", numbers)  # noqa: S608 (our own table names)
    owners = [(owner,) for owner in gone]
    connection.executemany("DELETE FROM evidence WHERE owner = ?", owners)
    connection.executemany("DELETE FROM written WHERE kind = ? AND owner = ?", [(kind.table, o) for (o,) in owners])


def _insert(
    connection: sqlite3.Connection, kind: _Kind, changed: list[tuple[str, bytes, int, Any]], names: dict[str, str]
) -> None:
    changed.sort(key=_by_number)
    for start in range(0, len(changed), _AT_ONCE):
        _insert_some(connection, kind, changed[start : start + _AT_ONCE], names)


def _insert_some(
    connection: sqlite3.Connection, kind: _Kind, changed: Sequence[tuple[str, bytes, int, Any]], names: dict[str, str]
) -> None:
    rows: dict[str, list[tuple[object, ...]]] = defaultdict(list)
    for _, _, number, item in changed:
        for table, row in kind.rows(number, item):
            rows[table].append(row)
    for table, some in rows.items():
        _insert_rows(connection, table, some)
    lines = ((number, line_of(item, names)) for _, _, number, item in changed)
    write_lines(connection, kind.table, lines)
    _insert_rows(connection, "written", [(kind.table, owner, digest, n) for owner, digest, n, _ in changed])


def _by_number(one: tuple[str, bytes, int, Any]) -> int:
    return one[2]


def _insert_rows(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    rows = list(rows)
    if rows:
        marks = ",".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 (our own table names)
