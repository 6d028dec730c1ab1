"""Who does it and to whom it is done, by the order of the names around a shared word."""

from __future__ import annotations

from rashomon.relating.proposition import Proposition


def swapped(a: Proposition, b: Proposition) -> bool:
    """Whether both statements name the same two, but in the other order, and only one is in the passive."""
    first, second = a.order, b.order
    if len(first) < 2 or len(second) < 2:
        return False
    shared = [name for name in first if name in second]
    if len(shared) < 2:
        return False
    places = [second.index(name) for name in shared[:2]]
    return (places[0] > places[1]) != (a.passive != b.passive)
