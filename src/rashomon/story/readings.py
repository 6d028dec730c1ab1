"""The page half's results, kept in the story file by content hash and by what made them."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from rashomon.record import Reading
from rashomon.record.codec import decode_reading


@dataclass(frozen=True, slots=True)
class Chosen:
    """A page of the story: its content hash, its name in the record, and which of its readings counts."""

    page: str
    name: str
    made_by: str
    captured: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """A page of the story and its reading, or the short reason and the message why there is none."""

    chosen: Chosen
    reading: Reading | None
    reason: str
    message: str


class Readings:
    """What has been read so far. Each `keep` is lasting on its own, so that a killed build resumes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def has(self, page: str, made_by: str) -> bool:
        """Whether it need not be read again. What failed for want of memory or time is worth another try."""
        found = self._connection.execute(
            "SELECT 1 FROM readings WHERE page = ? AND made_by = ? AND lasting", (page, made_by)
        ).fetchone()
        return found is not None

    def known(self, page: str, made_by: str) -> bool:
        """Whether there is a reading, or a reason why there is none."""
        found = self._connection.execute("SELECT 1 FROM readings WHERE page = ? AND made_by = ?", (page, made_by))
        return found.fetchone() is not None

    def keep(
        self,
        page: str,
        made_by: str,
        reading: bytes | None,
        *,
        reason: str = "",
        message: str = "",
        lasting: bool = True,
    ) -> None:
        """Keeps one encoded reading, or the reason there is none; replaces what was kept for the same key."""
        packed = None if reading is None else zlib.compress(reading, 3)
        self._connection.execute(
            "INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?, ?)",
            (page, made_by, packed, reason, message, lasting),
        )

    def choose(self, pages: Iterable[Chosen]) -> None:
        """Sets which pages the story holds; forgets the readings of all others."""
        rows = sorted((one.page, one.name, one.made_by, one.captured) for one in pages)
        self._connection.execute("DELETE FROM sources")
        self._connection.executemany("INSERT INTO sources VALUES (?, ?, ?, ?)", rows)
        self._connection.execute(
            "DELETE FROM readings WHERE NOT EXISTS"
            " (SELECT 1 FROM sources s WHERE s.page = readings.page AND s.made_by = readings.made_by)"
        )

    def chosen(self) -> list[Chosen]:
        """The pages the story holds, by id."""
        rows = self._connection.execute("SELECT page, name, made_by, captured FROM sources ORDER BY page")
        return [Chosen(*row) for row in rows]

    def of(self, pages: Iterable[Chosen]) -> Iterator[tuple[bytes, Chosen]]:
        """The pages by id, each with a digest of its reading and of the name it goes by here."""
        for one in sorted(pages, key=lambda chosen: chosen.page):
            packed, reason, message = self._row(one)
            about = msgspec.msgpack.encode((one.page, one.name, one.captured, reason, message))
            yield hashlib.blake2b(about + (packed or b""), digest_size=16).digest(), one

    def of_page(self, page: str) -> Kept | None:
        """The reading of one page of the story, or None where the story has no such page."""
        row = self._connection.execute(
            "SELECT page, name, made_by, captured FROM sources WHERE page = ?", (page,)
        ).fetchone()
        return None if row is None else self.kept(Chosen(*row))

    def unread(self) -> dict[str, str]:
        """The pages of the story that could not be read: id to message."""
        rows = self._connection.execute(
            "SELECT s.page, r.message FROM sources s JOIN readings r ON r.page = s.page AND r.made_by = s.made_by"
            " WHERE r.reading IS NULL ORDER BY s.page"
        )
        return dict(rows)

    def kept(self, one: Chosen) -> Kept:
        """A page with its reading, or with the reason why there is none."""
        packed, reason, message = self._row(one)
        if packed is None:
            return Kept(one, None, reason, message)
        try:
            return Kept(one, decode_reading(zlib.decompress(packed)), "", "")
        except msgspec.ValidationError:
            why = "another version of Rashomon read it; name the page to rashomon build to have it read again"
            return Kept(one, None, "read by another version", why)

    def _row(self, one: Chosen) -> tuple[bytes | None, str, str]:
        row = self._connection.execute(
            "SELECT reading, reason, message FROM readings WHERE page = ? AND made_by = ?", (one.page, one.made_by)
        ).fetchone()
        return row[0], row[1], row[2]
