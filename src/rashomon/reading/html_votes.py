"""Opinions from elsewhere on which blocks are body: trafilatura's text, and the article text in a page's data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.reading.html_blocks import Block

_WORD = re.compile(r"\w+")
_RUN = 3
_THIN = 0.35
_LITTLE = 600


@dataclass(frozen=True, slots=True)
class Votes:
    """For each block the share of its word runs that trafilatura kept, whether it kept the block as one line, and the
    share found in structured data (-1 where the page has none)."""

    shares: list[float]
    exact: list[bool]
    structured: list[float]


def votes_on(blocks: Sequence[Block], lines: Iterable[str], structured: str) -> Votes:
    """Compares by words, so that differences in spacing and marks do not matter."""
    kept = [_WORD.findall(line.lower()) for line in lines]
    runs = _runs_of(kept)
    flat = {" ".join(words) for words in kept}
    told = _runs_of([_WORD.findall(line.lower()) for line in structured.split("\n")]) if structured else None
    shares, exact, data = [], [], []
    for block in blocks:
        one = block.flat in flat
        words = block.flat.split()
        exact.append(one)
        shares.append(1.0 if one else _share(words, runs))
        data.append(-1.0 if told is None else _share(words, told))
    return Votes(shares, exact, data)


def vote_is_thin(blocks: Sequence[Block], votes: Votes) -> bool:
    """Whether trafilatura kept so little of the page's prose that its slower, more careful way is worth its time."""
    total = kept = 0
    for block, share in zip(blocks, votes.shares, strict=True):
        if len(block.words) > 80 and block.linked < len(block.words) / 3:
            total += len(block.words)
            kept += len(block.words) * (share > 0.6)
    return kept < _THIN * total or kept < _LITTLE


def _runs_of(lines: Sequence[list[str]]) -> set[tuple[str, ...]]:
    runs: set[tuple[str, ...]] = set()
    for words in lines:
        runs.update(zip(words, words[1:], words[2:], strict=False))
    return runs


def _share(words: list[str], runs: set[tuple[str, ...]]) -> float:
    if len(words) < _RUN or not runs:
        return 0.0
    found = map(runs.__contains__, zip(words, words[1:], words[2:], strict=False))
    return sum(found) / (len(words) - _RUN + 1)
