"""Stories of a newsroom in PostgreSQL: the same tables as in a story file, each row with the number of its story.

Whoever opens a story gets a working copy of it in a private SQLite database that goes when it is closed, so that
everything else works as on a file. Each step written there is written to PostgreSQL as one transaction; one writer a
story at a time, and the others wait for their turn.
"""

from __future__ import annotations

import math
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rashomon.errors import NotAStory
from rashomon.story.shared_place import Place
from rashomon.story.shared_server import Server
from rashomon.story.view import read_record
from rashomon.story.whole import bring_up, empty_story, index_again, tables_of

# While pages are read, what was kept goes to the server so often.
PUSH_EVERY = 5.0
_MOST_KEY = 3


class Working(sqlite3.Connection):
    """The working copy; once `follow` is called, what is committed here is pushed to the server."""

    _server: Server | None = None
    _next = 0.0

    def follow(self, server: Server) -> None:
        """Notes from now on which rows change."""
        _note_changes(self)
        self._server, self._next = server, time.monotonic() + PUSH_EVERY

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        cursor = super().execute(sql, parameters)
        if self._server is not None and not self.in_transaction and time.monotonic() >= self._next:
            self.push()
        return cursor

    def commit(self) -> None:
        super().commit()
        self.push()

    def push(self) -> None:
        """What has changed, into the server in one step."""
        if self._server is None:
            return
        self._next = math.inf  # what is asked for on the way is no reason to begin again
        changes = super().execute("SELECT name, a, b, c FROM temp.changes ORDER BY name, a, b, c").fetchall()
        if changes:
            keys: dict[str, list[tuple[object, ...]]] = {}
            for name, *key in map(tuple, changes):
                keys.setdefault(name, []).append(tuple(key))
            (version,) = super().execute("PRAGMA user_version").fetchone()
            steps = [
                (table, [key[: len(table.key)] for key in keys[table.name]], self._rows(table, keys[table.name]))
                for table in tables_of(self)
                if table.name in keys
            ]
            self._server.push(version, steps)
            super().execute("DELETE FROM temp.changes")
        self._next = time.monotonic() + PUSH_EVERY

    def _rows(self, table: Any, keys: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
        """The rows as they are now; those that have gone are not among them."""
        names = ", ".join(f'"{name}"' for name in table.names)
        which = " AND ".join(f'"{name}" = ?' for name in table.key)
        out: list[tuple[object, ...]] = []
        for key in keys:
            row = super().execute(f'SELECT {names} FROM "{table.name}" WHERE {which}', key[: len(table.key)])  # noqa: S608
            out += map(tuple, row.fetchall())
        return out


@contextmanager
def open_shared_to_write(place: Place) -> Iterator[sqlite3.Connection]:
    """A working copy that alone may write the story until it is given back; makes the story where there is none.

    Raises ``StoryBusy`` when the others do not come to an end, ``StoryError`` when the server cannot be reached.
    """
    with Server(place) as server:
        server.lock()
        connection = _working_copy(server)
        try:
            migrated = _up_to_date(connection)
            connection.follow(server)
            if migrated:
                _note_all(connection)
                connection.push()
            yield connection
            connection.push()
        except KeyboardInterrupt:
            if not connection.in_transaction:
                connection.push()
            raise
        finally:
            connection.close()


def open_shared_to_look(place: Place) -> sqlite3.Connection:
    """A working copy as the story stands now; what is written to it stays in it. Raises ``NotAStory``."""
    with Server(place) as server:
        if server.version() is None:
            raise NotAStory(f"{place}: there is no such story; make one with: rashomon build PAGES -o {place}")
        connection = _working_copy(server)
    _up_to_date(connection)
    connection.execute("PRAGMA query_only = ON")
    return connection


def shared_exists(place: Place) -> None:
    """Raises ``NotAStory`` where there is no such story."""
    with Server(place) as server:
        if server.version() is None:
            raise NotAStory(f"{place}: there is no such story; make one with: rashomon build PAGES -o {place}")


def shared_stamp(place: Place) -> tuple[int, ...]:
    """Its number on the server and how often it was written; zeros where there is none."""
    with Server(place) as server:
        return server.stamp()


def _working_copy(server: Server) -> Working:
    # "" is a private database on disk that SQLite deletes when it is closed.
    connection = sqlite3.connect("", isolation_level=None, check_same_thread=False, factory=Working)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("BEGIN")
        empty_story(connection, server.version() or 0)
        for table in tables_of(connection):
            names = ", ".join(f'"{name}"' for name in table.names)
            marks = ", ".join("?" * len(table.names))
            command = f'INSERT OR REPLACE INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608
            connection.executemany(command, server.rows(table))
        connection.commit()
    except BaseException:
        connection.close()
        raise
    return connection


def _up_to_date(connection: Working) -> bool:
    connection.execute("BEGIN")
    migrated = bring_up(connection)
    connection.commit()
    record = read_record(connection)
    connection.execute("BEGIN")
    index_again(connection, record)
    connection.commit()
    return migrated


def _note_changes(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TEMP TABLE changes (name, a, b, c, PRIMARY KEY (name, a, b, c)) WITHOUT ROWID")
    for table in tables_of(connection):
        for event, rows in (("INSERT", ("NEW",)), ("DELETE", ("OLD",)), ("UPDATE", ("OLD", "NEW"))):
            noted = "; ".join(_noted(table.name, [f'{row}."{column}"' for column in table.key]) for row in rows)
            connection.execute(
                f'CREATE TEMP TRIGGER "{table.name} {event}" AFTER {event} ON main."{table.name}" BEGIN {noted}; END'
            )


def _note_all(connection: sqlite3.Connection) -> None:
    for table in tables_of(connection):
        key = [f'"{column}"' for column in table.key]
        values = ", ".join([*key, *["''"] * (_MOST_KEY - len(key))])
        connection.execute(
            f"INSERT OR IGNORE INTO temp.changes SELECT '{table.name}', {values} FROM \"{table.name}\""  # noqa: S608
        )


def _noted(name: str, key: list[str]) -> str:
    values = ", ".join([*key, *["''"] * (_MOST_KEY - len(key))])
    return f"INSERT OR IGNORE INTO changes VALUES ('{name}', {values})"  # noqa: S608 (names from the schema itself)
