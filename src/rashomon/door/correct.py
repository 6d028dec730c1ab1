"""A person's word over the program's."""

from __future__ import annotations

from datetime import UTC, datetime
from os import PathLike
from pathlib import Path

from rashomon.door.build import rebuild
from rashomon.errors import NotAStory
from rashomon.record.correction import Correction
from rashomon.story import Corrections, Entry, Story, open_to_write


def correct(story: str | PathLike[str], correction: Correction, *, by: str = "") -> Story:
    """Keeps the correction and reconstructs the record with it. It survives every later build."""
    path = _existing(story)
    with open_to_write(path) as connection:
        Corrections(connection).add(correction, by=by, made=_now())
    return rebuild(path)


def undo(story: str | PathLike[str]) -> Entry:
    """Takes the newest standing correction back. Raises ``BadCorrection`` when there is none."""
    path = _existing(story)
    with open_to_write(path) as connection:
        entry = Corrections(connection).undo(at=_now())
    rebuild(path).close()
    return entry


def redo(story: str | PathLike[str]) -> Entry:
    """Restores the correction undone last. Raises ``BadCorrection`` when there is none."""
    path = _existing(story)
    with open_to_write(path) as connection:
        entry = Corrections(connection).redo()
    rebuild(path).close()
    return entry


def _existing(story: str | PathLike[str]) -> Path:
    path = Path(story)
    if not path.is_file():
        raise NotAStory(f"{path}: there is no such story; make one with: rashomon build PAGES -o {path}")
    return path


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
