"""Annotated articles as what the network reads and what it should answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.attribution.decode_cues import CONTENT, CUE, SOURCE, Stretch, bounds, distances
from rashomon.attribution.decode_paragraphs import paragraphs_of
from rashomon.attribution.decode_pieces import Pieces, Reading, read, to_pieces, windows_of

Ints = NDArray[np.int32]
FIRST, SEPARATOR = 101, 102
ROLES = (("cue", CUE), ("source", SOURCE), ("content", CONTENT))


@dataclass(frozen=True, slots=True)
class Gold:
    """One article: for every piece the attribution it belongs to (-1: none) and its label.

    ``sources`` are the pieces of each attribution's source: two attributions may share one.
    """

    doc: str
    text: str
    pieces: Pieces
    owner: Ints
    labels: Ints
    sources: list[Ints]


@dataclass(frozen=True, slots=True)
class Example:
    """One window; ``core`` marks the positions it answers for, ``owner`` and ``labels`` are per position."""

    reading: Reading
    pieces: Pieces
    core: NDArray[np.bool_]
    owner: Ints
    labels: Ints
    sources: list[Ints]


def load_tokenizer(path: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def cut(text: str, tokenizer: Tokenizer) -> Pieces:
    lines = [text[a:b] for a, b in paragraphs_of(text)]
    return to_pieces(text, [(e.ids, e.offsets) for e in tokenizer.encode_batch(lines, add_special_tokens=False)])


def load(path: Path, tokenizer: Tokenizer) -> list[Gold]:
    with path.open(encoding="utf-8") as lines:
        return [_gold(json.loads(line), tokenizer) for line in lines]


def _gold(row: dict[str, object], tokenizer: Tokenizer) -> Gold:
    text = str(row["text"])
    pieces = cut(text, tokenizer)
    middle = (pieces.starts + pieces.ends) / 2
    owner = np.full(len(pieces), -1, dtype=np.int32)
    labels = np.zeros(len(pieces), dtype=np.int32)
    sources: list[Ints] = []
    for number, attribution in enumerate(row["attributions"]):  # type: ignore[arg-type]
        for role, begins in ROLES:
            for start, end in attribution[role]:
                inside = np.flatnonzero((middle > start) & (middle < end))
                if len(inside):
                    owner[inside] = number
                    labels[inside] = begins + 1
                    labels[inside[0]] = begins
        spans = [(middle > start) & (middle < end) for start, end in attribution["source"]]
        sources.append(np.flatnonzero(np.logical_or.reduce(spans)) if spans else np.zeros(0, np.int64))
    return Gold(str(row["doc"]), text, pieces, owner, labels, sources)


def examples(gold: Gold, core: int, before: int = 48, after: int = 32) -> Iterator[Example]:
    for window in windows_of(gold.pieces, core, before, after):
        reading = read(gold.pieces, window, FIRST, SEPARATOR)
        where = reading.where
        yield Example(
            reading,
            gold.pieces,
            (where >= window.start) & (where < window.end),
            np.where(where < 0, -1, gold.owner[where]).astype(np.int32),
            np.where(where < 0, 0, gold.labels[where]).astype(np.int32),
            gold.sources,
        )


def true_cues(example: Example) -> list[Stretch]:
    """The annotated cues that begin in the core, each with the stretch it is read with."""
    out = []
    for start in np.flatnonzero((example.labels == CUE) & example.core):
        end = start + 1
        while (
            end < len(example.labels) and example.labels[end] == CUE + 1 and example.owner[end] == example.owner[start]
        ):
            end += 1
        out.append(stretch_of(example, int(start), int(end), 1.0))
    return out


def stretch_of(example: Example, start: int, end: int, score: float) -> Stretch:
    left, right = bounds(example.reading, example.pieces, start, end)
    return Stretch(start, end, left, right, score)


def answers(example: Example, stretch: Stretch, true: bool) -> Ints:
    """What the second pass should say: the labels of this cue's attribution, nothing for a false cue."""
    labels = example.labels[stretch.left : stretch.right]
    if not true:
        return np.zeros_like(labels)
    number = example.owner[stretch.start]
    mine = example.owner[stretch.left : stretch.right] == number
    source = np.isin(example.reading.where[stretch.left : stretch.right], example.sources[number])
    return np.where(mine | source, labels, 0).astype(np.int32)


__all__ = [
    "Example",
    "Gold",
    "answers",
    "cut",
    "distances",
    "examples",
    "load",
    "load_tokenizer",
    "stretch_of",
    "true_cues",
]
