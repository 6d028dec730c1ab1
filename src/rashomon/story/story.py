"""A story file opened for looking."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType

from rashomon.record import Reading, Record
from rashomon.story.corrections import Corrections, Entry
from rashomon.story.file import open_to_look
from rashomon.story.readings import Readings
from rashomon.story.view import read_record

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found; ``snippet`` is a piece of its text, the words found between « and »."""

    article: str
    title: str | None
    outlet: str | None
    snippet: str


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
        return Readings(self._connection).of(page)

    def log(self) -> list[Entry]:
        """Every correction made, oldest first."""
        return Corrections(self._connection).log()

    def search(self, words: str, *, limit: int = 20) -> list[Hit]:
        """Articles that hold all the words (the last one may be unfinished), best first."""
        found = _WORD.findall(words)
        if not found:
            return []
        query = " ".join(f'"{word}"' for word in found) + "*"
        rows = self._connection.execute(
            "SELECT a.id, a.title, a.outlet, snippet(article_search, 2, '«', '»', '…', 24)"
            " FROM article_search s JOIN articles a ON a.rowid = s.rowid"
            " WHERE article_search MATCH ? ORDER BY rank LIMIT ?",
            (query, limit),
        )
        return [Hit(*row) for row in rows]

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Story:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
