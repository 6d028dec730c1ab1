"""Telling how far a long command has come, on stderr."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID


class Quiet:
    """Says nothing."""

    def stage(self, name: str, total: int | None) -> None:
        """Nothing to show."""

    def advance(self, units: int = 1) -> None:
        """Nothing to show."""

    def __enter__(self) -> Quiet:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to end."""


class Plain(Quiet):
    """A line for each finished stage: for logs and pipes."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._name: str | None = None
        self._done = 0
        self._total: int | None = None
        self._began = 0.0

    def stage(self, name: str, total: int | None) -> None:
        self._finish()
        self._name, self._total, self._done, self._began = name, total, 0, time.monotonic()

    def advance(self, units: int = 1) -> None:
        self._done += units

    def __enter__(self) -> Plain:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._finish()

    def _finish(self) -> None:
        if self._name is not None:
            count = f" ({self._done:,})" if self._done else ""
            print(f"{self._name}{count}, {time.monotonic() - self._began:.1f} s", file=self._out)
        self._name = None


class Live(Quiet):
    """A bar for each stage with the time that remains: for a terminal."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        name = TextColumn("{task.description}", markup=False)
        columns = (name, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(elapsed_when_finished=True))
        self._bars: Bars = Progress(*columns, console=Console(stderr=True))
        self._task: TaskID | None = None

    def stage(self, name: str, total: int | None) -> None:
        self._finish()
        self._task = self._bars.add_task(name, total=total)

    def advance(self, units: int = 1) -> None:
        if self._task is not None:
            self._bars.advance(self._task, units)

    def __enter__(self) -> Live:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._finish()
        self._bars.stop()

    def _finish(self) -> None:
        if self._task is None:
            return
        task = self._bars.tasks[self._task]
        end = max(task.completed, task.total or 0, 1)
        self._bars.update(self._task, total=end, completed=end)


def watcher(*, quiet: bool) -> Quiet:
    """The progress that fits where stderr goes."""
    if quiet:
        return Quiet()
    return Live() if sys.stderr.isatty() else Plain(sys.stderr)
