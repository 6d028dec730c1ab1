"""A whole story as tables: what there is to copy, and the search index made anew from it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from rashomon.record import Record
from rashomon.story.migrations import MIGRATIONS, migrate
from rashomon.story.schema import APPLICATION_ID
from rashomon.story.search import line_of, write_lines
from rashomon.story.view import read_record

# What a file keeps of itself, which another place has its own of.
_OWN = ("migrations",)


@dataclass(frozen=True, slots=True)
class Table:
    """One table with its columns as (name, SQLite's type), and the columns of its key."""

    name: str
    columns: tuple[tuple[str, str], ...]
    key: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.columns]


def tables_of(connection: sqlite3.Connection) -> list[Table]:
    """The tables a story consists of, by name; what is derived from them (the search index) is not among them."""
    rows = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    return [_table(connection, name) for (name,) in sorted(map(tuple, rows)) if name not in _OWN]


def empty_story(connection: sqlite3.Connection, version: int) -> None:
    """The tables as a Rashomon of schema ``version`` made them, inside the caller's transaction."""
    for step in MIGRATIONS[:version]:
        step(connection)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def bring_up(connection: sqlite3.Connection) -> bool:
    """Brings older tables up to date, inside the caller's transaction; whether there was anything to do."""
    (have,) = connection.execute("PRAGMA user_version").fetchone()
    if have < len(MIGRATIONS):
        migrate(connection)
    return bool(have < len(MIGRATIONS))


def copy_story(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Makes ``target`` hold what ``source`` holds and nothing else, inside the caller's transaction."""
    record = read_record(source)
    for table in tables_of(target):
        target.execute(f'DELETE FROM "{table.name}"')  # noqa: S608 (names from the schema itself)
        names = ", ".join(f'"{name}"' for name in table.names)
        marks = ", ".join("?" * len(table.names))
        rows = source.execute(f'SELECT {names} FROM "{table.name}"')  # noqa: S608
        target.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', map(tuple, rows))  # noqa: S608
    index_again(target, record)


def index_again(connection: sqlite3.Connection, record: Record) -> None:
    """Makes the search index anew from the tables, which hold ``record``, inside the caller's transaction."""
    connection.execute("INSERT INTO article_search(article_search) VALUES ('rebuild')")
    connection.execute("DELETE FROM line_search")
    names = {entity.id: entity.name for entity in record.entities}
    for table, items in (
        ("entities", record.entities),
        ("claims", record.claims),
        ("attributions", record.attributions),
    ):
        numbers = dict(connection.execute(f"SELECT id, number FROM {table}").fetchall())  # noqa: S608
        write_lines(connection, table, ((numbers[item.id], line_of(item, names)) for item in items))


def _table(connection: sqlite3.Connection, name: str) -> Table:
    rows = connection.execute("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", (name,)).fetchall()
    key = [column for _, column in sorted((pk, column) for column, _, pk in rows if pk)]
    return Table(name, tuple((column, kind) for column, kind, _ in rows), tuple(key))
