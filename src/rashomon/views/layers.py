"""Nodes in columns, so that whatever rests on something stands to the right of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

# Sweeps of the barycentre method; the order no longer changes much after a few (Sugiyama et al. 1981).
_SWEEPS = 6


def columns(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The nodes column by column, left to right, each column ordered so that few edges cross.

    An edge that would close a circle is passed over, so two outlets citing each other still get a place.
    """
    kept = _acyclic(nodes, sorted(set(edges)))
    depth = _depths(nodes, kept)
    made: list[list[str]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for node in nodes:
        made[depth[node]].append(node)
    for sweep in range(_SWEEPS):
        _reorder(made, kept, forward=sweep % 2 == 0)
    return made


def _acyclic(nodes: Sequence[str], edges: list[tuple[str, str]]) -> list[tuple[str, str]]:
    known = set(nodes)
    after: dict[str, set[str]] = defaultdict(set)
    kept = []
    for left, right in edges:
        if left in known and right in known and left != right and not _reaches(right, left, after):
            after[left].add(right)
            kept.append((left, right))
    return kept


def _reaches(start: str, goal: str, after: dict[str, set[str]]) -> bool:
    waiting, seen = [start], {start}
    while waiting:
        node = waiting.pop()
        if node == goal:
            return True
        new = after.get(node, set()) - seen
        seen |= new
        waiting.extend(new)
    return False


def _depths(nodes: Sequence[str], edges: list[tuple[str, str]]) -> dict[str, int]:
    """The longest way to each node from one that rests on nothing."""
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for left, right in edges:
        before[right].append(left)
        after[left].append(right)
    depth: dict[str, int] = {}
    ready = [node for node in nodes if not before[node]]
    waiting = {node: len(before[node]) for node in nodes}
    while ready:
        node = ready.pop()
        depth[node] = max((depth[left] + 1 for left in before[node]), default=0)
        for right in after[node]:
            waiting[right] -= 1
            if not waiting[right]:
                ready.append(right)
    return depth


def _reorder(made: list[list[str]], edges: list[tuple[str, str]], *, forward: bool) -> None:
    near: dict[str, list[str]] = defaultdict(list)
    for left, right in edges:
        near[right if forward else left].append(left if forward else right)
    place = {node: k / max(1, len(column)) for column in made for k, node in enumerate(column)}
    for column in made if forward else reversed(made):
        middle = {n: sum(place[m] for m in near[n]) / len(near[n]) if near[n] else place[n] for n in column}
        column.sort(key=lambda n: (middle[n], n))
        place.update({node: k / max(1, len(column)) for k, node in enumerate(column)})
