"""Whether a story has changed."""

from __future__ import annotations

from pathlib import Path

from rashomon.story.shared_place import is_shared, place_of


def stamp(path: Path) -> tuple[int, ...]:
    """Another one after every change, cheap to ask for; zeros where there is no story.

    Raises ``StoryError`` where a story's server cannot be reached.
    """
    if is_shared(path):
        from rashomon.story.shared import shared_stamp

        return shared_stamp(place_of(path))
    try:
        found = path.stat()
    except FileNotFoundError:
        return (0, 0, 0)
    return (found.st_ino, found.st_mtime_ns, found.st_size)
