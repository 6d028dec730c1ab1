"""What people have corrected: a list that is only ever added to, with undo and redo."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import msgspec

from rashomon.errors import BadCorrection
from rashomon.record.correction import Correction


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log: who corrected what and when, and when it was undone, if it was."""

    number: int
    made: str
    by: str
    correction: Correction
    undone: str | None


class Corrections:
    """The corrections of one story file. They are keyed by content, so every rebuild meets them again."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def log(self) -> list[Entry]:
        """Every correction ever made, oldest first, undone ones too."""
        rows = self._connection.execute(
            "SELECT position, made, by, correction, undone FROM corrections ORDER BY position"
        )
        return [
            Entry(number, made, by, msgspec.json.decode(text, type=Correction), undone)
            for number, made, by, text, undone in rows
        ]

    def standing(self) -> list[Correction]:
        """Those that hold now, in the order they were made."""
        return [entry.correction for entry in self.log() if entry.undone is None]

    def add(self, correction: Correction, *, by: str, made: str) -> int:
        """Adds one and returns its number."""
        cursor = self._connection.execute(
            "INSERT INTO corrections (made, by, correction) VALUES (?, ?, ?)",
            (made, by, msgspec.json.encode(correction).decode()),
        )
        return int(cursor.lastrowid or 0)

    def undoable(self) -> Entry:
        """The newest that stands. Raises ``BadCorrection`` when none does."""
        standing = [entry for entry in self.log() if entry.undone is None]
        if not standing:
            raise BadCorrection("nothing to undo: the story has no correction that stands; see: rashomon log STORY")
        return standing[-1]

    def redoable(self) -> Entry:
        """The one undone last. Raises ``BadCorrection`` when none was undone since the newest that stands."""
        log = self.log()
        newest = max((entry.number for entry in log if entry.undone is None), default=0)
        undone = [entry for entry in log if entry.undone is not None and entry.number > newest]
        if not undone:
            raise BadCorrection("nothing to redo: no correction was undone since the last one; see: rashomon log STORY")
        return undone[0]

    def set_undone(self, number: int, at: str | None) -> None:
        """Marks one as undone at a time, or as standing again (None)."""
        self._connection.execute("UPDATE corrections SET undone = ? WHERE position = ?", (at, number))
