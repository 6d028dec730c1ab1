"""A time axis that gives busy years room: long empty stretches are cut out, and the cut is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

# The longest gap is cut out while it takes more than this share of the time that is still shown ...
_WIDE = 0.3
# ... and is longer than this many days, so that a story of a few weeks is never cut ...
_LONG = 60
# ... but no more often than this: an axis in pieces is hard to read.
_CUTS = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """Days ``first`` to ``last`` drawn from ``left`` to ``right``."""

    first: int
    last: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled day on the axis; its label's middle is at ``at``, so that it does not run over the edge."""

    x: float
    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Days to places between ``left`` and ``right``; ``pieces`` are in order, with cuts between them."""

    pieces: tuple[Piece, ...]
    left: float
    right: float

    def x(self, day: int) -> float:
        """Where the day stands; days outside are put at the nearest end."""
        for piece in self.pieces:
            if day <= piece.last:
                inside = max(day, piece.first) - piece.first
                return round(piece.left + (piece.right - piece.left) * inside / max(1, piece.last - piece.first), 1)
        return self.right

    def day(self, x: float) -> int:
        """The day that stands at a place; beyond the ends the outer pieces go on at their own pace."""
        inner = next((piece for piece in self.pieces if x <= piece.right), self.pieces[-1])
        beyond = x < self.pieces[0].left or x > self.pieces[-1].right
        place = x if beyond else max(x, inner.left)
        return inner.first + round((place - inner.left) / (inner.right - inner.left) * (inner.last - inner.first))

    @property
    def cuts(self) -> list[float]:
        """Places where empty time is left out."""
        return [round((a.right + b.left) / 2, 1) for a, b in pairwise(self.pieces)]

    def ticks(self, apart: float = 88) -> list[Tick]:
        """Years, and months or days where there is room, at least ``apart`` from each other."""
        made: list[Tick] = []
        for piece in self.pieces:
            for day, text in _marks(piece, apart):
                x = self.x(day)
                at = min(max(x, self.left + apart / 2 - 8), self.right - apart / 2 + 8)
                if not made or at - made[-1].at >= apart:
                    made.append(Tick(x, at, text))
        return made


def axis(
    spans: Iterable[tuple[int, int]],
    left: float,
    right: float,
    gap: float = 26,
    ends: tuple[int, int] | None = None,
) -> Axis:
    """An axis that shows every span, or of every span what lies between the ``ends``; ``gap`` is the room a cut takes.

    Between given ends it runs from end to end, however early or late the first and the last span stand.
    """
    groups = _groups(sorted(spans)) if ends is None else _between(spans, ends)
    if not groups:
        return Axis((), left, right)
    room = right - left - gap * (len(groups) - 1)
    # The square root keeps a long quiet stretch from pressing a short busy one to nothing.
    weights = [(last - first + 1) ** 0.5 for first, last in groups]
    pieces, x = [], left
    for (first, last), weight in zip(groups, weights, strict=True):
        wide = room * weight / sum(weights)
        pieces.append(Piece(first, last, x, x + wide))
        x += wide + gap
    return Axis(tuple(pieces), left, right)


def _between(spans: Iterable[tuple[int, int]], ends: tuple[int, int]) -> list[tuple[int, int]]:
    first, last = ends
    groups = _groups(sorted((max(a, first), min(b, last)) for a, b in spans if a <= last and b >= first))
    if len(groups) < 2:
        return [(first, max(last, first + 1))]
    return [(first, groups[0][1]), *groups[1:-1], (groups[-1][0], last)]


def _groups(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    groups: list[tuple[int, int]] = []
    for first, last in spans:
        if groups and first <= groups[-1][1] + 1:
            groups[-1] = (groups[-1][0], max(groups[-1][1], last))
        else:
            groups.append((first, last))
    return _padded(_cut(groups))


def _cut(groups: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if not groups:
        return []
    shown = groups[-1][1] - groups[0][0]
    gaps = sorted(((b[0] - a[1], k + 1) for k, (a, b) in enumerate(pairwise(groups))), reverse=True)
    chosen = []
    for gap, place in gaps[:_CUTS]:
        if gap < _LONG or gap < _WIDE * shown:
            break
        chosen.append(place)
        shown -= gap
    edges = [0, *sorted(chosen), len(groups)]
    return [(groups[a][0], groups[b - 1][1]) for a, b in pairwise(edges)]


def _padded(groups: list[tuple[int, int]]) -> list[tuple[int, int]]:
    # A mark at the very edge of a piece would look cut off; a piece of one day would have no width.
    return [(first - max(2, (last - first) // 20), last + max(2, (last - first) // 20)) for first, last in groups]


def _marks(piece: Piece, apart: float) -> list[tuple[int, str]]:
    fit = max(1.0, (piece.right - piece.left) / apart)
    days = piece.last - piece.first
    start, end = date.fromordinal(piece.first), date.fromordinal(piece.last)
    if days / fit <= 20:
        step = max(1, round(days / fit))
        return [(day, _day(day)) for day in range(piece.first + step // 2, piece.last + 1, step)]
    months = [
        date(year, month, 1)
        for year in range(start.year, end.year + 1)
        for month in range(1, 13)
        if start <= date(year, month, 1) <= end
    ]
    every = next((n for n in (1, 2, 3, 6, 12) if days / 30.4 / n <= fit), 12)
    chosen = [m for m in months if (m.month - 1) % every == 0]
    if not chosen:
        return [(piece.first + days // 2, str(date.fromordinal(piece.first + days // 2).year))]
    return [(m.toordinal(), str(m.year) if every == 12 else f"{m:%b} {m.year}") for m in chosen]


def _day(day: int) -> str:
    moment = date.fromordinal(day)
    return f"{moment.day} {moment:%b} {moment.year}"
