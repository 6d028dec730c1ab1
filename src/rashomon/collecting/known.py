"""What earlier runs learned, kept beside the pages, so that nothing is asked for twice without need."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from rashomon.collecting.fetch import Answer
from rashomon.errors import UsageError


@dataclass(frozen=True, slots=True)
class Visit:
    """The last whole answer of an address: when (seconds since the epoch), what tells whether it has changed, the
    digest of its words, and, of a feed, the pages it named."""

    at: float
    etag: str | None = None
    modified: str | None = None
    digest: str | None = None
    links: list[str] | None = None


@dataclass(slots=True)
class Known:
    """``visits`` by address; ``holds`` are the hosts that asked not to be asked again before a time."""

    visits: dict[str, Visit] = field(default_factory=dict)
    holds: dict[str, float] = field(default_factory=dict)

    def validators(self, url: str) -> dict[str, str]:
        """The headers that ask for the page only if it has changed."""
        visit = self.visits.get(url)
        if visit is None:
            return {}
        asked = {"If-None-Match": visit.etag, "If-Modified-Since": visit.modified}
        return {name: value for name, value in asked.items() if value}

    def note(self, answer: Answer, *, digest: str | None = None, links: list[str] | None = None) -> None:
        etag, modified = answer.header("etag"), answer.header("last-modified")
        self.visits[answer.url] = Visit(answer.at.timestamp(), etag, modified, digest, links)


def known_in(path: Path) -> Known:
    """What the file holds; nothing where there is none yet. Raises ``UsageError`` where it is damaged."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Known)
    except FileNotFoundError:
        return Known()
    except msgspec.DecodeError as error:
        why = "it is damaged; delete it, and every page is fetched once more"
        raise UsageError(f"{path}: {why} ({error})") from error


def keep_in(path: Path, known: Known) -> None:
    """Writes it in one step."""
    part = path.with_name(path.name + ".part")
    part.write_bytes(msgspec.json.encode(known))
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.replace(path)
