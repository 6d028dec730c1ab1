"""Opening a story."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from rashomon.story import Story


def open_story(story: str | PathLike[str]) -> Story:
    """The story in a file, read-only; loads no model. Raises ``NotAStory`` or ``StoryTooNew``."""
    return Story(Path(story))
