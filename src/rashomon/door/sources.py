"""What the person named, as pages to read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TypeAlias

import msgspec

from rashomon.engines import Job, Outcome
from rashomon.engines.landing import MARK, Landed, Landing
from rashomon.errors import UnreadablePage, UsageError
from rashomon.ports import Progress
from rashomon.reading.archive import is_archive, members
from rashomon.record import Page

Source: TypeAlias = str | PathLike[str] | Page

# Hashing reads files in pieces, so that a huge one costs time and no memory.
_PIECE = 1 << 20
# The characters in which a page says what wrote it.
_HEAD = 2048


@dataclass(frozen=True, slots=True)
class Found:
    """A page that was named: what it is called and where it lies (a file, an archive it is a member of, a page).

    ``landed`` is its place in a dataset of readings, if it has been read already. ``failure`` is (reason, message) of
    what could not even be opened, such as a torn archive.
    """

    name: str
    id: str
    where: Path | Page
    member: bool = False
    url: str | None = None
    captured: str | None = None
    media_type: str | None = None
    failure: tuple[str, str] | None = None
    landed: Landed | None = None

    @property
    def aside(self) -> str:
        """What besides its bytes may change its reading: its address, the announced type, or a page as it was given."""
        if isinstance(self.where, Page):
            return hashlib.sha256(msgspec.json.encode(self.where)).hexdigest()
        return "|".join((self.url or "", self.media_type or ""))


def survey(
    sources: Iterable[Source], progress: Progress, *, story: Path | None = None, maker: str | None = None
) -> list[Found]:
    """The pages named, without doubles, in the order of their ids; folders are walked, archives opened.

    Of a dataset of readings those count that ``maker`` made (None: any).

    Of a page met under several names the first in alphabetical order is kept, so that order does not matter. Hidden
    files and the story itself are passed over. Raises ``UsageError`` for a path that is not there.
    """
    found: dict[str, Found] = {}
    for source in sources:
        for one in _found(source, story, maker):
            known = found.get(one.id)
            if known is None or _rank(one) < _rank(known):
                found[one.id] = one
            progress.advance()
    return [found[key] for key in sorted(found)]


def jobs_of(found: Iterable[Found]) -> Iterator[Job]:
    """A job for each that has to be read; an archive is gone through once more, its members never held all at once."""
    archives: dict[Path, set[str]] = {}
    for one in found:
        if one.landed is not None:
            continue
        if one.member and isinstance(one.where, Path):
            archives.setdefault(one.where, set()).add(one.id)
        else:
            yield Job(one.name, one.id, one.where, one.url, one.captured, one.media_type)
    for path in sorted(archives):
        wanted = archives[path]
        for member in members(path):
            if member.id in wanted:
                wanted.remove(member.id)
                yield Job(member.name, member.id, member.data, member.url, member.captured, member.media_type)
            if not wanted:
                break


def landed_outcomes(found: Iterable[Found]) -> Iterator[Outcome]:
    """What came of those that were read into a dataset already."""
    by_place: dict[str, dict[str, Found]] = {}
    for one in found:
        if one.landed is not None:
            by_place.setdefault(one.landed.place, {})[one.landed.key] = one
    for place, some in sorted(by_place.items()):
        yield from Landing(place).outcomes(one.landed for one in some.values() if one.landed is not None)


def files_in(folder: Path, story: Path | None = None) -> Iterator[Path]:
    """The files under ``folder`` that may be pages: hidden ones and the story itself are passed over."""
    for path in folder.rglob("*"):
        if path.is_file() and not _hidden(path.relative_to(folder)) and not _belongs_to(path, story):
            yield path


def _rank(one: Found) -> tuple[str, str, str]:
    return one.name, one.url or "", one.captured or ""


def _found(source: Source, story: Path | None, maker: str | None) -> Iterator[Found]:
    if isinstance(source, Page):
        yield Found(source.name, source.id, source, url=source.url, captured=source.captured)
        return
    path = Path(source)
    if "://" in str(source) or (path / MARK).is_file():
        yield from _landed(str(source), maker)
    elif path.is_dir():
        for one in sorted(files_in(path, story)):
            yield from _file(one)
    elif _belongs_to(path, story):
        raise UsageError(f"{path}: this is the story itself, not a page; name the saved pages it is to be made from")
    elif path.is_file():
        yield from _file(path)
    else:
        raise UsageError(f"{path}: there is no such file or folder; check the path")


def _landed(place: str, maker: str | None) -> Iterator[Found]:
    landing = Landing(place)
    if not landing.exists:
        raise UsageError(f"{place}: there is no dataset of readings; pages elsewhere are read with: --engine ray")
    for one in landing.pages():
        about = (one.url, one.captured, one.media_type)
        if maker is None or one.made_by == maker:
            yield Found(one.name, one.page, Path(one.part), False, *about, landed=one)
        else:
            why = f"{one.name}: it was read with other options or by another version; read it again into a new dataset"
            yield Found(one.name, one.page, Path(one.part), False, *about, failure=("read by another version", why))


def _file(path: Path) -> Iterator[Found]:
    name = _name(path)
    try:
        if is_archive(path):
            for member in members(path):
                about = (member.url, member.captured, member.media_type)
                yield Found(member.name, member.id, path, True, *about)
        elif _is_dossier(path):
            own = ("a dossier", f"{name}: a dossier that Rashomon wrote, not a page; keep it in another folder")
            yield Found(name, _digest(path), path, failure=own)
        else:
            yield Found(name, _digest(path), path)
    except UnreadablePage as error:
        yield Found(name, _digest(path), path, failure=(error.reason, str(error)))
    except OSError as error:
        message = f"{name}: cannot be opened ({error.strerror}); check that you may read it"
        yield Found(name, hashlib.sha256(os.fsencode(path)).hexdigest(), path, failure=("cannot be opened", message))


def _is_dossier(path: Path) -> bool:
    """Whether it is what `rashomon dossier` writes: its words would come back as reports of themselves."""
    with path.open("rb") as file:
        return b'<meta name="generator" content="Rashomon ' in file.read(_HEAD)


def _name(path: Path) -> str:
    # A file name need not be text; what is not stays visible as a question mark.
    return os.fsencode(path).decode("utf-8", "replace")


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _belongs_to(path: Path, story: Path | None) -> bool:
    if story is None or not path.name.startswith(story.name):
        return False
    own = {story.name + ending for ending in ("", "-lock", "-journal")}
    return path.name in own and path.resolve().parent == story.resolve().parent


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
