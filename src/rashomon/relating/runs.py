"""Marks of a text's runs of words, by which a passage of it is found in another."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from rashomon.relating.words import Word

# Runs of this many words are compared; of each WINDOW of them the least hash is kept, so that a shared run of
# RUN + WINDOW - 1 words is always found (winnowing, Schleimer, Wilkerson and Aiken 2003).
RUN = 6
WINDOW = 6


def runs_of(words: Sequence[Word]) -> dict[int, int]:
    """The winnowed hashes of a text's runs of words, and the position of the word each begins at."""
    hashes = [crc32(" ".join(w.plain for w in words[k : k + RUN]).encode()) for k in range(len(words) - RUN + 1)]
    out: dict[int, int] = {}
    for k in range(max(1, len(hashes) - WINDOW + 1) if hashes else 0):
        window = hashes[k : k + WINDOW]
        least = min(window)
        out.setdefault(least, k + window.index(least))
    return out
