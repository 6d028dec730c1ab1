"""A story from one place to another."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from rashomon.errors import NotAStory, UsageError
from rashomon.story import Story, exists


def copy(source: str | PathLike[str], target: str | PathLike[str]) -> tuple[int, int]:
    """Copies a story file or a story in PostgreSQL to a new one, and returns how many articles and corrections it has.

    Raises ``UsageError`` where there is a story at ``target`` already.
    """
    place = Path(target)
    try:
        exists(place)
    except NotAStory:
        with Story(Path(source)) as story:
            story.copy_to(place)
            return len(story.record.articles), len(story.log())
    raise UsageError(f"{place}: a story of this name is there already; choose another name")
