"""Which attribution stands inside another one's content."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.attribution.candidate import Candidate

# Contents are filed by the blocks of so many characters that they touch, so that long texts stay linear.
_BLOCK = 512


def parents_of(found: Sequence[Candidate]) -> list[int | None]:
    """For each candidate the index of the smallest other whose content holds its cue, or None.

    A parent's content is always larger than its child's, so that no two can hold each other.
    """
    order = sorted(range(len(found)), key=lambda k: (found[k].size, found[k].start, k))
    rank = {k: n for n, k in enumerate(order)}
    near: dict[int, list[int]] = {}
    for p in order:
        for span in found[p].content:
            for block in range(span.start // _BLOCK, span.end // _BLOCK + 1):
                near.setdefault(block, []).append(p)
    out: list[int | None] = []
    for k, child in enumerate(found):
        around = near.get(child.start // _BLOCK, [])
        holding = (p for p in around if rank[p] > rank[k] and found[p].says(child.start) and _holds(found[p], child))
        out.append(next(holding, None))
    return out


def _holds(parent: Candidate, child: Candidate) -> bool:
    """Whether most of what the child says lies in what the parent says."""
    inside = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in parent.content for b in child.content)
    return 2 * inside >= child.size
