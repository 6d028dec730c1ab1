"""A build that runs beside the desk, and how far it has come."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rashomon.errors import RashomonError, UsageError
from rashomon.ports import Progress


@dataclass(frozen=True, slots=True)
class State:
    """``total`` is None where a stage has no known end; ``ended`` says what came of it."""

    running: bool = False
    stage: str = ""
    done: int = 0
    total: int | None = None
    ended: str = ""
    failed: bool = False


class Work:
    """One build at a time, in a thread of its own. It is also the `Progress` that the build reports to."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._state = State()
        self._thread: threading.Thread | None = None

    @property
    def state(self) -> State:
        return self._state

    @property
    def running(self) -> bool:
        return self._state.running

    def begin(self, build: Callable[[Progress], str]) -> None:
        """Starts ``build``, which returns what to tell at its end. Raises ``UsageError`` while another runs."""
        with self._lock:
            if self._state.running:
                raise UsageError("pages are being read already; wait for that to end")
            self._state = State(running=True, stage="starting")
            self._thread = threading.Thread(target=self._run, args=(build,), name="rashomon-build")
            self._thread.start()

    def wait(self, seconds: float | None = None) -> None:
        """Until the build has ended."""
        if self._thread is not None:
            self._thread.join(seconds)

    def stage(self, name: str, total: int | None) -> None:
        """A stage begins."""
        self._state = replace(self._state, stage=name, done=0, total=total)

    def advance(self, units: int = 1) -> None:
        """Units of it are done."""
        self._state = replace(self._state, done=self._state.done + units)

    def _run(self, build: Callable[[Progress], str]) -> None:
        try:
            told, failed = build(self), False
        except RashomonError as error:
            told, failed = str(error), True
        except Exception as error:  # whatever it is, the person who waits must see that it ended, and why
            told, failed = f"a fault in Rashomon ({type(error).__name__}: {error}); please report it", True
        self._state = State(ended=told, failed=failed)


def read_into(story: Path, files: Sequence[Path], progress: Progress) -> str:
    """Builds the files into the story, and says in one line what came of it."""
    from rashomon.door.build import build_into

    built = build_into(files, story, progress=progress)
    told = f"{_pages(len(built.given))} given, {built.read} of them new and read."
    if built.unread:
        told += " Could not be read: " + "; ".join(f"{Path(name).name}: {why}" for name, why in built.unread)
    return told


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"
