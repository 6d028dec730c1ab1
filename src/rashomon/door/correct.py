"""A person's word over the program's."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from rashomon.door.remake import now, remake
from rashomon.door.silent import Silent
from rashomon.door.targets import check_targets
from rashomon.ports import Progress
from rashomon.record import Correction
from rashomon.story import Corrections, Entry, Story, exists, open_to_write
from rashomon.story.view import read_record


def correct(
    story: str | PathLike[str], correction: Correction, *, by: str = "", progress: Progress | None = None
) -> Story:
    """Keeps the correction and reconstructs the record with it. It survives every later build.

    Raises ``BadCorrection``, and leaves the story as it was, where it names something the story does not have.
    """
    path = exists(Path(story))
    with open_to_write(path) as connection:
        check_targets(correction, read_record(connection))
        log = Corrections(connection)
        remake(
            connection,
            path,
            corrections=[*log.standing(), correction],
            progress=progress or Silent(),
            also=lambda: log.add(correction, by=by, made=now()),
        )
    return Story(path)


def undo(story: str | PathLike[str], *, progress: Progress | None = None) -> Entry:
    """Takes the newest standing correction back. Raises ``BadCorrection`` when there is none."""
    path = exists(Path(story))
    with open_to_write(path) as connection:
        log = Corrections(connection)
        entry = log.undoable()
        remake(
            connection,
            path,
            corrections=log.standing()[:-1],
            progress=progress or Silent(),
            also=lambda: log.set_undone(entry.number, now()),
        )
    return entry


def redo(story: str | PathLike[str], *, progress: Progress | None = None) -> Entry:
    """Restores the correction undone last. Raises ``BadCorrection`` when there is none."""
    path = exists(Path(story))
    with open_to_write(path) as connection:
        log = Corrections(connection)
        entry = log.redoable()
        remake(
            connection,
            path,
            corrections=[*log.standing(), entry.correction],
            progress=progress or Silent(),
            also=lambda: log.set_undone(entry.number, None),
        )
    return entry
