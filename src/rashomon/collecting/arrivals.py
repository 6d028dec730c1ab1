"""What has arrived in a folder and is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

# A file that nobody has touched for a minute is whole when it is first seen; a younger one is looked at twice.
OLD = 60.0
# What browsers and copying programs call a file that they are still writing.
PARTIAL = (".part", ".partial", ".crdownload", ".opdownload", ".download", ".filepart", ".tmp")


@dataclass(frozen=True, slots=True)
class Mark:
    """How a file looked: size and time of change in nanoseconds."""

    size: int
    changed: int


@dataclass(slots=True)
class Arrivals:
    """Tells which files of a folder are new or changed, and have not been touched for ``settle`` seconds.

    ``files`` lists what counts as a file of the folder. What is still being written waits in ``settling``.
    """

    files: Callable[[], Iterable[Path]]
    settle: float
    settling: list[Path] = field(default_factory=list)
    _seen: dict[Path, tuple[Mark, float]] = field(default_factory=dict)
    _taken: dict[Path, Mark] = field(default_factory=dict)

    def look(self, now: float) -> list[Path]:
        """The whole files that have not been taken yet, in order of their paths; ``now`` is the time of day."""
        there = sorted(self.files())
        names = set(there)
        whole: list[Path] = []
        self.settling = []
        for path in there:
            mark = _mark(path)
            if mark is None or self._taken.get(path) == mark:
                continue
            if _partial(path, names) or not self._settled(path, mark, now):
                self.settling.append(path)
            else:
                whole.append(path)
        self._forget(names)
        return whole

    def take(self, paths: Iterable[Path]) -> None:
        """They have been read as `look` saw them, and are news again only when they change."""
        for path in paths:
            self._taken[path] = self._seen.pop(path)[0]

    def _settled(self, path: Path, mark: Mark, now: float) -> bool:
        known = self._seen.get(path)
        if known is None or known[0] != mark:
            untouched = now - mark.changed / 1e9
            since = now - untouched if known is None and untouched >= OLD else now
            self._seen[path] = known = (mark, since)
        return now - known[1] >= self.settle

    def _forget(self, names: set[Path]) -> None:
        for held in (self._seen, self._taken):
            for path in held.keys() - names:
                del held[path]


def _mark(path: Path) -> Mark | None:
    try:
        told = path.stat()
    except OSError:  # it has gone, or a link leads nowhere
        return None
    return Mark(told.st_size, told.st_mtime_ns)


def _partial(path: Path, names: set[Path]) -> bool:
    """By its own name, or because the browser's half of it lies beside it."""
    return path.name.lower().endswith(PARTIAL) or any(path.with_name(path.name + end) in names for end in PARTIAL)
