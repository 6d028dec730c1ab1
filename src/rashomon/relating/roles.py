"""Who does it and to whom it is done, by the order of names and words."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.relating.proposition import Proposition

_OBJECTS = {"he": "him", "she": "her", "they": "them", "i": "me", "we": "us"}


def swapped(a: Proposition, b: Proposition) -> bool:
    """Whether both statements name the same two, but in the other order, and only one is in the passive."""
    if _pronouns_swapped(a.run, b.run):
        return True
    first, second = a.order, b.order
    if len(first) < 2 or len(second) < 2:
        return False
    shared = [name for name in first if name in second]
    if len(shared) < 2:
        return False
    places = [second.index(name) for name in shared[:2]]
    return (places[0] > places[1]) != (a.passive != b.passive)


def _pronouns_swapped(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether one says of "them" and "him" what the other says of "him" and "them"."""
    mine, theirs = (next((word for word in run[:2] if word in _OBJECTS), "") for run in (one, two))
    if not (mine and theirs) or mine == theirs:
        return False
    return _OBJECTS[theirs] in one and _OBJECTS[mine] in two


def turned_round(denial: Proposition, other: Proposition, held: Sequence[str]) -> bool:
    """Whether what is denied stands on the other side of all else: "the wall will not stop it", "stop the wall"."""
    heads = [w for w in held if w in denial.denied]
    if len(heads) != 1 or denial.passive != other.passive:
        return False
    rest = [w for w in held if w not in heads]
    if other.against and len(rest) == 1:
        return False  # two denials: "there were no talks about the loan" and "denied that the loan was talked about"
    mine = {denial.words.index(w) < denial.words.index(heads[0]) for w in rest}
    theirs = {other.words.index(w) < other.words.index(heads[0]) for w in rest}
    return len(mine) == 1 and len(theirs) == 1 and mine != theirs
