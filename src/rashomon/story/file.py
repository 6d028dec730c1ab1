"""Opening a story, a file or one in PostgreSQL: for looking (read-only) or for writing (one at a time)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from rashomon.errors import NotAStory, StoryBusy, StoryError, StoryTooNew, UsageError
from rashomon.story.migrations import MIGRATIONS, migrate
from rashomon.story.schema import APPLICATION_ID
from rashomon.story.shared_place import is_shared, place_of
from rashomon.story.view import read_record
from rashomon.story.whole import index_again

# How long a reader waits for a writer's short transaction before it gives up.
PATIENCE_MS = 10_000


def open_to_look(path: Path) -> sqlite3.Connection:
    """A connection that cannot write. Raises ``NotAStory`` or ``StoryTooNew``."""
    if is_shared(path):
        from rashomon.story.shared import open_shared_to_look

        return open_shared_to_look(place_of(path))
    exists(path)
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    try:
        with _translated(path):
            _recover(connection, path)
        _check_newest(connection, path)
        _settle(connection)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def open_to_write(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that alone may write until it is given back; makes the file and brings it up to date.

    Raises ``StoryBusy`` at once when another process holds it. The lock lies beside the file and goes with the
    process, however that ends.
    """
    if is_shared(path):
        from rashomon.story.shared import open_shared_to_write

        with open_shared_to_write(place_of(path)) as connection:
            yield connection
        return
    if not path.parent.is_dir():
        raise UsageError(f"{path}: its folder does not exist; make it first or choose another place")
    if path.is_dir():
        raise UsageError(f"{path}: a folder, not a file; name the story file, such as {path / 'story.rashomon'}")
    lock = path.with_name(path.name + "-lock")
    with _alone(lock, path), _translated(path):
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            _ready(connection, path)
            yield connection
        finally:
            connection.close()


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


def exists(path: Path) -> Path:
    """The same path. Raises ``NotAStory`` where no file is, or no such story in PostgreSQL."""
    if is_shared(path):
        from rashomon.story.shared import shared_exists

        shared_exists(place_of(path))
        return path
    if not path.is_file():
        raise NotAStory(f"{path}: there is no such story; make one with: rashomon build PAGES -o {path}")
    return path


@contextmanager
def _alone(lock_path: Path, path: Path) -> Iterator[None]:
    lock = FileLock(lock_path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise StoryBusy(f"{path}: another build is writing it; wait for it to end, or choose another file") from None
    except OSError as error:
        raise StoryError(f"{path}: cannot be written ({error.strerror}); choose another place for it") from None
    try:
        yield
    finally:
        # Taken away while held: whoever waits for it sees that its file is gone and asks anew.
        with suppress(OSError):
            lock_path.unlink()
        lock.release()


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise _meaning(error, path) from error


def _meaning(error: sqlite3.OperationalError, path: Path) -> Exception:
    message = str(error)
    if "full" in message:
        return StoryError(f"{path}: the disk is full; free some space and run the same command again, it goes on")
    if "locked" in message:
        return StoryBusy(f"{path}: another program is using it; close that program and try again")
    if "readonly" in message or "unable to open" in message:
        return StoryError(f"{path}: cannot be written; check that you may write there, or choose another place")
    if "disk I/O" in message:
        return StoryError(f"{path}: the disk reported an error; check the disk, or choose another place")
    return error


def _ready(connection: sqlite3.Connection, path: Path) -> None:
    _settle(connection)
    if path.stat().st_size and _check(connection, path) == len(MIGRATIONS):
        return
    is_older = path.stat().st_size > 0
    with transaction(connection):
        migrate(connection)
    if is_older:  # rows may stand under other numbers than the search index knows
        record = read_record(connection)
        with transaction(connection):
            index_again(connection, record)


def _settle(connection: sqlite3.Connection) -> None:
    connection.row_factory = sqlite3.Row
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")


def _recover(connection: sqlite3.Connection, path: Path) -> None:
    """A build killed in its last step leaves a journal; only a connection that may write can roll it back."""
    if not path.with_name(path.name + "-journal").exists():
        return
    with suppress(sqlite3.DatabaseError):
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return
    writer = sqlite3.connect(path)
    try:
        with suppress(sqlite3.DatabaseError):
            writer.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        writer.close()


def _check_newest(connection: sqlite3.Connection, path: Path) -> None:
    if _check(connection, path) < len(MIGRATIONS):
        raise NotAStory(f"{path}: an older Rashomon made it; bring it up to date with: rashomon build -o {path}")


def _check(connection: sqlite3.Connection, path: Path) -> int:
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (have,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError:
        raise NotAStory(f"{path}: not a story file; choose another name, it is left as it is") from None
    if application != APPLICATION_ID:
        raise NotAStory(f"{path}: an SQLite file, but not a story; choose another name, it is left as it is")
    if have > len(MIGRATIONS):
        raise StoryTooNew(f"{path}: a newer Rashomon wrote it; update Rashomon to open it")
    return int(have)
