"""The public functions. `rashomon` hands them out by name; nothing is loaded until one is called."""

from rashomon.door.build import build, rebuild
from rashomon.door.correct import correct, redo, undo
from rashomon.door.listen import find_attributions, find_times
from rashomon.door.look import open_story
from rashomon.reading.read import read_page

__all__ = [
    "build",
    "correct",
    "find_attributions",
    "find_times",
    "open_story",
    "read_page",
    "rebuild",
    "redo",
    "undo",
]
