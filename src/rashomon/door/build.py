"""Pages into a story."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path

from rashomon.door.sources import Source, jobs_of
from rashomon.engines import Job, engine_for
from rashomon.errors import NotAStory
from rashomon.options import VERSION, Options
from rashomon.ports import Progress
from rashomon.record import Page, Reading
from rashomon.relating.story import relate
from rashomon.story import Corrections, Kept, Readings, Story, open_to_write, transaction, write_record

# A worker costs about two seconds to start; below this many new pages one process is sooner done.
PAGES_WORTH_A_POOL = 12


class Silent:
    """A progress that nobody watches."""

    def stage(self, name: str, total: int | None) -> None:
        """Nothing to show."""

    def advance(self, units: int = 1) -> None:
        """Nothing to show."""


def build(
    sources: Iterable[Source] | Source,
    story: str | PathLike[str],
    *,
    title: str | None = None,
    options: Options | None = None,
    workers: int | None = None,
    only: bool = False,
    progress: Progress | None = None,
) -> Story:
    """Reads the pages that are new to ``story``, reconstructs the record from all its pages, and opens it.

    Pages of earlier builds stay unless ``only`` is set. Each page read is kept at once, so a killed build goes on
    where it was; the record changes in one step. Raises ``StoryBusy`` while another build writes the file,
    ``UsageError`` for a path that is not there.
    """
    path, options, progress = Path(story), options or Options(), progress or Silent()
    given = [sources] if isinstance(sources, (str, PathLike, Page)) else list(sources)
    with open_to_write(path) as connection:
        progress.stage("looking at the files", None)
        jobs = jobs_of(given)
        _read_new(connection, jobs, options, workers, progress)
        readings = Readings(connection)
        with transaction(connection):
            readings.choose(_chosen(readings, jobs, options, only))
            _relate(connection, path, title, progress)
    return Story(path)


def rebuild(story: str | PathLike[str], *, title: str | None = None, progress: Progress | None = None) -> Story:
    """Reconstructs the record from the pages already read: what corrections need. Loads no model."""
    path = Path(story)
    if not path.is_file():
        raise NotAStory(f"{path}: there is no such story; make one with: rashomon build PAGES -o {path}")
    with open_to_write(path) as connection, transaction(connection):
        _relate(connection, path, title, progress or Silent())
    return Story(path)


def _read_new(
    connection: sqlite3.Connection, jobs: list[Job], options: Options, workers: int | None, progress: Progress
) -> None:
    readings = Readings(connection)
    new = [job for job in jobs if not readings.has(job.id, options.key)]
    progress.stage("reading pages", len(new))
    if not new:
        return
    usual = 1 if len(new) < PAGES_WORTH_A_POOL else os.cpu_count() or 1
    for outcome in engine_for(workers or usual).read(new, options):
        readings.keep(outcome.job.id, options.key, outcome.reading, outcome.reason, outcome.message)
        progress.advance()


def _chosen(
    readings: Readings, jobs: list[Job], options: Options, only: bool
) -> list[tuple[str, str, str, str | None]]:
    chosen = {} if only else {source[0]: source for source in readings.sources()}
    for job in jobs:
        known = chosen.get(job.id)
        name = job.name if known is None else min(job.name, known[1])
        chosen[job.id] = (job.id, name, options.key, job.captured)
    return list(chosen.values())


def _relate(connection: sqlite3.Connection, path: Path, title: str | None, progress: Progress) -> None:
    kept = [_reading(one) for one in Readings(connection).chosen()]
    record = relate(
        kept,
        title=title or _known_title(connection) or path.stem,
        built=datetime.now(UTC).isoformat(timespec="seconds"),
        version=VERSION,
        corrections=Corrections(connection).standing(),
        progress=progress,
    )
    progress.stage("writing the story", None)
    write_record(connection, record)


def _reading(kept: Kept) -> Reading:
    """A page that could not be read is still a page of the story, with its reason."""
    if kept.reading is None:
        return Reading(Page(kept.page, kept.name, "", problems=[kept.message], dropped={f"page: {kept.reason}": 1}))
    return kept.reading


def _known_title(connection: sqlite3.Connection) -> str | None:
    row = connection.execute("SELECT value FROM about WHERE name = 'title'").fetchone()
    return None if row is None else str(row[0])
