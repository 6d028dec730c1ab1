"""The PostgreSQL side: one connection, one story, its rows, and a lock on it."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, TypeVar

from rashomon.errors import MissingExtra, StoryBusy, StoryError, StoryTooNew, UsageError
from rashomon.story.migrations import MIGRATIONS
from rashomon.story.shared_place import Place
from rashomon.story.whole import Table

T = TypeVar("T")
Step = tuple[Table, list[tuple[object, ...]], list[tuple[object, ...]]]

SCHEMA = "rashomon"
# How long a writer waits for another to end, and for a server that has gone away to come back.
PATIENCE_S = 60
_TYPES = {"INTEGER": "bigint", "REAL": "double precision", "TEXT": "text", "BLOB": "bytea"}
_STORIES = f"""
CREATE SCHEMA IF NOT EXISTS {SCHEMA};
CREATE TABLE IF NOT EXISTS {SCHEMA}.stories (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE, version integer NOT NULL,
  revision bigint NOT NULL, step uuid, changed timestamptz NOT NULL DEFAULT now()
);
"""


class Server:
    """One story on a server. Use it in a ``with`` block. Nothing is made on the server before the first `push`."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._psycopg = _driver()
        self._connection: Any = None
        self._locked = False
        self._revision: int | None = None

    def __enter__(self) -> Server:
        self._connect()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(self._psycopg.Error):
            self._connection.close()
        if isinstance(error, self._psycopg.OperationalError):
            raise StoryError(f"{self.place}: the server went away ({_line(error)}); run it again") from error

    def lock(self) -> None:
        """Makes this the only writer of the story until the connection ends. Raises ``StoryBusy``."""
        self._connection.execute(f"SET lock_timeout = '{PATIENCE_S}s'")
        try:
            self._connection.execute("SELECT pg_advisory_lock(hashtextextended(%s, 7))", (self.place.story,))
        except self._psycopg.errors.LockNotAvailable:
            raise StoryBusy(f"{self.place}: somebody else is writing it; wait for them to end and try again") from None
        self._locked = True

    def version(self) -> int | None:
        """The version of the story's tables, None where there is no such story. Raises ``StoryTooNew``."""
        row = self._story()
        self._revision = None if row is None else row[2]
        if row is not None and row[1] > len(MIGRATIONS):
            raise StoryTooNew(f"{self.place}: a newer Rashomon wrote it; update Rashomon to open it")
        return None if row is None else row[1]

    def stamp(self) -> tuple[int, int]:
        """The story's number and revision, zeros where there is none."""
        row = self._story()
        return (0, 0) if row is None else (row[0], row[2])

    def rows(self, table: Table) -> Iterator[tuple[object, ...]]:
        """The story's rows of a table."""
        names = ", ".join(f'"{name}"' for name in table.names)
        if self._story() is None or not self._there(table):
            return
        with self._connection.transaction(), self._connection.cursor("rows", binary=True) as cursor:
            cursor.execute(
                f'SELECT {names} FROM {SCHEMA}."{table.name}" WHERE story ='  # noqa: S608 (names from our schema)
                f" (SELECT id FROM {SCHEMA}.stories WHERE name = %s)",
                (self.place.story,),
            )
            yield from cursor

    def push(self, version: int, steps: Sequence[Step]) -> None:
        """Writes rows in one transaction: of each table the keys that go, and the rows that come in their place.

        A server that goes away meanwhile is waited for, and the step is then written if it has not been. Raises
        ``StoryError`` where that is in vain, or somebody else has written the story.
        """
        step = uuid.uuid4()
        self._patiently(lambda: self._push(version, steps, step))

    def _push(self, version: int, steps: Sequence[Step], step: uuid.UUID) -> None:
        row = self._story()
        if row is not None and row[3] == step:
            self._revision = row[2]
            return  # it was written, and only the answer was lost
        with self._connection.transaction():
            if row is None:
                self._connection.execute(_STORIES)
                self._connection.execute(
                    f"INSERT INTO {SCHEMA}.stories (name, version, revision) VALUES (%s, 0, 0)"  # noqa: S608
                    " ON CONFLICT DO NOTHING",
                    (self.place.story,),
                )
            found = self._connection.execute(
                f"UPDATE {SCHEMA}.stories SET revision = revision + 1, version = %s, step = %s, changed = now()"  # noqa: S608
                " WHERE name = %s AND revision = %s RETURNING id, revision",
                (version, step, self.place.story, self._revision or 0),
            ).fetchone()
            if found is None:
                raise StoryError(f"{self.place}: somebody else has written it meanwhile; run the same command again")
            for table, gone, come in steps:
                self._make(table)
                self._delete(table, found[0], gone)
                self._copy(table, found[0], come)
        self._revision = found[1]

    def _delete(self, table: Table, story: int, keys: list[tuple[object, ...]]) -> None:
        which = " AND ".join(f'"{name}" = %s' for name in table.key)
        with self._connection.cursor() as cursor:
            cursor.executemany(
                f'DELETE FROM {SCHEMA}."{table.name}" WHERE story = %s AND {which}',  # noqa: S608
                [(story, *map(_storable, key)) for key in keys],
            )

    def _copy(self, table: Table, story: int, rows: list[tuple[object, ...]]) -> None:
        names = ", ".join(f'"{name}"' for name in table.names)
        kinds = ["int8", *(_WIRE[_TYPES[kind]] for _, kind in table.columns)]
        with (
            self._connection.cursor() as cursor,
            cursor.copy(f'COPY {SCHEMA}."{table.name}" (story, {names}) FROM STDIN (FORMAT BINARY)') as copy,
        ):
            copy.set_types(kinds)
            for row in rows:
                copy.write_row(
                    (story, *(_typed(value, kind) for value, (_, kind) in zip(row, table.columns, strict=True)))
                )

    def _make(self, table: Table) -> None:
        """The table, or the columns that a newer version has added to it."""
        columns = ", ".join(f'"{name}" {_TYPES[kind]}' for name, kind in table.columns)
        key = ", ".join(f'"{name}"' for name in table.key)
        self._connection.execute(
            f'CREATE TABLE IF NOT EXISTS {SCHEMA}."{table.name}" (story bigint NOT NULL REFERENCES {SCHEMA}.stories'
            f" ON DELETE CASCADE, {columns}, PRIMARY KEY (story, {key}))"
        )
        for name, kind in table.columns:
            self._connection.execute(
                f'ALTER TABLE {SCHEMA}."{table.name}" ADD COLUMN IF NOT EXISTS "{name}" {_TYPES[kind]}'
            )

    def _story(self) -> tuple[int, int, int, uuid.UUID | None] | None:
        """Its number, version, revision and last step."""
        (there,) = self._connection.execute("SELECT to_regclass(%s)", (f"{SCHEMA}.stories",)).fetchone()
        if there is None:
            return None
        found: tuple[int, int, int, uuid.UUID | None] | None = self._connection.execute(
            f"SELECT id, version, revision, step FROM {SCHEMA}.stories WHERE name = %s",  # noqa: S608
            (self.place.story,),
        ).fetchone()
        return found

    def _there(self, table: Table) -> bool:
        (there,) = self._connection.execute("SELECT to_regclass(%s)", (f'{SCHEMA}."{table.name}"',)).fetchone()
        return there is not None

    def _patiently(self, act: Callable[[], T]) -> T:
        until = time.monotonic() + PATIENCE_S
        while True:
            try:
                if self._connection.closed:
                    self._connect()
                    if self._locked:
                        self.lock()
                return act()
            except self._psycopg.OperationalError as error:
                with suppress(self._psycopg.Error):
                    self._connection.close()
                if time.monotonic() > until:
                    raise StoryError(f"{self.place}: the server went away ({_line(error)}); run it again") from error
                time.sleep(0.5)
            except StoryError:
                raise
            except self._psycopg.Error as error:
                raise StoryError(f"{self.place}: cannot be written ({_line(error)})") from error

    def _connect(self) -> None:
        try:
            self._connection = self._psycopg.connect(
                self.place.address, autocommit=True, connect_timeout=10, application_name="rashomon"
            )
        except self._psycopg.ProgrammingError:  # its words may hold a piece of the password
            form = "postgresql://user@host/database#name"
            raise UsageError(
                f"{self.place}: not an address that PostgreSQL understands; it looks like {form}"
            ) from None
        except self._psycopg.OperationalError as error:
            if self._connection is not None:  # it was there before: `_patiently` waits for it
                raise
            what = f"{self.place}: the server cannot be reached ({_line(error)})"
            raise StoryError(f"{what}; check the address and that it runs") from error


_WIRE = {"bigint": "int8", "double precision": "float8", "text": "text", "bytea": "bytea"}


def _typed(value: object, kind: str) -> object:
    """The value as its column has it: SQLite is not strict, PostgreSQL is."""
    if value is None:
        return None
    if kind == "REAL" and isinstance(value, int | float):
        return float(value)
    return _storable(value)


def _storable(value: object) -> object:
    """PostgreSQL keeps no NUL in a text: the sign for it stands in its place, so that offsets stay."""
    return value.replace("\0", "\u2400") if isinstance(value, str) else value


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


def _driver() -> Any:
    try:
        import psycopg
    except ImportError as error:
        message = "stories in PostgreSQL need psycopg; install it with: pip install rashomon[postgres]"
        raise MissingExtra(message) from error
    return psycopg
