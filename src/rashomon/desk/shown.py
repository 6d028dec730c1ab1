"""The story as the desk shows it, opened anew when its file changes."""

from __future__ import annotations

import hashlib
import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rashomon.desk.beside import words_of
from rashomon.errors import StoryError
from rashomon.record import Entity, Reading, Record
from rashomon.story import Entry, Hit, Story, is_shared, stamp
from rashomon.story.search import Kind
from rashomon.views.claim import ClaimView, claim_view, corroborated, denied, disputes, single
from rashomon.views.index import Index, index
from rashomon.views.network import Network, network
from rashomon.views.pile import Pile, pile
from rashomon.views.quotes import QuoteView, quotes
from rashomon.views.sources import SourcesView, picture
from rashomon.views.timeline import TimelineView, timeline

# As many sources as can be told apart in one picture, since what is alike stands in bundles.
NODES = 200
# On its own page the timeline has room for so many numbered events.
NUMBERED = 14
# A server is asked so seldom whether the story has changed; before a change it is always asked.
SERVER_REST_S = 1.0


class Shown:
    """One state of the story. ``version`` changes with every build and every correction, so that a form filled in
    before a change can be told from one filled in after it."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._lock = threading.Lock()
        # When the last request that reads from this state is done, so is its connection.
        weakref.finalize(self, story.close)
        self.record: Record = story.record
        self.log: list[Entry] = story.log()
        self.version = _version(self.record, self.log)

    @cached_property
    def among(self) -> Index:
        return index(self.record)

    @cached_property
    def pile(self) -> Pile:
        return pile(self.among)

    @cached_property
    def timeline(self) -> TimelineView:
        return timeline(self.among)

    @cached_property
    def whole_timeline(self) -> TimelineView:
        """The timeline on its own page, unfiltered, with more of it numbered."""
        return timeline(self.among, important=NUMBERED)

    @cached_property
    def people(self) -> list[Entity]:
        """Everyone and everything named, those who speak most first."""
        said = self.among.said_by
        return sorted(self.record.entities, key=lambda e: (-len(said.get(e.id, ())), -len(e.mentions), e.name, e.id))

    @cached_property
    def network(self) -> Network:
        return network(self.among)

    @cached_property
    def sources(self) -> SourcesView:
        """The picture of the whole network."""
        return picture(self.network, most=NODES)

    @cached_property
    def claim_words(self) -> dict[str, frozenset[str]]:
        return words_of(self.record.claims)

    @cached_property
    def quotes(self) -> list[QuoteView]:
        return quotes(self.among)

    @cached_property
    def disputes(self) -> list[ClaimView]:
        return [claim_view(claim, self.among) for claim in disputes(self.among)]

    @cached_property
    def numbers(self) -> dict[str, str]:
        """What a margin note calls each claim that more than one account tells."""
        told = (*denied(self.among), *corroborated(self.among), *single(self.among))
        names = {claim.id: "claim" for claim in told if len(claim.accounts) > 1}
        return names | {claim.id: f"dispute {k + 1}" for k, claim in enumerate(disputes(self.among))}

    def warm(self) -> None:
        """Makes what the first pages need, so that they need not wait for it."""
        for name in (
            "numbers",
            "pile",
            "timeline",
            "whole_timeline",
            "disputes",
            "people",
            "sources",
            "claim_words",
            "quotes",
        ):
            getattr(self, name)

    def reading(self, page: str) -> Reading | None:
        """What was read on the page, with its text."""
        with self._lock:
            return self._story.reading(page)

    def search(self, words: str, limit: int, kind: Kind) -> list[Hit]:
        """What of one kind holds the words."""
        with self._lock:
            return self._story.search(words, limit=limit, kinds=(kind,))

    def close(self) -> None:
        with self._lock:
            self._story.close()


@dataclass(slots=True)
class _Held:
    stamp: tuple[int, ...]
    shown: Shown


class Shelf:
    """Keeps the newest state of one story, and lets one writer of this desk at a time change it.

    ``away`` says why a story's server cannot be asked whether it has changed; what is held is shown until it can.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.away = ""
        self._asked = 0.0
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._held: _Held | None = None

    def now(self) -> Shown:
        """The story as it stands. Raises ``StoryError`` where a file cannot be opened any more."""
        with self._lock:
            if self._held is not None and time.monotonic() < self._asked + self._rest:
                return self._held.shown
            try:
                shown, self.away = self._newest(), ""
            except StoryError as error:
                if self._held is None or not is_shared(self.path):
                    raise
                shown, self.away = self._held.shown, str(error)
            self._asked = time.monotonic()
            return shown

    @contextmanager
    def writing(self) -> Iterator[Shown]:
        """The newest state, while nobody else of this desk may change it. Raises ``StoryError``."""
        with self._writing:
            with self._lock:
                shown = self._newest()
            try:
                yield shown
            finally:
                self._asked = 0.0

    @property
    def _rest(self) -> float:
        return SERVER_REST_S if is_shared(self.path) else 0.0

    def _newest(self) -> Shown:
        now = stamp(self.path)
        if self._held is None or self._held.stamp != now:
            # The old state is not closed here: a request in another thread may still be reading from it.
            self._held = _Held(now, Shown(Story(self.path)))
        return self._held.shown

    def close(self) -> None:
        with self._lock:
            if self._held is not None:
                self._held.shown.close()
                self._held = None


def _version(record: Record, log: list[Entry]) -> str:
    parts = [record.story.built, str(len(record.pages))]
    parts += [f"{entry.number}{entry.undone or ''}" for entry in log]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
