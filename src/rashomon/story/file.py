"""Opening a story file: for looking (read-only) or for writing (one at a time)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from rashomon.errors import NotAStory, StoryBusy, StoryTooNew, UsageError
from rashomon.story.schema import APPLICATION_ID, MIGRATIONS, migrate

# How long a reader waits for a writer's short transaction before it gives up.
PATIENCE_MS = 10_000


def open_to_look(path: Path) -> sqlite3.Connection:
    """A connection that cannot write. Raises ``NotAStory`` or ``StoryTooNew``."""
    if not path.is_file():
        raise NotAStory(f"{path}: there is no such story; make one with: rashomon build PAGES -o {path}")
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    try:
        have = _check(connection, path)
    except BaseException:
        connection.close()
        raise
    if have < len(MIGRATIONS):
        connection.close()
        raise NotAStory(f"{path}: an older Rashomon made it; bring it up to date with: rashomon build -o {path}")
    _settle(connection)
    return connection


@contextmanager
def open_to_write(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that alone may write until it is given back; makes the file and brings it up to date.

    Raises ``StoryBusy`` at once when another process holds it. The lock lies beside the file and goes with the
    process, however that ends.
    """
    if not path.parent.is_dir():
        raise UsageError(f"{path}: its folder does not exist; make it first or choose another place")
    lock = FileLock(path.with_name(path.name + "-lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise StoryBusy(f"{path}: another build is writing it; wait for it to end, or choose another file") from None
    try:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            _ready(connection, path)
            yield connection
        finally:
            connection.close()
    finally:
        lock.release()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything inside happens, or nothing does."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _ready(connection: sqlite3.Connection, path: Path) -> None:
    _settle(connection)
    if path.stat().st_size and _check(connection, path) == len(MIGRATIONS):
        return
    with transaction(connection):
        migrate(connection)


def _settle(connection: sqlite3.Connection) -> None:
    connection.row_factory = sqlite3.Row
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")


def _check(connection: sqlite3.Connection, path: Path) -> int:
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (have,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError:
        raise NotAStory(f"{path}: not a story file; choose another name for -o, it is left as it is") from None
    if application != APPLICATION_ID:
        raise NotAStory(f"{path}: an SQLite file, but not a story; choose another name, it is left as it is")
    if have > len(MIGRATIONS):
        raise StoryTooNew(f"{path}: a newer Rashomon wrote it; update Rashomon to open it")
    return int(have)
