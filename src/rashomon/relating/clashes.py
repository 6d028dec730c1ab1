"""Statements that say the same but for a value and cannot both be true: another number, another day, another place.

They never are one claim, whichever side; each claim says that another one tells it otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from rashomon.relating.guards import amounts_meet, conflict, days_meet
from rashomon.relating.likeness import Weights
from rashomon.relating.proposition import Proposition
from rashomon.relating.wordlists import listed

# The part of the weight of each, values left out, that the two must share; read on the stories of two corpora.
SHARED = 0.8
# So many stems and names, values left out, that they share.
LEAST = 3
# Told further apart than this many days, the later one is news of a later state and contradicts nothing.
DAYS = 3


def clash(a: Proposition, b: Proposition, weights: Weights, kinds: dict[str, str]) -> str:
    """In which value the two differ, in words; "" where they are not the same but for one."""
    if a.article == b.article or not (_told(a) and _told(b)) or not _at_one_time(a, b):
        return ""
    found = [*_amounts(a, b), *_days(a, b), *_places(a, b, kinds)]
    if len(found) != 1 or not _alike(a, b, weights, kinds):
        return ""
    bare, other = (replace(p, amounts={}, days=()) for p in (a, b))
    return found[0] if conflict(bare, other, kinds) is None else ""


def _told(p: Proposition) -> bool:
    """Whether it states its value plainly: no denial, question or wish, and no "about", "at least", "so far"."""
    return p.mood == "told" and not (p.against or p.denied) and listed("approximate").isdisjoint(p.run)


def _at_one_time(a: Proposition, b: Proposition) -> bool:
    if not (a.told_on and b.told_on):
        return False
    return abs((date.fromisoformat(a.told_on) - date.fromisoformat(b.told_on)).days) <= DAYS


def _amounts(a: Proposition, b: Proposition) -> Iterator[str]:
    for thing in sorted(set(a.amounts) & set(b.amounts)):
        one, two = a.amounts[thing], b.amounts[thing]
        if not amounts_meet(one, two) and len(one) == len(two) == 1:
            yield f"another number: {min(one)} and {min(two)}"


def _days(a: Proposition, b: Proposition) -> Iterator[str]:
    if len(a.days) == len(b.days) == 1 and not days_meet(a.days[0][0], b.days[0][0]):
        yield f"another date: {a.days[0][0]} and {b.days[0][0]}"


def _places(a: Proposition, b: Proposition, kinds: dict[str, str]) -> Iterator[str]:
    one, two = ({e for e in p.names if kinds.get(e) == "place"} for p in (a, b))
    if len(one - two) == len(two - one) == 1:
        yield "another place"


def _alike(a: Proposition, b: Proposition, weights: Weights, kinds: dict[str, str]) -> bool:
    """Whether nearly all of both but the values is the same, the names of all who take part included."""
    one, two = (_plain(p, kinds) for p in (a, b))
    shared = one & two
    if len(shared) < LEAST or {e for e in a.names ^ b.names if kinds.get(e) != "place"}:
        return False
    weight = sum(map(weights.of, sorted(shared)))
    return all(weight >= SHARED * sum(map(weights.of, sorted(mine))) for mine in (one, two))


def _plain(p: Proposition, kinds: dict[str, str]) -> frozenset[str]:
    """The features that are no values."""
    values = {f for f in p.features if f[0].isdigit() or f in listed("numeric")}
    return p.features - values - {f"@{e}" for e in p.names if kinds.get(e) == "place"}
