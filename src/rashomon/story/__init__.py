"""The story: a record, what it was made from and what people corrected, in one SQLite file or in PostgreSQL."""

from rashomon.story.corrections import Corrections, Entry
from rashomon.story.file import exists, open_to_write, transaction
from rashomon.story.judgements import CachedEntailer
from rashomon.story.marks import MARKS, has_statement, write_marks
from rashomon.story.readings import Chosen, Kept, Readings
from rashomon.story.search import KINDS, Hit
from rashomon.story.shared_place import is_shared, name_of, shown
from rashomon.story.stamp import stamp
from rashomon.story.story import Story
from rashomon.story.workings import Workings
from rashomon.story.writer import write_record

__all__ = [
    "KINDS",
    "MARKS",
    "CachedEntailer",
    "Chosen",
    "Corrections",
    "Entry",
    "Hit",
    "Kept",
    "Readings",
    "Story",
    "Workings",
    "exists",
    "has_statement",
    "is_shared",
    "name_of",
    "open_to_write",
    "shown",
    "stamp",
    "transaction",
    "write_marks",
    "write_record",
]
