"""Rashomon: one story, every account of it.

    import rashomon

    page = rashomon.read_page("saved.html")
    said = rashomon.find_attributions(page.articles[0].text)
    when = rashomon.find_times("It ended last Tuesday.", published=date(2016, 12, 29))
    story = rashomon.build(["pages/"], "story.rashomon")
    story = rashomon.open("story.rashomon")

Importing loads nothing; each function loads what it needs when it is first called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rashomon.door import build, correct, find_attributions, find_times, read_page, rebuild, redo, undo
    from rashomon.door import open_story as open

__all__ = ["build", "correct", "find_attributions", "find_times", "open", "read_page", "rebuild", "redo", "undo"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'rashomon' has no attribute {name!r}")
    from rashomon import door

    return getattr(door, "open_story" if name == "open" else name)


def __dir__() -> list[str]:
    return __all__
