"""A folder whose pages go into a story as they arrive."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rashomon.collecting.arrivals import Arrivals
from rashomon.door.build import Built, build_into
from rashomon.door.silent import Silent
from rashomon.door.sources import files_in
from rashomon.engines import PAGES_WORTH_A_POOL, Engine, SameProcessEngine, engine_for
from rashomon.errors import MissingExtra, NotAStory, StoryError, StoryTooNew, UsageError
from rashomon.options import Options
from rashomon.ports import Progress

# The folder is walked through when the system tells of a change, while a file is settling, and so often anyway: not
# every file system tells.
WALK_ANYWAY = 60.0
# After an error that may pass (a full disk, a busy story) the next try comes after so long, then twice that, ...
PATIENCE, MOST_PATIENCE = 5.0, 300.0


@dataclass(frozen=True, slots=True)
class News:
    """What a round brought: a build, or the message why there was none and it will be tried again."""

    built: Built | None
    problem: str = ""


def watch(
    folder: Path,
    story: Path,
    *,
    tell: Callable[[News], None],
    settle: float = 2.0,
    title: str | None = None,
    options: Options | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    stop: threading.Event | None = None,
) -> None:
    """Reads what lies in ``folder`` and what arrives, until ``stop`` is set or the person interrupts.

    A file counts as arrived when nobody has touched it for ``settle`` seconds. A page that cannot be read is named in
    the news and stops nothing; neither does a story that is busy or a disk that is full. Raises ``UsageError`` where
    the folder is not there, or has gone.
    """
    stop = stop or threading.Event()
    rounds = _Rounds(folder, story, settle, title, options or Options(), workers, progress or Silent())
    patience = PATIENCE
    with closing(_changes(folder, settle, stop)) as changes:
        while not stop.is_set():
            news = rounds.go()
            if news is not None:
                tell(news)
            if news is not None and news.built is None:
                stop.wait(patience)
                patience = min(2 * patience, MOST_PATIENCE)
                continue
            patience = PATIENCE
            _wait(changes, rounds)


def watch_once(
    folder: Path,
    story: Path,
    *,
    settle: float = 2.0,
    title: str | None = None,
    options: Options | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> tuple[Built | None, list[Path]]:
    """One round, for a timetable: the build (None where nothing was new), and the files still being written."""
    rounds = _Rounds(folder, story, settle, title, options or Options(), workers, progress or Silent())
    whole = rounds.look()
    if rounds.arrivals.settling:
        time.sleep(settle)
        whole = rounds.look()
    return (rounds.build(whole) if whole else None), rounds.arrivals.settling


class _Rounds:
    """Looking and building, with the models kept from one build to the next."""

    def __init__(
        self,
        folder: Path,
        story: Path,
        settle: float,
        title: str | None,
        options: Options,
        workers: int | None,
        progress: Progress,
    ) -> None:
        if not folder.is_dir():
            raise UsageError(f"{folder}: there is no such folder; make it first, or check the path")
        self._folder, self._story, self._title = folder, story, title
        self._options, self._workers, self._progress = options, workers, progress
        self._own = SameProcessEngine()
        self.arrivals = Arrivals(lambda: files_in(folder, story), settle)

    def look(self) -> list[Path]:
        if not self._folder.is_dir():
            raise UsageError(f"{self._folder}: the folder has gone; put it back and watch it again")
        return self.arrivals.look(time.time())

    def go(self) -> News | None:
        whole = self.look()
        if not whole:
            return None
        try:
            return News(self.build(whole))
        except (NotAStory, StoryTooNew):
            raise
        except (StoryError, OSError) as error:
            return News(None, str(error))
        except UsageError as error:
            if all(path.is_file() for path in whole):
                raise
            return News(None, str(error))  # one has been taken away again

    def build(self, whole: list[Path]) -> Built:
        built = build_into(
            whole,
            self._story,
            title=self._title,
            options=self._options,
            workers=self._workers,
            engine=self._engine(len(whole)),
            progress=self._progress,
        )
        self.arrivals.take(whole)
        return built

    def _engine(self, pages: int) -> Engine:
        return self._own if pages < PAGES_WORTH_A_POOL else engine_for(self._workers, pages)


def _changes(folder: Path, settle: float, stop: threading.Event) -> Generator[bool, None, None]:
    """Each time something changed (True), and each ``settle`` seconds in which nothing did (False)."""
    try:
        from watchfiles import watch as changes
    except ImportError as error:
        raise MissingExtra("watching needs watchfiles; install it with: pip install rashomon[watch]") from error
    pause = max(50, int(settle * 1000))
    for found in changes(folder, watch_filter=None, stop_event=stop, rust_timeout=pause, yield_on_timeout=True):
        yield bool(found)


def _wait(changes: Iterator[bool], rounds: _Rounds) -> None:
    until = time.monotonic() + WALK_ANYWAY
    for changed in changes:
        if changed or rounds.arrivals.settling or time.monotonic() >= until:
            return
