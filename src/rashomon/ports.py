"""The few shapes that heavy parts implement, so that rooms above need none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from rashomon.language.parse import Parse
from rashomon.record import Attribution


class Parser(Protocol):
    """Finds the syntax of English texts."""

    @property
    def name(self) -> str:
        """Name and version, part of the cache key."""
        ...

    def parse(self, texts: Iterable[str]) -> Iterator[Parse]:
        """One parse a text, in order; offsets are into the text as given."""
        ...


class Tagger(Protocol):
    """A trained model that proposes attributions: source, cue and content spans, nothing else filled in."""

    @property
    def name(self) -> str: ...

    def propose(self, text: str) -> list[Attribution]:
        """Attributions in text order with ``source``, ``cue``, ``content`` and ``confidence``."""
        ...


class Encoder(Protocol):
    """Turns sentences into unit vectors."""

    @property
    def name(self) -> str: ...

    def encode(self, texts: Sequence[str]) -> Any:
        """A float32 array of shape (len(texts), width); rows have length one."""
        ...


class Entailer(Protocol):
    """Judges pairs of sentences."""

    @property
    def name(self) -> str: ...

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, float, float]]:
        """For each (premise, hypothesis): probabilities of entailment, neutral, contradiction."""
        ...


class Shelf(Protocol):
    """Keeps results of pure functions under a digest of all they were made from, so that none is made twice."""

    def get(self, key: bytes) -> bytes | None: ...

    def put(self, key: bytes, value: bytes) -> None: ...


class Progress(Protocol):
    """Is told how far a long work has come."""

    def stage(self, name: str, total: int | None) -> None:
        """A stage begins; ``total`` units are expected, or None when unknown."""
        ...

    def advance(self, units: int = 1) -> None:
        """Units of the current stage are finished."""
        ...
