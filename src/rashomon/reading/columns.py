"""The order in which the lines of a printed page are read."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.reading.pdf_glyphs import Stretch

# A gutter has at least this width in points, and this share of the stretches at most reach across it.
_GUTTER = 5.0
_CROSSING = 0.25
# A column holds at least so many stretches, this share of the width, and prose rather than figures.
_FEWEST = 4
_NARROWEST = 0.2
_CHARS = 10


def reading_order(stretches: Sequence[Stretch]) -> list[list[Stretch]]:
    """The stretches in reading order, one list a column: left before right, what reaches across both in its place."""
    gutter = _gutter(stretches)
    if gutter is None:
        return [sorted(stretches, key=lambda s: (round(s.top / 3), s.left))] if stretches else []
    columns: list[list[Stretch]] = []
    band: list[Stretch] = []
    across: list[Stretch] = []
    for one in sorted(stretches, key=lambda s: s.top):
        if one.left < gutter < one.right:
            columns += _sides(band, gutter)
            band = []
            across.append(one)
        else:
            if across:
                columns.append(across)
                across = []
            band.append(one)
    if across:
        columns.append(across)
    return columns + _sides(band, gutter)


def _sides(band: Sequence[Stretch], gutter: float) -> list[list[Stretch]]:
    left = [one for one in band if one.right <= gutter]
    right = [one for one in band if one.right > gutter]
    return reading_order(left) + reading_order(right)


def _gutter(stretches: Sequence[Stretch]) -> float | None:
    """The x in the middle of the widest gutter between two columns, None where the text runs in one."""
    if len(stretches) < 2 * _FEWEST:
        return None
    start, end = min(s.left for s in stretches), max(s.right for s in stretches)
    first, last = int(start), int(end) + 1
    cover = [0] * (last - first + 2)
    for one in stretches:
        cover[int(one.left) - first] += 1
        cover[int(one.right) - first + 1] -= 1
    runs: list[tuple[int, float]] = []
    count, free = 0, 0
    for k, change in enumerate(cover):
        count += change
        if count <= _CROSSING * len(stretches):
            free += 1
        else:
            if free >= _GUTTER:
                runs.append((free, first + k - free / 2))
            free = 0
    for _, x in sorted(runs, reverse=True):
        if start + _NARROWEST * (end - start) <= x <= end - _NARROWEST * (end - start) and _divides(stretches, x):
            return x
    return None


def _divides(stretches: Sequence[Stretch], x: float) -> bool:
    """Whether prose stands on both sides of ``x`` at the same height."""
    left = [one for one in stretches if one.right <= x]
    right = [one for one in stretches if one.left >= x]
    if min(len(left), len(right)) < _FEWEST:
        return False
    if any(sum(len(one.text) for one in side) < _CHARS * len(side) for side in (left, right)):
        return False
    top, bottom = (
        max(min(s.top for s in side) for side in (left, right)),
        min(max(s.bottom for s in side) for side in (left, right)),
    )
    least = min(max(s.bottom for s in side) - min(s.top for s in side) for side in (left, right))
    return bottom - top > 0.5 * least
