"""The articles most like each, found without comparing all with all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from rashomon.relating.grouping import WINDOW

# So many neighbours of an article are compared exactly: more than a story has articles of its days, mostly.
NEIGHBOURS = 60
# Among more articles than this an index is asked: it misses some neighbours, where all products would take too long.
MANY = 16_000
_BLOCK = 512


def near_pairs(vectors: NDArray[np.float32], days: Sequence[date | None]) -> Iterator[tuple[int, int]]:
    """Pairs of rows (i < j) worth an exact look, each at least once, in an order that is always the same.

    Dated articles are looked for among those of their days and the days before, so that the index stays as small as
    some days' news; one without a date among all.
    """
    dated = sorted((day, k) for k, day in enumerate(days) if day is not None)
    for recent, now in _slices(dated):
        yield from _pairs(vectors, now, [*recent, *now])
    undated = [k for k, day in enumerate(days) if day is None]
    if undated:
        yield from _pairs(vectors, undated, list(range(len(days))))


def _slices(dated: list[tuple[date, int]]) -> Iterator[tuple[list[int], list[int]]]:
    """The articles of each stretch of days, with those of the stretch before it where it is no further away."""
    before: tuple[int, list[int]] | None = None
    here: tuple[int, list[int]] | None = None
    for day, k in dated:
        stretch = day.toordinal() // WINDOW
        if here is None or here[0] != stretch:
            if here is not None:
                yield _recent(before, here), here[1]
            before, here = here, (stretch, [])
        here[1].append(k)
    if here is not None:
        yield _recent(before, here), here[1]


def _recent(before: tuple[int, list[int]] | None, here: tuple[int, list[int]]) -> list[int]:
    return before[1] if before is not None and before[0] == here[0] - 1 else []


def _pairs(vectors: NDArray[np.float32], asked: list[int], among: list[int]) -> Iterator[tuple[int, int]]:
    nearest = _by_all if len(among) <= MANY else _by_index
    for i, neighbours in zip(asked, nearest(vectors, asked, among), strict=True):
        yield from ((min(i, j), max(i, j)) for j in neighbours if i != j)


def _by_all(vectors: NDArray[np.float32], asked: list[int], among: list[int]) -> Iterator[list[int]]:
    """By the products with all of them, a block at a time."""
    there, names = vectors[among].T, np.array(among)
    most = min(NEIGHBOURS, len(among))
    for start in range(0, len(asked), _BLOCK):
        products = vectors[asked[start : start + _BLOCK]] @ there
        yield from names[np.argpartition(-products, most - 1, axis=1)[:, :most]].tolist()


def _by_index(vectors: NDArray[np.float32], asked: list[int], among: list[int]) -> Iterator[list[int]]:
    from voyager import Index, Space

    size = len(among)
    index = Index(Space.InnerProduct, vectors.shape[1], M=16, ef_construction=100, random_seed=7, max_elements=size)
    index.add_items(vectors[among], ids=among, num_threads=1)  # one thread: the same index every time
    found, _ = index.query(vectors[asked], k=NEIGHBOURS, num_threads=1, query_ef=2 * NEIGHBOURS)
    yield from found.tolist()
