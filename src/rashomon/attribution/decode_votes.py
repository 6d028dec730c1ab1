"""The two passes of a trained network over a text, gathered as votes on every word piece."""

from __future__ import annotations

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
# Words that are a cue with less than this chance cut a cue short.
SUSPECT = 0.25
# A cue whose best word is less likely than this is not read a second time: `decode_spans` would drop it whatever came
# of that, since it asks three quarters of the geometric mean of three chances.
WORTHY = 0.42


class Network(Protocol):
    """The trained arithmetic, whatever runs it."""

    def first(self, reading: Reading) -> tuple[Floats, Floats]:
        """Chances of the seven labels, and a vector for the second pass, one row a position."""
        ...

    def second(self, vectors: Floats, distances: Ints) -> Floats:
        """Chances of the seven labels, from a stretch's vectors and its distances to the cue."""
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


def gather(pieces: Pieces, network: Network, least: float = WORTHY) -> Votes:
    """Both passes over the whole text."""
    chances = np.zeros((len(pieces), LABELS), dtype=np.float32)
    cues: list[CueVotes] = []
    for window in windows_of(pieces):
        reading = read(pieces, window, FIRST, SEPARATOR)
        labels, vectors = network.first(reading)
        labels = np.where(reading.where[:, None] < 0, 0, labels)  # separators are no words
        mine = np.flatnonzero((reading.where >= window.start) & (reading.where < window.end))
        chances[reading.where[mine]] = labels[mine]
        for start, end, score in find_cues(labels, int(mine[0]), int(mine[-1]) + 1, min(SUSPECT, least)):
            if score >= least:
                stretch = Stretch(start, end, *bounds(reading, pieces, start, end), score)
                answer = network.second(vectors[stretch.left : stretch.right], distances(stretch))
                cues.append(_votes(reading, stretch, answer))
    return Votes(pieces, chances, cues)


def _votes(reading: Reading, stretch: Stretch, answer: Floats) -> CueVotes:
    where = reading.where[stretch.left : stretch.right]
    real = where >= 0
    start, end = int(reading.where[stretch.start]), int(reading.where[stretch.end - 1]) + 1
    return CueVotes(start, end, stretch.score, where[real], answer[real])
