"""Long lists a leaf at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

T = TypeVar("T")
# Rows a browser lays out without a pause that is felt.
EACH = 120


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """``rows`` from the ``first`` on (from 1) of ``total``; addresses of the leaves before and after, or nothing."""

    rows: Sequence[T]
    first: int
    total: int
    before: str
    after: str

    @property
    def last(self) -> int:
        """The number of its last row."""
        return self.first + len(self.rows) - 1


def leaf(rows: Sequence[T], path: str, asked: Mapping[str, str], *, each: int = EACH) -> Leaf[T]:
    """The leaf that an address asks for, by the number of its first row; the first where that is none."""
    given = asked.get("from", "")
    start = int(given) - 1 if given.isdecimal() and 0 < int(given) <= len(rows) else 0
    kept = {name: value for name, value in asked.items() if name not in ("from", "part", "said") and value}

    def at(number: int) -> str:
        return f"{path}?{urlencode({**kept, 'from': number})}"

    return Leaf(
        rows[start : start + each],
        start + 1,
        len(rows),
        at(max(1, start + 1 - each)) if start else "",
        at(start + 1 + each) if start + each < len(rows) else "",
    )
