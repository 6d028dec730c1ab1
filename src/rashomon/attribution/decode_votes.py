"""The two passes of a trained network over a text, gathered as votes on every word piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from rashomon.attribution.decode_cues import LABELS, Stretch, bounds, distances, find_cues
from rashomon.attribution.decode_pieces import Pieces, Reading, read, windows_of

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

# [CLS] and [SEP] in the vocabulary of BERT (uncased).
FIRST, SEPARATOR = 101, 102
# A word less likely than this to be a cue is not read a second time.
SUSPECT = 0.25


class Network(Protocol):
    """The trained arithmetic, whatever runs it."""

    def first(self, reading: Reading) -> tuple[Floats, Floats]:
        """Chances of the seven labels, and a vector for the second pass, one row a position."""
        ...

    def second(self, jobs: Sequence[tuple[Floats, Ints]]) -> list[Floats]:
        """For each (vectors of a stretch, distances to its cue): chances of the seven labels."""
        ...


@dataclass(frozen=True, slots=True)
class CueVotes:
    """A possible cue: pieces ``start`` to ``end``, the first pass's ``score``, and the second pass's chances.

    ``at`` are the pieces read again, in order; ``chances`` has one row of seven for each.
    """

    start: int
    end: int
    score: float
    at: Ints
    chances: Floats


@dataclass(frozen=True, slots=True)
class Votes:
    """All the network says about one text: ``chances`` of the first pass, one row a piece, and the cues in order."""

    pieces: Pieces
    chances: Floats
    cues: list[CueVotes]


def gather(pieces: Pieces, network: Network, least: float = SUSPECT) -> Votes:
    """Both passes over the whole text."""
    chances = np.zeros((len(pieces), LABELS), dtype=np.float32)
    cues: list[CueVotes] = []
    for window in windows_of(pieces):
        reading = read(pieces, window, FIRST, SEPARATOR)
        labels, vectors = network.first(reading)
        labels = np.where(reading.where[:, None] < 0, 0, labels)  # separators are no words
        mine = np.flatnonzero((reading.where >= window.start) & (reading.where < window.end))
        chances[reading.where[mine]] = labels[mine]
        found = find_cues(labels, int(mine[0]), int(mine[-1]) + 1, least)
        stretches = [Stretch(a, b, *bounds(reading, pieces, a, b), score) for a, b, score in found]
        answers = network.second([(vectors[s.left : s.right], distances(s)) for s in stretches])
        cues += [_votes(reading, s, answer) for s, answer in zip(stretches, answers, strict=True)]
    return Votes(pieces, chances, cues)


def _votes(reading: Reading, stretch: Stretch, answer: Floats) -> CueVotes:
    where = reading.where[stretch.left : stretch.right]
    real = where >= 0
    start, end = int(reading.where[stretch.start]), int(reading.where[stretch.end - 1]) + 1
    return CueVotes(start, end, stretch.score, where[real], answer[real])
