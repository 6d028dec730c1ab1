"""The second pass over a page's lines: what the first pass thought of the lines around each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.lines_features import Numbers
from rashomon.reading.lines_neighbours import Sheet, sums

NEAR = 6
WINDOWS = (2, 4, 8, 16, 32)
DECAYS = (0.7, 0.9)
# What the first pass takes for body with some certainty.
SURE = 0.6
_FAR = 99.0
_ENDS_REACH = 40


def context_of(sheet: Sheet, body: NDArray[np.float64]) -> Numbers:
    """The columns for the second pass, given the first pass's probability of being body for each line."""
    chance = body.astype(np.float32)
    columns = [sheet.columns, _around(chance, sheet.chars), _between(chance, sheet)]
    return np.column_stack(columns).astype(np.float32)


def _around(chance: Numbers, chars: Numbers) -> Numbers:
    columns: list[Numbers] = [chance]
    for by in range(1, NEAR + 1):
        after, before = np.full_like(chance, -1), np.full_like(chance, -1)
        after[:-by], before[by:] = chance[by:], chance[:-by]
        columns += [after, before]
    mass = chance * chars / 100
    for size in WINDOWS:
        columns += [*sums(chance, size), *sums(mass, size)]
    total, run = float(mass.sum()) + 0.01, np.cumsum(mass)
    columns += [run / total, (total - run) / total]
    columns += [np.full_like(chance, chance.max()), np.full_like(chance, np.log1p(total))]
    for keep in DECAYS:
        forth, back = _decayed(chance, keep), _decayed(chance[::-1], keep)[::-1]
        columns += [forth, back, np.minimum(forth, back)]
    return np.column_stack(columns)


def _decayed(values: Numbers, keep: float) -> Numbers:
    """A running mean of the values before each place, older ones counting less."""
    out = np.zeros_like(values)
    level = 0.0
    for k, value in enumerate(values):
        out[k] = level
        level = level * keep + float(value) * (1 - keep)
    return out


def _between(chance: Numbers, sheet: Sheet) -> Numbers:
    """What lies between each line and the nearest sure body above it and below it."""
    count = len(chance)
    sure = chance > SURE
    above, below = _nearest(sure), count - 1 - _nearest(sure[::-1])[::-1]
    at = np.arange(count)
    has_above, has_below = above >= 0, below < count
    columns = [np.where(has_above, at - above, _FAR), np.where(has_below, below - at, _FAR)]
    for flags in (sheet.furniture, sheet.ends, sheet.marks):
        run = np.concatenate([[0.0], np.cumsum(flags > 0)])
        columns.append(np.where(has_above, run[at] - run[above + 1], _FAR))
        columns.append(np.where(has_below, run[np.minimum(below, count)] - run[at + 1], _FAR))
    mass = np.concatenate([[0.0], np.cumsum(np.where(sure, sheet.chars, 0.0))])
    up, down = np.log1p(mass[at]), np.log1p(mass[-1] - mass[at + 1])
    chances = np.concatenate([[0.0], np.cumsum(chance, dtype=np.float64)])
    since = (chances[at + 1] - chances[above + 1]) / np.maximum(at - above, 1)
    columns += [np.where(has_above & has_below, below - above, 199.0), up, down, np.minimum(up, down)]
    columns += [np.where(has_above, since, -1.0), _until(sheet.ends)]
    return np.column_stack(columns).astype(np.float32)


def _nearest(flags: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The place of the last flag before each place, -1 where there is none."""
    out = np.full(len(flags), -1, dtype=np.int64)
    last = -1
    for k, flag in enumerate(flags):
        out[k] = last
        if flag:
            last = k
    return out


def _until(flags: Numbers) -> Numbers:
    """How many lines until the next flag, this one counted."""
    out = np.full(len(flags), _ENDS_REACH, dtype=np.float32)
    left = _ENDS_REACH
    for k in range(len(flags) - 1, -1, -1):
        left = 0 if flags[k] > 0 else min(left + 1, _ENDS_REACH)
        out[k] = left
    return out
