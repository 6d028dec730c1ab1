"""A text as the word pieces a trained model reads, and the windows it is read in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon.attribution.decode_paragraphs import paragraphs_of

Ints = NDArray[np.int32]

# How a piece is written: the vocabulary is lower-cased, so the model is told beside it.
LOWER, CAPITAL, UPPER, MIXED, DIGIT, MARK, SPECIAL = range(7)
CASES = 7
# Where a piece stands: outside quotation marks, inside a closed pair, the mark itself, inside an unclosed one.
OUTSIDE, QUOTED, QUOTE_MARK, UNCLOSED = range(4)
STANDINGS = 4

_OPENING = "“„«"
_CLOSING = "”»"
_MARKS = re.compile(f"''|``|[{_OPENING}{_CLOSING}\"]")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one text in order; all arrays have one entry a piece.

    ``starts`` and ``ends`` are code points of the text, ``paragraphs`` counts the lines that hold a piece.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    paragraphs: Ints
    cases: Ints
    standings: Ints

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``left`` to ``right`` are read together; ``start`` to ``end`` are those this window answers for."""

    left: int
    start: int
    end: int
    right: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One window laid out for the model: ``where`` is the piece each position stands for, -1 for a separator."""

    ids: Ints
    cases: Ints
    standings: Ints
    where: Ints


def case_of(word: str) -> int:
    """How a piece is written."""
    if not any(c.isalnum() for c in word):
        return MARK
    if word.isdigit():
        return DIGIT
    if word.islower() or (not word[0].isalpha() and word.lower() == word):
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else CAPITAL
    return CAPITAL if word[0].isupper() and word[1:].islower() else MIXED


def standing_of(paragraph: str) -> NDArray[np.int8]:
    """For every character of one paragraph, where it stands to double quotation marks."""
    out = np.zeros(len(paragraph), dtype=np.int8)
    opened = -1
    for match in _MARKS.finditer(paragraph):
        (start, end), mark = match.span(), match.group()
        out[start:end] = QUOTE_MARK
        if opened < 0:
            opened = end if mark not in _CLOSING or start == 0 else -1
        elif mark not in _OPENING:
            out[opened:start][out[opened:start] != QUOTE_MARK] = QUOTED
            opened = -1
    if opened >= 0:
        out[opened:][out[opened:] != QUOTE_MARK] = UNCLOSED
    return out


def to_pieces(text: str, encodings: Sequence[tuple[Sequence[int], Sequence[tuple[int, int]]]]) -> Pieces:
    """Pieces of ``text`` from one (ids, offsets) pair a paragraph, the offsets counted from the paragraph's start."""
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    numbers: list[int] = []
    cases: list[int] = []
    standings: list[int] = []
    written: dict[str, int] = {}
    for number, ((begin, end), (codes, offsets)) in enumerate(zip(paragraphs_of(text), encodings, strict=True)):
        line = text[begin:end]
        standing = standing_of(line).tolist()
        for code, (a, b) in zip(codes, offsets, strict=True):
            if b <= a:
                continue
            ids.append(code)
            starts.append(begin + a)
            ends.append(begin + b)
            numbers.append(number)
            word = line[a:b]
            if word not in written:
                written[word] = case_of(word)
            cases.append(written[word])
            standings.append(standing[a])
    return Pieces(*(np.array(x, dtype=np.int32) for x in (ids, starts, ends, numbers, cases, standings)))


def windows_of(pieces: Pieces, core: int = 200, before: int = 24, after: int = 16) -> list[Window]:
    """Windows whose cores cover every piece once, cut between paragraphs where these are shorter than a core.

    The three sizes count positions, separators included, so that no window is longer than their sum and one. These
    ones read a tenth less than 240, 40 and 24, and find as much (PolNeAR dev, full F1 76.4 and 76.1).
    """
    total = len(pieces)
    if not total:
        return []
    last = np.append(np.diff(pieces.paragraphs) != 0, True)
    upto = np.cumsum(1 + last)
    cuts = (np.flatnonzero(last) + 1).tolist()
    edges = [0]
    room = core
    previous = 0
    for end in cuts:
        if upto[end - 1] > room and previous > edges[-1]:
            edges.append(previous)
            room = core + int(upto[previous - 1])
        while upto[end - 1] > room:
            edge = max(edges[-1] + 1, int(np.searchsorted(upto, room, side="right")))
            edges.append(edge)
            room = core + int(upto[edge - 1])
        previous = end
    if edges[-1] < total:
        edges.append(total)
    spent = np.concatenate([[0], upto])
    return [
        Window(
            int(np.searchsorted(spent, spent[start] - before)),
            start,
            end,
            int(np.searchsorted(spent, spent[end] + after, side="right")) - 1,
        )
        for start, end in pairwise(edges)
    ]


def read(pieces: Pieces, window: Window, first: int, separator: int) -> Reading:
    """The window with ``first`` before it and ``separator`` after every paragraph."""
    index = np.arange(window.left, window.right)
    last = np.append(np.diff(pieces.paragraphs[index]) != 0, True)
    where = np.insert(index, np.flatnonzero(last) + 1, -1)
    where = np.insert(where, 0, -1)
    gap = where < 0
    ids = np.where(gap, separator, pieces.ids[where])
    ids[0] = first
    return Reading(
        ids.astype(np.int32),
        np.where(gap, SPECIAL, pieces.cases[where]).astype(np.int32),
        np.where(gap, OUTSIDE, pieces.standings[where]).astype(np.int32),
        where.astype(np.int32),
    )
