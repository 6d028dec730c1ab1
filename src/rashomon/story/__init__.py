"""The story file: one SQLite file that holds a record, what it was made from, and what people corrected."""

from rashomon.story.corrections import Corrections, Entry
from rashomon.story.file import open_to_write, transaction
from rashomon.story.readings import Kept, Readings
from rashomon.story.story import Hit, Story
from rashomon.story.writer import write_record

__all__ = [
    "Corrections",
    "Entry",
    "Hit",
    "Kept",
    "Readings",
    "Story",
    "open_to_write",
    "transaction",
    "write_record",
]
