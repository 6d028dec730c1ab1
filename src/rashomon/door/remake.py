"""The story half over what a story file holds."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from rashomon.door.pairs import entailer_for
from rashomon.options import VERSION
from rashomon.ports import Progress
from rashomon.record import Correction, Filed, Page, Reading, Record
from rashomon.relating.story import relate
from rashomon.story import Chosen, Kept, Readings, Workings, name_of, transaction, write_record


@dataclass(frozen=True, slots=True)
class Remade:
    """The record, and whether a pair model had a say in it."""

    record: Record
    judged: bool


def now() -> str:
    """This second, as the story file writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def remake(
    connection: sqlite3.Connection,
    path: Path,
    *,
    corrections: Sequence[Correction],
    progress: Progress,
    chosen: Sequence[Chosen] | None = None,
    title: str | None = None,
    also: Callable[[], object] = lambda: None,
) -> Remade:
    """Relates the readings and writes the record.

    The record, the pages ``chosen`` (None: those the story holds) and what ``also`` writes change in one step at the
    end, so that a failure before it leaves the story as it was.
    """
    readings, shelf = Readings(connection), Workings(connection)
    entailer = entailer_for(connection)
    with _uncollected():
        record = relate(
            _filed(readings, readings.chosen() if chosen is None else chosen),
            title=title or _known_title(connection) or name_of(path),
            built=now(),
            version=VERSION,
            corrections=corrections,
            entailer=entailer,
            progress=progress,
            shelf=shelf,
        )
    progress.stage("writing the story", None)
    with transaction(connection):
        also()
        if chosen is not None:
            readings.choose(chosen)
            if entailer is not None:
                entailer.forget_unused()
        shelf.forget_unused()
        write_record(connection, record)
    return Remade(record, entailer is not None)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for garbage meanwhile: of the millions of small things that a large pile is made of none goes."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _filed(readings: Readings, chosen: Iterable[Chosen]) -> Iterator[Filed]:
    for digest, one in readings.of(chosen):
        yield Filed(digest, partial(_fetched, readings, one))


def _fetched(readings: Readings, chosen: Chosen) -> Reading:
    return _reading(readings.kept(chosen))


def _reading(kept: Kept) -> Reading:
    """A reading under the name its page has in this story; what could not be read is a page too, with its reason."""
    chosen = kept.chosen
    if kept.reading is None:
        dropped = {f"page: {kept.reason}": 1}
        return Reading(Page(chosen.page, chosen.name, "", problems=[kept.message], dropped=dropped))
    page = kept.reading.page
    return replace(kept.reading, page=replace(page, name=chosen.name, captured=page.captured or chosen.captured))


def _known_title(connection: sqlite3.Connection) -> str | None:
    row = connection.execute("SELECT value FROM about WHERE name = 'title'").fetchone()
    return None if row is None else str(row[0])
