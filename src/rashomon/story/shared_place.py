"""The name of a story in PostgreSQL: ``postgresql://host/database#story``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import UsageError

_SHARED = re.compile(r"^postgres(?:ql)?:/+(?=[^/])")
_SECRET = re.compile(r"(//[^/@:]*):.*@")
_ASKED = re.compile(r"(?<=[?&])(?:ssl)?password=[^&#]*&?")


@dataclass(frozen=True, slots=True)
class Place:
    """``address`` is what libpq takes; ``story`` the story's name there."""

    address: str
    story: str

    def __str__(self) -> str:
        """As it may be shown: without a password."""
        return f"{_shown(self.address)}#{self.story}"


def is_shared(path: Path) -> bool:
    """Whether it names a story in PostgreSQL, not a file."""
    return _SHARED.match(str(path)) is not None


def place_of(path: Path) -> Place:
    """The place. A path that went through `Path` has lost a slash, which comes back here.

    Raises ``UsageError`` where the story has no name.
    """
    address, _, story = str(path).partition("#")
    address = _SHARED.sub("postgresql://", address)
    if not story:
        raise UsageError(f"{_shown(address)}: say which story there: {_shown(address)}#name")
    return Place(address, story)


def name_of(path: Path) -> str:
    """What a story is called that has no title: the name of its file, or its name in PostgreSQL."""
    return place_of(path).story if is_shared(path) else path.stem


def shown(path: Path) -> str:
    """The path of a story as it may be printed: without a password."""
    address, hash_, story = str(path).partition("#")
    return f"{_shown(_SHARED.sub('postgresql://', address))}{hash_}{story}" if is_shared(path) else str(path)


def _shown(address: str) -> str:
    return _ASKED.sub("", _SECRET.sub(r"\1@", address)).rstrip("?&")
