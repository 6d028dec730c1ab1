"""The statements of a whole pile, each made ready only when it is looked at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import overload

import msgspec

from rashomon.relating.proposition import Proposition

_DECODER = msgspec.msgpack.Decoder(Proposition)


class Statements(Sequence[Proposition]):
    """Statements in the pile's order: those of the first article by place, then those of the next."""

    def __init__(self, packed: Sequence[Sequence[bytes]]) -> None:
        self._packed = packed
        self._starts = [0, *accumulate(map(len, packed))]
        self._made: dict[int, Proposition] = {}

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, k: int) -> Proposition: ...
    @overload
    def __getitem__(self, k: slice) -> list[Proposition]: ...
    def __getitem__(self, k: int | slice) -> Proposition | list[Proposition]:
        if isinstance(k, slice):
            return [self[at] for at in range(*k.indices(len(self)))]
        known = self._made.get(k)
        if known is None:
            if not 0 <= k < len(self):
                raise IndexError(k)
            article = self.article_of(k)
            known = self._made[k] = _DECODER.decode(self._packed[article][k - self._starts[article]])
        return known

    def of_article(self, article: int) -> range:
        """The positions of the statements of one article, by its place in the pile."""
        return range(self._starts[article], self._starts[article + 1])

    def article_of(self, k: int) -> int:
        """The place in the pile of the article of a statement."""
        return bisect_right(self._starts, k) - 1

    @property
    def ready(self) -> int:
        """How many are made ready now."""
        return len(self._made)

    def forget(self) -> None:
        """Lets go of all that can be made again."""
        self._made.clear()
