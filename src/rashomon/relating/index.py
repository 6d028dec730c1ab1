"""Which statements have which features, for a whole pile at once and without the statements themselves.

Features are numbers here (eight bytes of a digest), statements positions in the pile's order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from rashomon.relating.denials import LONGEST, is_denial
from rashomon.relating.likeness import SHARED, weight_of
from rashomon.relating.proposition import Proposition
from rashomon.relating.wordlists import common

Numbers = NDArray[np.uint64]
Places = NDArray[np.int64]

# A statement is looked up by this many of its rarest features; one in more than MOST statements tells too little.
RAREST = 8
MOST = 150
# Of a statement's neighbours, those that share most are compared.
NEAREST = 40
# A denial is looked up by its rarest words, none in more than USUAL statements.
DENIED_BY, USUAL = 3, 1200
# The features of so many statements are held ready.
_READY = 200_000
# What a feature is of: the last two bits of its number.
STEM, NAME, NATION = 0, 1, 2
_SORTS = {"@": NAME, "#": NATION}
_SIGNS = {STEM: "", NAME: "@", NATION: "#"}
# What a statement is: it states something; it is looked up as a denial; its source stands against it; a pronoun in it
# may mean somebody; the article says it in its own voice.
_CLAUSAL, _DENIAL, _AGAINST, _MEANS, _OWN = 1, 2, 4, 8, 16


@dataclass(frozen=True, slots=True)
class Column:
    """The statements of one article: the ``features`` of all and how many each has, likewise whom pronouns in each may
    mean, of what sort each is, its digest."""

    features: bytes
    sizes: list[int]
    meant: bytes
    meant_sizes: list[int]
    sorts: bytes
    digests: bytes


def column_of(statements: Sequence[Proposition], digests: Sequence[bytes]) -> Column:
    numbers = [sorted(map(number_of, p.features)) for p in statements]
    meant = [sorted(number_of(f"@{entity}") for entity in p.meant) for p in statements]
    return Column(
        _packed(numbers),
        [len(one) for one in numbers],
        _packed(meant),
        [len(one) for one in meant],
        bytes(_sort(p) for p in statements),
        b"".join(digest[:8] for digest in digests),
    )


def _packed(numbers: Sequence[Sequence[int]]) -> bytes:
    return np.array([n for one in numbers for n in one], np.uint64).tobytes()


def _sort(p: Proposition) -> int:
    looked_up = is_denial(p) and 1 < len(p.words) <= LONGEST
    return (
        _CLAUSAL * p.clausal
        + _DENIAL * looked_up
        + _AGAINST * bool(p.against)
        + _MEANS * bool(p.meant)
        + _OWN * (p.attribution is None)
    )


@cache
def number_of(feature: str) -> int:
    """The number of a feature, which also says of what sort it is."""
    known = int.from_bytes(blake2b(feature.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
    return known & ~3 | _SORTS.get(feature[0], STEM)


class Index:
    """All statements of a pile by their features."""

    def __init__(self, columns: Sequence[Column]) -> None:
        features = np.frombuffer(b"".join(column.features for column in columns), np.uint64)
        sizes = np.array([size for column in columns for size in column.sizes], np.int64)
        meant_sizes = np.array([size for column in columns for size in column.meant_sizes], np.int64)
        self.sorts = np.frombuffer(b"".join(column.sorts for column in columns), np.uint8)
        self.digests: Numbers = np.frombuffer(b"".join(column.digests for column in columns), np.uint64)
        self.starts: Places = np.concatenate(([0], np.cumsum(sizes)))
        self.numbers, self.features = np.unique(features, return_inverse=True)
        self.owners: Places = np.repeat(np.arange(len(sizes)), sizes)
        self._meant = self._known(np.frombuffer(b"".join(column.meant for column in columns), np.uint64))
        self._meant_starts: Places = np.concatenate(([0], np.cumsum(meant_sizes)))
        self._sets: dict[int, frozenset[int]] = {}
        self.counts: Places = np.bincount(self.features, minlength=len(self.numbers))

    def __len__(self) -> int:
        return len(self.digests)

    @cached_property
    def steady(self) -> Places:
        """How many statements have each feature, so rounded that a page more leaves most of them as they are."""
        return steadied(self.counts)

    @cached_property
    def total(self) -> int:
        """How many statements there are, rounded likewise."""
        return int(steadied(np.array([len(self)]), 1.1)[0])

    @property
    def own_voice(self) -> int:
        """How many statements are attributed to nobody."""
        return int(np.count_nonzero(self.sorts & _OWN))

    def seen(self, feature: str) -> int:
        """How many statements have a feature, rounded likewise."""
        return self._by_number.get(number_of(feature), 0)

    @cached_property
    def _by_number(self) -> Mapping[int, int]:
        return dict(zip(self.numbers.tolist(), self.steady.tolist(), strict=True))

    @cached_property
    def weights(self) -> NDArray[np.float64]:
        """The weight of each feature, in the order of ``numbers``."""
        usual = {number_of(stem): share for stem, (share, _) in common().items()}
        rows = zip(self.numbers.tolist(), self.steady.tolist(), strict=True)
        return np.array([weight_of(seen, self.total, usual.get(n, 0.0), _SIGNS[n & 3]) for n, seen in rows])

    def features_of(self, k: int) -> frozenset[int]:
        known = self._sets.get(k)
        if known is None:
            if len(self._sets) >= _READY:
                self._sets.clear()
            known = self._sets[k] = frozenset(self.features[self.starts[k] : self.starts[k + 1]].tolist())
        return known

    def meant_by(self, k: int) -> frozenset[int]:
        """The features of those whom pronouns of a statement may mean."""
        return frozenset(self._meant[self._meant_starts[k] : self._meant_starts[k + 1]].tolist())

    def _known(self, numbers: Numbers) -> Places:
        """The place of each number among all features; -1 for what no statement has."""
        if not len(self.numbers):
            return np.full(len(numbers), -1)
        at = np.minimum(np.searchsorted(self.numbers, numbers), len(self.numbers) - 1)
        return np.where(self.numbers[at] == numbers, at, -1)


def steadied(counts: Places, step: float = 1.3) -> Places:
    """Numbers above four rounded to powers of ``step``."""
    powers = np.floor(np.log(np.maximum(counts, 1)) / np.log(step) + 1e-9)
    return np.where(counts <= 4, counts, np.rint(step ** (powers + 0.5))).astype(np.int64)


class Neighbours:
    """For each statement those it is to be compared with."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._sorts = index.sorts.tobytes()
        self._near = _Held(index, self._usable(2, MOST, sorts=(STEM, NAME)), _CLAUSAL, RAREST)
        self._denied = _Held(index, self._usable(2, USUAL, sorts=(STEM,)), _DENIAL, DENIED_BY)

    def _usable(self, least: int, most: int, sorts: Sequence[int]) -> NDArray[np.bool_]:
        index = self._index
        kinds = np.isin(index.numbers & np.uint64(3), np.array(sorts, np.uint64))
        return (index.counts >= least) & (index.counts <= most) & kinds

    @cached_property
    def own(self) -> Numbers:
        """For each statement a number that stands for it and for the weights of its features."""
        index = self._index
        weighed = _mixed(index.numbers + _mixed(index.steady.astype(np.uint64)))
        total = _mixed(np.array([index.total], np.uint64))
        return _mixed(index.digests + total + _summed(weighed[index.features], index.owners, len(index)))

    @cached_property
    def around(self) -> Numbers:
        """For each statement a number that stands for it, for what it is looked up by and for all that have that: where
        it is the same as in another build, so are its `pairs`."""
        own = _mixed(self._index.digests)
        return _mixed(own + self._near.signed(own, before=True) + self._denied.signed(own, before=False))

    def may_match(self, i: int, j: int, least: float) -> bool:
        """Whether two statements can be one claim as far as their features tell: both state something, and they share
        two stems and enough in all, or the source of one stands against it, which is short."""
        index = self._index
        mine, theirs = self._sorts[i], self._sorts[j]
        if not mine & theirs & _CLAUSAL:
            return False
        one, two = index.features_of(i), index.features_of(j)
        shared = one & two
        if sum(map(self._is_stem.__getitem__, shared)) < SHARED:
            return False
        if (mine | theirs) & _AGAINST:
            return True
        if mine & _MEANS:
            shared |= index.meant_by(i) & two
        if theirs & _MEANS:
            shared |= index.meant_by(j) & one
        both = sum(map(self._weight.__getitem__, shared))
        return both / max((self._totals[i] * self._totals[j]) ** 0.5, both) > least if both > 0 else False

    @cached_property
    def _is_stem(self) -> list[bool]:
        stems: list[bool] = (self._index.numbers & np.uint64(3) == STEM).tolist()
        return stems

    @cached_property
    def _weight(self) -> list[float]:
        weights: list[float] = self._index.weights.tolist()
        return weights

    @cached_property
    def _totals(self) -> list[float]:
        index = self._index
        totals: list[float] = np.bincount(index.owners, index.weights[index.features], len(index)).tolist()
        return totals

    def pairs(self, k: int) -> Iterator[tuple[int, int]]:
        """Positions (i < j) of the statement ``k`` and each it is compared with."""
        yield from ((other, k) for other in self._nearest(k))
        met = Counter(chain.from_iterable(self._denied.beside(k)))
        yield from ((min(k, o), max(k, o)) for o in sorted(met) if met[o] > 1 and o != k)

    def _nearest(self, k: int) -> Iterator[int]:
        """Statements before ``k`` that share at least two features of which one is rare, nearest first."""
        met = Counter(chain.from_iterable(held[: bisect_left(held, k)] for held in self._near.beside(k)))
        mine, taken = self._index.features_of(k), 0
        for other in sorted(sorted(met), key=met.__getitem__, reverse=True):  # of equals the first comes first
            if taken >= NEAREST:
                break
            if met[other] > 1 or len(mine & self._index.features_of(other)) > 1:
                taken += 1
                yield other


class _Held:
    """The rarest usable features of some statements, and who has each."""

    def __init__(self, index: Index, usable: NDArray[np.bool_], sort: int, most: int) -> None:
        self._index = index
        keyed = usable[index.features] & ((index.sorts & sort) > 0)[index.owners]
        owners, features = index.owners[keyed], index.features[keyed]
        order = np.lexsort((index.numbers[features], -index.weights[features], owners))
        owners, features = owners[order], features[order]
        first = np.searchsorted(owners, owners)
        kept = np.arange(len(owners)) - first < most
        # The keys of each statement, rarest first.
        self._owners, self._keys = owners[kept], features[kept]
        self._spans = np.searchsorted(self._owners, np.arange(len(index) + 1))
        if sort == _CLAUSAL:
            by, held = self._keys, self._owners
        else:  # what is denied may be in any statement, among words that are not its own rarest
            wanted = np.isin(index.features, self._keys)
            by, held = index.features[wanted], index.owners[wanted]
        order = np.lexsort((held, by))
        self._by, self._held = by[order], held[order]
        self._starts = np.searchsorted(self._by, np.arange(len(index.numbers) + 1))
        self._listed: dict[int, list[int]] = {}

    def beside(self, k: int) -> Iterator[list[int]]:
        """For each key of the statement all that have it, in order."""
        for key in self._keys[self._spans[k] : self._spans[k + 1]].tolist():
            known = self._listed.get(key)
            if known is None:
                known = self._listed[key] = self._held[self._starts[key] : self._starts[key + 1]].tolist()
            yield known

    def signed(self, own: Numbers, *, before: bool) -> Numbers:
        """For each statement a number that stands for its keys and for those that have them (only those ``before``
        it, or all)."""
        sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(own[self._held], dtype=np.uint64)))
        starts, ends = self._starts[self._keys], self._starts[self._keys + 1]
        if before:
            ends = np.searchsorted(_joined(self._by, self._held, len(own)), _joined(self._keys, self._owners, len(own)))
        held = _mixed(self._index.numbers[self._keys] + _mixed(sums[ends] - sums[starts]))
        return _summed(held, self._owners, len(own))


def _joined(one: Places, two: Places, size: int) -> Places:
    return one * (size + 1) + two


def _summed(values: Numbers, owners: Places, size: int) -> Numbers:
    """The sum of each owner's values; ``owners`` are in order."""
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(values, dtype=np.uint64)))
    edges = np.searchsorted(owners, np.arange(size + 1))
    return sums[edges[1:]] - sums[edges[:-1]]


def _mixed(values: Numbers) -> Numbers:
    """Numbers spread so that sums of them do not meet by chance (the finaliser of splitmix64)."""
    out = values + np.uint64(0x9E3779B97F4A7C15)
    out = (out ^ (out >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    out = (out ^ (out >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return out ^ (out >> np.uint64(31))
