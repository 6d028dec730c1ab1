"""What the person named, as pages to read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import TypeAlias

from rashomon.engines import Job
from rashomon.errors import UsageError
from rashomon.reading.archive import is_archive, read_pages
from rashomon.record import Page

Source: TypeAlias = str | PathLike[str] | Page

# Hashing reads files in pieces, so that a huge one costs time and no memory.
_PIECE = 1 << 20


def jobs_of(sources: Iterable[Source]) -> list[Job]:
    """One job a page, without doubles, in the order of their ids; folders are walked, archives opened.

    Of a page met under several names the first in alphabetical order is kept, so that order does not matter.
    Hidden files are passed over. Raises ``UsageError`` for a path that is not there.
    """
    found: dict[str, Job] = {}
    for source in sources:
        for job in _jobs(source):
            known = found.get(job.id)
            if known is None or job.name < known.name:
                found[job.id] = job
    return [found[key] for key in sorted(found)]


def _jobs(source: Source) -> Iterator[Job]:
    if isinstance(source, Page):
        yield Job(source.name, source.id, source, source.url, source.captured)
        return
    path = Path(source)
    if path.is_dir():
        inside = sorted(p for p in path.rglob("*") if p.is_file() and not _hidden(p.relative_to(path)))
        for one in inside:
            yield from _file(one)
    elif path.is_file():
        yield from _file(path)
    else:
        raise UsageError(f"{path}: there is no such file or folder; check the path")


def _file(path: Path) -> Iterator[Job]:
    if is_archive(path):
        for page in read_pages(path):
            yield Job(page.name, page.id, page, page.url, page.captured)
    else:
        yield Job(str(path), _digest(path), path)


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
