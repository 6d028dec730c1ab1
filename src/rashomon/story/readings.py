"""The page half's results, kept in the story file by content hash and by what made them."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.record import Reading
from rashomon.record.codec import decode_reading


@dataclass(frozen=True, slots=True)
class Kept:
    """A page of the story: its reading, or why there is none."""

    page: str
    name: str
    reading: Reading | None
    reason: str
    message: str


class Readings:
    """What has been read so far. Each `keep` is lasting on its own, so that a killed build resumes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def has(self, page: str, made_by: str) -> bool:
        found = self._connection.execute(
            "SELECT 1 FROM readings WHERE page = ? AND made_by = ?", (page, made_by)
        ).fetchone()
        return found is not None

    def keep(self, page: str, made_by: str, reading: bytes | None, reason: str, message: str) -> None:
        """Keeps one encoded reading, or the reason there is none; replaces what was kept for the same key."""
        packed = None if reading is None else zlib.compress(reading, 3)
        self._connection.execute(
            "INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?)", (page, made_by, packed, reason, message)
        )

    def choose(self, pages: Iterable[tuple[str, str, str, str | None]]) -> None:
        """Sets which pages the story holds: (page, name, made_by, captured); forgets the readings of all others."""
        self._connection.execute("DELETE FROM sources")
        self._connection.executemany("INSERT INTO sources VALUES (?, ?, ?, ?)", sorted(pages))
        self._connection.execute(
            "DELETE FROM readings WHERE NOT EXISTS"
            " (SELECT 1 FROM sources s WHERE s.page = readings.page AND s.made_by = readings.made_by)"
        )

    def sources(self) -> list[tuple[str, str, str, str | None]]:
        """The pages the story holds, by id: (page, name, made_by, captured)."""
        rows = self._connection.execute("SELECT page, name, made_by, captured FROM sources ORDER BY page")
        return [(row[0], row[1], row[2], row[3]) for row in rows]

    def chosen(self) -> Iterable[Kept]:
        """The readings of the story's pages, by id."""
        rows = self._connection.execute(
            "SELECT s.page, s.name, r.reading, r.reason, r.message FROM sources s"
            " JOIN readings r ON r.page = s.page AND r.made_by = s.made_by ORDER BY s.page"
        )
        for page, name, packed, reason, message in rows:
            yield Kept(page, name, _unpack(packed), reason, message)

    def of(self, page: str) -> Reading | None:
        """The reading of one page of the story, or None where it could not be read or is not here."""
        row = self._connection.execute(
            "SELECT r.reading FROM sources s JOIN readings r ON r.page = s.page AND r.made_by = s.made_by"
            " WHERE s.page = ?",
            (page,),
        ).fetchone()
        return None if row is None else _unpack(row[0])


def _unpack(packed: bytes | None) -> Reading | None:
    return None if packed is None else decode_reading(zlib.decompress(packed))
