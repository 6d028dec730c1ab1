"""What was worked out on the way to the record, kept so that a page more does not have all of it worked out again."""

from __future__ import annotations

import sqlite3
import zlib

from rashomon.story.file import transaction

# So many results are written at a time: a commit costs more than a result.
_AT_ONCE = 400


class Workings:
    """The shelf port over the story file. What it holds can be lost at any time; the record would be the same."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()

    def get(self, key: bytes) -> bytes | None:
        self._used.add(key)
        packed = self._new.get(key)
        if packed is None:
            row = self._connection.execute("SELECT value FROM workings WHERE key = ?", (key,)).fetchone()
            packed = None if row is None else row[0]
        return None if packed is None else zlib.decompress(packed)

    def put(self, key: bytes, value: bytes) -> None:
        self._used.add(key)
        self._new[key] = zlib.compress(value, 1)
        if len(self._new) >= _AT_ONCE:
            with transaction(self._connection):
                self._write()

    def forget_unused(self) -> None:
        """Keeps what this build asked for or made, and nothing else; inside the caller's transaction."""
        self._write()
        held = self._connection.execute("SELECT key FROM workings")
        gone = [(key,) for (key,) in held if key not in self._used]
        self._connection.executemany("DELETE FROM workings WHERE key = ?", gone)

    def _write(self) -> None:
        self._connection.executemany("INSERT OR REPLACE INTO workings VALUES (?, ?)", sorted(self._new.items()))
        self._new.clear()
