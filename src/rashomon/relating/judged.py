"""What came of comparing the statements of a pile before, and what of it still holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from rashomon.relating.index import Numbers
from rashomon.relating.judging import Match
from rashomon.relating.likeness import Likeness

# What a pair came to: one claim, one unless the entailer speaks against it, one if it says so.
Outcome: TypeAlias = tuple[str, Match | Likeness]
FOUND, UNSURE, ASKED = "found", "unsure", "asked"
# All that a match tells but for where its two statements stand: `dataclasses.replace` takes four times as long.
found_in = attrgetter(*(one.name for one in fields(Match) if one.name not in ("a", "b")))


@dataclass(frozen=True, slots=True)
class Judged:
    """The statements of one article, by digest, each with signatures of its neighbourhood and of its own weights when
    it was judged, and with those it was compared with: their digests and their signatures. Outcomes are by the place
    of the statement and of the pair, those that came to nothing left out. All numbers have eight bytes."""

    digests: bytes = b""
    near: bytes = b""
    own: bytes = b""
    sizes: list[int] = field(default_factory=list)
    partners: bytes = b""
    partners_own: bytes = b""
    found: dict[int, Match] = field(default_factory=dict)
    unsure: dict[int, Match] = field(default_factory=dict)
    asked: dict[int, Likeness] = field(default_factory=dict)

    def outcomes(self) -> Iterator[tuple[int, Outcome]]:
        """The place of each pair that came to something, with what it came to."""
        yield from ((at, (FOUND, match)) for at, match in self.found.items())
        yield from ((at, (UNSURE, match)) for at, match in self.unsure.items())
        yield from ((at, (ASKED, like)) for at, like in self.asked.items())


@dataclass(frozen=True, slots=True)
class Paired:
    """One statement with its pairs: the other's digest and signature, and what the pair came to."""

    digest: int
    near: int
    own: int
    pairs: list[tuple[int, int, Outcome | None]]


def bound(statements: Sequence[Paired]) -> Judged:
    """The statements of one article as they are kept."""
    pairs = [pair for one in statements for pair in one.pairs]
    judged = Judged(
        _bytes(one.digest for one in statements),
        _bytes(one.near for one in statements),
        _bytes(one.own for one in statements),
        [len(one.pairs) for one in statements],
        _bytes(partner for partner, _, _ in pairs),
        _bytes(own for _, own, _ in pairs),
    )
    for at, (_, _, outcome) in enumerate(pairs):
        if outcome is not None:
            getattr(judged, outcome[0])[at] = outcome[1]
    return judged


def unbound(judged: Judged) -> dict[int, Paired]:
    """The statements of one article, by digest."""
    outcomes = dict(judged.outcomes())
    partners, owns = _numbers(judged.partners).tolist(), _numbers(judged.partners_own).tolist()
    out, at = dict[int, Paired](), 0
    digests, near, own = (_numbers(part).tolist() for part in (judged.digests, judged.near, judged.own))
    for k, size in enumerate(judged.sizes):
        pairs = [(partners[p], owns[p], outcomes.get(p)) for p in range(at, at + size)]
        out[digests[k]] = Paired(digests[k], near[k], own[k], pairs)
        at += size
    return out


def holding(judged: Sequence[Judged], digests: Numbers, near: Numbers, own: Numbers) -> NDArray[np.bool_]:
    """For each statement of the pile whether all that was found of it before still holds."""
    order = np.argsort(digests)
    held = _numbers(b"".join(one.digests for one in judged))
    at, there = _found(held, digests, order)
    partners = _numbers(b"".join(one.partners for one in judged))
    beside, known = _found(partners, digests, order)
    good = known & (own[beside] == _numbers(b"".join(one.partners_own for one in judged)))
    sizes = np.array([size for one in judged for size in one.sizes], np.int64)
    bad = np.bincount(np.repeat(np.arange(len(held)), sizes)[~good], minlength=len(held))
    was_near, was_own = _numbers(b"".join(one.near for one in judged)), _numbers(b"".join(one.own for one in judged))
    still = there & (bad == 0) & (was_near == near[at]) & (was_own == own[at])
    out = np.zeros(len(digests), np.bool_)
    out[at[still]] = True
    return out


def placed(judged: Iterable[Judged], places: Mapping[int, int]) -> Iterator[tuple[int, int, Outcome]]:
    """Every pair (i < j) that came to something, by places in the pile."""
    for one in judged:
        if not (one.found or one.unsure or one.asked):
            continue
        digests, partners = _numbers(one.digests), _numbers(one.partners)
        owners = np.repeat(digests, one.sizes)
        for at, outcome in one.outcomes():
            i, j = sorted((places[int(owners[at])], places[int(partners[at])]))
            yield i, j, outcome


def _found(wanted: Numbers, digests: Numbers, order: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """The place of each wanted number, and whether it is there at all."""
    if not len(digests):
        return np.zeros(len(wanted), np.int64), np.zeros(len(wanted), np.bool_)
    at = order[np.minimum(np.searchsorted(digests, wanted, sorter=order), len(digests) - 1)]
    return at, digests[at] == wanted


def _numbers(held: bytes) -> Numbers:
    return np.frombuffer(held, np.uint64)


def _bytes(numbers: Iterable[int]) -> bytes:
    return np.array(list(numbers), np.uint64).tobytes()
