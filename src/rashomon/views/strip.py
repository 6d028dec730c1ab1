"""The accounts of one claim along time: who affirms above the line, who denies below it."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.views.axis import Axis, axis
from rashomon.views.claim import AccountView, ClaimView

WIDTH = 960.0
_STEP = 15.0


@dataclass(frozen=True, slots=True)
class Bead:
    """An account on the strip: a dot for a day, a bar of ``wide`` for a longer stretch."""

    account: AccountView
    x: float
    y: float
    wide: float


@dataclass(frozen=True, slots=True)
class Strip:
    beads: tuple[Bead, ...]
    axis: Axis
    line: float
    height: float


def strip(claim: ClaimView) -> Strip | None:
    """The picture, or None where too few accounts have a date to be worth one."""
    dated = [a for a in claim.accounts if a.when.first is not None]
    if len(dated) < 3:
        return None
    scale = axis([a.when.order for a in dated], 14, WIDTH - 14)
    above = _stack([a for a in dated if a.position != "denies"], scale)
    below = _stack([a for a in dated if a.position == "denies"], scale)
    line = 16 + max((row for *_, row in above), default=0) * _STEP + _STEP
    beads = [Bead(a, x, line - _STEP * (row + 0.8), wide) for a, x, wide, row in above]
    beads += [Bead(a, x, line + _STEP * (row + 0.8), wide) for a, x, wide, row in below]
    deep = (max((row for *_, row in below), default=0) + 1) * _STEP
    return Strip(tuple(beads), scale, line, line + deep + 26)


def _stack(accounts: list[AccountView], scale: Axis) -> list[tuple[AccountView, float, float, int]]:
    ends: list[float] = []
    placed = []
    for account in accounts:
        first, last = account.when.order
        x = scale.x(first)
        wide = 0.0 if first == last else max(14.0, scale.x(last) - x)
        left = x if wide else x - 6
        row = next((k for k, end in enumerate(ends) if left >= end + 2), len(ends))
        if row == len(ends):
            ends.append(0.0)
        ends[row] = x + (wide or 6)
        placed.append((account, x, round(wide, 1), row))
    return placed
