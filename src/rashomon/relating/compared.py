"""Which statements of a pile are one claim: a pair is judged again only where one of the two, or the weight of one of
its words, has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from rashomon.ports import Entailer, Shelf
from rashomon.relating.index import Index, Neighbours
from rashomon.relating.judged import (
    ASKED,
    FOUND,
    UNSURE,
    Judged,
    Outcome,
    Paired,
    bound,
    found_in,
    holding,
    placed,
    unbound,
)
from rashomon.relating.judging import MAYBE, Match, Sifted, decided, sift
from rashomon.relating.likeness import Likeness, Weights
from rashomon.relating.statements import Statements
from rashomon.relating.worked import digest, program

# Statements made ready while pairs are judged; when there are more they are let go, and made again at need.
AT_ONCE = 15_000

_DECODER = msgspec.msgpack.Decoder(Judged)


def compared(
    articles: Sequence[str],
    statements: Statements,
    index: Index,
    kinds: dict[str, str],
    entailer: Entailer | None,
    shelf: Shelf,
    dropped: Counter[str],
) -> list[Match]:
    """The pairs that are one claim, best first; ``articles`` are the ids of the pile's articles, in its order."""
    keys = [digest(b"judged", program(), name.encode()) for name in articles]
    kept = [Judged() if (held := shelf.get(key)) is None else _DECODER.decode(held) for key in keys]
    judge = _Judge(statements, index, kinds)
    holds = holding(kept, index.digests, judge.neighbours.around, judge.neighbours.own)
    for at, key in enumerate(keys):
        mine = statements.of_article(at)
        if len(kept[at].sizes) != len(mine) or not all(holds[mine.start : mine.stop]):
            kept[at] = judge.anew(mine, holds, kept[at])
            shelf.put(key, msgspec.msgpack.encode(kept[at]))
        if statements.ready > AT_ONCE:
            statements.forget()
    return decided(statements, _sifted(kept, judge.places), entailer, dropped)


class _Judge:
    """Judges what does not hold any more."""

    def __init__(self, statements: Statements, index: Index, kinds: dict[str, str]) -> None:
        self.neighbours = Neighbours(index)
        self._statements = statements
        self._kinds = kinds
        self._weights = Weights(index.seen, index.total)
        self._digests: list[int] = index.digests.tolist()
        self._around: list[int] = self.neighbours.around.tolist()
        self._own: list[int] = self.neighbours.own.tolist()
        self.places = {one: k for k, one in enumerate(self._digests)}

    def anew(self, mine: range, holds: NDArray[np.bool_], kept: Judged) -> Judged:
        """The statements of one article as they are now, those that hold taken over."""
        before = unbound(kept)
        return bound([before[self._digests[k]] if holds[k] else self._paired(k, before) for k in mine])

    def _paired(self, k: int, before: dict[int, Paired]) -> Paired:
        was = before.get(self._digests[k])
        known: dict[tuple[int, int], Outcome | None] = {}
        if was is not None and was.own == self._own[k]:
            known = {(partner, own): outcome for partner, own, outcome in was.pairs}
        others = self._others(k, was)
        new = [pair for other, pair in others if (self._digests[other], self._own[other]) not in known]
        likely = [pair for pair in new if self.neighbours.may_match(*pair, MAYBE - 0.001)]
        outcomes = _by_pair(sift(self._statements, likely, self._weights, self._kinds))
        told = []
        for other, pair in others:
            key = self._digests[other], self._own[other]
            told.append((*key, known[key] if key in known else outcomes.get(pair)))
        return Paired(self._digests[k], self._around[k], self._own[k], told)

    def _others(self, k: int, was: Paired | None) -> list[tuple[int, tuple[int, int]]]:
        """Those a statement is compared with, and the pair each makes with it; as they were where they cannot have
        changed, for they are dear to find."""
        if was is not None and was.near == self._around[k]:
            there = (self.places[partner] for partner, _, _ in was.pairs)
            return [(other, (min(k, other), max(k, other))) for other in there]
        return [(i + j - k, (i, j)) for i, j in dict.fromkeys(self.neighbours.pairs(k))]


def _by_pair(sifted: Sifted) -> dict[tuple[int, int], Outcome]:
    out: dict[tuple[int, int], Outcome] = {(m.a, m.b): (FOUND, m) for m in sifted.found}
    out |= {(m.a, m.b): (UNSURE, m) for m in sifted.unsure}
    return out | {(i, j): (ASKED, like) for i, j, like in sifted.asked}


def _sifted(kept: Sequence[Judged], places: dict[int, int]) -> Sifted:
    """All that came to something, each pair once."""
    pairs = {(i, j): outcome for i, j, outcome in placed(kept, places)}
    sifted = Sifted([], [], [])
    for (i, j), (what, came) in sorted(pairs.items(), key=lambda one: one[0]):
        if isinstance(came, Likeness):
            sifted.asked.append((i, j, came))
        else:
            (sifted.found if what == FOUND else sifted.unsure).append(Match(i, j, *found_in(came)))
    return sifted
