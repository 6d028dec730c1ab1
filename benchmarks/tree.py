"""The processor time of this process and of all that it started, as long as they live: what a busy machine cannot
distort."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from types import TracebackType

_TICKS = os.sysconf("SC_CLK_TCK")


class TreeTime:
    """Use it in a ``with`` block; `seconds` is then the processor time spent inside by the whole family."""

    def __init__(self, every: float = 0.2) -> None:
        self._every = every
        self._spent: dict[int, float] = {}
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._before = 0.0
        self.seconds = 0.0

    def __enter__(self) -> TreeTime:
        self._look()
        self._before = sum(self._spent.values())
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end.set()
        self._thread.join()
        self._look()
        self.seconds = sum(self._spent.values()) - self._before

    def _watch(self) -> None:
        while not self._end.wait(self._every):
            self._look()

    def _look(self) -> None:
        parents: dict[int, int] = {}
        spent: dict[int, float] = {}
        for path in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = path.read_text().rpartition(")")[2].split()
            except OSError:  # it has ended meanwhile
                continue
            number = int(path.parent.name)
            parents[number], spent[number] = int(fields[1]), (int(fields[11]) + int(fields[12])) / _TICKS
        for number, seconds in spent.items():
            if self._ours(number, parents):
                self._spent[number] = max(seconds, self._spent.get(number, 0.0))

    def _ours(self, number: int, parents: dict[int, int]) -> bool:
        while number > 1:
            if number == os.getpid() or number in self._spent:
                return True
            number = parents.get(number, 0)
        return False
