"""A story file opened for looking."""

from __future__ import annotations

import sqlite3
from functools import cached_property
from pathlib import Path
from types import TracebackType

from rashomon.record import Reading, Record
from rashomon.story.corrections import Corrections, Entry
from rashomon.story.file import open_to_look, open_to_write, transaction
from rashomon.story.readings import Readings
from rashomon.story.search import Hit, Kind, search
from rashomon.story.view import read_record
from rashomon.story.whole import copy_story


class Story:
    """One story: its record, its pages' readings, its log of corrections, and a search. Loads no model.

    Use it in a ``with`` block, or close it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection = open_to_look(path)

    @cached_property
    def record(self) -> Record:
        """The whole record as it stood when first asked for."""
        return read_record(self._connection)

    def reading(self, page: str) -> Reading | None:
        """What was read on one page, with the page's decoded text; None where it could not be read."""
        kept = Readings(self._connection).of_page(page)
        return None if kept is None else kept.reading

    def unread(self) -> dict[str, str]:
        """The pages that could not be read: id to message."""
        return Readings(self._connection).unread()

    def log(self) -> list[Entry]:
        """Every correction made, oldest first."""
        return Corrections(self._connection).log()

    def search(self, words: str, *, limit: int = 20, kinds: tuple[Kind, ...] = ("article",)) -> list[Hit]:
        """At most ``limit`` hits of each kind (`KINDS`) that hold all the words (the last may be unfinished), best
        first."""
        return search(self._connection, words, limit, kinds)

    def copy_to(self, path: Path) -> None:
        """Everything it holds into another story, which then holds nothing else."""
        with open_to_write(path) as connection, transaction(connection):
            copy_story(self._connection, connection)

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Story:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
