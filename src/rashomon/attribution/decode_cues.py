"""Which words may be a cue, and the stretch of text each of them is read with a second time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.attribution.decode_pieces import UNCLOSED, Pieces, Reading

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

# What a piece is labelled; "begins" comes before "goes on" for each role.
OUT, CUE, CUE_ON, SOURCE, SOURCE_ON, CONTENT, CONTENT_ON = range(7)
LABELS = 7

DISTANCES = 32
_STEPS = np.array([1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192])
REACH = 112


@dataclass(frozen=True, slots=True)
class Stretch:
    """A cue, positions ``start`` to ``end`` of a reading, and the positions ``left`` to ``right`` it is read with."""

    start: int
    end: int
    left: int
    right: int
    score: float


def find_cues(chances: Floats, begin: int, end: int, least: float) -> list[tuple[int, int, float]]:
    """Runs of positions in ``begin`` to ``end`` that are a cue with at least ``least``: (start, end, best chance).

    ``chances`` are the first pass's, one row of seven a position. A run is cut where a new cue begins.
    """
    cue = chances[:, CUE] + chances[:, CUE_ON]
    found: list[tuple[int, int, float]] = []
    i = begin
    while i < end:
        if cue[i] < least:
            i += 1
            continue
        j = i + 1
        while j < end and cue[j] >= least and chances[j, CUE_ON] >= chances[j, CUE]:
            j += 1
        found.append((i, j, float(cue[i:j].max())))
        i = j
    return found


def bounds(reading: Reading, pieces: Pieces, start: int, end: int) -> tuple[int, int]:
    """The positions read again for the cue at ``start`` to ``end``.

    Its paragraph, at most ``REACH`` to either side, and the paragraphs that carry on what is said: the next one
    after a colon, and those on after a quotation mark that the paragraph does not close.
    """
    where = reading.where
    left, right = start, end
    while left > 0 and where[left - 1] >= 0 and start - left < REACH:
        left -= 1
    while right < len(where) and where[right] >= 0 and right - end < REACH:
        right += 1
    while right < len(where) - 1 and where[right] < 0 and right - end < REACH and carries_on(reading, pieces, right):
        right += 1
        while right < len(where) and where[right] >= 0 and right - end < REACH:
            right += 1
    return left, right


def carries_on(reading: Reading, pieces: Pieces, separator: int) -> bool:
    """Whether the paragraph that ends before position ``separator`` hands on to the next."""
    last = separator - 1
    if reading.where[last] < 0:
        return False
    return bool(pieces.standings[reading.where[last]] == UNCLOSED) or reading.ids[last] in COLONS


# Piece ids of ":" in the vocabulary of BERT (uncased).
COLONS = (1024,)


def distances(stretch: Stretch) -> Ints:
    """For every position of the stretch, how far it stands from the cue, in steps that grow; 0 inside the cue."""
    at = np.arange(stretch.left, stretch.right)
    before = np.searchsorted(_STEPS, stretch.start - at, side="right")
    after = np.searchsorted(_STEPS, at - stretch.end + 1, side="right")
    out = np.where(at < stretch.start, before, np.where(at >= stretch.end, after + len(_STEPS), 0))
    return out.astype(np.int32)
