"""One page to read, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from rashomon.options import Options
from rashomon.record import Page


@dataclass(frozen=True, slots=True)
class Job:
    """A page to read: its name in the record, its content hash, and where its bytes are.

    ``source`` is a path, the bytes themselves (a member of an archive), or a page somebody has already read.
    """

    name: str
    id: str
    source: Path | bytes | Page
    url: str | None = None
    captured: str | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """``reading`` is the encoded reading, or None with the ``reason`` it is counted under and a ``message``.

    ``lasting`` is False where the failure came of the circumstances (memory, time) and another try may succeed.
    """

    job: Job
    reading: bytes | None
    reason: str = ""
    message: str = ""
    lasting: bool = True


class Engine(Protocol):
    """A place where the page half runs."""

    def read(self, jobs: Iterable[Job], options: Options) -> Iterator[Outcome]:
        """One outcome a job, in the order of the jobs; holds no more than a few jobs at a time."""
        ...
