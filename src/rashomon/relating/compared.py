"""Which statements of a pile are one claim: a statement is judged again only where what it was judged by, or with what,
has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeVar

import msgspec

from rashomon.ports import Entailer, Shelf
from rashomon.relating.index import Index, Neighbours
from rashomon.relating.judging import MAYBE, Match, Sifted, decided, sift
from rashomon.relating.likeness import Likeness, Weights
from rashomon.relating.statements import Statements
from rashomon.relating.worked import digest, program

# Statements made ready while pairs are judged; when there are more they are let go, and made again at need.
AT_ONCE = 100_000

T = TypeVar("T", Match, Likeness)
# The signature of the statement that was judged, the digests of the two, and what came of it.
Entry: TypeAlias = tuple[int, int, int, T]


@dataclass(frozen=True, slots=True)
class _Judged:
    """What came of judging the statements of one article; statements go by signatures and digests, since their places
    change from build to build."""

    signatures: list[int]
    found: list[Entry[Match]] = field(default_factory=list)
    unsure: list[Entry[Match]] = field(default_factory=list)
    asked: list[Entry[Likeness]] = field(default_factory=list)


_DECODER = msgspec.msgpack.Decoder(_Judged)


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
    neighbours = Neighbours(index)
    signatures, digests = neighbours.signatures.tolist(), index.digests.tolist()
    places = {one: k for k, one in enumerate(digests)}
    weights = Weights(index.seen, index.total)
    found, unsure, asked = dict[tuple[int, int], Match](), dict[tuple[int, int], Match](), {}
    for article, name in enumerate(articles):
        mine = {signatures[k]: k for k in statements.of_article(article)}
        key = digest(b"judged", program(), name.encode())
        kept = _DECODER.decode(shelf.get(key) or _NOTHING)
        judged = _still(kept, mine)
        new = sorted(mine[one] for one in mine.keys() - set(judged.signatures))
        for k in new:
            pairs = [pair for pair in neighbours.pairs(k) if neighbours.may_match(*pair, MAYBE - 0.001)]
            _add(judged, signatures[k], sift(statements, pairs, weights, kinds), digests)
        if new or len(kept.signatures) != len(judged.signatures):
            judged.signatures[:] = mine
            shelf.put(key, msgspec.msgpack.encode(judged))
        found.update({(places[i], places[j]): match for _, i, j, match in judged.found})
        unsure.update({(places[i], places[j]): match for _, i, j, match in judged.unsure})
        asked.update({(places[i], places[j]): like for _, i, j, like in judged.asked})
        if statements.ready > AT_ONCE:
            statements.forget()
    sifted = Sifted(_placed(found), _placed(unsure), [(*pair, like) for pair, like in sorted(asked.items())])
    return decided(statements, sifted, entailer, dropped)


_NOTHING = msgspec.msgpack.encode(_Judged([]))


def _still(kept: _Judged, mine: dict[int, int]) -> _Judged:
    """What of it holds for the statements as they are now."""
    if all(one in mine for one in kept.signatures):
        return kept
    return _Judged(
        [one for one in kept.signatures if one in mine],
        [entry for entry in kept.found if entry[0] in mine],
        [entry for entry in kept.unsure if entry[0] in mine],
        [entry for entry in kept.asked if entry[0] in mine],
    )


def _add(judged: _Judged, signature: int, sifted: Sifted, digests: list[int]) -> None:
    judged.found.extend((signature, digests[m.a], digests[m.b], m) for m in sifted.found)
    judged.unsure.extend((signature, digests[m.a], digests[m.b], m) for m in sifted.unsure)
    judged.asked.extend((signature, digests[i], digests[j], like) for i, j, like in sifted.asked)


def _placed(found: dict[tuple[int, int], Match]) -> list[Match]:
    return [replace(match, a=i, b=j) for (i, j), match in sorted(found.items())]
