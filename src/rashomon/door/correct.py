"""A person's word over the program's."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from os import PathLike
from pathlib import Path

from rashomon.door.remake import now, remake
from rashomon.door.silent import Silent
from rashomon.door.targets import check_each, check_form, check_targets
from rashomon.ports import Progress
from rashomon.record import Correction
from rashomon.story import (
    MARKS,
    Corrections,
    Entry,
    Story,
    exists,
    has_statement,
    open_to_write,
    transaction,
    write_marks,
)
from rashomon.story.view import read_record


def correct(
    story: str | PathLike[str], correction: Correction, *, by: str = "", progress: Progress | None = None
) -> Story:
    """Keeps the correction and reconstructs the record with it. It survives every later build.

    Raises ``BadCorrection``, and leaves the story as it was, where it names something the story does not have.
    """
    path = exists(Path(story))
    with open_to_write(path) as connection:
        if correction.kind in MARKS:
            check_form(correction)
            check_each(correction, partial(has_statement, connection), "attribution")
        else:
            check_targets(correction, read_record(connection))
        log = Corrections(connection)
        _apply(
            connection,
            path,
            correction,
            standing=[*log.standing(), correction],
            progress=progress,
            also=lambda: log.add(correction, by=by, made=now()),
        )
    return Story(path)


def undo(story: str | PathLike[str], *, progress: Progress | None = None) -> Entry:
    """Takes the newest standing correction back. Raises ``BadCorrection`` when there is none."""
    path = exists(Path(story))
    with open_to_write(path) as connection:
        log = Corrections(connection)
        entry = log.undoable()
        _apply(
            connection,
            path,
            entry.correction,
            standing=log.standing()[:-1],
            progress=progress,
            also=lambda: log.set_undone(entry.number, now()),
        )
    return entry


def redo(story: str | PathLike[str], *, progress: Progress | None = None) -> Entry:
    """Restores the correction undone last. Raises ``BadCorrection`` when there is none."""
    path = exists(Path(story))
    with open_to_write(path) as connection:
        log = Corrections(connection)
        entry = log.redoable()
        _apply(
            connection,
            path,
            entry.correction,
            standing=[*log.standing(), entry.correction],
            progress=progress,
            also=lambda: log.set_undone(entry.number, None),
        )
    return entry


def _apply(
    connection: sqlite3.Connection,
    path: Path,
    correction: Correction,
    *,
    standing: Sequence[Correction],
    progress: Progress | None,
    also: Callable[[], object],
) -> None:
    """Makes the record what it is with the ``standing`` corrections, of which ``correction`` has come or gone."""
    if correction.kind not in MARKS:
        remake(connection, path, corrections=standing, progress=progress or Silent(), also=also)
        return
    with transaction(connection):
        also()
        write_marks(connection, correction.targets[0], standing)
