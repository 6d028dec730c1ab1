"""Saving pages and the pages that feeds name, politely, into a folder of web archives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from rashomon.collecting.fetch import Limits
from rashomon.collecting.known import keep_in, known_in
from rashomon.collecting.rounds import Rounds
from rashomon.collecting.saved import Saved, adopt
from rashomon.errors import UsageError
from rashomon.options import VERSION
from rashomon.ports import Progress

# What is known of earlier runs lies hidden beside the pages: `rashomon build` passes hidden files over.
ROOM = ".collect"
PRODUCT = "Rashomon"


@dataclass(frozen=True, slots=True)
class Manners:
    """How politely, how patiently and how far: seconds, but for ``most`` pages a run and ``newest`` entries a feed.

    ``delay`` lies between two requests to a host, more where it asks for more; a host that wants to be left alone for
    longer than ``patience`` is left to the next run. A page known from a feed is asked for again after ``again``.
    The file ``trust`` holds certificates of authorities to believe besides those everybody does.
    """

    delay: float = 2.0
    patience: float = 120.0
    again: float = 24 * 3600.0
    most: int = 1000
    newest: int = 100
    contact: str = ""
    allow_private: bool = False
    trust: Path | None = None
    limits: Limits = field(default_factory=Limits)

    @property
    def agent(self) -> str:
        """What we call ourselves, truly."""
        return f"{PRODUCT}/{VERSION}" + (f" ({self.contact})" if self.contact else "")


@dataclass(slots=True)
class Collected:
    """What a run did: counts, the files pages were saved in, each address that was not fetched with its reason, and
    each that led from a safe connection to an open one, with where it led."""

    saved: int = 0
    unchanged: int = 0
    recent: int = 0
    files: list[Path] = field(default_factory=list)
    missed: list[tuple[str, str]] = field(default_factory=list)
    exposed: list[tuple[str, str]] = field(default_factory=list)


def collect(addresses: Iterable[str], folder: Path, manners: Manners, progress: Progress) -> Collected:
    """Fetches each address; of a feed, the pages it names. What is new or has other words than before is saved.

    A stopped run loses nothing it saved; a killed one is put right by the next. Raises ``UsageError`` where another
    run writes to the folder, or the folder cannot be made.
    """
    room = folder / ROOM
    try:
        room.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be made ({error.strerror}); choose another folder") from error
    done = Collected()
    with _alone(room, folder):
        done.files += adopt(folder, room)
        known = known_in(room / "known.json")
        saved = Saved(folder, room, datetime.now(UTC))
        rounds = Rounds(manners, PRODUCT, known, saved, done, progress)
        try:
            rounds.go(addresses)
        finally:
            rounds.close()
            file = saved.close()
            done.files += [] if file is None else [file]
            keep_in(room / "known.json", known)
            _log(room / "not-fetched.tsv", done.missed)
    return done


@contextmanager
def _alone(room: Path, folder: Path) -> Iterator[None]:
    lock = FileLock(room / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise UsageError(f"{folder}: another collect is writing to it; wait for it to end") from None
    try:
        yield
    finally:
        lock.release()


def _log(path: Path, missed: list[tuple[str, str]]) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with path.open("a", encoding="utf-8") as file:
        file.writelines(f"{now}\t{url}\t{reason}\n" for url, reason in missed)
