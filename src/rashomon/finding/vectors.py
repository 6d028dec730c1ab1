"""Articles as vectors: exact ones of weighed terms, and short dense ones whose products come near to the exact.

A term's weight is how rare it is in this corpus and in English news; a dense vector is a random projection that needs
no training, so the same corpus has the same vectors everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.finding.seen import SLOTS, Seen, slot_of
from rashomon.relating.grouping import TERMS, USUAL
from rashomon.relating.wordlists import common

WIDTH = 512
# Each term is spread over so many of the dense places, with a sign each.
_SPREAD = 8
_ODD = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The weightiest terms in rising order with their weights, of length one; ``kept`` is the part of the article's
    whole weight that they hold."""

    terms: NDArray[np.uint32]
    weights: NDArray[np.float32]
    kept: float


def weighed(papers: Sequence[Seen]) -> list[Weighed]:
    """The vector of each article, by what is rare among them all."""
    holders = np.zeros(SLOTS, np.float32)
    for paper in papers:
        holders[paper.terms] += 1
    usual = np.zeros(SLOTS, np.float32)
    for term, rates in common().items():
        slot = slot_of(term)
        usual[slot] = max(usual[slot], rates[1])
    whole = len(papers) + 1 + USUAL
    return [_weigh(paper, holders, usual, whole) for paper in papers]


class Board:
    """One vector laid out over all slots, so that many others are compared with it at once."""

    def __init__(self) -> None:
        self._laid = np.zeros(SLOTS, np.float32)

    def likenesses(self, one: Weighed, others: Sequence[Weighed]) -> list[float]:
        """The product of one vector with each of the others."""
        if not others:
            return []
        self._laid[one.terms] = one.weights
        terms = np.concatenate([other.terms for other in others])
        shares = self._laid[terms] * np.concatenate([other.weights for other in others])
        self._laid[one.terms] = 0
        owners = np.repeat(np.arange(len(others)), [len(other.terms) for other in others])
        sums: list[float] = np.bincount(owners, shares, len(others)).tolist()
        return sums


def dense(vectors: Sequence[Weighed]) -> NDArray[np.float32]:
    """One row a vector; the product of two rows is that of the exact ones, give or take some hundredths."""
    out = np.zeros((len(vectors), WIDTH), np.float32)
    for row, vector in zip(out, vectors, strict=True):
        places, signs = _places(vector.terms)
        row[:] = np.bincount(places.ravel(), (signs * vector.weights[:, None]).ravel(), WIDTH)
    norms = np.sqrt(np.einsum("ij,ij->i", out, out))[:, None]
    out /= np.maximum(norms, 1e-9)
    return out


def _weigh(paper: Seen, holders: NDArray[np.float32], usual: NDArray[np.float32], whole: int) -> Weighed:
    seen = holders[paper.terms]
    every = (1 + np.log(paper.counts)) * np.log(whole / (seen + usual[paper.terms] * USUAL))
    shared = np.flatnonzero(seen > 1)
    top = np.sort(shared[np.lexsort((paper.terms[shared], -every[shared]))][:TERMS])
    size = float(np.sqrt(np.sum(every[top] ** 2))) or 1.0
    most = float(np.sqrt(np.sum(np.sort(every)[::-1][:TERMS] ** 2))) or 1.0
    return Weighed(paper.terms[top], (every[top] / size).astype(np.float32), min(1.0, size / most))


def _places(terms: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Where each term falls in the dense vector, and with which sign: its hash, mixed anew for each place."""
    mixed = (terms.astype(np.uint64)[:, None] + np.uint64(1)) * (_ODD * np.arange(1, 2 * _SPREAD, 2, dtype=np.uint64))
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(32)
    places = (mixed % np.uint64(WIDTH)).astype(np.int64)
    signs = np.where((mixed >> np.uint64(40)) & np.uint64(1), 1.0, -1.0).astype(np.float32)
    return places, signs / np.float32(np.sqrt(_SPREAD))
